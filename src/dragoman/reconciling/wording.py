"""Numbers, series and lists as a reader would write them in a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval

__all__ = ["amount", "factor", "listing", "percent", "series_words", "span_words"]

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def _scale(size: Fraction) -> tuple[int, str]:
    return next(((n, word) for n, word in _SCALES if size >= n), (1, ""))


def _digits(value: Fraction, places: int) -> str:
    scaled = round(value * 10**places)
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**places)
    return f"{sign}{whole:,}" + (f".{part:0{places}d}".rstrip("0").rstrip(".") if places else "")


def _outward(value: Fraction, places: int, up: bool) -> Fraction:
    shifted = value * 10**places
    return Fraction(math.ceil(shifted) if up else math.floor(shifted), 10**places)


def _places(width: Fraction, size: Fraction, least: int = 1) -> int:
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
        text = _digits(i / n, 3 if n > 1 else 2)
        return " ".join(x for x in (text, word, _unit(unit)) if x)
    if i.low is None and i.high is None:
        return "anything"
    size = max(abs(x) for x in (i.low, i.high) if x is not None)
    n, word = _scale(size)
    tail = "".join(f" {x}" for x in (word, _unit(unit)) if x)
    if i.low is None or (i.low == 0 and i.high is not None):
        assert i.high is not None
        return f"at most {_digits(i.high / n, 4)}{tail}"
    if i.high is None:
        return f"at least {_digits(i.low / n, 4)}{tail}"
    places = _places((i.high - i.low) / n, size / n, 0 if n == 1 else 2)
    low, high = _outward(i.low / n, places, False), _outward(i.high / n, places, True)
    if i.low == i.high:
        return _digits(i.low / n, places) + tail
    return f"{_digits(low, places)} to {_digits(high, places)}{tail}"


def _unit(unit: str) -> str:
    return {"1": "", "?": "", "percent": "%"}.get(unit, unit)


def factor(i: Interval) -> str:
    """A ratio: ``3.5 to 4 times``."""
    if i.low is not None and i.high is not None:
        if i.low == i.high:
            return f"{_digits(i.low, 3)} times"
        return f"{_digits(_outward(i.low, 3, False), 3)} to {_digits(_outward(i.high, 3, True), 3)} times"
    if i.low is not None:
        return f"at least {_digits(i.low, 3)} times"
    assert i.high is not None
    return f"at most {_digits(i.high, 3)} times"


def percent(i: Interval | Fraction, places: int = 1) -> str:
    """A change as a percentage from a factor: 1.865 is ``+86.5%``."""
    if isinstance(i, Fraction):
        value = (i - 1) * 100
        return f"{'+' if value >= 0 else ''}{_digits(value, places)}%"
    ends = []
    for x, up in ((i.low, False), (i.high, True)):
        if x is not None:
            value = _outward((x - 1) * 100, places, up)
            ends.append(f"{'+' if value >= 0 else ''}{_digits(value, places)}%")
    return " to ".join(ends)


def listing(words: Sequence[str], most: int = 8) -> str:
    """``a, b and c``; of more than ``most`` the first, and how many more there are."""
    if len(words) > most:
        words = [*words[: most - 1], f"{len(words) - most + 1} more"]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def series_words(s: Series) -> str:
    """A series in words: ``exports of oil from KAZ to BGR``."""
    goods = f" of {s.product}" if s.product else ""
    if s.indicator == "trade":
        between = f"between {s.reporter} and {s.partner}" if s.partner else f"of {s.reporter}"
        return f"turnover{goods} {between}"
    if s.indicator == "exports":
        return f"exports{goods} of {s.reporter}" + (f" to {s.partner}" if s.partner else "")
    if s.indicator == "imports":
        return f"imports{goods} of {s.reporter}" + (f" from {s.partner}" if s.partner else "")
    where = (
        f" from {s.reporter} to {s.partner}" if s.reporter and s.partner else f" of {s.reporter or s.partner}"
    )
    return f"{s.indicator.replace('_', ' ')}{goods}{where}"


def span_words(period: str | None) -> str:
    """`` in 2024``; nothing where there is no period."""
    return f" in {period}" if period else ""
