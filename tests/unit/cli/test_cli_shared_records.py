"""Commands take the address of a database wherever they take a record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import RecordError, RecordTooNew, RecordTooOld
from dragoman.record import open_store, shown
from dragoman.record.postgres_store import open_postgres

ARTICLE = "Kazakhstan exported goods worth $303.6 million to Bulgaria in 2024.\n"


def dragoman(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from dragoman.cli.app import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_database_is_read_into_listed_reconciled_and_shared(postgres: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    done = dragoman("read", str(tmp_path / "a.txt"), "--into", postgres)
    assert done.returncode == 0, done.stderr
    assert "1 documents read" in done.stderr
    with open_store(postgres) as store:
        [found] = [s for s in store.statements() if s.kind == "figure"]
    done = dragoman("changes", postgres, "--format", "jsonl")
    assert found.id in {json.loads(line)["id"] for line in done.stdout.splitlines()}
    assert "303.6" in dragoman("explain", found.id, postgres).stdout
    done = dragoman("reconcile", postgres, "--format", "jsonl", "--save")
    assert done.returncode == 0, done.stderr
    secret = dragoman("tokens", "issue", postgres, "--who", "aida", "--role", "review").stdout.strip()
    assert secret.startswith("dgm_")
    assert "review" in dragoman("tokens", "list", postgres).stdout
    [row] = [
        json.loads(line) for line in dragoman("audit", postgres, "--format", "jsonl").stdout.splitlines()
    ]
    assert (row["action"], row["outcome"], row["detail"]) == ("token.issue", "done", "review")


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://aida:secret@db.example:5433/desk?options=-csearch_path%3Dx") == (
        "postgresql://aida@db.example:5433/desk"
    )
    with pytest.raises(RecordError, match="cannot be used") as refused:
        open_postgres("postgresql://aida:secret@127.0.0.1:1/desk?connect_timeout=1")
    assert "secret" not in str(refused.value)


def test_a_record_is_not_made_by_looking(postgres: str) -> None:
    with pytest.raises(RecordError, match="no record there"):
        open_store(postgres, read_only=True)


def test_who_opens_for_reading_cannot_write(postgres: str) -> None:
    open_store(postgres).close()
    with open_store(postgres, read_only=True) as store, pytest.raises(RecordError, match="reading only"):
        store.sweep()


def test_an_older_schema_asks_for_the_migration_and_a_newer_one_is_left(postgres: str) -> None:
    import psycopg

    open_store(postgres).close()
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("DROP TABLE tokens; DROP TABLE audit; DELETE FROM migrations WHERE number >= 4")
    with pytest.raises(RecordTooOld, match="dragoman migrate"):
        open_store(postgres)
    assert dragoman("migrate", postgres).returncode == 0
    open_store(postgres).close()
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("INSERT INTO migrations VALUES (9999, 'later', now())")
    with pytest.raises(RecordTooNew, match="schema 9999"):
        open_store(postgres)


def test_a_database_of_somebody_else_is_left_alone(postgres: str) -> None:
    import psycopg

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE TABLE mine (a integer)")
    with pytest.raises(RecordError, match="other tables"):
        open_store(postgres)
