"""Options by name, as words of the command line."""

from __future__ import annotations

import json
import os
import tempfile
from typing import Any, List, Mapping, Sequence, Union

Names = Union[str, Sequence[str]]


class Options:
    """Words of the command line for keyword arguments: ``near_field="x"`` becomes ``--near-field x``.

    ``settings`` may be a mapping such as ``{"near-repeat.jaccard": 0.9}``; lists are joined by commas.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.words: List[str] = []
        self._settings = None
        for name, value in options.items():
            if value is None or value is False:
                continue
            flag = "--" + name.replace("_", "-")
            if name == "settings" and isinstance(value, Mapping):
                self._settings = tempfile.NamedTemporaryFile("w", suffix=".json", delete=False)
                with self._settings as file:
                    json.dump(dict(value), file)
                self.words += [flag, self._settings.name]
            elif value is True:
                self.words.append(flag)
            elif isinstance(value, (list, tuple)):
                self.words += [flag, ",".join(map(str, value))]
            else:
                self.words += [flag, str(value)]

    def close(self) -> None:
        """Removes the file of settings."""
        if self._settings is not None:
            try:
                os.unlink(self._settings.name)
            except OSError:
                pass
            self._settings = None
