"""The lines that cross to the native process and back, by step; docs/spark.md and docs/fingerprints.md describe them."""

import json
import re

from .errors import CountMismatch
from .native import dumps


def document(row: dict) -> bytes:
    """A record: the line of a JSON Lines input as it stands, or an object of a row's id and text."""
    if row.get("line") is not None:
        return row["line"].encode("utf-8", "surrogatepass")
    return dumps({"id": row["id"], "text": row["text"]})


def fingerprint(line: bytes):
    value = json.loads(line)
    yield {
        "id": value["id"], "character_count": value["character_count"], "exact_key": value["exact_key"],
        "band_keys": sorted(set(value["band_keys"])), "shingles": sorted(set(value["shingles"])),
    }


def ballot(line: bytes):
    value = json.loads(line)
    yield {"id": value["id"], "votes": value["votes"], "keys": value["keys"]}


def candidate(row: dict) -> bytes:
    return dumps({"ids": [row["earlier"], row["later"]], "shingles": [row["earlier_shingles"], row["later_shingles"]]})


def member(row: dict) -> bytes:
    return dumps({"bucket": row["key"], "id": row["id"], "shingles": row["shingles"]})


def verified(line: bytes):
    for earlier, later, common, earlier_count, later_count in json.loads(line):
        yield {
            "earlier": earlier, "later": later, "common_count": common, "earlier_count": earlier_count,
            "later_count": later_count,
        }


def of_component(row: dict) -> bytes:
    """Kind 0 is a document, 1 a copy (`id`) with its representative (`other`), 2 a pair with `other` as the later one."""
    if row["kind"] == 0:
        return dumps({"component": row["component"], "id": row["id"]})
    if row["kind"] == 1:
        return dumps({"component": row["component"], "copy": [row["id"], row["other"]]})
    return dumps({"component": row["component"], "pair": [row["id"], row["other"], *row["counts"]]})


def is_document(row: dict) -> bool:
    return row["kind"] == 0


def decision(line: bytes):
    """The line of the drop file with its id; nothing where a document is like no other after all."""
    value = json.loads(line)
    if value is not None:
        yield {"id": value["id"], "line": line.decode("utf-8", "surrogatepass")}


def cleaned(line: bytes):
    yield {"line": line.decode("utf-8", "surrogatepass")}


_DECODER = json.JSONDecoder()


def cleaned_row(line: bytes):
    """A record that `document` made of a row, back as columns; the annotation stays as it was spelled."""
    text = line.decode("utf-8", "surrogatepass")
    row = {"tamis": None}
    position = 1
    for key in ("id", "text"):
        position += len(f'"{key}":')
        row[key], position = _DECODER.raw_decode(text, position)
        position += 1
    if position < len(text):
        row["tamis"] = text[position + len('"tamis":'):-1]
    yield row


_SUMMARY = re.compile(r"^(\d+) documents?: .*?(\d+) removed, (\d+) rejected", re.MULTILINE)


def owed_by_summary(count: int, said: str) -> int:
    """How many records `clean` must have written: all that came but those that its summary says it left out."""
    found = _SUMMARY.search(said)
    if not found:
        raise CountMismatch(f"tamis clean read {count} documents and left with 0, but without a summary", said)
    documents, removed, _ = map(int, found.groups())
    if documents != count:
        raise CountMismatch(f"tamis clean tells of {documents} documents where {count} went in", said)
    return documents - removed
