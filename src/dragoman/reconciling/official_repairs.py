"""Single changes after which a figure fits the official ones: for findings against official series (§R13, §R19)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from dragoman.model.findings import Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.anchors import Anchor, Anchors
from dragoman.reconciling.claims import Claim, nature_of
from dragoman.reconciling.periods import Span, shifted_or_none, year_of, year_span
from dragoman.reconciling.precision import scale_words
from dragoman.reconciling.repairs import SCALES, direction_of, reading_of
from dragoman.reconciling.sentences import flow_words, in_units, measured
from dragoman.reconciling.series import GOODS
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.wording import amount

__all__ = ["best_first", "distance", "level_repairs", "own_anchor", "ratio_repairs", "shown"]

Ranked = tuple[tuple[Any, ...], Repair]

_SHIFTS = (0, -1, 1, -2, 2)
# Years that a sum told as one year may run over (assumed: "since 2005" is the longest seen).
_MOST_YEARS = 20
# Scale words that may hide behind a per cent sign.
_UNITS = (Fraction(10**6), Fraction(10**9), Fraction(10**3))


def shown(anchor: Anchor, unit: str) -> str:
    """The official value in words, or the range of several."""
    hull = anchor.hull
    if hull.low == hull.high and hull.low is not None:
        return amount(hull.low, unit)
    return amount(hull, unit)


def own_anchor(c: Claim, anchors: Anchors, span: Span | None = None) -> Anchor | None:
    """The official figures for a claim, or for its series in another period, from the side that tells it."""
    anchor = anchors.at(c.family, c.node if span is None else c.node._replace(span=span))
    s = c.tellings[0]
    if anchor is None or s.mode not in ("exports", "imports") or len(s.actor) != 1:
        return anchor
    return anchor.seen_from(s.actor[0])


def distance(told: Interval, hull: Interval) -> Fraction:
    """The gap between two intervals as a share of the hull; zero where they meet."""
    if hull.high and told.low is not None and told.low > hull.high:
        return told.low / hull.high - 1
    if hull.low and told.high is not None and told.high < hull.low:
        return 1 - told.high / hull.low
    return Fraction(0)


def best_first(repairs: Sequence[Ranked]) -> tuple[Repair, ...]:
    """The repairs in the order of their ranks, each once."""
    ordered = (replace(r, confirmed=r.kind != "value") for _, r in sorted(repairs, key=lambda x: x[0]))
    return tuple({(r.kind, str(r.after)): r for r in reversed([*ordered])}.values())[::-1]


def printed(c: Claim) -> Any:
    """The value as printed, or the ends where none is."""
    value = c.tellings[0].value
    return plain_number(value) if value is not None else [plain_number(c.low), plain_number(c.high)]


def level_repairs(c: Claim, anchor: Anchor, anchors: Anchors) -> Iterator[Ranked]:
    """Changes of a level that is refuted, each with its rank."""
    unit = c.node.unit
    official = shown(anchor, unit)
    value = c.tellings[0].value
    for k, _ in SCALES:
        scaled = Interval(None if c.low is None else c.low * k, None if c.high is None else c.high * k)
        if value is not None and scaled.meets(anchor.widened):
            why = say(
                "{scale} it fits the official {official}",
                scale=scale_words(c.tellings[0], k),
                official=official,
            )
            yield (
                (0, Fraction(0), 0, str(k)),
                Repair(c.id, "scale", printed(c), plain_number(Fraction(value) * k), why),
            )
    swapped = direction_of(c)
    if swapped is not None:
        claim, before, after = swapped
        other = anchors.at(c.family, claim.node)
        if other is not None and c.interval.meets(other.widened):
            why = say(
                "as goods from {way} it fits the official {shown}", way=_way(after), shown=shown(other, unit)
            )
            yield (1, distance(c.interval, other.hull), 0, ""), Repair(c.id, "direction", before, after, why)
    yield from _other_flows(c, anchors)
    yield from _other_periods(c, anchors)
    ends = [plain_number(anchor.hull.low), plain_number(anchor.hull.high)]
    yield (
        (9, Fraction(0), 0, ""),
        Repair(c.id, "value", printed(c), ends, say("the official figure is {official}", official=official)),
    )


def _way(direction: str) -> str:
    one, other = direction.split(" to ")
    return say("{party} to {party2}", party=party_words(one), party2=party_words(other))


def _other_flows(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    """Turnover told as exports, exports told as turnover, all goods told as one product."""
    if c.family.group != GOODS or not c.family.a:
        return
    told = flow_words(c.family, c.node.flow)
    for flow in "TXM":
        # From one way to the other is a matter of direction.
        if (flow == c.node.flow) or {flow, c.node.flow} == {"X", "M"}:
            continue
        other = anchors.at(c.family, c.node._replace(flow=flow))
        if other is not None and c.interval.meets(other.widened):
            name = flow_words(c.family, flow)
            why = say("as {name} it fits the official {shown}", name=name, shown=shown(other, c.node.unit))
            yield (
                (1, distance(c.interval, other.hull), 1, flow),
                Repair(c.id, "reading", told, name, why),
            )
    if c.node.product:
        other = anchors.at(c.family, c.node._replace(product=""))
        if other is not None and c.interval.meets(other.widened):
            goods = c.node.product.split("|", 1)[-1]
            why = say(
                "as {told} of all goods it fits the official {shown}",
                told=told,
                shown=shown(other, c.node.unit),
            )
            yield (
                (1, distance(c.interval, other.hull), 2, ""),
                Repair(c.id, "reading", goods, say("all goods"), why),
            )


def _other_periods(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    """A year or two earlier or later; a sum of years, or a part of the year, told as the year."""
    for years in _SHIFTS[1:]:
        span = shifted_or_none(c.node.span, years)
        other = own_anchor(c, anchors, span) if span is not None else None
        if span is not None and other is not None and c.interval.meets(other.widened):
            why = say("{fits}: official {shown}", fits=_fits(span), shown=shown(other, c.node.unit))
            rank = (2, distance(c.interval, other.hull), abs(years), span.edtf)
            yield rank, Repair(c.id, "period", c.node.span.edtf, span.edtf, why)
    for span in _wider_and_narrower(c, anchors):
        other = own_anchor(c, anchors, span)
        # Of so many periods one may come near by chance: these must fit as printed.
        if other is not None and c.interval.meets(other.hull):
            why = say("{fits}: official {shown}", fits=_fits(span), shown=shown(other, c.node.unit))
            rank = (3, Fraction(0), abs(span.days - c.node.span.days), span.edtf)
            yield rank, Repair(c.id, "period", c.node.span.edtf, span.edtf, why)


def _fits(span: Span) -> str:
    return say("{period} fits", period=period_words(span))


def _wider_and_narrower(c: Claim, anchors: Anchors) -> Iterator[Span]:
    """Sums of years that end with the year, the year around a part of it, and the parts that are known."""
    first, last = year_of(c.node.span)
    if nature_of(c) == "flow":
        for n in range(2, _MOST_YEARS + 1):
            yield Span(year_span(last - n + 1).first, year_span(last).last)
        whole = Span(year_span(first).first, year_span(last).last)
        if whole != c.node.span:
            yield whole
        yield from anchors.parts(c.family, c.node)


def ratio_repairs(c: Claim, point: Interval, anchors: Anchors) -> Iterator[Ranked]:
    """Changes of a growth, multiple or share that is refuted, each with its rank."""
    assert c.base is not None
    yield from _other_readings(c, anchors)
    if c.measure != "share":
        yield from _other_years(c, anchors)
        yield from _mixed_editions(c, anchors)
    swapped = direction_of(c)
    if swapped is not None and swapped[0].base is not None:
        claim, one_way, other_way = swapped
        assert claim.base is not None
        found = anchors.ratio(c.family, claim.node, claim.base)
        if found is not None and c.interval.meets(found[0]):
            why = say("as goods from {way} it fits the official series", way=_way(other_way))
            yield (1, Fraction(0), 0, ""), Repair(c.id, "direction", one_way, other_way, why)
    ends = in_units(c, point)
    yield (
        (9, Fraction(0), 0, ""),
        Repair(
            c.id, "value", printed(c), [_rounded(ends.low), _rounded(ends.high)],
            say("officially {measured}", measured=measured(c, point)),
        ),
    )  # fmt: skip


def _rounded(x: Fraction | None) -> int | float | None:
    """An official ratio to four decimals: it is worked out, not printed."""
    return None if x is None else plain_number(Fraction(round(x * 10_000), 10_000))


def _other_readings(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    assert c.base is not None
    for claim, before, after, what in reading_of(c):
        assert claim.base is not None
        found = anchors.ratio(c.family, claim.node, claim.base)
        if found is not None and claim.interval.meets(found[0]):
            yield (
                (0, Fraction(0), 0, str(after)),
                Repair(c.id, "reading", before, after, say("{what} it fits the official series", what=what)),
            )
    yield from _as_level(c, anchors)
    if c.family.group != GOODS or not c.family.a or c.measure in ("share", "balance"):
        return
    for flow in "TXM":
        if flow == c.node.flow or {flow, c.node.flow} == {"X", "M"}:
            continue
        found = anchors.ratio(c.family, c.node._replace(flow=flow), c.base._replace(flow=flow))
        # The band alone would let every small growth pass: it must fit as printed.
        exact = None if found is None else found[1].hull.over(found[2].hull)
        if exact is not None and c.interval.meets(exact):
            name = flow_words(c.family, flow)
            yield (
                (1, Fraction(0), 1, flow),
                Repair(
                    c.id, "reading", flow_words(c.family, c.node.flow), name,
                    say("told of {name} it fits: officially {measured}", name=name, measured=measured(c, exact)),
                ),
            )  # fmt: skip


def _as_level(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    """A per cent sign where an amount is meant, and a share told as growth."""
    anchor = own_anchor(c, anchors)
    value = c.tellings[0].value
    if anchor is None or value is None or c.measure not in ("growth", "share") or value <= 0:
        return
    told = in_units(c, c.interval)
    for k in _UNITS:
        level = Interval(
            None if told.low is None else told.low * k, None if told.high is None else told.high * k
        )
        if level.meets(anchor.hull):
            after = plain_number(Fraction(value) * k)
            why = say(
                "as an amount and not per cent it fits the official {shown}", shown=shown(anchor, c.node.unit)
            )
            yield (1, Fraction(0), 2, ""), Repair(c.id, "reading", f"{value}%", after, why)
    whole = anchors.at(c.family, c.node._replace(flow="T", product=""))
    if c.measure == "growth" and whole is not None and whole.hull.low and c.node.flow in "XM":
        share = anchor.hull.over(whole.hull)
        part = Interval(*(None if x is None else x / 100 for x in (told.low, told.high)))
        if part.meets(share):
            why = say(
                "as a share of turnover it fits: officially {measured}",
                measured=measured(replace(c, measure="share"), share),
            )
            yield (
                (1, Fraction(0), 3, ""),
                Repair(c.id, "reading", say("growth"), say("share of turnover"), why),
            )


def _other_years(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    assert c.base is not None
    before = say("{period} on {base}", period=c.node.span.edtf, base=c.base.span.edtf)
    for d in _SHIFTS:
        for b in _SHIFTS:
            span, old = shifted_or_none(c.node.span, d), shifted_or_none(c.base.span, b)
            if span is None or old is None:
                continue
            node, base = c.node._replace(span=span), c.base._replace(span=old)
            if (d, b) == (0, 0) or base.span.first >= node.span.first:
                continue
            found = anchors.ratio(c.family, node, base)
            if found is None or not c.interval.meets(found[0]):
                continue
            after = say("{period} on {base}", period=node.span.edtf, base=base.span.edtf)
            exact = found[1].hull.over(found[2].hull)
            # A year on the year before is what is printed most; then small shifts.
            apart = shifted_or_none(base.span, 1) != node.span
            why = say(
                "{period} on {period2} fits: officially {measured}",
                period=period_words(span),
                period2=period_words(old),
                measured=measured(c, exact),
            )
            rank = (2, Fraction(not c.interval.meets(exact)), 10 * apart + abs(d) + abs(b), after)
            yield rank, Repair(c.id, "period", before, after, why)


def _mixed_editions(c: Claim, anchors: Anchors) -> Iterator[Ranked]:
    """A final figure held against a preliminary one, or the other way about."""
    assert c.base is not None
    paired = {(a.as_of, a.name, b.as_of) for a, b in anchors.paired(c.family, c.node, c.base)}
    for top in anchors.editions(c.family, c.node):
        for bottom in anchors.editions(c.family, c.base):
            if top.name != bottom.name or (top.as_of, top.name, bottom.as_of) in paired or not bottom.value:
                continue
            ratio = top.value / bottom.value
            if ratio not in c.interval:
                continue
            now, then = period_words(c.node.span), period_words(c.base.span)
            unit = c.node.unit
            why = say(
                "it is {now} as of {as_of} ({amount}) against {then} as of {as_of2} ({amount2}): one of them preliminary, the other final",
                now=now,
                as_of=top.as_of or say("no date"),
                amount=amount(top.value, unit),
                then=then,
                as_of2=bottom.as_of or say("no date"),
                amount2=amount(bottom.value, unit),
            )
            latest = anchors.paired(c.family, c.node, c.base)[-1]
            right = in_units(
                c, Interval(latest[0].value / latest[1].value, latest[0].value / latest[1].value)
            )
            yield (
                (1, Fraction(0), 5, top.as_of + bottom.as_of),
                Repair(c.id, "vintage", printed(c), _rounded(right.low), why),
            )
