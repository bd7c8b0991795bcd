"""Whole trade of two countries side by side, which is no trade between them: "Zambian exports came to 3 billion, Malian ones to 5"."""

from __future__ import annotations

from dragoman.reading.figures.roles import owners_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.told import of_all
from dragoman.reading.word_lists import words

__all__ = ["goes_to_all", "own_total"]

_FLOWS = frozenset({"exports", "imports", "trade"})
# From the amount to the many that it goes to (assumed).
_NEAR = 8
_PARTNERS = frozenset({"to", "into", "from", "with", "between", "among", "by", "for", "towards"})


def own_total(scene: Scene, topic: Topic) -> bool:
    """Whether a flow has an owner and no far side while the sentence, or the one before, sets another's whole beside it."""
    s = scene.s
    if topic.mode not in _FLOWS or topic.carried or topic.actor or scene.modes[topic.item] not in _FLOWS:
        return False
    own = {c for m in owners_of(s, topic.item) for c in m.codes}
    if len(own) == 1 and _part_beside(scene, topic, own):
        return True
    if len(own) != 1 or any(m.cue in _PARTNERS and m.kind in "PL" and not m.owner for m in s.mentions):
        return False
    if s.says(words("figures", "shared_trade")) or _traded_before(scene):
        return False
    others = {
        c
        for j in range(s.n)
        if j != topic.item and scene.modes[j] == topic.mode
        for m in owners_of(s, j)
        for c in m.codes
    }
    if len(others | own) > 1 and own.isdisjoint(others):
        return True
    before = scene.ctx.previous
    if before is None or not of_all(scene.ctx):
        return False
    return own.isdisjoint(c for m in before.mentions for c in m.codes)


def _part_beside(scene: Scene, topic: Topic, own: set[str]) -> bool:
    """Whether what goes to one partner is told behind a whole: "Chad's sales rose to $9 billion, while sales to Mali fell"."""
    s = scene.s
    partners = [m for m in s.mentions if m.cue in _PARTNERS and m.kind == "P"]
    if any(m.governor == topic.item for m in partners):
        return False
    others = [m for m in partners if m.governor > topic.item and not own & set(m.codes)]
    sold_to = {m.governor for m in others if not _trade_told(scene, own | set(m.codes))}
    return any(
        scene.modes[k] == topic.mode
        and s.kinds[k] == "w"
        and (s.clause[k] > s.clause[topic.item] or "," in s.lowers[topic.item : k])
        and {c for o in owners_of(s, k) for c in o.codes} <= own
        for k in sold_to
    )


def _trade_told(scene: Scene, two: set[str]) -> bool:
    """Whether the turnover of the two was told just before: then either flow is theirs, whoever it leaves out."""
    told = [d for d in scene.ctx.found[-6:] if d.kind == "figure" and d.mode == "trade"]
    return any({*d.actor, *d.recipient} == two for d in told)


def _traded_before(scene: Scene) -> bool:
    """Whether trade between two was told before: then each one's exports are parts of that."""
    return any(d.kind == "figure" and d.mode in _FLOWS for d in scene.ctx.found[-6:])


def goes_to_all(scene: Scene, i: int, topic: Topic) -> bool:
    """Whether an amount is what one country sells or buys altogether: "Overall Chad exported 5 tonnes", "to 66 countries"."""
    s = scene.s
    if topic.mode not in ("exports", "imports") or s.refs[i].kind not in ("money", "physical"):
        return False
    ahead = [m for m in s.mentions if m.item < i]
    if len({c for m in ahead for c in m.codes}) > 1:
        return False
    stop = next((j for j in range(i + 1, s.n) if s.kinds[j] == "Q" or s.lowers[j] in (",", ";")), s.n)
    if ahead and _sold_abroad(scene, i, stop):
        return True
    if _counts_markets(scene, i):
        return not any(i < m.item < stop for m in s.mentions)
    opening = words("figures", "whole_openings")
    whole = s.lowers[0] in opening or " ".join(s.lowers[:2]) in opening
    far = any(m.cue in _PARTNERS and m.kind in "PL" and not m.owner for m in s.mentions if m.item < stop)
    names = bool(ahead) or (topic.verb is not None and topic.item == topic.verb.main)
    return whole and names and not far and not _to_one(scene, stop)


def _sold_abroad(scene: Scene, i: int, stop: int) -> bool:
    """Whether it goes to all the world: "shipped 9 million tonnes of rice abroad", not "abroad to Peru"."""
    s = scene.s
    behind = f" {' '.join(s.lowers[i + 1 : stop])} "
    if any(i < m.item < stop for m in s.mentions):
        return False
    return any(f" {phrase} " in behind for phrase in words("figures", "sold_abroad"))


def _counts_markets(scene: Scene, i: int) -> bool:
    """Whether a number of countries takes the amount: "118 million litres of wine to 66 countries"."""
    s, many = scene.s, words("figures", "many_markets")
    for j in range(i + 1, min(s.n - 2, i + _NEAR)):
        if s.lowers[j] in ("to", "from") and s.kinds[j + 1] == "Q":
            return s.lowers[j + 2] in many or any(w in many for w in s.lowers[j + 1].split())
    return False


def _to_one(scene: Scene, stop: int) -> bool:
    """Whether a pronoun or noun says who takes it: "Overall, Chad exported 5 tonnes to its neighbour", "bilateral"."""
    s = scene.s
    shared = words("figures", "shared_trade")
    after = range(1, stop)
    return any(s.lowers[j] in shared for j in after) or any(
        s.lowers[j] in ("to", "from", "there") and s.kinds[j + 1 : j + 2] == ["w"] for j in after
    )
