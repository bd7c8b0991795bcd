"""Two reports of one instrument that name different signatories (§R17)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dragoman.codes.countries import folded
from dragoman.model.findings import Finding, Repair, Series
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.lexicons import read_lexicon
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.wording import listing

__all__ = ["named_signers", "signatory_findings"]

_WORD = re.compile(r"[^\W\d_]{3,}")
# Spellings of one name: "Karabayev" and "Karabaev" (assumed).
_SPELLING = 0.8
# Titles of one instrument share this part of their telling words (assumed).
_TITLE = 0.6
# How far behind its first mention a text may say who signed [characters] (assumed: one sentence).
_REACH = 300
# Offices that a country has one of: "minister" alone, deputies and ambassadors are many.
_ONE_HOLDER = re.compile(
    r"(?!deputy|vice|first|assistant|state)(?:[a-z'’&-]+ )+minister|minister (?:of|for) [a-z' ’,&-]+|president|chancellor",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    by: re.Pattern[str]
    active: re.Pattern[str]
    ends: re.Pattern[str]
    goes_on: re.Pattern[str]
    roles: frozenset[str]
    general: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Signed:
    statement: Statement
    span: Span
    title: frozenset[str]
    signers: tuple[str, ...]
    passage: str


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = read_lexicon("signatories.yaml")
    return _Words(
        re.compile(data["by"], re.IGNORECASE),
        re.compile(data["active"], re.IGNORECASE),
        re.compile(data["ends"], re.IGNORECASE),
        re.compile(data["goes_on"]),
        frozenset(data["roles"]),
        frozenset(data["general"]),
    )


def _name_in(chunk: str) -> str | None:
    """The name at the end of a run of capitalised words: ``Deputy Minister Aldar Sant`` is Aldar Sant."""
    runs: list[list[str]] = [[]]
    for token in chunk.split():
        bare = token.strip(",.’'\"“”")
        if bare[:1].isupper() and bare.casefold() not in _words().roles:
            runs[-1].append(bare)
        else:
            runs.append([])
    long = [r for r in runs if len(r) >= 2]
    return " ".join(long[-1][-2:]) if long else None


def named_signers(text: str) -> tuple[str, ...]:
    """Who a passage says signed, by name; empty where it names nobody.

    Examples
    --------
    >>> named_signers("The protocol was signed by Aldar Sant and, for Norway, by Petra Lind.")
    ('Aldar Sant', 'Petra Lind')
    """
    words = _words()
    found = words.by.search(text)
    if found is not None:
        stop = words.ends.search(text, found.end())
        part = text[found.end() : stop.start() if stop else len(text)]
    else:
        found = words.active.search(text)
        if found is None:
            return ()
        begins = max(text.rfind(". ", 0, found.start()), text.rfind("; ", 0, found.start())) + 1
        # "A signed for the one side and B for the other": the second stands behind the verb
        both = re.match(r"\s+(?:it\s+)?(?:for|on behalf of)\b", text[found.end() :])
        part = text[begins : len(text) if both else found.start()]
    chunks = re.split(r",|\band\b|\bby\b|\bfor\b|\bwith\b", part)
    names = [n for c in chunks if (n := _name_in(c)) is not None]
    return tuple(dict.fromkeys(names))


def _passage(s: Statement, texts: Mapping[str, str]) -> str:
    """The statement's own words, the rest of its sentence, and a next one that says who signed."""
    own = s.evidence.text
    behind = texts.get(s.evidence.document, "")[s.evidence.end : s.evidence.end + _REACH].split("\n")[0]
    if not behind:
        return own
    rest, _, after = behind.partition(". ")
    passage = own + rest
    if named_signers(own) or not _words().goes_on.search(after):
        return passage
    return f"{passage}. {after.partition('. ')[0]}"


def _signers(s: Statement, texts: Mapping[str, str]) -> tuple[tuple[str, ...], str]:
    """Who signed, and the words that say so."""
    for sentence in (s.evidence.text, *re.split(r"(?<=\.)\s+|;", _passage(s, texts))):
        found = named_signers(sentence)
        if found:
            return found, sentence
    return (), ""


def _title(s: Statement) -> frozenset[str]:
    names = {folded(w) for c in (*s.actor, *s.recipient) for w in _WORD.findall(party_words(c))}
    place = {folded(w) for w in _WORD.findall(s.place.name)} if s.place and s.place.name else set[str]()
    said = {folded(w) for w in _WORD.findall(s.object or "")}
    return frozenset(said - names - place - _words().general)


def _alike(a: str, b: str) -> bool:
    """Whether two spellings name one person."""
    one, other = folded(a).split(), folded(b).split()
    last = difflib.SequenceMatcher(None, one[-1], other[-1]).ratio()
    return last >= _SPELLING and (one[0][0] == other[0][0] or len(one) == 1 or len(other) == 1)


def _different(a: Sequence[str], b: Sequence[str]) -> tuple[str, str] | None:
    """The two names that stand in each other's place: all other signers are the same."""
    left = [x for x in a if not any(_alike(x, y) for y in b)]
    right = [y for y in b if not any(_alike(y, x) for x in a)]
    # With nobody in common the passages may name one side each.
    return (left[0], right[0]) if len(a) == len(b) == 2 and len(left) == len(right) == 1 else None


def _offices(signed: _Signed) -> dict[tuple[str, str], str]:
    """Who signed by country and office, where the office has one holder at a time."""
    s = signed.statement
    return {
        (p.country, p.role.casefold()): p.name
        for p in s.people
        if p.country in (*s.actor, *s.recipient)
        and p.role
        and _ONE_HOLDER.fullmatch(p.role)
        and any(_alike(p.name, name) for name in signed.signers)
    }


def _in_one_office(a: _Signed, b: _Signed) -> tuple[str, str] | None:
    """Two names for one office of one country that signed: that is one person on one day."""
    one, other = _offices(a), _offices(b)
    if a.span.days > 1 or b.span.days > 1:
        return None
    pairs = [(one[k], other[k]) for k in sorted(one.keys() & other.keys())]
    return next(((x, y) for x, y in pairs if not _alike(x, y)), None)


def signatory_findings(statements: Iterable[Statement], texts: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each two passages that name different signatories of one instrument."""
    told: dict[frozenset[str], list[_Signed]] = {}
    for s in sorted(statements, key=lambda s: s.id):
        span = span_of(s.date)
        if s.kind != "instrument" or s.status != "actual" or span is None:
            continue
        title, (signers, passage) = _title(s), _signers(s, texts)
        if title and signers:
            told.setdefault(frozenset((*s.actor, *s.recipient)), []).append(
                _Signed(s, span, title, signers, passage)
            )
    for signed in told.values():
        for a, b in combinations(signed, 2):
            shared = len(a.title & b.title) / min(len(a.title), len(b.title))
            if shared < _TITLE or not a.span.overlaps(b.span):
                continue
            apart = _different(a.signers, b.signers) or _in_one_office(a, b)
            if apart is not None:
                yield _finding(a, b, apart)


def _quote(passage: str) -> str:
    text = " ".join(passage.split())
    return f"“{text if len(text) <= 160 else text[:157] + '…'}”"


def _finding(a: _Signed, b: _Signed, apart: tuple[str, str]) -> Finding:
    one, other = a.statement, b.statement
    parties = sorted({*one.actor, *one.recipient})
    what = say(
        "{mode} of {listed} of {period}",
        mode=one.mode,
        listed=listing([party_words(p) for p in parties]),
        period=period_words(one.date),
    )
    repairs = (
        Repair(other.id, "value", apart[1], apart[0], say("{document} names {apart}", document=one.evidence.document, apart=apart[0])),
        Repair(one.id, "value", apart[0], apart[1], say("{document} names {apart}", document=other.evidence.document, apart=apart[1])),
        Repair(
            other.id, "reading", other.mode, say("another {mode}", mode=say(other.mode.replace("_", " "))),
            "several instruments may have been signed that day, or both may have put their names to it",
        ),
    )  # fmt: skip
    return Finding(
        "same",
        "conflict",
        Series(one.mode, parties[0], parties[1] if len(parties) > 1 else None, None, "signatory"),
        one.date,
        say(
            "The {what} is signed by {listed} in {quote} ({document}) and by {listed2} in {quote2} ({document2}): {apart} or {apart2} (§R17).",
            what=what,
            listed=listing(a.signers),
            quote=_quote(a.passage),
            document=one.evidence.document,
            listed2=listing(b.signers),
            quote2=_quote(b.passage),
            document2=other.evidence.document,
            apart=apart[0],
            apart2=apart[1],
        ),
        (one.id, other.id),
        repairs=repairs,
    )
