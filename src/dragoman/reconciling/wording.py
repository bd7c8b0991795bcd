"""Numbers, series and lists as a reader would write them in a sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval
from dragoman.model.messages import in_a_row, say
from dragoman.reconciling.spoken import party_words, period_words

__all__ = ["amount", "factor", "listing", "percent", "series_words", "span_words", "told_at"]

# Stocks that one country has in another.
_HELD = ("companies", "students", "jobs", "projects")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SCALED: dict[str, Callable[[str], str]] = {
    "trillion": lambda number: say("{number} trillion", number=number),
    "billion": lambda number: say("{number} billion", number=number),
    "million": lambda number: say("{number} million", number=number),
}
# By indicator, and whether there are goods and a partner: "exports of oil of Kazakhstan" is read more easily with "by".
_FLOWS: dict[str, dict[tuple[bool, bool], Callable[..., str]]] = {
    "trade": {
        (False, False): lambda **f: say("turnover of {one}", **f),
        (False, True): lambda **f: say("turnover between {one} and {other}", **f),
        (True, False): lambda **f: say("turnover of {goods} of {one}", **f),
        (True, True): lambda **f: say("turnover of {goods} between {one} and {other}", **f),
    },
    "exports": {
        (False, False): lambda **f: say("exports of {one}", **f),
        (False, True): lambda **f: say("exports of {one} to {other}", **f),
        (True, False): lambda **f: say("exports of {goods} by {one}", **f),
        (True, True): lambda **f: say("exports of {goods} by {one} to {other}", **f),
    },
    "balance": {
        (False, False): lambda **f: say("the trade balance of {one}", **f),
        (False, True): lambda **f: say("the trade balance of {one} with {other}", **f),
        (True, False): lambda **f: say("the trade balance of {one} in {goods}", **f),
        (True, True): lambda **f: say("the trade balance of {one} with {other} in {goods}", **f),
    },
    "imports": {
        (False, False): lambda **f: say("imports of {one}", **f),
        (False, True): lambda **f: say("imports of {one} from {other}", **f),
        (True, False): lambda **f: say("imports of {goods} by {one}", **f),
        (True, True): lambda **f: say("imports of {goods} by {one} from {other}", **f),
    },
}


def _scale(size: Fraction) -> tuple[int, str]:
    return next(((n, word) for n, word in _SCALES if size >= n), (1, ""))


def _digits(value: Fraction, places: int, up: bool | None = None, scale: int = 1) -> str:
    """A number over its scale with so many decimals at most, to the nearest, or up or down where said."""
    # Whole numbers throughout: sentences are written by the hundred thousand.
    top, bottom = value.numerator * 10**places, value.denominator * scale
    if up is None:
        scaled = (2 * top + bottom) // (2 * bottom)
        if (2 * top + bottom) % (2 * bottom) == 0 and scaled % 2:
            scaled -= 1  # a tie goes to the even digit
    else:
        scaled = -(-top // bottom) if up else top // bottom
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**places)
    return f"{sign}{whole:,}" + (f".{part:0{places}d}".rstrip("0").rstrip(".") if places else "")


def _places(width: float, size: float, least: int = 1) -> int:
    """Decimals that show the width of an interval with two digits."""
    if width <= 0:
        return 4 if size < 1000 else 0
    need = 1 - math.floor(math.log10(width))
    return max(0, min(6, max(need, least)))


def amount(i: Interval | Fraction, unit: str) -> str:
    """An interval or number with scale word and unit: ``93.78 to 107.3 million USD``.

    Ends are rounded outwards, so that the sentence never claims more than the proof.
    """
    if isinstance(i, Fraction):
        n, word = _scale(abs(i))
        return _scaled(_digits(i, 3 if n > 1 else 2, scale=n), word, unit)
    if i.low is None and i.high is None:
        return say("anything")
    size = max(abs(x) for x in (i.low, i.high) if x is not None)
    n, word = _scale(size)
    if i.low is None or (i.low == 0 and i.high is not None):
        assert i.high is not None
        return say("at most {amount}", amount=_scaled(_digits(i.high, 4, scale=n), word, unit))
    if i.high is None:
        return say("at least {amount}", amount=_scaled(_digits(i.low, 4, scale=n), word, unit))
    places = _places(float(i.high - i.low) / n, float(size) / n, 0 if n == 1 else 2)
    if i.low == i.high:
        return _scaled(_digits(i.low, places, scale=n), word, unit)
    ends = _span(_digits(i.low, places, False, n), _digits(i.high, places, True, n))
    return _scaled(ends, word, unit)


def _scaled(number: str, word: str, unit: str) -> str:
    """A number with its scale word and unit, where it has them."""
    tail = _unit(unit)
    if word:
        number = _SCALED[word](number)
    return in_a_row((number, " ", tail)) if tail else number


def _span(low: str, high: str) -> str:
    return say("{low} to {high}", low=low, high=high)


def _unit(unit: str) -> str:
    return {"1": "", "?": "", "percent": "%"}.get(unit, unit)


def factor(i: Interval) -> str:
    """A ratio: ``3.5 to 4 times``."""
    if i.low is not None and i.high is not None:
        if i.low == i.high:
            return say("{number} times", number=_digits(i.low, 3))
        return say("{number} times", number=_span(_digits(i.low, 3, False), _digits(i.high, 3, True)))
    if i.low is not None:
        return say("at least {number} times", number=_digits(i.low, 3))
    assert i.high is not None
    return say("at most {number} times", number=_digits(i.high, 3))


def percent(i: Interval | Fraction, places: int = 1, *, signed: bool = True) -> str:
    """A change as a percentage from a factor: 1.865 is ``+86.5%``; without ``signed`` no plus is put before it."""
    plus = "+" if signed else ""
    if isinstance(i, Fraction):
        value = (i - 1) * 100
        return f"{plus if value >= 0 else ''}{_digits(value, places)}%"
    if i.low is not None and i.low == i.high:
        return percent(i.low, 2, signed=signed)
    ends = []
    for x, up in ((i.low, False), (i.high, True)):
        if x is not None:
            ends.append(f"{plus if x >= 1 else ''}{_digits((x - 1) * 100, places, up)}%")
    return _span(*ends) if len(ends) == 2 else "".join(ends)


def listing(words: Sequence[str], most: int = 8) -> str:
    """``a, b and c``; of more than ``most`` the first, and how many more there are."""
    if len(words) > most:
        words = [*words[: most - 1], say("{number} more", number=len(words) - most + 1)]
    if len(words) < 2:
        return words[0] if words else ""
    told = words[0]
    for word in words[1:-1]:
        told = say("{words}, {word}", words=told, word=word)
    return say("{words} and {word}", words=told, word=words[-1])


def series_words(s: Series) -> str:
    """A series in words: ``exports of oil from Kazakhstan to Bulgaria``."""
    one, other = party_words(s.reporter), party_words(s.partner) if s.partner else ""
    if s.indicator in _FLOWS:
        return _FLOWS[s.indicator][bool(s.product), bool(other)](goods=s.product or "", one=one, other=other)
    name = say(s.indicator.replace("_", " "))
    if s.product:
        name = say("{name} of {goods}", name=name, goods=s.product)
    if not (one and other):
        return say("{name} of {one}", name=name, one=one or other)
    if s.indicator in _HELD:
        return say("{name} from {one} in {other}", name=name, one=one, other=other)
    return say("{name} from {one} to {other}", name=name, one=one, other=other)


def told_at(words: str) -> str:
    """``at 5 million``, ``as at least 5 million``."""
    return say("as {told}", told=words) if words.startswith("at ") else say("at {told}", told=words)


def span_words(period: str | None) -> str:
    """`` in 2024``; nothing where there is no period."""
    return say(" in {period}", period=period_words(period)) if period else ""
