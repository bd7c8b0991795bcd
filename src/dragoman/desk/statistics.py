"""What an analyst asks of official figures: load, fetch, show side by side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.model.findings import Observation, plain_number
from dragoman.model.intervals import Interval

if TYPE_CHECKING:
    from dragoman.errors import InputError
    from dragoman.statistics.disagreements import FlowRow, Total
    from dragoman.statistics.loaded import Loaded
    from dragoman.statistics.requests import Fetched

__all__ = [
    "SOURCES",
    "Shown",
    "default_record",
    "fetch",
    "keep",
    "load",
    "row_json",
    "show",
    "show_inputs",
    "total_json",
]

SOURCES = ("comtrade", "comext", "imf", "worldbank", "oecd")
"""Services that `fetch` asks."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Official figures of a pair: flows, turnover, and what could not be read."""

    rows: tuple[FlowRow, ...]
    totals: tuple[Total, ...]
    problems: tuple[InputError, ...]
    notes: tuple[str, ...]


def default_record(into: str | Path | None) -> str | Path:
    """The record given, else the one that ``DRAGOMAN_RECORD`` names, else ``record.duckdb`` here."""
    return into or os.environ.get("DRAGOMAN_RECORD") or "record.duckdb"


def load(paths: Iterable[str | Path], mapping: Path | None = None, as_of: str | None = None) -> Loaded:
    """The official figures of files; what cannot be read is named, the rest loads.

    Forms of tables that plug-ins bring go before the package's own, unless a mapping says what the
    columns are.
    """
    from dragoman.model.periods import parse_period
    from dragoman.statistics.loaded import joined
    from dragoman.statistics.tables import read_files
    from dragoman.statistics.wide import read_mapping

    if as_of is not None:
        parse_period(as_of)
    if mapping is not None:
        return read_files(paths, read_mapping(mapping), as_of)
    return joined([_brought(path, as_of) or read_files([path], None, as_of) for path in paths])


def _brought(path: str | Path, as_of: str | None) -> Loaded | None:
    """What a plug-in makes of a file, by row as the package's own forms; None where none claims it."""
    from dragoman.desk.plugins import brought_statistics
    from dragoman.statistics.loaded import collect

    found = brought_statistics(path)
    if found is None:
        return None
    observations, problems = found
    dated = [o if o.as_of or as_of is None else replace(o, as_of=as_of) for o in observations]
    return collect([(str(path), o) for o in dated], problems)


def keep(observations: Sequence[Observation], into: str | Path) -> int:
    """Add official figures to a record; the number that were new or revised.

    Raises
    ------
    RecordError
        The record cannot be used.
    """
    from dragoman.record import open_store

    with open_store(into) as record:
        return record.add_observations(observations)


def fetch(
    source: str,
    reporters: Sequence[str],
    partners: Sequence[str],
    period: str,
    *,
    mirror: bool = True,
    product: str | None = None,
    dataflow: str | None = None,
    key: str | None = None,
    cache: Path | None = None,
    refresh: bool = False,
) -> Fetched:
    """Ask an official service for the trade of reporters with partners.

    Parameters
    ----------
    source : str
        One of `SOURCES`.
    partners : sequence of str
        Alpha-3 codes; none is the world.
    period : str
        See `dragoman.statistics.requests.parse_periods`.

    Raises
    ------
    UsageError
        An argument makes no sense.
    MissingExtra
        The service needs sdmx1.
    """
    from dragoman.desk.reconcile import codes_named
    from dragoman.statistics.answers import Answers, Asker, default_folder
    from dragoman.statistics.comtrade import Comtrade
    from dragoman.statistics.constants import constant
    from dragoman.statistics.requests import Query, parse_periods
    from dragoman.statistics.services import fetch_service, services

    if source not in SOURCES:
        raise UsageError(f"no source {source!r}", remedy=f"use one of {', '.join(SOURCES)}")
    query = Query(
        tuple(codes_named(reporters)),
        tuple(codes_named(partners)) or (None,),
        parse_periods(period),
        mirror,
    )
    if not query.reporters or not query.sides():
        raise UsageError("nothing to ask for", remedy="give --reporter and another country as --partner")
    asker = Asker(
        Answers(cache or default_folder()),
        interval=float(constant("comtrade", "interval")),
        attempts=int(constant("comtrade", "attempts")),
        refresh=refresh,
    )
    if source == "comtrade":
        return Comtrade(asker).fetch(query, product)
    if product is not None:
        raise UsageError(f"--product with {source}", remedy="give a --key of the service instead")
    return fetch_service(services()[source], query, asker, dataflow=dataflow, key=key)


def show_inputs(paths: Sequence[str] | None) -> list[str]:
    """The inputs given, else the default record where it is there, else the bundled sample."""
    if paths:
        return list(paths)
    from dragoman.record import is_there

    record = default_record(None)
    return [str(record)] if is_there(record) else ["bundled"]


def show(one: str, other: str, inputs: Iterable[str | Path]) -> Shown:
    """Official figures of a pair side by side, from records and tables.

    Raises
    ------
    UnknownCode
        One is no country or body.
    """
    from dragoman.desk.reconcile import codes_named, gather
    from dragoman.record import names_record
    from dragoman.statistics.disagreements import compare, totals
    from dragoman.statistics.loaded import collect
    from dragoman.statistics.tables import read_files

    a, b = codes_named([one, other])
    given = [str(p) for p in inputs]
    records = gather([p for p in given if names_record(p)])
    files = read_files(p for p in given if not names_record(p))
    every = collect([("input", o) for o in (*records.observations, *files.observations)])
    rows = compare(every.observations, a, b)
    return Shown(
        tuple(rows),
        tuple(totals(every.observations, a, b)),
        (*records.problems, *files.problems, *every.problems),
        tuple(dict.fromkeys((*files.notes, *every.notes))),
    )


def _ends(interval: Interval) -> list[int | float | None]:
    return [plain_number(interval.low), plain_number(interval.high)]


def row_json(row: FlowRow) -> Mapping[str, Any]:
    """A flow and period as a JSON object."""
    gap, likely = row.gap, row.estimate
    return {
        "seller": row.flow.seller,
        "buyer": row.flow.buyer,
        "product": row.flow.product,
        "unit": row.flow.unit,
        "period": row.period,
        "reports": [
            {
                "reporter": o.series.reporter,
                "flow": o.series.indicator,
                "source": o.source,
                "value": plain_number(o.value),
                "as_of": o.as_of,
                "valuation": o.valuation,
                "obs_status": o.status,
            }
            for o in row.reports
        ],
        "official": _ends(row.hull),
        "spread": plain_number(row.spread),
        "mirror": None
        if gap is None
        else {"ratio": plain_number(gap.ratio), "allowed": _ends(gap.allowed), "verdict": gap.verdict},
        "estimate": {
            "interval": _ends(likely.interval),
            "centre": plain_number(likely.centre),
            "weight": plain_number(likely.weight),
            "because": likely.because,
        },
        "revisions": [
            {"source": b.source, "factor": _ends(b.factor), "seen": b.seen, "learnt": b.learnt}
            for b in row.bands
        ],
    }


def total_json(total: Total) -> Mapping[str, Any]:
    """Turnover of a pair by one source as a JSON object; values as exact text."""
    return {
        "turnover": [total.reporter, total.partner],
        "source": total.source,
        "unit": total.unit,
        "period": total.period,
        "exports": str(total.exports),
        "imports": str(total.imports),
        "value": str(total.value),
    }
