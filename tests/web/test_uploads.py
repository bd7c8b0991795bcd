"""Articles in: what is read, what is refused and why, and that nothing hostile gets through."""

from __future__ import annotations

import html
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.uploads import Incoming, UploadLimits, safe_name
from dragoman.desk.workspace import Workspace
from tests.web.waiting import finished, until

GOOD = b"title: Trade grows\ndate: 2025-05-29\n\nTrade between Kazakhstan and Bulgaria reached $375.2 million in 2024.\n"
HOSTILE = (
    "Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024 <script>alert(1)</script> "
    '"><svg onload=alert(2)><style>*{display:none}</style> \u202egnorw\u202c &amp; \u2066x\u2069 '
    "Kazakhstan's exports to Bulgaria amounted to $303.6 million in 2024 </article></main>.\n"
)


def send(client: Any, *files: tuple[str, bytes], **fields: str) -> Any:
    return client.post(
        "/upload",
        files=[("files", (name, io.BytesIO(data))) for name, data in files],
        data=fields,
        follow_redirects=False,
    )


def test_bad_files_are_named_with_their_reason_and_the_others_are_read(
    client: Any, workspace: Workspace
) -> None:
    answer = send(
        client, ("good.txt", GOOD), ("picture.png", b"\x89PNG"), ("empty.txt", b""), ("broken.pdf", b"%PDF-1.7 nonsense"),
        (".hidden.txt", GOOD),
    )  # fmt: skip
    assert answer.status_code == 303
    tables = finished(client, answer.headers["location"])
    by_name = {f["name"]: f for f in tables["files"]}
    assert by_name["good.txt"]["state"] == "read" and by_name["good.txt"]["statements"] >= 1
    assert by_name["picture.png"]["state"] == "refused" and "not a type" in by_name["picture.png"]["reason"]
    assert by_name["empty.txt"]["reason"] == "empty"
    assert by_name["broken.pdf"]["state"] == "failed" and by_name["broken.pdf"]["reason"]
    assert by_name[".hidden.txt"]["state"] == "refused"
    assert all(str(workspace.path.parent) not in f["reason"] for f in tables["files"])
    assert any(d.name == "good.txt" for d in workspace.catalogue.documents)
    assert "good.txt" in client.get(answer.headers["location"]).text


def test_the_same_file_again_is_already_there(client: Any, workspace: Workspace) -> None:
    finished(client, send(client, ("a/good.txt", GOOD)).headers["location"])
    count = len(workspace.catalogue)
    again = finished(client, send(client, ("a/good.txt", GOOD)).headers["location"])
    assert again["files"][0]["state"] == "known" and len(workspace.catalogue) == count


def test_a_pasted_text_is_read_with_its_date(client: Any, workspace: Workspace) -> None:
    text = "Bulgaria will open a consulate in Almaty next year."
    answer = client.post(
        "/upload", data={"text": text, "title": "A\nnote", "date": "2025-05-29"}, follow_redirects=False
    )
    finished(client, answer.headers["location"])
    found = next(d for d in workspace.catalogue.documents if d.title == "A note")
    assert found.date == "2025-05-29"


def test_a_table_of_official_figures_is_kept_as_observations(client: Any, workspace: Workspace) -> None:
    table = b"reporter,partner,flow,period,value,unit,source,as_of\nKAZ,BGR,X,2024,303594691.58,USD,office,2025-07\n"
    tables = finished(client, send(client, ("official.csv", table)).headers["location"])
    assert tables["files"][0]["reason"] == "1 official figures added"
    assert len(workspace.observations(("BGR", "KAZ"))) == 1


def test_an_upload_that_is_too_large_is_refused_whole(workspace: Workspace) -> None:
    from starlette.testclient import TestClient

    from dragoman.web.app import create_app
    from tests.web.conftest import BASE

    limits = UploadLimits(files=3, one=1_000, total=5_000)
    with TestClient(create_app(workspace, limits=limits), base_url=BASE, headers={"origin": BASE}) as client:
        assert send(client, ("good.txt", b"x" * 9_000)).status_code == 413
        one = send(client, ("good.txt", GOOD), ("large.txt", b"x" * 2_000))
        tables = finished(client, one.headers["location"])
        assert [f["state"] for f in tables["files"]] == ["read", "refused"]
        assert send(client, *[(f"{n}.txt", GOOD) for n in range(5)]).status_code == 400
        assert send(client).status_code == 400


def test_a_lie_about_the_length_does_not_help(workspace: Workspace) -> None:
    from starlette.testclient import TestClient

    from dragoman.web.app import create_app
    from tests.web.conftest import BASE

    boundary = "b0undary"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'.encode()

    def body() -> Any:
        yield head
        for _ in range(50):
            yield b"x" * 1_000
        yield f"\r\n--{boundary}--\r\n".encode()

    with TestClient(
        create_app(workspace, limits=UploadLimits(total=5_000)), base_url=BASE, headers={"origin": BASE}
    ) as client:
        answer = client.post(
            "/upload", content=body(), headers={"content-type": f"multipart/form-data; boundary={boundary}"}
        )
    assert answer.status_code == 413


def test_an_upload_that_breaks_off_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    root = tmp_path / "files"
    with pytest.raises(ConnectionError), Incoming(root, UploadLimits()) as incoming:
        incoming.add("good.txt", io.BytesIO(GOOD))
        raise ConnectionError
    assert list(root.iterdir()) == []


def test_a_hostile_article_is_shown_as_text(client: Any, workspace: Workspace) -> None:
    finished(client, send(client, ("<img src=x>.txt", HOSTILE.encode())).headers["location"])
    until(lambda: workspace.fulltext.behind == 0)
    found = next(d for d in workspace.catalogue.documents if "img" in d.name)
    pages = [f"/documents/{found.id}", "/pairs/BGR-KAZ", "/search?q=alert", "/documents", "/", "/search.atom"]
    pages += [f"/statements/{s.id}" for s in workspace.document(found.id).statements]  # type: ignore[union-attr]
    for page in pages:
        text = client.get(page).text
        assert "<script>alert" not in text and "<svg onload" not in text and "<img src=x" not in text, page
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", text), page
    assert "⟨RLO⟩" in client.get(f"/documents/{found.id}").text
    assert "<script>alert(1)" in html.unescape(
        re.sub("<[^>]+>", "", client.get(f"/documents/{found.id}").text)
    )


def test_null_bytes_and_lone_surrogates_do_not_break_a_page(client: Any, workspace: Workspace) -> None:
    line = rb'{"id": "odd", "text": "Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024.\u0000 \ud800"}'
    tables = finished(client, send(client, ("odd.jsonl", line)).headers["location"])
    for d in workspace.catalogue.documents:
        for form in ("", ".json", ".csv", ".zip"):
            assert client.get(f"/documents/{d.id}{form}").status_code == 200
    assert tables["files"][0]["state"] in ("read", "failed")


@given(st.text(max_size=80))
def test_a_safe_name_leads_nowhere_but_down(given_name: str) -> None:
    name = safe_name(given_name)
    assert not name.startswith("/") and "\x00" not in name and "\\" not in name
    assert all(part not in ("", ".", "..") for part in name.split("/")) or name == ""


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "..\\..\\evil.txt"])
def test_no_upload_is_written_outside_of_its_folder(tmp_path: Path, name: str) -> None:
    with Incoming(tmp_path / "files", UploadLimits()) as incoming:
        incoming.add(name, io.BytesIO(GOOD))
        (outcome,) = incoming.finish()
    assert outcome.state == "waiting"
    (written,) = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert written.is_relative_to(tmp_path / "files") and written.name == "evil.txt"
