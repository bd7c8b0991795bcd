"""An amount while it is being read, and what becomes of it in the end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities.precision import Interval, hedged
from dragoman.reading.quantities.tokens import Page

__all__ = ["Draft", "changed", "finished"]


@dataclass(slots=True)
class Draft:
    """One amount: ``core`` is where the number or its currency starts, ``start`` includes the hedge.

    ``parts`` is above 1 for cents and the like; ``interval`` overrides what precision and hedge
    give; ``bare`` marks a number with nothing attached on its right.
    """

    start: int
    core: int
    end: int
    value: Decimal | None
    step: Decimal
    scale: Decimal
    kind: str
    unit: str
    hedge: str | None = None
    bound: str | None = None
    noun: str | None = None
    noun_span: tuple[int, int] | None = None
    interval: Interval | None = None
    parts: int = 1
    bare: bool = False
    form: str = "digits"
    role: str | None = None
    alternative: Interval | None = None


def changed(draft: Draft, **values: Any) -> Draft:
    """The draft with other values: one hand makes it, so it is changed in place and not copied."""
    for name, value in values.items():
        setattr(draft, name, value)
    return draft


def finished(page: Page, draft: Draft) -> Quantity:
    """The quantity, its interval worked out."""
    if draft.interval is not None:
        low, high = draft.interval
    elif draft.value is None:
        low, high = None, None
    else:
        low, high = hedged(draft.value, draft.step, draft.bound, draft.kind)
    return Quantity(
        start=draft.start,
        end=draft.end,
        text=page.text[draft.start : draft.end],
        kind=draft.kind,
        value=tidy(draft.value),
        low=tidy(low),
        high=tidy(high),
        unit=draft.unit,
        hedge=draft.hedge,
        noun=draft.noun,
        alternative=None
        if draft.alternative is None
        else (tidy(draft.alternative[0]), tidy(draft.alternative[1])),
        noun_span=draft.noun_span,
        role=draft.role,
    )


def tidy(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros and exponents; -0 is 0."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) + 0
    return value.normalize()
