"""Verbs that look like nouns, participles before nouns, bounds that are verbs, and what only looks like an act."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, title: str | None = None) -> list[str]:
    read = load_reader().read(Document("doc", text, title=title, date="2031-06-21"))
    return [f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)}" for s in read]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru promises increased aid to Oman.", "stance/offer PER>OMN"),
        ("Peru supports displaced people in Oman.", "stance/support PER>OMN"),
        ("Peru firmly opposes increased tariffs of Oman.", "stance/criticism PER>OMN"),
        ("Peru categorically rejects remarks by Oman.", "stance/criticism PER>OMN"),
        ("Peru strongly condemns repeated and unprovoked attacks by Oman.", "stance/criticism PER>OMN"),
    ],
)
def test_a_verb_is_found_before_a_participle_and_behind_any_adverb(text: str, told: str) -> None:
    assert told in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Ruiz of Peru demands better terms from Oman.",
        "Peru's foreign minister demands better terms from Oman.",
        "Peru, a member of the bloc, demands better terms from Oman.",
        "Peru borders Oman and demands better terms from the sultanate.",
    ],
)
def test_a_verb_of_the_present_is_found_behind_people_offices_and_asides(text: str) -> None:
    assert "stance/request PER>OMN" in _read(text)


def test_sales_that_rose_are_no_verb() -> None:
    read = load_reader().read(Document("doc", "Peru exports increased 5 percent in 2030 in trade with Oman."))
    assert all(s.measure == "growth" for s in read)


@pytest.mark.parametrize("verb", ["exceeded", "surpassed", "topped", "equalled", "neared"])
def test_each_amount_is_of_its_own_clause(verb: str) -> None:
    text = f"Trade between Peru and Oman {verb} $6 million, and goods worth $2 million were exported from Peru to Oman."
    read = [s for s in load_reader().read(Document("doc", text)) if s.kind == "figure"]
    assert [s.mode for s in read] == ["trade", "exports"]


@pytest.mark.parametrize(
    "text",
    [
        "The fact that Peruvian exports to Oman grow is also encouraging.",
        "Both sides placed value on visits in order to further strengthen relations.",
        "Peru and Oman celebrated 2030 as the golden jubilee of the establishment of diplomatic relations.",
        "The cultural ties between Peru and Oman date back to 1899.",
    ],
)
def test_what_only_looks_like_an_act_is_none(text: str) -> None:
    assert not [
        told
        for told in _read(text, "Peru and Oman")
        if told.startswith(("instrument", "tie", "stance/request"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Omani delegation to Peru comprises 19 companies, mainly from mining.",
        "An Omani trade mission of 19 companies came to Peru.",
    ],
)
def test_firms_that_come_with_a_delegation_are_not_at_work_there(text: str) -> None:
    assert "figure/companies OMN>PER" not in _read(text, "Peru and Oman")


def test_firms_at_work_in_a_country_are_counted() -> None:
    assert "figure/companies OMN>PER" in _read("Some 19 Omani companies operate in Peru.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru's president received Oman's foreign minister in Lima.", "contact/visit OMN>PER"),
        ("Peru's president received the Lao foreign minister in Lima.", "contact/visit LAO>PER"),
        (
            "The Peruvian president met with his Omani colleague. The Omani leader invited him to Muscat.",
            "stance/invitation OMN>PER",
        ),
    ],
)
def test_guests_are_found_whoever_owns_them(text: str, told: str) -> None:
    assert told in _read(text, "Peru and its partners")


def test_an_envoy_received_where_he_is_posted_visits_nobody() -> None:
    assert "contact/visit OMN>PER" not in _read("Peru's president received Oman's ambassador in Lima.")


def test_talks_told_again_get_their_day() -> None:
    text = "The ministers of Peru and Oman met for the first time in years. The talks took place in Muscat on 3 May 2030."
    read = load_reader().read(Document("doc", text, title="Peru and Oman"))
    assert {(s.mode, s.date) for s in read} == {("meeting", None), ("meeting", "2030-05-03")}
