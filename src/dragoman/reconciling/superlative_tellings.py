"""Where a text tells a superlative or a trend, and of which quantity: its phrase, figure and period (§R15)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.intervals import Interval
from dragoman.model.statements import Evidence, Statement
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.lexicons import Phrase, superlative_phrases
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.precision import interval_of
from dragoman.reconciling.series import GOODS, Family, Node, family_of, flow_of, product_key

__all__ = ["Levels", "Told", "superlatives_told"]

Levels = Mapping[tuple[Family, str, str, str], Mapping[Span, Sequence[Claim]]]

_ONE_WAY = re.compile(r"\b(?:exports?|imports?)\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(r"\b(?:trade|turnover)\b", re.IGNORECASE)
_TRADE = re.compile(r"\b(?:trade|turnover|exports?|imports?)\b", re.IGNORECASE)
# How far behind a figure its sentence may say what record it is [characters] (assumed).
_TAIL = 120
# How far a trend without trade words may stand from the trade figure it is about [characters] (assumed).
_REACH = 300
# Kinds that a sentence without figure may tell of the pair that is spoken of.
_TRENDS = ("steady", "run", "first")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?]?")


@dataclass(frozen=True, slots=True)
class Told:
    """A superlative as told: its phrase, the quantity, and what its statement prints for it."""

    statement: Statement
    phrase: Phrase
    match: re.Match[str]
    family: Family
    node: Node
    stated: Interval | None


def _trends(statements: Sequence[Statement], texts: Mapping[str, str]) -> list[Statement]:
    """The turnover statement next to each trend that a text tells, with the trend as its evidence.

    A trend is about the pair of the nearest trade figure of its document, in the same sentence
    or within `_REACH` characters; one with trade words in it may be further.
    """
    told: dict[str, list[Statement]] = {}
    for s in statements:
        if s.kind == "figure" and s.mode in ("trade", "exports", "imports") and s.evidence.document in texts:
            told.setdefault(s.evidence.document, []).append(s)
    out = []
    tails = _tails(statements, texts)
    for document, near in sorted(told.items()):
        for sentence in _SENTENCE.finditer(texts[document]):
            words = sentence.group()
            if not any(p.kind in _TRENDS and p.find(words) for p in superlative_phrases()):
                continue
            if any(_carries(s, sentence, tails) for s in near):
                continue
            spoken = _spoken_of(near, sentence, len(texts[document]))
            if spoken is None:
                continue
            s = spoken
            evidence = Evidence(document, sentence.start(), sentence.end(), words)
            parties = tuple(sorted({*s.actor, *s.recipient}))
            one_way = s.mode != "trade" and _ONE_WAY.search(words) and not _BOTH_WAYS.search(words)
            mode, actor, recipient = (s.mode, s.actor, s.recipient) if one_way else ("trade", parties, ())
            out.append(
                replace(
                    s, mode=mode, actor=actor, recipient=recipient, date=None, status="actual", measure="growth",
                    value=None, low=None, high=None, unit="percent", base=None, product=None, evidence=evidence,
                )
            )  # fmt: skip
    return out


# What may stand between a figure and a phrase set beside it: ", the highest level in history".
_BESIDE = re.compile(r"[\s,–—-]*(?:(?:the|its|an?)\s+)?$", re.IGNORECASE)


# An amount right behind a phrase: "the record $8.2 billion".
_AMOUNT = re.compile(r"\s(?:of\s)?(?:US|A|C)?[$€£¥]\s?(\d[\d.,]*)")


def _set_beside(statements: Iterable[Statement], tails: Mapping[str, str]) -> dict[tuple[str, int], str]:
    """Where a phrase stands right behind a figure, and which figure: it is told of no other."""
    out: dict[tuple[str, int], str] = {}
    for s in statements:
        tail = tails.get(s.id, "")
        for phrase in superlative_phrases() if len(tail) > len(s.evidence.text) else ():
            match = phrase.find(tail)
            own = len(s.evidence.text)
            if match is not None and match.start() >= own and _BESIDE.match(tail[own : match.start()]):
                out[s.evidence.document, s.evidence.start + match.start()] = s.id
    return out


def _set_beside_another(s: Statement, match: re.Match[str], taken: Mapping[tuple[str, int], str]) -> bool:
    return taken.get((s.evidence.document, s.evidence.start + match.start()), s.id) != s.id


def _of_another_amount(s: Statement, match: re.Match[str], tail: str) -> bool:
    """Whether a phrase opens an amount that is not this figure's: "less than the record $8.2 billion of 2022"."""
    amount = _AMOUNT.match(tail if tail.startswith(match.string) else match.string, match.end())
    if s.measure != "level" or s.value is None:
        return amount is not None
    digits = f"{abs(s.value):f}".replace(".", "").strip("0")
    return amount is not None and re.sub(r"\D", "", amount[1]).strip("0") != digits


def _of_another_flow(s: Statement, words: str) -> bool:
    """Whether words behind a figure speak of another flow than it: turnover behind imports."""
    one_way = {w.lower().rstrip("s") + "s" for w in _ONE_WAY.findall(words)}
    if s.mode == "trade":
        return bool(one_way) and not _BOTH_WAYS.search(words)
    return bool(_BOTH_WAYS.search(words)) or bool(one_way - {s.mode})


def _carries(s: Statement, sentence: re.Match[str], tails: Mapping[str, str]) -> bool:
    """Whether a figure of the sentence has the trend in its own words: then it is told of that figure."""
    text = f"{s.evidence.text} {tails.get(s.id, '')}"
    return _apart(s, sentence) == 0 and any(p.kind in _TRENDS and p.find(text) for p in superlative_phrases())


def _spoken_of(near: Sequence[Statement], sentence: re.Match[str], everywhere: int) -> Statement | None:
    """The nearest figure that a trend without figure may be about; one way where it speaks of one way."""
    words = sentence.group()
    ways = {w.lower().rstrip("s") + "s" for w in _ONE_WAY.findall(words)}
    if ways and not _BOTH_WAYS.search(words):
        near = [s for s in near if {s.mode} == ways]
    reach = everywhere if _TRADE.search(words) else _REACH
    best = min(near, key=lambda s: (_apart(s, sentence), s.id), default=None)
    return best if best is not None and _apart(best, sentence) <= reach else None


def _tails(statements: Sequence[Statement], texts: Mapping[str, str]) -> Mapping[str, str]:
    """A figure's words with the rest of its sentence, up to the next figure: "..., the highest since 2019"."""
    starts: dict[str, list[int]] = {}
    for s in statements:
        if s.kind == "figure" and s.evidence.document in texts:
            starts.setdefault(s.evidence.document, []).append(s.evidence.start)
    out = {}
    for s in statements:
        if s.kind != "figure" or s.evidence.document not in texts:
            continue
        text, end = texts[s.evidence.document], s.evidence.end
        sentence = _SENTENCE.match(text, end)
        if sentence is None or text[s.evidence.start : end] != s.evidence.text:
            continue
        stop = min((n for n in starts[s.evidence.document] if n >= end), default=len(text))
        tail = text[end : min(sentence.end(), stop, end + _TAIL)]
        if not _of_another_flow(s, tail):
            out[s.id] = s.evidence.text + tail
    return out


def _apart(s: Statement, sentence: re.Match[str]) -> int:
    """Characters between a statement's evidence and a sentence; zero where they overlap."""
    return max(0, s.evidence.start - sentence.end(), sentence.start() - s.evidence.end)


def _latest(claims: Sequence[Claim]) -> Mapping[tuple[str, Family], Span]:
    """The last year told of a family in each document: where its trends end."""
    out: dict[tuple[str, Family], Span] = {}
    for c in claims:
        for s in c.tellings:
            key = (s.evidence.document, c.family)
            if key not in out or c.node.span.last > out[key].last:
                out[key] = c.node.span
    return out


def superlatives_told(
    statements: Iterable[Statement],
    claims: Sequence[Claim],
    levels: Levels,
    anchors: Anchors,
    texts: Mapping[str, str],
) -> Iterator[Told]:
    """Each superlative or trend told of a figure, once; ``levels`` are those of the claims by series."""
    statements = [*statements]
    tails = _tails(statements, texts)
    statements += _trends(statements, texts)
    latest = _latest(claims)
    seen: set[tuple[object, ...]] = set()
    said: dict[tuple[object, ...], str] = {}
    taken = _set_beside(statements, tails)
    # A level tells more than the multiple or growth printed in the same sentence.
    for s in sorted(
        statements,
        key=lambda s: (s.measure != "level", s.evidence.document, s.evidence.start, s.evidence.end, s.id),
    ):
        figure = s.kind == "figure" and s.mode in (
            "trade",
            "exports",
            "imports",
            "investment",
            "cargo",
            "visitors",
        )
        if s.status not in ("actual", "target") or not (figure or _TRADE.search(s.evidence.text)):
            continue
        text = f"{s.evidence.text} {s.object or ''}"
        for phrase in superlative_phrases():
            match = phrase.find(text) or (phrase.find(tails[s.id]) if figure and s.id in tails else None)
            if match is not None and (
                _set_beside_another(s, match, taken) or _of_another_amount(s, match, tails.get(s.id, ""))
            ):
                continue
            if match is None or (s.status == "target" and phrase.kind != "steady"):
                continue
            if not figure and (len({*s.actor, *s.recipient}) != 2 or phrase.kind in ("highest", "lowest")):
                continue
            told = _told(s, phrase, match, figure, levels, latest, anchors)
            if told is None:
                continue
            if told.phrase.kind in ("run", "first"):
                # Printed once, a run is told of the first level behind it, not of those it is compared with.
                at = s.evidence.start + match.start()
                if (
                    figure
                    and said.setdefault((s.evidence.document, at, told.family, told.node.flow), s.id) != s.id
                ):
                    continue
            key = (s.evidence.document, told.phrase.kind, told.family, told.node)
            if key not in seen:
                seen.add(key)
                yield told


def _told(
    s: Statement,
    phrase: Phrase,
    match: re.Match[str],
    figure: bool,
    levels: Levels,
    latest: Mapping[tuple[str, Family], Span],
    anchors: Anchors,
) -> Told | None:
    if figure:
        family = family_of(s)
        flow, product = flow_of(s, family), product_key(s.product)
    else:
        a, b = sorted({*s.actor, *s.recipient})
        family, flow, product = Family(GOODS, a, b), "T", ""
    span = span_of(s.date) if s.status == "actual" else None
    if span is None:
        span = latest.get((s.evidence.document, family))
    if span is None and phrase.kind in (*_TRENDS, "rank"):
        spans = anchors.spans(
            family, Node(flow, product, next(iter(anchors.units(family, flow, product)), "USD"), _year(2000))
        )
        span = spans[-1] if spans else None
    if span is None:
        return None
    level = figure and s.measure == "level" and s.status == "actual"
    unit = (
        s.unit
        if level and s.unit
        else next((k[3] for k in levels if k[:3] == (family, flow, product)), None)
        or next(iter(anchors.units(family, flow, product)), "USD")
    )
    return Told(s, phrase, match, family, Node(flow, product, unit, span), interval_of(s) if level else None)


def _year(year: int) -> Span:
    return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
