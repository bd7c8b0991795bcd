"""What one country trades or takes in altogether passes between no two; each partner's part does."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str) -> set[tuple[str, str, str | None, float]]:
    found = load_reader().read(Document("d", text, title="Report", date="2024-01-01"))
    return {
        (s.mode, f"{'+'.join(s.actor)}>{'+'.join(s.recipient)}", s.measure, float(s.value or 0))
        for s in found
        if s.kind == "figure"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tunisia's exports reached $18 billion in 2021, of which Italy accounted for 17% and Libya for 4%.",
         {("exports", "TUN>ITA", "share", 17), ("exports", "TUN>LBY", "share", 4)}),
        ("Tunisia's exports reached $18 billion in 2021, of which 17% went to Italy, 9% to Spain and 4% to Libya.",
         {("exports", "TUN>ITA", "share", 17), ("exports", "TUN>ESP", "share", 9), ("exports", "TUN>LBY", "share", 4)}),
        ("Laos imported machines worth $2 billion in 2021, of which 40% came from Japan and 8% from Korea.",
         {("imports", "LAO>JPN", "share", 40), ("imports", "LAO>KOR", "share", 8)}),
        ("Iceland welcomed 2 million visitors in 2022, of whom 25% were British, 15% German and 9% were from Norway.",
         {("visitors", "GBR>ISL", "share", 25), ("visitors", "DEU>ISL", "share", 15), ("visitors", "NOR>ISL", "share", 9)}),
        ("Some 9,000 foreign students came to Cuba in 2020, of whom 3,000 were from Angola and 2,000 from Haiti.",
         {("students", "AGO>CUB", "level", 3000), ("students", "HTI>CUB", "level", 2000)}),
        ("Foreign investment in Albania reached $1 billion in 2019, of which Greece accounted for 20% and Canada 10%.",
         {("investment", "GRC>ALB", "share", 20), ("investment", "CAN>ALB", "share", 10)}),
        ("Algeria's gas exports reached 50 bcm in 2022, of which 20 bcm went to Italy and 9 bcm to Spain.",
         {("exports", "DZA>ITA", "level", 20), ("exports", "DZA>ESP", "level", 9)}),
        ("Samoa's imports grew to $400 million in 2018, with New Zealand accounting for 27%, Fiji 15% and Japan for 12%.",
         {("imports", "WSM>NZL", "share", 27), ("imports", "WSM>FJI", "share", 15), ("imports", "WSM>JPN", "share", 12)}),
    ],
)  # fmt: skip
def test_each_part_has_its_partner_and_the_whole_has_none(
    text: str, expected: set[tuple[str, str, str | None, float]]
) -> None:
    assert _figures(text) == expected


def test_the_parts_of_trade_between_two_leave_the_whole_to_them() -> None:
    found = _figures(
        "Trade between Oman and Nepal was $20 million, of which Nepal's exports were $5 million."
    )
    assert found == {("trade", "OMN+NPL>", "level", 20e6), ("exports", "NPL>OMN", "level", 5e6)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 Spain accounted for 30% of Angola's exports, followed by the United States 14%, Japan 9% and Cuba 4.6%.",
         {("exports", "AGO>ESP", "share", 30), ("exports", "AGO>USA", "share", 14), ("exports", "AGO>JPN", "share", 9),
          ("exports", "AGO>CUB", "share", 4.6)}),
        ("In 2020 Spain made up about 60 percent of Gabon's imports, Togo 20 percent, and the Netherlands 5 percent.",
         {("imports", "GAB>ESP", "share", 60), ("imports", "GAB>TGO", "share", 20), ("imports", "GAB>NLD", "share", 5)}),
        ("Spain took 30% of Angola's exports in 2019, followed by the Philippines 14%.",
         {("exports", "AGO>ESP", "share", 30), ("exports", "AGO>PHL", "share", 14)}),
    ],
)  # fmt: skip
def test_shares_right_behind_those_who_follow_are_theirs(
    text: str, expected: set[tuple[str, str, str | None, float]]
) -> None:
    assert _figures(text) == expected
