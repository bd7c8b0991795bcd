"""The optional header of a text."""

from __future__ import annotations

import pytest

from dragoman.documents.headers import split_header
from dragoman.documents.texts import from_text


def test_known_keys_become_fields_and_others_are_kept() -> None:
    data = b"Title: Ties: a review\ndate: 9 June 2025\nlicence: CC0\nauthor:\n\nBody.\n"
    d = from_text(data, "a", "a")
    assert (d.title, d.date, d.date_source, d.author, d.text) == (
        "Ties: a review",
        "2025-06-09",
        "header",
        None,
        "Body.\n",
    )
    assert d.meta == {"licence": "CC0"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_ends_make_a_header(end: str) -> None:
    text = end.join(["date: 2025", "outlet: X", "", "Body", ""])
    fields, start = split_header(text)
    assert fields == {"date": "2025", "outlet": "X"}
    assert text[start:] == f"Body{end}"


@pytest.mark.parametrize(
    "text",
    [
        "Note: trade rose.\n\nMore.",
        "Note: trade rose.\nSource: ministry\n\nMore.",
        "title: A\nTrade rose.\n\nMore.",  # a line that is no field
        "title: A\ndate: 2025",  # no blank line
        "date:2025\n\nBody",  # no space: perhaps a code
        "https://a.example: link\n\nBody",
        "Trade rose.\n\ntitle: A\n\nBody",
        "",
    ],
)
def test_what_is_no_header_stays_text(text: str) -> None:
    assert split_header(text) == ({}, 0)


def test_only_the_first_blank_line_belongs_to_the_header() -> None:
    assert from_text(b"title: A\n\n\n  Body", "a", "a").text == "\n  Body"


def test_a_date_that_is_none_is_said_and_kept() -> None:
    d = from_text(b"title: A\ndate: last week\n\nBody", "a", "a")
    assert (d.date, d.meta) == (None, {"date": "last week"})
    assert "2025-07-29" in d.notices[0]
