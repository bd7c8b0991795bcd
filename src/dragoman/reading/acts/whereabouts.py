"""Visits told by where somebody is, without a verb: "While in Oslo, the Polish minister opened a school".

Three ways: an opening phrase before the subject, an aside behind a name ("the president, currently in
Paris, met bankers") and a headline ("Fijian premier in Seoul for talks").
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.envoys import in_person
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LONGEST = 20
"""Items of a headline; assumed."""
_OPENERS = ("while in", "when in", "whilst in", "once in", "still in", "currently in", "now in")
_DURING = words("acts.whereabouts", "during")
_UPON = words("acts.whereabouts", "upon")
_ARRIVALS = words("acts.whereabouts", "arrivals")
_STAYS = words("acts.whereabouts", "stays")
_NOW = words("acts.whereabouts", "now")
_PURPOSES = frozenset({"for", "on", "to", "attending"})
_POSTED = words("acts.whereabouts", "posted")


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The visits that no verb of the sentence tells."""
    if "in" not in s.forms or len({c for m in s.mentions for c in m.codes}) < 2 or s.forms & _POSTED:
        return []
    told = {(d.actor, d.recipient) for d in found if d.mode == "visit"}
    out: list[Draft] = []
    for guest, host in (*_opening(s), *_aside(s), *_headline(s)):
        if guest.codes == host.codes or len(guest.codes) > 1 or len(host.codes) > 1:
            continue
        if host.codes[0] in ctx.discourse.bodies or (guest.codes, host.codes) in told:
            continue
        told.add((guest.codes, host.codes))
        out.append(_draft(s, ctx, guest, host))
    return out


def _draft(s: Sentence, ctx: Context, guest: Mention, host: Mention) -> Draft:
    first, last = sorted((guest.item, host.item))
    start, end = s.starts[first], s.ends[last]
    times = [i for i in s.dates if s.refs[i].edtf]
    return Draft(
        kind="contact", mode="visit", actor=guest.codes, recipient=host.codes, status="actual",
        start=start, end=end, rule="contact.visit.whereabouts.v1",
        date=s.refs[times[0]].edtf if len(times) == 1 else None, people=ctx.people_in(start, end),
        because={"actor": "who is said to be there", "recipient": "in", "status": "told without a verb"},
    )  # fmt: skip


def _opening(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "While in Oslo, the Polish minister opened a school"; "During his stay in Oslo, he ..."."""
    at = next((m for m in s.mentions if m.cue == "in" and not m.owner and m.item < 8), None)
    if at is None or at.item + 1 >= s.n or s.lowers[at.item + 1] not in (",", "on", "in", "for"):
        return
    before = [low for low in s.lowers[: at.item] if low != "the"]
    while_in = " ".join(before) in _OPENERS
    stay = len(before) > 2 and before[0] in _DURING and before[-2] in _STAYS
    if while_in or stay or (len(before) > 2 and before[0] in _UPON and before[-2] in _ARRIVALS):
        yield from ((m, at) for m in s.mentions if m.cue == "subj" and m.item > at.item and in_person(s, m))


def _aside(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "President A, currently in Paris, met bankers"; "the minister, in Oslo for a fair, met"."""
    for at in s.mentions:
        k = at.item - 1 - (s.lowers[at.item - 1] == "the")
        if at.owner or k < 2 or s.lowers[k] != "in" or at.item + 1 >= s.n:
            continue
        comma = k - 1 - (s.lowers[k - 1] in _NOW)
        behind = s.lowers[at.item + 1]
        if comma < 1 or s.lowers[comma] != "," or (behind not in _PURPOSES and comma == k - 1):
            continue
        if behind not in (",", *_PURPOSES) or any(comma < g.main < at.item for g in s.groups):
            continue
        close = [
            m for m in s.mentions if comma in (m.item + 1, m.head_item + 1) and m.cue in ("subj", "none")
        ]
        yield from ((m, at) for m in close[-1:] if in_person(s, m))


def _headline(s: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """ "Fijian premier in Seoul for talks"; "2016: the President of Fiji in Seoul"."""
    if s.n > _LONGEST or any(g.finite for g in s.groups) or s.lowers[-1] in (".", "?"):
        return
    sides = [m for m in s.mentions if m.kind in "PHL"]
    if not sides or not in_person(s, sides[0]) or len({m.codes for m in sides[:-1]}) != 1:
        return
    host = sides[-1]
    k = host.item - 1 - (s.lowers[host.item - 1] == "the")
    last = max(m.head_item if m.owner else m.item for m in sides[:-1]) if len(sides) > 1 else host.item
    behind = s.lowers[host.item + 1] if host.item + 1 < s.n else "for"
    if s.lowers[k] == "in" and k == last + 1 and not host.owner and behind in (*_PURPOSES, "(", ","):
        yield sides[0], host
