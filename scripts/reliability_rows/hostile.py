"""S1–S8: names and texts made to do harm."""
import os, subprocess
from pathlib import Path
from .trial import TAMIS, need, row, tree

ESCAPES = "\x1b[31m\x1b]52;c;aGk=\x07\x9b1m\r\x08\u202e\u2066\u200b\x7f"


def seconds(trial, text):
    """User time of cleaning `text`: the less of two runs, since the clock ticks coarsely and others run as well."""
    spent = []
    for _ in range(2):
        before = os.times().children_user
        trial.tamis("clean", "-q", "--from", "text", "--encoding", "utf-8", input=text)
        spent.append(os.times().children_user - before)
    return min(spent)


@row("S3", "text made to be slow", "linear time, at most thrice that of words; more only where the folded text is many times as long",
     "combining marks, U+FDFA, nested entities, equal lines, lines that nearly agree; user time against words, and against half of the text")
def slow_text(trial):
    size = trial.count(2_000_000, 8_000_000)
    ordinary = "".join(trial.sentence() + "\n" for _ in range(size // 70)).encode()[:size]
    base = max(seconds(trial, ordinary), 0.02)
    texts = {
        "combining marks": ("a" + "\u0301" * (size // 2)).encode(),
        "marks of mixed classes": ("a" + "\u0301\u0323\u0345" * (size // 6)).encode(),
        "U+FDFA": ("\ufdfa" * (size // 3)).encode(),
        "nested entities": b"&" + b"amp;" * (size // 4),
        "one word": b"a" * size,
        "equal lines": b"The same line again.\n" * (size // 21),
        "nearly equal lines": b"".join(b"The same line again and again, number %d of them.\n" % n for n in range(size // 50)),
        "equal short words": b"a " * (size // 2),
        "line ends": b"\n" * size,
        "brackets": b"[" * size,
        "a prefix that grows": b"".join(b"ab " * n + b"\n" for n in range(int((size / 1.5) ** 0.5)))[:size],
    }
    # Signs of three bytes that NFKC spells with 33, and marks that have to be put in order.
    longer = {"U+FDFA": 15, "marks of mixed classes": 6}
    slowest, growth = 0, 0
    for name, text in texts.items():
        spent = seconds(trial, text)
        ratio, doubled = spent / base, spent / max(seconds(trial, text[: len(text) // 2]), base / 2)
        slowest, growth = max(slowest, ratio), max(growth, doubled)
        trial.expect(ratio <= longer.get(name, 3) and doubled <= 3, f"{name}: {ratio:.1f} times the time of words, {doubled:.1f} times that of its half")
        trial.goal(ratio <= 2 or ratio <= 3 and name not in longer, f"{name}: {ratio:.1f} times the time of words, where 2 is the goal; linear")
    return f"{len(texts)} texts of {size >> 10} KB: at most {slowest:.1f} times the time of words, {growth:.1f} times that of half the text"


@row("S4", "regular expressions that backtrack", "no engine for them touches text", "a search of the sources")
def regular_expressions(trial):
    from .trial import REPOSITORY
    found = [str(p) for p in (REPOSITORY / "Sources").rglob("*.swift") if "Regex" in p.read_text() or "NSRegularExpression" in p.read_text()]
    trial.expect(not found, "used in " + ", ".join(found))
    return f"{len(found)} uses"


@row("S5", "escapes for the terminal", "no control character of a document, a name or an id reaches a terminal",
     "texts, ids and file names with ESC, OSC 52, C1, BEL, bidi; output on a pseudo-terminal")
def terminal_escapes(trial):
    need("script")
    name = "bad\x1b]0;owned\x07\u202ename.txt"
    (trial.folder / name).write_text(f"A title {ESCAPES} here\n\nA paragraph of the text.\n\nA title {ESCAPES} here\n")
    record = '{"id":"x\\u001b[31m\\u202e","text":"A %s"}\n' % "".join("\\u%04x" % ord(c) for c in ESCAPES)
    (trial.folder / "bad.jsonl").write_text(record + "{ \x1b[31m\n")
    # A pager moves the cursor by bytes of its own; the tests in tmux look at what it shows.
    explain = ["explain", "--no-pager"]
    lines = [[*explain, name], [*explain, "bad.jsonl", "--record", "1"], ["report", name, "bad.jsonl"], [*explain, "bad.jsonl", "--record", "2"], ["clean", "missing\x1b[31m.txt"],
             ["clean", name, "-o", "out.txt"], ["clean", "--from", "jsonl", name, "-o", "o"], ["clean", "--rules", "x\x1b[31m", name], ["clean", "--\x1b[31m"],
             ["templates", name, "-o", "t\x1b[31m.txt"], ["index", "build", "index", "bad.jsonl"], ["index", "info", "index"]]
    harmful = [c.encode() for c in "\x07\x08\x7f\u0080\u009b\u202e\u2066\u200b"] + [b"\x1b]", b"\x9b"]
    for line in lines:
        run = subprocess.run(["script", "-qec", " ".join(quoted(word) for word in [TAMIS, *line]), "/dev/null"], cwd=trial.folder, capture_output=True, stdin=subprocess.DEVNULL)
        shown = run.stdout.replace(b"\r\n", b"\n")
        for bad in harmful + [b"\r"]:
            if bad in shown and not (bad == b"\x9b" and bad not in shown.decode("utf-8", "replace").encode("latin-1", "replace")):
                trial.expect(False, f"{line}: {bad} in {shown[max(0, shown.find(bad) - 60):shown.find(bad) + 20]}")
        if "--color" not in line and line[0] != "explain" and line[0] != "report":
            trial.expect(b"\x1b[31m" not in shown, f"{line}: a colour of the text in {shown[:200]}")
    return f"{len(lines)} commands on a terminal, {len(trial.problems)} let something through"


def quoted(word):
    return "'" + str(word).replace("'", "'\\''") + "'"


@row("S8", "paths that lead out of the output folder", "nothing outside it is written", "`..`, absolute names, links in the tree, long names, twins; strace for every open that writes")
def traversal(trial):
    need("strace")
    inside = trial.fresh("in")
    (inside / "a.txt").write_text("A text.\n")
    (inside / ("n" * 250 + ".txt")).write_text("A text.\n")
    (inside / "sub").mkdir()
    (inside / "sub" / "b.txt").write_text("B text.\n")
    (inside / "ids.jsonl").write_text('{"id":"../../escaped","text":"A text."}\n')
    outside = trial.fresh("outside")
    out = trial.fresh("out")
    os.symlink(outside, out / "sub")
    os.symlink(outside / "a.txt", out / "a.txt")
    (trial.folder / "names").write_bytes(b"in/../in/a.txt\0" + str(inside / "sub/b.txt").encode() + b"\0")
    cases = [["-r", "in"], ["in/a.txt", "in/../in/a.txt"], ["in/sub/../sub/b.txt", "in/a.txt"], ["--files0-from", "names"], [str(inside / "a.txt"), str(inside / "sub/b.txt")]]
    for case in cases:
        run = trial.tamis("clean", "-q", "--scope", "document", *case, "-o", "out", before=["strace", "-f", "-y", "-o", "log", "-e", "trace=openat,open,creat,mkdirat,mkdir,linkat,renameat,symlinkat"])
        trial.expect(run.returncode in (0, 2), f"{case}: exit {run.returncode} {run.stderr[-200:]}")
        for line in (trial.folder / "log").read_text().splitlines():
            writes = "O_WRONLY" in line or "O_RDWR" in line or "O_CREAT" in line or "renameat(" in line
            if writes and "ENOENT" not in line and "/out" not in line and "/dev/" not in line and "/proc/" not in line:
                trial.expect(False, f"{case}: {line[:200]}")
    trial.expect(not tree(outside), f"written outside: {list(tree(outside))}")
    return f"{len(cases)} trees, {len(tree(outside))} files written outside"
