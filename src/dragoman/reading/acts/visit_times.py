"""When the visit told just before took or takes place: "The visit is scheduled for March", "The trip, planned for May, will".

Who comes and where is left out, as both have just been told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.statuses import after_document, of_group
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_POINTING = frozenset({"the", "this", "that", "his", "her", "their"})
_NEAR = 400
"""Characters back to the visit that is told on. assumed"""
_BACK = 8
"""Acts back among which no other visit may have been told. assumed"""
_WORDS = 3
"""Words from the pointing word to the noun: "the two-day state visit". assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The visit told last once more, where a sentence tells when it is or was."""
    if not s.dates or any(d.kind == "contact" for d in found):
        return []
    noun = _noun(s)
    verb = _timed(s, noun) if noun > 0 else None
    if verb is None or not words("acts.visit_times", "relating").isdisjoint(s.lowers[verb.main :]):
        return []  # "took place two years after that of A in 2022"
    told = [_visit(d) for d in ctx.found[-_BACK:] if _is_visit(d) and s.span[0] - d.end < _NEAR]
    if not told or len({(d.actor, d.recipient) for d in told}) > 1:
        return []
    visit, date, status = told[-1], date_of(verb), of_group(verb, s, ctx.lexicon)
    named = {c for m in s.mentions if m.kind in "PH" for c in m.codes}
    if date is None or status == "denied" or not named <= {*visit.actor, *visit.recipient}:
        return []
    if status == "actual" and after_document(date, ctx.document.date):
        status = "planned"
    start, end = s.starts[0], s.ends[-1]
    return [
        replace(
            visit, status=status, date=date.removesuffix("/.."), start=start, end=end, rule="contact.visit.told_on.v1",
            place=None, object=s.words(noun, noun + 1), people=ctx.people_in(start, end), count=None, attribution=None,
            organisations=ctx.organisations_in(start, end),
            because={"actor": "who came, as told just before", "status": f"verb {verb.lemma!r}"},
        )
    ]  # fmt: skip


def _is_visit(d: Draft) -> bool:
    """Whether a draft tells a visit, or that somebody has been invited to one."""
    return (d.kind == "contact" and d.mode == "visit") or (
        d.kind == "stance" and d.mode == "invitation" and len(d.actor) == len(d.recipient) == 1
    )


def _visit(d: Draft) -> Draft:
    """The visit told, of whoever was invited to whoever invited."""
    if d.kind == "contact":
        return d
    return replace(d, kind="contact", mode="visit", actor=d.recipient, recipient=d.actor)


def _noun(s: Sentence) -> int:
    """The item of "visit" where the sentence opens with the one told before, or -1."""
    if s.lowers[0] not in _POINTING:
        return -1
    for k in range(1, min(s.n, 2 + _WORDS)):
        if s.noun[k] in words("acts.visit_times", "nouns"):
            return k
        if s.kinds[k] not in "wQ" or s.lowers[k] in words("acts.visit_times", "others"):
            return -1
    return -1


def _timed(s: Sentence, noun: int) -> Group | None:
    """The verb that tells when: "is scheduled for", "took place on"; of an aside too: ", planned for May,"."""
    for g in s.groups:
        near = g.first - noun
        aside = near == 2 and s.lowers[noun + 1] == "," and (g.reduced or not g.finite)
        if near == 1 or aside:
            lemma = "take place" if s.lowers[g.main : g.main + 2][1:] == ["place"] else g.lemma
            if lemma in words("acts.visit_times", "timing"):
                return g
            place = next((o for o in s.groups if o.infinitive and o.governor is g), None)
            if place is not None and g.lemma in words("frames", "raising"):
                return place if place.lemma in words("acts.visit_times", "timing") else None
    return None
