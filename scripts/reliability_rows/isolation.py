"""S9–S13: trees that are not trees, one file twice, few resources, no network."""
import os, pty, subprocess, threading, time
from .trial import SAMPLES, TAMIS, Skipped, need, row, tree


@row("S9", "loops, FIFOs, devices, unreadable and vanishing files", "each folder is read once, what is no file is left out with a notice, the rest is done",
     "a tree with all of them; files deleted and growing during runs")
def odd_trees(trial):
    folder = trial.fresh("in")
    (folder / "good.txt").write_text("A good text.\n")
    os.symlink(".", folder / "loop")
    os.symlink("..", folder / "up")
    os.symlink("missing", folder / "dangling")
    os.mkfifo(folder / "pipe.txt")
    os.symlink("/dev/zero", folder / "zero.txt")
    run = trial.tamis("clean", "-r", "in", "-o", "out", timeout=20)
    trial.expect(run.returncode in (0, 2) and (trial.folder / "out/good.txt").exists(), f"loops and FIFOs: exit {run.returncode} {run.stderr[-300:]}")
    trial.expect(list(tree(trial.folder / "out")) == ["good.txt"], f"written: {list(tree(trial.folder / 'out'))}")
    run = trial.tamis("clean", "in/pipe.txt", "in/good.txt", "-o", "out2", timeout=20, before=["timeout", "5"])
    trial.expect(run.returncode in (0, 2, 124), f"a FIFO by name: exit {run.returncode} {run.stderr[-300:]}")
    (folder / "secret.txt").write_text("Not to be read.\n")
    os.chmod(folder / "secret.txt", 0)
    if os.geteuid() == 0:
        os.chmod(trial.folder, 0o755)
        before = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        run = trial.tamis("clean", "--scope", "document", "in/secret.txt", "in/good.txt", "--to", "jsonl", "-o", "/dev/null", before=before, env=dict(os.environ, HOME="/"))
    else:
        run = trial.tamis("clean", "--scope", "document", "-r", "in", "-o", "out3")
    trial.expect(run.returncode == 2 and (b"Permission denied" in run.stderr), f"unreadable: exit {run.returncode} {run.stderr[-300:]}")
    vanishing = vanish(trial)
    return f"1 file of 7 entries cleaned; {vanishing} runs over vanishing and growing files end with 0 or 2"


def vanish(trial):
    rounds = trial.count(3, 100)
    for number in range(rounds):
        folder = trial.fresh("moving")
        for name in range(60):
            (folder / f"{name:02}.txt").write_text(f"Text number {name}.\n" * 5)
        process = subprocess.Popen([TAMIS, "clean", "-q", "-r", "moving", "-o", "moved"], cwd=trial.folder, stderr=subprocess.PIPE)
        time.sleep(trial.random.random() * 0.05)
        for name in range(30, 60, 2):
            (folder / f"{name:02}.txt").unlink(missing_ok=True)
            with open(folder / f"{name - 1:02}.txt", "a") as file:
                file.write("One more line.\n" * 50)
        messages = process.communicate()[1]
        trial.expect(process.returncode in (0, 2), f"vanishing: exit {process.returncode} {messages[-300:]}")
    return rounds


@row("S10", "the input as the output, one file twice", "refused, or counted once", "`-o` on the input by name, link, hard link and redirection; one file given twice")
def same_file(trial):
    text = (SAMPLES / "articles/share-bar.txt").read_bytes()
    file = trial.folder / "a.txt"
    file.write_bytes(text)
    os.symlink("a.txt", trial.folder / "link.txt")
    os.link(file, trial.folder / "hard.txt")
    (trial.folder / "folder").mkdir()
    for output in ("a.txt", "./a.txt", "folder/../a.txt", "link.txt", "hard.txt"):
        for option in ("-o", "--ledger", "--report"):
            run = trial.tamis("clean", "-q", "a.txt", option, output)
            trial.expect(run.returncode in (2, 64) and file.read_bytes() == text, f"{option} {output}: exit {run.returncode} {run.stderr[-200:]}")
    with open(file, "ab") as same:
        run = trial.tamis("clean", "-q", "a.txt", stdout=same)
    trial.expect(run.returncode in (2, 64) and file.read_bytes() == text, f">> a.txt: exit {run.returncode}")
    run = trial.tamis("clean", "a.txt", "link.txt", "hard.txt", "-o", "out")
    trial.expect(run.returncode in (0, 2), f"one file thrice: exit {run.returncode} {run.stderr[-200:]}")
    return f"16 ways to write over the input, {16 - len(trial.problems)} refused"


@row("S11", "settings that run programs", "no option and no settings file starts a program; at a terminal `explain` starts the pager that the environment names",
     "strace: no execve after the start for every command, piped and with PAGER set; at a terminal one for `explain`, none with --no-pager")
def programs(trial):
    need("strace")
    from .writing import prepared
    lines = list(prepared(trial))[:: trial.count(6, 1)]
    environment = dict(os.environ, PAGER="wc -c", TERM="xterm")

    def started(line, **options):
        trial.tamis(*line, before=["strace", "-f", "-o", "log", "-e", "trace=execve,execveat"], env=environment, **options)
        log = (trial.folder / "log").read_text().splitlines()
        return sum("exec" in entry and entry.endswith("= 0") for entry in log) - 1

    def started_at_terminal(line):
        terminal, end = pty.openpty()
        reader = threading.Thread(target=drain, args=(terminal,))
        reader.start()
        count = started(line, stdout=end)
        os.close(end)
        reader.join()
        os.close(terminal)
        return count

    for line in lines:
        count = started(line)
        trial.expect(count == 0, f"{line}: {count} programs")
        wanted = int(line[0] == "explain")
        count = started_at_terminal(line)
        trial.expect(count == wanted, f"{line} at a terminal: {count} programs instead of {wanted}")
    count = started_at_terminal(("explain", "--no-pager", SAMPLES / "articles/share-bar.txt"))
    trial.expect(count == 0, f"explain --no-pager: {count} programs")
    return f"{len(lines)} command lines, piped and at a terminal: " + (f"{len(trial.problems)} wrong" if trial.problems else "0 programs started but explain's pager")


def drain(terminal):
    """Reads what is written to a terminal until nobody can write to it."""
    try:
        while os.read(terminal, 1 << 16):
            pass
    except OSError:
        pass


@row("S12", "few resources", "works, or says what is missing", "16 file descriptors over a tree with ledger, report and index; an address space; a limit on file size")
def resources(trial):
    need("prlimit")
    folder = trial.fresh("in")
    for number in range(200):
        (folder / f"{number}.txt").write_text(trial.sentence() + "\n\n" + trial.sentence() + "\n")
    arguments = ["clean", "-q", "-r", "in", "-o", "out", "--ledger", "ledger.jsonl", "--report", "page.html", "--index", "index"]
    run = trial.tamis(*arguments, before=["prlimit", "--nofile=16"])
    trial.expect(run.returncode == 0 and len(tree(trial.folder / "out")) == 200, f"16 descriptors: exit {run.returncode} {run.stderr[-300:]}")
    records = trial.records("records.jsonl", 3000)
    run = trial.tamis("clean", "-q", records, "-o", "big.jsonl", before=["prlimit", "--fsize=100000"])
    trial.expect(run.returncode not in (0,) and not (trial.folder / "big.jsonl").exists(), f"file size: exit {run.returncode} {run.stderr[-200:]}")
    run = trial.tamis("clean", "-q", records, "-o", "big.jsonl", "--memory", "64M", "--max-record-bytes", "16M", before=["prlimit", f"--as={1 << 30}"])
    trial.expect(run.returncode == 0, f"1 GB of addresses: exit {run.returncode} {run.stderr[-200:]}")
    return f"200 files with 16 descriptors; a limit on file size and 1 GB of addresses: {len(trial.problems)} wrong"


@row("S13", "the network", "no socket, ever", "strace of every command for socket, connect; a run under `unshare -n`")
def network(trial):
    need("strace", "unshare")
    from .writing import prepared
    lines = list(prepared(trial))[:: trial.count(6, 1)]
    sockets = 0
    for line in lines:
        trial.tamis(*line, before=["strace", "-f", "-o", "log", "-e", "trace=%net"])
        opened = (trial.folder / "log").read_text().count("socket")
        sockets += opened
        trial.expect(opened == 0, f"{line}: {opened} sockets")
    run = trial.tamis("clean", "-q", SAMPLES / "jsonl/articles.jsonl", before=["unshare", "-n"])
    trial.expect(run.returncode == 0, f"without a network: exit {run.returncode} {run.stderr[-200:]}")
    return f"{len(lines)} command lines, {sockets} sockets"
