"""Fact sheets and joint statements: dialogues named with a dash, sides taken, members counted, anniversaries."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def read(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = load_reader().read(Document("a", text, date="2024-01-10"))
    return [(f"{s.kind}/{s.mode}", s.actor, s.recipient) for s in found]


@pytest.mark.parametrize("dash", ["-", " – ", " - "])
def test_a_dialogue_may_be_named_after_both_with_spaces_about_the_dash(dash: str) -> None:
    text = f"Portugal and Ghana held a Portugal{dash}Ghana Economic Dialogue in Lisbon."
    assert ("contact/session", ("PRT", "GHA"), ()) in read(text)


@pytest.mark.parametrize("verb", ["stands with", "stands alongside", "will stand beside"])
def test_who_stands_alongside_another_supports_it(verb: str) -> None:
    assert ("stance/support", ("NOR",), ("CHL",)) in read(f"Norway said it {verb} Chile.")


@pytest.mark.parametrize("anniversary", ["centenary", "centennial", "bicentenary", "60th anniversary"])
def test_an_anniversary_of_relations_is_not_their_establishment(anniversary: str) -> None:
    text = f"2031 will mark the {anniversary} of the establishment of diplomatic relations between Fiji and Estonia."
    assert not [kind for kind, _, _ in read(text) if kind == "tie/diplomatic_relations"]


def test_a_body_whose_member_countries_are_counted_opens_no_embassy_in_the_members() -> None:
    text = "Five EU member countries have embassies in Chile – Poland, France, Germany, Malta and Spain."
    assert not [s for s in read(text) if "EU" in s[1]]


@pytest.mark.parametrize("steps", ["advances", "efforts", "important steps"])
def test_what_another_does_to_guarantee_is_no_offer_of_who_notes_it(steps: str) -> None:
    text = f"Norway highlighted {steps} by the Government of Peru to guarantee freedom of assembly."
    assert not [kind for kind, _, _ in read(text) if kind == "stance/offer"]


@pytest.mark.parametrize("noun", ["commitment", "determination", "resolve"])
def test_a_paper_may_tell_the_commitment_of_both_to_closer_ties(noun: str) -> None:
    text = f"The declaration stressed the {noun} of Oslo and Nairobi to strengthen their relations in all fields."
    assert ("stance/interest", ("NOR", "KEN"), ()) in read(text)


def test_a_commitment_of_both_to_something_else_is_no_wish_for_closer_ties() -> None:
    text = "The declaration stressed the commitment of Oslo and Nairobi to ban landmines."
    assert not [kind for kind, _, _ in read(text) if kind == "stance/interest"]
