"""An instrument told of again by its signing alone: "Minister A signed for Peru", "The signing ceremony took place in Lima"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.statuses import of_group
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_CEREMONIES = words("acts.signings_told_on", "ceremonies")
_HELD = words("acts.signings_told_on", "held")
_NEAR = 900
"""Characters back to the instrument that is told again. assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The instrument told last, where a sentence tells only who signed it or where it was signed."""
    if any(d.kind == "instrument" for d in found):
        return []
    if (force := _into_force(s)) is not None:
        return _in_force(s, ctx, force, date_of)
    if "sign" not in s.text[slice(*s.span)]:
        return []
    verb = next((g for g in s.groups if g.finite and (_for_a_side(s, g) or _ceremony(s, g))), None)
    signed = next((d for d in reversed(ctx.found) if d.kind == "instrument"), None)
    if verb is None or signed is None or s.span[0] - signed.end > _NEAR or signed.status == "denied":
        return []
    named = {c for m in s.mentions if m.kind in "PH" for c in m.codes} - ctx.discourse.bodies
    if not named <= {*signed.actor, *signed.recipient}:
        return []  # "It was signed in the presence of the envoy of Chile" may be another's
    status = of_group(verb, s, ctx.lexicon)
    if status == "denied":
        return []
    start, end = s.starts[0], s.ends[-1]
    return [
        replace(
            signed, status=status, date=date_of(verb), start=start, end=end, rule="instrument.signing.again.v1", place=None,
            people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end), count=None, attribution=None,
            because={"actor": "the instrument told last", "status": f"verb {verb.lemma!r}"},
        )
    ]  # fmt: skip


def _into_force(s: Sentence) -> Group | None:
    """The verb of a sentence that opens with "It entered into force", "It is expected to take effect"."""
    if not s.n or s.lowers[0] not in ("it", "this"):
        return None
    first = next((g for g in s.groups if g.finite), None)
    if first is None or first.first > _OPENS:
        return None
    g = next((o for o in s.groups if o.infinitive and o.governor is first), first)
    phrase = " ".join([g.lemma, *s.lowers[g.main + 1 : g.main + 3]])
    return g if any(phrase.startswith(w) for w in words("acts.signings_told_on", "in_force")) else None


_OPENS = 2
"""Items before the verb of a sentence that a pronoun opens: "It also". assumed"""


def _in_force(s: Sentence, ctx: Context, g: Group, date_of: Callable[[Group], str | None]) -> list[Draft]:
    """The one instrument of the sentence before, now with the time when it comes or came into force."""
    told = [d for d in ctx.last if d.kind == "instrument"]
    date, status = date_of(g), of_group(g, s, ctx.lexicon)
    if len({(d.mode, d.actor) for d in told}) != 1 or date is None or status == "denied":
        return []
    start, end = s.starts[0], s.ends[-1]
    return [
        replace(
            told[-1], status="planned" if status in ("planned", "proposed") else status, date=date, start=start, end=end,
            rule="instrument.force.told_on.v1", place=None, people=(), count=None, attribution=None,
            because={"actor": "the instrument of the sentence before", "status": f"verb {g.lemma!r}"},
        )
    ]  # fmt: skip


def _for_a_side(s: Sentence, g: Group) -> bool:
    """ "signed on behalf of her country", "signed for Peru": nothing stands between the verb and the side."""
    if g.lemma != "sign" or g.passive:
        return False
    behind = s.lowers[g.main + 1 : g.main + 4]
    on_behalf = behind[:2] == ["on", "behalf"] or behind[:1] == ["on behalf of"]
    side = any(s.kinds[i] == "P" for i in range(g.main + 2, min(s.n, g.main + 5)))
    return on_behalf or (behind[:1] == ["for"] and side)


def _ceremony(s: Sentence, g: Group) -> bool:
    """ "The signing ceremony took place at the ministry"."""
    before = " ".join(s.lowers[: g.first])
    lemma = "take place" if g.lemma == "take" and s.lowers[g.main + 1 : g.main + 2] == ["place"] else g.lemma
    return lemma in _HELD and any(before.endswith(w) for w in _CEREMONIES)
