"""The labelled sets: documents with a label for each line, the site they come from, and the fold it belongs to."""
import hashlib
import json
import pathlib
import re
import unicodedata
import zlib
from dataclasses import dataclass
from urllib.parse import urlsplit

LABELLED = ["wcxb", "scrapinghub", "fundus", "wcxb-forumdoc", "seedlike"]
SNIPPETS = ["trafilatura"]
FOLDS = 5
PHRASES = pathlib.Path(__file__).with_name("phrases.txt")


@dataclass
class LabelledText:
    """A text of lines; `labels` has a character for each: k and t stay, d and r go, a and b do not count."""
    id: str
    set: str
    variant: str
    site: str
    lines: list
    labels: str

    @property
    def fold(self):
        """What is left out together; phrases are of no site and never left out."""
        return -1 if self.set == "phrases" else zlib.crc32(self.site.encode()) % FOLDS

    @property
    def is_page(self):
        return self.variant in ("plain", "inject", "made")


def site_of(record):
    """The registrable part of the host, so that a publisher's subdomains are one site."""
    host = (urlsplit(record.get("url") or "").hostname or record["page"]).lower()
    parts = host.split(".")
    is_second_level = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in ("co", "com", "org", "gov", "ac", "net")
    return ".".join(parts[-3 if is_second_level else -2:])


def records(path):
    with open(path, encoding="utf-8") as file:
        yield from map(json.loads, file)


def folder(data, name):
    return pathlib.Path(data) / f"debris-{name}" / "public"


def labels_from_snippets(lines, gold):
    """Labels for a text of which only snippets are known: lines that hold one; the rest does not count."""
    def normal(text):
        return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()
    must, must_not = ([normal(snippet) for snippet in gold[key]] for key in ("must", "mustnot"))

    def label(line):
        line = normal(line)
        if any(snippet and snippet in line for snippet in must):
            return "k"
        return "d" if any(snippet and snippet in line for snippet in must_not) else "a"
    return "".join(map(label, lines))


def load(data, names):
    texts = []
    for name in names:
        labels = {record["id"]: record["labels"] for record in records(folder(data, name) / "labels.jsonl")}
        gold = {record["page"]: record for record in records(folder(data, name) / "gold.jsonl")}
        for record in records(folder(data, name) / "docs.jsonl"):
            lines = record["text"].split("\n")
            known = labels.get(record["id"]) or labels_from_snippets(lines, gold[record["page"]])
            texts.append(LabelledText(record["id"], name, record["variant"], site_of(record), lines, known))
    return texts


def phrases():
    """Lines of furniture in many languages, written for the training: a text for each language."""
    texts = []
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            texts.append(LabelledText(line, "phrases", "phrases", "", [], ""))
        else:
            texts[-1].lines.append(line)
            texts[-1].labels += "d"
    return texts


def digests(data, names):
    """SHA-256 of every file that was read."""
    for name in names:
        for file in ("docs.jsonl", "labels.jsonl", "gold.jsonl"):
            digest = hashlib.sha256((folder(data, name) / file).read_bytes()).hexdigest()
            yield f"debris-{name}/public/{file}", digest
