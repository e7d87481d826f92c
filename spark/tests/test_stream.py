"""A process that fails in any way fails the task and says why."""

import stat
import sys

import pytest

from tamis_spark import binary
from tamis_spark.errors import BinaryNotFound, CountMismatch, ProcessFailed, VersionMismatch
from tamis_spark.stream import stream


@pytest.fixture
def script(tmp_path):
    def write(body, name="tamis"):
        path = tmp_path / name
        path.write_text(f"#!{sys.executable}\nimport os, sys, signal\n{body}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return write


ECHO = "for line in sys.stdin.buffer: sys.stdout.buffer.write(line)"
LINES = [b"%d" % number for number in range(20_000)]


def test_all_lines_come_back_in_order(script):
    assert list(stream([script(ECHO)], iter(LINES))) == LINES


def test_no_lines_at_all(script):
    assert list(stream([script(ECHO)], [])) == []


def test_much_on_standard_error_blocks_nothing(script):
    noisy = "for line in sys.stdin.buffer:\n  sys.stderr.write('x' * 1000)\n  sys.stdout.buffer.write(line)"
    assert list(stream([script(noisy)], LINES)) == LINES


def test_a_killed_process_fails(script):
    killed = "for n, line in enumerate(sys.stdin.buffer):\n  sys.stdout.buffer.write(line)\n  if n == 5000:\n    os.kill(os.getpid(), signal.SIGKILL)"
    with pytest.raises(ProcessFailed, match="killed by signal 9"):
        list(stream([script(killed)], LINES))


def test_a_failing_process_shows_what_it_said(script):
    with pytest.raises(ProcessFailed, match="exit code 3(.|\n)*no such setting") as caught:
        list(stream([script("sys.stderr.write('no such setting\\n'); sys.exit(3)")], LINES * 10))
    assert caught.value.tail == "no such setting\n"


@pytest.mark.parametrize("body", ["sys.stdin.buffer.readline(); print(1)", "sys.stdin.buffer.read(); print(1)"])
def test_a_short_output_with_exit_0_fails(script, body):
    with pytest.raises((CountMismatch, ProcessFailed), match="1 lines"):
        list(stream([script(body)], LINES))


def test_a_longer_output_fails(script):
    with pytest.raises(CountMismatch, match="20001 lines where 20000"):
        list(stream([script(ECHO + "\nprint('more')")], LINES))


def test_owed_lines_can_be_fewer_than_written(script):
    assert list(stream([script("sys.stdin.read(); print(7)")], LINES, owed=lambda count: count - 19_999)) == [b"7"]


def test_an_error_of_the_source_is_raised_as_it_is(script):
    def lines():
        yield b"1"
        raise KeyError("a bad record")

    with pytest.raises(KeyError, match="a bad record"):
        list(stream([script(ECHO)], lines()))


def test_a_reader_that_stops_early_leaves_no_process(script):
    lines = stream([script(ECHO)], LINES)
    assert next(lines) == b"0"
    lines.close()


def test_the_binary_is_found_and_made_executable(script, monkeypatch, tmp_path):
    path = script("print('tamis 1 (algorithm 1, seed 0)')")
    (tmp_path / "tamis").chmod(0o644)
    monkeypatch.setenv(binary.VARIABLE, path)
    assert binary.version(binary.find()) == "tamis 1 (algorithm 1, seed 0)"


def test_an_option_goes_before_the_environment_and_a_shipped_file_has_its_name(script, monkeypatch, tmp_path):
    path = script("", name="shipped")
    monkeypatch.setenv(binary.VARIABLE, str(tmp_path / "none"))
    assert binary.find(path) == path
    monkeypatch.chdir(tmp_path)
    assert binary.find("/on/the/driver/shipped") == path


def test_no_binary_is_told_with_the_places(monkeypatch, tmp_path):
    with pytest.raises(BinaryNotFound, match="nowhere"):
        binary.find(str(tmp_path / "nowhere"))


def test_another_version_fails(script):
    path = script("print('tamis 1 (algorithm 2, seed 0)')")
    with pytest.raises(VersionMismatch, match="algorithm 2.*the driver has 'tamis 1 \\(algorithm 1"):
        binary.checked(path, "tamis 1 (algorithm 1, seed 0)")
