"""Short names that a text gives a body itself: "the Association of Caribbean States (ACS)", later "the ACS"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention
from dragoman.reading.entities.occurrences import occurrences

__all__ = ["with_acronyms"]

_GIVEN = re.compile(r" \((?:the )?([A-Z][A-Za-z]{0,3}[A-Z]{1,6})\)")


def with_acronyms(text: str, parties: Sequence[PartyMention]) -> list[PartyMention]:
    """The parties with every later naming of a body by the letters that stand behind its full name in brackets."""
    taken = {p.start for p in parties}
    given: dict[str, PartyMention] = {}
    for p in parties:
        if len(p.codes) == 1 and is_body(p.codes[0]) and (match := _GIVEN.match(text, p.end)):
            if match.start(1) not in taken and _abbreviates(match[1], p.text):
                given.setdefault(match[1], p)
    if not given:
        return list(parties)
    forms = sorted(given)
    starts = sorted(taken)
    out = list(parties)
    for number, start, end in occurrences(text, forms):
        form = forms[number]
        alone = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        i = bisect_left(starts, end)
        inside = any(p.start <= start < p.end for p in parties) if i else False
        if alone and not inside and start > given[form].end + len(form) + 2:
            out.append(PartyMention(start, end, form, given[form].codes, "acronym"))
    return sorted(out, key=lambda p: p.start)


def _abbreviates(letters: str, name: str) -> bool:
    """Whether letters are the first ones of a name's words."""
    initials = "".join(w[0] for w in re.findall(r"[\w']+", name) if w[0].isupper())
    return letters[0].upper() == initials[:1] and letters[-1].upper() in initials
