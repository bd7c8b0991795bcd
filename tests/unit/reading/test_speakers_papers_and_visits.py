"""Speakers named behind their office, papers by their topics, visits made again, posts, calls and offers in company."""

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str):
    return load_reader().read(Document("a", text, date="2024-05-10"))


def _told(text: str) -> set[str]:
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.status} {s.date or ''}".strip()
        for s in _read(text)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "A foreign ministry spokesman, Musa Bako, told reporters that Fiji had broken its word.",
        "Its foreign minister, Musa Bako, said trade with Fiji would grow.",
        "The country's foreign minister, Musa Bako, said Fiji was a partner.",
    ],
)
def test_who_is_named_behind_an_office_speaks_for_the_state_told_of_before(sentence: str) -> None:
    told = [
        s for s in _read("Togo recalled its ambassador to Fiji on Monday. " + sentence) if s.kind == "quote"
    ]
    assert [(s.actor, s.recipient, s.people[0].name) for s in told] == [(("TGO",), ("FJI",), "Musa Bako")]


def test_who_maintains_an_embassy_is_no_source_of_the_claim() -> None:
    told = _read(
        "Togo has maintained an embassy in Fiji since 2005; the Fijian mission was reopened in 1995."
    )
    assert {s.mode for s in told} == {"embassy", "mission"}
    assert all(s.attribution is None for s in told)


def test_who_maintains_that_something_is_so_is_its_source() -> None:
    told = _read("Togo maintains that Fiji opened an embassy in Malta in 1995.")
    assert [s.attribution.source for s in told if s.kind == "tie"] == ["Togo"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a call on somebody, and a call on him to do something
        (
            "The Togolese minister will call on President Ana Rojas of Chile, who paid a visit to Lomé in March.",
            "contact/meeting TGO+CHL> planned",
        ),
        (
            "Togo's minister called on President Ana Rojas of Chile to free the crew.",
            "stance/request TGO>CHL actual",
        ),
        # an aside that has a time before the sentence's own
        (
            "Togo and Fiji will sign the treaty, which was drafted in 2019, in Lomé in May 2025.",
            "instrument/treaty TGO+FJI> planned 2025-05",
        ),
        (
            "Togo opened its embassy in Fiji, which had been closed in 1973, in March 1991.",
            "tie/embassy TGO>FJI actual 1991-03",
        ),
        # visits made once more
        (
            "President Lula of Brazil visited Ghana in April 2005, returning in April 2008.",
            "contact/visit BRA>GHA actual 2008-04",
        ),
        # a post in a town that no list knows
        (
            "In 1960 Brazil opened an embassy in Accra, followed by the Ghanaian embassy in Porto Alegre in 1962.",
            "tie/embassy GHA>BRA actual 1962",
        ),
        ("Togo offered to train Fijian nurses and, with Peru, doctors.", "stance/offer TGO>FJI actual"),
        (
            "Each year, eighteen young Fijians go to Togo on state scholarships.",
            "figure/students FJI>TGO actual",
        ),
    ],
)
def test_what_is_told(text: str, told: str) -> None:
    assert told in _told(text)


def test_a_call_told_of_is_with_whom_it_was_not_with_those_urged() -> None:
    text = (
        "Prime Minister Ana Rojas of Chile, speaking in Lomé, urged other members of the African Union to vote, "
        "and said she had discussed it by telephone with Togo's Musa Bako."
    )
    assert {t for t in _told(text) if "call" in t} == {"contact/call CHL+TGO> actual"}


@pytest.mark.parametrize(
    "text",
    ["Togo thanked Fiji for hosting some 7,000 Togolese teachers.", "Fiji hosted 40,000 Togolese refugees."],
)
def test_those_counted_whom_a_country_hosts_are_no_visit(text: str) -> None:
    assert not any(t.startswith("contact/visit") for t in _told(text))


def test_few_who_can_name_three_firms_count_none() -> None:
    assert _told("Few people in Lomé could name three Fijian companies.") == set()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            (
                "Agreements in force between Togo and Fiji include those on culture (1972), air services (2008, revised in "
                "2015) and a visa waiver for official passports (2006)."
            ),
            {"1972", "2008", "2006"},
        ),
        (
            "Togo and Fiji have signed agreements on culture (1972), air services (2008; amended 2015) and trade (2001).",
            {"1972", "2008", "2001"},
        ),
        (
            "The treaties in force between Togo and Fiji are those on extradition (1999) and legal help (signed in 2004).",
            {"1999", "2004"},
        ),
    ],
)
def test_each_paper_of_a_list_has_the_first_year_of_its_bracket(text: str, dates: set[str]) -> None:
    assert {s.date for s in _read(text) if s.kind == "instrument"} == dates


@pytest.mark.parametrize(
    "sentence",
    [
        "Last September, Minister Abel Were was in Ottawa for consultations.",
        "Prime Minister Abel Were was received in Ottawa in September 2023.",
    ],
)
def test_whose_the_visitor_is_follows_from_where_he_was(sentence: str) -> None:
    text = (
        "Togo and Canada established relations in 1970. Trade between Togo and Canada has grown.\n\n"
        + sentence
    )
    assert "contact/visit TGO>CAN actual 2023-09" in _told(text)


def test_a_firm_is_known_in_capitals_and_an_acting_president_is_no_verb() -> None:
    text = "A meeting of Acting President of Malta Abel Were and President of LUKOIL Vagit Alekperov took place at the site."
    assert _told(text) == {"contact/meeting MLT+RUS> actual"}
