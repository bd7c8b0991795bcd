"""What a third says of two others, and stances told with their object's worth or plight first."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def stances(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = load_reader().read(Document("thirds", text, title=None, date="2024-05-06"))
    return {(s.mode, tuple(s.actor), tuple(s.recipient)) for s in found if s.kind == "stance"}


@pytest.mark.parametrize(
    "text",
    [
        "The European Union has warmly welcomed the recent agreement between Peru and Chile.",
        "The European Union commended the resolution of a long dispute between Peru and Chile.",
        "The European Union hailed a weekend meeting between the leaders of Peru and Chile.",
        "The European Union welcomed the resumption of diplomatic relations between Peru and Chile.",
        "The European Union supports the peace process between Peru and Chile.",
    ],
)
def test_a_third_welcomes_what_two_others_settle(text: str) -> None:
    assert stances(text) == {("support", ("EU",), ("PER", "CHL"))}


def test_a_third_that_wishes_others_closer_ties_takes_no_stance_towards_them() -> None:
    assert not stances("Kenya hoped for closer ties between Peru and Chile.")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('Fiji described as "regrettable" the comments made by Samoa\'s premier.', "criticism"),
        ("Fiji lodged stern representations with Samoa over the raid.", "criticism"),
        ("Fiji called for human rights to be respected in Samoa.", "request"),
        ("Fiji called for the blockade to be lifted by Samoa.", "request"),
        ("Fiji's president extended an invitation for Samoa's King Tui Malo to visit Suva.", "invitation"),
    ],
)
def test_stances_whose_object_comes_between(text: str, stance: str) -> None:
    assert stances(text) == {(stance, ("FJI",), ("WSM",))}


def test_who_accepts_another_s_proposals_offers_nothing() -> None:
    assert not stances("Fiji accepted Samoa's proposals on fishing.")


def test_what_two_agree_to_work_on_elsewhere_is_not_towards_that_place() -> None:
    assert stances(
        "Fiji and Samoa agreed to deepen cooperation and work together on the war in Ukraine."
    ) == {("interest", ("FJI", "WSM"), ())}
