"""Stances told on in running texts: deeds judged, joint speakers, offices told before their holders, releases of embassies."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("on", text, title=title, date="2024-01-01")))


def _stances(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    found = [s for s in _read(text, title) if s.kind == "stance"]
    return [(s.mode, "+".join(s.actor), "+".join(s.recipient)) for s in found]


def _quotes(text: str, title: str | None = None) -> list[tuple[str, str]]:
    found = [s for s in _read(text, title) if s.kind == "quote"]
    return [("+".join(s.actor), "+".join(s.recipient)) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico shut its border to cement. The Chilean government called the step a provocation.", ("criticism", "CHL", "MEX")),
        ("Norway cut the quota of Faroese boats. Iceland regretted the move.", ("criticism", "ISL", "NOR")),
        ("Norway cut the quota of Faroese boats. Malta applauded the decision.", ("support", "MLT", "NOR")),
        ("Togo has banned six trawlers, a decision Spain described as unfair.", ("criticism", "ESP", "TGO")),
        ("Oman is to publish the list. Yemen welcomed the announcement.", ("support", "YEM", "OMN")),
    ],
)  # fmt: skip
def test_a_deed_judged_is_of_who_did_it(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _stances(text, "News of the week")


@pytest.mark.parametrize(
    "text",
    [
        "The court in The Hague ruled on Monday. Chile and Peru had sued. Mali welcomed the decision.",
        "Chile and Bolivia spoke of water. Peru welcomed the decision of the court.",
        "Norway cut the quota. Iceland regretted the loss of jobs.",
    ],
)
def test_a_deed_of_others_is_of_nobody(text: str) -> None:
    assert _stances(text, "News of the week") == []


@pytest.mark.parametrize(
    "text",
    [
        "In a note issued in Rome, Italy and Malta condemned Libya.",
        "In a joint statement released in Valletta, Malta and Italy condemned Libya.",
    ],
)
def test_the_state_of_a_city_acts_behind_it(text: str) -> None:
    assert {frozenset(a.split("+")) for _, a, _ in _stances(text)} == {frozenset({"ITA", "MLT"})}


def test_a_city_and_its_state_only_say_where() -> None:
    found = _stances("At the summit in Lima, Peru, the ministers of Chile and Cuba condemned Mali.")
    assert found == [("criticism", "CHL+CUB", "MLI")]


def test_joint_speakers_speak_of_the_third() -> None:
    text = (
        "Botswana and Namibia rejected a British bill on trophies. “Nobody has ever asked the villages,” Botswana's minister, Ann Molefe, "
        "said. “They will hear much more of this,” Namibian minister Bob Shikongo said."
    )
    assert _quotes(text) == [("BWA", "GBR"), ("NAM", "GBR")]


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch ministry denied a report that it had promised Ghana a loan.",
        "Denmark denied that it had offered Chad help.",
        "Peru dismissed claims that it had promised Chile a port.",
    ],
)
def test_what_is_denied_is_no_offer(text: str) -> None:
    assert not [s for s in _stances(text) if s[0] == "offer"]


@pytest.mark.parametrize("verb", ["turned down", "appealed against", "refused"])
def test_an_office_told_first_is_of_the_name_behind(verb: str) -> None:
    text = f"Peru's energy minister {verb} the Bolivian price. “It is a price for the rich,” Ann Riquelme told the radio."
    assert ("PER", "BOL") in _quotes(text, "Peru and Bolivia argue over gas")


def test_a_release_is_of_its_embassy() -> None:
    text = (
        "The Embassy of Finland congratulates the people of Kenya. Ambassador Ann Salonen thanked the Kenyan government. "
        "“Kenya can count on us,” she said."
    )
    assert _quotes(text, "Embassy of Finland, Nairobi") == [("FIN", "KEN")]
    assert {(a, b) for _, a, b in _stances(text, "Embassy of Finland, Nairobi")} == {("FIN", "KEN")}


def test_thanks_conveyed_are_no_preposition() -> None:
    assert _stances("The minister conveyed Oman's thanks to Japan for its help.") == [
        ("support", "OMN", "JPN")
    ]
    assert _stances("Thanks to Japan, the Omani harbour is ready.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia is ready to host the next round of talks between Chad and Mali.", ("offer", "GEO", "TCD+MLI")),
        ("Chile was ready to step up its help to Haiti.", ("offer", "CHL", "HTI")),
    ],
)  # fmt: skip
def test_readiness_is_an_offer(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _stances(text)


def test_claims_and_neither_side_make_no_tie() -> None:
    text = "Ireland values Vietnam. It does not recognise any state's claims there. Neither side has threatened to recall its ambassador."
    assert not [s for s in _read(text, "Ireland and Vietnam") if s.kind == "tie"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Togo and Spain argue over fish", "The Spanish Embassy in Lomé asked the authorities to reconsider.", ("request", "ESP", "TGO")),
        ("Fiji thanks Japan", "The Japanese ambassador, Ann Mori, spoke in Suva. The envoy praised the island's reforms.", ("support", "JPN", "FJI")),
        ("Canberra to help Vanuatu", "Australia will help Vanuatu. Prime Minister Ann Bule expressed his nation's deep gratitude.", ("support", "VUT", "AUS")),
        ("Laos and Nepal meet", "Laos is on good terms with Nepal. Laos praised the grants that Nepal had paid, and promised more scholarships.", ("offer", "LAO", "NPL")),
        ("News of the week", "Chad and Mali are at odds over wells. Ghana appealed to both to show restraint.", ("request", "GHA", "TCD+MLI")),
    ],
)  # fmt: skip
def test_who_is_meant_is_told_before(title: str, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _stances(text, title)


@pytest.mark.parametrize(
    "text",
    [
        "The president of Chad accused Mali of lying and vowed that he would never set foot there.",
        "The Spanish minister in Lomé asked the staff to leave.",
    ],
)
def test_vows_never_to_offer_nothing(text: str) -> None:
    assert not [s for s in _stances(text) if s[0] in ("offer", "request")]
