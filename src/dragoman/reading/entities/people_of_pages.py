"""People of a text on two states who seem to be of a third that only lends its capital.

"The treaty was signed in Buenos Aires. President A visited La Paz", in a text on Bolivia and Paraguay: nothing
says that the president is Argentina's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["without_hosts"]


def without_hosts(
    text: str, parties: Sequence[PartyMention], people: list[Any], two: Collection[str]
) -> list[Any]:
    """People without the country of a capital in which something of the text's two states only took place."""
    if len(two) != 2:
        return people
    named = {c for m in parties if m.form != "capital" for c in m.codes}
    hosts = {
        c
        for m in parties
        if m.form == "capital" and text[max(0, m.start - 3) : m.start] in ("in ", "at ")
        for c in m.codes
        if c not in named and c not in two
    }
    if not hosts:
        return people
    return [
        replace(p, country=None) if isinstance(p, PersonMention) and p.country in hosts else p for p in people
    ]
