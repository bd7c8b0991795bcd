"""How much of an input is read before it is refused."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import BinaryIO

from dragoman.errors import TooSlow, UnreadableFile

__all__ = ["Limits", "in_time", "no_hurry", "read_all", "refuse_size"]

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
    seconds : float or None
        Most time for opening it, and again for reading it [s]; see `in_time` for where it is heeded.
    """

    text: int = DEFAULT_TEXT
    depth: int = 2_000
    pages: int = 20_000
    seconds: float | None = None

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


@contextmanager
def in_time(where: str, seconds: float | None) -> Iterator[None]:
    """Work on one document, stopped when it takes too long.

    Only the main thread of a process can be stopped so, and only between two steps of Python: elsewhere,
    and inside a library that never comes back, nothing happens here and whoever runs the process
    must end it.

    Raises
    ------
    TooSlow
        The time is over.
    """
    if (
        seconds is None
        or not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise TooSlow(
            f"not done after {seconds:g} seconds",
            where=where,
            remedy="see to the document, or allow more time",
        )

    before = signal.signal(signal.SIGALRM, over)
    # Again every second: code that passes over every exception would outlive a single one.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def no_hurry() -> None:
    """Let the work on the document at hand take its time: somebody else watches over it."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
