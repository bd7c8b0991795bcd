"""Inputs that cannot be read: one clear line each, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import zipfile
from pathlib import Path

import pypdf
import pytest

from dragoman.documents import Input, Limits, find_inputs, import_file
from dragoman.errors import BadLine, InputError
from dragoman.model.documents import Document
from tests.fakes.files import ARTICLE, html_page, pdf, warc, word, write_parquet, zipped_word

SMALL = Limits(text=100_000)
_ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
LAUGHS = (
    f'<!DOCTYPE l [<!ENTITY a "ha">{_ENTITIES}]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
).encode()
OUTSIDE = (
    b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>before &x; after</w:t></w:r></w:p></w:body></w:document>"
)


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([["Trade rose."]])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def plain_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Trade rose.")
    return out.getvalue()


def parquet_bytes(tmp_path: Path, column: str) -> bytes:
    write_parquet(tmp_path / "made", [{column: "Trade rose."}])
    data = (tmp_path / "made").read_bytes()
    (tmp_path / "made").unlink()
    return data


def items(path: Path, limits: Limits = SMALL) -> list[Document | InputError]:
    found: list[Document | InputError] = []
    for entry in find_inputs([path]):
        found += import_file(entry, limits) if isinstance(entry, Input) else [entry]
    return found


CASES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty file"),
    "blank.txt": (b" \n\n ", "no text"),
    "header.txt": (b"title: A\n\n", "no text"),
    "binary.txt": (os.urandom(64) + b"\x00" * 64, "binary"),
    "image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    "huge.txt": (b"a" * 100_001, "more than 0.1 MB"),
    "bomb.txt.gz": (gzip.compress(b"a" * 5_000_000), "more than 0.1 MB"),
    "twice.gz": (gzip.compress(gzip.compress(b"a")), "gzip inside gzip"),
    "cut.txt.gz": (gzip.compress(os.urandom(5000).hex().encode())[:-40], "truncated gzip"),
    "cut.pdf": (pdf([list(ARTICLE)])[:200], "PDF"),
    "no.pdf": (b"not a PDF at all", "truncated PDF"),
    "scan.pdf": (pdf([[]]), "no text layer"),
    "locked.pdf": (locked_pdf(), "encrypted PDF"),
    "huge.pdf": (pdf([["word " * 20] * 50] * 30), "more than 0.1 MB"),
    "cut.docx": (word()[:2000], "truncated Word"),
    "no.docx": (b"PK\x03\x04 no zip", "truncated Word"),
    "laughs.docx": (zipped_word(LAUGHS), "broken Word"),
    "bomb.docx": (zipped_word(b" " * 12_000_000), "more than 0.1 MB"),
    "empty.docx": (word(()), "no text"),
    "plain.zip": (plain_zip(), "a zip archive"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old or encrypted Office"),
    "rich.rtf": (b"{\\rtf1 Trade rose.}", "Rich Text"),
    "deep.html": (b"<div>" * 15_000 + b"embassy", "nested more than"),
    "deeper.html": (b"<b>" * 300 + b"embassy", "nested more than"),
    "script.html": (b"<html><body><script>document.write('x')</script></body></html>", "no text in the page"),
    "cut.parquet": (b"PAR1" + b"\x00" * 50, "Parquet"),
    "cut.warc": (warc({"https://a.example/1": html_page()})[:-300], "truncated WARC"),
    "long.warc": (
        re.sub(
            rb"(WARC-Type: response(?:.|\n)*?Content-Length: )\d+",
            rb"\g<1>" + b"9" * 40,
            warc({"https://a.example/1": html_page()}),
            count=1,
        ),
        "truncated WARC",
    ),
    "cut.warc.gz": (warc({"https://a.example/1": html_page()}, gzip=True)[:-300], "truncated"),
    "none.warc": (warc({}), "no page with text"),
    "bad.json": (b'[{"text": ', "not JSON"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_read_gets_one_line_with_file_reason_and_remedy(tmp_path: Path, name: str) -> None:
    data, reason = CASES[name]
    (tmp_path / name).write_bytes(data)
    errors = [item for item in items(tmp_path / name) if isinstance(item, InputError)]
    assert len(errors) == 1
    message = str(errors[0])
    assert "\n" not in message
    assert message.startswith(str(tmp_path / name))
    assert reason in message
    assert errors[0].remedy


def test_the_rest_is_read(tmp_path: Path) -> None:
    for name, (data, _) in CASES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Trade rose.")
    found = items(tmp_path)
    assert [item.name for item in found if isinstance(item, Document)] == ["good.txt"]
    assert len(found) == len(CASES) + 1


def test_bad_lines_are_numbered_and_the_others_kept(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "A."}',
        "no json",
        "",
        '["a list"]',
        '{"id": "b"}',
        "[" * 100_000,
        json.dumps({"text": "x" * 200_000}),
        '{"id": "c", "text": "lone \\ud800 and \\u0000"}',
    ]
    (tmp_path / "in.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"id": "\xff"}\n')
    found = items(tmp_path / "in.jsonl")
    errors = [str(item) for item in found if isinstance(item, InputError)]
    assert [int(e.split("line ")[1].split(":")[0]) for e in errors] == [2, 4, 5, 6, 7, 9]
    assert all(isinstance(item, BadLine) for item in found if isinstance(item, InputError))
    assert [item.text for item in found if isinstance(item, Document)] == ["A.", "lone \ufffd and  "]


def test_bad_rows_are_numbered(tmp_path: Path) -> None:
    write_parquet(tmp_path / "t.parquet", [{"id": "a", "text": "A."}, {"id": "b", "text": None}])
    good, bad = items(tmp_path / "t.parquet")
    assert isinstance(good, Document)
    assert "row 2: no `text`" in str(bad)


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(parquet_bytes(tmp_path, "body"))
    [error] = items(tmp_path / "t.parquet")
    assert "no column `text` among body" in str(error)


def test_what_came_before_a_break_is_kept(tmp_path: Path) -> None:
    data = warc({"https://a.example/1": html_page(), "https://a.example/2": html_page()})
    (tmp_path / "cut.warc").write_bytes(data[: len(data) - 500])
    kinds = [type(item) for item in items(tmp_path / "cut.warc")]
    assert kinds[0] is Document


def test_a_wrong_length_in_an_archive_is_said_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = warc({"https://a.example/1": html_page()}).replace(b"Content-Length: 35", b"Content-Length: 20", 1)
    (tmp_path / "a.warc").write_bytes(data)
    found = items(tmp_path / "a.warc")
    assert [str(i).split(": ")[1].split(" that")[0] for i in found if isinstance(i, InputError)] == [
        "1 lines between records"
    ]
    assert any(isinstance(item, Document) for item in found)
    assert capfd.readouterr().err == ""


def test_no_file_outside_a_document_gets_into_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped_word(OUTSIDE))
    for item in items(tmp_path / "a.docx"):
        assert not isinstance(item, Document) or "root:" not in item.text


@pytest.mark.parametrize(
    "data",
    [
        b"<" * 1_000_000,
        b"<a " * 300_000,
        b"<p>x" * 200_000,
        b"<!--" * 200_000,
        b"&amp;" * 200_000,
        b"<div a='" * 100_000,
    ],
    ids=["angles", "tags", "paragraphs", "comments", "entities", "quotes"],
)
@pytest.mark.timeout(60)
def test_hostile_markup_ends(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><body>" + data)
    assert len(items(tmp_path / "a.html", Limits())) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"*a" * 500_000,
        b"[" * 1_000_000,
        b"`a" * 500_000,
        b"_" * 1_000_000,
        b"![" * 300_000,
        b"<!--" * 250_000,
    ],
)
@pytest.mark.timeout(60)
def test_hostile_markdown_ends(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert len(items(tmp_path / "a.md", Limits())) == 1
