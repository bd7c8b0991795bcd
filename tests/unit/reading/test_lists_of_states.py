"""Lists of states and bodies: posts, relations and memberships told one by one, in sentences and in lines."""

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
        if s.kind == "tie"
    }


def _pairs(text: str, title: str | None = None) -> set[tuple[str, str]]:
    return {(mode, parties) for mode, parties, _ in _told(text, title)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Tonga keeps embassies in Poland (also for the Baltic states), Chile, and the Netherlands.",
            {("embassy", "TON>POL"), ("embassy", "TON>CHL"), ("embassy", "TON>NLD")},
        ),
        (
            "Chile, Peru and Cuba have embassies in Accra.",
            {("embassy", "CHL>GHA"), ("embassy", "PER>GHA"), ("embassy", "CUB>GHA")},
        ),
        (
            "In addition to Chile, Peru, Cuba and the European Union all currently retain missions in Ghana.",
            {("mission", "CHL>GHA"), ("mission", "PER>GHA"), ("mission", "CUB>GHA"), ("mission", "EU>GHA")},
        ),
        (
            "Countries with diplomatic missions in Ghana are Chile, Peru and Cuba.",
            {("mission", "CHL>GHA"), ("mission", "PER>GHA"), ("mission", "CUB>GHA")},
        ),
        (
            "Accra hosts the embassies of Chile and Peru.",
            {("embassy", "CHL>GHA"), ("embassy", "PER>GHA")},
        ),
        (
            "Malta has high commissions in Accra and Lusaka, and embassies in Lima and Quito.",
            {("embassy", "MLT>GHA"), ("embassy", "MLT>ZMB"), ("embassy", "MLT>PER"), ("embassy", "MLT>ECU")},
        ),
        (
            "Malta is represented in Chile through its embassy in Lima (Peru) and an honorary consulate in Arica.",
            {("mission", "MLT>CHL"), ("consulate", "MLT>CHL")},
        ),
        (
            "Malta is accredited to Chile from its embassy in Lima and an honorary consulate in Arica.",
            {("mission", "MLT>CHL"), ("consulate", "MLT>CHL")},
        ),
        (
            "Malta keeps close diplomatic relations with Chile, Peru and Cuba.",
            {
                ("diplomatic_relations", "CHL,MLT"),
                ("diplomatic_relations", "MLT,PER"),
                ("diplomatic_relations", "CUB,MLT"),
            },
        ),
        (
            "Chad and Malta are full members of the Sun Club, of the OECD and of the Council of Europe.",
            {("membership", "MLT,TCD>OECD"), ("membership", "MLT,TCD>COE")},
        ),
        (
            "Malta is a member of many organizations, with the OSCE and the WTO being among the best known.",
            {("membership", "MLT>OSCE"), ("membership", "MLT>WTO")},
        ),
        (
            "Chad is active in the United Nations, the Sun Club, and the Non-Aligned Movement.",
            {("membership", "TCD>UN"), ("membership", "TCD>NONALIGNED")},
        ),
    ],
)
def test_each_of_a_list_is_told(text: str, told: set[tuple[str, str]]) -> None:
    assert _pairs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Malta asked the countries with missions in the field to help Chile, Peru and Cuba.",
        "Chile, Peru and Cuba closed the road to their missions.",
        "Malta has no embassies; Chile, Peru and Cuba were named in the report.",
        "Malta is active in talks on the budget of the United Nations.",
    ],
)
def test_lists_of_something_else_are_not(text: str) -> None:
    assert not {t for t in _pairs(text) if t[0] in ("embassy", "mission", "membership")}


def test_one_post_of_several_is_theirs_together() -> None:
    assert _pairs("Norway, Denmark and Iceland opened a joint embassy in Lima.") == {
        ("embassy", "DNK,ISL,NOR>PER")
    }


def test_posts_closed_and_opened_are_kept_apart() -> None:
    text = "Malta announced the closure of its embassies in Mali and Niger, and the opening of embassies in Chile and Peru."
    found = load_reader().read(Document("a", text, date="2031-07-15"))
    assert {s.status for s in found if s.recipient in (("MLI",), ("NER",))} == {"ended"}
    assert "ended" not in {s.status for s in found if s.recipient in (("CHL",), ("PER",))}


def test_lines_of_a_list() -> None:
    text = (
        "Malta has embassy-level relations with:\n\n- Chile, Peru (excl. Lima)\n\n- Cuba, outside Europe\n\n"
        "Chad\n\nThe talks went on.\n"
    )
    assert _pairs(text, "Foreign relations of Malta") == {
        ("embassy", "MLT>CHL"),
        ("embassy", "MLT>PER"),
        ("embassy", "MLT>CUB"),
    }


def test_numbered_lines_with_dates() -> None:
    text = (
        "List of countries which Malta maintains diplomatic relations with:\n\n# Country Date\n\n"
        "1 Chile 29 August 1991\n\n2 Peru 16 January 1992\n\nCuba is far.\n"
    )
    assert _told(text, "Foreign relations of Malta") == {
        ("diplomatic_relations", "CHL,MLT", "1991-08-29"),
        ("diplomatic_relations", "MLT,PER", "1992-01-16"),
    }


def test_states_without_relations_are_no_list_of_ties() -> None:
    text = "Malta has not established diplomatic relations with the following states:\n\n- Chile\n\n- Peru\n"
    assert not _told(text, "Foreign relations of Malta")


def test_rows_that_nothing_parts() -> None:
    text = (
        "Country Formal relations began Notes\n\nChile 6 October 1972 See Chile–Malta relations\n\n"
        "- Both countries signed a treaty in 1980.\n\nPeru\n\n1981\n\n- Peru has an embassy in Valletta.\n"
    )
    assert _told(text, "Foreign relations of Malta") == {
        ("diplomatic_relations", "CHL,MLT", "1972-10-06"),
        ("diplomatic_relations", "MLT,PER", "1981"),
        ("embassy", "PER>MLT", None),
    }


def test_missions_that_lie_elsewhere_are_to_whom_the_section_is_on() -> None:
    text = "Chile\n\n- Malta has an embassy in Santiago.\n\n- Chile is represented through its embassy in Rome.\n"
    assert _pairs(text, "Foreign relations of Malta") == {("embassy", "MLT>CHL"), ("mission", "CHL>MLT")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway recognised Croatia in 1991, Chile in 1992 and Peru in 1993.",
            {("NOR>HRV", "1991"), ("CHL>HRV", "1992"), ("PER>HRV", "1993")},
        ),
        (
            "Croatia recognised Chad in 1991, Chile in 1992 and Peru in 1993.",
            {("HRV>TCD", "1991"), ("HRV>CHL", "1992"), ("HRV>PER", "1993")},
        ),
        (
            "Norway opened an embassy in Zagreb in 1992, Chile in 1993 and Peru in 1995.",
            {("NOR>HRV", "1992"), ("CHL>HRV", "1993"), ("PER>HRV", "1995")},
        ),
    ],
)
def test_series_whose_verb_only_the_first_has(text: str, told: set[tuple[str, str]]) -> None:
    assert {(parties, date) for _, parties, date in _told(text, "Foreign relations of Croatia")} == told


def test_relations_told_again_are_those_told_last() -> None:
    text = "Malta broke diplomatic relations with Chad in 1965 over Cuba. Relations were resumed in 1968."
    assert _told(text, "Foreign relations of Malta") == {
        ("diplomatic_relations", "MLT,TCD", "1965"),
        ("diplomatic_relations", "MLT,TCD", "1968"),
    }


def test_relations_opened_with_neighbours_are_of_two() -> None:
    text = (
        "Malta turned from the bloc and began normalizing relations with its neighbours, "
        "eventually establishing diplomatic relations with Chad in 1963 and with Libya in 1964."
    )
    pairs = {p for m, p in _pairs(text, "Foreign relations of Malta") if m == "diplomatic_relations"}
    assert {"MLT,TCD", "LBY,MLT"} <= pairs
    assert all(p.count(",") == 1 for p in pairs)


def test_wars_that_break_out_break_no_relations() -> None:
    text = "Malta and Chad have a cordial diplomatic relationship, and no war will break out because of the lake."
    assert not _pairs(text)
