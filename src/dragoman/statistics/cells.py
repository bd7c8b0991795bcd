"""What the cells of official tables mean: areas, periods, units, values (§S1-§S4).

Each function gives the meaning or raises `BadTable` with the row, the value found and what is
accepted.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from dragoman.codes import Country, bodies, countries, currencies, is_body, is_country
from dragoman.codes.countries import CODE_ALIASES
from dragoman.errors import BadTable
from dragoman.model.periods import is_period

__all__ = [
    "VALUATIONS",
    "area",
    "bad",
    "code_area",
    "code_unit",
    "comtrade_code",
    "number",
    "period",
    "status",
    "unit",
    "valuation",
]

VALUATIONS = ("FOB", "CIF")
# Agencies add letters of their own to SDMX CL_OBS_STATUS (Eurostat: BD, R).
_STATUS = re.compile(r"[A-Z][A-Z0-9]{0,3}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?", re.ASCII)
_AREA = "an ISO 3166-1 alpha-3 code such as KAZ"
_PERIOD = "a year, month or quarter such as 2024, 2024-05 or 2024-33 (2024-Q1 in SDMX)"
_DIVISIONS = {"Q": 32, "S": 39, "H": 39}
_SDMX_PERIOD = re.compile(r"(\d{4})-?(?:([QSH])([1-4])|M(\d{1,2})|A1?)", re.ASCII)


def bad(where: str, column: str, value: object, accepted: str) -> BadTable:
    """The error of a cell: row, value, and what is accepted."""
    return BadTable(f"{column} is {value!r}", where=where, remedy=f"write {accepted}")


@lru_cache(maxsize=4)
def _table(name: str) -> tuple[Mapping[str, str], ...]:
    text = (files("dragoman") / "data" / "statistics" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


@lru_cache(maxsize=1)
def _areas() -> dict[str, str | None]:
    out: dict[str, str | None] = {b.code: b.code for b in bodies()}
    for c in sorted(countries(), key=lambda c: c.kind != "former"):
        for code in (c.alpha2, c.m49, c.m49.lstrip("0"), c.alpha3):
            if code:
                out[code] = c.alpha3
    out |= CODE_ALIASES
    out |= {row["code"]: row["area"] or None for row in _table("areas.csv")}
    return out


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, Decimal]]:
    out = {c.code: (c.code, Decimal(1)) for c in currencies()}
    out |= {row["code"]: (row["unit"], Decimal(row["factor"])) for row in _table("units.csv")}
    return out


def area(text: str, where: str, column: str) -> str:
    """An alpha-3 code or the code of a body, as our own tables write them."""
    if not (is_country(text) or is_body(text)):
        raise bad(where, column, text, _AREA)
    return text


def code_area(text: str, where: str, column: str) -> str | None:
    """The area of a code of any official list: ISO, M49, Eurostat, Comtrade; None is the world."""
    try:
        return _areas()[text.strip()]
    except KeyError:
        raise bad(where, column, text, f"{_AREA}, alpha-2 or M49, or W00 for the world") from None


def comtrade_code(of: Country) -> str:
    """UN Comtrade's number of a country: M49 but for a few that it counts with neighbours.

    Examples
    --------
    >>> from dragoman.codes import country
    >>> comtrade_code(country("KAZ")), comtrade_code(country("ALB")), comtrade_code(country("USA"))
    ('398', '8', '842')
    """
    for row in _table("areas.csv"):
        if row["area"] == of.alpha3 and row["code"].isdigit():
            return row["code"]
    return of.m49.lstrip("0")


def period(text: str, where: str, column: str = "period") -> str:
    """The EDTF period of EDTF, SDMX (2024-Q1, 2024-M05) or Comtrade (202405) text.

    Examples
    --------
    >>> [period(p, "row 2") for p in ("2024", "2024-Q1", "2024-M5", "202405", "2024-S2")]
    ['2024', '2024-33', '2024-05', '2024-05', '2024-41']
    """
    found = text.strip()
    m = _SDMX_PERIOD.fullmatch(found)
    if m:
        year, division, nth, month = m.groups()
        if division and (division == "Q" or nth in "12"):
            return f"{year}-{_DIVISIONS[division] + int(nth)}"
        found = _month(year, month) if month else year if not division else ""
    elif re.fullmatch(r"\d{6}", found, re.ASCII):
        found = _month(found[:4], found[4:])
    elif re.fullmatch(r"\d{4}\.0", found, re.ASCII):
        # a spreadsheet's number
        found = found[:4]
    if not is_period(found):
        raise bad(where, column, text, _PERIOD)
    return found


def _month(year: str, month: str) -> str:
    """The EDTF month; nothing for what is none: 2024-21 would be a season."""
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else ""


def unit(text: str, where: str, column: str = "unit") -> str:
    """A currency or one of the units of ``data/statistics/units.csv``, in its own spelling."""
    own = _units().get(text)
    if own is None or own[0] != text:
        raise bad(where, column, text, _accepted_units())
    return text


def code_unit(text: str, where: str, column: str = "unit") -> tuple[str, Decimal]:
    """The unit of a code of any official list, and the factor to it."""
    try:
        return _units()[text.strip()]
    except KeyError:
        raise bad(where, column, text, _accepted_units()) from None


def _accepted_units() -> str:
    own = sorted({u for u, _ in _units().values()} - {c.code for c in currencies()})
    return f"an ISO 4217 code such as USD, or one of {', '.join(own)}"


def number(text: str, where: str, column: str = "value", *, negative: bool = False) -> Decimal:
    """An exact number, not below zero unless ``negative``."""
    found = text.strip()
    if not _NUMBER.fullmatch(found) or (found.startswith("-") and not negative and Decimal(found)):
        raise bad(where, column, text, "a number not below zero, unscaled, such as 303594691.58")
    value = Decimal(found)
    return value if value else abs(value)


def valuation(text: str, where: str, column: str = "valuation") -> str | None:
    """``FOB``, ``CIF``, or None where the cell is empty: unknown stays unknown (§S4)."""
    if text and text not in VALUATIONS:
        raise bad(where, column, text, "FOB, CIF or nothing")
    return text or None


def status(text: str, where: str, column: str = "obs_status") -> str | None:
    """A code of SDMX CL_OBS_STATUS, or None where the cell is empty."""
    if text and not _STATUS.fullmatch(text):
        raise bad(where, column, text, "a code of SDMX CL_OBS_STATUS such as A, P or E, or nothing")
    return text or None
