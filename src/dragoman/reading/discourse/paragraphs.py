"""Articles on one country's relations, partner by partner: whom each paragraph is about besides that country."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["Partners", "country_of_relations", "enter_paragraph", "partners_of_paragraphs"]

_TITLE = re.compile(
    r"(?:\b(?:[Ff]oreign|[Ee]xternal|[Ii]nternational|[Bb]ilateral|[Dd]iplomatic) [Rr]elations of )(?:the )?\Z"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_NAMING = frozenset({"name", "demonym", "acronym", "compound", "alias"})
# A row's relations may stand above the line that says whose they are: "Both countries established ... See A-B relations".
_OF_ROW = re.compile(
    r"\s*(?:Both (?:countries|nations|states|sides) |Diplomatic relations |Formal |Relations (?:were|began) |\d)"
)
_SEE = re.compile(r"\s*(?:See(?: also)?|Main article|Further information):? .*\brelations\b")
_LEAST = 2
"""Paragraphs on different partners that make a list of them; assumed."""
_FEW = 3

Partners = list[tuple[int, str]]
"""Where each paragraph begins, and its partner."""


def country_of_relations(title: str, titled: Sequence[Any]) -> str | None:
    """The country of "Foreign relations of Barbados"; none where the title names one partner, whom it is then about."""
    if len({c for m in titled for c in m.codes}) == 2:
        return None
    for m in titled[:1]:
        if len(m.codes) == 1 and _TITLE.search(title, 0, m.start):
            return str(m.codes[0])
    return None


def partners_of_paragraphs(text: str, mentions: Sequence[Any], own: str, bodies: frozenset[str]) -> Partners:
    """The other party of each paragraph: the one it names most, of few the first; bullets that name none go on.

    "" where a paragraph speaks of many; empty where the text does not go from partner to partner.
    """
    starts = [m.start for m in mentions]
    out: Partners = []
    ahead: int | None = None
    for line in _PARAGRAPH.finditer(text):
        inside = mentions[bisect_left(starts, line.start()) : bisect_left(starts, line.end())]
        named = Counter(
            c for m in inside if m.form in _NAMING for c in m.codes if c != own and c not in bodies
        )
        if named:
            most = named.most_common(2)
            open_to_all = len(named) > _FEW and most[0][1] == most[1][1]
            partner = "" if open_to_all else most[0][0]
            if ahead is not None and partner and _SEE.match(line[0]):
                out.append((ahead, partner))
            out.append((line.start(), partner))
            ahead = None
        elif _OF_ROW.match(line[0]):
            ahead = line.start()
    return out if len({code for _, code in out if code}) >= _LEAST else []


def enter_paragraph(discourse: Discourse, position: int) -> None:
    """Turn to the partner of the paragraph that a sentence stands in, where a new one begins."""
    i = bisect_right(discourse.partners, (position, "~")) - 1
    if i < 0 or i == discourse.paragraph or discourse.anchor is None:
        return
    discourse.paragraph = i
    partner = discourse.partners[i][1]
    pair = (discourse.anchor, partner) if partner else (discourse.anchor,)
    if pair != discourse.pair:
        discourse.pair, discourse.subject = pair, pair[:1]
        discourse.group, discourse.participants = (), ()
