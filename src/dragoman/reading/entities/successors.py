"""Former states in an article on the relations of a successor: there the Soviet Union is Russia before 1992."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman.reading.annotations import PartyMention

__all__ = ["as_successors"]

_SUCCESSORS = {
    "CSK": ("CZE", "SVK"),
    "DDR": ("DEU",),
    "SUN": ("RUS",),
    "YMD": ("YEM",),
}
"""ISO 3166-3 codes and the states that took over their relations; of Yugoslavia none did alone. General knowledge."""


def as_successors(
    text: str, parties: Sequence[PartyMention], titled: Collection[str], *, by_paragraph: bool
) -> list[PartyMention]:
    """Parties, those of a former state as the one successor that the title names, or the paragraph does.

    Parameters
    ----------
    by_paragraph : bool
        Whether the article goes from partner to partner, so that a paragraph's other names tell whose it is.
    """
    if not any(c in _SUCCESSORS for m in parties for c in m.codes):
        return list(parties)
    starts = [m.start for m in parties]
    out = []
    for m in parties:
        near: Collection[str] = ()
        if by_paragraph and not _SUCCESSORS.keys().isdisjoint(m.codes):
            first = text.rfind("\n", 0, m.start) + 1
            last = text.find("\n", m.end)
            inside = parties[
                bisect_left(starts, first) : bisect_left(starts, last if last >= 0 else len(text))
            ]
            near = {c for p in inside for c in p.codes}
        codes = tuple(dict.fromkeys(_successor(c, titled) or _successor(c, near) or c for c in m.codes))
        out.append(m if codes == m.codes else replace(m, codes=codes))
    return out


def _successor(code: str, named: Collection[str]) -> str | None:
    found = [c for c in _SUCCESSORS.get(code, ()) if c in named]
    return found[0] if len(found) == 1 and code not in named else None
