"""Where what a work told before makes is sent, and whence its parts come: "half of the output will go to Japan"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import WORKS, pointed, subject_of, told, works_at
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "outputs_sent"
_PRONOUNS = frozenset({"it", "its", "they", "their"})


def read(
    s: Sentence, ctx: Context, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The drafts of a sentence with the deliveries to and from a work told before, from where it lies."""
    out = list(found)
    if ctx.aside or ctx.previous is None or not s.mentions:
        return out
    work = told(ctx, s.starts[0], (*WORKS, "venture"))
    home = _home(s, ctx, work)
    if len(home) != 1:
        return out
    for g in s.groups:
        if g.negated or g.relative or not g.finite:
            continue
        sides = _sides(s, ctx, g, home)
        if sides is not None:
            out = _with(s, ctx, g, sides, out, {*work.actor} if work is not None else set(), date_of)
    return out


def _home(s: Sentence, ctx: Context, work: Draft | None) -> tuple[str, ...]:
    """The one country where the work told before lies, or none."""
    before = ctx.previous
    if work is not None and not work.recipient:
        named = {c for m in s.mentions if s.lowers[m.item] not in _PRONOUNS for c in m.codes}
        return tuple(c for c in work.actor if c not in named)  # of two who build together, the other
    if work is not None:
        return work.recipient
    spoken = ctx.discourse.spoken - ctx.discourse.bodies
    if len(spoken) != 1 or before is None or not any(works_at(before, ctx, i) for i in range(before.n)):
        return ()
    return tuple(spoken)


def _sides(
    s: Sentence, ctx: Context, g: Group, home: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], int] | None:
    """Who sends what a verb tells to whom, and the item of what is sent."""
    first, head = subject_of(s, g)
    if head < 0 and g.first > s.clause.index(g.clause):
        first, head = s.clause.index(g.clause), g.first - 1  # "most of its power"
    if head < 0 or any({*s.codes[i]} for i in range(first, g.first) if s.lowers[i] not in _PRONOUNS):
        return None
    behind = [
        m
        for m in s.mentions
        if m.item > g.main and m.clause == g.clause and s.lowers[m.item] not in _PRONOUNS
    ]
    if {c for m in behind for c in m.codes} & {*home}:
        return None
    made = _noun(s, first, g.first, "outputs")
    to = tuple(dict.fromkeys(c for m in behind if m.cue in ("to", "for") for c in m.codes))
    if made >= 0 and to and (_sent(s, g) or g.lemma in words(_LIST, "goes")):
        return home, to, made
    makes = s.kinds[head] == "w" and works_at(s, ctx, head) and pointed(s, first, head)
    if makes and not g.passive and g.lemma in words(_LIST, "sends"):
        thing = _noun(s, g.main + 1, s.n, "outputs")
        given = to or tuple(
            dict.fromkeys(c for m in behind if m.cue == "obj" and not m.owner for c in m.codes)
        )
        return (home, given, thing) if thing >= 0 and given else None
    part = _noun(s, first, head + 1, "equipment")
    whence = tuple(dict.fromkeys(c for m in behind if m.cue in ("from", "by") for c in m.codes))
    if part >= 0 and whence and pointed(s, first, head) and (g.lemma in words(_LIST, "comes") or _fetched(g)):
        return whence, home, part
    return None


def _sent(s: Sentence, g: Group) -> bool:
    """Whether what is made is sent, or meant to be: "will be exported to", "is intended for export to"."""
    meant = g.lemma in words(_LIST, "meant") and g.passive
    return (g.passive and g.lemma in words(_LIST, "sends")) or meant


def _fetched(g: Group) -> bool:
    return g.passive and g.lemma in words(_LIST, "fetches") | words(_LIST, "sends")


def _noun(s: Sentence, first: int, end: int, name: str) -> int:
    """The first item of a list of nouns among items, or -1."""
    return next((i for i in range(first, end) if s.noun[i] in words(_LIST, name) and i not in s.verb_at), -1)


def _with(
    s: Sentence, ctx: Context, g: Group, sides: tuple[tuple[str, ...], tuple[str, ...], int], out: list[Draft],
    builders: set[str], date_of: Callable[[Group], str | None],
) -> list[Draft]:  # fmt: skip
    """The drafts with a delivery added, or with its sender put right where the builder was taken for it."""
    actor, recipient, thing = sides
    items = [i for i in range(s.n) if s.clause[i] == g.clause]
    start, end = s.starts[items[0]], s.ends[items[-1]]
    here = [d for d in out if d.kind == "project" and d.mode == "supply" and d.start < end and start < d.end]
    if here:
        return [
            replace(d, actor=actor, because={**d.because, "actor": "where the work told before lies"})
            if d in here and {*d.recipient} <= {*recipient} and {*d.actor} <= builders
            else d
            for d in out
        ]
    status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
    if status == "denied":
        return out
    if status == "actual" and (
        statuses.after_document(date, ctx.document.date) or g.lemma in words(_LIST, "meant")
    ):
        status = "planned"
    added = Draft(
        "project", "supply", actor, recipient, status, start, end, "project.supply.sent.v1", date=date,
        object=s.words(thing, thing + 1), organisations=ctx.organisations_in(start, end),
        because={"actor": "where the work told before lies", "status": f"verb {g.lemma!r}"},
    )  # fmt: skip
    return [*out, added]
