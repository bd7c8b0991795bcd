"""Compositions: which goods one country sells to or buys from another."""

from __future__ import annotations

import re

from dragoman.model.statements import Product
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figure_parties import parties_of
from dragoman.reading.figure_topics import Scene, Topic
from dragoman.reading.sentences import Sentence

__all__ = ["read"]

_FLOW = re.compile(
    r"\b(?:export|import)(?:s|ed|ing)?\b|\bexport(?:ed)? (?:structure|items?|goods|products?|commodit\w+)|\bimport(?:ed)? (?:items?|goods|products?)"
)
_LISTING = re.compile(
    r"\b(includ\w+|compris\w+|consist\w*|encompass\w*|are|were|is|range\w*|such as|dominated by|led by|mainly|primarily|mostly|especially|notably|growth in|"
    r"structure|items?|commodit\w+|products|goods|variety|array|concentrated)\b|:"
)
_SELL = frozenset({"sell", "ship", "supply"})
_BUY = frozenset({"buy", "purchase", "source"})
_CONTINUES = re.compile(
    r"\b(predominant|main|bulk|major|largest|lion|leading|key)\b.{0,40}\b(share|part|portion|items?|products?|goods|commodit\w+|positions?)\b"
)


def _flow_noun(s: Sentence) -> int:
    """The item of "exports" or "imports" that the list belongs to, or -1."""
    for i in range(s.n):
        if s.kinds[i] == "w" and re.fullmatch(r"(?:ex|im)port(?:s|ed|ing)?", s.lowers[i]):
            return i
    for g in s.groups:
        if g.lemma in _SELL | _BUY:
            return g.main
    return -1


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """At most one composition a sentence: two goods or more, or one said to lead."""
    products = ctx.within(ctx.products, *s.span)
    if not products:
        return []
    text = s.text[s.span[0] : s.span[1]].lower()
    item = _flow_noun(s)
    previous = getattr(ctx, "flow", None)
    if item < 0:
        if previous and len(products) >= 2 and _CONTINUES.search(text):
            flow, actor, recipient = previous
            return [
                _draft(s, ctx, flow, actor, recipient, products, s.span[0], {"flow": "the sentence before"})
            ]
        return []
    after = [p for p in products if p.start > s.starts[item]]
    verb = s.verb_at.get(item)
    sold = verb is not None and (verb.lemma in _SELL or verb.lemma == "export")
    flow = "exports" if sold or s.lowers[item].startswith("ex") else "imports"
    if verb is not None and verb.lemma in _SELL | _BUY and (len(after) < 2 or (verb.past and not verb.perfect)):
        return []
    topic = Topic(
        flow,
        item,
        "the noun" if verb is None else "the verb",
        verb=verb or next((g for g in s.groups if g.main > item), None),
    )
    if verb is not None:
        topic.verb = verb
    actor, recipient, how = parties_of(topic, Scene(s, ctx))
    if not actor or not recipient:
        return []
    ctx.flow = (flow, actor, recipient)
    listed = len(after) >= 2 or (
        len(after) == 1
        and re.search(
            r"\b(main|chief|principal|dominant|largest|led by|mainly|primarily|mostly|chiefly)\b", text
        )
    )
    if not listed or (not _LISTING.search(text[s.starts[item] - s.span[0] :]) and verb is None):
        return []
    numbers = [
        q
        for q in ctx.within(ctx.quantities, s.starts[item], after[-1].end)
        if q.kind in ("money", "percent", "multiple", "physical")
    ]
    if numbers and len(after) < 3:
        return []
    return [_draft(s, ctx, flow, actor, recipient, after, s.starts[_phrase_start(s, item)], how)]


def _phrase_start(s: Sentence, item: int) -> int:
    i = item
    while i > 0 and s.kinds[i - 1] != "." and s.clause[i - 1] == s.clause[item]:
        i -= 1
    return i


def _draft(
    s: Sentence,
    ctx: Context,
    flow: str,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    products: list,
    start: int,
    how: dict[str, str],
) -> Draft:  # type: ignore[type-arg]
    end = products[-1].end
    return Draft(
        kind="composition", mode=flow, actor=actor, recipient=recipient, status="actual", start=start, end=end,
        rule=f"composition.{flow}.v1", flow=flow, products=tuple(Product(p.text, p.hs) for p in products),
        organisations=ctx.organisations_in(start, end), because=how,
    )  # fmt: skip
