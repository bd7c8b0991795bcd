"""Trade balances of a pair, told, derived from its exports and imports, and official."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.desk.ledger_cells import Cell, LedgerRow
from dragoman.model.findings import Series
from dragoman.model.intervals import Interval
from dragoman.model.messages import say

__all__ = ["balance_rows"]


def balance_rows(
    closed: Any, rows: Mapping[Any, LedgerRow], stated: Mapping[int, Cell], naming: Any
) -> Iterable[LedgerRow]:
    """A row for each period and product whose balance is told, or follows from exports and imports told.

    All rows of a pair speak of one side, the one whose balance is told first or else whose imports
    are told, so that a change of sign is a change of the balance. ``rows`` are the rows of the family's levels by node,
    ``stated`` the cells of its claims of balances by their number.
    """
    system = closed.system
    told: dict[Any, list[int]] = {}
    for k in stated:
        told.setdefault(system.claims[k].node._replace(flow="X"), []).append(k)
    sides = [system.claims[k].node.flow for k in sorted(stated)]
    flow = sides[0] if sides else _told_from(rows)
    both = {n._replace(flow="X") for n in rows if n.flow == "X" and n._replace(flow="M") in rows}
    for at in sorted({*told, *both}, key=lambda n: (n.product, n.unit, n.span.edtf)):
        sells = rows.get(at._replace(flow=flow))
        buys = rows.get(at._replace(flow="M" if flow == "X" else "X"))
        cells = [
            _turned(stated[k]) if system.claims[k].node.flow != flow else stated[k] for k in told.get(at, ())
        ]
        derived = _derived(sells, buys, system.claims, naming)
        official = _official(sells, buys)
        if cells or derived is not None:
            series = _series(closed.family, at._replace(flow=flow))
            yield LedgerRow(series, at.span.edtf, tuple(cells), derived, None, official)


def _told_from(rows: Mapping[Any, LedgerRow]) -> str:
    """The flow that the side sells from which the texts tell both: theirs are its exports and its imports."""
    bought = sum(1 for n, row in rows.items() if n.flow == "X" and row.series.indicator == "imports")
    return "M" if bought else "X"


def _series(family: Any, node: Any) -> Series:
    from dragoman.reconciling.series import series_of

    sells = series_of(family, node)
    return Series("balance", sells.reporter, sells.partner, sells.product, sells.unit)


def _turned(cell: Cell) -> Cell:
    """The balance of the other side."""
    low, high = cell.interval.low, cell.interval.high
    turned = Interval(None if high is None else -high, None if low is None else -low)
    return Cell(turned, cell.why, cell.statements, cell.disputed)


def _derived(
    sells: LedgerRow | None, buys: LedgerRow | None, claims: Sequence[Any], naming: Any
) -> Cell | None:
    """Exports less imports, where levels tell both; what growth or a balance let infer is left out."""
    from dragoman.reconciling.sentences import claims_words

    here, there = _level(sells), _level(buys)
    if here is None or there is None:
        return None
    (sold, for_sold), (bought, for_bought) = here, there
    used = {*for_sold, *for_bought}
    chain = sorted((c for c in claims if used & {c.id, *(s.id for s in c.tellings)}), key=lambda c: c.id)
    why = say(
        "from {claims}, as a balance is exports less imports (§R20)", claims=claims_words(naming, chain)
    )
    return Cell(sold - bought, why, tuple(sorted(used)))


def _level(row: LedgerRow | None) -> tuple[Interval, Sequence[str]] | None:
    """A bounded interval in which all undisputed levels of a row lie, with their statements."""
    if row is None:
        return None
    undisputed = [c for c in row.stated if not c.disputed]
    cells = undisputed or ([row.derived] if row.derived is not None else [])
    if not cells:
        return None
    met = cells[0].interval
    for cell in cells[1:]:
        met &= cell.interval
    if met.empty or not met.bounded:
        return None
    return met, [i for c in cells for i in c.statements]


def _official(sells: LedgerRow | None, buys: LedgerRow | None) -> Cell | None:
    if sells is None or buys is None or sells.official is None or buys.official is None:
        return None
    why = say("{exports}; less {imports}", exports=sells.official.why, imports=buys.official.why)
    return Cell(sells.official.interval - buys.official.interval, why)
