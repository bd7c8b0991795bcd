"""The map: layers, routes, scenarios; every layer also as a table; nothing but named scenarios is opened."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from dragoman.desk.geography import country_counts, missions, visits
from dragoman.desk.map_routes import asked_from, found_routes
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError

ROUTE = "from=Altynkol&to=Varna&avoid=RUS,IRN&regime=measured"


def drawn(page: str) -> ET.Element:
    found = re.search(r'<svg[^>]*class="atlas".*?</svg>', page, re.DOTALL)
    assert found
    return ET.fromstring(found[0])


@pytest.mark.parametrize(
    "query", ["", "country=KAZ&layer=missions&layer=visits", "layer=ports&layer=pipelines&layer=sea", ROUTE]
)
def test_the_map_is_drawn_without_scripts_styles_or_other_hosts(client: Any, query: str) -> None:
    answer = client.get(f"/map?{query}")
    assert answer.status_code == 200
    page = answer.text
    assert not re.search(r"<script(?![^>]*\bsrc=)|\bstyle=|<style|\bon\w+=\"", page)
    assert not re.search(r"(?:src|href|data-\w+)=\"https?:", page)
    drawn(page)


def test_the_notice_and_the_policy_stand_on_every_map(client: Any) -> None:
    page = client.get("/map").text
    assert page.count("imply no opinion on the legal status") >= 2
    assert "Western Sahara" in page and "DRAGOMAN_BASEMAP" in page


def test_counts_on_the_map_are_those_of_the_table_twin(client: Any, workspace: Workspace) -> None:
    table = client.get("/map.json").json()["tables"]["countries"]
    assert {row["code"]: row["statements"] for row in table} == country_counts(workspace)
    svg = drawn(client.get("/map").text)
    titles = {e.text for e in svg.iter() if e.tag.endswith("title")}
    top = max(table, key=lambda row: row["statements"])
    assert f"{top['name']}: {top['statements']:,}" in titles


def test_counts_of_a_country_are_those_of_its_pairs(workspace: Workspace) -> None:
    counts = country_counts(workspace, "KAZ")
    assert counts["BGR"] == len(workspace.catalogue.of_pair("BGR", "KAZ")) and "KAZ" not in counts


def test_missions_and_visits_rest_on_statements_of_the_record(workspace: Workspace) -> None:
    told = missions(workspace, "BGR")
    assert {"BGR", "KAZ"} <= {m.host for m in told}
    assert all(s.kind == "tie" and m.host in s.recipient for m in told for s in m.statements)
    ways = {(v.visitor, v.host) for v in visits(workspace)}
    assert ("BGR", "KAZ") in ways


def test_a_rejected_statement_is_not_on_the_map(client: Any, workspace: Workspace) -> None:
    before = [v for v in visits(workspace) if (v.visitor, v.host) == ("BGR", "KAZ")]
    assert before
    for s in before[0].statements:
        client.post(f"/review/{s.id}", data={"verdict": "reject"})
    rejected = {id for id, verdict in workspace.decided.verdicts.items() if verdict == "reject"}
    assert rejected >= {s.id for s in before[0].statements}
    assert ("BGR", "KAZ") not in {(v.visitor, v.host) for v in visits(workspace)}


def test_routes_come_with_legs_diagram_and_a_table(client: Any) -> None:
    tables = client.get(f"/map.json?{ROUTE}").json()["tables"]
    assert {"legs", "countries"} <= tables.keys()
    assert all(leg["source"] or leg["assumed"] or leg["mode"] == "transfer" for leg in tables["legs"])
    picture = client.get(f"/map/diagram.svg?{ROUTE}")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "script-src" not in picture.headers["content-security-policy"]
    ET.fromstring(picture.text)


def test_a_scenario_is_compared_before_and_after(client: Any) -> None:
    query = f"{ROUTE}&scenario=varna-burgas"
    page = client.get(f"/map?{query}").text
    assert 'id="compared"' in page
    row = client.get(f"/map.json?{query}").json()["tables"]["before_and_after"][0]
    assert row["before"] and row["after"] and row["difference"]["hours"] < 0


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.yaml", "varna-burgas.yaml", "<script>"])
def test_no_address_opens_a_file_as_a_scenario(client: Any, name: str) -> None:
    with pytest.raises(UsageError):
        asked_from({"scenario": name})
    answer = client.get("/map", params={"scenario": name, "from": "Altynkol", "to": "Varna"})
    assert answer.status_code == 400 and "<script>" not in answer.text


def test_an_unknown_place_is_said_with_what_is_near(client: Any) -> None:
    answer = client.get("/map?from=Altynkl&to=Varna")
    assert answer.status_code == 200 and "Altynkol" in answer.text


def test_hostile_places_are_text(client: Any) -> None:
    answer = client.get("/map", params={"from": '"><script>alert(1)</script>', "to": "Varna", "avoid": "<b>"})
    assert answer.status_code == 200 and "<script>alert" not in answer.text and "<b>" not in answer.text


def test_features_for_the_live_map_are_what_is_drawn(client: Any) -> None:
    query = "country=KAZ&layer=missions&layer=visits"
    read = json.loads(client.get(f"/map/features.geojson?{query}").text)
    svg = drawn(client.get(f"/map?{query}").text)
    paths = [f for f in read["features"] if f["properties"]["layer"] == "path"]
    drawn_paths = [e for e in svg.iter() if e.get("class", "").startswith("atlas-line")]
    assert len(paths) == len(drawn_paths) > 0
    assert set(read["classes"].values()) <= set(range(6))


def test_the_basemap_for_the_live_map_is_kept_by_the_browser(client: Any) -> None:
    answer = client.get("/map/basemap.geojson")
    assert "max-age" in answer.headers["cache-control"]
    assert "Türkiye" in {f["properties"].get("name") for f in answer.json()["features"]}


def test_the_parts_of_the_live_map_are_served(client: Any) -> None:
    for name in ("maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl.css"):
        assert client.get(f"/static/vendor/maplibre-gl/{name}").status_code == 200


def test_routes_are_found_once_for_the_same_question() -> None:
    asked = asked_from({"from": "Altynkol", "to": "Aktau"})
    assert found_routes(asked) is found_routes(asked_from({"to": " Aktau", "from": "Altynkol "}))


@pytest.mark.parametrize("form", ["pdf", "docx", "md", "html", "bib", "json"])
def test_a_pairs_briefing_is_a_file_in_every_form(client: Any, form: str) -> None:
    answer = client.get(f"/pairs/BGR-KAZ/brief/{form}?since=2025")
    assert answer.status_code == 200
    assert f'filename="brief-BGR-KAZ.{form}"' in answer.headers["content-disposition"]


@pytest.mark.parametrize("address", ["/pairs/BGR-KAZ/brief/odt", "/pairs/BGR/brief/pdf"])
def test_a_briefing_that_there_is_not_is_said_to_be_missing(client: Any, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_briefing_on_strangers_says_what_to_do(client: Any) -> None:
    answer = client.get("/pairs/FJI-TCD/brief/pdf")
    assert answer.status_code == 400 and "nothing on" in answer.text
