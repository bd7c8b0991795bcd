"""The official sample that comes with the package (``data/statistics/README.md``)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from dragoman.errors import RuleError
from dragoman.model.findings import Observation
from dragoman.statistics.loaded import joined
from dragoman.statistics.plain import plain_observations
from dragoman.statistics.texts import rows

__all__ = ["BUNDLED", "bundled_observations"]

BUNDLED = "bundled"
"""The word that stands for the sample where a file of official figures is asked for."""

_TABLES = ("trade.csv", "economies.csv")


@lru_cache(maxsize=1)
def bundled_observations() -> tuple[Observation, ...]:
    """Trade of Kazakhstan with the countries of the examples, and the size of their economies.

    Raises
    ------
    RuleError
        A table of the package is not in order.
    """
    parts = []
    for name in _TABLES:
        text = (files("dragoman") / "data" / "statistics" / name).read_text(encoding="utf-8")
        parts.append(plain_observations(rows(text, f"data/statistics/{name}")))
    found = joined(parts)
    if found.problems:
        raise RuleError(str(found.problems[0]), remedy="install the package again")
    return found.observations
