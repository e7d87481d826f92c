"""The program inside the package."""

import os
import shutil
import sys
from pathlib import Path

from ._results import TamisError


def program() -> str:
    """The path of the command: TAMIS_PROGRAM, the one in the wheel, or one on the PATH."""
    chosen = os.environ.get("TAMIS_PROGRAM")
    if chosen:
        return chosen
    bundled = Path(__file__).with_name("bin") / "tamis"
    if bundled.is_file():
        return str(bundled)
    found = shutil.which("tamis")
    if found:
        return found
    raise TamisError("the program 'tamis' is not there; install the wheel, or set TAMIS_PROGRAM to its path")


def main() -> None:
    """Becomes the program, as `tamis` on the command line."""
    path = program()
    os.execv(path, ["tamis", *sys.argv[1:]])
