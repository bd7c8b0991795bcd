"""When an act was and whether it was done: years told again, ends, signings told again, what projects involve."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def read(text: str) -> list[tuple[str, str | None, str]]:
    found = load_reader().read(Document("x", text, title=None, date="2022-06-21"))
    return [(f"{s.kind}/{s.mode}", s.date, s.status) for s in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Trade with Chad has grown since 2004, the year in which Peru joined the European Union.",
            ("tie/membership", "2004", "actual"),
        ),
        (
            "Trade with Chad has grown since 2004, the year Peru joined the European Union.",
            ("tie/membership", "2004", "actual"),
        ),
        (
            "Peru recognised Chad immediately after its independence in 1964.",
            ("tie/recognition", "1964", "actual"),
        ),
        ("Peru recognised Chad after the war in 1964.", ("tie/recognition", None, "actual")),
        (
            "The president of Peru concluded a three-day visit to Chad on June 10.",
            ("contact/visit", "2022-06-08/2022-06-10", "actual"),
        ),
        (
            "The president of Peru began a three-day visit to Chad on June 10.",
            ("contact/visit", "2022-06-10", "actual"),
        ),
        (
            "The visit of Peru's premier to Chad, the first for decades, began on June 13.",
            ("contact/visit", "2022-06-13", "actual"),
        ),
        (
            "The president of Peru visited Chad in February 2019, during which Peru signed a tax treaty with Chad.",
            ("instrument/treaty", "2019-02", "actual"),
        ),
        ("Peru exported gas to Chad until 2004.", ("project/supply", "../2004", "ended")),
        ("Peru maintained an embassy in Chad until 1975.", ("tie/embassy", "../1975", "ended")),
        (
            "The plan involves the construction of a road connecting Peru and Chad.",
            ("project/integration", None, "planned"),
        ),
        (
            "The two firms were given approval to construct a power line to link the grids of Peru and Chad.",
            ("project/integration", None, "planned"),
        ),
        (
            "The meeting laid the groundwork for Peru's president and his Chadian counterpart to sign a gas sales agreement.",
            ("instrument/contract", None, "planned"),
        ),
        (
            "Peru and Chad hope for more following the signing of a memorandum of understanding.",
            ("instrument/memorandum", None, "actual"),
        ),
    ],
)
def test_when_it_was_and_whether_it_was_done(text: str, wanted: tuple[str, str | None, str]) -> None:
    assert wanted in read(text)


def test_a_signing_told_again_keeps_its_day() -> None:
    text = (
        "Peru and Chad on 3 May 2022 signed a tax treaty. Ana Paz, ambassador of Peru to Chad, and Luis Soto, "
        "Chad's head of revenue, signed the treaty for their governments."
    )
    assert [t[:2] for t in read(text)] == [("instrument/treaty", "2022-05-03")] * 2


def test_another_signing_does_not_take_that_day() -> None:
    text = "Peru and Chad on 3 May 2022 signed a tax treaty. They had signed a treaty on fishing."
    assert ("instrument/treaty", None, "actual") in read(text)


def test_whoever_imports_while_selling_is_the_seller() -> None:
    text = "Peru mainly exports footwear, coffee and garments to Chad while importing machines, cars and chemicals from it."
    found = load_reader().read(Document("x", text, title=None, date="2022-06-21"))
    assert [(s.mode, s.actor, s.recipient) for s in found] == [
        ("exports", ("PER",), ("TCD",)),
        ("imports", ("PER",), ("TCD",)),
    ]


def test_who_accounts_for_a_part_of_total_imports_is_the_source() -> None:
    text = "Imports of goods from Chad to Peru went up in 2019. Chad made up 4.5 percent of total goods imports last year."
    found = load_reader().read(Document("x", text, title=None, date="2022-06-21"))
    assert [(s.mode, s.actor, s.recipient) for s in found if s.measure == "share"] == [
        ("imports", ("PER",), ("TCD",))
    ]
