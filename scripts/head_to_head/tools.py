"""How each tool is run."""
import os, shutil, subprocess, sys
from pathlib import Path

TAMIS = os.path.abspath(shutil.which(os.environ.get("TAMIS", "tamis")) or "tamis")
PYTHON = os.environ.get("PYTHON", sys.executable)

ALL = {
    "tamis": "`tamis clean --ledger`",
    "jq": "`jq -c .`",
    "datatrove": "LocalPipelineExecutor of JsonlReader and JsonlWriter",
    "text-dedup": "`python -m text_dedup.minhash`",
    "trafilatura": "a page per record through `extract(deduplicate=True)`",
}

DATATROVE = """
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
folder, name, out, logs = sys.argv[1:]
LocalPipelineExecutor(pipeline=[JsonlReader(folder, glob_pattern=name), JsonlWriter(out, compression=None)], tasks=1, logging_dir=logs).run()
"""
TRAFILATURA = """
import html, json, sys
from trafilatura import extract
with open(sys.argv[2], "w") as output:
    for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
        if not line.strip():
            continue
        record = json.loads(line)
        paragraphs = "".join("<p>%s</p>" % html.escape(p) for p in str(record["text"]).split("\\n") if p)
        text = extract("<html><body><article><h1>%s</h1>%s</article></body></html>" % (record["id"], paragraphs), deduplicate=True)
        if text is None:
            continue
        output.write(json.dumps({"id": record["id"], "text": "\\n\\n".join(p for p in text.split("\\n") if p != record["id"])}) + "\\n")
"""
# Tools that are given texts, not files.
TEXTS = {"trafilatura"}
MODULES = {"datatrove": "datatrove", "text-dedup": "text_dedup", "trafilatura": "trafilatura"}


def missing(name):
    """Why a tool cannot be run here; None where it can."""
    if name in MODULES:
        found = subprocess.run([PYTHON, "-c", "import " + MODULES[name]], capture_output=True)
        return None if found.returncode == 0 else f"{PYTHON} has no {MODULES[name]}"
    return None if shutil.which(TAMIS if name == "tamis" else name) else "not installed"


def version(name):
    if name in MODULES:
        code = f"import importlib.metadata as m; print(m.version('{name}'))"
        return subprocess.run([PYTHON, "-c", code], capture_output=True, text=True).stdout.strip()
    words = subprocess.run([TAMIS if name == "tamis" else name, "--version"], capture_output=True, text=True).stdout.split("(")[0].split()
    return words[-1].replace("jq-", "")


def run(name, case, folder):
    """Runs a tool on a case: its exit code, what came out, and the ids of records that it accounts for otherwise."""
    source = folder / ("in" + case.suffix)
    source.write_bytes(case.data)
    out = folder / "out"
    out.mkdir()
    command = {
        "tamis": [TAMIS, "clean", "-q", source, "-o", out / "out.jsonl", "--no-annotation", "--ledger", folder / "ledger.jsonl"],
        "jq": ["bash", "-o", "pipefail", "-c", 'case $1 in *.gz) gzip -dc "$1" | jq -c . ;; *) jq -c . "$1" ;; esac >"$2"', "bash", source, out / "out.jsonl"],
        "datatrove": [PYTHON, "-c", DATATROVE, folder, source.name, out, folder / "logs"],
        "text-dedup": [PYTHON, "-m", "text_dedup.minhash", "--path", "json", "--data_files", source, "--split", "train", "--column", "text",
                       "--cache_dir", folder / "cache", "--output", out / "set"],
        "trafilatura": [PYTHON, "-c", TRAFILATURA, source, out / "out.jsonl"],
    }[name]
    command = [str(word) for word in command]
    if case.disk:
        # The tool sees a small disk, and what it left is copied out of it.
        script = 'mount -t tmpfs -o size=$1k none "$2" && kept=$3 && at=$2 && shift 3 && "$@"; status=$?; cp -r "$at" "$kept"; exit $status'
        command = ["unshare", "-m", "sh", "-c", script, "sh", str(case.disk), str(out), str(folder / "kept"), *command]
    done = subprocess.run(command, capture_output=True, cwd=folder, timeout=900, env=dict(os.environ, HF_HUB_OFFLINE="1", HOME=str(folder)))
    kept = folder / "kept" if case.disk else out
    output = b"".join(p.read_bytes() for p in sorted(kept.rglob("*.jsonl"))) if kept.exists() else b""
    if name == "text-dedup":
        output = table_of(kept)
    return done.returncode, output, restored(case, folder) if name == "tamis" and not case.disk else set()


def table_of(folder):
    """The rows of a saved set as JSON Lines."""
    code = "import sys, datasets\nfor row in datasets.load_from_disk(sys.argv[1]):\n    import json; print(json.dumps(row))"
    return subprocess.run([PYTHON, "-c", code, folder / "set"], capture_output=True).stdout


def restored(case, folder):
    """All ids where output and ledger give the input back."""
    if case.suffix != ".jsonl":
        return set()
    again = subprocess.run([TAMIS, "restore", folder / "out" / "out.jsonl", "--ledger", folder / "ledger.jsonl"], capture_output=True)
    return set(case.texts) if again.returncode == 0 and again.stdout == case.data else set()
