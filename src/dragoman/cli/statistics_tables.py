"""Official figures of a pair as tables for people."""

from __future__ import annotations

import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from dragoman.cli.statement_tables import console_for
from dragoman.cli.tables import plain_table, print_rows

if TYPE_CHECKING:
    from dragoman.desk.statistics import Shown
    from dragoman.model.findings import Observation
    from dragoman.model.intervals import Interval
    from dragoman.statistics.disagreements import FlowRow

__all__ = ["print_shown"]

_MILLION = 1_000_000


def _millions(value: Fraction | Decimal | None) -> str:
    """Millions with three decimals, rounded for the eye only."""
    if value is None:
        return "…"
    thousandths = round(Fraction(value) * 1000 / _MILLION)
    return f"{thousandths // 1000:,}.{thousandths % 1000:03d}"


def _ends(interval: Interval) -> str:
    if interval.high is None:
        return "not known"
    if interval.low == interval.high:
        return _millions(interval.low)
    return f"{_millions(interval.low)} to {_millions(interval.high)}"


def _exact(value: Decimal) -> str:
    """All digits, with cents where there are any."""
    whole, _, cents = f"{value:,f}".partition(".")
    cents = cents.rstrip("0")
    return f"{whole}.{cents.ljust(2, '0')}" if cents else whole


def _report(o: Observation, numbers: dict[str, int]) -> str:
    verb = "sold" if o.series.indicator == "exports" else "bought"
    more = ", ".join(x for x in (o.valuation, o.status, o.as_of and f"as of {o.as_of}") if x)
    told = f"{o.series.reporter} {verb} {_millions(o.value)} [{numbers[o.source]}]"
    return told + (f" ({more})" if more else "")


def _mirror(row: FlowRow) -> str:
    gap = row.gap
    if gap is None:
        return "one side only"
    if gap.ratio is None:
        return f"exports are zero: {gap.verdict}"
    return f"bought/sold {float(gap.ratio):.3g}: {gap.verdict}"


def _differ(row: FlowRow) -> str:
    if row.spread is None:
        return "from zero"
    return f"{float(row.spread) * 100:.1f}%" if row.spread else ""


def print_shown(shown: Shown) -> None:
    """A table a flow, then turnover, then revision bands."""
    console = console_for(sys.stdout.buffer)
    flows: dict[object, list[FlowRow]] = {}
    for row in shown.rows:
        flows.setdefault(row.flow, []).append(row)
    sources = sorted({o.source for row in shown.rows for o in row.reports})
    numbers = {source: n for n, source in enumerate(sources, start=1)}
    for rows in flows.values():
        _print_flow(console, rows, numbers)
    if shown.totals:
        table = plain_table("Turnover by source, exports plus imports")
        for name in ("period", "source", "exports", "imports", "turnover"):
            table.add_column(name, justify="left" if name in ("period", "source") else "right")
        for t in shown.totals:
            who = escape(f"{t.reporter} [{numbers[t.source]}], {t.unit}")
            table.add_row(t.period, who, *map(_exact, (t.exports, t.imports, t.value)))
        console.print(table)
    bands = {b.source: b.words for row in shown.rows for b in row.bands}
    for source, n in numbers.items():
        console.print(escape(f"[{n}] {source}; revisions {bands[source]} (§S5)"), soft_wrap=True)


def _print_flow(console: Console, rows: list[FlowRow], numbers: dict[str, int]) -> None:
    flow = rows[0].flow
    product = f", {flow.product}" if flow.product else ""
    title = f"{flow.seller} to {flow.buyer}{product}, million {flow.unit}"
    told = [
        (
            row.period,
            "\n".join(_report(o, numbers) for o in row.reports),
            _differ(row),
            _mirror(row),
            _ends(row.estimate.interval),
            row.estimate.because,
        )
        for row in rows
    ]
    columns = ("period", "official reports", "differ by", "sides", "estimate, FOB", "because")
    print_rows(columns, told, 1, title=title, on=console)
