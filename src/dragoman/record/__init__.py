"""Where all is kept: documents, statements, facts, official figures, findings, history."""

from dragoman.record.addresses import is_address, is_there, kept_beside, names_record, open_store, shown
from dragoman.record.duckdb_store import DuckdbStore, open_record
from dragoman.record.rows import (
    Added,
    Change,
    ClaimGroup,
    Fact,
    Reading,
    Review,
    Separation,
    StoredDocument,
    Telling,
)
from dragoman.record.store import Status, Store

__all__ = [
    "Added",
    "Change",
    "ClaimGroup",
    "DuckdbStore",
    "Fact",
    "Reading",
    "Review",
    "Separation",
    "Status",
    "Store",
    "StoredDocument",
    "Telling",
    "is_address",
    "is_there",
    "kept_beside",
    "names_record",
    "open_record",
    "open_store",
    "shown",
]
