"""Who of two told before delivers or buys more, the other left out: "the yard delivered a tug in 2018", "it bought six in 2008"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import GOODS, WORKS, foreign, goods_at, subject_of, told, told_mode, works_at
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "told_works"
_SAME = frozenset({"the", "this", "its", "their", "it", "both"})
_SHORT = 4
"""Items of the words that name a work again; assumed."""
_OBJECT = 9
"""Items from a verb to the goods it is about; assumed."""


def read(
    s: Sentence, ctx: Context, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """Further deliveries and works between the two of a delivery or work told before."""
    out: list[Draft] = []
    if ctx.aside or not any(d.kind == "project" for d in ctx.found[-24:]):
        return out
    for g in s.groups:
        if (g.finite or _intended(g)) and not g.passive and not g.negated and not g.relative:
            further = _further(s, ctx, g, [*found, *out], date_of) or _furthered(
                s, ctx, g, [*found, *out], date_of
            )
            out += [further] if further is not None else []
    return out


def _intended(g: Group) -> bool:
    """Whether an infinitive is what its subject has in mind: "agreed to complete the work"."""
    top = g.governor
    return (
        g.infinitive
        and top is not None
        and top.finite
        and not (top.negated or top.passive)
        and top.lemma in words(_LIST, "intends")
    )


def _furthered(
    s: Sentence, ctx: Context, g: Group, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> Draft | None:
    """A step that those who do a work told before take with it: "the two countries agreed to start construction in May"."""
    if g.lemma not in words(_LIST, "furthers") and not _puts_to_use(s, g):
        return None
    first, head = subject_of(s, g)
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    thing = _object(s, ctx, g, works=True)
    if thing < 0:  # "start construction", "speed up the implementation"
        behind = range(g.main + 1, min(s.n, g.main + 1 + _SHORT))
        thing = next((i for i in behind if s.noun[i] in words(_LIST, "work")), -1)
    if head < 0 or thing < 0 or not _same_work(s, g, thing) or _told(s, g, found, last):
        return None
    work = told(ctx, s.starts[0], WORKS)
    if work is None or foreign(s, {*work.actor, *work.recipient}, first, last + 1):
        return None
    named = {c for m in s.mentions if first <= m.item <= head for c in m.codes}
    if not (named and named <= {*work.actor}) and _side(s, first, head, work, takes=False) is not True:
        return None
    status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
    if status == "denied" or (date is None and named != {*work.actor, *work.recipient}):
        return None
    if g.infinitive or statuses.after_document(date, ctx.document.date):
        status = "planned"
    mode = work.mode if work.mode != "integration" else "construction"
    start, end = s.starts[first], s.ends[last]
    return replace(
        work, kind="project", mode=mode, status=status, date=date, start=start, end=end, rule=f"project.{mode}.handed.v1",
        object=s.words(g.main + 1, thing + 1), count=None, people=(), organisations=ctx.organisations_in(start, end),
        place=None, attribution=None, because={"actor": "those of the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _puts_to_use(s: Sentence, g: Group) -> bool:
    """ "Put the line into operation": the verb whose sense comes behind its object."""
    behind = s.lowers[g.main + 1 : g.main + 1 + _OBJECT]
    into = behind.index("into") if "into" in behind else -1
    return g.lemma in ("put", "bring") and behind[into + 1 : into + 2] in (
        ["operation"],
        ["service"],
        ["use"],
    )


def _same_work(s: Sentence, g: Group, thing: int) -> bool:
    """Whether an object is the work told before: "the project", "its construction", or "work" alone; never "a bridge", "a third line"."""
    between = s.lowers[g.main + 1 : thing + 1]
    if s.noun[thing] in words(_LIST, "work") and s.lowers[thing + 1 : thing + 2] != ["of"]:
        return between[0] not in ("a", "an", "another")
    return between[0] in _SAME and len(between) <= _SHORT and words(_LIST, "ones").isdisjoint(between)


def _told(s: Sentence, g: Group, found: Sequence[Draft], last: int) -> bool:
    """Whether the clause has told a work by itself."""
    return any(
        d.kind in ("project", "tie") and d.start < s.ends[last] and s.starts[g.first] < d.end for d in found
    )


def _further(
    s: Sentence, ctx: Context, g: Group, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> Draft | None:
    hands, takes, raises = (g.lemma in words(_LIST, name) for name in ("hands", "takes", "raises"))
    if not (hands or takes or raises):
        return None
    first, head = subject_of(s, g)
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    if head < 0 or any(
        d.kind == "project" and d.start < s.ends[last] and s.starts[g.first] < d.end for d in found
    ):
        return None
    work = told(ctx, s.starts[0], WORKS if raises else (*GOODS, *WORKS) if hands else GOODS)
    if work is None or not work.recipient or foreign(s, {*work.actor, *work.recipient}, first, last + 1):
        return None
    if _side(s, first, head, work, takes=takes) is not True:
        return None
    thing = _object(s, ctx, g, works=raises)
    if takes and words(_LIST, "ones").isdisjoint(s.lowers[g.main + 1 : thing + 1]):
        return None  # what else it bought may come from anybody
    status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
    if thing < 0 or status in ("denied", "proposed"):
        return None
    if status == "actual" and statuses.after_document(date, ctx.document.date):
        status = "planned"
    another = s.lowers[g.main + 1] in ("a", "an") and g.lemma in words(_LIST, "runs")  # "completed a road"
    mode = told_mode("build" if another else g.lemma, work.mode) if raises else "supply"
    start, end = s.starts[first], s.ends[last]
    return replace(
        work, mode=mode, status=status, date=date, start=start, end=end, rule=f"project.{mode}.handed.v1",
        object=s.words(g.main + 1, thing + 1), count=None, people=(), organisations=ctx.organisations_in(start, end),
        place=None, attribution=None, because={"actor": "the two of the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _side(s: Sentence, first: int, head: int, work: Draft, *, takes: bool) -> bool:
    """Whether the subject is the one of the two who delivers, or who takes."""
    side = {*(work.recipient if takes else work.actor)}
    named = {c for m in s.mentions if first <= m.item <= head for c in m.codes}
    if named:
        return named <= side
    defined = s.lowers[first] in ("the", "its", "this")
    return not takes and defined and s.noun[head].rpartition(" ")[2] in words("roles", "firms")


def _object(s: Sentence, ctx: Context, g: Group, *, works: bool) -> int:
    """The item of what is delivered or built: goods, works, "its first six"; or -1."""
    for i in range(g.main + 1, min(s.n, g.main + 1 + _OBJECT)):
        if s.clause[i] != g.clause or i in s.verb_at or (s.tags[i] & PREP and s.lowers[i] != "of"):
            return -1
        if works_at(s, ctx, i) if works else goods_at(s, ctx, i):
            return i
    return -1
