"""What a Spark user sees of a run: counts that grow with the tasks, and a line for each step."""

import sys
import time
from collections import Counter

from pyspark import AccumulatorParam


class CountsParam(AccumulatorParam):
    """Counts by name, added up."""

    def zero(self, value):
        return Counter()

    def addInPlace(self, value1, value2):
        value1.update(value2)
        return value1


class Metrics:
    """Accumulators of the cleaning tasks: `documents`, `bytes`, `rejected` and the characters `cut` by rule.

    They grow as tasks end, and count a task that ran twice twice; what a run returns is exact.
    """

    def __init__(self, context):
        self.documents = context.accumulator(0)
        self.bytes = context.accumulator(0)
        self.rejected = context.accumulator(0)
        self.cut = context.accumulator(Counter(), CountsParam())

    def add(self, summary: dict) -> None:
        """Counts a task's summary, as `tamis clean --summary` writes it."""
        self.documents.add(summary["documents"])
        self.bytes.add(summary["input_bytes"])
        self.rejected.add(summary["rejected"])
        self.cut.add(Counter(summary["cut"]))


class Steps:
    """Names the jobs of each step in Spark's pages, and tells on standard error how long a step took."""

    def __init__(self, context, tells: bool = False):
        self.context, self.tells = context, tells

    def run(self, name: str, work):
        self.context.setJobDescription(f"tamis: {name}")
        start = time.monotonic()
        try:
            result = work()
        finally:
            self.context.setJobDescription(None)
        self.tell(f"{name}: {time.monotonic() - start:.1f} s")
        return result

    def tell(self, text: str) -> None:
        if self.tells:
            print(f"tamis-spark: {text}", file=sys.stderr, flush=True)
