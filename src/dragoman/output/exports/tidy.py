"""Tidy tables: one row per statement, per figure, per party, per product, and so on."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from dragoman.model.statements import Statement
from dragoman.output.exports.bundles import Bundle, days_of
from dragoman.output.statements import exact_number, write_csv, write_jsonl, write_parquet

__all__ = [
    "TABLES",
    "tables",
    "write_statements_csv",
    "write_statements_jsonl",
    "write_statements_parquet",
    "write_tables",
]

# Table: columns. The first column of each is the key, or leads to the statement that has it.
TABLES: dict[str, tuple[str, ...]] = {
    "documents": (
        "document", "id", "title", "date", "date_source", "outlet", "author", "language", "url", "characters",
    ),
    "statements": (
        "statement", "document", "kind", "mode", "date", "first_day", "last_day", "status", "object", "place",
        "place_country", "place_locode", "count_low", "count_high", "said_by", "said_type", "quoted", "start", "end",
        "text", "rule", "confidence",
    ),
    "figures": (
        "statement", "mode", "reporter", "partner", "period", "status", "measure", "value", "low", "high", "unit",
        "base", "product", "product_hs",
    ),
    "parties": ("statement", "role", "code"),
    "people": ("statement", "name", "role", "country"),
    "organisations": ("statement", "name"),
    "products": ("statement", "flow", "product", "product_hs"),
    "observations": (
        "source", "indicator", "reporter", "partner", "product", "unit", "period", "value", "as_of", "valuation",
        "status",
    ),
    "findings": ("finding", "rule", "verdict", "indicator", "reporter", "partner", "period", "because"),
    "proofs": ("finding", "statement"),
}  # fmt: skip

Row = Sequence[Any]


def _statement(s: Statement) -> Row:
    first, last = days_of(s.date)
    place, count, said, e = s.place, s.count, s.attribution, s.evidence
    return (
        s.id, e.document, s.kind, s.mode, s.date, first, last, s.status, s.object,
        place and place.name, place and place.country, place and place.locode,
        count and count.low, count and count.high, said and said.source, said and said.type, said and said.quoted,
        e.start, e.end, e.text, s.rule, s.confidence,
    )  # fmt: skip


def _figure(s: Statement) -> Row:
    product = s.product
    return (
        s.id, s.mode, " ".join(s.actor), " ".join(s.recipient), s.date, s.status, s.measure,
        *(None if n is None else exact_number(n) for n in (s.value, s.low, s.high)),
        s.unit, s.base, product and product.text, product and product.hs,
    )  # fmt: skip


def _of_statements(told: Iterable[Statement]) -> Iterator[tuple[str, Row]]:
    for s in told:
        yield "statements", _statement(s)
        if s.kind == "figure":
            yield "figures", _figure(s)
        for role, codes in (("actor", s.actor), ("recipient", s.recipient)):
            yield from (("parties", (s.id, role, code)) for code in codes)
        yield from (("people", (s.id, p.name, p.role, p.country)) for p in s.people)
        yield from (("organisations", (s.id, name)) for name in s.organisations)
        yield from (("products", (s.id, s.flow, p.text, p.hs)) for p in s.products)


def tables(bundle: Bundle) -> dict[str, list[Row]]:
    """Every table with its rows, in the order of `TABLES`; absent values are None."""
    out: dict[str, list[Row]] = {name: [] for name in TABLES}
    for d in bundle.documents.values():
        out["documents"].append(
            (d.name, d.id, d.title, d.date, d.date_source, d.outlet, d.author, d.language, d.url, len(d.text))
        )
    for name, row in _of_statements(bundle.statements):
        out[name].append(row)
    for o in bundle.observations:
        x = o.series
        out["observations"].append(
            (
                o.source,
                x.indicator,
                x.reporter,
                x.partner,
                x.product,
                x.unit,
                o.period,
                exact_number(o.value),
                o.as_of,
                o.valuation,
                o.status,
            )
        )
    for f in bundle.findings:
        x = f["series"]
        out["findings"].append(
            (
                f["id"],
                f["rule"],
                f["verdict"],
                x["indicator"],
                x["reporter"],
                x["partner"],
                f["period"],
                f["because"],
            )
        )
        out["proofs"].extend((f["id"], id) for id in f["statements"])
    return out


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_tables(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """All tables as CSV files in one zip; equal bundles give equal bytes."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables(bundle).items():
            text = io.StringIO()
            writer = csv.writer(text, lineterminator="\n")
            writer.writerow(TABLES[name])
            writer.writerows([_cell(value) for value in row] for row in rows)
            archive.writestr(zipfile.ZipInfo(f"{name}.csv"), text.getvalue(), zipfile.ZIP_DEFLATED)
    return Counter()


def write_statements_csv(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """A statement a row, lists joined by ``; ``."""
    write_csv(bundle.statements, out)
    return Counter()


def write_statements_parquet(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """A statement a row, lists as lists."""
    write_parquet(bundle.statements, out)
    return Counter()


def write_statements_jsonl(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """A statement a line, as the contract has it."""
    write_jsonl(bundle.statements, out)
    return Counter()
