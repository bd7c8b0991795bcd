"""Clefts, auxiliaries before their subject, and relative clauses with a subject of their own."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str) -> list[str]:
    found = load_reader().read(Document("a", text, date="2024-01-01"))
    return sorted(
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.date} {s.status}" for s in found
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Only in 2014 did Togo recognise Kosovo.", "tie/recognition TGO>XKX 2014 actual"),
        ("It was Togo that recognised Kosovo in 2014.", "tie/recognition TGO>XKX 2014 actual"),
        ("It was in 2014 that Togo recognised Kosovo.", "tie/recognition TGO>XKX 2014 actual"),
        ("It was the Chadian president who invited the king of Jordan.", "stance/invitation TCD>JOR None actual"),
        ("Only once, in 1987, has a Danish prime minister visited Bhutan.", "contact/visit DNK>BTN 1987 actual"),
        ("Never has a Danish prime minister visited Bhutan.", "contact/visit DNK>BTN None denied"),
        ("Nor did Ghana and Togo sign the agreement.", "instrument/agreement GHA+TGO> None denied"),
        (
            "It was not until 1990 that Mongolia and Chile established diplomatic relations.",
            "tie/diplomatic_relations MNG+CHL> 1990 actual",
        ),
        (
            "Mongolia and Chile did not establish diplomatic relations until 1990.",
            "tie/diplomatic_relations MNG+CHL> 1990 actual",
        ),
        ("Kosovo, which Togo recognised in 2014, is a small state.", "tie/recognition TGO>XKX 2014 actual"),
        ("Kosovo, which was recognised by Togo in 2014, is small.", "tie/recognition TGO>XKX 2014 actual"),
        (
            "Ghana, with which Togo signed a fisheries agreement in 2019, has a long coast.",
            "instrument/agreement TGO+GHA> 2019 actual",
        ),
        ("Peru, in which Chile has opened a consulate, is close.", "tie/consulate CHL>PER None actual"),
        (
            "The paper was signed during the state visit that the president of Mali made to Oman in May 2021.",
            "contact/visit MLI>OMN 2021-05 actual",
        ),
    ],
)  # fmt: skip
def test_an_act_is_read_whatever_comes_first(text: str, told: str) -> None:
    assert told in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was announced on Friday that Ghana grew last year.",
        "Only Togo grew last year, and Ghana did not.",
        "Not since the war has Bhutan grown so fast.",
    ],
)
def test_nothing_is_read_where_nothing_was_done(text: str) -> None:
    assert _read(text) == []


def test_the_subject_of_a_relative_clause_does_not_act_in_the_main_one() -> None:
    told = _read("Kosovo, which Togo recognised in 2014, opened an embassy in Oslo in 2020.")
    assert "tie/embassy XKX>NOR 2020 actual" in told
    assert not any("TGO>NOR" in t for t in told)
