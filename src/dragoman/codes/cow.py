"""Numbers of the Correlates of War project, which event data name states by (``data/codes/cow.csv``)."""

from __future__ import annotations

from functools import lru_cache

from dragoman.codes.tables import read_rows

__all__ = ["cow_number"]


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    return {row["alpha3"]: row["cow"] for row in read_rows("cow.csv")}


def cow_number(alpha3: str) -> str | None:
    """The state's number as text; None for whom the list has none.

    Examples
    --------
    >>> cow_number("KAZ"), cow_number("EU")
    ('705', None)
    """
    return _numbers().get(alpha3)
