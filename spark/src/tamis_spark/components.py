"""Connected components by alternating large-star and small-star.

    a–b, b–c, c–d     large-star   every greater neighbour goes to the least of a node's neighbourhood
                      small-star   every lesser neighbour, and the node, go to the least
    a–b, a–c, a–d     once nothing changes, each node is joined to the least of its component alone

Kiveris et al., Connected Components in MapReduce and Beyond (2014). Each round is written as Parquet: its plan would
otherwise hold all rounds before it.
"""

from pyspark.sql import DataFrame, functions as F

#: Rounds after which something is wrong: their number grows with the square of the logarithm of the nodes.
ROUND_LIMIT = 200


def components(edges: DataFrame, table) -> DataFrame:
    """`node`, `component` for all nodes of `edges` (`source`, `target`); the component is its least id.

    `table(name, frame)` writes the frame that `frame` makes and gives it back as read.
    """
    current = table("components-0", lambda: _descending(edges))
    state = _state(current)
    for number in range(1, ROUND_LIMIT):
        previous = current
        current = table(f"components-{number}", lambda: _small_star(_large_star(previous)))
        latest, state = state, _state(current)
        if state == latest:
            roots = current.select(F.col("target").alias("node"), F.col("target").alias("component")).distinct()
            return current.select(F.col("source").alias("node"), F.col("target").alias("component")).union(roots)
    raise RuntimeError(f"components did not settle in {ROUND_LIMIT} rounds")


def _descending(edges: DataFrame) -> DataFrame:
    """Each edge once, from the greater id to the lesser."""
    return edges.where("source <> target").select(
        F.greatest("source", "target").alias("source"), F.least("source", "target").alias("target")).distinct()


def _large_star(edges: DataFrame) -> DataFrame:
    both = edges.union(edges.select(F.col("target").alias("source"), F.col("source").alias("target")))
    least = both.groupBy("source").agg(F.min("target").alias("least")).withColumn("least", F.least("least", "source"))
    return both.join(least, "source").where("target > source").select(
        F.col("target").alias("source"), F.col("least").alias("target")).distinct()


def _small_star(edges: DataFrame) -> DataFrame:
    least = edges.groupBy("source").agg(F.min("target").alias("least"))
    to_least = edges.join(least, "source").where("target <> least").select(
        F.col("target").alias("source"), F.col("least").alias("target"))
    return to_least.union(least.select("source", F.col("least").alias("target"))).distinct()


def _state(edges: DataFrame):
    """What tells two sets of edges apart: their number and a sum of hashes."""
    row = edges.agg(
        F.count(F.lit(1)).alias("n"),
        F.sum(F.xxhash64("source", "target").cast("decimal(38,0)")).alias("h")).first()
    return row["n"], row["h"]
