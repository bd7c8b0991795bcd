"""What a ledger is made of: rows of cells."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval

__all__ = ["COLUMNS", "Cell", "LedgerRow"]

COLUMNS = ("series", "period", "stated", "derived", "inferred", "official", "why")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a ledger: an interval, what it rests on, and why; ``disputed`` where others contradict it."""

    interval: Interval
    why: str
    statements: tuple[str, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row per (series, period). Absent cells are None: not known, never zero."""

    series: Series
    period: str
    stated: tuple[Cell, ...]
    derived: Cell | None
    inferred: Cell | None
    official: Cell | None
