"""Countries, bodies, currencies and products by code and by name."""

from __future__ import annotations

import re

import pytest

from dragoman.codes import bodies, body, countries, country, currencies, currency, default_for
from dragoman.codes.products import find_products, hs_chapters, hs_label
from dragoman.codes.tables import TABLES, read_rows
from dragoman.errors import BadTable, UnknownCode


@pytest.mark.parametrize(
    ("asked", "alpha3"),
    [("TR", "TUR"), ("tur", "TUR"), ("792", "TUR"), ("Turkey", "TUR"), ("turkiye", "TUR"), ("KOS", "XKX"), ("Burma", "MMR"),
     ("Republic of Kazakhstan", "KAZ"), ("USSR", "SUN"), ("XK", "XKX"), ("Cote d'Ivoire", "CIV"), ("CS", "SCG")],
)  # fmt: skip
def test_a_country_is_found_by_any_code_or_name(asked, alpha3):
    assert country(asked).alpha3 == alpha3


def test_an_unknown_country_names_its_neighbours():
    with pytest.raises(UnknownCode, match=r"Kazahstan.*did you mean Kazakhstan"):
        country("Kazahstan")


def test_an_unknown_body_and_currency_name_their_neighbours():
    with pytest.raises(UnknownCode, match="OSCE"):
        body("OSCEE")
    with pytest.raises(UnknownCode, match="KZT"):
        currency("KZTT")


def test_codes_are_unique_and_well_formed():
    living = [c for c in countries() if c.kind != "former"]
    assert len(living) == 250
    assert len({c.alpha2 for c in living}) == len({c.m49 for c in living}) == len(living)
    assert all(re.fullmatch("[A-Z]{3}", c.alpha3) and re.fullmatch(r"\d{3}", c.m49) for c in countries())
    assert not {b.code for b in bodies()} & {c.alpha3 for c in countries()}


def test_members_of_bodies_are_countries():
    known = {c.alpha3 for c in countries()}
    assert [(b.code, m) for b in bodies() for m in b.members if m not in known] == []
    assert len(body("EU").members) == 27
    assert len(body("NATO").members) == 32
    assert body("Turkic Council").code == "OTS"


def test_currencies_agree_with_babel():
    from babel import Locale

    theirs = Locale("en").currencies
    assert [c.code for c in currencies() if c.code not in theirs] == []
    assert currency("Kazakhstani tenge").code == "KZT"


@pytest.mark.parametrize(
    ("word", "where", "code"),
    [("dollars", None, "USD"), ("crowns", "SWE", "SEK"), ("crowns", None, None), ("tenge", None, "KZT"), ("$", "CAN", "USD"),
     ("dollars", "AUS", "AUD"), ("manat", "AZE", "AZN"), ("€", None, "EUR"), ("lev", None, None)],
)  # fmt: skip
def test_a_shared_currency_word_follows_the_country_else_the_usual_one_else_stays_open(word, where, code):
    assert default_for(word, where) == code


def test_products_have_their_hs_code():
    text = "crude oil and petroleum products, non-ferrous metals, uranium, cereals; wheat, beer, chocolate and ferroalloys"
    assert [(p.text, p.hs) for p in find_products(text)] == [
        ("crude oil", "2709"),
        ("petroleum products", "2710"),
        ("non-ferrous metals", None),
        ("uranium", "2844"),
        ("cereals", "10"),
        ("wheat", "1001"),
        ("beer", "2203"),
        ("chocolate", "1806"),
        ("ferroalloys", "7202"),
    ]


def test_part_of_a_word_is_no_product():
    assert find_products("a boiled oilskin, steelworks, gas-fired, cornered") == []


def test_every_product_code_has_a_chapter_with_a_label():
    for row in read_rows("products.csv"):
        if row["hs"]:
            assert hs_label(row["hs"])
    assert len(hs_chapters()) == 96
    with pytest.raises(UnknownCode):
        hs_label("77")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_row_of_every_table_has_a_source_and_an_edition(name):
    rows = list(read_rows(name))
    assert rows
    assert [r for r in rows if not r["source"] or not r["since"]] == []


def test_a_short_row_is_refused_with_its_line(tmp_path):
    (tmp_path / "places.csv").write_text("name,variants,country,locode\nX,Y,BGR\n")
    with pytest.raises(BadTable, match=r"places\.csv:2.*3 cells instead of 4"):
        list(read_rows("places.csv", [tmp_path]))
