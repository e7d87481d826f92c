"""Partitions through the native process: functions for `DataFrame.mapInArrow`."""

import json
from collections import deque
from typing import Callable, Iterable, Iterator, List, Optional

import pyarrow as pa

from . import binary
from .stream import stream

#: Rows of a batch that goes back to Spark, and the bytes of lines after which it goes earlier.
BATCH_ROWS = 1024
BATCH_BYTES = 4 << 20


def dumps(value) -> bytes:
    """A line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def in_batches(rows: Iterable[tuple], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Batches of bounded size; each row comes with the bytes it takes."""
    found, size = [], 0
    for row, count in rows:
        found.append(row)
        size += count
        if len(found) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield pa.RecordBatch.from_pylist(found, schema=schema)
            found, size = [], 0
    if found:
        yield pa.RecordBatch.from_pylist(found, schema=schema)


class Shipped:
    """A file that the driver gave to all executors, as an argument: its path is known where the task runs."""

    def __init__(self, name: str):
        self.name = name

    def __str__(self) -> str:
        return self.name

    def path(self) -> str:
        from pyspark import SparkFiles

        return SparkFiles.get(self.name)


class Native:
    """The binary of a run: where the driver has it, and its version there."""

    def __init__(self, path: str, version: str):
        self.path, self.version = path, version
        #: Set where executors get the file itself.
        self.shipped: Optional[Shipped] = None

    def command(self, arguments: Iterable) -> List[str]:
        """The command where the task runs, once the binary is known to be the driver's."""
        path = binary.checked(self.shipped.path() if self.shipped else self.path, self.version)
        return [path] + [each.path() if isinstance(each, Shipped) else each for each in arguments]


class Partition:
    """What one task does: rows to lines, lines through `tamis`, lines to rows.

    Each row makes one line and each line comes back as one, which `from_line` gets with its row; only rows of which
    `owes` says no bring nothing.
    """

    def __init__(
        self, native: Native, arguments: List, to_line: Callable[[dict], bytes],
        from_line: Callable[[bytes, dict], Iterable[dict]], schema: pa.Schema, codes=(0,),
        owes: Optional[Callable[[dict], bool]] = None,
    ):
        self.native, self.arguments, self.codes = native, arguments, codes
        self.to_line, self.from_line, self.schema, self.owes = to_line, from_line, schema, owes

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        waiting, owing = deque(), 0

        def lines():
            nonlocal owing
            for batch in batches:
                for row in batch.to_pylist():
                    line = self.to_line(row)
                    if self.owes is None or self.owes(row):
                        owing += 1
                        waiting.append(self.carried(row))
                    yield line

        def found():
            command = self.native.command(self.arguments)
            for line in stream(command, lines(), owed=lambda count: owing, codes=self.codes):
                # A line too many is told by the count; it has no row.
                row = waiting.popleft() if waiting else {}
                size = len(line)
                for each in self.from_line(line, row):
                    yield each, size
                    size = 0

        yield from in_batches(found(), self.schema)

    @staticmethod
    def carried(row: dict) -> dict:
        """What waits for the line to come back: not the texts."""
        return {name: row.get(name) for name in ("place", "given_id")}
