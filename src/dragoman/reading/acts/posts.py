"""One statement for each state in which a state has posts: "has embassies in Ghana, Kenya and Zambia"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["each_apart", "to_the_other"]

_MODES = frozenset({"embassy", "consulate", "mission"})
_JOINING = frozenset(
    {",", "and", "the", "as well as", "to", "in", "both", "&", "also", "(", ")", "republic", "of"}
)


def each_apart(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of posts in several states listed one behind the other told state by state."""
    if not any(len(d.recipient) > 1 or len(d.actor) > 1 for d in drafts):
        return drafts
    out: list[Draft] = []
    for d in drafts:
        several = d.kind == "tie" and d.mode in _MODES and len(d.actor) == 1 and len(d.recipient) > 1
        senders = d.kind == "tie" and d.mode in _MODES and len(d.recipient) == 1 and len(d.actor) > 1
        if several and _listed(s, d, d.recipient):
            out += [replace(d, recipient=(code,), because=dict(d.because)) for code in d.recipient]
        elif senders and _listed(s, d, d.actor) and not _shared(s, d):
            out += [replace(d, actor=(code,), because=dict(d.because)) for code in d.actor]
        else:
            out.append(d)
    return out


_FROM_ELSEWHERE = frozenset({"tie.mission.accredited.v1", "tie.mission.nonresident.v1"})
_OFFICES = frozenset({"embassy", "ambassador", "high commission", "high commissioner", "mission"})


def to_the_other(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, missions that only lie in a third state told of the other of the title's two.

    "Malta is represented through its embassy in Rome", in an article on Malta and Norway.
    """
    pair = ctx.discourse.pair
    if not ctx.discourse.titled or len(pair) != 2:
        return drafts
    return [
        replace(d, recipient=tuple(c for c in pair if c not in d.actor))
        if d.rule in _FROM_ELSEWHERE
        and len(d.actor) == 1
        and d.actor[0] in pair
        and _lies_elsewhere(s, d, pair)
        else d
        for d in drafts
    ]


def _lies_elsewhere(s: Sentence, d: Draft, pair: tuple[str, ...]) -> bool:
    """Whether the only other state named is where the office lies."""
    if len(d.recipient) != 1 or d.recipient[0] in pair:
        return False
    items = [m.item for m in s.mentions if d.recipient[0] in m.codes]
    offices = [i for i in range(s.n) if s.noun[i] in _OFFICES]
    return bool(items and offices) and s.lowers[items[0] - 1] == "in" and 0 < items[0] - offices[0] < 5


def _shared(s: Sentence, d: Draft) -> bool:
    """Whether several keep one post: "Latvia and Estonia share an embassy in", "a joint mission"."""
    told = s.text[d.start : d.end].casefold()
    return any(word in told for word in ("joint", "share", "common", " both ", "each other", "respective"))


def _listed(s: Sentence, d: Draft, codes: tuple[str, ...]) -> bool:
    """Whether the states are one list: commas, "and", the preposition said again, cities no table knows between them."""
    items = [
        i for i in range(s.n) if s.codes[i] and s.codes[i][0] in codes and d.start <= s.starts[i] < d.end
    ]
    if len({s.codes[i][0] for i in items}) != len(codes):
        return False
    between = [range(a + 1, b) for a, b in pairwise(items)]
    return all(s.lowers[k] in _JOINING or _city(s, k) for gap in between for k in gap)


def _city(s: Sentence, k: int) -> bool:
    return s.kinds[k] == "L" or (s.kinds[k] == "w" and not s.tags[k] and s.text[s.starts[k]].isupper())
