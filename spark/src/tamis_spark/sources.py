"""What is read: JSON Lines, Parquet or plain texts, as rows for the native steps."""

import re
from dataclasses import dataclass
from typing import Callable, List
from urllib.parse import unquote

from pyspark.sql import DataFrame, SparkSession, functions as F

from .lines import FIELDS, text_record
from .stages import path_of


@dataclass
class Source:
    """The documents: `line` of JSON Lines, else `id`, `text` and the fields; of a table all other columns as `row`."""

    frame: DataFrame
    #: The columns of a table in order, its text among them; none where records leave as lines.
    columns: List[str]
    #: How the native steps are told the fields of a record.
    options: List[str]
    #: What a line that comes back becomes.
    leaving: Callable[[bytes], bytes] = bytes

    @property
    def is_table(self) -> bool:
        return bool(self.columns)

    def records(self) -> DataFrame:
        """What the steps before cleaning need."""
        return self.frame.drop("row")


def source(spark: SparkSession, request) -> Source:
    """The documents of a request."""
    read = {"jsonl": _json_lines, "parquet": _table, "text": _texts}[request.format]
    found = read(spark, request)
    if request.partitions:
        found.frame = found.frame.repartition(request.partitions)
    return found


def _fields(request) -> dict:
    return {name: request.fields[name] for name in FIELDS if request.fields.get(name)}


def _json_lines(spark, request) -> Source:
    frame = spark.read.option("lineSep", "\n").text(request.input)
    # Blank lines are passed over, by the native process as well.
    frame = frame.where(F.col("value").rlike(r"[^\x09-\x0D\x20]"))
    frame = frame.select(
        F.col("value").cast("binary").alias("line"),
        F.get_json_object("value", _json_path(request.id_column)).alias("given_id"),
        _place(request, lambda name: F.get_json_object("value", _json_path(name))))
    options = ["--text-field", request.text_column, "--id-field", request.id_column]
    for name, field in _fields(request).items():
        options += [f"--{name}-field", field]
    return Source(frame, [], options)


def _json_path(field: str) -> str:
    """A key or a JSON Pointer as `get_json_object` spells it."""
    parts = [field]
    if field.startswith("/"):
        parts = [part.replace("~1", "/").replace("~0", "~") for part in field[1:].split("/")]
    return "$" + "".join(f"['{part}']" for part in parts)


def _table(spark, request) -> Source:
    frame = spark.read.parquet(*request.input)
    fields = _fields(request)
    for name in [request.id_column, request.text_column, *fields.values()]:
        if name not in frame.columns:
            raise ValueError(f"there is no column '{name}'; the table has: {', '.join(frame.columns)}")
    if "tamis" in frame.columns:
        raise ValueError("the table has a column 'tamis' already, where the annotation goes; rename or drop it")
    identity = F.col(_quoted(request.id_column)).cast("string")
    others = [F.col(_quoted(name)) for name in frame.columns if name != request.text_column]
    selected = frame.select(
        identity.alias("id"), identity.alias("given_id"), F.col(_quoted(request.text_column)).alias("text"),
        *[F.col(_quoted(column)).cast("string").alias(name) for name, column in fields.items()],
        _place(request, lambda name: F.col(_quoted(name))), F.struct(*others).alias("row"))
    return Source(selected, frame.columns, _record_options(fields))


def _texts(spark, request) -> Source:
    """A file is a document; its path below the folder that was given is its id, the folder it lies in its site."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(request.input)
    # Spark passes over files without a byte, which are documents all the same.
    listed = [(re.sub("^file:/+", "file:/", unquote(path)),) for path in files.inputFiles()]
    empty = spark.createDataFrame(listed, "path string").join(files.select("path"), "path", "left_anti")
    files = files.select("path", "content").union(empty.select("path", F.lit(b"").alias("content")))
    path = F.col("path")
    identity = F.regexp_extract(path, "[^/]*$", 0)
    for folder in request.input:
        place = path_of(spark, folder)
        root = place.getFileSystem(spark._jsc.hadoopConfiguration()).makeQualified(place).toString().rstrip("/") + "/"
        identity = F.when(path.startswith(root), F.expr(f"substring(path, {len(root) + 1})")).otherwise(identity)
    frame = files.select(identity.alias("id"), F.col("content").alias("text")).select(
        "id", F.col("id").alias("given_id"), "text", F.lit(0).cast("long").alias("place"),
        F.when(F.col("id").contains("/"), F.regexp_replace("id", "/[^/]*$", "")).alias("site"))
    return Source(frame, [], _record_options({"site": "site"}), text_record)


def _record_options(fields) -> List[str]:
    # A row becomes a record of our own, with these names.
    return [part for name in fields if name != "language" for part in (f"--{name}-field", name)]


def _place(request, column):
    """What orders documents under --keep first; elsewhere their ids do, and what the native process prefers."""
    orders = request.keep == "first" and request.order_column is not None
    return (column(request.order_column) if orders else F.lit(0)).cast("long").alias("place")


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
