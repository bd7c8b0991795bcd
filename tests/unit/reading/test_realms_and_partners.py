"""Whom "the kingdom" stands for, whom a paragraph is about, and which successor a former state means."""

from __future__ import annotations

from typing import Any

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, title: str | None = None, date: str = "2024-02-09") -> list[tuple[Any, ...]]:
    found = load_reader().read(Document("a.txt", text, title=title, date=date))
    return [(s.kind, s.mode, {*s.actor, *s.recipient}, s.date) for s in found]


def test_the_kingdom_is_no_republic_though_the_republic_is_the_subject() -> None:
    text = "Thailand and Kenya talked in May. Kenya will send tea. Kenyan firms said ties with the kingdom were good. The kingdom will lend Kenya $20 million."
    assert ("figure", "loan", {"KEN", "THA"}, None) in _read(text)


def test_the_nation_of_a_region_is_one_that_was_named() -> None:
    text = "Kenya sells tea to Mali. The South American nation opened an embassy in Mali in 2019."
    assert ("tie", "embassy", {"KEN", "MLI"}, "2019") not in _read(text)


def test_a_summit_named_after_a_capital_is_no_party() -> None:
    context = load_reader().context(
        Document("a.txt", "Armenia and Georgia met.", title="Armenia and Georgia before the Vilnius Summit")
    )
    assert context is not None
    assert set(context.discourse.pair) == {"ARM", "GEO"}


def test_it_that_was_announced_is_nobody() -> None:
    text = "Ministers met in Vilnius with Armenia's. It was announced Georgia had signed a trade agreement with the EU."
    assert not [s for s in _read(text) if s[0] == "instrument" and "LTU" in s[2]]


_ROWS = """Chile and Malta established diplomatic relations on 3 May 1970. Chile has an embassy in Valletta.

Both countries established diplomatic relations on 4 June 1980. On 5 July 1990 a bilateral tax agreement was signed between both countries. Ghana opened an embassy in Valletta in 2001.

- Fijian embassy in London is accredited to Malta.

- Trade volume between the two countries was US$3 million in 2019."""


def test_each_paragraph_on_a_country_has_its_own_partner() -> None:
    found = _read(_ROWS, "Foreign relations of Malta, Africa and Oceania")
    assert ("tie", "diplomatic_relations", {"CHL", "MLT"}, "1970-05-03") in found
    assert ("tie", "diplomatic_relations", {"GHA", "MLT"}, "1980-06-04") in found
    assert ("instrument", "agreement", {"GHA", "MLT"}, "1990-07-05") in found
    assert ("figure", "trade", {"FJI", "MLT"}, "2019") in found


def test_a_text_on_two_keeps_its_pair_in_every_paragraph() -> None:
    text = "Chile and Malta are friends.\n\nKenya sent tea to Malta in 1999.\n\nBoth countries signed a treaty in 2001."
    assert ("instrument", "treaty", {"CHL", "MLT"}, "2001") in _read(text, "Chile–Malta relations")


def test_a_former_state_is_the_successor_that_the_title_names() -> None:
    text = "Peru and the Soviet Union established diplomatic relations on 1 February 1969."
    assert _read(text, "Peru–Russia relations")[0][2] == {"PER", "RUS"}
    assert _read(text, "Peru–Spain relations")[0][2] == {"PER", "SUN"}


def test_of_two_successors_neither_is_taken() -> None:
    text = "Czechoslovakia opened an embassy in Lima in 1950. Czechia and Slovakia closed it."
    found = _read(text, "Czechia, Slovakia and Peru")
    assert {"CSK", "PER"} in [s[2] for s in found]


def test_a_readout_without_a_day_tells_of_the_day_it_was_published() -> None:
    text = "President Soto of Peru met with President Deby of Chad. On the margins of the talks they signed an agreement."
    found = _read(text, "Readout of President Soto's Meeting with President Deby of Chad")
    assert ("contact", "meeting", {"PER", "TCD"}, "2024-02-09") in found
    assert not [s for s in _read(text, "Presidents meet") if s[3] == "2024-02-09"]


def test_whoever_is_received_in_an_office_is_received() -> None:
    text = "Oman's foreign minister received in his office Dr Pawlu Zammit, Minister of Trade of Malta."
    assert {"OMN", "MLT"} in [s[2] for s in _read(text, "Malta–Oman relations") if s[0] == "contact"]
