"""Whose a surplus or deficit in trade is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


@pytest.mark.parametrize(
    ("text", "holder", "kind"),
    [
        ("Ghana had a trade surplus of $12 million with Togo in 2022.", "GHA", "trade surplus"),
        ("Ghana's trade deficit with Togo reached $12 million in 2022.", "GHA", "trade deficit"),
        ("In 2022 Togo ran a trade deficit of $12 million with Ghana.", "TGO", "trade deficit"),
        ("Ghana sold Togo goods worth $30 million in 2022, leaving Togo with a deficit of $12 million.", "TGO", "trade deficit"),
        ("Ghana's trade with Togo in 2022 ended in a surplus of $12 million in favour of Togo.", "TGO", "trade surplus"),
        ("Ghana and Togo traded much in 2022; the trade deficit was $12 million in Togo's favour.", "GHA", "trade deficit"),
        ("Ghana's exports to Togo were $30 million and its imports $42 million in 2022. That left Ghana with a deficit of $12 million.", "GHA", "trade deficit"),
        ("Trade between Togo and Ghana grew in 2022. The trade surplus of Ghana amounted to $12 million.", "GHA", "trade surplus"),
        ("Ghana has a negative trade balance of $12 million with Togo.", "GHA", "trade deficit"),
        ("Togo has a positive trade balance with Ghana of $12 million.", "TGO", "trade surplus"),
        ("Ghana's goods deficit with Togo was $12 million in 2022.", "GHA", "trade deficit"),
        ("Ghana had a $12 million deficit in its trade with Togo in 2022.", "GHA", "trade deficit"),
        ("Ghana's exports to Togo were $30 million and its imports $42 million, giving Togo a surplus of $12 million.", "TGO", "trade surplus"),
        ("Trade between Ghana and Togo was $50 million in 2022, leaving Ghana with a deficit of $12 million.", "GHA", "trade deficit"),
        ("Ghana had a trade deficit of $9 million with Togo in 2022. In 2021 the deficit had been $12 million.", "GHA", "trade deficit"),
    ],
)  # fmt: skip
def test_the_first_party_holds_the_balance(text: str, holder: str, kind: str) -> None:
    said = load_reader().read(Document("d", text, title=None, date="2023-02-01"))
    told = [s for s in said if s.kind == "figure" and s.value == 12_000_000]
    assert [(s.actor[0], set(s.actor), s.object) for s in told] == [(holder, {"GHA", "TGO"}, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Trade between Ghana and Togo reached $12 million in 2022.",
        "The trade gap between Ghana and Togo was $12 million in 2022.",
    ],
)
def test_turnover_and_gaps_of_nobody_are_no_balance(text: str) -> None:
    said = load_reader().read(Document("d", text, title=None, date="2023-02-01"))
    assert all(s.object is None for s in said if s.kind == "figure")
