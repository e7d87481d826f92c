"""Streams lines through one native process, and loses none of them without saying so.

    lines in ──► writer thread ──► stdin ┐
                                         ├ tamis …
    lines out ◄──────────────── stdout ◄─┤
    tail kept ◄── drain thread ◄─ stderr ┘

A green job must mean that every record went through. So three things are checked at the end: that the writer wrote all it
was given, that the exit code is a good one, and that as many lines came back as are owed.
"""

import os
import subprocess
import threading
from collections import deque
from typing import Iterable, Iterator, Sequence

from .errors import CountMismatch, NativeError, ProcessFailed

#: Bytes written at a time.
CHUNK_BYTES = 256 << 10
#: Lines of standard error that are kept.
TAIL_LINES = 40


def environment() -> dict:
    """The environment of the native process: rules come with the driver's options, not from where a task runs."""
    return {name: value for name, value in os.environ.items() if name != "TAMIS_SETTINGS"}


class _Writer(threading.Thread):
    """Writes all lines, counts them, and closes the process's input."""

    def __init__(self, pipe, lines: Iterable[bytes]):
        super().__init__(daemon=True)
        self.pipe, self.lines = pipe, iter(lines)
        self.count = 0
        self.error = None
        self.stopped = False

    def run(self):
        try:
            self._write()
        except BaseException as error:  # told by the reader, in the thread of the task
            self.error = error
        finally:
            try:
                self.pipe.close()
            except OSError as error:
                self.error = self.error or error

    def _write(self):
        chunk, size = [], 0
        for line in self.lines:
            if self.stopped:
                return
            chunk += (line, b"\n")
            size += len(line) + 1
            self.count += 1
            if size >= CHUNK_BYTES:
                self.pipe.write(b"".join(chunk))
                chunk, size = [], 0
        self.pipe.write(b"".join(chunk))


class _Drain(threading.Thread):
    """Reads standard error to its end, so that the process never waits for it, and keeps the last lines."""

    def __init__(self, pipe):
        super().__init__(daemon=True)
        self.pipe = pipe
        self.tail = deque(maxlen=TAIL_LINES)

    def run(self):
        with self.pipe:
            for line in iter(lambda: self.pipe.readline(4096), b""):
                self.tail.append(line.decode("utf-8", "replace"))

    def text(self) -> str:
        self.join(5)
        return "".join(self.tail)


def stream(command: Sequence[str], lines: Iterable[bytes], owed=None, codes=(0,)) -> Iterator[bytes]:
    """The lines that `command` makes of `lines`, as they come; neither has its line end.

    `owed` gives, of how many lines were written, how many must come back; without it one for each line. Exit codes other
    than those of `codes` are failures whatever came back.
    Raises ProcessFailed or CountMismatch at the end; an error of `lines` itself is raised as it is.
    """
    process = subprocess.Popen(
        list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    drain = _Drain(process.stderr)
    writer = _Writer(process.stdin, lines)
    drain.start()
    writer.start()
    count = 0
    try:
        for line in process.stdout:
            count += 1
            yield line[:-1] if line.endswith(b"\n") else line
        code = process.wait()
        # The process is gone: a writer that waits for its input gets no reader any more and ends by itself.
        writer.stopped = code not in codes
        writer.join()
        _judge(command, code, codes, writer, drain, count, owed)
    finally:
        writer.stopped = True
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stdout.close()


def _judge(command, code, codes, writer, drain, count, owed):
    name = " ".join(map(str, command[:3]))
    if writer.error is not None and not isinstance(writer.error, OSError):
        raise writer.error
    if code not in codes:
        how = f"was killed by signal {-code}" if code < 0 else f"left with exit code {code}"
        raise ProcessFailed(f"{name} {how} after {count} lines", drain.text())
    if writer.error is not None:
        raise ProcessFailed(f"{name} stopped reading after {count} lines: {writer.error}", drain.text())
    try:
        expected = writer.count if owed is None else owed(writer.count)
    except NativeError as error:
        raise type(error)(error.what, drain.text()) from error
    if count != expected:
        raise CountMismatch(
            f"{name} left with exit code {code} and wrote {count} lines where {expected} are owed", drain.text())
