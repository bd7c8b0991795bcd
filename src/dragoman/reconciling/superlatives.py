"""Superlatives and trends against a series: "a record", "highest since", "steady growth" (§R15)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from dragoman.model.findings import Finding, Observation, Repair
from dragoman.model.intervals import Interval
from dragoman.model.statements import Evidence, Statement
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.lexicons import NUMBER_WORDS, Phrase, superlative_phrases, window_pattern
from dragoman.reconciling.periods import Span, shifted_or_none, span_of
from dragoman.reconciling.precision import interval_of
from dragoman.reconciling.runs import Run, run_of, verdict_on
from dragoman.reconciling.sentences import Naming
from dragoman.reconciling.series import GOODS, Family, Node, family_of, flow_of, product_key
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.wording import amount, listing, percent, series_words

__all__ = ["superlative_findings"]

_ONE_WAY = re.compile(r"\b(?:exports?|imports?)\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(r"\b(?:trade|turnover)\b", re.IGNORECASE)
_TRADE = re.compile(r"\b(?:trade|turnover|exports?|imports?)\b", re.IGNORECASE)
# Years that "recent years" and "a consistent upward trend" reach back where no number is given (assumed).
_RECENT = 5
# How far behind a figure its sentence may say what record it is [characters] (assumed).
_TAIL = 120
# How far a trend without trade words may stand from the trade figure it is about [characters] (assumed).
_REACH = 300
# Kinds that a sentence without figure may tell of the pair that is spoken of.
_TRENDS = ("steady", "run", "first")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]*)*[.!?]?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A superlative as told: its phrase, the quantity, and what its statement prints for it."""

    statement: Statement
    phrase: Phrase
    match: re.Match[str]
    family: Family
    node: Node
    stated: Interval | None


def superlative_findings(
    statements: Iterable[Statement],
    claims: Sequence[Claim],
    anchors: Anchors,
    naming: Naming,
    texts: Mapping[str, str] | None = None,
) -> list[Finding]:
    """A finding for each superlative or trend told of a figure, checked where a series is there.

    Parameters
    ----------
    texts : mapping, optional
        Texts by document name: "a consistent upward trend" often stands in a sentence of its
        own that no statement carries.
    """
    statements = [*statements]
    tails = _tails(statements, texts or {})
    statements += _trends(statements, texts or {})
    levels: dict[tuple[Family, str, str, str], dict[Span, list[Claim]]] = {}
    for c in claims:
        if c.measure == "level":
            key = (c.family, c.node.flow, c.node.product, c.node.unit)
            levels.setdefault(key, {}).setdefault(c.node.span, []).append(c)
    latest = _latest(claims)
    out = []
    for told in _found(statements, levels, latest, anchors, tails):
        key = (told.family, told.node.flow, told.node.product, told.node.unit)
        history = levels.get(key, {})
        if told.phrase.kind in ("highest", "lowest"):
            out.append(_extreme(told, history, anchors, naming))
        elif told.phrase.kind == "steady":
            out.append(_steady(told, history, anchors, naming))
        elif told.phrase.kind in ("run", "first"):
            run = run_of(told.match, told.phrase.kind, told.node.span)
            if run is not None:
                out.append(_run(told, run, anchors, naming))
        else:
            out.append(_rank(told, anchors, naming))
    return out


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


def _found(
    statements: Sequence[Statement],
    levels: Mapping[tuple[Family, str, str, str], object],
    latest: Mapping[tuple[str, Family], Span],
    anchors: Anchors,
    tails: Mapping[str, str],
) -> Iterator[_Told]:
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
    levels: Mapping[tuple[Family, str, str, str], object],
    latest: Mapping[tuple[str, Family], Span],
    anchors: Anchors,
) -> _Told | None:
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
    return _Told(s, phrase, match, family, Node(flow, product, unit, span), interval_of(s) if level else None)


def _year(year: int) -> Span:
    return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


def _since(told: _Told) -> int:
    """First day from which periods count, as an ordinal; 0 where all do."""
    groups = told.match.groupdict()
    year = groups.get("since") or groups.get("since2")
    if year:
        return date(int(year) + 1, 1, 1).toordinal()
    years = groups.get("years")
    if years:
        n = NUMBER_WORDS.get(years.casefold()) or int(years)
        early = shifted_or_none(told.node.span, -n)
        return early.first if early else 0
    return 0


def _finding(
    told: _Told,
    naming: Naming,
    verdict: str,
    because: str,
    statements: Sequence[str] = (),
    observations: Sequence[Observation] = (),
    expected: Interval | None = None,
    repairs: tuple[Repair, ...] = (),
) -> Finding:
    return Finding(
        "superlative",
        verdict,
        naming.series(told.family, told.node),
        told.node.span.edtf,
        because,
        (told.statement.id, *(i for i in statements if i != told.statement.id)),
        told.stated,
        expected,
        tuple(dict.fromkeys(observations)),
        repairs,
    )


def _command(told: _Told) -> str:
    family, year = told.family, told.node.span.edtf[:4]
    if family.group != GOODS:
        return "load a table that has it with: dragoman statistics load FILE"
    return (
        f"get it with: dragoman statistics fetch comtrade --reporter {family.a} --partner {family.b} "
        f"--period {int(year) - _RECENT + 1}/{year}"
    )


def _extreme(told: _Told, history: Mapping[Span, list[Claim]], anchors: Anchors, naming: Naming) -> Finding:
    """Is it the highest (lowest) of all earlier periods that some series has?"""
    highest = told.phrase.kind == "highest"
    since, span = _since(told), told.node.span
    what = series_words(naming.series(told.family, told.node))
    words = _phrase(told)
    for name, line in sorted(anchors.by_source(told.family, told.node).items()):
        rivals = {s: v for s, v in line.items() if since <= s.first < span.first}
        if not rivals:
            continue
        top = (
            max(rivals, key=lambda s: (rivals[s], s))
            if highest
            else min(rivals, key=lambda s: (rivals[s], s))
        )
        own = line.get(span)
        if _beats(rivals[top], told.stated, own, highest, anchors.band):
            used = _used(anchors, told, [top, *([span] if own is not None else [])])
            compared = (
                "" if own is None else f", and {amount(own, told.node.unit)} for {period_words(span)} itself"
            )
            more = "more" if highest else "less"
            return _finding(
                told, naming, "conflict",
                f"{words!r} is told of {what} in {period_words(span)}"
                f"{_printed(told)}, but {name} has {more} in {period_words(top)}: "
                f"{amount(rivals[top], told.node.unit)}{compared} (§R15).",
                (), used, Interval(rivals[top], None) if highest else Interval(None, rivals[top]),
            )  # fmt: skip
    rival = _told_rival(told, history, highest, since)
    if rival is not None:
        return _finding(
            told, naming, "conflict",
            f"{words!r} is told of {what} in {period_words(span)}{_printed(told)}, but {period_words(rival.node.span)} is told at "
            f"{amount(rival.interval, told.node.unit)} (§R15).",
            (rival.id,), (), Interval(rival.low, None) if highest else Interval(None, rival.high),
        )  # fmt: skip
    earlier = sorted(
        {
            s
            for line in anchors.by_source(told.family, told.node).values()
            for s in line
            if s.first < span.first and s.first >= since
        }
    )
    if earlier:
        return _finding(
            told, naming, "holds",
            f"{words!r} is told of {what} in {period_words(span)}{_printed(told)}: no official figure of {period_words(earlier[0])} "
            f"to {period_words(earlier[-1])} is {'higher' if highest else 'lower'} (§R15).",
            (), _used(anchors, told, earlier),
        )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        f"{words!r} is told of {what} in {period_words(span)}, and no official series of earlier years is loaded; {_command(told)}.",
    )  # fmt: skip


def _phrase(told: _Told) -> str:
    """The words of the superlative, without article."""
    return re.sub(r"^(?:['’]s|the|its|an?)\s+", "", told.match.group().strip(), flags=re.IGNORECASE)


def _printed(told: _Told) -> str:
    return f" at {amount(told.stated, told.node.unit)}" if told.stated and told.stated.bounded else ""


def _beats(
    rival: Fraction, stated: Interval | None, own: Fraction | None, highest: bool, band: Fraction
) -> bool:
    """Whether an earlier value takes the superlative away.

    Within one source values compare as they are, since a source revises all alike; beside a
    text's figure alone an official value must stand out by the revision band (§R15).
    """
    if own is not None:
        beaten = rival > own if highest else rival < own
        # A stated value that beats the rival although the source's does not is official's business.
        if stated is None or not beaten:
            return beaten
        end = stated.low if highest else stated.high
        return end is None or (rival > end if highest else rival < end)
    if stated is None:
        return False
    if highest:
        return stated.high is not None and rival * (1 - band) > stated.high
    return stated.low is not None and rival * (1 + band) < stated.low


def _told_rival(told: _Told, history: Mapping[Span, list[Claim]], highest: bool, since: int) -> Claim | None:
    if told.stated is None:
        return None
    for span in sorted(history):
        if not since <= span.first < told.node.span.first or abs(span.days - told.node.span.days) > 3:
            continue
        for c in history[span]:
            if highest and c.low is not None and told.stated.high is not None and c.low > told.stated.high:
                return c
            if (
                not highest
                and c.high is not None
                and told.stated.low is not None
                and c.high < told.stated.low
            ):
                return c
    return None


def _used(anchors: Anchors, told: _Told, spans: Iterable[Span]) -> list[Observation]:
    out: list[Observation] = []
    for span in spans:
        anchor = anchors.at(told.family, told.node._replace(span=span))
        if anchor is not None:
            out.extend(anchor.observations)
    return out


def _steady(told: _Told, history: Mapping[Span, list[Claim]], anchors: Anchors, naming: Naming) -> Finding:
    """Did it grow in each period of the window?"""
    words, span = _phrase(told), told.node.span
    text = f"{told.statement.evidence.text} {told.statement.object or ''}"
    window = window_pattern().search(text)
    years = (
        _RECENT if window is None else NUMBER_WORDS.get(window["years"].casefold()) or int(window["years"])
    )
    wanted = [s for k in range(years, -1, -1) if (s := shifted_or_none(span, -k)) is not None]
    what = series_words(naming.series(told.family, told.node))
    for name, line in sorted(anchors.by_source(told.family, told.node).items()):
        here = [s for s in wanted if s in line]
        falls = [
            (a, b) for a, b in itertools.pairwise(here) if line[b] < line[a] and shifted_or_none(a, 1) == b
        ]
        if falls:
            used = _used(anchors, told, sorted({s for pair in falls for s in pair}))
            shown = [f"{percent(line[b] / line[a])} in {period_words(b)}" for a, b in falls]
            return _finding(
                told, naming, "conflict",
                f"{words!r} is told of {what} up to {period_words(span)}, but {name} has changes of {listing(shown)} (§R15).",
                (), used,
            )  # fmt: skip
        if len(here) > 2:
            return _finding(
                told, naming, "holds",
                f"{words!r} is told of {what} up to {period_words(span)}, and {name} has growth in each year of "
                f"{period_words(here[1])} to {period_words(here[-1])} (§R15).",
                (), _used(anchors, told, here),
            )  # fmt: skip
    here = [s for s in wanted if s in history]
    for a, b in itertools.pairwise(here):
        for old in history[a]:
            for new in history[b]:
                if old.low is not None and new.high is not None and new.high < old.low:
                    return _finding(
                        told, naming, "conflict",
                        f"{words!r} is told of {what}, but {period_words(b)} is told at {amount(new.interval, told.node.unit)} "
                        f"and {period_words(a)} at {amount(old.interval, told.node.unit)} (§R15).",
                        (old.id, new.id),
                    )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        f"{words!r} is told of {what}, and no official series is loaded; {_command(told)}.",
    )  # fmt: skip


def _run(told: _Told, run: Run, anchors: Anchors, naming: Naming) -> Finding:
    """Did it rise or fall so many years on end, or for the first time in so many?"""
    words, span = _phrase(told), told.node.span
    what = (
        f"{words!r} is told of {series_words(naming.series(told.family, told.node))} in {period_words(span)}"
    )
    for name, line in sorted(anchors.by_source(told.family, told.node).items()):
        verdict, changes = verdict_on(run, line, span)
        if verdict == "unchecked":
            continue
        used = _used(anchors, told, sorted({s for a, b, _ in changes for s in (a, b)}))
        shown = listing([f"{percent(ratio)} in {period_words(b)}" for _, b, ratio in reversed(changes)])
        link = "but" if verdict == "conflict" else "and"
        return _finding(
            told, naming, verdict, f"{what}, {link} {name} has changes of {shown} (§R15).", (), used
        )
    return _finding(
        told,
        naming,
        "unchecked",
        f"{what}, and no official series of so many years is loaded; {_command(told)}.",
    )


def _rank(told: _Told, anchors: Anchors, naming: Naming) -> Finding:
    """How many partners of a country trade more with it than the one that is ranked?"""
    groups = told.match.groupdict()
    word = (groups.get("rank") or "").casefold()
    said = told.statement.value if told.statement.measure == "rank" else None
    rank = (
        int(said)
        if said
        else 1
        if groups.get("top")
        else NUMBER_WORDS.get(word) or int(re.sub(r"\D", "", word) or 1)
    )
    span = told.node.span
    words = _phrase(told)
    for reporter, partner in ((told.family.a, told.family.b), (told.family.b, told.family.a)):
        line = anchors.partners(reporter, told.node.unit, span)
        if partner not in line or len(line) < 2:
            continue
        ahead = sorted((p for p, v in line.items() if v > line[partner]), key=lambda p: -line[p])
        known = f"of the {len(line)} partners of {party_words(reporter)} with official figures for {period_words(span)}"
        used = [
            o
            for o in anchors
            if o.series.reporter == reporter
            and o.series.partner in {partner, *ahead[:rank]}
            and span_of(o.period) == span
        ]
        if len(ahead) >= rank:
            shown = listing([f"{party_words(p)} ({amount(line[p], told.node.unit)})" for p in ahead[:rank]])
            return _finding(
                told, naming, "conflict",
                f"{words!r} is told of {party_words(partner)}, but {known} {shown} trade more than {party_words(partner)} "
                f"({amount(line[partner], told.node.unit)}) (§R15).",
                (), used,
            )  # fmt: skip
        return _finding(
            told, naming, "unchecked",
            f"{words!r} is told of {party_words(partner)}, and {known} {len(ahead)} trade more: not refuted, and not proved "
            "without all partners (§R15).",
            (), used,
        )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        f"{words!r} is told, and no official figures by partner are loaded; load them with: dragoman statistics load FILE.",
    )  # fmt: skip
