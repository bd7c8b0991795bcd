"""Every page answers, in every form, and says what is near where something is not there."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import Any

import pytest

from dragoman.desk.workspace import Workspace

PAGES = [
    "/", "/pairs", "/pairs/BGR-KAZ", "/ledger/BGR-KAZ", "/documents", "/findings", "/pledges", "/search?q=trade",
    "/review", "/review/quality", "/help",
]  # fmt: skip


def document_named(workspace: Workspace, part: str) -> str:
    return next(d.id for d in workspace.catalogue.documents if part in d.name)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_with_one_heading_and_no_inline_script_or_style(client: Any, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    assert len(re.findall("<h1", answer.text)) == 1
    assert not re.search(r"<script(?![^>]*\bsrc=)|\bstyle=|<style|\bon\w+=\"", answer.text)


@pytest.mark.parametrize("page", ["/index", *PAGES[1:7], "/search"])
def test_a_page_gives_what_it_shows_as_json_csv_and_zip(client: Any, page: str) -> None:
    thin = client.get(f"{page}.json").json()
    assert thin["tables"] and thin["about_tables"].keys() == thin["tables"].keys()
    first = next(iter(thin["tables"]))
    rows = list(csv.DictReader(io.StringIO(client.get(f"{page}.csv").text)))
    assert len(rows) == len(thin["tables"][first])
    with zipfile.ZipFile(io.BytesIO(client.get(f"{page}.zip").content)) as archive:
        assert {f"{name}.csv" for name in thin["tables"]} | {"metadata.json"} == set(archive.namelist())
        metadata = json.loads(archive.read("metadata.json"))
    assert metadata["about_tables"][first]["rows"] == len(rows)


def test_all_rows_of_a_search_are_all_statements(client: Any, workspace: Workspace) -> None:
    shown = client.get("/search.json").json()["tables"]["statements"]
    every = client.get("/search.json?rows=all").json()["tables"]["statements"]
    assert len(shown) < len(every) == len(workspace.catalogue)
    assert {s["id"] for s in every} == set(workspace.catalogue.columns.ids)


def test_a_pair_is_found_in_either_order(client: Any) -> None:
    answer = client.get("/pairs/kaz-bgr", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == "/pairs/BGR-KAZ"


def test_a_pair_shows_a_figure_whose_reason_links_to_its_passage(client: Any) -> None:
    text = client.get("/pairs/BGR-KAZ").text
    assert "Bulgaria – Kazakhstan" in text
    cell = re.search(r"<summary>375\.15 to 375\.25 million USD</summary>(.*?)</details>", text, re.DOTALL)
    assert cell is not None
    link = re.search(r'href="(/statements/st_\w+)"', cell[1])
    assert link is not None
    assert "$375.2 million in 2024" in client.get(link[1]).text


def test_a_document_marks_nested_passages_and_its_text_is_whole(client: Any, workspace: Workspace) -> None:
    id = document_named(workspace, "trade-2024")
    page = client.get(f"/documents/{id}").text
    article = re.search(r'<article class="text".*?>(.*?)</article>', page, re.DOTALL)
    assert article is not None
    bare = (
        re.sub(r"<[^>]+>", "", article[1]).replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"')
    )
    held = workspace.document(id)
    assert held is not None and bare == held.document.text
    assert "deep-2" in article[1]
    for s in held.statements:
        assert f'id="{s.evidence.start}-{s.evidence.end}"' in article[1]
        assert f'<article class="card k-{s.kind}" id="{s.id}"' in page


def test_a_badge_opens_the_proof_with_both_passages(client: Any) -> None:
    row = next(
        r
        for r in client.get("/findings.json?verdict=conflict").json()["tables"]["findings"]
        if len(r["statements"]) > 1
    )
    page = client.get(f"/findings/{row['id']}").text
    assert page.count('class="passage-card') >= 2
    assert (
        client.get(f"/findings/{row['id']}.json").json()["tables"]["finding"][0]["because"] == row["because"]
    )


@pytest.mark.parametrize(
    ("page", "near"),
    [
        ("/pairs/AAA-KAZ", "/pairs/BGR-KAZ"),
        ("/pairs/nonsense", "/pairs/BGR-KAZ"),
        ("/documents/bulgaria-trade-2025.txt", "/documents/doc_"),
        ("/statements/st_none", "/search"),
        ("/findings/fi_none", "/findings"),
        ("/jobs/none", "/documents"),
        ("/no/such/page", "/pairs"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(client: Any, page: str, near: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 404
    assert f'href="{near}' in answer.text


def test_the_ledger_keeps_stated_derived_inferred_and_official_apart(client: Any) -> None:
    client.post("/official")
    rows = client.get("/ledger/BGR-KAZ.json").json()["tables"]["ledger"]
    turnover = next(r for r in rows if r["indicator"] == "trade" and r["period"] == "2024")
    assert {(c["low"], c["high"]) for c in turnover["stated"]} >= {(375150000, 375250000)}
    assert turnover["official"]["low"] != 375150000
    one = client.get("/ledger/BGR-KAZ.json?indicator=exports&period=2024").json()["tables"]["ledger"]
    assert {(r["indicator"], r["period"]) for r in one} == {("exports", "2024")}


def test_the_chart_of_a_pair_is_a_picture_and_a_specification(client: Any) -> None:
    picture = client.get("/pairs/BGR-KAZ/trade.svg")
    assert picture.headers["content-type"] == "image/svg+xml" and picture.text.startswith("<svg")
    assert "vega-lite" in client.get("/pairs/BGR-KAZ/trade.json").json()["$schema"]


def test_pledges_come_as_a_calendar_with_one_event_for_each_due_date(client: Any) -> None:
    answer = client.get("/pledges.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    rows = client.get("/pledges.json?rows=all").json()["tables"]["pledges"]
    assert answer.text.count("BEGIN:VEVENT") == sum(1 for r in rows if r["due"])
    assert all(len(line.encode()) <= 75 for line in answer.text.split("\r\n"))


def test_pledges_of_a_state_are_all_in_it(client: Any) -> None:
    rows = client.get("/pledges.json?state=kept").json()["tables"]["pledges"]
    assert rows and {r["state"] for r in rows} == {"kept"}


def test_every_message_of_the_pages_is_in_the_catalogue() -> None:
    from importlib import resources

    from dragoman.web.words import listing

    kept = resources.files("dragoman.web").joinpath("words", "messages.yaml").read_text(encoding="utf-8")
    assert kept == listing(), "run python -m dragoman.web.words"


def test_own_scripts_weigh_less_than_two_hundred_kilobytes() -> None:
    from importlib import resources

    folder = resources.files("dragoman.web").joinpath("static")
    own = [e for e in folder.iterdir() if e.name.endswith(".js")]
    assert own and sum(len(e.read_bytes()) for e in own) < 200_000


@pytest.mark.parametrize("page", ["/findings", "/pledges"])
@pytest.mark.parametrize("typed", ["BGR-KAZ", "kaz bgr", "Kazakhstan - Bulgaria", "bulgaria, Kazakhstan"])
def test_a_pair_is_typed_in_whatever_way(client: Any, page: str, typed: str) -> None:
    count = re.compile(r'<h1>\w+ <span class="count">(\d+)</span>')
    asked = count.search(client.get(page, params={"pair": typed}).text)
    known = count.search(client.get(page, params={"pair": "BGR-KAZ"}).text)
    assert asked and known and asked[1] == known[1] != "0"


def test_a_country_is_asked_for_by_its_name(client: Any) -> None:
    named = client.get("/pledges.json", params={"country": "Kazakhstan"}).json()["tables"]["pledges"]
    assert named and all("KAZ" in (*row["actor"], *row["recipient"]) for row in named)


def test_names_in_an_address_lead_to_the_page_of_their_pair(client: Any) -> None:
    answer = client.get("/pairs/Kazakhstan-Bulgaria", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, "/pairs/BGR-KAZ")


def test_a_pledge_whose_only_time_is_that_of_making_it_is_not_overdue(client: Any) -> None:
    page = client.get("/pledges", params={"pair": "KAZ-TUR"}).text
    item = next(i for i in re.findall(r"<li class=\"item\".*?</li>", page, re.DOTALL) if "make drones" in i)
    assert "made May 2022" in item and "overdue" not in item


def test_what_says_that_a_promise_was_not_kept_stands_below_it(client: Any) -> None:
    page = client.get("/pledges", params={"pair": "BGR-KAZ"}).text
    item = next(
        i for i in re.findall(r"<li class=\"item\".*?</li>", page, re.DOTALL) if "intends to open" in i
    )
    assert "has not been opened" in item


def test_a_place_that_is_not_in_the_network_is_told_in_one_sentence(client: Any) -> None:
    page = client.get("/map", params={"from": "Altynkol", "to": "Atlantis"}).text
    assert re.search(r"No place &#39;Atlantis&#39; in the network; did you mean [^?]*\?[^.]", page)


def test_a_scenario_that_leaves_the_fastest_route_says_so(client: Any) -> None:
    asked = {"from": "Altynkol", "to": "Varna", "avoid": "RUS", "scenario": "varna-burgas"}
    page = client.get("/map", params=asked).text
    assert "The scenario leaves the fastest route as it is." in page
    assert re.search(r"Altynkol – Varna \(varna-burgas\): [\d,]+ km", page)
