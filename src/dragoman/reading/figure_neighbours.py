"""What a number takes from the figure right before it, and what it must not take from it."""

from __future__ import annotations

from dragoman.reading.figure_scenes import Scene, Topic
from dragoman.reading.sentences import Sentence

__all__ = ["change_beside", "is_compared", "is_own_total"]

_CHANGE_NOUNS = frozenset(
    {
        "rise",
        "increase",
        "growth",
        "gain",
        "jump",
        "surge",
        "drop",
        "fall",
        "decline",
        "decrease",
        "reduction",
    }
)
_UP_DOWN = frozenset({"up", "down", "plus", "minus"})
_FILLERS = frozenset(
    {"a", "an", "of", "by", "about", "around", "nearly", "almost", "over", "more", "than", "some"}
)
_AGAINST = frozenset({"against", "versus", "vs"})
_WHOLE = frozenset({"total", "overall", "foreign", "external", "entire", "global"})
_BOTH = frozenset({"two", "both", "bilateral", "mutual", "each", "between", "with", "reciprocal"})
# Words between a possessor and "total trade turnover" (assumed).
_NEAR = 6


def change_beside(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of the amount that a change stands right behind: "imports $3.91 billion, a rise of 21.9%"."""
    s = scene.s
    if before is None or s.refs[i].kind not in ("percent", "multiple"):
        return None
    j = i - 1
    while j > 0 and s.lowers[j] in _FILLERS:
        j -= 1
    if j < 2 or s.lowers[j] not in (_CHANGE_NOUNS | _UP_DOWN):
        return None
    k = j - 1
    while k > 0 and s.lowers[k] in (*_FILLERS, ",", "("):
        k -= 1
    if s.kinds[k] != "Q" or s.refs[k].kind != "money" or k == j - 1:
        return None
    return Topic(
        before.mode, before.item, "the amount right before it", before.actor, before.recipient,
        verb=before.verb, date=before.date, product=before.product, carried=True,
    )  # fmt: skip


def is_compared(s: Sentence, i: int) -> bool:
    """Whether a number is only what another is compared with: "against $245.7 million in 2023"."""
    return i > 0 and (
        s.lowers[i - 1] in _AGAINST
        or (i > 1 and s.lowers[i - 2] == "compared" and s.lowers[i - 1] in ("with", "to"))
    )


def is_own_total(scene: Scene, topic: Topic) -> bool:
    """Whether trade is all that one country has: "Georgia's total trade turnover", with nobody named beside it."""
    s = scene.s
    if topic.mode not in ("trade", "exports", "imports") or topic.carried or topic.item < 0:
        return False
    near = " ".join(s.lowers[max(0, topic.item - _NEAR) : topic.item + 1]).split()
    if not _WHOLE & set(near) or _BOTH & set(s.lowers):
        return False
    owners = [m for m in s.mentions if m.owner and topic.item - _NEAR <= m.item < topic.item]
    return bool(owners) and all(set(m.codes) <= set(owners[0].codes) for m in s.mentions)
