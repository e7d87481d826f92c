"""The survivors, the texts and the annotations of Spark are those of one machine, whatever the partitions and the order."""

import json
import os
import random
import shutil
import subprocess
import sys

import pytest

from corpus import corpus
from tamis_spark import binary
from tamis_spark.errors import BinaryNotFound

pytest.importorskip("pyspark", reason="pyspark is not installed")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Java is not installed", allow_module_level=True)
try:
    BINARY = os.path.abspath(binary.find())
except BinaryNotFound as error:
    pytest.skip(str(error), allow_module_level=True)

COUNT = int(os.environ.get("TAMIS_SPARK_DOCUMENTS", "600"))
MASTER = os.environ.get("TAMIS_SPARK_MASTER", "local[2,4]")


@pytest.fixture(scope="session")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    source = os.path.join(os.path.dirname(__file__), "..", "src")
    # Executors of a local cluster are processes of their own.
    os.environ["PYTHONPATH"] = os.path.abspath(source) + os.pathsep + os.environ.get("PYTHONPATH", "")
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(MASTER).appName("tamis-spark-test").config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4").config("spark.sql.adaptive.enabled", "true")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate())
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def _line(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _by_id(lines):
    return sorted(lines, key=lambda line: json.loads(line)["id"].encode())


@pytest.fixture(scope="session")
def records():
    return corpus(COUNT)


def _single_machine(folder, records, keep, fields=("id", "n", "text"), more=()):
    path, output = folder / "input.jsonl", folder / "expected.jsonl"
    path.write_bytes(b"".join(_line({name: record[name] for name in fields}) for record in records))
    subprocess.run([BINARY, "clean", "--keep", keep, str(path), "-o", str(output), "-q", *more], check=True)
    return _by_id(output.read_bytes().splitlines(keepends=True))


@pytest.fixture(scope="session")
def expected(tmp_path_factory, records):
    found = {}

    def get(keep):
        if keep not in found:
            found[keep] = _single_machine(tmp_path_factory.mktemp(keep), records, keep)
        return found[keep]

    return get


def _parts(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.glob("part-*"))).splitlines(keepends=True)


def _clean(spark, **options):
    from tamis_spark.clean import Request, clean

    clean(spark, Request(binary=BINARY, order_column="n", **options))


def _shuffled(records, seed):
    records = list(records)
    random.Random(seed).shuffle(records)
    return records


def test_the_corpus_has_what_it_is_for(records, expected):
    kept = expected("first")
    assert len(kept) < len(records) * 0.6
    assert any(b'"site-template":' in line for line in kept)
    assert any(record["text"] == "" for record in records)
    assert any("\r\n" in record["text"] for record in records)
    assert any(not record["id"].isascii() for record in records)


@pytest.mark.parametrize("partitions,seed,keep", [(1, 1, "first"), (3, 2, "first"), (7, 3, "first"), (3, 4, "longest")])
def test_json_lines(spark, tmp_path, records, expected, partitions, seed, keep):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, _shuffled(records, seed))))
    _clean(spark, input=[str(source)], output=str(tmp_path / "out"), partitions=partitions, keep=keep)
    assert _by_id(_parts(tmp_path / "out")) == expected(keep)


def test_annotations_name_the_same_evidence(spark, tmp_path, records):
    expected = _single_machine(tmp_path, records, "first", more=["--annotate"])
    assert len(expected) == len(records)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, _shuffled(records, 5))))
    _clean(spark, input=[str(source)], output=str(tmp_path / "out"), partitions=3, annotate=True)
    assert _by_id(_parts(tmp_path / "out")) == expected


@pytest.mark.parametrize("partitions", [1, 3, 7])
def test_parquet(spark, tmp_path, records, partitions):
    import pyarrow as pa
    import pyarrow.parquet as pq

    expected = _single_machine(tmp_path, records, "first", fields=("id", "text"))
    pq.write_table(pa.Table.from_pylist(_shuffled(records, partitions)), tmp_path / "in.parquet")
    _clean(
        spark, input=[str(tmp_path / "in.parquet")], output=str(tmp_path / "out"), format="parquet",
        partitions=partitions)
    rows = pq.read_table(tmp_path / "out").to_pylist()
    found = [
        _line({"id": row["id"], "text": row["text"]})[:-2] + b',"tamis":' + row["tamis"].encode() + b"}\n"
        for row in rows]
    assert _by_id(found) == expected


@pytest.mark.parametrize("behaviour,message", [
    ("sys.stderr.write('the disk is made of cheese\\n'); sys.exit(3)", "made of cheese"),
    ("sys.stdin.buffer.readline(); print('{}')", "owed|stopped reading|KeyError"),
])
def test_a_binary_that_fails_or_stops_early_fails_the_job(spark, tmp_path, records, behaviour, message):
    fake = tmp_path / "tamis"
    fake.write_text(
        f"#!{sys.executable}\nimport os, sys\nif '--version' in sys.argv or 'fingerprint' not in sys.argv:\n"
        f"    os.execv({BINARY!r}, [{BINARY!r}] + sys.argv[1:])\n{behaviour}\n")
    fake.chmod(0o755)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, records[:50])))
    from tamis_spark.clean import Request, clean

    with pytest.raises(Exception, match=message):
        clean(spark, Request(
            input=[str(source)], output=str(tmp_path / "out"), order_column="n", binary=str(fake)))


def test_a_binary_that_is_killed_once_is_tried_again(spark, tmp_path, records, expected):
    fake = tmp_path / "tamis"
    fake.write_text(
        f"#!{sys.executable}\nimport os, signal, sys\nmark = {str(tmp_path / 'killed')!r}\n"
        "if 'clean' in sys.argv and not os.path.exists(mark):\n"
        "    open(mark, 'w').close()\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"os.execv({BINARY!r}, [{BINARY!r}] + sys.argv[1:])\n")
    fake.chmod(0o755)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, records)))
    from tamis_spark.clean import Request, clean

    clean(spark, Request(
        input=[str(source)], output=str(tmp_path / "out"), order_column="n", binary=str(fake), partitions=3))
    assert (tmp_path / "killed").exists()
    assert _by_id(_parts(tmp_path / "out")) == expected("first")
