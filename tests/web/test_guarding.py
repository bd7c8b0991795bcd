"""A local server is still reachable by every page that a browser shows: it must not obey them."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.web.app import create_app
from dragoman.web.settings import Settings, is_loopback
from tests.web.conftest import BASE


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "localhost:1", "", "127.0.0.1@evil:8117"]
)
def test_a_foreign_host_name_is_refused(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8117", "127.0.0.1:8117", "LOCALHOST:8117", "[::1]:8117"])
def test_names_of_this_machine_are_answered(client: Any, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9"},
        {"sec-fetch-site": "cross-site"},
        {},
    ],
)
@pytest.mark.parametrize("address", ["/upload", "/official", "/searches", "/review/st_1", "/findings/fi_1"])
def test_a_change_that_comes_from_elsewhere_is_refused(
    workspace: Workspace, headers: dict[str, str], address: str
) -> None:
    with TestClient(create_app(workspace), base_url=BASE) as client:
        assert client.post(address, headers=headers).status_code == 403


def test_every_answer_carries_a_strict_policy(client: Any) -> None:
    for address in ("/", "/static/desk.css", "/nothing", "/search.json"):
        policy = client.get(address).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert client.get(address).headers["x-content-type-options"] == "nosniff"


def test_an_address_other_than_loopback_needs_the_token(workspace: Workspace) -> None:
    settings = Settings("0.0.0.0", 8117, "secret", ("desk.example",))
    base = "http://desk.example:8117"
    with TestClient(create_app(workspace, settings), base_url=base, follow_redirects=False) as client:
        assert client.get("/").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/", headers={"authorization": "Bearer secret"}).status_code == 200
        entered = client.get("/search?token=secret&q=trade")
        assert entered.status_code == 303 and entered.headers["location"] == "/search?q=trade"
        assert (
            "HttpOnly" in entered.headers["set-cookie"] and "SameSite=strict" in entered.headers["set-cookie"]
        )
        assert client.get("/").status_code == 200


def test_loopback_is_known_from_other_addresses() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and is_loopback("localhost")
    assert not is_loopback("0.0.0.0") and not is_loopback("192.168.1.2") and not is_loopback("desk.example")


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fpyproject.toml"]
)
def test_no_path_leads_out_of_the_static_files(client: Any, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "create_app" not in answer.text


def test_a_change_leads_only_to_our_own_pages(client: Any) -> None:
    answer = client.get("/pairs?one=//evil.example&other=KAZ", follow_redirects=False)
    assert answer.headers["location"].startswith("/pairs/")
