"""Spreadsheets of any shape, read through a small mapping file (§S2).

A mapping says where reporter, partner, flow, period and value stand. Each is a constant, a column,
or part of a heading:

.. code-block:: yaml

    source: Bureau of National Statistics of Kazakhstan
    as_of: 2025-07
    unit: USD
    scale: 1000                       # the sheet is in thousand USD
    reporter: KAZ                     # a constant
    partner: {column: Country}        # codes or names
    headings: '(?P<flow>Exports|Imports) (?P<period>20\\d\\d)'
    flows: {Exports: X, Imports: M}
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.codes import body, country
from dragoman.errors import BadTable, InputError, UnknownCode, UnreadableFile
from dragoman.model.findings import Observation, Series
from dragoman.model.periods import is_period
from dragoman.statistics import cells
from dragoman.statistics.loaded import Loaded, collect
from dragoman.statistics.plain import FLOWS
from dragoman.statistics.sheets import sheet_rows
from dragoman.statistics.texts import delimiter_of, text_of

__all__ = ["Mapped", "read_mapping", "wide_observations"]

_SLOTS = ("reporter", "partner", "flow", "period", "product")
_KEYS = {
    *_SLOTS, "value", "headings", "flows", "areas", "unit", "scale", "source", "as_of", "valuation", "status",
    "sheet", "header_row", "delimiter", "decimal", "thousands", "missing",
}  # fmt: skip
_MISSING = ("", "-", "–", "—", "...", "…", "..", "n/a", "x")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping file: where each slot of an observation stands in a sheet.

    Parameters
    ----------
    constants : mapping
        Slot to the value that all rows have.
    columns : mapping
        Slot (or ``value``) to a heading.
    headings : pattern or None
        Headings of columns of values, with groups ``period``, ``flow`` or ``partner``.
    scale : Decimal
        Factor from a printed value to units [-].
    """

    constants: Mapping[str, str]
    columns: Mapping[str, str]
    headings: re.Pattern[str] | None
    unit: str
    source: str
    scale: Decimal = Decimal(1)
    flows: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    as_of: str | None = None
    valuation: Mapping[str, str] = field(default_factory=dict)
    status: str | None = None
    sheet: str | None = None
    header_row: int = 1
    delimiter: str | None = None
    decimal: str = "."
    thousands: str = " "
    missing: tuple[str, ...] = _MISSING


def read_mapping(path: str | Path) -> Mapped:
    """The mapping of a YAML file.

    Raises
    ------
    UnreadableFile
        The file is no YAML, or a key is missing, unknown or makes no sense.
    """
    import yaml

    try:
        found = yaml.safe_load(text_of(path))
    except yaml.YAMLError as error:
        raise UnreadableFile(
            f"is no YAML: {' '.join(str(error).split())}", where=str(path), remedy="see docs/statistics.md"
        ) from error
    wrong = _wrong(found)
    if wrong:
        raise UnreadableFile(wrong, where=str(path), remedy="see docs/statistics.md")
    where = str(path)
    constants = {s: str(found[s]) for s in _SLOTS if s in found and not isinstance(found[s], dict)}
    columns = {s: str(found[s]["column"]) for s in (*_SLOTS, "value") if isinstance(found.get(s), dict)}
    for slot in ("reporter", "partner"):
        if slot in constants:
            _area(constants[slot], where, slot, {})
    if "flow" in constants and constants["flow"] not in FLOWS:
        raise cells.bad(where, "flow", constants["flow"], "X or M")
    as_of = None if found.get("as_of") is None else str(found["as_of"])
    if as_of is not None and not is_period(as_of):
        raise cells.bad(where, "as_of", as_of, "an EDTF date such as 2025-07")
    worth = found.get("valuation") or {}
    pairs = worth if isinstance(worth, dict) else dict.fromkeys(FLOWS, worth)
    for name in pairs.values():
        cells.valuation(str(name), where)
    status = cells.status(str(found.get("status") or ""), where, "status")
    return Mapped(
        constants,
        columns,
        re.compile(found["headings"]) if found.get("headings") else None,
        cells.unit(str(found["unit"]), where),
        str(found["source"]),
        cells.number(str(found.get("scale", 1)), where, "scale"),
        {str(k): str(v) for k, v in (found.get("flows") or {}).items()},
        {str(k): str(v) for k, v in (found.get("areas") or {}).items()},
        as_of,
        {str(k): str(v) for k, v in pairs.items()},
        status,
        None if found.get("sheet") is None else str(found["sheet"]),
        int(found.get("header_row", 1)),
        found.get("delimiter"),
        str(found.get("decimal", ".")),
        str(found.get("thousands", " ")),
        tuple(str(m) for m in found["missing"]) if "missing" in found else _MISSING,
    )


def _wrong(found: Any) -> str | None:
    """What is wrong with a mapping's keys."""
    if not isinstance(found, dict):
        return "is no mapping of keys to values"
    unknown, missing = sorted(set(map(str, found)) - _KEYS), [k for k in ("unit", "source") if k not in found]
    if unknown or missing:
        return ", ".join([f"unknown key {k!r}" for k in unknown] + [f"lacks the key {k!r}" for k in missing])
    for slot in (*_SLOTS, "value"):
        if isinstance(found.get(slot), dict) and set(found[slot]) != {"column"}:
            return f"{slot} is {found[slot]!r}, not a constant or {{column: HEADING}}"
    if not str(found.get("header_row", 1)).isdigit() or int(found.get("header_row", 1)) < 1:
        return f"header_row is {found['header_row']!r}, not a row number from 1"
    try:
        groups = set(re.compile(str(found.get("headings") or "")).groupindex)
    except re.error as error:
        return f"headings is no regular expression: {error}"
    if bool(found.get("headings")) == ("value" in found):
        return "needs either value (a column) or headings (columns that are values)"
    lacking = [s for s in ("reporter", "partner", "flow", "period") if s not in found and s not in groups]
    return f"says nothing of {', '.join(lacking)}" if lacking else None


def wide_observations(path: str | Path, mapped: Mapped) -> Loaded:
    """The observations of a sheet (CSV or XLSX); bad cells are problems, the rest loads.

    Raises
    ------
    UnreadableFile
        The file cannot be read, or lacks a column that the mapping names.
    MissingExtra
        An XLSX file without openpyxl.
    """
    lines = list(_lines(path, mapped))
    head = next((line for n, line in lines if n == mapped.header_row), [])
    lacking = [h for h in mapped.columns.values() if h not in head]
    values = _value_columns(head, mapped)
    if lacking or not values:
        what = f"lacks the column {', '.join(lacking)}" if lacking else "has no heading that fits headings"
        raise UnreadableFile(
            what,
            where=f"{path}, row {mapped.header_row}",
            remedy=f"its headings are {', '.join(filter(None, head))}",
        )
    problems: list[InputError] = []

    def read() -> Iterator[tuple[str, Observation]]:
        for n, line in lines:
            if n <= mapped.header_row or not any(line):
                continue
            cell = dict(zip(head, line + [""] * (len(head) - len(line))))
            for heading, parts in values:
                where = f"{path}, row {n}, {heading}"
                try:
                    if cell[heading] not in mapped.missing:
                        yield where, _observation(cell, cell[heading], parts, mapped, where)
                except InputError as problem:
                    problems.append(problem)

    good = list(read())
    return collect(good, _once(problems))


def _once(problems: list[InputError]) -> list[InputError]:
    """A bad name of a row is told once, not once a column."""
    told: dict[tuple[str, str], InputError] = {}
    for p in problems:
        row = p.where if p.what.startswith("value") else p.where.rsplit(", ", 1)[0]
        told.setdefault((row, p.what), p)
    return list(told.values())


def _lines(path: str | Path, mapped: Mapped) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number from 1."""
    if str(path).endswith((".xlsx", ".xlsm")):
        yield from enumerate(sheet_rows(path, mapped.sheet), start=1)
        return
    text = text_of(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mapped.delimiter or delimiter_of(text))
    try:
        for line in reader:
            yield reader.line_num, [c.strip() for c in line]
    except csv.Error as error:
        raise UnreadableFile(f"is no CSV: {error}", where=str(path), remedy="save it as CSV again") from error


def _value_columns(head: list[str], mapped: Mapped) -> list[tuple[str, Mapping[str, str]]]:
    """Headings of values, with what each says itself."""
    if mapped.headings is None:
        return [(mapped.columns["value"], {})] if mapped.columns["value"] in head else []
    out: list[tuple[str, Mapping[str, str]]] = []
    for heading in head:
        m = mapped.headings.fullmatch(heading)
        if m:
            out.append((heading, {k: v for k, v in m.groupdict().items() if v}))
    return out


def _observation(
    cell: Mapping[str, str], printed: str, parts: Mapping[str, str], mapped: Mapped, where: str
) -> Observation:
    columns = {s: cell[h] for s, h in mapped.columns.items() if s != "value"}
    told = {**columns, **mapped.constants, **parts}
    reporter = _area(told["reporter"], where, "reporter", mapped.areas)
    if reporter is None:
        raise cells.bad(where, "reporter", told["reporter"], "one country as the reporter")
    flow = mapped.flows.get(told["flow"], told["flow"])
    if flow not in FLOWS:
        accepted = " or ".join([*mapped.flows, *FLOWS])
        raise cells.bad(where, "flow", told["flow"], f"{accepted}, or add it to flows in the mapping")
    series = Series(
        FLOWS[flow],
        reporter,
        _area(told["partner"], where, "partner", mapped.areas),
        told.get("product") or None,
        mapped.unit,
    )
    value = _number(printed, where, mapped) * mapped.scale
    when = cells.period(told["period"], where)
    return Observation(
        series, when, value, mapped.source, mapped.as_of, mapped.valuation.get(flow), mapped.status
    )


def _number(printed: str, where: str, mapped: Mapped) -> Decimal:
    blanks = mapped.thousands + "\u00a0\u202f "
    bare = "".join(c for c in printed if c not in blanks)
    if mapped.decimal != "." and "." in bare:
        raise cells.bad(where, "value", printed, f"a number with {mapped.decimal!r} as the decimal mark")
    return cells.number(bare.replace(mapped.decimal, "."), where)


def _area(text: str, where: str, column: str, areas: Mapping[str, str]) -> str | None:
    """A code of any list, or a name; None is the world."""
    told = areas.get(text, text)
    if told.casefold() in ("world", "total"):
        return None
    try:
        return cells.code_area(told, where, column)
    except BadTable:
        pass
    try:
        return country(told).alpha3
    except UnknownCode:
        pass
    try:
        return body(told).code
    except UnknownCode:
        pass
    raise cells.bad(where, column, text, "a country's code or name, or add it to areas in the mapping")
