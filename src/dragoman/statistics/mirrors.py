"""Mirror flows: what one side sold beside what the other bought, with a spread, never a point (§S6-§S9).

The estimate follows the idea of CEPII's BACI (Gaulier and Zignago 2010): imports are brought from
CIF to FOB, and both reports are averaged by the reliability of their reporters. BACI fits freight
and reliability to the trade of the whole world; with one pair's totals that cannot be done, so
that freight is a published interval and reliability the pair's own history.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dragoman.model.findings import Observation
from dragoman.model.intervals import Interval
from dragoman.statistics.constants import constant
from dragoman.statistics.revisions import latest_vintages

__all__ = ["Estimate", "Flow", "Gap", "History", "estimate", "flow_of", "freight", "histories", "mirror_gap"]

Number = Decimal | Fraction | int


@dataclass(frozen=True, slots=True)
class Gap:
    """Two reports of one flow held against each other.

    Parameters
    ----------
    ratio : Fraction or None
        Imports over exports [-]; None where exports are zero.
    allowed : Interval
        Ratios that freight, and revisions where given, explain [-].
    verdict : str
        ``agrees`` (inside the band of freight), ``revision`` (inside once revisions are allowed
        for) or ``conflict``.
    """

    ratio: Fraction | None
    allowed: Interval
    verdict: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Goods that go from a seller to a buyer in a unit. One row per flow."""

    seller: str
    buyer: str
    product: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class History:
    """How far the two reports of a flow lay apart in the periods that both sides report.

    Parameters
    ----------
    gaps : tuple of (str, float)
        Period, and natural logarithm of imports over exports less that of the freight factor [-].
    """

    gaps: tuple[tuple[str, float], ...]

    def without(self, period: str) -> History:
        """The history of the other periods: a period is no witness to itself."""
        return History(tuple(g for g in self.gaps if g[0] != period))

    @property
    def typical(self) -> float | None:
        """The median absolute gap [-]; None with fewer periods than are needed (§S8)."""
        if len(self.gaps) < constant("history", "needed"):
            return None
        return statistics.median(abs(g) for _, g in self.gaps)

    @property
    def widest(self) -> float | None:
        """The largest absolute gap [-]; None with fewer periods than are needed (§S8)."""
        if len(self.gaps) < constant("history", "needed"):
            return None
        return max(abs(g) for _, g in self.gaps)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a flow may have been, FOB, in units: always an interval.

    Parameters
    ----------
    interval : Interval
        What the reports and their usual distance leave open; an end may be open.
    centre : Fraction
        Weighted mean of the reports, imports brought to FOB by the centre of the band.
    weight : Fraction or None
        Share of the seller's report in the centre [-]; None where only one side reports.
    typical : float or None
        Median absolute ln ratio of the flow's other periods [-]; None where too few are known.
    because : str
        How the interval came about.
    """

    interval: Interval
    centre: Fraction
    weight: Fraction | None
    typical: float | None
    because: str


def freight() -> Interval:
    """Imports CIF over exports FOB [-]; source in ``data/statistics/constants.toml``."""
    return Interval(Fraction(constant("cif_fob", "low")), Fraction(constant("cif_fob", "high")))


def mirror_gap(
    exports: Number,
    imports: Number,
    *,
    cif_fob: Interval | None = None,
    revision: Interval | None = None,
) -> Gap:
    """Compare what the seller reports with what the buyer reports, one flow and one period.

    Parameters
    ----------
    exports : Decimal, Fraction or int
        The seller's exports, FOB [units, unscaled].
    imports : Decimal, Fraction or int
        The buyer's imports, CIF [same units].
    cif_fob : Interval, optional
        Imports over exports that freight and insurance explain [-]; default `freight`.
    revision : Interval, optional
        What becomes of a first figure, last vintage over first [-]; either report may move by it.

    Returns
    -------
    Gap
        Ratio, the ratios allowed, and the verdict (§S6).

    Examples
    --------
    >>> mirror_gap(Decimal("303600000"), Decimal("321800000")).verdict
    'agrees'
    >>> gap = mirror_gap(100, 125, revision=Interval(Fraction(1), Fraction(106, 100)))
    >>> gap.verdict, gap.ratio
    ('revision', Fraction(5, 4))
    """
    band = cif_fob or freight()
    if not exports:
        return Gap(None, band, "agrees" if not imports else "conflict")
    ratio = Fraction(imports) / Fraction(exports)
    if ratio in band:
        return Gap(ratio, band, "agrees")
    if revision is not None:
        band = band.times(revision).over(revision) | band
    return Gap(ratio, band, "revision" if ratio in band else "conflict")


def flow_of(o: Observation) -> Flow | None:
    """The flow that an observation of exports or imports reports; None for other indicators."""
    s = o.series
    if s.partner is None or s.indicator not in ("exports", "imports"):
        return None
    seller, buyer = (s.reporter, s.partner) if s.indicator == "exports" else (s.partner, s.reporter)
    return Flow(seller, buyer, s.product, s.unit)


def histories(observations: Iterable[Observation]) -> dict[Flow, History]:
    """The history of every flow, from the last vintages of all sources.

    Where several sources have one side of a period, their median stands for it.
    """
    middle = constant("cif_fob", "centre")
    told: dict[Flow, dict[str, dict[str, list[Decimal]]]] = {}
    for o in latest_vintages(observations):
        flow = flow_of(o)
        if flow is not None and o.value:
            sides = told.setdefault(flow, {}).setdefault(o.period, {})
            # imports that are valued FOB already are put on the footing of the others
            value = o.value * middle if o.series.indicator == "imports" and o.valuation == "FOB" else o.value
            sides.setdefault(o.series.indicator, []).append(value)
    centre = math.log(middle)
    out = {}
    for flow, periods in told.items():
        gaps = []
        for period, sides in sorted(periods.items()):
            if len(sides) == 2:
                sold, bought = (statistics.median(sides[i]) for i in ("exports", "imports"))
                gaps.append((period, float((bought / sold).ln()) - centre))
        out[flow] = History(tuple(gaps))
    return out


def _reporter_gap(reporter: str, flow: Flow, period: str, known: Mapping[Flow, History]) -> float | None:
    """A reporter's typical gap with all others than the other side of this flow [-]."""
    others = [
        abs(gap)
        for f, history in known.items()
        if reporter in (f.seller, f.buyer) and {f.seller, f.buyer} != {flow.seller, flow.buyer}
        for when, gap in history.gaps
        if when != period
    ]
    return statistics.median(others) if len(others) >= constant("history", "needed") else None


def _weight(flow: Flow, period: str, known: Mapping[Flow, History]) -> tuple[Fraction, str]:
    """The share of the seller's report (§S8): by inverse squared gaps where both are known, else half."""
    seller, buyer = (_reporter_gap(side, flow, period, known) for side in (flow.seller, flow.buyer))
    if seller is None or buyer is None or not (seller or buyer):
        return Fraction(
            1, 2
        ), "both reports weigh the same, as neither reporter's other trade tells them apart"
    share = Fraction(buyer**2 / (seller**2 + buyer**2)).limit_denominator(100)
    return share, f"{flow.seller}'s report weighs {float(share):.2f} by how its other partners' reports fit"


def estimate(
    flow: Flow,
    period: str,
    sold: Sequence[Number],
    bought: Sequence[Number],
    known: Mapping[Flow, History] | None = None,
    *,
    bought_fob: Sequence[Number] = (),
) -> Estimate | None:
    """What a flow may have been in a period, FOB; None where nobody reports it.

    Parameters
    ----------
    sold, bought : sequence of number
        Reports of seller and buyer, one a source, not below zero [units, unscaled].
    known : mapping, optional
        Histories of all flows, from `histories`: of this one for the spread, of others for the
        reporters' weights.
    bought_fob : sequence of number
        Reports of the buyer that are valued FOB: no freight to take off.

    Returns
    -------
    Estimate or None
        With both sides: the hull of exports and of imports less freight. With one side: that
        report moved by the largest gap of the other periods; where these are too few, freight
        alone moves it and an end stays open (§S9).
    """
    known = known or {}
    band, middle = freight(), Fraction(constant("cif_fob", "centre"))
    history = known.get(flow, History(())).without(period)
    hull: Interval | None = None
    for interval in (
        *(Interval(Fraction(x), Fraction(x)) for x in (*sold, *bought_fob)),
        *(Interval(Fraction(m), Fraction(m)).over(band) for m in bought),
    ):
        hull = interval if hull is None else hull | interval
    if hull is None:
        return None
    x = statistics.median(Fraction(v) for v in sold) if sold else None
    landed = [*(Fraction(v) / middle for v in bought), *(Fraction(v) for v in bought_fob)]
    m = statistics.median(landed) if landed else None
    if x is not None and m is not None:
        share, why = _weight(flow, period, known)
        usual = "" if history.typical is None else f"; usually {math.exp(history.typical):.3g} times apart"
        return Estimate(
            hull, share * x + (1 - share) * m, share, history.typical, f"both sides; {why}{usual}"
        )
    centre = x if x is not None else m
    assert centre is not None
    return _one_sided(hull, centre, history, flow.seller if x is not None else flow.buyer)


def _one_sided(hull: Interval, centre: Fraction, history: History, reporter: str) -> Estimate:
    if history.widest is None:
        return Estimate(
            Interval(Fraction(0), None),
            centre,
            None,
            None,
            f"only {reporter} reports, and how far the sides usually differ is not known: open",
        )
    times = Fraction(math.exp(history.widest)).limit_denominator(10_000)
    spread = hull.times(Interval(1 / times, times))
    return Estimate(
        spread,
        centre,
        None,
        history.typical,
        f"only {reporter} reports; the sides differed by up to {float(times):.3g} times in "
        f"{len(history.gaps)} other periods",
    )
