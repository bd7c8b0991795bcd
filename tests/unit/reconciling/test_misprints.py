"""Percentages misprinted, numbers of years swapped, fiscal years kept to their document, parts of a sum."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.findings import Finding
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader
from dragoman.reconciling import reconcile

GROWN = (
    "Gabon's exports to Oman were $150 million in 2021 and $180 million in 2022, an increase of {} percent."
)


def _read(text: str, name: str = "a.txt") -> list[Statement]:
    return [s for s in load_reader().read(Document(name, text, date="2025-10-20")) if s.kind == "figure"]


def _conflicts(*texts: str) -> list[Finding]:
    told = [s for k, text in enumerate(texts) for s in _read(text, f"{k}.txt")]
    return [f for f in reconcile(told, (), texts={}) if f.verdict == "conflict"]


@pytest.mark.parametrize("printed", ["2", "200"])
def test_a_percentage_with_its_point_moved_is_repaired(printed: str) -> None:
    (f,) = _conflicts(GROWN.format(printed))
    assert (f.repairs[0].kind, str(f.repairs[0].after)) == ("value", "20")


def test_a_percentage_with_two_digits_swapped_is_repaired() -> None:
    (f,) = _conflicts(GROWN.replace("180", "188").format("52"))
    assert (f.repairs[0].kind, str(f.repairs[0].after)) == ("value", "25")


def test_a_rise_told_as_a_fall_is_read_as_a_rise() -> None:
    text = "Gabon's exports to Oman fell by 20 percent to $180 million in 2022 from $150 million in 2021."
    (f,) = _conflicts(text)
    assert f.repairs[0].kind == "reading" and "as a rise" in f.repairs[0].why


FISCAL = (
    "In fiscal year 2022-23 Fiji's exports to Tonga were $40 million and its imports from Tonga $10 million."
)


def test_fiscal_years_of_one_document_add_up() -> None:
    assert not _conflicts(FISCAL + " Trade between them in fiscal year 2022-23 was $50 million.")
    assert _conflicts(FISCAL + " Trade between them in fiscal year 2022-23 was $80 million.")


def test_a_fiscal_year_refutes_no_calendar_year_and_no_other_document() -> None:
    assert not _conflicts(FISCAL, "In 2022 and 2023 trade between Fiji and Tonga was $20 million.")
    assert not _conflicts(FISCAL, "In fiscal year 2022-23 trade between Fiji and Tonga was $80 million.")


def test_part_of_it_is_of_the_time_of_the_sum() -> None:
    one = "Jordan's exports to Iraq reached $1.05 billion in 2023."
    two = "Trade between Jordan and Iraq hit $1.6 billion in 2023. Jordanian exports accounted for $1.48 billion of it."
    assert _conflicts(one, two)
