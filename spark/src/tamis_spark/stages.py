"""Stage outputs: each is written once and taken up again by a later run of the same inputs and options."""

import hashlib
import json
import os

from pyspark.sql import DataFrame, SparkSession


class Stages:
    """Tables under a folder of the cluster's storage, and files of the driver that all executors get."""

    def __init__(self, spark: SparkSession, folder: str, local_folder: str, settings: dict):
        self.spark, self.local_folder = spark, local_folder
        digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:16]
        self.folder = f"{folder.rstrip('/')}/{digest}"
        self.digest = digest
        os.makedirs(local_folder, exist_ok=True)

    def table(self, frame, name: str) -> DataFrame:
        """`frame()`, or what an earlier run wrote of it."""
        path = f"{self.folder}/{name}"
        if not exists(self.spark, f"{path}/_SUCCESS"):
            frame().write.mode("overwrite").parquet(path)
        return self.spark.read.parquet(path)

    def checkpoint(self, frame: DataFrame, name: str) -> DataFrame:
        return self.table(lambda: frame, name)

    def file(self, name: str) -> str:
        """The path of a file of the driver, with a name of this run: executors keep shipped files by name."""
        return os.path.join(self.local_folder, f"{self.digest}-{name}")

    def ship(self, path: str) -> str:
        """Gives a file to all executors; returns its name there."""
        self.spark.sparkContext.addFile(path)
        return os.path.basename(path)


def exists(spark: SparkSession, path: str) -> bool:
    """Whether there is something at a path of any storage that Spark knows."""
    place = spark._jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark._jsc.hadoopConfiguration()).exists(place)
