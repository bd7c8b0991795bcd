"""Cells of the network tables: text in, typed value or a NetworkTableError out."""

from __future__ import annotations

import math
import re
from difflib import get_close_matches
from typing import Any

from dragoman.errors import NetworkTableError

__all__ = ["parse_cell"]

_BOOLS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


def parse_cell(type_: str, text: str, where: str, unit: str = "") -> Any:
    """The value of a non-empty cell.

    Parameters
    ----------
    type_ : str
        Type of ``attributes.csv``: text, id, node, alpha3, countries, float, int, bool, list,
        floatlist, months, subject, nodesubject or ``choice:a|b``.
    text : str
        The cell, stripped.
    where : str
        File, row and column, for the error.
    unit : str
        Unit of the attribute; lengths, times and amounts must not be negative.

    Raises
    ------
    NetworkTableError
        The cell is not of the type.
    """
    if type_.startswith("choice:"):
        return _choice(type_[7:].split("|"), text, where)
    if type_ == "float":
        return _number(text, where, signed=unit == "deg")
    if type_ == "int":
        number = _number(text, where)
        if number != int(number):
            raise _fault(f"{text!r} is no whole number", where, "write digits only")
        return int(number)
    if type_ == "bool":
        if text.lower() not in _BOOLS:
            raise _fault(f"{text!r} is neither yes nor no", where, "write yes or no")
        return _BOOLS[text.lower()]
    if type_ == "list":
        return tuple(part.strip() for part in text.split(";") if part.strip())
    if type_ == "countries":
        return tuple(sorted({parse_cell("alpha3", part.strip(), where) for part in text.split(";")}))
    if type_ == "floatlist":
        return tuple(_number(part.strip(), where) for part in text.split(";") if part.strip())
    if type_ == "months":
        return _months(text, where)
    if type_ == "alpha3" and not re.fullmatch(r"[A-Z]{3}", text):
        raise _fault(f"{text!r} is no ISO 3166-1 alpha-3 code", where, "write three capitals such as KAZ")
    if type_ in ("id", "node") and not re.fullmatch(r"[A-Z0-9][A-Z0-9_.\-]*", text):
        raise _fault(f"{text!r} is no id", where, "write capitals, digits, '_', '-' and '.' only")
    return text


def _fault(what: str, where: str, remedy: str) -> NetworkTableError:
    return NetworkTableError(what, where=where, remedy=remedy)


def _choice(known: list[str], text: str, where: str) -> str:
    if text in known:
        return text
    near = get_close_matches(text, known, n=1, cutoff=0.4)
    hint = f"{near[0]}, or one of " if near else "one of "
    kind = "unit" if where.endswith("unit") else "value"
    raise _fault(f"unknown {kind} {text!r}", where, f"use {hint}{', '.join(k for k in known if k)}")


def _number(text: str, where: str, *, signed: bool = False) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _fault(f"{text!r} is no number", where, "write digits with a decimal point") from None
    if not math.isfinite(value):
        raise _fault(f"{text!r} is not finite", where, "leave the cell empty where it is not known")
    if value < 0 and not signed:
        raise _fault(f"{text} is negative", where, "give a value of zero or more, or leave the cell empty")
    return value


def _months(text: str, where: str) -> tuple[bool, ...]:
    out = [False] * 12
    for part in text.split(";"):
        match = re.fullmatch(r"\s*(\d{1,2})(?:\s*-\s*(\d{1,2}))?\s*", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not (1 <= first <= 12 and 1 <= last <= 12):
            raise _fault(f"{text!r} names no months", where, "write 1-12, 3-11 or 1;2;12")
        span = range(first, last + 1) if first <= last else [*range(first, 13), *range(1, last + 1)]
        for month in span:
            out[month - 1] = True
    return tuple(out)
