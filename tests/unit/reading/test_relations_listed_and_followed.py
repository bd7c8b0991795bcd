"""Ties of lists without bars, of those behind "followed by" and of states counted first, in articles on one country."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str, title: str | None = None) -> set[tuple[str, str, str | None]]:
    """Mode, parties (actor before recipient) and date of each tie."""
    found = load_reader().read(Document("a", text, title=title, date="2031-07-15"))
    return {
        (s.mode, ",".join(sorted(s.actor)) + (">" + ",".join(s.recipient) if s.recipient else ""), s.date)
        for s in found
        if s.kind in ("tie", "instrument")
    }


def _pairs(text: str, title: str | None = None) -> set[tuple[str, str]]:
    return {(mode, parties) for mode, parties, _ in _told(text, title)}


_NUMBERED = """List of countries which Peru maintains diplomatic relations with: (consular relations with Mali)

# Country Date
1 Fiji 15 May 1965
2 Romania 18 May 1974
Holy See 18 January 1986
Sovereign Military Order of Malta 12 May 1991
3 Austria 2 April 1987

Peru joined the UN in 1945."""


def test_rows_without_bars_tell_relations() -> None:
    assert _told(_NUMBERED, "Foreign relations of Peru") == {
        ("diplomatic_relations", "FJI,PER", "1965-05-15"),
        ("diplomatic_relations", "PER,ROU", "1974-05-18"),
        ("diplomatic_relations", "PER,VAT", "1986-01-18"),
        ("diplomatic_relations", "AUT,PER", "1987-04-02"),
        ("membership", "PER>UN", "1945"),
    }


def test_entries_that_note_that_they_are_established() -> None:
    text = "List of countries with diplomatic relations with Peru:\n\n1. Nauru – Established, date unknown\n2. Niue – Established, date unknown"
    assert _pairs(text, "Foreign relations of Peru") == {
        ("diplomatic_relations", "NRU,PER"),
        ("diplomatic_relations", "NIU,PER"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peru has diplomatic relations with the following countries\nChad, Republic of Korea and Fiji.",
            {("diplomatic_relations", "PER,TCD"), ("diplomatic_relations", "KOR,PER"), ("diplomatic_relations", "FJI,PER")},
        ),
        (
            "Peru maintains diplomatic relations with four nations: Chad; Mali (from 1990); Fiji; and Norway.",
            {("diplomatic_relations", f"{pair}") for pair in ("PER,TCD", "MLI,PER", "FJI,PER", "NOR,PER")},
        ),
        (
            "Peru maintains close ties with Fiji, Chad, Mali (which has kept an embassy in Lima since 2018) and Norway.",
            {("embassy", "MLI>PER")},
        ),
        (
            "Peru is a member of the UN. It is also an active member of the African Union and of NATO.",
            {("membership", "PER>UN"), ("membership", "PER>AU"), ("membership", "PER>NATO")},
        ),
        ("Peru belongs to the Berne Club, the UN and the African Union.", {("membership", "PER>UN"), ("membership", "PER>AU")}),
        ("Peru has diplomatic relations with 88 UN countries.", set()),
        ("Since 2000 Peru has kept a mission at the United Nations in New York.", {("mission", "PER>UN")}),
        (
            "Chad and Mali maintain embassies, high commissions or missions in Lima.",
            {("embassy", "MLI,TCD>PER")},
        ),
        ("Peru joined APEC in 1998 and later was admitted to the OECD.", {("membership", "PER>APEC"), ("membership", "PER>OECD")}),
        ("The first to recognise Peru as a state were Chad and Mali.", {("recognition", "MLI,TCD>PER")}),
    ],
)  # fmt: skip
def test_ties_of_one_country(text: str, told: set[tuple[str, str]]) -> None:
    assert _pairs(text, "Foreign relations of Peru") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peru joined the IMF in 1946, followed by the WHO and UNESCO in 1948.",
            {("membership", "PER>IMF", "1946"), ("membership", "PER>WHO", "1948"), ("membership", "PER>UNESCO", "1948")},
        ),
        (
            "Chad recognised Peru in 1961, followed by Mali in 1962 and Fiji in 1971.",
            {("recognition", "TCD>PER", "1961"), ("recognition", "MLI>PER", "1962"), ("recognition", "FJI>PER", "1971")},
        ),
        (
            "Peru established diplomatic relations with Chad in 1961, followed by Mali in 1962.",
            {("diplomatic_relations", "PER,TCD", "1961"), ("diplomatic_relations", "MLI,PER", "1962")},
        ),
        (
            "The Kenyan embassy opened in Lima in 1961, followed by the Fijian embassy in 1965.",
            {("embassy", "KEN>PER", "1961"), ("embassy", "FJI>PER", "1965")},
        ),
        ("Peru joined the IMF in 1946, followed by a long crisis in Chad.", {("membership", "PER>IMF", "1946")}),
    ],
)  # fmt: skip
def test_who_comes_behind(text: str, told: set[tuple[str, str, str | None]]) -> None:
    assert _told(text, "Foreign relations of Peru") == told


def test_states_counted_first_are_those_listed_behind() -> None:
    assert _pairs("Three countries signed the accord in 2004: Chad, Mali and Niger.") == {
        ("agreement", "MLI,NER,TCD")
    }
    assert _pairs("Four countries signed the accord in 2004: Chad, Mali and Niger.") == set()


def test_a_bilateral_accord_with_a_third_is_not_of_the_two_before() -> None:
    text = (
        "Peru signed a treaty with Chad in 1994. A similar bilateral agreement was signed with Mali in 1995."
    )
    assert ("agreement", "MLI,PER") in _pairs(text, "Foreign relations of Peru")


def test_a_sentence_that_defines_other_relations_changes_the_pair() -> None:
    text = "Chad has an embassy in Lima.\nFijian–Malian relations are foreign relations between Fiji and Mali. Both countries established relations in 1971."
    assert ("diplomatic_relations", "FJI,MLI") in _pairs(text, "Chad–Peru relations")


def test_the_country_where_others_act_is_the_one_of_the_article() -> None:
    text = "Peru was isolated. Chad and Mali kept missions in the country."
    assert _pairs(text, "Foreign relations of Peru") == {("mission", "MLI,TCD>PER")}


def test_cells_on_lines_of_their_own_tell_relations() -> None:
    text = "Country |\nFormal relations began |\nNotes |\nChad |\n1991 |\nSee Chad–Peru relations\nMali |\n4 May 1960 |\n- Peru has an embassy in Bamako."
    assert _told(text, "Foreign relations of Peru") == {
        ("diplomatic_relations", "PER,TCD", "1991"),
        ("diplomatic_relations", "MLI,PER", "1960-05-04"),
        ("embassy", "PER>MLI", None),
    }
