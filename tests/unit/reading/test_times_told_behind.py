"""Acts dated by the clause behind them, times that name events, what is over beside what is to come, and who tells it."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("behind", text, date="2024-05-10")))


def _told(text: str) -> list[tuple[str, str, str | None]]:
    return [(s.mode, s.status, s.date) for s in _read(text) if s.kind in ("contact", "instrument", "tie")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Today's talks prepared a joint session of the governments of Laos and Norway, which will be held on 20 November in Oslo.",
            ("session", "planned", "2024-11-20"),
        ),
        (
            "The two sides discussed the visit of Norway's king to Laos, which will take place on 3 June.",
            ("visit", "planned", "2024-06-03"),
        ),
        (
            "Norway's premier recently paid Laos a three-day visit which took place on 14 November 2020.",
            ("visit", "actual", "2020-11-14"),
        ),
    ],
)
def test_meeting_takes_time_and_status_of_the_clause_behind_it(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in _told(text)


def test_year_in_the_name_of_an_event_is_not_the_time_of_the_act() -> None:
    text = "Laos and Norway signed a pact on the sidelines of the Mekong Trade Summit 2024 in Vientiane on 2 May."
    assert ("agreement", "actual", "2024-05-02") in _told(text)


def test_restoration_of_ties_stays_done_in_a_sentence_on_a_visit_to_come() -> None:
    text = "The king of Norway will visit Laos for the first time since the restoration of diplomatic relations in November 2009."
    told = _told(text)
    assert ("visit", "planned", None) in told
    assert ("diplomatic_relations", "actual", "2009-11") in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The row could not derail Norway's meeting with the Lao premier.", ("meeting", "actual", None)),
        ("Laos and Norway are on track to sign an accord later this year.", ("agreement", "planned", "2024")),
        ("The Lao premier visits Norway later this month.", ("visit", "planned", "2024-05")),
        ("Laos and Norway have signed a joint trade framework.", ("agreement", "actual", None)),
        ("Meeting in Oslo, the presidents of Laos and Norway spoke of tea.", ("meeting", "actual", None)),
        ("Arriving in Oslo, the Lao premier greeted the Norwegian public.", ("visit", "actual", None)),
    ],
)
def test_status_and_kind_follow_the_words(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Exports grew with the opening of representative offices of Norwegian companies in Laos.",
        "The Lao community in Norway is a bridge that links the two countries.",
        "Figures show that the trade balance of Laos and Norway was small last year and was in favour of Laos.",
    ],
)
def test_offices_of_firms_figures_of_speech_and_balances_are_no_acts(text: str) -> None:
    assert not [s for s in _read(text) if s.kind in ("tie", "project", "stance")]


def test_adverb_before_the_verb_of_telling_is_no_part_of_the_source() -> None:
    text = "The Norwegian foreign minister also announced that a bank of Oslo had lent Laos $61 million."
    told = [s.attribution.source for s in _read(text) if s.attribution]
    assert told == ["The Norwegian foreign minister"]


def test_aim_told_as_what_something_is_to_reach_is_a_target() -> None:
    text = "The aim of the work of Laos and Norway was to achieve trade worth 2 billion dollars."
    assert [s.status for s in _read(text) if s.kind == "figure"] == ["target"]


def test_minister_named_behind_his_city_acts_with_his_guest() -> None:
    text = (
        "Meeting yesterday in Oslo, Norwegian Foreign Minister Per Dahl and his Lao counterpart, Kham Phoun, "
        "reaffirmed their commitment to strengthen bilateral relations."
    )
    told = [(s.kind, s.mode, sorted(s.actor)) for s in _read(text)]
    assert told == [("contact", "meeting", ["LAO", "NOR"]), ("stance", "interest", ["LAO", "NOR"])]


def test_visitors_of_one_side_are_told_one_by_one_where_visits_were_just_spoken_of() -> None:
    text = (
        "Laos and Norway have had several visits from both sides. From the Lao side, these include Premier Kham Phoun in 2003, "
        "Minister Sone Vong, in 2007 and President Bounnhang Keo in October 2011."
    )
    told = [(s.actor, s.recipient, s.date) for s in _read(text) if s.mode == "visit" and s.date]
    assert told == [(("LAO",), ("NOR",), d) for d in ("2003", "2007", "2011-10")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Laos protested Norway's decision to recall its ambassador to Vientiane.",
            ("embassy", ("NOR",), ("LAO",)),
        ),
        ("Egyptian President Abdel Fatah Al Sisi met the king of Norway.", ("meeting", ("EGY", "NOR"), ())),
    ],
)
def test_its_is_of_whose_plan_it_is_and_a_name_is_no_party(
    text: str, told: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert told in [(s.mode, s.actor, s.recipient) for s in _read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has instructed the Lao ambassador to Norway to depart to Laos for consultation.",
        "Norway's minister made the remarks at a joint press conference with his Lao counterpart in Oslo.",
    ],
)
def test_sending_home_is_no_visit_and_remarks_no_venture(text: str) -> None:
    assert not [s for s in _read(text) if s.mode in ("visit", "venture")]


def test_name_between_commas_does_not_become_who_acts() -> None:
    text = "Laos expelled the Norwegian ambassador, Per Dahl, and closed its embassy in Oslo."
    assert ("embassy", ("LAO",), ("NOR",)) in [(s.mode, s.actor, s.recipient) for s in _read(text)]
