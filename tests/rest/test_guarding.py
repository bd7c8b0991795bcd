"""Who may ask, how often, how much, and by which name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.record.access import Access
from dragoman.rest.app import PREFIX, beside, create_api, nothing_else
from dragoman.rest.rates import Buckets
from dragoman.rest.settings import ApiSettings
from tests.rest.conftest import OPEN


@contextmanager
def _client(workspace: Workspace, settings: ApiSettings) -> Iterator[TestClient]:
    with TestClient(create_api(workspace, settings)) as client:
        yield client


@pytest.fixture
def secrets(fresh: tuple[TestClient, Workspace]) -> dict[str, str]:
    access = Access(fresh[1].store)
    return {role: access.issue("somebody", role)[1] for role in ("read", "review", "admin")}


def test_away_from_loopback_nobody_comes_in_without_a_token(
    fresh: tuple[TestClient, Workspace], secrets: dict[str, str]
) -> None:
    _, workspace = fresh
    with _client(workspace, replace(OPEN, host="0.0.0.0")) as client:
        for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": "Basic x"}):
            found = client.get("/statements", headers=headers)
            assert (found.status_code, found.json()["code"]) == (401, "not-signed-in")
            assert found.headers["www-authenticate"] == "Bearer"
        assert (
            client.get("/statements", headers={"authorization": f"Bearer {secrets['read']}"}).status_code
            == 200
        )
        assert client.get("/openapi.json").status_code == 401
    refused = [a for a in Access(workspace.store).audit() if a.outcome == "refused"]
    assert len(refused) == 4 and {a.detail for a in refused} == {"no token", "unknown token"}


def test_a_role_that_does_not_reach_is_refused_and_noted(
    fresh: tuple[TestClient, Workspace], secrets: dict[str, str]
) -> None:
    _, workspace = fresh
    with _client(workspace, replace(OPEN, protected=True)) as client:

        def post(path: str, role: str, **more: object) -> int:
            return client.post(path, headers={"authorization": f"bearer {secrets[role]}"}, **more).status_code  # type: ignore[arg-type]

        assert post("/documents?name=a.txt", "read", content=b"x y") == 403
        assert post("/documents?name=a.txt", "review", content=b"x y") == 202
        assert post("/read", "read", json={"text": "Astana and Sofia agreed."}) == 200
    assert any(a.detail == "read is not review" for a in Access(workspace.store).audit())


def test_the_token_of_the_command_line_may_everything(fresh: tuple[TestClient, Workspace]) -> None:
    with _client(fresh[1], replace(OPEN, token="own")) as client:
        assert client.get("/").status_code == 401
        assert client.get("/", headers={"authorization": "Bearer own"}).status_code == 200


def test_a_flood_is_told_when_to_come_back(fresh: tuple[TestClient, Workspace]) -> None:
    with _client(fresh[1], replace(OPEN, rate=0.5, burst=3)) as client:
        statuses = [client.get("/").status_code for _ in range(4)]
        refused = client.get("/", headers={"authorization": "Bearer made-up"})
    assert statuses == [200, 200, 200, 429]
    assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (
        429,
        "rate-exceeded",
        "2",
    )


def test_buckets_fill_again_and_are_each_their_own() -> None:
    now = [0.0]
    buckets = Buckets(2.0, 2, clock=lambda: now[0])
    assert [buckets.wait("a") for _ in range(3)] == [0.0, 0.0, 0.5]
    assert buckets.wait("b") == 0.0
    now[0] = 0.5
    assert [buckets.wait("a"), buckets.wait("a")] == [0.0, 0.5]
    assert Buckets(0, 1).wait("a") == Buckets(0, 1).wait("a") == 0.0


def test_another_name_and_a_foreign_page_are_refused(fresh: tuple[TestClient, Workspace]) -> None:
    client, _ = fresh
    assert client.get("/", headers={"host": "evil.example"}).json()["code"] == "host-unknown"
    asked = {"text": "Astana and Sofia agreed."}
    foreign = client.post("/read", json=asked, headers={"origin": "https://evil.example"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "origin-foreign")
    assert client.post("/read", json=asked, headers={"origin": "http://testserver"}).status_code == 200


def test_too_much_at_once_is_refused_declared_or_not(fresh: tuple[TestClient, Workspace]) -> None:
    with _client(fresh[1], replace(OPEN, body=1000, text=100)) as client:
        found = client.post("/documents?name=a.txt", content=b"x" * 2000)
        assert (found.status_code, found.json()["code"]) == (413, "body-too-large")
        chunks = client.post("/documents?name=a.txt", content=(b"x" * 100 for _ in range(20)))
        assert (chunks.status_code, chunks.json()["code"]) == (413, "body-too-large")
        long = client.post("/read", json={"text": "y" * 500})
        assert (long.status_code, long.json()["code"]) == (413, "text-too-long")


def test_every_answer_forbids_sniffing_and_framing(client: TestClient) -> None:
    for path in ("/", "/nothing", "/statements"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_api_stands_beside_the_pages(workspace: Workspace) -> None:
    from dragoman.web.app import create_app
    from dragoman.web.settings import Settings

    pages = create_app(workspace, Settings(hosts=("testserver",)))
    with TestClient(beside(create_api(workspace, OPEN, pages.state.jobs), pages)) as client:
        assert client.get("/").headers["content-type"].startswith("text/html")
        for path in (PREFIX, f"{PREFIX}/"):
            assert client.get(path).json()["name"] == "dragoman"
        page = client.get(f"{PREFIX}/statements", params={"limit": 1})
        assert client.get(page.headers["link"].split(">")[0][1:]).json()["items"]
        assert client.get(f"{PREFIX}/nothing").json()["code"] == "not-found"
        assert client.post(f"{PREFIX}/read", json={"text": "Astana and Sofia agreed."}).status_code == 200


def test_by_itself_there_is_nothing_beside_the_api(workspace: Workspace) -> None:
    api = create_api(workspace, OPEN)
    with TestClient(beside(api, nothing_else(api))) as client:
        assert client.get("/").json()["code"] == "not-found"
        assert client.get(f"{PREFIX}/pairs").status_code == 200
