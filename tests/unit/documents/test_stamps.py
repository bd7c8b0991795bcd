"""Dates as people and programs write them."""

from __future__ import annotations

import pytest

from dragoman.documents import to_edtf


@pytest.mark.parametrize(
    ("stamp", "edtf"),
    [
        ("2025-06-09", "2025-06-09"),
        ("2025-06", "2025-06"),
        ("2024/2025", "2024/2025"),
        ("2025-06-09T10:00:00+05:00", "2025-06-09"),
        ("2025-06-09 10:00", "2025-06-09"),
        ("Mon, 09 Jun 2025 10:00:00 GMT", "2025-06-09"),
        ("9 June 2025", "2025-06-09"),
        ("Monday, June 9th, 2025, 4:15 pm", "2025-06-09"),
        ("Sept. 9, 2025", "2025-09-09"),
        ("June 2025", "2025-06"),
        ("09.06.2025", "2025-06-09"),
        ("2025/6/9", "2025-06-09"),
        ("20250609", "2025-06-09"),
        ("D:20250609120000+06'00'", "2025-06-09"),
        ("03/04/2025", None),
        ("31 June 2025", None),
        ("2025-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9" * 500, None),
    ],
)
def test_a_stamp_means_one_date_or_none(stamp: str | None, edtf: str | None) -> None:
    assert to_edtf(stamp) == edtf
