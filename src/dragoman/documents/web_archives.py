"""WARC: the pages of a web archive."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any, BinaryIO

from dragoman.documents.limits import Limits, in_time, refuse_size
from dragoman.documents.texts import from_text
from dragoman.documents.web_pages import from_html
from dragoman.errors import InputError, TooSlow, UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_warc"]

_PAGES = ("text/html", "application/xhtml+xml")


def from_warc(stream: BinaryIO, name: str, source: str, limits: Limits) -> Iterator[Document | InputError]:
    """Documents of the HTML and plain-text answers with status 200, in the order of the archive.

    Other records (requests, images, redirects, pages without text) are passed over in
    silence: an archive is full of them. ``name`` of a document is its address. The day of
    the capture is kept in ``meta["captured"]``.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = found = 0
    records = None
    try:
        records = ArchiveIterator(stream)
        while (record := _next(records)) is not None:
            number += 1
            document = _document(record, f"{source}#{number}", limits)
            if document is not None:
                found += isinstance(document, Document)
                yield document
    except (
        ArchiveLoadFailed, EOFError, OSError, ValueError, LookupError, AttributeError,
        OverflowError,  # a length of more digits than memory has
    ) as error:  # fmt: skip
        raise UnreadableFile(
            f"broken or truncated WARC after record {number}",
            where=source,
            remedy="what came before it is read; fetch the archive again for the rest",
        ) from error
    if records.err_count:
        yield UnreadableFile(
            f"{records.err_count} lines between records that belong to none, as wrong lengths leave them",
            where=source,
            remedy="the records around them are read; fetch the archive again for the rest",
        )
    elif not found:
        raise UnreadableFile(
            f"no page with text among {number} records",
            where=source,
            remedy="check that it holds answers (type `response`), not only requests",
        )


def _next(records: Any) -> Any:
    """The next record or None; warcio writes its doubts straight to standard error, where ours go."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _document(record: Any, source: str, limits: Limits) -> Document | InputError | None:
    kind = _content_type(record)
    if kind is None:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(limits.text + 1)
    if len(data) > limits.text:
        return refuse_size(source, limits.text)
    if getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1):
        raise EOFError("the archive ends inside a record")
    name = url or source
    try:
        with in_time(source, limits.seconds):
            document = (
                from_html(data, name, source, limits, url)
                if kind in _PAGES
                else from_text(data, name, source)
            )
    except TooSlow as slow:
        return slow
    except InputError:
        return None
    captured = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    return replace(document, url=document.url or url, meta={**document.meta, "captured": captured})


def _content_type(record: Any) -> str | None:
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type") or "text/html"
    elif record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    kind = kind.split(";")[0].strip().lower()
    return kind if kind in (*_PAGES, "text/plain") else None
