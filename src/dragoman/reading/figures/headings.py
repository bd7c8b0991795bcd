"""The year that the heading of a list gives to its rows: "Trade between A and B (2022):" above "- Exports: ..."."""

from __future__ import annotations

import re

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["year_of_heading"]

_ROW = re.compile(r"\s*(?:[-–—•*·▪●]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# How far up from a row its heading may stand, in lines (assumed).
_ROWS = 12


def year_of_heading(s: Sentence) -> str | None:
    """The only year of the line with a colon above the row that the sentence stands in; None for any other place."""
    text = s.text
    start = text.rfind("\n", 0, s.span[0]) + 1
    if not _ROW.match(text[start : s.span[1]]):
        return None
    for _ in range(_ROWS):
        end = start - 1
        if end <= 0:
            return None
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if not line or _ROW.match(line + " "):
            continue
        years = set(_YEAR.findall(line))
        return years.pop() if line.endswith(":") and len(years) == 1 else None
    return None
