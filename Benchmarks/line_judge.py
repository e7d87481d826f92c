"""What the judge of lines costs by the clock: its part of the samples of a run, and microseconds for each line it reads.

    line_judge.py PROGRAM TEXTS.jsonl [ROUNDS]

Runs alternate between measuring CPU seconds and sampling with `perf record -e cpu-clock`; the least seconds and all samples
count. PROGRAM needs its symbols. Lines are those that are not blank in texts of five and more.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile

# Reading lines, and judging them; guards and cuts are not its own.
PARTS = {"reading": "LineReadingsC", "judging": "LineJudgeV8verdicts"}


def line_count(path):
    with open(path, encoding="utf-8") as records:
        counts = [sum(not line.isspace() and line != "" for line in json.loads(record)["text"].split("\n"))
                  for record in records]
    return sum(count for count in counts if count >= 5)


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def samples(command, data):
    """How many samples there are, and how many of them lie within each part."""
    record = ("perf", "record", "-q", "-e", "cpu-clock", "-F", "4000", "--call-graph", "fp", "-o", data)
    subprocess.run((*record, *command), check=True, stderr=subprocess.DEVNULL)
    script = subprocess.run(("perf", "script", "-i", data, "-F", "ip,sym"), check=True, capture_output=True, text=True,
                            errors="replace").stdout
    stacks = [stack for stack in script.split("\n\n") if stack.strip()]
    return len(stacks), {part: sum(symbol in stack for stack in stacks) for part, symbol in PARTS.items()}


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    program, texts = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) == 4 else 9
    lines = line_count(texts)
    seconds, total, within = [], 0, dict.fromkeys(PARTS, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = (program, "clean", "-q", "--threads", "1", "--scope", "document", "--ledger", folder / "ledger", texts,
                   "-o", folder / "output.jsonl")
        for _ in range(rounds):
            seconds.append(cpu_seconds(command))
            count, parts = samples(command, folder / "perf.data")
            total += count
            within = {part: within[part] + parts[part] for part in PARTS}
    if not sum(within.values()):
        sys.exit(f"line_judge: {program} has no symbols")
    print(f"{lines} lines, {min(seconds):.3f} CPU seconds at least, {total} samples")
    for part, count in (*within.items(), ("both", sum(within.values()))):
        share = count / total
        print(f"{part:8} {100 * share:5.1f} %  {share * min(seconds) / lines * 1e6:.3f} µs a line")


if __name__ == "__main__":
    main()
