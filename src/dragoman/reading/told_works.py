"""Works, deliveries and orders told before, which later sentences go on about: "the line", "the work", "the first ship"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codes.bodies import is_body
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, CONJ, DET, EN, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "GOODS",
    "PAYS",
    "WORKS",
    "foreign",
    "goods_at",
    "pointed",
    "subject_of",
    "told",
    "told_mode",
    "works_at",
]

WORKS = ("construction", "modernisation", "integration")
GOODS = ("supply",)
PAYS = "who pays for the work told before"
"""Why a state is the actor of a work that others do: what is told of the work next is theirs."""
_FAR = 1200
"""Characters back to the work that a sentence goes on about; assumed."""
_DEEP = 3
"""Clauses back to the subject of a verb without one of its own; assumed."""


def told(ctx: Context, at: int, modes: Sequence[str], here: Sequence[Draft] = ()) -> Draft | None:
    """The work told last before a place of the text, or None where it is told of several pairs or too far back."""
    found = [
        d
        for d in (*ctx.found[-24:], *here)
        if d.start < at and at - d.end < _FAR and d.status != "denied" and _is_work(d, modes)
    ]
    found = [d for d in found if d.because.get("actor") != PAYS] or found
    raised = [d for d in found if d.mode != "integration"]
    found = raised or found  # what is joined tells less of whose the work is than who builds it
    if not found:
        return None
    last = max(found, key=lambda d: (d.start, len({*d.actor, *d.recipient})))
    beside = [d for d in found if d.start < last.end and last.start < d.end]
    main = max(beside, key=lambda d: (d.kind == "project", len({*d.actor, *d.recipient})))
    parties = {*main.actor, *main.recipient}
    sides = [{*d.actor, *d.recipient} for d in beside]
    if len(parties) < 2 or not all(p <= parties or p > parties for p in sides):
        return None
    return None if _left(ctx, main, parties) else main


def _left(ctx: Context, work: Draft, parties: set[str]) -> bool:
    """Whether the sentence before has gone on to others than those of a work told before it."""
    before = ctx.previous
    if before is None or before.span[0] < work.end:
        return False
    if any(d.start >= before.span[0] and {*d.actor, *d.recipient} & parties for d in ctx.found[-8:]):
        return False  # it told who pays for them, or takes a part
    passed = {m.item for m in before.mentions if m.cue in ("via", "through", "across")}
    named = {c for i, codes in enumerate(before.codes) if i not in passed for c in codes if not is_body(c)}
    return bool(named) and not named & parties


def _is_work(d: Draft, modes: Sequence[str]) -> bool:
    return (d.kind == "project" and d.mode in modes) or (d.kind == "instrument" and d.mode in modes)


def told_mode(verb: str, mode: str) -> str:
    """The mode of a further work: what its verb says of it, else that of the work told before."""
    if mode not in WORKS:
        return mode
    if verb in words("told_works", "renews"):
        return "modernisation"
    return "construction" if verb in words("told_works", "builds") or mode == "integration" else mode


def foreign(s: Sentence, parties: set[str], first: int, last: int) -> bool:
    """Whether somebody else than the parties is named among items."""
    return any({*s.codes[i]} - parties for i in range(first, last))


def subject_of(s: Sentence, g: Group) -> tuple[int, int]:
    """The first item and the head of the subject of a verb, that of the clause before where it has none; (-1, -1) if none."""
    top = g
    while (top.infinitive or top.gerund) and top.governor is not None:
        top = top.governor
    if top.reduced or top.relative:
        return _before_comma(s, top)
    clause, end = top.clause, top.first
    for _ in range(_DEEP):
        first = s.clause.index(clause)
        head = _phrase(s, first, end)
        if head[1] >= 0 or clause == 0 or first == 0:
            return head
        clause, end = s.clause[first - 1], first
    return -1, -1


def _before_comma(s: Sentence, g: Group) -> tuple[int, int]:
    """The subject that a participle or relative clause follows: "The line, opened in 2003,"."""
    last = g.first - 1
    while last >= 0 and (s.lowers[last] in (",", "which", "that") or s.tags[last] & ADV):
        last -= 1
    return _phrase(s, 0, last + 1) if last >= 0 else (-1, -1)


def _phrase(s: Sentence, first: int, end: int) -> tuple[int, int]:
    """The first noun phrase among items, behind an opening: "In 2018, the first two of the ships"."""
    i = first
    while (
        i < end
        and (s.tags[i] & (CONJ | ADV) or s.lowers[i] in (",", ";", "while", "when", "if", "because"))
        and not s.noun[i]
    ):
        i += 1
    again = next((j for j in range(end - 1, i, -1) if s.lowers[j - 1] == ","), -1)
    if again > 0 and s.lowers[again] in words("told_works", "pointing") and again not in s.verb_at:
        i = again  # "if all goes well, the plant"
    if s.lowers[i : i + 1] == ["since"] and s.kinds[i + 1 : i + 2] == ["w"]:
        i += 1  # "since construction began"
    if i < end and (s.tags[i] & PREP or s.kinds[i] == "D"):
        comma = next((j for j in range(i, end) if s.lowers[j] == ","), -1)
        if comma < 0:
            return -1, -1
        i = comma + 1
    head, deeds = -1, {k for g in s.groups if g.finite for k in range(g.first, g.main + 1)} | s.verb_at.keys()
    for j in range(i, end):
        if j == i + 1 and j in deeds and s.tags[j] & EN and s.tags[i] & DET and s.noun[j + 1] and j + 1 < end:
            continue  # "its estimated cost", "the completed line"
        if head >= 0 and (s.tags[j] & PREP or s.lowers[j] in (",", "(", "which", "that") or j in deeds):
            break
        counts = head >= 0 and s.lowers[j] in words("told_works", "ones")
        if s.kinds[j] in "wQPH" and (counts or not (s.tags[j] & ADV and not s.noun[j] and head >= 0)):
            head = j  # "construction officially began": no adverb
    return (i, head) if head >= 0 else (-1, -1)


def pointed(s: Sentence, first: int, head: int) -> bool:
    """Whether a phrase points to what was told: "the line", "its first phase", "a second batch", "both ships"."""
    before = s.lowers[first : head + 1]
    if before[0] == "another" and s.noun[head] not in words("told_works", "parts"):
        return False  # "another plant" is none that was told of
    return before[0] in words("told_works", "pointing") or not words("told_works", "ones").isdisjoint(before)


def works_at(s: Sentence, ctx: Context, i: int) -> bool:
    """Whether an item names what is built."""
    classes = ctx.lexicon.classes_of_noun.get(s.noun[i], frozenset())
    built = bool({"infrastructure", "line_noun", "grid_noun"} & classes)
    return built or (s.noun[i] or s.lowers[i]) in words("told_works", "works")


def goods_at(s: Sentence, ctx: Context, i: int) -> bool:
    """Whether an item names what is delivered, or counts it: "vessels", "the second", "the first six"."""
    classes = ctx.lexicon.classes_of_noun.get(s.noun[i], frozenset())
    if {"arms_noun", "energy_goods"} & classes or s.noun[i] in words("told_works", "goods"):
        return True
    return (
        not words("told_works", "ones").isdisjoint((s.lowers[i], s.lowers[max(0, i - 1)])) and not s.noun[i]
    )
