"""A post told of before that gets a higher rank: "was raised to ambassadorial level in 1976", "the Mission received full embassy status"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_RAISES = words("posts", "raising")
_RANKS = words("posts", "ranks")
_LEVELS = words("posts", "levels")
_POSTS = frozenset({"embassy", "mission", "consulate", "centre"})
_NEAR = 300
"""Characters back to the post. assumed"""
_REACH = 8
"""Items from the verb to the rank. assumed"""


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The embassy that a post became, where the words name only its rank."""
    if s.forms.isdisjoint(_LEVELS):
        return []
    out: list[Draft] = []
    for g in s.groups:
        if g.lemma not in _RAISES or g.infinitive or g.gerund or not _ranked(s, g) or not _of_post(s, g):
            continue
        start, date = s.starts[g.first], date_of(g)
        told = next(
            (
                d
                for d in reversed([*ctx.last, *found])
                if d.kind == "tie"
                and d.mode in _POSTS
                and d.status == "actual"
                and 0 <= start - d.start < _NEAR
            ),
            None,
        )
        if told is None or any(d.rule == "tie.again.v1" and d.date == date for d in found):
            continue
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        out.append(replace(
            told, mode="embassy", date=date, start=start, end=s.ends[last], rule="tie.post_rank.v1", count=None, people=(),
            because={"actor": "the post spoken of before", "status": f"verb {g.lemma!r}"},
        ))  # fmt: skip
    return out


def _ranked(s: Sentence, g: Group) -> bool:
    """Whether the rank of an embassy stands behind the verb: "to ambassadorial level", "full embassy status"."""
    behind = s.lowers[g.main + 1 : g.main + 1 + _REACH]
    return any(low in _RANKS for low in behind) and any(low in _LEVELS for low in behind)


def _of_post(s: Sentence, g: Group) -> bool:
    """Whether the subject is the post, a pronoun, or left out; no party stands before the verb in its clause."""
    before = [i for i in range(g.first) if s.clause[i] == g.clause]
    told = [i for i in range(g.first) if s.kinds[i] == "P"]
    carried = g.first > 0 and s.lowers[g.first - 1] in (
        "and",
        "later",
        "then",
        "which",
        "it",
        "subsequently",
        "but",
    )
    if carried:
        return True
    named = any(
        s.noun[i].rpartition(" ")[2] in ("mission", "office", "legation", "post", "embassy", "consulate")
        for i in before
    )
    return named and not told
