"""Prose on the relations of states: flows and shares, claims, posts told again, people who stay, verbs in -s."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _told(text: str, title: str | None = None) -> set[tuple[str, str]]:
    """Kind and mode, and parties (actor before recipient), of each statement; figures with value and unit."""
    out = set()
    for s in load_reader().read(Document("a", text, title=title, date="2031-07-15")):
        what = f"{s.kind}/{s.mode}"
        if s.kind == "figure":
            what = f"{s.mode} {s.measure} {float(s.value or 0):g} {s.unit}"
        out.add((what, ",".join(sorted(s.actor)) + (">" + ",".join(s.recipient) if s.recipient else "")))
    return out


def test_two_flows_with_a_stroke_are_two_figures() -> None:
    text = "Trade volume was 42 million USD in 2017 (Turkish exports/imports: 26.5/15.5 million USD)."
    assert _told(text, "Gabon–Turkey relations") == {
        ("trade level 4.2e+07 USD", "GAB,TUR"),
        ("exports level 2.65e+07 USD", "TUR>GAB"),
        ("imports level 1.55e+07 USD", "TUR>GAB"),
    }


def test_a_stroke_between_other_nouns_tells_no_flows() -> None:
    text = "Turkey and Gabon have an import/export bank, which lent 12/15 firms money."
    assert not any(
        what.startswith(("exports", "imports")) for what, _ in _told(text, "Gabon–Turkey relations")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Imports come mostly from the EU with 45 percent (France, 24 percent; Belgium, 8 percent), and Togo at 5 percent.",
            {("imports", "EU", 45), ("imports", "FRA", 24), ("imports", "BEL", 8), ("imports", "TGO", 5)},
        ),
        (
            "Chief export partners include the SADC countries with 64 percent of exports (Malawi, 31 percent; Zambia, 8 percent).",
            {("exports", "SADC", 64), ("exports", "MWI", 31), ("exports", "ZMB", 8)},
        ),
        (
            "Italy bought 40 percent of Benin's exports in 2001, Ghana 20 percent and Spain 5 percent.",
            {("exports", "ITA", 40), ("exports", "GHA", 20), ("exports", "ESP", 5)},
        ),
        (
            "Its main customers were Japan, 35 percent; India, 20 percent; and Peru, 5 percent.",
            {("exports", "JPN", 35), ("exports", "IND", 20), ("exports", "PER", 5)},
        ),
    ],
)
def test_shares_are_of_the_partner_beside_them(text: str, expected: set[tuple[str, str, int]]) -> None:
    assert _told(text, "Economy of Benin") == {
        (f"{flow} share {share} percent", f"BEN>{code}") for flow, code, share in expected
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1970 Fiji opened a consulate in Rome; the embassy was opened in 1988.",
            {"consulate", "embassy"},
        ),
        ("Fiji opened a consulate in Rome in 1970. An embassy followed in 1988.", {"consulate", "embassy"}),
        (
            "Fiji closed its consulate in Rome in 1990, and the embassy was closed in 1995.",
            {"consulate", "embassy"},
        ),
        ("Fiji opened a consulate in Rome in 1970. The embassy of Chad was opened in 1988.", {"consulate"}),
    ],
)
def test_a_post_named_alone_is_of_the_two_told_last(text: str, expected: set[str]) -> None:
    told = {what for what, who in _told(text, "Fiji–Italy relations") if who == "FJI>ITA"}
    assert told == {f"tie/{mode}" for mode in expected}


def test_a_post_goes_on_to_serve_others_behind_and() -> None:
    told = _told("Fiji's embassy in Rome was opened in 1970 and is also accredited to Malta and Tunisia.")
    assert told == {("tie/embassy", "FJI>ITA"), ("tie/mission", "FJI>MLT"), ("tie/mission", "FJI>TUN")}


def test_states_behind_those_only_counted_are_listed() -> None:
    told = _told(
        "Fiji has relations with 64 countries, the Holy See and the European Union.",
        "Foreign relations of Fiji",
    )
    assert told == {("tie/diplomatic_relations", "FJI,VAT"), ("tie/diplomatic_relations", "EU,FJI")}


def test_who_only_counts_recognises_for_nobody() -> None:
    text = "Nine states in Oceania recognise China, and five recognise Taiwan."
    assert _told(text, "China–Palau relations") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Some 40,000 Malians sought refuge in Peru.",
        "About 40,000 citizens of Mali have settled in Peru.",
        "By 1899, 40,000 Malian settlers had arrived in Peru.",
    ],
)
def test_people_who_come_to_stay_are_counted(text: str) -> None:
    assert _told(text) == {("other level 40000 1", "MLI>PER")}


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Chad does not recognise Kosovo and supports Serbia's territorial integrity.",
            None,
            {("tie/recognition", "TCD>XKX"), ("stance/support", "TCD>SRB")},
        ),
        (
            "Chad has an accord with Mali and trade agreements with Peru and Fiji.",
            None,
            {("instrument/agreement", who) for who in ("MLI,TCD", "PER,TCD", "FJI,TCD")},
        ),
        ("Chad has double taxation agreements with Mali.", None, {("instrument/agreement", "MLI,TCD")}),
        (
            "The decision was taken after a meeting between the countries' foreign ministers.",
            "Chad–Mali relations",
            {("contact/meeting", "MLI,TCD")},
        ),
        (
            "A US$12 million Japanese grant to Tonga paid for the school.",
            "Japan–Tonga relations",
            {("aid level 1.2e+07 USD", "JPN>TON")},
        ),
        ("Chad and Mali set up a council called 'High Joint Council'.", None, {("tie/body", "MLI,TCD")}),
    ],
)
def test_verbs_and_nouns_in_their_places(
    text: str, title: str | None, expected: set[tuple[str, str]]
) -> None:
    assert _told(text, title) == expected


def test_he_is_the_officer_who_opens_the_sentence_before() -> None:
    told = _told(
        "The Prime Minister of Chad met President Sisi in 2024. He urged Egypt to lower its tariffs."
    )
    assert ("stance/request", "TCD>EGY") in told
