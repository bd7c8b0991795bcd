"""Files made to harm: loops, endless lines, deep nesting, addresses to be fetched, statements of SQL."""

from __future__ import annotations

import gzip
import io
import json
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.exports import export_to, exporters
from dragoman.desk.holdings import holdings_of
from dragoman.desk.ingest import ReadOptions, read, read_into
from dragoman.desk.search import Query, search
from dragoman.desk.workspace import Workspace
from dragoman.documents import Input, Limits, import_file
from dragoman.errors import InputError
from dragoman.model.documents import Document
from dragoman.record import Review, Store, open_store
from dragoman.record.casework import Casework
from tests.fakes.files import warc

INJECTED = "'); DROP TABLE statements; DROP TABLE documents; -- \" ; ?::TEXT[] %s {0} $1 \\"


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def stream(words: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(words), more, words)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources %s >>"
LOOPS = {
    "a page tree that is its own child": pdf_of(
        CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1000000 >>"
    ),
    "two page trees that are each other's children": pdf_of(
        CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 9 >>",
    ),
    "a page that is its own parent": pdf_of(
        CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>",
        stream(b"BT (x) Tj ET"),
    ),
    "a form that draws itself": pdf_of(
        CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE % b"<< /XObject << /F 5 0 R >> >>",
        stream(b"/F Do"),
        stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /Resources << /XObject << /F 5 0 R >> >>"),
    ),
    "a reference to itself": pdf_of(b"1 0 R"),
    "content that is a list of itself": pdf_of(
        CATALOGUE,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE % b"<< >>",
        b"[4 0 R 4 0 R]",
    ),
    "tables of objects in a ring": b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF",
}
_DEEP = 200_000
HOSTILE: dict[str, tuple[str, bytes]] = {
    **{what: ("a.pdf", data) for what, data in LOOPS.items()},
    "a line of ten megabytes": ("a.txt", b"word " * 2_000_000),
    "a line of ten megabytes without a space": ("b.txt", b"x" * 10_000_000),
    "a JSON line of ten megabytes": ("a.jsonl", json.dumps({"text": "word " * 2_000_000}).encode()),
    "ten megabytes of digits in JSON": ("b.jsonl", b'{"text": "x", "n": ' + b"9" * 10_000_000 + b"}"),
    "lists within lists": ("c.jsonl", b'{"text": "x", "n": ' + b"[" * _DEEP + b"]" * _DEEP + b"}"),
    "lists within lists, one value": ("a.json", b"[" * _DEEP + b"]" * _DEEP),
    "a packed page that unpacks to a thousand times": (
        "a.warc.gz", warc({"https://a.example/1": b"<p>" + b"a" * 60_000_000}, gzip=True),
    ),
    "gzip within gzip within gzip": ("a.gz", gzip.compress(gzip.compress(gzip.compress(b"a" * 1_000_000)))),
}  # fmt: skip


def opened(path: Path) -> list[Document | InputError]:
    return list(import_file(Input(path, path.name, str(path)), Limits()))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("what", HOSTILE)
def test_it_ends_and_says_what_it_found(what: str, tmp_path: Path) -> None:
    name, data = HOSTILE[what]
    (tmp_path / name).write_bytes(data)
    found = opened(tmp_path / name)
    assert found
    for one in found:
        if isinstance(one, InputError):
            assert one.remedy and "\n" not in str(one)
        else:
            assert len(one.text) <= Limits().text


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_a_line_of_ten_megabytes_is_read_to_its_end(name: str, tmp_path: Path) -> None:
    data = next(data for named, data in HOSTILE.values() if named == name)
    (tmp_path / name).write_bytes(data)
    (result,) = read([tmp_path / name], ReadOptions(workers=1))
    assert not isinstance(result, InputError) and result.statements == ()


ADDRESS = "http://169.254.169.254/latest/meta-data"
MARKUP = f"""<!DOCTYPE html [<!ENTITY x SYSTEM "{ADDRESS}">]><html><head><base href="{ADDRESS}/">
<meta http-equiv="refresh" content="0; url={ADDRESS}"><link rel="stylesheet" href="{ADDRESS}/a.css">
<link rel="canonical" href="{ADDRESS}/c"><script src="{ADDRESS}/a.js"></script></head><body><article>
<img src="{ADDRESS}/a.png"><iframe src="{ADDRESS}"></iframe><object data="{ADDRESS}"></object>
<p>Bulgaria opened its embassy in Kazakhstan in 2019, and a <a href="file:///etc/passwd">street</a> in Sofia bears the name
of Astana. Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024. &x;</p></article></body></html>""".encode()


def word_that_refers() -> bytes:
    from tests.fakes.files import word

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as good, zipfile.ZipFile(out, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name.endswith("document.xml.rels"):
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                more = "".join(
                    f'<Relationship Id="x{n}" Type="{kind}/{what}" Target="{ADDRESS}" TargetMode="External"/>'
                    for n, what in enumerate(("attachedTemplate", "image", "hyperlink", "subDocument"))
                )
                data = data.replace(b"</Relationships>", more.encode() + b"</Relationships>")
            bad.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """No way out: every attempt to reach another machine is refused and noted."""
    tried: list[object] = []

    def refuse(*given: object, **named: object) -> Any:
        tried.append(given[-1:])
        raise OSError("sealed")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    return tried


def test_nothing_is_ever_fetched_from_a_document(tmp_path: Path, sealed: list[object]) -> None:
    with pytest.raises(OSError, match="sealed"):
        socket.create_connection(("169.254.169.254", 80))
    sealed.clear()
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_bytes(MARKUP)
    (folder / "b.md").write_bytes(f"![x]({ADDRESS})\n\n[x]: {ADDRESS}\n\n<{ADDRESS}> ".encode() + MARKUP)
    (folder / "c.docx").write_bytes(word_that_refers())
    (folder / "d.warc").write_bytes(warc({ADDRESS: MARKUP}))
    lines = [{"id": ADDRESS, "url": ADDRESS, "text": f"Bulgaria opened an embassy in Kazakhstan. {ADDRESS}"}]
    (folder / "e.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (folder / "f.txt").write_text(
        f"url: {ADDRESS}\nsource: {ADDRESS}\n\nBulgaria and Kazakhstan signed an agreement."
    )
    action = f"<< /S /URI /URI ({ADDRESS}) >>".encode()
    (folder / "g.pdf").write_bytes(
        pdf_of(
            b"<< /Type /Catalog /Pages 2 0 R /OpenAction " + action + b" >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE % b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
            stream(b"BT /F 12 Tf (An embassy.) Tj ET"),
        )
    )
    with open_store(tmp_path / "r.duckdb") as store:
        steps = list(read_into(store, [folder], ReadOptions(workers=1)))
    assert sum(step.documents for step in steps) == 7, [step.error for step in steps if step.error]
    with Workspace.open(tmp_path / "r.duckdb") as w:
        w.settle()
        assert len(w.catalogue) > 5
    holdings = holdings_of(tmp_path / "r.duckdb")
    for name in exporters():
        if name != "ftm":  # its library is optional and is heard of elsewhere
            export_to(name, holdings, tmp_path / f"out.{name}", [])
    assert sealed == []
    assert "root:" not in "".join(d.text for d in map(document_of, sorted(folder.iterdir())))


def document_of(path: Path) -> Document:
    (found,) = opened(path)
    assert isinstance(found, Document)
    return found


@pytest.fixture(params=["duckdb", "postgres"])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgres":
        yield request.getfixturevalue("postgres")
    else:
        yield str(tmp_path / "r.duckdb")


def test_sql_in_every_text_field_is_text(
    record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    text = f"Bulgaria opened its embassy in Kazakhstan in 2019, said {INJECTED}."
    fields = dict.fromkeys(("id", "title", "url", "outlet", "author", "language", "more"), INJECTED)
    folder = tmp_path / INJECTED.replace("/", "")[:60]
    folder.mkdir()
    path = folder / "it's; DROP TABLE x.jsonl"
    path.write_text(json.dumps({**fields, "text": text, "date": "2024-05-01"}))
    with open_store(record) as store:
        list(read_into(store, [path], ReadOptions(workers=1)))
        (stored,) = store.documents()
        assert stored.document.text == text and stored.document.title == INJECTED
        (first, *_) = store.statements()
        _ask_everything(store, first.id)
        store.add_review(Review(first.id, "accept", INJECTED, INJECTED))
        Casework(store).save_search(INJECTED, f"q={INJECTED}")
        assert store.reviews()[0].who == INJECTED
        assert Casework(store).searches()[0].name == INJECTED
        store.forget(stored.sources[0], INJECTED)
        assert [c.why for c in store.changes() if c.action == "withdrawn" and c.what == "source"] == [
            INJECTED
        ]
        list(read_into(store, [path], ReadOptions(workers=1)))
    with Workspace.open(record) as w:
        w._indexing.join()
        for word in (INJECTED, "embassy", "embassy' OR '1'='1", 'a" NEAR "b', "* OR *"):
            search(w, Query(words=word))
        for facet in ("country", "kind", "mode", "status", "period", "product", "source", "verdict"):
            found = search(w, Query(chosen={facet: (INJECTED,)}))
            assert len(found.places) == (len(w.catalogue) if facet == "source" else 0), facet
        assert len(search(w, Query(words="embassy")).places) == 1


def _ask_everything(store: Store, id: str) -> None:
    """Every question that takes a text gets one that is SQL, and finds nothing."""
    assert store.document("' OR '1'='1") is None
    assert store.statement("' OR '1'='1") is None
    assert store.withdrawn_statement(INJECTED) is None
    assert list(store.statements(kind=INJECTED)) == []
    assert list(store.statements(parties=[INJECTED])) == []
    assert list(store.statements(document=INJECTED)) == []
    assert list(store.observations(reporter=INJECTED, partner=INJECTED, indicator=INJECTED)) == []
    assert store.reviews(INJECTED) == []
    assert store.statement(id) is not None
