"""Who is meant by "the trio", "its decision", "the association"; and when, where only the talks have a date."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader
from dragoman.reading.entities.parties import Gazetteer
from dragoman.reading.entities.people import find_people


def _read(text: str, title: str | None = None, date: str = "2024-05-10") -> list[Statement]:
    return load_reader().read(Document("a", text, title=title, date=date))


def _ties(
    text: str, title: str | None = None
) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str]]:
    return [(s.mode, s.actor, s.recipient, s.date, s.status) for s in _read(text, title) if s.kind == "tie"]


THREE = "Kenya, Uganda and Rwanda signed a railway pact in Kigali on Monday. "


@pytest.mark.parametrize("who", ["The three countries", "The trio", "They", "The three neighbours"])
def test_three_spoken_of_stay_three(who: str) -> None:
    assert _ties(f"{THREE}{who} launched a joint commission.")[0][1] == ("KEN", "UGA", "RWA")


def test_four_whom_nobody_named_are_no_pair() -> None:
    found = _read(f"{THREE}The four partners met in Rome.")
    assert [s for s in found if s.kind == "contact"] == []


def test_a_decision_is_carried_out_by_whose_it_is() -> None:
    text = "Ghana welcomed the decision of Fiji's government to break diplomatic relations with Chile."
    assert ("diplomatic_relations", ("FJI", "CHL"), (), None, "ended") in _ties(text)


def test_a_decision_condemned_is_not_the_speaker_s() -> None:
    text = "Ghana's president condemned the decision to establish diplomatic relations with Chile."
    assert all("GHA" not in actor for _, actor, *_ in _ties(text, title="Fiji and Chile talk"))


def test_the_association_is_the_body_named_before() -> None:
    text = "The Shanghai Cooperation Organisation met in Astana. India joined the association in 2017."
    assert ("membership", ("IND",), ("SCO",), "2017", "actual") in _ties(text)


def test_states_only_counted_are_nobody() -> None:
    text = "Fiji and Chile are at odds. At present fourteen states maintain embassies in Suva."
    assert _ties(text) == []


def test_states_counted_and_listed_are_those_listed() -> None:
    text = "Some members of the European Union (Spain, Greece and Cyprus) do not recognise the Republic of Kosovo."
    assert [actor for mode, actor, *_ in _ties(text) if mode == "recognition"] == [("ESP", "GRC", "CYP")]


def test_a_minister_speaks_for_the_state_that_opens_the_sentence() -> None:
    text = "Fiji will close its border with Tonga, Interior Minister Sereima Vakacegu said. Fiji is calm."
    (minister,) = find_people(text, Gazetteer.load().mentions(text))
    assert minister.country == "FJI"


@pytest.mark.parametrize(
    ("then", "dated"),
    [
        ("They launched a joint commission.", True),
        ("At the meeting the two ministers launched a joint commission.", True),
        ("A joint commission of Fiji and Chile works in Suva.", False),
    ],
)
def test_what_talks_also_did_has_their_date(then: str, dated: bool) -> None:
    found = _ties(f"The foreign ministers of Fiji and Chile met in Suva on 3 May 2024. {then}")
    assert [date for mode, _, _, date, _ in found if mode == "body"] == (["2024-05-03"] if dated else [])


def test_a_clause_with_where_has_the_date_before_it() -> None:
    text = "The president of Fiji visited Chile in March 2020, where the two leaders set up a joint council."
    assert ("body", ("FJI", "CHL"), (), "2020-03", "actual") in _ties(text)


def test_each_membership_has_the_date_behind_it() -> None:
    text = "Iceland was a founding member of the World Bank in 1946 and NATO in 1949."
    assert [(r, d) for _, _, r, d, _ in _ties(text)] == [(("WB",), "1946"), (("NATO",), "1949")]


def test_an_embassy_is_of_the_country_that_it_is_named_by() -> None:
    text = "Kenya's president opened the Polish embassy in Nairobi in 2014."
    assert ("embassy", ("POL",), ("KEN",), "2014", "actual") in _ties(text)


def test_an_embassy_s_turns_have_their_own_dates() -> None:
    text = "The Finnish embassy in La Paz was opened in 1979, closed in 1984 and reopened on May 18, 2009."
    assert [(d, st) for _, _, _, d, st in _ties(text)] == [
        ("1979", "actual"), ("1984", "ended"), ("2009-05-18", "actual"),
    ]  # fmt: skip


def test_him_is_not_who_invites() -> None:
    text = "Norway's premier met Fiji's president and invited him on an official visit to Norway."
    read = load_reader().read(Document("a", text))
    assert [(s.actor, s.recipient) for s in read if s.kind == "stance"] == [(("NOR",), ("FJI",))]


def test_what_a_minister_in_apposition_says_is_a_clause_of_its_own() -> None:
    text = (
        "Tomas Rua, prime minister of Fiji, said President Ana Silva of Peru has invited him to visit Lima."
    )
    read = load_reader().read(Document("a", text))
    assert [(s.actor, s.recipient) for s in read if s.kind == "stance"] == [(("PER",), ("FJI",))]


def test_a_portfolio_before_a_name_is_no_verb() -> None:
    text = "Latvian Minister of Transport and Trade Janis Ozols on Tuesday signed a treaty with Peru."
    read = load_reader().read(Document("a", text, date="2020-11-04"))
    assert [(s.kind, s.date) for s in read] == [("instrument", "2020-11-03")]


def test_an_envoy_is_received_where_he_is_posted() -> None:
    text = (
        "State Minister for Water Dr. Abel Tadesse met with Ambassador Mateja Novak, Ambassador of Slovenia to"
        " Ethiopia, on 5 March 2018."
    )
    read = load_reader().read(Document("a", text))
    assert [(s.mode, set(s.actor), s.date) for s in read] == [("meeting", {"SVN", "ETH"}, "2018-03-05")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At the kind invitation of the Togolese president, Fiji's president will visit Togo in May 2021.",
            [("visit", "FJI", "TGO"), ("invitation", "TGO", "FJI")],
        ),
        ("The Togolese president invited Fiji's president to visit Togo.", [("invitation", "TGO", "FJI")]),
        ("Fiji's president accepted an invitation to visit Togo.", [("visit", "FJI", "TGO")]),
    ],
)
def test_a_visit_is_told_beside_the_invitation_that_it_follows_and_not_beside_one_that_asks_for_it(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    read = load_reader().read(Document("a", text))
    found = [(s.mode, *s.actor, *s.recipient) for s in read if s.mode in ("visit", "invitation")]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("Chilean Foreign Minister Ana Rojas met the press. On Monday she will travel to Kenya.", [("CHL", "KEN")]),
        ("Chilean Foreign Minister Ana Rojas met the press. She said that a third of the money goes to Kenya.", []),
    ],
)  # fmt: skip
def test_whoever_a_pronoun_means_travels_as_one_who_is_named(
    text: str, visits: list[tuple[str, str]]
) -> None:
    read = load_reader().read(Document("a", text))
    assert [(*s.actor, *s.recipient) for s in read if s.mode == "visit"] == visits


def test_i_is_who_publishes_an_official_page_and_not_whoever_is_quoted_there() -> None:
    text = 'Today I will travel to Malawi and Kenya. In Kenya I will meet the president. "I will visit Fiji," said a guest.'
    page = Document("a", text, url="https://www.foreignminister.gov.au/releases/1.html")
    read = load_reader().read(page)
    assert sorted((*s.actor, *s.recipient) for s in read if s.mode == "visit") == [
        ("AUS", "KEN"),
        ("AUS", "MWI"),
    ]
    assert [{*s.actor} for s in read if s.mode == "meeting"] == [{"AUS", "KEN"}]
