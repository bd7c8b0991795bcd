"""The plain table of official figures: ``reporter,partner,flow,period,value,unit,source,as_of``.

One row per (reporter, partner, flow, period, source, as_of). ``flow`` is ``X`` (exports) or
``M`` (imports) seen from the reporter; ``value`` is in units of ``unit``, unscaled.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from dragoman.codes import is_body, is_country
from dragoman.errors import BadTable, InputError, UnreadableFile
from dragoman.model.findings import Observation, Series
from dragoman.model.periods import is_period

__all__ = ["COLUMNS", "read_table", "read_tables"]

COLUMNS = ("reporter", "partner", "flow", "period", "value", "unit", "source", "as_of")
_FLOWS = {"X": ("exports", "FOB"), "M": ("imports", "CIF")}

_UNIT = re.compile(r"[A-Za-z][A-Za-z0-9/]*|1")


def read_table(path: str | Path) -> tuple[list[Observation], list[InputError]]:
    """The observations of a table, and a problem for each row that is none; the rest loads.

    Raises
    ------
    UnreadableFile
        The file cannot be opened or lacks a column.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"cannot be read: {error}", where=str(path), remedy="give a UTF-8 CSV file"
        ) from error
    reader = csv.DictReader(text.splitlines())
    missing = [c for c in COLUMNS[:7] if c not in (reader.fieldnames or ())]
    if missing:
        raise UnreadableFile(
            f"lacks the column {', '.join(missing)}",
            where=str(path),
            remedy=f"the header must be {','.join(COLUMNS)}",
        )
    found: list[Observation] = []
    problems: list[InputError] = []
    for line, row in enumerate(reader, start=2):
        try:
            found.append(_observation(row, f"{path}, row {line}"))
        except InputError as problem:
            problems.append(problem)
    return found, problems


def _bad(where: str, column: str, value: str | None, accepted: str) -> BadTable:
    return BadTable(f"{column} is {value!r}", where=where, remedy=f"write {accepted}")


def _observation(row: Mapping[str, str | None], where: str) -> Observation:
    cell = {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)}
    for column in ("reporter", "partner"):
        if not (is_country(cell[column]) or is_body(cell[column])):
            raise _bad(where, column, cell[column], "an ISO 3166-1 alpha-3 code such as KAZ")
    if cell["flow"] not in _FLOWS:
        raise _bad(where, "flow", cell["flow"], "X (exports) or M (imports)")
    if not is_period(cell["period"]):
        raise _bad(where, "period", cell["period"], "EDTF such as 2024, 2024-05 or 2024-33 (first quarter)")
    if not _UNIT.fullmatch(cell["unit"]):
        raise _bad(where, "unit", cell["unit"], "an ISO 4217 code such as USD, or t")
    try:
        value = Decimal(cell["value"])
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value < 0:
        raise _bad(where, "value", cell["value"], "a number not below zero, unscaled, such as 303594691.58")
    as_of = cell.get("as_of") or None
    if as_of is not None and not is_period(as_of):
        raise _bad(where, "as_of", as_of, "an EDTF date such as 2025-07, or nothing")
    mode, valuation = _FLOWS[cell["flow"]]
    series = Series(mode, cell["reporter"], cell["partner"], None, cell["unit"])
    # Exports FOB and imports CIF is customs practice, not said by the table (§R14).
    return Observation(series, cell["period"], value, cell["source"], as_of, valuation)


def read_tables(paths: Iterable[str | Path]) -> tuple[list[Observation], list[InputError]]:
    """Several tables one after the other."""
    found: list[Observation] = []
    problems: list[InputError] = []
    for path in paths:
        try:
            more, bad = read_table(path)
        except InputError as problem:
            problems.append(problem)
            continue
        found.extend(more)
        problems.extend(bad)
    return found, problems
