"""The interval of a figure: as its statement gives it, else from printed precision (§R1, §R2)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import RuleError
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.model.statements import Statement

__all__ = ["POINT_MOVED", "interval_of", "load_hedges", "printed_interval", "scale_words"]

_NUMBER = re.compile(r"(?<![\w.])\d[\d,  ]*(?:\.\d+)?")
_SCALES = (0, 3, 6, 9, 12)
_WORDS = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
# Room between a hedge and its number for a currency sign or code [characters] (assumed).
_NEAR = 6


@lru_cache(maxsize=1)
def load_hedges() -> tuple[dict[str, Any], ...]:
    """The hedge words with their widths, longest words first; RuleError on a wrong key."""
    import yaml

    text = files("dragoman.data").joinpath("reconciling/precision.yaml").read_text(encoding="utf-8")
    known = {"id", "words", "below", "above", "around", "open", "multiple"}
    rows = []
    for row in yaml.safe_load(text)["hedges"]:
        if not known >= set(row):
            raise RuleError(
                f"unknown key {sorted(set(row) - known)} of hedge {row.get('id')}",
                where="data/reconciling/precision.yaml",
                remedy=f"use {', '.join(sorted(known))}",
            )
        words = "|".join(re.escape(w) for w in sorted(row["words"], key=len, reverse=True))
        rows.append(row | {"pattern": re.compile(rf"\b(?:{words})\b", re.IGNORECASE)})
    return tuple(rows)


def _unit_of_print(value: Decimal, text: str) -> tuple[Decimal, int]:
    """The last printed digit's worth, and where in the text the number ends.

    "375.2 million" is found as 375.2 with scale 6, so its unit is 100,000. A number written in
    words, or none found: the last significant digit, at most one.
    """
    for match in _NUMBER.finditer(text):
        printed = Decimal(re.sub(r"[,  ]", "", match.group()).rstrip(".") or "0")
        exponent = printed.as_tuple().exponent
        for scale in _SCALES:
            if printed and printed.scaleb(scale) == abs(value):
                return Decimal(1).scaleb(int(exponent) + scale), match.start()
    exponent = int(value.normalize().as_tuple().exponent) if value else 0
    return Decimal(1).scaleb(min(exponent, 0) if abs(value) < 1000 else exponent), len(text)


def _printed_scale(value: Decimal, text: str) -> int:
    """The power of ten of the scale word that a value is printed with: 6 for "375.2 million"."""
    for match in _NUMBER.finditer(text):
        printed = Decimal(re.sub(r"[,\u00a0\u202f ]", "", match.group()).rstrip(".") or "0")
        for scale in _SCALES:
            if printed and printed.scaleb(scale) == abs(value):
                return scale
    return 0


POINT_MOVED = say("with the decimal point moved by one place")


def scale_words(s: Statement, k: Fraction) -> str:
    """What happens to the printed scale word where a value is to be k times as large.

    Examples
    --------
    >>> from dragoman.model.statements import Evidence, Statement
    >>> s = Statement("st_1", "figure", "trade", (), (), None, "actual", Evidence("d", 0, 1, "$2.05 million"), "r", 1,
    ...     value=Decimal(2050000))
    >>> scale_words(s, Fraction(1000))
    "with 'billion' in place of 'million'"
    """
    power = {Fraction(10**n): n for n in (3, 6, 9)} | {Fraction(1, 10**n): -n for n in (3, 6, 9)}
    if s.value is None or k not in power:
        return POINT_MOVED
    old = _printed_scale(s.value, s.evidence.text)
    new = old + power[k]
    if old == 0 and new in _WORDS:
        return say("with the scale word {words}", words=repr(_WORDS[new]))
    if new == 0:
        return say("without the scale word {words}", words=repr(_WORDS[old]))
    if new in _WORDS and old in _WORDS:
        return say("with {words} in place of {words2}", words=repr(_WORDS[new]), words2=repr(_WORDS[old]))
    return (
        say("{number} times as large", number=f"{float(k):,.0f}")
        if k > 1
        else say("{number} times smaller", number=f"{float(1 / k):,.0f}")
    )


def _round_tens(value: Decimal) -> int:
    """The last digit's worth of a round ten: 10 for 40, 100 for 300; 1 for all others (§R2)."""
    if value < 10 or value % 10:
        return 1
    return int(Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)))


def printed_interval(value: Decimal, text: str, measure: str) -> Interval:
    """What a printed value with its hedge leaves open.

    Parameters
    ----------
    value : Decimal
        As printed, scaled.
    text : str
        The passage; hedge words count when they stand before the number.
    measure : str
        ``level``, ``growth``, ``multiple``, ... Multiples have bands of their own (§R2).

    Examples
    --------
    >>> i = printed_interval(Decimal("375200000"), "$375.2 million", "level")
    >>> int(i.low), int(i.high)
    (375150000, 375250000)
    """
    unit, at = _unit_of_print(value, text)
    p, u = Fraction(value), Fraction(unit)
    for hedge in load_hedges():
        match = hedge["pattern"].search(text)
        # A hedge counts next to its number: "by more than 11 times to $303.6" hedges the 11 only.
        if not match or (at < len(text) and not 0 <= at - match.end() <= _NEAR):
            continue
        if measure == "multiple" and "multiple" in hedge:
            band, step = hedge["multiple"], _round_tens(value)
            return Interval(p - Fraction(band["below"]) * step, p + Fraction(band["above"]) * step)
        if hedge.get("open") == "high":
            return Interval(p, None)
        if hedge.get("open") == "low":
            return Interval(None, p)
        around, below = hedge.get("around"), hedge.get("below")
        if around:
            return Interval(p - abs(p) * Fraction(around["share"]), p + abs(p) * Fraction(around["share"]))
        if below:
            return Interval(p - abs(p) * Fraction(below["share"]), p)
    return Interval(p - u / 2, p + u / 2)


def interval_of(s: Statement) -> Interval:
    """The interval of a figure: its ``low`` and ``high``, else the printed precision of ``value``."""
    if s.low is not None or s.high is not None:
        return Interval(
            None if s.low is None else Fraction(s.low), None if s.high is None else Fraction(s.high)
        )
    if s.value is None:
        return Interval()
    return printed_interval(s.value, s.evidence.text, s.measure or "level")
