"""One article in every format."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from dragoman.documents import Input, Limits, find_inputs, import_file
from dragoman.errors import InputError
from dragoman.model.documents import Document
from tests.fakes.files import ARTICLE, DATE, html_page, pdf, warc, word, write_parquet


def read(path: Path, limits: Limits | None = None) -> list[Document]:
    items = []
    for entry in find_inputs([path]):
        assert isinstance(entry, Input), entry
        items += list(import_file(entry, limits))
    for item in items:
        assert isinstance(item, Document), item
    return items  # type: ignore[return-value]


def one(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    [document] = read(path)
    return document


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "  Astana and\tSofia \r\n\r\n\r\n agreed.\x0c \n"
    document = one(tmp_path / "a.txt", text.encode())
    assert (document.text, document.name, document.date, document.source) == (
        text,
        "a.txt",
        None,
        str(tmp_path / "a.txt"),
    )


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", "\ufeffTürkiye".encode()).text == "Türkiye"
    assert one(tmp_path / "b.txt", "Türkiye".encode("utf-16")).text == "Türkiye"
    assert one(tmp_path / "c.txt", "Türkiye".encode("utf-32")).text == "Türkiye"


def test_markdown_loses_its_marks_and_keeps_its_words(tmp_path: Path) -> None:
    data = (
        "---\ntitle: Ties\ndate: 2025-06-09\n---\n\n# Two *partners*\n\n"
        '> **Bulgaria**\'s [embassy](https://x.example/a_b "t") opened[^1], see `notes`.\n\n'
        "- 2 * 3 * 4 and snake_case_name stay\n\n```\ncode embassy\n```\n"
    )
    document = one(tmp_path / "a.md", data.encode())
    assert document.text.split() == (
        [
            "Two",
            "partners",
            "Bulgaria's",
            "embassy",
            "opened,",
            "see",
            "notes.",
            "-",
            "2",
            "*",
            "3",
            "*",
            "4",
            "and",
            "snake_case_name",
            "stay",
        ]
    )
    assert (document.title, document.date, document.date_source) == ("Ties", DATE, "header")


def test_markdown_without_inline_marks_keeps_every_offset(tmp_path: Path) -> None:
    data = "# Title\n\n> Quoted words.\n\n* item\n\nBody text.\n"
    document = one(tmp_path / "a.md", data.encode())
    assert len(document.text) == len(data)
    assert document.text.index("Body") == data.index("Body")
    assert document.title == "Title"


def test_a_page_gives_its_article_with_title_date_author_and_outlet(tmp_path: Path) -> None:
    document = one(tmp_path / "a.html", html_page())
    assert document.text == "\n\n".join(("Two partners", *ARTICLE))
    assert (document.title, document.author, document.outlet) == (
        "Two partners",
        "Aida Serik",
        "The Caspian Post",
    )
    assert (document.date, document.date_source) == (DATE, "metadata")
    assert document.url == "https://caspian.example/two-partners"
    assert document.language == "en"


def test_a_page_is_known_by_its_content_too(tmp_path: Path) -> None:
    assert one(tmp_path / "page", html_page()).title == "Two partners"


def test_a_short_page_is_not_lost(tmp_path: Path) -> None:
    document = one(tmp_path / "a.html", b"<p>Bulgaria opened an embassy.</p><p>Trade rose.</p>")
    assert document.text == "Bulgaria opened an embassy.\n\nTrade rose."
    assert document.date is None


def test_a_page_declares_its_encoding(tmp_path: Path) -> None:
    pages = (
        "Президент Болгарии посетил Астану, где прошли переговоры о торговле и транспорте двух стран.",
    ) * 3
    assert one(tmp_path / "a.html", html_page(pages, "windows-1251")).text.endswith(pages[0])


def test_pdf_lines_become_paragraphs(tmp_path: Path) -> None:
    pages = [
        [
            "Bulgaria opened its embassy in Kazakhstan in 1994, and coop-",
            "eration has grown ever since then between them",
            "in trade.",
            "",
            "1",
        ],
        [
            "Turnover reached $375.2 million in 2024, the ministry said on Mon-",
            "day after the Kazakh-",
            "Turkish talks.",
            "Page 2 of 2",
        ],
    ]
    document = one(
        tmp_path / "a.pdf", pdf(pages, "/Title (Ties) /Author (Aida) /CreationDate (D:20250609120000Z)")
    )
    assert document.text == (
        "Bulgaria opened its embassy in Kazakhstan in 1994, and cooperation has grown ever since then between "
        "them in trade.\n\nTurnover reached $375.2 million in 2024, the ministry said on Monday after the "
        "Kazakh- Turkish talks."
    )
    assert (document.title, document.author, document.meta["created"]) == ("Ties", "Aida", DATE)
    assert document.date is None


def test_word_gives_paragraphs_lists_and_tables(tmp_path: Path) -> None:
    import docx

    opened = docx.Document()
    opened.add_paragraph(ARTICLE[0])
    opened.add_paragraph("an embassy", style="List Bullet")
    table = opened.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2024", "$375.2 million"
    opened.core_properties.title = "Ties"
    opened.core_properties.created = datetime(2025, 6, 9)
    opened.save(str(tmp_path / "a.docx"))
    [document] = read(tmp_path / "a.docx")
    assert document.text == f"{ARTICLE[0]}\n\n- an embassy\n\n2024 | $375.2 million"
    assert (document.title, document.meta["created"]) == ("Ties", DATE)


def test_the_stamp_of_a_word_template_dates_nothing(tmp_path: Path) -> None:
    document = one(tmp_path / "a.docx", word())
    assert "created" not in document.meta
    assert document.author is None


def test_json_lines_are_documents_named_by_their_ids(tmp_path: Path) -> None:
    rows = [
        {
            "id": "x1",
            "url": "https://a.example",
            "title": "T",
            "date": "2025-06-09T08:00:00Z",
            "text": "A.",
            "topic": 7,
        },
        {"text": "B.", "date": None},
        {"id": 12, "text": "C.", "date": "June 9, 2025", "author": "Z"},
    ]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    (tmp_path / "in.jsonl").write_bytes(data)
    documents = read(tmp_path / "in.jsonl")
    assert [(d.name, d.text, d.date) for d in documents] == [
        ("x1", "A.", DATE),
        ("in#2", "B.", None),
        ("12", "C.", DATE),
    ]
    assert [d.source for d in documents] == [f"{tmp_path / 'in.jsonl'}#{n}" for n in (1, 2, 3)]
    assert (documents[0].meta, documents[0].date_source) == ({"topic": "7"}, "metadata")


def test_one_json_value_is_read_too(tmp_path: Path) -> None:
    assert one(tmp_path / "a.json", b'{\n "id": "a",\n "text": "A."\n}').name == "a"
    (tmp_path / "b.json").write_text('[{"text": "A."}, {"text": "B."}]')
    assert [d.text for d in read(tmp_path / "b.json")] == ["A.", "B."]


def test_parquet_rows_are_documents_in_order(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "id": f"p{n}",
            "url": f"https://a.example/{n}",
            "title": "T",
            "date": "2025-06-09",
            "text": f"Text {n}.",
        }
        for n in range(600)
    ]
    write_parquet(tmp_path / "in [1]*.parquet", rows)
    documents = read(tmp_path / "in [1]*.parquet")
    assert [d.name for d in documents] == [f"p{n}" for n in range(600)]
    assert documents[0].date == DATE  # a DATE column, not a string


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
def test_an_archive_gives_its_pages(tmp_path: Path, packed: bool) -> None:
    pages = {"https://a.example/1": html_page(), "https://a.example/2": b"<p>Short one.</p>"}
    name = "in.warc.gz" if packed else "in.warc"
    (tmp_path / name).write_bytes(warc(pages, gzip=packed))
    documents = read(tmp_path / name)
    assert [(d.name, d.url) for d in documents] == [(url, url) for url in pages]
    assert documents[0].text.endswith(ARTICLE[-1])
    assert (documents[0].date, documents[1].date) == (DATE, None)
    assert documents[1].meta["captured"] == "2025-06-10"


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.txt.gz", b"date: 2025-06-09\n\nTrade rose.", "Trade rose."),
        ("a.jsonl.gz", b'{"id": "a.txt", "text": "Trade rose.", "date": "2025-06-09"}\n', "Trade rose."),
        ("a.html.gz", html_page(), "\n\n".join(("Two partners", *ARTICLE))),
    ],
)
def test_packed_files_are_unpacked(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    document = one(tmp_path / name, gzip.compress(data))
    assert (document.text, document.date) == (text, DATE)
    assert Path(document.name).stem == "a"


def test_packed_parquet_is_unpacked(tmp_path: Path) -> None:
    write_parquet(tmp_path / "t.parquet", [{"id": "p", "text": "Trade rose."}])
    assert one(tmp_path / "u.parquet.gz", gzip.compress((tmp_path / "t.parquet").read_bytes())).name == "p"


class _Drip(io.RawIOBase):
    """A pipe that brings a few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        piece, self._data = self._data[:7], self._data[7:]
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"date: 2025-06-09\n\nTrade rose.", 1),
        (b'{"text": "A."}\n{"text": "B."}\n' * 1000, 2000),
        (html_page(), 1),
        (pdf([["Trade rose."]]), 1),
        (word(), 1),
        (gzip.compress(b"Trade rose."), 1),
        (warc({"https://a.example/1": html_page()}), 1),
    ],
    ids=["text", "lines", "html", "pdf", "docx", "gzip", "warc"],
)
def test_standard_input_takes_every_format(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    class Stdin:
        buffer = io.BufferedReader(_Drip(data))

    monkeypatch.setattr(sys, "stdin", Stdin())
    [entry] = find_inputs(["-"])
    assert isinstance(entry, Input)
    items = list(import_file(entry))
    assert [item for item in items if isinstance(item, InputError)] == []
    assert len(items) == count


def test_a_named_pipe_is_read_as_a_file_would_be(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    data = b'{"text": "A."}\n{"text": "B."}\n' * 2000
    writer = threading.Thread(target=pipe.write_bytes, args=[data])
    writer.start()
    assert len(read(pipe)) == 4000
    writer.join()
