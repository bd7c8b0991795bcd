"""Loans, gifts and debts over several sentences: who else gives, which of two, and whose currency it is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _figures(text: str, title: str | None = None) -> list[str]:
    found = load_reader().read(Document("d", text, title=title, date="2031-01-06"))
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.value} {s.unit}"
        for s in found
        if s.kind == "figure" and s.mode in ("aid", "loan", "investment", "other", "visitors")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Norway gave Togo 40 million kroner in 2030. Of this, 15 million will go to schools. "
                "A further 6 million has been promised for 2031."
            ),
            ["aid NOR>TGO 40000000 NOK", "aid NOR>TGO 15000000 NOK", "aid NOR>TGO 6000000 NOK"],
        ),
        (
            (
                "Swiss investment in Gabon stood at 29 million francs in 2028 and employed 350 people. "
                "The stock had been 41 million in 2024."
            ),
            ["investment CHE>GAB 29000000 CHF", "investment CHE>GAB 41000000 CHF"],
        ),
        (
            "Italy gave Togo 4 million euros. It has 9 million people, and 2 million of them farm.",
            ["aid ITA>TGO 4000000 EUR"],
        ),
    ],
)
def test_sums_go_on_in_the_currency_of_the_one_before(text: str, told: list[str]) -> None:
    assert _figures(text, "Togo and its donors" if "Togo" in text else None) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Italy has cancelled 53 million dollars of debt owed by Togo.", "loan ITA>TGO 53000000 USD"),
        ("Italy wrote off $53 million in debts of Togo.", "loan ITA>TGO 53000000 USD"),
        ("Italy forgave Togo 53 million dollars.", "loan ITA>TGO 53000000 USD"),
        (
            "Some 30 million dollars of debt owed to China by Chad was restructured.",
            "loan CHN>TCD 30000000 USD",
        ),
        ("Chad's debt of $30 million to China was rescheduled in May.", "loan CHN>TCD 30000000 USD"),
    ],
)
def test_who_forgives_a_debt_has_lent(text: str, told: str) -> None:
    assert _figures(text) == [told]


def test_creditors_one_after_the_other() -> None:
    text = (
        "Italy has cancelled 53 million dollars of Togolese debt. Spain forgave 21 million dollars in October and "
        "Norway did the same with 3 million dollars. Russia, which is owed 64 million dollars, agreed to write it off."
    )
    assert _figures(text) == [
        "loan ITA>TGO 53000000 USD",
        "loan ESP>TGO 21000000 USD",
        "loan NOR>TGO 3000000 USD",
        "loan RUS>TGO 64000000 USD",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Romania added 10 million euros for firewood.", "aid ROU>TGO 10000000 EUR"),
        ("Spain followed with 3 million euros a week later.", "aid ESP>TGO 3000000 EUR"),
        ("Peru sent 40 tonnes of rice.", "aid PER>TGO 40 t"),
        ("Rome will add 2 million euros in May.", "aid ITA>TGO 2000000 EUR"),
        ("It will be accompanied by a loan of 2 million euros.", "loan ITA>TGO 2000000 EUR"),
        ("A further 2 million euros is under discussion.", "aid ITA>TGO 2000000 EUR"),
        ("Peru exported 40 tonnes of rice to Chad.", ""),
        ("Ghana's economy added 3 million dollars.", ""),
        ("Kenya spent 5 million dollars on roads in Nairobi.", ""),
    ],
)
def test_one_more_gives_to_whom_was_given_before(text: str, told: str) -> None:
    first, *rest = _figures(
        f"Italy gave Togo 5 million euros in relief aid in 2029. {text}", "Donors help Togo"
    )
    assert first == "aid ITA>TGO 5000000 EUR"
    assert [f for f in rest if "TGO" in f] == ([told] if told else [])


def test_investors_and_workers_abroad_in_turn() -> None:
    text = "Spain has invested 5 billion euros in Peru. Britain came second with 4 billion euros, Chile third with 3 billion."
    assert _figures(text) == [
        "investment ESP>PER 5000000000 EUR",
        "investment GBR>PER 4000000000 EUR",
        "investment CHL>PER 3000000000 EUR",
    ]
    text = "Togolese living in Italy sent home 58 million euros in 2030. France came first with 83 million euros."
    assert _figures(text) == ["other ITA>TGO 58000000 EUR", "other FRA>TGO 83000000 EUR"]


def test_recipients_in_turn_are_no_givers() -> None:
    text = (
        "Norway gave Mali $20 million. Chad remains Norway's largest aid recipient with $52 million, "
        "followed by Togo ($18 million)."
    )
    assert not any(f.startswith("aid TGO>") for f in _figures(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway pledged $5 million for the rebuilding of Haiti at a conference in Lima.",
            ["aid NOR>HTI 5000000 USD"],
        ),
        ("Norway promised 4 million dollars towards the recovery of Yemen.", ["aid NOR>YEM 4000000 USD"]),
        ("Norway gave $2 million for a training conference in Kenya.", ["aid NOR>KEN 2000000 USD"]),
    ],
)
def test_money_goes_where_it_helps_not_where_it_is_promised(text: str, told: list[str]) -> None:
    assert _figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "The European Investment Bank signed two loans with Togo. The first, of 10 million euros, is for power; "
                "the second, worth 4 million euros, will pay for water."
            ),
            ["loan EIB>TGO 10000000 EUR", "loan EIB>TGO 4000000 EUR"],
        ),
        (
            (
                "Togo has obtained two loans totalling 35 million euros from France. One, of 20 million euros, comes from "
                "a group of banks of Germany."
            ),
            ["loan FRA>TGO 35000000 EUR", "loan DEU>TGO 20000000 EUR"],
        ),
        (
            "Roads in Togo and Benin will be built after the Kuwait Fund signed two loans totalling $8 million.",
            ["loan KWT>TGO+BEN 8000000 USD"],
        ),
        ("Togo has two mines. The first, worth 5 million dollars, is owned by Malta.", []),
    ],
)
def test_which_of_several_loans(text: str, told: list[str]) -> None:
    assert _figures(text) == told


def test_money_paid_in_tranches_is_no_loan() -> None:
    assert _figures("Norway will transfer 7 million dollars to Togo in two tranches.") == [
        "aid NOR>TGO 7000000 USD"
    ]


def test_an_office_others_have_too_is_not_american_where_no_american_is_named() -> None:
    text = "Japan will lend Kenya $4 million. The agreement was signed by Treasury Secretary Ann Oduya and Japan's envoy."
    found = load_reader().read(Document("d", text, title=None, date="2031-01-06"))
    assert not any("USA" in (*s.actor, *s.recipient) for s in found)
