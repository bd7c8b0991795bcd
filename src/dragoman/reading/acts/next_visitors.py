"""Further visitors of one journey's list, each with a time of his own: "President A visited Chile in 2002, and Minister B in 2004"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_OPENS = frozenset({",", ";", "and", "followed", "as", "then", ")"})
_SO = frozenset({"do", "follow"})
_HOLDERS = words("discourse", "offices")
_FAR = 26
"""Items from one time to the next visitor's. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Visits told by nothing but a visitor and a time behind a visit of the same sentence."""
    if len(s.dates) < 2:
        return []
    out: list[Draft] = []
    for d in found:
        if (
            d.kind != "contact"
            or d.mode != "visit"
            or len(d.recipient) != 1
            or d.status not in ("actual", "planned")
        ):
            continue
        own = next((k for k, i in enumerate(s.dates) if s.refs[i].edtf == d.date), -1)
        for k in range(own + 1, len(s.dates)) if own >= 0 else ():
            told = _next(s, d, s.dates[k - 1], s.dates[k])
            if told is None:
                break
            if not any(
                o.mode in ("visit", "meeting")
                and o.date == told.date
                and o.start <= s.starts[s.dates[k]] < o.end
                for o in [*found, *out]
            ):
                out.append(told)
    return out


def _followed(s: Sentence, before: int, time: int) -> int:
    """Where the words of the next visitor begin: behind the time before, or at "followed by" further on."""
    if "followed" in s.forms:
        at = next((i for i in range(before + 1, time - 1) if s.lowers[i : i + 2] == ["followed", "by"]), -1)
        if at > 0:
            return at
    return before + 1


def _next(s: Sentence, d: Draft, before: int, time: int) -> Draft | None:
    """The visit of whoever stands between two times."""
    first = _followed(s, before, time)
    if time - first > _FAR or s.lowers[first] not in _OPENS or not s.refs[time].edtf:
        return None
    between = range(first, time)
    if any(g.finite and g.lemma not in _SO for i in between if (g := s.verb_at.get(i)) is not None):
        return None
    people = [s.refs[i] for i in between if s.kinds[i] == "H" and isinstance(s.refs[i], PersonMention)]
    if not people and not any(s.kinds[i] == "w" and s.noun[i] in _HOLDERS for i in between):
        return None
    codes = {c for i in between if s.kinds[i] == "P" for c in s.codes[i]} | {
        p.country for p in people if p.country
    }
    if codes & set(d.recipient) or len(codes) > 1 or any(s.kinds[i] == "L" for i in between):
        return None
    start = next(i for i in between if s.lowers[i] not in _OPENS and s.lowers[i] != "by")
    if codes and _at_home(s, start, time):
        return replace(
            d, recipient=tuple(codes), date=s.refs[time].edtf, start=s.starts[start], end=s.ends[time],
            rule="contact.visit.next_host.v1", place=None, object=None, count=None, people=(),
            because={"recipient": "a further host at home", "status": "the visit before it", "date": "the time behind it"},
        )  # fmt: skip
    return replace(
        d, actor=tuple(codes) or d.actor, date=s.refs[time].edtf, start=s.starts[start], end=s.ends[time],
        rule="contact.visit.next_visitor.v1", place=None, object=None, count=None, people=(),
        because={"actor": "a further visitor with his own time", "status": "the visit before it", "date": "the time behind it"},
    )  # fmt: skip


def _at_home(s: Sentence, start: int, time: int) -> bool:
    """Whether somebody is where his own state sits: "visited A in Bamako on Saturday and B, President of Niger, in Niamey on Sunday"."""
    i = time - 1 - (s.lowers[time - 1] == "on")
    seat = s.kinds[i] == "P" and getattr(s.refs[i], "form", "") == "capital" and s.lowers[i - 1] == "in"
    return seat and any(s.kinds[k] in "PH" and s.codes[k] == s.codes[i] for k in range(start, i))
