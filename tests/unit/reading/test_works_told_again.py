"""Works that the sentence before has told of lie where it says; firms build them, not their states at home."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _works(text: str, title: str | None = None) -> set[str]:
    return {
        f"{s.mode} {','.join(sorted(s.actor))}>{','.join(sorted(s.recipient))}"
        for s in load_reader().read(Document("x", text, title=title, date="2025-06-12"))
        if s.kind == "project"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tanzania opened the bridge at Busisi last week. It was built by two Spanish companies.",
            "construction ESP>TZA",
        ),
        (
            "The Bolivian president toured the site on Monday. The scheme will be constructed by a Korean firm.",
            "construction KOR>BOL",
        ),
        (
            "Malawi has a new terminal at its airport. The terminal, built by an Egyptian firm, cost $40 million.",
            "construction EGY>MWI",
        ),
        (
            "Ghana will have a second stadium. Turkish contractors are building the stadium.",
            "construction TUR>GHA",
        ),
        (
            "Laos closed the road in May. It is being rebuilt by a Japanese consortium.",
            "modernisation JPN>LAO",
        ),
    ],
)
def test_works_lie_where_the_sentence_before_tells_of_them(text: str, expected: str) -> None:
    assert _works(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The president of Peru met the president of Chile. The bridge will be built by a Spanish firm.",
        "Zambia and Chile took delivery of the ship. A smelter was built by a Dutch firm.",
        "Nepal's leader was received in Delhi. The road was inaugurated by Defence Minister Arun Rao.",
        "Bolivia and Peru welcomed the envoy. Turkey finished the tunnel in March.",
    ],
)
def test_works_are_nowhere_that_nothing_points_to(text: str) -> None:
    assert _works(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An aid agency of Norway seeks to build a health education institution in Malawi.", "NOR>MWI"),
        ("Chile and Peru agreed to construct a research base together.", "CHL,PER>"),
        ("An Indian firm will establish an industrial unit in Kenya.", "IND>KEN"),
        ("A Turkish company plans to set up a manufacturing base in Serbia.", "TUR>SRB"),
        ("Romania has selected a Greek contractor to build the second section of the motorway.", "GRC,ROU"),
    ],
)
def test_what_is_built_need_not_be_a_known_work(text: str, expected: str) -> None:
    assert any(expected in line or set(expected.split(",")) == _sides(line) for line in _works(text))


def _sides(line: str) -> set[str]:
    return {c for side in line.split()[1].split(">") for c in side.split(",") if c}


@pytest.mark.parametrize(
    "text",
    [
        "Both Governments of Peru and Chile renewed their resolve to construct a solid relationship.",
        "Norway helped build strong institutions in Malawi.",
    ],
)
def test_nothing_is_built_of_ties(text: str) -> None:
    assert _works(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malawi's minister received the trucks. They were donated by Japan.", "supply JPN>MWI"),
        ("Polish tractors have been assembled in Ethiopia since 2015.", "venture POL>ETH"),
        ("The manufacture of Korean trains in Egypt will begin next year.", "venture KOR>EGY"),
        ("A Norwegian charity runs a hospital in Malawi.", "venture NOR>MWI"),
        (
            "A Polish charity opened a clinic in Sudan in 2006 and has provided health services ever since.",
            "construction POL>SDN",
        ),
        ("Turkish and Qatari firms participated in the housing project in Sudan.", "venture QAT,TUR>SDN"),
        ("Jordan signed a contract with Iraq for the supply of crude oil.", "supply IRQ>JOR"),
        ("Serbia wants to lessen its reliance on gas from Russia.", "supply RUS>SRB"),
        (
            "Nepal announced the cancellation of a dam project planned by Korean companies.",
            "construction KOR>NPL",
        ),
    ],
)
def test_ventures_and_supplies_in_other_words(text: str, expected: str) -> None:
    assert expected in _works(text)


@pytest.mark.parametrize(
    "text",
    [
        "Polish tractors are made in Poland.",
        "The minister of Peru and that of Cuba were glad. The trucks were donated by Italian firms.",
        "Chile participated in an exchange programme in Peru.",
        "Germany must reduce its dependence on gas.",
    ],
)
def test_no_venture_or_supply_where_sides_are_not_told(text: str) -> None:
    assert _works(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile has selected the Polish firm Pesa to build trams.", {"CHL", "POL"}),
        (
            "It offers Chad a way to isolate Mali, which is building its own pipeline to Niger.",
            {"MLI", "NER"},
        ),
        ("In addition, two reinforced bridges were built by Norway in Malawi.", {"MWI", "NOR"}),
    ],
)
def test_verbs_and_participles_leave_the_parties_in_place(text: str, expected: set[str]) -> None:
    assert expected in [_sides(line) for line in _works(text)]
