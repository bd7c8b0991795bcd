"""Trade of which one side is a region: no state of the text stands in for it."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str) -> list[str]:
    found = load_reader().read(
        Document("d", f"Oman and Kenya signed an agreement. {text}", date="2031-03-10")
    )
    return [f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)}" for s in found if s.kind == "figure"]


@pytest.mark.parametrize(
    "text",
    [
        "Oman-Africa trade is up 10.4% this year.",
        "Oman-Latin America trade reached $80 million in 2030.",
        "Indo-African trade reached $80 million in 2030.",
        "Trade between Oman and Africa reached $80 million.",
        "Trade between Oman and African countries reached $80 million.",
        "Africa's trade with Oman reached $80 million.",
        "Exports to Africa reached $80 million.",
        "Intra-African trade reached $80 million.",
    ],
)
def test_the_other_state_of_the_text_is_no_region(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Oman's exports to Kenya and the rest of Africa reached $80 million.", ["exports OMN>KEN"]),
        ("Oman's trade with the East African country reached $80 million.", ["trade OMN+KEN>"]),
        ("Kenya's exports to the Gulf state of Oman reached $80 million.", ["exports KEN>OMN"]),
        ("Trade between Oman and the European Union reached $80 million.", ["trade OMN+EU>"]),
    ],
)
def test_a_state_told_by_its_region_is_still_one(text: str, told: list[str]) -> None:
    assert _figures(text) == told
