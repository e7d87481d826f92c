"""Runs the jobs of the table below with tamis and with its peers, on one core, and writes RESULTS.md.

Run it as scripts/bench, which builds tamis and makes the virtual environment of the peers.

All programs of a job read and write the same files, alternate run by run, and are compared by CPU seconds (user and
system, from the kernel's accounting of the child). What a program needs to start, measured on one record in every round, is
taken off its time: a peer shall not lose for the time its interpreter takes to load.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import Callable

import checks
import corpora
import limits

HERE = pathlib.Path(__file__).resolve().parent


@dataclass(frozen=True)
class Peer:
    name: str
    packages: tuple  # what it is made of, for the versions in the results
    command: tuple  # {input} and {output} are filled in


@dataclass(frozen=True)
class Job:
    name: str
    summary: str
    target: float  # how many times the CPU speed of the fastest peer is wanted; without peers, MB per CPU second
    tamis: tuple
    peers: tuple
    check: Callable  # (corpus, {program: output}) -> list of lines for the results; raises where outputs are wrong
    peer_megabytes: float = None  # peers that would take hours get only the head of the corpus
    score: Callable = lambda corpus, outputs: None  # the same -> {program: F1}, or None where the right answer is not known


def python(script, *arguments):
    return (sys.executable, str(HERE / "peers" / script), *arguments, "{input}", "{output}")


def filters(name, profiles, peer, summary):
    """A job of filters, which keep the records that meet the profiles."""
    packages = ("datatrove", "spacy", "orjson")
    return Job(
        name=name,
        summary=summary,
        target=500,
        tamis=("clean", "-q", "--rules", "", "--signals", "none", "--no-annotation", "--require", profiles,
               "--threads", "1", "{input}", "-o", "{output}"),
        peers=(
            Peer("datatrove", packages, python("signals.py", peer)),
            Peer("datatrove, words split", packages, python("signals.py", peer + "-split")),
        ),
        check=checks.filters,
        peer_megabytes=checks.FILTERED_MEGABYTES,
    )


# One row per job of performance.md. A new row needs its peers' scripts in peers/ and a check in checks.py.
JOBS = (
    Job(
        name="lines",
        summary="exact repeated lines inside documents, JSONL to JSONL",
        target=5,
        tamis=("clean", "-q", "--rules", "repeated-line", "--signals", "none", "--no-annotation",
               "--threads", "1", "{input}", "-o", "{output}"),
        peers=(
            Peer("Python set", ("orjson",), python("lines.py", "set")),
            Peer("polars", ("polars",), python("lines.py", "polars")),
        ),
        check=checks.lines,
    ),
    Job(
        name="signatures",
        summary="signatures of word 5-grams, JSONL to a line per document, end to end",
        target=19,
        tamis=("fingerprint", "--rules", "", "--threads", "1", "{input}", "-o", "{output}"),
        peers=(
            Peer("rensa", ("rensa", "orjson"), python("signatures.py", "rensa")),
            Peer("gaoya", ("gaoya", "orjson"), python("signatures.py", "gaoya")),
            Peer("datasketch", ("datasketch", "orjson"), python("signatures.py", "datasketch")),
        ),
        check=checks.signatures,
    ),
    Job(
        name="near-duplicates",
        summary="near-duplicate documents, JSONL to JSONL, end to end",
        target=12,
        tamis=("clean", "-q", "--near", "0.7", "--rules", "duplicate-document,near-duplicate-document", "--signals", "none",
               "--no-annotation", "--threads", "1", "{input}", "-o", "{output}"),
        peers=(
            Peer("rensa", ("rensa", "orjson"), python("near_duplicates.py", "rensa")),
            Peer("gaoya", ("gaoya", "orjson"), python("near_duplicates.py", "gaoya")),
            Peer("datasketch", ("datasketch", "orjson"), python("near_duplicates.py", "datasketch")),
        ),
        check=checks.near_duplicates,
        score=checks.planted_f1,
    ),
    Job(
        name="exact-duplicates",
        summary="documents with an earlier one's text, JSONL to JSONL",
        target=3,
        tamis=("clean", "-q", "--rules", "duplicate-document", "--signals", "none", "--no-annotation", "--threads", "1",
               "{input}", "-o", "{output}"),
        peers=(
            Peer("Python set", ("orjson", "xxhash"), python("exact_duplicates.py", "set")),
            Peer("polars", ("polars",), python("exact_duplicates.py", "polars")),
        ),
        check=checks.exact_duplicates,
    ),
    filters("signals", "datatrove-repetition,datatrove-quality,c4,fineweb", "all",
            "all signals of Gopher, C4 and FineWeb, JSONL to the records that pass"),
    filters("repetition", "datatrove-repetition", "repetition", "Gopher's repetition signals alone"),
    Job(
        name="everything",
        summary="all rules of a document, core signals before and after, annotation and ledger; nobody else does it in one pass",
        target=150,
        tamis=("clean", "-q", "--scope", "document", "--threads", "1", "{input}", "-o", "{output}",
               "--ledger", "{output}.ledger"),
        peers=(),
        check=checks.everything,
    ),
    Job(
        name="everything-corpus",
        summary="the same with documents compared: duplicates, templates, shared paragraphs",
        target=150,
        tamis=("clean", "-q", "--threads", "1", "{input}", "-o", "{output}", "--ledger", "{output}.ledger"),
        peers=(),
        check=checks.everything,
    ),
)


def run(command, core):
    """Runs a command pinned to one core; returns its CPU seconds and its peak memory in megabytes."""
    environment = dict(os.environ, POLARS_MAX_THREADS="1", OMP_NUM_THREADS="1", PYTHONDONTWRITEBYTECODE="1")
    process = subprocess.Popen(command, env=environment, preexec_fn=lambda: os.sched_setaffinity(0, {core}))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: exit {process.returncode} from: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def filled(command, source, target):
    return [part.format(input=source, output=target) for part in command]


def head(path, megabytes, target):
    """The first records of a corpus, as a file of that size."""
    size = 0
    with open(path, "rb") as records, open(target, "wb") as output:
        for record in records:
            if size >= megabytes * 1e6:
                break
            size += output.write(record)
    return target


def measure(job, tamis, corpus, rounds, core, folder):
    """Returns {program: (CPU seconds per run, start-up seconds, peak megabytes, megabytes read)} and {program: output file}."""
    commands = {"tamis": (tamis, *job.tamis)} | {peer.name: peer.command for peer in job.peers}
    outputs = {name: folder / f"{job.name}-{number}.jsonl" for number, name in enumerate(commands)}
    sources = {name: corpus.path for name in commands}
    if job.peer_megabytes:
        sources |= dict.fromkeys((peer.name for peer in job.peers), head(corpus.path, job.peer_megabytes, folder / "head.jsonl"))
    one_record = folder / "one.jsonl"
    one_record.write_text('{"id": "1", "text": "One line."}\n')
    seconds, starts, peaks = {name: [] for name in commands}, {name: [] for name in commands}, {}
    for number in range(rounds + 1):  # the first round fills the page cache and does not count
        for name, command in commands.items():
            for left in folder.glob("*.ledger"):  # a ledger is never written over
                left.unlink()
            start, _ = run(filled(command, one_record, folder / "one.out"), core)
            used, peaks[name] = run(filled(command, sources[name], outputs[name]), core)
            if number > 0:
                starts[name].append(start)
                seconds[name].append(used)
    return {name: (seconds[name], statistics.median(starts[name]), peaks[name], sources[name].stat().st_size / 1e6)
            for name in commands}, outputs


def table(job, measured, scores):
    speeds = {name: size / (statistics.median(used) - start) for name, (used, start, _, size) in measured.items()}
    fastest = max((name for name in speeds if name != "tamis"), key=speeds.get, default=None)
    lines = ["| program | MB per CPU second | CPU seconds, median (least – most) | start-up | peak memory | tamis is |",
             "|---|---|---|---|---|---|"]
    if scores:
        lines = [lines[0] + " F1 |", lines[1] + "---|"]
    for name, (used, start, peak, size) in measured.items():
        ratio = "" if name == "tamis" else f"{speeds['tamis'] / speeds[name]:.1f} × as fast"
        lines.append(f"| {name} | {speeds[name]:.0f} | {statistics.median(used):.3f} ({min(used):.3f} – {max(used):.3f}) "
                     f"| {start:.3f} s | {peak:.0f} MB | {ratio} |" + (f" {scores[name]} |" if scores else ""))
    start = measured["tamis"][1] * 1000
    if fastest is None:
        return lines + ["", f"**{speeds['tamis']:.0f} MB per CPU second** (target {job.target}); start-up {start:.1f} ms "
                        "(target 10)."]
    ratio = speeds["tamis"] / speeds[fastest]
    lines += ["", f"Against the fastest peer, {fastest}: **{ratio:.2f} ×** (target {job.target} ×)."]
    return lines


# MB per CPU second wanted of the folding, by the kind of text.
FOLDING_TARGETS = {"ASCII": 5000, "Latin": 700, "Chinese": 1000}


def folding(rounds, core, folder):
    """The lines of the job `folding`: kernels, measured inside the programs and compared by what they leave of each text."""
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE], check=True, stdout=sys.stderr)
    where = ["swift", "build", "-c", "release", "--package-path", HERE, "--show-bin-path"]
    program = pathlib.Path(subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip())
    lines = ["## folding: texts folded to exact keys, without reading and writing", "",
             "`MicroBenchmark fold {input} {output}` beside `unicodedata`, whose time for reading UTF-8 is left out", "",
             "| text | tamis, MB/s | NFC in Python | NFKC in Python | the same folding in Python | target |",
             "|---|---|---|---|---|---|"]
    for kind, source in corpora.folding_texts(4).items():
        ours, theirs = folder / "folding-tamis.txt", folder / "folding-python.txt"
        best = {}
        for _ in range(rounds):
            pinned = {"preexec_fn": lambda: os.sched_setaffinity(0, {core}), "capture_output": True, "text": True,
                      "check": True}
            own = subprocess.run([program / "MicroBenchmark", "fold", source, ours, "5"], **pinned).stdout
            peers = subprocess.run([sys.executable, HERE / "peers" / "folding.py", source, theirs], **pinned).stdout
            for name, seconds in {"tamis": float(own), **json.loads(peers)}.items():
                best[name] = min(best.get(name, seconds), seconds)
        if ours.read_bytes().rstrip(b"\f") != theirs.read_bytes():
            sys.exit(f"bench: tamis and Python fold the {kind} text differently")
        speeds = {name: source.stat().st_size / seconds / 1e6 for name, seconds in best.items()}
        lines.append(f"| {kind} | **{speeds['tamis']:.0f}** | {speeds['NFC']:.0f} | {speeds['NFKC']:.0f} "
                     f"| {speeds['same']:.0f} | {FOLDING_TARGETS[kind]} |")
    return lines + ["", "The folded texts of tamis and of the last program are the same bytes: canonical composition and case "
                    "folding, one blank for white space, quotes and dashes of ASCII.", ""]


def package_version(package):
    import importlib.metadata
    return f"{package} {importlib.metadata.version(package)}"


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    return f"{model}, {os.cpu_count()} cores, Linux {platform.release().split('-')[0]}"


def first_line(*command):
    output = subprocess.run(command, capture_output=True, text=True)
    return (output.stdout or output.stderr).strip().split("\n")[0]


PROFILE = "## Where the time goes, and what was tried"


def profile():
    """What stands in RESULTS.md from this heading on: it is written by hand and stays."""
    _, heading, rest = (HERE / "RESULTS.md").read_text().partition(PROFILE)
    return heading + rest


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measures tamis beside its peers.")
    parser.add_argument("--tamis", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", help="names of jobs, separated by commas; all by default")
    parser.add_argument("--megabytes", type=int, default=100, help="size of the corpus (100)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program; the median counts (5)")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)), help="the core to run on")
    parser.add_argument("--no-results", action="store_true", help="leave RESULTS.md as it is")
    options = parser.parse_args()
    known = [job.name for job in JOBS] + ["folding", "cores", "memory"]
    names = options.jobs.split(",") if options.jobs else known
    unknown = set(names) - set(known)
    if unknown:
        sys.exit(f"bench: no job named {', '.join(sorted(unknown))}; there are: {', '.join(known)}")

    corpus = corpora.make(options.megabytes)
    jobs = [job for job in JOBS if job.name in names]
    peers = [package for job in jobs for peer in job.peers for package in peer.packages]
    report = ["# Results", "",
              f"Written by `scripts/bench --megabytes {options.megabytes} --rounds {options.rounds}`.", "",
              f"- Date: {datetime.date.today()}", f"- Machine: {machine()}; everything on one core",
              f"- Corpus: {corpus.summary}",
              f"- Versions: {first_line(options.tamis, '--version')}; {first_line('swift', '--version')}; "
              f"Python {platform.python_version()}; " + ", ".join(package_version(name) for name in dict.fromkeys(peers)),
              "- CPU seconds are user and system time of the whole process, start-up included; MB per CPU second leaves "
              "the start-up out. Absolute figures move with the machine's load; the ratios come from alternating runs.", ""]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for job in jobs:
            print(f"bench: {job.name}", file=sys.stderr)
            measured, outputs = measure(job, options.tamis, corpus, options.rounds, options.core, folder)
            report += [f"## {job.name}: {job.summary}", "", f"`tamis {' '.join(job.tamis)}`", ""]
            report += table(job, measured, job.score(corpus, outputs)) + [""] + job.check(corpus, outputs) + [""]
        if "folding" in names:
            print("bench: folding", file=sys.stderr)
            report += folding(options.rounds, options.core, folder)
        if "cores" in names:
            print("bench: cores", file=sys.stderr)
            # On less than 100 MB, start and end count.
            large = corpora.make(max(options.megabytes, 100))
            report += limits.two_cores(options.tamis, large, options.rounds, folder)
        if "memory" in names:
            print("bench: memory", file=sys.stderr)
            report += limits.memory(options.tamis, corpus, folder)
    text = "\n".join(report + [profile()])
    print(text)
    if not options.no_results:
        (HERE / "RESULTS.md").write_text(text)


if __name__ == "__main__":
    main()
