"""Sets of documents as sorted files of numbers of 64 bits, which executors map into memory.

A join with such a set would move all keys or shingles of all documents; a look into the file moves nothing.
"""

import bisect
import mmap
import os
import struct

import pyarrow as pa
from pyspark.sql import DataFrame, functions as F

from .native import Shipped
from .stages import Stages, write_lines

_mapped = {}


class NumberSet:
    """A set that was shipped; the file is mapped once a Python worker."""

    def __init__(self, shipped: Shipped):
        self.shipped = shipped

    def __contains__(self, number: int) -> bool:
        numbers = _mapped.get(self.shipped.name)
        if numbers is None:
            numbers = _mapped[self.shipped.name] = _map(self.shipped.path())
        place = bisect.bisect_left(numbers, number)
        return place < len(numbers) and numbers[place] == number

    def holds(self, column: str):
        """The condition that a column's number is in the set."""
        return F.udf(self.__contains__, "boolean")(column)


def number_set(stages: Stages, name: str, frame: DataFrame) -> NumberSet:
    """The numbers in the one column of `frame`."""
    numbers = frame.toDF("number").distinct().orderBy("number").mapInArrow(_packed, "line binary")
    return NumberSet(stages.shipped(name, lambda path: write_lines(numbers, path)))


def _packed(batches):
    for batch in batches:
        if batch.num_rows:
            numbers = batch.column(0).to_pylist()
            yield pa.RecordBatch.from_arrays(
                [pa.array([struct.pack(f"={len(numbers)}q", *numbers)], pa.binary())], ["line"])


def _map(path: str):
    if os.path.getsize(path) == 0:
        return ()
    with open(path, "rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("q")
