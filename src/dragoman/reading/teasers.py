"""Lines that only advertise other articles: headlines broken off with dots, one under the other.

A page copied whole ends with such a list. What they tell is not told by the document, and half of it
is missing.
"""

from __future__ import annotations

__all__ = ["teasers"]

_LONGEST = 400
"""Characters of a teaser; a longer line is a paragraph that happens to break off. assumed"""
_DOTS = ("...", "…", "[…]", "[...]")


def teasers(text: str) -> list[tuple[int, int]]:
    """Spans of the lines of every run of two or more lines that break off with dots."""
    if "..." not in text and "…" not in text:
        return []
    out: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    start = 0
    for line in [*text.split("\n"), "end"]:
        end = start + len(line)
        bare = line.strip()
        if bare.endswith(_DOTS) and len(bare) <= _LONGEST and bare[0] not in "“\"‘'":
            run.append((start, end))
        elif bare:
            out.extend(run if len(run) > 1 else [])
            run = []
        start = end + 1
    return out
