"""What stands beside an act in its sentence: asides, openings, times, who told it, and where it was done."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None) -> list[Statement]:
    return list(load_reader().read(Document("aside", text, title=title, date="2024-05-15")))


def _told(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    found = _read(text, title)
    return [(f"{s.kind}/{s.mode}", "+".join(sorted(s.actor)), "+".join(sorted(s.recipient))) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru, however, recognised Kosovo in 2008.", ("tie/recognition", "PER", "XKX")),
        ("Peru will, in turn, open an embassy in Hanoi.", ("tie/embassy", "PER", "VNM")),
        ("Senegal, which has no coal of its own, imports power from Mauritania.", ("project/supply", "MRT", "SEN")),
        ("Finland, whose forests are vast, wants Norway to share its maps.", ("stance/request", "FIN", "NOR")),
        ("President Ana Soto of Peru, who took office in May, visited Ghana.", ("contact/visit", "PER", "GHA")),
        ("Bolivia (population 12 million) respects Peru's territorial integrity.", ("stance/support", "BOL", "PER")),
    ],
)  # fmt: skip
def test_a_subject_keeps_its_verb_behind_an_aside(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


def test_an_act_behind_an_aside_keeps_its_time_and_status() -> None:
    (gas,) = [
        s
        for s in _read("Gas deliveries from Norway to Latvia, which has no wells, were halted in May 2022.")
        if s.kind == "project"
    ]
    assert (gas.status, gas.date) == ("ended", "2022-05")


def test_what_an_aside_tells_is_told_once() -> None:
    told = _told("Togo, which signed a fishing accord with Oman in 2003, opened an embassy in Muscat.")
    assert told.count(("instrument/agreement", "OMN+TGO", "")) == 1
    assert ("tie/embassy", "TGO", "OMN") in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Benin on Monday asks Togo for more water.", ("stance/request", "BEN", "TGO")),
        ("Kenya last week depends on Uganda for most of its power.", ("project/supply", "UGA", "KEN")),
        ("In recent years, Slovenia wants guarantees from Croatia.", ("stance/request", "SVN", "HRV")),
        ("The ministry confirmed that in 1962 Chad expelled 300 Beninese nationals.", ("stance/criticism", "TCD", "BEN")),
        ("Although rents rose, Chile, Peru and Panama signed a fishing accord.", ("instrument/agreement", "CHL+PAN+PER", "")),
        ("Although rents rose, Chile's president and his Cuban colleague dined together in Arica.", ("contact/meeting", "CHL+CUB", "")),
        ("Officials said a cable linking Iceland, Ireland and Norway is planned.", ("project/integration", "IRL+ISL+NOR", "")),
        ("It said the Cuban president landed at Oslo airport.", ("contact/visit", "CUB", "NOR")),
        ("Oman's government wants Yemen to free the crew.", ("stance/request", "OMN", "YEM")),
    ],
)  # fmt: skip
def test_who_acts_behind_an_opening_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Cuban president landed at Oslo airport as rents went up.", ("contact/visit", "CUB", "NOR")),
        ("Iceland turned to Ireland for help after the harbour burned down.", ("stance/request", "ISL", "IRL")),
        ("The Cuban and Chilean presidents agreed by telephone to speed up the work.", ("contact/call", "CHL+CUB", "")),
        ("Oslo and Lima signed a fisheries related accord.", ("instrument/agreement", "NOR+PER", "")),
        ("A newly appointed minister told reporters that Gabon would open an embassy in Lima.", ("tie/embassy", "GAB", "PER")),
    ],
)  # fmt: skip
def test_a_verb_of_the_past_stays_one(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


def test_an_envoy_newly_accredited_meets_who_takes_the_letters_and_serves_no_third_state() -> None:
    told = _told("Newly accredited Ambassador of Gabon presented her credentials to President Soto of Peru.")
    assert ("contact/meeting", "GAB+PER", "") in told
    assert not any(kind == "tie/mission" for kind, _, _ in told)


@pytest.mark.parametrize(
    "text",
    [
        "Gabon and Peru exchanged notes on visas, according to a statement.",
        "Gabon recalled its ambassador to Peru, according to the statement.",
    ],
)
def test_a_statement_that_is_only_cited_is_no_declaration(text: str) -> None:
    assert not any(kind == "instrument/declaration" for kind, _, _ in _told(text))


def test_who_told_of_a_base_does_not_visit_it() -> None:
    assert not any(
        kind == "contact/visit" for kind, _, _ in _told("Gabon hosts a French naval base, officials said.")
    )


def test_where_a_programme_is_launched_is_not_what_is_built() -> None:
    told = _told("Norway has launched a reading programme in Gabon at a ceremony in the presidential palace.")
    assert ("project/venture", "NOR", "GAB") in told
    assert not any(kind == "project/construction" for kind, _, _ in told)


def test_a_day_to_come_stays_to_come_whoever_told_of_it() -> None:
    visits = [
        s
        for s in _read("The Cuban president is due in Oslo on Friday, a spokesman said.")
        if s.kind == "contact"
    ]
    assert [(s.status, s.date) for s in visits] == [("planned", "2024-05-17")]


def test_a_quotation_that_names_who_met_tells_a_meeting() -> None:
    assert ("contact/meeting", "GAB+PER", "") in _told(
        "“Gabon and Peru held talks on fisheries in Lima,” the official said."
    )
    assert not any(
        kind.startswith("contact")
        for kind, _, _ in _told("“Our talks on fisheries with Gabon go on,” Peru's minister said.")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gabon was hit by a flood. Italian experts restored three bridges in the country.", ("project/modernisation", "ITA", "GAB")),
        ("Gabon was hit by a flood. Cameroon buys power from the country under a contract for ten years.", ("project/supply", "GAB", "CMR")),
        ("Gabon was hit by a flood. In 2016 the Cuban president flew there on a state visit.", ("contact/visit", "CUB", "GAB")),
        ("Gabon was hit by a flood. Cuban planes brought medicine there.", ("project/supply", "CUB", "GAB")),
    ],
)  # fmt: skip
def test_the_country_told_of_before_is_where_others_act(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _told(text)


def test_whose_country_it_is_stays_the_subject() -> None:
    told = _told("Gabon was hit by a flood. Cuba has closed most ports in the country.")
    assert not any("GAB" in (actor, recipient) for _, actor, recipient in told)


def test_an_embassy_is_of_one_where_both_countries_stand_in_a_remark() -> None:
    told = _told(
        "Cuba's embassy in Libreville, Gabon, closed in 2002, as lawyers had asked (for the courts of both countries)."
    )
    assert ("tie/embassy", "CUB", "GAB") in told
