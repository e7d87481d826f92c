"""R2, R3: system calls that fail, and those that do less than they were asked for."""
import os, subprocess
from .trial import SAMPLES, TAMIS, need, leftovers, row, tree

CALLS = {
    "openat": ["EIO", "EINTR", "EMFILE"],
    "read": ["EIO", "EINTR", "EAGAIN"],
    "pread64": ["EIO", "EINTR"],
    "write": ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EAGAIN"],
    "pwrite64": ["EIO", "ENOSPC", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EINTR"],
    "linkat": ["EIO", "ENOSPC"],
    "renameat": ["EIO", "ENOSPC", "EINTR"],
    "close": ["EIO", "EINTR"],
    "mmap": ["ENOMEM"],
    "ftruncate": ["EIO", "ENOSPC"],
    "getdents64": ["EIO"],
}
# Where memory itself is refused, Swift stops the process: an end that is loud, and leaves nothing behind.
MAY_STOP = {"mmap"}


def scenarios(trial):
    """Commands that write into `out`, and what that folder holds before."""
    trial.fresh("in")
    for name in ("share-bar", "pull-quote", "poem-with-refrain"):
        (trial.folder / "in" / (name + ".txt")).write_bytes((SAMPLES / "articles" / (name + ".txt")).read_bytes())
    trial.fresh("made")
    trial.done("clean", "-q", "-r", "in", "-o", "made/tree", "--ledger", "made/ledger.jsonl")
    records = SAMPLES / "jsonl" / "articles.jsonl"
    yield "file", ["clean", "-q", "--threads", "1", records, "-o", "out/a.jsonl", "--ledger", "out/ledger.jsonl"]
    yield "tree", ["clean", "-q", "--threads", "2", "-r", "in", "-o", "out/tree"]
    yield "index", ["clean", "-q", "--threads", "1", records, "-o", "out/a.jsonl", "--index", "out/index"]
    yield "restore", ["restore", "made/tree", "--ledger", "made/ledger.jsonl", "-o", "out/tree"]


@row("R2", "the n-th system call fails", "no success with a wrong output; final files old or complete; temporary files go",
     "`strace -e inject=CALL:error=E:when=n` for each n until nothing is injected; four runs: a file with its ledger, a tree, an index, restore")
def failing_calls(trial):
    need("strace")
    tried, told, unharmed = 0, 0, 0
    for name, arguments in scenarios(trial):
        trial.fresh("out")
        trial.done(*arguments)
        expected = tree(trial.folder / "out")
        for call, errors in CALLS.items():
            last = calls(trial, arguments, call)
            numbers = range(1, last + 1)
            if trial.short:
                # Most early calls are the loader's.
                numbers = sorted(set(trial.random.sample(numbers, min(last, 1)) + list(numbers[-1:])))
            for error in errors if not trial.short else errors[:: max(1, len(errors) - 1)]:
                for number in numbers:
                    trial.fresh("out")
                    run = trial.tamis(*arguments, before=["strace", "-f", "-o", "log", "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={number}"])
                    if "INJECTED" not in (trial.folder / "log").read_text():
                        continue
                    tried += 1
                    told += run.returncode != 0
                    unharmed += run.returncode == 0
                    judge(trial, f"{name}, {call} {number} {error}", run, expected, call in MAY_STOP)
    return f"{tried} faults: {told} told, {unharmed} without consequence, {len(trial.problems)} wrong"


def calls(trial, arguments, call):
    """How often the busiest thread makes a call."""
    trial.fresh("out")
    trial.done(*arguments, before=["strace", "-f", "-o", "log", "-e", f"trace={call}"])
    counts = {}
    for line in (trial.folder / "log").read_text().splitlines():
        if f" {call}(" in line:
            thread = line.split()[0]
            counts[thread] = counts.get(thread, 0) + 1
    return max(counts.values(), default=0)


def judge(trial, what, run, expected, may_stop):
    found = tree(trial.folder / "out")
    what += f": exit {run.returncode}"
    if run.returncode == 0:
        same = {k: v for k, v in found.items() if "/index" not in "/" + k} == {k: v for k, v in expected.items() if "/index" not in "/" + k}
        trial.expect(same, what + ", another output")
    else:
        # Without memory for the loader nothing of the command has begun, and the shell tells of the signal.
        trial.expect(run.stderr or may_stop and run.returncode < 0, what + " without a word")
        for path, content in found.items():
            if not path.startswith("index") and path in expected:
                # A ledger of an input that could not be read is another one, with its last line.
                whole = content == expected[path] or path == "ledger.jsonl" and b'{"type":"end"' in content.splitlines()[-1]
                trial.expect(whole, f"{what}, {path} is partial")
    trial.expect(run.returncode >= 0 and run.returncode < 128 or may_stop, f"{what}, {run.stderr[:300].decode(errors='replace')}")
    trial.expect(not leftovers(trial.folder / "out"), f"{what}, left {leftovers(trial.folder / 'out')}")
    if (trial.folder / "out" / "index" / "catalog.sqlite").exists():
        check = trial.tamis("index", "verify", "out/index")
        # A folder that was only begun has no catalog to verify.
        trial.expect(check.returncode == 0 or b"no index" in check.stderr, f"{what}, the index is damaged: {check.stderr[-200:].decode()}")


SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
static unsigned state;
static size_t shorter(size_t count) {
    if (state == 0) { const char *seed = getenv("SHORT_SEED"); state = seed ? (unsigned)atoi(seed) : 1; }
    state = state * 1103515245u + 12345u;
    size_t most = 1 + (state >> 16) % ((state >> 8) % 4 == 0 ? 3 : 900);
    return count < most ? count : most;
}
#define SHORT(name, pointer) \
    ssize_t name(int file, pointer bytes, size_t count) { \
        static ssize_t (*next)(int, pointer, size_t); \
        if (!next) next = (ssize_t (*)(int, pointer, size_t))dlsym(RTLD_NEXT, #name); \
        return next(file, bytes, shorter(count)); }
SHORT(read, void *)
SHORT(write, const void *)
"""


@row("R3", "short reads and writes", "identical output", "a library before libc's caps each read and write to 1–900 bytes, at random")
def short_counts(trial):
    need("cc")
    (trial.folder / "short.c").write_text(SHIM)
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", trial.path("short.so"), trial.path("short.c"), "-ldl"], check=True)
    schedules = trial.count(8, 1000)
    same = 0
    for name, arguments in scenarios(trial):
        if name == "index":
            continue
        trial.fresh("out")
        trial.done(*arguments)
        expected = tree(trial.folder / "out")
        for seed in range(1, schedules // 3 + 2):
            trial.fresh("out")
            run = trial.tamis(*arguments, env=dict(os.environ, LD_PRELOAD=trial.path("short.so"), SHORT_SEED=str(seed)))
            same += trial.expect(run.returncode == 0 and tree(trial.folder / "out") == expected, f"{name}, schedule {seed}: exit {run.returncode} {run.stderr[-200:]}")
    return f"{same} schedules, byte-identical"
