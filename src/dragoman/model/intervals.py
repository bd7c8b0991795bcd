"""Exact closed intervals: what the words of a text leave open, in fractions, never in floats."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

__all__ = ["Interval", "exact"]


def exact(value: Decimal | Fraction | int | None) -> Fraction | None:
    """The value as a fraction; None stays None."""
    return None if value is None else Fraction(value)


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; None is an unbounded end.

    Closed on both sides, as nobody knows which way a writer rounds (§R1).
    """

    low: Fraction | None = None
    high: Fraction | None = None

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low is not None and self.high is not None and self.low > self.high

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return self.low is not None and self.high is not None

    def __and__(self, other: Interval) -> Interval:
        lows = [x for x in (self.low, other.low) if x is not None]
        highs = [x for x in (self.high, other.high) if x is not None]
        return Interval(max(lows) if lows else None, min(highs) if highs else None)

    def __or__(self, other: Interval) -> Interval:
        """The hull of both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __sub__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Interval(low, high)

    def times(self, factor: Interval) -> Interval:
        """The product of two intervals of numbers not below zero."""
        low = Fraction(0) if self.low is None or factor.low is None else self.low * factor.low
        high = None if self.high is None or factor.high is None else self.high * factor.high
        return Interval(low, high)

    def over(self, divisor: Interval) -> Interval:
        """The quotient of two intervals of numbers not below zero."""
        low = Fraction(0) if self.low is None or not divisor.high else self.low / divisor.high
        high = None if self.high is None or not divisor.low else self.high / divisor.low
        return Interval(low, high)

    def widened(self, share: Fraction) -> Interval:
        """Each end moved outwards by a share of itself; for amounts not below zero."""
        low = None if self.low is None else self.low * (1 - share)
        high = None if self.high is None else self.high * (1 + share)
        return Interval(low, high)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self & other).empty

    def __contains__(self, value: Fraction) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)
