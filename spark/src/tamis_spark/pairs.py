"""The second pass: fingerprints, buckets, and the pairs in them that are verified."""

import pyarrow as pa
from pyspark.sql import DataFrame, Window, functions as F

from . import lines
from .native import Native, Partition, Shipped
from .number_set import NumberSet
from .sources import Source

#: The most members of a bucket of which all pairs are verified; BucketJudge.smallMemberCount of the library.
SMALL_MEMBER_COUNT = 32

#: Tasks for one large bucket: few of them have many rows, and a task holds those of its buckets, so that each gets its own.
LARGE_BUCKET_SPREAD = 8

_FINGERPRINT = pa.schema([
    ("id", pa.string()), ("place", pa.int64()), ("exact_key", pa.binary()), ("address_key", pa.int64()),
    ("band_keys", pa.list_(pa.int64())), ("shingles", pa.binary())])
_FINGERPRINT_SPELLED = (
    "id string, place long, exact_key binary, address_key long, band_keys array<long>, shingles binary")
_VERIFIED = pa.schema([
    (name, pa.int64()) for name in ("earlier", "later", "common_count", "earlier_count", "later_count")])
_VERIFIED_SPELLED = "earlier long, later long, common_count long, earlier_count long, later_count long"


def fingerprints(native: Native, source: Source, keep: str, near: str, rules: list, templates: Shipped) -> DataFrame:
    """The keys and shingles of each document as it is cleaned; `place` and `id` sort as the order ≺."""
    arguments = [
        "fingerprint", "--from", "jsonl", "--threads", "1", "--packed-shingles", "--near", near, "--keep", keep,
        "--templates", templates, *source.options, *rules]
    # 2 is what is left with where a record cannot be read: its line says so.
    task = Partition(native, arguments, lines.document, lines.fingerprint, _FINGERPRINT, codes=(0, 2))
    return source.records().mapInArrow(task, _FINGERPRINT_SPELLED)


def numbered(prints: DataFrame) -> DataFrame:
    """Adds `number`, by which documents are called from here on: eight bytes for an id of any length."""
    for salt in range(8):
        found = prints.withColumn("number", F.xxhash64(F.lit(salt), "id"))
        if found.groupBy("number").count().where("count > 1").first() is None:
            return found
    raise ValueError("so many documents have no different numbers of 64 bits; split the input")


def copies(keys: DataFrame, key: str) -> DataFrame:
    """`number`, `other`: each document with the first in ≺ of its key, where that is another."""
    group = Window.partitionBy(key).orderBy("place", "id")
    return keys.where(f"{key} is not null").select(key, "place", "id", "number").withColumn(
        "other", F.first("number").over(group)).where("number <> other").select("number", "other")


def buckets(keys: DataFrame, copies: NumberSet) -> DataFrame:
    """`key`, `number`, `member_count` for the buckets of two and more, without copies.

    Only keys and numbers are moved, once.
    """
    rows = keys.select("number", "band_keys").where(~copies.holds("number")).select(
        F.explode("band_keys").alias("key"), "number")
    counted = rows.withColumn("member_count", F.count(F.lit(1)).over(Window.partitionBy("key")))
    return counted.where("member_count > 1")


def candidates(buckets: DataFrame) -> DataFrame:
    """`one`, `other`: the pairs of small buckets, each once, however many buckets propose it."""
    members = buckets.where(F.col("member_count") <= SMALL_MEMBER_COUNT).groupBy("key").agg(
        F.sort_array(F.collect_list("number")).alias("members"))
    pairs = members.select(F.explode(F.expr(
        "flatten(transform(members, (one, place) -> transform(slice(members, place + 2, 32), "
        "other -> struct(one, other))))")).alias("pair"))
    return pairs.select(F.col("pair.one").alias("one"), F.col("pair.other").alias("other")).distinct()


def large(buckets: DataFrame) -> DataFrame:
    """The members of large buckets."""
    return buckets.where(F.col("member_count") > SMALL_MEMBER_COUNT).select("key", "number")


def verified_candidates(native: Native, candidates: DataFrame, sets: DataFrame, near: str) -> DataFrame:
    """The candidates that are verified; each brings the shingles of both documents."""
    def side(name):
        return sets.select(F.col("number").alias(name), F.struct("place", "id").alias(f"{name}_who"),
                           F.col("shingles").alias(f"{name}_shingles"))

    both = candidates.join(side("one"), "one").join(side("other"), "other")
    first = F.col("one_who") < F.col("other_who")

    def ordered(name, suffix=""):
        one, other = F.col("one" + suffix), F.col("other" + suffix)
        earlier = F.when(first, one).otherwise(other).alias("earlier" + suffix)
        return earlier if name == "earlier" else F.when(first, other).otherwise(one).alias("later" + suffix)

    rows = both.select(*[ordered(name, suffix) for suffix in ("", "_shingles") for name in ("earlier", "later")])
    return rows.mapInArrow(
        Partition(native, ["compare", "pairs", "--near", near], lines.candidate, lines.verified, _VERIFIED),
        _VERIFIED_SPELLED)


def verified_members(native: Native, members: DataFrame, sets: DataFrame, near: str) -> DataFrame:
    """The verified pairs of large buckets, whose members go past their leaders in the order ≺."""
    bucket_count = members.select("key").distinct().count()
    step_count = int(members.sparkSession.conf.get("spark.sql.shuffle.partitions"))
    count = LARGE_BUCKET_SPREAD * max(1, min(bucket_count, step_count))
    stream = members.join(sets, "number").repartition(count, "key").sortWithinPartitions("key", "place", "id")
    return stream.select("key", "number", "shingles").mapInArrow(
        Partition(native, ["compare", "buckets", "--near", near], lines.member, lines.verified, _VERIFIED),
        _VERIFIED_SPELLED)
