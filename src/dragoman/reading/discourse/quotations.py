"""Where quotations begin and end: a sentence may start in the middle of one."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["opens_inside", "voice_of"]


_PARAGRAPH = 10_000
"""Characters of a paragraph looked back over: no paragraph of news is longer, and the work stays linear. assumed"""


def opens_inside(s: Sentence) -> bool:
    """Whether a quotation that began in an earlier sentence of the paragraph is still open.

    Each paragraph of a longer quotation opens its own marks, so only the paragraph is looked at.
    """
    if s.inside is None:
        s.inside = _opens_inside(s)
    return s.inside


def _opens_inside(s: Sentence) -> bool:
    here = s.span[0]
    floor = max(0, here - _PARAGRAPH)
    start = max(floor, s.text.rfind("\n", floor, here) + 1)
    straight = s.text.count('"', start, here) % 2 == 1
    return straight or s.text.count("“", start, here) > s.text.count("”", start, here)


def voice_of(s: Sentence) -> str:
    """The one country of whoever speaks in a sentence: the person's, or the one that the phrase names."""
    for _, who in reversed(s.said or ()):
        if who.person is not None and who.person.country:
            return str(who.person.country)
        if s.lowers[who.first] == "it":
            continue  # whoever spoke before
        codes = {c for m in s.mentions if who.first <= m.item <= who.last for c in m.codes}
        if len(codes) == 1:
            return str(codes.pop())
    return ""
