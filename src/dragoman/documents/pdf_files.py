"""PDF: the text layer, lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.documents.encodings import clean
from dragoman.documents.limits import Limits, refuse_size
from dragoman.documents.quiet import quiet
from dragoman.documents.stamps import to_edtf
from dragoman.errors import UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_pdf", "joined_lines"]

_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–—]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—]?\s*", re.I)
_ITEM = re.compile(r"\s*(?:[•‣▪●*–—-]|\d{1,2}[.)])\s")
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


def from_pdf(stream: BinaryIO, name: str, source: str, limits: Limits) -> Document:
    """A document of a PDF's text layer; ``meta["created"]`` holds the file's own stamp (§E8).

    Raises
    ------
    UnreadableFile
        Broken, encrypted with a password, without a text layer, or too large.
    """
    with quiet("pypdf"):
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        try:
            reader = PdfReader(stream, strict=False)
            if reader.is_encrypted and not _opens_without_password(reader):
                raise UnreadableFile(
                    "encrypted PDF", where=source, remedy="save a copy without a password and read that"
                )
            text = joined_lines(_pages(reader, source, limits))
            info = _information(reader)
        except UnreadableFile:
            raise
        # A broken file surfaces as almost any error inside the parser; each means one thing here.
        except (PyPdfError, Exception, RecursionError) as error:
            raise UnreadableFile(
                f"broken or truncated PDF ({type(error).__name__})",
                where=source,
                remedy="open it in a viewer and print it to a new PDF, or fetch it again",
            ) from error
    if not text.strip():
        raise UnreadableFile(
            "no text layer in the PDF", where=source, remedy="it is likely a scan: run text recognition first"
        )
    stamp = to_edtf(info.get("/CreationDate"))
    return Document(
        name=name,
        text=text,
        source=source,
        title=info.get("/Title"),
        author=info.get("/Author"),
        meta={"created": stamp} if stamp else {},
    )


def _opens_without_password(reader: Any) -> bool:
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


def _pages(reader: Any, source: str, limits: Limits) -> Iterator[list[str]]:
    """Lines of each page without bare page numbers at its edges."""
    total = 0
    for number, page in enumerate(reader.pages):
        if number >= limits.pages:
            raise UnreadableFile(f"more than {limits.pages} pages", where=source, remedy="split the file")
        text = clean(page.extract_text() or "")
        total += len(text)
        if total > limits.text:
            raise refuse_size(source, limits.text)
        lines = text.splitlines()
        while lines and (not lines[-1].strip() or _PAGE_NUMBER.fullmatch(lines[-1])):
            lines.pop()
        while lines and (not lines[0].strip() or _PAGE_NUMBER.fullmatch(lines[0])):
            lines.pop(0)
        yield lines


def joined_lines(pages: Iterator[list[str]]) -> str:
    """Paragraphs out of printed lines.

    A line ends its paragraph where a blank line or a list item follows, or where it ends a
    sentence well short of the longest lines of its page; else the next line continues it,
    across pages too. A hyphen at a line's end before a lower-case letter joins the word (§E7).
    """
    paragraphs: list[str] = []
    current = ""
    for lines in pages:
        width = max((len(line) for line in lines), default=0)
        for raw in lines:
            line = raw.strip()
            if not line or (current and _ITEM.match(raw)):
                paragraphs += [current] if current else []
                current = line
                continue
            if current.endswith("-") and line[0].islower() and current[-2:-1].isalpha():
                current = current[:-1] + line
            else:
                current = f"{current} {line}" if current else line
            if _ENDS.search(line) and len(line) < 0.8 * width:
                paragraphs.append(current)
                current = ""
    return "\n\n".join([*paragraphs, current] if current else paragraphs)


def _information(reader: Any) -> dict[str, str]:
    """The information dictionary as plain strings; a broken one is no reason to refuse the text."""
    try:
        found = reader.metadata or {}
        return {
            key: " ".join(clean(str(found[key])).split())
            for key in ("/Title", "/Author", "/CreationDate")
            if found.get(key) and str(found[key]).strip()
        }
    except Exception:
        return {}
