"""Whose an officer is by an office told before without its holder: "Norway's prime minister said ... Prime Minister A said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["with_offices"]

_NAMED = re.compile(r"[’']s? |,? (?:the )?[A-Z]|, [A-Z]")
_OWNS = re.compile(r"(?:[’']s?)? ((?:deputy |vice |acting |foreign |prime |finance |defen[cs]e |trade )*(?:president|premier|minister|chancellor|king|queen|emir|ambassador|spokesman|spokeswoman))\b", re.I)  # fmt: skip

_NEAR = 400
"""Characters within which the holder follows the office; assumed: the next sentence or two."""


def with_offices(
    text: str, parties: Sequence[PartyMention], people: Sequence[PersonMention]
) -> list[PersonMention]:
    """People, those with an office and no country with that of the one state whose office was told before them."""
    unknown: dict[str, set[str]] = {}
    for p in people:
        if p.role and not p.country:
            unknown.setdefault(p.role.casefold(), set()).add(p.name)
    lone = {role for role, names in unknown.items() if len(names) == 1}
    if not lone:
        return list(people)
    told = _told(text, parties, lone)
    return [
        replace(p, country=told[role][0])
        if p.role
        and not p.country
        and (role := p.role.casefold()) in told
        and 0 < p.start - told[role][1] < _NEAR
        else p
        for p in people
    ]


def _told(text: str, parties: Sequence[PartyMention], roles: set[str]) -> dict[str, tuple[str, int]]:
    """For each office told without a holder: the one state whose it is, and where it stands first."""
    told: dict[str, tuple[str, int]] = {}
    several: set[str] = set()
    for party in parties:
        if len(party.codes) != 1:
            continue
        office = _OWNS.match(text, party.end)
        if office is None or office[1].casefold() not in roles or _NAMED.match(text, office.end()):
            continue
        role, code = office[1].casefold(), party.codes[0]
        if told.setdefault(role, (code, party.start))[0] != code:
            several.add(role)
    return {role: found for role, found in told.items() if role not in several}
