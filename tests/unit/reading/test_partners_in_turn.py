"""Partners told one after the other in running text, where whose trade it is was said before."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str, title: str) -> list[tuple[str, str, str | None, float]]:
    found = load_reader().read(Document("d", text, title=title, date="2024-01-01"))
    return [
        (s.mode, f"{'+'.join(s.actor)}>{'+'.join(s.recipient)}", s.date, float(s.value or 0))
        for s in found
        if s.kind == "figure" and s.measure != "rank"
    ]


BUYERS = "Morocco sold 1.1 million tonnes of fertiliser to India in 2022. Bangladesh ordered 400,000 tonnes. Another 300,000 tonnes went to Brazil, and 20,000 tonnes were bought by Benin."
COPPER = "Chile exported 500,000 tonnes of copper in 2022. Japan bought 120,000 tonnes, South Korea 80,000 tonnes. Taiwan purchased 30,000 tonnes."
WHEAT = "Egypt imported 4.5 million tonnes of wheat from Russia in 2021. Ukraine supplied 2.1 million tonnes, and Romania sold 900,000 tonnes."
OMAN = "Non-oil exports of Oman rose to $17 billion in 2022. The UAE led the buyers with $2.4 billion, ahead of Saudi Arabia with $2.1 billion. Third was India at $1.9 billion."
ARMENIA = "In January 2022 Armenia's foreign trade was $700 million. Russia ($210 million), China ($90 million) and Iran ($50 million) were the largest partners."
MALDIVES = "The Maldives welcomed 1.67 million tourists in 2022. Indians numbered 241,000. Russia ranked second with 201,000 and Britain third with 178,000."
FIJI = "Fiji recorded 894,000 arrivals in 2019. Australia sent 367,000 people, New Zealand 206,000 and the United States 97,000."


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Phosphate sales", BUYERS, {
            ("exports", "MAR>BGD", "2022", 400e3), ("exports", "MAR>BRA", "2022", 300e3), ("exports", "MAR>BEN", "2022", 20e3),
        }),
        ("Chile's copper", COPPER, {
            ("exports", "CHL>JPN", "2022", 120e3), ("exports", "CHL>KOR", "2022", 80e3), ("exports", "CHL>TWN", "2022", 30e3),
        }),
        ("Wheat for Egypt", WHEAT, {("imports", "EGY>UKR", "2021", 2.1e6), ("imports", "EGY>ROU", "2021", 9e5)}),
        ("Omani trade", OMAN, {
            ("exports", "OMN>ARE", "2022", 2.4e9), ("exports", "OMN>SAU", "2022", 2.1e9), ("exports", "OMN>IND", "2022", 1.9e9),
        }),
        ("Foreign trade of Armenia", ARMENIA, {
            ("trade", "ARM+RUS>", "2022-01", 210e6), ("trade", "ARM+CHN>", "2022-01", 90e6), ("trade", "ARM+IRN>", "2022-01", 50e6),
        }),
        ("Maldives arrivals", MALDIVES, {
            ("visitors", "IND>MDV", "2022", 241e3), ("visitors", "RUS>MDV", "2022", 201e3), ("visitors", "GBR>MDV", "2022", 178e3),
        }),
        ("Fiji visitor statistics", FIJI, {
            ("visitors", "AUS>FJI", "2019", 367e3), ("visitors", "NZL>FJI", "2019", 206e3), ("visitors", "USA>FJI", "2019", 97e3),
        }),
    ],
)  # fmt: skip
def test_partners_follow_one_another(
    title: str, text: str, expected: set[tuple[str, str, str | None, float]]
) -> None:
    assert expected <= set(_figures(text, title))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil exported goods worth $610 million to Angola in 2021. In the opposite direction, oil worth $120 million arrived.", ("exports", "AGO>BRA", "2021", 120e6)),
        ("Brazil's shipments to Angola came to $40 million in 2019. Crude worth $12 million went the other way.", ("exports", "AGO>BRA", "2019", 12e6)),
        ("Brazilian investment in Angola stood at $400 million in 2021. In the opposite direction it was $2 million.", ("investment", "AGO>BRA", "2021", 2e6)),
        ("Some 320,000 Brazilians visited Angola in 2019. In the other direction, 19,000 trips were made.", ("visitors", "AGO>BRA", "2019", 19e3)),
    ],
)  # fmt: skip
def test_what_goes_the_other_way(text: str, expected: tuple[str, str, str | None, float]) -> None:
    assert expected in _figures(text, "Brazil and Angola")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kenya and Uganda in 2021", "In 2021, Kenyan exports stood at $6.7 billion, while Ugandan exports were $4.2 billion."),
        ("Chile, Peru", "Chile's imports came to $90 billion and Peru's imports to $60 billion last year."),
        ("Georgia and Armenia", "Georgia's total foreign trade reached $19 billion in 2022. Armenia's exports doubled to $5 billion."),
    ],
)  # fmt: skip
def test_own_totals_are_not_between_the_two(title: str, text: str) -> None:
    assert _figures(text, title) == []


def test_parts_of_a_turnover_are_between_the_two() -> None:
    text = "Bilateral trade reached $900 million in 2021. Kenyan exports amounted to $600 million and Ugandan exports to $300 million."
    assert {("exports", "KEN>UGA", "2021", 6e8), ("exports", "UGA>KEN", "2021", 3e8)} <= set(
        _figures(text, "Kenya and Uganda")
    )


def test_guests_and_output_are_no_purchase() -> None:
    text = "Ghana sold cocoa worth $5 million to Mali in 2019. Togo received 20,000 visitors. Kenya produced 40,000 tonnes of meat."
    assert _figures(text, "Ghana's cocoa") == [("exports", "GHA>MLI", "2019", 5e6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway gave Malawi NOK 240 million in 2022. A further NOK 60 million went to teacher training.", ("aid", "NOR>MWI", None, 60e6)),
        ("Norway provided Malawi with NOK 120 million between 2018 and 2021. Another NOK 15 million was paid in 2022.", ("aid", "NOR>MWI", "2022", 15e6)),
        ("Norway gave Malawi NOK 240 million in 2022. An additional NOK 20 million is planned for 2025.", ("aid", "NOR>MWI", "2025", 20e6)),
        ("Norway exported 31 million tonnes of ore to Malawi in 2022. A year earlier the figure was 16 million tonnes.", ("exports", "NOR>MWI", "2021", 16e6)),
    ],
)  # fmt: skip
def test_more_of_what_was_told(text: str, expected: tuple[str, str, str | None, float]) -> None:
    assert [expected[:2], expected[3]] in [[f[:2], f[3]] for f in _figures(text, "Norway and Malawi")]
    assert expected[2] is None or expected in _figures(text, "Norway and Malawi")


def test_a_further_sum_of_another_giver_stays_apart() -> None:
    text = "Norway gave Malawi NOK 240 million in 2022. Another $15 million was raised on the stock exchange in Japan."
    assert not [f for f in _figures(text, "Norway and Malawi") if f[1] == "NOR>MWI" and f[3] == 15e6]
