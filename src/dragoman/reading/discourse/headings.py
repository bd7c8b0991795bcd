"""Articles on one country with a section for each other: headings that are just a country's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

__all__ = ["country_of_sections"]

# One line with a country's name alone may be anything; two are a form (assumed).
_LEAST = 2
_MARKS = 12
_OPENS = re.compile(r"(?:\A|\n)[ \t#=*•]*\Z")
_CLOSES = re.compile(r"[ \t\r#=*:]{0,12}\n")


def country_of_sections(
    text: str, mentions: Sequence[Any], titled: Sequence[str], bodies: frozenset[str]
) -> str | None:
    """The country that an article is about whose sections are headed "Chile", "Georgia", ...; None for any other text.

    Parameters
    ----------
    mentions : sequence
        Party mentions of the text, in order, with ``start``, ``end`` and ``codes``.
    titled : sequence of str
        Codes that the title names.
    """
    headed: set[str] = set()
    for m in mentions:
        if len(m.codes) == 1 and m.codes[0] not in bodies and _alone(text, m.start, m.end):
            headed.add(m.codes[0])
    if len(headed) < _LEAST:
        return None
    named = [c for c in dict.fromkeys(titled) if c not in headed and c not in bodies]
    if named:
        return named[0]
    counts = Counter(c for m in mentions for c in m.codes if c not in bodies)
    code, most = counts.most_common(1)[0]
    # Spoken of in every section, so to say: else the lines are a list, or several texts in one.
    return code if code not in headed and most >= len(headed) else None


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line but a few marks of a heading: a look that does not grow with the line."""
    return bool(_CLOSES.match(text, end) and _OPENS.search(text, max(0, start - _MARKS), start))
