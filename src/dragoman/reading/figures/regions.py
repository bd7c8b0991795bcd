"""Flows of which one side is a region, no party: "China-Africa trade", "trade between China and African countries".

The other of the text's two is no stand-in for the region.
"""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["of_region"]

_FLOWS = frozenset({"trade", "exports", "imports"})
_TOWARDS = frozenset({"with", "to", "from"})
_DASHES = frozenset({"-", "–", "—"})
_OWNS = ("'s", "’s")
# Items between a flow and the region that owns it or stands behind it (assumed).
_NEAR = 6


def of_region(scene: Scene, topic: Topic) -> bool:
    """Whether a region stands on a side of the flow: joined to a party by a dash or "and", as owner, or behind "with"."""
    s, item = scene.s, topic.item
    if topic.mode not in _FLOWS or topic.carried or not 0 <= item < s.n or s.kinds[item] != "w":
        return False
    return _before(s, item) or _between(s, item) or _behind(s, item) or _whither(s, item)


def _before(s: Sentence, item: int) -> bool:
    """ "Malta-Africa trade", "Sino-African trade", "Africa's trade", "African exports"."""
    j = item - 1
    while j >= 0 and j >= item - 3 and s.lowers[j] in words("figures.regions", "kinds"):
        j -= 1
    if j < 0 or s.kinds[j] != "w":
        return False
    if s.lowers[j] in _OWNS:
        return _ends(s, j - 1)
    first, _, last = s.lowers[j].rpartition("-")
    if last in words("figures.regions", "adjectives"):
        return bool(first) or not (j and s.kinds[j - 1] == "P" and s.lowers[j - 1] != "the")
    k = j - _length(s, j)
    return _ends(s, j) and (k < 0 or s.lowers[k] in _DASHES or s.lowers[k] in ("the", "total"))


def _whither(s: Sentence, item: int) -> bool:
    """ "1 percent of its trade goes to Africa"."""
    verb = next((g for g in s.groups if item < g.first <= item + _NEAR), None)
    if verb is None or verb.lemma not in words("figures.regions", "going"):
        return False
    return s.lowers[verb.main + 1 : verb.main + 2] == ["to"] and _starts(s, verb.main + 2)


def _between(s: Sentence, item: int) -> bool:
    """ "trade between Malta and (the states of) Africa"."""
    low = next((k for k in range(item + 1, min(s.n, item + 3)) if s.lowers[k] in ("between", "among")), -1)
    if low < 0:
        return False
    both = next((k for k in range(low + 1, min(s.n, low + _NEAR)) if s.lowers[k] == "and"), -1)
    return both > 0 and (_starts(s, both + 1) or _starts(s, low + 1))


def _behind(s: Sentence, item: int) -> bool:
    """ "trade with Africa", "exports to other African states"; not "to Malta and the rest of Africa"."""
    for k in range(item + 1, min(s.n, item + 3)):
        if s.lowers[k] in _TOWARDS:
            return _starts(s, k + 1)
        if k in s.verb_at or s.kinds[k] != "w":
            return False
    return False


def _starts(s: Sentence, k: int) -> bool:
    """Whether a region stands at an item, past articles and the like."""
    while k < s.n and s.lowers[k] in words("figures.regions", "openers"):
        k += 1
    if k >= s.n or s.kinds[k] != "w":
        return False
    for j in (k, k + 1):
        if j < s.n and s.kinds[j] == "w" and _ends(s, j):
            one = s.lowers[j + 1 : j + 2]  # "the Gulf state of Oman"
            return not (one and one[0] in words("figures.regions", "one_state"))
    adjective = s.lowers[k] in words("figures.regions", "adjectives") or (
        s.lowers[k + 1 : k + 2] and s.lowers[k + 1] in words("figures.regions", "adjectives")
    )
    states = any(w in words("figures.regions", "states") for w in s.lowers[k + 1 : k + 4])
    return bool(adjective) and states


def _ends(s: Sentence, j: int) -> bool:
    """Whether the name of a region ends at an item."""
    return (
        j >= 0
        and s.kinds[j] == "w"
        and (
            s.lowers[j] in words("figures.regions", "names")
            or (j > 0 and f"{s.lowers[j - 1]} {s.lowers[j]}" in words("figures.regions", "names"))
        )
    )


def _length(s: Sentence, j: int) -> int:
    """How many items the name of the region that ends at an item has."""
    return 2 if j > 0 and s.lowers[j - 1] in words("figures.regions", "parts") else 1
