"""What only says when or where is no contact of its own; what is said of oneself is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def contacts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    read = load_reader().read(Document("a", text))
    return [(s.mode, s.actor, s.recipient, s.status) for s in read if s.kind == "contact"]


@pytest.mark.parametrize(
    "text",
    [
        "A number of accords between Peru and Ghana will be signed during the visit.",
        "Peru and Ghana exported more copper after the meeting.",
    ],
)
def test_a_visit_that_only_says_when_is_none(text: str) -> None:
    assert all(mode != "visit" for mode, *_ in contacts(text))


def test_a_call_spoken_of_again_is_told_once() -> None:
    text = (
        "The Omani and Belgian foreign ministers held a telephone conversation on air links. "
        "During the telephone conversation, the ministers praised the ties between Oman and Belgium."
    )
    assert contacts(text) == [("call", ("OMN", "BEL"), (), "actual")]


def test_where_a_meeting_is_held_takes_no_part() -> None:
    text = (
        "A contract between Argentina and Chile was signed at a fair held in Los Angeles, United States, "
        "where both leaders met."
    )
    assert ("meeting", ("ARG", "CHL"), (), "actual") in contacts(text)


def test_a_speaker_tells_visits_of_the_country_spoken_for() -> None:
    text = "“I have concluded state visits to Ghana and Namibia,” said the Indian President."
    assert set(contacts(text)) == {
        ("visit", ("IND",), ("GHA",), "actual"),
        ("visit", ("IND",), ("NAM",), "actual"),
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The ministers of Oman and Chile spoke of holding the next session of the Omani-Chilean commission.",
            "planned",
        ),
        ("The next session of the Omani-Chilean commission was held in Muscat in 2010.", "actual"),
    ],
)
def test_the_next_of_a_series_is_planned_unless_it_was_held(text: str, status: str) -> None:
    assert [c[3] for c in contacts(text) if c[0] == "session"] == [status]


def test_a_war_s_year_is_not_that_of_the_talks_behind_it() -> None:
    text = "The foreign ministers of Oman and Chile discussed trade after the war in 2020."
    read = load_reader().read(Document("a", text, date="2022-05-03"))
    assert [(s.mode, s.date) for s in read if s.kind == "contact"] == [("meeting", None)]


def test_verbs_that_go_on_a_list_of_plans_are_plans() -> None:
    text = (
        "Omani Foreign Minister Badr Al Busaidi is scheduled to attend a dinner, hold talks with Chile's president,"
        " pay a courtesy call on Chile's speaker, set up a joint commission with Chile, and sign a treaty with Chile."
    )
    read = load_reader().read(Document("a", text))
    assert {s.kind for s in read} == {"contact", "tie", "instrument"}
    assert {s.status for s in read} == {"planned"}
