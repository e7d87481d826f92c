"""What a row needs: the command, a folder of its own, samples, and a list of what went wrong."""
import os, random, shutil, subprocess, tempfile, time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

TAMIS = shutil.which(os.environ.get("TAMIS", "tamis")) or "tamis"
TAMIS = os.path.abspath(TAMIS)
REPOSITORY = Path(__file__).resolve().parents[2]
SAMPLES = REPOSITORY / "samples"
ROWS = []


class Skipped(Exception):
    """Why a row cannot be tried here."""


@dataclass
class Row:
    name: str
    threat: str
    promise: str
    test: str
    try_it: Callable


def row(name, threat, promise, test):
    """Registers a function as a row; it takes a Trial and returns the figure."""

    def register(function):
        ROWS.append(Row(name, threat, promise, test, function))
        return function

    return register


class Trial:
    """One run of a row, in a folder of its own."""

    def __init__(self, short, folder):
        self.short = short
        self.folder = Path(folder)
        self.problems = []
        self.shortfalls = []
        self.random = random.Random(8)

    @staticmethod
    def of(row, short):
        """Runs `row` and returns what it gave."""
        started = time.time()
        folder = tempfile.mkdtemp(prefix="tamis-reliability-")
        trial = Trial(short, folder)
        try:
            figure = row.try_it(trial)
            outcome = "fails" if trial.problems else "holds"
        except Skipped as reason:
            figure, outcome = str(reason), "not run"
        finally:
            subprocess.run(["chmod", "-R", "u+rwX", folder], capture_output=True)
            shutil.rmtree(folder, ignore_errors=True)
        more = len(trial.problems) - 8
        problems = trial.problems[:8] + ([f"and {more} more"] if more > 0 else [])
        return {
            "name": row.name, "figure": figure, "result": outcome, "problems": problems,
            "shortfalls": trial.shortfalls, "length": "short" if short else "full", "date": time.strftime("%Y-%m-%d"),
            "seconds": round(time.time() - started),
        }

    def path(self, name):
        """A path in the trial's folder, as a string."""
        return str(self.folder / name)

    def count(self, short, full):
        return short if self.short else full

    def expect(self, holds, message):
        if not holds:
            self.problems.append(message)
        return holds

    def goal(self, reached, message):
        """Notes what falls short of a goal where the promise holds."""
        if not reached:
            self.shortfalls.append(message)

    def tamis(self, *arguments, before=(), **options):
        """Runs the command, after the words of `before`; bytes come back."""
        options.setdefault("timeout", 300)
        options.setdefault("cwd", self.folder)
        options.setdefault("stdin", subprocess.DEVNULL) if "input" not in options else None
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([*before, TAMIS, *map(str, arguments)], stderr=subprocess.PIPE, **options)

    def done(self, *arguments, **options):
        """Runs the command, which must succeed."""
        run = self.tamis(*arguments, **options)
        if run.returncode != 0:
            raise RuntimeError(f"{arguments}: {run.returncode} {run.stderr.decode()[-500:]}")
        return run

    def fresh(self, name):
        """An empty folder called `name`."""
        shutil.rmtree(self.folder / name, ignore_errors=True)
        (self.folder / name).mkdir()
        return self.folder / name

    def sentence(self, count=12):
        return " ".join("w%d" % self.random.randrange(5000) for _ in range(count)).capitalize() + "."

    def record(self, number):
        """A line of JSON Lines: three paragraphs, the last of which repeats."""
        first, second = self.sentence(), self.sentence()
        return '{"id":"%d","text":"%s\\n\\n%s\\n\\n%s"}\n' % (number, first, second, first)

    def records(self, name, count, first=0):
        """Writes a file of `count` records, whose ids count up from `first`."""
        with open(self.folder / name, "w") as file:
            for number in range(first, first + count):
                file.write(self.record(number))
        return self.path(name)


def need(*programs):
    """Skips the row where a program is not installed."""
    for program in programs:
        if not shutil.which(program):
            raise Skipped(f"{program} is not installed")


def leftovers(folder):
    """Names of temporary files under `folder`."""
    return sorted(str(p.relative_to(folder)) for p in Path(folder).rglob("*") if "tamis-" in p.name)


def tree(folder):
    """What is in a folder: the content of each file by its path."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}
