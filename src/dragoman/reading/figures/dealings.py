"""Flows told without a noun of trade: two who exchange goods, money spent on another's goods, goods that were shipped."""

from __future__ import annotations

from dragoman.reading.figures.goods import ANY_GOODS, VERB_MODES
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import DET, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["changing_hands", "exchanged", "goods_going", "shipped_goods", "spent_on_goods"]

_SWAPPING = words("figures.dealings", "swapping")
_DOING = frozenset({"do", "conduct", "transact"})
_WARES = frozenset("goods products commodities merchandise services wares".split())
_DEALS = words("figures.dealings", "deals")
_GOING = words("figures.dealings", "going")
_SPENDING = frozenset({"spend", "pay"})
_COUNTED = words("figures.dealings", "counted")


def exchanged(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """Goods that go both ways: "Togo and Benin trade some $2 million worth of goods", "goods worth $2 million changed hands between"."""
    s = scene.s
    if g is None or s.refs[i].kind != "money":
        return None
    after = s.lowers[i + 1 : i + 6]
    before = s.lowers[g.main + 1 : i] if g.main < i else s.lowers[max(0, i - 4) : i]
    if g.lemma in _SWAPPING and not _WARES.isdisjoint((*before, *after)):
        both = {c for m in s.mentions if m.item < g.first or m.cue in ("with", "between") for c in m.codes}
        told = g.passive and (g.main < i or "between" in s.lowers)
        return Topic("trade", g.main, f"the verb {g.lemma!r}", verb=g) if len(both) > 1 or told else None
    if _bare_trade(scene, i, g):
        return Topic("trade", g.main, f"the verb {g.lemma!r}", verb=g)
    if g.lemma in _DOING and g.main < i and not _DEALS.isdisjoint((*before, *after)):
        return Topic("trade", g.main, f"the business that they {g.lemma}", verb=g)
    return None


def _bare_trade(scene: Scene, i: int, g: Group) -> bool:
    """Whether money stands right behind "trade", with nothing that would be swapped for it: "Togo and Benin traded $2 million in 2020"."""
    s = scene.s
    if g.lemma != "trade" or g.passive or g.main + 1 != i:
        return False
    behind = s.lowers[i + 1 : i + 2]
    dated = s.kinds[i + 1 : i + 2] == ["D"] or (behind == ["in"] and s.kinds[i + 2 : i + 3] == ["D"])
    if behind and not dated and behind[0] not in _ENDING:
        return False
    sides = {c for m in s.mentions if m.item < g.first or m.cue in ("with", "between") for c in m.codes}
    return len(sides) > 1


_ENDING = frozenset({".", ",", ";", "with", "between", "and", "last"})


def changing_hands(scene: Scene, i: int) -> Topic | None:
    """Goods of that worth that change hands: their verb stands behind the number."""
    s = scene.s
    g = next((v for v in s.groups if v.main > i and v.clause == s.clause[i]), None)
    if s.refs[i].kind != "money" or g is None or g.lemma != "change":
        return None
    if s.lowers[g.main + 1 : g.main + 2] != ["hands"] or _WARES.isdisjoint(s.lowers[: g.first]):
        return None
    return Topic("trade", g.main, "what changes hands", verb=g)


def spent_on_goods(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """What is paid for another country's goods is imported: "spent $2 billion on Iranian gas"."""
    s = scene.s
    if g is None or g.lemma not in _SPENDING or g.main > i or s.refs[i].kind != "money" or g.passive:
        return None
    j = i + 1
    if s.kinds[j : j + 1] == ["D"]:
        j += 1
    if s.lowers[j : j + 1] not in (["on"], ["for"]):
        return None
    for m in s.mentions:
        if m.owner and j < m.item <= j + 2:
            goods = scene.ctx.within(scene.ctx.products, s.ends[m.item], s.ends[min(s.n - 1, m.item + 3)])
            buyer = tuple(c for b in s.mentions if b.cue == "subj" and b.item < g.first for c in b.codes)
            if goods and len(buyer) == 1 and buyer != m.codes:
                return Topic("imports", m.item, "what is spent on goods", buyer, m.codes, verb=g)
    return None


def goods_going(scene: Scene, i: int) -> Topic | None:
    """One country's goods that go to another: "$12 million of Sri Lankan tea went to Chad"."""
    s = scene.s
    if s.refs[i].kind not in ("money", "physical") or s.lowers[i + 1 : i + 2] not in (
        ["of"],
        ["worth"],
        ["in"],
    ):
        return None
    g = next((v for v in s.groups if v.main > i and v.clause == s.clause[i]), None)
    if g is None or g.lemma not in _GOING or g.passive or not g.finite:
        return None
    owner = next((m for m in s.mentions if m.owner and i < m.item <= i + 3), None)
    goods = owner is not None and (
        scene.ctx.within(scene.ctx.products, s.ends[owner.item], s.starts[g.first])
        or not _WARES.isdisjoint(s.lowers[owner.item + 1 : g.first])
    )
    goes = any(m.cue in ("to", "into") and m.item > g.main for m in s.mentions)
    if owner is None or not goods or not goes:
        return None
    return Topic("exports", owner.item, "goods that go abroad", owner.codes, verb=g)


def shipped_goods(scene: Scene, g: Group | None) -> Topic | None:
    """The goods that the subject says were sold: "the value of goods exported by Togo to Ghana was"."""
    s = scene.s
    if g is None or not g.finite or g.relative:
        return None
    told = scene.ctx.lexicon.classes_of_verb
    moves = g.lemma == "be" or {"reach", "rise", "fall"} & told.get(g.lemma, frozenset())
    if not moves:
        return None
    for v in s.groups:
        mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in told.get(v.lemma, ())), None)
        led = mode and v.reduced and v.main < g.first and v.clause == s.clause[g.first]
        if led and mode and (_of_wares(s, v) or _sent_abroad(scene, v)):
            return Topic(mode, v.main, f"the verb {v.lemma!r} of the goods", verb=v)
    return None


def _sent_abroad(scene: Scene, v: Group) -> bool:
    """Whether things of any kind are said to be sold to a party or bought from one: "apparel sold to Peru rose"."""
    s, head = scene.s, v.first - 1
    if head < 0 or s.kinds[head] != "w" or not s.noun[head] or s.tags[head] & (PREP | DET):
        return False
    noun = s.noun[head].rpartition(" ")[2]
    if noun in words(
        "figures.goods_sent", "no_wares"
    ) or "person_group" in scene.ctx.lexicon.classes_of_noun.get(noun, ()):
        return False
    there = next((m for m in s.mentions if m.item > v.main), None)
    near = there is not None and there.item - v.main <= _THERE and there.cue in ("to", "from", "into", "by")
    return near and there is not None and there.clause == v.clause


_THERE = 4
"""Items from a participle to whom things are sold: "sold to the United States". assumed"""


def _of_wares(s: Sentence, v: Group) -> bool:
    """Whether goods of any kind stand before the participle, or an amount of them: "the value of tea exported"."""
    subject = s.lowers[s.clause.index(v.clause) : v.first]
    return (v.first > 0 and s.noun[v.first - 1] in ANY_GOODS) or not _COUNTED.isdisjoint(subject)
