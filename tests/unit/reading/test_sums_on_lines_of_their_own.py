"""Sums below a label, sums without their currency in a text that has one, and datelines in brackets."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _figures(text: str, title: str | None = None, url: str | None = None) -> list[str]:
    document = Document("a", text, title=title, url=url, date="2031-07-15")
    return [
        f"{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.value} {s.unit} {s.date}"
        for s in load_reader().read(document)
        if s.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway's development partnership with Malawi\n\n2029-30 total Norwegian ODA [actual]\n\n$86.5 million\n",
            ["aid NOR>MWI 86500000 USD 2029/2030"],
        ),
        (
            "Korea's trade with Peru\n\nExports to Peru, 2029\n\n$31.4 million\n\nTotal trade\n\n$51.4 million\n",
            ["exports KOR>PER 31400000 USD 2029", "trade KOR+PER> 51400000 USD 2029"],
        ),
        ("Ghana and Togo\n\nOur office in Lomé\n\n$31.4 million\n", []),
    ],
)
def test_a_sum_alone_on_its_line_is_of_the_label_above_it(text: str, told: list[str]) -> None:
    assert _figures(text) == told


def test_sums_without_a_currency_are_of_the_only_one_told() -> None:
    text = (
        "Chad's exports to Malta reached 3 billion euros in 2028. "
        "Imports from Malta rose from 1.2 billion in 2027 to 1.5 billion in 2028."
    )
    assert _figures(text) == [
        "exports TCD>MLT 3000000000 EUR 2028",
        "imports TCD>MLT 1200000000 EUR 2027",
        "imports TCD>MLT 1500000000 EUR 2028",
    ]


def test_of_two_currencies_none_is_given_to_a_bare_sum() -> None:
    text = (
        "Chad's exports to Malta reached 3 billion euros in 2028, and aid 2 million dollars. "
        "Imports from Malta rose to 1.5 billion in 2029."
    )
    assert not any(" 1500000000 EUR" in f or " 1500000000 USD" in f for f in _figures(text))


@pytest.mark.parametrize("lead", ["(NAIROBI) – ", "[Nairobi] ", "[ Nairobi, 3 May ] - "])
def test_where_a_text_was_filed_is_nobody_in_it(lead: str) -> None:
    told = _figures(f"{lead}Ethiopia earned $32 million from exporting electricity to Sudan.")
    assert told == ["exports ETH>SDN 32000000 USD None"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$5 million was given to Malta by Norway in 2030.", ["aid NOR>MLT 5000000 USD 2030"]),
        ("From Norway, Malta received $5 million in 2030.", ["aid NOR>MLT 5000000 USD 2030"]),
        ("Malta in 2030 received from Norway $5 million for schools.", ["aid NOR>MLT 5000000 USD 2030"]),
        ("Norway in 2030 gave to Malta $5 million for schools.", ["aid NOR>MLT 5000000 USD 2030"]),
        (
            "Norway, which opened its embassy in 2028, gave Malta $5 million.",
            ["aid NOR>MLT 5000000 USD None"],
        ),
    ],
)
def test_money_given_is_read_in_any_order_of_words(text: str, told: list[str]) -> None:
    assert _figures(text) == told


def test_ministers_act_behind_a_place_that_opens_their_sentence() -> None:
    document = Document("a", "In Oslo, the foreign ministers of Ghana and Togo discussed fish.")
    assert [(s.mode, set(s.actor)) for s in load_reader().read(document)] == [("meeting", {"GHA", "TGO"})]


def test_dirhams_are_not_those_of_another_state() -> None:
    text = "Morocco's exports to Malta reached 3 billion dirhams. Exports to Malta in 2029 were 2.1 billion."
    assert not any(" AED " in f for f in _figures(text))


@pytest.mark.parametrize(
    "title", ["Chad sells more: oil exports to Mali and Niger grow", "Rising exports to Mali, Niger and Togo"]
)
def test_the_seller_of_a_title_is_who_stands_before_what_is_sold(title: str) -> None:
    text = "About 900 GWh of electricity was sold to Niger. Mali and Togo bought none."
    told = _figures(text, title=title)
    assert told == (["energy TCD>NER 900 GWh None"] if title.startswith("Chad") else [])


def test_a_currency_of_several_states_is_given_to_no_bare_sum() -> None:
    text = "Libya's exports to Malta reached 3 billion dinars. Exports to Malta in 2029 were 2.1 billion."
    assert not any(f.split()[2] == "2100000000" and f.split()[3] != "LYD" for f in _figures(text))
