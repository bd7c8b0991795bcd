"""Amounts that are not between two: a country's whole debt, what it could produce, sums that nobody counts."""

from __future__ import annotations

from dragoman.reading.annotations import Quantity
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["spent_worldwide", "stands_apart"]

_OWED_TO = frozenset({"to", "from", "by", "with", "between"})
_SPENT = frozenset({"aid", "loan", "investment", "projects"})
_NEAR = 2
"""Words between an amount and what it is of: "24,000 megawatts of hydropower potential". assumed"""


def stands_apart(scene: Scene, i: int, q: Quantity, topic: Topic) -> bool:
    """Whether an amount is nothing that passes between two."""
    if _of_tariff(scene.s, i, q, topic) or _cancelled(scene.s, i, q, topic):
        return True
    return (
        (q.kind == "money" and _whole_debt(scene.s, topic))
        or _potential(scene.s, i, topic)
        or _uncounted(q, topic)
    )


def spent_worldwide(scene: Scene, topic: Topic) -> bool:
    """Whether money or goods are given to all the world: "500 million doses globally" are not for the text's other country."""
    if topic.mode not in _SPENT or topic.at < 0:
        return False
    behind = " ".join(scene.s.lowers[topic.at :])
    return any(f" {phrase}" in behind for phrase in words("figures", "worldwide"))


def _whole_debt(s: Sentence, topic: Topic) -> bool:
    """Whether a debt is all that one country owes: "Chad's foreign debt, which totals 2 billion dollars"."""
    if topic.mode != "loan" or topic.item < 1 or s.kinds[topic.item] != "w":
        return False
    if not s.noun[topic.item].endswith("debt"):
        return False
    told = {*s.lowers[max(0, topic.item - _NEAR) : topic.item], *s.noun[topic.item].split()}
    return bool(told & words("figures", "whole_debt")) and not any(m.cue in _OWED_TO for m in s.mentions)


def _of_tariff(s: Sentence, i: int, q: Quantity, topic: Topic) -> bool:
    """Whether a rate is of a tariff and not of the trade it burdens: "raise its tariffs on imports from 10 percent to 25"."""
    if q.kind != "percent" or topic.mode not in ("imports", "exports") or topic.item > i:
        return False
    clause = s.lowers[s.clause.index(s.clause[i]) : i]
    return s.lowers[i - 1] in ("from", "to") and not words("figures", "tariffs").isdisjoint(clause)


def _cancelled(s: Sentence, i: int, q: Quantity, topic: Topic) -> bool:
    """Whether a state drops works worth a sum, which is nobody's investment there: "cancelled $2 billion in projects"."""
    if q.kind != "money" or topic.mode not in ("investment", "projects"):
        return False
    if any(m.item > i and m.cue in ("in", "of") for m in s.mentions):
        return False  # "cancelled its $3 billion plan in Malta": whose plan it was
    verbs = [g for g in s.groups if g.main < i and s.clause[g.main] == s.clause[i] and not g.passive]
    return bool(verbs) and verbs[-1].lemma in words("figures", "cancelling")


def _potential(s: Sentence, i: int, topic: Topic) -> bool:
    """Whether a capacity is only what nature offers: "its 24,000-megawatt hydropower potential"."""
    return topic.mode in ("capacity", "energy") and "potential" in s.lowers[i + 1 : i + 3 + _NEAR]


def _uncounted(q: Quantity, topic: Topic) -> bool:
    """Whether only a plural says how much: "billions of dollars", "several projects"."""
    if q.value is not None or q.high is not None:
        return False
    return q.kind == "money" or topic.mode in ("jobs", "projects")
