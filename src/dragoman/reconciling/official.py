"""Stated and implied figures against official ones, with the single changes that would fit (§R13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from dragoman.model.findings import Finding, Observation, Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.reconciling.anchors import Anchor, Anchors, Edition
from dragoman.reconciling.claims import Claim, nature_of
from dragoman.reconciling.implied import Implied
from dragoman.reconciling.official_repairs import (
    best_first,
    level_repairs,
    own_anchor,
    printed,
    ratio_repairs,
    shown,
)
from dragoman.reconciling.periods import shifted_or_none
from dragoman.reconciling.sentences import (
    Naming,
    claims_words,
    in_units,
    measured,
    series_for,
    told_words,
)
from dragoman.reconciling.series import GOODS, Family, Node
from dragoman.reconciling.spoken import is_or_are, period_words
from dragoman.reconciling.wording import amount, listing, percent, series_words

# Days of the longest year: a sum of years is compared with no sum of years before.
_YEAR = 366

__all__ = ["official_findings", "unchecked_findings"]


def official_findings(
    claims: Sequence[Claim], implied: Iterable[Implied], anchors: Anchors, naming: Naming
) -> list[Finding]:
    """A finding for each claim and implied value that some official figure bears on."""
    if not anchors:
        return []
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


def _has(observations: Iterable[Observation]) -> str:
    sources = sorted({o.source for o in observations})
    return f"{listing(sources)} {'has' if len(sources) == 1 else 'have'}"


def _band(anchor: Anchor) -> str:
    how = "learnt from its vintages" if anchor.learnt else "assumed"
    freight = (
        "" if anchor.mirrored is None else " and freight of 0 to 20% from the other side's figure (§R14)"
    )
    return f"revision band of {float(anchor.band) * 100:.3g}% ({how}, §R13){freight}"


def _gap(told: Interval, hull: Interval) -> str:
    """How far the nearest told value lies from the nearest official one."""
    if hull.high and told.low is not None and told.low > hull.high:
        return _gap_words(told.low / hull.high)
    if hull.low and told.high is not None and told.high < hull.low:
        return _gap_words(told.high / hull.low)
    return "inside it"


def _gap_words(ratio: Fraction) -> str:
    """``5.4% below it``; from a factor of two on, how many times as much or how small a part."""
    if ratio >= 2:
        return f"{_about(ratio)} times as much as that"
    if ratio <= Fraction(1, 2) and ratio:
        return f"less than that by a factor of {_about(1 / ratio)}"
    return f"{percent(ratio).lstrip('+-')} {'above' if ratio > 1 else 'below'} that"


def _about(ratio: Fraction) -> str:
    size = float(ratio)
    return (
        f"{size:.2g}"
        if size < 10
        else f"{round(size, 1 - len(str(int(size)))):,.0f}"
        if size > 1000
        else f"{size:.0f}"
    )


def _level(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    anchor = own_anchor(c, anchors)
    if anchor is None:
        return _within_longer(c, anchors, naming)
    holds = c.interval.meets(anchor.widened)
    unit = c.node.unit
    text = f"{told_words(naming, c)}, and {_has(anchor.observations)} {shown(anchor, unit)}"
    if c.interval.meets(anchor.hull):
        text += f", which lies inside{_which_edition(c, anchors)}"
    elif holds:
        text += f": what is told is {_gap(c.interval, anchor.hull)}, within the {_band(anchor)}"
    else:
        text += (
            f": what is told is {_gap(c.interval, anchor.hull)}, beyond the {_band(anchor)}; "
            f"{_other_years(c, anchors)}"
        )
    text += f"{_moved(c, anchors)}."
    repairs = () if holds else best_first([*level_repairs(c, anchor, anchors)])
    return Finding(
        "official",
        "holds" if holds else "conflict",
        naming.series(c.family, c.node),
        c.node.span.edtf,
        text,
        (c.id,),
        c.interval,
        anchor.widened,
        anchor.observations,
        repairs,
    )


def _within_longer(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    """A part of a year without official figure of its own: it is no more than the whole year."""
    if nature_of(c) != "flow" or c.low is None:
        return None
    found = anchors.around(c.family, c.node)
    if found is None:
        return None
    span, whole = found
    if whole.widened.high is None or c.low <= whole.widened.high:
        return None
    text = (
        f"{told_words(naming, c)}, but for the whole of {period_words(span)} {_has(whole.observations)} "
        f"{shown(whole, c.node.unit)}: a period contains its parts (§R5), and what is told is "
        f"{_gap(c.interval, whole.hull)}, beyond the {_band(whole)}."
    )
    repairs = [r for r in level_repairs(c, whole, anchors) if r[1].kind != "value"]
    return Finding(
        "official",
        "conflict",
        naming.series(c.family, c.node),
        c.node.span.edtf,
        text,
        (c.id,),
        c.interval,
        Interval(Fraction(0), whole.widened.high),
        whole.observations,
        best_first(repairs),
    )


def _which_edition(c: Claim, anchors: Anchors) -> str:
    """Where only an older edition of a source has what is told: which, and what it was revised to."""
    newest: dict[str, Edition] = {}
    fits: dict[str, Edition] = {}
    for e in anchors.editions(c.family, c.node):
        newest[e.name] = e
        if e.value in c.interval:
            fits[e.name] = e
    if not fits or any(newest[name] == e for name, e in fits.items()):
        return ""
    name = sorted(fits)[0]
    old, new = fits[name], newest[name]
    return (
        f": it is the edition of {old.as_of or 'no date'}, {amount(old.value, c.node.unit)}, revised to "
        f"{amount(new.value, c.node.unit)} as of {new.as_of}"
    )


def _moved(c: Claim, anchors: Anchors) -> str:
    """What the text may not say: the official change on the year before."""
    last = shifted_or_none(c.node.span, -1)
    if last is None or c.node.span.days > _YEAR:
        return ""
    before = c.node._replace(span=last)
    pairs = anchors.paired(c.family, c.node, before)
    newest = {top.name: top.value / bottom.value for top, bottom in pairs}
    if not newest:
        return ""
    low, high = min(newest.values()), max(newest.values())
    return f"; officially the change on {period_words(last)} is {percent(Interval(low, high))}"


def _other_years(c: Claim, anchors: Anchors) -> str:
    """Which other official periods the figure fits."""
    spans = anchors.spans(c.family, c.node)
    fits = []
    for span in spans:
        anchor = own_anchor(c, anchors, span)
        if anchor is not None and span != c.node.span and c.interval.meets(anchor.widened):
            fits.append(period_words(span))
    if fits:
        return f"it fits the official figure of {listing(fits)}"
    if len(spans) < 2:
        return "no other official period is there to compare"
    return f"it fits no official figure of {period_words(spans[0])} to {period_words(spans[-1])}"


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
        f"{told_words(naming, c)}; {_has(used)} {shown(now, unit)} against {shown(then, unit)}, "
        f"that is {measured(c, point)}"
    )
    text += ", which agrees." if holds else f": beyond the {_band(now)}."
    repairs = () if holds else best_first([*ratio_repairs(c, point, anchors)])
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
    exact = now.hull - then.hull
    unit = c.node.unit
    repairs: tuple[Repair, ...] = ()
    if not holds:
        ends = [plain_number(exact.low), plain_number(exact.high)]
        why = f"the official difference is {amount(exact, unit)}"
        repairs = (Repair(c.id, "value", printed(c), ends, why),)
    return Finding(
        "official",
        "holds" if holds else "conflict",
        naming.series(c.family, c.node),
        c.node.span.edtf,
        f"{told_words(naming, c)}; {_has(used)} {shown(now, unit)} against {shown(then, unit)}, that is "
        f"{amount(exact, unit)}, {'within' if holds else 'beyond'} the {_band(now)}.",
        (c.id,),
        c.interval,
        expected,
        used,
        repairs,
    )


def _implied(i: Implied, anchors: Anchors, naming: Naming) -> Finding | None:
    family = i.claims[0].family
    anchor = anchors.at(family, i.node)
    if anchor is None:
        return None
    holds = i.interval.meets(anchor.widened)
    series = naming.series(family, i.node)
    text = (
        f"{series_words(series)} in {period_words(i.node.span)} {is_or_are(series, 'comes', 'come')} to "
        f"{amount(i.interval, i.node.unit)}, from {claims_words(naming, i.claims)}; {_has(anchor.observations)} "
        f"{shown(anchor, i.node.unit)}"
    )
    if i.interval.meets(anchor.hull):
        text += ", inside it."
    elif holds:
        text += f": what follows is {_gap(i.interval, anchor.hull)}, within the {_band(anchor)}."
    else:
        text += f": what follows is {_gap(i.interval, anchor.hull)}, beyond the {_band(anchor)}."
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
            if anchors and _within_longer(c, anchors, naming) is not None:
                continue
            goods = c.node.product.split("#", 1)[0]
            missing.setdefault((c.family, c.node.flow, goods, c.node.unit), []).append(c)
    for (family, _, _, _), told in missing.items():
        node: Node = told[0].node
        periods = sorted({c.node.span for c in told})
        names = listing([period_words(p) for p in periods])
        series = naming.series(family, node)
        repairs = [r for c in told for r in _year_meant(c, anchors)]
        yield Finding(
            "official",
            "unchecked",
            series,
            periods[0].edtf
            if len(periods) == 1
            else f"{periods[0].edtf[:4]}/{periods[-1].edtf.split('/')[-1][:4]}",
            f"No official figure of {series_words(series)} for {names} is loaded"
            f"{_in_other_units(told, anchors)}; {_command(family, [p.edtf for p in periods])}.",
            tuple(sorted(c.id for c in told)),
            told[0].interval if len(told) == 1 else None,
            repairs=tuple(repairs),
        )


def _year_meant(c: Claim, anchors: Anchors) -> Iterator[Repair]:
    """A part of a year told at the very figure of the year, or an amount in the other currency."""
    if not anchors or nature_of(c) != "flow":
        return
    unit = c.node.unit
    found = anchors.around(c.family, c.node)
    if found is not None and c.interval.meets(found[1].hull):
        span, whole = found
        why = f"it is the official figure of the whole of {period_words(span)}: {shown(whole, unit)}"
        yield Repair(c.id, "period", c.node.span.edtf, span.edtf, why)
    for other in anchors.units(c.family, c.node.flow, c.node.product):
        anchor = anchors.at(c.family, c.node._replace(unit=other)) if other != unit else None
        if anchor is not None and c.interval.meets(anchor.hull):
            why = f"in {other} it fits the official {shown(anchor, other)}"
            yield Repair(c.id, "reading", unit, other, why)


def _in_other_units(told: Sequence[Claim], anchors: Anchors) -> str:
    c = told[0]
    units = [u for u in anchors.units(c.family, c.node.flow, c.node.product) if u != c.node.unit]
    if not units or c.node.unit in anchors.units(c.family, c.node.flow, c.node.product):
        return ""
    return f" in {c.node.unit}; there are figures in {listing(units)}, which are not converted (§R12)"


def _command(family: Family, periods: Sequence[str]) -> str:
    if family.group == GOODS and family.a and "+" not in family.a + family.b and not family.scope:
        years = sorted({y for p in periods for y in (p[:4], p.split("/")[-1][:4])})
        return (
            f"get it with: dragoman statistics fetch comtrade --reporter {family.a} --partner {family.b} "
            f"--period {','.join(years)}"
        )
    return "load a table that has it with: dragoman statistics load FILE"
