"""Where no currency's word, code or sign stands, no amount of money is read: the gate rests on it."""

from __future__ import annotations

import random

from dragoman.reading.quantities import find_quantities
from dragoman.reading.quantities.currency_words import currency_places
from dragoman.reading.quantities.lexicon import load_quantity_lexicon

NUMBERS = (
    "5",
    "5.2",
    "1,500",
    "five",
    "a million",
    "2bn",
    "300k",
    "half a million",
    "hundreds of",
    "1/2",
    "10-billion",
)
SHAPES = (
    "worth {n} {c} to", "worth {n}{c} to", "of {c}{n} in", "of {c} {n} in", "{n}-{c} loan", "({c}{n})",
    "[{c}] {n}", "{n} [{c}]", "{n} M{c}", "{n} {c}bn", "k{c} {n}", "x {c}{n}-{n} y",
)  # fmt: skip


def test_every_amount_of_money_stands_beside_a_word_code_or_sign() -> None:
    lexicon = load_quantity_lexicon()
    rng = random.Random(3)
    spelled = sorted(
        {*lexicon.prefixes, *lexicon.folded, *lexicon.names, *lexicon.codes, *lexicon.lower_codes}
    )
    read = 0
    for sign in spelled:
        for currency in (sign, sign.upper(), sign.lower(), sign.title(), sign.replace(" ", "\n")):
            text = rng.choice(SHAPES).format(n=rng.choice(NUMBERS), c=currency)
            if any(q.kind == "money" for q in find_quantities(text)):
                read += 1
                assert currency_places(text, text.lower()), text
    assert read > 1000


def test_words_that_only_contain_a_currency_are_passed_over() -> None:
    for text in ("nine tents and wonders of yesteryear", "all try the pen", "a smart park ranger"):
        assert currency_places(text, text.lower()) == [], text
    assert currency_places("It cost 5 rand.", "it cost 5 rand.") == [10]
    assert currency_places("It cost EURbn 5.", "it cost eurbn 5.") == [8]
