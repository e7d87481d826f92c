"""Peers of the job `folding`: the normal forms of Python's `unicodedata`, and with it the exact folding of tamis.

    folding.py INPUT.txt OUTPUT.txt

INPUT holds documents with form feeds between them. Prints the CPU seconds of the fastest of three rounds of each, and writes
what the last one makes of the documents.
"""

import json
import sys
import time
from unicodedata import normalize

MARKS = str.maketrans({**dict.fromkeys("‘’‚‛‹›", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."})


def same(text):
    return " ".join(normalize("NFC", normalize("NFD", text).casefold()).translate(MARKS).split())


def seconds(fold, documents):
    start = time.process_time()
    for document in documents:
        fold(document)
    return time.process_time() - start


source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    documents = file.read().split("\f")
folds = {"NFC": lambda text: normalize("NFC", text), "NFKC": lambda text: normalize("NFKC", text), "same": same}
print(json.dumps({name: min(seconds(fold, documents) for _ in range(3)) for name, fold in folds.items()}))
with open(target, "w", encoding="utf-8") as file:
    file.write("\f".join(map(same, documents)))
