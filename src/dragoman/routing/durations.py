"""Times as three points and the distribution through them (§N4)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Z90", "Curve", "Duration", "curve", "mean_hours"]

# 90 % quantile of the standard normal.
Z90 = 1.2815515655446004
# Greatest ratio of the two sides that bends the curve: beyond it tails would outgrow any reading of
# three points (a ratio of 20 has a mean above the 90 % quantile); assumed.
_BEND = 4.0


@dataclass(frozen=True, slots=True)
class Duration:
    """10 %, 50 % and 90 % quantile of a time [h], with the row that says so.

    Legs with the same ``luck`` are fast or slow together (§N10); blank for a time with a luck of its own.
    """

    low: float
    typical: float
    high: float
    source: str = ""
    assumed: bool = False
    fallback: bool = False
    luck: str = ""

    @property
    def mean(self) -> float:
        """Expected time [h] of the floored distribution."""
        return mean_hours(self.low, self.typical, self.high)


@dataclass(frozen=True, slots=True)
class Curve:
    """A time as a function of a standard normal Z (§N4).

    x = typical + side (exp(bend Z) - 1), or typical + side Z where ``bend`` is 0, and at least
    ``floor``; ``side`` is ``below`` for Z < 0 and ``above`` for Z > 0.
    """

    typical: float
    below: float
    above: float
    bend: float
    floor: float


@lru_cache(maxsize=65536)
def curve(low: float, typical: float, high: float) -> Curve:
    """The curve through three quantiles."""
    left, right = typical - low, high - typical
    floor = low / 2
    ratio = 1.0
    if left > 0 or right > 0:
        ratio = min(max(right / left if left > 0 else _BEND, 1 / _BEND), _BEND)
    # Nearly symmetric: the formula cancels, the normal is its limit.
    if abs(ratio - 1) < 1e-3:
        return Curve(typical, left / Z90, right / Z90, 0.0, floor)
    return Curve(typical, left / (1 - 1 / ratio), right / (ratio - 1), math.log(ratio) / Z90, floor)


@lru_cache(maxsize=65536)
def mean_hours(low: float, typical: float, high: float) -> float:
    """Expected value [h] of the floored curve, in closed form."""
    c = curve(low, typical, high)
    if c.bend == 0:
        z0 = (c.floor - c.typical) / c.below if c.below > 0 else -math.inf
        density, at = 1 / math.sqrt(2 * math.pi), math.exp(-z0 * z0 / 2)
        lower = c.below * density * (at - 1) + (c.floor - c.typical) * _below(z0)
        return c.typical + lower + c.above * density
    grown = math.exp(c.bend**2 / 2)
    # Below some Z the floor holds; for a left-skewed curve ``below`` and ``bend`` are both negative.
    inside = 1 + (c.floor - c.typical) / c.below if c.below else 0.0
    z0 = math.log(inside) / c.bend if inside > 0 else -math.inf
    lower = c.below * (grown * (_below(-c.bend) - _below(z0 - c.bend)) - (0.5 - _below(z0)))
    if z0 > -math.inf:
        lower += (c.floor - c.typical) * _below(z0)
    return c.typical + lower + c.above * (grown * _below(c.bend) - 0.5)


def _below(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2))
