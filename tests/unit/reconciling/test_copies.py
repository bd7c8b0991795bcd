"""One claim told twice is not two confirmations."""

from __future__ import annotations

from dragoman.reconciling.copies import copied
from tests.unit.reconciling.told import figure, millions, one


def test_the_same_last_digit_is_one_claim() -> None:
    told = [
        millions(
            "trade", "KAZ,BGR", "2024", "375.2", document="a", text="In 2024 trade reached $375.2 million"
        ),
        millions("trade", "KAZ,BGR", "2024", "375.2", document="b", text="The turnover was $375.2 million"),
    ]
    f = one(told, rule="same")
    assert f.verdict == "holds" and "one claim" in f.because and len(f.statements) == 2


def test_round_figures_in_different_words_are_two_voices() -> None:
    a = figure("trade", "KAZ,BGR", "2024", 5e9, text="trade of five billion", document="a")
    b = figure("trade", "KAZ,BGR", "2024", 5e9, text="exchange stood at $5 bn", document="b")
    assert copied(a, b) is None


def test_the_same_words_are_one_claim() -> None:
    words = "trade rose to five billion dollars last year"
    a = figure("trade", "KAZ,BGR", "2024", 5e9, text=words, document="a")
    b = figure("trade", "KAZ,BGR", "2024", 5e9, text=words + " again", document="b")
    assert copied(a, b) == "in the same words"


def test_documents_that_share_several_figures_are_not_independent() -> None:
    told = []
    for document in ("a", "b"):
        for n, year in enumerate(("2021", "2022", "2023", "2024")):
            words = {"a": "a rise to", "b": "it stood around"}[document]
            text = f"{words} number {document}{n}"
            told.append(millions("trade", "KAZ,BGR", year, f"{n + 2}", document=document, text=text))
    f = one(told, rule="same", period="2024")
    assert "share" in f.because and "one claim" in f.because


def test_two_precisions_of_one_value_agree() -> None:
    told = [
        millions("trade", "KAZ,BGR", "2024", "375.2", document="a"),
        millions("trade", "KAZ,BGR", "2024", "375", document="b"),
    ]
    assert "two precisions" in one(told, rule="same").because


def test_a_loan_told_twice_is_one_claim_and_another_loan_is_another() -> None:
    told = [
        millions("loan", "CHN>KAZ", "2024", "125.5", document="a", text="a loan of $125.5 million"),
        millions("loan", "CHN>KAZ", "2024", "125.5", document="b", text="lending $125.5 million"),
        millions("loan", "CHN>KAZ", "2024", "200", document="b", text="and $200 million more"),
    ]
    f = one(told, rule="same")
    assert f.verdict == "holds" and len(f.statements) == 2 and "one claim" in f.because
