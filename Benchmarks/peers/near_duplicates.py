"""Peers of the job `near-duplicates`: the documents without near copies, from JSON Lines to JSON Lines.

    near_duplicates.py rensa|gaoya|datasketch INPUT.jsonl OUTPUT.jsonl

Words are split at white space, as their manuals do, and signatures have 128 values. None of the three looks at a pair again:
what their index says is a duplicate is dropped. Their threshold is .75: at .7 they find fewer pairs rightly.
"""

import sys

import orjson

THRESHOLD = 0.75
VALUES = 128


def shingles(text, join=" "):
    words = text.split()
    return [join.join(words[start:start + 5]) for start in range(max(1, len(words) - 4))]


def with_rensa(documents):
    from rensa import RMinHashDeduplicator

    index = RMinHashDeduplicator(threshold=THRESHOLD, num_perm=VALUES, use_lsh=True)
    return index.add_pairs((str(number), shingles(document["text"])) for number, document in enumerate(documents))


def with_datasketch(documents):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=VALUES)
    for number, document in enumerate(documents):
        signature = MinHash(num_perm=VALUES)
        signature.update_batch([shingle.encode() for shingle in shingles(document["text"])])
        yield not index.query(signature)
        index.insert(number, signature, check_duplication=False)


def with_gaoya(documents):
    import gaoya

    index = gaoya.minhash.MinHashStringIndex(
        hash_size=32, jaccard_threshold=THRESHOLD, num_bands=16, band_size=8, analyzer="word", lowercase=False,
        ngram_range=(5, 5), id_container="smallvec")
    for number, document in enumerate(documents):
        yield not index.query(document["text"])
        index.insert_document(number, document["text"])


with open(sys.argv[2], "rb") as records:
    documents = [orjson.loads(record) for record in records]
stays = {"rensa": with_rensa, "gaoya": with_gaoya, "datasketch": with_datasketch}[sys.argv[1]](documents)
with open(sys.argv[3], "wb", buffering=1 << 20) as output:
    for document, is_kept in zip(documents, stays, strict=True):
        if is_kept:
            output.write(orjson.dumps(document) + b"\n")
