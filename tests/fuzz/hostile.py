"""Texts made to cost time: one thing repeated until the size asked for, all in one line but for some.

By hand, at any size::

    python -m tests.fuzz.hostile --size 10000000
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.statements import Statement

__all__ = ["REPEATED", "hostile", "lines_run"]

Reads = Callable[[Document], Sequence[Statement]]
REPEATED = {
    "one word": "a",
    "words": "word ",
    "digits": "1234567890 ",
    "one number": "1234567890",
    "between": "between 5 and ",
    "from to": "from 5 to ",
    "money": "$5 million ",
    "per cent": "5% ",
    "years": "2020-",
    "days": "on 5 May 2020 ",
    "relative times": "last year this May a decade later ",
    "parties": "France Germany Japan ",
    "parties with commas": "France, ",
    "the two": "the two countries ",
    "its": "its ",
    "and": "and ",
    "of": "of ",
    "that": "that he said ",
    "straight quotes": '" ',
    "open quotes": "“",
    "quotes in quotes": '"we said" he said ',
    "open brackets": "(",
    "deep brackets": "((a)) ",
    "titles": "Mr. ",
    "ministers": "the Minister of Foreign Affairs of ",
    "names": "John Smith ",
    "acronyms": "World Health Organization (WHO) ",
    "ranks": "third largest trading ",
    "goods": "exports of oil, gas, wheat and ",
    "prose": "France and Germany signed a treaty in 2020 and trade rose 5% to $3 billion, he said; ",
    "lines": "France and Germany signed a treaty in 2020.\n",
    "empty lines": "\n",
    "apostrophes": "n't ",
    "hyphens": "a-",
    "commas": ", ",
    "points": ". ",
}
_OPENING = "France and Germany signed a treaty in 2020. "


def hostile(name: str, size: int) -> Document:
    """A document of a sentence with a statement and then the repeated thing, ``size`` characters long."""
    piece = REPEATED[name]
    text = (_OPENING + piece * (size // len(piece) + 1))[:size]
    return Document(name=name, text=text, date="2024-05-06")


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs: a measure of work that is the same on every machine."""
    count = 0

    def step(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def main() -> None:
    """Read each at the size asked for, with the real reader, and print how long it took."""
    from dragoman.reading.reader import load_reader

    parser = argparse.ArgumentParser(description="Read texts made to cost time.")
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", choices=sorted(REPEATED), action="append")
    args = parser.parse_args()
    reader = load_reader()
    for name in args.only or REPEATED:
        document = hostile(name, args.size)
        start = time.process_time()
        found = reader.read(document)
        print(f"{name:<22}{time.process_time() - start:9.2f} s {len(found):>8} statements", flush=True)


if __name__ == "__main__":
    main()
