"""Rows of a table of diplomatic relations are ties; a heading names the other party of what follows."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

TABLE = """Fiji keeps up relations with many states.

# | Country | Date |
1 | Norway | 11 March 1992 |
2 | Nauru (suspended) | 24 March 1993 |
3 | Chile | 1975 | Chile has an embassy in Suva. |
"""


def _ties(title: str, text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str]]:
    read = load_reader().read(Document("a", text, title=title))
    return [(s.mode, s.actor, s.recipient, s.date, s.status) for s in read if s.kind == "tie"]


def test_each_row_dates_the_relations_of_the_title_s_country_with_its_own():
    found = _ties("Foreign relations of Fiji", TABLE)
    assert ("diplomatic_relations", ("FJI", "NOR"), (), "1992-03-11", "actual") in found
    assert ("diplomatic_relations", ("FJI", "NRU"), (), "1993-03-24", "ended") in found
    assert ("diplomatic_relations", ("FJI", "CHL"), (), "1975", "actual") in found


def test_the_row_s_date_is_not_that_of_an_embassy_beside_it():
    assert ("embassy", ("CHL",), ("FJI",), None, "actual") in _ties("Foreign relations of Fiji", TABLE)


@pytest.mark.parametrize(
    "text",
    [
        "Country | Population\nNorway | 1992 |\n",
        "Norway | 11 March 1992 |\n",
        "Country | Date\nNorway | in talks |\n",
    ],
)
def test_other_tables_tell_no_relations(text: str):
    assert _ties("Foreign relations of Fiji", f"Fiji has relations with Norway.\n\n{text}")[1:] == []


def test_a_row_that_tells_it_in_words_is_told_once():
    row = "Country | Formal relations began | Notes\nChad | 1966 | Both countries established diplomatic relations in 1966."
    assert _ties("Foreign relations of Serbia", row) == [
        ("diplomatic_relations", ("SRB", "TCD"), (), "1966", "actual")
    ]


def test_a_heading_names_the_other_party():
    text = "Chile has an embassy in Suva.\n\nNorway\n\nThe two countries established diplomatic relations in 1971."
    assert ("diplomatic_relations", ("FJI", "NOR"), (), "1971", "actual") in _ties(
        "Foreign relations of Fiji", text
    )
