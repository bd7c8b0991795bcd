"""Visits told as what went before: "will fly on to Seoul on Saturday after concluding a visit to Japan".

Neither the time nor the plan of what comes after is the visit's own.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["told_before"]

_OPENS = 6
"""Items from "after" to the visit: "after concluding her three-day state visit". assumed"""
_NOUN_RULES = ("contact.visit.noun", "contact.visit.named")


def told_before(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a visit behind "after" or "following" is past, at a time of its own phrase or none."""
    if s.forms.isdisjoint(words("acts.visits_before", "after")):
        return drafts
    return [_of_its_own(s, d) if d.rule.startswith(_NOUN_RULES) else d for d in drafts]


def _of_its_own(s: Sentence, d: Draft) -> Draft:
    noun = _noun(s, d)
    if noun < 0:
        return d
    after = next(
        (
            k
            for k in range(noun - 1, max(-1, noun - _OPENS), -1)
            if s.lowers[k] in words("acts.visits_before", "after")
        ),
        -1,
    )
    if after < 0 or any(s.kinds[k] in "DL" or s.lowers[k] in (",", ";") for k in range(after + 1, noun)):
        return d
    verbs = [s.verb_at[k] for k in range(after + 1, noun) if k in s.verb_at]
    if any(g.finite or g.lemma not in words("acts.visits_before", "ending") for g in verbs):
        return d
    main = next((g for g in s.groups if g.finite and not after < g.main < noun), None)
    if main is None:
        return d
    end = next((k for k in range(noun, s.n) if s.lowers[k] in (",", ";") or k in s.verb_at), s.n)
    own = [s.refs[k].edtf for k in s.dates if after < k < end]
    return replace(d, date=own[0] if own else None, status="actual" if not own else d.status,
                   because={**d.because, "date": "of the phrase that tells what went before"})  # fmt: skip


def _noun(s: Sentence, d: Draft) -> int:
    """The item of the noun that a visit was read from, or -1."""
    if not d.object or (at := s.text.find(d.object, d.start, d.end)) < 0:
        return -1
    visits = load_lexicon().noun_classes["visit"]
    inside = (k for k in range(s.n) if at <= s.starts[k] < at + len(d.object))
    return next((k for k in inside if s.noun[k] in visits), -1)
