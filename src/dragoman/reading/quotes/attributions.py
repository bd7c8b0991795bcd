"""Who is said to have said so: "according to", "the ministry said", "he added that", quotations."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.statements import Attribution
from dragoman.reading.context import Context
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.drafts import Draft
from dragoman.reading.quotes.quotes import quoted_spans, speakers
from dragoman.reading.quotes.speakers import quoted_items, speaker_of
from dragoman.reading.quotes.strangers import Speaker, name_word
from dragoman.reading.syntax.asides import saying_asides
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import DET, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["attribute"]

# Items from "according to" to the participle of its data (assumed).
_NEAR = 5
_PUTS = frozenset({"put", "place"})
_WRITINGS = words("quotes.speakers", "writings")
_ESTIMATES = words("quotes.attributions", "estimates")


@dataclass(frozen=True, slots=True)
class _Scope:
    """A source and the characters it is the source of."""

    source: Attribution
    start: int
    end: int


def _type(source: str) -> str:
    speech = load_speech()
    if speech.institution.search(source):
        return "institution"
    return "document" if speech.document.search(source) else "institution"


def _phrase(s: Sentence, first: int) -> str:
    """The noun phrase from an item on: to a comma, a verb or a clause's end."""
    last = first
    while last < s.n:
        if s.kinds[last] == "." and s.lowers[last] not in ("’", "'", "-", "&"):
            break
        if last in s.verb_at or (s.tags[last] & SUB and not s.tags[last] & PREP):
            break
        if any(g.first <= last <= g.main for g in s.groups) or s.kinds[last] == "D":
            break
        last += 1
    while last > first + 1 and s.tags[last - 1] & PREP:
        last -= 1
    return s.words(first, last)


def _according(s: Sentence, ctx: Context) -> list[_Scope]:
    """ "according to the customs service", "per Geostat": the source of the whole sentence."""
    i = s.lowers.index("according to") if "according to" in s.forms else _per(s)
    if i < 0:
        return []
    at = i + 1
    while at + 1 < s.n and (s.lowers[at] in _HONORIFICS or (s.lowers[at] == "." and at > i + 1)):
        at += 1  # "according to Dr. Soto"
    if at > i + 1 and s.kinds[at] == "H":
        return [_Scope(Attribution(s.refs[at].name, "person"), *s.span)]
    source = _made_known(s, i + 1) or _phrase(s, i + 1)
    if source in ("him", "her"):
        named = [s.refs[j].name for j in range(i) if s.kinds[j] == "H"]
        named = named or ([ctx.discourse.person.name] if ctx.discourse.person is not None else [])
        return [_Scope(Attribution(named[-1], "person"), *s.span)] if named else []
    held = load_speech().of_source.match(source)
    if held:
        source = held.group(1)
    if not source or load_speech().vague.match(source):
        return []
    for j in range(i + 1, min(s.n, i + 10)):
        if s.kinds[j] == "H" and s.words(i + 1, j + 1) in source:
            return [_Scope(Attribution(s.refs[j].name, "person"), *s.span)]
    return [_Scope(Attribution(source, "institution" if held else _type(source)), *s.span)]


def _made_known(s: Sentence, first: int) -> str:
    """Who made data known: "according to figures released by the customs service"; or nothing."""
    g = next((g for g in s.groups if first < g.first <= first + _NEAR), None)
    if g is None or g.lemma not in words("figures.roles", "telling"):
        return ""
    if "by" not in s.lowers[g.main + 1 : g.main + 4] or "," in s.lowers[first : g.first]:
        return ""
    told = range(first, g.first)
    if not any(s.noun[j] in words("figures.roles", "data") or s.noun[j] in _WRITINGS for j in told) or any(
        s.text[s.starts[j]].isupper() for j in told
    ):
        return ""  # "a Gazprom report published by MTI"
    return _phrase(s, s.lowers.index("by", g.main) + 1)


def _per(s: Sentence) -> int:
    """The item of a "per" that opens a clause before a name: "Per Geostat, Georgia sold", or -1."""
    if "per" not in s.forms:
        return -1
    for i in range(s.n - 1):
        opens = not i or s.lowers[i - 1] in (",", "as")
        told = i and s.lowers[i - 1] == "as" and s.lowers[i + 1] in ("the", "data", "figures", "statistics")
        if s.lowers[i] == "per" and opens and (told or s.kinds[i + 1] == "H" or name_word(s, i + 1)):
            return i
    return -1


def _said(s: Sentence, ctx: Context) -> list[_Scope]:
    """Sources of verbs of saying: what follows the verb, what goes before the speaker, what is quoted."""
    spans = quoted_spans(s)
    out = []
    for g, who in [*speakers(s, ctx), *_estimated(s, ctx, spans)]:
        names = ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
        if not names & {"say", "report"} and not spans:
            continue
        if _performs(s, g) or s.lowers[max(0, g.first - 2) : g.first - 1] == ["what"]:
            continue  # "over what it described as support"
        source = Attribution(who.source, who.type, bool(spans))
        edge = min(who.first, g.first)
        told = bool(spans) or any(
            h.finite and h.main < edge for h in s.groups
        )  # not "In a statement, X said"
        trailing = told and edge > 3 and s.lowers[edge - 1] in _SET_OFF
        trailing = trailing and (bool(spans) or not _clause_behind(s, g.main + 1))
        that = any(s.lowers[j] == "that" for j in range(g.main + 1, min(s.n, g.main + 7)))
        follows = any(h.finite and h.main > g.main for h in s.groups)
        behind = s.lowers[g.main + 1] if g.main + 1 < s.n else ""
        if g.gerund and not g.finite and who.first > g.main:
            if s.lowers[g.main + 1] == "that":
                out.append(_Scope(source, s.span[0], s.starts[who.first]))
            continue  # "Noting that Togo waited, Were signed the deal": she tells only what goes before
        within = edge and any(a == edge - 1 for a, _ in saying_asides(s))
        if within or (edge and s.lowers[edge - 1] == "," and behind == "," and follows and not spans):
            out.append(_Scope(source, *s.span))  # "Kenya, the ministry noted, exported tea"
        elif trailing and not that:
            out.append(_Scope(source, s.span[0], s.starts[edge]))
            if spans:
                out.append(_Scope(source, s.ends[g.main], s.span[1]))
        elif that or spans or follows or (who.type == "person" and g.lemma in load_speech().themes):
            own = not any(who.last < i < g.first for i in s.verb_at)  # not "visited Kenya and said"
            out.append(_Scope(source, s.starts[edge] if own else s.ends[g.main], s.span[1]))
    return out


_SET_OFF = frozenset({",", "”", '"', "»", "-", "–", "—"})
"""What stands between words and who is told to have said them."""


def _clause_behind(s: Sentence, i: int) -> bool:
    """Whether what is said follows the verb at once: "Noting that Togo waited, Were said trade had grown"."""
    if i >= s.n or s.kinds[i] in "D." or s.tags[i] & (SUB | PREP):
        return False
    for j in range(i, s.n):
        if s.lowers[j] in (",", ";"):
            return False
        if (g := s.verb_at.get(j)) is not None:
            return g.finite and j > i
    return False


_HONORIFICS = words("quotes.attributions", "honorifics")
_DECLARED = words("quotes.attributions", "declared")


def _performs(s: Sentence, g: Group) -> bool:
    """Whether a verb of saying does what it says: "declared the envoy persona non grata", "maintained an embassy" tell no source."""
    if (
        g.lemma == "conclude"
        and g.main + 1 < s.n
        and s.tags[g.main + 1] & DET
        and s.lowers[g.main + 1] != "that"
    ):
        return True
    if g.lemma == "maintain" and not _clause_behind(s, g.main + 1):
        return s.lowers[g.main + 1 : g.main + 2] not in ([], ["that"], [","], ["“"], ['"'], ["."])
    return g.lemma == "declare" and not _DECLARED.isdisjoint(s.lowers[g.main + 1 :])


def _estimated(s: Sentence, ctx: Context, spans: list[tuple[int, int]]) -> list[tuple[Group, Speaker]]:
    """Who puts a number on something: "the minister, Eduardo Reina, estimated that"; no quotation of his."""
    that = [g for g in s.groups if g.lemma in _ESTIMATES and s.lowers[g.main + 1 : g.main + 2] == ["that"]]
    told = [(g, speaker_of(s, g, ctx, quoted_items(s, spans))) for g in that if g.finite and not g.passive]
    return [(g, who) for g, who in told if who is not None]


def _reports(s: Sentence, ctx: Context) -> list[_Scope]:
    """ "the central bank reported that", "data from the ministry show that"."""
    out = []
    for g in s.groups:
        puts = g.lemma in _PUTS  # "figures of the ministry put the number at 411"
        reports = "report" in ctx.lexicon.classes_of_verb.get(g.lemma, ())
        if not (reports or puts) or g.negated or not g.finite or g.passive:
            continue
        first = g.first
        while (
            first > 0
            and s.clause[first - 1] == g.clause
            and s.kinds[first - 1] != "D"
            and s.lowers[first - 1] not in (",", "“", "”", '"')
        ):
            first -= 1
        source = s.words(first, g.first).strip(' ,“”"')
        held = load_speech().of_source.match(source)
        source = held.group(1) if held else source
        if puts and not held:
            continue
        if source and len(source.split()) <= 14 and (held or _reporting(s, g, first, source)):
            trailing = g.main + 1 >= s.n or s.kinds[g.main + 1] == "."
            out.append(
                _Scope(
                    Attribution(source, "institution" if held else _type(source)),
                    s.span[0] if trailing or puts else s.ends[g.main],
                    s.span[1],
                )
            )
    return out


def _reporting(s: Sentence, g: Group, first: int, source: str) -> bool:
    """Whether the subject of a verb of reporting is a source: a body, a document, a name that reports."""
    speech = load_speech()
    if speech.institution.search(source):
        return True
    named = any(name_word(s, i) for i in range(first, g.first))
    if named and speech.document.search(source) and not speech.vague.match(source):
        return True  # "Kpler figures show"
    return g.lemma in ("report", "reveal") and all(name_word(s, i) for i in range(first, g.first))


def attribute(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, each with the source that the sentence names for it."""
    if not any(d.kind != "quote" and d.attribution is None for d in drafts):
        return drafts
    scopes = _according(s, ctx) or [*_said(s, ctx), *_reports(s, ctx)]
    inside = quoted_spans(s)
    return [_attributed(d, scopes, inside, ctx) for d in drafts]


def _attributed(d: Draft, scopes: list[_Scope], inside: list[tuple[int, int]], ctx: Context) -> Draft:
    if d.kind == "quote" or d.attribution is not None:
        return d
    for scope in scopes:
        if d.start >= scope.start - 1 and d.start < scope.end:
            d.attribution = scope.source
            return d
    person = ctx.discourse.person
    if not scopes and person is not None and any(a <= d.start and d.end <= b for a, b in inside):
        d.attribution = Attribution(person.name, "person", True)
    return d
