"""People: offices before and after names, countries, later surnames."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.documents import Document
from dragoman.reading import load_reader
from dragoman.reading.entities.parties import Gazetteer
from dragoman.reading.entities.people import find_people
from dragoman.reading.entities.people_sides import with_sides

_GAZETTEER = Gazetteer.load()


def people(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(p.text, p.name, p.role, p.country) for p in find_people(text, _GAZETTEER.mentions(text))]


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Bulgarian President Rumen Radev prepares", "Rumen Radev", "President", "BGR"),
        ("Kassym-Jomart Tokayev, the President of the Republic of Kazakhstan, paid", "Kassym-Jomart Tokayev", "President", "KAZ"),
        (
            "met the Secretary General of the Cabinet of the President of North Macedonia, Gorgi Bozinov, to talk",
            "Gorgi Bozinov", "Secretary General", "MKD",
        ),
        (
            "with the Secretary of the Mongolian National Security Council Jadamba Enkhbayar at noon",
            "Jadamba Enkhbayar", "Secretary of the National Security Council", "MNG",
        ),
        ("Norway's minister for trade and development, Per Lund, would lead", "Per Lund", "minister", "NOR"),
        ("Leo Zahra, Minister of Foreign and CARICOM Affairs of the Republic of Fiji, said", "Leo Zahra", "Minister of Foreign and Affairs", "FJI"),
        ("Kenya's ambassador in Oslo, Amos Kiprop, said", "Amos Kiprop", "ambassador", "KEN"),
        ("the Kenyan Ministry of Tourism's spokesperson, Peter Njoroge, said", "Peter Njoroge", "spokesperson", "KEN"),
        ("A spokesman for Kenya's foreign ministry, Daniel Rono, said", "Daniel Rono", "spokesman", "KEN"),
        ("met her Norwegian counterpart, Mr Odd Berg in Bergen", "Odd Berg", None, "NOR"),
        ("and his Norwegian counterpart, President Knut Dahl, met", "Knut Dahl", "President", "NOR"),
        (
            "Luxembourg's guest was the Deputy Prime Minister, Minister of Foreign Affairs of Fiji, Ana Bose.",
            "Ana Bose", "Minister of Foreign Affairs", "FJI",
        ),
        ("met Kazakhstan’s Deputy Minister Vasilenko, who", "Vasilenko", "Deputy Minister", "KAZ"),
        ("Maldives Minister of Foreign Affairs Abdulla Shahid spoke", "Abdulla Shahid", "Minister of Foreign Affairs", "MDV"),
        ("President Joseph R. Biden, Jr. met", "Joseph R. Biden, Jr.", "President", "USA"),
        ("welcomed Sheikh Hamad Bin Isa Al-Khalifa, King of the Kingdom of Bahrain, on", "Hamad Bin Isa Al-Khalifa", "King", "BHR"),
        ("National Security Advisor Jake Sullivan met", "Jake Sullivan", "National Security Advisor", "USA"),
        ("Uzbek Trade and Investment Minister Laziz Kudratov said", "Laziz Kudratov", "Trade and Investment Minister", "UZB"),
        ("Murat Testov, Deputy Prime Minister of Kazakhstan, said", "Murat Testov", "Deputy Prime Minister", "KAZ"),
        ("Kazakhstan's Ambassador to North Macedonia Satybaldy Burshakov met", "Satybaldy Burshakov", "Ambassador", "KAZ"),
        ("the Ambassador of Japan to Albania Makoto Ito met", "Makoto Ito", "Ambassador", "JPN"),
        ("U.S. Secretary of State Antony J. Blinken met", "Antony J. Blinken", "Secretary of State", "USA"),
        ("European Commission President Ursula von der Leyen met", "Ursula von der Leyen", "President", "EU"),
        ("Saudi Crown Prince Mohammed bin Salman met", "Mohammed bin Salman", "Crown Prince", "SAU"),
        ("the former Polish foreign minister Jan Nowak met", "Jan Nowak", "foreign minister", "POL"),
        ("his Uzbek counterpart, Olim Karimberdiev, met", "Olim Karimberdiev", None, "UZB"),
        ("Ivan Petrov, an analyst, wrote", "Ivan Petrov", "analyst", None),
        ("the Speaker of the Mazhilis, Yerlan Koshanov, met", "Yerlan Koshanov", "Speaker", "KAZ"),
    ],
)  # fmt: skip
def test_an_office_gives_name_role_and_country(text, name, role, country):
    assert people(text)[0][1:] == (name, role, country)


def test_a_surname_later_means_the_full_name_with_role_and_country():
    found = people("Croatian Minister Ivo Horvatin came. Mr. Horvatin spoke; Horvatin’s plan pleased.")
    assert [f[0] for f in found] == ["Ivo Horvatin", "Horvatin", "Horvatin"]
    assert {f[1:] for f in found} == {("Ivo Horvatin", "Minister", "HRV")}


def test_a_surname_before_the_full_name_means_it_too():
    found = people("President Tokayev spoke. Kazakh President Kassym-Jomart Tokayev left.")
    assert [f[1] for f in found] == ["Kassym-Jomart Tokayev", "Kassym-Jomart Tokayev"]


def test_the_family_name_of_a_chinese_minister_comes_first():
    found = people("Chinese Vice Minister Wu Qiang arrived. Wu said so.")
    assert [(f[0], f[1]) for f in found] == [("Wu Qiang", "Wu Qiang"), ("Wu", "Wu Qiang")]


def test_two_presidents_named_together_are_two_people():
    found = people("Presidents Biden and Lourenço met")
    assert [(f[0], f[2], f[3]) for f in found] == [
        ("Biden", "President", "USA"),
        ("Lourenço", "President", "AGO"),
    ]


def test_a_leader_of_two_offices_has_the_country_of_the_one_named():
    assert people("Prime Minister Mark Rutte spoke")[0][3] == "NLD"
    assert people("NATO Secretary General Mark Rutte spoke")[0][3] == "NATO"
    assert people("King Mohammed VI spoke")[0][1:] == ("Mohammed VI", "King", "MAR")


def test_presidents_of_two_named_countries_are_told_apart():
    found = people("the Estish and the Kazakh and Bulgarian presidents, Aman Bolat and Petar Ivov, met")
    assert [(f[1], f[3]) for f in found] == [("Aman Bolat", "KAZ"), ("Petar Ivov", "BGR")]


def test_a_counterpart_has_the_office_of_the_person_before():
    found = people("Danish Foreign Minister Nils Holm met his Moroccan counterpart Ali Tazi")
    assert [f[1:] for f in found] == [
        ("Nils Holm", "Foreign Minister", "DNK"),
        ("Ali Tazi", "Foreign Minister", "MAR"),
    ]


def test_a_minister_without_a_country_is_of_the_state_spoken_of_or_of_none():
    assert people("Ghana did not sign, spokesman Kwame Boateng said")[0][3] == "GHA"
    assert people("Ghana told Mali no. Interior Minister Kwame Boateng left")[0][3] is None
    assert people("Ghana is rich. The analyst Kwame Boateng said so")[0][3] is None


def test_a_family_name_in_capitals_is_made_ordinary():
    assert people("Prime Minister ISHIDA Taro of Japan came")[0][1] == "Ishida Taro"


def test_a_leader_needs_no_office_to_be_known():
    assert people("Nursultan Nazarbayev wrote") == [
        ("Nursultan Nazarbayev", "Nursultan Nazarbayev", None, "KAZ")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the Presidents of Kazakhstan, the Kyrgyz Republic and Tajikistan met",
        "the Foreign Ministry of Bulgaria said",
        "the President of Bulgaria and the Prime Minister of Greece met",
        "Nazarbayev University opened",
        "the office of the Prime Minister issued a statement on Monday",
        "a general agreement and a chief concern",
    ],
)
def test_an_office_without_a_name_is_nobody(text):
    assert people(text) == []


_PIECES = st.sampled_from(
    ["President ", "Minister of ", "Kazakh ", "Rumen Radev", "Tokayev", ", ", "the ", "and ", "Mr. ", "bin ", "al-", "Jr.",
     "Presidents ", "Trade ", "'s ", "’s ", "\n", "King of ", "Bahrain", ". ", "É", "a ", "Sheikh "]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_people_are_sorted_apart_and_print_their_own_text(text):
    found = find_people(text, _GAZETTEER.mentions(text))
    assert all(text[p.start : p.end] == p.text and p.name for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Trade Minister Ruth Moraa met her Norwegian counterpart in Bergen.", {"Ruth Moraa": "KEN"}),
        (
            "Foreign Secretary Ann Were headed the Kenyan delegation and Foreign Secretary Siri Lie that of Norway.",
            {"Ann Were": "KEN", "Siri Lie": "NOR"},
        ),
        ("The Norwegian side was led by State Secretary Eva Strand.", {"Eva Strand": "NOR"}),
        ("Trade Minister Ruth Moraa met her Danish counterpart in Bergen.", {"Ruth Moraa": None}),
        ("Trade Minister Ruth Moraa spoke. His Norwegian counterpart was ill.", {"Ruth Moraa": None}),
    ],
)
def test_what_people_lead_and_whom_they_meet_tells_their_country(
    text: str, countries: dict[str, str | None]
) -> None:
    parties = _GAZETTEER.mentions(text)
    unknown = [replace(p, country=None) for p in find_people(text, parties)]
    found = {p.name: p.country for p in with_sides(text, parties, unknown, ("KEN", "NOR"))}
    assert found == countries


def test_the_state_behind_a_ministers_name_is_his_in_later_sentences() -> None:
    text = "Foreign Minister Ana Rojas of Chile met the press. On Monday she will travel to Kenya."
    read = load_reader().read(Document("a", text))
    assert [(s.mode, s.actor, s.recipient) for s in read] == [("visit", ("CHL",), ("KEN",))]


@pytest.mark.parametrize("verb", ["met", "paid", "visits", "had"])
def test_a_long_office_before_a_comma_is_of_the_name_that_goes_on_with_a_verb(verb: str) -> None:
    text = f"Special Assistant to the President on Water and Energy, Samir Daud {verb} him."
    (who,) = find_people(text, [])
    assert (who.name, who.role is not None) == ("Samir Daud", True)
