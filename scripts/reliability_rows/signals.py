"""R5, R6: runs that are killed or told to stop."""
import signal, subprocess, time
from .trial import TAMIS, leftovers, row, tree


def shards(trial, count):
    trial.fresh("in")
    for number in range(count):
        trial.records(f"in/shard{number:02}.jsonl", 40)


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


@row("R5", "kill -9", "after a run that was killed, a run gives what one gives that nobody killed",
     "kills at random points of a run over 16 shards with ids; run again until done")
def kills(trial):
    shards(trial, 16)
    arguments = ["clean", "-q", "-r", "in", "-o", "out", "--ledger", "ledger.jsonl"]
    seconds = length(trial, arguments)
    expected = tree(trial.folder / "out")
    wanted, done = trial.count(5, 1000), 0
    while done < wanted and not trial.problems:
        trial.fresh("out")
        for _ in range(5):
            ending, _ = interrupted(trial, arguments, trial.random.random() * seconds, signal.SIGKILL)
            done += ending == -9
            found = tree(trial.folder / "out")
            complete = {path: content for path, content in found.items() if "tamis-" not in path}
            trial.expect(all(expected.get(path) == content for path, content in complete.items()), f"kill {done}: a partial file")
        trial.done(*arguments)
        found = {path: content for path, content in tree(trial.folder / "out").items() if "tamis-" not in path}
        trial.expect(found == expected, f"after {done} kills the output differs")
    return f"{done} kills: 0 lost, 0 doubled, byte-identical" if not trial.problems else f"{done} kills"


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
