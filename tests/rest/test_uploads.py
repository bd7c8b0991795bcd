"""An upload sent twice is one upload."""

from __future__ import annotations

import time
from typing import Any

from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace

TEXT = b"date: 2025-06-09\n\nBulgaria opened its embassy in Kazakhstan in 1994."


def _done(client: TestClient, address: str) -> dict[str, Any]:
    for _ in range(400):
        job: dict[str, Any] = client.get(address).json()
        if job["stage"] in ("done", "failed"):
            return job
        time.sleep(0.02)
    raise AssertionError("it never ends")


def _send(client: TestClient, name: str = "a.txt", data: bytes = TEXT, **headers: str) -> Any:
    return client.post("/documents", params={"name": name}, content=data, headers=headers)


def test_an_upload_is_read_and_its_statements_are_there(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    sent = _send(client)
    assert sent.status_code == 202
    job = _done(client, sent.headers["location"])
    assert (job["stage"], job["files"][0]["state"], job["statements"]) == ("done", "read", 1)
    assert client.get("/statements").json()["total"] == 1
    assert client.get(f"/documents/{job['files'][0]['document']}").json()["name"] == "a.txt"


def test_the_same_bytes_or_the_same_key_are_one_upload(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    first = _send(client).json()["id"]
    assert _send(client).json()["id"] == first
    keyed = _send(client, "b.txt", TEXT + b" ", **{"idempotency-key": "k"}).json()["id"]
    assert _send(client, "b.txt", TEXT + b" ", **{"idempotency-key": "k"}).json()["id"] == keyed != first
    _done(client, f"/jobs/{keyed}")
    assert len(client.get("/documents").json()["items"]) == 2


def test_a_key_that_comes_with_something_else_is_refused(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    _send(client, **{"idempotency-key": "k"})
    other = _send(client, data=b"other", **{"idempotency-key": "k"})
    assert (other.status_code, other.json()["code"]) == (409, "idempotency-key-reused")


def test_a_server_that_has_forgotten_doubles_nothing(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    _done(client, _send(client).headers["location"])
    client.app.state.uploads._known.clear()  # type: ignore[attr-defined]
    again = _done(client, _send(client).headers["location"])
    assert again["files"][0]["state"] == "known" and client.get("/statements").json()["total"] == 1


def test_what_cannot_be_read_is_refused_with_its_reason(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    for name, data in (("a.exe", b"MZ"), ("a.txt", b""), ("../../.ssh/id", b"x"), ("\x00", b"x")):
        found = _send(client, name, data)
        assert (found.status_code, found.json()["code"]) == (422, "file-unreadable"), name
    assert client.get("/documents").json()["total"] == 0
