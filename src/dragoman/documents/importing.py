"""One file to its documents, whatever its format."""

from __future__ import annotations

import gzip
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from dragoman.documents import (
    json_lines,
    parquet_tables,
    pdf_files,
    texts,
    web_archives,
    web_pages,
    word_files,
)
from dragoman.documents.formats import HEAD, sniff
from dragoman.documents.inputs import Input
from dragoman.documents.limits import Limits, in_time, read_all
from dragoman.errors import InputError, UnreadableFile
from dragoman.model.documents import Document

__all__ = ["holds_many", "import_file"]

_MANY = ("lines", "json", "parquet", "warc")
_REFUSED = {
    "ole": ("an old or encrypted Office file", "save it as .docx without a password"),
    "rtf": ("Rich Text", "save it as .docx or plain text"),
    "zip": ("a zip archive", "unpack it and give the folder"),
}


def holds_many(entry: Input) -> bool:
    """Whether the file holds documents by the line, row or record; False where it cannot be opened."""
    if entry.path is None or not entry.path.is_file():
        return True  # a pipe can be read but once
    try:
        with entry.path.open("rb") as stream:
            kind = sniff(stream.read(HEAD), entry.name)
            return kind in _MANY or (kind == "gzip" and _inner(stream, entry.name) in _MANY)
    except (OSError, EOFError, zlib.error):
        return False


def _inner(stream: BinaryIO, name: str) -> str:
    stream.seek(0)
    return sniff(_unpacked_head(stream.read(HEAD)), _without_gz(name))


def _unpacked_head(packed: bytes) -> bytes:
    """The first bytes of a gzip file, as many as a possibly truncated beginning gives."""
    return zlib.decompressobj(31).decompress(packed, HEAD)


def import_file(entry: Input, limits: Limits | None = None) -> Iterator[Document | InputError]:
    """Documents of one file, one at a time; what cannot be read is yielded as its error.

    Nothing is fetched from a network, and no error of a document stops the next.
    """
    limits = limits or Limits()
    try:
        with ExitStack() as stack:
            yield from _open_and_import(entry, limits, stack)
    except InputError as error:
        yield error
    except OSError as error:
        yield UnreadableFile(
            f"cannot be opened ({error.strerror or error})",
            where=entry.source,
            remedy="check the path and its permissions",
        )
    except (MemoryError, RecursionError) as error:
        yield UnreadableFile(
            f"too large or too deeply nested to read ({type(error).__name__})",
            where=entry.source,
            remedy="split the file",
        )


def _open_and_import(entry: Input, limits: Limits, stack: ExitStack) -> Iterator[Document | InputError]:
    raw = sys.stdin.buffer if entry.path is None else stack.enter_context(entry.path.open("rb"))
    head = raw.read(HEAD)
    if entry.path is None or not raw.seekable():
        piped = cast(BinaryIO, io.BufferedReader(_Rejoined(head, raw)))
        yield from _import(piped, head, entry.name, replace(entry, path=None), limits, stack)
        return
    raw.seek(0)
    if sniff(head, entry.name) == "gzip":
        yield from _unpacked(cast(BinaryIO, raw), entry, limits, stack)
    else:
        yield from _import(cast(BinaryIO, raw), head, entry.name, entry, limits, stack)


class _Rejoined(io.RawIOBase):
    """A pipe with its first bytes put back in front of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        chunk = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(chunk)] = chunk
        return len(chunk)


def _unpacked(
    stream: BinaryIO, entry: Input, limits: Limits, stack: ExitStack
) -> Iterator[Document | InputError]:
    try:
        head = _unpacked_head(stream.read(HEAD))
        stream.seek(0)
        name = _without_gz(entry.name)
        if sniff(head, name) == "gzip":
            raise UnreadableFile("gzip inside gzip", where=entry.source, remedy="unpack it once")
        if sniff(head, name) == "warc":  # warcio unpacks record by record
            yield from web_archives.from_warc(stream, name, entry.source, limits)
        else:
            inner = stack.enter_context(gzip.GzipFile(fileobj=stream))
            yield from _import(cast(BinaryIO, inner), head, name, entry, limits, stack)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableFile(
            "broken or truncated gzip", where=entry.source, remedy="pack or fetch the file again"
        ) from error


def _without_gz(name: str) -> str:
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() == ".gz" else name


def _import(
    stream: BinaryIO, head: bytes, name: str, entry: Input, limits: Limits, stack: ExitStack
) -> Iterator[Document | InputError]:
    kind = sniff(head, name)
    source = entry.source
    if not head:
        raise UnreadableFile("empty file", where=source, remedy="check that the right file was given")
    if kind in _REFUSED and not (kind == "zip" and _is_word(head)):
        what, remedy = _REFUSED[kind]
        raise UnreadableFile(what, where=source, remedy=remedy)
    if kind == "gzip":
        yield from _unpacked(io.BytesIO(stream.read()), entry, limits, stack)
    elif kind == "lines":
        yield from json_lines.from_lines(stream, name, source, limits)
    elif kind == "json":
        yield from json_lines.from_json(stream, name, source, limits)
    elif kind == "warc":
        yield from web_archives.from_warc(stream, name, source, limits)
    elif kind == "parquet":
        path = _on_disk(stream, entry, stack)
        yield from parquet_tables.from_parquet(path, name, source, limits)
    elif kind in ("pdf", "docx", "zip"):
        seekable = (
            stream if entry.path and stream.seekable() else io.BytesIO(_bounded(stream, source, limits))
        )
        make = pdf_files.from_pdf if kind == "pdf" else word_files.from_docx
        with in_time(source, limits.seconds):
            document = make(seekable, name, source, limits)
        yield document
    else:
        data = read_all(stream, source, limits)
        with in_time(source, limits.seconds):
            document = _one_text(kind)(data, name, source, limits)
        yield document


def _is_word(head: bytes) -> bool:
    return b"word/" in head or b"[Content_Types].xml" in head


def _bounded(stream: BinaryIO, source: str, limits: Limits) -> bytes:
    return read_all(stream, source, Limits(text=limits.archive))


def _one_text(kind: str) -> Callable[[bytes, str, str, Limits], Document]:
    if kind == "html":
        return web_pages.from_html
    make = texts.from_markdown if kind == "markdown" else texts.from_text
    return lambda data, name, source, _limits: make(data, name, source)


def _on_disk(stream: BinaryIO, entry: Input, stack: ExitStack) -> Path:
    """The file itself, or a copy of what came through a pipe or was packed: DuckDB reads by path."""
    if entry.path is not None and isinstance(stream, io.BufferedReader):
        return entry.path
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-")))
    path = folder / "table.parquet"
    with path.open("wb") as copy:
        shutil.copyfileobj(stream, copy)
    return path
