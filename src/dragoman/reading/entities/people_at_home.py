"""Officers whom a text names without their country, as papers do their own: all of them are of one state.

"Foreign Minister A said he would meet his Chilean counterpart ... Ministry spokesman B said": where the text lets A be of Peru,
and nobody else named so be of another state, B is of Peru, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.people_partners import of_state

__all__ = ["with_compatriots"]

_ACTS = re.compile(
    r"(?:,[^.;,\n]{3,60},)? (?:also |further |then |later |has |had |on \w+day |yesterday |today )*(?:said|says|told|stated|stressed|noted|added|declared|"
    r"affirmed|confirmed|announced|explained|expressed|voiced|conveyed|congratulated|condemned|thanked|praised|hailed|urged|called on|called for|reaffirmed|"
    r"reiterated|welcomed|rejected|denied|accused|criticised|criticized|warned|pledged|vowed)\b"
)
_BESIDE = re.compile(
    r"\b(?:with|met|meet|meets|meeting|to|by|and|of|from|for|visiting|received|receives|welcomed|hosted|host|thanked|praised|told|counterpart|between)"
    r"(?: the| his| her| visiting)?(?: [\w-]+){0,3} ?\Z"
)
_OPENS = re.compile(
    r"(?:\A|[.!?:;”\"»’—–-]\s*|\n\s*|, )(?:(?:the|and|but|while|meanwhile,?|however,?|earlier,?) )?\Z",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:, [\w ]{3,20})?(?: \([^()\n]{2,30}\))?(?:[:,.] | ?[-–—]+ )")
_DATELINE = 30
_SPOKES = re.compile(r"spokes(?:man|woman|person)", re.IGNORECASE)


def with_compatriots(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> list[PersonMention]:
    """People, those still without a country with that of all others whom the text names without one."""
    if all(p.country or not p.role for p in people):
        return list(people)
    ends = [m.end for m in parties]
    bare: set[str] = set()
    owned: set[str] = set()
    for p in people:
        if p.role and of_state(p.role):
            (bare if _alone(text, p, parties, ends) else owned).add(p.name)
    bare -= owned
    if not bare:
        return list(people)
    concluded = {p.country for p in people if p.name in bare and p.country} or _filed(text, parties, people)
    home = next(iter(concluded)) if len(concluded) == 1 else None
    if home is None or is_body(home):
        return list(people)
    own = {
        p.name for p in people
        if p.name in bare and not p.country and p.role and _speaks(text, p)
    }  # fmt: skip
    return [replace(p, country=home) if p.name in own and not p.country else p for p in people]


def _alone(text: str, person: PersonMention, parties: Sequence[PartyMention], ends: Sequence[int]) -> bool:
    """Whether nothing beside office and name tells whose somebody is."""
    at = text.rfind(person.role or "", max(0, person.start - 80), person.start)
    first = at if at >= 0 else person.start
    i = bisect_left(ends, first - _TOUCHING)
    while i < len(parties) and ends[i] <= first and re.search(r"[.!?\n]", text[ends[i] : first]):
        i += 1  # it ends the sentence before
    return i >= len(parties) or parties[i].start > person.end + _BEHIND


_TOUCHING = 4
"""Characters between an owner and the office: "'s ", " the"."""
_BEHIND = 8
"""Characters between a name and whose it is: " of the "."""


def _filed(text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]) -> set[str | None]:
    """The state in which a text was filed, if the first officer that it names is that state's."""
    first = next((p for p in parties if p.start < _DATELINE), None)
    if first is None or len(first.codes) != 1 or not _PLACED.match(text, first.end):
        return set()
    officer = next((p for p in people if p.role and of_state(p.role)), None)
    return {officer.country} if officer is not None and officer.country == first.codes[0] else set()


def _speaks(text: str, person: PersonMention) -> bool:
    """Whether somebody opens a clause and says or does what officers of the paper's own state do there."""
    before = text[max(0, person.start - 40) : person.start]
    role = person.role or ""
    at = before.rfind(role) if role else -1
    before = before[:at] if at >= 0 else before
    if not _ACTS.match(text, person.end):
        return False
    return bool(_OPENS.search(before)) or (bool(_SPOKES.search(role)) and not _BESIDE.search(before))
