"""Review and findings: decisions are kept, undone, outlive a new reading, and come out as gold."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dragoman.desk.decisions import in_force
from dragoman.desk.review import corrected
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.model.statements import from_json, to_json
from dragoman.record import Reading, Review


def figure_of(workspace: Workspace) -> Any:
    places = workspace.catalogue.of_kinds(workspace.catalogue.of_pair("BGR", "KAZ"), "figure/trade")
    return next(s for s in workspace.statements(places) if s.value == 375200000)


def decide(client: Any, id: str, verdict: str, **fields: str) -> Any:
    return client.post(f"/review/{id}", data={"verdict": verdict, **fields}, follow_redirects=False)


def test_an_undo_takes_back_the_latest_decision_only() -> None:
    made = [Review("st_1", v, "me") for v in ("accept", "reject", "undo")]
    assert in_force(made) == "accept"
    assert in_force([*made, Review("st_1", "undo", "me")]) is None
    assert in_force([Review("st_1", "undo", "me"), Review("st_1", "skip", "me")]) == "skip"


def test_a_decided_statement_leaves_the_queue_and_comes_back_by_undo(
    client: Any, workspace: Workspace
) -> None:
    first = client.get("/review.json").json()["tables"]["statement"][0]["id"]
    decide(client, first, "accept", note="as printed")
    assert client.get("/review.json").json()["tables"]["statement"][0]["id"] != first
    assert workspace.decided.verdicts == {first: "accept"}
    assert "as printed" in client.get(f"/statements/{first}").text
    decide(client, first, "undo")
    assert workspace.decided.verdicts == {}
    assert [r.verdict for r in workspace.store.reviews(first)] == ["accept", "undo"]


def test_a_skipped_statement_goes_to_the_end(client: Any) -> None:
    first = client.get("/review.json").json()["tables"]["statement"][0]["id"]
    answer = decide(client, first, "skip")
    assert f"after={first}" in answer.headers["location"]
    assert (
        client.get(answer.headers["location"].replace("/review", "/review.json")).json()["tables"][
            "statement"
        ][0]["id"]
        != first
    )


def test_a_correction_keeps_the_original_and_changes_what_is_shown(client: Any, workspace: Workspace) -> None:
    s = figure_of(workspace)
    answer = decide(
        client,
        s.id,
        "correct",
        value="379.3",
        low="",
        high="",
        unit="USD",
        status="forecast",
        actor="kaz bgr",
    )
    assert answer.status_code == 303
    shown = client.get(f"/statements/{s.id}.json").json()["tables"]["statement"][0]
    assert shown["value"] == 379.3 and shown["status"] == "forecast" and shown["decision"] == "correct"
    (kept,) = workspace.casework.corrections()
    assert kept.before == s and kept.who == "tester"
    assert "As it was read" in client.get(f"/statements/{s.id}").text
    decide(client, s.id, "undo")
    assert client.get(f"/statements/{s.id}.json").json()["tables"]["statement"][0]["value"] == 375200000


def test_a_correction_outlives_a_new_reading_that_gives_another_id(workspace: Workspace, client: Any) -> None:
    s = figure_of(workspace)
    decide(client, s.id, "correct", status="forecast")
    document = workspace.store.document(s.evidence.document)
    assert document is not None
    told = list(workspace.store.statements(document=document.document.id))
    again = tuple(replace(t, id="st_ffffffffffffffff", rule="other.v2") if t.id == s.id else t for t in told)
    with workspace.writing() as store:
        store.add([Reading(replace(document.document, source=document.sources[0]), again)], "other rules")
    workspace.refresh()
    now = workspace.statement("st_ffffffffffffffff")
    assert now is not None and now.status == "forecast"
    assert workspace.decided.verdicts["st_ffffffffffffffff"] == "correct"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("actor", "XYZ"),
        ("actor", ""),
        ("date", "yesterday"),
        ("value", "many"),
        ("status", "maybe"),
        ("kind", "tie/visit"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_by_name(
    client: Any, workspace: Workspace, field: str, text: str
) -> None:
    s = figure_of(workspace)
    with pytest.raises((UsageError, ValueError)):
        corrected(s, {field: text})
    assert decide(client, s.id, "correct", **{field: text}).status_code == 400
    assert workspace.decided.verdicts == {}


def test_gold_has_what_was_accepted_and_corrected_and_nothing_else(client: Any, workspace: Workspace) -> None:
    one, two, three = workspace.statements(range(3))
    decide(client, one.id, "accept")
    decide(client, two.id, "reject")
    decide(client, three.id, "correct", date="1999")
    lines = [json.loads(line) for line in client.get("/review/gold.jsonl").text.splitlines()]
    assert {line["id"] for line in lines} == {one.id, three.id}
    for line in lines:
        s = from_json(line)
        assert s.evidence.text and to_json(s)["id"] == line["id"]
    quality = client.get("/review/quality.json").json()["tables"]["rules"]
    assert (
        sum(r["accepted"] for r in quality)
        == sum(r["rejected"] for r in quality)
        == sum(r["corrected"] for r in quality)
        == 1
    )


def test_rejected_statements_are_left_out_of_figures(client: Any, workspace: Workspace) -> None:
    s = figure_of(workspace)
    decide(client, s.id, "reject")
    rows = client.get("/ledger/BGR-KAZ.json").json()["tables"]["ledger"]
    assert all(s.id not in c["statements"] for r in rows for c in r["stated"])


def test_decisions_on_a_finding_are_kept_with_their_history(client: Any, workspace: Workspace) -> None:
    id = next(
        i
        for i, v in zip(workspace.catalogue.found.ids, workspace.catalogue.found.verdicts)
        if v == "conflict"
    )
    before = client.get("/findings.json?verdict=conflict&state=open&rows=all").json()["about_tables"][
        "findings"
    ]["of"]
    for form in (
        {"verdict": "assign", "assignee": "Ivanova"},
        {"verdict": "comment", "note": "asked the embassy <b>"},
        {"verdict": "dismiss", "note": "a misprint"},
    ):
        assert client.post(f"/findings/{id}", data=form, follow_redirects=False).status_code == 303
    page = client.get(f"/findings/{id}").text
    assert "Ivanova" in page and "asked the embassy &lt;b&gt;" in page and "dismissed" in page
    after = client.get("/findings.json?verdict=conflict&state=open&rows=all").json()["about_tables"][
        "findings"
    ]["of"]
    assert after == before - 1
    client.post(f"/findings/{id}", data={"verdict": "reopen"})
    assert workspace.decided.finding_state(id) == "open" and len(workspace.decided.findings[id]) == 4


@pytest.mark.parametrize("form", [{"verdict": "assign"}, {"verdict": "comment"}, {"verdict": "explode"}, {}])
def test_a_decision_that_lacks_something_is_refused(
    client: Any, workspace: Workspace, form: dict[str, str]
) -> None:
    id = workspace.catalogue.found.ids[0]
    assert client.post(f"/findings/{id}", data=form).status_code == 400
    assert not workspace.decided.findings
