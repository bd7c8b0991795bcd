"""What the API answers, and how it refuses."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.rest.app import description


def test_a_statement_comes_with_its_passage_and_verdicts(client: TestClient) -> None:
    told = client.get(
        "/statements", params={"kind": "figure", "country": ["KAZ", "BGR"], "limit": 500}
    ).json()["items"]
    assert told and all({"KAZ", "BGR"} <= {*s["actor"], *s["recipient"]} for s in told)
    assert any("conflict" in s["verdicts"] for s in told)
    for s in told[:5]:
        document = client.get(f"/documents/{s['evidence']['document']}").json()
        e = s["evidence"]
        assert document["text"][e["start"] : e["end"]] == e["text"]
        assert client.get(f"/statements/{s['id']}").json() == s


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"kind": "tie"}, lambda s: s["kind"] == "tie"),
        ({"mode": "embassy"}, lambda s: s["mode"] == "embassy"),
        ({"status": "planned"}, lambda s: s["status"] == "planned"),
        ({"q": "embassy"}, lambda s: "embass" in f"{s['evidence']['text']} {s['object']}".lower()),
        ({"verdict": "conflict"}, lambda s: "conflict" in s["verdicts"]),
        ({"review": "open"}, lambda s: s["review"] == "open"),
    ],
)
def test_filters_keep_what_fits(
    client: TestClient, workspace: Workspace, query: dict[str, str], fits: object
) -> None:
    workspace._indexing.join(20)
    found = client.get("/statements", params={**query, "limit": 500}).json()
    assert found["items"] and all(fits(s) for s in found["items"])  # type: ignore[operator]
    assert found["total"] == len(found["items"])


def test_lines_are_the_same_statements_as_the_pages(client: TestClient) -> None:
    streamed = client.get("/statements", params={"format": "jsonl"})
    assert streamed.headers["content-type"] == "application/x-ndjson"
    lines = [json.loads(line) for line in streamed.text.splitlines()]
    assert lines == client.get("/statements", params={"limit": 500}).json()["items"]
    by_header = client.get("/statements", headers={"accept": "application/x-ndjson"})
    assert by_header.text == streamed.text


def test_a_pair_has_counts_a_ledger_findings_and_pledges(client: TestClient) -> None:
    pair = client.get("/pairs/KAZ-BGR").json()
    assert pair["pair"] == "BGR-KAZ" and sum(pair["kinds"].values()) == pair["statements"] > 0
    ledger = client.get("/pairs/BGR-KAZ/ledger").json()
    assert ledger["follows"] == "done" and any(row["stated"] for row in ledger["rows"])
    found = client.get("/findings", params={"pair": "KAZ-BGR", "verdict": "conflict"}).json()["items"]
    assert found and all(f["verdict"] == "conflict" and f["state"] == "open" for f in found)
    whole = client.get(f"/findings/{found[0]['id']}").json()
    assert {s["id"] for s in whole["passages"]} <= set(whole["statements"]) and whole["passages"]
    pledges = client.get("/pledges", params={"pair": "KAZ-BGR"}).json()["items"]
    assert pledges and all(p["statement"]["status"] != "actual" for p in pledges)


def test_a_pair_that_nobody_speaks_of_is_empty_not_missing(client: TestClient) -> None:
    found = client.get("/pairs/FJI-TUV")
    assert found.status_code == 200 and found.json()["statements"] == 0


def test_a_text_is_read_at_once_and_not_kept(client: TestClient, workspace: Workspace) -> None:
    before = len(workspace.catalogue)
    asked = {
        "text": "date: 2025-06-09\n\nBulgaria opened its embassy in Kazakhstan in 1994.",
        "name": "a.txt",
    }
    found = client.post("/read", json=asked).json()
    [s] = found["statements"]
    assert (s["mode"], s["actor"], s["date"], s["evidence"]["start"]) == ("embassy", ["BGR"], "1994", 0)
    assert found["document"]["date"] == "2025-06-09" and len(workspace.catalogue) == before


def test_routes_and_scenarios_are_those_of_the_command_line(client: TestClient) -> None:
    found = client.get("/routes", params={"from": "Almaty", "to": "Varna", "avoid": ["RUS"]}).json()
    assert found["routes"] and all(r["hours"]["p10"] <= r["hours"]["p90"] for r in found["routes"])
    names = [s["name"] for s in client.get("/scenarios").json()]
    assert "kuryk-closed" in names
    assert client.get("/scenarios/kuryk-closed").json()["scenario"] == "kuryk-closed"


def test_official_figures_are_filtered_and_paged(client: TestClient) -> None:
    page = client.get("/statistics", params={"reporter": "KAZ", "partner": "BGR", "limit": 1}).json()
    after = client.get(
        "/statistics", params={"reporter": "KAZ", "partner": "BGR", "limit": 1, "cursor": page["next"]}
    ).json()
    assert [page["items"][0]["period"], after["items"][0]["period"], after["next"]] == ["2023", "2024", None]


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/statements", "/pairs", "/findings", "/pledges", "/statistics"]
)
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = client.get(path, headers={"if-none-match": '"other", W/"more"'})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not-found"),
        ("GET", "/statements/st_none", 404, "not-found"),
        ("GET", "/documents/none", 404, "not-found"),
        ("GET", "/findings/fi_none", 404, "not-found"),
        ("GET", "/jobs/none", 404, "not-found"),
        ("DELETE", "/statements", 405, "method-not-allowed"),
        ("GET", "/statements?limit=0", 422, "request-invalid"),
        ("GET", "/statements?kind=war", 422, "request-invalid"),
        ("GET", "/statements?period=yesterday", 400, "period-invalid"),
        ("GET", "/statements?country=XXX", 400, "code-unknown"),
        ("GET", "/statements?cursor=abc", 400, "cursor-invalid"),
        ("GET", "/documents?cursor=W10", 400, "cursor-invalid"),
        ("GET", "/pairs/KAZ", 400, "usage"),
        ("GET", "/pairs/KAZ-KAZ", 400, "usage"),
        ("GET", "/routes?from=Almaty", 422, "request-invalid"),
        ("GET", "/routes?from=Almaty&to=Nowhere", 400, "code-unknown"),
        ("GET", "/routes?from=Almaty&to=Varna&depart=soon", 400, "usage"),
        ("GET", "/routes?from=Almaty&to=Varna&scenario=/etc/passwd", 400, "code-unknown"),
        ("GET", "/scenarios/none", 400, "code-unknown"),
        ("POST", "/read", 422, "request-invalid"),
    ],
)
def test_every_refusal_has_one_shape_and_a_stable_code(
    client: TestClient, method: str, path: str, status: int, code: str
) -> None:
    found = client.request(method, path)
    assert (found.status_code, found.headers["content-type"]) == (status, "application/problem+json")
    body = found.json()
    assert (body["status"], body["code"], body["type"]) == (status, code, f"urn:dragoman:problem:{code}")
    assert body["title"] and body["detail"] and body["remedy"]


def test_a_fault_of_ours_tells_nothing_of_this_machine(
    client: TestClient, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(id: str) -> None:
        raise RuntimeError("a secret of this machine")

    monkeypatch.setattr(workspace, "statement", broken)
    found = client.get("/statements/st_x")
    assert found.status_code == 500 and found.json()["code"] == "internal" and "secret" not in found.text


def test_sql_in_every_text_field_finds_nothing_and_breaks_nothing(client: TestClient) -> None:
    hostile = "x' OR 1=1; DROP TABLE statements; --\""
    before = client.get("/").json()
    for name in ("q", "mode", "source"):
        assert client.get("/statements", params={name: hostile}).json()["items"] == []
    for path in ("/statements/", "/documents/", "/findings/", "/jobs/"):
        assert client.get(f"{path}{hostile}").status_code == 404
    assert client.get("/").json() == before


def test_the_description_is_the_same_with_and_without_a_record(client: TestClient) -> None:
    served, printed = client.get("/openapi.json").json(), json.loads(description())
    served["paths"].pop("/")
    assert served["paths"] == printed["paths"]
    assert "HTTPValidationError" not in json.dumps(served)
    for operations in served["paths"].values():
        for operation in operations.values():
            assert {"400", "401", "422", "429", "500"} <= set(operation["responses"])


def test_every_path_and_code_is_in_the_docs() -> None:
    from tests.conftest import ROOT

    page = (ROOT / "docs" / "rest.md").read_text(encoding="utf-8")
    for path in json.loads(description())["paths"]:
        assert path.split("{")[0].rstrip("/") in page, path
    for code in (
        "cursor-invalid",
        "rate-exceeded",
        "idempotency-key-reused",
        "host-unknown",
        "origin-foreign",
        "body-too-large",
    ):
        assert code in page
