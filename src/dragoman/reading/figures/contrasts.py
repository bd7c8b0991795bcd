"""Numbers set against another flow or beside an amount: "$169 million versus $47 million", "those of Egypt", "(-7%)"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.neighbours import is_compared
from dragoman.reading.figures.scenes import MUTUAL, Scene, Topic
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "against_itself",
    "amount_of_change",
    "beside_unread",
    "bracketed_change",
    "counterpart",
    "those_of",
]

_WAYS = frozenset({"exports", "imports"})
_OF_AMOUNT = frozenset({"of", "worth", "valued", "at", "about", "some", "the"})
_DIRECTED = _WAYS | {"investment"}
_CHANGES = words("figures.contrasts", "changes")
_SIGNS = frozenset({"+", "-", "−", "–"})
_BESIDE = frozenset(
    {"which", "is", "was", "of", ",", "(", "in", "a", "an", "by", "from", "about", "nearly", "almost", "some"}
)


def counterpart(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The other flow of the same reporter: "imports exceed its exports 3.6 times: $169 million versus $47 million"."""
    s = scene.s
    if before is None or before.mode not in _WAYS or s.refs[i].kind != "money" or not is_compared(s, i):
        return None
    k = next((k for k in range(i - 1, max(-1, i - 4), -1) if s.kinds[k] == "Q"), -1)
    nouns = [j for j in range(max(k, 0)) if scene.modes[j] in _WAYS]
    if len(nouns) < 2 or s.refs[k].kind != "money" or scene.modes[nouns[-1]] == scene.modes[nouns[-2]]:
        return None
    if any(s.kinds[j] == "Q" and s.refs[j].kind == "money" for j in range(nouns[-2], k)):
        return None  # "exports of 5 million and imports of 7 against 6"
    (mode,) = _WAYS - {before.mode}
    return replace(before, mode=mode, how="the flow it is set against", product=None, carried=True)


def against_itself(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The same flow named again with another time: "were $22 million in 2020 against exports of $18 million in 2019"."""
    s, j = scene.s, i - 1
    while j > 0 and s.lowers[j] in _OF_AMOUNT:
        j -= 1
    if before is None or j in (0, i - 1) or s.refs[i].kind != "money" or scene.modes[j] != before.mode:
        return None
    k = j - 1
    while k > 0 and s.lowers[k] in ("the", "its", "their", "total"):
        k -= 1
    against = s.lowers[k] in ("against", "versus") or (
        s.lowers[k] in ("with", "to") and s.lowers[k - 1] == "compared"
    )
    if not against or before.mode not in _WAYS:
        return None
    return replace(
        before, told=before.date, date=None, how="the flow it is set against", carried=True, measure=None
    )


def bracketed_change(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """A signed change in brackets is one of the amount before them: "imports EUR 187 million (-7%)"."""
    if before is None or s.refs[i].kind != "percent" or _bracketed(s, i) < 0:
        return None
    return replace(before, how="the amount before the brackets", carried=True)


def amount_of_change(s: Sentence, i: int, before: Topic | None) -> Topic | None:
    """The amount right behind the change that led to it: "imports — by 8.8 percent up to $178 million"."""
    if before is None or s.refs[i].kind != "money" or s.kinds[i - 1 : i] != ["Q"]:
        return None
    reached = s.lowers[i].startswith(("up to", "to "))
    return (
        replace(before, carried=True, measure=None) if reached and s.refs[i - 1].kind == "percent" else None
    )


def _bracketed(s: Sentence, i: int) -> int:
    """The amount that a signed change in brackets stands behind, or -1."""
    j = i - 1
    signed = s.refs[i].text[:1] in _SIGNS
    if j > 0 and s.lowers[j] in _SIGNS:
        j, signed = j - 1, True
    if (
        not signed
        or j < 1
        or s.lowers[j] != "("
        or s.kinds[j - 1] != "Q"
        or s.lowers[i + 1 : i + 2] == ["of"]
    ):
        return -1
    return j - 1 if s.refs[j - 1].kind == "money" else -1


def beside_unread(s: Sentence, i: int, told: Set[int]) -> bool:
    """Whether a number only goes on about an amount that was not read: "a surplus of 730 million, up 76 percent".

    Its amount measures nothing that is known here, and so does the change.
    """
    if s.refs[i].kind == "percent" and (k := _bracketed(s, i)) >= 0:
        return k not in told
    if not i or s.refs[i].kind not in ("percent", "money"):
        return False
    j, words = i - 1, []
    while j > 0 and (s.lowers[j] in _BESIDE | _CHANGES or s.kinds[j] == "D"):
        words.append(s.lowers[j])
        j -= 1
    if s.kinds[j] != "Q" or j in told:
        return False
    if words == ["from"]:  # "up 76 percent from 415 million"
        return s.refs[j].kind == "percent" and s.refs[i].kind == "money" and beside_unread(s, j, told)
    return (
        s.refs[j].kind in ("money", "physical")
        and s.refs[i].kind == "percent"
        and "," in words
        and bool(_CHANGES & {*words})
    )


def _other_way(s: Sentence, i: int) -> bool:
    """Whether the number's clause tells of what goes the other way."""
    return any(
        s.clause[j] == s.clause[i]
        and s.lowers[j] in ("opposite", "reverse", "other")
        and s.lowers[j + 1] in ("direction", "way")
        for j in range(s.n - 1)
    )


def _with_itself(
    s: Sentence, topic: Topic, before: Topic | None
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The sides of "A bought 3 from B while selling 1 to it": nobody sells to itself, so "it" is B."""
    v = topic.verb
    if (
        v is None
        or not v.gerund
        or v.main != topic.item
        or before is None
        or s.lowers[v.first - 1] != "while"
    ):
        return None
    subject = next((m.codes for m in s.mentions if m.cue == "subj" and m.item < v.first), ())
    meant = next(
        (m.codes for m in s.mentions if m.item > v.main and s.lowers[m.item] in ("it", "them")), None
    )
    rest = tuple(c for c in (*before.actor, *before.recipient) if c not in subject)
    return (subject, rest) if meant == subject and len(rest) == 1 else None


def _ones_of(s: Sentence, low: int, i: int) -> tuple[str, ...]:
    """Whose ones are told of before the number: "Czech exports have grown 2.5 times, Israeli ones 1.6 times"."""
    at = next((j for j in range(i - 1, low, -1) if s.lowers[j] == "ones"), -1)
    return next((m.codes for m in s.mentions if m.item == at - 1 and len(m.codes) == 1), ()) if at > 0 else ()


def _to_another(
    s: Sentence, at: int, i: int, topic: Topic, before: Topic | None
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Whose exports "those to Peru" are (or imports "those from Peru"), and to whom: of whoever trades in the clause before."""
    if s.lowers[at + 1] not in {"exports": ("to", "into"), "imports": ("from",)}.get(topic.mode, ()):
        return None
    market = next((m.codes for m in s.mentions if at < m.item <= at + _NEXT and m.item < i), ())
    giver = before.actor if before is not None and before.mode == topic.mode else topic.actor
    return (giver, market) if market and giver and not set(market) & set(giver) else None


_NEXT = 3
"""Items from "those" to the party: "those to the Netherlands". assumed"""


def those_of(
    scene: Scene, i: int, topic: Topic, before: Topic | None, out: Sequence[Draft]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(actor, recipient) where the number is told of another's: "those of Egypt to Kenya", "the opposite direction".

    Empty where the other side cannot be told; None where the sentence has no such words before the number.
    """
    s = scene.s
    if topic.mode in MUTUAL or topic.mode not in _DIRECTED:
        return None
    if (own_act := _with_itself(s, topic, before)) is not None:
        return own_act
    if _other_way(s, i):
        begin = s.starts[s.clause.index(s.clause[i])]
        earlier = [d for d in (*scene.ctx.last, *out) if d.end <= begin]
        told = next((d for d in reversed(earlier) if d.kind == "figure" and d.mode in _WAYS), None)
        if told is None or told.mode != topic.mode:
            return None  # "imports went the other way: they fell"
        return (told.recipient, told.actor) if told.recipient else ((), ())
    low = max((k for k in range(i) if s.kinds[k] == "Q"), default=0)
    at = next((j for j in range(i - 1, low, -1) if s.lowers[j] in ("those", "that")), -1)
    if at < 0 and (ones := _ones_of(s, low, i)):
        pair = (*topic.actor, *topic.recipient) if before is None else (*before.actor, *before.recipient)
        rest = tuple(c for c in pair if c not in ones)
        return (ones, rest) if len(rest) == 1 and set(ones) <= set(pair) else ((), ())
    if at > 0 and (next_market := _to_another(s, at, i, topic, before)):
        return next_market
    if at < 0 or s.lowers[at + 1 : at + 2] not in (["of"], ["from"]):
        return None
    named = [m for m in s.mentions if at < m.item < i]
    if not named or named[0].item > at + 3:
        return None
    own = named[0].codes
    pair = (*topic.actor, *topic.recipient) if before is None else (*before.actor, *before.recipient)
    rest = tuple(c for m in named[1:] for c in m.codes if c not in own) or tuple(
        c for c in pair if c not in own
    )
    return (own, rest) if len(rest) == 1 else ((), ())
