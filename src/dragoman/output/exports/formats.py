"""The formats that come with the package, by name."""

from __future__ import annotations

from dragoman.output.exports.annotations import write_jsonld
from dragoman.output.exports.bibliographies import write_bibtex
from dragoman.output.exports.bundles import Exporter
from dragoman.output.exports.calendars import write_icalendar
from dragoman.output.exports.features import write_geojson
from dragoman.output.exports.follow_the_money import write_ftm
from dragoman.output.exports.plover import write_plover
from dragoman.output.exports.polecat import write_polecat
from dragoman.output.exports.sdmx_csv import write_sdmx_csv
from dragoman.output.exports.sqlite_files import write_sqlite
from dragoman.output.exports.tidy import (
    write_statements_csv,
    write_statements_jsonl,
    write_statements_parquet,
    write_tables,
)

__all__ = ["EXPORTERS"]

EXPORTERS: tuple[Exporter, ...] = (
    Exporter("jsonl", ".jsonl", "application/x-ndjson", "Statements as JSON Lines", "a line is a statement", write_statements_jsonl),
    Exporter("csv", ".csv", "text/csv", "Statements as CSV", "a row is a statement", write_statements_csv),
    Exporter("parquet", ".parquet", "application/vnd.apache.parquet", "Statements as Parquet", "a row is a statement", write_statements_parquet),
    Exporter("tables", ".zip", "application/zip", "Tidy tables as CSV in a zip", "a table for each kind of row", write_tables),
    Exporter("plover", ".jsonl", "application/x-ndjson", "PLOVER events as JSON Lines", "a line is an event", write_plover, "2.0"),
    Exporter("polecat", ".tsv", "text/tab-separated-values", "Events in POLECAT's 40 columns", "a row is an event", write_polecat, "40 columns"),
    Exporter("ftm", ".ftm.json", "application/x-ndjson", "FollowTheMoney entities", "a line is an entity", write_ftm, "4"),
    Exporter("sdmx-csv", ".csv", "application/vnd.sdmx.data+csv; version=2.0.0", "Series as SDMX-CSV", "a row is an observation", write_sdmx_csv, "2.0"),
    Exporter("geojson", ".geojson", "application/geo+json", "Places of statements as GeoJSON", "a feature is a statement", write_geojson, "RFC 7946"),
    Exporter("jsonld", ".jsonld", "application/ld+json", "W3C Web Annotations as JSON-LD", "an annotation is a statement", write_jsonld, "1.1"),
    Exporter("icalendar", ".ics", "text/calendar", "Dated acts and due dates", "an event is a statement", write_icalendar, "2.0"),
    Exporter("bibtex", ".bib", "application/x-bibtex", "Sources as BibTeX", "an entry is a document", write_bibtex),
    Exporter("sqlite", ".sqlite", "application/vnd.sqlite3", "Tidy tables as a SQLite file", "a table for each kind of row", write_sqlite, "3"),
)  # fmt: skip
"""Every format of the package, the plain ones first."""
