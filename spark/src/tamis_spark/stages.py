"""Stage outputs: each is written once and taken up again by a later run of the same inputs and options."""

import hashlib
import json
import os
from typing import Callable

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from .native import Shipped
from .progress import Steps
from .shipping import ship_file


class Stages:
    """Tables under a folder of the cluster's storage, and files of the driver that all executors get."""

    def __init__(self, spark: SparkSession, folder: str, local_folder: str, settings: dict, steps: Steps):
        self.spark, self.local_folder, self.steps = spark, local_folder, steps
        digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:16]
        self.folder = f"{folder.rstrip('/')}/{digest}"

    def table(self, name: str, frame: Callable[[], DataFrame]) -> DataFrame:
        """`frame()`, or what an earlier run wrote of it."""
        path = f"{self.folder}/{name}"
        if exists(self.spark, f"{path}/_SUCCESS"):
            self.steps.tell(f"{name}: there already")
        else:
            made = frame()
            self.steps.run(name, lambda: made.write.mode("overwrite").parquet(path))
        return self.spark.read.parquet(path)

    def file(self, name: str) -> str:
        """The path of a file of the driver."""
        return os.path.join(self.local_folder, name)

    def shipped(self, name: str, write: Callable[[str], None]) -> Shipped:
        """A file that `write` makes at a path of the driver, given to all executors."""
        path = self.file(name)
        self.steps.run(name, lambda: write(path))
        return ship_file(self.spark.sparkContext, path)

    def remove(self) -> None:
        """Removes all tables of the run."""
        place = path_of(self.spark, self.folder)
        system = place.getFileSystem(self.spark._jsc.hadoopConfiguration())
        system.delete(place, True)
        parent = place.getParent()
        if not system.listStatus(parent):
            system.delete(parent, False)


def path_of(spark: SparkSession, path: str):
    """A path of any storage that Spark knows."""
    return spark._jvm.org.apache.hadoop.fs.Path(path)


def exists(spark: SparkSession, path: str) -> bool:
    """Whether there is something at a path of any storage that Spark knows."""
    place = path_of(spark, path)
    return place.getFileSystem(spark._jsc.hadoopConfiguration()).exists(place)


def _joined(batches):
    """One row of a batch's bytes: the driver takes few large rows faster than many small ones."""
    for batch in batches:
        if batch.num_rows:
            yield pa.RecordBatch.from_arrays([pa.array([b"".join(batch.column(0).to_pylist())], pa.binary())], ["line"])


def write_lines(frame: DataFrame, path: str) -> None:
    """Writes the one column of `frame`, bytes, to a file of the driver, in the frame's order and a part at a time."""
    with open(path, "wb") as file:
        for row in frame.mapInArrow(_joined, "line binary").toLocalIterator(prefetchPartitions=True):
            file.write(row["line"])
