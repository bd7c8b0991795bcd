"""Pages that neither repeat nor lose a row, whatever is written meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.desk.ingest import read_into
from dragoman.desk.workspace import Workspace
from tests.conftest import ROOT


def _walk(client: TestClient, path: str, limit: int, **more: str) -> list[str]:
    seen: list[str] = []
    cursor = None
    for _ in range(1000):
        page = client.get(
            path, params={"limit": limit, **({"cursor": cursor} if cursor else {}), **more}
        ).json()
        seen += [str(i.get("id") or i.get("pair") or i["statement"]["id"]) for i in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return seen
    raise AssertionError("it never ends")


@pytest.mark.parametrize("path", ["/documents", "/statements", "/pairs", "/findings", "/pledges"])
@pytest.mark.parametrize("limit", [1, 7, 500])
def test_pages_together_are_the_whole(client: TestClient, path: str, limit: int) -> None:
    every = _walk(client, path, 500)
    assert _walk(client, path, limit) == every
    assert len(set(every)) == len(every) > 3
    assert client.get(path).json()["total"] == len(every)


def test_a_page_names_the_next_in_its_link(client: TestClient) -> None:
    first = client.get("/statements", params={"limit": 3, "kind": "tie"})
    address, _, rel = first.headers["link"].partition(">; ")
    assert rel == 'rel="next"'
    after = client.get(address.removeprefix("<")).json()
    assert {s["kind"] for s in after["items"]} == {"tie"}
    assert not {s["id"] for s in after["items"]} & {s["id"] for s in first.json()["items"]}


def _read(workspace: Workspace, path: Path) -> None:
    for _ in read_into(workspace.shared_store, [path]):
        pass
    workspace.refresh()


def test_what_is_written_while_somebody_pages_comes_later(fresh: tuple[TestClient, Workspace]) -> None:
    client, workspace = fresh
    articles = sorted((ROOT / "examples" / "articles").glob("*.txt")) + sorted(
        (ROOT / "examples" / "articles").glob("*.md")
    )
    _read(workspace, articles[0])
    before = set(_walk(client, "/statements", 500))
    seen: list[str] = []
    cursor, rest = None, articles[1:]
    while True:
        page = client.get("/statements", params={"limit": 3, **({"cursor": cursor} if cursor else {})}).json()
        seen += [s["id"] for s in page["items"]]
        cursor = page["next"]
        if rest:
            _read(workspace, rest.pop(0))
        if cursor is None:
            break
    assert len(set(seen)) == len(seen) and before <= set(seen)
    assert rest or set(seen) <= set(_walk(client, "/statements", 500))


def test_what_is_withdrawn_while_somebody_pages_leaves_no_gap(
    fresh: tuple[TestClient, Workspace], tmp_path: Path
) -> None:
    client, workspace = fresh
    folder = tmp_path / "texts"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text(f"Bulgaria opened its embassy in Kazakhstan in 199{n}.")
    _read(workspace, folder)
    first = client.get("/statements", params={"limit": 2}).json()
    gone = first["items"][1]
    name = gone["evidence"]["document"]
    (folder / name).write_text("Nothing to see here.")
    _read(workspace, folder)
    after = client.get("/statements", params={"cursor": first["next"]}).json()["items"]
    kept = {s["id"] for s in client.get("/statements").json()["items"]}
    assert gone["id"] not in kept
    assert {first["items"][0]["id"], *(s["id"] for s in after)} == kept
