"""Official figures of a pair side by side: sources, reporters, vintages, and how far they differ (§S6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dragoman.model.findings import Observation
from dragoman.model.intervals import Interval
from dragoman.statistics.mirrors import Estimate, Flow, Gap, estimate, flow_of, histories, mirror_gap
from dragoman.statistics.revisions import RevisionBand, latest_vintages, revision_bands

__all__ = ["FlowRow", "Total", "compare", "totals"]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """All official figures of one flow in one period. One row per (flow, period).

    Parameters
    ----------
    reports : tuple of Observation
        Every source and vintage, seller's reports first.
    hull : Interval
        Least and greatest last vintage [units].
    spread : Fraction or None
        Greatest last vintage over least, less one [-]; None where the least is zero.
    gap : Gap or None
        Sides against each other, last vintages (their medians where sources differ); None where
        one side is missing.
    estimate : Estimate
        What the flow may have been, FOB.
    bands : tuple of RevisionBand
        Of the sources that report.
    """

    flow: Flow
    period: str
    reports: tuple[Observation, ...]
    hull: Interval
    spread: Fraction | None
    gap: Gap | None
    estimate: Estimate
    bands: tuple[RevisionBand, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Turnover of a pair by one source and reporter: exports plus imports, exact [units]."""

    reporter: str
    partner: str
    source: str
    unit: str
    period: str
    exports: Decimal
    imports: Decimal

    @property
    def value(self) -> Decimal:
        """Exports plus imports, no digit lost."""
        return Decimal(_plain(Fraction(self.exports) + Fraction(self.imports)))


def _plain(value: Fraction) -> str:
    """A sum of decimals as decimal text, exact whatever the context's precision."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole = str(int(value * 10**digits)).rjust(digits + 1, "0")
    return f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole


def compare(observations: Iterable[Observation], one: str, other: str) -> list[FlowRow]:
    """The official figures of both flows between two areas, by flow, product and period.

    All observations given serve to learn revision bands and reporters' reliability.
    """
    every = list(observations)
    bands, known = revision_bands(every), histories(every)
    told: dict[tuple[Flow, str], list[Observation]] = {}
    for o in every:
        flow = flow_of(o)
        if flow is not None and {flow.seller, flow.buyer} == {one, other}:
            told.setdefault((flow, o.period), []).append(o)
    rows = []
    for (flow, period), found in sorted(told.items(), key=lambda kv: _order(kv[0], one)):
        last = latest_vintages(found)
        sold = [o.value for o in last if o.series.indicator == "exports"]
        imports = [o for o in last if o.series.indicator == "imports"]
        bought = [o.value for o in imports if o.valuation != "FOB"]
        free = [o.value for o in imports if o.valuation == "FOB"]
        likely = estimate(flow, period, sold, bought, known, bought_fob=free)
        assert likely is not None
        values = [Fraction(o.value) for o in last]
        used = {o.source: bands[o.source] for o in last}
        rows.append(
            FlowRow(
                flow,
                period,
                tuple(sorted(found, key=lambda o: (o.series.indicator, o.source, o.as_of or ""))),
                Interval(min(values), max(values)),
                max(values) / min(values) - 1 if min(values) else None,
                _gap(sold, bought, free, list(used.values())),
                likely,
                tuple(used[s] for s in sorted(used)),
            )
        )
    return rows


def _order(key: tuple[Flow, str], one: str) -> tuple[object, ...]:
    flow, period = key
    return (flow.product or "", flow.unit, flow.seller != one, flow.seller, period)


def _middle(values: list[Decimal]) -> Fraction:
    ordered = sorted(Fraction(v) for v in values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _gap(
    sold: list[Decimal], bought: list[Decimal], free: list[Decimal], bands: list[RevisionBand]
) -> Gap | None:
    """Sides against each other; imports valued FOB speak only where there are no others."""
    if not sold or not (bought or free):
        return None
    revision = bands[0].factor
    for band in bands[1:]:
        revision = revision | band.factor
    no_freight = None if bought else Interval(Fraction(1), Fraction(1))
    return mirror_gap(_middle(sold), _middle(bought or free), cif_fob=no_freight, revision=revision)


def totals(observations: Iterable[Observation], one: str, other: str) -> list[Total]:
    """Turnover by source and reporter, from last vintages of all goods; only where both flows are there."""
    parts: dict[tuple[str, str, str, str, str], dict[str, Decimal]] = {}
    for o in latest_vintages(observations):
        s = o.series
        if s.product is None and s.partner is not None and {s.reporter, s.partner} == {one, other}:
            key = (o.period, o.source, s.reporter, s.partner, s.unit)
            parts.setdefault(key, {})[s.indicator] = o.value
    return [
        Total(reporter, partner, source, unit, period, sides["exports"], sides["imports"])
        for (period, source, reporter, partner, unit), sides in sorted(parts.items())
        if {"exports", "imports"} <= set(sides)
    ]
