"""Posts that a pronoun stands for: "opened an embassy in Accra and will open another in Dakar", "reopened its own in Lima".

The pronoun is called by the noun that it stands for before the rules read the sentence.
"""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["name_posts"]

_MODES = ("embassy", "consulate", "mission")
_NEAR = 250
"""Characters back to the post that is meant. assumed"""


def name_posts(s: Sentence, ctx: Context) -> None:
    """Call "another", "its own" and "a second" in a sentence by the post told last."""
    stand_ins = words("posts_named", "stand_ins")
    if s.forms.isdisjoint(stand_ins):
        return
    for i in range(s.n):
        if s.lowers[i] not in stand_ins or not _alone(s, i):
            continue
        post = _post(s, ctx, i)
        if post:
            s.call(i, post)


def _alone(s: Sentence, i: int) -> bool:
    """Whether a word stands for a noun: a preposition or the verb comes right behind it."""
    low, before = s.lowers[i], s.lowers[i - 1] if i else ""
    if low in words("posts_named", "owned") and before not in words("posts_named", "owners"):
        return False
    if low in words("posts_named", "ordinals") and before != "a" and not low.startswith("a "):
        return False
    if i + 1 >= s.n or s.kinds[i] not in "wQ":
        return False
    behind = s.lowers[i + 1]
    if behind in words("posts_named", "at"):
        return i + 2 < s.n and any(s.kinds[k] == "P" for k in range(i + 2, min(s.n, i + 5)))
    if low in words("posts_named", "owned"):
        return behind == "there"
    return any(g.first == i + 1 for g in s.groups) and any(
        s.lowers[k] in words("posts_named", "at") and s.kinds[k + 1] == "P" for k in range(i + 2, s.n - 1)
    )


def _post(s: Sentence, ctx: Context, i: int) -> str:
    """The noun of the post named last before an item, in the sentence or by what was told just before it."""
    classes = ctx.lexicon.noun_classes
    for k in range(i - 1, -1, -1):
        if s.kinds[k] == "w" and s.noun[k]:
            if any(s.noun[k] in classes[m] for m in _MODES):
                return s.noun[k]
            if k not in s.verb_at and s.noun[k] in words("posts_named", "others"):
                return ""  # "opened an embassy and a school in A, and another in B"
    told = ctx.last[-1] if ctx.last else None
    near = told is not None and told.kind == "tie" and told.mode in _MODES and s.span[0] - told.end < _NEAR
    return told.mode if near and told is not None else ""
