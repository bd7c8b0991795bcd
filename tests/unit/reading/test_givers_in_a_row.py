"""Rows of givers, firms of two countries, goods bought while others are sold: who gives, whose the number is, which way goods go."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, *kinds: str) -> list[str]:
    found = load_reader().read(Document("d", text, date="2031-03-10"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.value or ''}".strip()
        for s in found
        if s.kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Malawi's donors met in Lilongwe. Norway will give 30 million euros, Malta 20 million euros, and the Netherlands 8 million euros.",
            ["aid NOR>MWI 30000000", "aid MLT>MWI 20000000", "aid NLD>MWI 8000000"],
        ),
        (
            "Norway pledged 30 million euros to Malawi, Malta 20 million euros and the Netherlands 8 million euros.",
            ["aid NOR>MWI 30000000", "aid MLT>MWI 20000000", "aid NLD>MWI 8000000"],
        ),
        (
            "Norway gave Malawi $5 million and Zambia $3 million.",
            ["aid NOR>MWI 5000000", "aid NOR>ZMB 3000000"],
        ),
    ],
)
def test_none_of_a_row_of_givers_is_given_to(text: str, told: list[str]) -> None:
    assert sorted(_read(text, "figure")) == sorted(told)


@pytest.mark.parametrize("owners", ["the two countries’", "both nations'", "the three governments'"])
def test_a_number_of_countries_counts_no_companies(owners: str) -> None:
    assert not _read(f"Chile and Oman want links between {owners} companies.", "figure")


def test_a_number_of_companies_behind_their_country_is_still_counted() -> None:
    told = _read("Chile trades with Oman. The country's 20 firms in Oman employ 500 people.", "figure")
    assert "companies CHL>OMN 20" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fiji mainly exports sugar, timber and fish to Brazil while importing cars and tyres from the Latin American nation.",
            ["exports FJI>BRA", "imports FJI>BRA"],
        ),
        (
            "Fiji mainly ships sugar, timber and fish to Japan. Meanwhile, the country imports cars, machinery and tyres.",
            ["exports FJI>JPN", "imports FJI>JPN"],
        ),
    ],
)
def test_goods_bought_while_others_are_sold_go_the_other_way(text: str, told: list[str]) -> None:
    assert _read(text, "composition") == told


def test_a_bank_named_with_its_country_lends_for_that_country_alone() -> None:
    assert _read("In 2030, China EXIM loaned Ghana $2 billion.", "figure") == ["loan CHN>GHA 2000000000"]


@pytest.mark.parametrize(
    "parts",
    [
        "of which 60% was in mining and 15% in trade",
        "with 60% concentrated in farming and 15% in commerce",
        "60% of it in fishing, 15% in energy",
    ],
)
def test_what_goes_into_trade_or_energy_is_a_part_of_the_investment(parts: str) -> None:
    told = _read(f"FDI from Malta in Gabon totalled $3 billion in 2028, {parts}.", "figure")
    assert "investment MLT>GAB 15" in told
    assert not [t for t in told if t.startswith(("trade", "energy"))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Some 10,500 Nepalis are working in Malta, while over 4,600 are employed in Cyprus.",
            ["other NPL>MLT 10500", "other NPL>CYP 4600"],
        ),
        (
            "About 30,000 Nepalis live in Malta and another 12,000 live in Cyprus.",
            ["other NPL>MLT 30000", "other NPL>CYP 12000"],
        ),
        (
            "Some 2,000 Kenyans study in Malta, and over 500 are enrolled in Cyprus.",
            ["students KEN>MLT 2000", "students KEN>CYP 500"],
        ),
    ],
)
def test_those_of_them_who_are_elsewhere_are_counted_too(text: str, told: list[str]) -> None:
    assert _read(text, "figure") == told
