"""The columns of each kind of result that the library hands out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.desk.ledger import Cell, LedgerRow, row_json
from dragoman.desk.pledges import Pledge, pledge_json
from dragoman.library.rows import Shape
from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation, finding_json, observation_json, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.routes import Band, Route
from dragoman.model.statements import Statement, to_json
from dragoman.output.statements import COLUMNS, statement_row

__all__ = ["DOCUMENTS", "FINDINGS", "LEDGER", "OBSERVATIONS", "PLEDGES", "ROUTES", "STATEMENTS"]

_TEXT, _LIST, _NUMBER, _COUNT = "VARCHAR", "VARCHAR[]", "DOUBLE", "BIGINT"
_SERIES = dict.fromkeys(("indicator", "reporter", "partner", "product", "unit"), _TEXT)


def _statement_dict(s: Statement) -> Mapping[str, Any]:
    out = to_json(s)
    out.pop("because", None)
    return out


STATEMENTS: Shape[Statement] = Shape(
    "statements",
    _statement_dict,
    COLUMNS,
    statement_row,
    ("kind", "mode", "actor", "recipient", "date", "status", "value", "unit", "text"),
)
"""One row per statement."""


def _document_dict(d: Document) -> Mapping[str, Any]:
    return {
        "id": d.id,
        "name": d.name,
        "title": d.title,
        "date": d.date,
        "date_source": d.date_source,
        "url": d.url,
        "outlet": d.outlet,
        "author": d.author,
        "language": d.language,
        "length": len(d.text),
    }


DOCUMENTS: Shape[Document] = Shape(
    "documents",
    _document_dict,
    dict.fromkeys(
        ("id", "name", "title", "date", "date_source", "url", "outlet", "author", "language"), _TEXT
    )
    | {"length": _COUNT},
    _document_dict,
    ("name", "title", "date", "outlet", "length"),
)
"""One row per document; ``length`` [characters]."""


def _float(value: Any) -> float | None:
    number = plain_number(value)
    return None if number is None else float(number)


def _ends(name: str, interval: Interval | None) -> dict[str, Any]:
    low, high = (interval.low, interval.high) if interval else (None, None)
    return {f"{name}_low": _float(low), f"{name}_high": _float(high)}


def _series_row(s: Any) -> dict[str, Any]:
    return {name: getattr(s, name) for name in _SERIES}


def _finding_row(f: Finding) -> Mapping[str, Any]:
    return {
        "id": f.id,
        "rule": f.rule,
        "verdict": f.verdict,
        **_series_row(f.series),
        "period": f.period,
        **_ends("stated", f.stated),
        **_ends("expected", f.expected),
        "statements": list(f.statements),
        "repairs": [f"{r.kind}: {r.why}" for r in f.repairs],
        "because": f.because,
    }


FINDINGS: Shape[Finding] = Shape(
    "findings",
    finding_json,
    {
        "id": _TEXT,
        "rule": _TEXT,
        "verdict": _TEXT,
        **_SERIES,
        "period": _TEXT,
        **dict.fromkeys(("stated_low", "stated_high", "expected_low", "expected_high"), _NUMBER),
        "statements": _LIST,
        "repairs": _LIST,
        "because": _TEXT,
    },
    _finding_row,
    ("verdict", "rule", "period", "because"),
)
"""One row per finding; intervals in units of ``unit``, unscaled."""


def _hull(cells: tuple[Cell, ...]) -> Interval | None:
    out: Interval | None = None
    for cell in cells:
        out = cell.interval if out is None else out | cell.interval
    return out


def _ledger_row(r: LedgerRow) -> Mapping[str, Any]:
    cells = (*r.stated, r.derived, r.inferred, r.official)
    return {
        **_series_row(r.series),
        "period": r.period,
        **_ends("stated", _hull(r.stated)),
        "tellings": len(r.stated),
        **_ends("derived", r.derived.interval if r.derived else None),
        **_ends("inferred", r.inferred.interval if r.inferred else None),
        **_ends("official", r.official.interval if r.official else None),
        "why": "; ".join(c.why for c in cells if c is not None),
        "statements": sorted({id for c in cells if c is not None for id in c.statements}),
    }


LEDGER: Shape[LedgerRow] = Shape(
    "rows of the ledger",
    row_json,
    {
        **_SERIES,
        "period": _TEXT,
        "stated_low": _NUMBER,
        "stated_high": _NUMBER,
        "tellings": _COUNT,
        **{
            f"{name}_{end}": _NUMBER
            for name in ("derived", "inferred", "official")
            for end in ("low", "high")
        },
        "why": _TEXT,
        "statements": _LIST,
    },
    _ledger_row,
    ("indicator", "reporter", "partner", "period", "stated_low", "stated_high", "official_low", "why"),
)
"""One row per (series, period); stated, derived, inferred and official are never mixed."""


def _pledge_row(p: Pledge) -> Mapping[str, Any]:
    row = pledge_json(p)
    evidence = row.pop("evidence")
    row.pop("due_text")
    return {**row, "document": evidence["document"], "text": evidence["text"]}


PLEDGES: Shape[Pledge] = Shape(
    "pledges",
    pledge_json,
    {
        **dict.fromkeys(("statement", "kind", "mode", "status"), _TEXT),
        "actor": _LIST,
        "recipient": _LIST,
        **dict.fromkeys(("due", "outcome", "because"), _TEXT),
        "fulfilled_by": _LIST,
        "required_percent_a_year": _NUMBER,
        "achieved_percent_a_year": _NUMBER,
        "document": _TEXT,
        "text": _TEXT,
    },
    _pledge_row,
    ("outcome", "due", "status", "actor", "recipient", "text"),
)
"""One row per pledge."""


def _band(name: str, band: Band | None) -> dict[str, Any]:
    return {f"{name}_low": band.low if band else None, f"{name}_high": band.high if band else None}


def _route_row(r: Route) -> Mapping[str, Any]:
    moving = [leg for leg in r.legs if leg.link]
    return {
        "id": r.id,
        "places": [leg.from_ for leg in moving] + [leg.to for leg in moving[-1:]],
        "modes": list(dict.fromkeys(leg.mode for leg in moving)),
        "km": r.km,
        "hours_p10": r.hours.p10,
        "hours_p50": r.hours.p50,
        "hours_p90": r.hours.p90,
        "hours_mean": r.hours.mean,
        "buffer_index": r.buffer_index,
        **_band("usd_per_feu", r.usd_per_feu),
        **_band("kgco2e_per_teu", r.kgco2e_per_teu),
    }


ROUTES: Shape[Route] = Shape(
    "routes",
    Route.to_json,
    {
        "id": _TEXT,
        "places": _LIST,
        "modes": _LIST,
        **dict.fromkeys(
            (
                "km", "hours_p10", "hours_p50", "hours_p90", "hours_mean", "buffer_index", "usd_per_feu_low",
                "usd_per_feu_high", "kgco2e_per_teu_low", "kgco2e_per_teu_high",
            ),
            _NUMBER,
        ),
    },
    _route_row,
    ("places", "km", "hours_p50", "hours_p90", "usd_per_feu_low", "usd_per_feu_high"),
)  # fmt: skip
"""One row per route: lengths [km], times [h], costs [USD per FEU], emissions [kg CO2e per TEU]."""


def _observation_row(o: Observation) -> Mapping[str, Any]:
    return {
        "source": o.source,
        **_series_row(o.series),
        "period": o.period,
        "value": float(o.value),
        "as_of": o.as_of,
        "valuation": o.valuation,
        "status": o.status,
    }


OBSERVATIONS: Shape[Observation] = Shape(
    "official figures",
    observation_json,
    {"source": _TEXT, **_SERIES, "period": _TEXT, "value": _NUMBER}
    | dict.fromkeys(("as_of", "valuation", "status"), _TEXT),
    _observation_row,
    ("source", "indicator", "reporter", "partner", "period", "value"),
)
"""One row per (source, series, period, as_of)."""
