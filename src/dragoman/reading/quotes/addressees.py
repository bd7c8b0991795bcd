"""Whom words are about: the parties that they name, else whom the speaker's last words were about, else the other of the pair."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.quotes.strangers import Speaker
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["about"]

_NEAR = 400
"""Characters behind a quotation in which its speaker goes on; assumed: the next two sentences."""
_WHERE = frozenset({"in", "at"})


def about(who: Speaker, speaker: str, s: Sentence, ctx: Context, start: int, end: int) -> tuple[str, ...]:
    """The parties that the words from ``start`` to ``end`` are about, seen from the speaker's country."""
    distinct = _named(speaker, s, ctx, start, end)
    other = ctx.discourse.other((speaker,))
    apart = speaker in ctx.discourse.bodies or set(distinct) == set(ctx.discourse.pair)
    joined = (m for m in s.mentions if m.kind == "P" and start <= s.starts[m.item] < end)
    outside = speaker not in ctx.discourse.pair and _joined(s, start, end) == distinct
    if len(distinct) == 2 and (apart or outside or any(m.codes == distinct for m in joined)):
        return distinct  # "A and B should settle it", said C
    by_name = any(start <= s.starts[m.item] < end and s.lowers[m.item] != "they" for m in s.mentions)
    if not by_name and (third := _third(speaker, s, ctx)):
        return third
    if not distinct and len(beside := _beside(speaker, s, ctx)) == 1:
        return beside
    if not distinct and (before := _before(who, speaker, s, ctx)):
        return before
    if other and not distinct and not _spoken_of(other[0], s, ctx, start, end):
        return ()
    if other and (not distinct or other[0] in {*distinct, *(c for m in s.mentions for c in m.codes)}):
        return other
    if len(distinct) > 1:
        return _of_several(speaker, s, ctx, start, end) or other or distinct[:1]
    return distinct or _recent(speaker, ctx)


def _third(speaker: str, s: Sentence, ctx: Context) -> tuple[str, ...]:
    """Towards whom the speaker's state and others have just taken a stance together: that one is spoken of, not the others."""
    last = next((d for d in reversed(ctx.found) if d.kind == "stance"), None)
    if (
        last is None
        or last.mode not in ("criticism", "request")
        or len(last.actor) < 2
        or speaker not in last.actor
        or s.span[0] - last.end > _NEAR
    ):
        return ()
    return last.recipient


def _spoken_of(code: str, s: Sentence, ctx: Context, start: int, end: int) -> bool:
    """Whether words that name nobody can be about a state: it was told of by now, or they are on relations."""
    if code in ctx.discourse.history or any(code in m.codes for m in s.mentions):
        return True
    if ctx.discourse.titled or code in ctx.discourse.talks[:1]:
        return True
    return bool(load_speech().relations.search(s.text, start, end))


def _named(
    speaker: str, s: Sentence, ctx: Context, start: int, end: int, away: bool = True
) -> tuple[str, ...]:
    """Every state but the speaker's that a passage names, those left out in which something only happens."""
    return tuple(
        dict.fromkeys(
            c
            for m in s.mentions
            if start <= s.starts[m.item] < end and (away or m.cue not in _WHERE)
            for c in m.codes
            if c != speaker
            and c not in ctx.discourse.bodies
            and (
                m.kind != "A" or c in ctx.discourse.history
            )  # a firm alone makes its state no matter of the words
        )
    )


def _of_several(speaker: str, s: Sentence, ctx: Context, start: int, end: int) -> tuple[str, ...]:
    """The one or two that words on several are about, none of them the other of the pair: not where it happens."""
    named = _named(speaker, s, ctx, start, end, away=False)
    return named if len(named) < 3 else ()


def _before(who: Speaker, speaker: str, s: Sentence, ctx: Context) -> tuple[str, ...]:
    """Whom the words just before of the same speaker were about."""
    last = next((d for d in reversed(ctx.found) if d.kind == "quote"), None)
    if last is None or last.actor != (speaker,) or s.span[0] - last.end > _NEAR:
        return ()
    name = who.person.name if who.person is not None else None
    return last.recipient if name == (last.people[0].name if last.people else None) else ()


def _recent(speaker: str, ctx: Context) -> tuple[str, ...]:
    """The state named last."""
    history = reversed(ctx.discourse.history[-8:])
    recent = next((c for c in history if c != speaker and c not in ctx.discourse.bodies), None)
    return (recent,) if recent else ()


def _joined(s: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The first two parties that the words quoted name, where one phrase holds both: "Georgia and Moldova"."""
    named = [m for m in s.mentions if m.kind == "P" and start <= s.starts[m.item] < end][:2]
    if len(named) < 2 or s.lowers[named[0].item + 1 : named[1].item] not in (["and"], ["and", "the"]):
        return ()
    return (*named[0].codes, *named[1].codes)


def _beside(speaker: str, s: Sentence, ctx: Context) -> tuple[str, ...]:
    """Who else is named outside the words quoted, cities and bodies aside: "on a visit to Malta, he promised “...”"."""
    return tuple(
        dict.fromkeys(
            c
            for m in s.mentions
            if m.kind == "P" and m.form not in ("capital", "")
            for c in m.codes
            if c != speaker and c not in ctx.discourse.bodies
        )
    )
