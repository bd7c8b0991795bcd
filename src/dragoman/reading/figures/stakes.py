"""Shares of firms bought and sold: "bought a stake in a Peruvian bank for $30 million" is invested, no import of goods."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.word_lists import words

__all__ = ["of_stakes"]

_REACH = 8
"""Items from "bought" to the stake: "bought most of its 20 percent stake". assumed"""


def of_stakes(scene: Scene, i: int, topic: Topic) -> Topic | None:
    """The topic of a sum; of a stake bought the buyer's investment, of one sold none, for that ends an investment."""
    s, v = scene.s, topic.verb
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
