"""R5, R6: runs that are killed or told to stop."""
import json, shutil, signal, subprocess, time
from .trial import TAMIS, leftovers, row, tree


def shards(trial, count):
    trial.fresh("in")
    for number in range(count):
        trial.records(f"in/shard{number:02}.jsonl", 40, first=40 * number)


def interrupted(trial, arguments, delay, number):
    """Starts a run, sends it a signal after `delay` seconds; returns its ending and how long it took to end."""
    process = subprocess.Popen([TAMIS, *arguments], cwd=trial.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    sent = time.time()
    process.send_signal(number)
    return process.wait(), time.time() - sent


def length(trial, arguments):
    started = time.time()
    trial.done(*arguments)
    return time.time() - started


RESUMED = ["clean", "-q", "-r", "in", "-o", "out", "--ledger", "ledger.jsonl", "--resume"]


def outputs(trial):
    """The outputs by name; a kill may leave a hidden file that was to replace one."""
    return {path: content for path, content in tree(trial.folder / "out").items() if not path.startswith(".")}


def written(trial):
    """Which file stands under each output's name."""
    return {path.name: path.stat().st_ino for path in (trial.folder / "out").glob("[!.]*")}


def killed(trial, seconds):
    """A run that is killed at a random time, or at a random write, unless it ends before; returns its ending."""
    if trial.random.random() < 0.7 or not shutil.which("strace"):
        return interrupted(trial, RESUMED, trial.random.random() * seconds, signal.SIGKILL)[0]
    number = trial.random.randrange(1, 300)
    return trial.tamis(*RESUMED, before=["strace", "-f", "-qq", "-o", "log", "-e", "trace=write", "-e", f"inject=write:signal=KILL:when={number}"]).returncode


@row("R5", "kill -9", "a batch that is killed and resumed, again and again, gives what one gives that nobody killed",
     "`clean --resume` over shards with unique ids, killed at random times and at random writes (strace) until it is done; "
     "outputs and ledger compared with those of an uninterrupted run")
def kills(trial):
    shard_count = trial.count(16, 64)
    shards(trial, shard_count)
    seconds = length(trial, RESUMED)
    expected, ledger = outputs(trial), (trial.folder / "ledger.jsonl").read_bytes()
    ids = [json.loads(line)["id"] for content in expected.values() for line in content.splitlines()]
    trial.expect(len(ids) == len(set(ids)) == 40 * shard_count, "the uninterrupted run lost or doubled documents")
    wanted, kill_count, batch_count, most = trial.count(5, 1000), 0, 0, 0
    while kill_count < wanted and not trial.problems:
        batch_count += 1
        trial.fresh("out")
        (trial.folder / "ledger.jsonl").unlink()
        ending = None
        while ending != 0 and not trial.problems:
            before = written(trial)
            ending = killed(trial, seconds)
            kill_count += ending != 0
            trial.expect(ending in (0, -9), f"exit {ending}")
            after = written(trial)
            most = max(most, sum(after.get(name) != file for name, file in before.items()))
            found = outputs(trial)
            trial.expect(all(expected.get(path) == content for path, content in found.items()), f"kill {kill_count}: a partial file")
        trial.expect(found == expected, f"after {kill_count} kills the outputs differ")
        trial.expect((trial.folder / "ledger.jsonl").read_bytes() == ledger, f"after {kill_count} kills the ledger differs")
    trial.expect(most <= 1, f"{most} finished shards were done again")
    return f"{kill_count} kills of {batch_count} batches of {shard_count} shards: 0 lost, 0 doubled, byte-identical with the ledger; at most {most} finished shard done again" if not trial.problems else f"{kill_count} kills"


@row("R6", "signals", "a signal ends the run in a second with its own exit code; no temporary file stays",
     "SIGINT, SIGTERM, SIGHUP, SIGPIPE at random points; `| head -c N`")
def signalled(trial):
    shards(trial, 16)
    arguments = ["clean", "-q", "-r", "in", "-o", "out"]
    seconds = length(trial, arguments)
    sent, slowest, ended = 0, 0.0, {}
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        for _ in range(trial.count(3, 250)):
            trial.fresh("out")
            ending, waited = interrupted(trial, arguments, trial.random.random() * seconds, number)
            sent += ending != 0
            ended[number.name] = ended.get(number.name, 0) + (ending == -number)
            slowest = max(slowest, waited if ending else 0)
            trial.expect(ending in (0, -number), f"{number.name}: ended with {ending}")
            trial.expect(not leftovers(trial.folder / "out"), f"{number.name}: left {leftovers(trial.folder / 'out')}")
    trial.expect(slowest < 1, f"a run went on for {slowest:.2f} s")
    records = trial.records("records.jsonl", 3000)
    for count in (1, 100, 70_000):
        line = f'"{TAMIS}" clean -q --scope document "{records}" | head -c {count} | wc -c; exit "${{PIPESTATUS[0]}}"'
        run = subprocess.run(["bash", "-c", line], capture_output=True)
        trial.expect(run.returncode == 141 and int(run.stdout) == count and not run.stderr, f"head -c {count}: {run.returncode} {run.stderr[-100:]}")
    endings = ", ".join(f"{name} {count}" for name, count in ended.items())
    return f"stopped by {endings}; the slowest ended {slowest * 1000:.0f} ms after; 3 of 3 heads give 141"
