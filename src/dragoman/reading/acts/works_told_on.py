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
_PART = 9
"""Items of what a project is made of, as far as they are kept; assumed."""


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
        step = _step(s, ctx, g, [*found, *out], date_of) or _part(s, ctx, g, [*found, *out])
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
    actor, recipient = _builders(s, g, work)
    if g.lemma in words(_LIST, "pays") and not _paid_by(s, g, work):
        return None  # its own state pays
    return replace(
        work, actor=actor, recipient=recipient, mode=work.mode if work.mode != "integration" else "construction", status=status, date=date, start=start, end=end,
        rule=f"project.{work.mode}.told_on.v1", object=s.words(first, head + 1), count=None, people=(),
        organisations=ctx.organisations_in(start, end), place=None, attribution=None,
        because={"actor": "the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _builders(s: Sentence, g: Group, work: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sides of a step: both builders where the sentence says that two of the parties build, else those of the work."""
    if not g.passive or s.lowers[g.main + 1 : g.main + 2] != ["by"]:
        return work.actor, work.recipient
    named = (m.codes for m in s.mentions if m.item > g.main)
    by = tuple(dict.fromkeys(c for codes in named for c in codes))
    return (by, ()) if len(by) > 1 and {*by} <= {*work.recipient} else (work.actor, work.recipient)


def _paid_by(s: Sentence, g: Group, work: Draft) -> bool:
    """Whether those who do the work pay for it: "the project is financed by A"."""
    paying = {c for m in s.mentions if m.cue == "by" and m.item > g.main for c in m.codes}
    return g.passive and bool(paying) and paying <= {*work.actor} and not {*work.recipient} & paying


def _part(s: Sentence, ctx: Context, g: Group, found: Sequence[Draft]) -> Draft | None:
    """What a project told before is made of: "it involves the construction of a dam and two bridges"."""
    if g.lemma not in words(_LIST, "consists") or g.passive or not g.finite:
        return None
    first, head = subject_of(s, g)
    noun = _work_noun(s, g)
    if head < 0 or noun < 0 or not pointed(s, first, head) or not works_at(s, ctx, head):
        return None
    work = told(ctx, s.starts[first], (*WORKS, "venture", "study"), found)
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    if work is None or foreign(s, {*work.actor, *work.recipient}, first, last + 1):
        return None
    if _told_here(s, g, found, first, last):
        return None
    mode = "construction" if s.noun[noun] in ("construction", "building", "laying") else "modernisation"
    start, end = s.starts[first], s.ends[last]
    built = any(d.status == "actual" and d is work for d in found) or g.past
    return replace(
        work, kind="project", mode=mode, status="actual" if built else "planned", date=None, start=start, end=end,
        rule=f"project.{mode}.told_on.v1", object=s.words(noun, _part_end(s, noun, last)), count=None, people=(),
        organisations=ctx.organisations_in(start, end), place=None, attribution=None,
        because={"actor": "the work told before", "status": "what the project involves"},
    )  # fmt: skip


def _part_end(s: Sentence, noun: int, last: int) -> int:
    """Where the phrase of a work ends: before a comma, or before what says more of it."""
    for i in range(noun + 2, min(last, noun + _PART) + 1):
        if (s.kinds[i] == "." and s.lowers[i] not in ("-", "–", "'", "’")) or s.lowers[i] in (
            "with",
            "which",
        ):
            return i
    return min(last + 1, noun + _PART)


def _work_noun(s: Sentence, g: Group) -> int:
    """The noun of the work that a verb has as its object, "of" behind it; or -1."""
    for i in range(g.main + 1, min(s.n - 1, g.main + 6)):
        if i in s.verb_at or s.kinds[i] == "." or s.clause[i] != g.clause:
            return -1
        if s.noun[i] in words(_LIST, "building") and s.lowers[i + 1] == "of":
            return i
    return -1


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
