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
    if "sign" not in s.text[slice(*s.span)] or any(d.kind == "instrument" for d in found):
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
