"""A record of the example articles, the application over it, and a browser where there is one."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.desk.workspace import Workspace
from dragoman.record import open_record
from dragoman.web.app import create_app
from dragoman.web.settings import Settings
from tests.conftest import ROOT

ARTICLES = ROOT / "examples" / "articles"
BASE = "http://localhost:8117"
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
_ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def template_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example articles with its findings, to be copied."""
    path = tmp_path_factory.mktemp("record") / "examples.duckdb"
    with open_record(path) as store:
        for _ in read_into(store, [ARTICLES], ReadOptions(workers=1)):
            pass
    with Workspace.open(path) as workspace:
        workspace.settle()
    return path


@pytest.fixture
def workspace(template_record: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the record, open."""
    path = tmp_path / "record.duckdb"
    shutil.copy(template_record, path)
    with Workspace.open(path) as opened:
        yield opened


@pytest.fixture
def client(workspace: Workspace) -> Iterator[Any]:
    """A client that acts like a browser on our own pages."""
    from starlette.testclient import TestClient

    with TestClient(
        create_app(workspace, Settings(who="tester")), base_url=BASE, headers={"origin": BASE}
    ) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium under Playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = next((path for path in CHROMIUM if Path(path).exists()), None)
    if chromium is None:
        pytest.skip("no Chromium: install it with apt-get install chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Workspace]]:
    """An empty record served on a free port: its address."""
    import uvicorn

    with Workspace.open(tmp_path / "record.duckdb") as workspace, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = int(listening.getsockname()[1])
        config = uvicorn.Config(
            create_app(workspace, Settings(port=port)), log_level="warning", access_log=False
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        yield f"http://localhost:{port}", workspace
        server.should_exit = True
        thread.join(10)
