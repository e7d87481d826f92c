"""What comes back: cleaned texts and errors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional


class TamisError(RuntimeError):
    """The program failed; the message is its own."""

    def __init__(self, message: str, exit_code: Optional[int] = None) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class UsageError(TamisError, ValueError):
    """An option or a setting that the program does not take."""


@dataclass(frozen=True)
class Cleaned:
    """A text as it leaves.

    ``text`` is ``None`` where the document is removed, because it violates a profile that was required.
    """

    text: Optional[str]
    #: ``kept``, ``changed`` or ``removed``.
    status: str
    #: Characters cut, by rule.
    cut: Mapping[str, int] = field(default_factory=dict)
    #: Signals of the text as it came, and as it leaves.
    before: Mapping[str, Optional[float]] = field(default_factory=dict)
    after: Mapping[str, Optional[float]] = field(default_factory=dict)
    #: The bounds that the text violates.
    violations: List[Any] = field(default_factory=list)

    @classmethod
    def _of(cls, record: Dict[str, Any]) -> "Cleaned":
        about = record["tamis"]
        return cls(
            text=record["text"],
            status=about["status"],
            cut=about.get("cut", {}),
            before=about.get("before", {}),
            after=about.get("after", {}),
            violations=about.get("violations", []),
        )
