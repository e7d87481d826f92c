"""Tamis cleans scraped articles: repeats, remains of markup, site furniture.

    >>> import tamis
    >>> [cleaned] = tamis.clean(["A day at sea\\n\\nWe left at noon.\\n\\nA day at sea"])
    >>> cleaned.text
    'A day at sea\\n\\nWe left at noon.'
"""

from ._cleaner import Cleaner, clean
from ._jsonl import clean_jsonl, read_jsonl
from ._columns import clean_column
from ._results import Cleaned, TamisError, UsageError
from ._version import VERSION as __version__

__all__ = [
    "Cleaned",
    "Cleaner",
    "TamisError",
    "UsageError",
    "clean",
    "clean_column",
    "clean_jsonl",
    "read_jsonl",
    "__version__",
]
