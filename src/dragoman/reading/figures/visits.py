"""Visits by the thousand: "the number of visits to Albania by citizens of Italy amounted to 1.2 million"."""

from __future__ import annotations

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.roles import codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["visits_made"]

_VISITS = words("figures.visits", "visits")
# Fewer visits are those of officials (assumed).
_MANY = 1000
# From "number" to what is counted (assumed).
_NEAR = 4


def visits_made(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of a number of visits, or of its change, where whose and where to is told."""
    s = scene.s
    q = s.refs[i]
    many = q.kind in ("number", "count") and (q.value or 0) >= _MANY
    if not (many or q.kind == "percent"):
        return None
    if before is not None and before.how == "visits made" and q.kind == "percent":
        return Topic(
            "visitors",
            before.item,
            "visits made",
            before.actor,
            before.recipient,
            date=before.date,
            carried=True,
        )
    at = next((j for j in range(s.n - 1) if s.lowers[j] in ("number", "numbers", "volume")), -1)
    told = (
        next((j for j in range(at + 1, min(s.n, at + 1 + _NEAR)) if s.lowers[j] in _VISITS), -1)
        if at >= 0
        else -1
    )
    if told < 0 or told > i:
        return None
    to = [m for m in s.mentions if m.item > told and m.cue in ("to", "in", "into")]
    who = [m for m in s.mentions if told < m.item < i and m.cue in ("by", "from", "of") and m not in to]
    who = who or [m for m in s.mentions if m.owner and m.item < told]
    there = without(codes_of(to[:1]) or host_of(scene.ctx), codes_of(who))
    if len(there) != 1 or not who or (at > 1 and s.lowers[at - 1] == "total" and not who):
        return None
    return Topic("visitors", told, "visits made", codes_of(who), there, carried=True)
