"""Where a work lies that links two places: "will rebuild the line connecting Niger with Benin", "the road that links A to B"."""

from __future__ import annotations

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["places_linked"]

_NEAR = 9
"""Items from a verb to the one that says what its object links; assumed."""
_PLACED = frozenset({"obj", "with", "to", "and", "in", "between"})


def places_linked(s: Sentence, g: Group | None) -> list[Mention]:
    """The parties that the object of a verb is said to link, two at least; or none."""
    if g is None or not g.main:
        return []
    ahead = g.passive  # "the bridge linking Zambia with Botswana was built"
    links = (
        (o for o in reversed(s.groups) if o.main < g.first)
        if ahead
        else (o for o in s.groups if o.main > g.main)
    )
    link = next(links, None)
    if link is None or link.lemma not in words("roles", "linking"):
        return []
    if not ahead and link.first - g.main > _NEAR:
        return []
    if link.infinitive or not (link.relative or (link.gerund and not link.finite)):
        return []
    if any(s.lowers[k] == "," for k in range(g.main, link.first)):
        return []
    end = g.first if ahead else next((o.first for o in s.groups if o.main > link.main), s.n)
    found = [
        m for m in s.mentions if link.main < m.item < end and m.cue in _PLACED and m.kind == "P" and not m.owner
    ]  # fmt: skip
    return found if len({c for m in found for c in m.codes}) > 1 else []
