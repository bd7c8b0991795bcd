"""Files of every format, written at run time from one article."""

from __future__ import annotations

import gzip as packer
import io
import json
import zipfile
import zlib
from pathlib import Path

import docx
import duckdb

__all__ = ["ARTICLE", "DATE", "html_page", "pdf", "warc", "word", "write_parquet", "zipped_word"]

DATE = "2025-06-09"
ARTICLE = (
    "Bulgaria opened its embassy in Kazakhstan in 1994, and the two countries have traded ever since that year.",
    "Turnover reached $375.2 million in 2024, the ministry said on Monday after the talks in the capital.",
    "Officials of both sides said that the figure would rise further once the new ferry line begins to run.",
)


def html_page(paragraphs: tuple[str, ...] = ARTICLE, charset: str = "utf-8") -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    page = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>Two partners</title>'
        '<meta property="article:published_time" content="2025-06-09T10:00:00+05:00">'
        '<meta name="author" content="Aida Serik"><meta property="og:site_name" content="The Caspian Post">'
        '<link rel="canonical" href="https://caspian.example/two-partners"></head><body>'
        '<nav><a href="/">Home</a> <a href="/sport">Sport embassy</a></nav>'
        f"<article><h1>Two partners</h1>{body}</article><footer>All rights reserved, embassy</footer></body></html>"
    )
    return page.encode(charset)


def pdf(lines: list[list[str]], info: str = "", encrypt: str = "") -> bytes:
    """A PDF of pages of lines, with nothing but what the format asks for."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for page in lines:
        drawn = "\n".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in page)
        content = zlib.compress(f"BT /F1 11 Tf 14 TL 50 780 Td\n{drawn}\nET".encode("cp1252"))
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(content) + content + b"\nendstream"
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 %d 0 R >> >> >>" % (len(objects), 3 + 2 * len(lines))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects += [font, f"<< {info} >>".encode("latin-1")]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
    return out + trailer.encode() + b"startxref\n%d\n%%%%EOF\n" % start


def word(paragraphs: tuple[str, ...] = ARTICLE, **properties: object) -> bytes:
    opened = docx.Document()
    for paragraph in paragraphs:
        opened.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(opened.core_properties, name, value)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def zipped_word(document_xml: bytes) -> bytes:
    """A Word file with this main part, hostile ones included."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    base = "http://schemas.openxmlformats.org"
    types = (
        f'<Types xmlns="{base}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{base}/package/2006/relationships"><Relationship Id="r" '
        f'Type="{base}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", links)
        archive.writestr("word/document.xml", document_xml)
    return out.getvalue()


def warc(pages: dict[str, bytes], *, gzip: bool = False, content_type: str = "text/html") -> bytes:
    """An archive with a request, an image, a redirect and these pages, written by the standard."""
    answers = [
        ("https://a.example/logo.png", "200 OK", "image/png", b"\x89PNG\x00\x00"),
        ("https://a.example/old", "301 Moved", "text/html", b""),
        *((url, "200 OK", content_type, body) for url, body in pages.items()),
    ]
    records = [_record("https://a.example/", "request", b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")]
    for url, status, kind, body in answers:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        records.append(_record(url, "response", head.encode() + body))
    return b"".join(packer.compress(record, mtime=0) if gzip else record for record in records)


def _record(url: str, kind: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-10T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-{abs(len(url)):012d}>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write_parquet(path: Path, rows: list[dict[str, object]]) -> None:
    staged = path.with_suffix(".staged")
    staged.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * FROM read_json('{staged}', format = 'newline_delimited')) TO '{path}' (FORMAT parquet)"
        )
    staged.unlink()
