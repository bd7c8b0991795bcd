"""Posts that become others: "raised its consulate in Oslo to an embassy", "its liaison office was upgraded to an embassy"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["as_they_became"]

_POSTS = ("embassy", "consulate", "mission")
_REACH = 8
"""Items from "to" to the post that comes of another: "to the level of a full embassy". assumed"""


def as_they_became(s: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts, of a post that became another only what it is since."""
    if not any(d.kind == "tie" and d.mode in _POSTS for d in drafts):
        return drafts
    for g in s.groups:
        if g.lemma not in words("acts.posts_raised", "changing") or g.negated:
            continue
        before, after = _kinds(s, g)
        if before is None or after is None or before == after:
            continue
        ours = [
            d for d in drafts if d.kind == "tie" and d.mode in _POSTS and d.start <= s.starts[g.main] < d.end
        ]
        told = {(d.actor, d.recipient) for d in ours if d.mode == after}
        since = {(d.actor, d.recipient, d.date) for d in ours if d.mode == after}
        drafts = [
            replace(d, mode=after)
            if d in ours and d.mode == before and (d.actor, d.recipient) not in told
            else d
            for d in drafts
            if not (d in ours and d.mode == before and (d.actor, d.recipient, d.date) in since)
        ]
    return drafts


def _kinds(s: Sentence, g: Group) -> tuple[str | None, str | None]:
    """What a post was and what it became: the first before "to" or "into", the other right behind."""
    turn = next(
        (k for k in range(g.main + 1, s.n) if s.lowers[k] in ("to", "into", "as") and _post_behind(s, k)), -1
    )
    if turn < 0:
        return None, None
    was = [k for k in range(0 if g.passive else g.main + 1, g.first if g.passive else turn) if _kind(s, k)]
    return (_kind(s, was[-1]) if was else None), _post_behind(s, turn)


def _post_behind(s: Sentence, k: int) -> str | None:
    end = next(
        (i for i in range(k + 1, min(s.n, k + _REACH)) if s.kinds[i] != "w" or i in s.verb_at),
        min(s.n, k + _REACH),
    )
    return next((kind for i in range(k + 1, end) if (kind := _kind(s, i))), None)


def _kind(s: Sentence, k: int) -> str | None:
    """Which kind of post a noun names."""
    if s.kinds[k] != "w" or not s.noun[k]:
        return None
    classes = load_lexicon().noun_classes
    return next((kind for kind in _POSTS if s.noun[k] in classes[kind]), None)
