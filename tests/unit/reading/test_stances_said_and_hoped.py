"""Stances in what is hoped, pledged and said of others, towards whom the text and not the sentence names."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("said", text, title=title, date="2022-06-21")))


def _stances(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    found = [s for s in _read(text, title) if s.kind == "stance"]
    return [(s.mode, "+".join(s.actor), "+".join(s.recipient)) for s in found]


def _quotes(text: str, title: str | None = None) -> list[tuple[str, str]]:
    found = [s for s in _read(text, title) if s.kind == "quote"]
    return [("+".join(s.actor), "+".join(s.recipient)) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepal's minister said that Bhutan should renounce its claims.", ("request", "NPL", "BTN")),
        ("Togo must withdraw its troops, Beninese President Ama Were said.", ("request", "BEN", "TGO")),
        ("Cuban Minister Ana Reed said Peru and Cuba must work together.", ("interest", "CUB", "PER")),
        ("Oman's vote breached the treaty, Yemen's minister said.", ("criticism", "YEM", "OMN")),
        ('"Chad\'s decree is unacceptable," Malian Minister Ana Reed said.', ("criticism", "MLI", "TCD")),
        ("Laos hoped that relations with Fiji would improve.", ("interest", "LAO", "FJI")),
        ("Cuban Minister Ana Reed said his country would help Ghana with vaccines.", ("offer", "CUB", "GHA")),
        ("Cuban Minister Ana Reed said Cuba should work with Ghana.", ("interest", "CUB", "GHA")),
        ("Laos hopes that Fiji will support the talks.", ("request", "LAO", "FJI")),
        ("Malta condemned in the strongest terms Libya's attacks on ships.", ("criticism", "MLT", "LBY")),
        ("Gabon expressed its disappointment towards Angola.", ("criticism", "GAB", "AGO")),
        ("Iraq warned Kuwait of the risk after talks involving the two countries and Oman ended.", ("criticism", "IRQ", "KWT")),
    ],
)  # fmt: skip
def test_what_is_said_of_another_is_a_stance(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nepalese Minister Ana Reed said Nepal must reform its courts before Bhutan does.",
        "Nepalese Minister Ana Reed said Bhutan should benefit from the road.",
        "Western nations have accused Bhutan of helping Nepal.",
        "Minister Ana Reed said the pact between Nepal and Bhutan should be signed.",
        "Fiji expressed hope for closer ties between Laos and Nepal.",
    ],
)
def test_no_stance_is_read(text: str) -> None:
    assert _stances(text) == []


def test_in_a_text_on_two_the_other_is_meant() -> None:
    title = "Laos and Oman"
    text = "Laos's minister expressed his gratitude for the warm welcome."
    assert _stances(text, title) == [("support", "LAO", "OMN")]


def test_in_a_text_on_two_a_third_is_not_passed_over() -> None:
    text = "Laos's minister looked forward to closer cooperation with the Orchid Foundation."
    assert _stances(text, "Laos and Oman") == []


def test_a_second_act_of_speech_is_of_who_speaks() -> None:
    text = "The United States insisted that the Peruvian claim was late and called on Chile to talk."
    assert ("request", "USA", "CHL") in _stances(text)


def test_a_statement_is_of_whoever_spoke_last() -> None:
    text = (
        "The press service of the Omani Foreign Ministry said that the Yemeni envoy had been heard. "
        '"We regret that Yemen has closed the crossing without a word to us," the statement said.'
    )
    assert ("OMN", "YEM") in _quotes(text, "Oman and Yemen")


def test_an_office_told_before_gives_its_holder_a_country() -> None:
    text = (
        "Oman's prime minister spoke on Monday about the port of Aden in Yemen. "
        '"We are concerned about the port," Prime Minister Salim Reed said in a speech.'
    )
    assert ("OMN", "YEM") in _quotes(text)


def test_who_says_something_is_no_object_of_the_verb_before() -> None:
    text = (
        "Ghana's minister lauded her Rwandan counterpart for his presence in Accra, noting that "
        "“this shows that Rwanda wants closer ties with us.”"
    )
    assert ("RWA", "GHA") not in _quotes(text)


def test_words_of_a_third_are_about_both() -> None:
    text = "“Georgia and Moldova have shown their will to reform,” said Bulgarian President Rosen Plevneliev."
    assert ("BGR", "GEO+MDA") in _quotes(text)


def test_an_office_that_ends_a_bullet_is_not_of_the_name_below() -> None:
    text = (
        "The new envoys of Nepal are:\n* Ana Reed, ambassador-designate for Egypt\n"
        "President Sunil Oli urged Bhutan to open the road."
    )
    assert all("EGY" not in actor for _, actor, _ in _stances(text))
