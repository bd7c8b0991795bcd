"""What every store must do with tokens and the audit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dragoman.errors import NotAllowed, NotSignedIn, UsageError
from dragoman.record import DuckdbStore
from dragoman.record.access import ROLES, Access

from .conftest import Clock


@pytest.fixture
def access(store: DuckdbStore) -> Access:
    return Access(store)


def refusals(access: Access) -> list[tuple[str, str]]:
    return [(a.action, a.detail) for a in access.audit() if a.outcome == "refused"]


@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_down_and_not_up(access: Access, role: str) -> None:
    _, secret = access.issue("aida", role)
    for wanted in ROLES:
        if ROLES.index(wanted) <= ROLES.index(role):
            assert access.check(secret, wanted, "statements.get").who == "aida"
        else:
            with pytest.raises(NotAllowed):
                access.check(secret, wanted, "statements.get")


def test_the_secret_is_nowhere_in_the_record(access: Access, store: DuckdbStore) -> None:
    token, secret = access.issue("aida", "read")
    kept = [*store._rows("SELECT * FROM tokens"), *store._rows("SELECT * FROM audit")]
    assert secret not in str(kept)
    assert secret.removeprefix("dgm_") not in str(kept)
    assert token.id in str(kept)
    assert secret not in repr(token)


def test_unknown_expired_and_revoked_all_read_the_same_but_for_the_audit(
    access: Access, clock: Clock
) -> None:
    old, old_secret = access.issue("o", "admin", clock.now + timedelta(days=1))
    gone, gone_secret = access.issue("g", "admin")
    access.revoke(gone.id, by="root")
    assert access.check(old_secret, "read", "a").id == old.id
    clock.now += timedelta(days=2)
    said = set()
    for secret in (None, "", "dgm_nonsense", "\udcff", old_secret, gone_secret):
        with pytest.raises(NotSignedIn) as refused:
            access.check(secret, "read", "a")
        said.add(str(refused.value))
    assert len(said) == 1
    assert [why for _, why in refusals(access)] == [
        *("no token", "no token", "unknown token", "unknown token"),
        *("expired", "revoked"),
    ]


def test_under_privilege_leaves_an_audit_row(access: Access) -> None:
    token, secret = access.issue("aida", "read")
    with pytest.raises(NotAllowed):
        access.check(secret, "admin", "token.issue", "x")
    [row] = [a for a in access.audit() if a.outcome == "refused"]
    assert (row.token, row.who, row.action, row.target) == (token.id, "aida", "token.issue", "x")


def test_what_makes_no_token(access: Access, clock: Clock) -> None:
    for who, role, expires in (("a", "root", None), (" ", "read", None), ("a", "read", clock.now)):
        with pytest.raises(UsageError):
            access.issue(who, role, expires)
    with pytest.raises(UsageError, match="to_none"):
        access.revoke("to_none")
    assert access.tokens() == []
    assert access.audit() == []


def test_what_is_done_is_audited_from_the_time_asked(access: Access, clock: Clock) -> None:
    token, _ = access.issue("aida", "review")
    later = clock()
    access.note(token, "statement.correct", "st_1")
    assert [a.action for a in access.audit()] == ["token.issue", "statement.correct"]
    assert [a.action for a in access.audit(later)] == ["statement.correct"]
