"""Finds cities and ports with their country and UN/LOCODE: "a street in Varna", "consulates in Almaty and Oral".

``data/codes/places.csv`` has one row per place. Phrases that only look like a place ("Paris
Hilton") and context rules are those of the parties (`dragoman.reading.entities.parties`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.codes.countries import is_country
from dragoman.codes.tables import read_rows
from dragoman.errors import BadTable
from dragoman.reading.annotations import PlaceMention
from dragoman.reading.entities.parties import plain_text
from dragoman.reading.entities.party_contexts import DocumentWords, RuleSet, RuleSets, load_context_rules

__all__ = ["find_places"]

_AMERICAN = frozenset({"USA", "CAN"})
_US_PLACE_RULES = frozenset(
    {"parties.us_place.v1", "parties.us_place_before.v1", "parties.us_place_comma.v1"}
)


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    country: str
    locode: str | None
    needs: tuple[str, ...]
    rules: RuleSet


@lru_cache(maxsize=4)
def _finder(extra: tuple[Path, ...]) -> tuple[Any, list[str], list[_Place | None]]:
    import ahocorasick_rs

    rules = [r for r in load_context_rules(extra) if r.then == "drop"]
    sets = RuleSets(rules)
    table: dict[str, _Place | None] = {r["phrase"]: None for r in read_rows("not_parties.csv", extra)}
    for row in read_rows("places.csv", extra):
        country, locode = row["country"], row["locode"] or None
        if not is_country(country):
            raise BadTable(
                f"unknown country {country!r} of {row['name']!r}", where="places.csv", remedy="use alpha-3"
            )
        for form in filter(None, (row["name"], *row["variants"].split(";"))):
            own = sets.of(
                n
                for n, r in enumerate(rules)
                if ("capital" in r.kinds or form in r.forms)
                and not (country in _AMERICAN and r.id in _US_PLACE_RULES)
            )
            needs = tuple(filter(None, row["needs"].split("|")))
            table[form] = _Place(row["name"], country, locode, needs, own)
    automaton = ahocorasick_rs.AhoCorasick(
        list(table),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
    )
    return automaton.find_matches_as_indexes, list(table), list(table.values())


def find_places(text: str, extra: Sequence[Path] = (), *, title: str = "") -> list[PlaceMention]:
    """Cities and ports named in a text, sorted and without overlaps.

    Parameters
    ----------
    text : str
        The document's text.
    extra : sequence of Path
        A team's folders with a ``places.csv`` of the same columns.
    title : str
        What stands over the text: a name may find there what it needs.

    Returns
    -------
    list of PlaceMention
        ``name`` is the table's spelling, ``text`` the printed one.

    Examples
    --------
    >>> [(p.text, p.country, p.locode) for p in find_places("from Aktau to Varna")]
    [('Aktau', 'KAZ', 'KZAAU'), ('Varna', 'BGR', 'BGVAR')]
    """
    find, forms, places = _finder(tuple(Path(p) for p in extra))
    plain = plain_text(text)
    hits = find(plain)
    if not hits:
        return []
    words = DocumentWords(f"{title}{plain}")
    found = []
    for number, start, end in hits:
        place = places[number]
        if place is None or (start and (plain[start - 1].isalnum() or plain[start - 1] in "_-")):
            continue
        if forms[number][-1].isalnum() and end < len(plain) and (plain[end].isalnum() or plain[end] == "_"):
            continue
        if place.needs and not words.any(place.needs):
            continue
        if any(rule.fits(plain, start, end, words) for rule in place.rules.candidates(plain, start, end)):
            continue
        found.append(PlaceMention(start, end, text[start:end], place.name, place.country, place.locode))
    return found
