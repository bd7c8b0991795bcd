"""To whom one answers who denies what he was accused of: "Chad and Mali accused Togo. Togo has denied the charges" is towards both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_DENYING = words("acts.answers", "denying")
_CHARGES = words("acts.answers", "charges")
_PLAIN = frozenset({"the", "these", "those", "all", "any", "such", "both", "this", "that"})
_NEAR = 900
"""Characters back to who accused. assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """``found`` with what somebody denies told towards those who accused him shortly before."""
    out = list(found)
    for g in s.groups:
        if g.lemma not in _DENYING or not g.finite or g.passive or g.negated or g.modal or not _charges(s, g):
            continue
        who = _who(s, g)
        accusing = (
            next((d for d in reversed(ctx.found) if _accuses(d, who, s.span[0])), None) if who else None
        )
        if accusing is None:
            continue
        told = [
            d for d in out if d.kind == "stance" and d.actor == (who,) and d.start <= s.starts[g.main] < d.end
        ]
        if any(
            set(d.recipient) <= set(accusing.actor) and len(d.recipient) == len(accusing.actor) for d in told
        ):
            continue
        because = {
            "actor": "who was accused",
            "recipient": "who accused before",
            "status": f"verb {g.lemma!r}",
        }
        guessed = [
            d for d in told if d.rule.startswith(("stance.criticism.denies", "stance.criticism.oppose"))
        ]
        if guessed:
            out = [replace(d, recipient=accusing.actor, because=because) if d in guessed else d for d in out]
            continue
        start, end = s.starts[g.first], s.ends[_charges(s, g)]
        out.append(
            Draft(
                kind="stance", mode="criticism", actor=(who,), recipient=accusing.actor, status="actual", start=start,
                end=end, rule="stance.criticism.answered.v1", date=date_of(g), because=because,
            )
        )  # fmt: skip
    return out


def _charges(s: Sentence, g: Group) -> int:
    """The item of "the charges" right behind a verb, of nobody named; or 0."""
    for i in range(g.main + 1, min(s.n, g.main + 5)):
        if s.noun[i] in _CHARGES and s.kinds[i] == "w":
            behind = s.lowers[i + 1 : i + 2]
            return i if behind not in (["by"], ["from"], ["of"], ["that"]) else 0
        if s.kinds[i] != "w" or (s.lowers[i] not in _PLAIN and i > g.main + 2):
            return 0
    return 0


def _who(s: Sentence, g: Group) -> str:
    """The one country that is the subject of a verb, or ""."""
    acting = {
        c
        for m in s.mentions
        if m.cue == "subj" and m.clause == g.clause and m.item < g.first
        for c in m.codes
    }
    return acting.pop() if len(acting) == 1 else ""


def _accuses(d: Draft, who: str, at: int) -> bool:
    return d.kind == "stance" and d.mode == "criticism" and who in d.recipient and 0 <= at - d.end < _NEAR
