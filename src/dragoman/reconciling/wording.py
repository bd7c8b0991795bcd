"""Numbers, series and lists as a reader would write them in a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval
from dragoman.reconciling.spoken import party_words, period_words

__all__ = ["amount", "factor", "listing", "percent", "series_words", "span_words", "told_at"]

# Stocks that one country has in another.
_HELD = ("companies", "students", "jobs", "projects")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


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
        text = _digits(i, 3 if n > 1 else 2, scale=n)
        return " ".join(x for x in (text, word, _unit(unit)) if x)
    if i.low is None and i.high is None:
        return "anything"
    size = max(abs(x) for x in (i.low, i.high) if x is not None)
    n, word = _scale(size)
    tail = "".join(f" {x}" for x in (word, _unit(unit)) if x)
    if i.low is None or (i.low == 0 and i.high is not None):
        assert i.high is not None
        return f"at most {_digits(i.high, 4, scale=n)}{tail}"
    if i.high is None:
        return f"at least {_digits(i.low, 4, scale=n)}{tail}"
    places = _places(float(i.high - i.low) / n, float(size) / n, 0 if n == 1 else 2)
    if i.low == i.high:
        return _digits(i.low, places, scale=n) + tail
    return f"{_digits(i.low, places, False, n)} to {_digits(i.high, places, True, n)}{tail}"


def _unit(unit: str) -> str:
    return {"1": "", "?": "", "percent": "%"}.get(unit, unit)


def factor(i: Interval) -> str:
    """A ratio: ``3.5 to 4 times``."""
    if i.low is not None and i.high is not None:
        if i.low == i.high:
            return f"{_digits(i.low, 3)} times"
        return f"{_digits(i.low, 3, False)} to {_digits(i.high, 3, True)} times"
    if i.low is not None:
        return f"at least {_digits(i.low, 3)} times"
    assert i.high is not None
    return f"at most {_digits(i.high, 3)} times"


def percent(i: Interval | Fraction, places: int = 1) -> str:
    """A change as a percentage from a factor: 1.865 is ``+86.5%``."""
    if isinstance(i, Fraction):
        value = (i - 1) * 100
        return f"{'+' if value >= 0 else ''}{_digits(value, places)}%"
    if i.low is not None and i.low == i.high:
        return percent(i.low, 2)
    ends = []
    for x, up in ((i.low, False), (i.high, True)):
        if x is not None:
            ends.append(f"{'+' if x >= 1 else ''}{_digits((x - 1) * 100, places, up)}%")
    return " to ".join(ends)


def listing(words: Sequence[str], most: int = 8) -> str:
    """``a, b and c``; of more than ``most`` the first, and how many more there are."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def series_words(s: Series) -> str:
    """A series in words: ``exports of oil from Kazakhstan to Bulgaria``."""
    goods = f" of {s.product}" if s.product else ""
    one, other = party_words(s.reporter), party_words(s.partner) if s.partner else ""
    if s.indicator == "trade":
        return f"turnover{goods} between {one} and {other}" if other else f"turnover{goods} of {one}"
    if s.indicator in ("exports", "imports"):
        way = "to" if s.indicator == "exports" else "from"
        # "exports of oil of Kazakhstan" is read more easily with "by"
        by = "by" if goods else "of"
        return f"{s.indicator}{goods} {by} {one}" + (f" {way} {other}" if other else "")
    name = s.indicator.replace("_", " ")
    if s.indicator in _HELD and one and other:
        return f"{name}{goods} from {one} in {other}"
    return f"{name}{goods} from {one} to {other}" if one and other else f"{name}{goods} of {one or other}"


def told_at(words: str) -> str:
    """``at 5 million``, ``as at least 5 million``."""
    return f"as {words}" if words.startswith("at ") else f"at {words}"


def span_words(period: str | None) -> str:
    """`` in 2024``; nothing where there is no period."""
    return f" in {period_words(period)}" if period else ""
