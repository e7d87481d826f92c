"""Looks at what the programs of a job wrote: a fast wrong answer is no result."""

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict


def records(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def folded(line):
    """Nearly the exact key of tamis: case, white space, quotes, dashes and what is invisible do not count."""
    line = re.sub("[\u00ad\u200b\u2060\ufeff]", "", unicodedata.normalize("NFC", line).casefold())
    line = re.sub("[‘’‚‛ʼ]", "'", re.sub("[“”„‟«»]", '"', re.sub("[‐-―−]", "-", line)))
    return " ".join(line.split())


def filled_lines(text):
    return Counter(line for line in text.split("\n") if line.strip())


def lines(corpus, outputs):
    """All programs keep the first copy; they differ in which further copies they dare to cut."""
    removed, unjustified, decorated, documents = Counter(), 0, 0, 0
    for texts in zip(records(corpus.path), *(records(path) for path in outputs.values()), strict=True):
        source, rest = texts[0], texts[1:]
        documents += 1
        before = filled_lines(source["text"])
        for name, cleaned in zip(outputs, rest, strict=True):
            if cleaned["id"] != source["id"]:
                sys.exit(f"bench: {name} wrote record {cleaned['id']} in the place of {source['id']}")
            after = filled_lines(cleaned["text"])
            if after - before:
                sys.exit(f"bench: {name} invented a line in record {source['id']}")
            gone = before - after
            removed[name] += gone.total()
            if name == "tamis":
                keys = {folded(line) for line in after}
                for line, count in gone.items():
                    if folded(line) not in keys:
                        decorated += count
                        unjustified += count * (not any(core(line) in key or key in folded(line) for key in keys))
    if unjustified:
        sys.exit(f"bench: tamis cut {unjustified} lines of which no copy is left")
    return [
        f"Further copies cut in {documents} documents: " + ", ".join(f"{name} {count}" for name, count in removed.items())
        + ".", "",
        "The rules differ, and the counts with them. The peers compare bytes and cut every further copy of a line, in lists, "
        "tables and verse as well. tamis compares the exact key (case, white space, quotes and dashes folded), also cuts "
        f"decorated copies ({decorated} here), and keeps repeats that its guards take for content.",
    ]


def everything(corpus, outputs):
    """The records that are left come in their order, each with what was found and what is measured."""
    ids = iter([record["id"] for record in records(corpus.path)])
    status, cut = Counter(), Counter()
    for record in records(outputs["tamis"]):
        if record["id"] not in ids:  # goes on to it: the order is that of the input
            sys.exit(f"bench: record {record['id']} stands in the wrong place")
        status[record["tamis"]["status"]] += 1
        cut.update(record["tamis"]["cut"].keys())
        if len(record["tamis"]["before"]) != len(record["tamis"]["after"]):
            sys.exit(f"bench: record {record['id']} lacks signals")
    return ["Records: " + ", ".join(f"{count} {name}" for name, count in sorted(status.items())) + "; rules at work in: "
            + ", ".join(f"{name} {count}" for name, count in sorted(cut.items())) + "."]


def core(line):
    """A line without the quotes and attribute around it."""
    return folded(re.sub(r'^\W*(alt=)?\W*|\W*$', "", line))


def signatures(corpus, outputs):
    """Every program must write a line per document, in the order of the input."""
    ids = [record["id"] for record in records(corpus.path)]
    for name, path in outputs.items():
        if [record["id"] for record in records(path)] != ids:
            sys.exit(f"bench: {name} did not write a line per document")
    return [f"All wrote a line for each of the {len(ids)} documents. The peers split words at white space and rensa and datasketch "
            "get their 5-grams from Python, which takes most of the time; tamis folds the text and writes keys of bands, "
            "paragraphs and the whole text."]


# What datatrove's filters are given: minutes' worth.
FILTERED_MEGABYTES = 0.5


def filters(corpus, outputs):
    """Tamis keeps the same records as datatrove with words between white space; spaCy's words keep others."""
    kept = {name: [record["id"] for record in records(path)] for name, path in outputs.items()}
    with open(corpus.path, "rb") as file:
        size = 0
        looked_at = set()
        for line in file:
            if size >= FILTERED_MEGABYTES * 1e6:
                break
            size += len(line)
            looked_at.add(json.loads(line)["id"])
    ours = [name for name in kept["tamis"] if name in looked_at]
    if ours != kept["datatrove, words split"]:
        raise SystemExit("bench: tamis and datatrove with words between white space keep other records")
    shared = len(set(ours) & set(kept["datatrove"]))
    return [f"Of the first {len(looked_at)} records tamis keeps {len(ours)}, the same as datatrove with words between white "
            f"space; with its default tokenizer, spaCy's, datatrove keeps {len(kept['datatrove'])}, {shared} of them the same. "
            f"The peers read only these records; their speed does not depend on the size."]


def near_duplicates(corpus, outputs):
    """Every program must write whole records of the input, in its order."""
    source = {record["id"]: (number, record) for number, record in enumerate(records(corpus.path))}
    counts = {}
    for name, path in outputs.items():
        last = -1
        for record in records(path):
            number, original = source.get(record["id"], (-1, None))
            if number <= last or record != original:
                sys.exit(f"bench: {name} changed record {record['id']}, or its place")
            last = number
            counts[name] = counts.get(name, 0) + 1
    return [f"Of {len(source)} documents stay: " + ", ".join(f"{name} {count}" for name, count in counts.items()) + ".", "",
            "F1 by the planted copies with a Jaccard similarity of .7 or more: right is a removed document that is like another "
            "one of its family (.5), found is a copy of which one less stays. The peers take what their index proposes; tamis "
            "counts the shingles of every pair."]


def exact_duplicates(corpus, outputs):
    """What the peers drop, which compare bytes, tamis drops as well; what it drops has the folded text of an earlier record."""
    texts = {record["id"]: record["text"] for record in records(corpus.path)}
    kept = {name: [record["id"] for record in records(path)] for name, path in outputs.items()}
    firsts = {folded(texts[name]) for name in kept["tamis"]}
    for name in texts.keys() - set(kept["tamis"]):
        if folded(texts[name]) not in firsts:
            sys.exit(f"bench: tamis removed record {name}, of which no copy is left")
    for name, ids in kept.items():
        if not set(kept["tamis"]) <= set(ids):
            sys.exit(f"bench: {name} drops a record that tamis keeps")
    return [f"Of {len(texts)} documents stay: " + ", ".join(f"{name} {len(ids)}" for name, ids in kept.items())
            + ". The peers compare bytes; tamis compares the exact key (case, white space, quotes and dashes folded)."]


def planted_f1(corpus, outputs, threshold=0.7):
    """How many planted copies are gone, and how many of those that are gone have one that is like them; None without truth."""
    truth = corpus.path.with_suffix(".truth.jsonl")
    if not truth.exists():
        return None
    families = defaultdict(dict)
    for pair in records(truth):
        families[pair["a"]][pair["b"]] = pair["j5"]
    alike = {document for first, members in families.items() for copy, jaccard in members.items() if jaccard >= 0.5
             for document in (first, copy)}
    strong = [[first] + [copy for copy, jaccard in members.items() if jaccard >= threshold]
              for first, members in families.items()]
    expected = sum(len(family) - 1 for family in strong)
    ids = {record["id"] for record in records(corpus.path)}
    scores = {}
    for name, path in outputs.items():
        removed = ids - {record["id"] for record in records(path)}
        found = sum(min(len(removed.intersection(family)), len(family) - 1) for family in strong)
        precision = len(removed & alike) / max(1, len(removed))
        recall = found / max(1, expected)
        scores[name] = f"{2 * precision * recall / max(1e-9, precision + recall):.4f}"
    return scores
