"""The place in which a text was filed, which is no party of it: "LONDON: Greece blamed Turkey", "BAKU, Azerbaijan, May 1. Latvia ...".

A paper's own capital stays: "NAIROBI: The foreign minister met Ugandan envoys" is on Kenya, which nothing else names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention
from dragoman.reading.dates.datelines import filed_in

__all__ = ["without_place_of_filing"]

_OPENS = re.compile(r"\s*(?:\w+:\s+)?(?:The |[A-Z][a-z]+ )?(?:(?:[a-z]+ ){1,3}(?:of|from) (?:the )?)?")
"""What may stand before the state that opens a text: "The ", "Trend:", "The government delegations of "."""
_OTHERS = 2


def without_place_of_filing(
    text: str, parties: Sequence[PartyMention], of_title: set[str]
) -> list[PartyMention]:
    """Parties without the state of a dateline that neither title nor text names, where another opens the text."""
    end = filed_in(text)
    place = [p for p in parties if p.start < end] if end else []
    if not place or any(p.codes != place[0].codes or len(p.codes) != 1 for p in place):
        return list(parties)
    rest = list(parties[len(place) :])
    told = {c for p in rest for c in p.codes if not is_body(c)}
    if place[0].codes[0] in told | of_title or len(told) < _OTHERS:
        return list(parties)
    if len(told) == _OTHERS and not told <= of_title:
        return list(parties)  # the two left need not be who the text is on
    return rest if _OPENS.fullmatch(text, end, rest[0].start) else list(parties)
