"""Signs of money that several countries share, read by whose page or figure it is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _amounts(text: str, url: str | None = None) -> list[tuple[int, str]]:
    found = load_reader().read(Document("d", text, title=None, date="2024-05-02", url=url))
    return [(int(s.value), s.unit or "") for s in found if s.kind == "figure" and s.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's exports to Malta were 12.5bn/- in 2019.", (12_500_000_000, "KES")),
        ("Tanzania's exports to Malta were 12.5bn/- in 2019.", (12_500_000_000, "TZS")),
        ("Uganda imported goods worth Shs90m from Peru in 2019.", (90_000_000, "UGX")),
        ("India lent Nepal Rs 700/- in 1951.", (700, "INR")),
    ],
)
def test_a_stroke_behind_an_amount_is_the_shilling_of_whoever_counts(
    text: str, expected: tuple[int, str]
) -> None:
    assert _amounts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Exports of Canada to Malta were $31 million in 2022.", "CAD"),
        ("Exports of Canada to Malta were US$31 million in 2022.", "USD"),
        ("Exports of Peru to Malta were $31 million in 2022.", "USD"),
    ],
)
def test_a_bare_dollar_on_a_governments_page_is_its_own_where_it_counts_itself(text: str, unit: str) -> None:
    page = "https://www.international.gc.ca/country-pays/malta-malte/relations.aspx"
    assert _amounts(text, page) == [(31_000_000, unit)]
    assert (
        _amounts(text.replace("Canada", "Japan"), "https://www.mofa.go.jp/region/malta.html")[0][1] == "USD"
    )
