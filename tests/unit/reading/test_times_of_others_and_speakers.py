"""Times that belong to something else than the act, speakers behind openings, officers of the paper's own state."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("times", text, title=title, date="2024-05-10")))


def _dates(text: str, kind: str) -> set[tuple[str, str | None]]:
    return {(s.mode, s.date) for s in _read(text) if s.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("On May 6, Fiji's president Ana Vala said Fiji and Oman would sign a pact.", "instrument", ("agreement", None)),
        ("On May 6, Fiji's president Ana Vala said Fiji and Oman had signed a pact.", "instrument", ("agreement", None)),
        ("On May 6, the ministry said, Fiji and Oman signed a pact.", "instrument", ("agreement", "2024-05-06")),
        ("Fiji's president is on a visit to Oman, the first in ten years.", "contact", ("visit", None)),
        ("Fiji's president will visit Oman in 14 days.", "contact", ("visit", "2024-05-24")),
        ("Fiji and Oman signed a pact in 2019, before the visit of Fiji's president to Oman.", "contact", ("visit", None)),
        ("In 2016, Fiji and Oman signed a pact, and Fiji supports Oman's bid.", "stance", ("support", None)),
        ("Fiji's president expressed gratitude to Oman's president for attending his inauguration on January 7.", "stance", ("support", None)),
    ],
)  # fmt: skip
def test_a_time_is_that_of_the_act_it_belongs_to(text: str, kind: str, told: tuple[str, str | None]) -> None:
    assert told in _dates(text, kind)


def test_who_is_thanked_did_what_the_thanks_are_for() -> None:
    text = "Fiji's president expressed gratitude to Oman's president for attending his inauguration in Suva on January 7."
    assert [(s.actor, s.recipient, s.date) for s in _read(text) if s.kind == "contact"] == [
        (("OMN",), ("FJI",), "2024-01-07")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "After meeting President Ana Vala of Fiji, the Omani minister said that Oman would build a road in Fiji.",
        "After talks with President Ana Vala of Fiji in Suva, the Omani minister said that Oman would build a road in Fiji.",
    ],
)
def test_who_is_named_in_an_opening_does_not_speak(text: str) -> None:
    told = _read(text)
    assert not [s for s in told if s.kind == "quote"]
    assert {(s.mode, tuple(sorted(s.actor))) for s in told if s.kind == "contact"} == {
        ("meeting", ("FJI", "OMN"))
    }
    (work,) = [s for s in told if s.kind == "project"]
    assert work.attribution is not None
    assert "the Omani minister" in str(work.attribution)


def test_who_said_it_may_stand_behind_time_and_place() -> None:
    text = "A pipeline will connect Angola and Zambia, said this Thursday, in Luanda, the Zambian ambassador, Lazarus Mwila, at the end of his mission."
    assert [(s.actor, s.people[0].name) for s in _read(text) if s.kind == "quote"] == [
        (("ZMB",), "Lazarus Mwila")
    ]


def test_an_officer_who_tells_of_dealings_with_one_state_is_not_of_that_state() -> None:
    text = (
        "The Government is committed to deepening ties with its northern neighbour, Burkina Faso, Vice President Ama Osei has said.\n\n"
        "She mentioned the railway that would link Ghana and Burkina Faso."
    )
    assert {s.actor for s in _read(text) if s.kind == "quote"} == {("GHA",)}


def test_an_officer_behind_the_state_that_deals_with_all_others_is_its_own() -> None:
    text = (
        "Angola signs power accord with Zambia and Chad\n\nThe Angolan government sealed a pact with Zambia and Chad.\n\n"
        "“We will sell power to Zambia and Chad,” Minister of Energy Rui Neto said."
    )
    assert {s.actor for s in _read(text) if s.kind == "quote"} == {("AGO",)}


def test_who_is_called_on_one_after_the_other_hosts_one_after_the_other() -> None:
    text = "President Ama Osei of Ghana visited Malian president Goita in Bamako on Saturday and President Tchiani of Niger in Niamey on Sunday."
    visits = {(s.actor, s.recipient, s.date) for s in _read(text) if s.mode == "visit"}
    assert visits == {(("GHA",), ("MLI",), "2024-05-04"), (("GHA",), ("NER",), "2024-05-05")}


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's president travelled to the southern region of Oman on Monday.",
        "Fiji's president arrived in the capital of Oman on Monday.",
        "Fiji's president Ana Vala will travel with Omani minister Said Nasser to the Vardok region of Oman on Monday.",
    ],
)
def test_a_part_of_a_country_is_where_a_journey_leads(text: str) -> None:
    assert {(s.actor, s.recipient) for s in _read(text) if s.mode == "visit"} == {(("FJI",), ("OMN",))}


def test_a_concession_without_a_verb_joins_nobody() -> None:
    text = "While Serbia is a traditional ally of Russia, Turkey, though a NATO member, is also shifting towards Russia."
    assert {s.actor for s in _read(text) if s.mode == "membership"} == {("TUR",)}


@pytest.mark.parametrize(
    ("text", "mode", "actor"),
    [
        ("Fiji and Oman pledged to work towards stronger ties.", "interest", ("FJI", "OMN")),
        ("Fiji and its southern neighbour Oman agreed here on Friday to deepen their cooperation.", "interest", ("FJI", "OMN")),
        ("Fiji is ready to increase the quota for Omani students.", "offer", ("FJI",)),
        ("Fiji expressed readiness to provide grants to citizens of Oman, as well as to train specialists in other promising areas.", "offer", ("FJI",)),
    ],
)  # fmt: skip
def test_wishes_and_offers_are_told_with_work_and_more_of_the_same(
    text: str, mode: str, actor: tuple[str, ...]
) -> None:
    assert [(s.mode, s.actor) for s in _read(text) if s.kind == "stance"] == [(mode, actor)]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's minister went to Oman with the aim of building business and political links with it.",
        "A special focus during the consultation between Fiji and Oman were the issues of supporting the Fijian diaspora in Oman.",
    ],
)
def test_links_among_people_and_matters_talked_about_are_no_works_and_no_support(text: str) -> None:
    assert not [s for s in _read(text) if s.kind in ("project", "stance")]


def test_one_partnership_is_told_once() -> None:
    text = "Fiji and Oman agreed to strengthen bilateral ties, elevating the relationship to a Comprehensive Partnership by 2026."
    assert [(s.mode, s.date) for s in _read(text) if s.kind == "tie"] == [("partnership", "2026")]


def test_what_a_line_is_used_for_is_the_act_of_nobody_who_is_named_with_it() -> None:
    text = "Gas is sent to Armenia on a pipeline which is used to deliver gas from Russia."
    assert {(s.actor, s.recipient) for s in _read(text) if s.mode == "supply"} == {(("RUS",), ("ARM",))}
