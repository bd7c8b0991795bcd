"""How SDMX names what an observation is made of, and rows of SDMX as observations (§S2).

The names are data: ``data/statistics/sdmx.yaml``. A row is a mapping from the id of a dimension,
attribute or measure to its code, from SDMX-CSV or from a service.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import InputError, RuleError
from dragoman.model.findings import Observation, Series
from dragoman.statistics import cells
from dragoman.statistics.loaded import Loaded, collect
from dragoman.statistics.texts import Row

__all__ = ["Concepts", "Dataflow", "concepts", "sdmx_observations"]

_WHERE = "data/statistics/sdmx.yaml"
_KEYS = {
    "concepts": dict,
    "codes": dict,
    "products_of_all_goods": list,
    "agencies": dict,
    "missing_values": list,
    "missing_statuses": list,
}
_SLOTS = {"reporter", "partner", "flow", "product", "unit", "scale", "status", "valuation", "as_of"}
_UPDATED = re.compile(r"(\d{2})/(\d{2})/(\d{2})\b", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SCALES = {"units": 0, "thousands": 3, "millions": 6, "billions": 9}
_LARGEST_SCALE = 15


@dataclass(frozen=True, slots=True)
class Dataflow:
    """Agency and id of a dataflow, from ``ESTAT:DS-045409(1.0)``."""

    agency: str
    id: str

    @classmethod
    def parse(cls, text: str) -> Dataflow:
        """Read ``AGENCY:ID(VERSION)``; parts that are not there stay empty."""
        agency, _, rest = text.rpartition(":")
        return cls(agency, re.sub(r"\(.*", "", rest))


@dataclass(frozen=True, slots=True)
class Concepts:
    """The contents of ``sdmx.yaml``."""

    slots: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Mapping[str, str]]
    all_goods: frozenset[str]
    agencies: Mapping[str, Mapping[str, Any]]
    missing_values: frozenset[str]
    missing_statuses: frozenset[str]

    def source(self, flow: Dataflow) -> str:
        """How the publisher of a dataflow is named: ``Eurostat DS-045409``."""
        name = self.agencies.get(flow.agency, {}).get("name", flow.agency)
        return " ".join(x for x in (name, flow.id) if x)

    def customary(self, flow: Dataflow, indicator: str) -> str | None:
        """The valuation that an agency says its figures of an indicator have."""
        found = self.agencies.get(flow.agency, {}).get("valuation", {}).get(indicator)
        return None if found is None else str(found)


@lru_cache(maxsize=1)
def concepts() -> Concepts:
    """The concepts of ``sdmx.yaml``.

    Raises
    ------
    RuleError
        A key is missing, unknown or of another kind.
    """
    import yaml

    text = (files("dragoman") / "data" / "statistics" / "sdmx.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    if set(found) != set(_KEYS) or any(not isinstance(found[k], kind) for k, kind in _KEYS.items()):
        raise RuleError(f"keys {sorted(found)}", where=_WHERE, remedy=f"they must be {sorted(_KEYS)}")
    if set(found["concepts"]) != _SLOTS:
        raise RuleError(
            f"concepts {sorted(found['concepts'])}", where=_WHERE, remedy=f"give {sorted(_SLOTS)}"
        )
    for code, means in found["codes"].items():
        if "indicator" not in means or set(means) - {"indicator", "valuation", "unit"}:
            raise RuleError(f"code {code}", where=_WHERE, remedy="give indicator, and valuation or unit")
    return Concepts(
        {slot: tuple(ids) for slot, ids in found["concepts"].items()},
        {str(code): means for code, means in found["codes"].items()},
        frozenset(found["products_of_all_goods"]),
        found["agencies"],
        frozenset(found["missing_values"]),
        frozenset(found["missing_statuses"]),
    )


def sdmx_observations(rows: Iterable[Row], flow: Dataflow | None = None, as_of: str | None = None) -> Loaded:
    """Rows of SDMX as observations; what cannot be read is a problem, the rest loads.

    Parameters
    ----------
    rows : iterable of Row
        Cells by id; ``TIME_PERIOD`` and ``OBS_VALUE`` besides dimensions and attributes. The
        dataflow is taken from ``DATAFLOW`` or ``STRUCTURE_ID`` where not given.
    as_of : str, optional
        Vintage, EDTF, where the rows do not say one.
    """
    problems: list[InputError] = []
    notes: dict[str, int] = {}

    def read() -> Iterator[tuple[str, Observation]]:
        for where, cell in rows:
            left = _left_out(cell)
            if left:
                notes[left] = notes.get(left, 0) + 1
                continue
            try:
                yield where, _observation(cell, where, flow, as_of)
            except InputError as problem:
                problems.append(problem)

    good = list(read())
    return collect(
        good, problems, [f"{n} row{'s' if n > 1 else ''} left out: {why}" for why, n in notes.items()]
    )


def _left_out(cell: Mapping[str, str]) -> str | None:
    """Why a row is none to load: it has no value, or takes one back."""
    known = concepts()
    if cell.get("ACTION") == "D":
        return "ACTION is D (delete)"
    if cell.get("OBS_VALUE", "") in known.missing_values:
        status = _cell(cell, "status")
        if not status or status in known.missing_statuses:
            return "no value (OBS_VALUE is empty)"
    return None


def _cell(cell: Mapping[str, str], slot: str) -> str:
    for id in concepts().slots[slot]:
        if cell.get(id):
            return cell[id]
    return ""


def _named(cell: Mapping[str, str], slot: str) -> str:
    """The id under which a row has a slot, to be named in a problem."""
    ids = concepts().slots[slot]
    return next((id for id in ids if id in cell), ids[0])


def _meaning(cell: Mapping[str, str], where: str) -> Mapping[str, str]:
    """What the flow code of a row means."""
    known = concepts()
    for id in known.slots["flow"]:
        if cell.get(id, "").upper() in known.codes:
            return known.codes[cell[id].upper()]
    raise cells.bad(where, _named(cell, "flow"), _cell(cell, "flow"), f"one of {', '.join(known.codes)}")


def _observation(
    cell: Mapping[str, str], where: str, flow: Dataflow | None, as_of: str | None
) -> Observation:
    known = concepts()
    flow = flow or Dataflow.parse(cell.get("DATAFLOW") or cell.get("STRUCTURE_ID", ""))
    means = _meaning(cell, where)
    column = _named(cell, "reporter")
    reporter = cells.code_area(_cell(cell, "reporter"), where, column)
    if reporter is None:
        raise cells.bad(where, column, _cell(cell, "reporter"), "one country as the reporter")
    partner = _cell(cell, "partner")
    product = _cell(cell, "product")
    told = means.get("unit") or _cell(cell, "unit")
    unit, factor = cells.code_unit(told, where, _named(cell, "unit"))
    value = cells.number(cell.get("OBS_VALUE", ""), where, "OBS_VALUE") * factor * _scale(cell, where)
    indicator = means["indicator"]
    series = Series(
        indicator,
        reporter,
        cells.code_area(partner, where, _named(cell, "partner")) if partner else None,
        None if not product or product in known.all_goods else product,
        unit,
    )
    worth = _cell(cell, "valuation")
    return Observation(
        series,
        cells.period(cell.get("TIME_PERIOD", ""), where, "TIME_PERIOD"),
        value,
        known.source(flow) or "SDMX",
        _vintage(cell) or as_of,
        worth if worth in cells.VALUATIONS else means.get("valuation") or known.customary(flow, indicator),
        cells.status(_cell(cell, "status").upper(), where, _named(cell, "status")),
    )


def _scale(cell: Mapping[str, str], where: str) -> Decimal:
    """Ten to the power of UNIT_MULT [-]; the IMF may write the word."""
    text = _cell(cell, "scale")
    power = _SCALES.get(text.casefold())
    if power is None:
        if text and not re.fullmatch(r"-?\d{1,2}", text, re.ASCII):
            raise cells.bad(where, _named(cell, "scale"), text, "a power of ten such as 0, 3 or 6")
        power = int(text or 0)
    if abs(power) > _LARGEST_SCALE:
        raise cells.bad(where, _named(cell, "scale"), text, "a power of ten such as 0, 3 or 6")
    return Decimal(1).scaleb(power)


def _vintage(cell: Mapping[str, str]) -> str | None:
    """The day of Eurostat's ``LAST UPDATE`` (16/06/25 11:00:00), or of an ISO time."""
    text = _cell(cell, "as_of")
    m = _UPDATED.match(text)
    if m:
        day, month, year = m.groups()
        return f"20{year}-{month}-{day}"
    m = _ISO_DAY.match(text)
    return m[0] if m else None
