"""Whose officers are whom a text on its own government's business names without their state."""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.reading.entities.people_pages import Page
from dragoman.reading.entities.people_partners import is_towards

__all__ = ["speaking_for"]

_TRAILING = re.compile(r", (?:(?:said|says|added|warned|stressed|noted|announced|according to)(?: the)? )?\Z")
_ENDS = re.compile(r"(?:(?<!\.[A-Z])\.|[!?”])\s+|\n")
_SAYS = re.compile(
    r",? (?:also |later |then )?(?:said|says|told|tells|added|adds|warned|stressed|noted|insisted|argued)\b"
)
_OFFICE_OF = re.compile(
    r"\b(?:Minister|President|Secretary|Chancellor|Premier)\b[\w ,&]{0,60} of (?:the )?\Z"
)


def speaking_for(page: Page, begin: int, end: int) -> str | None:
    """Whose minister it is where nothing says so: the state named first in the text, if it is also the one named last before.

    A text on its own government's business names that state first and leaves it out later. assumed
    """
    if page.listed:
        return None
    trailing = _TRAILING.search(page.text, max(0, begin - 20), begin)
    if trailing and (own := _speaking_of(page, begin)):
        return own
    before = bisect_left(page.state_starts, begin)
    if before and all(is_towards(page.text, page.states[k].start) for k in (0, before - 1)):
        return None  # "freight through our ports to Mali, Minister A said": not of Mali
    if before and page.states[0].codes == page.states[before - 1].codes:
        return None if _of_another(page, end) else page.states[0].codes[0]
    if before > 1 and _only_dealt_with(page, before):
        return None if _of_another(page, end) else page.states[0].codes[0]
    if trailing:
        return None
    ends = list(_ENDS.finditer(page.text, max(0, begin - 400), begin)) if _SAYS.match(page.text, end) else ()
    return _speaking_of(page, ends[-1].start()) if ends and ends[-1].end() == begin else None


def _only_dealt_with(page: Page, before: int) -> bool:
    """Whether the state named first is named again, and every other one before only as whom it deals with.

    "Angola signs accord with Zambia. Its government sealed a pact with Zambia and Chad. Minister A said".
    """
    own, dealt, again = page.states[0], False, 0
    if is_towards(page.text, own.start):
        return False
    for k in range(1, before):
        state = page.states[k]
        if state.codes == own.codes:
            again, dealt = again + 1, False
            continue
        if dealt and state.codes == page.states[k - 1].codes:
            continue  # "the Democratic Republic of Congo (DRC)"
        beside = dealt and _JOINED.fullmatch(page.text, page.states[k - 1].end, state.start)
        dealt = bool(beside) or is_towards(page.text, state.start)
        if not dealt:
            return False
    return again > 0


_JOINED = re.compile(r"\)?(?: \([A-Z]{2,5}\))?(?:,|,? and) (?:the )?")


def _of_another(page: Page, end: int) -> bool:
    """Whether the state named first is whose minister somebody met who stands before it: "Mr. A met Minister B of Chad"."""
    first = page.states[0].start
    surname = page.text[max(0, end - 40) : end].rpartition(" ")[2]
    office = _OFFICE_OF.search(page.text, max(0, first - 90), first)
    return office is not None and bool(
        re.search(rf"\b{re.escape(surname)}\b[^.]*? (?:with|met|called|and|by) ", page.text[: office.start()])
    )


def _speaking_of(page: Page, begin: int) -> str | None:
    """The state that opens a sentence whose end says who said so, or that a minister's sentence follows.

    "Latvia will close it, Interior Minister A said"; "Latvia said it was a step back. Interior Minister A said".
    """
    ends = [m.end() for m in _ENDS.finditer(page.text, max(0, begin - 400), begin)]
    start = ends[-1] if ends else max(page.opening, begin - 400)
    start += 4 * (page.text[start : start + 4].lower() == "the ")
    first = bisect_left(page.state_starts, start)
    if first >= len(page.states) or page.states[first].start != start:
        return None
    opening = page.states[first]
    if re.fullmatch(r",? and (?:the )?", page.text[opening.end : page.next_party(opening.end)]):
        return None  # "Ghana and Togo want a line. Energy Minister A said": of either
    own = opening.codes == page.states[0].codes or page.text.startswith(" government ", opening.end)
    return opening.codes[0] if own else None
