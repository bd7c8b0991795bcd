"""Whose somebody is by the body of one state that stands in his office: "Sri Lankan Tourist Board Chairman A", "A, head of Peru's port authority".

Offices right beside a country are read with the name; here words of a body's name stand between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["with_owners"]

_NAMED = re.compile(r"(?:[’']s?)?(?: (?:[A-Z][\w&/-]*|of|for|and|&|the)){1,7} ")
"""The rest of a body's name and the office between a country and who holds it."""
_OFFICE = (
    r"(?:deputy |vice[- ]|executive |acting |managing |chief |regional )*(?:head|chief|chair(?:man|woman|person)?|president|director(?:[- ]general)?|"
    r"secretary(?:[- ]general)?|governor|commander|minister|spokes(?:man|woman|person)|rector|administrator|manager|commissioner|"
    r"member|adviser|advisor|official|officer|executive|ceo|negotiator|deputy|mayor)"
)
_BEHIND = re.compile(
    rf",? (?:who is |currently )?(?:the |a |an )?(?:[\w-]+ ){{0,4}}?{_OFFICE}(?: (?:and|for|of|at|in|on|the|[A-Z][\w&-]*)){{0,6}}? (?:of|at|with|in) (?:the )?\Z",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[-–—/]| and [A-Z]|,? [A-Z]\w+[-–]")
_REACH = 120
"""Characters between a country and a name that go together. assumed: an office and a body's name."""


def with_owners(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> list[PersonMention]:
    """People, those without a country with the one whose body they hold an office of."""
    if all(p.country for p in people):
        return list(people)
    starts = [m.start for m in parties]
    found: dict[str, str] = {}
    for i, person in enumerate(people):
        if person.country or person.name in found:
            continue
        code = _before(text, person, people[max(0, i - 1) : i], parties, starts) or _behind(
            text, person, parties, starts
        )
        if code:
            found[person.name] = code
    return [replace(p, country=found[p.name]) if not p.country and p.name in found else p for p in people]


def _before(
    text: str,
    person: PersonMention,
    near: Sequence[PersonMention],
    parties: Sequence[PartyMention],
    starts: Sequence[int],
) -> str | None:
    """The state whose body's name leads up to office and name: "Cuba's Civil Aviation Institute President A"."""
    if not person.role:
        return None
    i = bisect_left(starts, person.start) - 1
    if i < 0 or person.start - parties[i].end > _REACH:
        return None
    party = parties[i]
    between = text[party.end : person.start]
    if any(p.start >= party.end and p.end <= person.start for p in near):
        return None  # "the Kenyan envoy Ama Were and Director Ana Rojas"
    if not _NAMED.fullmatch(between) or not between.rstrip().endswith(person.role.rsplit(" ", 1)[-1]):
        return None
    return _one(text, party)


def _behind(
    text: str, person: PersonMention, parties: Sequence[PartyMention], starts: Sequence[int]
) -> str | None:
    """The state in the apposition behind a name: "A, the deputy head of Ethiopia's Oromia region"."""
    if text[person.end : person.end + 2] != ", ":
        return None
    i = bisect_left(starts, person.end)
    if i >= len(parties) or parties[i].start - person.end > _REACH:
        return None
    return _one(text, parties[i]) if _BEHIND.fullmatch(text, person.end, parties[i].start) else None


def _one(text: str, party: PartyMention) -> str | None:
    """The state of a mention, if it is one state's and not half of two: "the Peru-China chamber"."""
    if len(party.codes) != 1 or is_body(party.codes[0]) or _JOINT.match(text, party.end):
        return None
    return None if text[max(0, party.start - 1) : party.start] in ("-", "–", "—", "/") else party.codes[0]
