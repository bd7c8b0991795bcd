"""Shares of firms bought and sold: "bought a stake in a Peruvian bank for $30 million" is invested, no import of goods."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["of_stakes", "paid_for_stakes"]

_REACH = 8
"""Items from "bought" to the stake: "bought most of its 20 percent stake". assumed"""


def of_stakes(scene: Scene, i: int, topic: Topic) -> Topic | None:
    """The topic of a sum; of a stake bought the buyer's investment, of one sold none, for that ends an investment."""
    s, v = scene.s, topic.verb
    if _part_held(s, i, topic):
        return None
    if (
        topic.mode not in ("exports", "imports")
        or v is None
        or topic.item != v.main
        or s.refs[i].kind != "money"
    ):
        return topic
    stop = min(i, v.main + _REACH) if i > v.main else v.main + _REACH
    subject = range(max(0, v.first - _REACH), v.first) if v.passive else range(v.main + 1, min(s.n, stop))
    held = next(
        (
            k
            for k in subject
            if s.kinds[k] == "w" and s.noun[k].rpartition(" ")[2] in words("figures.stakes", "stakes")
        ),
        -1,
    )
    if held < 0:
        return topic
    if topic.mode == "exports" or v.passive:
        return None
    topic.mode, topic.how = "investment", "the stake bought"
    return topic


def _part_held(s: Sentence, i: int, topic: Topic) -> bool:
    """Whether a share is one of a firm, not of a flow told before: "a firm in which they hold 50 per cent"."""
    if s.refs[i].kind != "percent" or topic.item > i or not i:
        return False
    verb = next((s.verb_at[k] for k in range(i - 1, max(-1, i - 3), -1) if k in s.verb_at), None)
    return (
        verb is not None
        and verb.lemma in words("figures.stakes", "holding")
        and s.lowers[i + 1 : i + 2] != ["of"]
    )


def paid_for_stakes(s: Sentence, out: list[Draft]) -> list[Draft]:
    """The figures, a sum for which a share of a firm is had as an investment: "a $2 million deal for a 20 per cent stake"."""
    for k, (paid, held) in enumerate(pairwise(out)):
        if (
            paid.mode != "other"
            or paid.measure != "level"
            or (held.mode, held.measure) != ("investment", "share")
        ):
            continue
        at = next((i for i in range(s.n) if s.starts[i] >= paid.start and s.kinds[i] == "Q"), s.n)
        if {"deal", "agreement"} & set(s.noun[at : at + 3]) and "for" in s.lowers[at : at + 4]:
            out[k] = replace(
                paid,
                mode="investment",
                actor=held.actor,
                recipient=held.recipient,
                rule="figure.investment.level.v1",
            )
    return out
