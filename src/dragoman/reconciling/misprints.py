"""Misprints of a percentage: its point moved by one place, or two digits swapped (§R19)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.claims import Claim

__all__ = ["other_percentage"]

# Wider than this share of itself, what the others leave has room for a misprint by chance (assumed).
_SHARP = Fraction(1, 20)


def other_percentage(c: Claim, expected: Interval) -> tuple[Fraction, str] | None:
    """The percentage meant, [%], and in words what was misprinted; None where no such slip explains it.

    Parameters
    ----------
    expected : Interval
        What the other figures leave for the ratio, as a factor (growth) or a part of one (share).
    """
    value = c.tellings[0].value
    if (
        c.measure not in ("growth", "share")
        or value is None
        or None in (c.low, c.high, expected.low, expected.high)
    ):
        return None
    assert c.low is not None and c.high is not None and expected.low is not None and expected.high is not None
    if expected.high <= 0 or expected.high - expected.low > _SHARP * expected.high:
        return None
    half = (c.high - c.low) * 50
    for meant, play, what in _misprints(Fraction(value), half):
        low, high = (meant - play) / 100, (meant + play) / 100
        if c.measure == "growth":
            low, high = 1 + low, 1 + high
        if Interval(low, high).meets(expected):
            return meant, what
    return None


def _misprints(value: Fraction, half: Fraction) -> Iterator[tuple[Fraction, Fraction, str]]:
    """Percentages one slip away, with half a unit of their last digit."""
    moved = say("the decimal point moved by one place")
    yield value / 10, half / 10, moved
    yield value * 10, half, moved
    unit = 2 * half
    printed = value / unit if unit else Fraction(1, 2)
    if printed.denominator != 1:
        return
    sign, digits = (-1 if printed < 0 else 1), str(abs(printed))
    for k in range(len(digits) - 1):
        if digits[k] != digits[k + 1]:
            swapped = digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :]
            yield sign * int(swapped) * unit, half, say("two digits swapped")
