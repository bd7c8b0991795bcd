"""Exports and imports that a trade is split into: "Kenya's trade with Chad was $80 million, of which exports were $60 million"."""

from __future__ import annotations

from itertools import pairwise

from dragoman.reading.figures.roles import Parties
from dragoman.reading.figures.scenes import Scene, Topic

__all__ = ["of_the_trade_told", "respective_group"]

_FLOWS = frozenset({"exports", "imports"})
_OPENERS = frozenset({"which", "where"})
_BETWEEN = frozenset({"and", ",", "&", "the", "its", "their"})
_NEAR = 8
"""Items from the nouns to the numbers told "respectively": "exports and imports were valued at". assumed"""


def of_the_trade_told(topic: Topic, scene: Scene) -> Parties | None:
    """Whose exports or imports they are that name nobody, behind the trade of one with another.

    Seen from whose trade it is: "Kenya's trade with Chad", and only in a clause of its own ("of which",
    "where") or where the flows stand side by side.
    """
    s, i = scene.s, topic.item
    if topic.mode not in _FLOWS or s.kinds[i] != "w" or topic.actor:
        return None
    if any(m.item > i - 2 or m.governor == i or (m.owner and m.head_item == i) for m in s.mentions):
        return None  # "of which exports to Chad", and whoever is named later
    trade = next((k for k in range(i - 1, -1, -1) if scene.modes[k] == "trade" and s.kinds[k] == "w"), -1)
    opens = s.clause.index(s.clause[i])
    split = s.lowers[opens] in _OPENERS or s.lowers[opens : opens + 2][-1:] == ["which"]
    if trade < 0 or not (split or "respectively" in s.forms or "noun 'exports' that it is" in topic.how):
        return None
    owners = {c for m in s.mentions if m.owner == "poss" and m.head_item == trade for c in m.codes}
    partners = {c for m in s.mentions if m.item < i for c in m.codes} - owners
    if len(owners) != 1 or len(partners) != 1:
        return None
    return tuple(owners), tuple(partners), {"actor": "whose trade it is", "recipient": "with whom"}


def respective_group(scene: Scene) -> dict[int, int]:
    """Which noun each of the last numbers before "respectively" is of, where others stand before them."""
    s = scene.s
    end = s.lowers.index("respectively")
    group: list[int] = []
    k = end - 1
    while k >= 0 and (s.kinds[k] == "Q" or s.lowers[k] in _BETWEEN):
        if s.kinds[k] == "Q":
            group.insert(0, k)
        k -= 1
    if len(group) < 2:
        return {}
    nouns = [i for i in range(max(0, group[0] - _NEAR), group[0]) if scene.modes[i] and s.kinds[i] == "w"]
    nouns = nouns[-len(group) :]
    if len(nouns) != len(group) or any(
        s.lowers[j] not in _BETWEEN for a, b in pairwise(nouns) for j in range(a + 1, b)
    ):
        return {}
    return dict(zip(group, nouns, strict=True))
