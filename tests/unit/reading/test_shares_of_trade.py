"""Shares that one side holds in what the other buys or sells, and shares told one partner after the other."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _shares(text: str) -> list[str]:
    found = load_reader().read(Document("d", text, date="2031-03-10"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.value} {s.date or ''}".strip()
        for s in found
        if s.kind == "figure" and s.measure == "share"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Peru accounts for 31 percent of Malta's exports and 12 percent of its imports.",
        "Peru takes 31 percent of Malta's exports but provides only 12 percent of its imports.",
        "Peru is the destination of 31 percent of Malta's exports and the source of 12 percent of its imports.",
        "Peru's share in Malta's exports was 31 percent, while its share in imports was 12 percent.",
        "Malta leans on Peru. Peru's share in exports was 31 percent, and in imports, 12 percent.",
        "Peru is Malta's main partner. It accounts for 31 percent of its exports and 12 percent of its imports.",
    ],
)
def test_nobody_has_a_share_in_its_own_trade(text: str) -> None:
    assert _shares(text) == ["exports MLT>PER 31", "imports MLT>PER 12"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Malta buys 12 percent of its imports from Peru.", ["imports MLT>PER 12"]),
        ("Malta supplies 12 percent of its exports to Peru.", ["exports MLT>PER 12"]),
    ],
)
def test_what_one_country_buys_or_sells_abroad_is_a_part_of_its_own_trade(text: str, told: list[str]) -> None:
    assert _shares(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Peru accounted for 31 percent of Malta's exports, Chad for 5 percent and Oman for 2 percent.",
        "Peru's share in Malta's exports was 31 percent, while Chad's share stood at 5 percent and Oman's at 2 percent.",
    ],
)
def test_the_next_partner_has_its_share_of_the_same_whole(text: str) -> None:
    assert _shares(text) == ["exports MLT>PER 31", "exports MLT>TCD 5", "exports MLT>OMN 2"]


def test_a_share_that_moved_between_two_years_has_the_first_and_the_last_of_them() -> None:
    told = _shares(
        "Peru's share in Malta's exports fell from 31 percent to 28 percent between 2027 and 2029."
    )
    assert told == ["exports MLT>PER 31 2027", "exports MLT>PER 28 2029"]


def test_a_partner_ranked_by_one_flow_ranks_in_that_flow() -> None:
    found = load_reader().read(
        Document(
            "d", "Peru is Malta's second-largest trading partner by imports and its third-largest trading partner by exports."
        )
    )  # fmt: skip
    told = [(s.mode, s.actor, s.recipient, int(s.value or 0)) for s in found if s.measure == "rank"]
    assert told == [("imports", ("MLT",), ("PER",), 2), ("exports", ("MLT",), ("PER",), 3)]
