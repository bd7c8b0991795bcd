"""Stated and implied figures against official ones, with the single changes that would fit (§R13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from dragoman.model.findings import Finding, Observation, Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import in_a_row, say
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
from dragoman.reconciling.series import FISCAL, GATHERED, GOODS, WITH_SERVICES, Family, Node
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
        if c.family.scope.startswith((GATHERED, WITH_SERVICES)) or FISCAL in c.family.scope:
            continue  # official figures are of goods, and of what came in a period
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
    told = listing(sources)
    return say("{sources} has", sources=told) if len(sources) == 1 else say("{sources} have", sources=told)


def _band(anchor: Anchor) -> str:
    how = say("learnt from its vintages") if anchor.learnt else say("assumed")
    freight = (
        "" if anchor.mirrored is None else say(" and freight of 0 to 20% from the other side's figure (§R14)")
    )
    return say(
        "revision band of {number}% ({how}, §R13){freight}",
        number=f"{float(anchor.band) * 100:.3g}",
        how=how,
        freight=freight,
    )


def _gap(told: Interval, hull: Interval) -> str:
    """How far the nearest told value lies from the nearest official one."""
    if hull.high and told.low is not None and told.low > hull.high:
        return _gap_words(told.low / hull.high)
    if hull.low and told.high is not None and told.high < hull.low:
        return _gap_words(told.high / hull.low)
    return say("inside it")


def _gap_words(ratio: Fraction) -> str:
    """``5.4% below it``; from a factor of two on, how many times as much or how small a part."""
    if ratio >= 2:
        return say("{about} times as much as that", about=_about(ratio))
    if ratio <= Fraction(1, 2) and ratio:
        return say("less than that by a factor of {about}", about=_about(1 / ratio))
    return say(
        "{percent} {word} that",
        percent=percent(ratio, signed=False).lstrip("-"),
        word=say("above") if ratio > 1 else say("below"),
    )


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
    text = say(
        "{told}, and {has} {shown}",
        told=told_words(naming, c),
        has=_has(anchor.observations),
        shown=shown(anchor, unit),
    )
    if c.interval.meets(anchor.hull):
        text += say(", which lies inside{which_edition}", which_edition=_which_edition(c, anchors))
    elif holds:
        text += say(
            ": what is told is {gap}, within the {band}",
            gap=_gap(c.interval, anchor.hull),
            band=_band(anchor),
        )
    else:
        text += say(
            ": what is told is {gap}, beyond the {band}; {other_years}",
            gap=_gap(c.interval, anchor.hull),
            band=_band(anchor),
            other_years=_other_years(c, anchors),
        )
    text = in_a_row((text, _moved(c, anchors), "."))
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
    text = say(
        "{told}, but for the whole of {period} {has} {shown}: a period contains its parts (§R5), and what is told is {gap}, beyond the {band}.",
        told=told_words(naming, c),
        period=period_words(span),
        has=_has(whole.observations),
        shown=shown(whole, c.node.unit),
        gap=_gap(c.interval, whole.hull),
        band=_band(whole),
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
    return say(
        ": it is the edition of {as_of}, {amount}, revised to {amount2} as of {as_of2}",
        as_of=old.as_of or say("no date"),
        amount=amount(old.value, c.node.unit),
        amount2=amount(new.value, c.node.unit),
        as_of2=new.as_of,
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
    return say(
        "; officially the change on {period} is {percent}",
        period=period_words(last),
        percent=percent(Interval(low, high)),
    )


def _other_years(c: Claim, anchors: Anchors) -> str:
    """Which other official periods the figure fits."""
    spans = anchors.spans(c.family, c.node)
    fits = []
    for span in spans:
        anchor = own_anchor(c, anchors, span)
        if anchor is not None and span != c.node.span and c.interval.meets(anchor.widened):
            fits.append(period_words(span))
    if fits:
        return say("it fits the official figure of {listed}", listed=listing(fits))
    if len(spans) < 2:
        return say("no other official period is there to compare")
    return say(
        "it fits no official figure of {period} to {period2}",
        period=period_words(spans[0]),
        period2=period_words(spans[-1]),
    )


def _ratio(c: Claim, anchors: Anchors, naming: Naming) -> Finding | None:
    if c.base is None:
        return None
    if c.measure in ("difference", "balance"):
        return _difference(c, anchors, naming)
    found = anchors.ratio(c.family, c.node, c.base)
    if found is None:
        return None
    expected, now, then = found
    holds = c.interval.meets(expected)
    unit = c.node.unit
    used = tuple(dict.fromkeys(now.observations + then.observations))
    point = now.hull.over(then.hull)
    text = say(
        "{told}; {has} {shown} against {shown2}, that is {measured}",
        told=told_words(naming, c),
        has=_has(used),
        shown=shown(now, unit),
        shown2=shown(then, unit),
        measured=measured(c, point),
    )
    text += say(", which agrees.") if holds else say(": beyond the {band}.", band=_band(now))
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
        why = say("the official difference is {amount}", amount=amount(exact, unit))
        repairs = (Repair(c.id, "value", printed(c), ends, why),)
    return Finding(
        "official",
        "holds" if holds else "conflict",
        naming.series(c.family, c.node),
        c.node.span.edtf,
        say(
            "{told}; {has} {shown} against {shown2}, that is {amount}, {word} the {band}.",
            told=told_words(naming, c),
            has=_has(used),
            shown=shown(now, unit),
            shown2=shown(then, unit),
            amount=amount(exact, unit),
            word=say("within") if holds else say("beyond"),
            band=_band(now),
        ),
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
    text = say(
        "{series} in {period} {verb} to {amount}, from {claims}; {has} {shown}",
        series=series_words(series),
        period=period_words(i.node.span),
        verb=is_or_are(series, "comes", "come"),
        amount=amount(i.interval, i.node.unit),
        claims=claims_words(naming, i.claims),
        has=_has(anchor.observations),
        shown=shown(anchor, i.node.unit),
    )
    if i.interval.meets(anchor.hull):
        text += say(", inside it.")
    elif holds:
        text += say(
            ": what follows is {gap}, within the {band}.",
            gap=_gap(i.interval, anchor.hull),
            band=_band(anchor),
        )
    else:
        text += say(
            ": what follows is {gap}, beyond the {band}.",
            gap=_gap(i.interval, anchor.hull),
            band=_band(anchor),
        )
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
            say(
                "No official figure of {series} for {names} is loaded{in_other_units}; {command}.",
                series=series_words(series),
                names=names,
                in_other_units=_in_other_units(told, anchors),
                command=_command(family, [p.edtf for p in periods]),
            ),
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
        why = say(
            "it is the official figure of the whole of {period}: {shown}",
            period=period_words(span),
            shown=shown(whole, unit),
        )
        yield Repair(c.id, "period", c.node.span.edtf, span.edtf, why)
    for other in anchors.units(c.family, c.node.flow, c.node.product):
        anchor = anchors.at(c.family, c.node._replace(unit=other)) if other != unit else None
        if anchor is not None and c.interval.meets(anchor.hull):
            why = say("in {other} it fits the official {shown}", other=other, shown=shown(anchor, other))
            yield Repair(c.id, "reading", unit, other, why)


def _in_other_units(told: Sequence[Claim], anchors: Anchors) -> str:
    c = told[0]
    units = [u for u in anchors.units(c.family, c.node.flow, c.node.product) if u != c.node.unit]
    if not units or c.node.unit in anchors.units(c.family, c.node.flow, c.node.product):
        return ""
    return say(
        " in {unit}; there are figures in {listed}, which are not converted (§R12)",
        unit=c.node.unit,
        listed=listing(units),
    )


def _command(family: Family, periods: Sequence[str]) -> str:
    if family.group == GOODS and family.a and "+" not in family.a + family.b and not family.scope:
        years = sorted({y for p in periods for y in (p[:4], p.split("/")[-1][:4])})
        return say(
            "get it with: dragoman statistics fetch comtrade --reporter {a} --partner {b} --period {join}",
            a=family.a,
            b=family.b,
            join=",".join(years),
        )
    return say("load a table that has it with: dragoman statistics load FILE")
