"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared references beside the repository; tests that need it skip without."""
    path = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (path / "STATEMENTS.md").exists():
        pytest.skip("no shared references beside the repository")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL database to test on: that of DRAGOMAN_TEST_POSTGRES, or a server
    started here for the session. Tests that need it skip where there is neither.
    """
    pytest.importorskip("psycopg_pool", reason="psycopg is not installed (extra postgres)")
    if given := os.environ.get("DRAGOMAN_TEST_POSTGRES"):
        yield given
        return
    from tests.fakes.postgres import Cluster, NoServer

    try:
        cluster = Cluster().start("fsync=off")
    except NoServer as reason:
        pytest.skip(str(reason))
    yield cluster.dsn
    cluster.stop()


@pytest.fixture
def postgres(postgres_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty schema on that server."""
    import hashlib

    from tests.fakes.postgres import own_schema

    name = "test_" + hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:16]
    with own_schema(postgres_server, name) as dsn:
        yield dsn
