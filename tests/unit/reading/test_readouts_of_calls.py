"""Readouts of calls: condolences, what comes next, what another state has to do, and whose "his", "for" and "efforts" are."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("call", text, title=title, date="2023-05-10")))


def _told(text: str, title: str | None = None) -> set[tuple[str, str, str]]:
    return {(f"{s.kind}/{s.mode}", "+".join(s.actor), "+".join(s.recipient)) for s in _read(text, title)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji's president expressed his condolences over the landslide in Nepal.", ("stance/support", "FJI", "NPL")),
        ("Togo and Benin agreed to remain in regular contact.", ("stance/interest", "TGO+BEN", "")),
        ("The ministers of Togo and Benin agreed that the two countries would continue to work together.", ("stance/interest", "TGO+BEN", "")),
        ("Laos and Nepal concurred to enhance dialogue between the two countries.", ("stance/interest", "LAO+NPL", "")),
        ("Laos and Nepal concurred that they would further expand exchanges.", ("stance/interest", "LAO+NPL", "")),
        ("The envoys of Malta and Oman called for steps to deepen relations between Valletta and Muscat.", ("stance/interest", "MLT+OMN", "")),
        ("Ireland's minister underlined the need for Serbia to honour the accord.", ("stance/request", "IRL", "SRB")),
        ("Ireland's minister insisted that Belarus must free trade and must stop the flights.", ("stance/request", "IRL", "BLR")),
        ("Ireland and Malta agreed that Belarus had violated the treaty.", ("stance/criticism", "IRL+MLT", "BLR")),
        ("The minister of Malta reiterated Malta's support for the political transition in Chad.", ("stance/support", "MLT", "TCD")),
        ("The president of Moldova expressed alarm at repeated Belarusian overflights.", ("stance/criticism", "MDA", "BLR")),
    ],
)  # fmt: skip
def test_acts_that_a_call_ends_with(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


def test_a_meeting_looked_forward_to_is_planned() -> None:
    text = "Fiji's premier spoke with the king of Tonga. The two leaders looked forward to meeting in person in Suva in June."
    met = [s for s in _read(text) if s.kind == "contact" and s.mode == "meeting"]
    assert [(set(s.actor), s.status, s.date) for s in met] == [({"FJI", "TON"}, "planned", "2023-06")]


def test_calls_from_several_are_a_call_each_and_they_congratulate() -> None:
    text = (
        "President Lawson of Togo received phone calls today from H.E. Ms. Ana Soto, President of Chile; and H.E. Mr. Ali Haji, "
        "President of Chad, congratulating him on his victory."
    )
    found = _told(text)
    assert ("stance/support", "CHL+TCD", "TGO") in found
    calls = {frozenset(actor.split("+")) for mode, actor, _ in found if mode == "contact/call"}
    assert calls == {frozenset({"TGO", "CHL"}), frozenset({"TGO", "TCD"})}


def test_a_letter_had_from_somebody_invites_whoever_has_it() -> None:
    text = "President Lawson of Togo received a letter from the king of Jordan, inviting him to Amman."
    assert ("stance/invitation", "JOR", "TGO") in _told(text)


def test_his_behind_a_joined_verb_is_of_whom_the_sentence_is_about() -> None:
    text = (
        "President Lawson of Togo stated that ties had grown since President Soto of Chile's visit to Lomé last year, and expressed "
        "his intention to deepen relations."
    )
    assert ("stance/interest", "TGO", "CHL") in _told(text)


@pytest.mark.parametrize("verb", ["assured", "informed", "reminded"])
def test_what_somebody_is_told_of_is_not_where_he_is_from(verb: str) -> None:
    text = f"Premier Rao of Nepal met President Silva of Angola. Rao {verb} President Silva of Nepal's continued support to Angola."
    assert {p.country for s in _read(text) for p in s.people if "Silva" in p.name} == {"AGO"}


def test_a_numbered_heading_gives_no_office_to_the_name_below_it() -> None:
    text = (
        "Mr. Jens Dahl, Minister for Foreign Affairs of Norway, met Ms. Ana Soto, Foreign Minister of Chile.\n2. Situation in Chad\n"
        "Minister Dahl explained that he encouraged Chad to undertake reforms."
    )
    assert ("stance/request", "NOR", "TCD") in _told(text)


@pytest.mark.parametrize("clock", ["(Kenya time)", "Nairobi time"])
def test_whose_clock_it_is_takes_no_part(clock: str) -> None:
    text = f"At 1:15 p.m. {clock}, the premier of Norway spoke by phone with the president of Peru."
    assert ("contact/call", "NOR+PER", "") in _told(text)


def test_whose_efforts_are_discussed_does_the_act() -> None:
    text = "Togo and Benin discussed Rwanda's efforts to continue supplying weapons to Mali."
    supplies = [s for s in _read(text) if s.kind == "project"]
    assert [(s.actor, s.recipient) for s in supplies] == [(("RWA",), ("MLI",))]


def test_for_behind_an_office_may_tell_what_its_holder_is_thanked_for() -> None:
    text = "President Lawson of Togo met Premier Rao of Nepal. President Lawson thanked the Premier for support provided by Nepal."
    assert ("stance/support", "TGO", "NPL") in _told(text)


def test_a_ministry_speaks_in_a_statement() -> None:
    text = 'The Ministry of Foreign Affairs of Malta in a statement on Monday said, "Malta stands by its friendship with Chad."'
    assert ("quote/direct", "MLT", "TCD") in _told(text)


def test_only_downing_street_calls_a_text_so() -> None:
    text = "The Prime Minister spoke to the President of Peru, Ana Soto, this evening. They spoke of trade between the UK and Peru."
    assert ("contact/call", "GBR+PER", "") in _told(text, "PM call with President Soto of Peru: 9 May 2023")


@pytest.mark.parametrize(
    "text",
    [
        "Ireland and Canada agreed to uphold the Belfast (Good Friday) Agreement.",
        "Togo and Benin agreed to coordinate closely in response to the drought.",
        "Togo and Benin discussed security in the gulf, where the fisheries pact protects both.",
    ],
)
def test_what_is_only_kept_or_worked_on_is_no_new_agreement(text: str) -> None:
    assert not [s for s in _read(text) if s.kind == "instrument"]


def test_the_importance_of_holding_talks_holds_none() -> None:
    assert not [
        s for s in _read("Togo and Benin noted the importance of continuing talks.") if s.kind == "contact"
    ]


def test_general_elections_are_nobody() -> None:
    text = (
        "President Lawson of Togo congratulated the premier of Nepal on his victory in the General Elections."
    )
    assert {p.name for s in _read(text) for p in s.people} == {"Lawson"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ties between Togo and Nepal grew and were raised to a strategic partnership in 2010.", ("tie/partnership", "TGO+NPL", "", "2010")),
        ("The embassy of Fiji in Lima burned in 2004 and was reopened in 2010.", ("tie/embassy", "FJI", "PER", "2010")),
    ],
)  # fmt: skip
def test_a_passive_behind_a_bare_and_shares_its_subject(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    found = {(f"{s.kind}/{s.mode}", "+".join(s.actor), "+".join(s.recipient), s.date) for s in _read(text)}
    assert expected in found


def test_a_call_on_a_day_of_the_week_asks_and_visits_nobody() -> None:
    text = "The ministers of Togo and Nepal praised the plan for Fiji, and they discussed the coalition call on Saturday."
    assert {mode for mode, _, _ in _told(text)} <= {"stance/support", "contact/meeting"}
    assert not [s for s in _read(text) if s.rule.startswith(("stance.request", "contact.call_on"))]
