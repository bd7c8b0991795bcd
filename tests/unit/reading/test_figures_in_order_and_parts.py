"""Amounts told for times in their order, parts of a country's guests, and who ranks among another's buyers."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str) -> list[str]:
    found = load_reader().read(Document("d", text, date="2031-03-10"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.measure} {s.value} {s.date or ''}".strip()
        for s in found
        if s.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Trade between Malta and Gabon was $9.5 billion and $10.5 billion in 2028 and 2029, respectively.",
            ["trade MLT+GAB> level 9500000000 2028", "trade MLT+GAB> level 10500000000 2029"],
        ),
        (
            "In 2028 and 2029, Fiji's exports to Oman amounted to $12 million and $15 million, respectively.",
            ["exports FJI>OMN level 12000000 2028", "exports FJI>OMN level 15000000 2029"],
        ),
        (
            "Fiji's exports to Oman rose by 5% and by 7% in 2028 and in 2029, respectively.",
            ["exports FJI>OMN growth 5 2028", "exports FJI>OMN growth 7 2029"],
        ),
        (
            "Fiji's exports to Oman reached $4 million in 2027, before going to $5 million and $6 million in 2028 and 2029, respectively.",
            [
                "exports FJI>OMN level 4000000 2027",
                "exports FJI>OMN level 5000000 2028",
                "exports FJI>OMN level 6000000 2029",
            ],
        ),
        (
            "Fiji's exports to Oman and Qatar were $2 million and $3 million, respectively.",
            ["exports FJI>OMN level 2000000", "exports FJI>QAT level 3000000"],
        ),
    ],
)
def test_amounts_and_times_in_one_order_are_paired_and_parties_are_left_whole(
    text: str, told: list[str]
) -> None:
    assert _figures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's exports to Oman were worth 73 million euros in 2029, 12% more than was achieved in 2028.",
        "Fiji's exports to Oman were worth 73 million euros in 2029, 12% less than were recorded in 2028.",
        "Fiji's exports to Oman were worth 73 million euros in 2029, up 8 million, or 12%, on 2028.",
    ],
)
def test_what_a_year_is_compared_with_is_no_period(text: str) -> None:
    assert {f.rsplit(" ", 1)[1] for f in _figures(text)} == {"2029"}


@pytest.mark.parametrize("moved", ["went up to", "climbed up to", "climbed to"])
def test_what_a_flow_goes_up_to_is_what_it_reaches(moved: str) -> None:
    told = f"Trade between Malta and Gabon {moved} $9 million in 2029."
    (found,) = load_reader().read(Document("d", told, date="2031-03-10"))
    assert found.low is not None


def test_what_there_can_be_at_most_stays_a_bound() -> None:
    found = load_reader().read(Document("d", "Norway lent Togo up to $9 million in 2029.", date="2031-03-10"))
    assert [s.low for s in found if s.kind == "figure"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Norway welcomed 588,000 tourists in 2029, with over 30,600 of them from Gabon.",
        "Norway welcomed 588,000 tourists in 2029, 30,600 of them coming from Gabon.",
        "Norway welcomed 588,000 tourists in 2029. Of these, 30,600 were from Gabon.",
        "Of the 588,000 tourists who visited Norway in 2029, 30,600 were from Gabon.",
        "Some 588,000 tourists visited Norway in 2029, 30,600 of them from Gabon.",
    ],
)
def test_a_part_of_the_guests_has_a_home_and_the_whole_has_none(text: str) -> None:
    assert _figures(text) == ["visitors GAB>NOR level 30600 2029"]


def test_people_aboard_are_no_guests() -> None:
    assert _figures("The ship of Norway carried 3,000 people, 400 of them from Gabon.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mali came second with a 12% increase in rice imports from Ghana to 400,000 tonnes.",
            ["exports GHA>MLI rank 2", "imports MLI>GHA growth 12", "imports MLI>GHA level 400000"],
        ),
        (
            "Mali came third with a rise of 12% in exports to Ghana.",
            ["imports GHA>MLI rank 3", "exports MLI>GHA growth 12"],
        ),
        (
            "Togo was third, having raised rice imports from Ghana by 12% to 400,000 tonnes.",
            ["imports TGO>GHA growth 12", "imports TGO>GHA level 400000"],
        ),
    ],
)
def test_who_ranks_with_its_purchases_is_the_one_that_buys(text: str, told: list[str]) -> None:
    assert sorted(set(told) - set(_figures(text))) == []
    assert not any(f.startswith("cargo") for f in _figures(text))


@pytest.mark.parametrize("gas", ["gas", "natural gas"])
def test_cubic_metres_of_natural_gas_are_energy(gas: str) -> None:
    told = _figures(f"Bolivia exported 814 million cubic metres of {gas} to Brazil in 2029.")
    assert told == ["energy BOL>BRA level 814000000 2029"]


def test_a_share_in_remittances_is_that_of_where_they_come_from() -> None:
    told = _figures("Qatar's share in remittances to Nepal declined from 47% in 2028 to 38% in 2029.")
    assert told == ["other QAT>NPL share 47 2028", "other QAT>NPL share 38 2029"]


def test_a_bank_that_takes_a_loan_lends_nothing() -> None:
    told = _figures("The African Development Bank secured a $66 million loan from Norway.")
    assert told == ["loan NOR>AFDB level 66000000"]
    told = _figures("Togo received a $66 million loan from the African Development Bank.")
    assert told == ["loan AFDB>TGO level 66000000"]


def test_guests_of_a_list_come_to_the_country_that_it_is_of() -> None:
    told = _figures(
        "Ghana met Gabon. Mali was among the top tourist groups to Norway, together with Fiji (13,000) and Malta (5,800)."
    )
    assert [f for f in told if "visitors" in f] == [
        "visitors FJI>NOR level 13000",
        "visitors MLT>NOR level 5800",
    ]


def test_another_buyers_purchases_are_none_of_the_one_told_of_before() -> None:
    told = _figures(
        "Kenya's imports of Russian grain amounted to 4.3 million tonnes in 2029. "
        "Mali ranked fourth with a 10% increase in grain imports from Russia to 2 million tonnes."
    )
    assert "imports MLI>RUS growth 10 2029" in told
    assert "imports MLI>RUS level 2000000 2029" in told


def test_a_rank_just_told_says_whose_goods_more_was_bought_of() -> None:
    told = _figures(
        "Kenya's imports of Russian grain amounted to 4.3 million tonnes in 2029. "
        "Mali was the second largest importer of Russian grain, having raised imports by 5% to 4 million tonnes."
    )
    assert told[-2:] == ["imports MLI>RUS growth 5", "imports MLI>RUS level 4000000"]


def test_flows_told_behind_the_turnover_of_two_are_theirs_and_none_is_a_whole() -> None:
    told = _figures(
        "Trade between Mali and Oman was $90 million in 2029. "
        "Mali's exports rose to $60 million, while exports from Oman were $30 million."
    )
    assert "exports MLI>OMN level 60000000 2029" in told
    assert "exports OMN>MLI level 30000000 2029" in told


def test_a_whole_beside_what_goes_to_a_partner_stays_one() -> None:
    told = _figures("Mali's exports rose to $600 million in 2029, while exports to Oman were $30 million.")
    assert told == ["exports MLI>OMN level 30000000 2029"]


def test_of_two_amounts_for_one_flow_behind_a_turnover_the_first_is_kept() -> None:
    told = _figures(
        "Trade between Mali and Oman was $90 million in 2029. "
        "Mali's imports rose to $60 million while imports from Oman were $30 million."
    )
    assert told == ["trade MLI+OMN> level 90000000 2029", "imports MLI>OMN level 60000000 2029"]
