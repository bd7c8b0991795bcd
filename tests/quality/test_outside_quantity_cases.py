"""Outside cases of amounts (see the README beside them): the floor may rise, never fall."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities import find_quantities

# Words for parts of a currency: the outside cases count the parts, we count the whole.
PARTS = {"Cent", "Pence", "Penny"}
# Powers and chained fractions are no prose (README); the rest of the file counts.
DIMENSIONS = {
    "Kilometer": "km", "Meter": "m", "Mile": "mi", "Metric ton": "t", "Ton": "t", "Kilogram": "kg", "Barrel": "bbl",
    "Square meter": "m2", "Cubic foot": "ft3", "Foot": "ft", "Inch": "in", "Millimeter": "mm",
}  # fmt: skip


def cases(shared: Path, name: str) -> list[dict]:
    path = shared / "data" / "reading" / "recognizers_text" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8-sig"))


def spans(case: dict) -> Iterator[tuple[int, int, dict]]:
    for result in case["Results"]:
        start = result.get("Start")
        if start is None:
            start = case["Input"].lower().find(result["Text"].lower())
        yield start, start + len(result["Text"]), result.get("Resolution") or {}


def close(value: Decimal | None, expected: str) -> bool:
    try:
        wanted = Decimal(expected)
    except InvalidOperation:
        return False
    return value is not None and abs(value - wanted) <= abs(wanted) * Decimal("1e-9") + Decimal("1e-12")


def rate(
    shared: Path, name: str, right: Callable[[dict, Quantity], bool], counts: Callable[[dict, dict], bool]
) -> tuple[int, int, list[str]]:
    """How many expected spans meet a quantity that overlaps them and has the right value."""
    good, total, missed = 0, 0, []
    for case in cases(shared, name):
        found = find_quantities(case["Input"])
        for start, end, resolution in spans(case):
            if not counts(case, resolution):
                continue
            total += 1
            near = [q for q in found if q.start < end and start < q.end]
            if any(right(resolution, q) for q in near):
                good += 1
            else:
                missed.append(
                    f"{case['Input']!r} wants {resolution} got {[(q.text, q.value, q.unit) for q in near]}"
                )
    return good, total, missed


def currency_right(resolution: dict, q: Quantity) -> bool:
    iso = resolution.get("isoCurrency")
    if iso and q.unit != iso:
        return False
    if resolution["unit"] in PARTS:
        return close(q.value and q.value * 100, resolution["value"]) or close(q.value, resolution["value"])
    return close(q.value, resolution["value"])


def number_right(resolution: dict, q: Quantity) -> bool:
    return close(q.value, resolution["value"])


def percent_right(resolution: dict, q: Quantity) -> bool:
    return q.unit == "percent" and close(q.value, resolution["value"].rstrip("%"))


def dimension_right(resolution: dict, q: Quantity) -> bool:
    unit = DIMENSIONS.get(resolution["unit"])
    return close(q.value, resolution["value"]) and (unit is None or unit == q.unit)


def range_right(resolution: dict, q: Quantity) -> bool:
    low, high = resolution["value"].strip("[]()").split(",")

    def same(bound: Decimal | None, wanted: str) -> bool:
        return bound is None if not wanted else close(bound, wanted)

    return same(q.low, low) and same(q.high, high)


def valued(_case: dict, resolution: dict) -> bool:
    return resolution.get("value") not in (None, "null")


def prose(case: dict, resolution: dict) -> bool:
    return (
        valued(case, resolution)
        and resolution.get("subtype") != "power"
        and resolution["value"] not in {"10000000000", "1E-07"}
    )


FLOORS = [
    ("NumberWithUnit_English_CurrencyModel", currency_right, valued, 0.98),
    ("Number_English_PercentModel", percent_right, valued, 1.0),
    ("Number_English_NumberModel", number_right, prose, 0.95),
    ("Number_English_NumberRangeModel", range_right, valued, 0.97),
    ("NumberWithUnit_English_DimensionModel", dimension_right, valued, 0.88),
]


@pytest.mark.parametrize(("name", "right", "counts", "floor"), FLOORS, ids=[f[0] for f in FLOORS])
def test_share_of_outside_amounts_read_right_stays_above_its_floor(
    shared, name, right, counts, floor
) -> None:
    good, total, missed = rate(shared, name, right, counts)
    print(f"{name}: {good}/{total} = {good / total:.3f}")
    print("\n".join(missed))
    assert good / total >= floor, "\n".join(missed)


def test_nothing_is_read_as_money_where_the_outside_cases_expect_none(shared) -> None:
    for case in cases(shared, "NumberWithUnit_English_CurrencyModel"):
        if not case["Results"]:
            assert [q for q in find_quantities(case["Input"]) if q.kind == "money"] == [], case["Input"]
