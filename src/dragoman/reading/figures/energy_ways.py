"""Which way energy goes where the words of its figure leave it open: "sealed a deal with Equinor for 2.4 bcm a year".

It goes the way that the text told of before; else whoever signs with another for an amount is who buys it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.scenes import OTHER_OF_CLAUSE
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["as_delivered", "as_energy_goes"]

_LEFT_OPEN = frozenset({OTHER_OF_CLAUSE, "the other party of the document's pair"})


def as_energy_goes(drafts: list[Draft], s: Sentence, ctx: Context) -> list[Draft]:
    """The figures, those of energy whose sides grammar left open in the order of who sends and who gets it."""
    if not any(_is_open(d) for d in drafts) or _told(s):
        return drafts
    out: list[Draft] = []
    for d in drafts:
        follows = out and out[-1].mode == "energy" and d.because.get("actor") == "the figure before it"
        way = _way(d, s, ctx) if _is_open(d) else (out[-1].actor, out[-1].recipient) if follows else None
        if way is not None and d.mode == "energy" and {*way[0], *way[1]} == {*d.actor, *d.recipient}:
            d = replace(
                d, actor=way[0], recipient=way[1], because={**d.because, "actor": "the way told of before"}
            )
        out.append(d)
    return out


def _told(s: Sentence) -> bool:
    """Whether the sentence says itself who sends, sells or buys."""
    sends = words("figures.energy_ways", "sends")
    return any(not sends.isdisjoint(low.split()) for low in s.lowers)


def _is_open(d: Draft) -> bool:
    sides = len(d.actor) == len(d.recipient) == 1 or (len(d.actor) == 2 and not d.recipient)
    how = d.because.get("recipient") in _LEFT_OPEN or d.because.get("actor") == "the figure before it"
    return d.kind == "figure" and d.mode == "energy" and sides and (how or not d.recipient)


def _way(d: Draft, s: Sentence, ctx: Context) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Sender and receiver as the text told before, else by who signs with whom."""
    two = {*d.actor, *d.recipient}
    for told in reversed(ctx.found):
        flows = told.kind == "project" and told.mode == "supply"
        if flows and len(told.actor) == len(told.recipient) == 1 and {*told.actor, *told.recipient} == two:
            return told.actor, told.recipient
    if d.because.get("recipient") != OTHER_OF_CLAUSE:
        return None
    signs = next(
        (g for g in s.groups if g.lemma in words("figures.energy_ways", "signs") and not g.passive), None
    )
    if signs is None:
        return None
    seller = [m for m in s.mentions if m.cue == "with" and m.item > signs.main and m.codes == d.recipient]
    return (d.recipient, d.actor) if seller else None


def as_delivered(measured: list[Draft], found: Sequence[Draft]) -> list[Draft]:
    """The figures, those of energy in the way of the delivery told in the same words: "gets 3 bcm of Russian gas"."""
    supplies = [
        d
        for d in found
        if d.kind == "project" and d.mode == "supply" and len(d.actor) == len(d.recipient) == 1
    ]
    out: list[Draft] = []
    for d in measured:
        ways = {
            (t.actor, t.recipient)
            for t in supplies
            if t.start < d.end and d.start < t.end and {*t.actor, *t.recipient} == {*d.actor, *d.recipient}
        }
        if d.mode == "energy" and len(ways) == 1 and (d.actor, d.recipient) not in ways:
            actor, recipient = ways.pop()
            d = replace(
                d, actor=actor, recipient=recipient, because={**d.because, "actor": "the way of the delivery"}
            )
        out.append(d)
    return out
