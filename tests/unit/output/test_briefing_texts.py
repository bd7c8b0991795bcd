"""Words of briefings: plain text, dates, citations."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.output.briefing_text import _md
from dragoman.output.briefings import Reference, plain, shortened
from dragoman.output.citations import bibtex, citation, citation_key, csl_json
from dragoman.output.date_words import date_words, when_words


def reference(title: str = "A record year", **more: str) -> Reference:
    return Reference(f"document {title}", "document", title, "a.txt", (), **more)


@given(st.text())
def test_plain_text_is_one_line_without_hidden_signs_and_stays_so(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", once)


@given(st.text(min_size=1), st.integers(10, 60))
def test_shortened_text_is_as_short_as_asked(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("edtf", "words", "when"),
    [
        ("2025-06-09", "9 June 2025", " on 9 June 2025"),
        ("2025-05", "May 2025", " in May 2025"),
        ("1994", "1994", " in 1994"),
        ("2004~", "about 2004", " in about 2004"),
        ("202X", "the 2020s", " in the 2020s"),
        ("20XX", "the 21st century", " in the 21st century"),
        ("2025-34", "the second quarter of 2025", " in the second quarter of 2025"),
        ("2005/2024", "2005 to 2024", " from 2005 to 2024"),
        ("2019/..", "since 2019", " since 2019"),
        (None, "no date given", ""),
    ],
)
def test_dates_are_told_in_words(edtf: str | None, words: str, when: str) -> None:
    assert (date_words(edtf), when_words(edtf)) == (words, when)


@given(st.text())
def test_text_in_markdown_begins_no_markup(text: str) -> None:
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_<>\[\]|#~]", _md(text))


def test_a_citation_has_author_title_outlet_date_and_address() -> None:
    r = reference(outlet="The Times", author="A. Writer", date="2025-06-11", url="https://example.org/a")
    assert citation(r) == "A. Writer, “A record year”, The Times, 11 June 2025, https://example.org/a."


def test_bibtex_escapes_what_tex_would_read() -> None:
    entry = bibtex([reference("50% & {more} of_$x", outlet="Times")])
    assert r"{50\% \& \{more\} of\_\$x}" in entry
    assert entry.count("@article{") == 1


def test_csl_items_have_parts_of_dates_and_keys_that_differ() -> None:
    items = json.loads(csl_json([reference(date="2025-06"), reference("Another", date="2024")]))
    assert items[0]["issued"] == {"date-parts": [[2025, 6]]}
    assert len({item["id"] for item in items}) == 2


def test_a_key_is_safe_whatever_the_title() -> None:
    assert re.fullmatch(r"[a-z0-9-]+", citation_key(reference("{}\\@% \u202e")))
