"""The Python API, over the program of the wheel or that of TAMIS_PROGRAM."""

import gzip
import json
import os
import pickle
import re
import subprocess
import sys
import threading

import pytest

import tamis

DIRTY = "A day at sea\n\nWe left at noon.\n\nA day at sea"
CLEAN = "A day at sea\n\nWe left at noon."


def test_texts_are_cleaned_in_order():
    results = tamis.clean([DIRTY, "It rained.", ""])
    assert [result.text for result in results] == [CLEAN, "It rained.", ""]
    assert [result.status for result in results] == ["changed", "kept", "kept"]
    assert sum(results[0].cut.values()) == len(DIRTY) - len(CLEAN)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\x00", "\u2028", "\ud83d", "\ud83d\ude00"[0] + "x", "😀 ünï", '"\\', '{"id":1}\n\n{"id":2}', "a" * 2_000_000],
)
def test_any_text_comes_back(text):
    assert tamis.clean([text], rules="repeated-line")[0].text == text


def test_one_process_serves_many_texts():
    with tamis.Cleaner() as cleaner:
        first = cleaner.clean(DIRTY)
        process = cleaner._process
        assert [result.text for result in cleaner.clean_many(DIRTY for _ in range(1000))] == [CLEAN] * 1000
        assert cleaner._process is process and first.text == CLEAN
    assert process.returncode == 0


def test_signals_and_requirements():
    letters = "abcdefgh"
    words = [a + b + c + "er" for a in letters for b in "aeiou" for c in letters]
    long = "the people of the town and all that have a word to say with\n" + " ".join(words)
    with tamis.Cleaner(signals=["word_count"], require="gopher") as cleaner:
        removed, kept = cleaner.clean_many(["Too short.", long])
    assert (removed.text, removed.status) == (None, "removed")
    assert kept.status == "kept" and kept.before["word_count"] > 300


def test_settings_decide():
    assert tamis.clean([DIRTY], settings={"repeated-line": False, "repeated-paragraph": False})[0].text == DIRTY
    assert tamis.clean([DIRTY], rules=["repair"])[0].text == DIRTY


def test_wrong_options_are_errors():
    with pytest.raises(tamis.UsageError, match="repeated-line"):
        tamis.clean(["x"], rules="repeated-lin")
    with pytest.raises(ValueError):
        tamis.clean(["x"], settings={"near-repeat.jaccard": 7})
    with pytest.raises(TypeError):
        tamis.clean("x")
    with pytest.raises(TypeError):
        tamis.Cleaner().clean(7)


def test_a_cleaner_that_failed_says_so_each_time():
    cleaner = tamis.Cleaner(rules="nothing")
    for _ in range(2):
        with pytest.raises(tamis.UsageError):
            cleaner.clean("x")


def test_a_cleaner_can_be_pickled_and_shared():
    with tamis.Cleaner() as cleaner:
        cleaner.clean("x")
        with pickle.loads(pickle.dumps(cleaner)) as other:
            assert other.clean(DIRTY).text == CLEAN
        results = []
        threads = [threading.Thread(target=lambda: results.append(cleaner(DIRTY))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert results == [CLEAN] * 8


def test_a_killed_program_is_an_error_and_then_replaced():
    cleaner = tamis.Cleaner()
    cleaner.clean("x")
    cleaner._process.kill()
    with pytest.raises(tamis.TamisError):
        cleaner.clean("x")
    assert cleaner.clean(DIRTY).text == CLEAN
    cleaner.close()


def test_files_are_compared(tmp_path):
    story = " ".join(f"word{number}" for number in range(60)) + "."
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt") as file:
        for number in range(3):
            file.write(json.dumps({"id": number, "text": story}) + "\n")
    assert [record["id"] for record in tamis.clean_jsonl(path)] == [0]
    assert [record["id"] for record in tamis.clean_jsonl([path], scope="document")] == [0, 1, 2]


def test_a_broken_record_is_an_error_after_the_others(tmp_path):
    path = tmp_path / "b.jsonl"
    path.write_text('{"id":1,"text":"One river runs."}\n{"id":2,"text":\n')
    records = tamis.clean_jsonl(path)
    assert next(records)["id"] == 1
    with pytest.raises(tamis.TamisError, match="b.jsonl"):
        list(records)
    with pytest.raises(tamis.TamisError):
        list(tamis.clean_jsonl(tmp_path / "none.jsonl"))


def test_the_command_is_there():
    run = subprocess.run([sys.executable, "-c", "from tamis._command import main; main()", "--version"],
                         capture_output=True, text=True)
    assert run.returncode == 0 or "No such option" not in run.stderr


def test_pandas_column():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": [1, 2], "text": [DIRTY, None]}, index=[7, 9])
    cleaned = tamis.clean_column(frame)
    assert cleaned["text"][7] == CLEAN and pandas.isna(cleaned["text"][9])
    assert frame["text"][7] == DIRTY and list(cleaned.index) == [7, 9]


def test_arrow_column():
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({"id": [1, 2], "text": [DIRTY, None]})
    assert tamis.clean_column(table).to_pydict() == {"id": [1, 2], "text": [CLEAN, None]}
    with pytest.raises(KeyError):
        tamis.clean_column(table, "body")


def test_datasets_map():
    datasets = pytest.importorskip("datasets")
    data = datasets.Dataset.from_dict({"id": [1, 2], "text": [DIRTY, "It rained."]})
    with tamis.Cleaner() as cleaner:
        mapped = data.map(cleaner.map(), batched=True)
        assert mapped["text"] == [CLEAN, "It rained."] or list(mapped["text"]) == [CLEAN, "It rained."]
        assert list(data.map(cleaner.map(), batched=True, num_proc=2)["text"]) == [CLEAN, "It rained."]


def test_datatrove_step():
    data = pytest.importorskip("datatrove.data")
    from tamis.datatrove import TamisStep

    documents = [data.Document(text=DIRTY, id="1"), data.Document(text="It rained.", id="2")]
    cleaned = list(TamisStep().run(documents))
    assert [document.text for document in cleaned] == [CLEAN, "It rained."]
    assert cleaned[0].metadata["tamis"]["status"] == "changed"


def examples():
    """The examples of the README, each with what it prints."""
    readme = os.environ.get("TAMIS_README", os.path.join(os.path.dirname(__file__), "..", "README.md"))
    with open(readme, encoding="utf-8") as file:
        parts = file.read().split("```python\n")[1:]
    return [re.match(r"(.*?)```\n```text\n(.*?)```\n", part, re.S).groups() for part in parts]


@pytest.mark.parametrize("code,output", examples())
def test_an_example_of_the_readme_prints_this(code, output, tmp_path):
    for module in re.findall(r"\b(pandas|pyarrow|datasets|datatrove)\b(?=[, .])", code):
        pytest.importorskip(module)
        if module == "datatrove":
            pytest.importorskip("orjson")
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout == output


def test_the_readme_has_an_example_for_each_library():
    text = "".join(code for code, _ in examples())
    assert len(examples()) == 7 and all(name in text for name in ("pandas", "pyarrow", "datasets", "datatrove"))
