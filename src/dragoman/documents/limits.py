"""How much of an input is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from dragoman.errors import UnreadableFile

__all__ = ["Limits", "read_all", "refuse_size"]

# Assumed: fifty million characters are some fifty thousand pages, more than any one document
# that people write; what is larger is a dump that belongs in JSON Lines, Parquet or WARC.
DEFAULT_TEXT = 50_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document, not on a file of many.

    Parameters
    ----------
    text : int
        Most characters of text of a document, and most bytes of a plain, HTML or
        decompressed file [1].
    depth : int
        Most levels of nested elements in HTML [1].
    pages : int
        Most pages of a PDF [1].
    """

    text: int = DEFAULT_TEXT
    depth: int = 2_000
    pages: int = 20_000

    @property
    def archive(self) -> int:
        """Most bytes that the parts of a DOCX may have together once unpacked.

        Marks outweigh words in WordprocessingML: five to one, beside 10 MB of styles (assumed).
        """
        return 10_000_000 + 5 * self.text


def refuse_size(where: str, limit: int) -> UnreadableFile:
    """The error for a document above the limit."""
    return UnreadableFile(
        f"more than {limit / 1e6:g} MB of text in one document",
        where=where,
        remedy="raise the limit with --limit MB, or split the file",
    )


def read_all(stream: BinaryIO, where: str, limits: Limits) -> bytes:
    """All bytes of a stream, refused where they exceed the limit.

    Raises
    ------
    UnreadableFile
        The stream holds more than ``limits.text`` bytes.
    """
    data = stream.read(limits.text + 1)
    if len(data) > limits.text:
        raise refuse_size(where, limits.text)
    return data
