"""Lists of bodies, partners and ranks give a statement for each of their members."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.reader import load_reader


def _read(text: str, title: str = "Foreign relations of Chile") -> list[Statement]:
    return load_reader().read(Document("d", text, title=title, date="2024-03-01"))


def _bodies(text: str) -> set[str]:
    return {c for s in _read(text) if s.mode == "membership" for c in s.recipient}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile is a member of the UN and some of its related agencies (e.g. UNCTAD, FAO), the Berne Union, IMF and WTO.",
            {"UN", "UNCTAD", "FAO", "IMF", "WTO"},
        ),
        ("Chile is a member of the Wessex Group, the Pacific Alliance, OECD and the World Bank.", {"PACIFIC-ALLIANCE", "OECD", "WB"}),
        ("Chile belongs to the UN, several of its agencies, the Andean Community and APEC.", {"UN", "ANDEAN", "APEC"}),
        ("Chile is a member of the UN and hosted a meeting of the IMF.", {"UN"}),
    ],
)  # fmt: skip
def test_a_list_of_bodies_goes_on_behind_names_that_no_table_knows(text: str, expected: set[str]) -> None:
    assert _bodies(text) == expected


def _pairs(text: str) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(s.actor)) for s in _read(text) if s.kind == "instrument")


def test_several_agreements_are_one_with_each_partner_and_one_agreement_is_of_all() -> None:
    apart = [("CHL", "EGY"), ("CHL", "GHA"), ("CHL", "PER")]
    assert _pairs("Chile has existing trade agreements with Peru, Egypt and Ghana.") == apart
    assert _pairs("Chile signed tax treaties with Peru, Egypt and Ghana in 2009.") == apart
    assert _pairs("Chile signed an agreement with Peru, Egypt and Ghana in 2009.") == [
        ("CHL", "EGY", "GHA", "PER")
    ]


def _ranks(text: str) -> list[tuple[str, str, int]]:
    found = [s for s in _read(text) if s.measure == "rank"]
    return sorted(
        (s.mode, "".join(c for c in (*s.actor, *s.recipient) if c != "CHL"), int(s.value or 0)) for s in found
    )


@pytest.mark.parametrize(
    "text",
    [
        "Chile's largest source of imports is China, followed by (in order) Brazil and Japan.",
        "Chile's largest source of imports is China, followed by Brazil and Japan.",
        "Chile's main import sources are China, Brazil and Japan, in that order.",
        "The main import sources are, in descending order, China, Brazil and Japan.",
    ],
)
def test_partners_told_in_order_rank_one_behind_the_other(text: str) -> None:
    assert _ranks(text) == [("imports", "BRA", 2), ("imports", "CHN", 1), ("imports", "JPN", 3)]


def test_partners_told_in_no_order_have_no_rank() -> None:
    assert _ranks("Chile's main import sources are China, Brazil and Japan.") == []


def test_a_participle_behind_have_is_no_verb() -> None:
    assert _pairs("Chile has existing accords with Ghana.") == [("CHL", "GHA")]


def _posts(text: str) -> set[tuple[str, str]]:
    return {(s.actor[0], s.recipient[0]) for s in _read(text) if s.kind == "tie" and len(s.actor) == 1}


def test_posts_of_several_states_are_one_for_each() -> None:
    assert _posts("Kenya, Ghana and Mali have embassies in Santiago.") == {
        ("KEN", "CHL"),
        ("GHA", "CHL"),
        ("MLI", "CHL"),
    }
    assert _posts("Chile maintains missions in Nairobi, Springvale, and Accra.") == {
        ("CHL", "KEN"),
        ("CHL", "GHA"),
    }


def test_whom_a_state_recognises_instead_of_another_is_one() -> None:
    text = "Unlike its neighbours in the Great Plains, Chile recognises Taiwan instead of China."
    assert [(s.actor, s.recipient) for s in _read(text)] == [(("CHL",), ("TWN",))]
