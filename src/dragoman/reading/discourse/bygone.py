"""Powers of a time gone by: "the border was set by a treaty of 1907 between France and Siam".

In a text whose title names its two, a sentence on other states, all of whose times lie before the
states of today, brings nobody into the talk: what follows is again about the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["bygone"]

_TODAY = 1950
"""A treaty of others before this year says nothing about who acts in the next sentence; assumed."""
_YEAR = re.compile(r"\d{4}")


def bygone(s: Sentence, pair: Sequence[str], titled: bool) -> frozenset[int]:
    """Items of the parties of a sentence that only tells of others in a time gone by."""
    if not titled or len(pair) != 2 or not s.dates:
        return frozenset()
    if any(set(m.codes) & set(pair) for m in s.mentions):
        return frozenset()
    years = [int(m.group()) for i in s.dates if (m := _YEAR.match(s.refs[i].edtf))]
    past = bool(years) and max(years) < _TODAY
    return frozenset(m.item for m in s.mentions) if past else frozenset()
