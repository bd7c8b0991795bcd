"""Rows of a list of sums under a line that says who gives or sells to whom: "Loans of Japan to Peru:" above "- $20 million for a road"."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figures.nouns import verb_of
from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.scenes import Scene, Topic, scene_of
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["row_of_gifts"]

_GIVEN = frozenset({"aid", "loan", "investment", "exports", "imports"})
_HOW = "a row of what is given"
# A sum stands at the head of its row: behind a bullet or a number and its point at most (assumed).
_HEAD = 3
_LABELS = frozenset({":", "-", "–", "—", "("})
_MARKS = frozenset({"-", "–", "—", "•", "*", "·", "▪", "●", ".", ")", "(", ":"})


def row_of_gifts(scene: Scene, i: int) -> Topic | None:
    """The topic of a sum that opens its row, below such a sentence or below another row of it."""
    s, ctx = scene.s, scene.ctx
    before = ctx.previous
    if s.refs[i].kind != "money" or before is None or before.index != s.index - 1:
        return None
    if not (_at_head(s, i) or _at_end(s, i)):
        return None
    if "\n" not in s.text[before.span[1] - 1 : s.span[0] + 1]:
        return None
    opens = before.lowers[-1] == ":" or (s.kinds[0] == "." and not any(g.finite for g in before.groups))
    given = _row_above(before, ctx) or (_introduced(before, ctx) if opens else None)
    if given is None or any(not set(m.codes) <= {*given.actor, *given.recipient} for m in s.mentions):
        return None
    own = next((mode for mode in scene.modes if mode in _GIVEN), None)
    return Topic(own or given.mode, i, _HOW, given.actor, given.recipient, given.date)


def _at_head(s: Sentence, i: int) -> bool:
    return i <= _HEAD and all(s.lowers[j] in _MARKS or s.lowers[j].isdigit() for j in range(i))


def _at_end(s: Sentence, i: int) -> bool:
    """Whether the sum ends a row that says before it what it is for: "- Repair of the road: $20 million"."""
    behind = all(s.kinds[j] == "." for j in range(i + 1, s.n))
    return behind and s.lowers[i - 1] in _LABELS and s.kinds[0] in ".Q" and not s.groups


def _row_above(before: Sentence, ctx: Context) -> Topic | None:
    row: Draft | None = next((d for d in reversed(ctx.last) if d.because.get("mode") == _HOW), None)
    if row is None or not before.span[0] <= row.start < before.span[1]:
        return None
    return Topic(row.mode, 0, _HOW, row.actor, row.recipient, row.date)


def _introduced(before: Sentence, ctx: Context) -> Topic | None:
    """What the sentence above the list says is given, by whom and to whom."""
    if len(before.mentions) < 2:
        return None
    earlier = scene_of(before, ctx)
    k = next((k for k in range(before.n) if earlier.modes[k] in _GIVEN), -1)
    if k < 0:
        return None
    mode = earlier.modes[k] or ""
    actor, recipient, _ = parties_of(
        Topic(mode, k, "the noun of the heading", verb=verb_of(before, k)), earlier
    )
    named = {c for m in before.mentions for c in m.codes}
    if not actor or not recipient or not {*actor, *recipient} <= named:
        return None  # "Kenya's budget lists aid:" names nobody who gives it
    date = before.refs[before.dates[0]].edtf if len(before.dates) == 1 else None
    return Topic(mode, k, _HOW, actor, recipient, date)
