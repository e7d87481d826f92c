"""The corpora of the benchmarks: made once, always the same for the same size, kept in .corpora beside this file."""

import json
import os
import pathlib
import random
import subprocess
import sys
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent


@dataclass(frozen=True)
class Corpus:
    path: pathlib.Path
    planted: dict  # document id -> number of planted further copies of its lines
    summary: str


def make(megabytes):
    """A corpus of real articles where the measuring data is at hand, else one of invented words."""
    shared = pathlib.Path(os.environ.get("TAMIS_SHARED", HERE.parent.parent / "shared"))
    maker = shared / "tools" / "make_corpus.py"
    kind = "articles" if maker.exists() else "invented"
    folder = HERE / ".corpora"
    folder.mkdir(exist_ok=True)
    prefix = folder / f"{kind}-{megabytes}"
    path, planted = prefix.with_suffix(".jsonl"), prefix.with_suffix(".intra.json")
    if not (path.exists() and planted.exists()):
        print(f"bench: making a corpus of {megabytes} MB", file=sys.stderr)
        if kind == "articles":
            subprocess.run([sys.executable, maker, str(megabytes), str(prefix)], check=True, stdout=sys.stderr)
        else:
            invent(megabytes, path, planted)
    what = "real articles with planted repeats" if kind == "articles" else "invented articles with planted repeats"
    return Corpus(path, json.loads(planted.read_text()), f"{what}, {path.stat().st_size / 1e6:.0f} MB of JSONL")


def invent(megabytes, path, planted):
    """Articles of 20 to 120 lines of invented words, three in ten of them with one to five repeated lines."""
    chance = random.Random(20260101 + megabytes)
    syllables = ["ba", "do", "fe", "gri", "hu", "ka", "lo", "mi", "nor", "pa", "que", "ri", "sta", "tu", "ver", "zo"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    size, number, copies = 0, 0, {}
    partial = path.with_suffix(".partial")
    with open(partial, "w", encoding="utf-8") as output:
        while size < megabytes * 1_000_000:
            lengths = [chance.choice((4, 6, 9, 25, 45, 70)) for _ in range(chance.randint(20, 120))]
            pool = iter(chance.choices(words, weights, k=sum(lengths)))
            lines = [" ".join(next(pool) for _ in range(length)).capitalize() + "." for length in lengths]
            if chance.random() < 0.3:
                copies[f"i-{number}"] = chance.randint(1, 5)
                for _ in range(copies[f"i-{number}"]):
                    first = chance.randrange(len(lines))
                    lines.insert(chance.randint(first + 1, len(lines)), lines[first])
            record = json.dumps({"id": f"i-{number}", "text": "\n\n".join(lines)}, ensure_ascii=False) + "\n"
            output.write(record)
            size += len(record)
            number += 1
    planted.write_text(json.dumps(copies))
    partial.rename(path)
