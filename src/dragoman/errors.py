"""Every error that Dragoman raises on purpose.

::

    DragomanError                     code              also a
    ├── InputError                    input-unreadable  OSError-free, a ValueError
    │   ├── UnreadableFile            file-unreadable
    │   ├── PartlyRead                document-partly-read
    │   ├── TooSlow                   document-too-slow
    │   ├── BadLine                   line-unreadable
    │   └── BadTable                  table-invalid
    ├── UsageError                    usage             ValueError
    │   ├── BadPeriod                 period-invalid
    │   └── UnknownCode               code-unknown      KeyError
    ├── RuleError                     rule-invalid      ValueError
    ├── NetworkTableError             network-invalid   ValueError
    ├── NoRoute                       route-none        LookupError
    ├── RecordError                   record-unusable   RuntimeError
    │   ├── RecordHeld                record-held
    │   ├── RecordTooNew              record-too-new
    │   └── RecordTooOld              record-too-old
    ├── AccessDenied                  access-denied     PermissionError
    │   ├── NotSignedIn               not-signed-in
    │   └── NotAllowed                not-allowed
    ├── NotWritten                    output-not-written RuntimeError
    ├── FetchError                    fetch-refused     ConnectionError
    └── MissingExtra                  extra-missing     ImportError

A claim that is wrong is never an exception: it is a finding. Exceptions are for wrong calls
and broken inputs; each says what was found, where, and what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = [
    "AccessDenied",
    "BadLine",
    "BadPeriod",
    "BadTable",
    "DragomanError",
    "FetchError",
    "InputError",
    "MissingExtra",
    "NetworkTableError",
    "NoRoute",
    "NotAllowed",
    "NotSignedIn",
    "NotWritten",
    "PartlyRead",
    "RecordError",
    "RecordHeld",
    "RecordTooNew",
    "RecordTooOld",
    "RuleError",
    "TooSlow",
    "UnknownCode",
    "UnreadableFile",
    "UsageError",
    "reason_of",
]


class DragomanError(Exception):
    """Base of all errors of the package; ``code`` is stable and documented.

    Parameters
    ----------
    what : str
        What was found.
    where : str
        File, line, column, option or offset; empty where the sentence already says it.
    remedy : str
        What to do about it; empty where nothing can be done.
    """

    code = "error"

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """One line: where, what, what to do."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}; {self.remedy}" if self.remedy else head

    def __str__(self) -> str:
        return self.message


class InputError(DragomanError, ValueError):
    """Some input cannot be read; the rest of the input still is."""

    code = "input-unreadable"


class UnreadableFile(InputError):
    """A file that cannot be opened, decoded or understood."""

    code = "file-unreadable"


class PartlyRead(InputError):
    """Some sentences of a document cannot be read; the others were.

    Parameters
    ----------
    what, where, remedy : str
        As of every error.
    statements : sequence
        What the other sentences say, as `model.statements.Statement`.
    """

    code = "document-partly-read"

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", statements: Sequence[Any] = ()
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.statements = tuple(statements)


class TooSlow(InputError):
    """A document that was not done in the time given to one."""

    code = "document-too-slow"


class BadLine(InputError):
    """A line of a line-based input that is not what it should be."""

    code = "line-unreadable"


class BadTable(InputError):
    """A row or cell of a table that is not what it should be."""

    code = "table-invalid"


class UsageError(DragomanError, ValueError):
    """A call or command with arguments that make no sense."""

    code = "usage"


class BadPeriod(UsageError):
    """Text that is no EDTF period."""

    code = "period-invalid"


class UnknownCode(UsageError, KeyError):
    """A country, currency, product, place or unit that no table knows."""

    code = "code-unknown"

    def __str__(self) -> str:
        return self.message


class RuleError(DragomanError, ValueError):
    """A rule or lexicon file with a wrong key, value or example."""

    code = "rule-invalid"


class NetworkTableError(DragomanError, ValueError):
    """A network folder with a bad leg, node or calendar: refused whole."""

    code = "network-invalid"


class NoRoute(DragomanError, LookupError):
    """No route joins two places under the given conditions."""

    code = "route-none"


class RecordError(DragomanError, RuntimeError):
    """A record that cannot be used."""

    code = "record-unusable"


class RecordHeld(RecordError):
    """Another process holds the record's file."""

    code = "record-held"


class RecordTooNew(RecordError):
    """The record was written by a newer version; it is left untouched."""

    code = "record-too-new"


class RecordTooOld(RecordError):
    """A shared record's schema is older than the code; somebody must bring it up to date."""

    code = "record-too-old"


class AccessDenied(DragomanError, PermissionError):
    """Somebody may not do what they asked; says no more than that."""

    code = "access-denied"


class NotSignedIn(AccessDenied):
    """No token, or one that is unknown, expired or revoked (HTTP 401)."""

    code = "not-signed-in"


class NotAllowed(AccessDenied):
    """A good token whose role does not reach (HTTP 403)."""

    code = "not-allowed"


class NotWritten(DragomanError, RuntimeError):
    """Output that could not be kept: no room, no right, no such folder."""

    code = "output-not-written"


class FetchError(DragomanError, ConnectionError):
    """A service on the network refused, failed or could not be reached."""

    code = "fetch-refused"


class MissingExtra(DragomanError, ImportError):
    """Something needs an optional package that is not installed."""

    code = "extra-missing"


def reason_of(error: Exception) -> str:
    """Why a file could not be read, as a person says it, without the number and the path over again.

    Examples
    --------
    >>> reason_of(FileNotFoundError(2, "No such file or directory", "a.csv"))
    'no such file or directory'
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
