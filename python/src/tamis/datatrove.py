"""A step for pipelines of datatrove.

    from tamis.datatrove import TamisStep
    pipeline = [JsonlReader("in"), TamisStep(require="gopher"), JsonlWriter("out")]
"""

from __future__ import annotations

from typing import Any, Iterator

from datatrove.pipeline.base import PipelineStep

from ._cleaner import Cleaner


class TamisStep(PipelineStep):  # type: ignore[misc]
    """Cleans the text of each document; one that is removed goes no further. What was cut is in ``metadata["tamis"]``."""

    name = "Tamis"
    type = "🧼 - CLEAN"

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self.options = options

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        with Cleaner(**self.options) as cleaner:
            for document in data or ():
                cleaned = cleaner.clean(document.text)
                self.stat_update(cleaned.status)
                if cleaned.text is None:
                    continue
                document.text = cleaned.text
                document.metadata["tamis"] = {"status": cleaned.status, "cut": dict(cleaned.cut)}
                yield document
