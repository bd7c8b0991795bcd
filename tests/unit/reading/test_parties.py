"""Parties in running text: compounds, what is no country, what a name means where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadTable, RuleError
from dragoman.reading.entities.parties import Gazetteer

_GAZETTEER = Gazetteer.load()


def found(text: str) -> list[tuple[str, str]]:
    return [(m.text, "/".join(m.codes)) for m in _GAZETTEER.mentions(text)]


def codes(text: str) -> list[str]:
    return [c for _, c in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Kazakh-Turkish partnership", [("Kazakh-Turkish", "KAZ/TUR")]),
        ("the U.S.-Maldives dialogue", [("U.S.-Maldives", "USA/MDV")]),
        ("China–Kazakhstan trade", [("China–Kazakhstan", "CHN/KAZ")]),
        ("Sino-Russian and Franco-German ties", [("Sino-Russian", "CHN/RUS"), ("Franco-German", "FRA/DEU")]),
        ("the China-Kyrgyzstan-Uzbekistan railway", [("China-Kyrgyzstan-Uzbekistan", "CHN/KGZ/UZB")]),
        ("over 100 Bulgarian-capital companies", [("Bulgarian", "BGR")]),
        ("the Russia/Ukraine file", [("Russia/Ukraine", "RUS/UKR")]),
        ("an EU-backed plan", [("EU", "EU")]),
        ("Indo-Pacific and Anglo-Saxon ideas", []),
        ("the Indo-Japanese forum", [("Indo-Japanese", "IND/JPN")]),
    ],
)
def test_compounds_are_one_mention_with_codes_in_order(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Shipping in the South China Sea and the Gulf of Mexico",
        "He played the French horn and ate Brazil nuts with Swiss cheese and lima beans",
        "Michael Jordan met Chad Smith and Paris Hilton",
        "Jordan Peterson spoke",
        "a farm in Georgia, Alabama and Florida",
        "the Georgia Supreme Court ruled",
        "a mill in Lebanon, Pennsylvania",
        "a flat in Birmingham, Alabama, and one in San Jose, California",
        "Polish the silver before dinner",
        "Nail Polish",
        "the Washington Post wrote",
        "Washington State grows apples",
        "a guinea pig in china shops with turkey",
        "Latin America, North America and the Americas",
        "the Balkans, Central Asia, Africa and Europe",
        "Native Americans of New Mexico",
        "the New York Times reported from British Columbia",
        "He was born in Santiago de Compostela",
        "the Panama Papers and the Paris Agreement",
        "an imec chip and Imec's plant",
        "They lost 300 Turkish lira and US$5",
        "a woman of Romanesque and Germanic taste, indiana and chinaware",
        "Male students outnumber female ones",
    ],
)
def test_what_only_looks_like_a_country_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia and Azerbaijan share a border", ["GEO", "AZE"]),
        ("goods go from Tbilisi through Georgia", ["GEO", "GEO"]),
        ("King Abdullah II of Jordan arrived", ["JOR", "JOR"]),
        ("Chad and Niger agreed with Nigeria", ["TCD", "NER", "NGA"]),
        ("Turkey and Türkiye and Turkiye", ["TUR", "TUR", "TUR"]),
        ("Polish exports to Ukraine", ["POL", "UKR"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("the Democratic Republic of the Congo and the Republic of the Congo", ["COD", "COG"]),
        ("Congo sells oil from Pointe-Noire", ["COG"]),
        ("Dominica is not the Dominican Republic", ["DMA", "DOM"]),
        ("Samoa and American Samoa", ["WSM", "ASM"]),
        ("South Korea, North Korea and South Sudan", ["KOR", "PRK", "SSD"]),
        ("the Republic of Ireland and Northern Ireland", ["IRL", "GBR"]),
        ("talks in Male with the Maldives", ["MDV", "MDV"]),
        ("Brussels told the European Union's members", ["EU", "EU"]),
        ("Brussels is the capital of Belgium", ["BEL", "BEL"]),
        ("the Kremlin, the White House and Downing Street", ["RUS", "USA", "GBR"]),
        ("Kosovo, Taiwan, Hong Kong and the Palestinian Authority", ["XKX", "TWN", "HKG", "PSE"]),
        ("the Organization of Turkic States, the OSCE and C5+1", ["OTS", "OSCE", "C5+1"]),
        ("Burma, Swaziland, Zaire and the USSR", ["MMR", "SWZ", "COD", "SUN"]),
        ("Tokayev called Erdogan; Xi wrote to Macron", ["KAZ", "TUR", "CHN", "FRA"]),
        ("KAZAKHSTAN SIGNS WITH BULGARIA", ["KAZ", "BGR"]),
        ("Côte d’Ivoire and Cote d'Ivoire", ["CIV", "CIV"]),
        ("the U.S., the U.K. and the UAE", ["USA", "GBR", "ARE"]),
    ],
)
def test_names_mean_the_right_country(text, expected):
    assert codes(text) == expected


def test_a_namesake_stays_a_namesake_through_the_document():
    assert codes("Michael Jordan scored. Jordan left; Jordan came back") == []
    assert codes("A fire in Lebanon, Pennsylvania. Lebanon is a small town") == []
    assert codes("Michael Jordan flew to Amman and loved Jordan") == ["JOR", "JOR"]


def test_a_description_means_the_fitting_country_named_last():
    assert codes("Croatia buys oil. Kazakhstan sells to the former Yugoslav republic") == [
        "HRV",
        "KAZ",
        "HRV",
    ]
    assert codes("Kazakhstan helped Poland. The Central Asian country gave wheat") == ["KAZ", "POL", "KAZ"]


def test_a_description_of_nothing_named_before_is_no_party():
    assert codes("The Central Asian country gave wheat") == []
    assert codes("Kazakhstan spoke. A Central Asian country gave wheat") == ["KAZ"]


def test_an_airline_is_affiliated_with_its_country():
    (mention,) = _GAZETTEER.mentions("Turkish Airlines opened a route")
    assert (mention.text, mention.codes, mention.form) == ("Turkish Airlines", ("TUR",), "affiliate")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Bulgaria", "name"),
        ("Bulgarians", "demonym"),
        ("Sofia", "capital"),
        ("the Kremlin", "seat"),
        ("the EU", "acronym"),
    ],
)
def test_the_form_is_told(text, form):
    assert [m.form for m in _GAZETTEER.mentions(text)] == [form]


def test_a_team_adds_forms_and_rules_in_its_own_folder(tmp_path):
    (tmp_path / "party_forms.csv").write_text("form,code,kind\nLand of Roses,BGR,alias\n")
    (tmp_path / "party_contexts.yaml").write_text(
        "- id: team.radev\n  forms: [Radev]\n  after: ' Ltd'\n  then: drop\n  examples: ['[Radev] Ltd']\n  not: ['[Radev]']\n"
    )
    team = Gazetteer.load([tmp_path])
    assert [m.codes for m in team.mentions("the Land of Roses and Radev Ltd")] == [("BGR",)]
    assert found("the Land of Roses") == []


def test_a_wrong_team_table_names_the_file_and_the_columns(tmp_path):
    (tmp_path / "party_forms.csv").write_text("form,country\nX,BGR\n")
    with pytest.raises(BadTable, match=r"party_forms\.csv.*columns are"):
        Gazetteer.load([tmp_path])


def test_an_unknown_code_in_a_team_table_is_refused(tmp_path):
    (tmp_path / "party_forms.csv").write_text("form,code,kind\nLand of Nowhere,NWH,alias\n")
    with pytest.raises(BadTable, match="NWH"):
        Gazetteer.load([tmp_path])


def test_an_unknown_rule_key_in_a_team_folder_is_refused(tmp_path):
    (tmp_path / "party_contexts.yaml").write_text("- id: x\n  form: [Radev]\n  then: drop\n")
    with pytest.raises(RuleError, match=r"unknown key 'form'.*keys are"):
        Gazetteer.load([tmp_path])


_PIECES = st.sampled_from(
    ["Kazakhstan", "’s ", "-", "–", " ", "\n", "Turkish", "Sino-", "the ", "Georgia", ", ", "U.S.", "EU", "é", "🙂",
     "Central Asian country", "Radev", "Washington", "(", "OPEC+", "Mali", "x", "."]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_mentions_are_sorted_apart_and_print_their_own_text(text):
    mentions = _GAZETTEER.mentions(text)
    assert all(text[m.start : m.end] == m.text and m.codes for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert mentions == _GAZETTEER.mentions(text)
