"""Stances that lie in what somebody says of another: "Chad must withdraw, Mali's president said", "Chad's vote breached the treaty, he said".

Who says so takes the stance; the subject of the duty or of the breach is towards whom. What two should do together is an interest.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames.agents import codes_of, patients_of
from dragoman.reading.frames.unrealised import conditional
from dragoman.reading.quotes.quotes import quoted_spans, speakers
from dragoman.reading.quotes.speakers import country_of
from dragoman.reading.quotes.strangers import Speaker
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_DUTIES = words("acts.said_stances", "duties")
_HELPING = words("acts.said_stances", "helping")
_REACH = 5
"""Items between a form of "to be" and the word that blames: "was a serious and open violation"."""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Requests, interests and criticisms that the words of somebody from a known country amount to."""
    if not _may_tell(s):
        return []
    out: list[Draft] = []
    goes_on = _going_on(s, ctx)
    if goes_on:
        out = [
            d for g in s.groups if g.finite and not g.relative if (d := _of(s, g, goes_on, _subjects(s, g)))
        ]
        return [d for d in out if not any(_same(d, o) for o in found)]
    for said, who in speakers(s, ctx):
        side = _side(s, who)
        if side is None:
            continue
        for g in _told(s, said, who):
            subjects = _subjects(s, g)
            draft = _of(s, g, side, subjects)
            if draft is not None and not any(_same(draft, d) for d in (*found, *out)):
                out.append(draft)
    return out


def _may_tell(s: Sentence) -> bool:
    """Whether a word of duty or blame stands in the sentence at all, and a party to say it of."""
    if "subj" not in s.cues:
        return False
    forms, breaching = s.forms, words("stances", "breaching")
    return not (
        _DUTIES.isdisjoint(forms)
        and words("stances", "blaming").isdisjoint(forms)
        and not any(g.lemma in breaching or (g.modal and g.lemma in _HELPING) for g in s.groups)
    )


def _going_on(s: Sentence, ctx: Context) -> str | None:
    """Whose words a sentence is that stands in quotation marks as a whole: of whoever spoke last."""
    spans = quoted_spans(s)
    if not spans or spans[0][0] > s.span[0] + 1 or spans[0][1] < s.span[1] - 1:
        return None
    return ctx.discourse.person.country if ctx.discourse.person is not None else None


def _side(s: Sentence, who: Speaker) -> str | None:
    """Whose the speaker is; unlike for a quote, an office is enough: "the Malian minister said"."""
    country = country_of(s, who)
    if country is not None or who.person is not None or who.type == "document":
        return country
    codes = {c for m in s.mentions if who.first <= m.item <= who.last for c in m.codes}
    return codes.pop() if len(codes) == 1 else None


def _told(s: Sentence, said: Group, who: Speaker) -> Iterator[Group]:
    """The finite verbs of what is said: behind the verb of saying, or before the speaker where that ends it."""
    edge = min(who.first, said.first)
    behind = any(g.finite and g.main > said.main and not g.relative for g in s.groups) and not who.inverted
    trails = edge > 0 and s.lowers[edge - 1] in (",", "”", '"')
    for g in s.groups:
        if not g.finite or g.relative or g is said or conditional(s, g.clause):
            continue
        if (behind and g.main > said.main and not trails) or (trails and g.main < edge):
            yield g


def _subjects(s: Sentence, g: Group) -> list[Mention]:
    own = [m for m in s.mentions if m.clause == g.clause and m.cue == "subj" and m.item < g.first]
    return [m for m in own if m.kind in "PA"] if len(own) < 4 else []


def _of(s: Sentence, g: Group, side: str, subjects: list[Mention]) -> Draft | None:
    codes = codes_of(subjects)
    others = tuple(c for c in codes if c != side)
    if not others:
        return _of_own(s, g, side) if codes else None
    if g.modal in ("must", "should") or _bound(s, g):
        if g.perfect or g.lemma in words("stances", "not_asked") or g.lemma == "be":
            return None
        return _draft(s, g, "interest" if side in codes else "request", side, others)
    if side in codes or g.negated or g.modal or len(others) > 1:
        return None
    if (not g.passive and g.lemma in words("stances", "breaching")) or _blamed(s, g):
        return _draft(s, g, "criticism", side, others)
    return None


def _of_own(s: Sentence, g: Group, side: str) -> Draft | None:
    """What a speaker says of his own country: "Peru must work with Chile", "his country would help Chile"."""
    duty, promised = g.modal in ("must", "should"), g.modal in ("will", "would", "shall")
    if g.negated or not (duty or promised):
        return None
    if duty and g.lemma in words("stances", "together"):
        near = [m for m in s.mentions if m.cue == "with" and m.clause == g.clause]
    elif promised and g.lemma in _HELPING:
        near = [m for m in patients_of(s, g) if not m.owner]
    else:
        return None
    others = tuple(c for c in codes_of(near) if c != side)
    return _draft(s, g, "interest" if duty else "offer", side, others) if others else None


def _bound(s: Sentence, g: Group) -> bool:
    """Whether somebody "has to", "needs to" or "ought to" do something."""
    low = s.lowers[g.main]
    duty = g.lemma in ("have", "need") and low in ("has", "had", "needs", "needed", "have", "need")
    return duty and s.lowers[g.main + 1 : g.main + 2] == ["to"]


def _blamed(s: Sentence, g: Group) -> bool:
    """Whether a form of "to be" leads to a word that blames: "is unacceptable", "was a violation of"."""
    if g.lemma != "be":
        return False
    for i in range(g.main + 1, min(s.n, g.main + _REACH)):
        if s.lowers[i] in ("not", ",", ";", "by", "because"):
            return False
        if s.lowers[i] in words("stances", "blaming"):
            return True
    return False


def _same(a: Draft, b: Draft) -> bool:
    """Whether a rule has told the stance already."""
    return (
        b.kind == "stance"
        and {*a.actor, *a.recipient} == {*b.actor, *b.recipient}
        and b.start < a.end
        and a.start < b.end
    )


def _draft(s: Sentence, g: Group, mode: str, side: str, others: tuple[str, ...]) -> Draft:
    first = s.clause.index(g.clause)
    last = first + s.clause.count(g.clause) - 1
    while last > first and s.kinds[last] == ".":
        last -= 1
    return Draft(
        kind="stance", mode=mode, actor=(side,), recipient=others, status="actual", start=s.starts[first], end=s.ends[last],
        rule=f"stance.{mode}.said.v1", because={"actor": "who says so", "recipient": "the subject of what is said"},
    )  # fmt: skip
