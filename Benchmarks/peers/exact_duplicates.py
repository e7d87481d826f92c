"""Peers of the job `exact-duplicates`: the records whose text no earlier record has, from JSON Lines to JSON Lines.

    exact_duplicates.py set|polars INPUT.jsonl OUTPUT.jsonl

Both compare bytes. The set holds hashes of 128 bits and passes the records on as they came; polars writes them anew.
"""

import sys


def with_set(source, target):
    import orjson
    import xxhash

    seen = set()
    with open(source, "rb") as records, open(target, "wb", buffering=1 << 20) as output:
        for record in records:
            key = xxhash.xxh3_128_digest(orjson.loads(record)["text"].encode())
            if key not in seen:
                seen.add(key)
                output.write(record)


def with_polars(source, target):
    import polars

    polars.read_ndjson(source).unique(subset="text", keep="first", maintain_order=True).write_ndjson(target)


{"set": with_set, "polars": with_polars}[sys.argv[1]](sys.argv[2], sys.argv[3])
