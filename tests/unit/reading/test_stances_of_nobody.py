"""A stance or a meeting of people whom the text does not name is not the documents' parties'."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def acts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    read = load_reader().read(Document("a", text))
    return [(s.mode, s.actor, s.recipient, s.status) for s in read if s.kind in ("stance", "contact")]


def test_what_others_do_beside_the_subject_is_theirs() -> None:
    text = "The Arab League met over the drought in Chad with some delegates urging Chad to open its ports."
    assert all(mode != "request" for mode, *_ in acts(text))


def test_others_who_condemn_are_not_the_country_named_before() -> None:
    text = "Several envoys praised Norway's raid on Iceland, others condemned it as rash."
    assert all(mode != "criticism" for mode, *_ in acts(text))


def test_nobody_has_condemned_what_another_demands_to_be_condemned() -> None:
    text = "Togo demanded that Ghana condemn Benin's raid on the port."
    assert [(mode, actor) for mode, actor, *_ in acts(text)] == [("request", ("TGO",))]


def test_a_deputy_who_urges_his_own_country_asks_nothing_of_the_other() -> None:
    text = "Togo and Ghana share a river. A Togolese deputy urged Togo to build a higher dam."
    assert acts(text) == []


def test_parties_told_to_talk_are_not_those_who_tell_them() -> None:
    text = "Oman, Peru and Chad issued a letter. The three countries invited the warring parties to resume talks."
    assert all(mode != "meeting" for mode, *_ in acts(text))


def test_talks_tried_for_are_not_held() -> None:
    assert acts("Norway is trying to restart talks with Iceland.") == [
        ("meeting", ("NOR", "ISL"), (), "proposed")
    ]


@pytest.mark.parametrize("name", ["Charles Okoro", "Ann Reed"])
def test_a_call_from_somebody_of_no_known_country_is_not_of_the_pair(name: str) -> None:
    text = f"Peru and Ghana trade in cocoa. The Peruvian president received a telephone call from {name}."
    assert all(mode != "call" for mode, *_ in acts(text))


def test_our_government_is_that_of_whoever_is_quoted_behind_his_title() -> None:
    text = '"Chad can know that our government is ready to help," the Chilean president, Gabriel Boric, said.'
    assert ("offer", ("CHL",), ("TCD",), "actual") in acts(text)


def test_a_body_that_allies_belong_to_is_not_spoken_to() -> None:
    assert acts("Germany urged NATO allies Greece and Turkey to talk.") == [
        ("request", ("DEU",), ("GRC", "TUR"), "actual")
    ]


def test_own_firms_that_are_encouraged_are_no_request_to_the_other() -> None:
    text = "Chile trades with Fiji. Chile will encourage Chilean companies to invest in Fiji."
    assert all(mode != "request" for mode, *_ in acts(text))


def test_planned_talks_that_somebody_stays_away_from_are_denied() -> None:
    assert acts("Peru would not take part in planned talks with Chile.") == [
        ("meeting", ("PER", "CHL"), (), "denied")
    ]


def test_a_bloc_that_the_speaker_chairs_is_not_spoken_to() -> None:
    text = "President Bola Tinubu of Nigeria, also chairman of the board of the ECOWAS, denounced the coup in Niger."
    assert all("ECOWAS" not in recipient for _, _, recipient, _ in acts(text))


@pytest.mark.parametrize("whom", ["all countries", "the international community", "other states"])
def test_what_everybody_is_asked_is_not_asked_of_the_pair(whom: str) -> None:
    text = f"Norway condemned a raid of Mali on the border. Oslo urged {whom} to condemn the raid and called on Bamako to stop."
    assert [mode for mode, *_ in acts(text)].count("request") == 1
