"""The lines that cross to the native process and back, by step; docs/spark.md and docs/fingerprints.md describe them."""

import json
from base64 import b64decode, b64encode

from .native import dumps

#: What a record may tell besides its id and text; the columns come by these names.
FIELDS = ("title", "site", "url", "language")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DECODER = json.JSONDecoder()


def document(row: dict) -> bytes:
    """A record: the line of a JSON Lines input as it stands, or an object of a row's id, text and fields."""
    line = row.get("line")
    if line is not None:
        return line[3:] if line.startswith(_BYTE_ORDER_MARK) else line
    text = row["text"]
    # Files of text come as bytes.
    record = {"id": row["id"], "text": text.decode("utf-8", "replace") if isinstance(text, bytes) else text}
    for name in FIELDS:
        if row.get(name) is not None:
            record[name] = row[name]
    return dumps(record)


def ballot(line: bytes, row: dict):
    value = json.loads(line)
    yield {
        "id": value.get("id"), "site": value.get("site"), "place": row.get("place"),
        "has_id": row.get("given_id") is not None, "votes": value.get("votes"), "keys": value.get("keys"),
        "error": value.get("error"),
    }


def fingerprint(line: bytes, row: dict):
    """A document's keys; nothing of a record that cannot be read, which `clean` rejects."""
    value = json.loads(line)
    if "error" in value:
        return
    exact_key = value["exact_key"]
    yield {
        "id": value["id"], "place": value.get("preference", row.get("place")),
        "exact_key": bytes.fromhex(exact_key) if exact_key else None, "address_key": value.get("address_key"),
        "band_keys": sorted(set(value["band_keys"])), "shingles": b64decode(value["shingles"]),
    }


def candidate(row: dict) -> bytes:
    return b'{"ids":["%d","%d"],"shingles":["%b","%b"]}' % (
        row["earlier"], row["later"], b64encode(row["earlier_shingles"]), b64encode(row["later_shingles"]))


def member(row: dict) -> bytes:
    return b'{"bucket":%d,"id":"%d","shingles":"%b"}' % (row["key"], row["number"], b64encode(row["shingles"]))


def verified(line: bytes, row: dict):
    for earlier, later, common, earlier_count, later_count in json.loads(line):
        yield {
            "earlier": int(earlier), "later": int(later), "common_count": common, "earlier_count": earlier_count,
            "later_count": later_count,
        }


def of_component(row: dict) -> bytes:
    """Kind 0 is a document, 1 a copy with its representative (`other`), 2 a pair with `other` as the later one."""
    component, number = str(row["component"]), str(row["number"])
    if row["kind"] == 0:
        return dumps({"component": component, "id": number, "name": row["id"]})
    if row["kind"] == 1:
        return dumps({"component": component, "copy": [number, str(row["other"])]})
    return dumps({"component": component, "pair": [number, str(row["other"]), *row["counts"]]})


def is_document(row: dict) -> bool:
    return row["kind"] == 0


def decision(line: bytes, row: dict):
    """The line of the drop file with its id; nothing where a document is like no other after all."""
    value = json.loads(line)
    if value is not None:
        yield {"id": value["id"], "line": line + b"\n"}


def cleaned_record(line: bytes):
    """Id, text and annotation of a record that `document` made of a row; the annotation stays as it was spelled."""
    text = line.decode("utf-8", "surrogatepass")
    found = {}
    position = 1
    while position < len(text):
        key, position = _DECODER.raw_decode(text, position)
        if key == "tamis":
            found[key] = text[position + 1:-1]
            break
        found[key], position = _DECODER.raw_decode(text, position + 1)
        position += 1
    return found["id"], found["text"], found.get("tamis")


def text_record(line: bytes) -> bytes:
    """A record of id, text and annotation alone: the site of a file is its folder, and no member of its record."""
    identity, text, annotation = cleaned_record(line)
    record = dumps({"id": identity, "text": text})
    return record if annotation is None else record[:-1] + b',"tamis":' + annotation.encode("utf-8", "surrogatepass") + b"}"
