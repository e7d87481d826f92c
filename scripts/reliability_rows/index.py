"""R8, R9: an index under two writers, and files of our own that were damaged."""
import os, shutil, subprocess
from .trial import SAMPLES, TAMIS, row, tree


@row("R8", "two runs on one index", "the second is refused or waits; nothing is damaged", "two processes at once, many times; `index verify` after each")
def two_writers(trial):
    rounds, refused, both = trial.count(5, 500), 0, 0
    for number in range(4):
        trial.records(f"r{number}.jsonl", 60)
    added = 0
    for number in range(rounds):
        if number % 20 == 0:
            shutil.rmtree(trial.folder / "index", ignore_errors=True)
        pair = [
            subprocess.Popen([TAMIS, "clean", "-q", f"r{(number + k) % 4}.jsonl", "--index", "index", "-o", f"o{k}.jsonl"], cwd=trial.folder, stderr=subprocess.PIPE)
            for k in (0, 1)
        ]
        messages = [process.communicate()[1].decode() for process in pair]
        endings = [process.returncode for process in pair]
        refused += 2 in endings
        both += endings == [0, 0]
        trial.expect(sorted(endings) in ([0, 0], [0, 2]), f"round {number}: {endings} {messages}")
        check = trial.tamis("index", "verify", "index")
        trial.expect(check.returncode == 0, f"round {number}: {check.stderr[-200:]}")
    return f"{rounds} rounds: {both} one after the other, {refused} with one refused, {len(trial.problems)} wrong"


@row("R9", "damaged files of our own", "found by checksum, exit 2, the file is named; never a trap",
     "a bit flipped and a cut, each at up to 400 bytes, in every file of an index, in a ledger and in an output")
def damage(trial):
    trial.records("a.jsonl", 12)
    trial.done("clean", "-q", "a.jsonl", "-o", "clean.jsonl", "--ledger", "ledger.jsonl", "--index", "index")
    original = (trial.folder / "a.jsonl").read_bytes()
    counts = {"flip": 0, "cut": 0}
    found = {"flip": 0, "cut": 0}
    exported = trial.done("index", "export", "index").stdout

    def is_told(run):
        if run.returncode == 2:
            return b"index" in run.stderr
        # A bit of a page that holds nothing changes nothing.
        export = trial.tamis("index", "export", "index")
        return run.returncode == 0 and export.returncode == 0 and export.stdout == exported

    for path in sorted((trial.folder / "index").rglob("*")):
        if path.is_file() and path.stat().st_size:
            hurt(trial, path, counts, found, ["index", "verify", "index"], is_told)
    restore = ["restore", "clean.jsonl", "--ledger", "ledger.jsonl"]
    right = lambda run: run.returncode == 2 and b"jsonl" in run.stderr or run.returncode == 0 and run.stdout == original
    hurt(trial, trial.folder / "ledger.jsonl", counts, found, restore, right)
    output = lambda run: run.returncode == 2 and run.stderr
    hurt(trial, trial.folder / "clean.jsonl", counts, found, restore, output)
    return f"{found['flip']} of {counts['flip']} flips and {found['cut']} of {counts['cut']} cuts told or harmless"


def hurt(trial, path, counts, found, arguments, is_right):
    data = path.read_bytes()
    places = range(len(data))
    if len(data) > trial.count(20, 400):
        places = sorted(trial.random.sample(places, trial.count(20, 400)))
    for place in places:
        for kind in counts:
            changed = data[:place] if kind == "cut" else data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1:]
            path.write_bytes(changed)
            run = trial.tamis(*arguments)
            counts[kind] += 1
            good = is_right(run) and 0 <= run.returncode < 128
            found[kind] += bool(good)
            trial.expect(good, f"{path.name} {kind} at byte {place} of {len(data)}: exit {run.returncode} {run.stderr[-160:].decode(errors='replace')}")
            path.write_bytes(data)
