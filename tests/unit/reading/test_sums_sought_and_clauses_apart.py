"""Sums that are only sought, figures that verbs move, clauses that keep their own times, and names joined by "and"."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("sought", text, date="2024-05-10")))


def _figures(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (s.status, "+".join(s.actor) + ">" + "+".join(s.recipient), f"{s.value or 0:.0f}", s.date)
        for s in _read(text)
        if s.kind == "figure"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Laos is seeking a $40 million loan from Norway.",
        "Laos asked Norway for a $40 million loan.",
        "Laos is in talks with Norway for a $40 million loan.",
        "Norway is considering a $40 million loan to Laos.",
        "Norway is negotiating a $40 million loan to Laos.",
        "Talks are under way for Norway to lend Laos $40 million.",
        "Discussions are ongoing on a $40 million loan from Norway to Laos.",
    ],
)
def test_loan_that_is_sought_is_proposed_and_comes_from_whoever_is_asked(text: str) -> None:
    assert _figures(text) == [("proposed", "NOR>LAO", "40000000", None)]


@pytest.mark.parametrize(
    "text",
    [
        "After talks, Norway lent Laos $40 million.",
        "Norway negotiated and signed a $40 million loan to Laos.",
    ],
)
def test_loan_that_was_given_stays_actual(text: str) -> None:
    assert [f[0] for f in _figures(text)] == ["actual"]


_TRADE = "Trade between Laos and Norway was $40 million in 2023. "


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "The aim is to increase the volume over the next four years to $90 million.",
            ("target", "90000000", "2028"),
        ),
        ("The two sides want to increase this volume to $90 million.", ("target", "90000000", None)),
        ("They plan to double this figure by 2030.", ("target", "2", "2030")),
        ("Both governments hope to triple it by 2030.", ("target", "3", "2030")),
    ],
)
def test_figure_that_a_verb_moves_is_the_one_told_before(
    told: str, expected: tuple[str, str, str | None]
) -> None:
    status, _, value, date = _figures(_TRADE + told)[-1]
    assert (status, value, date) == expected


def test_target_does_not_take_the_past_period_told_beside_it() -> None:
    text = "Trade of Laos and Norway was $40 million in 2023, and they want to raise it to $90 million."
    assert [(f[0], f[3]) for f in _figures(text)] == [("actual", "2023"), ("target", None)]


def test_target_over_the_next_years_is_for_their_end() -> None:
    assert (
        _figures("Laos and Norway want to raise trade to $90 million over the next four years.")[0][3]
        == "2028"
    )


def test_bilateral_trade_is_of_the_two_in_a_text_that_names_others() -> None:
    text = (
        "Laos Norway relations\n\nLaos backed Norway's bid and opposed American claims. Laos has close ties with Peru "
        "and with Chile. Norway's exports to Laos rose to $40 million. Bilateral trade is expected to rise to $90 million by 2030."
    )
    assert _figures(text)[-1] == ("forecast", "NOR+LAO>", "90000000", "2030")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Laos and Norway signed a trade accord in 1988 and the Investment Promotion and Protection Agreement on 8 March 1997.",
            ["trade accord", "Investment Promotion and Protection Agreement"],
        ),
        ("Laos and Norway signed a treaty and the two countries opened embassies.", ["treaty"]),
    ],
)
def test_name_of_a_paper_ends_where_it_ends(text: str, names: list[str]) -> None:
    assert sorted(str(s.object) for s in _read(text) if s.kind == "instrument") == sorted(names)


def _dated(text: str) -> list[tuple[str, str, str | None]]:
    return [(s.mode, s.status, s.date) for s in _read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2003, Laos and Norway signed a treaty, and they are negotiating a fisheries accord.",
            [("treaty", "actual", "2003"), ("agreement", "proposed", None)],
        ),
        (
            "Laos and Norway established relations in 1964, which is when Norway opened its Vientiane embassy.",
            [("diplomatic_relations", "actual", "1964"), ("embassy", "actual", "1964")],
        ),
        (
            "Norway has kept an embassy in Laos since independence in 1953.",
            [("embassy", "actual", "1953/..")],
        ),
        ("The Lao minister visited Norway at the weekend.", [("visit", "actual", "2024-05-04/2024-05-05")]),
        (
            "The Lao minister will visit Norway at the weekend.",
            [("visit", "planned", "2024-05-11/2024-05-12")],
        ),
        (
            "Laos and Norway agreed in a memorandum of understanding to train divers.",
            [("memorandum", "actual", None)],
        ),
        ("The Lao minister's visit to Norway was a chance to speak of tea.", [("visit", "actual", None)]),
    ],
)
def test_clause_keeps_its_own_time_and_status(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Many Norwegian nationals visit Laos in winter.",
        "It is important for Norway to open the market to Laos.",
    ],
)
def test_what_only_could_be_or_private_people_do_is_not_told_as_done(text: str) -> None:
    assert not [s for s in _read(text) if s.status == "actual"]


def test_talks_on_what_others_have_with_a_third_are_not_talks_with_it() -> None:
    text = "The Lao minister is expected to discuss trade and Norway's reconciliation with Peru in Oslo."
    assert not [s for s in _read(text) if s.mode == "meeting" and "PER" in s.actor]


def test_reception_of_a_guest_who_is_on_a_visit_is_a_meeting_beside_the_visit() -> None:
    text = "Norway's president received the Lao foreign minister, who is in Oslo on a working visit."
    told = [(s.mode, s.actor, s.recipient) for s in _read(text) if s.kind == "contact"]
    assert told == [("meeting", ("NOR", "LAO"), ()), ("visit", ("LAO",), ("NOR",))]


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Laos $98 million and Peru $59 million.",
        "Norway will provide Laos with $98 million and Peru with $59 million.",
        "Norway granted Laos $98 million in grants and Peru $59 million in grants.",
        "Norway will provide Laos with grants worth $98 million, and Peru with $59 million.",
    ],
)
def test_each_of_several_takers_gets_its_own_sum(text: str) -> None:
    assert [f[1:3] for f in _figures(text)] == [("NOR>LAO", "98000000"), ("NOR>PER", "59000000")]


def test_form_of_a_gift_is_told_behind_its_sum() -> None:
    text = (
        "The African Development Bank will provide $98 million to Burundi in the form of grants and $59 million to "
        "Tanzania in the form of loans."
    )
    assert [(s.mode, s.recipient) for s in _read(text)] == [("aid", ("BDI",)), ("loan", ("TZA",))]


def test_raised_point_is_a_decimal_point() -> None:
    assert _figures("Norway lent Laos US$98·62m.")[0][2] == "98620000"


def test_line_within_one_country_is_built_by_nobody_of_the_pair() -> None:
    text = "Tanzania and Burundi signed a deal. Some 400 km of rail has been built between Tabora and Dodoma."
    assert not [s for s in _read(text) if s.kind == "project"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Mali met in Oman. Norway supplied the European Union with 8.2 billion cubic metres of gas.",
        "Chad and Mali met in Oman. The European Union was supplied by Norway with 8.2 billion cubic metres of gas.",
        "The European Union will directly receive Norwegian gas, 8.2 billion cubic metres a year.",
    ],
)
def test_energy_goes_to_whom_it_is_supplied(text: str) -> None:
    assert [(s.actor, s.recipient) for s in _read(text) if s.mode == "energy"] == [(("NOR",), ("EU",))]


def test_exports_that_another_wants_raised_are_their_owners() -> None:
    text = "During a visit of the Lao premier to Oslo, Norway presented a plan to increase Laos's power exports to Peru."
    told = [(s.mode, s.actor, s.recipient) for s in _read(text)]
    assert told == [("visit", ("LAO",), ("NOR",)), ("supply", ("LAO",), ("PER",))]


def test_over_behind_handing_is_the_verbs() -> None:
    (gift,) = [s for s in _read("Norway handed over 10 buses to Laos.") if s.kind == "figure"]
    assert (gift.low, gift.high) == (10, 10)
