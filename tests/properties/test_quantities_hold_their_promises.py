"""What holds for amounts in any text whatever."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.quantities import find_quantities

WORDS = [
    "5", "1,234", "12.5", "1/2", "½", "2024", "three", "twenty", "hundred", "thousand", "million", "billions", "dozens", "half", "a",
    "and", "of", "to", "-", "–", "between", "from", "over", "nearly", "up to", "about", "or more", "+", "%", "percent", "percentage points",
    "$", "€", "USD", "US$", "euros", "Kazakhstani tenge", "cents", "tonnes", "km", "bcm", "years", "times", "fold", "doubled", "third",
    "largest", "ranks", "companies", "(", ")", ".", ",", "\n", "\n\n", "in", "May", "rose", "by", "point", "one", "several", "x", "m", "İ",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(WORDS), max_size=30).flatmap(
    lambda words: st.sampled_from([" ", "", "-"]).map(lambda gap: gap.join(words))
)


def check(text: str) -> None:
    before = 0
    for q in find_quantities(text):
        assert q.start >= before, "sorted, not overlapping"
        assert q.text == text[q.start : q.end] and q.text
        before = q.end
        if q.low is not None and q.high is not None:
            assert q.low <= q.high
        if q.value is not None:
            assert q.low is None or q.low <= q.value
            assert q.high is None or q.value <= q.high


@given(SOUP)
def test_offsets_slice_to_the_text_and_values_lie_in_their_interval(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    check(text)


SCALES = {
    "": 1,
    " thousand": 10**3,
    " million": 10**6,
    " billion": 10**9,
    " trillion": 10**12,
    " lakh": 10**5,
    " crore": 10**7,
}
STYLES = [
    ("${}", "USD"), ("US$ {}", "USD"), ("USD {}", "USD"), ("{} USD", "USD"), ("{} US dollars", "USD"), ("€{}", "EUR"), ("{} €", "EUR"),
    ("EUR {}", "EUR"), ("{} euros", "EUR"), ("£{}", "GBP"), ("¥{}", "JPY"), ("{} yen", "JPY"), ("{} Kazakhstani tenge", "KZT"),
    ("{} tenge", "KZT"), ("{} Turkish liras", "TRY"), ("TRY {}", "TRY"), ("A${}", "AUD"), ("HK${}", "HKD"), ("CHF {}", "CHF"),
    ("{} Swiss francs", "CHF"), ("₹{}", "INR"), ("Rs {}", "INR"), ("{} Indian rupees", "INR"), ("{} leva", "BGN"), ("{} %", "percent"),
    ("{} percent", "percent"), ("{} tonnes", "t"), ("{} km", "km"), ("{} kWh", "kWh"), ("{} TEU", "TEU"),
]  # fmt: skip


@given(
    st.integers(1, 999_999_999),
    st.integers(0, 3),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(STYLES),
    st.sampled_from(["plain", "commas"]),
)
def test_an_amount_written_in_any_style_is_read_back_exactly(
    digits: int, decimals: int, scale: str, style: tuple[str, str], grouping: str
) -> None:
    value = Decimal(digits).scaleb(-decimals)
    printed = f"{value:,f}" if grouping == "commas" else f"{value:f}"
    template, unit = style
    text = f"It came to {template.format(printed + scale)} then."
    found = find_quantities(text)
    assert [(q.value, q.unit) for q in found] == [(value * SCALES[scale], unit)]
    assert found[0].text == template.format(printed + scale)


UNITS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, joiner: str) -> str:
    if number >= 1000:
        for size, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
            if number >= size:
                rest = number % size
                head = f"{spelled(number // size, joiner)} {name}"
                if not rest:
                    return head
                return head + (joiner if rest < 100 else " ") + spelled(rest, joiner)
    if number >= 100:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (joiner + spelled(rest, joiner) if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@given(st.integers(2, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_a_spelled_out_number_is_read_back_exactly(number: int, joiner: str) -> None:
    text = f"They sold {spelled(number, joiner)} euros of goods"
    assert [(q.value, q.unit) for q in find_quantities(text)] == [(Decimal(number), "EUR")]


HOSTILE = ["1", "1 ", "one ", "million ", "one hundred and ", "1,", "1.", "1-", "5 to ", "$", "$5 ", "a half of ", "5% ", "tens of ",
           "between 5 and ", "over about ", "one point ", "111 ", "from 5 to 6 ", "+1 ", "twenty-", "USD ", "third ", "\n5"]  # fmt: skip


def work(text: str) -> int:
    """Calls of Python functions while reading: grows with time, but is the same on every machine."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    find_quantities("")
    sys.setprofile(count)
    try:
        find_quantities(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_in_step_with_the_length_of_a_hostile_text(piece: str) -> None:
    small, large = (work(piece * (size // len(piece))) for size in (4_000, 16_000))
    assert large <= 4.6 * small + 500


def test_the_same_amount_far_into_a_long_text_has_the_right_offsets() -> None:
    text = "Nothing here counts.\n\n" * 12_000 + "It cost $5 million for 14 bridges."
    money, count = find_quantities(text)
    assert (text[money.start : money.end], money.value) == ("$5 million", Decimal(5_000_000))
    assert count.noun_span is not None and text[slice(*count.noun_span)] == "bridges"
