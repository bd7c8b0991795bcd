"""Organisations with type and country, acronyms, and places with UN/LOCODE."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dragoman.codes import country
from dragoman.codes.tables import read_rows
from dragoman.reading.entities.organisations import find_organisations
from dragoman.reading.entities.parties import Gazetteer
from dragoman.reading.entities.places import find_places

_GAZETTEER = Gazetteer.load()


def organisations(text: str) -> list[tuple[str, str, str | None]]:
    return [(o.name, o.type, o.country) for o in find_organisations(text, _GAZETTEER.mentions(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kazakhstan’s Ministry of Trade and Integration said",
            ("Ministry of Trade and Integration", "ministry", "KAZ"),
        ),
        ("the National Bank of Kazakhstan reported", ("National Bank of Kazakhstan", "bank", "KAZ")),
        ("the Bulgarian National Bank reported", ("Bulgarian National Bank", "bank", "BGR")),
        ("signed by KazMunayGas today", ("KazMunayGas", "company", "KAZ")),
        ("bought by Acme Steel Ltd in May", ("Acme Steel Ltd", "company", None)),
        (
            "the Kazakh-Bulgarian Intergovernmental Commission sat",
            ("Kazakh-Bulgarian Intergovernmental Commission", "commission", None),
        ),
        ("the Astana International Forum opened", ("Astana International Forum", "forum", "KAZ")),
        ("the Bureau of National Statistics counts", ("Bureau of National Statistics", "statistics", None)),
        ("BioNTech opens a plant", ("BioNTech", "company", None)),
        ("a loan from USAID", ("USAID", "agency", "USA")),
    ],
)
def test_an_organisation_has_name_type_and_country(text, expected):
    assert organisations(text) == [expected]


def test_an_acronym_means_the_name_that_defines_it():
    found = organisations("The Chamber of Commerce and Industry (CCI) met. Later the CCI wrote.")
    assert [name for name, _, _ in found] == ["Chamber of Commerce and Industry"] * 3


@pytest.mark.parametrize(
    "text", ["the Bank said", "the Council agreed", "the Company grew", "a bank and a court", "McDonald came"]
)
def test_a_head_word_alone_names_nothing(text):
    assert organisations(text) == []


def test_places_have_country_and_locode():
    found = find_places(
        "a street in Varna, a port at Burgas, Kazakh consulates in Almaty and Oral, a road to Aktau and Antalya"
    )
    assert [(p.name, p.country, p.locode) for p in found] == [
        ("Varna", "BGR", "BGVAR"),
        ("Burgas", "BGR", "BGBOJ"),
        ("Almaty", "KAZ", "KZALA"),
        ("Oral", "KAZ", "KZURA"),
        ("Aktau", "KAZ", "KZAAU"),
        ("Antalya", "TUR", "TRAYT"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "an oral exam",
        "Paris Hilton sang",
        "in Paris, Texas",
        "a nice van split the bar",
        "Oral history matters",
        "Sofiane Boufal",
    ],
)
def test_what_only_looks_like_a_place_is_none(text):
    assert find_places(text) == []


def test_every_place_is_found_where_its_country_is_named():
    missed = []
    for row in read_rows("places.csv"):
        context = row["needs"].split("|")[0] if row["needs"] else country(row["country"]).name
        for form in filter(None, (row["name"], *row["variants"].split(";"))):
            found = find_places(f"the mayor flew over {form} by night. ({context})")
            if not found or (found[0].text, found[0].country) != (form, row["country"]):
                missed.append((form, found))
    assert missed == []


def test_locodes_begin_with_the_alpha_2_code_of_the_country():
    rows = [r for r in read_rows("places.csv") if r["locode"]]
    assert [r for r in rows if r["locode"][:2] != country(r["country"]).alpha2 or len(r["locode"]) != 5] == []


def test_locodes_agree_with_the_network():
    text = (files("dragoman") / "data" / "network" / "nodes.csv").read_text(encoding="utf-8")
    nodes = {(n["name"], n["country"]): n["locode"] for n in csv.DictReader(text.splitlines()) if n["locode"]}
    pairs = [
        (r["locode"], nodes.get((r["name"], r["country"]))) for r in read_rows("places.csv") if r["locode"]
    ]
    # Kyiv has a code for the city and one for Boryspil airport; Alat and Baku share a port
    assert [(ours, theirs) for ours, theirs in pairs if theirs and ours != theirs] == []
