"""DOCX: paragraphs and tables in the order of the body."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.documents.encodings import clean
from dragoman.documents.limits import Limits, refuse_size
from dragoman.documents.quiet import quiet
from dragoman.documents.stamps import to_edtf
from dragoman.errors import UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_docx"]

# The template that python-docx starts from carries this stamp; it dates no document.
_TEMPLATE_STAMP = "2013-12-23"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def from_docx(stream: BinaryIO, name: str, source: str, limits: Limits) -> Document:
    """A document of a Word file; ``meta["created"]`` holds the file's own stamp (§E8).

    Raises
    ------
    UnreadableFile
        No Word file, broken, too large once unpacked, or without text.
    """
    _check_archive(stream, source, limits)
    with quiet("docx"):
        import docx

        try:
            opened = docx.Document(stream)
            text = _text(opened.element.body, source, limits)
            title, author, created = _properties(opened)
        except UnreadableFile:
            raise
        # lxml refuses entity bombs and broken XML, python-docx whatever is no Word file.
        except (Exception, RecursionError) as error:
            raise UnreadableFile(
                f"broken Word file ({type(error).__name__})",
                where=source,
                remedy="open it in a word processor and save it again as .docx",
            ) from error
    if not text.strip():
        raise UnreadableFile("no text in it", where=source, remedy="check that the right file was given")
    return Document(
        name=name,
        text=text,
        source=source,
        title=title,
        author=author,
        meta={"created": created} if created and created != _TEMPLATE_STAMP else {},
    )


def _check_archive(stream: BinaryIO, source: str, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            "broken or truncated Word file",
            where=source,
            remedy="open it in a word processor and save it again as .docx",
        ) from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise UnreadableFile(
            "a zip archive, not a Word file", where=source, remedy="unpack it and give the folder"
        )
    # zipfile stops at the size that the directory states, so the stated sizes bound the work.
    if sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))) > limits.archive:
        raise refuse_size(source, limits.text)
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile(
            "encrypted Word file", where=source, remedy="save a copy without a password and read that"
        )
    stream.seek(0)


def _text(body: Any, source: str, limits: Limits) -> str:
    """Paragraphs apart by blank lines; cells of a table row joined by a bar (§E6)."""
    pieces: list[str] = []
    total = 0
    for block in body:
        for line in _lines(block):
            total += len(line)
            if total > limits.text:
                raise refuse_size(source, limits.text)
            pieces.append(line)
    return "\n\n".join(pieces)


def _lines(block: Any) -> Iterator[str]:
    if block.tag == f"{_W}p":
        text = _paragraph(block)
        if text:
            yield text
    elif block.tag == f"{_W}tbl":
        for row in block.iter(f"{_W}tr"):
            cells = [" ".join(filter(None, map(_paragraph, c.iter(f"{_W}p")))) for c in row.iter(f"{_W}tc")]
            if any(cells):
                yield " | ".join(cells)
    elif block.tag == f"{_W}sdt":  # content controls wrap paragraphs
        for paragraph in block.iter(f"{_W}p"):
            if text := _paragraph(paragraph):
                yield text


def _paragraph(paragraph: Any) -> str:
    parts: list[str] = []
    item = False
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag == f"{_W}numPr" or (
            node.tag == f"{_W}pStyle" and str(node.get(f"{_W}val") or "").startswith("List")
        ):
            item = True
    text = clean("".join(parts)).strip()
    return f"- {text}" if item and text else text


def _properties(opened: Any) -> tuple[str | None, str | None, str | None]:
    """Title, author and creation stamp; broken properties are no reason to refuse the text."""
    try:
        found = opened.core_properties
        author = None if found.author == "python-docx" else found.author
        created = to_edtf(found.created.date().isoformat()) if found.created else None
        return clean(found.title) or None, clean(author or "") or None, created
    except (Exception, RecursionError):
        return None, None, None
