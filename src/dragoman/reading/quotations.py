"""Where quotations begin and end: a sentence may start in the middle of one."""

from __future__ import annotations

from dragoman.reading.sentences import Sentence

__all__ = ["opens_inside"]


def opens_inside(s: Sentence) -> bool:
    """Whether a quotation that began in an earlier sentence of the paragraph is still open.

    Each paragraph of a longer quotation opens its own marks, so only the paragraph is looked at.
    """
    start = s.text.rfind("\n", 0, s.span[0]) + 1
    straight = s.text.count('"', start, s.span[0]) % 2 == 1
    return straight or s.text.count("“", start, s.span[0]) > s.text.count("”", start, s.span[0])
