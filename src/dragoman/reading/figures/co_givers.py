"""Two who give side by side give to a third: "Peru will contribute $5 million and Oman $2 million" is no exchange of gifts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["to_none_of_row", "to_one_of_two", "to_the_third"]

_GIFTS = frozenset({"aid", "loan"})


def to_the_third(drafts: list[Draft], ctx: Context) -> list[Draft]:
    """The drafts of a sentence, gifts that would go both ways between two given to the other state named most before.

    Where none is, it stays open who gets them.
    """
    gifts = [d for d in drafts if d.mode in _GIFTS and len(d.actor) == 1 and len(d.recipient) == 1]
    ways = {(d.mode, d.actor[0], d.recipient[0]) for d in gifts}
    mutual = {(m, a, r) for m, a, r in ways if (m, r, a) in ways}
    if not mutual:
        return drafts
    third = _named_most({a for _, a, _ in mutual}, ctx)
    return [
        replace(d, recipient=third, because={**d.because, "recipient": "neither of two who give"})
        if d in gifts and (d.mode, d.actor[0], d.recipient[0]) in mutual
        else d
        for d in drafts
    ]


def _named_most(givers: set[str], ctx: Context) -> tuple[str, ...]:
    """The state that the text has named most of those that do not give; none where two are named as often."""
    named = Counter(
        c for c in ctx.discourse.history if c not in givers and c not in ctx.discourse.bodies
    ).most_common(2)
    clear = len(named) == 1 or (len(named) > 1 and named[0][1] > named[1][1])
    return (named[0][0],) if clear else ()


def to_none_of_row(drafts: list[Draft], s: Sentence, ctx: Context) -> list[Draft]:
    """The drafts of who gives in a row, each party giving what stands behind it: "Peru gave $5 million, Oman $4 million and the Maldives $3 million".

    None of the row is given to: that is the other state named most before, or it stays open.
    """
    row = _row(s)
    if not row:
        return drafts
    givers = {c for codes in row.values() for c in codes}
    wrong = [d for d in drafts if d.mode in _GIFTS and not givers.isdisjoint(d.recipient)]
    taken = {tuple(c for c in d.recipient if c not in givers) for d in drafts if d.mode in _GIFTS} - {()}
    third = taken.pop() if len(taken) == 1 else _named_most(givers, ctx)
    return [
        replace(
            d, actor=row.get(d.value, d.actor), recipient=third,
            because={**d.because, "recipient": "none of those who give in a row"},
        )
        if d in wrong
        else d
        for d in drafts
    ]  # fmt: skip


def _row(s: Sentence) -> dict[Decimal | None, tuple[str, ...]]:
    """Who gives which sum: the subject of the verb the first, then each party the one right behind it; empty if it is no such row."""
    sums = [i for i in range(s.n) if s.kinds[i] == "Q" and s.refs[i].kind == "money"]
    verb = next((g for g in s.groups if g.finite and not g.passive and sums and g.main < sums[0]), None)
    if verb is None or any(verb.main < m.item < sums[0] for m in s.mentions):
        return {}
    named = {m.item: m.codes for m in s.mentions if m.kind == "P" and not m.owner}
    first = [m.codes for m in s.mentions if m.item < verb.first and m.cue == "subj" and not m.owner]
    row = {
        s.refs[i].value: named[i - 1]
        for i in sums[1:]
        if i - 1 in named and s.lowers[i - 2 - (s.lowers[i - 2] == "the")] in _JOINING
    }
    return {s.refs[sums[0]].value: first[-1], **row} if first and row else {}


_JOINING = frozenset({",", ";", "and", "while"})


def to_one_of_two(drafts: list[Draft], s: Sentence) -> list[Draft]:
    """The drafts, money that two agree on and that goes to the one given by the other: "signed a deal on a grant of $3 million to Chad"."""
    if not any(_of_two(d) for d in drafts):
        return drafts
    amounts = [i for i in range(s.n) if s.kinds[i] == "Q" and s.refs[i].kind == "money"]
    takers = {
        m.codes[0]
        for m in s.mentions
        if m.cue in ("to", "for") and len(m.codes) == 1 and any(0 < m.item - i <= _NEAR for i in amounts)
    }
    if len(takers) != 1 or len(amounts) != 1:
        return drafts
    return [
        replace(
            d, actor=tuple(c for c in d.actor if c not in takers), recipient=tuple(takers),
            because={**d.because, "recipient": "whom of the two it goes to"},
        )
        if _of_two(d) and takers < {*d.actor}
        else d
        for d in drafts
    ]  # fmt: skip


_NEAR = 4
"""Items between an amount and who gets it: "$3 million in aid to Chad". assumed"""


def _of_two(d: Draft) -> bool:
    return d.kind == "figure" and d.mode in _GIFTS and len(d.actor) == 2 and not d.recipient
