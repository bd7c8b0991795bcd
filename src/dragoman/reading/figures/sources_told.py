"""Where a country's goods come from or go, told by a noun of the place: "A is among B's major sources of sugar and corn", "a key market for A's tea and wood"."""

from __future__ import annotations

from typing import Any

from dragoman.reading.figures.roles import codes_of
from dragoman.reading.figures.scenes import Scene

__all__ = ["goods_of_source"]

_SOURCES = frozenset({"source", "sources", "supplier", "suppliers", "provider", "providers"})
_MARKETS = frozenset(
    {"market", "markets", "destination", "destinations", "outlet", "outlets", "buyer", "buyers"}
)
_RANKED = frozenset(
    {"key", "main", "major", "important", "leading", "principal", "chief", "primary", "big", "top"}
)
_LIST = 2
"""So many goods make a list (assumed)."""
Told = tuple[str, tuple[str, ...], tuple[str, ...], list[Any]]


def goods_of_source(scene: Scene, goods: list[Any]) -> Told | None:
    """Flow, reporter, partner and the goods behind the noun of a source or market that one country is of another."""
    s = scene.s
    g = next((g for g in s.groups if g.finite and g.lemma in ("be", "become", "remain")), None)
    if g is None or g.negated:
        return None
    for i in range(g.main + 1, s.n - 1):
        if s.lowers[i] not in _SOURCES | _MARKETS or _RANKED.isdisjoint(s.lowers[max(g.main, i - 4) : i]):
            continue
        behind = "of" if s.lowers[i] in _SOURCES else "for"
        if s.lowers[i + 1] != behind:
            continue
        listed = [p for p in goods if p.start >= s.starts[i]]
        subject = codes_of([m for m in s.mentions if m.cue == "subj" and m.item < g.first])
        owners = [m for m in s.mentions if m.owner and (m.item < i if behind == "of" else m.item > i)]
        owner = codes_of([m for m in owners if m.item > g.main])
        if len(listed) < _LIST or len(subject) != 1 or len(owner) != 1 or owner == subject:
            return None
        return ("imports" if behind == "of" else "exports"), owner, subject, listed
    return None
