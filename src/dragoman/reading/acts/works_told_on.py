"""What became of works and orders told before: "construction began in 2011", "the first ship is due in May".

The words leave out whose work it is: that of the parties of the work, delivery or order told last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.codes.bodies import is_body
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import EN
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import (
    GOODS,
    WORKS,
    foreign,
    goods_at,
    pointed,
    subject_of,
    told,
    told_mode,
    works_at,
)
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "told_works"
_BEHIND = 5
"""Items from a verb to the "for" of what it sets a time for; assumed."""
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
        here = [*found, *out]
        step = _step(s, ctx, g, here, date_of) or _part(s, ctx, g, here) or _joins(s, ctx, g, here)
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
    if _hangs_over(s, g):  # "Once completed in 2027, it will"
        first, head = subject_of(s, s.groups[s.groups.index(g) + 1])
    if head < 0:
        return None
    modes = _modes(s, ctx, g, first, head)
    line = _line_worked_on(s, g, head, found) if "construction" in modes else None
    work = line or (told(ctx, s.starts[first], modes, found) if modes else None)
    if work is None:
        return None
    parties = {*work.actor, *work.recipient}
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    if foreign(s, parties, first, last + 1) or (line is None and _told_here(s, g, found, first, last)):
        return None
    if _within_one(s, g):
        return None
    status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
    if date is None and (first > g.main or (first and s.lowers[first - 1] in words(_LIST, "conditions"))):
        return None  # "once it has been completed"
    if first and s.lowers[first - 1] in ("if", "unless"):
        return None  # "if the project is completed by 2027"
    renewed = g.passive and g.lemma in words(_LIST, "renews")
    done = (
        work.mode in WORKS and g.finite and (g.lemma in words(_LIST, "done") or renewed or _under_way(s, g))
    )
    if work.mode in WORKS and status == "actual" and g.lemma in words(_LIST, "stops"):
        status, done = "ended", True
    if status == "denied" or (date is None and status == "actual" and not done):
        return None
    if status == "actual" and statuses.after_document(date, ctx.document.date):
        status = "planned"
    if _state(s, g) == "due" or _scheduled(s, g, first, head) or (first > g.main and status == "actual"):
        status = "planned"
    start, end = s.starts[min(first, g.first)], s.ends[max(head, last)]
    actor, recipient = _builders(s, g, work)
    mode = told_mode(g.lemma if g.lemma in words(_LIST, "renews") else "", _first_mode(ctx, work))
    if g.lemma in words(_LIST, "pays") and not _paid_by(s, g, work):
        return None  # its own state pays
    return replace(
        work, actor=actor, recipient=recipient, mode=mode, status=status, date=date, start=start, end=end,
        rule=f"project.{mode}.told_on.v1", object=s.words(first, head + 1), count=None, people=(),
        organisations=ctx.organisations_in(start, end), place=None, attribution=None,
        because={"actor": "the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _line_worked_on(s: Sentence, g: Group, head: int, found: Sequence[Draft]) -> Draft | None:
    """The line that its own sentence tells by what it links: "work has begun on a bridge that will link A and B"."""
    if s.noun[head] not in words(_LIST, "work") or s.lowers[head] in words(_LIST, "renews"):
        return None
    here = [d for d in found if d.kind == "project" and s.span[0] <= d.start < s.span[1]]
    lines = [d for d in here if d.mode == "integration" and not d.recipient and len(d.actor) > 1]
    on = {"of", "on"} & {*s.lowers[head + 1 : g.main + 3]}
    renewed = words(_LIST, "building") - {"construction", "building", "laying"}
    if not on or not renewed.isdisjoint(s.noun[head + 1 : max(g.main, head) + 6]):
        return None  # "work on the modernisation of the line"
    return lines[0] if len(here) == len(lines) == 1 else None


def _within_one(s: Sentence, g: Group) -> bool:
    """Whether a line is told between two places of one country: "construction is under way between Tabora and Dodoma"."""
    ends = [m for m in s.mentions if m.cue == "between" and m.clause == g.clause]
    return len(ends) > 1 and len({c for m in ends for c in m.codes}) == 1


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


def _joins(s: Sentence, ctx: Context, g: Group, found: Sequence[Draft]) -> Draft | None:
    """What a work between two does for both: "it will link the two countries", "the line connects both grids"."""
    both = s.lowers[g.main + 1 : g.main + 4]
    if g.lemma not in words(_LIST, "connects") or g.passive or {"two", "both"}.isdisjoint(both):
        return None
    first, head = subject_of(s, g)
    if head < 0 or not works_at(s, ctx, head) or not pointed(s, first, head):
        return None
    work = told(ctx, s.starts[first], (*WORKS, "study"), found)
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    parties = () if work is None else tuple(dict.fromkeys((*work.actor, *work.recipient)))
    if (
        work is None
        or len(parties) != 2
        or any(map(is_body, parties))
        or _told_here(s, g, found, first, last)
    ):
        return None
    named = {c for m in s.mentions if m.clause == g.clause for c in m.codes}
    ends = [d for d in ctx.found[-24:] if d.kind in ("project", "instrument") and not d.recipient]
    if named - {*parties} or not any({*d.actor} == {*parties} for d in ends):
        return None  # who builds for another joins nothing of both
    start, end = s.starts[first], s.ends[last]
    return replace(
        work, kind="project", mode="integration", actor=parties, recipient=(),
        date=next((s.refs[i].edtf for i in s.dates if g.main < i <= last), None), start=start, end=end,
        status=statuses.of_group(g, s, ctx.lexicon), rule="project.integration.told_on.v1", object=s.words(first, head + 1),
        count=None, people=(), organisations=(), place=None, attribution=None,
        because={"actor": "the work told before", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip


def _part(s: Sentence, ctx: Context, g: Group, found: Sequence[Draft]) -> Draft | None:
    """What a project told before is made of: "it involves the construction of a dam and two bridges"."""
    provides = g.lemma == "provide" and s.lowers[g.main + 1 : g.main + 2] == ["for"]
    if not (provides or g.lemma in words(_LIST, "consists")) or g.passive or not g.finite:
        return None
    first, head = subject_of(s, g)
    noun = _work_noun(s, g)
    noun = noun if noun >= 0 else _new_work(s, ctx, g)
    whole = head >= 0 and (
        works_at(s, ctx, head) or s.noun[head] in words(_LIST, "papers") | words(_LIST, "scope")
    )
    if not whole or noun < 0 or not pointed(s, first, head):
        return None
    work = told(ctx, s.starts[first], (*WORKS, "venture", "study"), found)
    last = max(i for i in range(s.n) if s.clause[i] == g.clause)
    if work is None or foreign(s, {*work.actor, *work.recipient}, first, last + 1):
        return None
    if _told_here(s, g, found, first, last):
        return None
    built = s.noun[noun] in ("construction", "building", "laying") or s.noun[noun] not in words(
        _LIST, "building"
    )
    mode = "construction" if built else "modernisation"
    start, end = s.starts[first], s.ends[last]
    begun = any(d.status == "actual" and d is work for d in found) or g.past
    return replace(
        work, kind="project", mode=mode, status="actual" if begun else "planned", date=None, start=start, end=end,
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


def _new_work(s: Sentence, ctx: Context, g: Group) -> int:
    """The item of something new that a project has in it: "includes a new terminal"; or -1."""
    behind = s.lowers[g.main + 1 : g.main + 4]
    if behind[:1] not in (["a"], ["an"], ["two"], ["three"], ["four"], ["several"]) or "new" not in behind:
        return -1
    return next((i for i in range(g.main + 2, min(s.n, g.main + 6)) if works_at(s, ctx, i)), -1)


def _work_noun(s: Sentence, g: Group) -> int:
    """The noun of the work that a verb has as its object, "of" behind it; or -1."""
    for i in range(g.main + 1, min(s.n - 1, g.main + 6)):
        if (
            s.verb[i] in words(_LIST, "builds")
            and s.lowers[i].endswith("ing")
            and s.lowers[i + 1] in ("a", "an", "two")
        ):
            return i  # "calls for building a line"
        if i in s.verb_at or s.kinds[i] == "." or s.clause[i] != g.clause:
            return -1
        if s.noun[i] in words(_LIST, "building") and s.lowers[i + 1] == "of":
            return i
    return -1


def _state(s: Sentence, g: Group) -> str:
    """What a work is said to be or become: "due", "ready", "under way"; or nothing."""
    if g.lemma not in ("be", "become"):
        return ""
    behind = s.lowers[g.main + 1 : g.main + 4]
    state = next((w for w in behind[:2] if w in words(_LIST, "states")), "")
    under = next((k for k, w in enumerate(behind[:2]) if w in ("under", "in")), -1)
    if not state and 0 <= under < len(behind) - 1 and behind[under + 1] in words(_LIST, "under"):
        return "underway"
    return state


def _under_way(s: Sentence, g: Group) -> bool:
    """Whether a work is said to go on as the text is written: "work on the line is under way", "is nearing completion"."""
    if g.lemma in ("near", "approach"):
        return "completion" in s.lowers[g.main + 1 : g.main + 4]
    return g.lemma == "be" and not g.past and not g.modal and _state(s, g) == "underway"


def _scheduled(s: Sentence, g: Group, first: int, head: int) -> bool:
    """Whether a passive only sets a time: "is slated for completion in May", "completion is planned for May"."""
    if not g.passive or g.lemma not in words(_LIST, "schedules"):
        return False
    if first <= head and s.noun[head] in words(_LIST, "completing"):
        return True
    behind = range(g.main + 1, min(s.n, g.main + 1 + _BEHIND))
    at = next((i for i in behind if s.lowers[i] in ("for", "to")), -1)
    return at > 0 and any(s.noun[i] in words(_LIST, "completing") for i in range(at + 1, min(s.n, at + 4)))


def _hangs_over(s: Sentence, g: Group) -> bool:
    """Whether a participle opens the sentence and has its subject behind it: "Once completed in 2027, it will"."""
    if g.main != g.first or g.first > 1 or not g.form & EN or s.lowers[0] not in words(_LIST, "conditions"):
        return False
    at = s.groups.index(g) + 1
    return g.first == 1 and at < len(s.groups) and s.groups[at].finite


def _modes(s: Sentence, ctx: Context, g: Group, first: int, head: int) -> tuple[str, ...]:
    """The modes of the work that a verb and its subject may go on about."""
    noun, state = s.noun[head] or s.lowers[head], _state(s, g)
    stops = g.lemma in words(_LIST, "stops") and g.passive
    near = _under_way(s, g) or _scheduled(s, g, first, head) or stops
    runs = g.lemma in words(_LIST, "runs") or bool(state) or near
    own = s.kinds[head] == "w" and (_bare(s, first, head) or pointed(s, first, head))
    if own and noun in words(_LIST, "work") and runs:
        return WORKS
    if own and noun in words(_LIST, "delivery") and runs:
        return GOODS
    if s.kinds[head] == "w" and noun in words(_LIST, "completing") and (state or near):
        return WORKS
    if _celebrated(s, g, first, head):
        return WORKS
    if not pointed(s, first, head) or s.kinds[head] in "PH":
        return ()
    if goods_at(s, ctx, head) and (g.lemma in words(_LIST, "arrives") or state):
        return GOODS if not works_at(s, ctx, head) else (*GOODS, *WORKS)
    if works_at(s, ctx, head) and (g.lemma in words(_LIST, "done") or state or near):
        return WORKS
    if g.passive and g.lemma in words(_LIST, "renews") and _renewable(s, ctx, g, head):
        return WORKS  # "its capacity will be raised", "the port is being expanded"
    return ()


def _renewable(s: Sentence, ctx: Context, g: Group, head: int) -> bool:
    """Whether what a verb renews is a work that stands, or only the size of it that a verb raises."""
    if g.lemma in words(_LIST, "enlarges"):
        return s.noun[head] in ("capacity", "throughput")
    return works_at(s, ctx, head) or s.noun[head] in ("capacity", "throughput")


def _first_mode(ctx: Context, work: Draft) -> str:
    """The mode of a work as it was told first: what was done to it since does not change what it is."""
    if not work.rule.endswith(".told_on.v1"):
        return work.mode
    sides = {*work.actor, *work.recipient}
    same = (d for d in reversed(ctx.found[-24:]) if d.kind == "project" and {*d.actor, *d.recipient} == sides)
    return next((d.mode for d in same if d.mode in WORKS and not d.rule.endswith(".told_on.v1")), work.mode)


def _bare(s: Sentence, first: int, head: int) -> bool:
    """Whether a noun stands without an article: "construction", "intensive work"."""
    return (
        head - first < 2 and s.lowers[first] not in ("a", "an", "any", "no", "such") and s.kinds[first] == "w"
    )


def _celebrated(s: Sentence, g: Group, first: int, head: int) -> bool:
    """Whether the start of a work is told by its ceremony: "the foundation stone was laid", "ground was broken"."""
    said = g.lemma in words(_LIST, "celebrates") and (g.passive or g.lemma == "take place")
    phrases = (" ".join(s.lowers[i : head + 1]) for i in range(max(first, head - 3), head + 1))
    return said and any(p in words(_LIST, "ceremonies") for p in phrases)


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
