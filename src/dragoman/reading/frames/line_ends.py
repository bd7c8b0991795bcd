"""The ends that name a line: "the Nairobi–Mumbai service", "the Lagos-to-London route"."""

from __future__ import annotations

from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["line_ends"]

_DASHES = frozenset({"-", "–", "—", "/"})
_BETWEEN = 3
"""Items between the ends and the word that they name: "the Lima–Quito twice-weekly service". assumed"""


def line_ends(s: Sentence, clause: int) -> list[Mention]:
    """The parties at the ends of a line of travel that is named by them, in one clause."""
    places = [m for m in s.mentions if m.clause == clause and m.kind in "PL"]
    for m in places:
        if len(m.codes) > 1 and m.form in ("capitals", "compound") and _names_line(s, m.item):
            return [m]
    by_item = {m.item: m for m in places}
    for m in places:
        run = [m]
        while (step := _next_stop(s, run[-1].item)) in by_item:
            run.append(by_item[step])
        if len(run) > 1 and _names_line(s, run[-1].item):
            return run
    return []


def _next_stop(s: Sentence, i: int) -> int:
    """The item behind a dash, or behind "-to-"."""
    if i + 2 >= s.n or s.lowers[i + 1] not in _DASHES:
        return -1
    to = s.lowers[i + 2 : i + 3] == ["to"] and s.lowers[i + 3 : i + 4] and s.lowers[i + 3] in _DASHES
    return i + 4 if to else i + 2


def _names_line(s: Sentence, i: int) -> bool:
    named = words("roles", "travelled")
    for k in range(i + 1, min(s.n, i + 1 + _BETWEEN)):
        if s.kinds[k] not in "wQ" or k in s.verb_at:
            return False
        if s.noun[k] in named:
            return True
    return False
