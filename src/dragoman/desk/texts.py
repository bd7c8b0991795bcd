"""What does this text say? A text in, its document and statements out; nothing is kept."""

from __future__ import annotations

from dataclasses import replace

from dragoman.desk.document_dates import dated
from dragoman.desk.ingest import Reads, load_rules
from dragoman.documents.texts import from_text
from dragoman.errors import UnreadableFile, UsageError
from dragoman.model.periods import parse_period
from dragoman.record import Reading

__all__ = ["read_text"]


def read_text(
    text: str,
    *,
    name: str = "text",
    date: str | None = None,
    title: str | None = None,
    url: str | None = None,
    reads: Reads | None = None,
) -> Reading:
    """Read one text.

    Parameters
    ----------
    text : str
        As in a file: it may open with a header of ``key: value`` lines and a blank line; offsets
        count from the text after it.
    name : str
        Name by which evidence refers to the document.
    date : str, optional
        EDTF date of the document; goes before what the text says of itself.
    title, url : str, optional
        Go before those of a header.
    reads : callable, optional
        What reads a document; the package's own reader by default.

    Raises
    ------
    UsageError
        What was given is no text.
    BadPeriod
        ``date`` is no EDTF.
    UnreadableFile
        The text is empty.
    PartlyRead
        Rules failed on some of its sentences; its ``statements`` are those of the others.

    Examples
    --------
    >>> found = read_text("Bulgaria opened its embassy in Kazakhstan in 1994.", date="2025")
    >>> [(s.kind, s.mode, s.actor, s.recipient, s.date) for s in found.statements]
    [('tie', 'embassy', ('BGR',), ('KAZ',), '1994')]
    """
    if not isinstance(text, str):
        raise UsageError(f"{type(text).__name__}, not a text", where=name, remedy="decode bytes first")
    if date is not None:
        parse_period(date)
    if not text.strip():
        raise UnreadableFile("an empty text", where=name, remedy="send the words of the article")
    document = from_text(text.encode("utf-8", "replace"), name, "")
    document = replace(document, title=title or document.title, url=url or document.url)
    document = dated(document, date)
    return Reading(document, tuple((reads or load_rules(()))(document)))
