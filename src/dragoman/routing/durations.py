"""Times as three points and the distribution through them (§N4)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Z90", "Duration", "curve", "mean_hours"]

# 90 % quantile of the standard normal.
Z90 = 1.2815515655446004


@dataclass(frozen=True, slots=True)
class Duration:
    """10 %, 50 % and 90 % quantile of a time [h], with the row that says so."""

    low: float
    typical: float
    high: float
    source: str = ""
    assumed: bool = False
    fallback: bool = False

    @property
    def mean(self) -> float:
        """Expected time [h] of the floored distribution."""
        return mean_hours(self.low, self.typical, self.high)


def curve(low: float, typical: float, high: float) -> tuple[float, float, float, float]:
    """Coefficients (a, b, c, floor) of x = max(a + b exp(c Z), floor), Z standard normal (§N4).

    For a symmetric triple c is 0 and x = max(a + b Z, floor).
    """
    below, above = typical - low, high - typical
    floor = low / 2
    if below <= 0 and above <= 0:
        return typical, 0.0, 0.0, floor
    # One side of no width: a width of a thousandth of the other keeps the quantiles and the formula.
    below, above = max(below, above * 1e-3), max(above, below * 1e-3)
    ratio = above / below
    # Nearly symmetric: the formula cancels, the normal is its limit.
    if abs(ratio - 1) < 1e-3:
        return typical, (above + below) / 2 / Z90, 0.0, floor
    scale = below / (1 - 1 / ratio)
    return typical - scale, scale, math.log(ratio) / Z90, floor


@lru_cache(maxsize=65536)
def mean_hours(low: float, typical: float, high: float) -> float:
    """Expected value [h] of the floored distribution, in closed form.

    Where Z crosses the floor at z0: E = floor P(below) + a P(above) + b exp(c^2/2) P(Z - c above).
    """
    a, b, c, floor = curve(low, typical, high)
    if b == 0:
        return max(a, floor)
    if c == 0:
        z0 = (floor - a) / b
        density = math.exp(-z0 * z0 / 2) / math.sqrt(2 * math.pi)
        return floor * _below(z0) + a * _below(-z0) + b * density
    inside = (floor - a) / b
    # b and c change sign together (skew to the left), so x always rises with Z.
    if inside <= 0:
        return a + b * math.exp(c * c / 2) if b > 0 else floor
    z0 = math.log(inside) / c
    return floor * _below(z0) + a * _below(-z0) + b * math.exp(c * c / 2) * _below(c - z0)


def _below(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))
