"""Works that money told before is for: "Japan lends Peru $90 million. The money will be used to build a port"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.told_works import pointed, subject_of
from dragoman.reading.word_lists import words

__all__ = ["read"]

_LIST = "money_put_to_works"
_FAR = 900
"""Characters back to the money that a sentence goes on about; assumed."""
_OBJECT = 9
"""Items from a verb or noun of building to what is built; assumed."""
_OPENING = 5
"""Items of an opening that names the money: "with the money,"; assumed."""


def read(
    s: Sentence, ctx: Context, found: Sequence[Draft], date_of: Callable[[Group], str | None]
) -> list[Draft]:
    """The works that the money told last is put to, where the sentence leaves out whose money it is."""
    if ctx.aside or not s.groups or any(d.kind == "project" for d in found):
        return []
    money = _told(ctx, s.starts[0])
    if money is None or any({*s.codes[i]} - {*money.actor, *money.recipient} for i in range(s.n)):
        return []
    for g in s.groups:
        if g.negated or g.relative or not (g.finite or _with_money(s)):
            continue
        at = _work_of(s, ctx, g)
        if at is None:
            continue
        mode, thing = at
        status, date = statuses.of_group(g, s, ctx.lexicon), date_of(g)
        if status == "denied":
            return []
        if status == "actual" and not g.past and g.lemma not in words(_LIST, "pays"):
            status = "planned"  # "is intended for", "is meant to"
        start, end = s.starts[0], s.ends[s.n - 1]
        return [
            Draft(
                "project", mode, money.actor, money.recipient, status, start, end, f"project.{mode}.money_put.v1", date=date,
                object=s.words(thing, thing + 1), organisations=ctx.organisations_in(start, end),
                because={"actor": "whose money was told before", "status": f"verb {g.lemma!r}"},
            )
        ]  # fmt: skip
    return []


def _told(ctx: Context, at: int) -> Draft | None:
    """The loan or gift told last, or None where several pairs are told of or it is too far back."""
    found = [
        d
        for d in ctx.found[-16:]
        if d.kind == "figure" and d.mode in ("loan", "aid") and d.actor and d.recipient and at - d.end < _FAR
    ]
    if not found or len({(frozenset(d.actor), frozenset(d.recipient)) for d in found}) > 1:
        return None
    return found[-1]


def _work_of(s: Sentence, ctx: Context, g: Group) -> tuple[str, int] | None:
    """The mode and the item of the work that money is put to by a verb, or None where it is put to none."""
    if _with_money(s):
        first, head = subject_of(s, g)
        if not g.passive or head < 0 or not _built(s, ctx, head):
            return None
        return _mode(g.lemma, head)
    first, head = subject_of(s, g)
    if head < 0 or g.lemma not in words(_LIST, "puts") or not _money(s, first, head):
        return None
    for other in s.groups:  # "to build a road", "on upgrading the road"
        if other.main > g.main and not other.finite and not other.passive:
            thing = _object(s, ctx, other.main)
            at = _mode(other.lemma, thing) if thing >= 0 else None
            if at is not None:
                return at
    for i in range(g.main + 1, s.n - 2):
        if s.noun[i] in words(_LIST, "building") and s.lowers[i + 1] == "of" and i not in s.verb_at:
            thing = _object(s, ctx, i + 1)
            if thing >= 0:
                return _mode(s.noun[i], thing)
    put = g.lemma in words(_LIST, "pays") or (g.lemma in words(_LIST, "goes") and _preposition(s, g.main + 1))
    pay = next(
        (o.main for o in s.groups if o.main > g.main and o.lemma in words(_LIST, "pays")),
        g.main if put else -1,
    )
    thing = _object(s, ctx, pay + (pay == g.main and _preposition(s, pay + 1))) if pay >= 0 else -1
    return ("construction", thing) if thing >= 0 else None


def _preposition(s: Sentence, i: int) -> bool:
    return i < s.n and bool(s.tags[i] & PREP)


def _mode(word: str, thing: int) -> tuple[str, int] | None:
    if word in words(_LIST, "renews"):
        return "modernisation", thing
    return ("construction", thing) if word in words(_LIST, "builds") else None


def _money(s: Sentence, first: int, head: int) -> bool:
    """Whether a subject is the money told before: "the loan", "it", "$30 million of it"."""
    if s.kinds[head] == "Q":
        return s.refs[head].kind == "money" and s.lowers[0] == "of"
    noun = s.noun[head] or s.lowers[head]
    return noun in words(_LIST, "money") and pointed(s, first, head)


def _with_money(s: Sentence) -> bool:
    """Whether the sentence opens with the money: "With the loan, a bridge will be built"."""
    opening = s.noun[1:_OPENING]
    return s.lowers[0] in ("with", "using", "through") and not words(_LIST, "money").isdisjoint(opening)


def _built(s: Sentence, ctx: Context, i: int) -> bool:
    classes = ctx.lexicon.classes_of_noun.get(s.noun[i], frozenset())
    return (
        s.kinds[i] == "w"
        and s.noun[i] != "infrastructure"
        and bool({"infrastructure", "line_noun", "grid_noun"} & classes or s.noun[i] in words(_LIST, "works"))
    )


def _object(s: Sentence, ctx: Context, at: int) -> int:
    """The item of the work in the noun phrase behind an item, or -1."""
    for i in range(at + 1, min(s.n, at + 1 + _OBJECT)):
        if i in s.verb_at or (s.tags[i] & PREP and s.lowers[i] != "of") or s.lowers[i] in (",", ";", "and"):
            return -1
        if _built(s, ctx, i) and not (s.noun[i + 1 : i + 2] and _built(s, ctx, i + 1)):
            return i
    return -1
