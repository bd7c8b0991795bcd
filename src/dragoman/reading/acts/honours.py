"""Honours whose giver is left out: "The emir arrived on Sunday. He was awarded the Order of Merit".

Who is decorated on a visit is decorated by the host, and after talks by the other side. Nobody but visits and talks
told in the same sentence or the two before it say who that is.
"""

from __future__ import annotations

from dragoman.reading.acts.act_dates import date_for
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_NEAR = 300
"""Characters back to the visit or the talks. assumed"""
_AWARD = 9
"""Items from the verb to the award. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The honour that a guest or a partner in talks receives."""
    if words("honours", "awards").isdisjoint(s.lowered.split()) or any(d.mode == "honour" for d in found):
        return []
    for g in s.groups:
        receives = g.lemma in (words("honours", "bestows") if g.passive else words("honours", "receives"))
        if not receives or not g.finite or g.negated:
            continue
        last = _award(s, g)
        codes, first = _honoured(s, g)
        giver = _giver(s, ctx, codes, [*ctx.last, *found]) if last >= 0 and codes else ()
        if giver:
            return [_draft(s, ctx, g, giver, codes, first, last)]
    return []


def _draft(
    s: Sentence, ctx: Context, g: Group, giver: tuple[str, ...], codes: tuple[str, ...], first: int, last: int
) -> Draft:
    start, end = s.starts[first], s.ends[last]
    return Draft(
        "tie", "honour", giver, codes, statuses.of_group(g, s, ctx.lexicon), start, end, "tie.honour.guest.v1",
        date_for(s, g.clause, g.main)[0], people=ctx.people_in(start, end), object=s.words(last, last + 1),
        because={"actor": "whose guest or partner in talks it is", "recipient": "who is decorated"},
    )  # fmt: skip


def _award(s: Sentence, g: Group) -> int:
    """The last item of an award behind a verb, "the Order of Merit"; -1 where there is none or it is another order."""
    for i in range(g.main + 1, min(s.n, g.main + _AWARD)):
        if s.kinds[i] in ".D":
            break
        if not words("honours", "awards").isdisjoint(s.lowers[i].split()):
            named = s.text[s.starts[i]].isupper() or s.lowers[i - 1] in words("honours", "ranks")
            return i if named and s.lowers[i + 1 : i + 2] != ["for"] else -1
    return -1


def _honoured(s: Sentence, g: Group) -> tuple[tuple[str, ...], int]:
    """The state of whom a verb decorates, and the item that names them."""
    before = [m for m in s.mentions if m.item < g.first and m.cue == "subj" and len(m.codes) == 1]
    return (before[-1].codes, before[-1].item) if before and len({m.codes for m in before}) == 1 else ((), -1)


def _giver(s: Sentence, ctx: Context, codes: tuple[str, ...], told: list[Draft]) -> tuple[str, ...]:
    """Who was host, or the other side of the talks, where one of those told last is decorated."""
    for d in reversed(told):
        if d.kind != "contact" or s.span[0] - d.end > _NEAR or codes[0] not in (*d.actor, *d.recipient):
            continue
        if d.mode == "visit":
            return d.recipient if d.actor == codes and len(d.recipient) == 1 else ()
        if d.mode == "meeting" and len(d.actor) == 2 and not d.recipient:
            return tuple(c for c in d.actor if c not in codes)
    return ()
