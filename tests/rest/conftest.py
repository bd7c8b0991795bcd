"""The API over a record of the examples, and an empty one to write to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.library import read
from dragoman.model.findings import Observation, Series
from dragoman.record import open_record
from dragoman.rest.app import create_api
from dragoman.rest.settings import ApiSettings
from tests.conftest import ROOT

OPEN = ApiSettings(hosts=("testserver",), rate=0)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rest") / "r.duckdb"
    found = read(ROOT / "examples" / "articles")
    found.save(path)
    with open_record(path) as store:
        store.put_findings(list(found.findings()))
        store.add_observations(
            [
                Observation(
                    Series("exports", "KAZ", partner, None, "USD"), year, Decimal(n), "BNS", "2025-02"
                )
                for n, (partner, year) in enumerate(
                    [("BGR", "2023"), ("BGR", "2024"), ("TUR", "2024")], start=1
                )
            ]
        )
    return path


@pytest.fixture(scope="session")
def workspace(record: Path) -> Iterator[Workspace]:
    with Workspace.open(record) as opened:
        yield opened


@pytest.fixture(scope="session")
def client(workspace: Workspace) -> Iterator[TestClient]:
    with TestClient(create_api(workspace, OPEN), raise_server_exceptions=False) as found:
        yield found


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[tuple[TestClient, Workspace]]:
    """An API over an empty record."""
    with Workspace.open(tmp_path / "new.duckdb") as opened, TestClient(create_api(opened, OPEN)) as found:
        yield found, opened
