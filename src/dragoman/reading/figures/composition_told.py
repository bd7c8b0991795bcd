"""Compositions told by a verb: "wheat and paper are exported from A to B", "the goods sent to B include", "A receives fruit and wine from B"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.roles import codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["goods_before_verb", "goods_received", "goods_that_go", "priced"]

_GOODS = words("figures.composition_told", "goods")
_NAMING = words("figures.composition_told", "naming")
_TURN = words("figures.composition_told", "turn")
_GETTING = words("figures.composition_told", "getting")
_GIVEN = words("figures.composition_told", "given")
# So many goods make a list (assumed).
_LIST = 2
# From "goods" to the verb that says where they go (assumed).
_NEAR = 5
Told = tuple[str, tuple[str, ...], tuple[str, ...], list[Any]]


def priced(s: Sentence, goods: list[Any]) -> bool:
    """Whether each of the goods has its amount in brackets: "fuel ($11 million), flour ($4 million)"."""
    behind = [bisect_left(s.starts, p.end) for p in goods]
    return len(goods) >= _LIST and all(
        s.lowers[j : j + 1] == ["("] and s.kinds[j + 1 : j + 2] == ["Q"] for j in behind
    )


def goods_before_verb(scene: Scene, goods: list[Any], flows: dict[str, str]) -> list[Told]:
    """Lists in front of a passive of trade: "wheat, timber and paper are exported from A to B; fruit and glass are imported"."""
    s = scene.s
    out: list[Told] = []
    for g in s.groups:
        flow = flows.get(g.lemma)
        if flow is None or not g.passive or g.reduced or g.perfect or g.modal or g.negated:
            continue
        if g.past and not (g.main + 2 < s.n and " ".join(s.lowers[g.main + 1 : g.main + 3]) in _TURN):
            continue
        opens = max((j + 1 for j in range(g.first) if s.lowers[j] == ";"), default=0)
        told = [p for p in goods if s.starts[opens] <= p.start and p.end <= s.starts[g.first]]
        source = _from_before(s, g) if flow == "exports" else None
        ends = source.item - 1 if source is not None else g.first
        inside = range(bisect_left(s.starts, told[0].start), ends) if told else range(0)
        if len(told) < _LIST or any(s.kinds[j] in "QP" or j in s.verb_at for j in inside):
            continue
        stop = next((v.first for v in s.groups if v.first > g.main), s.n)
        here = [m for m in s.mentions if g.main < m.item < stop]
        if source is not None:
            market = without(codes_of([m for m in here if m.cue in ("to", "into")]), source.codes)
            if market:
                out.append((flow, source.codes, market, told))
            continue
        actor, recipient, _ = (
            parties_of(Topic(flow, g.main, "the verb", verb=g), scene) if here else ((), (), {})
        )
        if not here and out:  # "..., and fruit and glass are imported"
            actor, recipient = out[-1][1], out[-1][2]
        if not here and not out and not s.mentions:
            actor, recipient = _of_reporter(scene)
        if actor and recipient:
            out.append((flow, actor, recipient, told))
    return out


def _from_before(s: Sentence, g: Group) -> Mention | None:
    """Where the goods come from, told right before their verb: "copper and fish from Peru | are exported"."""
    m = next((m for m in s.mentions if m.item == g.first - 1 and m.cue == "from" and not m.owner), None)
    return m if m is not None and len(m.codes) == 1 and s.lowers[m.item - 1] == "from" else None


def _of_reporter(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose flows the text has told just before, and with whom: "wheat and paper were bought in return"."""
    ways = [d for d in scene.ctx.found[-3:] if d.kind == "figure" and d.mode in ("exports", "imports")]
    told = {(d.actor, d.recipient) for d in ways if d.actor and d.recipient}
    return told.pop() if len(told) == 1 else ((), ())


def goods_that_go(scene: Scene, goods: list[Any], flows: dict[str, str]) -> list[Told]:
    """A list behind what is sent: "the goods that go to Chad include rice and soap"."""
    s = scene.s
    at = next((j for j in range(min(s.n, _NEAR)) if s.lowers[j] in _GOODS), -1)
    sent = (
        next((g for g in s.groups if at < g.main <= at + _NEAR and g.lemma in flows), None)
        if at >= 0
        else None
    )
    if sent is None or not (sent.passive or sent.reduced) or sent.perfect:
        return []
    names = next((g for g in s.groups if g.first > sent.main and g.lemma in _NAMING and g.finite), None)
    told = [p for p in goods if names is not None and p.start > s.starts[names.main]]
    if len(told) < _LIST:
        return []
    flow = flows[sent.lemma]
    actor, recipient, _ = parties_of(Topic(flow, sent.main, "the verb", verb=sent), scene)
    return [(flow, actor, recipient, told)] if actor and recipient else []


def goods_received(scene: Scene, goods: list[Any]) -> list[Told]:
    """What a country gets from another: "Chad, in turn, receives gypsum, cloth and fruit from Mali"."""
    s = scene.s
    g = next((g for g in s.groups if g.finite and g.lemma in _GETTING), None)
    if g is None or g.past or g.passive or g.modal or g.negated or "Q" in s.kinds or _GIVEN & set(s.noun):
        return []
    told = [p for p in goods if p.start > s.starts[g.main]]
    buyer = codes_of(_subject(s, g))
    seller = without(codes_of([m for m in s.mentions if m.cue == "from" and m.item > g.main]), buyer)
    if not seller and "from" in s.lowers[g.main :] and buyer:
        seller = scene.ctx.discourse.other(buyer)  # "from this country"
    if len(told) < _LIST or len(buyer) != 1 or len(seller) != 1:
        return []
    return [("imports", buyer, seller, told)]


def _subject(s: Sentence, g: Group) -> list[Any]:
    return [m for m in s.mentions if m.item < g.first and m.cue == "subj" and m.kind == "P" and not m.owner][
        -1:
    ]
