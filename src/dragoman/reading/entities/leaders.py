"""Leaders named by office and surname alone: "President Obama" in a text that never names his country."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.codes.tables import read_rows
from dragoman.reading.annotations import PartyMention

__all__ = ["named_with_office"]

_OFFICE = re.compile(
    r"\b(President|Prime Minister|Premier|Chancellor|Secretary|Foreign Minister|Foreign Secretary|King|Emir)\s$"
)
_WINDOW = 20
"""Characters before a name in which its office stands: the longest office and a space."""


@lru_cache(maxsize=1)
def _surnames() -> dict[str, frozenset[str]]:
    """The offices held by whoever may be called by a surname alone; none where two countries share the surname."""
    offices: dict[str, set[str]] = {}
    countries: dict[str, set[str]] = {}
    for row in read_rows("leaders.csv"):
        countries.setdefault(row["name"].split()[-1], set()).add(row["code"])
        for surname in filter(None, row["alone"].split(";")):
            offices.setdefault(surname, set()).add(row["role"])
    return {name: frozenset(roles) for name, roles in offices.items() if len(countries.get(name, ())) < 2}


def named_with_office(text: str, mention: PartyMention) -> bool:
    """Whether a known leader's surname stands behind the office held: "President Obama", not "Obama"."""
    office = _OFFICE.search(text[max(0, mention.start - _WINDOW) : mention.start])
    return office is not None and any(
        role.startswith(office[1]) for role in _surnames().get(mention.text, frozenset())
    )
