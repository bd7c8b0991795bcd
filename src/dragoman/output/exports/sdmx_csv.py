"""Series as SDMX-CSV 2.0: official figures and levels that statements give, told apart by ``BASIS``."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.model.statements import Statement
from dragoman.output.exports.bundles import Bundle
from dragoman.output.statements import exact_number

__all__ = ["COLUMNS", "DIMENSIONS", "STRUCTURE", "write_sdmx_csv"]

STRUCTURE = "DRAGOMAN:DSD_RELATIONS(1.0)"
DIMENSIONS = (
    "BASIS", "INDICATOR", "REF_AREA", "COUNTERPART_AREA", "PRODUCT", "UNIT_MEASURE", "SOURCE", "VINTAGE", "TIME_PERIOD",
)  # fmt: skip
_ATTRIBUTES = ("OBS_STATUS", "VALUATION", "LOW", "HIGH", "STATEMENT", "COMMENT")
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *_ATTRIBUTES)
# SDMX CL_OBS_STATUS: A normal, F forecast. A figure in a text is as stated: normal, or a forecast.
_STATUS = {"actual": "A", "forecast": "F", "target": "F", "planned": "F", "proposed": "F"}
_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_NAMES = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "S1", 41: "S2"}


def _period(edtf: str | None) -> str | None:
    """The time period of SDMX: a year, month or day, a quarter or half-year; None for others."""
    if edtf is None:
        return None
    if _PERIOD.fullmatch(edtf):
        return edtf
    year, _, part = edtf.partition("-")
    name = _NAMES.get(int(part)) if part.isdigit() else None
    return f"{year}-{name}" if name and year.isdigit() else None


def _official(bundle: Bundle) -> Iterator[dict[str, str]]:
    for o in bundle.observations:
        period = _period(o.period)
        if period is None:
            continue
        s = o.series
        yield {
            "BASIS": "OFFICIAL",
            "INDICATOR": s.indicator,
            "REF_AREA": s.reporter,
            "COUNTERPART_AREA": s.partner or "_X",
            "PRODUCT": s.product or "_T",
            "UNIT_MEASURE": s.unit,
            "SOURCE": o.source,
            "VINTAGE": o.as_of or "_U",
            "TIME_PERIOD": period,
            "OBS_VALUE": exact_number(o.value),
            "OBS_STATUS": o.status or "",
            "VALUATION": o.valuation or "",
        }


def _stated(s: Statement, period: str) -> dict[str, str]:
    assert s.value is not None
    parties = (*s.actor, *s.recipient)
    if s.mode == "trade":
        parties = tuple(sorted(parties))
    product = (s.product.hs or s.product.text) if s.product else "_T"
    return {
        "BASIS": "STATED",
        "INDICATOR": s.mode,
        "REF_AREA": parties[0],
        "COUNTERPART_AREA": parties[1] if len(parties) > 1 else "_X",
        "PRODUCT": product,
        "UNIT_MEASURE": s.unit or "_U",
        "SOURCE": s.evidence.document,
        "VINTAGE": s.id,
        "TIME_PERIOD": period,
        "OBS_VALUE": exact_number(s.value),
        "OBS_STATUS": _STATUS[s.status],
        "LOW": "" if s.low is None else exact_number(s.low),
        "HIGH": "" if s.high is None else exact_number(s.high),
        "STATEMENT": s.id,
        "COMMENT": " ".join(s.evidence.text.split()),
    }


def _why_not(s: Statement) -> str | None:
    if s.kind != "figure":
        return "no figure"
    if s.measure != "level" or s.value is None:
        return "no level with a value"
    if s.status not in _STATUS:
        return f"status {s.status}"
    if not 1 <= len({*s.actor, *s.recipient}) <= 2:
        return "not one reporter with at most one partner"
    return None if _period(s.date) else "no period that SDMX can name"


def write_sdmx_csv(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """A row per observation: official ones first, then stated levels with their statement."""
    left_out: Counter[str] = Counter()
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        head = {"STRUCTURE": "datastructure", "STRUCTURE_ID": STRUCTURE, "ACTION": "I"}
        for row in _official(bundle):
            writer.writerow(head | row)
        for s in bundle.statements:
            why = _why_not(s)
            if why:
                left_out[why] += 1
            else:
                writer.writerow(head | _stated(s, _period(s.date) or ""))
    finally:
        text.detach()
    return left_out
