"""Build the example articles that are no plain text: ``python examples/build_documents.py``.

Reads ``sources/NAME.txt`` (a header of ``key: value`` lines, a blank line, a paragraph a line) and
writes ``articles/NAME.docx`` or ``articles/NAME.pdf``. The same source gives the same bytes.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
FORMATS = {"north-macedonia-embassy": "docx", "china-dry-port": "pdf"}


def read_source(path: Path) -> tuple[dict[str, str], list[str]]:
    """Header and paragraphs of a source."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    return header, [line for line in body.splitlines() if line.strip()]


def docx_bytes(header: dict[str, str], paragraphs: list[str]) -> bytes:
    """A Word file with the title as its heading and the date among its properties."""
    import docx

    document = docx.Document()
    document.add_heading(header["title"], level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    properties = document.core_properties
    properties.title, properties.author = header["title"], "Dragoman examples"
    properties.created = properties.modified = datetime.fromisoformat(header["date"])
    built = io.BytesIO()
    document.save(built)
    return _timeless(built.getvalue())


def _timeless(archive: bytes) -> bytes:
    """The zip archive with every member dated alike, so that its bytes depend on its content only."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist()):
            member = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            target.writestr(member, source.read(name), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _pdf_text(text: str) -> bytes:
    # Standard PDF fonts know Windows-1252; a source with other letters fails here, loudly.
    raw = text.encode("cp1252")
    return raw.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def pdf_bytes(header: dict[str, str], paragraphs: list[str]) -> bytes:
    """A one-page PDF in Helvetica with title and date among its properties."""
    lines = [header["title"], ""]
    for paragraph in paragraphs:
        lines += [*textwrap.wrap(paragraph, 88), ""]
    rows = b"\n".join(b"(" + _pdf_text(line) + b") Tj T*" for line in lines)
    stream = b"BT /F1 11 Tf 56 780 Td 15 TL\n" + rows + b"\nET"
    stamp = header["date"].replace("-", "").encode()
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) /CreationDate (D:%s000000Z) >>" % (_pdf_text(header["title"]), stamp),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def build(name: str) -> bytes:
    """The bytes of one example."""
    header, paragraphs = read_source(HERE / "sources" / f"{name}.txt")
    make = docx_bytes if FORMATS[name] == "docx" else pdf_bytes
    return make(header, paragraphs)


if __name__ == "__main__":
    for article, suffix in FORMATS.items():
        (HERE / "articles" / f"{article}.{suffix}").write_bytes(build(article))
