"""Quotations, direct and reported, with their speaker."""

from __future__ import annotations

import re

from dragoman.model.statements import Person
from dragoman.reading.annotations import PersonMention
from dragoman.reading.clauses import Group
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.mentions import Mention
from dragoman.reading.sentences import Sentence

__all__ = ["quoted_spans", "read", "speaker_of"]

_QUOTED = re.compile(r"“[^“”]{2,1500}(?:”|$)|\"[^\"]{2,1500}(?:\"|$)|«[^«»]{2,1500}»|‘[^‘’]{12,1500}’(?!\w)")
_MIN_WORDS = 4


def quoted_spans(s: Sentence) -> list[tuple[int, int]]:
    """Character spans between quotation marks, marks included."""
    return [(m.start(), m.end()) for m in _QUOTED.finditer(s.text, s.span[0], s.span[1])]


def speaker_of(s: Sentence, g: Group, ctx: Context) -> tuple[Mention | None, PersonMention | None]:
    """Who says: the person (or party) that is subject of a verb of saying, on either side of it."""
    near = [m for m in s.mentions if m.kind in "HAP" and (m.clause == g.clause or abs(m.item - g.main) <= 4)]
    before = [m for m in near if m.item < g.first and m.cue in ("subj", "none", "app", "by")]
    after = [m for m in near if g.main < m.item <= g.main + 9]
    people = [m for m in before if m.kind == "H"] or [
        m for m in before if m.kind == "A" and s.lowers[m.item] in ("he", "she")
    ]
    if not people and not before:
        people = [m for m in after if m.kind == "H"]
    chosen = people[-1] if people else before[0] if before else None
    if chosen is None:
        return None, None
    if chosen.kind == "H":
        return chosen, s.refs[chosen.item]
    if s.lowers[chosen.item] in ("he", "she"):
        return chosen, ctx.discourse.person
    return chosen, None


def _saying(s: Sentence, ctx: Context) -> list[Group]:
    return [g for g in s.groups if "say" in ctx.lexicon.classes_of_verb.get(g.lemma, ()) and not g.negated]


def _about(speaker: str, s: Sentence, ctx: Context, start: int, end: int) -> tuple[str, ...]:
    """Whom the words are about: the other party named in them, else the other of the pair."""
    inside = [
        c
        for m in s.mentions
        if start <= s.starts[m.item] < end
        for c in m.codes
        if c != speaker and c not in ctx.discourse.bodies
    ]
    distinct = tuple(dict.fromkeys(inside))
    other = ctx.discourse.other((speaker,))
    if other and (not distinct or other[0] in distinct):
        return other
    return distinct[:1] if len(distinct) == 1 else other


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Quotes of one sentence."""
    spans = [(a, b) for a, b in quoted_spans(s) if len(s.text[a:b].split()) >= _MIN_WORDS]
    groups = _saying(s, ctx)
    outside = [g for g in groups if not any(a <= s.starts[g.main] < b for a, b in quoted_spans(s))]
    out: list[Draft] = []
    for g in outside:
        mention, person = speaker_of(s, g, ctx)
        if person is None or not person.country:
            continue
        if spans:
            a, b = spans[0]
            out.append(_draft("direct", person, s, ctx, a, b))
            break
        reported = _reported(s, g)
        if reported:
            out.append(_draft("reported", person, s, ctx, s.starts[reported[0]], s.ends[reported[1]]))
            break
    if (
        not out
        and spans
        and spans[0][0] <= s.span[0] + 1
        and ctx.discourse.person is not None
        and ctx.previous is not None
    ):
        out.extend(_continued(s, ctx, spans[0]))
    return out


def _continued(s: Sentence, ctx: Context, span: tuple[int, int]) -> list[Draft]:
    """A quotation that opens a sentence of its own goes on with the last speaker's."""
    person = ctx.discourse.person
    quoted = any(d.kind == "quote" for d in ctx.last)
    if not quoted or not person.country or span[1] - span[0] < 0.7 * (s.span[1] - s.span[0]):
        return []
    return [_draft("direct", person, s, ctx, *span)]


def _reported(s: Sentence, g: Group) -> tuple[int, int] | None:
    """First and last item of what is reported behind a verb of saying, or None where nothing is."""
    nxt = g.main + 1
    if nxt >= s.n - 2 or s.kinds[nxt] == "." and s.lowers[nxt] not in ("“", '"', ":"):
        return None
    if g.infinitive or g.gerund or g.passive:
        return None
    last = s.n - 1
    while last > nxt and s.kinds[last] == ".":
        last -= 1
    that = s.lowers[nxt] == "that" or any(s.lowers[j] == "that" for j in range(nxt, min(s.n, nxt + 5)))
    clause_follows = any(h.finite and h.main > g.main for h in s.groups)
    if not that and not (clause_follows and g.lemma in ("say", "state", "note", "add", "stress", "declare", "believe")) and g.lemma not in (
        "emphasise", "emphasize", "stress", "underline", "underscore", "highlight", "reaffirm", "reiterate", "affirm",
    ):  # fmt: skip
        return None
    return g.main, last


def _draft(mode: str, person: PersonMention, s: Sentence, ctx: Context, start: int, end: int) -> Draft:
    country = person.country or ""
    return Draft(
        kind="quote", mode=mode, actor=(country,), recipient=_about(country, s, ctx, start, end), status="actual",
        start=start, end=end, rule=f"quote.{mode}.v1", people=(Person(person.name, person.role, person.country),),
        because={"actor": f"the speaker {person.name}"},
    )  # fmt: skip
