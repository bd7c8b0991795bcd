"""Two reports of one instrument and who signed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.statements import Evidence, Person, Statement
from dragoman.reconciling.lexicons import read_lexicon
from dragoman.reconciling.signatories import named_signers, signatory_findings


def _instrument(
    text: str, document: str, date: str = "2025-06-10", title: str = "memorandum on transport"
) -> Statement:
    return Statement(
        f"st_{document}", "instrument", "memorandum", ("KAZ", "SRB"), (), date, "actual",
        Evidence(document, 0, len(text), text), "test", 1.0, object=title,
    )  # fmt: skip


def _by(name: str, role: str, document: str, country: str = "KAZ", date: str = "2025-06-10") -> Statement:
    told = _instrument(f"The memorandum was signed by {role} {name}", document, date)
    return replace(told, people=(Person(name, role, country),))


def _found(*told: Statement, texts: dict[str, str] | None = None) -> list[str]:
    return [f.because for f in signatory_findings(told, texts or {})]


@pytest.mark.parametrize(
    "example", read_lexicon("signatories.yaml")["examples"], ids=lambda e: str(e["text"])[:30]
)
def test_the_examples_of_the_lexicon_name_their_signers(example: dict[str, object]) -> None:
    assert list(named_signers(str(example["text"]))) == example["names"]


ONE = "The memorandum was signed by Transport Minister Aldar Sant and Serbian Minister Mila Borić"
OTHER = (
    "It was signed by Deputy Prime Minister Timur Okan and Minister Mila Boric, in the presence of Ivo Tomas"
)


def test_two_signatories_of_one_memorandum_contradict_with_both_passages() -> None:
    (because,) = _found(_instrument(ONE, "a"), _instrument(OTHER, "b"))
    assert "Aldar Sant or Timur Okan" in because and ONE in because and "Ivo Tomas or" not in because


@pytest.mark.parametrize(
    "other",
    [
        _instrument(ONE.replace("Borić", "Boric"), "b"),  # two spellings of one name
        _instrument(OTHER, "b", date="2024-02-01"),  # another day
        _instrument(OTHER, "b", title="memorandum on sport"),  # another instrument
        _instrument("It was signed by Timur Okan", "b"),  # one side only
        _instrument("It was signed by Timur Okan and Petra Lind", "b"),  # nobody in common: nobody knows whom each stands for
    ],
)  # fmt: skip
def test_what_may_be_another_or_the_same_is_no_contradiction(other: Statement) -> None:
    assert not _found(_instrument(ONE, "a"), other)


def test_the_next_sentence_of_the_text_may_say_who_signed() -> None:
    first = "Kazakhstan and Serbia signed a memorandum on transport"
    texts = {"a": f"{first}. {ONE}. Trade grew.", "b": OTHER}
    assert len(_found(_instrument(first, "a"), _instrument(OTHER, "b"), texts=texts)) == 1


def test_two_holders_of_one_office_on_one_day_contradict_where_each_passage_names_one_side() -> None:
    (because,) = _found(
        _by("Aldar Sant", "Transport Minister", "a"), _by("Timur Okan", "transport minister", "b")
    )
    assert "Aldar Sant or Timur Okan" in because


@pytest.mark.parametrize(
    "other",
    [
        _by("Timur Okan", "Deputy Transport Minister", "b"),  # another office
        _by("Timur Okan", "Transport Minister", "b", country="SRB"),  # the other side
        _by("Aldar Sant", "Transport Minister", "b"),
        _by("Timur Okan", "Transport Minister", "b", date="2025-06"),  # some day of the month
    ],
)  # fmt: skip
def test_one_signer_each_in_other_offices_is_no_contradiction(other: Statement) -> None:
    assert not _found(_by("Aldar Sant", "Transport Minister", "a"), other)


@pytest.mark.parametrize(
    "role", ["Minister", "Deputy Prime Minister", "Ambassador", "First Deputy Foreign Minister"]
)
def test_offices_that_many_hold_are_not_compared(role: str) -> None:
    assert not _found(_by("Aldar Sant", role, "a"), _by("Timur Okan", role, "b"))
