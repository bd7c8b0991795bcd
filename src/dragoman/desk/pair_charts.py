"""The charts of a pair of countries, from its ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.desk.dossiers import name_of
from dragoman.desk.ledger import Cell, LedgerRow
from dragoman.model.findings import Series
from dragoman.model.messages import say
from dragoman.output.charts import Chart, Mark

__all__ = ["trade_chart"]

_TRADE = ("trade", "exports", "imports")


def trade_chart(rows: Sequence[LedgerRow], one: str, other: str) -> Chart:
    """Trade in goods by calendar year: what each sells the other, and the turnover.

    Parameters
    ----------
    rows : sequence of LedgerRow
        From :func:`dragoman.desk.ledger.ledger`; figures of single goods and of other periods are left out.
    one, other : str
        Codes of the two.
    """
    names = {code: say(name_of(code)) for code in (one, other)}
    panels = (
        say("{one} to {other}", one=names[one], other=names[other]),
        say("{one} to {other}", one=names[other], other=names[one]),
        say("Turnover"),
    )
    own = [r for r in rows if r.series.indicator in _TRADE and not r.series.product]
    yearly = [r for r in own if len(r.period) == 4 and r.period.isdigit()]
    units = Counter(r.series.unit for r in yearly)
    unit = units.most_common(1)[0][0] if units else "USD"
    marks = [m for r in yearly if r.series.unit == unit for m in _marks(r, panels[_panel(r.series, one)])]
    title = say("Trade in goods, {one} and {other}", one=names[one], other=names[other])
    left_out = len(own) - sum(r.series.unit == unit for r in yearly)
    note = say("{number} of other periods or units not drawn", number=left_out) if left_out else ""
    return Chart(title, unit, panels, tuple(marks), note)


def _panel(s: Series, one: str) -> int:
    if s.indicator == "trade":
        return 2
    seller = s.reporter if s.indicator == "exports" else s.partner
    return 0 if seller == one else 1


def _marks(row: LedgerRow, panel: str) -> list[Mark]:
    # Of two that contradict each other, nobody here says which is right: both are marked.
    cells = [
        (
            "contradicted"
            if c.disputed or not all(c.interval.meets(d.interval) for d in row.stated)
            else "stated",
            c,
        )
        for c in row.stated
    ]
    cells += [
        (kind, c)
        for kind, c in (("derived", row.derived), ("inferred", row.inferred), ("official", row.official))
        if c is not None
    ]
    return [m for kind, cell in cells if (m := _mark(panel, int(row.period), kind, cell)) is not None]


def _mark(panel: str, year: int, kind: str, cell: Cell) -> Mark | None:
    low, high = cell.interval.low, cell.interval.high
    if low is None and high is None:
        return None
    ends = [float(x) for x in (low, high) if x is not None]
    at = sum(ends) / len(ends)
    return Mark(
        panel,
        year,
        kind,
        None if low is None else float(low),
        None if high is None else float(high),
        at,
        cell.why,
    )
