"""`tamis-spark clean`: the passes in order."""

import os
import subprocess
import tempfile
from dataclasses import asdict, dataclass, field
from typing import List, Optional

from pyspark.sql import DataFrame, SparkSession, functions as F

from . import binary, lines, passes
from .errors import NativeError, ProcessFailed
from .native import Shipped, dumps
from .stages import Stages, exists


@dataclass
class Request:
    """What is asked for."""

    input: List[str]
    output: str
    format: str = "jsonl"
    text_column: str = "text"
    id_column: str = "id"
    order_column: Optional[str] = None
    keep: str = "first"
    near: str = "0.8"
    rules: List[str] = field(default_factory=list)
    partitions: Optional[int] = None
    annotate: bool = False
    binary: Optional[str] = None
    work: Optional[str] = None

    def settings(self, version: str) -> dict:
        """What decides about the stages."""
        values = asdict(self)
        for name in ("output", "binary", "work", "partitions", "annotate"):
            del values[name]
        return {**values, "version": version}


def clean(spark: SparkSession, request: Request) -> None:
    """Reads, compares and cleans; writes `request.output`."""
    if request.keep == "first" and request.order_column is None:
        raise ValueError("--keep first needs --order-column: a table has no order of its own; or take --keep longest")
    if exists(spark, request.output):
        raise ValueError(f"{request.output} is there already; name another output or remove it")
    path = binary.find(request.binary)
    version = binary.version(path)
    native = passes.Native(request.binary, version, request.near, request.rules)
    with tempfile.TemporaryDirectory(prefix="tamis-spark-") as local_folder:
        settings = request.settings(version)
        stages = Stages(spark, request.work or request.output.rstrip("/") + ".stages", local_folder, settings)
        _clean(spark, request, native, path, stages)


def _clean(spark, request, native, path, stages):
    documents = _documents(spark, request)
    fields = _fields(request)
    places = stages.table(lambda: _places(documents, request), "places")
    _refuse_repeated_ids(places)
    ballots = stages.table(lambda: passes.ballots(native, documents, fields), "ballots")
    counted = stages.table(lambda: passes.counted_keys(ballots, places, ballots.count()), "templates")
    templates = Shipped(stages.ship(_templates_file(path, counted, stages)))
    prints = stages.table(lambda: passes.fingerprints(native, documents, fields, templates), "fingerprints")
    keys, shingles = prints.drop("shingles"), prints.select("id", "shingles")
    ranked = passes.ordered(keys, places, request.keep)
    copies = stages.table(lambda: passes.copies(ranked), "copies")
    buckets = stages.table(lambda: passes.bucketed(ranked, copies), "buckets")
    small = stages.table(lambda: passes.pairs_of_small_buckets(native, buckets, shingles), "small-pairs")
    large = stages.table(lambda: passes.pairs_of_large_buckets(native, buckets, shingles), "large-pairs")
    pairs = stages.table(lambda: small.union(large).distinct(), "pairs")
    decisions = stages.table(
        lambda: passes.decisions(native, ranked, copies, pairs, stages.checkpoint), "decisions")
    drop = Shipped(stages.ship(_drop_file(decisions, stages)))
    options = fields + (["--annotate"] if request.annotate else [])
    _write(request, native, documents, options, templates, drop)


def _write(request, native, documents, options, templates, drop):
    if request.format == "parquet":
        frame = passes.cleaned(
            native, documents, options, templates, drop, lines.cleaned_row, passes.TABLE,
            "id string, text string, tamis string")
        frame = frame.withColumnsRenamed({"id": request.id_column, "text": request.text_column})
        frame.write.mode("errorifexists").parquet(request.output)
    else:
        frame = passes.cleaned(
            native, documents, options, templates, drop, lines.cleaned, passes.LINE, "line string")
        frame.write.mode("errorifexists").option("lineSep", "\n").text(request.output)


def _documents(spark, request) -> DataFrame:
    if request.format == "parquet":
        frame = spark.read.parquet(*request.input)
        order = F.col(request.order_column).cast("long") if request.order_column else F.lit(0).cast("long")
        frame = frame.select(
            F.col(request.id_column).cast("string").alias("id"), F.col(request.text_column).alias("text"),
            order.alias("place"), F.lit(None).cast("string").alias("line"))
    else:
        frame = spark.read.option("lineSep", "\n").text(request.input).where(F.trim("value") != "").select(
            F.col("value").alias("line"))
    return frame.repartition(request.partitions) if request.partitions else frame


def _fields(request) -> List[str]:
    # A row of a table becomes a record of our own, with these names.
    if request.format == "parquet":
        return []
    return ["--text-field", request.text_column, "--id-field", request.id_column]


def _places(documents, request) -> DataFrame:
    if request.format == "parquet":
        return documents.select("id", "place")
    order = F.get_json_object("line", f"$.{request.order_column}") if request.order_column else F.lit(0)
    return documents.select(
        F.get_json_object("line", f"$.{request.id_column}").alias("id"), order.cast("long").alias("place"))


def _refuse_repeated_ids(places) -> None:
    bad = places.where("id is null or place is null").first()
    if bad is not None:
        raise ValueError(f"every document needs an id and a whole number to order by; found {bad.asDict()}")
    repeated = places.groupBy("id").count().where("count > 1").first()
    if repeated is not None:
        raise ValueError(f"ids must be unique; {repeated['count']} documents are '{repeated['id']}'")


def _templates_file(path, counted, stages) -> str:
    written, target = stages.file("counted.jsonl"), stages.file("templates")
    with open(written, "wb") as file:
        for row in counted.orderBy("key").toLocalIterator():
            file.write(dumps(row.asDict()) + b"\n")
    done = subprocess.run(
        [path, "templates", "--counted", "--from", "jsonl", written, "-o", target], capture_output=True, text=True)
    if done.returncode != 0 or not os.path.exists(target):
        raise ProcessFailed(f"tamis templates left with exit code {done.returncode}", done.stderr)
    return target


def _drop_file(decisions, stages) -> str:
    path = stages.file("drop.jsonl")
    with open(path, "wb") as file:
        # Spark orders strings by their UTF-8 bytes, as the drop file asks for.
        for row in decisions.orderBy("id").toLocalIterator():
            file.write(row["line"].encode("utf-8", "surrogatepass") + b"\n")
    return path


__all__ = ["NativeError", "Request", "clean"]
