"""Which documents stay: components, and the survivors' rule inside each."""

from typing import Callable

import pyarrow as pa
from pyspark.sql import DataFrame, functions as F

from . import lines
from .components import components
from .native import Native, Partition

_DECISION = pa.schema([("id", pa.string()), ("line", pa.binary())])


def decisions(
    native: Native, keys: DataFrame, copies: DataFrame, pairs: DataFrame, near: str, rules: list,
    table: Callable[[str, Callable[[], DataFrame]], DataFrame],
) -> DataFrame:
    """`id`, `line`: the lines of the drop file. `table(name, frame)` writes a frame and gives it back as read."""
    edges = copies.select(F.col("number").alias("source"), F.col("other").alias("target")).union(
        pairs.select(F.col("earlier").alias("source"), F.col("later").alias("target")))
    members = table("components", lambda: components(edges, table))
    no_other, no_counts = F.lit(None).cast("long").alias("other"), F.lit(None).cast("array<long>").alias("counts")
    none = F.lit(0).cast("long").alias("place"), F.lit(None).cast("string").alias("id")
    documents = members.join(keys.select(F.col("number").alias("node"), "place", "id"), "node").select(
        "component", F.lit(0).alias("kind"), "place", "id", F.col("node").alias("number"), no_other, no_counts)
    joined_copies = copies.join(members, copies["number"] == members["node"]).select(
        "component", F.lit(1).alias("kind"), *none, "number", "other", no_counts)
    joined_pairs = pairs.join(members, pairs["earlier"] == members["node"]).select(
        "component", F.lit(2).alias("kind"), *none, F.col("earlier").alias("number"), F.col("later").alias("other"),
        F.array("common_count", "earlier_count", "later_count").alias("counts"))
    stream = documents.union(joined_copies).union(joined_pairs).repartition("component").sortWithinPartitions(
        "component", "kind", "place", "id", "number", "other")
    task = Partition(
        native, ["compare", "survivors", "--near", near, *rules], lines.of_component, lines.decision, _DECISION,
        owes=lines.is_document)
    return stream.mapInArrow(task, "id string, line binary")
