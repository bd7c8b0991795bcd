"""Who visits whom and who meets: journeys told beside visits, offices without a country, delegations, joined talks."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def told(text: str, kind: str = "contact") -> list[Told]:
    read = load_reader().read(Document("a", text, title=None, date="2031-05-07"))
    return [(s.mode, s.actor, s.recipient) for s in read if s.kind == kind]


def visits(text: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(actor, host) for mode, actor, host in told(text) if mode == "visit"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ann Tolo arrived in Malta following a visit to Peru.",
        "Kenyan President Ann Tolo travelled to Malta after a trip to Peru.",
        "Kenyan President Ann Tolo flew to Malta on Monday ahead of her visit to Peru.",
    ],
)
def test_a_journey_and_a_visit_have_each_their_place(text: str) -> None:
    assert visits(text) == {(("KEN",), ("MLT",)), (("KEN",), ("PER",))}


def test_a_tour_goes_on_from_where_somebody_arrived() -> None:
    text = "Egypt's president arrived in Malta on Monday for a tour to countries including Peru and Chad."
    assert visits(text) == {(("EGY",), (host,)) for host in ("MLT", "PER", "TCD")}


@pytest.mark.parametrize(
    "text",
    [
        "This was the first bilateral visit of a Kenyan minister to Malta since 1987.",
        "It was the Kenyan minister's first bilateral visit to Malta.",
    ],
)
def test_a_bilateral_visit_is_of_its_visitor(text: str) -> None:
    assert (("KEN",), ("MLT",)) in visits(text)


def test_nobody_visits_his_own_country() -> None:
    text = (
        "Maltese minister Joe Borg said that the Omani ruler would begin his first visit to Malta on Sunday."
    )
    assert visits(text) == {(("OMN",), ("MLT",))}


def test_bilateral_talks_are_of_those_named() -> None:
    text = "Peru and Chad quarrel. Kenya's minister will hold bilateral talks with Omani premier Said Badri."
    assert ("meeting", ("KEN", "OMN"), ()) in told(text)
    assert told("Peru and Chad quarrel. The three leaders are to hold bilateral talks on Sunday.") == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Kenya's president met many African leaders, including Chadian President Idriss Tolo and Mali's premier.",
            {"KEN", "TCD", "MLI"},
        ),
        ("A Kenyan delegation met with senior officials in Malta and Peru.", {"KEN", "MLT", "PER"}),
        ("Kenyan envoys held talks with government officials in Peru.", {"KEN", "PER"}),
        ("The phone call that Kenya's president had with the Omani sultan lasted an hour.", {"KEN", "OMN"}),
        (
            "The Ambassador of Malta to Chad, Ann Reed, called on Minister for Energy Idriss Tolo.",
            {"MLT", "TCD"},
        ),
    ],
)
def test_whom_somebody_meets(text: str, parties: set[str]) -> None:
    assert [set(actor) for _, actor, _ in told(text) if len(actor) > 1] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "In Peru the Kenyan president is to meet with Kenyan nationals.",
        "Kenya's premier has met opposition over the accord with Peru.",
        "Kenya's envoy arrived in Doha and is to take part in the talks.",
        "Kenya's president left for Peru to attend the Meeting of the Heads of Government of the Commonwealth.",
        "Officials in Peru met Kenyan demands.",
    ],
)
def test_whom_nobody_meets(text: str) -> None:
    assert not [actor for mode, actor, _ in told(text) if mode == "meeting"]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Foreign Minister Ann Tolo will visit Malta next week, the Kenyan foreign ministry said.", "KEN"),
        ("Defence Minister Ann Tolo will visit Malta, the defence ministry in Lisbon announced.", "PRT"),
        ("Special Envoy Ann Tolo will visit Malta, the U.S. State Department said.", "USA"),
        ("Foreign Minister Ann Tolo will visit Malta, according to the Omani Foreign Ministry.", "OMN"),
    ],
)
def test_a_minister_is_of_the_state_whose_ministry_says_so(text: str, home: str) -> None:
    assert visits(text) == {((home,), ("MLT",))}


def test_a_ministry_of_the_host_tells_no_visitor() -> None:
    text = "Foreign Minister Ann Tolo arrived in Malta, the Maltese foreign ministry said."
    assert visits(text) == set()


def test_the_delegation_is_the_one_told_of() -> None:
    text = (
        "A delegation of 15 lawmakers of Kenya left for Malta. The delegation will travel to Peru on Friday."
    )
    assert (("KEN",), ("PER",)) in visits(text)


def test_the_president_is_the_one_who_acted_last() -> None:
    text = "Kenyan President Ann Tolo met Peru's President Juan Vega. The President will travel to Malta on Friday."
    assert (("KEN",), ("MLT",)) in visits(text)
    text = "Kenyan President Ann Tolo met Peru's President Juan Vega. Peru said that the president will visit Malta."
    assert (("PER",), ("MLT",)) in visits(text)


def test_he_is_whoever_opens_the_sentence_by_office() -> None:
    text = (
        "Kenyan Foreign Minister Ann Tolo visited Chad. The foreign minister will then receive Peru's envoy Juan Vega. "
        "She will fly to Malta on Sunday."
    )
    assert (("KEN",), ("MLT",)) in visits(text)


def test_leaders_of_the_last_century_need_no_country() -> None:
    assert visits("President Roosevelt travelled to Morocco in January 1943.") == {(("USA",), ("MAR",))}
    assert visits("Golda Meir visited Ghana in 1958.") == {(("ISR",), ("GHA",))}


def test_a_telephonic_conversation_is_a_call() -> None:
    assert told("Oman's minister held a telephonic conversation with his Kenyan counterpart.")[0][0] == "call"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Tolo left for Malta on Sunday.", "MLT"),
        ("She is expected to depart for Malta.", "MLT"),
        ("She is due in Malta on Friday.", "MLT"),
        ("She has been to Malta twice.", "MLT"),
        ("Tolo came to Malta in 2023.", "MLT"),
    ],
)
def test_journeys_of_somebody_named_before(text: str, host: str) -> None:
    assert visits(f"Kenya's president Ann Tolo spoke. {text}") == {(("KEN",), (host,))}


@pytest.mark.parametrize(
    "text",
    [
        "She came to see Malta as a friend.",
        "She is due in court in Malta.",
        "Tolo left for the European Union summit.",
        "Kenyan tea left for Malta.",
    ],
)
def test_no_journeys(text: str) -> None:
    assert visits(f"Kenya's president Ann Tolo spoke. {text}") == set()
