"""Visitors told one behind the other, each with his own time, and intents announced."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _visits(text: str) -> list[str]:
    found = load_reader().read(Document("a", text, date="2031-07-15"))
    return sorted(f"{','.join(s.actor)}>{','.join(s.recipient)} {s.date}" for s in found if s.mode == "visit")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Ana Ruiz of Chile visited Norway in 2022, and Foreign Minister Soledad Paz in 2024.",
            ["CHL>NOR 2022", "CHL>NOR 2024"],
        ),
        (
            "Malta received visits by Ghana's Minister of Trade in 2022 and its Minister of Mining in 2024.",
            ["GHA>MLT 2022", "GHA>MLT 2024"],
        ),
        (
            "Ghana's President Kofi Mensah visited Malta in May 2021, as did Foreign Minister Ama Owusu in 2023.",
            ["GHA>MLT 2021-05", "GHA>MLT 2023"],
        ),
        (
            "Recent visits from Finland to Nepal: President Aalto in 2005; Minister Virtanen in 2011.",
            ["FIN>NPL 2005", "FIN>NPL 2011"],
        ),
        ("President Ana Ruiz of Chile visited Norway in 2022 and resigned in 2024.", ["CHL>NOR 2022"]),
        (
            "President Ana Ruiz of Chile visited Norway in 2022, and trade doubled in 2024.",
            ["CHL>NOR 2022"],
        ),
    ],
)
def test_a_visitor_with_a_time_of_his_own_came_then(text: str, told: list[str]) -> None:
    assert _visits(text) == told


def test_what_one_announces_the_intent_to_do_is_planned() -> None:
    found = load_reader().read(Document("a", "Malta announced its intent to open an embassy in Peru."))
    assert [(s.mode, s.status) for s in found] == [("embassy", "planned")]


@pytest.mark.parametrize("faction", ["(SDE)", "(Fine Gael)", "(pictured)"])
def test_what_stands_in_brackets_behind_a_person_parts_him_from_no_verb(faction: str) -> None:
    text = f"Maltese Foreign Minister Ana Borg {faction} said that Ghana was a good friend of the island."
    found = load_reader().read(Document("a", text))
    assert [(s.mode, s.actor, s.recipient) for s in found] == [("reported", ("MLT",), ("GHA",))]
