"""Agencies, palaces and forces that stand for their state; ranks beside offices; verbs and forms of saying."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.entities.parties import Gazetteer
from dragoman.reading.entities.people import find_people
from dragoman.reading.reader import load_reader


def _read(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    found = load_reader().read(Document("a", text, title=None, date="2024-01-01"))
    return [(s.kind, s.mode, tuple(s.actor), tuple(s.recipient)) for s in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rossotrudnichestvo thanked Malta.", {"RUS", "MLT"}),
        ("The Verkhovna Rada wrote to the Jatiya Sangsad.", {"UKR", "BGD"}),
        ("Enabel and the Peace Corps came to Togo.", {"BEL", "USA", "TGO"}),
        ("The Polisario Front and N. Korea signed it.", {"ESH", "PRK"}),
        ("S. Korea and Taiwan (Republic of China) did not.", {"KOR", "TWN"}),
        ("The Whitlam government recognised the PRC.", {"AUS", "CHN"}),
        ("The Rada of the fishermen met in Malta.", {"MLT"}),
        ("The Diet for athletes sold well in Malta.", {"MLT"}),
        ("His Majesty's Government of Nepal wrote to Malta.", {"NPL", "MLT"}),
        ("The French cabinet and Dano-Turkish firms met.", {"FRA", "DNK", "TUR"}),
    ],
)
def test_a_body_or_name_stands_for_its_state(text: str, codes: set[str]) -> None:
    assert {c for m in Gazetteer.load().mentions(text) for c in m.codes} == codes


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Minister of Kenya, Ambassador Ama Orlo, visited Malta.",
        "The Foreign Minister of Kenya, His Royal Highness Prince Ama Orlo, visited Malta.",
        "Kenyan Foreign Minister General Ama Orlo visited Malta.",
        "The Prime Minister of Kenya, the Rt. Hon. Ama Orlo, visited Malta.",
        "Ama Orlo, Deputy Foreign Minister of Kenya, visited Malta.",
        "The Kenyan Minister-Counsellor Ama Orlo visited Malta.",
        "Kenya's state councillor, Ama Orlo, visited Malta.",
        "Kenya's Chargée d'affaires Ama Orlo visited Malta.",
        "Lyonpo Ama Orlo, Minister of Foreign Affairs of Kenya, visited Malta.",
    ],
)
def test_a_rank_or_style_leaves_a_name_with_its_office(text: str) -> None:
    people = find_people(text, Gazetteer.load().mentions(text))
    assert [(p.name, p.country) for p in people] == [("Ama Orlo", "KEN")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenyan Foreign Minister Ama Orlo conceded that ties with Malta had suffered.", "reported"),
        ("Kenyan Foreign Minister Ama Orlo agreed that trade with Malta was growing.", "reported"),
        ("Kenyan Foreign Minister Ama Orlo was quoted as saying that ties with Malta were good.", "reported"),
        (
            "According to Kenyan Foreign Minister Ama Orlo, ties with Malta have never been better.",
            "reported",
        ),
        ("In the words of Kenyan President Ama Orlo, “Malta is our closest friend”.", "direct"),
        ("As Kenyan President Ama Orlo put it, “Malta is our closest friend”.", "direct"),
        ("“Our trade with Malta is growing fast,” exclaimed Kenyan President Ama Orlo.", "direct"),
    ],
)
def test_a_saying_has_its_speaker(text: str, mode: str) -> None:
    assert ("quote", mode, ("KEN",), ("MLT",)) in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "According to legend, Malta and Kenya share a saint.",
        "Kenyan President Ama Orlo and Maltese President Ann Borg agreed that it rained.",
        "According to Kenyan runner Ama Orlo, the race in Malta was long.",
    ],
)
def test_what_nobody_of_a_state_says_is_no_quote(text: str) -> None:
    assert not [s for s in _read(text) if s[0] == "quote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya excoriated Malta's decision.", ("stance", "criticism", ("KEN",), ("MLT",))),
        ("Kenya took aim at Malta's decision.", ("stance", "criticism", ("KEN",), ("MLT",))),
        ("Kenya extolled Malta's peace plan.", ("stance", "support", ("KEN",), ("MLT",))),
        ("Turkey opened a Yunus Emre Cultural Centre in Valletta.", ("tie", "centre", ("TUR",), ("MLT",))),
        (
            "The Abu Dhabi Fund signed an agreement with Malta.",
            ("instrument", "agreement", ("ARE", "MLT"), ()),
        ),
    ],
)
def test_words_of_stances_and_centres(text: str, expected: tuple[object, ...]) -> None:
    assert expected in _read(text)
