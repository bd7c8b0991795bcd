"""Joint bounds by component: tight where propagation is not, and said where the programs are not asked."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dragoman.reconciling import joint
from dragoman.reconciling.constraints import Row
from dragoman.reconciling.joint import components, hinted, joint_bounds
from tests.unit.reconciling.told import figure, found, millions

ONE = Fraction(1)


def _row(terms: dict[int, int], low: int | None, high: int | None, claim: int = -1) -> Row:
    def fraction(x: int | None) -> Fraction | None:
        return None if x is None else Fraction(x)

    return Row(tuple((v, Fraction(a)) for v, a in terms.items()), fraction(low), fraction(high), claim, "sum")


# x + y = 10 and x - y = 2: propagation leaves 2 to 10 for x, together they leave 6 only.
CYCLE = [_row({0: 1, 1: 1}, 10, 10, 0), _row({0: 1, 1: -1}, 2, 2, 1)]


def test_a_cycle_is_as_tight_as_its_rows_together() -> None:
    interval, claims, _ = joint_bounds(CYCLE, 2, [0])[0]
    assert interval.low == 6 and interval.high == 6 and claims == {0, 1}


def test_rows_that_hang_together_with_nothing_wanted_are_not_looked_at() -> None:
    other = [_row({2: 1, 3: 1}, 1, 5, 2), _row({2: 1}, 9, 9, 3)]  # contradictory by themselves
    assert joint_bounds([*CYCLE, *other], 4, [0])[0][0].low == 6
    assert [sorted(c) for c in components([*CYCLE, *other])] == [[0, 1], [2, 3]]


def test_floats_find_what_fractions_prove() -> None:
    hints = hinted(CYCLE, [0, 1])
    assert hints.ends(0) == pytest.approx((6, 6)) and hints.ends(1) == pytest.approx((4, 4))
    assert hints.reasons(0) == {0, 1}


def test_a_component_too_large_for_the_programs_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joint, "MOST_ROWS", 1)
    assert hinted(CYCLE, [0]).limited == {0}
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2"),
        figure("trade", "KAZ,BGR", "2024", 4, 3.5, 4, measure="multiple", base="2023"),
        millions("exports", "KAZ>BGR", "2024", "303.6"),
        figure("exports", "KAZ>BGR", "2024", 11, 11, 12, measure="multiple", base="2023"),
        millions("imports", "KAZ>BGR", "2024", "71.6"),
    ]
    implied = found(told, verdict="implied")
    assert implied and any("may be wider" in f.because for f in implied)
