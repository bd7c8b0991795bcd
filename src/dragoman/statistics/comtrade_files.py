"""UN Comtrade's JSON answers and CSV downloads, API v1 (§S2).

One record per (reporter, partner, second partner, flow, commodity, customs procedure, transport,
period); only totals over second partner, procedure and transport are official trade by partner.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from dragoman.errors import InputError, UnreadableFile
from dragoman.model.findings import Observation, Series
from dragoman.statistics import cells
from dragoman.statistics.loaded import Loaded, collect
from dragoman.statistics.texts import Row, rows

__all__ = ["SOURCE", "comtrade_csv", "comtrade_json", "is_comtrade", "record_count", "trouble_of"]

SOURCE = "UN Comtrade"
_FLOWS = {
    "X": "exports",
    "M": "imports",
    "RX": "re-exports",
    "RM": "re-imports",
    "DX": "domestic exports",
    "FM": "foreign imports",
}
# Field and the value of its total; absent fields are totals.
_TOTALS = {"partner2Code": "0", "motCode": "0", "customsCode": "C00", "mosCode": "0"}
_YES = ("true", "1")


def is_comtrade(fields: Iterable[str]) -> bool:
    """Whether the fields are those of Comtrade's records."""
    return {"reporterCode", "partnerCode", "flowCode", "primaryValue"} <= set(fields)


def comtrade_csv(text: str, path: str, as_of: str | None = None) -> Loaded:
    """The observations of a CSV download."""
    return _records(rows(text, path), as_of)


def comtrade_json(text: str, path: str, as_of: str | None = None) -> Loaded:
    """The observations of a JSON answer (``{"data": [...]}``) or a bare list of records.

    Raises
    ------
    UnreadableFile
        The text is no JSON, says that the request failed, or holds no list of records.
    """
    found = _parsed(text, path)
    if isinstance(found, dict) and found.get("error"):
        raise UnreadableFile(
            f"UN Comtrade says {found['error']!r}", where=path, remedy="ask for less or otherwise"
        )
    records = found.get("data") if isinstance(found, dict) else found
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        raise UnreadableFile(
            "holds no list of records", where=path, remedy='give an answer of the v1 API: {"data": [...]}'
        )
    return _records(((f"{path}, record {n}", _as_text(r)) for n, r in enumerate(records, start=1)), as_of)


def _parsed(text: str, path: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"is no JSON: {error}", where=path, remedy="download it again") from error


def record_count(text: str) -> int:
    """How many records a JSON answer has; 0 where it is none."""
    try:
        found = _parsed(text, "")
    except UnreadableFile:
        return 0
    records = found.get("data") if isinstance(found, dict) else found
    return len(records) if isinstance(records, list) else 0


def trouble_of(text: str) -> str | None:
    """What is wrong with a JSON answer as a whole; None where nothing is."""
    try:
        comtrade_json(text, "answer")
    except UnreadableFile as error:
        return error.what
    return None


def _as_text(record: Mapping[str, Any]) -> dict[str, str]:
    return {k: "" if v is None else str(v) for k, v in record.items()}


def _records(found: Iterable[Row], as_of: str | None) -> Loaded:
    problems: list[InputError] = []
    parts = 0

    def read() -> Iterator[tuple[str, Observation]]:
        nonlocal parts
        for where, cell in found:
            if any(cell.get(field, "") not in ("", total) for field, total in _TOTALS.items()):
                parts += 1
                continue
            try:
                yield where, _observation(cell, where, as_of)
            except InputError as problem:
                problems.append(problem)

    good = list(read())
    note = (
        f"{parts} record{'s' if parts > 1 else ''} left out: parts by second partner, transport or procedure"
    )
    return collect(good, problems, [note] if parts else [])


def _area(cell: Mapping[str, str], side: str, where: str) -> str | None:
    iso, code = cell.get(f"{side}ISO", ""), cell.get(f"{side}Code", "")
    try:
        return cells.code_area(iso or code, where, f"{side}ISO")
    except InputError:
        # "S19" and its like stand for areas that ISO does not have
        return cells.code_area(code, where, f"{side}Code")


def _observation(cell: Mapping[str, str], where: str, as_of: str | None) -> Observation:
    if cell.get("flowCode") not in _FLOWS:
        raise cells.bad(where, "flowCode", cell.get("flowCode"), f"one of {', '.join(_FLOWS)}")
    reporter = _area(cell, "reporter", where)
    if reporter is None:
        raise cells.bad(where, "reporterCode", cell.get("reporterCode"), "one country as the reporter")
    product = cell.get("cmdCode", "TOTAL")
    value = cells.number(cell.get("primaryValue", ""), where, "primaryValue")
    series = Series(
        _FLOWS[cell["flowCode"]],
        reporter,
        _area(cell, "partner", where),
        None if product in ("TOTAL", "") else product,
        "USD",
    )
    when = cells.period(cell.get("period") or cell.get("refYear", ""), where)
    return Observation(series, when, value, SOURCE, as_of, _valuation(cell, value), _status(cell))


def _valuation(cell: Mapping[str, str], value: Decimal) -> str | None:
    """Which of the two values of a record the primary one is; None where it is both or neither."""
    same = []
    for name, field in (("FOB", "fobvalue"), ("CIF", "cifvalue")):
        text = cell.get(field, "")
        if text and cells.number(text, "", field) == value:
            same.append(name)
    return same[0] if len(same) == 1 else None


def _status(cell: Mapping[str, str]) -> str | None:
    """``A`` where the reporter itself sent the record; None where Comtrade summed it or does not say.

    ``legacyEstimationFlag`` is about quantities and weights, which are not read.
    """
    return "A" if cell.get("isReported", "").casefold() in _YES else None
