"""Officers without a country in an article on one country: "President A visited Peru" in "Foreign relations of Malta"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.people_partners import of_state

__all__ = ["with_officers"]


def with_officers(
    text: str,
    parties: Sequence[PartyMention],
    people: Sequence[PersonMention],
    country: str,
    bodies: frozenset[str],
) -> list[PersonMention]:
    """People, officers whose state nobody says with the article's country.

    Not where the last state that the paragraph names before them is another one: in "Norway's
    government agreed, but Prime Minister A declined" he may be Norway's.
    """
    states = [p for p in parties if len(p.codes) == 1 and p.codes[0] not in bodies]
    starts = [p.start for p in states]
    given: dict[str, str] = {p.name: p.country for p in people if p.country}
    out: list[PersonMention] = []
    for p in people:
        if not p.country and p.name in given:
            p = replace(p, country=given[p.name])
        elif not p.country and p.role and of_state(p.role) and _own(text, p, states, starts, country):
            p = replace(p, country=country)
            given[p.name] = country
        out.append(p)
    return out


def _own(
    text: str, who: PersonMention, states: Sequence[PartyMention], starts: Sequence[int], country: str
) -> bool:
    """Whether nobody else's officer is likely: no state, or the article's, was named last before in the paragraph."""
    i = bisect_left(starts, who.start)
    line = text.rfind("\n", 0, who.start) + 1
    return not i or starts[i - 1] < line or states[i - 1].codes[0] == country
