"""Papers that one verb signs: "signed a trade agreement, a cultural convention and a protocol on visas".

A rule reads one paper of a kind for a verb. Those that stand in a row with it, each with an article or a number
of its own, were signed by the same on the same day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.reading.context import Context
from dragoman.reading.discourse.first_person import in_quotation
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP, Lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "agreement", "roadmap")
_SIGNS = words("papers", "signing_verbs")
_OPENS = words("acts.papers_together", "opens")
_LISTING = frozenset({"such as", "such", "including", "namely", ":"})
_EDGES = frozenset({",", ";", "and", "as"}) | _LISTING
_BACK = 6
"""Items from the article of a paper to its head; assumed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A paper of a row: its first item, its head, where it stops, and its mode."""

    first: int
    head: int
    stop: int
    mode: str


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """What was found, each paper of a row by its own words, with those that no rule has read."""
    papers = [d for d in found if d.kind == "instrument" and d.object]
    if not papers or "and" not in s.forms:
        return found
    for g in s.groups:
        if g.lemma not in _SIGNS or not (g.finite or g.infinitive or g.gerund):
            continue
        row = _row(s, g, ctx.lexicon)
        told = [(d, e) for e in row for d in papers if _is(s, d, e)]
        sources = [d for d, _ in told if d.rule.startswith("instrument.sign")]
        if len(row) < 2 or not sources:
            continue
        source = sources[-1] if g.passive else sources[0]
        read_already = {e.head for _, e in told}
        found = _by_own_words(s, found, told) + [
            _draft(s, ctx, source, e, row) for e in row if e.head not in read_already and not _with_own(s, e)
        ]
    return found


def _by_own_words(s: Sentence, found: list[Draft], told: Sequence[tuple[Draft, _Entry]]) -> list[Draft]:
    """The drafts, with a passage of its own for each that would else stand for the same paper as one before."""
    own = {id(d): e for d, e in told}
    seen: set[tuple[str, str | None, str, int]] = set()
    out = []
    for d in found:
        key = (d.mode, d.date, d.status, d.start)
        if id(d) in own and key in seen:
            e = own[id(d)]
            d = replace(d, start=s.starts[e.first], end=s.ends[e.stop - 1])
        elif d.kind == "instrument":
            seen.add(key)
        out.append(d)
    return out


def _is(s: Sentence, d: Draft, e: _Entry) -> bool:
    """Whether a statement is of an entry: one begins with the words of the other."""
    named = s.words(_content(s, e), e.stop)
    return d.object is not None and (d.object.startswith(named) or named.startswith(d.object))


def _content(s: Sentence, e: _Entry) -> int:
    """The first item of an entry behind its article."""
    return e.first + 1 if s.lowers[e.first] in ("a", "an", "the") else e.first


def _row(s: Sentence, g: Group, lex: Lexicon) -> list[_Entry]:
    """The papers that are a verb's object, or the subject of a passive one, in a row."""
    inside = [i for i in range(s.n) if s.clause[i] == g.clause]
    span = range(inside[0], g.first) if g.passive else range(g.main + 1, inside[-1] + 1)
    quoted = in_quotation(s)
    heads: list[tuple[int, int, str]] = []
    for i in span:
        if s.kinds[i] != "w" or quoted[i] or i in s.verb_at:
            continue
        mode = next((m for m in _MODES if s.noun[i] and s.noun[i] in lex.noun_classes[m]), "")
        if mode == "treaty" and not s.noun[i].endswith("treaty"):
            mode = "agreement"  # a convention, as the rules have it
        first = _begin(s, i, span) if mode else -1
        if first >= 0:
            heads.append((first, i, mode))
    if not heads or (not g.passive and heads[0][0] > g.main + 1):
        return []
    row = _stopped(s, heads, span)
    counted = range(
        row[0].head, row[0].stop
    )  # "several agreements, such as": those that follow are told one by one
    return row[1:] if any(s.lowers[i] in _LISTING for i in counted) else row


def _stopped(s: Sentence, heads: Sequence[tuple[int, int, str]], span: range) -> list[_Entry]:
    out = []
    for k, (first, head, mode) in enumerate(heads):
        stop = heads[k + 1][0] if k + 1 < len(heads) else span.stop
        verb = next((i for i in range(head + 1, stop) if i in s.verb_at), stop)
        stop = verb if k + 1 == len(heads) else stop
        stop = next((i for i in range(head + 1, stop) if s.lowers[i] == "("), stop)
        while stop > head + 1 and (s.lowers[stop - 1] in _EDGES or s.kinds[stop - 1] == "."):
            stop -= 1
        out.append(_Entry(first, head, stop, mode))
    return out


def _begin(s: Sentence, head: int, span: range) -> int:
    """Where the entry of a head begins: at an article or a number behind a comma, "and" or the verb; -1 for nowhere."""
    for j in range(head, max(span.start - 1, head - _BACK), -1):
        if j < head and (s.tags[j] & (PREP | CONJ) or j in s.verb_at or s.kinds[j] == "."):
            return -1
        opens = j == span.start or s.lowers[j - 1] in _EDGES or s.kinds[j - 1] == "D"
        if s.lowers[j] in _OPENS or s.kinds[j] == "Q":
            return j if opens else -1
        if opens and s.text[s.starts[j]].isupper():
            apart = s.lowers[j - 1] != "and" or s.lowers[j - 2] in (",", ";", ")") or s.kinds[j - 2] == "D"
            return j if apart else -1  # "Treaty of Friendship, and"; not "Promotion and Protection Agreement"
    return -1


def _with_own(s: Sentence, e: _Entry) -> bool:
    """Whether an entry names partners of its own: "and a treaty with Togo"."""
    return any(s.lowers[i] in ("with", "between") for i in range(e.head + 1, e.stop))


def _draft(s: Sentence, ctx: Context, source: Draft, e: _Entry, row: Sequence[_Entry]) -> Draft:
    behind = next((o.first for o in row if o.first > e.head), e.stop + 2)
    own = next((s.refs[i].edtf for i in s.dates if e.head < i < behind), None)
    theirs = any(o.head < i < p.first for o, p in pairwise(row) if o is not e for i in s.dates)
    start, end = s.starts[e.first], s.ends[e.stop - 1]
    return replace(
        source, mode=e.mode, date=own or (None if theirs else source.date), start=start, end=end,
        object=s.words(_content(s, e), e.stop), count=None, organisations=ctx.organisations_in(start, end),
        rule="instrument.together.v1", because={**source.because, "actor": "who signed the papers beside it"},
    )  # fmt: skip
