"""Superlatives and trends against a series: "a record", "highest since", "steady growth" (§R15)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from dragoman.model.findings import Finding, Observation, Repair
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.lexicons import NUMBER_WORDS, window_pattern
from dragoman.reconciling.periods import Span, shifted_or_none, span_of
from dragoman.reconciling.runs import Run, run_of, verdict_on
from dragoman.reconciling.sentences import Naming
from dragoman.reconciling.series import GOODS, Family
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.superlative_tellings import Told, superlatives_told
from dragoman.reconciling.wording import amount, listing, percent, series_words

__all__ = ["superlative_findings"]

# Years that "recent years" and "a consistent upward trend" reach back where no number is given (assumed).
_RECENT = 5


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
    levels: dict[tuple[Family, str, str, str], dict[Span, list[Claim]]] = {}
    for c in claims:
        if c.measure == "level":
            key = (c.family, c.node.flow, c.node.product, c.node.unit)
            levels.setdefault(key, {}).setdefault(c.node.span, []).append(c)
    out = []
    for told in superlatives_told(statements, claims, levels, anchors, texts or {}):
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


def _since(told: Told) -> int:
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
    told: Told,
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


def _command(told: Told) -> str:
    family, year = told.family, told.node.span.edtf[:4]
    if family.group != GOODS:
        return say("load a table that has it with: dragoman statistics load FILE")
    return say(
        "get it with: dragoman statistics fetch comtrade --reporter {a} --partner {b} --period {number}/{year}",
        a=family.a,
        b=family.b,
        number=int(year) - _RECENT + 1,
        year=year,
    )


def _extreme(told: Told, history: Mapping[Span, list[Claim]], anchors: Anchors, naming: Naming) -> Finding:
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
                ""
                if own is None
                else say(
                    ", and {amount} for {period} itself",
                    amount=amount(own, told.node.unit),
                    period=period_words(span),
                )
            )
            more = say("more") if highest else say("less")
            return _finding(
                told, naming, "conflict",
                say("{words} is told of {what} in {period}{printed}, but {name} has {more} in {period2}: {amount}{compared} (§R15).", words=repr(words), what=what, period=period_words(span), printed=_printed(told), name=name, more=more, period2=period_words(top), amount=amount(rivals[top], told.node.unit), compared=compared),
                (), used, Interval(rivals[top], None) if highest else Interval(None, rivals[top]),
            )  # fmt: skip
    rival = _told_rival(told, history, highest, since)
    if rival is not None:
        return _finding(
            told, naming, "conflict",
            say("{words} is told of {what} in {period}{printed}, but {period2} is told at {amount} (§R15).", words=repr(words), what=what, period=period_words(span), printed=_printed(told), period2=period_words(rival.node.span), amount=amount(rival.interval, told.node.unit)),
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
            say("{words} is told of {what} in {period}{printed}: no official figure of {period2} to {period3} is {word} (§R15).", words=repr(words), what=what, period=period_words(span), printed=_printed(told), period2=period_words(earlier[0]), period3=period_words(earlier[-1]), word=say('higher') if highest else say('lower')),
            (), _used(anchors, told, earlier),
        )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        say("{words} is told of {what} in {period}, and no official series of earlier years is loaded; {command}.", words=repr(words), what=what, period=period_words(span), command=_command(told)),
    )  # fmt: skip


def _phrase(told: Told) -> str:
    """The words of the superlative, without article."""
    return re.sub(r"^(?:['’]s|the|its|an?)\s+", "", told.match.group().strip(), flags=re.IGNORECASE)


def _printed(told: Told) -> str:
    return (
        say(" at {amount}", amount=amount(told.stated, told.node.unit))
        if told.stated and told.stated.bounded
        else ""
    )


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


def _told_rival(told: Told, history: Mapping[Span, list[Claim]], highest: bool, since: int) -> Claim | None:
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


def _used(anchors: Anchors, told: Told, spans: Iterable[Span]) -> list[Observation]:
    out: list[Observation] = []
    for span in spans:
        anchor = anchors.at(told.family, told.node._replace(span=span))
        if anchor is not None:
            out.extend(anchor.observations)
    return out


def _steady(told: Told, history: Mapping[Span, list[Claim]], anchors: Anchors, naming: Naming) -> Finding:
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
            shown = [
                say("{percent} in {period}", percent=percent(line[b] / line[a]), period=period_words(b))
                for a, b in falls
            ]
            return _finding(
                told, naming, "conflict",
                say("{words} is told of {what} up to {period}, but {name} has changes of {listed} (§R15).", words=repr(words), what=what, period=period_words(span), name=name, listed=listing(shown)),
                (), used,
            )  # fmt: skip
        if len(here) > 2:
            return _finding(
                told, naming, "holds",
                say("{words} is told of {what} up to {period}, and {name} has growth in each year of {period2} to {period3} (§R15).", words=repr(words), what=what, period=period_words(span), name=name, period2=period_words(here[1]), period3=period_words(here[-1])),
                (), _used(anchors, told, here),
            )  # fmt: skip
    here = [s for s in wanted if s in history]
    for a, b in itertools.pairwise(here):
        for old in history[a]:
            for new in history[b]:
                if old.low is not None and new.high is not None and new.high < old.low:
                    return _finding(
                        told, naming, "conflict",
                        say("{words} is told of {what}, but {period} is told at {amount} and {period2} at {amount2} (§R15).", words=repr(words), what=what, period=period_words(b), amount=amount(new.interval, told.node.unit), period2=period_words(a), amount2=amount(old.interval, told.node.unit)),
                        (old.id, new.id),
                    )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        say("{words} is told of {what}, and no official series is loaded; {command}.", words=repr(words), what=what, command=_command(told)),
    )  # fmt: skip


def _run(told: Told, run: Run, anchors: Anchors, naming: Naming) -> Finding:
    """Did it rise or fall so many years on end, or for the first time in so many?"""
    words, span = _phrase(told), told.node.span
    what = say(
        "{words} is told of {series} in {period}",
        words=repr(words),
        series=series_words(naming.series(told.family, told.node)),
        period=period_words(span),
    )
    for name, line in sorted(anchors.by_source(told.family, told.node).items()):
        verdict, changes = verdict_on(run, line, span)
        if verdict == "unchecked":
            continue
        used = _used(anchors, told, sorted({s for a, b, _ in changes for s in (a, b)}))
        shown = listing(
            [
                say("{percent} in {period}", percent=percent(ratio), period=period_words(b))
                for _, b, ratio in reversed(changes)
            ]
        )
        link = say("but") if verdict == "conflict" else say("and")
        return _finding(
            told,
            naming,
            verdict,
            say(
                "{what}, {link} {name} has changes of {shown} (§R15).",
                what=what,
                link=link,
                name=name,
                shown=shown,
            ),
            (),
            used,
        )
    return _finding(
        told,
        naming,
        "unchecked",
        say(
            "{what}, and no official series of so many years is loaded; {command}.",
            what=what,
            command=_command(told),
        ),
    )


def _rank(told: Told, anchors: Anchors, naming: Naming) -> Finding:
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
        known = say(
            "of the {count} partners of {party} with official figures for {period}",
            count=len(line),
            party=party_words(reporter),
            period=period_words(span),
        )
        used = [
            o
            for o in anchors
            if o.series.reporter == reporter
            and o.series.partner in {partner, *ahead[:rank]}
            and span_of(o.period) == span
        ]
        if len(ahead) >= rank:
            shown = listing(
                [
                    say("{party} ({amount})", party=party_words(p), amount=amount(line[p], told.node.unit))
                    for p in ahead[:rank]
                ]
            )
            return _finding(
                told, naming, "conflict",
                say("{words} is told of {party}, but {known} {shown} trade more than {party} ({amount}) (§R15).", words=repr(words), party=party_words(partner), known=known, shown=shown, amount=amount(line[partner], told.node.unit)),
                (), used,
            )  # fmt: skip
        return _finding(
            told, naming, "unchecked",
            say("{words} is told of {party}, and {known} {count} trade more: not refuted, and not proved without all partners (§R15).", words=repr(words), party=party_words(partner), known=known, count=len(ahead)),
            (), used,
        )  # fmt: skip
    return _finding(
        told, naming, "unchecked",
        say("{words} is told, and no official figures by partner are loaded; load them with: dragoman statistics load FILE.", words=repr(words)),
    )  # fmt: skip
