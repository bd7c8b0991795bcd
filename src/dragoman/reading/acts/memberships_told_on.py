"""Memberships told by what became of one before: "left it in 1961 but rejoined in 1994", "withdrew from it a year later".

The verb names no body: it is the one that the words before tell of, and the member is who joined or left it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_BACK = words("acts.memberships_told_on", "back")
_OUT = words("acts.memberships_told_on", "out")
_SUBJECTS = frozenset(
    {"and", "but", "it", "which", "later", "then", "subsequently", "again", "finally", "only"}
)


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """Turns of the membership told last; ``date_of`` gives the time of a verb."""
    out: list[Draft] = []
    for g in s.groups:
        if g.lemma not in _BACK | _OUT or not g.finite or g.passive or not _of_it(s, g):
            continue
        start = s.starts[g.first]
        ties = [
            d
            for d in [*ctx.last, *found, *out]
            if d.kind == "tie" and d.mode == "membership" and d.start < start
        ]
        date = date_of(g)
        status = statuses.of_group(g, s, ctx.lexicon)
        if not ties or date is None or status != "actual":
            continue
        told = ties[-1]
        if any(d.mode == "membership" and (d.start >= start or d.date == date) for d in found):
            continue  # read by itself
        ended = g.lemma in _OUT
        if ended == (told.status == "ended") or date == told.date or len(told.recipient) != 1:
            continue
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        out.append(replace(
            told, status="ended" if ended else "actual", date=date, start=start, end=s.ends[last], count=None,
            object=None, rule="tie.membership.told_on.v1",
            because={"recipient": "the body spoken of before", "status": f"verb {g.lemma!r}"},
        ))  # fmt: skip
    return out


def _of_it(s: Sentence, g: Group) -> bool:
    """Whether the verb has its subject from before and "it", a time or "as" behind it: "and rejoined it in 1994"."""
    before = s.lowers[g.first - 1] if g.first else ""
    behind = s.lowers[g.main + 1] if g.main + 1 < s.n else ""
    dated = g.main + 1 < s.n and (s.kinds[g.main + 1] == "D" or behind in ("in", "on"))
    if behind in ("in", "on"):
        dated = s.kinds[g.main + 2 : g.main + 3] == ["D"]
    own = before in _SUBJECTS or any(m.item == g.first - 1 and m.cue == "subj" for m in s.mentions)
    return own and (behind in ("it", "as") or dated)
