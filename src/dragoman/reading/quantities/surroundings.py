"""What stands around an amount and changes how it is meant: "to raise trade up to $2 billion", "10,000 barrels of Iraqi crude a day"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities import find_quantities
from dragoman.reading.word_lists import words

__all__ = ["with_rates", "without_destinations"]

_UP = "up "
_REACH = 90
"""Characters between a verb and what it brings something to: "raise the trade of the two countries up to". assumed"""


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("quantities.surroundings", "moving")))
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


# "150,000 barrels of Iraqi crude (oil) a day": by the day, though the goods stand between
_BY_DAY = re.compile(
    r"(?: of (?:[\w-]+ ){0,3}?(?:crude|oil|petroleum|fuel|products|condensate))?(?: oil| products)?"
    r" (?:(?:a|per|each|every) day|daily)\b"
)


def with_rates(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Quantities, barrels of goods told by the day as barrels a day."""
    return [
        replace(q, unit="bbl/d") if q.unit == "bbl" and _BY_DAY.match(text, q.end) else q for q in quantities
    ]
