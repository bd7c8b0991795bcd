"""Who is said to have said so: "according to", "the ministry reported that", quotations."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.model.statements import Attribution
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.lexicon import PREP, SUB
from dragoman.reading.quotes import quoted_spans, speaker_of
from dragoman.reading.sentences import Sentence

__all__ = ["attribute"]

_ACCORDING = frozenset({"according to", "per"})
_DOCUMENTS = re.compile(
    r"\b(report|data|statistics|figures|article|statement|communiqu[eé]|survey|study|release|document|website|list)\b",
    re.I,
)
_VAGUE = re.compile(
    r"^(the |recent |some |official |latest |various |available )*(reports?|data|statistics|sources|figures|estimates|media|observers|analysts|experts)$",
    re.I,
)
_OF_SOURCE = re.compile(
    r"^(?:the |recent |official |latest )*(?:data|statistics|figures|estimates|information|report|numbers) (?:from|of|by|released by|published by|provided by) (.+)$",
    re.I,
)
_INSTITUTION = re.compile(
    r"\b(ministr|bank|government|bureau|office|agency|commission|committee|service|parliament|department|authorit|organi[sz]ation|council|administration|union|embassy|chamber|association|company|state|treasury|customs|institute|secretariat|press|news)",
    re.I,
)


def _type(source: str, person: bool) -> str:
    if person:
        return "person"
    if _INSTITUTION.search(source):
        return "institution"
    return "document" if _DOCUMENTS.search(source) else "institution"


def _phrase(s: Sentence, first: int) -> str:
    """The noun phrase from an item on: to a comma, a verb or a clause's end."""
    last = first
    while last < s.n:
        if s.kinds[last] == "." and s.lowers[last] not in ("’", "'", "-", "&"):
            break
        if last in s.verb_at or s.tags[last] & SUB and not s.tags[last] & PREP:
            break
        if any(g.first <= last <= g.main for g in s.groups) or s.kinds[last] == "D":
            break
        last += 1
    while last > first + 1 and s.tags[last - 1] & PREP:
        last -= 1
    return s.words(first, last)


def _according(s: Sentence, ctx: Context) -> tuple[Attribution, int, int] | None:
    for i in range(s.n - 1):
        if s.lowers[i] in _ACCORDING and s.lowers[i] == "according to":
            source = _phrase(s, i + 1)
            held = _OF_SOURCE.match(source)
            if held:
                source = held.group(1)
            if not source or _VAGUE.match(source):
                return None
            people = [
                s.refs[j]
                for j in range(i + 1, min(s.n, i + 10))
                if s.kinds[j] == "H" and s.words(i + 1, j + 1) in source
            ]
            if people:
                return Attribution(people[0].name, "person"), s.span[0], s.span[1]
            return Attribution(source, _type(source, False)), s.span[0], s.span[1]
    return None


def _said(s: Sentence, ctx: Context) -> tuple[Attribution, int, int] | None:
    classes = ctx.lexicon.classes_of_verb
    for g in s.groups:
        names = classes.get(g.lemma, frozenset())
        if not names & {"say", "report"} or g.negated or not g.finite or g.passive:
            continue
        if any(a <= s.starts[g.main] < b for a, b in quoted_spans(s)):
            continue
        mention, person = speaker_of(s, g, ctx)
        nxt = s.lowers[g.main + 1] if g.main + 1 < s.n else ""
        trailing = s.kinds[g.main + 1] == "." if g.main + 1 < s.n else True
        if person is not None:
            quoted = quoted_spans(s)
            scope = (s.ends[g.main], s.span[1]) if not trailing or quoted else s.span
            return Attribution(person.name, "person", bool(quoted)), *(
                s.span if quoted or trailing else scope
            )
        first = g.first
        while (
            first > 0
            and s.clause[first - 1] == g.clause
            and s.kinds[first - 1] != "D"
            and s.lowers[first - 1] not in (",", "“", "”", '"')
        ):
            first -= 1
        source = s.words(first, g.first).strip(' ,“”"')
        if nxt != "that" and not trailing and "report" not in names:
            continue
        if (
            source
            and (_INSTITUTION.search(source) or mention is not None and mention.kind == "P")
            and len(source.split()) <= 14
        ):
            return (
                Attribution(source, _type(source, False)),
                (s.span[0] if trailing else s.ends[g.main]),
                s.span[1],
            )
    return None


def attribute(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, each with the source that the sentence names for it."""
    if not drafts:
        return drafts
    scope = _according(s, ctx) or _said(s, ctx)
    inside = quoted_spans(s)
    out = []
    for d in drafts:
        if d.kind != "quote" and d.attribution is None:
            if scope is not None and d.end > scope[1] and d.start < scope[2] and d.start >= scope[1] - 1:
                d = replace(d, attribution=scope[0])
            elif (
                scope is None
                and ctx.discourse.person is not None
                and any(a <= d.start and d.end <= b for a, b in inside)
            ):
                d = replace(d, attribution=Attribution(ctx.discourse.person.name, "person", True))
        out.append(d)
    return out
