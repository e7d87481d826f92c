"""The command `tamis-spark`, as a console script and for spark-submit."""

import argparse
import os
import sys

RULE_OPTIONS = ("rules", "enable", "disable", "furniture")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="tamis-spark", description="tamis on Apache Spark.")
    clean = top.add_subparsers(dest="command", required=True).add_parser(
        "clean", help="clean documents and leave out duplicates, with the results of one machine")
    clean.add_argument("--input", nargs="+", required=True, help="files or folders that Spark can read")
    clean.add_argument("--output", required=True, help="the folder to write; must not be there")
    clean.add_argument("--format", choices=["parquet", "jsonl"], default="jsonl", help="of input and output")
    clean.add_argument("--text-column", default="text", help="the column or field of the text")
    clean.add_argument("--id-column", default="id", help="the column or field of the id, which is unique")
    clean.add_argument("--order-column", help="a whole number that orders the documents, for --keep first")
    clean.add_argument("--keep", choices=["first", "longest"], default="first", help="which duplicate stays")
    clean.add_argument("--near", default="0.8", help="the Jaccard similarity of near duplicates")
    clean.add_argument("--annotate", action="store_true", help="cut nothing; list the findings")
    clean.add_argument("--partitions", type=int, help="spread the documents over so many partitions first")
    clean.add_argument("--work", help="the folder of stage outputs; OUTPUT.stages by default")
    clean.add_argument("--binary", help="the native binary; else TAMIS_BINARY, shipped files, wheel, PATH")
    clean.add_argument("--master", help="the Spark master where spark-submit does not name one, such as local[2,4]")
    for name in RULE_OPTIONS:
        clean.add_argument(f"--{name}", help=f"as of tamis clean --{name}")
    return top


def main(arguments=None) -> int:
    options = parser().parse_args(arguments)
    # Executors must run the driver's Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    from .clean import Request, clean
    from .errors import NativeError

    builder = SparkSession.builder.appName("tamis-spark")
    if options.master:
        builder = builder.master(options.master)
    spark = builder.getOrCreate()
    rules = [part for name in RULE_OPTIONS if getattr(options, name) is not None
             for part in (f"--{name}", getattr(options, name))]
    request = Request(
        input=options.input, output=options.output, format=options.format, text_column=options.text_column,
        id_column=options.id_column, order_column=options.order_column, keep=options.keep, near=options.near,
        rules=rules, partitions=options.partitions, annotate=options.annotate, binary=options.binary,
        work=options.work)
    try:
        clean(spark, request)
    except (NativeError, ValueError) as error:
        print(f"tamis-spark: {error}", file=sys.stderr)
        return 2
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
