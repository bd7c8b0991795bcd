"""What the figures told before say of the parties of the next one."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["beneficiary", "of_all", "of_many", "reporter", "with_world"]

_GIVEN = frozenset({"loan", "aid", "investment"})
# From so many countries named in one sentence on, "imports" behind it are of no pair (assumed).
_MANY = 3
_WHOLE = words("figures.told", "whole")
_TRADED = words("figures.told", "traded")


def reporter(partner: tuple[str, ...], ctx: Context) -> tuple[str, ...]:
    """Whose exports and imports are being told, one partner after the other."""
    told = [
        d for d in ctx.found[-8:] if d.kind == "figure" and d.mode in ("exports", "imports") and d.recipient
    ]
    partners = [{*d.actor, *d.recipient} for d in ctx.found[-8:] if d.kind == "figure" and d.mode == "trade"]
    if not told and len(partners) > 2 and len(set.union(*partners)) > 2:
        one = set.intersection(*partners)  # whose trade with one partner after the other was told
        return tuple(one) if len(one) == 1 and not one & set(partner) else ()
    reporters = {d.actor for d in told}
    both = {d.recipient for d in told}
    if len(reporters) == 1 and next(iter(reporters)) not in both and len(both) > 1:
        return () if set(partner) & set(told[-1].actor) else told[-1].actor
    return () if set(host_of(ctx)) & set(partner) else host_of(ctx)


def beneficiary(actor: tuple[str, ...], ctx: Context) -> tuple[str, ...]:
    """To whom the last loan, grant or investment went."""
    if (near := _spoken_of(actor, ctx)) and not any(d.mode in _GIVEN for d in ctx.last if d.kind == "figure"):
        return near
    for draft in reversed(ctx.found[-12:]):
        if draft.kind == "figure" and draft.mode in _GIVEN and draft.recipient:
            if not set(draft.recipient) & set(actor):
                return draft.recipient
            return ()
    return ()


def _spoken_of(actor: tuple[str, ...], ctx: Context) -> tuple[str, ...]:
    """The one country that the sentence before says a giver works in or for: "Present in Ukraine since 2007, the bank"."""
    before = ctx.previous
    if before is None:
        return ()
    bodies = ctx.discourse.bodies
    named = {
        m.codes for m in before.mentions if m.cue in ("in", "for", "to") and m.kind == "P" and not m.owner
    }
    named = named or _helped(before)
    named = {
        codes for codes in named if len(codes) == 1 and codes[0] not in bodies and not set(codes) & set(actor)
    }
    return named.pop() if len(named) == 1 else ()


def _helped(before: Sentence) -> set[tuple[str, ...]]:
    """Whom a sentence says somebody helps or provides with money: "are to provide Fiji with budget support"."""
    helping = {g.main for g in before.groups if g.lemma in words("figures", "helping") and not g.passive}
    return {m.codes for m in before.mentions if m.cue == "obj" and m.governor in helping and not m.owner}


def of_many(ctx: Context) -> bool:
    """Whether the sentence before named a list of countries and measured nothing: what follows is of none of them."""
    before = ctx.previous
    if before is None or any(d.kind == "figure" for d in ctx.last):
        return False
    return len({c for m in before.mentions for c in m.codes}) > _MANY


def of_all(ctx: Context) -> bool:
    """Whether the sentence before told one country's trade with all: "Azerbaijan's overall trade turnover was $17 billion"."""
    before = ctx.previous
    if before is None or any(d.kind == "figure" for d in ctx.last) or "Q" not in before.kinds:
        return False
    if len({c for m in before.mentions for c in m.codes}) != 1 or not any(m.owner for m in before.mentions):
        return False
    words = [w for low in before.lowers for w in low.split()]
    return any(
        w in _WHOLE and _TRADED & {x.rstrip("s") for x in words[k + 1 : k + 4]} for k, w in enumerate(words)
    )


def with_world(s: Sentence) -> bool:
    """Whether a sentence tells of trade with all: "two-way turnover between Laos and the world"."""
    return any(
        s.lowers[j] == "world" and {"between", "with"} & set(s.lowers[max(0, j - 5) : j]) for j in range(s.n)
    )
