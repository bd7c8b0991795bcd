"""Whose an officer of no told country is: the other side of whom they meet, visit, receive or are received by."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _people(text: str, title: str = "Chad–Peru relations") -> dict[str, str | None]:
    context = load_reader().context(Document("a.txt", text, title=title, date="2024-02-09"))
    assert context is not None
    return {p.name: p.country for p in context.people}


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Rojas visited Chad on Monday.",
        "The visit of Interior Minister Ana Rojas to Chad lasted two days.",
        "Trade Minister Ana Rojas's first trip to N'Djamena took place in May.",
        "Foreign Minister Ana Rojas received in her office Ali Deby, Minister of Water of the Republic of Chad.",
        "Energy Minister Ana Rojas, accompanied by aides, held talks with her Chadian counterpart.",
        "It was said at the meeting of Ana Rojas, Foreign Minister, with Prince Ali Deby, Foreign Minister of Chad.",
        "Secretary of Foreign Affairs (MFA) Ana Rojas met virtually with Chad's water minister.",
        "Chadian President Ali Deby landed on Friday. He was welcomed at the airport by Culture Minister Ana Rojas.",
        "Foreign Minister, Ana Rojas, who is currently leading the Peru delegation, spoke of Chad.",
    ],
)
def test_an_officer_is_of_the_other_side_than_whom_they_meet(text: str) -> None:
    assert _people(text)["Ana Rojas"] == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Rojas met with Kenya's ambassador about the road between Chad and Peru.",
        "Special Envoy Ana Rojas met with Chad's foreign minister and then with Peru's.",
        "Foreign Minister Ana Rojas met with Chad's premier. Foreign Minister Ana Rojas met with Peru's premier.",
        "Foreign Minister Ana Rojas met reporters who had come from Chad and Peru.",
    ],
)
def test_whom_both_sides_or_others_meet_is_of_neither(text: str) -> None:
    assert _people(text)["Ana Rojas"] is None


def test_a_guess_is_taken_back_where_the_officer_meets_that_side() -> None:
    text = (
        "Minister for Foreign Affairs Ram Karki held a meeting with Senator Ann Reed, Minister of Australia, at Perth. "
        "The ambassador of Nepal to Australia signed a pact between Nepal and Australia. "
        "Foreign Minister Karki had a bilateral meeting with Dr. Lee, Minister for Foreign Affairs of Singapore."
    )
    found = load_reader().read(
        Document("a.txt", text, title="Minister Karki Meets Australian Minister", date="2024-02-09")
    )
    met = [{*s.actor, *s.recipient} for s in found if s.kind == "contact"]
    assert {"NPL", "SGP"} in met
    assert all("AUS" not in parties or parties == {"AUS", "NPL"} for parties in met)


def test_a_minister_who_goes_on_saying_is_of_the_state_that_said_so() -> None:
    said = (
        "Chile said Thursday that Bolivia had gone back. Interior Minister Juan Paz said talks would resume."
    )
    assert _people(said, "Bolivia–Chile relations")["Juan Paz"] == "CHL"
    left = "Chile told Bolivia no. Interior Minister Juan Paz left."
    assert _people(left, "Bolivia–Chile relations")["Juan Paz"] is None


def test_initials_of_two_letters_end_no_sentence() -> None:
    assert (
        _people("Foreign Minister Ts.Batsukh of Mongolia met Peru's envoy.", "Mongolia–Peru relations")[
            "Ts.Batsukh"
        ]
        == "MNG"
    )
