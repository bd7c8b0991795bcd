"""Acts whose own time and status are told behind them or by the words of a time: "a session, which will be held on 3 May"."""

from __future__ import annotations

import re

from dragoman.reading.frames import statuses
from dragoman.reading.frames.frame import Frame
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import Lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["held_behind", "is_ahead", "settled"]

# What lies ahead of the day of writing by its words alone.
_AHEAD = re.compile(
    r"^(?:later this|in the coming|the coming|next|the end of this|by the end of this)\b", re.I
)
_BEFORE_IT = frozenset({"after", "since", "following"})


def held_behind(f: Frame, s: Sentence, lex: Lexicon) -> tuple[str | None, str] | None:
    """(EDTF, status) of a meeting or visit that a relative clause behind it dates; None where none does."""
    noun = f.noun_item
    if f.rule.kind != "contact" or noun < 0 or noun != f.trigger:
        return None
    opener = next(
        (
            k
            for k in range(noun + 1, s.n)
            if s.lowers[k] in ("which", "that") and s.clause[k] == s.clause[noun] + 1
        ),
        -1,
    )
    if opener < 0 or any(
        s.noun[k] in words("clauses", "events") or k in s.verb_at for k in range(noun + 1, opener)
    ):
        return None
    g = next((g for g in s.groups if g.clause == s.clause[opener] and g.finite and g.main > opener), None)
    if g is None or g.first > opener + 2 or not _takes_place(s, g):
        return None
    dates = [i for i in s.dates if s.clause[i] == g.clause and i > g.main]
    return (s.refs[dates[0]].edtf if dates else None), statuses.of_group(g, s, lex)


def _takes_place(s: Sentence, g: Group) -> bool:
    """Whether a verb says no more than that an event is held: "will take place", "is due to be held"."""
    place = s.lowers[g.main + 1 : g.main + 2] == ["place"]
    if (g.lemma == "take" and place) or g.lemma in words("acts.held_behind", "taking_place"):
        return True
    held = g.passive and g.lemma in words("acts.held_behind", "being_held")
    return held or (
        g.lemma == "be" and any(low in ("due", "set") for low in s.lowers[g.main + 1 : g.main + 3])
    )


def is_ahead(s: Sentence, edtf: str | None, clause: int) -> bool:
    """Whether a time of the clause lies ahead by its words: "visits Oman later this year"."""
    return edtf is not None and any(
        s.refs[i].edtf == edtf and s.clause[i] == clause and _AHEAD.match(s.refs[i].text) for i in s.dates
    )


def settled(
    f: Frame, s: Sentence, edtf: str | None, status: str, document: str | None
) -> tuple[str | None, str]:
    """(EDTF, status) of an act that is still to come, yet stands beside a time that is over.

    "His visit will be the first since the restoration of relations in 2009" dates the restoration, which is done.
    """
    if status not in ("planned", "proposed") or not statuses.before_document(edtf, document):
        return edtf, status
    item = next((i for i in s.dates if s.refs[i].edtf == edtf and i > f.trigger), -1)
    if item < 0:
        return edtf, status
    if any(s.lowers[k] in _BEFORE_IT for k in range(f.trigger + 1, item)):
        return None, status
    behind = f.trigger == f.noun_item and any(
        s.lowers[k] in _BEFORE_IT for k in range(max(0, f.trigger - 3), f.trigger)
    )
    return edtf, "actual" if behind else status
