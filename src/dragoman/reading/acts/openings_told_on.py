"""A post told of again by its opening: "The foreign ministers of both attended the inauguration of the embassy on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.statuses import of_group
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_OPENING = re.compile(
    r"\b(?:re-?)?(?:opening|inauguration|ribbon-cutting)(?: ceremony)? (?:of|for) the (?:new )?"
    r"(embassy|high commission|consulate|mission|diplomatic mission)\b(?! of\b)",
    re.I,
)
_MODES = {"embassy": "embassy", "high commission": "embassy", "consulate": "consulate"}
_ATTENDING = words("acts.openings_told_on", "attending")
_NEAR = 900
"""Characters back to the post that is told again. assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The post told last, where a sentence tells only who was there when it opened."""
    opening = _OPENING.search(s.text, *s.span)
    if opening is None or any(d.kind == "tie" for d in found):
        return []
    mode = _MODES.get(opening[1].lower())
    post = next((d for d in reversed(ctx.found) if d.kind == "tie" and d.mode == mode), None)
    verb = next((g for g in s.groups if g.finite and _lemma(s, g) in _ATTENDING), None)
    if post is None or verb is None or s.span[0] - post.end > _NEAR or post.status in ("ended", "denied"):
        return []
    named = {c for m in s.mentions if m.kind in "PH" and m.clause == verb.clause for c in m.codes}
    status = of_group(verb, s, ctx.lexicon)
    if not named <= {*post.actor, *post.recipient} or status == "denied":
        return []
    last = max(i for i in range(s.n) if s.clause[i] == verb.clause)
    start, end = s.starts[s.clause.index(verb.clause)], s.ends[last]
    return [
        replace(
            post, status=status, date=date_of(verb), start=start, end=end, rule="tie.opening.again.v1", place=None,
            people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end), count=None, attribution=None,
            because={"actor": "the post told last", "status": f"verb {verb.lemma!r}"},
        )
    ]  # fmt: skip


def _lemma(s: Sentence, g: Group) -> str:
    behind = s.lowers[g.main + 1 : g.main + 2]
    return f"take {behind[0]}" if g.lemma == "take" and behind in (["part"], ["place"]) else g.lemma
