"""The second of two acts on one thing: "it was closed in 1984 and reopened in 2009".

A verb of opening or closing without an object of its own, behind a statement of an embassy,
consulate, mission or centre, says the same of that tie again. So does a verb of force or lapse
behind an instrument: "a treaty was signed in 2019 but has not entered into force".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.syntax.verb_objects import stands_alone
from dragoman.reading.word_lists import words

__all__ = ["of_relations_before", "read"]

_MODES = frozenset({"embassy", "consulate", "mission", "centre", "link"})
_OPEN = words("acts.again", "open")
_CLOSE = words("acts.again", "close")
_FORCE = words("acts.again", "force")
_TURNS = _OPEN | _CLOSE
_RESTORE = words("acts.again", "restore")
_SEVER = words("acts.again", "sever")
_TURNED_ROUND = _RESTORE | _SEVER
_LAPSE = words("acts.again", "lapse")
_FATES = _FORCE | _LAPSE
_GOES_ON = words("acts.again", "goes_on")


_POSTS = {
    "embassy": "embassy", "high commission": "embassy", "consulate": "consulate", "consulate general": "consulate",
    "legation": "mission", "mission": "", "diplomatic mission": "", "resident mission": "",
}  # fmt: skip
"""Nouns of posts with the mode they tell; the plain ones stay what was told before."""
_SET_UP = words("acts.again", "set_up")
_QUALIFIED = 3
"""Items of a subject that is only a post: "a resident embassy". assumed"""


def _post_told(s: Sentence, g: Group) -> str | None:
    """The mode of a post that alone is the subject, in a clause that names nobody: "; the embassy was opened in 1988"."""
    if not (g.passive or g.lemma == "follow") or not g.finite:
        return None
    clause = [i for i in range(s.n) if s.clause[i] == g.clause]
    if any(s.kinds[i] in "PHL" for i in clause):
        return None
    before = [i for i in clause if i < g.first]
    while before and (s.kinds[before[0]] in ".D" or s.lowers[before[0]] in ("and", "but", "while", "in")):
        before = before[1:]
    before = [i for i in before if not s.tags[i] & ADV or s.noun[i]]
    plain = 1 < len(before) <= _QUALIFIED and s.lowers[before[0]] in ("the", "this", "an", "a", "its")
    return _POSTS.get(s.noun[before[-1]]) if plain else None


def _stands_alone(s: Sentence, g: Group) -> bool:
    """Whether the verb's subject is a pronoun or carried over, and no new object follows."""
    if _post_told(s, g) is not None:
        return True
    first = next((i for i in range(s.n) if s.clause[i] == g.clause), 0)
    before = [i for i in range(first, g.first) if s.kinds[i] != "."]
    if any(s.kinds[i] in "PHL" or (s.noun[i] and s.tags[i] == 0) for i in before):
        return False
    pronoun = any(s.lowers[i] in ("it", "which", "they", "this", "that") for i in before)
    after = s.noun[g.main + 1] if g.main + 1 < s.n else ""
    if not g.passive and s.kinds[g.main + 1 : g.main + 2] in (["P"], ["H"]):
        return False  # "would ratify Sweden's accession": another object
    bare = all(
        s.lowers[i]
        in (
            "and",
            "but",
            "later",
            "then",
            "was",
            "were",
            "officially",
            "subsequently",
            "finally",
            "never",
            "not",
            "has",
            "have",
            "been",
            "yet",
        )
        for i in before
    )
    return (pronoun or bare) and (not after or s.kinds[g.main + 1] != "w" or bool(s.tags[g.main + 1]))


def _fates(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """What became of the instrument last spoken of: "initialled in 2019 but has not entered into force"."""
    out: list[Draft] = []
    for g in s.groups:
        if not (g.lemma in _FATES or _in_force(s, g)) or not g.finite:
            continue
        start = s.starts[g.first]
        signed = [d for d in [*ctx.last, *found] if d.kind == "instrument" and d.start <= start]
        if not _stands_alone(s, g) and not (found and signed and _of_subject(s, g, signed[-1])):
            continue
        if signed and signed[-1].status == "denied" and signed[-1] in found and not g.negated:
            continue  # "denied having signed": the verb is that of the denial
        status = statuses.of_group(g, s, ctx.lexicon)
        if (g.lemma in _LAPSE and status == "actual") or (g.lemma in _GOES_ON and status == "denied"):
            status = "ended"  # "expired", "was not renewed"
        if not signed or (status == signed[-1].status and not _later(s, g, date_of(g), signed[-1])):
            continue
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        out.append(replace(
            signed[-1], status=status, date=date_of(g), start=start, end=s.ends[last],
            rule="instrument.again.v1", count=None,
            because={"actor": "the instrument spoken of before", "status": f"verb {g.lemma!r}"},
        ))  # fmt: skip
    return out


def _later(s: Sentence, g: Group, date: str | None, signed: Draft) -> bool:
    """Whether a verb of force gives the instrument another day than its signing: "signed in 1962 and ratified in 1966"."""
    return (g.lemma in _FORCE or _in_force(s, g)) and date is not None and date != signed.date


def _in_force(s: Sentence, g: Group) -> bool:
    """Whether a verb says that a paper holds: "has been in force since 2004", "became effective in 2004"."""
    if g.lemma == "become":
        return any(low.startswith("effective") for low in s.lowers[g.main + 1 : g.main + 2])
    return g.lemma == "be" and s.lowers[g.main + 1 : g.main + 3] in (["in", "force"], ["in", "effect"])


def _of_subject(s: Sentence, g: Group, signed: Draft) -> bool:
    """Whether the verb's subject is the paper whose signing a participle told: "The treaty, signed in 1962, took effect in 1966"."""
    first = next((i for i in range(s.n) if s.starts[i] >= signed.start), s.n)
    inside = [o for o in s.groups if first <= o.main < g.first]
    if first >= g.first or g.lemma in _LAPSE or not any(o.reduced for o in inside):
        return False
    return not any(o.finite for o in inside) and not any(k.finite for k in s.groups if k.first < first)


def _unrecognised(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """A recognition told before that was taken back: "the recognition had been withdrawn", "revoked its recognition in 2017"."""
    if "recognition" not in s.noun or any(d.kind == "tie" and d.mode == "recognition" for d in found):
        return []
    told = next((d for d in reversed(ctx.found) if d.kind == "tie" and d.mode == "recognition"), None)
    if told is None or told.status != "actual":
        return []
    for g in s.groups:
        if g.lemma not in words("acts.again", "unrecognise") or g.negated or g.modal or g.infinitive:
            continue
        at = g.first - 1 if g.passive else g.main + 2
        if (
            not 0 < at < s.n
            or s.noun[at] != "recognition"
            or s.lowers[at - 1] not in ("the", "its", "that", "this")
        ):
            continue
        if s.lowers[at + 1 : at + 2] == ["of"]:
            continue
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        first = min(at - 1, g.first)
        return [replace(
            told, status="ended", date=date_of(g), start=s.starts[first], end=s.ends[last], rule="tie.again.v1",
            because={"actor": "the recognition spoken of before", "status": f"verb {g.lemma!r}"},
        )]  # fmt: skip
    return []


_POST_MODES = frozenset({"embassy", "consulate", "mission"})


def _modes_of(s: Sentence, g: Group) -> frozenset[str]:
    """Modes of ties whose turn a verb may tell: posts open and close, relations are broken off and restored."""
    modes = _MODES if g.lemma in _TURNS else frozenset()
    turns = g.lemma in _TURNED_ROUND and (stands_alone(s, g) or s.lowers[g.main + 1 : g.main + 2] == ["them"])
    return modes | {"diplomatic_relations"} if turns else modes


def read(
    s: Sentence, ctx: Context, found: list[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """Further acts on the tie last spoken of; ``date_of`` gives the time of a verb."""
    out: list[Draft] = [*_fates(s, ctx, found, date_of), *_unrecognised(s, ctx, found, date_of)]
    for g in s.groups:
        post = _post_told(s, g) if g.lemma in _TURNS | _SET_UP else None
        modes = _POST_MODES if post is not None else _modes_of(s, g)
        if not modes or not _stands_alone(s, g) or s.lowers[g.main + 1 : g.main + 2] in (["out"], ["down"]):
            continue
        start = s.starts[g.first]
        ties = [d for d in [*ctx.last, *found] if d.kind == "tie" and d.mode in modes and d.start <= start]
        if not ties or any(
            d.start <= start < d.end and d.because.get("again") is None and d.date == date_of(g)
            for d in ties
            if post in (None, "", d.mode)
        ):
            continue
        if any(d.mode == post and d.start >= start for d in found):
            continue  # read by itself: "the embassy was upgraded to a high commission"
        status = statuses.of_group(g, s, ctx.lexicon)
        if g.lemma in _CLOSE | _SEVER and status == "actual":
            status = "ended"
        if status == "denied":
            continue
        last = max(i for i in range(s.n) if s.clause[i] == g.clause)
        out.append(replace(
            ties[-1], mode=post or ties[-1].mode, status=status, date=date_of(g), start=start, end=s.ends[last], rule="tie.again.v1",
            count=None, because={"actor": "the tie spoken of before", "status": f"verb {g.lemma!r}", "again": "yes"},
        ))  # fmt: skip
    return out


_TURNED = ("tie.relations.restored", "tie.relations.ended", "tie.relations.broke")
_NEAR = 300
"""Characters back to the relations that are told again. assumed"""


def of_relations_before(s: Sentence, ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts, relations of nobody named taken for those told last: "broke relations with A over B. They were resumed"."""
    if not any(_of_nobody(s, d) for d in drafts):
        return drafts
    told = next(
        (d for d in reversed(ctx.found) if d.kind == "tie" and d.mode == "diplomatic_relations"), None
    )
    if told is None or len(told.actor) != 2 or s.span[0] - told.end > _NEAR or "both" in s.forms:
        return drafts
    because = "the relations told last"
    return [
        replace(d, actor=told.actor, because={**d.because, "actor": because})
        if _of_nobody(s, d) and len(set(d.actor) & set(told.actor)) == 1
        else d
        for d in drafts
    ]


def _of_nobody(s: Sentence, d: Draft) -> bool:
    """Whether relations are told whose parties nothing in their passage names or points to."""
    if d.kind != "tie" or d.mode != "diplomatic_relations" or not d.rule.startswith(_TURNED):
        return False
    inside = [i for i in range(s.n) if d.start <= s.starts[i] < d.end]
    pointing = ("two", "countries", "nations", "states", "sides", "the two")
    return not any(s.kinds[i] in "PH" or s.lowers[i] in pointing for i in inside)
