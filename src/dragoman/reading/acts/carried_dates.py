"""When a sentence goes on about a dated contact: "He met the premier", "at the meeting they signed ...".

An act without a time of its own has that of the contact told right before it, where the sentence
goes on about the same parties and says so: by a pronoun, by "also", or by naming the occasion.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["carry"]

_KINDS = frozenset({"contact", "instrument"})
_TIES = frozenset({"body", "partnership", "honour"})
_SPOKEN_OF = ("tie.partnership.compound", "tie.partnership.told", "tie.partnership.existing")
"""Rules of ties that are only spoken of, whenever they came about."""
_REACH = 3
"""Sentences that may stand between; assumed."""
_YEAR_REACH = 1
"""Sentences on to which a mere year is carried: the next one; assumed."""
_OPENING = 2
"""Sentences in which a readout says of which meeting it tells; assumed."""
_OCCASION = re.compile(
    r"\b(?:(?:on|at) (?:that|the same|this|the latter|the) occasion|it was then|at that time|the same day"
    r"|to (?:that|this|the same) effect\b|(?:during|at|after|following|in) (?:the|that|this|their|his|her|these|those) (?:\w+ ){0,2}(?:visit|meetings?|talks"
    r"|summit|event|ceremony|trip|conference|session|encounter)"
    r"|(?:(?:with)?in the framework of|as part of|at the (?:end|close|conclusion) of|(?:up)?on the (?:conclusion|completion) of)"
    r" (?:the|that|this|their|his|her|these|those) (?:\w+ ){0,2}(?:visit|meetings?|talks|trip))\b"
)


# "signed the treaty": the one told of before
_SIGNED_THE = re.compile(
    r"\b(?:signed|inked|initialled|initialed|concluded) (?:the|this|that)\b"
    r"|^(?:the|this) (?:[\w-]+ ){1,5}(?:was|were) (?:signed|inked|initialled|initialed|concluded)\b"
)


def _goes_on(s: Sentence) -> bool:
    """Whether the sentence opens with those spoken of: "He", "They", "The two ministers", "Both sides"."""
    first = s.lowers[0] if s.n else ""
    if first in words("discourse", "he") or first in words("discourse", "they"):
        return True
    opens = s.lowers[1] if first in ("the", "these", "both") and s.n > 1 else first
    if first == "both" or opens in ("two", "three", "four"):
        return True
    return first == "the" and opens in words("discourse", "plural_heads")


def _told_past(s: Sentence, draft: Draft) -> bool:
    return any(
        g.past and not g.perfect and g.modal is None and draft.start <= s.starts[g.main] < draft.end
        for g in s.groups
    )


def carry(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, those without a time with that of the talks before."""
    talks = ctx.talks
    out = [_told_again(s, d, ctx) for d in found]
    if found and talks and (ctx.readout or s.index - talks[0] <= _REACH):
        also = "also" in s.forms
        if also or _goes_on(s) or _of_the_same(s, talks[1]) or _OCCASION.search(s.lowered):
            out = [_dated(s, d, _carried(s, talks), loosely=also) for d in out]
        if not any(_of_a_day(s.refs[i].edtf) for i in s.dates):
            out = [_retold(s, d, talks[1]) for d in out]
    if ctx.readout and not talks and s.index < _OPENING:
        out = [_of_readout(s, d, ctx) for d in out]
    dated = [
        d for d in out
        if (d.kind in _KINDS or (d.kind == "tie" and d.mode in _TIES)) and d.status == "actual" and _of_a_year(d.date)
    ]  # fmt: skip
    dated = [d for d in dated if not _set_behind(s, d, out)]
    if dated:
        ctx.talks = (s.index, dated)
    elif talks and any(_of_a_day(s.refs[i].edtf) for i in s.dates):
        ctx.talks = None  # another time is spoken of
    return out


def _set_behind(s: Sentence, draft: Draft, found: list[Draft]) -> bool:
    """Whether a contact only says when the sentence's own came: "his first visit came months after A's trip in May"."""
    after = next((k for k in range(s.n) if s.lowers[k] in ("after", "following")), s.n)
    if draft.kind != "contact" or not s.dates or min(s.dates) < after:
        return False
    return any(
        d.kind == "contact"
        and d.date is None
        and d.status == "actual"
        and (d.mode, d.actor) != (draft.mode, draft.actor)
        and {*d.actor, *d.recipient} == {*draft.actor, *draft.recipient}
        for d in found
    )


def _of_readout(s: Sentence, draft: Draft, ctx: Context) -> Draft:
    """The meeting that a readout opens with, where it gives no day, with the day on which it was published."""
    fits = draft.kind == "contact" and draft.mode in ("meeting", "call") and draft.status == "actual"
    if not fits or draft.date is not None or ctx.document.date is None or not _told_past(s, draft):
        return draft
    return replace(draft, date=ctx.document.date, because={**draft.because, "date": "of the readout"})


def _dated(s: Sentence, draft: Draft, before: list[Draft], *, loosely: bool) -> Draft:
    fits = draft.kind in _KINDS or (draft.kind == "tie" and draft.mode in _TIES)
    if not fits or draft.date is not None or draft.status != "actual" or not _told_past(s, draft):
        return draft
    if draft.count is not None and draft.kind == "contact":
        return draft  # "The two have met 14 times"
    if draft.rule.startswith(_SPOKEN_OF):
        return draft  # "They reaffirmed the Qatar-Colombia partnership": it was not made then
    parties = {*draft.actor, *draft.recipient}
    for d in reversed(before):
        others = {*d.actor, *d.recipient}
        if others == parties or (loosely and len(others & parties) > 1):
            return replace(draft, date=d.date, because={**draft.because, "date": "of the talks told before"})
    return draft


_THE_SAME = re.compile(
    r"^(?:the|this|that|his|her|their|(?:[\w.-]+ ){0,3}[\w.-]+['’]s?) (?:(?!next|last|previous|earlier|upcoming|coming|planned|future|past"
    r"|first|second|third|recent|other|other's|forthcoming|possible|potential|expected)[\w-]+ ){0,2}(?:visit|trip|meetings?|talks|summit|encounter)\b"
)


def _retold(s: Sentence, draft: Draft, before: list[Draft]) -> Draft:
    """A contact spoken of again, with the time of the one told before: "The visit, the first in eight years, ended"."""
    if (
        draft.kind != "contact"
        or draft.date is not None
        or draft.status != "actual"
        or draft.count is not None
    ):
        return draft
    if draft.object is None or _THE_SAME.search(s.text[draft.start : draft.end].lower()) is None:
        return draft
    same = [
        d
        for d in before
        if (d.kind, d.mode, d.actor, d.recipient) == ("contact", draft.mode, draft.actor, draft.recipient)
    ]
    if not same and draft.mode == "meeting":
        same = [
            d for d in before if (d.kind, d.mode) == ("contact", "meeting") and {*d.actor} == {*draft.actor}
        ]
    times = {d.date for d in same}
    if len(times) != 1:
        return draft
    return replace(draft, date=times.pop(), because={**draft.because, "date": "of the one told before"})


def _told_again(s: Sentence, draft: Draft, ctx: Context) -> Draft:
    """A signing without a time with that of the same one told before: "today signed a treaty. The ministers signed the treaty"."""
    if draft.kind != "instrument" or draft.date is not None or draft.status != "actual" or s.dates:
        return draft
    if not _told_past(s, draft) or _SIGNED_THE.search(s.lowered) is None:
        return draft
    parties = {*draft.actor, *draft.recipient}
    times = {
        d.date
        for d in ctx.found
        if (d.kind, d.mode, d.status) == ("instrument", draft.mode, "actual")
        and {*d.actor, *d.recipient} == parties
        and d.date is not None  # a headline tells it without its day
    }
    date = times.pop() if len(times) == 1 else None
    if date is None or len(date) != 10:
        return draft
    return replace(draft, date=date, because={**draft.because, "date": "of the signing told before"})


def _carried(s: Sentence, talks: tuple[int, list[Draft]]) -> list[Draft]:
    """The acts told before whose time reaches on: a year only to the next sentence, where that gives none of its own."""
    if s.index - talks[0] <= _YEAR_REACH and not s.dates:
        return talks[1]
    return [d for d in talks[1] if _of_a_day(d.date)]


def _of_the_same(s: Sentence, before: list[Draft]) -> bool:
    """Whether the sentence opens with a person of the act told before: "Soto visited Peru. Soto signed a treaty"."""
    opens = next((s.refs[i] for i in range(min(3, s.n)) if s.kinds[i] == "H"), None)
    return isinstance(opens, PersonMention) and any(p.name == opens.name for d in before for p in d.people)


def _of_a_year(edtf: str | None) -> bool:
    """Whether a time is one year or finer."""
    return (
        edtf is not None
        and edtf[:4].isdigit()
        and "/" not in edtf[:5]
        and (len(edtf) == 4 or _of_a_day(edtf))
    )


def _of_a_day(edtf: str | None) -> bool:
    """Whether a time is a month or finer: a year says too little to be carried on."""
    return edtf is not None and len(edtf.split("/")[0]) >= 7 and ".." not in edtf
