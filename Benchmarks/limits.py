"""What the whole of `tamis clean` needs besides CPU time: the clock's time on two cores, and memory within a budget."""

import filecmp
import os
import statistics
import subprocess
import sys
import time

TINY_COUNT = 1_000_000
# Bytes beyond --memory 64M that the target allows are as many again.
BUDGET, PEAK_TARGET = ("--memory", "64M", "--max-record-bytes", "8M"), 128


def clean(tamis, source, output, *options):
    """Runs `clean` with a ledger; returns the clock's seconds and the peak memory in megabytes."""
    ledger = output.with_suffix(".ledger")
    ledger.unlink(missing_ok=True)
    start = time.monotonic()
    process = subprocess.Popen((tamis, "clean", "-q", *options, source, "-o", output, "--ledger", ledger))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: exit {process.returncode} from tamis clean {' '.join(options)} {source}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def two_cores(tamis, corpus, rounds, folder):
    """The lines of the job `cores`: the clock's time with one thread by that with two, runs alternating."""
    lines = [f"## cores: everything, the clock's time with two threads beside one, {corpus.summary}", "",
             "`tamis clean -q --threads N {input} -o {output} --ledger {output}.ledger`", ""]
    if (os.cpu_count() or 1) < 2:
        return lines + ["Not measured: the machine has one core.", ""]
    lines += ["| scope | one thread, s | two threads, s | least by least | median by median | target |", "|---|---|---|---|---|---|"]
    for scope in ("document", "corpus"):
        seconds = {1: [], 2: []}
        outputs = {threads: folder / f"{scope}-{threads}.jsonl" for threads in seconds}
        for _ in range(rounds + 1):
            for threads, output in outputs.items():
                used, _ = clean(tamis, corpus.path, output, "--scope", scope, "--threads", str(threads))
                seconds[threads].append(used)
        if not filecmp.cmp(outputs[1], outputs[2], shallow=False):
            sys.exit("bench: two threads write other bytes than one")
        one, two = seconds[1][1:], seconds[2][1:]  # the first round fills the page cache
        lines.append(f"| {scope} | {min(one):.2f} | {min(two):.2f} | **{min(one) / min(two):.2f} ×** "
                     f"| {statistics.median(one) / statistics.median(two):.2f} × | 1.8 × |")
    return lines + [""]


def memory(tamis, corpus, folder):
    """The lines of the job `memory`: the peak within a budget, and whether the bytes are those without one."""
    tiny = folder / "tiny.jsonl"
    with open(tiny, "w", encoding="utf-8") as output:
        output.writelines(f'{{"id":"{number}","text":"Note {number}."}}\n' for number in range(TINY_COUNT))
    lines = ["## memory: everything within `--memory 64M --max-record-bytes 8M`", "",
             "| input | peak memory | without a budget | same bytes | target |", "|---|---|---|---|---|"]
    for name, source in {corpus.summary: corpus.path, f"{TINY_COUNT:,} documents of two words": tiny}.items():
        free, bounded = folder / "free.jsonl", folder / "bounded.jsonl"
        _, free_peak = clean(tamis, source, free, "--max-record-bytes", "8M")
        _, peak = clean(tamis, source, bounded, *BUDGET)
        same = "yes" if filecmp.cmp(free, bounded, shallow=False) else "NO"
        lines.append(f"| {name} | **{peak:.0f} MB** | {free_peak:.0f} MB | {same} | {PEAK_TARGET} MB |")
    return lines + [""]
