"""What words leave open: docs/design/quantities.md."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.reading.quantities import find_quantities

D = Decimal
M = 1_000_000
B = 1_000_000_000

INTERVALS = {
    # §Q2 printed precision
    "$375.2 million": (D("375150000"), D("375250000")),
    "$375 million": (D("374500000"), D("375500000")),
    "$10 billion": (D("9.5") * B, D("10.5") * B),
    "USD 400,000": (395_000, 405_000),
    "$1.34": (D("1.335"), D("1.345")),
    "$303.6.": (D("303.55"), D("303.65")),
    "54%": (D("53.5"), D("54.5")),
    "86.5%": (D("86.45"), D("86.55")),
    "500 tonnes": (495, 505),
    "half a million euros": (450_000, 550_000),
    # §Q3 counts
    "14 bilateral meetings": (14, 14),
    "100 companies": (100, 100),
    "25,000 people": (24_950, 25_050),
    # §Q4 hedges
    "over 100 companies": (100, None),
    "more than $560 million": (560 * M, None),
    "at least 20 days": (20, None),
    "100+ firms": (100, None),
    "500 or more firms": (500, None),
    "up to $5 million": (None, 5 * M),
    "less than 5%": (None, 5),
    "as many as 300 trains": (None, 300),
    "nearly four times the figure": (D("3.5"), 4),
    "almost $10 billion": (9 * B, 10 * B),
    "nearly 300 firms": (270, 300),
    "about $10 billion": (9 * B, 11 * B),
    "about half of it": (D("0.45"), D("0.55")),
    "60 or so firms": (55, 65),
    "some 60 firms": (55, 65),
    "about a dozen firms": (D("10.8"), D("13.2")),
    "just over $10 billion": (10 * B, 11 * B),
    "exactly 25,000 people": (25_000, 25_000),
    # §Q5 multiples
    "48 times": (D("47.5"), D("48.5")),
    "2.5 times more": (D("2.45"), D("2.55")),
    "more than 11 times": (11, 12),
    "doubled": (D("1.5"), D("2.5")),
    "more than doubled": (2, 3),
    "more than halved": (D("0.4"), D("0.5")),
    # §Q6 vague
    "dozens of students": (24, None),
    "hundreds of firms": (200, None),
    "several firms": (3, None),
    # §Q7 ranges
    "$5-7 billion": (5 * B, 7 * B),
    "between 20 and 30": (20, 30),
    "more than 10 and less than 40": (10, 40),
    "top ten": (1, 10),
}


@pytest.mark.parametrize(("text", "interval"), INTERVALS.items())
def test_words_leave_open_what_the_conventions_say(text: str, interval: tuple[object, object]) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high) == interval


def test_a_rise_by_n_times_keeps_both_readings() -> None:
    multiple, money = find_quantities("Exports increased by more than 11 times to $303.6.")
    assert (multiple.low, multiple.high, multiple.alternative) == (11, 12, (12, 13))
    assert (money.value, money.unit, money.text) == (D("303.6"), "USD", "$303.6")


def test_times_the_figure_has_one_reading() -> None:
    (multiple,) = find_quantities("four times the amount")
    assert multiple.alternative is None


def test_the_two_ends_of_a_change_are_marked() -> None:
    start, end = find_quantities("Tariffs rose from 20% to 30%.")
    assert [(q.value, q.role) for q in (start, end)] == [(20, "from"), (30, "to")]


def test_a_hedge_belongs_to_the_span_and_is_named() -> None:
    (quantity,) = find_quantities("It lent up to about $5 million.")
    assert (quantity.text, quantity.hedge) == ("up to about $5 million", "up to")


def test_values_stay_exact_however_long() -> None:
    (quantity,) = find_quantities("$123,456,789,012,345.6789")
    assert quantity.value == D("123456789012345.6789")
