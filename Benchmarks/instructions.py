"""Counts instructions with callgrind on a small fixed input, and compares them with those recorded in instructions.json.

    instructions.py --tamis PATH [--record]

Times move with a machine's load, these counts do not: the same binary, input and instruction set (AVX2) give the same
count to within a few thousandths. A count that has grown by more than 3 % is an error.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import corpora

HERE = pathlib.Path(__file__).resolve().parent
RECORD = HERE / "instructions.json"
TOLERANCE = 0.03

# The runs that are counted as a whole.
RUNS = {
    "start-up": ("--version",),
    "lines": ("clean", "-q", "--scope", "document", "--threads", "1", "--rules", "repeated-line", "--signals", "none",
              "--no-annotation", "{input}", "-o", "{folder}/lines.jsonl"),
    "rules": ("clean", "-q", "--scope", "document", "--threads", "1", "--signals", "none", "--no-annotation", "{input}",
              "-o", "{folder}/rules.jsonl"),
    "everything": ("clean", "-q", "--scope", "document", "--threads", "1", "{input}", "-o", "{folder}/everything.jsonl",
                   "--ledger", "{folder}/everything.ledger"),
    "signals": ("clean", "-q", "--scope", "document", "--threads", "1", "--rules", "", "--signals", "all", "{input}",
                "-o", "{folder}/signals.jsonl"),
}
# The kernels, counted inside the run `everything` with all that they call.
KERNELS = ("tamis_text_blocks", "tamis_hash_words", "tamis_xxh3_128", "tamis_find_string_end", "tamis_decode_string",
           "tamis_find_quote", "tamis_find_in_set", "tamis_count_character_kinds")


def sample(folder):
    """A megabyte of invented articles with furniture, markup, entities and dashes among their lines."""
    plain, mixed = folder / "plain.jsonl", folder / "input.jsonl"
    corpora.invent(1, plain)
    extras = ("Leave a Reply", "Advertisement", "Share this:", "Related articles", "spot_imgspot_img", "Subscribe",
              "Tom &amp; Ann&nbsp;said <br /> “no” – and left…", "Café · Straße · naïve", "Read moreRead more")
    with open(plain, encoding="utf-8") as records, open(mixed, "w", encoding="utf-8") as output:
        for number, line in enumerate(records):
            record = json.loads(line)
            lines = record["text"].split("\n\n")
            for step, extra in enumerate(extras):
                if (number + step) % 3 == 0:
                    lines.insert((number * 7 + step * 5) % (len(lines) + 1), extra)
            record["text"] = "\n\n".join(lines)
            output.write(json.dumps(record, ensure_ascii=False) + "\n")
    return mixed


def callgrind(command, folder):
    """Runs a command; returns the instructions of the whole run and of each function with all that it calls."""
    profile = folder / "callgrind.out"
    environment = dict(os.environ, TAMIS_CPU="avx2", SWIFT_DETERMINISTIC_HASHING="1")
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", *command],
                          env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: exit {done.returncode} from: {' '.join(command)}\n{done.stderr[-2000:]}")
    names, own, called = {}, {}, {}
    function = callee = None
    in_call = False
    for line in open(profile):
        if found := re.match(r"(c?)fn=\((\d+)\)(?: (.*))?", line):
            name = names.setdefault(found[2], found[3])
            if found[1]:
                callee = name
            else:
                function = name
        elif line.startswith("calls="):
            in_call = True
        elif found := re.match(r"[-+*\d]\S* (\d+)", line):
            count = int(found[1])
            if in_call:
                if callee != function:
                    called[function] = called.get(function, 0) + count
                in_call = False
            else:
                own[function] = own.get(function, 0) + count
    inclusive = {name: own.get(name, 0) + called.get(name, 0) for name in names.values()}
    return sum(own.values()), inclusive


def count(tamis):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = sample(folder)
        # Callgrind stumbles over the debug information of Swift.
        binary = folder / "tamis"
        shutil.copy(tamis, binary)
        subprocess.run(["strip", "--strip-debug", binary], check=True)
        counts = {}
        for run, arguments in RUNS.items():
            print(f"bench: counting {run}", file=sys.stderr)
            filled = [part.format(input=source, folder=folder) for part in arguments]
            counts[run], functions = callgrind([str(binary), *filled], folder)
            if run == "everything":
                counts |= {kernel: functions[kernel] for kernel in KERNELS if kernel in functions}
        return counts, source.stat().st_size


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench --check")
    parser.add_argument("--tamis", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--record", action="store_true", help="write instructions.json instead of comparing with it")
    options = parser.parse_args()
    for tool in ("valgrind", "strip"):
        if not shutil.which(tool):
            sys.exit(f"bench: {tool} is needed: apt-get install valgrind binutils")
    counts, byte_count = count(options.tamis)
    if options.record:
        RECORD.write_text(json.dumps({"input_bytes": byte_count, "instructions": counts}, indent=2) + "\n")
        print(f"bench: {len(counts)} counts written to {RECORD.name}")
        return
    recorded = json.loads(RECORD.read_text())
    if recorded["input_bytes"] != byte_count:
        sys.exit("bench: the input is another one than that of the recorded counts; run scripts/bench --record")
    failed = False
    print(f"{'':28} {'recorded':>14} {'now':>14} {'change':>8}  a byte")
    for name, before in recorded["instructions"].items():
        now = counts.get(name)
        if now is None:
            print(f"{name:28} {before:14,} {'–':>14}   is called no more: run scripts/bench --record")
            failed = True
            continue
        growth = now / before - 1
        mark = "  GROWN" if growth > TOLERANCE else ""
        failed = failed or bool(mark)
        print(f"{name:28} {before:14,} {now:14,} {growth:+8.2%} {now / byte_count:7.2f}{mark}")
    if failed:
        sys.exit("bench: more instructions than recorded; find out why, or record the new counts and say why")


if __name__ == "__main__":
    main()
