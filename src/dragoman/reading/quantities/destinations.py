"""Amounts that something is brought to: "to raise trade up to $2 billion" sets no upper bound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities import find_quantities
from dragoman.reading.word_lists import words

__all__ = ["without_destinations"]

_UP = "up "
_REACH = 90
"""Characters between a verb and what it brings something to: "raise the trade of the two countries up to". assumed"""


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("quantities.destinations", "moving")))
    return re.compile(
        rf"\b(?:{verbs})\b[^.;:,!?\n]*(?<!\bof )(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bworth )(?<!\bin )\Z",
        re.IGNORECASE,
    )


def without_destinations(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Quantities, where one is what something is brought "up to" without that bound."""
    return [
        _unbounded(q, text[q.start + len(_UP) : q.end])
        if q.text.startswith("up to ") and _moved().search(text, max(0, q.start - _REACH), q.start)
        else q
        for q in quantities
    ]


def _unbounded(q: Quantity, rest: str) -> Quantity:
    bare = next((f for f in find_quantities(rest) if f.value == q.value and f.unit == q.unit), None)
    if bare is None:
        return q
    skip = len(_UP) + bare.start
    return replace(q, start=q.start + skip, text=q.text[skip:], low=bare.low, high=bare.high)
