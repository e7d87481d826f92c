"""Peers of the jobs `signals` and `repetition`: datatrove's filters, the records that pass all of them.

    signals.py all|repetition|all-split|repetition-split INPUT.jsonl OUTPUT.jsonl

As datatrove comes, it cuts words and sentences by spaCy; with -split, words stand between white space and sentences are
those of a pattern, which is faster and the definition that tamis follows.
"""

import re
import sys

import orjson
from datatrove.data import Document
from datatrove.pipeline.filters import c4_filters, fineweb_quality_filter, gopher_quality_filter, gopher_repetition_filter

SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")


def main(job, source, target):
    if job.endswith("-split"):
        for module in (gopher_repetition_filter, gopher_quality_filter, fineweb_quality_filter):
            module.split_into_words = lambda text, language: text.split()
        c4_filters.split_into_sentences = lambda text, language: SENTENCE.findall(text)
    filters = [gopher_repetition_filter.GopherRepetitionFilter()]
    if job.startswith("all"):
        filters += [
            gopher_quality_filter.GopherQualityFilter(),
            c4_filters.C4QualityFilter(), fineweb_quality_filter.FineWebQualityFilter(),
        ]
    with open(source, "rb") as records, open(target, "wb", buffering=1 << 20) as output:
        for record in records:
            document = orjson.loads(record)
            # All are asked, as tamis lists every violated bound; each gets the text as it came.
            verdicts = [judge.filter(Document(text=document["text"], id=document["id"])) is True for judge in filters]
            if all(verdicts):
                output.write(record)


main(*sys.argv[1:])
