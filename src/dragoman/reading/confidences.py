"""How often a rule was right on annotated text: the confidence that its statements carry.

Counts are in ``data/rules/en/measured.csv``, written by ``python -m tests.quality.report --confidence``.
A rule seen seldom or never leans on a prior of 0.8 that weighs as much as five readings; assumed.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from io import StringIO

__all__ = ["confidence_of"]

_PRIOR, _WEIGHT = 0.8, 5


@lru_cache(maxsize=1)
def _counts() -> dict[str, tuple[int, int]]:
    text = (files("dragoman.data") / "rules" / "en" / "measured.csv").read_text("utf-8")
    return {row["rule"]: (int(row["right"]), int(row["wrong"])) for row in csv.DictReader(StringIO(text))}


@lru_cache(maxsize=4096)
def confidence_of(rule: str) -> float:
    """Share of right readings of a rule, 0 to 1, two decimals.

    Examples
    --------
    >>> confidence_of("a.rule.never.measured.v1")
    0.8
    """
    right, wrong = _counts().get(rule, (0, 0))
    return round((right + _PRIOR * _WEIGHT) / (right + wrong + _WEIGHT), 2)
