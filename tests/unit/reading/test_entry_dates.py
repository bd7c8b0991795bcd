"""Chronologies: what an entry tells without a time of its own is of the time that heads it."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def read(text: str) -> list[tuple[str, str, str | None]]:
    found = load_reader().read(Document("x", text, title="Relations of Peru and Togo", date="2030-03-01"))
    return [(s.kind, s.mode, s.date) for s in found]


@pytest.mark.parametrize("sign", [" – ", ": ", " | ", " - "])
def test_every_sentence_of_an_entry_is_of_the_time_that_heads_it(sign: str) -> None:
    text = f"2015{sign}The president of Togo visits Peru. A tax treaty between Togo and Peru is signed."
    assert read(text) == [("contact", "visit", "2015"), ("instrument", "treaty", "2015")]


def test_a_sentence_keeps_its_own_time() -> None:
    text = "2015 – The president of Togo visits Peru. In 2017 Togo opened an embassy in Peru."
    assert read(text) == [("contact", "visit", "2015"), ("tie", "embassy", "2017")]


def test_years_on_lines_of_their_own_date_what_stands_below() -> None:
    text = "2011\nThe president of Togo visits Peru.\n\n2014\nTogo opens an embassy in Peru."
    assert read(text) == [("contact", "visit", "2011"), ("tie", "embassy", "2014")]


def test_one_year_on_a_line_is_no_list_of_years() -> None:
    text = "2011\nThe president of Togo visits Peru."
    assert read(text) == [("contact", "visit", None)]


def test_what_is_to_come_and_a_time_without_a_sign_date_nothing() -> None:
    assert read("2015 saw drought. The president of Togo visited Peru.") == [("contact", "visit", None)]
    text = "2015 – The president of Togo visits Peru. A treaty between Togo and Peru will be signed."
    assert read(text)[1] == ("instrument", "treaty", None)


def test_goods_are_of_the_period_of_the_worth_told_with_them() -> None:
    text = "In 2016, Togo imported goods worth $102 million from Peru, primarily copper, fish and grapes."
    assert ("composition", "imports", "2016") in read(text)
    assert ("composition", "imports", None) in read("Togo imports copper, fish and grapes from Peru.")


def test_what_is_due_is_planned() -> None:
    found = load_reader().read(
        Document("x", "The presidents of Togo and Peru are due to chair talks today.", date="2030-03-01")
    )
    assert [(s.kind, s.status) for s in found] == [("contact", "planned")]
