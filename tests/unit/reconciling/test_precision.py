"""Intervals of printed figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
import yaml

from dragoman.reconciling.precision import interval_of, printed_interval
from tests.unit.reconciling.told import figure


def _cases() -> list[dict[str, str]]:
    from importlib.resources import files

    text = files("dragoman.data").joinpath("reconciling/precision.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["examples"]


@pytest.mark.parametrize("case", _cases(), ids=lambda c: c["text"])
def test_the_examples_of_the_data_file_come_out(case: dict[str, str]) -> None:
    i = printed_interval(Decimal(case["value"]), case["text"], case["measure"])
    assert i.low == (None if case["low"] is None else Fraction(case["low"]))
    assert i.high == (None if case["high"] is None else Fraction(case["high"]))


def test_a_hedge_of_another_number_does_not_count() -> None:
    i = printed_interval(Decimal("303.6"), "increased by more than 11 times to $303.6", "level")
    assert (i.low, i.high) == (Fraction("303.55"), Fraction("303.65"))


def test_what_the_reader_says_is_never_overruled() -> None:
    s = figure("companies", "BGR>KAZ", "2025", 100, low=100, text="some 100 companies", unit="1")
    assert interval_of(s).low == 100 and interval_of(s).high is None


def test_trailing_zeros_leave_half_a_unit_of_the_scale_word() -> None:
    i = printed_interval(Decimal(10**10), "USD 10 billion", "level")
    assert (i.low, i.high) == (Fraction(95, 10) * 10**9, Fraction(105, 10) * 10**9)
