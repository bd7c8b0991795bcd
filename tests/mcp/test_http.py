"""The server over HTTP: its path, its names, its tokens."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.mcp.serving import http_application
from dragoman.record.access import Access

ASK = {
    "jsonrpc": "2.0", "id": 1, "method": "initialize",
    "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}},
}  # fmt: skip
HEADERS = {"accept": "application/json, text/event-stream"}


def _post(client: TestClient, **headers: str) -> Any:
    return client.post("/mcp", json=ASK, headers={**HEADERS, **headers})


def test_away_from_loopback_a_token_of_the_record_is_needed(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "r.duckdb") as workspace:
        secret = Access(workspace.store).issue("somebody", "read")[1]
        app = http_application(workspace, "testserver", 80, ("testserver",), "own", True)
        with TestClient(app) as client:
            assert _post(client).status_code == 401
            assert _post(client, authorization="Bearer wrong").json()["code"] == "not-signed-in"
            for good in (secret, "own"):
                found = _post(client, authorization=f"Bearer {good}")
                assert found.status_code == 200 and "dragoman" in found.text
        assert [a.outcome for a in Access(workspace.store).audit()].count("refused") == 2


def test_another_name_and_a_foreign_page_are_refused(tmp_path: Path) -> None:
    with (
        Workspace.open(tmp_path / "r.duckdb") as workspace,
        TestClient(http_application(workspace, "127.0.0.1", 80), base_url="http://127.0.0.1:80") as client,
    ):
        assert _post(client, host="127.0.0.1:80").status_code == 200
        assert _post(client, host="evil.example").status_code == 421
        assert _post(client, host="127.0.0.1:80", origin="http://evil.example").status_code == 403


def test_the_command_serves_over_http_to_the_sdks_client(tmp_path: Path) -> None:
    import anyio

    from mcp import Client

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = "from dragoman.cli.app import main; main()"
    command = [sys.executable, "-c", code, "mcp", str(tmp_path / "r.duckdb"), "--http", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    killer = threading.Timer(60, server.kill)
    killer.start()
    try:
        assert server.stderr is not None and f"http://localhost:{port}/mcp" in server.stderr.readline()

        async def ask() -> Any:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                await anyio.sleep(0.1)
            async with Client(f"http://127.0.0.1:{port}/mcp") as client:
                return await client.call_tool(
                    "read_text", {"text": "Bulgaria opened its embassy in Kazakhstan in 1994."}
                )

        with ThreadPoolExecutor(1) as aside:  # a browser's tests may hold this thread's event loop
            found = aside.submit(anyio.run, ask).result(60)
        assert found.structured_content["total"] == 1
    finally:
        killer.cancel()
        server.terminate()
        server.wait(20)
        if server.stderr is not None:
            server.stderr.close()
