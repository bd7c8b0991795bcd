"""Who sells to whom where only a pair's trade was told: "Trade between A and B came to $5 million. Exports reached $3 million"."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.figures.roles import Parties
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["of_title", "of_told_trade", "reporter_of"]

_WAYS = frozenset({"exports", "imports"})


def reporter_of(pair: tuple[str, ...], ctx: Context) -> Parties:
    """The one of two that reports: whose flows were told, whose page it is, who stands first in the title or in the pair."""
    if len(pair) != 2:
        return (), (), {}
    d = ctx.discourse
    told = [
        x.actor
        for x in ctx.found
        if x.kind == "figure" and x.mode in _WAYS and {*x.actor, *x.recipient} == {*pair}
    ]
    order = [*told[-1:], (d.home,), (d.anchor,), d.subject[:1], d.pair[:1], pair[:1]]
    first = next(who[0] for who in order if len(who) == 1 and who[0] in pair)
    other = tuple(c for c in pair if c != first)
    return (first,), other, {"actor": "who reports of the two whose trade was told"}


def of_title(mode: str, s: Sentence, ctx: Context) -> Parties:
    """The parties of a flow that a text of two opens with: "Trade of Latvia and Chad: Exports touched $3 million"."""
    d = ctx.discourse
    whole = s.says(("total", "overall", "country", "global", "world"))
    if mode not in _WAYS or not d.titled or len(d.pair) != 2 or whole:
        return (), (), {}
    return reporter_of(d.pair, ctx)


def of_told_trade(mode: str, ctx: Context) -> Parties:
    """The parties of exports or imports that nobody is named with, behind a sentence that told the trade of two."""
    pairs = {
        frozenset(x.actor): x.actor
        for x in ctx.last
        if x.kind == "figure" and x.mode == "trade" and not x.object and len(x.actor) == 2
    }
    if mode not in _WAYS or len(pairs) != 1:
        return (), (), {}
    pair = next(iter(pairs.values()))
    if ctx.discourse.titled and set(ctx.discourse.pair) != set(pair):
        return (), (), {}
    return reporter_of(pair, ctx)
