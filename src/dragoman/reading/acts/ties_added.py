"""Ties that a verb of following adds to what was told: "Relations followed in 1968", "an embassy in Accra came in 1975".

The words leave out whose they are. Relations are of the two told of just before. A post lies where it is said to and is
of the other of the two, or of whoever opened the post before: "opened one in Accra. A second is planned in Dakar".
"""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_POSTS = ("embassy", "consulate", "mission")
_KINDS = frozenset({"tie", "instrument"})
_QUALIFIED = 5
"""Words of a subject before its noun: "full formal diplomatic relations". assumed"""
_BEHIND = 7
"""Items from the verb to its time or place; assumed."""
_NEAR = 300
"""Characters back to the tie or paper that tells whose it is. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Relations and posts that only a verb of following tells."""
    out: list[Draft] = []
    for g in s.groups:
        if not g.finite or g.negated:
            continue
        if g.lemma in words("ties_added", "adds") or (g.passive and g.lemma in words("ties_added", "plans")):
            draft = _relations(s, ctx, g, found) or _post(s, ctx, g, found)
        elif g.lemma in words("ties_added", "answers"):
            draft = _answer(s, ctx, g)
        else:
            continue
        if draft is not None and not any(_same(o, draft) for o in found):
            out.append(draft)
    return out


def _same(o: Draft, d: Draft) -> bool:
    return (
        o.kind == "tie"
        and o.mode == d.mode
        and (o.actor, o.recipient) == (d.actor, d.recipient)
        and o.end > d.start
    )


def _time(s: Sentence, g: Group) -> int:
    """The item of the time of a verb, or -1."""
    behind = next((i for i in s.dates if g.main < i <= g.main + _BEHIND and s.clause[i] == g.clause), -1)
    if behind >= 0:
        return behind
    return next((i for i in s.dates if i < g.first and s.clause[i] == g.clause), -1)


def _before(s: Sentence, g: Group) -> list[int]:
    """The items of a verb's clause before it, a joining word and a leading time left out."""
    items = [i for i in range(g.first) if s.clause[i] == g.clause]
    while items and (s.kinds[items[0]] in ".D" or s.lowers[items[0]] in ("and", "but", "while", "in", "on")):
        items = items[1:]
    return items


def _told(s: Sentence, ctx: Context, g: Group, found: list[Draft]) -> Draft | None:
    """The tie or paper of two that was told last before a verb."""
    at = s.starts[g.first]
    drafts = [d for d in [*ctx.last, *found] if d.kind in _KINDS and d.start < at and at - d.end < _NEAR]
    return next((d for d in reversed(drafts) if d.actor), None)


def _relations(s: Sentence, ctx: Context, g: Group, found: list[Draft]) -> Draft | None:
    """The relations of the two told of before, where they alone are the subject and a time is said."""
    items, time = _before(s, g), _time(s, g)
    if not 0 < len(items) <= _QUALIFIED or time < 0 or any(s.kinds[i] in "PHLQ" for i in items):
        return None
    head = items[-1]
    if s.noun[head].rpartition(" ")[2] not in words("ties_added", "relations") or g.passive:
        return None
    plain = words("ties_added", "plain")
    if not all(set(s.lowers[i].split()) <= plain for i in items[:-1]):
        return None  # "trade relations", "friendly ties"
    told = _told(s, ctx, g, found)
    two = tuple(dict.fromkeys((*told.actor, *told.recipient))) if told is not None else ()
    pair = ctx.discourse.pair
    if len(two) != 2 or any(
        s.kinds[i] == "P" and not {*s.codes[i]} <= {*two} for i in range(s.n) if s.clause[i] == g.clause
    ):
        return None
    if ctx.discourse.titled and len(pair) == 2 and {*two} != {*pair}:
        return None
    return _draft(s, ctx, g, "diplomatic_relations", two, (), items[0], time, time)


def _post(s: Sentence, ctx: Context, g: Group, found: list[Draft]) -> Draft | None:
    """The post in a place told, of the other of the two or of whoever opened the one before."""
    items = _before(s, g)
    heads = [
        (i, m)
        for i in items
        for m in _POSTS
        if s.kinds[i] == "w" and s.noun[i] in ctx.lexicon.noun_classes[m]
    ]
    if not heads and (left := _left_out(s, items)) is not None:
        before = _told(s, ctx, g, found)
        heads = [(left, before.mode)] if before is not None and before.mode in _POSTS else []
    if len(heads) != 1 or heads[0][0] - items[0] > _QUALIFIED or heads[0][0] in s.verb_at:
        return None
    head, mode = heads[0]
    place = _seat(s, g, head)
    told = _told(s, ctx, g, found)
    whose = [i for i in items if s.kinds[i] in "PH" and i not in range(head, place + 1)]
    if place < 0 or told is None or len(whose) > 1:
        return None
    host = s.codes[place]
    parties = tuple(dict.fromkeys((*told.actor, *told.recipient)))
    if whose and (s.codes[whose[0]] == host or not _owns(s, whose[0], head)):
        return None
    if whose:
        owner = s.codes[whose[0]]
    elif len(parties) == 2 and host[0] in parties:
        owner = tuple(c for c in parties if c != host[0])
    elif told.kind == "tie" and told.mode in _POSTS and len(told.actor) == 1 and s.lowers[items[0]] != "the":
        owner = told.actor
    else:
        return None
    time = _time(s, g)
    return _draft(s, ctx, g, mode, owner, host, items[0], max(place, time), time)


def _left_out(s: Sentence, items: list[int]) -> int | None:
    """The item behind which a post is left out that was told before: "Kenya opened its embassy; Peru's in Nairobi followed"."""
    if (
        len(items) > 3
        and s.kinds[items[0]] == "P"
        and s.lowers[items[1]] in ("'s", "’s")
        and s.lowers[items[2]] == "in"
    ):
        return items[1]
    return None


def _owns(s: Sentence, i: int, head: int) -> bool:
    """Whether a state before a post says whose it is: "a Ukrainian embassy", "Ukraine's first embassy"."""
    if i == head - 1 and getattr(s.refs[i], "form", "") == "demonym":
        return True
    return s.lowers[i + 1] in ("'s", "’s") and head - i <= _QUALIFIED


def _seat(s: Sentence, g: Group, head: int) -> int:
    """The item of the state behind "in", from a post up to a few items behind the verb; -1 if there is none or several."""
    seats = [
        i for i in range(head + 1, min(s.n, g.main + _BEHIND))
        if s.kinds[i] in "PL" and len(s.codes[i]) == 1 and s.clause[i] == g.clause
    ]  # fmt: skip
    if len(seats) != 1 or s.lowers[seats[0] - 1 - (s.lowers[seats[0] - 1] == "the")] not in (
        "in",
        "at",
        "to",
    ):
        return -1
    return seats[0]


def _answer(s: Sentence, ctx: Context, g: Group) -> Draft | None:
    """The post with which a state answers another's: "Peru responded with an embassy in Oslo in 2014"."""
    k = g.main + 1
    if s.lowers[k : k + 1] not in (["with"], ["by"]):
        return None
    head = next(
        (
            i
            for i in range(k + 1, min(s.n, k + _QUALIFIED))
            if any(s.noun[i] in ctx.lexicon.noun_classes[m] for m in _POSTS)
        ),
        -1,
    )
    owner = [i for i in _before(s, g) if s.kinds[i] == "P" and len(s.codes[i]) == 1]
    place = _seat(s, g, head) if head >= 0 else -1
    if place < 0 or len(owner) != 1 or s.codes[owner[0]] == s.codes[place]:
        return None
    mode = next(m for m in _POSTS if s.noun[head] in ctx.lexicon.noun_classes[m])
    time = _time(s, g)
    return _draft(s, ctx, g, mode, s.codes[owner[0]], s.codes[place], owner[0], max(place, time), time)


def _draft(
    s: Sentence,
    ctx: Context,
    g: Group,
    mode: str,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    first: int,
    last: int,
    time: int,
) -> Draft:
    date = s.refs[time].edtf if time >= 0 else None
    status = statuses.of_group(g, s, ctx.lexicon)
    if status == "actual" and (
        g.lemma in words("ties_added", "plans") or statuses.after_document(date, ctx.document.date)
    ):
        status = "planned"
    return Draft(
        "tie", mode, actor, recipient, status, s.starts[first], s.ends[max(last, g.main)], "tie.added.v1", date,
        because={"actor": "the two told of before", "status": f"verb {g.lemma!r}", "date": "of the verb"},
    )  # fmt: skip
