"""R1, R4, R7: writing where it cannot be done, and the order in which it is done."""
import os, re, shutil, subprocess, threading
from .trial import SAMPLES, TAMIS, Skipped, leftovers, need, row, tree

ARTICLE = SAMPLES / "articles" / "share-bar.txt"
RECORDS = SAMPLES / "jsonl" / "articles.jsonl"


def prepared(trial):
    """Every command that writes to standard output, with what it needs made first."""
    trial.done("clean", "-q", RECORDS, "-o", "clean.jsonl", "--ledger", "ledger.jsonl", "--index", "index")
    inputs = [ARTICLE, RECORDS, SAMPLES / "tables/articles.csv", SAMPLES / "tables/articles.tsv", SAMPLES / "archives/pages.warc"]
    for input in inputs:
        yield "clean", "-q", input
        yield "clean", "-q", "--scope", "document", input
        yield "report", input
        yield "report", "--json", input
        yield "fingerprint", input
        yield "explain", input
    yield "clean", "-q", "--to", "jsonl", ARTICLE
    yield "clean", "-q", "--line-buffered", RECORDS
    yield "clean", "-q", "--annotate", RECORDS
    twins = trial.folder / "twins.jsonl"
    twins.write_text(trial.record(1) * 2)
    for path in ("-o", "--ledger", "--report", "--pairs"):
        yield "clean", "-q", twins, path, "/dev/full"
    yield "report", "--html", "/dev/full", RECORDS
    yield "fingerprint", "-o", "/dev/full", RECORDS
    yield "templates", "-o", "/dev/full", RECORDS
    yield "restore", "clean.jsonl", "--ledger", "ledger.jsonl"
    yield "restore", "clean.jsonl", "--ledger", "ledger.jsonl", "-o", "/dev/full"
    yield "index", "info", "index"
    yield "index", "export", "index"
    for table in ("rules", "signals", "profiles", "settings"):
        yield "list", table
    for words in (["--help"], ["--version"], ["help", "clean"], ["clean", "--help"], ["--generate-completion-script", "bash"]):
        yield tuple(words)


@row("R1", "write errors", "every command says that the disk is full and exits with 2",
     "each command and format `> /dev/full`; endless input")
def write_errors(trial):
    lines = list(prepared(trial))
    for line in lines:
        to_device = "/dev/full" in line
        with open("/dev/full", "wb") as full:
            run = trial.tamis(*line, stdout=subprocess.PIPE if to_device else full)
        what = " ".join(map(str, line))
        trial.expect(run.returncode == 2 and b"No space left" in run.stderr, f"`{what}`: exit {run.returncode} {run.stderr[-200:]}")
    with open("/dev/full", "wb") as full:
        endless = subprocess.Popen(["yes", '{"text":"One line."}'], stdout=subprocess.PIPE)
        run = trial.tamis("clean", "-q", "--scope", "document", stdin=endless.stdout, stdout=full, before=["timeout", "20"])
        endless.kill()
        endless.wait()
    trial.expect(run.returncode == 2 and b"No space left" in run.stderr, f"endless input: exit {run.returncode}")
    return f"{len(lines) + 1} command lines, {len(lines) + 1 - len(trial.problems)} exit with 2 and say why"


@row("R4", "a disk that fills up", "never exit 0 with a short file; temporary files go",
     "a tmpfs of each size under the output, and under TMPDIR, from 4 KB to enough")
def small_disk(trial):
    need("unshare")
    records = trial.records("records.jsonl", trial.count(400, 2000))
    with open(records, "rb") as file:
        trial.done("clean", "-q", "-", "-o", "expected.jsonl", "--memory", "1M", "--max-record-bytes", "256K", stdin=file)
    expected = (trial.folder / "expected.jsonl").read_bytes()
    mount = trial.fresh("mount")
    if subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", mount], capture_output=True).returncode != 0:
        raise Skipped("mounting is not allowed here")
    script = (
        'mount -t tmpfs -o size=$1k none "$2" && cd "$2" && shift 2 && cat "$RECORDS" | "$@"; status=$?; '
        'ls -A | grep tamis- ; [ -e out.jsonl ] && cat out.jsonl >"$RESULT"; exit $status'
    )
    steps, held, succeeded = trial.count(5, 200), 0, 0
    largest = len(expected) // 1024 + 64
    for kind in ("output", "temporary"):
        output = "out.jsonl" if kind == "output" else trial.path("out.jsonl")
        for step in range(steps):
            size = 4 + (largest - 4) * step // (steps - 1)
            for name in ("result", "out.jsonl"):
                (trial.folder / name).unlink(missing_ok=True)
            # A pipe is spooled to TMPDIR, and so little memory spills there.
            command = [TAMIS, "clean", "-q", "-", "-o", output, "--memory", "1M", "--max-record-bytes", "256K", "--threads", "1"]
            environment = dict(os.environ, RESULT=trial.path("result"), RECORDS=records, TMPDIR=str(mount) if kind == "temporary" else str(trial.folder))
            run = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", str(size), str(mount), *command],
                                 capture_output=True, env=environment)
            result = trial.folder / ("result" if kind == "output" else "out.jsonl")
            written = result.read_bytes() if result.exists() else None
            what = f"{kind} folder of {size} KB: exit {run.returncode}"
            good = trial.expect(written in (None, expected), what + ", a short file")
            good &= trial.expect(run.returncode == 2 and b"No space left" in run.stderr or run.returncode == 0 and written == expected, f"{what} {run.stderr[-200:]}")
            good &= trial.expect(not run.stdout, what + f", left {run.stdout}")
            held += good
            succeeded += run.returncode == 0
    return f"{2 * steps} sizes up to {largest} KB: {held} hold ({succeeded} had room)"


@row("R7", "a partial file under the final name", "a file appears complete, and is on the disk before it has its name",
     "strace: write, fsync, rename, fsync of the folder; a reader polls the name; mode and link stay")
def atomic_order(trial):
    need("strace")
    records = trial.records("records.jsonl", 300)
    trial.done("clean", "-q", "-r", SAMPLES / "articles", "-o", "again")
    cases = [("clean", "-q", records, "-o", "out.jsonl", "--ledger", "ledger.jsonl"), ("clean", "-q", "-r", str(SAMPLES / "articles"), "-o", "tree")]
    renames = 0
    for case in cases:
        trial.done(*case, before=["strace", "-f", "-o", "log", "-e", "trace=write,fsync,fdatasync,linkat,renameat,rename,renameat2"])
        log = (trial.folder / "log").read_text()
        synced, last_written = {}, {}
        lines = log.splitlines()
        for number, line in enumerate(lines):
            if match := re.search(r"write\((\d+),", line):
                last_written[match[1]] = number
            elif match := re.search(r"f(?:data)?sync\((\d+)", line):
                synced[match[1]] = number
            elif match := re.search(r'linkat\(AT_FDCWD, "/proc/self/fd/(\d+)"', line):
                trial.expect(synced.get(match[1], -1) > last_written.get(match[1], -1), "a name before fsync: " + line)
            if match := re.search(r'(?:renameat2?\(|linkat\(AT_FDCWD, "/proc/[^"]*", )(\d+), .*= 0', line):
                renames += 1
                rest = "\n".join(lines[number:])
                trial.expect(f"fsync({match[1]})" in rest, "no fsync of the folder after: " + line)
    polls = reader_polls(trial, records)
    os.chmod(trial.folder / "out.jsonl", 0o640)
    os.symlink("out.jsonl", trial.folder / "link.jsonl")
    trial.done("clean", "-q", records, "-o", "link.jsonl")
    trial.expect(os.stat(trial.folder / "out.jsonl").st_mode & 0o777 == 0o640, "the mode changed")
    trial.expect((trial.folder / "link.jsonl").is_symlink(), "the link was replaced")
    return f"{renames} files in order; {polls} polls of the name, 0 partial" if not trial.problems else f"{renames} files, {polls} polls"


def reader_polls(trial, records):
    """Reads the output while runs replace it; returns how often."""
    whole = (trial.folder / "out.jsonl").read_bytes()
    polls, partial, over = 0, 0, threading.Event()

    def poll():
        nonlocal polls, partial
        while not over.is_set():
            polls += 1
            partial += (trial.folder / "out.jsonl").read_bytes() != whole

    reader = threading.Thread(target=poll)
    reader.start()
    while polls < trial.count(2_000, 100_000):
        trial.done("clean", "-q", records, "-o", "out.jsonl")
    over.set()
    reader.join()
    trial.expect(partial == 0, f"{partial} of {polls} reads saw a partial file")
    return polls
