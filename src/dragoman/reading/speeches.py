"""Whose words a speech or a statement in the first person is, as its title says.

"Remarks by Foreign Minister Ama Were of Ghana in Oslo", "Kenyan President's speech at the business forum":
"I" and "my country" in such a text are that state's, as they are on the page of a state's own office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention

__all__ = ["guest_speaking", "issuing_state", "opening_state", "speaking_state"]

_WORDS = r"(?:remarks|speech|statements?|address|toast|keynote|message|lecture|intervention|briefing)"
_BY = re.compile(rf"\b{_WORDS}\b[^:;|]{{0,60}}?\b(?:by|from|delivered by|given by)\b", re.I)
_OF = re.compile(rf"[’']s? (?:\w+ ){{0,3}}{_WORDS}\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:at|during|upon|following|after|with|in|to|on|visit|meeting|joint)\b(?! charge)", re.I
)
"""What stands between a speaker's office and a state that is only where or of what they speak."""
_FIRST_PERSON = re.compile(r"(?<![\w.])(?:I(?=[’' ])|[Mm]y(?= ))")
_ENOUGH = 2
"""Words of the first person from which on a text is somebody's own words (assumed)."""


def speaking_state(
    title: str, titled: Sequence[PartyMention], headed: Sequence[PersonMention], text: str
) -> str | None:
    """The state (alpha-3) for which the one whose words a text is speaks; None where no title says so.

    Parameters
    ----------
    title : str
        The document's title.
    titled, headed : sequence
        The title's parties and people, in its order.
    text : str
        The document's text, which must be in the first person.
    """
    by = _BY.search(title)
    begin, end = (by.end(), len(title)) if by else _owning(title)
    if (
        end == 0
        or sum(1 for _, _m in zip(range(_ENOUGH), _FIRST_PERSON.finditer(text), strict=False)) < _ENOUGH
    ):
        return None
    named = [(p.start, p.country) for p in headed if p.country]
    named += [(m.start, m.codes[0]) for m in titled if len(m.codes) == 1]
    for start, code in sorted(named):
        if begin <= start < end:
            return None if _ELSEWHERE.search(title, begin, start) or is_body(code) else code
    return None


def _owning(title: str) -> tuple[int, int]:
    """Where whoever owns a speech is named: "Kenyan President's speech"; an empty span for none."""
    owner = _OF.search(title)
    return (0, owner.start()) if owner else (0, 0)


_POST = (
    r"(?:Embassy|High Commission|Consulate[ -]General|Foreign Ministry|Foreign Office"
    r"|Ministry (?:of|for) (?:Foreign|External) (?:Affairs|Relations)(?: and [\w ]{3,40}?)?)"
)
_STATE = (
    r" of (?:the )?(?:(?:Federal |Islamic |United )?(?:Republic|Kingdom|State|Government) of (?:the )?)?\Z"
)
_HEADED = re.compile(
    rf"\A(?:(?:{_WORDS}|press release|communiqu[eé]|note|declaration|comment|announcement)\b[^:;|]{{0,30}}? (?:of|by|from) )?(?:the )?{_POST}{_STATE}",
    re.I,
)
_OPENED = re.compile(rf"\A(?:The )?{_POST}{_STATE}")
_TELLS = re.compile(
    r"(?: (?:in|to) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?,? (?:(?:strongly|deeply|sincerely|warmly|firmly|once again) )?"
    r"(?:congratulates|expresses|conveys|condemns|welcomes|presents|informs|extends|regrets|deplores|calls|reiterates|thanks|rejects|notes|supports|reaffirms"
    r"|wishes|announces|deplores|joins|follows|takes|urges|denounces|is)\b"
)
"""An office that speaks of itself in the present writes its own text; "the embassy of Malta said" is told by others."""

_TELLS_ITSELF = re.compile(
    r" (?:(?:strongly|deeply|sincerely|warmly|firmly|unequivocally|once again) )?"
    r"(?:(?:congratulates|condemns|welcomes|regrets|deplores|commends|applauds|mourns|urges|denounces|rejects|thanks|salutes"
    r"|extends (?:our|its)|expresses (?:our|its)|calls (?:on|for))\b"
    r"|is (?:(?:deeply|gravely|seriously|profoundly|greatly|very|extremely) )?(?:concerned|saddened|alarmed|appalled|troubled|disturbed|outraged|grateful|disappointed)\b)"
)
_WE = re.compile(r"(?:\A|[.!?]\s+)We (?:\w+ly )?(?:\w+[a-z])\b")
_MARKED = re.compile(r"[“”\"«»]")
"""A statement that opens with its own state and goes on with "We" is that state's: "Malta condemns the raid. We urge"."""


def issuing_state(
    title: str, titled: Sequence[PartyMention], text: str, parties: Sequence[PartyMention]
) -> str | None:
    """The state whose embassy or ministry a text is of: "Embassy of Malta, Lagos", "The Embassy of Malta congratulates"; or None."""
    for m in titled[:1]:
        if len(m.codes) == 1 and not is_body(m.codes[0]) and _HEADED.search(title[: m.start]):
            return m.codes[0]
    for m in parties[:1]:
        if len(m.codes) == 1 and not is_body(m.codes[0]) and _OPENED.search(text[: m.start]):
            return m.codes[0] if _TELLS.match(text, m.end) else None
    return None


def opening_state(text: str, parties: Sequence[PartyMention]) -> str | None:
    """The state whose statement a text is that opens with it and goes on with "We"; None for reports, which quote."""
    m = parties[0] if parties else None
    if m is None or len(m.codes) != 1 or is_body(m.codes[0]):
        return None
    if text[: m.start].strip() not in ("", "The") or not _TELLS_ITSELF.match(text, m.end):
        return None
    return m.codes[0] if _WE.search(text) and not _MARKED.search(text) else None


_AMBASSADOR = re.compile(r"\b(?:Ambassador|High Commissioner)\b")
_HERE = re.compile(r"\bhere in (?:the )?\Z")


def guest_speaking(
    title: str, titled: Sequence[PartyMention], text: str, parties: Sequence[PartyMention]
) -> str | None:
    """The state whose ambassador speaks, who says where "here" is, in a text on two: the other of them; or None.

    "Our trade with you grew", said "here in Santiago" in a speech on Chile and New Zealand, is New Zealand's.
    """
    two = list(dict.fromkeys(c for m in titled for c in m.codes if not is_body(c)))
    if len(two) != 2 or not _AMBASSADOR.search(f"{title}\n{text[:_OPENING]}"):
        return None
    if sum(1 for _, _m in zip(range(_ENOUGH), _FIRST_PERSON.finditer(text), strict=False)) < _ENOUGH:
        return None
    here = {c for m in parties for c in m.codes if _HERE.search(text, max(0, m.start - 14), m.start)}
    return next((c for c in two if c not in here), None) if len(here) == 1 and here < {*two} else None


_OPENING = 200
"""Characters in which a speech says whose it is. assumed"""
