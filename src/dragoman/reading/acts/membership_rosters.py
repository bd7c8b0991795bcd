"""Bodies listed alone under words that say a state is in them: "participation in organisations: AU, FAO, IMF (observer)".

The words stand in the title, in a label before the list or in the line above: "is a member of the following
organisations:". The list may be one line, or a line for each body.
"""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_UP = 3_000
"""Characters above a line in which the words that open its list may stand. assumed"""
_SHORT = 90
"""Characters of a heading or of an entry with a line of its own. assumed"""
_MANY = 3
"""Bodies that make a line a list. assumed"""
_REACH = 300
"""Items of a list; assumed, it bounds the work on hostile text."""
_ORGANISATIONS = r"(?:organi[sz]ations?|institutions|bodies|agencies|groupings|fora|forums)"
_HEADING = re.compile(
    rf"(?i)\W*(?:(?:participation|memberships?|member) (?:in|of) )?(?:international|multilateral|regional) {_ORGANISATIONS}"
    r"(?: participation| memberships?)?\W*"
)
_OPENS = re.compile(
    rf"(?i)\b(?:members?|membership|participates|participant|belongs)\b[^.]{{0,90}}\b(?:{_ORGANISATIONS}|following)\b[^.]*:\s*"
)
_TITLED = re.compile(rf"(?i)\b(?:international|multilateral|regional) {_ORGANISATIONS}\b")
_BULLET = re.compile(r"[\s•·*●▪○\-–—]*")
_ABOUT = re.compile(r"(?i)\b(?:relations|policy|diplomacy)\b")


def read(s: Sentence, ctx: Context, found: list[Draft], bodies: frozenset[str]) -> list[Draft]:
    """The memberships of the title's one country in the bodies of a line that only lists them."""
    anchor, title = ctx.discourse.anchor, ctx.document.title or ""
    if found or anchor is None or anchor in bodies or not _ABOUT.search(title):
        return []
    first = _behind_label(s)
    listed = _bodies_of(s, first, bodies)
    if not listed or (len(listed) < _MANY and s.n > _SHORT):
        return []
    labelled = first > 0 or (_TITLED.search(title) is not None and len(listed) >= _MANY)
    if not labelled and not _opened(s, several=len(listed) >= _MANY):
        return []
    return [
        Draft(
            kind="tie", mode="membership", actor=(anchor,), recipient=s.codes[i], status="actual",
            start=s.starts[i], end=s.ends[i], rule="tie.membership.listed.v1",
            because={"actor": "the title's country", "recipient": "the list of bodies"},
        )
        for i in listed
    ]  # fmt: skip


def _behind_label(s: Sentence) -> int:
    """The item behind a label that names the list, else 0."""
    for i in range(1, min(s.n - 1, 8)):
        if s.lowers[i] == ":":
            return i + 1 if _HEADING.fullmatch(s.text, s.starts[0], s.ends[i]) else 0
    return 0


def _bodies_of(s: Sentence, first: int, bodies: frozenset[str]) -> list[int]:
    """Items of the bodies where a sentence is nothing but a list of them, else none."""
    out: dict[str, int] = {}
    depth = 0
    for i in range(first, min(s.n, first + _REACH)):
        low = s.lowers[i]
        if low in ("(", "["):
            depth += 1
        elif low in (")", "]"):
            depth = max(0, depth - 1)
        elif depth:
            if low in words("acts.membership_rosters", "outside") and out:
                out.popitem()
        elif s.kinds[i] == "P":
            if len(s.codes[i]) != 1 or s.codes[i][0] not in bodies:
                return []
            out.setdefault(s.codes[i][0], i)
        elif (i in s.verb_at and s.verb_at[i].finite and not s.text[s.starts[i]].isupper()) or not (
            s.kinds[i] == "." or low in ("the", "and", "its", "of", "for") or s.text[s.starts[i]].isupper()
        ):
            return []
    return list(out.values())


def _opened(s: Sentence, *, several: bool) -> bool:
    """Whether the nearest line above that is no entry of a list opens one of memberships."""
    text = s.text
    start = text.rfind("\n", 0, s.span[0]) + 1
    if _BULLET.fullmatch(text, start, s.span[0]) is None:
        return False
    floor = max(0, start - _UP)
    for line in reversed(text[floor:start].split("\n")):
        bare = line.strip()
        if not bare:
            continue
        if _OPENS.search(bare) or _HEADING.fullmatch(bare):
            return True
        if several or len(bare) > _SHORT or bare.endswith((".", ":", "!", "?")):
            return False
    return False
