"""Short ways to write statements for the tests of reconciling."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Any

from dragoman.model.findings import Finding, Observation, Series
from dragoman.model.statements import Count, Evidence, Person, Product, Statement
from dragoman.reconciling import reconcile

_numbers = itertools.count()


def _d(x: str | float | None) -> Decimal | None:
    return None if x is None else Decimal(str(x))


def figure(
    mode: str,
    who: str,
    date: str | None,
    value: str | float | None,
    low: str | float | None = None,
    high: str | float | None = None,
    *,
    id: str | None = None,
    measure: str = "level",
    unit: str | None = None,
    base: str | None = None,
    product: str | None = None,
    hs: str | None = None,
    text: str | None = None,
    document: str = "d1",
    status: str = "actual",
) -> Statement:
    """``who`` is ``KAZ>BGR``, or ``KAZ,BGR`` where mutual; numbers are in plain units."""
    left, _, right = who.partition(">")
    actor, recipient = tuple(x for x in left.split(",") if x), tuple(x for x in right.split(",") if x)
    units = {"level": "USD", "difference": "USD", "growth": "percent", "share": "percent"}
    n = next(_numbers)
    return Statement(
        id or f"st_{n:04d}",
        "figure",
        mode,
        actor,
        recipient,
        date,
        status,
        Evidence(document, n, n + 1, text if text is not None else f"{value}"),
        "test",
        1.0,
        measure=measure,
        value=_d(value),
        low=_d(low),
        high=_d(high),
        unit=unit or units.get(measure, "1"),
        base=base,
        product=Product(product or "", hs) if product or hs else None,
    )


def millions(mode: str, who: str, date: str, value: str, **more: Any) -> Statement:
    """A level printed as ``value`` million, with the interval of its last digit."""
    p = Decimal(value)
    half = Decimal(1).scaleb(int(p.as_tuple().exponent)) / 2
    scale = Decimal(10**6)
    return figure(mode, who, date, str(p * scale), str((p - half) * scale), str((p + half) * scale), **more)


def tie(
    mode: str, who: str, date: str | None, text: str = "", *, document: str = "d1", **more: Any
) -> Statement:
    """A tie; ``count`` as a pair."""
    left, _, right = who.partition(">")
    n = next(_numbers)
    count = more.pop("count", None)
    people = tuple(Person(name) for name in more.pop("people", ()))
    return Statement(
        more.pop("id", f"st_{n:04d}"),
        more.pop("kind", "tie"),
        mode,
        tuple(x for x in left.split(",") if x),
        tuple(x for x in right.split(",") if x),
        date,
        more.pop("status", "actual"),
        Evidence(document, n, n + 1, text or mode),
        "test",
        1.0,
        people=people,
        count=None if count is None else Count(*count),
        **more,
    )


def official(
    reporter: str,
    partner: str,
    flow: str,
    period: str,
    value: str | float,
    source: str = "BNS",
    as_of: str | None = None,
) -> Observation:
    """An observation of exports (X) or imports (M) [USD]."""
    mode = {"X": "exports", "M": "imports"}[flow]
    return Observation(
        Series(mode, reporter, partner, None, "USD"), period, Decimal(str(value)), source, as_of
    )


def found(
    statements: list[Statement], observations: list[Observation] | None = None, **fields: Any
) -> list[Finding]:
    """Findings with these fields."""
    return [
        f
        for f in reconcile(statements, observations or [])
        if all(getattr(f, name) == wanted for name, wanted in fields.items())
    ]


def one(statements: list[Statement], observations: list[Observation] | None = None, **fields: Any) -> Finding:
    """The only finding with these fields."""
    matches = found(statements, observations, **fields)
    assert len(matches) == 1, [f"{f.rule} {f.verdict} {f.period}: {f.because}" for f in matches]
    return matches[0]
