"""Where the native binary is, and whether it is the one the driver has."""

import os
import shutil
import subprocess
import sys
from typing import Iterator, Optional

from .errors import BinaryNotFound, VersionMismatch

NAME = "tamis"
VARIABLE = "TAMIS_BINARY"


def candidates(option: Optional[str] = None) -> Iterator[str]:
    """The places to look at, in order; an option or a variable is the only one where it is given."""
    explicit = option or os.environ.get(VARIABLE)
    if explicit:
        yield explicit
        # The driver's path may not exist on an executor, to which the file was shipped by name.
        for folder in _shipped():
            yield os.path.join(folder, os.path.basename(explicit))
        return
    for folder in _shipped():
        yield os.path.join(folder, NAME)
    # A wheel that carries the binary puts it into the package or beside the interpreter.
    yield os.path.join(os.path.dirname(__file__), "bin", NAME)
    yield os.path.join(os.path.dirname(sys.executable), NAME)
    on_path = shutil.which(NAME)
    if on_path:
        yield on_path


def _shipped() -> Iterator[str]:
    """Where what was shipped lies: --files and --archives use the working folder, `addFile` one of Spark's."""
    yield os.getcwd()
    spark = sys.modules.get("pyspark")
    if spark is not None and spark.SparkFiles._is_running_on_worker:
        yield spark.SparkFiles.getRootDirectory()


def find(option: Optional[str] = None) -> str:
    """The path of the binary, made executable if shipping took that away."""
    places = list(candidates(option))
    for place in places:
        if os.path.isfile(place):
            if not os.access(place, os.X_OK):
                os.chmod(place, 0o755)
            return place
    raise BinaryNotFound(
        "no tamis binary; name it by --binary or " + VARIABLE + ", or ship it by --files; looked at: "
        + ", ".join(places or ["PATH"])
    )


def version(path: str) -> str:
    """What `tamis --version` says: release, algorithm and seed."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except OSError as error:
        raise BinaryNotFound(f"{path} cannot be run: {error}") from error
    if done.returncode != 0:
        raise BinaryNotFound(f"{path} --version left with {done.returncode}", done.stderr)
    return done.stdout.strip()


_checked = set()


def checked(option: Optional[str], expected: str) -> str:
    """The path of the binary, once its version is known to be the driver's; asked once a Python worker."""
    path = find(option)
    if (path, expected) not in _checked:
        found = version(path)
        if found != expected:
            raise VersionMismatch(f"{path} is '{found}', the driver has '{expected}'; ship the driver's binary")
        _checked.add((path, expected))
    return path
