"""Ties and contacts in the wordings of encyclopaedias, ministries' pages and chronologies."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader

PAIR = "Ghana–Uruguay relations"


def _read(text: str, title: str | None = PAIR, url: str | None = None) -> list[Statement]:
    return load_reader().read(Document("a", text, title=title, url=url, date="2031-07-15"))


def _told(text: str, title: str | None = PAIR) -> set[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    return {
        (s.mode, tuple(sorted(s.actor)), s.recipient, s.status)
        for s in _read(text, title)
        if s.kind in ("tie", "contact")
    }


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Both are members of the UN, the IMF and the World Bank.", {"UN", "IMF", "WB"}),
        ("Both states are part of the OECD and of the Non-Aligned Movement.", {"OECD", "NONALIGNED"}),
        (
            "Both are members of the Cairns Group, the Antarctic Treaty System, APEC and the G20.",
            {"ANTARCTIC", "APEC", "CAIRNS", "G20"},
        ),
        ("Both nations belong to the Commonwealth and the United Nations.", {"COMMONWEALTH", "UN"}),
    ],
)
def test_each_body_of_a_list_is_a_membership_of_both(text: str, bodies: set[str]) -> None:
    found = _told(text)
    assert found == {("membership", ("GHA", "URY"), (b,), "actual") for b in bodies}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana is a member of the UN Security Council.",
        "Ghana is part of the OECD mission to Haiti.",
        "They gave a speech to the Commonwealth Parliament.",
    ],
)
def test_a_part_of_a_body_is_no_membership(text: str) -> None:
    assert not [s for s in _read(text) if s.mode == "membership"]


def test_the_second_of_two_embassies_may_be_one() -> None:
    found = _told("There is a Ghanaian embassy in Montevideo and a Uruguayan one in Accra.")
    assert found == {
        ("embassy", ("GHA",), ("URY",), "actual"),
        ("embassy", ("URY",), ("GHA",), "actual"),
    }


def test_a_post_spoken_of_is_opened_again() -> None:
    text = "Ghana's embassy in Montevideo was closed in 1993. The embassy was reopened in March 2012."
    ties = [(s.actor, s.recipient, s.date, s.status) for s in _read(text) if s.kind == "tie"]
    assert ties == [(("GHA",), ("URY",), "1993", "ended"), (("GHA",), ("URY",), "2012-03", "actual")]


def test_relations_broken_off_are_restored() -> None:
    text = "Diplomatic relations were broken off in 1973 and restored in 1985."
    assert [(s.date, s.status) for s in _read(text)] == [("1973", "ended"), ("1985", "actual")]


def test_work_suspended_in_an_embassy_ends_no_relations() -> None:
    text = "Uruguay has diplomatic relations with Ghana and suspended the work of its embassy in 2012."
    assert ("diplomatic_relations", ("GHA", "URY"), (), "ended") not in _told(text)


def test_further_meetings_of_a_series_have_no_verb() -> None:
    text = "The first JTC was held in Accra on 18 May 2006, the second in Montevideo in 2010 and the third in 2014."
    sessions = [(s.mode, set(s.actor), s.date) for s in _read(text) if s.kind == "contact"]
    assert sessions == [("session", {"GHA", "URY"}, d) for d in ("2006-05-18", "2010", "2014")]


@pytest.mark.parametrize(
    "row",
    [
        "2013 – The President of Uruguay, Ana Paz, visits Ghana",
        "2013 - Visit of the Minister of Trade of Uruguay, Ana Paz, to Ghana",
        "2013 – The Director for Africa (Ministry of Foreign Affairs of Uruguay) visits Accra",
    ],
)
def test_rows_of_a_chronology_are_visits(row: str) -> None:
    assert [(s.mode, s.actor, s.recipient, s.date) for s in _read(row)] == [
        ("visit", ("URY",), ("GHA",), "2013")
    ]


def test_our_minister_is_of_the_office_whose_page_it_is() -> None:
    text = "Our Prime Minister paid an official visit to Ghana in March 2030."
    found = _read(text, "Relations with Ghana", "https://www.mfa.gub.uy/relations")
    assert [(s.actor, s.recipient) for s in found] == [(("URY",), ("GHA",))]
    assert not _read("Our two countries met in March 2030.", "Relations", "https://www.mfa.gub.uy/relations")


def test_envoys_told_one_by_one_are_met_one_by_one() -> None:
    text = (
        "Deputy Minister Ana Paz of Malta met with the Ambassador of Chad to Malta, Idriss Deby Nour, "
        "the Ambassador of Togo and the Ambassador of Peru."
    )
    found = {frozenset(s.actor) for s in _read(text, None) if s.mode == "meeting"}
    assert found == {frozenset({"MLT", other}) for other in ("TCD", "TGO", "PER")}


def test_a_visiting_president_is_met_and_visits_nobody() -> None:
    text = (
        "During talks with visiting Malian President Ali Keita, Ghanaian President John Mahama spoke of gold."
    )
    assert _told(text, None) == {("meeting", ("GHA", "MLI"), (), "actual")}


def test_the_two_foreign_ministers_are_of_the_pair() -> None:
    assert _told("The two foreign ministers spoke by telephone on Monday.") == {
        ("call", ("GHA", "URY"), (), "actual")
    }
    assert not _told("The two prime ministers, of Norway and someone else, sat down for talks.")


def test_whose_war_it_is_takes_no_part_in_a_meeting_on_it() -> None:
    text = "The meeting with the Ambassador of Ghana focused on the impact of Russia's military aggression."
    assert not [s for s in _read(text) if s.kind == "contact" and "RUS" in s.actor]
