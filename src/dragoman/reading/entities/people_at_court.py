"""Rulers whom a text names in courtly words: "His Highness the Amir Sheikh A" stands in the papers of his own state.

Abroad he is "Kuwait's Amir"; a text that was filed in a state and calls a ruler so without saying whose he is means its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["filed_at", "with_hosts", "with_rulers"]

_PLACED = re.compile(
    r"(?:,? (?:[A-Z][a-z]{2,9}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,9})(?:, ?\d{4})?)?"
    r"(?:,? ?\(?[A-Z][\w ]{1,20}\)?)?(?:[:,.] ?| ?[-–—]+ )"
)
_DATELINE = 30
"""Characters of a text within which the place of filing is named; assumed."""
_STYLE = re.compile(
    r"\b(?:H\.? ?H\.?|H\.?R\.?H\.?|H\.?M\.?|(?:His|Her) (?:Royal )?(?:Highness|Majesty)),?(?: the)?(?: [A-Z][\w’'-]+){0,5} ?\Z"
)
_BEFORE = 90
"""Characters before a name in which its style and office stand; assumed."""
_RULES = re.compile(r"(?i)\b(?:[ae]mir|king|queen|sultan|crown prince(?:ss)?|prince regent)\b")
_OWNED = re.compile(r"[’']s?\s+\Z")


def filed_at(text: str, parties: Sequence[PartyMention]) -> str | None:
    """The state in which a text says at its head that it was filed, or None."""
    first = next((p for p in parties if p.start < _DATELINE), None)
    if first is None or len(first.codes) != 1 or is_body(first.codes[0]) or text[: first.start].strip():
        return None
    return first.codes[0] if _PLACED.match(text, first.end) else None


def with_rulers(text: str, people: Sequence[PersonMention], state: str | None) -> list[PersonMention]:
    """People, rulers in courtly words who are of no known country with the state in which the text was filed."""
    if state is None:
        return list(people)
    own = {p.name for p in people if not p.country and p.role and _RULES.search(p.role) and _styled(text, p)}
    if not own or any(p.country and p.country != state for p in people if p.name in own):
        return list(people)
    # "Sheikh Sabah" is whose full name stood before it
    first = {name.split(" ", 1)[0] for name in own}
    return [
        replace(p, country=state)
        if p.name in own or (not p.country and p.name in first and _styled(text, p))
        else p
        for p in people
    ]


_CALLED_ON = re.compile(
    r"\bcall(?:s|ed|ing)? (?:up)?on (?:the )?(?:[A-Z][\w’'-]*,? (?:(?:for|of|and|the) ){0,2}){0,7}\Z"
)


def with_hosts(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention], state: str | None
) -> list[PersonMention]:
    """People, officers on whom somebody of another state calls where the text was filed: "ROME: A's envoy called on Minister B"."""
    if state is None or " on " not in text:
        return list(people)
    starts = [m.start for m in parties]
    own: set[str] = set()
    for p in people:
        if p.country or not p.role or _CALLED_ON.search(text, max(0, p.start - _BEFORE), p.start) is None:
            continue
        i = bisect_left(starts, p.start) - 1
        guest = parties[i] if i >= 0 and not _ENDS.search(text, parties[i].end, p.start) else None
        whose = parties[i + 1] if i + 1 < len(parties) and parties[i + 1].start < p.end + _BEHIND else None
        if guest is not None and whose is None and state not in guest.codes:
            own.add(p.name)
    return [replace(p, country=state) if p.name in own and not p.country else p for p in people]


_ENDS = re.compile(r"[.!?]\s")
_BEHIND = 8
"""Characters between a name and whose it is: " of the "; assumed."""


def _styled(text: str, person: PersonMention) -> bool:
    """Whether the style of a ruler stands before office and name, and no owner before it."""
    front = _STYLE.search(text, max(0, person.start - _BEFORE), person.start)
    return front is not None and not _OWNED.search(text, max(0, front.start() - 30), front.start())
