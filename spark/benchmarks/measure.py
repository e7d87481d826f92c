"""What the steps move and hold, from Spark's own task metrics.

    python spark/benchmarks/measure.py 100000 400000          bytes shuffled a document, by step
    python spark/benchmarks/measure.py 100000 --giant 0 0.5   the same with half of all documents in one bucket

A document has 40 words; a fifth of the documents are near copies of another one.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
from collections import Counter, defaultdict

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src"))

WORD_COUNT = 40
#: Steps whose shuffles are of keys and edges, not of shingles or texts.
KEYS_AND_EDGES = ("numbers", "copies", "buckets", "candidates", "pairs", "components")


def write_documents(path: str, count: int, giant_share: float) -> None:
    rng = random.Random(11)
    vocabulary = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(3, 9))) for _ in range(20_000)]
    giant = rng.choices(vocabulary, k=WORD_COUNT)
    words = giant
    with open(path, "w") as file:
        for number in range(count):
            if rng.random() < giant_share:
                words = list(giant)
                words[rng.randrange(WORD_COUNT)] = rng.choice(vocabulary)
            elif rng.random() < 0.2:
                words = list(words)
                words[rng.randrange(WORD_COUNT)] = rng.choice(vocabulary)
            else:
                words = rng.choices(vocabulary, k=WORD_COUNT)
            record = {"id": f"articles/{number:012d}", "n": number, "text": " ".join(words) + "."}
            file.write(json.dumps(record) + "\n")


def run(folder: str, path: str, master: str) -> str:
    """Cleans, and gives the path of Spark's event log."""
    from pyspark.sql import SparkSession

    from tamis_spark.clean import Request, clean

    log = os.path.join(folder, "log")
    os.makedirs(log)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = (
        SparkSession.builder.master(master).config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.dir", "file://" + log).config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "8").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.memory", "2g").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    try:
        clean(
            spark, Request(input=[path], output=os.path.join(folder, "out"), order_column="n", partitions=8), tells=True)
    finally:
        spark.stop()
    return os.path.join(log, os.listdir(log)[0])


def metrics(log: str):
    """Bytes written to shuffles and the largest peak of a task's execution memory, by step."""
    names, written, peaks = {}, Counter(), defaultdict(int)
    with open(log) as file:
        for event in map(json.loads, file):
            if event["Event"] == "SparkListenerJobStart":
                description = (event.get("Properties") or {}).get("spark.job.description") or "tamis: other"
                for stage in event["Stage IDs"]:
                    names.setdefault(stage, description.removeprefix("tamis: ").split("-")[0].split(".")[0])
            elif event["Event"] == "SparkListenerTaskEnd":
                name, found = names[event["Stage ID"]], event.get("Task Metrics") or {}
                written[name] += found.get("Shuffle Write Metrics", {}).get("Shuffle Bytes Written", 0)
                peaks[name] = max(peaks[name], found.get("Peak Execution Memory", 0))
    return written, peaks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int, nargs="+")
    parser.add_argument("--giant", type=float, nargs="*", default=[0.0], help="the share of documents in one bucket")
    parser.add_argument("--master", default="local[2,4]")
    options = parser.parse_args()
    for count in options.documents:
        for giant in options.giant:
            folder = tempfile.mkdtemp(prefix="tamis-measure-")
            try:
                path = os.path.join(folder, "in.jsonl")
                write_documents(path, count, giant)
                written, peaks = metrics(run(folder, path, options.master))
            finally:
                shutil.rmtree(folder)
            print(f"\n{count} documents, {giant:.0%} in one bucket")
            print(f"{'step':16}{'shuffled, B a document':>24}{'peak of a task, MiB':>22}")
            for name in sorted(set(written) | set(peaks)):
                print(f"{name:16}{written[name] / count:24.1f}{peaks[name] / (1 << 20):22.1f}")
            total = sum(written[name] for name in KEYS_AND_EDGES) / count
            print(f"{'keys and edges':16}{total:24.1f}{max(peaks.values()) / (1 << 20):22.1f}", flush=True)


if __name__ == "__main__":
    main()
