"""On a government's own page "we" are that government where it says what it alone thinks or asks."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def _read(
    text: str, title: str = "Statement by the President on a storm", url: str = "https://www.whitehouse.gov/a"
) -> list[Statement]:
    return load_reader().read(Document("d", text, title=title, date="2024-03-01", url=url))


@pytest.mark.parametrize(
    ("text", "mode", "recipient"),
    [
        ("We strongly condemn Belarus for the arrests.", "criticism", "BLR"),
        ("We urge the Malian army to return to barracks.", "request", "MLI"),
        ("We call on Peru to free them.", "request", "PER"),
        ("We thank Oman for its help.", "support", "OMN"),
        ("We are deeply grateful to Oman for its help.", "support", "OMN"),
        ("We stand with the people of Fiji.", "support", "FJI"),
        ("We will continue to support Moldova.", "support", "MDA"),
        ("We welcome the statements by the African Union.", "support", "AU"),
    ],
)
def test_we_are_the_government_whose_page_it_is(text: str, mode: str, recipient: str) -> None:
    assert [(s.mode, s.actor, s.recipient) for s in _read(text)] == [(mode, ("USA",), (recipient,))]


@pytest.mark.parametrize(
    "text",
    ["We do not support Belarus.", "Together we condemn Belarus.", "“We condemn Belarus,” the report says."],
)
def test_we_are_not_that_government_where_others_may_be_with_it(text: str) -> None:
    assert not [s for s in _read(text) if s.kind == "stance" and s.actor == ("USA",)]


def test_we_of_a_joint_statement_are_not_one_government() -> None:
    assert not _read("We condemn Belarus for the arrests.", title="Joint statement on the arrests")


def test_we_are_nobody_known_on_a_page_that_is_no_governments() -> None:
    assert not _read("We condemn Belarus for the arrests.", url="https://example.org/a")


@pytest.mark.parametrize(
    "opening",
    ["Canada strongly condemns the coup in Mali.", "Canada is deeply concerned by the clashes in Mali."],
)
def test_a_statement_that_opens_with_its_state_is_that_states(opening: str) -> None:
    found = _read(
        f"{opening} We urge the Malian army to return to barracks.", "On Mali", "https://example.org/a"
    )
    assert (("request", ("CAN",), ("MLI",))) in [(s.mode, s.actor, s.recipient) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Canada condemned the coup in Mali. We urge the Malian army to return to barracks.",
        "Canada condemns the coup in Mali. “We urge the Malian army to return to barracks,” a farmer said.",
    ],
)
def test_a_report_on_a_state_is_not_its_statement(text: str) -> None:
    assert not [
        s
        for s in _read(text, "On Mali", "https://example.org/a")
        if (s.mode, s.kind) == ("request", "stance")
    ]
