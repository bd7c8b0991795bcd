"""Meetings of those who met before, whom a later sentence leaves out: "The second such meeting was held in Oslo", "This was co-chaired by"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.statuses import of_group
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_NOUNS = words("acts.meetings_told_on", "nouns")
_SERIES = words("acts.meetings_told_on", "series")
_CHAIRED = words("acts.meetings_told_on", "chaired")
_HELD = words("acts.meetings_told_on", "held")
_MODES = frozenset({"meeting", "session", "forum"})
_NEAR = 900
"""Characters back to the meeting of the same series. assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """``found`` with the meetings of a series told before, each with all who met."""
    before = next((d for d in reversed(ctx.found) if d.kind == "contact" and d.mode in _MODES), None)
    if before is None or len(before.actor) < 2 or before.recipient or s.span[0] - before.end > _NEAR:
        return found
    out = [_of_all(s, d, before) for d in found]
    for g in s.groups:
        first = s.clause.index(g.clause)
        told = _subject(s, g, first) if g.finite else ""
        if not told or (told == "this" and before not in ctx.last) or not _of_them(s, before):
            continue
        when = date_of(g)
        if told == "series" and not when and not _somewhere(s, g):
            continue  # "The first session was held on health": of whatever day of the same meeting
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        start, end = s.starts[first], s.ends[last]
        status = of_group(g, s, ctx.lexicon)
        if status == "denied" or any(d.kind == "contact" and d.start < end and start < d.end for d in found):
            continue
        out.append(
            replace(
                before, status=status, date=when, start=start, end=end, rule="contact.meeting.told_on.v1", place=None,
                people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end), count=None, attribution=None,
                because={"actor": "who met before", "status": f"verb {g.lemma!r}"},
            )
        )  # fmt: skip
    return out


def _subject(s: Sentence, g: Group, first: int) -> str:
    """What stands before a verb of holding: "series" for "the second such meeting", "this" for a pronoun, or ""."""
    place = g.lemma == "take place" or (g.lemma == "take" and s.lowers[g.main + 1 : g.main + 2] == ["place"])
    if s.lowers[first : g.first] in (["this"], ["it"], ["these"]):
        return "this" if g.lemma in _CHAIRED and g.passive else ""
    before = [i for i in range(first, g.first) if s.kinds[i] == "w"]
    if not (place or (g.lemma in _HELD and g.passive)) or not before:
        return ""
    noun = s.noun[before[-1]] or s.lowers[before[-1]]
    series = not _SERIES.isdisjoint(s.lowers[max(first, before[-1] - 3) : before[-1]])
    alone = not any(s.kinds[i] in "PH" for i in range(first, g.first))
    return "series" if series and alone and noun.rpartition(" ")[2] in _NOUNS else ""


def _somewhere(s: Sentence, g: Group) -> bool:
    """Whether the clause says in which place it was held."""
    return any(m.clause == g.clause and m.cue in ("in", "at") and m.kind in "PL" for m in s.mentions)


def _of_them(s: Sentence, before: Draft) -> bool:
    """Whether nobody acts or is met in the sentence but those who met before."""
    acting = {c for m in s.mentions if m.cue in ("subj", "by", "with", "between", "of") for c in m.codes}
    return acting <= {*before.actor}


def _of_all(s: Sentence, d: Draft, before: Draft) -> Draft:
    """A meeting of a series with all of its parties: "the second such meeting, held in Peru" was of all three."""
    some = d.kind == "contact" and d.mode in _MODES and not d.recipient and set(d.actor) < set(before.actor)
    nouns = [i for i in range(s.n) if d.start <= s.starts[i] < d.end and s.noun[i] in _NOUNS] if some else []
    if not any(not _SERIES.isdisjoint(s.lowers[max(0, i - 3) : i]) for i in nouns):
        return d
    return replace(d, actor=before.actor, because={**d.because, "actor": "all who met before"})
