"""Parts of a sum told in brackets behind it: "290.4 million euros in 2023 (exports 82.1, imports 208.3), up 14.6%"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dragoman.reading.annotations import Quantity
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["change_of_whole", "in_unit_of_whole"]

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FLOWS = ("exports", "imports")
# Between the flow that a part is of and its number.
_LINKS = frozenset({":", "of", "at", "–", "-", "="})


def in_unit_of_whole(scene: Scene, i: int, q: Quantity) -> Quantity:
    """A bare part in the unit of the sum before its brackets; only where the parts add up to the sum as printed."""
    s = scene.s
    if q.kind != "number" or q.value is None or "(" not in s.forms:
        return q
    opened = next((k for k in range(i - 1, 0, -1) if s.lowers[k] in ("(", ")")), -1)
    if opened < 0 or s.lowers[opened] == ")":
        return q
    whole = next((s.refs[k] for k in range(opened - 1, max(-1, opened - 4), -1) if s.kinds[k] == "Q"), None)
    closed = next((k for k in range(i, s.n) if s.lowers[k] == ")"), -1)
    if whole is None or whole.kind != "money" or not whole.value or closed < 0:
        return q
    parts = [k for k in range(opened, closed) if s.kinds[k] == "Q"]
    if len(parts) != 2 or any(_flow_before(scene, k) is None for k in parts):
        return q
    digits = _DIGITS.search(whole.text)
    printed = Decimal(digits.group().replace(",", "")) if digits else None
    values = [s.refs[k].value for k in parts]
    if not printed or None in values:
        return q
    scale = whole.value / printed
    # A part read before this one is in the unit of the whole by now.
    told = [v / scale if s.refs[k].kind == "money" else v for k, v in zip(parts, values, strict=True)]
    step = Decimal(10) ** (printed.as_tuple().exponent or 0)  # type: ignore[operator]
    if abs(sum(told) - printed) > 2 * step:
        return q
    own = _DIGITS.search(q.text)
    half = Decimal(10) ** Decimal(own.group()).as_tuple().exponent / 2 if own else step / 2  # type: ignore[operator]
    value = q.value
    return replace(
        q, kind="money", unit=whole.unit, value=value * scale, low=(value - half) * scale, high=(value + half) * scale
    )  # fmt: skip


def _flow_before(scene: Scene, i: int) -> str | None:
    """The flow right before a number: "exports 82.1", "imports: 208.3"."""
    j = i - 1
    if j > 0 and scene.s.lowers[j] in _LINKS:
        j -= 1
    mode = scene.modes[j] if j > 0 else None
    return mode if mode in _FLOWS else None


def change_of_whole(s: Sentence, i: int, told: list[Topic]) -> Topic | None:
    """A change told behind brackets, of the sum before them: "(exports 82.1, imports 208.3), up 14.6%"."""
    if not told or "(" not in s.forms or s.refs[i].kind not in ("percent", "multiple"):
        return None
    closed = next((k for k in range(i - 1, max(-1, i - _NEAR), -1) if s.lowers[k] == ")"), -1)
    if closed < 0 or s.lowers[closed + 1] != ",":
        return None
    opened = next((k for k in range(closed, -1, -1) if s.lowers[k] == "("), -1)
    whole = next((t for t in reversed(told) if t.at < opened), None)
    if whole is None or not opened < told[-1].at < closed:
        return None
    beside = opened - 3 <= whole.at  # the sum the brackets stand behind, or its year
    flow = whole.mode in (*_FLOWS, "trade", "investment")
    return replace(whole, how="the sum before the brackets", carried=True) if beside and flow else None


_NEAR = 5
"""Items from a closing bracket to the change told behind it: "), up 14.6%". assumed"""
