"""Product words and the HS 2022 chapter or heading that they mean.

``data/codes/products.csv`` has one row per code with its words; a code is a chapter ("10"), a
heading ("2709"), a range of chapters ("50-63") or empty for goods that HS does not hold
together ("raw materials"). ``data/codes/hs_chapters.csv`` labels the chapters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codes.tables import read_rows
from dragoman.errors import BadTable, UnknownCode

__all__ = ["ProductMention", "find_products", "hs_chapters", "hs_label"]

_CODE = re.compile(r"\d\d(?:\d\d)?|\d\d-\d\d|")


@dataclass(frozen=True, slots=True)
class ProductMention:
    """Goods named in a text; ``hs`` is an HS 2022 chapter or heading, None where none fits."""

    start: int
    end: int
    text: str
    hs: str | None


@lru_cache(maxsize=1)
def hs_chapters() -> dict[str, str]:
    """Chapter ("27") to its short label ("mineral fuels"), in order."""
    return {r["chapter"]: r["label"] for r in read_rows("hs_chapters.csv")}


def hs_label(code: str) -> str:
    """Label of the chapter of a code, or of both ends of a range.

    Raises
    ------
    UnknownCode
        The code begins with no chapter of HS 2022.

    Examples
    --------
    >>> hs_label("2709"), hs_label("50-63")
    ('mineral fuels', 'silk to other textile articles')
    """
    try:
        labels = [hs_chapters()[part[:2]] for part in code.split("-")]
    except KeyError:
        raise UnknownCode(
            f"no HS chapter for {code!r}", remedy="use a chapter from 01 to 97, a heading or a range"
        ) from None
    return " to ".join(labels)


@lru_cache(maxsize=1)
def _finder() -> tuple[Callable[[str], list[tuple[int, int, int]]], list[str | None]]:
    import ahocorasick_rs

    codes: dict[str, str | None] = {}
    for row in read_rows("products.csv"):
        if not _CODE.fullmatch(row["hs"]):
            raise BadTable(f"HS code {row['hs']!r}", where="products.csv", remedy="write 27, 2709 or 50-63")
        # a range of chapters has no code of its own in a statement
        hs = None if "-" in row["hs"] or not row["hs"] else row["hs"]
        for word in row["words"].split(";"):
            for form in (word, word[:1].upper() + word[1:]):
                codes.setdefault(form, hs)
    automaton = ahocorasick_rs.AhoCorasick(
        list(codes),
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
    )
    return automaton.find_matches_as_indexes, list(codes.values())


def find_products(text: str) -> list[ProductMention]:
    """Goods named in a text, longest words first, sorted and without overlaps.

    Examples
    --------
    >>> [(p.text, p.hs) for p in find_products("crude oil, wheat and ferroalloys")]
    [('crude oil', '2709'), ('wheat', '1001'), ('ferroalloys', '7202')]
    """
    find, codes = _finder()
    found = []
    for number, start, end in find(text):
        if (start and _in_word(text[start - 1])) or (end < len(text) and _in_word(text[end])):
            continue
        found.append(ProductMention(start, end, text[start:end], codes[number]))
    return found


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign in "_-"
