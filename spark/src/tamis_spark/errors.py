"""What can go wrong with the native process, each with what it said last."""


class NativeError(Exception):
    """The native process failed; the message ends with the tail of its standard error."""

    def __init__(self, what: str, tail: str = ""):
        super().__init__(f"{what}\n{tail.rstrip()}" if tail.strip() else what)
        self.what = what
        self.tail = tail

    def __reduce__(self):
        return type(self), (self.what, self.tail)


class BinaryNotFound(NativeError):
    """There is no binary where one was looked for."""


class VersionMismatch(NativeError):
    """An executor has another algorithm or seed than the driver: keys could not be compared."""


class ProcessFailed(NativeError):
    """The process was killed or left with an exit code other than 0."""


class CountMismatch(NativeError):
    """The process left with 0 but wrote fewer or more lines than it owed."""
