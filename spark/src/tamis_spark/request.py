"""What is asked for, and what of it cannot be."""

import json
import os
import subprocess
from dataclasses import asdict, dataclass, field
from typing import Dict, List, Optional

from pyspark.sql import SparkSession

from .native import Native
from .shipping import ship_file
from .stages import exists
from .stream import environment


@dataclass
class Request:
    """What is asked for."""

    input: List[str]
    output: str
    format: str = "jsonl"
    text_column: str = "text"
    id_column: str = "id"
    #: The columns or fields of title, site, url and language.
    fields: Dict[str, str] = field(default_factory=dict)
    order_column: Optional[str] = None
    keep: str = "first"
    near: str = "0.8"
    rules: List[str] = field(default_factory=list)
    #: Files of the driver's that decide about the text, by option: settings, phrases, protect.
    rule_files: Dict[str, List[str]] = field(default_factory=dict)
    partitions: Optional[int] = None
    annotate: bool = False
    ledger: Optional[str] = None
    rejected: Optional[str] = None
    report: Optional[str] = None
    binary: Optional[str] = None
    work: Optional[str] = None

    @property
    def rejected_path(self) -> str:
        return self.rejected or self.output.rstrip("/") + ".rejected"

    def settings(self, version: str) -> dict:
        """What decides about the stages."""
        values = asdict(self)
        for name in (
            "output", "binary", "work", "partitions", "annotate", "ledger", "rejected", "report", "rules", "rule_files"
        ):
            del values[name]
        return {**values, "version": version}

    def shipped_rules(self, context) -> list:
        """The options that decide about the text, with files where executors find them."""
        files = dict(self.rule_files)
        if "settings" not in files and os.environ.get("TAMIS_SETTINGS"):
            files["settings"] = [os.environ["TAMIS_SETTINGS"]]
        found: list = list(self.rules)
        for name in sorted(files):
            for path in files[name]:
                found += [f"--{name}", ship_file(context, path)]
        return found

    def refuse(self, spark: SparkSession) -> None:
        """Raises ValueError for what cannot be done, before anything is."""
        if self.keep == "first" and self.order_column is None and self.format != "text":
            raise ValueError(
                "--keep first needs --order-column: a table has no order of its own; or take --keep longest")
        for path in (self.output, self.ledger, self.rejected_path, self.report):
            if path is not None and exists(spark, path):
                raise ValueError(f"{path} is there already; name another output or remove it")

    def refuse_options(self, native: Native, rules: list) -> None:
        """Raises ValueError for options that the native process would refuse in every task."""
        checked = ["--near", self.near, "--keep", self.keep, *rules]
        self._ask(native, ["clean", "--dry-run", "--quiet", "--from", "jsonl", *checked])
        settings = json.loads(self._ask(native, ["clean", "--print-settings", *rules]))
        if settings["shared-paragraph"]:
            raise ValueError("the rule shared-paragraph looks into other documents, which tasks cannot; leave it off")

    @staticmethod
    def _ask(native: Native, arguments: list) -> str:
        done = subprocess.run(
            native.command(arguments), stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment())
        if done.returncode != 0:
            raise ValueError(done.stderr.strip())
        return done.stdout
