"""Wordings of projects and agreements, each in a sentence of its own: who does what where."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

PAIR = "Chad–Niger relations"


def _read(text: str, title: str | None) -> set[str]:
    """Projects and instruments of a text, a line each: kind/mode, actor > recipient, status."""
    return {
        f"{s.kind}/{s.mode} {','.join(sorted(s.actor))}>{','.join(sorted(s.recipient))} {s.status}"
        for s in load_reader().read(Document("x", text, title=title, date="2025-06-12"))
        if s.kind in ("project", "instrument")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Australia delivered two patrol boats to Samoa in 2019 and a landing craft to Fiji.",
            {"project/supply AUS>WSM actual", "project/supply AUS>FJI actual"},
        ),
        (
            "Kenya and Peru signed a deal on the modernisation of a railway at a summit of ministers in Oslo.",
            {"instrument/agreement KEN,PER> actual"},
        ),
        (
            "Armenia bought howitzers from France and radars from India.",
            {"project/supply FRA>ARM actual", "project/supply IND>ARM actual"},
        ),
        (
            "The construction by Egypt of a dam in Tanzania is nearly finished.",
            {"project/construction EGY>TZA actual"},
        ),
        (
            "The Serbian government and the Turkish company Tasyapi signed an agreement on building a motorway.",
            {"instrument/agreement SRB,TUR> actual", "project/construction TUR>SRB planned"},
        ),
        (
            "Four Chinese companies have won contracts totalling 188 million dollars to build roads in Ethiopia.",
            {"instrument/contract CHN,ETH> actual", "project/construction CHN>ETH planned"},
        ),
        (
            "A plant for vaccines will be built in Mexico by Vitalab, the Brazilian institute.",
            {"project/construction BRA>MEX planned"},
        ),
        ("Algeria is ready to increase gas supplies to Italy.", {"project/supply DZA>ITA proposed"}),
        (
            "Malawi will buy 50 megawatts from Mozambique's EDM.",
            {"project/supply MOZ>MWI planned"},
        ),
        (
            "The line that joins the grids of Malawi and Mozambique is 218 km long.",
            {"project/integration MOZ,MWI> actual"},
        ),
        (
            "Switzerland has signed free trade agreements with China (2013), Japan and Peru (2009).",
            {"instrument/agreement CHE,CHN> actual", "instrument/agreement CHE,JPN,PER> actual"},
        ),
    ],
)
def test_a_wording_is_read(text: str, expected: set[str]) -> None:
    assert expected <= _read(text, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two signed 12 agreements and three memorandums of understanding.",
            {"instrument/agreement NER,TCD> actual", "instrument/memorandum NER,TCD> actual"},
        ),
        (
            "A memorandum on forestry was signed in 2009, a second, on mining, in 2013.",
            {"instrument/memorandum NER,TCD> actual"},
        ),
        ("A trade agreement is ready for signature.", {"instrument/agreement NER,TCD> planned"}),
        ("A tax treaty was drafted in 2006 but never signed.", {"instrument/treaty NER,TCD> denied"}),
        (
            "Chad has an air services agreement with Libya; one with Egypt has been initialled.",
            {"instrument/agreement EGY,TCD> actual"},
        ),
    ],
)
def test_the_pair_of_the_title_stands_in_for_signatories(text: str, expected: set[str]) -> None:
    assert expected <= _read(text, PAIR)


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger exchanged notes of protest.",
        "Niger will deliver goods only in case of signing contracts.",
        "Chad develops Abeche as a hub of trade with Niger.",
        "Georgia waives visas for citizens of Kuwait.",
        "The talks between Chad and Niger were held in a school built of mud bricks.",
        "Iran-backed rebels attacked a port in Yemen.",
    ],
)
def test_what_is_no_project_or_agreement_is_left(text: str) -> None:
    assert _read(text, None) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad is helping in the construction of a market.", {"project/construction NER,TCD> actual"}),
        (
            "The dam in Malawi is being built by a consortium of Polish and Chinese firms.",
            {"project/construction CHN,POL>MWI actual"},
        ),
        (
            "The contract for the bridge in Malawi was awarded to a Norwegian company.",
            {"instrument/contract MWI,NOR> actual", "project/construction NOR>MWI planned"},
        ),
        (
            "Norway's Statkraft won a contract and is expected to build a dam in Malawi.",
            {"project/construction NOR>MWI planned", "instrument/contract MWI,NOR> actual"},
        ),
        (
            "Another project is the construction of the Peru-Bolivia-Chile (PBC) railway.",
            {"project/construction BOL,CHL,PER> actual"},
        ),
        (
            "France's Vinci will build the tunnel on the Norwegian side.",
            {"project/construction FRA>NOR planned"},
        ),
        (
            "Peru called for a tripartite pact with Chile and Bolivia so that Peru can buy gas from Chile.",
            {"instrument/agreement BOL,CHL,PER> proposed", "project/supply CHL>PER proposed"},
        ),
        (
            "The Malawi Power Board (MPB) will build a dam in Zambia. MPB will also build a line in Zambia.",
            {"project/construction MWI>ZMB planned"},
        ),
        (
            "Turkey's Limak won a tender in Fiji. The company will build a bridge in Tonga.",
            {"project/construction TUR>TON planned"},
        ),
        ("A supporter of the construction of a just world, Peru spoke of Chile.", set()),
        ("Peru's minister stepped up to the new bridge after talks with Chile.", set()),
    ],
)
def test_works_told_by_nouns_awards_and_groups(text: str, expected: set[str]) -> None:
    got = _read(text, None if "Chad" not in text else PAIR)
    folded = {line.replace("TCD>NER", "NER,TCD>") for line in got}
    assert folded == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Passes are issued under the Agreement on Culture and Education signed in 1992.",
            {"instrument/agreement NER,TCD> actual"},
        ),
        ("Memorandum on Consultations (signed: 3 May 1995).", {"instrument/memorandum NER,TCD> actual"}),
        (
            "Several agreements between Chad and Niger are to be signed on Monday.",
            {"instrument/agreement NER,TCD> planned"},
        ),
        ("A tax agreement exists between the two countries.", {"instrument/agreement NER,TCD> actual"}),
        ("No tax agreement exists between the two countries.", {"instrument/agreement NER,TCD> denied"}),
        ("Relations are governed by several agreements.", {"instrument/agreement NER,TCD> actual"}),
        (
            "A protocol amending the tax agreement was signed in May.",
            {"instrument/protocol NER,TCD> actual"},
        ),
    ],
)
def test_agreements_that_bind_exist_or_were_signed(text: str, expected: set[str]) -> None:
    assert _read(text, PAIR) == expected
