"""`tamis-spark clean`: the passes in order."""

import os
from typing import Optional

from pyspark.sql import DataFrame, SparkSession

from . import binary, outputs, pairs
from .cleaning import cleaned
from .decisions import decisions
from .native import Native, Shipped
from .number_set import number_set
from .progress import Metrics, Steps
from .request import Request
from .shipping import new_folder, ship_binary, ship_package
from .sources import Source, source
from .stages import Stages, write_lines
from .templates import ballots, refuse_bad_ids, templates

#: Rows of an Arrow batch: Spark bounds batches by their number only, and a row may be large.
ARROW_ROWS = 256


def clean(
    spark: SparkSession, request: Request, metrics: Optional[Metrics] = None, tells: bool = False
) -> dict:
    """Reads, compares and cleans; writes `request.output` and what else was asked for. Returns the counts."""
    request.refuse(spark)
    path = binary.find(request.binary)
    native = Native(os.path.abspath(path), binary.version(path))
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ARROW_ROWS)
    ship_package(spark.sparkContext)
    ship_binary(spark.sparkContext, native)
    work = request.work or request.output.rstrip("/") + ".stages"
    rules = request.shipped_rules(spark.sparkContext)
    request.refuse_options(native, rules)
    settings = {**request.settings(native.version), "rules": [str(rule) for rule in rules]}
    stages = Stages(spark, work, new_folder(), settings, Steps(spark.sparkContext, tells))
    counts = _clean(spark, request, rules, native, stages, metrics or Metrics(spark.sparkContext))
    if request.work is None:
        stages.remove()
    return counts


def _clean(spark, request: Request, rules: list, native: Native, stages: Stages, metrics: Metrics) -> dict:
    documents = source(spark, request)
    cast = stages.table("ballots", lambda: ballots(native, documents))
    stages.steps.run("ids", lambda: refuse_bad_ids(cast))
    shared = templates(native, cast, stages)
    drop = _drop_file(request, rules, native, documents, shared, stages)
    arguments = [
        "--from", "jsonl", "--threads", "1", "--scope", "document", "--templates", shared, "--drop", drop,
        *documents.options, *rules, *(["--annotate"] if request.annotate else []),
        *(["--samples"] if request.report else [])]
    name = ("annotated" if request.annotate else "cleaned") + ("-sampled" if request.report else "")
    result = stages.table(name, lambda: cleaned(native, documents, arguments, metrics))
    counts = outputs.counts(result)
    if request.ledger:
        stages.steps.run("ledger", lambda: outputs.write_ledger(result, request.ledger))
    if counts["rejected"]:
        stages.steps.run("rejected", lambda: outputs.write_rejected(result, request.rejected_path))
    if request.report:
        options = ["--near", request.near, "--keep", request.keep, *documents.options, *rules]
        stages.steps.run("report", lambda: outputs.write_report(
            spark, native, stages, result, options, request.report))
    stages.steps.run("output", lambda: outputs.write_documents(result, documents, request))
    return counts


def _drop_file(
    request: Request, rules: list, native: Native, documents: Source, shared: Shipped, stages: Stages
) -> Shipped:
    """Which documents go because of others."""
    near = request.near
    prints = stages.table("fingerprints", lambda: pairs.fingerprints(
        native, documents, request.keep, near, rules, shared))
    prints = stages.steps.run("numbers", lambda: pairs.numbered(prints))
    keys = prints.drop("shingles")
    copies = _copies(request, keys, stages)
    buckets = stages.table("buckets", lambda: pairs.buckets(
        keys, number_set(stages, "copies.numbers", copies.select("number"))))
    candidates = stages.table("candidates", lambda: pairs.candidates(buckets))
    members = pairs.large(buckets)
    compared = candidates.select("one").union(candidates.select("other")).union(members.select("number"))
    # Shingles are moved for documents only that share a bucket with others.
    sets = stages.table("candidate-shingles", lambda: prints.select("number", "place", "id", "shingles").where(
        number_set(stages, "candidates.numbers", compared).holds("number")))
    small = stages.table("small-pairs", lambda: pairs.verified_candidates(native, candidates, sets, near))
    large = stages.table("large-pairs", lambda: pairs.verified_members(native, members, sets, near))
    verified = stages.table("pairs", lambda: small.union(large).distinct())
    decided = stages.table("decisions", lambda: decisions(
        native, keys, copies, verified, near, rules, stages.table))
    # Spark orders strings by their UTF-8 bytes, as the drop file asks for.
    return stages.shipped("drop.jsonl", lambda path: write_lines(decided.orderBy("id").select("line"), path))


def _copies(request: Request, keys: DataFrame, stages: Stages) -> DataFrame:
    """Documents with the exact key of another one, then those with its address among the others."""
    exact = stages.table("copies", lambda: pairs.copies(keys, "exact_key"))
    if "url" not in request.fields:
        return exact
    rest = keys.join(exact.select("number"), "number", "left_anti")
    return exact.union(stages.table("address-copies", lambda: pairs.copies(rest, "address_key")))


__all__ = ["Request", "clean"]
