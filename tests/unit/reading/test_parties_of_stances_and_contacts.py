"""Who takes part in a meeting and towards whom a stance is, where others are named near by."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def told(text: str, kind: str, title: str | None = None) -> list[Told]:
    read = load_reader().read(Document("a", text, title=title, date="2031-05-07"))
    return [(s.mode, s.actor, s.recipient) for s in read if s.kind == kind]


def test_a_time_before_its_object_leaves_a_verb_active() -> None:
    text = "Malta summoned on Wednesday the Irish ambassador over the cod."
    assert told(text, "stance") == [("criticism", ("MLT",), ("IRL",))]


def test_who_only_asks_for_a_session_takes_no_part() -> None:
    text = "Peru and Chile met on Monday at the request of Mexico."
    assert told(text, "contact") == [("meeting", ("PER", "CHL"), ())]


def test_who_presides_over_a_meeting_takes_no_part() -> None:
    text = "Peru and Chile have quarrelled over cod. The talks, chaired by Mexico, begin on Monday."
    assert all("MEX" not in actor for _, actor, _ in told(text, "contact"))


def test_a_chair_held_is_no_body_that_acts() -> None:
    text = "The Malaysian prime minister, as the incoming ASEAN chair, urged Peru to release the crew."
    assert told(text, "stance") == [("request", ("MYS",), ("PER",))]


def test_ministers_of_a_body_are_the_body() -> None:
    text = (
        "European Union foreign ministers discussed the cod quarrel of Peru and Chile. "
        "The ministers condemned Peru for the raid on a trawler."
    )
    assert ("criticism", ("EU",), ("PER",)) in told(text, "stance")


def test_both_sides_are_the_two_of_whom_a_third_spoke() -> None:
    text = "Mexico urged Peru and Chile to share the cod. Mexico called on both sides to open their ports."
    assert told(text, "stance") == [
        ("request", ("MEX",), ("PER", "CHL")),
        ("request", ("MEX",), ("PER", "CHL")),
    ]


def test_the_parties_are_those_of_a_list() -> None:
    text = "Japan backed the talks between Peru, Chile and Cuba, urging the parties to resume them."
    assert ("request", ("JPN",), ("PER", "CHL", "CUB")) in told(text, "stance")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Irish embassy in Malta voiced concern over Cyprus.", ("criticism", ("IRL",), ("CYP",))),
        (
            "The Irish ambassador to Malta Ann Reed condemned Cyprus for the raid.",
            ("criticism", ("IRL",), ("CYP",)),
        ),
    ],
)
def test_where_an_envoy_is_posted_is_not_who_is_criticised(text: str, stance: Told) -> None:
    assert told(text, "stance") == [stance]


def test_blame_for_a_place_blames_no_country() -> None:
    text = "The Irish president blamed poor reception in the mountains of Malta for the delay."
    assert told(text, "stance") == []


def test_ways_to_support_support_nobody_yet() -> None:
    text = "The ministers of Ireland and Malta discussed ways to further support Cyprus."
    assert all(mode != "support" for mode, *_ in told(text, "stance"))


def test_a_president_of_a_council_is_no_session() -> None:
    text = "The Irish minister met the President of the Council of Malta, Ann Reed."
    assert all(mode != "session" for mode, *_ in told(text, "contact"))


def test_a_given_name_stands_for_a_malaysian_later() -> None:
    text = (
        "Malaysian Foreign Minister Hassan Osmani spoke to reporters on Monday. "
        "Hassan thanked Peru for the cod."
    )
    assert told(text, "stance") == [("support", ("MYS",), ("PER",))]


def test_a_title_tells_the_country_of_whom_the_text_names() -> None:
    text = "Foreign Minister Ann Reed met her Peruvian counterpart."
    assert told(text, "contact", "Irish Foreign Minister Ann Reed in Lima") == [
        ("meeting", ("IRL", "PER"), ())
    ]


def test_a_visit_put_off_is_planned_still() -> None:
    text = "A planned visit by Malta's prime minister to Ireland has been postponed."
    read = load_reader().read(Document("a", text, date="2031-05-07"))
    assert [(s.mode, s.status) for s in read if s.kind == "contact"] == [("visit", "planned")]


def test_the_council_is_that_of_the_body_spoken_of() -> None:
    text = "Peru addressed the UN Security Council on Monday. Chile also urged the council to act."
    assert ("request", ("CHL",), ("UN",)) in told(text, "stance")


def test_an_order_of_knights_is_no_country() -> None:
    text = "The Ambassador of the Order of Malta to Peru presented her credentials to the Peruvian president."
    assert all("MLT" not in actor for _, actor, _ in told(text, "contact"))


def test_a_meeting_that_took_place_is_of_those_behind_its_noun() -> None:
    text = "A meeting of the foreign ministers of Spain and Chile took place in Lima."
    assert told(text, "contact") == [("meeting", ("ESP", "CHL"), ())]


def test_a_courtesy_call_is_no_request() -> None:
    text = "Irish Foreign Minister Ann Reed called on Peru's president and other leaders and discussed fisheries."
    assert told(text, "stance") == []


def test_an_owner_behind_an_opening_phrase_is_the_subject() -> None:
    text = "After talks with the Togolese minister, Fiji's president visited Samoa in May 2021."
    visits = [s for s in load_reader().read(Document("a", text)) if s.mode == "visit"]
    assert [(s.actor, s.recipient) for s in visits] == [(("FJI",), ("WSM",))]


def test_a_minister_whose_office_is_long_is_one_of_those_who_sign() -> None:
    text = (
        "Today, at the summit in Lima, Peru, the United States Secretary of State John Reed, Japan Foreign Minister "
        "Sato Toshi, and Chile Foreign Minister Ana Rojas signed a memorandum."
    )
    signed = [s for s in load_reader().read(Document("a", text)) if s.kind == "instrument"]
    assert [{*s.actor} for s in signed] == [{"USA", "JPN", "CHL"}]
