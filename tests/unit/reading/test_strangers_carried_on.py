"""Whose words go on after somebody spoke whom no list knows, and after a body: "she added", "it said"."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def read(text: str) -> list[Statement]:
    return list(load_reader().read(Document("strangers", text, title=None, date="2024-05-06")))


def sources(found: list[Statement], kind: str = "tie") -> list[str | None]:
    return [s.attribution.source if s.attribution else None for s in found if s.kind == kind]


def test_she_is_the_stranger_who_spoke_last_not_an_officer_named_before() -> None:
    found = read(
        "Ghana's President Kofi Mensah met Togo's foreign minister in Accra. Alima Karuzo Bento said Nigeria "
        "was pleased. She said Nigeria would open an embassy in Togo."
    )
    assert sources(found) == ["Alima Karuzo Bento"]
    assert not [s for s in found if s.kind == "quote"]


def test_a_stranger_goes_on_by_the_last_name_alone() -> None:
    found = read(
        "Alima Karuzo Bento said the harvest was good. Bento stated that Nigeria would open an embassy in Togo."
    )
    assert sources(found) == ["Alima Karuzo Bento"]


def test_it_said_behind_what_is_said_is_the_body_that_spoke_last() -> None:
    found = read(
        "Malta supports Tunisia's bid, the foreign ministry said. "
        "Malta will open a consulate in Tunis next year, it added."
    )
    assert sources(found) == ["the foreign ministry"]


def test_what_an_opening_participle_says_is_said_by_the_subject_of_the_main_verb() -> None:
    found = read(
        "Togo's premier Kofi Bento arrived in Valletta. Noting that Malta supports Togo's bid, Bento said trade "
        "between Malta and Togo reached $20 million in 2023."
    )
    assert sources(found, "stance") == ["Kofi Bento"]
    assert sources(found, "figure") == ["Kofi Bento"]


def test_a_surname_that_looks_like_a_day_of_the_week_opens_a_clause() -> None:
    found = read(
        "China's Vice Foreign Minister Sun Haoran visited Fiji. “China supports Fiji's bid,” Sun Haoran said in Suva."
    )
    assert sources(found, "stance") == ["Sun Haoran"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Togo, he said, supports Mali's decision.", "Kofi Bento"),
        ("Togo, Bento stressed, will open an embassy in Mali.", "Kofi Bento"),
        ("Togo – the minister stressed on Monday – will open an embassy in Mali.", "Kofi Bento"),
        ("Togo, the ministry said in a statement, condemned Mali's raid.", "the ministry"),
        ("Togo supports Mali's decision - Bento said.", "Kofi Bento"),
        ("Togo supports Mali's decision, per Bento.", "Kofi Bento"),
        ("Togo supports Mali's decision, according to a statement issued by the ministry.", "the ministry"),
    ],
)
def test_who_says_it_stands_within_or_behind_what_is_said(text: str, source: str) -> None:
    found = read(f"Togo's foreign minister Kofi Bento arrived in Bamako on Monday. {text}")
    assert source in sources(found, "tie") + sources(found, "stance")


def test_who_says_something_between_commas_is_no_source_of_what_he_does() -> None:
    found = read("Togo, which said it was ready, signed a trade agreement with Benin.")
    assert sources(found, "instrument") == [None]


def test_an_opening_participle_of_saying_is_no_source_of_what_its_subject_does() -> None:
    found = read(
        "Noting that Mali was at peace, Togo's premier Kofi Bento signed a trade agreement with Mali."
    )
    assert sources(found, "instrument") == [None]


def test_the_second_of_two_who_act_speaks_without_the_and_before_him() -> None:
    found = read(
        "Togo signed a deal with Chad, and the Malian government said Mali would open an embassy in Fiji."
    )
    assert sources(found) == ["the Malian government"]


def test_a_post_on_x_ends_its_sentence() -> None:
    found = read(
        "Togo's premier Kofi Bento thanked Mali on X. Togo will open an embassy in Fiji, the ministry said."
    )
    assert sources(found) == ["the ministry"]
    assert [(s.actor, s.recipient) for s in found if s.kind == "stance"] == [(("TGO",), ("MLI",))]
