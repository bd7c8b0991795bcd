"""Ties told of more parties by "followed by" alone: "A recognised B in 1991, followed by C and D in 1992".

The words leave out verb and object. Whoever comes behind does, joins or undergoes what the tie
before tells, whichever of its sides they are like: bodies are joined, capitals lie where a post is
opened, and with relations the state that the article is on keeps its part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import DET
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["read"]

_POSTS = ("embassy", "consulate", "mission")
_MODES = frozenset({"membership", "recognition", "diplomatic_relations", *_POSTS})
_JOINING = frozenset(
    {",", "and", "by", "then", "later", "also", "finally", "of", "in", "on", "with", "those", "that", "both"}
)


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The tie before "followed by", told of those behind it."""
    if "followed" not in s.forms or not found:
        return []
    at = next((i for i in range(2, s.n - 2) if s.lowers[i : i + 2] == ["followed", "by"]), -1)
    if at < 0 or any(d.start > s.starts[at] for d in found):
        return []
    before = [d for d in found if d.kind == "tie" and d.mode in _MODES and d.status == "actual" and d.actor]
    if not before or s.lowers[at - 1] not in (
        ",",
        "and",
        "was",
        "were",
        "soon",
        "shortly",
        "later",
        "closely",
    ):
        return []
    told = max(before, key=lambda d: d.start)
    entries, posts = _entries(s, at + 2, ctx.lexicon.noun_classes)
    if not entries or (posts and told.mode not in _POSTS):
        return []
    out: list[Draft] = []
    for k, (item, time) in enumerate(entries):
        sides = _sides(s, ctx, told, item, posts)
        if sides is None:
            return []
        time = time if time >= 0 else next((t for _, t in entries[k:] if t >= 0), -1)
        out.append(replace(
            told, actor=sides[0], recipient=sides[1], date=s.refs[time].edtf if time >= 0 else None,
            start=s.starts[item], end=s.ends[max(item, time)], rule="tie.followed.v1", place=None, object=None,
            count=None, people=(), because={"actor": "who comes behind", "status": "the verb before it"},
        ))  # fmt: skip
    return out


def _entries(
    s: Sentence, first: int, classes: Mapping[str, frozenset[str]]
) -> tuple[list[tuple[int, int]], bool]:
    """Items of the parties behind and of the times beside them, and whether posts are named with them."""
    out: list[tuple[int, int]] = []
    posts = False
    for i in range(first, s.n):
        if s.kinds[i] == "P" and len(s.codes[i]) == 1:
            out.append((i, -1))
        elif s.kinds[i] == "D" and out and out[-1][1] < 0:
            out[-1] = (out[-1][0], i)
        elif s.noun[i] and any(s.noun[i] in classes[m] for m in _POSTS):
            posts = True
        elif (
            s.lowers[i] in ("'s", "’s") or s.lowers[i] in _JOINING or (s.kinds[i] == "w" and s.tags[i] & DET)
        ):
            continue
        elif s.lowers[i] in (".", ";", "("):
            break
        else:
            return [], False
    return out, posts


def _sides(
    s: Sentence, ctx: Context, told: Draft, item: int, posts: bool
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Actor and recipient of the tie that a party behind has part in."""
    code, bodies, anchor = s.codes[item], ctx.discourse.bodies, ctx.discourse.anchor
    if code[0] in (*told.actor, *told.recipient):
        return None
    if told.mode == "diplomatic_relations":
        keeps = anchor if anchor in told.actor else told.actor[0]
        return ((keeps, *code), ()) if keeps else None
    if told.mode == "membership":
        return (told.actor, code) if code[0] in bodies else (code, told.recipient)
    if told.mode in _POSTS:
        capital = getattr(s.refs[item], "form", "") == "capital"
        if capital or s.lowers[item - 1] in ("in", "to"):
            return told.actor, code
        own = posts or anchor is None or anchor in told.recipient
        return (code, told.recipient) if own else (told.actor, code)
    return code, told.recipient
