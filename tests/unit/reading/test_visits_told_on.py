"""When a visit told just before is or was, and visits that somebody is only invited to."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _visits(text: str) -> list[str]:
    found = load_reader().read(Document("d", text, date="2031-09-10"))
    return [
        f"{'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in found
        if s.kind == "contact"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Juma Otieno of Kenya will visit Oman. The visit is scheduled for March 2032.",
            ["KEN>OMN planned", "KEN>OMN planned 2032-03"],
        ),
        (
            "President Juma Otieno of Kenya will visit Oman. The trip, planned for March 2032, will focus on trade.",
            ["KEN>OMN planned", "KEN>OMN planned 2032-03"],
        ),
        (
            "President Juma Otieno of Kenya visited Oman. The visit took place in May 2031.",
            ["KEN>OMN actual", "KEN>OMN actual 2031-05"],
        ),
        (
            "President Juma Otieno of Kenya accepted an invitation extended by the Sultan of Oman to visit Muscat. The visit is expected to take place in early 2032.",
            ["KEN>OMN planned 2032"],
        ),
    ],
)
def test_a_sentence_that_only_tells_when_is_of_the_visit_before(text: str, told: list[str]) -> None:
    assert _visits(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "President Juma Otieno of Kenya visited Oman. The visit was a success for trade in 2031.",
        "President Juma Otieno of Kenya visited Oman. The visit took place two years after the elections in 2029.",
        "President Juma Otieno of Kenya visited Oman. The first visit took place in 2019.",
    ],
)
def test_no_other_time_is_that_of_the_visit(text: str) -> None:
    assert _visits(text) == ["KEN>OMN actual"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's foreign minister received the Omani Sultan's invitation to President Juma Otieno to visit Muscat.",
        "The Omani Sultan reiterated his invitation to the Kenyan president to visit the country.",
    ],
)
def test_nobody_has_visited_who_is_only_invited(text: str) -> None:
    assert _visits(text) == []


def test_a_meeting_after_a_fight_has_not_the_time_of_the_fight() -> None:
    assert _visits(
        "Following the missile strikes in January, Kenyan President Juma Otieno visited Oman."
    ) == ["KEN>OMN actual"]


@pytest.mark.parametrize(
    "text",
    [
        "The Omani Sultan's visit to Kenya, his first since taking office in 2030, was a success.",
        "The Omani Sultan visited Kenya for the first time since his inauguration in 2030.",
    ],
)
def test_a_visit_has_not_the_time_when_the_guest_came_to_office(text: str) -> None:
    assert _visits(text) == ["OMN>KEN actual"]


def test_the_visit_that_another_came_after_is_told_with_its_time() -> None:
    told = _visits(
        "The talks took place a year after the visit of Kenyan President Juma Otieno to Oman in May 2030."
    )
    assert "KEN>OMN actual 2030-05" in told
