"""Speakers whom a text names by office alone, or by name alone behind an office, right behind a sentence on one state."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _quotes(text: str, title: str | None = None) -> set[tuple[str, str]]:
    read = load_reader().read(Document("a", text, title=title, date="2024-01-01"))
    return {("+".join(s.actor), "+".join(s.recipient)) for s in read if s.kind == "quote"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Peru on Monday rejected a claim by Ecuador over the river. “The claim has no basis in law,” Foreign Minister "
                "Juan Alarcón said."
            ),
            ("PER", "ECU"),
        ),
        (
            (
                "Malaysia said it would send rice to Sri Lanka. “Our friends in Colombo can count on us,” said Prime Minister "
                "Ahmad Razali."
            ),
            ("MYS", "LKA"),
        ),
        (
            "Oman's foreign minister praised Kenya on Sunday. “Kenya is a gate to Africa,” Badr al-Saadi said in Nairobi.",
            ("OMN", "KEN"),
        ),
        (
            "Tonga's foreign ministry denied the report on Fiji. “Fiji has misread the map,” its spokeswoman, Mele Fonua, said.",
            ("TON", "FJI"),
        ),
        (
            "The Nepalese foreign ministry's Bikash Thapa said that India should reopen the pass.",
            ("NPL", "IND"),
        ),
        (
            (
                "Tunisia closed a crossing with Libya on Friday. The ministry said in a statement that Libyan guards had “fired at "
                "our patrol”."
            ),
            ("TUN", "LBY"),
        ),
        (
            "Estonian minister Rein Tamm met Latvian minister Inese Kalve in Riga. Kalve described Estonia as a reliable friend.",
            ("LVA", "EST"),
        ),
    ],
)
def test_the_state_told_before_is_the_speakers(text: str, expected: tuple[str, str]) -> None:
    assert expected in _quotes(text)


def test_who_stands_beside_a_speaker_is_of_the_other_side() -> None:
    text = (
        "At a press conference beside President Abdou Issoufou in Niamey, Malian President Seydou Keita praised Niger. “We will "
        "not forget your help,” he said. “Mali is our sister,” Issoufou answered."
    )
    assert _quotes(text, "Mali and Niger") == {("MLI", "NER"), ("NER", "MLI")}


def test_a_ministry_and_it_are_of_the_ministry_told_before() -> None:
    text = (
        "Armenia's foreign ministry hit back at Azerbaijan. “Baku has no right to lecture our people,” the ministry said. “No one can give "
        "our country lessons,” it added."
    )
    assert _quotes(text, "Armenia reacts") == {("ARM", "AZE")}


def test_words_said_before_another_state_is_told_of_are_on_matters_at_home() -> None:
    text = (
        "Slovenian Prime Minister Jan Novak on Monday defended his plan to cut taxes. “Slovenia needs more people in work,” he "
        "said in parliament. Novak will visit Croatia on Friday."
    )
    assert not _quotes(text, "Slovenia's premier on taxes")


@pytest.mark.parametrize(
    "text",
    [
        "Bangladesh has asked India to lift its ban on onions. “I cannot cook without them,” Rehana Begum said in Dhaka.",
        "Poland's prime minister visited the flooded town of Nysa. “The water came at night,” Jan Kowalski said. Germany sent pumps.",
        "Kenya's president opened a tea factory of the Indian firm Rasa. “Tea is our life,” Company President Vik Rao said.",
    ],
)
def test_private_people_speak_for_nobody(text: str) -> None:
    assert not _quotes(text)
