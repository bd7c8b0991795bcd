"""Reconciling on several processes finds what one process finds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.desk import spreading
from dragoman.desk.reconcile import Gathered, findings
from dragoman.desk.spreading import findings_on
from dragoman.errors import DragomanError
from dragoman.model.findings import Observation, Series
from dragoman.model.statements import Evidence, Statement
from dragoman.runner import engine

PARTNERS = ("BGR", "TUR", "DEU", "ITA", "FRA", "POL", "ROU", "GRC", "UZB", "GEO")


def figure(partner: str, mode: str, value: str, document: str) -> Statement:
    actor, recipient = (("KAZ",), (partner,)) if mode == "exports" else (tuple(sorted(("KAZ", partner))), ())
    if mode == "imports":
        actor, recipient = (partner,), ("KAZ",)
        mode = "exports"
    number = Decimal(value)
    return Statement(
        id=f"st_{partner}{mode}{value}{document}",
        kind="figure",
        mode=mode,
        actor=actor,
        recipient=recipient,
        date="2024",
        status="actual",
        evidence=Evidence(document, 0, 10, f"USD {value} million"),
        rule="trade.figure.v1",
        confidence=0.9,
        measure="level",
        value=number * 10**6,
        low=(number - Decimal("0.05")) * 10**6,
        high=(number + Decimal("0.05")) * 10**6,
        unit="USD",
    )


def gathered() -> Gathered:
    told = []
    for n, partner in enumerate(PARTNERS):
        told += [
            figure(partner, "exports", "303.6", f"a{n}"),
            figure(partner, "imports", "71.6", f"a{n}"),
            figure(partner, "trade", "375.2" if n % 3 else "475.2", f"a{n}"),
            figure(partner, "trade", "375.2", f"b{n}"),
        ]
    official = [
        Observation(Series("exports", "KAZ", p, None, "USD"), "2024", Decimal(303_612_000), "BNS", "2025-06")
        for p in PARTNERS[:5]
    ]
    return Gathered(told, official)


@pytest.mark.parametrize("name", ["local", "dask"])
def test_findings_and_their_order_are_those_of_one_process(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "dask":
        pytest.importorskip("distributed", reason="dask.distributed is not installed (extra cluster)")
    monkeypatch.setattr(spreading, "_BATCH", 3)
    expected = findings(gathered())
    assert {f.verdict for f in expected} >= {"conflict", "holds"}
    with engine(name, 2) as workers:
        assert findings_on(gathered(), workers) == expected


def test_a_batch_that_fails_is_an_error_and_never_a_gap() -> None:
    class Failing:
        def run(self, function, items, limit=None):  # type: ignore[no-untyped-def]
            from dragoman.runner import Outcome

            for item in items:
                yield item, Outcome(error="planted", lost=True, tries=2)

    with pytest.raises(DragomanError, match="planted"):
        findings_on(gathered(), Failing())  # type: ignore[arg-type]
