"""Partitions through the native process: functions for `DataFrame.mapInArrow`."""

import json
from typing import Callable, Iterable, Iterator, List

import pyarrow as pa

from . import binary
from .stream import stream

#: Rows of a batch that goes back to Spark, and the bytes of lines after which it goes earlier.
BATCH_ROWS = 1024
BATCH_BYTES = 4 << 20


def dumps(value) -> bytes:
    """A line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def rows(batches: Iterable[pa.RecordBatch]) -> Iterator[dict]:
    """The rows of batches, one by one."""
    for batch in batches:
        yield from batch.to_pylist()


class Shipped:
    """A file that the driver gave to all executors, as an argument: its path is known where the task runs."""

    def __init__(self, name: str):
        self.name = name

    def path(self) -> str:
        from pyspark import SparkFiles

        return SparkFiles.get(self.name)


class Partition:
    """What one task does: rows to lines, lines through `tamis`, lines to rows.

    Holds only what can be sent to an executor; the binary is looked for, and its version checked, where it runs.
    """

    def __init__(
        self, binary_option, version: str, arguments: List[str], to_line: Callable[[dict], bytes],
        from_line: Callable[[bytes], Iterable[dict]], schema: pa.Schema, owes: Callable[[dict], bool] = None,
        owed: Callable[[int, str], int] = None,
    ):
        self.binary_option, self.version, self.arguments = binary_option, version, arguments
        self.to_line, self.from_line, self.schema, self.owes, self.owed = to_line, from_line, schema, owes, owed

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        command = [binary.checked(self.binary_option, self.version)]
        command += [each.path() if isinstance(each, Shipped) else each for each in self.arguments]
        owing = 0

        def lines():
            nonlocal owing
            for row in rows(batches):
                owing += 1 if self.owes is None or self.owes(row) else 0
                yield self.to_line(row)

        found, size = [], 0
        for line in stream(command, lines(), owed=self.owed or (lambda count, said: owing)):
            found.extend(self.from_line(line))
            size += len(line)
            if len(found) >= BATCH_ROWS or size >= BATCH_BYTES:
                yield pa.RecordBatch.from_pylist(found, schema=self.schema)
                found, size = [], 0
        if found:
            yield pa.RecordBatch.from_pylist(found, schema=self.schema)
