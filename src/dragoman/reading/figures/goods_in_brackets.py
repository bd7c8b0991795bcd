"""Goods named behind the worth of a flow: "Exports 2021: EUR 9.4 million (wood, dairy)", "imports: $50 million - grapes, fishmeal"."""

from __future__ import annotations

import re

from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["goods_behind"]

_FLOWS = ("exports", "imports")
_BEHIND = re.compile(r"[ \t]{0,2}(?P<mark>\(|[-–—] )(?:mainly|mostly|chiefly|primarily|largely|e\.g\.)?:? ?")
_LINE = 160
"""Characters of the goods named; assumed."""
_LEAD = 24
"""Characters before the first of the goods: what it is like ("refined petroleum"); assumed."""


def goods_behind(s: Sentence, ctx: Context, measured: list[Draft], goods: list[Draft]) -> list[Draft]:
    """Compositions of flows whose goods stand behind their worth, in brackets or behind a dash."""
    out: list[Draft] = []
    for d in measured:
        if d.mode not in _FLOWS or d.measure != "level" or not d.actor or not d.recipient:
            continue
        opened = _BEHIND.match(s.text, d.end, min(d.end + 20, s.span[1]))
        if opened is None or any(g.mode == d.mode and g.start < s.span[1] for g in goods):
            continue
        last = min(s.span[1], opened.end() + _LINE)
        close = s.text.find(")", opened.end(), last) if opened["mark"] == "(" else -1
        stop = min(
            (
                k
                for k in (close, s.text.find("\n", opened.end(), last), s.text.find(";", opened.end(), last))
                if k > 0
            ),
            default=last,
        )
        named = ctx.within(ctx.products, opened.end(), stop)
        if not named or named[0].start - opened.end() > _LEAD:
            continue
        out.append(Draft(
            "composition", d.mode, d.actor, d.recipient, d.status, d.start, named[-1].end, f"composition.{d.mode}.v1", d.date,
            flow=d.mode, products=tuple(Product(p.text, p.hs) for p in named),
            because={"actor": "whose flow it is", "flow": "goods named behind the worth"},
        ))  # fmt: skip
    return out
