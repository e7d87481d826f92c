"""The passes, each from tables to a table or a file. No method of tamis is here: Spark groups, the native process judges."""

from typing import Callable

import pyarrow as pa
from pyspark.sql import DataFrame, Window, functions as F

from . import lines
from .components import components
from .native import Partition

#: The most members of a bucket of which all pairs are verified; BucketJudge.smallMemberCount of the library.
SMALL_MEMBER_COUNT = 32
#: The fewest votes of any template; TemplateThreshold of the library.
LEAST_VOTE_COUNT = 5

_INTS = pa.list_(pa.int64())
BALLOT = pa.schema([("id", pa.string()), ("votes", _INTS), ("keys", _INTS)])
FINGERPRINT = pa.schema([
    ("id", pa.string()), ("character_count", pa.int64()), ("exact_key", pa.string()), ("band_keys", _INTS),
    ("shingles", _INTS)])
VERIFIED = pa.schema([
    ("earlier", pa.string()), ("later", pa.string()), ("common_count", pa.int64()), ("earlier_count", pa.int64()),
    ("later_count", pa.int64())])
DECISION = pa.schema([("id", pa.string()), ("line", pa.string())])
LINE = pa.schema([("line", pa.string())])
TABLE = pa.schema([("id", pa.string()), ("text", pa.string()), ("tamis", pa.string())])

_BALLOT = "id string, votes array<long>, keys array<long>"
_FINGERPRINT = "id string, character_count long, exact_key string, band_keys array<long>, shingles array<long>"
_VERIFIED = "earlier string, later string, common_count long, earlier_count long, later_count long"


class Native:
    """Makes the tasks of a run: the binary, its version and the options that every step gets."""

    def __init__(self, binary_option, version: str, near: str, rules):
        self.binary_option, self.version, self.near, self.rules = binary_option, version, near, list(rules)

    def task(self, arguments, to_line, from_line, schema, owes=None) -> Partition:
        return Partition(self.binary_option, self.version, arguments, to_line, from_line, schema, owes)

    def map(self, frame: DataFrame, arguments, to_line, from_line, schema, spelled, owes=None) -> DataFrame:
        return frame.mapInArrow(self.task(arguments, to_line, from_line, schema, owes), spelled)


def ballots(native: Native, documents: DataFrame, input_options) -> DataFrame:
    arguments = ["templates", "--ballots", "--from", "jsonl", "--threads", "1", "-o", "-", *input_options]
    return native.map(documents, arguments, lines.document, lines.ballot, BALLOT, _BALLOT)


def counted_keys(ballots: DataFrame, places: DataFrame, population_count: int) -> DataFrame:
    """The keys that enough documents vote for, with the first three of these in the order of the input.

    A key of fewer documents than the least number of votes cannot have these votes, so that only keys of more are counted.
    """
    keys = ballots.select("id", F.explode("keys").alias("key"))
    frequent = keys.groupBy("key").count().where(F.col("count") >= LEAST_VOTE_COUNT).select("key")
    held = keys.join(frequent, "key").join(ballots.select("id", "votes"), "id")
    votes = held.groupBy("key").agg(
        F.least(*[F.countDistinct(F.col("votes")[place]) for place in range(3)]).alias("vote_count"))
    placed = held.join(places, "id").withColumn(
        "number", F.row_number().over(Window.partitionBy("key").orderBy("place", "id")))
    first = placed.where("number <= 3").groupBy("key").agg(
        F.sort_array(F.collect_list(F.struct("number", "id"))).alias("first"))
    return votes.where(F.col("vote_count") >= LEAST_VOTE_COUNT).join(first, "key").select(
        "key", "vote_count", F.lit(population_count).alias("population_count"),
        F.col("first.id").alias("documents"))


def fingerprints(native: Native, documents: DataFrame, input_options, templates) -> DataFrame:
    arguments = [
        "fingerprint", "--from", "jsonl", "--threads", "1", "--shingles", "--near", native.near, "--templates", templates,
        *input_options, *native.rules]
    return native.map(documents, arguments, lines.document, lines.fingerprint, FINGERPRINT, _FINGERPRINT)


def ordered(prints: DataFrame, places: DataFrame, keep: str) -> DataFrame:
    """Adds `place` and `id`, which sort as the order ≺: by input position, or the longest first; ids by UTF-8 bytes."""
    if keep == "longest":
        return prints.withColumn("place", -F.col("character_count"))
    return prints.join(places, "id")


def copies(ranked: DataFrame) -> DataFrame:
    """`id`, `other`: each document with the first in ≺ of its exact key, where that is another."""
    first = ranked.where("exact_key is not null").groupBy("exact_key").agg(
        F.min(F.struct("place", "id")).alias("first"), F.count(F.lit(1)).alias("n")).where("n > 1")
    return ranked.join(first, "exact_key").where("id <> first.id").select("id", F.col("first.id").alias("other"))


def bucketed(ranked: DataFrame, copies: DataFrame) -> DataFrame:
    """`key`, `place`, `id`, `member_count` for the buckets of two and more, without copies."""
    rows = ranked.join(copies.select("id"), "id", "left_anti").select("place", "id", F.explode("band_keys").alias("key"))
    sizes = rows.groupBy("key").agg(F.count(F.lit(1)).alias("member_count")).where("member_count > 1")
    return rows.join(sizes, "key")


def pairs_of_small_buckets(native: Native, buckets: DataFrame, shingles: DataFrame) -> DataFrame:
    small = buckets.where(F.col("member_count") <= SMALL_MEMBER_COUNT).select("key", F.struct("place", "id").alias("who"))
    later = small.withColumnRenamed("who", "other")
    candidates = small.join(later, "key").where("who < other").select(
        F.col("who.id").alias("earlier"), F.col("other.id").alias("later")).distinct()
    sets = candidates.join(
        shingles.select(F.col("id").alias("earlier"), F.col("shingles").alias("earlier_shingles")), "earlier"
    ).join(shingles.select(F.col("id").alias("later"), F.col("shingles").alias("later_shingles")), "later")
    arguments = ["compare", "pairs", "--near", native.near]
    return native.map(sets, arguments, lines.candidate, lines.verified, VERIFIED, _VERIFIED)


def pairs_of_large_buckets(native: Native, buckets: DataFrame, shingles: DataFrame) -> DataFrame:
    large = buckets.where(F.col("member_count") > SMALL_MEMBER_COUNT).join(shingles.select("id", "shingles"), "id")
    stream = large.repartition("key").sortWithinPartitions("key", "place", "id")
    arguments = ["compare", "buckets", "--near", native.near]
    return native.map(stream, arguments, lines.member, lines.verified, VERIFIED, _VERIFIED)


def decisions(native: Native, ranked: DataFrame, copies: DataFrame, pairs: DataFrame, checkpoint: Callable) -> DataFrame:
    """`id`, `line`: the lines of the drop file."""
    edges = copies.select(F.col("id").alias("source"), F.col("other").alias("target")).union(
        pairs.select(F.col("earlier").alias("source"), F.col("later").alias("target")))
    members = components(edges, checkpoint).withColumnRenamed("node", "id")
    none = F.lit(None).cast("string").alias("other"), F.lit(None).cast("array<long>").alias("counts")
    documents = members.join(ranked.select("id", "place"), "id").select(
        "component", F.lit(0).alias("kind"), "place", "id", *none)
    joined_copies = copies.join(members, "id").select(
        "component", F.lit(1).alias("kind"), F.lit(0).cast("long").alias("place"), "id", "other", none[1])
    joined_pairs = pairs.join(members, pairs["earlier"] == members["id"]).select(
        "component", F.lit(2).alias("kind"), F.lit(0).cast("long").alias("place"), F.col("earlier").alias("id"),
        F.col("later").alias("other"), F.array("common_count", "earlier_count", "later_count").alias("counts"))
    stream = documents.union(joined_copies).union(joined_pairs).repartition("component").sortWithinPartitions(
        "component", "kind", "place", "id", "other")
    arguments = ["compare", "survivors", "--near", native.near, *native.rules]
    return native.map(
        stream, arguments, lines.of_component, lines.decision, DECISION, "id string, line string", lines.is_document)


def cleaned(native: Native, documents: DataFrame, clean_options, templates, drop, to_rows, schema, spelled) -> DataFrame:
    arguments = [
        "clean", "--from", "jsonl", "--threads", "1", "--scope", "document", "--templates", templates, "--drop", drop,
        *clean_options, *native.rules]
    partition = native.task(arguments, lines.document, to_rows, schema)
    partition.owed = lines.owed_by_summary
    return documents.mapInArrow(partition, spelled)
