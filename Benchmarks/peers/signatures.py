"""Peers of the job `signatures`: a MinHash signature of 128 values from the word 5-grams of every document.

    signatures.py rensa|gaoya|datasketch INPUT.jsonl OUTPUT.jsonl

Words are split at white space, as their manuals do. Every program writes a line per document; gaoya keeps its signatures inside
its index, so its lines have only the id.
"""

import sys

import orjson

VALUES = 128


def documents(source):
    with open(source, "rb") as records:
        for record in records:
            yield orjson.loads(record)


def shingles(text, join=" "):
    words = text.split()
    return [join.join(words[start:start + 5]) for start in range(len(words) - 4)]


def with_rensa(source, write):
    from rensa import RMinHash

    for document in documents(source):
        signature = RMinHash(num_perm=VALUES, seed=42)
        signature.update(shingles(document["text"]))
        write(document["id"], signature.digest())


def with_datasketch(source, write):
    from datasketch import MinHash

    for document in documents(source):
        signature = MinHash(num_perm=VALUES)
        signature.update_batch([shingle.encode() for shingle in shingles(document["text"])])
        write(document["id"], signature.digest().tolist())


def with_gaoya(source, write):
    import gaoya

    index = gaoya.minhash.MinHashStringIndex(
        hash_size=32, jaccard_threshold=0.8, num_bands=16, band_size=8, analyzer="word", lowercase=False,
        ngram_range=(5, 5), id_container="smallvec")
    for number, document in enumerate(documents(source)):
        index.insert_document(number, document["text"])
        write(document["id"], [])


with open(sys.argv[3], "wb", buffering=1 << 20) as output:
    {"rensa": with_rensa, "gaoya": with_gaoya, "datasketch": with_datasketch}[sys.argv[1]](
        sys.argv[2], lambda name, values: output.write(orjson.dumps({"id": name, "signature": values}) + b"\n"))
