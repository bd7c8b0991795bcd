"""How long a visit was whose end is told: "concluded a three-day visit on Thursday" took the days up to Thursday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.word_lists import words

__all__ = ["days_of_ended"]

_ENDING = words("acts.visit_lengths", "ending")
_NUMBERS = {w: n for n, w in enumerate("two three four five six seven eight nine ten".split(), 2)}
_LENGTH = re.compile(r"\b(\d{1,2}|" + "|".join(_NUMBERS) + r")[- ]day\b", re.I)
_LONGEST = 15
"""Days; assumed: a longer stay is no visit that one day ends."""


def days_of_ended(edtf: str | None, g: Group | None, told: str) -> str | None:
    """The days of a visit from the day that ended it; the time as it is where nothing says how long.

    Parameters
    ----------
    told : str
        The words of the visit, as in "a three-day visit".
    """
    length = _LENGTH.search(told)
    if edtf is None or length is None or g is None or g.lemma not in _ENDING or len(edtf) != 10:
        return edtf
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) or not g.past:
        return edtf
    count = int(length[1]) if length[1].isdecimal() else _NUMBERS[length[1].lower()]
    if not 1 < count <= _LONGEST:
        return edtf
    last = date.fromisoformat(edtf)
    return f"{(last - timedelta(count - 1)).isoformat()}/{edtf}"
