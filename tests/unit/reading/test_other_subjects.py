"""News of something else says nothing of relations, or only what a sentence itself tells of both sides."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader
from dragoman.reading.topics import speaks_mainly_of_relations, speaks_of_relations

_EARTHQUAKE = (
    "The earthquake of magnitude 6.9 struck Ecuador before dawn. Rescuers searched the rubble for survivors as"
    " aftershocks shook the coast; the death toll rose to 90. Croatia gave Ecuador two million euros in aid."
    " The government asked for tents."
)
_MATCH = (
    "Two goals in the second half of the match put Chad ahead of Peru. The striker scored with a header, the"
    " goalkeeper saved a penalty, and the two teams meet again in June."
)


def told(text: str, title: str | None = None) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    read = load_reader().read(Document("a", text, title=title, date="2031-05-05"))
    return [(s.kind, s.mode, s.actor, s.recipient) for s in read]


def test_match_is_no_meeting_of_countries() -> None:
    assert not speaks_of_relations("", _MATCH, 0)
    assert told(_MATCH) == []


def test_aid_after_an_earthquake_is_heard_where_both_sides_are_named() -> None:
    assert speaks_of_relations("", _EARTHQUAKE, 0) and not speaks_mainly_of_relations("", _EARTHQUAKE, 0)
    assert told(_EARTHQUAKE) == [("figure", "aid", ("HRV",), ("ECU",))]


def test_title_on_relations_of_two_countries_outweighs_the_history_in_the_text() -> None:
    history = "In the century of the dynasty the emperor ruled the kingdom. A treaty was signed in 1856."
    assert not speaks_mainly_of_relations("", history, 0)
    assert speaks_mainly_of_relations("Peru–Japan relations\n", history, 2)
    assert told(history, "Peru–Japan relations") == [("instrument", "treaty", ("PER", "JPN"), ())]


@pytest.mark.parametrize(
    "said",
    [
        "Protesters demanding the resignation of the Togolese minister blocked the bridge.",
        "The Ghanaian swimmer threatened her own record in Togo.",
        "Togolese shares fell as data from Ghana offered fresh evidence of slower growth.",
        "He proceeded to the University of Kara in Togo and taught there.",
        "The police of Togo seized 40 kilograms of cocaine sent from Ghana.",
        "The deputy mayor of Lomé met the deputy mayor of Accra Council.",
    ],
)
def test_private_persons_and_smugglers_act_for_no_country(said: str) -> None:
    relations = "Ghana–Togo relations"
    assert [t for t in told(f"Ghana and Togo share a border. {said}", relations) if t[1] != "meeting"] == []
