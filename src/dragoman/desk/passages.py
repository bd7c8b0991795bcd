"""A text cut where passages begin and end, so that nested and overlapping ones can be marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Segment", "segments"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that lies wholly inside or outside of every passage.

    ``inside`` names the passages that cover it, outermost first; ``begins`` those that start here.
    """

    start: int
    end: int
    text: str
    inside: tuple[str, ...]
    begins: tuple[str, ...]


def segments(
    text: str, passages: Iterable[tuple[str, int, int]], first: int = 0, last: int | None = None
) -> list[Segment]:
    """Cut a window of a text at the ends of passages (name, start, end) [code points].

    Joined together the segments are the window again. Passages reach no further than the window;
    empty ones and those outside of it are left out.

    Examples
    --------
    >>> [(s.text, s.inside) for s in segments("abcdef", [("x", 0, 4), ("y", 2, 6)])]
    [('ab', ('x',)), ('cd', ('x', 'y')), ('ef', ('y',))]
    """
    last = len(text) if last is None else min(last, len(text))
    clipped = [(name, max(start, first), min(end, last)) for name, start, end in passages]
    spans = sorted(((n, s, e) for n, s, e in clipped if s < e), key=lambda p: (p[1], -p[2], p[0]))
    cuts = sorted({first, last, *(s for _, s, _ in spans), *(e for _, _, e in spans)})
    out: list[Segment] = []
    active: list[tuple[str, int, int]] = []
    at = 0
    for start, end in pairwise(cuts):
        active = [p for p in active if p[2] > start]
        begins = []
        while at < len(spans) and spans[at][1] == start:
            active.append(spans[at])
            begins.append(spans[at][0])
            at += 1
        inside = tuple(name for name, _, _ in active)
        out.append(Segment(start, end, text[start:end], inside, tuple(begins)))
    return out
