"""Who may do what with a record, and who did: tokens with roles, and the audit.

A secret is 32 random bytes, shown once when the token is issued. Kept is its SHA-256: a guess at
256 random bits is hopeless however fast the hash, so a slow one (as passwords need) would buy
nothing and cost every request some tens of milliseconds.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman.errors import NotAllowed, NotSignedIn, UsageError
from dragoman.record.rows import row_id
from dragoman.record.sql_documents import aware
from dragoman.record.sql_store import SqlStore

__all__ = ["ROLES", "Access", "Audited", "Token"]

ROLES = ("read", "review", "admin")
"""Each may do what those before it may."""

_PREFIX = "dgm_"
_COLUMNS = "id, who, role, issued, expires, revoked"


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; the secret is not."""

    id: str
    who: str
    role: str
    issued: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def may(self, role: str) -> bool:
        """Whether the token's role reaches."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Audited:
    """Something that somebody did (``done``) or was not let do (``refused``)."""

    at: datetime
    token: str | None
    who: str
    action: str
    target: str
    outcome: str
    detail: str


class Access:
    """Tokens and audit of one record."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def issue(
        self, who: str, role: str, expires: datetime | None = None, *, by: str = ""
    ) -> tuple[Token, str]:
        """A new token, and its secret, which nobody can look up again.

        Raises
        ------
        UsageError
            No such role, no name, or it has expired already.
        """
        if role not in ROLES:
            raise UsageError(f"no role {role!r}", remedy=f"roles are {', '.join(ROLES)}")
        if not who.strip():
            raise UsageError("a token for nobody", remedy="say whose it is")
        until = _stored(expires)
        secret = _PREFIX + secrets.token_urlsafe(32)
        with self._store._transaction() as now:
            if until is not None and until <= now:
                raise UsageError(f"it expired already ({until:%Y-%m-%d})", remedy="give a later day")
            id = row_id("to_", _digest(secret))
            self._store._run(
                "INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)",
                [id, _digest(secret), who, role, now, until],
            )
            self._note(now, None, by or who, "token.issue", id, "done", role)
        return Token(id, who, role, aware(now), aware(until) if until else None), secret

    def revoke(self, id: str, *, by: str = "") -> None:
        """Make a token worthless from now on.

        Raises
        ------
        UsageError
            No such token, or it is revoked already.
        """
        with self._store._transaction() as now:
            touched = self._store._rows("SELECT id FROM tokens WHERE id = ? AND revoked IS NULL", [id])
            if not touched:
                raise UsageError(f"no token {id} in force", remedy="see the list of tokens")
            self._store._run("UPDATE tokens SET revoked = ? WHERE id = ?", [now, id])
            self._note(now, None, by, "token.revoke", id, "done", "")

    def tokens(self) -> list[Token]:
        """All tokens ever issued, oldest first."""
        return [
            _token(row) for row in self._store._rows(f"SELECT {_COLUMNS} FROM tokens ORDER BY issued, id")
        ]

    def check(self, secret: str | None, role: str, action: str, target: str = "") -> Token:
        """The token of a secret, where it is good and its role reaches; a refusal is audited.

        Raises
        ------
        NotSignedIn
            No secret, or one that is unknown, expired or revoked; which of these is in the audit only.
        NotAllowed
            The role does not reach.
        """
        found, why = self._found(secret)
        if found is None or why:
            self.note(found, action, target, outcome="refused", detail=why)
            raise NotSignedIn("sign in", remedy="send a valid token")
        if not found.may(role):
            self.note(found, action, target, outcome="refused", detail=f"{found.role} is not {role}")
            raise NotAllowed("not allowed", remedy="ask for a token that may")
        return found

    def _found(self, secret: str | None) -> tuple[Token | None, str]:
        """The token, and why it is not good."""
        if not secret:
            return None, "no token"
        digest = _digest(secret)
        rows = self._store._rows(f"SELECT digest, {_COLUMNS} FROM tokens WHERE digest = ?", [digest])
        if not rows or not hmac.compare_digest(rows[0][0], digest):
            return None, "unknown token"
        token = _token(rows[0][1:])
        if token.revoked is not None:
            return token, "revoked"
        if token.expires is not None and token.expires <= self._store.moment():
            return token, "expired"
        return token, ""

    def note(
        self, token: Token | None, action: str, target: str, *, outcome: str = "done", detail: str = ""
    ) -> None:
        """Add a row to the audit."""
        who = token.who if token else ""
        with self._store._transaction() as now:
            self._note(now, token.id if token else None, who, action, target, outcome, detail)

    def _note(self, now: datetime, token: str | None, *rest: str) -> None:
        self._store._run("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", [now, token, *rest])

    def audit(self, since: datetime | None = None) -> list[Audited]:
        """Who did what, oldest first."""
        sql = "SELECT moment, token, who, action, target, outcome, detail FROM audit"
        given = [_stored(since)] if since else []
        where = " WHERE moment >= ?" if since else ""
        rows = self._store._stream(f"{sql}{where} ORDER BY moment, token, action, target", given)
        return [Audited(aware(at), *rest) for at, *rest in rows]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _stored(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)


def _token(row: tuple[object, ...]) -> Token:
    id, who, role, *times = row
    issued, expires, revoked = (aware(t) if isinstance(t, datetime) else None for t in times)
    assert issued is not None
    return Token(str(id), str(who), str(role), issued, expires, revoked)
