"""Texts through one program that stays.

Each text goes as a record with its number. An empty line comes back as it is, so one after the records says that all of
them are through; a record that does not come back was removed.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from itertools import islice
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence

from ._command import program
from ._options import Names, Options
from ._results import Cleaned, TamisError, UsageError

_BATCH = 256


class Cleaner:
    """Cleans texts one by one, each without regard to the others.

    The program starts with the first text and ends with :meth:`close`, at the end of a ``with`` block, or with the object.
    A cleaner can be pickled, and one that was forked starts a program of its own. Several threads may share one; they wait
    for each other.

    :param rules: exactly these rules; see ``tamis list rules``.
    :param enable: rules to switch on.
    :param disable: rules to switch off.
    :param signals: signals or families to compute, such as ``"core"`` or ``["gopher"]``.
    :param require: profiles whose violation removes a text.
    :param settings: limits and rules by name, such as ``{"near-repeat.jaccard": 0.9}``, or the path of such a file.
    :param options: any other option of ``tamis clean``, such as ``protect="lines.txt"``.
    :raises UsageError: with the first text, where the program does not take an option.
    """

    def __init__(
        self,
        *,
        rules: Optional[Names] = None,
        enable: Optional[Names] = None,
        disable: Optional[Names] = None,
        signals: Names = "none",
        require: Optional[Names] = None,
        settings: Optional[Any] = None,
        **options: Any,
    ) -> None:
        self._options: Dict[str, Any] = dict(
            rules=rules, enable=enable, disable=disable, signals=signals, require=require, settings=settings, **options
        )
        self._start_over()

    def clean(self, text: str) -> Cleaned:
        """Cleans one text."""
        return self._exchange([text])[0]

    def __call__(self, text: str) -> str:
        """The cleaned text; empty where it is removed."""
        return self.clean(text).text or ""

    def clean_many(self, texts: Iterable[str]) -> Iterator[Cleaned]:
        """Cleans texts as they come, a result for each, in their order; some are read ahead."""
        source = iter(texts)
        while True:
            batch = list(islice(source, _BATCH))
            if not batch:
                return
            yield from self._exchange(batch)

    def map(self, column: str = "text") -> Callable[[Mapping[str, Sequence[Any]]], Dict[str, List[Any]]]:
        """A function for ``datasets.Dataset.map(…, batched=True)``: cleans ``column``; texts that are removed leave with
        their rows."""
        return _BatchMap(self, column)

    def close(self) -> None:
        """Ends the program."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            assert process.stdin and process.stdout
            try:
                process.stdin.close()
            except OSError:
                pass
            process.stdout.close()
            process.wait()
        self._close_files()

    def __enter__(self) -> "Cleaner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_process", None) is not None:
            self.close()

    def __getstate__(self) -> Dict[str, Any]:
        return {"_options": self._options}

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self._options = state["_options"]
        self._start_over()

    def _start_over(self) -> None:
        self._process: Optional[subprocess.Popen[bytes]] = None
        self._arguments: Optional[Options] = None
        self._messages: Any = None
        self._owner = os.getpid()
        self._lock = threading.Lock()

    def _close_files(self) -> None:
        if self._arguments is not None:
            self._arguments.close()
        if self._messages is not None:
            self._messages.close()
        self._arguments = self._messages = None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._owner != os.getpid():
            self._start_over()
        if self._process is None:
            self._arguments = Options(self._options)
            self._messages = tempfile.TemporaryFile()
            command = [program(), "clean", "-q", "--from", "jsonl", "--line-buffered", "--threads", "1"]
            self._process = subprocess.Popen(
                command + self._arguments.words + ["-"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._messages,
            )
        return self._process

    def _exchange(self, texts: Sequence[str]) -> List[Cleaned]:
        for text in texts:
            if not isinstance(text, str):
                raise TypeError(f"a text is a str, not {type(text).__name__}")
        if self._owner != os.getpid():
            self._start_over()
        with self._lock:
            process = self._running()
            assert process.stdin and process.stdout
            results = [Cleaned(text=None, status="removed")] * len(texts)
            sender = threading.Thread(target=self._send, args=(process.stdin, texts), daemon=True)
            sender.start()
            while True:
                line = process.stdout.readline()
                if line == b"\n":
                    break
                if not line:
                    sender.join()
                    raise self._failure()
                record = json.loads(line)
                results[record["id"]] = Cleaned._of(record)
            sender.join()
            return results

    @staticmethod
    def _send(stream: Any, texts: Sequence[str]) -> None:
        try:
            for number, text in enumerate(texts):
                stream.write(json.dumps({"id": number, "text": text}).encode() + b"\n")
            stream.write(b"\n")
            stream.flush()
        except OSError:
            pass  # The program has ended; reading from it says why.

    def _failure(self) -> TamisError:
        process, self._process = self._process, None
        assert process and process.stdin and process.stdout
        code = process.wait()
        self._messages.seek(0)
        message = self._messages.read().decode(errors="replace").strip() or f"the program ended with {code}"
        try:
            process.stdin.close()
        except OSError:
            pass
        process.stdout.close()
        self._close_files()
        return (UsageError if code == 64 else TamisError)(message, code)


class _BatchMap:
    """Cleans a column of a batch of rows; a class, so that it can be pickled."""

    def __init__(self, cleaner: Cleaner, column: str) -> None:
        self._cleaner = cleaner
        self._column = column

    def __call__(self, batch: Mapping[str, Sequence[Any]]) -> Dict[str, List[Any]]:
        cleaned = [result.text for result in self._cleaner.clean_many(batch[self._column])]
        kept = [index for index, text in enumerate(cleaned) if text is not None]
        rows = {name: [values[index] for index in kept] for name, values in batch.items()}
        rows[self._column] = [cleaned[index] for index in kept]
        return rows


def clean(texts: Iterable[str], **options: Any) -> List[Cleaned]:
    """Cleans texts, each without regard to the others; options are those of :class:`Cleaner`."""
    if isinstance(texts, str):
        raise TypeError("clean takes several texts; for one text give [text]")
    with Cleaner(**options) as cleaner:
        return list(cleaner.clean_many(texts))
