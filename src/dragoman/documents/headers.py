"""The optional block of ``key: value`` lines with which a text may open."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["KNOWN", "split_header"]

KNOWN = ("title", "date", "url", "outlet", "author", "language")
_LINE = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,39})[ \t]*:(?:[ \t]+([^\r\n]*?))?[ \t]*(?:\r\n|\r|\n)")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
# Assumed: more lines than this are no header but a list of the text.
_MOST_LINES = 60


def split_header(text: str, *, front_matter: bool = False) -> tuple[Mapping[str, str], int]:
    """Header fields, keys in lower case, and the offset at which the document's own text begins.

    A block counts as a header only where every line of it is ``key: value``, at least one
    key is known and a blank line ends it (§E4), so "Note: trade rose." opens no header.

    Parameters
    ----------
    text : str
        The text as decoded.
    front_matter : bool
        Also accept the block between ``---`` lines that Markdown knows.

    Examples
    --------
    >>> split_header("date: 2025-06-09\\nlicence: CC0\\n\\nAstana and Sofia agreed.")
    ({'date': '2025-06-09', 'licence': 'CC0'}, 31)
    >>> split_header("Note: trade rose.\\n\\nMore.")
    ({}, 0)
    """
    fence = _FENCE.match(text) if front_matter else None
    at = fence.end() if fence else 0
    fields: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        m = _LINE.match(text, at)
        if not m:
            break
        fields.setdefault(m[1].lower(), (m[2] or "").strip().strip('"' if fence else ""))
        at = m.end()
    if not any(key in KNOWN for key in fields):
        return {}, 0
    end = (_FENCE if fence else _BLANK).match(text, at)
    if not end:
        return {}, 0
    if fence:
        blank = _BLANK.match(text, end.end())
        return fields, blank.end() if blank else end.end()
    return fields, end.end()
