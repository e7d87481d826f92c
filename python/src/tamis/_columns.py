"""Columns of pandas and Arrow."""

from __future__ import annotations

from typing import Any, List, Optional

from ._cleaner import Cleaner


def clean_column(table: Any, column: str = "text", *, cleaner: Optional[Cleaner] = None, **options: Any) -> Any:
    """The table with ``column`` cleaned: a pandas DataFrame or a pyarrow Table, which stays as it is.

    Rows stay where they are; a missing text stays missing, and a text that is removed becomes missing.

    :param cleaner: one to use; by default one is made of ``options``.
    """
    own = cleaner is None
    cleaner = cleaner or Cleaner(**options)
    try:
        if hasattr(table, "set_column"):
            import pyarrow

            index = table.schema.get_field_index(column)
            if index < 0:
                raise KeyError(column)
            values = _clean(cleaner, table.column(column).to_pylist())
            return table.set_column(index, column, pyarrow.array(values, table.schema.field(index).type))
        result = table.copy()
        texts = [text if isinstance(text, str) else None for text in table[column]]
        result[column] = _clean(cleaner, texts)
        return result
    finally:
        if own:
            cleaner.close()


def _clean(cleaner: Cleaner, texts: List[Optional[str]]) -> List[Optional[str]]:
    present = [text for text in texts if text is not None]
    cleaned = iter(list(cleaner.clean_many(present)))
    return [None if text is None else next(cleaned).text for text in texts]
