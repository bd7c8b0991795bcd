"""Whose works, goods and agreements: what the engine adds to the rules of projects and instruments."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

Read = tuple[str, str, tuple[str, ...], tuple[str, ...], str]


def read(text: str, title: str | None = None, date: str | None = None) -> set[Read]:
    """Projects and instruments of a text: kind, mode, actor, recipient (sorted), status."""
    return {
        (s.kind, s.mode, tuple(sorted(s.actor)), tuple(sorted(s.recipient)), s.status)
        for s in load_reader().read(Document("text", text, title=title, date=date))
        if s.kind in ("project", "instrument")
    }


def test_lines_behind_a_colon_are_signed_as_the_sentence_before_them_says() -> None:
    text = (
        "The two countries signed five documents on Monday:\n"
        "- a memorandum on nurses;\n- a protocol on fisheries;\n- an agreement between Peru and Chile on rail.\n"
        "The dinner was held at the palace."
    )
    modes = {s[1] for s in read(text, title="Peru and Chile meet")}
    assert {"memorandum", "protocol", "agreement"} <= modes
    assert all(s[2] == ("CHL", "PER") and s[4] == "actual" for s in read(text, title="Peru and Chile meet"))


def test_a_line_without_a_list_before_it_signs_nothing() -> None:
    assert read("A memorandum on nurses.\nPeru and Chile are far away.", title="Peru and Chile") == set()


def test_a_treaty_that_has_not_entered_into_force_is_denied_behind_its_signing() -> None:
    found = read("A tax treaty between Peru and Chile was initialled in 2019 but has not entered into force.")
    assert {s[4] for s in found} == {"actual", "denied"}


def test_an_agreement_of_others_keeps_its_own_parties() -> None:
    found = read(
        "The minister hailed the signing of the EU-Vietnam Free Trade Agreement.",
        title="Hungary, Vietnam hold talks",
    )
    assert {s[2] for s in found} == {("EU", "VNM")}


def test_two_instruments_of_a_list_have_each_its_partner() -> None:
    found = read(
        "A memorandum on water with Peru was approved, along with a protocol on media with Chile.",
        title="Kenya ratifies agreements",
    )
    assert {(s[1], s[2]) for s in found} == {("memorandum", ("KEN", "PER")), ("protocol", ("CHL", "KEN"))}


def test_a_deal_between_clubs_is_none_of_the_countries() -> None:
    assert read("A deal between the clubs was signed after talks.", title="Brazil and Argentina") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("India signed a contract with France to buy 26 fighter jets.", "planned"),
        ("India had to buy oil from Iraq.", "actual"),
        ("Finland stopped importing Russian gas.", "ended"),
        ("Bulgaria no longer buys gas from Russia.", "ended"),
        ("Nepal is in talks on a contract to sell electricity to India.", "proposed"),
    ],
)
def test_what_is_signed_for_is_planned_and_what_stopped_has_ended(text: str, status: str) -> None:
    assert {s[4] for s in read(text) if s[0] == "project"} == {status}


def test_a_firm_stands_for_its_country_and_builds_for_who_hires_it() -> None:
    found = read("Egypt signed a contract with Rosatom to build a power plant.")
    assert ("project", "construction", ("RUS",), ("EGY",), "planned") in found


def test_an_amount_that_swallows_its_goods_is_a_delivery_still() -> None:
    assert read("Iraq shipped two million barrels of oil to Jordan.") == {
        ("project", "supply", ("IRQ",), ("JOR",), "actual")
    }


def test_goods_come_from_where_they_are_not_from_who_agrees() -> None:
    found = read(
        "Nepal, India and Bangladesh agreed to export 40 MW of electricity from Nepal to Bangladesh."
    )
    assert ("project", "supply", ("NPL",), ("BGD",), "planned") in found


def test_goods_exported_for_a_sum_are_a_flow_and_no_delivery_besides() -> None:
    text = "In 2020 Togo exported, mostly phosphates, goods worth $24 million to Peru."
    read = load_reader().read(Document("a", text))
    assert [(s.kind, s.mode) for s in read if s.kind != "composition"] == [("figure", "exports")]


def test_those_with_whom_it_is_agreed_to_act_jointly_act_too() -> None:
    text = "Togo signed a memorandum with Ghana and Benin in 2021 to jointly build a dam for exporting power to Ghana."
    built = [s for s in load_reader().read(Document("a", text)) if s.mode == "construction"]
    assert [({*s.actor}, s.recipient) for s in built] == [({"TGO", "GHA", "BEN"}, ())]


@pytest.mark.parametrize("between", ["", "jointly ", "also "])
def test_an_adverb_within_an_infinitive_changes_nothing(between: str) -> None:
    text = f"Togo plans to {between}build a dam in Ghana."
    built = [s for s in load_reader().read(Document("a", text)) if s.mode == "construction"]
    assert [(s.actor, s.recipient, s.status) for s in built] == [(("TGO",), ("GHA",), "planned")]
