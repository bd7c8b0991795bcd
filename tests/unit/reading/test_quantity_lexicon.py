"""The tables of money, units and hedges, each entry read in a sentence."""

from __future__ import annotations

import json

import pytest

from dragoman.reading.quantities import find_quantities
from dragoman.reading.quantities.lexicon import Money, Unit, load_quantity_lexicon

LEXICON = load_quantity_lexicon()


@pytest.mark.parametrize("code", sorted(LEXICON.codes))
def test_every_code_is_read_before_and_after_an_amount(code: str) -> None:
    for text in (
        f"They paid {code} 5 million for it",
        f"They paid 5 million {code} for it",
        f"worth {code}5m now",
    ):
        (quantity,) = find_quantities(text)
        assert (quantity.value, quantity.unit) == (5_000_000, code), text


@pytest.mark.parametrize(("name", "money"), sorted(LEXICON.names.items()))
def test_every_name_is_read_after_an_amount(name: str, money: Money) -> None:
    (quantity,) = find_quantities(f"They paid 500 million {name} for it")
    assert (quantity.value, quantity.unit) == (500_000_000 / money.parts, money.code)


@pytest.mark.parametrize(("sign", "money"), sorted(LEXICON.prefixes.items()))
def test_every_sign_is_read_before_an_amount(sign: str, money: Money) -> None:
    (quantity,) = find_quantities(f"They paid {sign}500 million for it")
    assert (quantity.value, quantity.unit) == (500_000_000, money.code)


UNITS = sorted(
    (phrase, meaning.id, meaning.factor)
    for phrases in LEXICON.after.values()
    for phrase, meaning in phrases
    if isinstance(meaning, Unit)
)


@pytest.mark.parametrize(("phrase", "unit", "factor"), UNITS)
def test_every_unit_is_read_after_an_amount(phrase: str, unit: str, factor: object) -> None:
    (quantity,) = find_quantities(f"It came to 7 {phrase}, they said")
    assert (quantity.value, quantity.unit) == (7 * factor, unit)  # type: ignore[operator]


@pytest.mark.parametrize("hedge", sorted({h.words for group in LEXICON.hedges.values() for h in group}))
def test_every_hedge_before_an_amount_opens_its_interval(hedge: str) -> None:
    (quantity,) = find_quantities(f"It is {hedge} $37 million")
    assert quantity.hedge is not None and quantity.text.endswith("$37 million")
    assert (quantity.low, quantity.high) != (36_500_000, 37_500_000)


def test_nothing_of_the_outside_cases_is_needed_to_know_a_currency(shared) -> None:
    """Every ISO code that the outside cases use is in the table."""
    path = shared / "data" / "reading" / "recognizers_text" / "NumberWithUnit_English_CurrencyModel.json"
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    codes = {r["Resolution"].get("isoCurrency") for c in cases for r in c["Results"] if r.get("Resolution")}
    assert codes - {None} <= LEXICON.codes
