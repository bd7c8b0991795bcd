"""Ties and instruments of a series of states or topics, posts in several states, and ties told again of others."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

Told = tuple[str, str, str | None]


def _told(text: str, title: str | None = None) -> set[Told]:
    """Mode, parties (actor before recipient) and date of each tie and instrument."""
    found = load_reader().read(Document("a", text, title=title, date="2031-07-15"))
    return {
        (s.mode, ",".join(sorted(s.actor)) + (">" + ",".join(s.recipient) if s.recipient else ""), s.date)
        for s in found
        if s.kind in ("tie", "instrument")
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway opened embassies in Ghana in 1961, Kenya in 1963 and Zambia in 1965.",
            {
                ("embassy", "NOR>GHA", "1961"),
                ("embassy", "NOR>KEN", "1963"),
                ("embassy", "NOR>ZMB", "1965"),
            },
        ),
        (
            "Peru signed free trade agreements with Thailand in 2005, Singapore in 2008 and Japan in 2011.",
            {
                ("agreement", "PER,THA", "2005"),
                ("agreement", "PER,SGP", "2008"),
                ("agreement", "JPN,PER", "2011"),
            },
        ),
        (
            "Peru recognised Estonia in 1921, Latvia in 1922 and Lithuania in 1923.",
            {
                ("recognition", "PER>EST", "1921"),
                ("recognition", "PER>LVA", "1922"),
                ("recognition", "PER>LTU", "1923"),
            },
        ),
        (
            "Norway recognised Estonia's independence in 1991 and Latvia's in 1992.",
            {("recognition", "NOR>EST", "1991"), ("recognition", "NOR>LVA", "1992")},
        ),
        (
            "Slovenia joined the EU in 2004 and Croatia in 2013.",
            {("membership", "SVN>EU", "2004"), ("membership", "HRV>EU", "2013")},
        ),
        (
            "Estonia joined NATO in 2004 and the OECD in 2010.",
            {("membership", "EST>NATO", "2004"), ("membership", "EST>OECD", "2010")},
        ),
        (
            "Poland and Chile signed agreements on trade (1990), culture (1992) and double taxation (1999).",
            {
                ("agreement", "CHL,POL", "1990"),
                ("agreement", "CHL,POL", "1992"),
                ("agreement", "CHL,POL", "1999"),
            },
        ),
        (
            "Chad joined NATO and the European Union in March and May 2004 respectively.",
            {("membership", "TCD>NATO", "2004-03"), ("membership", "TCD>EU", "2004-05")},
        ),
        (
            "Turkey opened an embassy in Sofia in 1991, and Romania in 1993.",
            {("embassy", "TUR>BGR", "1991"), ("embassy", "ROU>BGR", "1993")},
        ),
    ],
)
def test_a_dated_series_is_told_one_by_one(text: str, told: set[Told]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "mode", "states"),
    [
        ("Norway has embassies in Ghana, Kenya and Zambia.", "embassy", "GHA KEN ZMB"),
        (
            "Denmark's embassy in Nairobi is accredited to Uganda, Rwanda and Burundi.",
            "mission",
            "UGA RWA BDI",
        ),
        ("Denmark closed its consulates in Mali and Burkina Faso.", "consulate", "MLI BFA"),
        (
            "Denmark has embassies in four countries: Peru, Sudan, Ghana and Laos.",
            "embassy",
            "PER SDN GHA LAO",
        ),
    ],
)
def test_posts_in_several_states_are_told_state_by_state(text: str, mode: str, states: str) -> None:
    actor = "NOR" if text.startswith("Norway") else "DNK"
    assert _told(text) == {(mode, f"{actor}>{code}", None) for code in states.split()}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Togo recognised Kosovo in 2014. Ghana followed suit in 2016.", ("recognition", "GHA>XKX", "2016")),
        (
            "Chad re-recognised Estonia (the first state to do so was Peru on 22 August 1991).",
            ("recognition", "PER>EST", "1991-08-22"),
        ),
        ("The first country to recognise Chad was Norway.", ("recognition", "NOR>TCD", None)),
        ("Spain helped Chad join the WTO in 1996.", ("membership", "TCD>WTO", "1996")),
        ("Turkey, a NATO ally since 1952, criticised Chad.", ("membership", "TUR>NATO", "1952/..")),
        ("An EU member since 1995, Sweden sells steel to Chad.", ("membership", "SWE>EU", "1995/..")),
        ("Chad recognised the government led by Ann Reed in Peru.", ("recognition", "TCD>PER", None)),
        ("Seven bilateral accords bind Accra and Lima.", ("agreement", "GHA,PER", None)),
        (
            "Chad cut off diplomatic relations with Iran over tensions between Iran and Oman.",
            ("diplomatic_relations", "IRN,TCD", None),
        ),
        (
            "Ministers of Chad and Peru praised the Agreement on Transit and Trade of 1988.",
            ("agreement", "PER,TCD", "1988"),
        ),
        ("On that date Chad joined the Arab League.", ("membership", "TCD>LAS", None)),
    ],
)
def test_who_does_it_stands_apart(text: str, tie: Told) -> None:
    assert tie in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Togo recognised Kosovo, becoming the 90th state to do so.",
        "The ministers of Togo and Ghana agreed to do so.",
        "The accord allows Chilean airlines to fly to Norway.",
    ],
)
def test_nobody_else_is_told_to_have_done_it(text: str) -> None:
    assert not {t for t in _told(text) if t[0] in ("link",)} and len(_told(text)) < 2


def test_a_bilateral_accord_is_told_by_its_name() -> None:
    assert ("treaty", "MLT,OMN", None) in _told("One of the oldest accords is the Malta-Oman Fishing Treaty.")


def test_an_apposition_is_no_party_of_its_own() -> None:
    assert _told("Egypt, a US ally, signed a deal with Oman.") == {("agreement", "EGY,OMN", None)}


def test_what_is_yet_to_be_has_not_been() -> None:
    found = load_reader().read(Document("a", "Chad is yet to establish diplomatic relations with Peru."))
    assert [s.status for s in found if s.kind == "tie"] == ["denied"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway is represented through its embassy in Rome (Italy).", ("mission", "NOR>MLT", None)),
        ("Malta has a non-resident ambassador in Rome.", ("mission", "MLT>NOR", None)),
        ("Malta has an embassy in Rome.", ("embassy", "MLT>ITA", None)),
    ],
)
def test_a_mission_that_lies_in_a_third_state_is_to_the_other(text: str, tie: Told) -> None:
    assert _told(text, title="Norway-Malta relations") == {tie}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("the Open Government Partnership", "OGP"),
        ("the Wassenaar Arrangement", "WASSENAAR"),
        ("the WHO", "WHO"),
        ("the Partnership for Peace", "PFP"),
        ("the Cairns Group", "CAIRNS"),
        ("the Lima Group", "LIMA-GROUP"),
    ],
)
def test_a_state_joins_bodies_of_every_sort(body: str, code: str) -> None:
    assert _told(f"Malta joined {body} in 2004.") == {("membership", f"MLT>{code}", "2004")}


def test_an_acronym_of_a_body_needs_another_body_or_its_subject_beside_it() -> None:
    assert _told("WHO won the race in 2004? Malta asked.") == set()
    listed = _told("Malta is a member of the UN, ILO, FAO, WHO, ITU and UPU.")
    assert {told[1] for told in listed} == {f"MLT>{b}" for b in ("UN", "ILO", "FAO", "WHO", "ITU", "UPU")}


def test_one_of_the_eight_founding_members_is_a_member() -> None:
    text = "Samoa has close relations with Fiji. Samoa is one of the eight founding members of the Pacific Islands Forum."
    found = load_reader().read(Document("d", text, title="Foreign relations of Samoa"))
    assert [(s.actor, s.recipient) for s in found if s.mode == "membership"] == [(("WSM",), ("PIF",))]
