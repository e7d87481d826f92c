"""Files of JSON Lines, cleaned as a corpus: documents are compared with each other."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from typing import Any, Dict, Iterator, Sequence, Union

from ._command import program
from ._options import Options
from ._results import TamisError, UsageError

Path = Union[str, "os.PathLike[str]"]


def clean_jsonl(paths: Union[Path, Sequence[Path]], **options: Any) -> Iterator[Dict[str, Any]]:
    """Cleans the records of one or more files and gives them as they leave, with the object ``tamis`` in each.

    Files may be compressed by gzip or zstd. Documents of all files are compared with each other unless
    ``scope="document"``; those that go are not among the records. Options are those of ``tamis clean``, with underscores.

    :raises UsageError: where the program does not take an option.
    :raises TamisError: after the last record, where an input or a record could not be read.
    """
    if isinstance(paths, (str, os.PathLike)):
        paths = [paths]
    arguments = Options(options)
    command = [program(), "clean", "-q", "--to", "jsonl", *arguments.words, "--", *map(os.fspath, paths)]
    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=messages)
        assert process.stdout
        is_finished = False
        try:
            for line in process.stdout:
                if not line.isspace():
                    yield json.loads(line)
            is_finished = True
        finally:
            process.stdout.close()
            code = process.wait()
            arguments.close()
        if is_finished and code != 0:
            messages.seek(0)
            message = messages.read().decode(errors="replace").strip()
            raise (UsageError if code == 64 else TamisError)(message, code)


def read_jsonl(path: Path) -> Iterator[Dict[str, Any]]:
    """Reads the records of a file of JSON Lines one by one; blank lines are passed over."""
    with open(path, "rb") as file:
        for line in file:
            if not line.isspace():
                yield json.loads(line)
