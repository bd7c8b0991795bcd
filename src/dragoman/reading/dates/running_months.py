"""Months counted up to an end: "the eight months to August", "the year ended March 2022" (§P7)."""

from __future__ import annotations

import re

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom
from dragoman.reading.dates.compositions import is_split_year
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.tokens import Token

__all__ = ["add_running_month_rules"]

_ENDED = frozenset({"ended", "ending"})
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MONTH_OR_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?")
_FIRST_MONTH, _MIDDLE = 4, 7
_LONGEST = 24
"""Months; assumed: "the five years to March" are no one period measured."""


def add_running_month_rules(cascade: Cascade) -> None:
    """Register the rules over months that run up to a month or a day."""

    @cascade.rule(r"h?(?:R?B|R?k?F?U)(?:t|_[ji]?)h?A", need="BU t_ A")
    def months_to(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The eight months to August; the year ended March 31, 2022; the quarter ending in June."""
        mark = first(t, "t_")
        end: Atom = t[-1].value
        size = _size(t)
        if mark is None or (mark.cls == "_" and mark.value not in _ENDED) or mark.value == "throughout":
            return None
        if size is None or end.unit not in ("month", "day") or end.relation != "in" or end.part:
            return None

        def run(edtf: str) -> str | None:
            last = calendar.bounds(edtf)[1]
            if last is None or not _MONTH_OR_DAY.fullmatch(edtf):
                return None
            return calendar.interval(
                calendar.month(last.year, last.month - size + 1), calendar.month(last.year, last.month)
            )

        made = end.mapped(run)
        return reduced(t, Atom("range", made.edtf, made.make, made.relative, dated=made.dated))

    @cascade.rule(r"AJ[oi]?h?A", need="A J")
    def period_of_year(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """The January to May period of 2022; the July-September period last year."""
        part, year = t[0].value, t[-1].value
        if part.make is None or part.unit not in ("range", "month", "quarter") or year.unit != "year":
            return None

        def of(edtf: str) -> str | None:
            return part.make(int(edtf)) if len(edtf) == 4 and edtf.isdigit() else None

        made = year.mapped(of)
        return reduced(t, Atom("range", made.edtf, made.make, made.relative))

    @cascade.rule(r"A(?:\(F?A\)|[oi]?h?A)", need="A")
    def months_of_split_year(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """July-November (2022-23); April-December 2021-22."""
        part, year = t[0].value, next(x for x in reversed(t) if x.cls == "A").value
        if part.make is None or part.unit not in ("range", "month", "quarter") or year.edtf is None:
            return None
        if not is_split_year(year.edtf):
            return None
        first_year = int(year.edtf[:4])
        edtf = part.make(first_year)
        if edtf is not None and _in_second(edtf):
            edtf = part.make(first_year + 1)
        return reduced(t, Atom("range", edtf=edtf)) if edtf is not None else None


def _in_second(edtf: str) -> bool:
    """Whether months of a split year lie in its second: before April, or before July and over by then.

    Such years begin in April or July nearly everywhere (assumed); "April to June" is taken for a first quarter.
    """
    low, high = calendar.bounds(edtf)
    if low is None or high is None:
        return False
    return low.month < _FIRST_MONTH or (
        low.month < _MIDDLE and low.month > _FIRST_MONTH and high.year == low.year
    )


def _size(t: Tokens) -> int | None:
    """How many months are counted, or None."""
    body = first(t, "B")
    if body is not None:
        parts = body.value
        if len(parts) != 1 or parts[0][1] not in _MONTHS:
            return None
        size = int(parts[0][0] * _MONTHS[parts[0][1]])
    else:
        unit = first(t, "U")
        if unit is None or unit.end - unit.start > len(unit.value):
            return None
        size = _MONTHS.get(unit.value, 0)
        if size == 1:
            return None
    return size if 0 < size <= _LONGEST else None
