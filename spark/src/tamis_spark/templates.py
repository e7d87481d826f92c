"""The first pass: which lines many documents share."""

import subprocess

import pyarrow as pa
from pyspark.sql import DataFrame, Window, functions as F

from . import lines
from .errors import ProcessFailed
from .native import Native, Partition, Shipped, dumps
from .sources import Source
from .stages import Stages, write_lines

#: The fewest votes of any template; TemplateThreshold of the library.
LEAST_VOTE_COUNT = 5

_INTS = pa.list_(pa.int64())
_BALLOT = pa.schema([
    ("id", pa.string()), ("site", pa.string()), ("place", pa.int64()), ("has_id", pa.bool_()), ("votes", _INTS),
    ("keys", _INTS), ("error", pa.string())])
_SPELLED = "id string, site string, place long, has_id boolean, votes array<long>, keys array<long>, error string"


def ballots(native: Native, source: Source) -> DataFrame:
    """A row for each record: what it votes for, or why it cannot be read."""
    options = [option for option in source.options]
    arguments = ["templates", "--ballots", "--from", "jsonl", "--threads", "1", "-o", "-", *options]
    return source.records().mapInArrow(Partition(native, arguments, lines.document, lines.ballot, _BALLOT), _SPELLED)


def refuse_bad_ids(ballots: DataFrame) -> None:
    """Documents are named by their ids, so that each needs one of its own."""
    readable = ballots.where("error is null")
    bad = readable.where("not has_id or place is null").first()
    if bad is not None:
        what = "a whole number to order by" if bad["has_id"] else "an id"
        raise ValueError(f"every document needs {what}; '{bad['id']}' has none")
    repeated = readable.groupBy("id").count().where("count > 1").first()
    if repeated is not None:
        raise ValueError(f"ids must be unique; {repeated['count']} documents are '{repeated['id']}'")


def templates(native: Native, ballots: DataFrame, stages: Stages) -> Shipped:
    """The file of the lines that enough documents vote for."""
    rows = ballots.where("error is null and size(keys) > 0").select(
        "id", "place", "site", "votes", F.explode("keys").alias("key"))
    # A key of fewer documents than the least number of votes cannot have these votes.
    frequent = stages.table("frequent-keys", lambda: rows.groupBy("key").count().where(
        F.col("count") >= LEAST_VOTE_COUNT).select("key"))
    counted = stages.table("templates", lambda: _counted(rows.join(frequent, "key"), ballots.where("error is null")))

    def write(path):
        _write(native, counted, path)

    return stages.shipped("templates.file", write)


def _counted(held: DataFrame, ballots: DataFrame) -> DataFrame:
    """Each key with its votes, the documents of its site or of all, and the first three that hold it."""
    votes = held.groupBy("key").agg(
        F.least(*[F.countDistinct(F.col("votes")[place]) for place in range(3)]).alias("vote_count"),
        F.first("site").alias("site"))
    numbered = held.select("key", "place", "id").withColumn(
        "number", F.row_number().over(Window.partitionBy("key").orderBy("place", "id")))
    first = numbered.where("number <= 3").groupBy("key").agg(
        F.sort_array(F.collect_list(F.struct("number", "id"))).alias("first"))
    sites = ballots.where("site is not null").groupBy("site").count()
    return votes.where(F.col("vote_count") >= LEAST_VOTE_COUNT).join(sites, "site", "left").join(first, "key").select(
        "key", "vote_count", F.coalesce("count", F.lit(ballots.count())).alias("population_count"),
        F.col("first.id").alias("documents"))


def _lines(batches):
    for batch in batches:
        rows = [dumps(row) + b"\n" for row in batch.to_pylist()]
        yield pa.RecordBatch.from_arrays([pa.array(rows, pa.binary())], ["line"])


def _write(native: Native, counted: DataFrame, path: str) -> None:
    write_lines(counted.orderBy("key").mapInArrow(_lines, "line binary"), path + ".jsonl")
    done = subprocess.run(
        [native.path, "templates", "--counted", "--from", "jsonl", path + ".jsonl", "-o", path], capture_output=True,
        text=True)
    if done.returncode != 0:
        raise ProcessFailed(f"tamis templates left with exit code {done.returncode}", done.stderr)
