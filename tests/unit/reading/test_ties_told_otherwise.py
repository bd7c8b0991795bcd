"""Ties told by nouns, labels, institutes, doors, airlines and by what a sentence leaves out."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

Tie = tuple[str, str, str]


def _ties(text: str, title: str | None = None) -> set[Tie]:
    """Mode, all parties in order of their codes, and status of each tie."""
    found = load_reader().read(Document("a", text, title=title, date="2031-07-15"))
    return {(s.mode, ",".join(sorted({*s.actor, *s.recipient})), s.status) for s in found if s.kind == "tie"}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Laos – Malta: diplomatic relations since 1981.", ("diplomatic_relations", "LAO,MLT", "actual")),
        ("Relations between Laos and Malta officially began in 1981.", ("diplomatic_relations", "LAO,MLT", "actual")),
        ("Relations between Laos and Malta were interrupted in 1981.", ("diplomatic_relations", "LAO,MLT", "ended")),
        (
            "Oman announced the rupture of diplomatic relations with Malta.",
            ("diplomatic_relations", "MLT,OMN", "ended"),
        ),
        ("Malta accorded diplomatic recognition to Tonga in 1971.", ("recognition", "MLT,TON", "actual")),
        ("Malta's recognition of Tonga's independence came in 1971.", ("recognition", "MLT,TON", "actual")),
        ("Laos is a strategic partner of Oman.", ("partnership", "LAO,OMN", "actual")),
        (
            "Laos and Oman raised their ties to a comprehensive strategic cooperative partnership.",
            ("partnership", "LAO,OMN", "actual"),
        ),
    ],
)  # fmt: skip
def test_relations_are_told_in_many_ways(text: str, tie: Tie) -> None:
    assert tie in _ties(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Denmark's embassy in Lima closed its doors in 2017.", ("embassy", "DNK,PER", "ended")),
        ("The Danish embassy in Lima will close in September.", ("embassy", "DNK,PER", "ended")),
        ("The Danish embassy in Lima has ceased operations.", ("embassy", "DNK,PER", "ended")),
        ("The Danish embassy in Lima commenced operations in 2006.", ("embassy", "DNK,PER", "actual")),
        ("A Danish embassy has existed in Lima since 1963.", ("embassy", "DNK,PER", "actual")),
        ("Chad: embassy in Lima", ("embassy", "PER,TCD", "actual")),
        ("Chad is represented by an honorary consul in Lima.", ("consulate", "PER,TCD", "actual")),
        ("An honorary consulate of Malta operates in Accra.", ("consulate", "GHA,MLT", "actual")),
        ("Malta's relations with Chad are handled by the embassy in Rome.", ("mission", "MLT,TCD", "actual")),
        ("Malta's ambassador to Italy also covers Chad.", ("mission", "MLT,TCD", "actual")),
        ("Chad appointed its first resident ambassador to Peru.", ("embassy", "PER,TCD", "actual")),
    ],
)
def test_posts_are_told_in_many_ways(text: str, tie: Tie) -> None:
    assert tie in _ties(text)


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("Peru acceded to NATO in 2009 and to the European Union in 2013.", {"NATO,PER", "EU,PER"}),
        ("Oman, a member of OPEC since 2001, met Chad.", {"OMN,OPEC"}),
        ("Ghana and Kenya, both members of the African Union, agreed.", {"AU,GHA,KEN"}),
        ("As members of the African Union, Ghana and Kenya work closely together.", {"AU,GHA,KEN"}),
        ("Ghana and Kenya share membership of the African Union.", {"AU,GHA,KEN"}),
        ("Chad became the OECD's 38th member.", {"OECD,TCD"}),
        ("Ukraine entered the Council of Europe in 1995.", {"COE,UKR"}),
        ("Kenya's accession to the WTO took place in 1996.", {"KEN,WTO"}),
        ("Kenya was readmitted to the African Union in 2023.", {"AU,KEN"}),
        ("Kenya was expelled from the African Union in 2023.", {"AU,KEN"}),
        ("Kenya's membership of the African Union was terminated.", {"AU,KEN"}),
    ],
)
def test_memberships_are_told_in_many_ways(text: str, ties: set[str]) -> None:
    assert {parties for mode, parties, _ in _ties(text) if mode == "membership"} == ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Chad and Malta revived their joint commission.", ("body", "MLT,TCD", "actual")),
        ("Chad and Malta have a joint working group on fisheries.", ("body", "MLT,TCD", "actual")),
        ("A Chadian-Maltese joint committee was operationalised.", ("body", "MLT,TCD", "actual")),
        (
            "The Ghanaian singer was made a knight of the Legion of Honour by France.",
            ("honour", "FRA,GHA", "actual"),
        ),
        ("A street in Tirana bears the name of Kuwait.", ("honour", "ALB,KWT", "actual")),
        (
            "Kazakhstan's president awarded the Dostyk Order to his Kyrgyz counterpart.",
            ("honour", "KAZ,KGZ", "actual"),
        ),
        ("Romania conferred the Star of Romania on Moldova's president.", ("honour", "MDA,ROU", "actual")),
        ("Germany opened a Goethe-Institut in Lima.", ("centre", "DEU,PER", "actual")),
        ("The Polish Institute in Lima has been operating since 1998.", ("centre", "PER,POL", "actual")),
    ],
)
def test_bodies_honours_and_centres_are_told_in_many_ways(text: str, tie: Tie) -> None:
    assert tie in _ties(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Direct air links between Belgrade and Beijing were restored in 2022.", ("CHN,SRB", "actual")),
        ("Train services between Oslo and Lima were suspended in 2020.", ("NOR,PER", "ended")),
        ("Bus services between Minsk and Riga stopped in 2020.", ("BLR,LVA", "ended")),
        ("The Tehran–Ankara train was relaunched in June.", ("IRN,TUR", "actual")),
        ("KLM began direct flights to Accra in 2020.", ("GHA,NLD", "actual")),
        ("Oman Air added Accra to its network.", ("GHA,OMN", "actual")),
        ("KLM has been flying to Accra since 2015.", ("GHA,NLD", "actual")),
        ("Direct trains between Belgrade and Budapest will start in 2035.", ("HUN,SRB", "planned")),
    ],
)
def test_services_are_told_in_many_ways(text: str, tie: tuple[str, str]) -> None:
    assert ("link", *tie) in _ties(text)


def test_a_sentence_may_leave_out_what_the_one_before_it_says() -> None:
    assert _ties("Laos has an embassy in Lima. Peru has one in Vientiane.") == {
        ("embassy", "LAO,PER", "actual")
    }
    found = load_reader().read(
        Document("a", "Chad opened an embassy in Lima in 1981. Peru did likewise in 1990.", date="2031-07-15")
    )
    assert [(s.actor, s.date) for s in found if s.kind == "tie"] == [(("TCD",), "1981"), (("PER",), "1990")]


def test_an_older_name_in_brackets_is_no_further_party() -> None:
    text = (
        "The Czech Republic (then Czechoslovakia) and Chad have maintained diplomatic relations since 1990."
    )
    assert _ties(text) == {("diplomatic_relations", "CZE,TCD", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya established a commission of inquiry into the floods near the Ugandan border.",
        "Airbus received an order for 20 planes from Vietnam's Vietjet.",
        "The ferry from Oslo to Lima sank in a storm.",
        "Goods of Chad entered the EU market.",
        "The Polish state railways opened a station in Gdynia, said a German visitor.",
        "A firm in Tirana bears the name of Kuwait.",
        "The embassy of Chad in Lima ended its dinner with a song from Malta.",
        "The bank of Oman added Colombo to its report.",
        "Chad threatened Peru with the severance of diplomatic relations.",
    ],
)
def test_what_only_looks_like_a_tie_is_none(text: str) -> None:
    assert not _ties(text)


@pytest.mark.parametrize(
    "text",
    ["Chad and Malta sign fishing accord", "Chad and Malta seal deal to build a port"],
)
def test_the_only_verb_behind_two_parties_is_no_noun(text: str) -> None:
    found = load_reader().read(Document("a", text, date="2031-07-15"))
    assert any(s.kind == "instrument" and set(s.actor) == {"TCD", "MLT"} for s in found)
