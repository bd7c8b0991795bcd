"""Arguments that take one or several: a text is one, never its letters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

__all__ = ["one_or_more"]

T = TypeVar("T", bound="str | Path")


def one_or_more(given: T | Iterable[T]) -> tuple[T, ...]:
    """What was given, as a tuple.

    Examples
    --------
    >>> one_or_more("RUS"), one_or_more(["RUS", "IRN"])
    (('RUS',), ('RUS', 'IRN'))
    """
    return (given,) if isinstance(given, (str, Path)) else tuple(given)
