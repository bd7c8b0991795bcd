"""Who leads a delegation, who tells what, whose totals are told beside a part, and papers that come of talks."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader

_KNOWN = "Fiji and Oman have diplomatic relations. "


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("told", text, title=title, date="2024-05-10")))


def _told(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    found = _read(text, title)
    return [(f"{s.kind}/{s.mode}", "+".join(sorted(s.actor)), "+".join(sorted(s.recipient))) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's trade minister received a delegation led by Oman's minister of trade.",
        "Fiji's president will host a delegation of ten firms headed by the finance minister of Oman.",
        "A delegation led by Oman's trade minister was received by Fiji's president.",
    ],
)
def test_a_delegation_is_of_the_state_whose_officer_leads_it(text: str) -> None:
    assert ("contact/visit", "OMN", "FJI") in _told(_KNOWN + text)


def test_all_who_present_credentials_meet_the_head_of_state() -> None:
    text = "The ambassadors of Chile and Oman presented their credentials to the Fijian president."
    assert _told(text) == [("contact/meeting", "CHL+FJI+OMN", "")]


def test_a_ministry_and_a_body_beside_it_sign_and_the_embassy_where_they_do_does_not() -> None:
    text = "The Fijian Department of Home Security and the CARICOM Agency signed a memorandum at the Embassy of Peru in Suva."
    assert _told(text) == [("instrument/memorandum", "CARICOM+FJI", "")]


def test_who_goes_on_is_whoever_spoke_last() -> None:
    text = "In talks with Oman's energy minister, Tariq Balushi, Fiji's premier Ana Vula said trade would grow. She said both sides wanted it."
    assert {s.people[0].name for s in _read(_KNOWN + text) if s.kind == "quote"} == {"Ana Vula"}


def test_an_honorific_is_no_source() -> None:
    (sold,) = [
        s
        for s in _read(_KNOWN + "According to Dr. Vula, Fiji sold tea worth $3 million to Oman.")
        if s.kind == "figure"
    ]
    assert sold.attribution is not None
    assert (sold.attribution.source, sold.attribution.type) == ("Vula", "person")


def test_a_whole_told_beside_the_part_of_one_partner_is_no_flow_between_two() -> None:
    text = "Fiji's exports rose 14.7 percent to $65.5 million, while exports to Oman reached $10.2 million."
    assert [s.value for s in _read(_KNOWN + text) if s.kind == "figure"] == [10_200_000]


def test_what_a_deal_will_see_done_is_done_by_whom_it_names() -> None:
    found = _read(_KNOWN + "The deal will see Oman export 400mw of power annually.")
    assert [(s.actor, s.recipient, s.status) for s in found if s.kind == "figure"] == [
        (("OMN",), ("FJI",), "planned")
    ]


def test_the_two_of_three_in_a_title_are_those_who_acted_together() -> None:
    title = "Framework between the United States, Fiji and Oman"
    text = "Fiji and Oman affirm their aims with the support of the United States. Both governments will set up a joint commission."
    assert ("tie/body", "FJI+OMN", "") in _told(text, title)


def test_a_statement_released_by_several_governments_is_their_declaration() -> None:
    text = "The text of the following statement was released by the governments of Fiji, Oman and Peru."
    assert ("instrument/declaration", "FJI+OMN+PER", "") in _told(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fiji and Oman announced the beginning of negotiations towards a trade agreement.", "proposed"),
        ("The ministers of Fiji and Oman expressed their determination to sign a peace treaty.", "proposed"),
        ("The ministers of Fiji and Oman discussed the Nadi Treaty.", None),
    ],
)
def test_a_paper_that_is_only_talked_of_is_not_signed(text: str, status: str | None) -> None:
    papers = {s.status for s in _read(_KNOWN + text) if s.kind == "instrument"}
    assert papers == ({status} if status else set())


def test_a_term_of_office_is_no_time_of_what_is_asked_for_it() -> None:
    (asked,) = [
        s
        for s in _read(
            "Fiji hopes to receive Oman's support for its bid for the council for the term 2026-2028."
        )
        if s.kind == "stance"
    ]
    assert (asked.mode, asked.actor, asked.recipient, asked.date) == ("request", ("FJI",), ("OMN",), None)


@pytest.mark.parametrize(
    "text",
    [
        "Relations grew after Omani President Tariq Balushi's visit in 2008.",
        "The Omani premier's visit in 2008 was a success.",
    ],
)
def test_a_visit_said_by_name_is_one_though_its_host_is_left_out(text: str) -> None:
    assert [(s.actor, s.recipient, s.date) for s in _read(_KNOWN + text) if s.kind == "contact"] == [
        (("OMN",), ("FJI",), "2008")
    ]
