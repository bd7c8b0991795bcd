"""Spans of days, their names and their pieces."""

from __future__ import annotations

import pytest

from dragoman.reconciling.periods import clusters, segments, shifted, span_of


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("2024", "2024"),
        ("2024-01/2024-12", "2024"),
        ("2024-02", "2024-02"),
        ("2024-33", "2024-33"),
        ("2024-01/2024-03", "2024-33"),
        ("2024-40", "2024-40"),
        ("2005/2024", "2005/2024"),
        ("2024-01/2024-11", "2024-01/2024-11"),
        ("2025-07-29", "2025-07-29"),
    ],
)
def test_a_span_has_one_name_however_it_is_written(told: str, named: str) -> None:
    span = span_of(told)
    assert span is not None and span.edtf == named


@pytest.mark.parametrize("told", [None, "", "2019/..", "../2020", "some day"])
def test_what_has_no_closed_period_has_no_span(told: str | None) -> None:
    assert span_of(told) is None


def test_a_leap_february_shifts_to_a_whole_february() -> None:
    span = span_of("2024-02")
    assert span is not None and shifted(span, 1) == span_of("2025-02")


def test_years_side_by_side_do_not_overlap() -> None:
    years = [s for y in ("2022", "2023", "2024") if (s := span_of(y))]
    assert clusters(years) == [[y] for y in years]


def test_every_overlapping_span_is_a_sum_of_pieces() -> None:
    spans = [s for t in ("2024", "2024-01/2024-11", "2024-33", "2005/2024") if (s := span_of(t))]
    (cluster,) = clusters(spans)
    pieces = segments(cluster)
    for span in cluster:
        inside = [p for p in pieces if span.covers(p)]
        assert sum(p.days for p in inside) == span.days
    assert [p.edtf for p in pieces] == ["2005/2023", "2024-33", "2024-04/2024-11", "2024-12"]
