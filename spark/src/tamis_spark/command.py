"""The command `tamis-spark`, as a console script and for spark-submit."""

import argparse
import os
import sys

from .lines import FIELDS

FILE_OPTIONS = ("settings", "phrases", "protect")
RULE_OPTIONS = ("rules", "enable", "disable", "furniture", "signals")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tamis-spark", description="tamis on Apache Spark.")
    clean = top.add_subparsers(dest="command", required=True).add_parser(
        "clean", help="clean documents and leave out duplicates, with the results of one machine")
    clean.add_argument("--input", nargs="+", required=True, help="files or folders that Spark can read")
    clean.add_argument("--output", required=True, help="the folder to write; must not be there")
    clean.add_argument(
        "--format", choices=["parquet", "jsonl", "text"], default="jsonl",
        help="of the input; the output has the same, but texts become JSON Lines")
    clean.add_argument("--text-column", "--text-field", default="text", help="the column or field of the text")
    clean.add_argument("--id-column", "--id-field", default="id", help="the column or field of the id, which is unique")
    for name in FIELDS:
        clean.add_argument(f"--{name}-column", f"--{name}-field", help=f"the column or field of the {name}")
    clean.add_argument("--order-column", help="a whole number that orders the documents, for --keep first")
    clean.add_argument("--keep", default="first", help="which duplicate stays: first, longest or best:SIGNAL")
    clean.add_argument("--near", default="0.8", help="the Jaccard similarity of near duplicates")
    clean.add_argument("--annotate", action="store_true", help="cut nothing; list the findings")
    clean.add_argument("--ledger", help="write all findings to this folder, as Parquet")
    clean.add_argument(
        "--rejected", help="the folder for records that cannot be read; OUTPUT.rejected by default, if there are any")
    clean.add_argument("--report", help="write a page of HTML about the run to this file")
    clean.add_argument("--partitions", type=int, help="spread the documents over so many partitions first")
    clean.add_argument(
        "--work", help="the folder of stage outputs, which stay; by default OUTPUT.stages until the run is done")
    clean.add_argument("--binary", help="the native binary; else TAMIS_BINARY, shipped files, wheel, PATH")
    clean.add_argument("--master", help="the Spark master where spark-submit does not name one, such as local[2,4]")
    clean.add_argument("--quiet", action="store_true", help="do not tell the steps and the counts")
    for name in RULE_OPTIONS:
        clean.add_argument(f"--{name}", help=f"as of tamis clean --{name}")
    for name in FILE_OPTIONS:
        clean.add_argument(f"--{name}", action="append", metavar="FILE", help=f"as of tamis clean --{name}")
    return top


def summary(counts: dict) -> str:
    """The counts of a run as `tamis clean` tells them."""
    text = (
        "{documents} documents: {kept} kept, {changed} changed, {removed} removed, {rejected} rejected; "
        "{input_bytes} bytes in, {output_bytes} out").format(**counts)
    cut = counts["cut"]
    if cut:
        text += f"\n{sum(cut.values())} characters cut: " + ", ".join(f"{rule} {cut[rule]}" for rule in sorted(cut))
    return text


def main(arguments=None) -> int:
    options = parser().parse_args(arguments)
    # Executors must run the driver's Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from py4j.protocol import Py4JJavaError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    from .clean import Request, clean
    from .errors import NativeError

    builder = SparkSession.builder.appName("tamis-spark")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.getOrCreate()
    rules = [part for name in RULE_OPTIONS if getattr(options, name) is not None
             for part in (f"--{name}", getattr(options, name))]
    fields = {name: value for name in FIELDS if (value := getattr(options, f"{name}_column"))}
    rule_files = {name: value for name in FILE_OPTIONS if (value := getattr(options, name))}
    request = Request(
        input=options.input, output=options.output, format=options.format, text_column=options.text_column,
        id_column=options.id_column, fields=fields, order_column=options.order_column, keep=options.keep,
        near=options.near, rules=rules, rule_files=rule_files, partitions=options.partitions,
        annotate=options.annotate, ledger=options.ledger, rejected=options.rejected, report=options.report,
        binary=options.binary, work=options.work)
    try:
        counts = clean(spark, request, tells=not options.quiet)
    except (NativeError, ValueError, PySparkException, Py4JJavaError) as error:
        print(f"tamis-spark: {error}", file=sys.stderr)
        return 2
    finally:
        spark.stop()
    if not options.quiet:
        print(summary(counts), file=sys.stderr)
    return 2 if counts["rejected"] else 0


if __name__ == "__main__":
    sys.exit(main())
