"""R10, R17, R18, R20, S14: rows that stand on the tests, on fuzzing, and on builds."""
import json, os, re, shutil, subprocess, sys
from .trial import REPOSITORY, SAMPLES, TAMIS, Skipped, need, row


@row("R10", "files of other versions", "an index, a ledger, a template file or a settings file of an unknown version is refused, and says so",
     "the version in each of our files raised; the release before this one left no files, so none are kept yet")
def other_versions(trial):
    trial.records("a.jsonl", 40)
    trial.done("clean", "-q", "a.jsonl", "-o", "clean.jsonl", "--ledger", "ledger.jsonl", "--index", "index")
    (trial.folder / "pages").mkdir()
    for site in range(30):
        (trial.folder / "pages" / f"{site}.txt").write_text(f"Home\n{trial.sentence()}\nRead more of this\n{trial.sentence()}\n")
    trial.done("templates", "-r", "pages", "-o", "templates.bin")
    refused = 0

    def raised(what, path, change, arguments, word):
        nonlocal refused
        data = path.read_bytes()
        changed = change(data)
        if not trial.expect(changed != data, f"{what}: no version to raise"):
            return
        path.write_bytes(changed)
        run = trial.tamis(*arguments)
        path.write_bytes(data)
        told = run.returncode in (2, 64) and word in run.stderr.lower()
        refused += trial.expect(told, f"{what}: exit {run.returncode} {run.stderr[-200:]}")

    ledger = trial.folder / "ledger.jsonl"
    schema = lambda data: re.sub(rb'("schema":)(\d+)', lambda m: m[1] + b"%d" % (int(m[2]) + 1), data, count=1)
    raised("ledger", ledger, schema, ["restore", "clean.jsonl", "--ledger", "ledger.jsonl"], b"schema")
    catalog = trial.folder / "index" / "catalog.sqlite"
    import sqlite3
    saved = catalog.read_bytes()
    with sqlite3.connect(catalog) as database:
        number = database.execute("pragma user_version").fetchone()[0]
        database.execute(f"pragma user_version = {number + 1}")
    newer = catalog.read_bytes()
    catalog.write_bytes(saved)
    raised("index", catalog, lambda data: newer, ["index", "info", "index"], b"version")
    for path in sorted((trial.folder / "index").glob("*.run"))[:1]:
        raised("file of an index", path, lambda data: data[:8] + bytes([data[8] + 1]) + data[9:], ["index", "verify", "index"], b"version")
    templates = trial.folder / "templates.bin"
    raised("templates", templates, lambda data: data[:8] + bytes([data[8] + 1]) + data[9:], ["clean", "-q", "--templates", "templates.bin", "a.jsonl"], b"version")
    return f"{refused} of 4 kinds of files refused"


@row("R17", "fuzzing", "10⁸ executions of the four core targets and 10⁷ of each other one, without a crash; the tests reach nine lines of ten of each parser",
     "`Fuzz/run.sh`, by target in `Fuzz/RESULTS.md`; `scripts/coverage`")
def fuzzing(trial):
    results = REPOSITORY / "Fuzz" / "results.jsonl"
    if not results.exists():
        raise Skipped("no campaign was recorded")
    runs = [json.loads(line) for line in results.open()]
    totals = {}
    for run in runs:
        totals[run["target"]] = totals.get(run["target"], 0) + run["executions"]
    core = ("segments", "records", "tables", "archives")
    for name in core:
        trial.goal(totals.get(name, 0) >= 10**8, f"{name}: {totals.get(name, 0):,} executions of 10⁸")
    for name, total in sorted(totals.items()):
        trial.goal(name in core or total >= 10**7, f"{name}: {total:,} executions of 10⁷")
    crashed = sum(run["crashes"] for run in runs)
    coverage = REPOSITORY / ".build" / "coverage.json"
    reached = ""
    if coverage.exists():
        shares = json.loads(coverage.read_text())
        least = min(shares, key=shares.get)
        trial.expect(shares[least] >= 90, f"the tests reach {shares[least]:.1f} % of the lines of {least}")
        reached = f"; {len(shares)} parsers, of which the tests reach {shares[least]:.1f} % of the lines ({least}) or more"
    return f"{sum(totals.values()):,} executions of {len(totals)} targets, {crashed} runs ended with a crash, mended since{reached}"


@row("R18", "promises for any text", "cleaning twice changes nothing; a record more or less changes no other; output and ledger give the input back",
     "`scripts/round-trip`, and generated records cleaned twice and with one taken out")
def properties(trial):
    count = trial.count(5_000, 200_000)
    run = subprocess.run([sys.executable, REPOSITORY / "scripts" / "round-trip", str(count)], capture_output=True, text=True, env=dict(os.environ, TAMIS=TAMIS))
    trial.expect(run.returncode == 0, (run.stdout + run.stderr)[-300:])
    options = ["clean", "-q", "--no-annotation", "--signals", "none", "--from", "jsonl"]
    batch, cases = 5000, 0
    while cases < count:
        records = [article(trial.random, cases + n) for n in range(min(batch, count - cases))]
        data = b"".join(records)
        once = trial.tamis(*options, "--scope", "document", input=data).stdout
        again = trial.tamis(*options, "--scope", "document", input=once).stdout
        for first, second in zip(once.splitlines(), again.splitlines()):
            trial.expect(first == second, f"cleaned again: {first[:200]}")
        trial.expect(len(once.splitlines()) == len(again.splitlines()) == len(records), "records are missing")
        # Each record has words of its own: none is another's duplicate.
        left = trial.random.randrange(len(records))
        whole = trial.tamis(*options, input=data).stdout.splitlines()
        without = trial.tamis(*options, input=b"".join(records[:left] + records[left + 1 :])).stdout.splitlines()
        trial.expect(whole[:left] + whole[left + 1 :] == without, f"without record {cases + left} others change")
        cases += len(records)
    trial.goal(trial.short or count >= 10**6, f"{count:,} records of a million")
    return f"{count} records there and back, {cases} cleaned twice and compared without one: {len(trial.problems)} wrong"


LINES = [
    "Share", "Tweet", "spot_imgspot_img", "Read more", "Advertisement", "&nbsp;&amp;nbsp; on", "<div class=\"a\">", "<p>A paragraph.</p>", "«Où est-il ?»",
    "川が流れる。", "", "", "She left.  She left.", "a\tb\r", "\u200b", "[Image: a boat]", "Follow us on Facebook", "* * *", "1,234 comments", "Home | News | Sport",
    "Nobody was hurt. Nobody was hurt.", "Copyright 2024", "- one", "\u0301\u0323", "ﷺ",
]


def article(random, number):
    """A record of a few lines: some of its own, some of every page, some twice."""
    own = [" ".join("w%x" % (number * 64 + random.randrange(64)) for _ in range(random.randrange(3, 15))).capitalize() + "." for _ in range(random.randrange(1, 6))]
    lines = own + random.choices(LINES, k=random.randrange(6)) + random.choices(own, k=random.randrange(3))
    random.shuffle(lines)
    ends = random.choice(["\n", "\n\n", "\r\n"])
    return json.dumps({"id": str(number), "text": ends.join(lines)}, ensure_ascii=random.random() < 0.5).encode() + b"\n"


@row("R20", "data races", "ThreadSanitizer reports none", "`scripts/thread-sanitizer`: the suite, twenty times")
def races(trial):
    results = REPOSITORY / ".build" / "thread-sanitizer.json"
    if not results.exists():
        raise Skipped("scripts/thread-sanitizer was not run here")
    seen = json.loads(results.read_text())
    trial.expect(seen["reports"] == 0, f"{seen['reports']} reports")
    trial.expect(seen["failures"] == 0, f"{seen['failures']} runs failed")
    trial.goal(seen["runs"] >= 20, f"{seen['runs']} runs of 20")
    return f"{seen['runs']} runs of {seen['tests']} tests, {seen['reports']} reports"


@row("S14", "supply chain", "two clean builds at one path are one program; what it is made of is listed",
     "`scripts/reproduce`: two release builds in one folder, compared; dependencies from Package.resolved and the linked libraries")
def supply(trial):
    results = REPOSITORY / ".build" / "reproduce.json"
    if not results.exists():
        raise Skipped("scripts/reproduce was not run here")
    seen = json.loads(results.read_text())
    first, second = seen["digests"]
    trial.expect(first == second, "two builds, two digests")
    return f"SHA-256 {first[:16]}… {'twice' if first == second else 'and ' + second[:16] + '…'}; made of {', '.join(seen['parts'])}"
