"""Official mirror figures: what one side sold against what the other side bought (§R14)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from dragoman.model.findings import Finding, Observation
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.anchors import CIF_BAND, Anchors
from dragoman.reconciling.sentences import Naming
from dragoman.reconciling.series import Node
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.wording import amount, factor, series_words

__all__ = ["mirror_findings"]


def _latest(told: Sequence[Observation], indicator: str) -> list[Observation]:
    newest: dict[str, Observation] = {}
    for o in sorted(told, key=lambda o: o.as_of or ""):
        if o.series.indicator == indicator:
            newest[o.source] = o
    return [newest[k] for k in sorted(newest)]


def mirror_findings(anchors: Anchors, naming: Naming) -> list[Finding]:
    """One finding for each flow and period that both sides report."""
    out = []
    for family, flow, unit, span in anchors.pairs():
        node = Node(flow, "", unit, span)
        anchor = anchors.at(family, node)
        if anchor is None:
            continue
        sold, bought = _latest(anchor.observations, "exports"), _latest(anchor.observations, "imports")
        for x in sold:
            for m in bought:
                if not x.value or not m.value:
                    continue
                ratio = Fraction(m.value) / Fraction(x.value)
                allowed = CIF_BAND.widened(anchor.band)
                holds = ratio in allowed
                series = naming.series(family, node)
                # The exports that would explain both: what was sold, and what was bought less freight.
                estimate = Interval(Fraction(x.value), Fraction(x.value)) | Interval(
                    Fraction(m.value) / CIF_BAND.high if CIF_BAND.high else None, Fraction(m.value)
                )
                verdict = say("inside") if holds else say("outside")
                out.append(
                    Finding(
                        "mirror",
                        "holds" if holds else "conflict",
                        series,
                        span.edtf,
                        say(
                            "{series} in {period}: {party} ({source}) reports {amount} sold, {party2} ({source2}) {amount2} bought, {factor}: {verdict} the freight band of 1 to 1.2 with revisions of {number}% (§R14); between {amount3}.",
                            series=series_words(series),
                            period=period_words(span),
                            party=party_words(x.series.reporter),
                            source=x.source,
                            amount=amount(Fraction(x.value), unit),
                            party2=party_words(m.series.reporter),
                            source2=m.source,
                            amount2=amount(Fraction(m.value), unit),
                            factor=factor(Interval(ratio, ratio)),
                            verdict=verdict,
                            number=f"{float(anchor.band) * 100:.3g}",
                            amount3=amount(estimate, unit),
                        ),
                        (),
                        None,
                        estimate,
                        (x, m),
                    )
                )
    return out
