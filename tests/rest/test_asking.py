"""What an integrator tries first: methods, parameters that are none, bodies that are none, names for codes."""

from __future__ import annotations

import json
import time

import pytest
from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.rest.app import PREFIX, description


@pytest.mark.parametrize("path", ["/", "/statements", "/documents", "/openapi.json", "/statements/st_none"])
def test_head_has_the_status_and_headers_of_get_and_no_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    for name in ("etag", "content-length", "content-type", "link"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_options_and_a_wrong_method_name_all_that_an_address_answers(client: TestClient) -> None:
    asked, wrong = client.options("/documents"), client.delete("/documents")
    assert (asked.status_code, wrong.status_code) == (204, 405)
    assert asked.headers["allow"] == wrong.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert "DELETE" in wrong.json()["detail"] and "POST" in wrong.json()["remedy"]
    assert client.options("/nothing").status_code == 404


@pytest.mark.parametrize("path", ["/statements", "/documents", "/pairs", "/statistics", "/pairs/BGR-KAZ"])
def test_a_slash_at_the_end_changes_nothing(client: TestClient, path: str) -> None:
    found = client.get(f"{path}/", follow_redirects=False)
    assert (found.status_code, found.json()) == (200, client.get(path).json())


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/statements?county=KAZ", "did you mean 'country'"),
        ("/statements?offset=10", "there are q, country"),
        ("/statements?kind=tie&kind=figure", "it takes one value"),
        ("/scenarios?name=x", "there are none"),
        ("/pairs/BGR-KAZ/ledger?verdict=conflict", "there are indicator, period"),
    ],
)
def test_a_parameter_that_would_do_nothing_is_refused(client: TestClient, address: str, words: str) -> None:
    found = client.get(address)
    assert (found.status_code, found.json()["code"]) == (422, "request-invalid")
    assert words in found.json()["detail"] and found.json()["where"].startswith("query.")


def test_parameters_that_may_come_again_may_come_again(client: TestClient) -> None:
    found = client.get("/statements", params={"country": ["KAZ", "BGR"], "limit": 1})
    assert found.status_code == 200 and found.json()["total"] > 0


@pytest.mark.parametrize("address", ["/statements", "/pairs", "/findings", "/pledges"])
def test_a_country_goes_by_code_or_name(client: TestClient, address: str) -> None:
    by_code, by_name = (client.get(address, params={"country": c}) for c in ("KAZ", "Kazakhstan"))
    assert by_code.status_code == 200 and by_code.json() == by_name.json()


def test_a_slip_in_a_name_is_told_with_the_name_that_was_meant(client: TestClient) -> None:
    assert "Bulgaria" in client.get("/statements?country=Bulgeria").json()["remedy"]
    assert client.get("/pairs/KAZ-Bulgaria").json()["remedy"] == "write BGR"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{bad", "no JSON: Expecting property name"),
        (b"text=a", "no JSON object"),
        (b"[]", "no JSON object"),
        (b"", "no body"),
        (b'{"text": "\xff"}', "no JSON in UTF-8"),
        (b'{"text":' + b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_body_that_is_no_object_is_told_what_to_send(client: TestClient, body: bytes, words: str) -> None:
    type_ = "application/x-www-form-urlencoded" if body.startswith(b"text") else "application/json"
    found = client.post("/read", content=body, headers={"content-type": type_})
    told = found.json()
    assert (found.status_code, told["code"], told["where"]) == (422, "request-invalid", "body")
    assert words in told["detail"] and '{"text": "..."}' in told["remedy"]


def test_a_form_is_not_taken_for_the_file_in_it(fresh: tuple[TestClient, Workspace]) -> None:
    client, workspace = fresh
    found = client.post("/documents", params={"name": "a.txt"}, files={"file": ("a.txt", b"A text.")})
    assert (found.status_code, found.json()["code"]) == (415, "media-type-unknown")
    assert "--data-binary" in found.json()["remedy"] and not workspace.catalogue.documents


def test_the_message_on_a_departure_has_no_option_of_the_command_line(client: TestClient) -> None:
    found = client.get("/routes", params={"from": "Almaty", "to": "Varna", "depart": "soon"}).json()
    assert found["detail"] == "departure 'soon' is no date"


def test_two_documents_of_one_name_keep_their_own_statements(fresh: tuple[TestClient, Workspace]) -> None:
    client, workspace = fresh
    texts = [f"Bulgaria opened its embassy in {city} in 1994." for city in ("Chisinau", "Skopje")]
    for text in texts:
        _taken_in(client, "a.txt", text)
    told = client.get("/statements").json()["items"]
    assert len({s["document"] for s in told}) == len(texts) == len(told)
    for s in told:
        e, held = s["evidence"], client.get(f"/documents/{s['document']}").json()
        assert held["text"][e["start"] : e["end"]] == e["text"]
        whole = workspace.statement(s["id"])
        assert whole is not None and workspace.document_of(whole).document.text == held["text"]  # type: ignore[union-attr]


def test_pledges_are_filtered_by_what_became_of_them(client: TestClient) -> None:
    every = client.get("/pledges", params={"limit": 500}).json()["items"]
    for state in {p["state"] for p in every}:
        wanted = [p for p in every if p["state"] == state]
        assert client.get("/pledges", params={"state": state, "limit": 500}).json()["items"] == wanted
        first = client.get("/pledges", params={"state": state, "limit": 1}).json()
        assert first["items"] == wanted[:1] and (first["next"] is None) == (len(wanted) == 1)
        if first["next"]:
            after = client.get("/pledges", params={"state": state, "limit": 500, "cursor": first["next"]})
            assert after.json()["items"] == wanted[1:]


def test_official_figures_are_filtered_by_period(client: TestClient) -> None:
    found = client.get("/statistics", params={"period": "2024"}).json()
    assert found["total"] == 2 and {o["period"] for o in found["items"]} == {"2024"}
    assert client.get("/statistics", params={"period": "2023/2024"}).json()["total"] == 3
    assert client.get("/statistics?period=soon").json()["code"] == "period-invalid"


def test_a_ledger_says_which_indicators_there_are_and_how_much_is_shown(client: TestClient) -> None:
    found = client.get("/pairs/BGR-KAZ/ledger").json()
    assert sum(found["indicators"].values()) == found["figures"] == found["shown"] > 0
    for indicator in found["indicators"]:
        narrowed = client.get("/pairs/BGR-KAZ/ledger", params={"indicator": indicator}).json()
        assert narrowed["indicators"] == found["indicators"]


def test_scenarios_say_what_they_are_about(client: TestClient) -> None:
    assert all(s["title"] for s in client.get("/scenarios").json())


def test_the_description_says_where_to_ask_with_what_and_what_comes_back() -> None:
    told = json.loads(description())
    assert told["servers"] == [{"url": PREFIX}] and "token" in told["components"]["securitySchemes"]
    names = [o["operationId"] for path in told["paths"].values() for o in path.values()]
    assert len(set(names)) == len(names) and all(name.isidentifier() for name in names)
    for path in told["paths"].values():
        for method, operation in path.items():
            assert operation["description"] and (method != "get" or "304" in operation["responses"])
            for p in operation.get("parameters", ()):
                known = p["schema"].get("anyOf", [p["schema"]])[0]
                enum = known.get("enum") or "$ref" in known
                assert p.get("description") or enum or p["name"] in ("id", "name"), (
                    operation["operationId"],
                    p["name"],
                )


def _taken_in(client: TestClient, name: str, text: str) -> None:
    address = client.post("/documents", params={"name": name}, content=text.encode()).headers["location"]
    while client.get(address).json()["stage"] not in ("done", "failed"):
        time.sleep(0.02)


@pytest.mark.parametrize("path", ["/statements", "/documents"])
def test_what_came_since_a_list_was_read_to_its_end_is_asked_for_with_where_it_ended(
    fresh: tuple[TestClient, Workspace], path: str
) -> None:
    client, _ = fresh
    assert client.get(path).json()["reached"] is None
    _taken_in(client, "a.txt", "Bulgaria opened its embassy in Chad in 1994.")
    first = client.get(path).json()
    assert len(first["items"]) == 1 and first["next"] is None
    nothing = client.get(path, params={"cursor": first["reached"]}).json()
    assert (nothing["items"], nothing["reached"]) == ([], first["reached"])
    _taken_in(client, "b.txt", "Bulgaria opened its embassy in Mali in 1995.")
    later = client.get(path, params={"cursor": first["reached"]}).json()
    assert len(later["items"]) == 1 and later["items"] != first["items"]
    assert later["items"] == client.get(path).json()["items"][1:]


def test_the_address_of_the_description_leads_there(client: TestClient) -> None:
    assert client.get(client.get("/").json()["openapi"]).json()["openapi"].startswith("3.1")


@pytest.mark.parametrize("q", ["%ed%a0%80", "%00", "%ff", "%F0%9F%9A%A2", "%E2%80%AE", "'; --", "*", '"a'])
def test_no_odd_word_breaks_a_search(client: TestClient, q: str) -> None:
    found = client.get(f"/statements?q={q}")
    assert found.status_code == 200 and found.json()["total"] == len(found.json()["items"])
