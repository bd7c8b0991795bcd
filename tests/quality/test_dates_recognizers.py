"""Dates of the Recognizers-Text specifications, by the mapping of that folder's README.

Every other upstream case is here; the other half is for an independent check. A case counts
where one of our expressions overlaps the printed span and has the bounds of one of the
readings that the specification allows.
"""

from __future__ import annotations

import calendar
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dragoman.model.periods import parse_period
from dragoman.reading.dates.expressions import find_dates

Bounds = tuple[date | None, date | None]
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
FILES = ("DateTimeModel", "DateParser", "DatePeriodParser")
# Measured floors; raise them, never lower them without a sentence saying why.
FLOORS = {"DateTimeModel": 0.88, "DateParser": 0.93, "DatePeriodParser": 0.93}


@dataclass(frozen=True)
class Case:
    """A text, its reference day, and for each span to be found the readings allowed."""

    text: str
    on: str | None
    spans: tuple[tuple[int, int, frozenset[Bounds]], ...]
    silent: bool


def day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return found if found.year > 1 else None


def printed_ends(timex: str, high: date) -> set[date]:
    """Ends as printed: "from 4 to 22 May" ends on the 22nd, "2005 to 2024" with 2024 (README)."""
    printed = re.fullmatch(r"\((.*),(.*),P.*[\d.]+([DWMY])\)", timex)
    if not printed:
        return set()
    ends = {high} if printed[3] == "D" else set()
    if printed[3] == "W":
        ends.add(high + timedelta(6))
    if high.day == 1:
        ends.add(date(high.year, high.month, calendar.monthrange(high.year, high.month)[1]))
        if high.month == 1:
            ends.add(date(high.year, 12, 31))
        if high.month in (1, 4, 7, 10):
            ends.add(date(high.year, high.month + 2, calendar.monthrange(high.year, high.month + 2)[1]))
    return ends


# Start, middle and end of a period are left alone (README); the parser files do not mark them.
PART = re.compile(r"(?:the )?(?:early|earlier|late|later|mid|middle|beginning|start|end)\b")


def span_readings(timex: str, start: str | None, end: str | None, mod: str) -> set[Bounds]:
    low, high = day(start) if start else None, day(end) if end else None
    if mod in ("since", "after"):
        return {(low, None), (low + timedelta(1), None)} if low else set()
    if mod in ("before", "until"):
        return {(None, high), (None, high - timedelta(1))} if high else set()
    if low is None or high is None:
        return set()
    found: set[Bounds] = {(low, high - timedelta(1))}
    found |= {(low, last) for last in printed_ends(timex, high)}
    return found


def season(timex: str) -> set[Bounds]:
    match = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex)
    if not match:
        return set()
    period = parse_period(f"{match[1]}-{SEASONS[match[2]]}")
    return {(period.first, period.last)}


def model_readings(values: list[dict[str, Any]]) -> set[Bounds]:
    found: set[Bounds] = set()
    for value in values:
        mod = value.get("Mod", "")
        if mod not in ("", "since", "after", "before", "until"):
            continue
        if value.get("value") == "not resolved" or ("start" not in value and "end" not in value):
            one = day(value.get("value", ""))
            found |= {(one, one)} if one else season(value["timex"])
            if mod and one:
                found |= span_readings(value["timex"], value["value"], value["value"], mod)
        else:
            found |= span_readings(value["timex"], value.get("start"), value.get("end"), mod)
    return found


def parser_readings(value: dict[str, Any]) -> set[Bounds]:
    found: set[Bounds] = season(value.get("Timex", ""))
    for key in ("PastResolution", "FutureResolution"):
        got = value.get(key) or {}
        one = day(got.get("date", ""))
        if one:
            found.add((one, one))
        elif "startDate" in got or "endDate" in got:
            mod = "" if len(got) == 2 else ("since" if "startDate" in got else "before")
            found |= span_readings(value["Timex"], got.get("startDate"), got.get("endDate"), mod)
    return found


def load(path: Path) -> list[Case]:
    cases = []
    for raw in json.loads(path.read_text(encoding="utf-8-sig")):
        spans, other = [], False
        for result in raw["Results"]:
            start = result["Start"]
            if "Resolution" in result:
                end = result["End"] + 1
                kind = result["TypeName"].split(".")[-1]
                values = (result["Resolution"] or {}).get("values") or []
                readings = model_readings(values) if kind in ("date", "daterange") else set()
                other |= kind not in ("date", "daterange")
            else:
                end = start + result["Length"]
                readings = parser_readings(result.get("Value") or {})
            if PART.match(raw["Input"][start:end].lower()):
                readings = set()
            if readings:
                spans.append((start, end, frozenset(readings)))
            else:
                other = True
        on = (raw.get("Context") or {}).get("ReferenceDateTime", "")[:10] or None
        cases.append(Case(raw["Input"], on, tuple(spans), not spans and not other))
    return cases


def bounds(edtf: str) -> Bounds:
    period = parse_period(edtf)
    return period.first, period.last


def score(cases: list[Case]) -> tuple[int, int, int, list[str]]:
    """Right, all, texts with a date where none is, and a line for each miss."""
    right = total = spurious = 0
    misses = []
    for case in cases:
        found = [e for e in find_dates(case.text, case.on) if e.edtf]
        if case.silent and found:
            spurious += 1
            misses.append(f"SPURIOUS {case.text!r}: {[(e.text, e.edtf) for e in found]}")
        for start, end, readings in case.spans:
            total += 1
            near = [e for e in found if e.start < end and start < e.end]
            if any(bounds(str(e.edtf)) in readings for e in near):
                right += 1
            else:
                wanted = sorted(f"{a}/{b}" for a, b in readings)
                misses.append(
                    f"{case.on} {case.text!r} {case.text[start:end]!r}: {wanted}, got {[(e.text, e.edtf) for e in near]}"
                )
    return right, total, spurious, misses


@pytest.mark.parametrize("name", FILES)
def test_dates_are_read_as_the_specifications_say(shared: Path, name: str) -> None:
    path = shared / "data" / "reading" / "recognizers_text" / f"DateTime_English_{name}.json"
    right, total, _, misses = score(load(path))
    assert total >= 60
    assert right / total >= FLOORS[name], "\n".join(misses)


def test_texts_without_dates_stay_without(shared: Path) -> None:
    cases = []
    for name in FILES:
        path = shared / "data" / "reading" / "recognizers_text" / f"DateTime_English_{name}.json"
        cases += [case for case in load(path) if case.silent]
    spurious = score(cases)[2]
    assert len(cases) >= 35
    assert spurious <= 3
