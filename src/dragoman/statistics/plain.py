"""The plain table: ``reporter,partner,flow,period,value,unit,source,as_of``.

One row per (reporter, partner, flow, period, source, as_of). ``flow`` is ``X`` (exports) or ``M``
(imports) seen from the reporter; ``value`` is in units of ``unit``, unscaled. More columns may
follow: ``valuation`` (FOB, CIF), ``obs_status`` (SDMX), ``product`` (HS code or words) and
``indicator`` (``gdp``, ``population``), which stands in place of flow and partner.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from dragoman.errors import InputError
from dragoman.model.findings import Observation, Series
from dragoman.model.periods import is_period
from dragoman.statistics import cells
from dragoman.statistics.loaded import Loaded, collect
from dragoman.statistics.texts import Row

__all__ = ["COLUMNS", "FLOWS", "OPTIONAL", "is_plain", "plain_observations", "plain_text"]

COLUMNS = ("reporter", "partner", "flow", "period", "value", "unit", "source", "as_of")
OPTIONAL = ("valuation", "obs_status", "product", "indicator")
FLOWS = {"X": "exports", "M": "imports"}

_INDICATOR = re.compile(r"[a-z][a-z_ -]*")


def is_plain(headings: Iterable[str]) -> bool:
    """Whether a table has the columns of the plain one; ``as_of`` may be left out."""
    return set(COLUMNS[:7]) <= set(headings)


def plain_observations(rows: Iterable[Row]) -> Loaded:
    """The observations of a plain table."""
    problems: list[InputError] = []

    def read() -> Iterator[tuple[str, Observation]]:
        for where, cell in rows:
            try:
                yield where, _observation(cell, where)
            except InputError as problem:
                problems.append(problem)

    good = list(read())
    return collect(good, problems)


def _observation(cell: Mapping[str, str], where: str) -> Observation:
    reporter = cells.area(cell["reporter"], where, "reporter")
    indicator, partner = _indicator(cell, where)
    when = cell["period"]
    if not is_period(when):  # what is EDTF stays as it is; SDMX's quarters and halves are known too
        when = cells.period(when, where)
    unit = cells.unit(cell["unit"], where)
    value = cells.number(cell["value"], where)
    as_of = cell.get("as_of") or None
    if as_of is not None and not is_period(as_of):
        raise cells.bad(where, "as_of", as_of, "an EDTF date such as 2025-07, or nothing")
    return Observation(
        Series(indicator, reporter, partner, cell.get("product") or None, unit),
        when,
        value,
        cell["source"],
        as_of,
        cells.valuation(cell.get("valuation", ""), where),
        cells.status(cell.get("obs_status", ""), where),
    )


def _indicator(cell: Mapping[str, str], where: str) -> tuple[str, str | None]:
    other = cell.get("indicator", "")
    if other and not cell["flow"]:
        if not _INDICATOR.fullmatch(other):
            raise cells.bad(where, "indicator", other, "words in small letters such as gdp or population")
        partner = cells.area(cell["partner"], where, "partner") if cell["partner"] else None
        return other, partner
    if cell["flow"] not in FLOWS:
        raise cells.bad(where, "flow", cell["flow"], "X (exports) or M (imports)")
    # W00 is the world (§S1).
    partner = None if cell["partner"] == "W00" else cells.area(cell["partner"], where, "partner")
    return FLOWS[cell["flow"]], partner


def plain_text(observations: Iterable[Observation]) -> str:
    """Observations as a plain table that reads back as the same ones."""
    flows = {indicator: flow for flow, indicator in FLOWS.items()}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*COLUMNS, *OPTIONAL))
    for o in observations:
        s = o.series
        flow = flows.get(s.indicator, "")
        partner = s.partner or ("W00" if flow else "")
        row = (s.reporter, partner, flow, o.period, f"{o.value:f}", s.unit, o.source, o.as_of or "")
        more = (o.valuation or "", o.status or "", s.product or "", "" if flow else s.indicator)
        writer.writerow(row + more)
    return out.getvalue()
