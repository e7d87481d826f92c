"""The last pass: documents are cleaned, and each partition brings its ledger, its rejected records and its summary.

All four come as rows of one table, told apart by `kind`, since a task has one way out:

    document   the record as it leaves: `line` of JSON Lines; `row`, `text` and `tamis` of a table
    patch      `patch`, a line of the ledger
    rejected   `patch`, a record that cannot be read, in its bytes
    summary    `line`, as `tamis clean --summary` writes it
"""

import base64
import json
import os
import shutil
import tempfile
from array import array
from collections import deque
from typing import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.types import StructType

from . import lines
from .errors import CountMismatch
from .native import Native, in_batches
from .progress import Metrics
from .sources import Source
from .stream import stream

_PATCH_COLUMNS = {
    "document": "string", "rule": "string", "range_start": "long", "range_end": "long", "offset": "long",
    "length": "long", "output_length": "long", "evidence": "string", "applied": "boolean", "removed": "binary"}
_ARROW_TYPES = {"string": pa.string(), "long": pa.int64(), "boolean": pa.bool_(), "binary": pa.binary()}
_PATCH = pa.struct([(name, _ARROW_TYPES[kind]) for name, kind in _PATCH_COLUMNS.items()])
_KINDS = [
    ("kind", pa.string()), ("line", pa.binary()), ("text", pa.string()), ("tamis", pa.string()), ("patch", _PATCH)]


def cleaned(native: Native, source: Source, arguments, metrics: Metrics) -> DataFrame:
    """The table of all four kinds."""
    patch = StructType()
    for name, kind in _PATCH_COLUMNS.items():
        patch.add(name, kind)
    spelled = StructType().add("kind", "string").add("line", "binary").add("text", "string").add("tamis", "string")
    spelled.add("patch", patch)
    frame = source.frame
    if source.is_table:
        spelled.add("row", frame.schema["row"].dataType)
    return frame.mapInArrow(_Cleaning(native, arguments, source.is_table, source.leaving, metrics), spelled)


class _Cleaning:
    """What one task does."""

    def __init__(self, native: Native, arguments, is_table: bool, leaving, metrics: Metrics):
        self.native, self.arguments, self.is_table = native, arguments, is_table
        self.leaving, self.metrics = leaving, metrics

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        first = next((batch for batch in batches if batch.num_rows), None)
        if first is None:
            return
        task = _Task(self, first)
        try:
            yield from task.run(batches)
        finally:
            shutil.rmtree(task.folder, ignore_errors=True)


class _Task:
    """One partition on its way through the native process."""

    def __init__(self, cleaning: _Cleaning, first: pa.RecordBatch):
        self.cleaning, self.first = cleaning, first
        self.folder = tempfile.mkdtemp(prefix="tamis-spark-")
        self.ledger, self.summary = os.path.join(self.folder, "ledger"), os.path.join(self.folder, "summary")
        fields = list(_KINDS)
        if cleaning.is_table:
            fields.append(("row", first.schema.field("row").type))
        self.schema = pa.schema(fields)
        #: Where each record begins in what the process reads.
        self.starts = array("q")
        #: Batches of a table whose documents are not all back yet, each with their ids.
        self.waiting = deque()

    def run(self, batches):
        arguments = ["clean", *self.cleaning.arguments, "--ledger", self.ledger, "--summary", self.summary]
        command = self.cleaning.native.command(arguments)
        # 2 is what is left with where a record is rejected.
        found = stream(command, self.lines(batches), owed=self.owed, codes=(0, 2))
        if self.cleaning.is_table:
            yield from self.rows(found)
        else:
            records = map(self.cleaning.leaving, found)
            yield from in_batches((({"kind": "document", "line": line}, len(line)) for line in records), self.schema)
        yield from in_batches(self.patches(), self.schema)
        with open(self.summary, "rb") as file:
            line = file.read()
        self.cleaning.metrics.add(json.loads(line))
        yield pa.RecordBatch.from_pylist([{"kind": "summary", "line": line}], schema=self.schema)

    def lines(self, batches):
        end = 0
        for batch in (each for source in ([self.first], batches) for each in source):
            names = [name for name in batch.schema.names if name != "row"]
            rows = batch.select(names).to_pylist()
            if self.cleaning.is_table:
                self.waiting.append((batch, [row["id"] for row in rows]))
            for row in rows:
                line = lines.document(row)
                self.starts.append(end)
                end += len(line) + 1
                yield line

    def owed(self, count: int) -> int:
        """How many records must have come back: all but those that the summary says were left out."""
        try:
            with open(self.summary, "rb") as file:
                summary = json.load(file)
        except (OSError, ValueError) as error:
            raise CountMismatch(f"tamis clean read {count} documents and left no summary: {error}") from error
        if summary["documents"] != count:
            raise CountMismatch(f"tamis clean tells of {summary['documents']} documents where {count} went in")
        return count - summary["removed"] - summary["rejected"]

    def rows(self, found):
        """Documents of a table: they come back in order, so that those passed over are the ones that were left out."""
        back, place = [], 0
        for line in found:
            document = lines.cleaned_record(line)
            while True:
                if not self.waiting:
                    raise CountMismatch(f"tamis clean wrote a document that did not go in: '{document[0]}'")
                ids = self.waiting[0][1]
                while place < len(ids) and ids[place] != document[0]:
                    place += 1
                if place < len(ids):
                    break
                yield from self._batch(back)
                back, place = [], 0
            back.append((place, *document[1:]))
            place += 1
        while self.waiting:
            yield from self._batch(back)
            back = []

    def _batch(self, back):
        """Of the batch that waits longest what is back: places, texts and annotations."""
        batch, _ = self.waiting.popleft()
        if not back:
            return
        places, texts, annotations = zip(*back)
        columns = {
            "kind": pa.array(["document"] * len(back)), "text": pa.array(texts, pa.string()),
            "tamis": pa.array(annotations, pa.string()),
            "row": batch.column(batch.schema.get_field_index("row")).take(pa.array(places, pa.int64())),
        }
        yield pa.RecordBatch.from_arrays(
            [columns.get(field.name, pa.nulls(len(back), field.type)) for field in self.schema], schema=self.schema)

    def patches(self):
        with open(self.ledger, "rb") as file:
            for line in file:
                value = json.loads(line.decode("utf-8", "surrogatepass"))
                if value["type"] != "patch":
                    continue
                kind = "rejected" if value["rule"] == "rejected" else "patch"
                yield {"kind": kind, "patch": self._patch(value)}, len(line)

    def _patch(self, value: dict) -> dict:
        removed = value.get("removed")
        evidence = value.get("evidence")
        start, end = value.get("range", (None, None))
        return {
            "document": value.get("document"), "rule": value["rule"], "range_start": start, "range_end": end,
            # From the record's first byte on: where it stood in the partition tells nobody anything.
            "offset": value["offset"] - self.starts[value["record"] - 1], "length": value["length"],
            "output_length": value["output_length"],
            "evidence": None if evidence is None else json.dumps(evidence, ensure_ascii=False, separators=(",", ":")),
            "applied": value["applied"],
            "removed": base64.b64decode(value["removed_base64"]) if removed is None and "removed_base64" in value
            else None if removed is None else removed.encode("utf-8", "surrogatepass"),
        }
