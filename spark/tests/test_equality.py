"""The survivors, the texts, the annotations and the ledger of Spark are those of one machine, whatever the partitions and
the order of the input, and whatever dies on the way."""

import json
import os
import random
import subprocess
import sys
from collections import Counter

import pytest

from corpus import corpus
from tamis_spark import binary
from tamis_spark.errors import BinaryNotFound

pytest.importorskip("pyspark", reason="pyspark is not installed")
try:
    BINARY = os.path.abspath(binary.find())
except BinaryNotFound as error:
    pytest.skip(str(error), allow_module_level=True)

COUNT = int(os.environ.get("TAMIS_SPARK_DOCUMENTS", "600"))
#: Members of a patch that say where it stands in a file.
_POSITIONS = ("type", "id", "file", "record", "offset", "output_offset")


def full(*values):
    """A case that the short form leaves out."""
    return pytest.param(*values, marks=pytest.mark.full)


def _line(record, fields=("id", "n", "text")):
    return json.dumps({name: record[name] for name in fields}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _by_id(lines):
    return sorted(lines, key=lambda line: json.loads(line)["id"].encode())


def _shuffled(records, seed):
    records = list(records)
    random.Random(seed).shuffle(records)
    return records


@pytest.fixture(scope="session")
def records():
    return corpus(COUNT)


@pytest.fixture(scope="session")
def expected(tmp_path_factory, records):
    """Output by id and ledger of one machine, once for each set of options."""
    found = {}

    def get(*options, fields=("id", "n", "text")):
        if (options, fields) not in found:
            folder = tmp_path_factory.mktemp("expected")
            (folder / "in.jsonl").write_bytes(b"".join(_line(record, fields) for record in records))
            subprocess.run(
                [BINARY, "clean", str(folder / "in.jsonl"), "-o", str(folder / "out"), "-q", "--ledger",
                 str(folder / "ledger"), *options], check=True)
            found[options, fields] = (
                _by_id((folder / "out").read_bytes().splitlines(keepends=True)), _ledger(folder / "ledger"))
        return found[options, fields]

    return get


def _ledger(path):
    """How often each patch stands in a ledger, but for its place."""
    patches = Counter()
    with open(path, encoding="utf-8") as file:
        for value in map(json.loads, file):
            if value["type"] == "patch":
                patches[json.dumps({k: v for k, v in value.items() if k not in _POSITIONS}, sort_keys=True)] += 1
    return patches


def _ledger_table(folder):
    """The same of the Parquet that Spark wrote."""
    import pyarrow.parquet as pq

    patches = Counter()
    for row in pq.read_table(folder).to_pylist():
        value = {
            "length": row["length"], "output_length": row["output_length"], "rule": row["rule"], "applied": row["applied"]}
        if row["document"] is not None:
            value["document"] = row["document"]
        if row["range_start"] is not None:
            value["range"] = [row["range_start"], row["range_end"]]
        if row["evidence"] is not None:
            value["evidence"] = json.loads(row["evidence"])
        if row["removed"] is not None:
            value["removed"] = row["removed"].decode()
        patches[json.dumps(value, sort_keys=True)] += 1
    return patches


def _parts(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.glob("part-*"))).splitlines(keepends=True)


def _clean(spark, **options):
    from tamis_spark.clean import Request, clean

    options.setdefault("binary", BINARY)
    return clean(spark, Request(order_column="n", **options))


def _restored(folder, lines):
    """The records that came in, rebuilt from those that came out and the ledger; by id."""
    import pyarrow.parquet as pq

    patches = {}
    for row in pq.read_table(folder).to_pylist():
        patches.setdefault(row["document"], []).append(row)
    left = {json.loads(line)["id"]: line for line in lines}
    restored = {}
    for name in left.keys() | patches.keys():
        line, came, gone, place = left.get(name, b""), b"", 0, 0
        for patch in sorted(patches.get(name, []), key=lambda patch: patch["offset"]):
            kept = patch["offset"] - gone
            came += line[place:place + kept] + patch["removed"]
            place += kept + patch["output_length"]
            gone = patch["offset"] + patch["length"]
        restored[name] = came + line[place:]
    return restored


def test_the_corpus_has_what_it_is_for(records, expected):
    kept, ledger = expected()
    assert len(kept) < len(records) * 0.6
    for rule in ("site-template", "duplicate-document", "near-duplicate-document", "contained-document"):
        assert any(f'"rule": "{rule}"' in patch for patch in ledger), rule
    assert any(record["text"] == "" for record in records)
    assert any("\r\n" in record["text"] for record in records)
    assert any(not record["id"].isascii() for record in records)


@pytest.mark.parametrize("partitions", [full(1), 3, full(7)])
def test_json_lines(spark, tmp_path, records, expected, partitions):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, _shuffled(records, partitions))))
    counts = _clean(
        spark, input=[str(source)], output=str(tmp_path / "out"), partitions=partitions, ledger=str(tmp_path / "ledger"))
    lines, ledger = expected()
    assert _by_id(_parts(tmp_path / "out")) == lines
    assert _ledger_table(tmp_path / "ledger") == ledger
    assert _restored(tmp_path / "ledger", lines) == {record["id"]: _line(record) for record in records}
    assert counts["documents"] == len(records) and counts["removed"] == len(records) - len(lines)
    assert counts["rejected"] == 0 and not (tmp_path / "out.rejected").exists() and not (tmp_path / "out.stages").exists()


@pytest.mark.parametrize("partitions", [full(1), 3, full(7)])
def test_parquet(spark, tmp_path, records, expected, partitions):
    import pyarrow as pa
    import pyarrow.parquet as pq

    shuffled = _shuffled(records, partitions)
    pq.write_table(pa.Table.from_pylist(shuffled), tmp_path / "in.parquet")
    _clean(
        spark, input=[str(tmp_path / "in.parquet")], output=str(tmp_path / "out"), format="parquet",
        partitions=partitions, ledger=str(tmp_path / "ledger"))
    rows = pq.read_table(tmp_path / "out").to_pylist()
    given = {record["id"]: record for record in records}
    for row in rows:
        assert list(row) == [*records[0], "tamis"]
        assert (row["n"], row["url"]) == (given[row["id"]]["n"], given[row["id"]]["url"])
    lines, ledger = expected(fields=("id", "text"))
    found = [_line(row, ("id", "text"))[:-2] + b',"tamis":' + row["tamis"].encode() + b"}\n" for row in rows]
    assert _by_id(found) == lines
    assert _ledger_table(tmp_path / "ledger") == ledger


@pytest.mark.parametrize("keep", [full("longest"), full("best:unique_word_fraction")])
def test_other_preferences(spark, tmp_path, records, expected, keep):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, _shuffled(records, 4))))
    _clean(spark, input=[str(source)], output=str(tmp_path / "out"), partitions=3, keep=keep)
    assert _by_id(_parts(tmp_path / "out")) == expected("--keep", keep)[0]


def test_annotations_sites_and_addresses(spark, tmp_path, records, expected):
    fields = ("id", "n", "text", "url")
    lines, ledger = expected("--annotate", "--url-field", "url", fields=fields)
    assert len(lines) == len(records)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(_line(record, fields) for record in _shuffled(records, 5)))
    _clean(
        spark, input=[str(source)], output=str(tmp_path / "out"), partitions=3, annotate=True, fields={"url": "url"},
        ledger=str(tmp_path / "ledger"))
    assert _by_id(_parts(tmp_path / "out")) == lines
    assert _ledger_table(tmp_path / "ledger") == ledger


def test_texts(spark, tmp_path, records):
    folder = tmp_path / "in"
    for number, record in enumerate(records[:300]):
        path = folder / "abc"[number % 3] / f"{number} é.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(record["text"].encode())
    expected = tmp_path / "expected.jsonl"
    subprocess.run([BINARY, "clean", "-r", str(folder), "--to", "jsonl", "-o", str(expected), "-q"], check=True)
    _clean(spark, input=[str(folder)], output=str(tmp_path / "out"), format="text", partitions=3)
    assert _by_id(_parts(tmp_path / "out")) == _by_id(expected.read_bytes().splitlines(keepends=True))


def test_a_bad_record_is_kept_apart_and_counted(spark, tmp_path, records):
    import pyarrow.parquet as pq
    from tamis_spark.progress import Metrics

    bad = [b'{"id":"cut","text":"no en\n', b'{"id":"none","n":7}\n', b"\xff\n"]
    good = [_line(record) for record in records[:100]]
    source, path = tmp_path / "in.jsonl", tmp_path / "one.jsonl"
    source.write_bytes(b"".join(good[:50] + bad + good[50:]))
    path.write_bytes(b"".join(good))
    subprocess.run([BINARY, "clean", str(path), "-o", str(tmp_path / "expected"), "-q"], check=True)
    from tamis_spark.clean import Request, clean

    metrics = Metrics(spark.sparkContext)
    counts = clean(spark, Request(
        input=[str(source)], output=str(tmp_path / "out"), order_column="n", binary=BINARY, partitions=3), metrics)
    assert _by_id(_parts(tmp_path / "out")) == _by_id((tmp_path / "expected").read_bytes().splitlines(keepends=True))
    rejected = pq.read_table(tmp_path / "out.rejected").to_pylist()
    assert sorted(row["record"] for row in rejected) == sorted(bad)
    assert all(row["error"] for row in rejected)
    assert (counts["documents"], counts["rejected"]) == (103, 3)
    assert (metrics.documents.value, metrics.rejected.value) == (103, 3)
    assert metrics.bytes.value == source.stat().st_size == counts["input_bytes"]
    assert dict(metrics.cut.value) == counts["cut"] and counts["cut"]


def test_the_page_is_that_of_one_machine(spark, tmp_path, records):
    source, expected = tmp_path / "in.jsonl", tmp_path / "expected.html"
    source.write_bytes(b"".join(map(_line, records)))
    subprocess.run(
        [BINARY, "clean", str(source), "-o", str(tmp_path / "one"), "-q", "--report", str(expected)], check=True)
    _clean(
        spark, input=[str(source)], output=str(tmp_path / "out"), partitions=3, report=str(tmp_path / "report.html"))

    def headline(path):
        page = path.read_text()
        return page[page.index("<header"):page.index("</header>")]

    assert headline(tmp_path / "report.html") == headline(expected)
    assert "Largest clusters" in (tmp_path / "report.html").read_text()


@pytest.mark.parametrize("text,message", [
    (b'{"n":1,"text":"a"}\n', "needs an id"), (b'{"id":"a","text":"a"}\n', "whole number"),
    (b'{"id":"a","n":1,"text":"a"}\n' * 2, "ids must be unique"),
])
def test_documents_without_a_name_of_their_own_are_refused(spark, tmp_path, text, message):
    (tmp_path / "in.jsonl").write_bytes(text)
    with pytest.raises(ValueError, match=message):
        _clean(spark, input=[str(tmp_path / "in.jsonl")], output=str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def _fake(tmp_path, body):
    """A binary that is the real one but for what `body` does first."""
    fake = tmp_path / "tamis"
    fake.write_text(
        f"#!{sys.executable}\nimport os, signal, sys\nmark = {str(tmp_path / 'mark')!r}\nreal = {BINARY!r}\n"
        f"{body}\nos.execv(real, [real] + sys.argv[1:])\n")
    fake.chmod(0o755)
    return str(fake)


@pytest.mark.parametrize("step", [full("fingerprint"), "--drop"])
@pytest.mark.parametrize("behaviour,message", [
    ("sys.stderr.write('the disk is made of cheese\\n'); sys.exit(3)", "made of cheese"),
    ("sys.stdin.buffer.readline(); print('{}'); sys.exit(0)", "owed|stopped reading|KeyError|no summary"),
])
def test_a_binary_that_fails_or_stops_early_fails_the_job(spark, tmp_path, records, step, behaviour, message):
    fake = _fake(tmp_path, f"if {step!r} in sys.argv:\n    {behaviour}")
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, records[:50])))
    with pytest.raises(Exception, match=message):
        _clean(spark, input=[str(source)], output=str(tmp_path / "out"), binary=fake)
    assert not (tmp_path / "out").exists()


#: Kills the process itself, or the executor it is a child of, once.
_DEATHS = {
    "process": "os.kill(os.getpid(), signal.SIGKILL)",
    "executor": (
        "pid = os.getpid()\n"
        "    while b'CoarseGrainedExecutorBackend' not in open(f'/proc/{pid}/cmdline', 'rb').read():\n"
        "        pid = int(open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()[1])\n"
        "    os.kill(pid, signal.SIGKILL)"),
}


@pytest.mark.parametrize("victim", _DEATHS)
def test_what_dies_once_is_tried_again(spark, tmp_path, records, expected, victim):
    if victim == "executor" and spark.sparkContext.master.startswith("local["):
        pytest.skip("in local mode the executor is the driver; scripts/spark-test full kills one")
    fake = _fake(
        tmp_path,
        "if '--drop' in sys.argv and not os.path.exists(mark):\n"
        f"    open(mark, 'w').close()\n    sys.stdin.buffer.readline()\n    {_DEATHS[victim]}")
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, records)))
    _clean(
        spark, input=[str(source)], output=str(tmp_path / "out"), binary=fake, partitions=3,
        ledger=str(tmp_path / "ledger"))
    assert (tmp_path / "mark").exists()
    lines, ledger = expected()
    assert _by_id(_parts(tmp_path / "out")) == lines
    assert _ledger_table(tmp_path / "ledger") == ledger


@pytest.mark.full
def test_a_run_that_stopped_goes_on_after_its_last_whole_stage(spark, tmp_path, records, expected):
    source, work = tmp_path / "in.jsonl", tmp_path / "work"
    source.write_bytes(b"".join(map(_line, records)))
    fake = _fake(tmp_path, "if '--drop' in sys.argv:\n    sys.exit(3)")
    with pytest.raises(Exception, match="exit code 3"):
        _clean(spark, input=[str(source)], output=str(tmp_path / "out"), binary=fake, work=str(work))
    # With what was not there before, nothing but the last steps can be done.
    broken = _fake(tmp_path, "if sys.argv[1] in ('fingerprint', 'compare'):\n    sys.exit(3)")
    _clean(spark, input=[str(source)], output=str(tmp_path / "out"), binary=broken, work=str(work))
    assert _by_id(_parts(tmp_path / "out")) == expected()[0]
    assert work.exists()


@pytest.mark.parametrize("options,message", [
    ({"keep": "best:word"}, "no signal 'word'"), ({"near": "2"}, "--near"), ({"rules": ["--disable", "x"]}, "'x'"),
    ({"rules": ["--enable", "shared-paragraph"]}, "leave it off"), ({"input": ["/nowhere"]}, "/nowhere"),
    ({"format": "parquet", "text_column": "body"}, "no column 'body'"),
])
def test_what_cannot_be_is_refused_at_once(spark, tmp_path, records, options, message):
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(records[:3]), tmp_path / "in.parquet")
    with pytest.raises(Exception, match=message):
        _clean(spark, **{"input": [str(tmp_path / "in.parquet")], "output": str(tmp_path / "out"), **options})
    assert not (tmp_path / "out").exists()


@pytest.mark.full
def test_files_of_rules_go_to_the_tasks(spark, tmp_path, records, expected):
    phrases, settings = tmp_path / "phrases", tmp_path / "settings.json"
    phrases.write_text(records[0]["text"].split("\n")[0] + "\n")
    settings.write_text('{"near-duplicate-document": false}')
    options = ["--phrases", str(phrases), "--settings", str(settings)]
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"".join(map(_line, records)))
    _clean(
        spark, input=[str(source)], output=str(tmp_path / "out"), partitions=3,
        rule_files={"phrases": [str(phrases)], "settings": [str(settings)]})
    assert _by_id(_parts(tmp_path / "out")) == expected(*options)[0]
