"""What the driver gives to executors: this package and the binary.

A new executor asks for all that was ever shipped, so that these files stay until the driver ends.
"""

import atexit
import hashlib
import os
import shutil
import tempfile

from .native import Native, Shipped

_packages = set()
_files = set()


def new_folder() -> str:
    """A folder of the driver's that goes when the driver ends."""
    folder = tempfile.mkdtemp(prefix="tamis-spark-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def is_one_process(context) -> bool:
    return context.master == "local" or context.master.startswith("local[")


def ship_package(context) -> None:
    """Python workers import this package, whether it is installed where they run or not; once for each application."""
    if context.applicationId in _packages:
        return
    _packages.add(context.applicationId)
    package = os.path.dirname(os.path.abspath(__file__))
    folder = new_folder()
    shutil.copytree(
        package, os.path.join(folder, "package", os.path.basename(package)),
        ignore=shutil.ignore_patterns("__pycache__", "bin"))
    context.addPyFile(shutil.make_archive(os.path.join(folder, "tamis_spark"), "zip", os.path.join(folder, "package")))


def ship_file(context, path: str) -> Shipped:
    """A file of the driver's for all executors, under a name that says what it holds: they keep what they have by name."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(1 << 20), b""):
            digest.update(chunk)
    name = digest.hexdigest()[:16] + "-" + os.path.basename(path)
    if (context.applicationId, name) not in _files:
        _files.add((context.applicationId, name))
        copy = os.path.join(new_folder(), name)
        try:
            os.link(path, copy)
        except OSError:
            shutil.copy(path, copy)
        context.addFile(copy)
    return Shipped(name)


def ship_binary(context, native: Native) -> None:
    """Executors that are other processes, maybe on other machines, run the driver's binary."""
    if not is_one_process(context):
        native.shipped = ship_file(context, native.path)
