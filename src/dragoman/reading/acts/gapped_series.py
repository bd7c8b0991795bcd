"""Ties of a series whose verb and object only the first party has: "A recognised B in 1991, C in 1992 and D in 1993".

Whether C and D do as A did or undergo what B underwent, the words leave open where the object is a bare name.
In an article on B they are taken to have done it; a place said without its preposition ("opened an embassy in
Lima in 1991, C in 1992") is none, so that C has done it too.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.acts.posts import several_posts_before
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["told_of_doers"]

_MODES = frozenset({"recognition", "embassy", "consulate", "mission"})
_TIME = 6
"""Items from a party to its time. assumed"""


def told_of_doers(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of such a series told of who did it."""
    ties = [d for d in drafts if d.kind == "tie" and d.mode in _MODES and len(d.actor) == 1]
    codes = {c for d in ties for c in d.recipient}
    if len(codes) < 2 or not s.dates:
        return drafts
    out: list[Draft] = []
    for d in drafts:
        first = _undergoing(s, ctx, d, ties) if d in ties else None
        others = [c for c in d.recipient if c != first]
        if first is None or not others or first == d.actor[0]:
            out.append(d)
            continue
        if first in d.recipient:
            out.append(replace(d, recipient=(first,), because=dict(d.because)))
        because = {**d.because, "actor": "a party of a series that leaves out the verb"}
        out += [
            replace(d, actor=(c,), recipient=(first,), date=_date(s, c) or d.date, because=dict(because))
            for c in others
        ]
    return out


def _undergoing(s: Sentence, ctx: Context, d: Draft, ties: list[Draft]) -> str | None:
    """The party that all of a series recognised or sent envoys to, or None where each has its own."""
    same = [o for o in ties if o.mode == d.mode and o.actor == d.actor]
    items = sorted(
        i for i in range(s.n)
        if s.kinds[i] == "P" and len(s.codes[i]) == 1 and any(s.codes[i][0] in o.recipient for o in same)
        and d.start <= s.starts[i] < d.end
    )  # fmt: skip
    if len(items) < 2 or not _timed(s, items[0], items[1]):
        return None
    first = s.codes[items[0]][0]
    if d.mode == "recognition":
        return first if first == ctx.discourse.anchor and not _owned(s, items[0]) else None
    if several_posts_before(s, items[0]):
        return None  # "embassies in Lima in 1961, Quito in 1963"
    placed = [_placed(s, i) for i in items]
    return first if placed[0] and not any(placed[1:]) and len(items) > 2 else None


def _timed(s: Sentence, party: int, other: int) -> bool:
    """Whether a time stands between two parties: both have one of their own."""
    return any(s.kinds[i] == "D" for i in range(party + 1, other))


def _owned(s: Sentence, i: int) -> bool:
    """Whether a party only owns what is recognised and the next likewise: "A's independence in 1991 and B's"."""
    return s.lowers[i + 1 : i + 2] in (["'s"], ["’s"])


def _placed(s: Sentence, i: int) -> bool:
    return s.lowers[i - 1 - (s.lowers[i - 1] == "the")] in ("in", "to", "at")


def _date(s: Sentence, code: str) -> str | None:
    """The time right behind a party."""
    at = next((i for i in range(s.n) if s.codes[i] == (code,)), s.n)
    return next((s.refs[i].edtf for i in range(at + 1, min(s.n, at + _TIME)) if s.kinds[i] == "D"), None)
