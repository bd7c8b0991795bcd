"""What a work told before costs, measures and can do: "it cost $3 million", "the line is 80 kilometres long"."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.told_works import GOODS, WORKS, foreign, goods_at, pointed, subject_of, told, works_at
from dragoman.reading.word_lists import words

__all__ = ["COST_OF_WORK", "OF_WORK", "of_work_told"]

COST_OF_WORK = "the cost of the work told before"
OF_WORK = frozenset({COST_OF_WORK, "the work told before"})
"""How the topics of this module were found."""
_LIST = "told_works"
_BUILT = (*WORKS, "venture", "study", "transit", "agreement", "treaty", "protocol", "memorandum", "contract")
_SOLD = (*GOODS, "contract")
_FLOWS = frozenset({"trade", "exports", "imports"})
_LONG = frozenset({"km", "mi"})
_SIZES = frozenset({"MW", "GW", "kW", "t", "kt", "Mt", "TEU", "bcm", "bbl/d", "mcm", "m3", "GWh", "TWh"})
_FEWEST = 300
"""Smaller counts are of parts, not of what a work can take; assumed."""
_NEAR = 5
"""Items between a price and its number: "worth a total of some", "at a cost of"; assumed."""


def of_work_told(scene: Scene, i: int) -> Topic | None:
    """The topic of a number that only a work, order or delivery told before is of."""
    s, ctx = scene.s, scene.ctx
    if ctx.aside or not ctx.found or not any(d.kind in ("project", "instrument") for d in ctx.found[-24:]):
        return None
    g = next((v for v in reversed(s.groups) if v.main < i and not v.reduced), None)
    if g is None or g.negated or s.clause[i] - g.clause > 1:
        return None
    first, head = subject_of(s, g)
    if head < 0 or s.kinds[head] in "PH" or not pointed(s, first, head):
        return None
    mode = _mode(scene, i, g, head)
    work = told(ctx, s.starts[0], _modes(scene, head)) if mode else None
    if work is None:
        return None
    last = max(k for k in range(s.n) if s.clause[k] == s.clause[i])
    if foreign(s, set(), first, last + 1):
        return None  # the sentence says whose it is
    unit = s.refs[i].unit if s.refs[i].kind == "physical" else None
    both = mode == "other"  # a price of a contract is of both who made it
    actor, recipient = ((*work.actor, *work.recipient), ()) if both else (work.actor, work.recipient)
    how = COST_OF_WORK if s.refs[i].kind == "money" else "the work told before"
    return Topic(mode, head, how, actor, recipient, verb=g, unit=unit, carried=True)


def _modes(scene: Scene, head: int) -> tuple[str, ...]:
    """The modes of what a subject may stand for."""
    s = scene.s
    if (s.noun[head] or s.lowers[head]) in words(_LIST, "papers") | words(_LIST, "price"):
        return (*_BUILT, *GOODS)
    if s.lowers[head] == "it":  # what the sentence before was about, if that was no trade
        flows = any(d.kind == "figure" and d.mode in _FLOWS for d in scene.ctx.last)
        return () if flows else (*WORKS, *GOODS, "venture", "contract")
    return _BUILT if works_at(s, scene.ctx, head) else _SOLD


def _mode(scene: Scene, i: int, g: Group, head: int) -> str:
    """What a number is of its subject: its price, its length, what it can do; or nothing."""
    s, q = scene.s, scene.s.refs[i]
    noun = s.noun[head] or s.lowers[head]
    before = range(max(0, i - _NEAR), i)
    near = {s.lowers[k] for k in before} | {s.noun[k] for k in before}
    worth = not near.isdisjoint(("worth", "valued")) or (
        s.lowers[i - 1] == "of" and not near.isdisjoint(words(_LIST, "price"))
    )
    built = works_at(s, scene.ctx, head)
    if q.kind == "money":
        if noun in words(_LIST, "price"):
            dealt = not words(_LIST, "papers").isdisjoint(s.noun[head + 1 : head + 4])
            return ("other" if dealt else "investment") if g.lemma in words(_LIST, "prices") else ""
        dealt = built or noun in words(_LIST, "papers") or goods_at(s, scene.ctx, head)
        priced = worth or (g.lemma in words(_LIST, "prices") and g.lemma not in ("be", "run", "come"))
        return ("other" if noun in words(_LIST, "papers") else "investment") if dealt and priced else ""
    if not built:
        return ""
    if q.unit in _LONG:
        is_long = not {"long", "length", "kilometres", "kilometers"}.isdisjoint(s.lowers[i : i + 3])
        return "other" if is_long or g.lemma in scene.words.stretching else ""
    able = g.modal in ("can", "could", "will", "would", "to", "may") and g.lemma in words(_LIST, "carries")
    sized = not near.isdisjoint(scene.words.capacity_words)
    if q.unit in _SIZES:
        return "capacity" if able or sized else ""
    return (
        "capacity"
        if able and q.kind in ("count", "number") and (q.value or 0) > _FEWEST and s.lowers[i - 1] != "in"
        else ""
    )
