"""Sums that open a sentence before the flow that they measure: "At €1.3 billion, Irish exports to Chad were the highest on record"."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["leading_sum"]

_FLOWS = frozenset({"trade", "exports", "imports", "investment"})
# "At 3,800 metres" and "at 40 degrees" measure no flow.
_UNITS = frozenset({"t", "kg", "l", "m3", "bbl", "kWh"})
# Words from the comma to the flow's noun (assumed).
_NEAR = 8


def leading_sum(scene: Scene, i: int) -> Topic | None:
    """The flow that is the subject behind "At Q,": its noun stands before the first verb of the main clause."""
    s = scene.s
    q = s.refs[i]
    if not 1 <= i <= 3 or s.lowers[0] not in ("at", "with") or not (q.kind == "money" or q.unit in _UNITS):
        return None
    comma = next((j for j in range(i + 1, min(s.n, i + 4)) if s.lowers[j] == ","), -1)
    if comma < 0 or any(s.kinds[j] == "Q" for j in range(i + 1, comma)):
        return None
    verb = next((g for g in s.groups if g.first > comma and g.finite), None)
    if verb is None:
        return None
    stop = min(verb.first, comma + _NEAR)
    item = next((j for j in range(comma + 1, stop) if s.kinds[j] == "w" and scene.modes[j] in _FLOWS), -1)
    mode = scene.modes[item] if item >= 0 else None
    if mode is None:
        return None
    return Topic(mode, item, "the subject behind the sum", verb=verb)
