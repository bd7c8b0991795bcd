"""A page of the ledger of a pair: what is told and official at once, what follows as soon as computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.desk.catalogue import Catalogue
from dragoman.desk.ledger import Cell, LedgerRow, ledger
from dragoman.desk.reconcile import Gathered
from dragoman.desk.workspace import Workspace
from dragoman.model.findings import Series, plain_number
from dragoman.model.intervals import Interval, exact
from dragoman.model.messages import say
from dragoman.model.statements import BALANCES, Statement
from dragoman.record.browsing import Numbers

__all__ = ["LedgerPage", "ledger_page"]

# Measured on generated, contradictory figures: 90 take 50 ms, 150 take 160 ms, 800 one second, 1,600 three, 3,200 thirteen.
_AT_ONCE = 100
_AT_ALL = 3_000
_TOLD = 60


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """Rows of the ledger of a pair.

    ``follows`` says how it stands with the columns of derived and inferred figures: ``done``,
    ``computing``, or ``too-many`` (only stated and official ones are shown; ask for fewer).
    """

    rows: tuple[LedgerRow, ...]
    figures: int
    shown: int
    follows: str
    indicators: tuple[tuple[str, int], ...]


def ledger_page(
    workspace: Workspace, one: str, other: str, indicator: str = "", period: str = ""
) -> LedgerPage:
    """The ledger of a pair, of one indicator or the years of one period where they are given."""
    c = workspace.catalogue
    figures = _newest(c, c.of_kinds(c.of_pair(one, other), "figure"))
    indicators = _indicators(c, figures)
    if period:
        from dragoman.desk.search import Query, search

        near = search(
            workspace, Query(chosen={"period": (period,), "country": (one, other)}), facets=False
        ).places
        figures = figures[[p in set(near.tolist()) for p in figures.tolist()]] if len(figures) else figures
    # Turnover, exports and imports prove one another: none is left out of the computation.
    if indicator and indicator not in ("trade", "exports", "imports"):
        figures = c.of_kinds(figures, say("figure/{indicator}", indicator=indicator))
    elif indicator:
        figures = c.of_kinds(figures, "figure/trade", "figure/exports", "figure/imports")
    total = len(figures)
    rows, follows = None, "done"
    question = ("ledger", one, other, indicator, period)
    if total <= _AT_ONCE:
        rows = workspace.answers.now(
            question, lambda: ledger(workspace.gathered(figures, (one, other)), one, other)
        )
    elif total <= _AT_ALL:
        rows = workspace.answers.later(
            question, lambda: (workspace.gathered(figures, (one, other)), one, other), ledger
        )
        follows = "done" if rows is not None else "computing"
    else:
        follows = "too-many"
    shown = total
    if rows is None:
        shown = min(total, _TOLD)
        told = ("told", *question)
        rows = workspace.answers.now(
            told, lambda: _told(workspace.gathered(figures[:_TOLD], (one, other)), one, other)
        )
    if indicator:
        shown_as = (indicator, "balance") if indicator == "trade" else (indicator,)
        rows = [r for r in rows if r.series.indicator in shown_as]
    if period:
        from dragoman.model.periods import is_period, parse_period

        span = parse_period(period.replace("..", "/", 1) if ".." in period else period)
        rows = [r for r in rows if is_period(r.period) and parse_period(r.period).overlaps(span)]
    return LedgerPage(tuple(rows), total, shown, follows, indicators)


def _newest(c: Catalogue, places: Numbers) -> Numbers:
    return places[(-c.columns.last[places]).argsort(kind="stable")]


def _indicators(c: Catalogue, places: Numbers) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for code in c.columns.kind[places].tolist():
        mode = c.columns.kinds[code].split("/")[1]
        counts[mode] = counts.get(mode, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _told(gathered: Gathered, one: str, other: str) -> list[LedgerRow]:
    """What is stated and what is official, without anything that follows from them."""
    rows: dict[tuple[Series, str], list[Cell]] = {}
    for s in gathered.statements:
        if s.measure == "level" and s.date and not (s.object in BALANCES and len(s.actor) != 2):
            rows.setdefault((_series(s, one, other), s.date), []).append(_cell(s))
    official = {
        (r.series, r.period): r.official for r in ledger(Gathered([], gathered.observations), one, other)
    }
    out = [LedgerRow(*key, tuple(cells), None, None, official.pop(key, None)) for key, cells in rows.items()]
    out += [LedgerRow(*key, (), None, None, cell) for key, cell in official.items()]
    return sorted(
        out,
        key=lambda r: (
            r.series.indicator,
            r.series.reporter,
            r.series.product or "",
            r.series.unit,
            r.period,
        ),
    )


def _series(s: Statement, one: str, other: str) -> Series:
    parties = [p for p in (*s.actor, *s.recipient) if p in (one, other)]
    if s.object in BALANCES:
        holder = s.actor[BALANCES.index(s.object)]
        partner = other if holder == one else one
        return Series("balance", holder, partner, s.product.text if s.product else None, s.unit or "1")
    if s.mode == "trade":
        parties = sorted((one, other))
    a, b = (*parties, one, other)[:2]
    return Series(s.mode, a, b if b != a else None, s.product.text if s.product else None, s.unit or "1")


def _cell(s: Statement) -> Cell:
    low, high = (s.low, s.high) if (s.low, s.high) != (None, None) else (s.value, s.value)
    return Cell(
        Interval(exact(low), exact(high)), say("told in {document}", document=s.evidence.document), (s.id,)
    )


def numbers(cells: Iterable[Cell]) -> list[tuple[int | float | None, int | float | None]]:
    """Ends of intervals as plain numbers."""
    return [(plain_number(c.interval.low), plain_number(c.interval.high)) for c in cells]
