"""The next flow's change without its verb: "exports rose 23% to $38 million and imports 13% to $69 million", "those to Peru 4%"."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.lexicon import DET
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["FALLING", "GAPPED", "gapped_change"]

GAPPED = "whose verb is left out"
FALLING = "whose verb of falling is left out"
_FLOWS = frozenset({"trade", "exports", "imports"})
_JOINTS = frozenset({"and", ",", ";", "while", "but"})
_HEAD = 5
"""Items from the noun of a flow to its percentage: "those to the Netherlands 4%". assumed"""
_BEFORE = 3
"""Words before that noun: "and its merchandise imports". assumed"""


def gapped_change(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of a percentage, or of the sum behind it, that shares the verb of the change told before it."""
    s = scene.s
    if before is None or before.mode not in _FLOWS or not before.actor or s.refs[i].kind == "multiple":
        return None
    if s.refs[i].kind != "percent":
        led = s.lowers[i - 1] == "to" and s.kinds[i - 2] == "Q" and before.how in (GAPPED, FALLING)
        return (
            _topic(before.mode, before.item, before.how, before.actor, before.recipient, before)
            if led
            else None
        )
    head = _head(scene, i)
    if head < 0 or before.verb is None:
        return None
    classes = scene.ctx.lexicon.classes_of_verb.get(before.verb.lemma, frozenset())
    if not {"rise", "fall"} & classes or before.verb.main > head:
        return None
    how = FALLING if "fall" in classes else GAPPED
    mode = scene.modes[head] or before.mode
    partner = next((m.codes for m in s.mentions if head < m.item < i and len(m.codes) == 1), ())
    actor, recipient = before.actor, before.recipient
    if partner:
        owner = before.actor if not set(partner) & set(before.actor) else before.recipient
        actor, recipient = owner, partner
        if mode == "trade" and len(before.actor) == 2:
            own = next((m.codes for m in s.mentions if m.owner and set(m.codes) < set(before.actor)), ())
            actor, recipient = ((*own, *partner), ()) if own else ((), ())
    if not actor or (not recipient and mode != "trade"):
        return None
    return _topic(mode, head, how, actor, recipient, before)


def _topic(
    mode: str, item: int, how: str, actor: tuple[str, ...], recipient: tuple[str, ...], before: Topic
) -> Topic:
    return Topic(mode, item, how, actor, recipient, verb=before.verb, date=before.date, carried=True)


def _head(scene: Scene, i: int) -> int:
    """The noun of the flow right before a percentage, no verb between it and the number before; or -1."""
    s = scene.s
    head = next((k for k in range(i - 1, max(0, i - 1 - _HEAD), -1) if _flow(scene, k)), -1)
    if head < 0 or any(k in s.verb_at or s.kinds[k] in "QD" for k in range(head, i)):
        return -1
    between = s.lowers[head + 1 : i]
    if between and between[0] not in ("to", "from", "with"):
        return -1
    if not between and s.lowers[head] in ("those", "that"):
        return -1
    first = head
    while first > head - _BEFORE and s.lowers[first - 1] not in _JOINTS:
        first -= 1
        if (
            first < 1
            or first in s.verb_at
            or s.kinds[first] in "QD"
            or (s.kinds[first] == "w" and s.tags[first] & ~DET and not s.noun[first])
        ):
            return -1
    if s.lowers[first - 1] not in _JOINTS:
        return -1
    last = next((k for k in range(first - 1, 0, -1) if s.kinds[k] == "Q"), -1)
    return head if last > 0 and not any(k in s.verb_at for k in range(last, first)) else -1


def _flow(scene: Scene, k: int) -> bool:
    s: Sentence = scene.s
    return scene.modes[k] in _FLOWS or s.lowers[k] in ("those", "that")
