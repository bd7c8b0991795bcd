"""Relative clauses before a sentence's verb, who acts in company, labels of lines, and whose time a time is."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader

_KNOWN = "Fiji and Oman have diplomatic relations. "


def _read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("relative", text, date="2024-05-10")))


def _told(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (f"{s.kind}/{s.mode}", "+".join(sorted(s.actor)), "+".join(sorted(s.recipient)), s.date)
        for s in _read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fisheries deal that Fiji signed with Oman in 2019 covers tuna.", ("instrument/agreement", "FJI+OMN", "", "2019")),
        ("The deal, which Fiji and Oman signed in 2019, covers tuna.", ("instrument/agreement", "FJI+OMN", "", "2019")),
        ("Under a deal Fiji signed with Oman last year, two ports will grow.", ("instrument/agreement", "FJI+OMN", "", "2023")),
        ("The commission that Fiji and Oman set up in 2018 has met twice.", ("tie/body", "FJI+OMN", "", "2018")),
        ("The rice that Oman supplied to Fiji in 2021 was of poor quality.", ("project/supply", "OMN", "FJI", "2021")),
    ],
)  # fmt: skip
def test_what_a_relative_clause_before_the_verb_tells_is_read(
    text: str, expected: tuple[str, str, str, str | None]
) -> None:
    assert expected in _told(_KNOWN + text)


def test_a_clause_of_content_is_no_relative_one() -> None:
    told = _told(_KNOWN + "The news that Fiji signed a treaty with Oman in 2019 was welcomed.")
    assert ("instrument/treaty", "FJI+OMN", "", "2019") in told


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Fiji, together with Oman and Peru, held talks on tuna in Suva.", "FJI+OMN+PER"),
        ("Officials of Fiji and Oman, along with Peru, held talks on tuna in Suva.", "FJI+OMN+PER"),
        ("Fiji held talks on tuna with Oman in Suva.", "FJI+OMN"),
    ],
)  # fmt: skip
def test_who_is_named_along_with_a_subject_acts_with_it(text: str, parties: str) -> None:
    assert [t[:2] for t in _told(text)] == [("contact/meeting", parties)]


def test_a_party_in_the_label_of_a_line_is_given_to_and_gives_nothing() -> None:
    told = _told(_KNOWN + "\n\n- Fiji Reefs Plan: Oman will provide $10 million for nurseries.")
    assert ("figure/aid", "OMN", "FJI", None) in told
    assert not [t for t in told if t[0] == "figure/aid" and "FJI" in t[1]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Under the treaty signed by Fiji and Oman on 3 May, nurses will be exchanged.", "2024-05-03"),
        ("The treaty that Fiji and Oman signed in April will enter into force in June.", "2024-04"),
        ("Fiji will sign a treaty with Oman on 3 June, as was agreed in 2018.", "2024-06-03"),
        ("The king of Oman, who took power in 2018, signed a treaty with Fiji in March.", "2024-03"),
        ("The sides met in Suva on 3 May 2019. On 7 June, Fiji and Oman signed a treaty.", "2019-06-07"),
        ("The sides met in Suva on 3 May 2019. On 20 April, Fiji and Oman signed a treaty.", "2024-04-20"),
        ("The sides met in Suva on 3 May 2019. In June, Fiji and Oman will sign a treaty.", "2024-06"),
    ],
)  # fmt: skip
def test_a_time_without_its_year_is_of_its_own_clause_and_story(text: str, date: str) -> None:
    assert date in [s.date for s in _read(_KNOWN + text) if s.mode == "treaty"]


def test_a_year_that_names_a_document_is_not_when_it_was_ended_or_spoken_of() -> None:
    (ended,) = [
        s for s in _read(_KNOWN + "Fiji terminated the 2003 treaty in 2016.") if s.kind == "instrument"
    ]
    assert (ended.status, ended.date) == ("ended", "2016")
    met = [
        s
        for s in _read("The ministers of Fiji and Oman met and praised the 2019 pact.")
        if s.kind == "contact"
    ]
    assert [s.date for s in met] == [None]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Aid was promised at the March summit between Fiji and Oman.", "2024-03"),
        ("The 2021 Fiji-Oman summit set the course.", "2021"),
        ("The steps follow the May visit of Oman's foreign minister to Fiji.", "2024-05"),
    ],
)  # fmt: skip
def test_a_meeting_named_by_its_month_or_year_is_read_with_it(text: str, date: str) -> None:
    assert [(s.kind, s.status, s.date) for s in _read(text)] == [("contact", "actual", date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman gave Fiji $5 million to boost its exports to Peru.", ("figure/aid", "OMN", "FJI")),
        ("Oman lent Fiji $20 million to support imports of pumps from India.", ("figure/loan", "OMN", "FJI")),
    ],
)  # fmt: skip
def test_what_money_is_for_does_not_say_what_it_is_or_who_gives_it(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert [t[:3] for t in _told(text) if t[0].startswith("figure")] == [expected]


def test_money_given_keeps_its_day_and_tells_its_rise_as_a_change() -> None:
    assert [s.date for s in _read("Oman lent Fiji $50 million on Monday.")] == ["2024-05-06"]
    rise = _read("Oman will give Fiji $100 million in 2026, a $60 million increase over 2025.")
    assert [s.measure for s in rise if s.kind == "figure"] == ["level", "difference"]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji intends to raise its health spending by $18 million.",
        "Omani firms won orders in Fiji, supporting the creation of jobs.",
        "The boats will add to Fiji's ability to defend its borders, Oman said.",
    ],
)
def test_what_a_state_spends_and_does_at_home_is_no_help_to_another(text: str) -> None:
    assert not [s for s in _read(_KNOWN + text) if s.kind == "stance" or s.mode == "aid"]


@pytest.mark.parametrize("verb", ["pushed", "angered", "gives"])
def test_who_is_in_a_clause_behind_a_partner_signs_nothing(verb: str) -> None:
    text = f"In 2022, Fiji signed a security agreement with China that {verb} Australia a reason to act."
    assert ("instrument/agreement", "CHN+FJI", "", "2022") in _told(_KNOWN + text)


def test_a_time_of_another_event_is_not_when_a_journey_is() -> None:
    text = "This is the Fijian premier's first visit to Oman after the April elections in his country, and he is expected in Peru."
    (visit,) = [s for s in _read(_KNOWN + text) if s.mode == "visit" and s.recipient == ("OMN",)]
    assert (visit.status, visit.date) == ("actual", None)


def test_ongoing_visit_is_under_way_whatever_governs_it() -> None:
    text = "The ministers affirmed their determination to deepen ties, as part of the Fijian Prime Minister's ongoing visit to Oman."
    visits = [s for s in _read(text) if s.mode == "visit"]
    assert [s.status for s in visits] == ["actual"]
