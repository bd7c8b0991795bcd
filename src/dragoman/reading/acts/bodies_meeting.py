"""Sessions told in a relative clause: "the joint commission, which last met in 1998".

The clause tells when the body sat; the noun before it, acted on by another verb ("agreed to revive"), tells none.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["as_sessions"]

_REACH = 6
"""Items from a body to the verb of its relative clause: ", which has last". assumed"""


def as_sessions(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, the meetings of joint bodies in relative clauses as their sessions."""
    if "meet" not in (lemmas := [g.lemma for g in s.groups]) or lemmas.count("meet") > 1:
        return drafts
    meets = next(g for g in s.groups if g.lemma == "meet")
    bodies = load_lexicon().noun_classes["commission"]
    low = max(0, meets.main - _REACH)
    at = next((k for k in range(meets.main - 1, low, -1) if s.lowers[k] in ("which", "that")), -1)
    noun = at - 1 - (s.lowers[at - 1] == ",") if at > 1 else -1
    if noun < 0 or s.noun[noun] not in bodies:
        return drafts
    if any(s.lowers[k] not in words("acts.bodies_meeting", "between") for k in range(at + 1, meets.main)):
        return drafts
    spot, told = s.starts[meets.main], s.starts[noun]
    if not any(_meets(d) and d.start <= spot < d.end for d in drafts):
        return drafts
    return [
        replace(d, mode="session") if _meets(d) and d.start <= spot < d.end else d
        for d in drafts
        if not (d.kind == "contact" and d.mode == "session" and d.start <= told < d.end)
    ]


def _meets(d: Draft) -> bool:
    return d.kind == "contact" and d.mode == "meeting"
