"""Peers of the job `lines`: keep the first copy of every line of a document.

    lines.py set|polars INPUT.jsonl OUTPUT.jsonl
"""

import sys


def with_set(source, target):
    """The loop everybody writes: a set per document, blank lines kept."""
    import orjson

    with open(source, "rb") as records, open(target, "wb", buffering=1 << 20) as output:
        for record in records:
            document = orjson.loads(record)
            seen, kept = set(), []
            for line in document["text"].split("\n"):
                if line.strip():
                    if line in seen:
                        continue
                    seen.add(line)
                kept.append(line)
            document["text"] = "\n".join(kept)
            output.write(orjson.dumps(document) + b"\n")


def with_polars(source, target):
    """The shortest expression in polars; it drops repeated blank lines as well."""
    import polars

    text = polars.col("text").str.split("\n").list.unique(maintain_order=True).list.join("\n")
    polars.read_ndjson(source).with_columns(text).write_ndjson(target)


{"set": with_set, "polars": with_polars}[sys.argv[1]](sys.argv[2], sys.argv[3])
