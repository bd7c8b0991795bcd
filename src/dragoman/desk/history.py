"""What changed in a record since a day?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

from dragoman.model.periods import parse_period
from dragoman.record import Change, open_store

__all__ = ["changes", "moment_of"]


def moment_of(since: str) -> datetime:
    """The first moment, in UTC, of an ISO time or an EDTF date.

    Raises
    ------
    BadPeriod
        The text is neither.
    """
    try:
        moment = datetime.fromisoformat(since)
    except ValueError:
        first = parse_period(since).first
        moment = datetime.combine(first, time.min) if first else datetime.min
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def changes(record: str | Path, since: str | None = None) -> Iterator[Change]:
    """What came, changed or went, oldest first."""
    moment = moment_of(since) if since else None
    with open_store(record, read_only=True) as store:
        yield from store.changes(moment)
