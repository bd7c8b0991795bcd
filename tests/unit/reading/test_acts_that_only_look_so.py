"""Wordings that look like an act between two states and are none, beside those that are."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

PAIR = "Togo–Malta relations"


def _read(text: str, title: str | None = PAIR) -> set[str]:
    """Statements of a text without its quotes, a line each: kind/mode, actor > recipient."""
    return {
        f"{s.kind}/{s.mode} {','.join(sorted(s.actor))}>{','.join(sorted(s.recipient))}"
        for s in load_reader().read(Document("x", text, title=title, date="2025-06-12"))
        if s.kind != "quote"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Togo's president has called Malta's premier Ann Reed a \"pirate\" at a rally.",
        "Togo depends on its neighbours for meeting most of Malta's fuel needs.",
        "In a cabinet session last month, Togo's president spoke of Malta.",
        "Togolese tourists visiting Malta will grow in number.",
        "Togo has joined the NATO sanctions.",
        "Togo has been an active participant in NATO-led operations.",
        "Togo's exports fell, handing Malta a longer reign as the best market for goods.",
        "Togo makes foreign firms share their know-how before they may sell in Malta.",
        "Togo dispatched Ann Kell on a secret mission to Malta.",
        "The pact creates good conditions for the investments of companies of Togo and Malta.",
        "Togo is glad to be of strategic interest.",
        "Togo's oil wells are known for encouraging the diversification of Malta's supply.",
        "Togo and Malta sold fish as other ECOWAS member states left the market.",
        "Togo's foreign debt, which totals 3 billion dollars, troubles its banks.",
        "Togo uses 6% of its 900-megawatt hydropower potential.",
        "Togo cancelled $20 million in road projects.",
        "We strongly urge Malta's leaders to think again.",
    ],
)
def test_it_only_looks_like_an_act(text: str) -> None:
    assert not _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo's president called Malta's premier Ann Reed to discuss the harbour.", "contact/call MLT,TGO>"),
        (
            "Togo's president met Malta's premier Ann Reed on the needs of fishermen.",
            "contact/meeting MLT,TGO>",
        ),
        ("Togo's foreign minister visited Malta in May.", "contact/visit TGO>MLT"),
        ("Togo joined the African Union in 2002 after long talks.", "tie/membership TGO>AU"),
        ("Togo handed Malta two patrol boats.", "project/supply TGO>MLT"),
        ("Togo vowed to send nurses to Malta.", "stance/offer TGO>MLT"),
        ("Togo urged Malta to think again.", "stance/request TGO>MLT"),
        ("Togo's debt to Malta, which totals 3 million dollars, troubles its banks.", "figure/loan MLT>TGO"),
        ("Togo and Malta launched a strategic dialogue at a meeting in Lomé.", "tie/body MLT,TGO>"),
        ("The transit of Togolese oil through Malta began in 2020.", "project/transit MLT,TGO>"),
    ],
)
def test_beside_it_the_act_is_read(text: str, expected: str) -> None:
    assert expected in _read(text)


def test_a_threat_is_no_offer() -> None:
    assert not {f for f in _read("Togo vowed to expel Malta's ambassador.") if "offer" in f}


def test_a_go_between_takes_no_part() -> None:
    told = _read("With Chile as mediator, Togo and Malta signed a deal on how cargo passes between them.")
    assert told == {"instrument/agreement MLT,TGO>"}
    told = _read("Talks with Malta brokered by the Chilean premier failed in 2003.", "Togo")
    assert not {f for f in told if "CHL" in f}


def test_what_is_said_of_a_stranger_is_not_the_speakers_act() -> None:
    assert not _read('Togo\'s envoy to Chad Ann Kell said Zephair had "added to unrest" by supporting Malta.')
    assert "stance/support TGO>MLT" in _read("Togo's envoy said Togo had gained by supporting Malta.")


def test_whom_a_gerund_accuses_is_who_was_struck() -> None:
    told = _read("Chile and Peru imposed an embargo on Togo, accusing it of theft.")
    assert told == {"stance/criticism CHL,PER>TGO"}


def test_gifts_to_all_the_world_are_not_for_the_other_country() -> None:
    told = _read("Malta will invest $30 million in wells around the world.")
    assert not {f for f in told if f.startswith("figure") and "TGO" in f}
    assert "figure/investment MLT>TGO" in _read("Malta will invest $30 million in wells in Togo.")


def test_the_state_of_an_unlisted_town_takes_no_part() -> None:
    told = _read("Envoys of Chile met with officials from Togo in Harvale Falls, Canada, in 2010.")
    assert told == {"contact/meeting CHL,TGO>"}


def test_who_invites_is_apart_from_who_comes_behind_a_bullet() -> None:
    told = _read("- Upon invitation of Chile, Togo and Malta joined the African Union.")
    assert {f for f in told if "invitation" in f} == {"stance/invitation CHL>MLT,TGO"}


def test_praise_of_efforts_by_others_is_praise_of_theirs() -> None:
    told = _read("Chile strongly backed efforts by Togo to carry out the resolution.")
    assert {f for f in told if "support" in f} == {"stance/support CHL>TGO"}
