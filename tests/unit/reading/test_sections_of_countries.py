"""Articles on one country with a section for each other."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader

_SECTIONS = """Chile

- Samoa opened an embassy in Santiago in 1999.

Georgia

- Both countries established diplomatic relations on 3 May 1993.

== Nepal ==

The two countries have signed a tax agreement. Samoa has no embassy there.
"""


def _read(text: str, title: str | None = None) -> list[Statement]:
    return load_reader().read(Document("a", text, title=title, date="2024-02-01"))


def test_both_countries_are_that_of_the_article_and_that_of_the_heading() -> None:
    found = {s.mode: {*s.actor, *s.recipient} for s in _read(_SECTIONS + "\nSamoa is an island state.\n")}
    assert found["diplomatic_relations"] == {"WSM", "GEO"} and found["agreement"] == {"WSM", "NPL"}


def test_a_title_with_a_country_that_heads_no_section_tells_whose_article_it_is() -> None:
    found = _read(_SECTIONS.replace("Samoa", "It"), title="Ties of Samoa with Chile, Georgia and Nepal")
    assert {"WSM", "GEO"} in [{*s.actor} for s in found if s.mode == "diplomatic_relations"]


def test_a_list_of_countries_is_no_article_on_one() -> None:
    text = "Chile\nGeorgia\nNepal\n\nFiji and Togo signed a treaty in 2019. Both countries established diplomatic relations in 2001.\n"
    assert {"FJI", "TGO"} in [{*s.actor} for s in _read(text) if s.mode == "diplomatic_relations"]


def test_a_line_that_refers_to_an_article_on_two_begins_a_section_on_them() -> None:
    text = (
        "See Samoa–Chile relations\n\n- Samoa has an embassy in Santiago.\n\n"
        "Main article: Samoa–Nepal relations\n\n- Both countries established diplomatic relations in 1992.\n"
    )
    assert [{*s.actor} for s in _read(text) if s.mode == "diplomatic_relations"] == [{"WSM", "NPL"}]
