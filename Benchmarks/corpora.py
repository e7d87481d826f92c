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
    summary: str


def make(megabytes):
    """A corpus of real articles where the measuring data is at hand, else one of invented words."""
    shared = pathlib.Path(os.environ.get("TAMIS_SHARED", HERE.parent.parent / "shared"))
    maker = shared / "tools" / "make_corpus.py"
    kind = "articles" if maker.exists() else "invented"
    folder = HERE / ".corpora"
    folder.mkdir(exist_ok=True)
    prefix = folder / f"{kind}-{megabytes}"
    path, texts = prefix.with_suffix(".jsonl"), prefix.with_suffix(".txt")
    if not texts.exists():  # it is made last
        print(f"bench: making a corpus of {megabytes} MB", file=sys.stderr)
        if kind == "articles":
            subprocess.run([sys.executable, maker, str(megabytes), str(prefix)], check=True, stdout=sys.stderr)
        else:
            invent(megabytes, path)
        write_texts(path, texts)
    what = "real articles with planted repeats" if kind == "articles" else "invented articles with planted repeats"
    return Corpus(path, f"{what}, {path.stat().st_size / 1e6:.0f} MB of JSONL")


def write_texts(path, target):
    """The texts alone with form feeds between them, for the micro benchmark."""
    partial = target.with_suffix(".partial")
    with open(path, encoding="utf-8") as records, open(partial, "w", encoding="utf-8") as output:
        for record in records:
            output.write(json.loads(record)["text"].replace("\f", " ") + "\n\f")
    partial.rename(target)


# What the words of a kind of text are made of (one letter in 24 has an accent in the Latin one), what stands between them, and
# how many characters a word has at most.
SCRIPTS = {
    "ASCII": ("abcdefghijklmnopqrstuvwxyzaeioutnrsETAOIN", (" ", " ", " ", " ", ", ", ". "), 9),
    "Latin": ("abcdefghijklmnopqrstuvwxyzaeioutnrsETAOIN" * 8 + "éèêàçùôüößäÉÀÖ", (" ", " ", " ", " ", ", ", "’", " – "), 9),
    "Chinese": ([chr(scalar) for scalar in range(0x4E00, 0x9F00)], ("，", "。", "、"), 14),
}


def folding_texts(megabytes):
    """{kind: file of invented documents of 4 KB with form feeds between them}, for the folding."""
    folder = HERE / ".corpora"
    folder.mkdir(exist_ok=True)
    files = {}
    for kind, (letters, gaps, longest) in SCRIPTS.items():
        files[kind] = folder / f"folding-{kind.lower()}-{megabytes}.txt"
        if files[kind].exists():
            continue
        chance, documents, size = random.Random(megabytes), [], 0
        while size < megabytes * 1_000_000:
            text = ""
            while len(text.encode()) < 4000:
                words = ("".join(chance.choices(letters, k=chance.randint(1, longest))) for _ in range(12))
                text += "".join(word + chance.choice(gaps) for word in words) + "\n"
            documents.append(text)
            size += len(text.encode())
        files[kind].write_text("\f".join(documents), encoding="utf-8")
    return files


def invent(megabytes, path):
    """Articles of 20 to 120 lines of invented words, three in ten of them with one to five repeated lines."""
    chance = random.Random(20260101 + megabytes)
    syllables = ["ba", "do", "fe", "gri", "hu", "ka", "lo", "mi", "nor", "pa", "que", "ri", "sta", "tu", "ver", "zo"]
    words = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    size = number = 0
    with open(path, "w", encoding="utf-8") as output:
        while size < megabytes * 1_000_000:
            lengths = [chance.choice((4, 6, 9, 25, 45, 70)) for _ in range(chance.randint(20, 120))]
            pool = iter(chance.choices(words, weights, k=sum(lengths)))
            lines = [" ".join(next(pool) for _ in range(length)).capitalize() + "." for length in lengths]
            if chance.random() < 0.3:
                for _ in range(chance.randint(1, 5)):
                    first = chance.randrange(len(lines))
                    lines.insert(chance.randint(first + 1, len(lines)), lines[first])
            record = json.dumps({"id": f"i-{number}", "text": "\n\n".join(lines)}, ensure_ascii=False) + "\n"
            output.write(record)
            size += len(record)
            number += 1
