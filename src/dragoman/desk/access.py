"""Who may use a shared record, and who did what with it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from dragoman.desk.history import moment_of
from dragoman.record import open_store
from dragoman.record.access import Access, Audited, Token

__all__ = ["audit", "issue", "migrate", "revoke", "tokens"]


def issue(record: str | Path, who: str, role: str, until: str | None = None) -> tuple[Token, str]:
    """A new token of a record, and its secret, shown this once; ``until`` is a day, EDTF.

    Raises
    ------
    UsageError, BadPeriod
        No such role, nobody's name, or a day that is past or none.
    """
    with open_store(record) as store:
        return Access(store).issue(who, role, moment_of(until) if until else None, by="command line")


def revoke(record: str | Path, id: str) -> None:
    """Make a token worthless.

    Raises
    ------
    UsageError
        No such token in force.
    """
    with open_store(record) as store:
        Access(store).revoke(id, by="command line")


def tokens(record: str | Path) -> Sequence[Token]:
    """All tokens ever issued, oldest first."""
    with open_store(record, read_only=True) as store:
        return Access(store).tokens()


def audit(record: str | Path, since: str | None = None) -> Sequence[Audited]:
    """Who did what, oldest first."""
    moment: datetime | None = moment_of(since) if since else None
    with open_store(record, read_only=True) as store:
        return Access(store).audit(moment)


def migrate(record: str | Path) -> None:
    """Bring a record made by an older version up to date."""
    with open_store(record, migrate=True):
        pass
