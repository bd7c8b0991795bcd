"""Findings: what holds, what contradicts, what follows, and what official figures say.

The fields are those of `dragoman reconcile` (docs/design/reconciling.md); `finding_json` is
the only place that knows their order and spelling on a line of JSON.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dragoman.model.intervals import Interval
from dragoman.model.messages import Message, message_json

__all__ = [
    "REPAIRS",
    "RULES",
    "VERDICTS",
    "Finding",
    "Observation",
    "Repair",
    "Series",
    "finding_id",
    "finding_json",
    "observation_json",
    "plain_number",
    "said_json",
]

RULES = (
    "sum",
    "growth",
    "multiple",
    "share",
    "same",
    "cumulative",
    "duration",
    "official",
    "mirror",
    "superlative",
    "bound",
)
VERDICTS = ("holds", "conflict", "implied", "unchecked")
REPAIRS = ("scale", "period", "direction", "reading", "vintage", "value")


@dataclass(frozen=True, slots=True)
class Series:
    """What is measured: the dimensions of an SDMX series but for the period.

    Turnover has its parties in alphabetical order; ``partner`` is None where nobody is named.
    """

    indicator: str
    reporter: str
    partner: str | None
    product: str | None
    unit: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One official figure. One row per (source, series, period, as_of).

    Parameters
    ----------
    series : Series
        ``indicator`` is ``exports`` or ``imports`` seen from ``reporter``, or another mode of
        figure.
    period : str
        EDTF.
    value : Decimal
        In units of ``series.unit``, unscaled.
    source : str
        Who published it, with the table where known.
    as_of : str or None
        EDTF date of the vintage.
    valuation : str or None
        ``FOB``, ``CIF`` or None where not known.
    status : str or None
        SDMX observation status: ``A`` normal, ``P`` provisional, ``E`` estimated, ...; None where
        not said.
    """

    series: Series
    period: str
    value: Decimal
    source: str
    as_of: str | None = None
    valuation: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of one statement that would restore consistency.

    ``confirmed`` where other figures pin down what it changes to, and do not merely allow it.
    """

    statement: str
    kind: str
    before: Any
    after: Any
    why: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about the figures, with its proof. See INTERFACES for the fields."""

    rule: str
    verdict: str
    series: Series
    period: str | None
    because: str
    statements: tuple[str, ...] = ()
    stated: Interval | None = None
    expected: Interval | None = None
    observations: tuple[Observation, ...] = ()
    repairs: tuple[Repair, ...] = ()

    @property
    def id(self) -> str:
        """``fi_`` and 16 hexadecimal digits; the same evidence gives the same id."""
        return finding_id(self)


def finding_id(f: Finding) -> str:
    """The stable id of a finding: rule, verdict, series, period and what the proof rests on."""
    s = f.series
    parts = [f.rule, f.verdict, s.indicator, s.reporter, s.partner or "", s.product or "", s.unit]
    parts += [f.period or "", *sorted(f.statements)]
    parts += sorted(f"{o.source}|{o.period}|{o.value}|{o.as_of}" for o in f.observations)
    return "fi_" + hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


def plain_number(value: Fraction | Decimal | None) -> int | float | None:
    """A JSON number: an integer where it is one, else the nearest float."""
    if value is None:
        return None
    value = Fraction(value)
    return int(value) if value.denominator == 1 else float(value)


def _series(s: Series) -> dict[str, str | None]:
    return {
        "indicator": s.indicator,
        "reporter": s.reporter,
        "partner": s.partner,
        "product": s.product,
        "unit": s.unit,
    }


def _interval(i: Interval | None) -> list[int | float | None] | None:
    return None if i is None else [plain_number(i.low), plain_number(i.high)]


def observation_json(o: Observation) -> dict[str, Any]:
    """An observation as a JSON object."""
    return {
        "source": o.source,
        "series": _series(o.series),
        "period": o.period,
        "value": plain_number(o.value),
        "as_of": o.as_of,
    }


def said_json(f: Finding) -> dict[str, Any] | None:
    """What the sentences of a finding were made of, for translations: of itself and of its repairs."""
    if not isinstance(f.because, Message):
        return None
    return {
        "because": message_json(f.because),
        "repairs": [{k: message_json(v) for k, v in _words(r).items()} for r in f.repairs],
    }


def _words(r: Repair) -> dict[str, str]:
    """What of a repair was said in words."""
    told = {"from": r.before, "to": r.after, "why": r.why}
    return {k: v for k, v in told.items() if isinstance(v, Message)}


def finding_json(f: Finding) -> dict[str, Any]:
    """The finding as a JSON object, keys in the contract's order."""
    return {
        "id": f.id,
        "rule": f.rule,
        "verdict": f.verdict,
        "series": _series(f.series),
        "period": f.period,
        "stated": _interval(f.stated),
        "expected": _interval(f.expected),
        "statements": list(f.statements),
        "observations": [observation_json(o) for o in f.observations],
        "repairs": [
            {"statement": r.statement, "kind": r.kind, "from": r.before, "to": r.after, "why": r.why}
            for r in f.repairs
        ],
        "because": f.because,
    }
