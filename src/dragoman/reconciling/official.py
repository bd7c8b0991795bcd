"""Stated and implied figures against official ones, with the single changes that would fit (§R13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from dragoman.model.findings import Finding, Observation, Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.reconciling.anchors import Anchor, Anchors
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.implied import Implied
from dragoman.reconciling.periods import Span, shifted_or_none
from dragoman.reconciling.repairs import SCALES, direction_of, reading_of
from dragoman.reconciling.sentences import Naming, claim_words, claims_words, in_units, series_for
from dragoman.reconciling.series import GOODS, Family, Node
from dragoman.reconciling.wording import amount, factor, listing, percent, series_words

__all__ = ["official_findings", "unchecked_findings"]

_SHIFTS = (0, -1, 1, -2, 2)
_ONE = Fraction(1)


def official_findings(
    claims: Sequence[Claim], implied: Iterable[Implied], anchors: Anchors, naming: Naming
) -> list[Finding]:
    """A finding for each claim and implied value that some official figure bears on."""
    out = []
    refuted: set[str] = set()
    for c in claims:
        f = _level(c, anchors, naming) if c.measure == "level" else _ratio(c, anchors, naming)
        if f is not None:
            out.append(f)
            if f.verdict == "conflict":
                refuted.update(f.statements)
    for i in implied:
        # What rests on a refuted claim says nothing new.
        if not refuted & {c.id for c in i.claims}:
            found = _implied(i, anchors, naming)
            if found is not None:
                out.append(found)
    return out


def _sources(observations: Iterable[Observation]) -> str:
    return listing(sorted({o.source for o in observations}))


def _band(anchor: Anchor) -> str:
    how = "learnt from its vintages" if anchor.learnt else "assumed"
    freight = (
        "" if anchor.mirrored is None else " and freight of 0 to 20% from the other side's figure (§R14)"
    )
    return f"revision band of {float(anchor.band) * 100:.3g}% ({how}, §R13){freight}"


def _gap(told: Interval, hull: Interval) -> str:
    """How far the nearest told value lies from the nearest official one."""
    if hull.high and told.low is not None and told.low > hull.high:
        return f"{percent(told.low / hull.high)} against it"
    if hull.low and told.high is not None and told.high < hull.low:
        return f"{percent(told.high / hull.low)} against it"
    return "inside it"


def _distance(told: Interval, hull: Interval) -> Fraction:
    """The gap between two intervals as a share of the hull; zero where they meet."""
    if hull.high and told.low is not None and told.low > hull.high:
        return told.low / hull.high - 1
    if hull.low and told.high is not None and told.high < hull.low:
        return 1 - told.high / hull.low
    return Fraction(0)


def _shown(anchor: Anchor, unit: str) -> str:
    hull = anchor.hull
    if hull.low == hull.high and hull.low is not None:
        return amount(hull.low, unit)
    return amount(hull, unit)


def _anchor(c: Claim, anchors: Anchors, span: Span | None = None) -> Anchor | None:
    """The official figures for a claim, or for its series in another period, from the side that tells it."""
    anchor = anchors.at(c.family, c.node if span is None else c.node._replace(span=span))
    s = c.tellings[0]
    if anchor is None or s.mode not in ("exports", "imports") or len(s.actor) != 1:
        return anchor
    return anchor.seen_from(s.actor[0])


def _level(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    anchor = _anchor(c, anchors)
    if anchor is None:
        return None
    holds = c.interval.meets(anchor.widened)
    series = naming.series(c.family, c.node)
    unit = c.node.unit
    text = f"{claim_words(naming, c)} is told, {_sources(anchor.observations)} has {_shown(anchor, unit)}"
    if c.interval.meets(anchor.hull):
        text += ", inside what is told."
    elif holds:
        text += f": {_gap(c.interval, anchor.hull)}, within the {_band(anchor)}."
    else:
        text += f": {_gap(c.interval, anchor.hull)}, beyond the {_band(anchor)}; {_other_years(c, anchors)}."
    text += _moved(c, anchor, anchors)
    repairs = () if holds else _ranked([*_level_repairs(c, anchor, anchors)])
    return Finding(
        "official",
        "holds" if holds else "conflict",
        series,
        c.node.span.edtf,
        text,
        (c.id,),
        c.interval,
        anchor.widened,
        anchor.observations,
        repairs,
    )


def _moved(c: Claim, anchor: Anchor, anchors: Anchors) -> str:
    """What the text may not say: the official change on the year before."""
    last = shifted_or_none(c.node.span, -1)
    if last is None:
        return ""
    before = c.node._replace(span=last)
    found = anchors.ratio(c.family, c.node, before)
    if found is None:
        return ""
    change = found[1].hull.over(found[2].hull)
    if not change.low or not change.high or not found[2].hull.low:
        return ""
    shown = percent(change.low) if change.low == change.high else percent(change)
    return f" Officially it is {shown} on {before.span.edtf}."


def _other_years(c: Claim, anchors: Anchors) -> str:
    """Which other official periods the figure fits."""
    spans = anchors.spans(c.family, c.node)
    fits = []
    for span in spans:
        anchor = _anchor(c, anchors, span)
        if anchor is not None and span != c.node.span and c.interval.meets(anchor.widened):
            fits.append(span.edtf)
    if fits:
        return f"it fits {listing(fits)} of the official series"
    if len(spans) < 2:
        return "no other official period is there to compare"
    return f"it fits no official figure of {spans[0].edtf} to {spans[-1].edtf}"


def _printed(c: Claim) -> Any:
    value = c.tellings[0].value
    return plain_number(value) if value is not None else [plain_number(c.low), plain_number(c.high)]


Ranked = tuple[tuple[Any, ...], Repair]


def _ranked(repairs: Sequence[Ranked]) -> tuple[Repair, ...]:
    return tuple(r for _, r in sorted(repairs, key=lambda x: x[0]))


def _level_repairs(c: Claim, anchor: Anchor, anchors: Anchors) -> Iterator[Ranked]:
    unit = c.node.unit
    official = _shown(anchor, unit)
    for k, word in SCALES:
        scaled = Interval(None if c.low is None else c.low * k, None if c.high is None else c.high * k)
        if scaled.meets(anchor.widened):
            value = c.tellings[0].value
            scaled_value = None if value is None else plain_number(Fraction(value) * k)
            what = f"with the scale word {word!r}" if k > 1 else word
            yield (
                (0, 0, str(k)),
                Repair(c.id, "scale", _printed(c), scaled_value, f"{what} it fits the official {official}"),
            )
    swapped = direction_of(c)
    if swapped is not None:
        claim, before, after = swapped
        other = anchors.at(c.family, claim.node)
        if other is not None and c.interval.meets(other.widened):
            why = f"as goods from {after} it fits the official {_shown(other, unit)}"
            yield (1, 0, 0, ""), Repair(c.id, "direction", before, after, why)
    for years in _SHIFTS[1:]:
        span = shifted_or_none(c.node.span, years)
        if span is None:
            continue
        other = _anchor(c, anchors, span)
        if other is not None and c.interval.meets(other.widened):
            why = f"{span.edtf} fits: official {_shown(other, unit)}"
            yield (
                (2, _distance(c.interval, other.hull), abs(years), span.edtf),
                Repair(c.id, "period", c.node.span.edtf, span.edtf, why),
            )
    ends = [plain_number(anchor.hull.low), plain_number(anchor.hull.high)]
    yield (9, 0, 0, ""), Repair(c.id, "value", _printed(c), ends, f"the official figure is {official}")


def _told(c: Claim, i: Interval) -> str:
    if c.measure == "growth":
        return percent(i)
    if c.measure == "share":
        return percent(i + Interval(_ONE, _ONE)).replace("+", "")
    return factor(i)


def _ratio(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    if c.base is None:
        return None
    if c.measure == "difference":
        return _difference(c, anchors, naming)
    found = anchors.ratio(c.family, c.node, c.base)
    if found is None:
        return None
    expected, now, then = found
    holds = c.interval.meets(expected)
    unit = c.node.unit
    used = tuple(dict.fromkeys(now.observations + then.observations))
    point = now.hull.over(then.hull)
    text = (
        f"{claim_words(naming, c)} is told; {_sources(used)} has {_shown(now, unit)} against "
        f"{_shown(then, unit)}, that is {_told(c, point)}"
    )
    text += ", which agrees." if holds else f": beyond the {_band(now)}."
    repairs = () if holds else _ranked([*_ratio_repairs(c, point, anchors)])
    return Finding(
        "official",
        "holds" if holds else "conflict",
        series_for(naming, c),
        c.node.span.edtf,
        text,
        (c.id,),
        in_units(c, c.interval),
        in_units(c, expected),
        used,
        repairs,
    )


def _difference(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    assert c.base is not None
    now, then = anchors.at(c.family, c.node), anchors.at(c.family, c.base)
    if now is None or then is None:
        return None
    expected = now.widened - then.widened
    holds = c.interval.meets(expected)
    used = tuple(dict.fromkeys(now.observations + then.observations))
    return Finding(
        "official",
        "holds" if holds else "conflict",
        naming.series(c.family, c.node),
        c.node.span.edtf,
        f"{claim_words(naming, c)} is told; {_sources(used)} has {_shown(now, c.node.unit)} against "
        f"{_shown(then, c.node.unit)}, {'within' if holds else 'beyond'} the {_band(now)}.",
        (c.id,),
        c.interval,
        expected,
        used,
    )


def _ratio_repairs(c: Claim, point: Interval, anchors: Anchors) -> Iterator[Ranked]:
    assert c.base is not None
    before = f"{c.node.span.edtf} on {c.base.span.edtf}"
    if c.measure != "share":
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
                after = f"{node.span.edtf} on {base.span.edtf}"
                exact = found[1].hull.over(found[2].hull)
                # A year on the year before is what is printed most; then small shifts.
                apart = shifted_or_none(base.span, 1) != node.span
                why = f"{after} fits: officially {_told(c, exact)}"
                yield (2, apart, abs(d) + abs(b), after), Repair(c.id, "period", before, after, why)
    swapped = direction_of(c)
    if swapped is not None and swapped[0].base is not None:
        claim, one_way, other_way = swapped
        assert claim.base is not None
        found = anchors.ratio(c.family, claim.node, claim.base)
        if found is not None and c.interval.meets(found[0]):
            yield (
                (1, 0, 0, ""),
                Repair(
                    c.id,
                    "direction",
                    one_way,
                    other_way,
                    f"as goods from {other_way} it fits the official series",
                ),
            )
    for claim, shown, changed, what in reading_of(c):
        assert claim.base is not None
        found = anchors.ratio(c.family, claim.node, claim.base)
        if found is not None and claim.interval.meets(found[0]):
            yield (
                (0, 0, 0, ""),
                Repair(c.id, "reading", shown, changed, f"{what} it fits the official series"),
            )
    ends = in_units(c, point)
    yield (
        (9, 0, 0, ""),
        Repair(
            c.id,
            "value",
            _printed(c),
            [plain_number(ends.low), plain_number(ends.high)],
            f"officially {_told(c, point)}",
        ),
    )


def _implied(i: Implied, anchors: Anchors, naming: Naming) -> Finding | None:
    family = i.claims[0].family
    anchor = anchors.at(family, i.node)
    if anchor is None:
        return None
    holds = i.interval.meets(anchor.widened)
    series = naming.series(family, i.node)
    text = (
        f"{series_words(series)} in {i.node.span.edtf} follow at {amount(i.interval, i.node.unit)} from "
        f"{claims_words(naming, i.claims)}; {_sources(anchor.observations)} has {_shown(anchor, i.node.unit)}"
    )
    text += f", {_gap(i.interval, anchor.hull)}." if holds else f": beyond the {_band(anchor)}."
    return Finding(
        "official",
        "holds" if holds else "conflict",
        series,
        i.node.span.edtf,
        text,
        tuple(c.id for c in i.claims),
        i.interval,
        anchor.widened,
        anchor.observations,
    )


def unchecked_findings(claims: Sequence[Claim], anchors: Anchors, naming: Naming) -> Iterator[Finding]:
    """One finding for each series that is told and that no official figure bears on."""
    missing: dict[tuple[Family, str, str, str], list[Claim]] = {}
    for c in claims:
        if c.measure == "level" and anchors.at(c.family, c.node) is None:
            missing.setdefault((c.family, c.node.flow, c.node.product, c.node.unit), []).append(c)
    for (family, _, _, _), told in missing.items():
        node: Node = told[0].node
        periods = sorted({c.node.span for c in told})
        names = listing([p.edtf for p in periods])
        series = naming.series(family, node)
        yield Finding(
            "official",
            "unchecked",
            series,
            periods[0].edtf if len(periods) == 1 else f"{periods[0].edtf[:4]}/{periods[-1].edtf[-4:]}",
            f"No official figure of {series_words(series)} for {names} is loaded; "
            f"{_command(family, [p.edtf for p in periods])}.",
            tuple(sorted(c.id for c in told)),
            told[0].interval if len(told) == 1 else None,
        )


def _command(family: Family, periods: Sequence[str]) -> str:
    if family.group == GOODS and family.a and "+" not in family.a + family.b and not family.scope:
        years = sorted({y for p in periods for y in (p[:4], p.split("/")[-1][:4])})
        return (
            f"get it with: dragoman statistics fetch comtrade --reporter {family.a} --partner {family.b} "
            f"--period {','.join(years)}"
        )
    return "load a table that has it with: dragoman statistics load FILE"
