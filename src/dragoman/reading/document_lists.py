"""Instruments listed a line each behind a sentence that ends in a colon: "Ten documents were signed:".

A line that is a noun phrase headed by a kind of instrument says what the sentence before the list
says of them all; parties "between" whom it is are its own.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.agents import codes_of
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.lexicon import Lexicon
from dragoman.reading.sentences import Sentence

__all__ = ["read"]

_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "roadmap", "agreement")
_FAR = 7
"""Items from the line's start in which its head must stand; assumed."""


def _head(s: Sentence, lex: Lexicon) -> tuple[int, str]:
    """The item and mode of the instrument that a line without a verb of its own names first, or (-1, "")."""
    if any(g.finite and not g.passive for g in s.groups):
        return -1, ""
    for i in range(min(s.n, _FAR)):
        if i in s.verb_at:
            return -1, ""
        for mode in _MODES:
            if s.kinds[i] == "w" and s.noun[i] in lex.noun_classes[mode]:
                return i, mode
    return -1, ""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The instrument of a line of a list that is open; a sentence that ends in a colon opens one."""
    text = s.text[s.span[0] : s.span[1]].rstrip()
    if text.endswith(":"):
        heads = [d for d in found if d.kind == "instrument"]
        ctx.listing = heads[-1] if heads else None
        return []
    item, mode = _head(s, ctx.lexicon)
    if ctx.listing is None or item < 0 or found:
        ctx.listing = None if item < 0 else ctx.listing
        return []
    between = codes_of([m for m in s.mentions if m.cue == "between"])
    parties = tuple(c for c in between if c not in ctx.discourse.bodies)
    last = s.n
    while last > item + 1 and s.kinds[last - 1] == ".":
        last -= 1
    return [replace(
        ctx.listing, mode=mode, actor=parties if len(parties) > 1 else ctx.listing.actor,
        start=s.starts[0], end=s.ends[last - 1], object=s.words(item, last), count=None, rule="instrument.listed.v1",
        people=(), organisations=ctx.organisations_in(s.starts[0], s.ends[last - 1]),
        because={**ctx.listing.because, "actor": "the sentence before the list"},
    )]  # fmt: skip
