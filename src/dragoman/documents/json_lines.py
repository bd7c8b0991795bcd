"""JSON Lines: a document a line, of {id, url, title, date, text}; and one JSON value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from dragoman.documents.encodings import clean, decode
from dragoman.documents.limits import Limits, read_all, refuse_size
from dragoman.documents.stamps import to_edtf
from dragoman.errors import BadLine, InputError, UnreadableFile
from dragoman.model.documents import Document

__all__ = ["from_fields", "from_json", "from_lines"]

_FIELDS = ("title", "url", "outlet", "author", "language")


def from_lines(stream: BinaryIO, name: str, source: str, limits: Limits) -> Iterator[Document | InputError]:
    """Documents of a file of lines, one at a time; a bad line is yielded as its error.

    A line's source is ``FILE#number``, counted from one, blank lines included.
    """
    for number, line in _bounded_lines(stream, limits.text):
        where = f"{source}#{number}"
        if line is None:
            yield BadLine(
                f"line {number}: longer than {limits.text / 1e6:g} MB",
                where=source,
                remedy="raise the limit with --limit MB",
            )
            continue
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8", "strict")
            if not text.strip():
                continue
            value = json.loads(text)
        except UnicodeDecodeError:
            yield BadLine(f"line {number}: not UTF-8", where=source, remedy="convert the file to UTF-8")
            continue
        except (ValueError, RecursionError) as error:
            reason = error.args[0] if isinstance(error, json.JSONDecodeError) else "nested too deep"
            yield BadLine(
                f"line {number}: not JSON ({reason})",
                where=source,
                remedy="write one JSON object a line with id, url, title, date and text",
            )
            continue
        yield _line_document(value, number, name, source, where, limits)


def from_json(stream: BinaryIO, name: str, source: str, limits: Limits) -> Iterator[Document | InputError]:
    """Documents of one JSON value: an object, or a list of them."""
    text, _ = decode(read_all(stream, source, limits), source)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"not JSON ({error})",
            where=source,
            remedy="write one object a line with id, title, date and text",
        ) from error
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _line_document(item, number, name, source, f"{source}#{number}", limits)
    else:
        yield _line_document(value, 1, name, source, source, limits)


def _bounded_lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one longer than ``most`` bytes, which is passed over unread."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _line_document(
    value: Any, number: int, name: str, source: str, where: str, limits: Limits
) -> Document | InputError:
    if not isinstance(value, dict):
        return BadLine(
            f"line {number}: {type(value).__name__}, not an object",
            where=source,
            remedy='write {"id": ..., "date": ..., "text": ...}',
        )
    path = PurePosixPath(name)
    own = value.get("id")
    label = str(own) if own not in (None, "") else f"{path.with_suffix('')}#{number}"
    try:
        return from_fields(value, label, where, limits)
    except InputError as error:
        return BadLine(f"line {number}: {error.what}", where=source, remedy=error.remedy)


def from_fields(value: Mapping[str, Any], name: str, source: str, limits: Limits) -> Document:
    """A document of named fields; fields without a place of their own are kept in ``meta``.

    Raises
    ------
    UnreadableFile
        No ``text``, or too much of it.
    """
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableFile("no `text`", where=source, remedy="put the article into a field `text`")
    if len(text) > limits.text:
        raise refuse_size(source, limits.text)
    stamp = _string(value.get("date"))
    date = to_edtf(stamp)
    notices = () if date or not stamp else (f"its date {stamp!r} is no date; write EDTF such as 2025-07-29",)
    own = {key: _string(value.get(key)) for key in _FIELDS}
    meta = {
        str(key): shown
        for key, item in value.items()
        if key not in (*_FIELDS, "text", "id", "date") and (shown := _string(item)) is not None
    }
    if stamp and not date:
        meta["date"] = stamp
    return Document(
        name=clean(name),
        text=clean(text),
        source=source,
        date=date,
        date_source="metadata" if date else None,
        meta=meta,
        notices=notices,
        **own,
    )


def _string(value: Any) -> str | None:
    """Scalars as text; None for nothing and for what is nested."""
    if value is None or isinstance(value, (dict, list, bytes)):
        return None
    return clean(str(value)).strip() or None
