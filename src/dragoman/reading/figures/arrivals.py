"""Visitors counted by where they came from: "the biggest group, numbering 4 million, came from Malta"."""

from __future__ import annotations

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["arrivals"]

# A smaller number counts days or places (assumed).
_FEWEST = 100


def arrivals(scene: Scene, i: int) -> Topic | None:
    """The topic of a bare number of people who "came from" a country, where visitors are spoken of."""
    s, ctx = scene.s, scene.ctx
    q = s.refs[i]
    if q.kind not in ("number", "count") or (q.value or 0) < _FEWEST or q.noun_span is not None:
        return None
    came = next(
        (
            g
            for g in s.groups
            if g.lemma in scene.words.visit_verbs and s.lowers[g.main + 1 : g.main + 2] == ["from"]
        ),
        None,
    )
    beside = s.lowers[i + 1 : i + 2] == ["from"] and "P" in s.kinds[i + 2 : i + 4]
    if not (came or beside) or not _visitors_spoken_of(scene):
        return None
    stop = next((j for j in range(i + 1, s.n) if s.kinds[j] == "Q"), s.n)
    source = next(
        (m for m in s.mentions if i < m.item < stop and s.lowers[m.item - 1] in ("from", "the")), None
    )
    there = {c for m in s.mentions if m.cue in ("to", "in") for c in m.codes}
    last = next((d.recipient for d in reversed(ctx.last) if d.mode == "visitors"), ())
    to = tuple(there) if len(there) == 1 else last or host_of(ctx)
    if source is None or not to or set(to) & set(source.codes):
        return None
    return Topic("visitors", i, "who came from there", source.codes, to, verb=came)


def _visitors_spoken_of(scene: Scene) -> bool:
    if "visitors" in scene.modes:
        return True
    before, classes = scene.ctx.previous, scene.ctx.lexicon.classes_of_noun
    return before is not None and any("visitors" in classes.get(noun, ()) for noun in before.noun if noun)
