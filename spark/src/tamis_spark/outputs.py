"""What a run leaves: documents, the ledger, the records that could not be read, and the page."""

import json
import os
import subprocess
from collections import Counter

from pyspark.sql import DataFrame, SparkSession, functions as F

from .errors import ProcessFailed
from .native import Native
from .sources import Source
from .stages import Stages, path_of, write_lines
from .stream import environment


def write_documents(cleaned: DataFrame, source: Source, request) -> None:
    """JSON Lines as `tamis clean` writes them, or the table with its text cleaned and the annotation in `tamis`."""
    documents = cleaned.where("kind = 'document'")
    if request.format == "parquet":
        columns = [
            F.col("text").alias(name) if name == request.text_column else F.col("row").getField(name).alias(name)
            for name in source.columns]
        documents.select(*columns, "tamis").write.mode("errorifexists").parquet(request.output)
    else:
        documents.select(F.col("line").cast("string")).write.mode("errorifexists").option("lineSep", "\n").text(
            request.output)


def write_ledger(cleaned: DataFrame, path: str) -> None:
    """All findings; `offset` and `length` are bytes of the record."""
    cleaned.where("kind = 'patch'").select("patch.*").write.mode("errorifexists").parquet(path)


def write_rejected(cleaned: DataFrame, path: str) -> None:
    """The records that could not be read, and why."""
    cleaned.where("kind = 'rejected'").select(
        F.get_json_object("patch.evidence", "$.error").alias("error"), F.col("patch.removed").alias("record")
    ).write.mode("errorifexists").parquet(path)


def counts(cleaned: DataFrame) -> dict:
    """The merged summaries: documents and bytes, findings and cut characters by rule."""
    total: Counter = Counter()
    findings: Counter = Counter()
    cut: Counter = Counter()
    rows = cleaned.where("kind = 'summary'").select(F.col("line").cast("string").alias("line"))
    names = ("documents", "kept", "changed", "removed", "rejected", "input_bytes", "output_bytes")
    for row in rows.select(
        *[F.get_json_object("line", f"$.{name}").alias(name) for name in (*names, "findings", "cut")]
    ).toLocalIterator():
        total.update({name: int(row[name]) for name in names})
        findings.update(json.loads(row["findings"]))
        cut.update(json.loads(row["cut"]))
    return {**{name: total[name] for name in names}, "findings": dict(findings), "cut": dict(cut)}


def write_report(
    spark: SparkSession, native: Native, stages: Stages, cleaned: DataFrame, arguments: list, path: str
) -> None:
    """The page of HTML of the merged summaries, to a path of any storage that Spark knows."""
    parts, page = stages.file("summaries.jsonl"), stages.file("report.html")
    # In the order of what they say, since the parts come in any.
    write_lines(cleaned.where("kind = 'summary'").select("line").orderBy("line"), parts)
    done = subprocess.run(
        native.command(["report", "--merge", "--from", "jsonl", parts, "--html", page, *arguments]),
        capture_output=True, text=True, env=environment())
    if done.returncode != 0 or not os.path.exists(page):
        raise ProcessFailed(f"tamis report --merge left with exit code {done.returncode}", done.stderr)
    target = path_of(spark, path)
    target.getFileSystem(spark._jsc.hadoopConfiguration()).copyFromLocalFile(
        False, True, path_of(spark, "file://" + os.path.abspath(page)), target)
