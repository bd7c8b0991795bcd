"""Intervals: what printed precision and hedges leave open (docs/design/quantities.md)."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["Interval", "hedged", "printed"]

Interval = tuple[Decimal | None, Decimal | None]

_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
_FIVE = Decimal(5)
_THOUSAND = Decimal(1000)


def printed(value: Decimal, step: Decimal, *, counted: bool = False) -> Interval:
    """Half a unit of the last printed digit on either side (§Q2); whole counts are exact (§Q3)."""
    if step == 0 or (counted and step <= 1 and value == value.to_integral_value()):
        return value, value
    if counted and abs(value) < _THOUSAND and value == value.to_integral_value():
        return value, value
    return value - step * _HALF, value + step * _HALF


def hedged(value: Decimal, step: Decimal, bound: str | None, kind: str) -> Interval:
    """The interval under a hedge (§Q4); a kind ``multiple`` over n goes up to n + 1 (§Q5)."""
    counted = kind in {"count", "number", "rank"}
    if kind == "multiple":
        step = _round_step(value, step, bound)
    if bound == "exact":
        return value, value
    if bound is None:
        return printed(value, step, counted=counted)
    if bound == "lower":
        return value, (value + max(step, _TENTH) if kind == "multiple" else None)
    if bound == "upper":
        return None, value
    band = _band(value, step)
    low = value if bound == "above" else value - band
    high = value if bound == "below" else value + band
    return low, high


def _round_step(value: Decimal, step: Decimal, bound: str | None) -> Decimal:
    """Round tens as multiples are said for what lies between them: "more than 40-fold" may be 43 (§Q5)."""
    least = 10 if bound == "lower" else 20
    if step != 1 or value < least or value % 10 or value != value.to_integral_value():
        return step
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _band(value: Decimal, step: Decimal) -> Decimal:
    """Half the last printed digit, or a tenth of the value up to five last digits: assumed (§Q4)."""
    return max(step * _HALF, min(abs(value) * _TENTH, step * _FIVE))
