"""Firms that a text gives a country, state banks that lend, lines named by their ends, and dealings at home."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

Read = tuple[str, tuple[str, ...], tuple[str, ...], str]


def read(text: str, title: str | None = None) -> set[Read]:
    """Kind and mode, actor and recipient (sorted) and status, without quotes."""
    return {
        (f"{s.kind}/{s.mode}", tuple(sorted(s.actor)), tuple(sorted(s.recipient)), s.status)
        for s in load_reader().read(Document("text", text, title=title, date="2031-06-22"))
        if s.kind != "quote"
    }


def sums(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...], float | None]]:
    return {
        (s.mode, tuple(sorted(s.actor)), tuple(sorted(s.recipient)), float(s.value) if s.value else None)
        for s in load_reader().read(Document("text", text, date="2031-06-22"))
        if s.kind == "figure"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian builder Polimex Holding has been busy. Polimex will build a port in Ghana.",
        "Oslo-based Hanra won over rivals from Japan. Hanra will build a port in Ghana.",
        "Contracts went to Renko, a Norwegian contractor. Renko will build a port in Ghana.",
    ],
)
def test_a_firm_is_of_the_country_that_the_text_gives_it(text: str) -> None:
    assert ("project/construction", ("NOR",), ("GHA",), "planned") in read(text)


def test_a_firm_without_a_nationality_is_of_nobody() -> None:
    assert read("Builder Tasar is busy. Tasar will build a port in Ghana.") == set()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya Airways has resumed its Nairobi–Oslo service.", ("KEN", "NOR")),
        ("The carrier dropped its Lima–Oslo flights last autumn.", ("NOR", "PER")),
        ("The Peruvian carrier is adding direct flights to Oslo.", ("NOR", "PER")),
        ("Bravo Airways is increasing frequencies between Lima and Oslo.", ("NOR", "PER")),
    ],
)
def test_flights_are_links_of_the_two_ends(text: str, parties: tuple[str, ...]) -> None:
    assert ("tie/link", parties) in {(kind, actor) for kind, actor, _, _ in read(text)}


def test_a_service_to_an_airport_builds_nothing() -> None:
    found = read("Eurowings of Germany has inaugurated a new service from Hamburg to Oslo City Airport.")
    assert {kind for kind, *_ in found} == {"tie/link"}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's finance ministry signed a loan agreement with the Ghana Commercial Bank.",
        "Ghana Railways signed a contract with the Ghana Ports Authority on Monday.",
        "The government of Ghana approved $20 million for the repair of roads in Accra.",
    ],
)
def test_dealings_at_home_take_in_nobody_else(text: str) -> None:
    assert not any("TGO" in (*actor, *to) for _, actor, to, _ in read(text, title="Ghana and Togo"))


def test_neighbours_are_others_than_the_country_itself() -> None:
    found = read("Peru signed an agreement with Peru's neighbour Chile.")
    assert ("instrument/agreement", ("CHL", "PER"), (), "actual") in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "China Exim Bank will provide $3 billion for a railway in Kenya.",
            ("loan", ("CHN",), ("KEN",), 3e9),
        ),
        ("Norway will lend $3 million for a dam in Mali.", ("loan", ("NOR",), ("MLI",), 3e6)),
        (
            "A school in Mali received a grant of 3 million euros from Norway.",
            ("aid", ("NOR",), ("MLI",), 3e6),
        ),
        (
            "The Saudi Fund for Development signed a loan agreement worth $4 million with the premier of Belize.",
            ("loan", ("SAU",), ("BLZ",), 4e6),
        ),
        (
            "Norway has allocated 7 million euros to a pipeline between Benin and Togo.",
            ("aid", ("NOR",), ("BEN", "TGO"), 7e6),
        ),
        ("Germany has put up €10 million for a clinic in Tunisia.", ("aid", ("DEU",), ("TUN",), 1e7)),
    ],
)
def test_money_for_works_is_lent_by_banks_and_given_by_states(
    text: str, told: tuple[str, tuple[str, ...], tuple[str, ...], float]
) -> None:
    assert told in sums(text)


def test_counted_yen_loans_and_shares_of_revenue_are_no_flows() -> None:
    assert sums("The two yen loan projects in Manila please the Philippine minister and Japan.") == set()
    assert sums("Power exports provide 40% of Bhutan's domestic revenues, India's envoy knows.") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The bridge in Laos will be designed and built by a Peruvian firm.", "planned"),
        ("The bridge in Laos is to be designed, built and operated by a Peruvian firm.", "planned"),
        ("The bridge in Laos would be financed and built by Peru.", "proposed"),
        ("The bridge in Laos was designed and built by Peru.", "actual"),
    ],
)
def test_joined_participles_share_the_auxiliary(text: str, status: str) -> None:
    assert ("project/construction", ("PER",), ("LAO",), status) in read(text)


def test_numbered_papers_further_down_a_list_are_signed_too() -> None:
    text = (
        "The ministers of Peru and Chile signed four papers in Lima. Among the signed documents are;\n\n"
        "1. Agreement between the Ministry of Health of Peru and the Ministry of Health of Chile on vaccines.\n\n"
        "Its goal is growth.\n\n"
        "2. Memorandum between the Ministry of Energy of Peru and the Ministry of Energy of Chile on a dam."
    )
    assert {"instrument/agreement", "instrument/memorandum"} <= {kind for kind, *_ in read(text)}


def test_jets_behind_their_make_are_things() -> None:
    found = read("Norway has approved the sale of 25 F-16 jets to Morocco.")
    assert found == {("project/supply", ("NOR",), ("MAR",), "planned")}
