"""What became of works and orders told before: "construction began in 2011", "the first ship is due in May".

The words leave out whose work it is: that of the parties of the work, delivery or order told last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import GOODS, WORKS, foreign, goods_at, pointed, subject_of, told, works_at
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "told_works"


def read(
    s: Sentence, ctx: Context, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """Further steps of the works and deliveries told before; ``date_of`` gives the time of a verb."""
    out: list[Draft] = []
    if ctx.aside or not any(d.kind == "project" for d in (*ctx.found[-24:], *found)):
        return out
    for g in s.groups:
        if g.gerund or g.negated or (g.infinitive and (g.perfect or not _due(g))):
            continue  # "was to have begun in May": it did not
        step = _step(s, ctx, g, [*found, *out], date_of)
        if step is not None:
            out.append(step)
    return out


def _due(g: Group) -> bool:
    """Whether an infinitive only says when it is to be: "are expected to arrive", "is to open"."""
    return g.governor is not None and g.governor.lemma in (
        "expect",
        "schedule",
        "plan",
        "be",
        "set",
        "slate",
        "due",
        "begin",
        "start",
    )


def _step(
    s: Sentence, ctx: Context, g: Group, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> Draft | None:
    first, head = subject_of(s, g)
    if head < 0:
        return None
    modes = _modes(s, ctx, g, first, head)
    work = told(ctx, s.starts[first], modes, found) if modes else None
    if work is None:
        return None
    parties = {*work.actor, *work.recipient}
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    if foreign(s, parties, first, last + 1) or _told_here(s, g, found, first, last):
        return None
    status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
    if date is None and first and s.lowers[first - 1] in words(_LIST, "conditions"):
        return None  # "once it has been completed"
    done = work.mode in WORKS and g.lemma in words(_LIST, "done") and g.finite
    if status == "denied" or (date is None and status == "actual" and not done):
        return None
    if status == "actual" and statuses.after_document(date, ctx.document.date):
        status = "planned"
    if _state(s, g) == "due":
        status = "planned"
    start, end = s.starts[first], s.ends[last]
    return replace(
        work, mode=work.mode if work.mode != "integration" else "construction", status=status, date=date, start=start, end=end,
        rule=f"project.{work.mode}.told_on.v1", object=s.words(first, head + 1), count=None, people=(),
        organisations=ctx.organisations_in(start, end), place=None, attribution=None,
        because={"actor": "the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _state(s: Sentence, g: Group) -> str:
    """What a work is said to be: "due", "ready"; or nothing."""
    behind = s.lowers[g.main + 1 : g.main + 3]
    return next((w for w in behind if w in words(_LIST, "states")), "") if g.lemma == "be" else ""


def _modes(s: Sentence, ctx: Context, g: Group, first: int, head: int) -> tuple[str, ...]:
    """The modes of the work that a verb and its subject may go on about."""
    noun, state = s.noun[head] or s.lowers[head], _state(s, g)
    runs = g.lemma in words(_LIST, "runs") or bool(state)
    own = s.kinds[head] == "w" and (head == first or pointed(s, first, head))
    if own and noun in words(_LIST, "work") and runs:
        return WORKS
    if own and noun in words(_LIST, "delivery") and runs:
        return GOODS
    if not pointed(s, first, head) or s.kinds[head] in "PH":
        return ()
    if goods_at(s, ctx, head) and (g.lemma in words(_LIST, "arrives") or state):
        return GOODS if not works_at(s, ctx, head) else (*GOODS, *WORKS)
    if works_at(s, ctx, head) and (g.lemma in words(_LIST, "done") or state):
        return WORKS
    return ()


def _told_here(s: Sentence, g: Group, found: Sequence[Draft], first: int, last: int) -> bool:
    """Whether the clause has told a work by itself."""
    start, end = s.starts[first], s.ends[last]
    return any(
        d.kind in ("project", "tie")
        and d.start <= s.starts[g.main]
        and d.end > s.starts[g.first]
        and start < d.end
        and d.start < end
        for d in found
    )
