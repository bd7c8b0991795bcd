"""Whose minister opens a text by office and name alone: of the state whose ministry says so.

"Foreign Minister A will travel to Malta, the Kenyan foreign ministry said": A is Kenya's, unless it is where he goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["with_ministries"]

_OFFICE = re.compile(r"minister|secretary|envoy|negotiator|adviser|advisor", re.IGNORECASE)
_MINISTRY = (
    r"(?:(?:foreign|defen[cs]e|trade|interior|finance|energy|agriculture) (?:and [\w ]{2,20} )?(?:ministry|office)"
    r"|(?:state|defense) department|(?:ministry|department) (?:of|for) [\w ]{3,30}?)"
)
_BEHIND = re.compile(
    rf"(?:[’']s?)? (?:\w+ )?{_MINISTRY}(?: spokes\w+(?: [A-Z][\w-]+){{1,3}})?,? ", re.IGNORECASE
)
_SAYS = re.compile(
    r"(?:also |later |has )?(?:said|says|announced|confirmed|stated|noted|reported|added|disclosed)\b"
)
_SOURCE = re.compile(r"according to (?:a (?:statement|release) (?:of|from|by) )?(?:the )?\Z", re.IGNORECASE)
_IN_CAPITAL = re.compile(rf"{_MINISTRY} in \Z", re.IGNORECASE)
_ITSELF = re.compile(_MINISTRY + "$", re.IGNORECASE)
_GOES = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?: to)?|trip to|tour of|(?:travel|fly|head|come|go)(?:s|ed|l?ing|led)? to|flew to|came to|went to"
    r"|arriv(?:e|es|ed|ing) in|left for|in|to) (?:the )?\Z"
)
_LEAD = 900
"""Characters of a text's lead, where a ministry is named as the source; assumed."""


def with_ministries(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> list[PersonMention]:
    """People, the first of them with the state whose ministry the lead quotes, where he has an office and no country."""
    first = next(iter(people), None)
    if (
        first is None
        or first.country
        or not first.role
        or not _OFFICE.search(first.role)
        or first.start > _LEAD
    ):
        return list(people)
    lead = [p for p in parties if p.start < _LEAD and len(p.codes) == 1]
    sources = {p.codes[0] for p in lead if _quoted(text, p)}
    if len(sources) != 1:
        return list(people)
    home = sources.pop()
    if any(
        p.codes[0] == home and _GOES.search(text[max(0, p.start - 24) : p.start]) and not _quoted(text, p)
        for p in lead
    ):
        return list(people)
    return [replace(p, country=home) if p.name == first.name and not p.country else p for p in people]


def _quoted(text: str, party: PartyMention) -> bool:
    """Whether a party's ministry is named as the source: "the Kenyan foreign ministry said", "the ministry in Nairobi"."""
    before, after = text[max(0, party.start - 60) : party.start], text[party.end : party.end + 80]
    if _ITSELF.search(
        text, party.start, party.end
    ):  # "the U.S. State Department", "Britain's Foreign Office"
        return _SOURCE.search(before) is not None or _SAYS.match(after.lstrip(", ")) is not None
    if _IN_CAPITAL.search(before):
        return _SAYS.match(after.lstrip(", ")) is not None
    named = _BEHIND.match(after)
    if named is None:
        return (
            _SOURCE.search(before) is not None
            and re.match(rf"(?:[’']s?)? (?:\w+ )?{_MINISTRY}", after, re.IGNORECASE) is not None
        )
    return _SAYS.match(after[named.end() :]) is not None or _SOURCE.search(before) is not None
