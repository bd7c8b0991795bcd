"""What encyclopaedias add to an act told before: "a protocol followed in 2009", "his counterpart returned the visit".

The words leave out whose papers and whose visit it is: those of the same parties, the visit the other way round.
In a text on two states an officer of no country who "visited in 2019" visited the other of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.reading.annotations import PersonMention
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.frames import statuses
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read", "turned_round"]

_MODES = ("memorandum", "treaty", "declaration", "protocol", "contract", "agreement", "roadmap")
_ONES = words("further_acts", "ones")
_ADDS = words("further_acts", "adds")
_RETURNS = words("further_acts", "returns")
_OTHERS = words("further_acts", "others")
_JOURNEYS = words("further_acts", "journeys")
_PAYS = words("further_acts", "pays")
_HOLDERS = words("discourse", "offices") | words("further_acts", "rulers")
_SUBJECT = 14
"""Items from the head of a paper to the verb that adds it; assumed."""
_OFFICER = 8
"""Items from an officer to the verb of his visit; assumed."""
_BEHIND = 7
"""Items from that verb to its time; assumed."""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Papers and visits that only a verb of following or visiting adds to those told."""
    out: list[Draft] = []
    for g in s.groups:
        if not g.finite or g.negated or g.modal:
            continue
        if g.lemma in _ADDS and (paper := _paper(s, ctx, g, [*found, *out])) is not None:
            out.append(paper)
        elif (g.lemma == "visit" or g.lemma in _PAYS) and (visit := _visit(s, ctx, g, found)) is not None:
            out.append(visit)
    return out


def _time(s: Sentence, g: Group) -> int:
    """The item of the time behind a verb, or -1."""
    return next((i for i in s.dates if g.main < i <= g.main + _BEHIND), -1)


def _paper(s: Sentence, ctx: Context, g: Group, found: list[Draft]) -> Draft | None:
    """A paper of those who signed the one told before."""
    start = s.starts[g.first]
    told = next(
        (
            d
            for d in [*reversed(found), *reversed(ctx.last)]
            if d.kind == "instrument" and d.start < start and len(d.actor) > 1 and d.status == "actual"
        ),
        None,
    )
    time = _time(s, g)
    if told is None or time < 0:
        return None
    head, mode = _head(s, ctx, g, told)
    if head < 0 or any(s.kinds[i] in "PH" and not {*s.codes[i]} <= {*told.actor} for i in range(head, time)):
        return None
    date = s.refs[time].edtf
    if any(d.kind == "instrument" and d.start >= s.starts[head] and d.date == date for d in found):
        return None
    first = head - (head > 0 and s.lowers[head - 1] in ("a", "an", "the"))
    return replace(
        told, mode=mode, date=date, start=s.starts[first], end=s.ends[time], object=s.words(head, g.first), count=None,
        people=(), organisations=(), place=None, rule="instrument.further.v1",
        because={**told.because, "actor": "those of the paper told before", "date": "behind the verb"},
    )  # fmt: skip


def _head(s: Sentence, ctx: Context, g: Group, told: Draft) -> tuple[int, str]:
    """Item and mode of the paper that is the subject of a verb: "a protocol", "a second, on air services,"."""
    classes = ctx.lexicon.noun_classes
    for i in range(max(0, g.first - _SUBJECT), g.first):
        ordinal = s.lowers[i].removeprefix("a ")
        if (
            (s.kinds[i] != "w" and ordinal not in _ONES)
            or i in s.verb_at
            or any(k.finite and i < k.first < g.first for k in s.groups)
        ):
            continue
        opens = i == 0 or s.lowers[i - 1] in ("a", "an", "another", "one") or s.tags[i - 1] == 0
        if ordinal in _ONES and (i == 0 or "a" in (s.lowers[i - 1], s.lowers[i][:1])):
            named = _mode(s, classes, i + 1, g.first)
            return i, named or told.mode
        if opens and (mode := _mode(s, classes, i, i + 1)) and not s.lowers[i].endswith("s"):
            return i, mode
    return -1, ""


def _mode(s: Sentence, classes: Mapping[str, frozenset[str]], first: int, last: int) -> str:
    """The mode of the first paper named among items."""
    for i in range(first, last):
        for mode in _MODES:
            if s.kinds[i] == "w" and s.noun[i] and s.noun[i] in classes[mode]:
                return mode
        if s.lowers[i] == ",":
            break
    return ""


def _visit(s: Sentence, ctx: Context, g: Group, found: list[Draft]) -> Draft | None:
    """The visit of an officer of no country to the other of a text's two: "The premier visited in 2019", "visited Oslo"."""
    d = ctx.discourse
    two = [c for c in dict.fromkeys(c for m in ctx.titled for c in m.codes) if c not in d.bodies]
    if len(two) != 2 or g.passive or any(o.kind == "contact" for o in found):
        return None
    before = [i for i in range(max(0, g.first - _OFFICER), g.first) if s.clause[i] == g.clause]
    officer = any(s.kinds[i] == "w" and (s.noun[i] or s.lowers[i]) in _HOLDERS for i in before)
    if not officer or any(s.lowers[i] in ("by", "when", "of") for i in before):
        return None
    own = {c for i in before for c in s.codes[i]} | {
        s.refs[i].country for i in before if isinstance(s.refs[i], PersonMention) and s.refs[i].country
    }
    behind = [i for i in range(g.main + 1, s.n) if s.clause[i] == g.clause]
    hosts = {c for i in behind if s.kinds[i] in "PL" for c in s.codes[i]}
    time = _time(s, g)
    if hosts:
        guest = _of_host(s, g, hosts, own, two)
        time = time if time >= 0 else next((i for i in s.dates if i > g.main), -1)
    else:
        guest = _of_nobody(s, g, time, own, two)
    if guest is None or any(s.kinds[i] == "H" for i in behind):
        return None
    date = s.refs[time].edtf if time >= 0 else None
    last = max(time, *(i for i in behind if s.kinds[i] in "PL")) if hosts else time
    start, end = s.starts[before[0]], s.ends[last]
    return Draft(
        "contact", "visit", (guest,), (two[1] if guest == two[0] else two[0],),
        "planned" if statuses.after_document(date, ctx.document.date) else "actual", start, end, "contact.visit.further.v1",
        date, people=ctx.people_in(start, end),
        because={"actor": "an officer of one of the text's two", "recipient": "the other", "date": "behind the verb"},
    )  # fmt: skip


def _goes(s: Sentence, g: Group, last: int) -> bool:
    """Whether a verb tells a journey: "visited", "paid a visit"."""
    return g.lemma == "visit" or any(
        s.noun[i].rpartition(" ")[2] in _JOURNEYS for i in range(g.main + 1, last)
    )


def _of_host(s: Sentence, g: Group, hosts: set[str], own: set[str], two: list[str]) -> str | None:
    """Of whom an unnamed officer is who visits one of the two: "The foreign minister visited the Polish capital"."""
    if len(hosts) != 1 or own or not hosts < {*two}:
        return None
    at = next(i for i in range(g.main + 1, s.n) if s.kinds[i] in "PL")
    if not _goes(s, g, at) or at > g.main + _BEHIND:
        return None
    ref = s.refs[at]
    if getattr(ref, "form", "") == "demonym" and s.lowers[at + 1 : at + 2] != ["capital"]:
        return None
    to = s.lowers[at - 2] if s.lowers[at - 1] == "the" else s.lowers[at - 1]
    direct = at <= g.main + 2 and g.lemma == "visit"
    return next(c for c in two if c not in hosts) if direct or to == "to" else None


def _of_nobody(s: Sentence, g: Group, time: int, own: set[str], two: list[str]) -> str | None:
    """Of whom an officer is who visits no place told: of his own state where it is known, else of the first of the two."""
    if time < 0 or not _goes(s, g, time) or len(own) > 1 or not own <= {*two}:
        return None
    if any(s.lowers[i] in ("to", "of") for i in range(g.main + 1, time)):
        return None
    if g.lemma == "visit" and s.lowers[g.main + 1] not in ("in", "on", "again", "for", s.lowers[time]):
        return None
    return next(iter(own), two[0])


def turned_round(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Visits paid in return by the host of the one told before, the other way round."""
    if "visit" not in s.vocabulary or s.forms.isdisjoint(_OTHERS):
        return found
    out: list[Draft] = []
    for d in found:
        if d.kind == "contact" and d.mode == "visit" and (g := _returning(s, d)) is not None:
            told = [
                v
                for v in [*ctx.last, *found]
                if v.mode == "visit" and v.start < s.starts[g.first] and v is not d
            ]
            if told and (told[-1].actor, told[-1].recipient) == (d.actor, d.recipient):
                d = replace(
                    d,
                    actor=d.recipient,
                    recipient=d.actor,
                    because={**d.because, "actor": "the host of the visit before"},
                )
        out.append(d)
    return out


def _returning(s: Sentence, d: Draft) -> Group | None:
    """The verb of returning a visit, where it is a host's or counterpart's."""
    for g in s.groups:
        if not d.start <= s.starts[g.main] < d.end or not g.finite:
            continue
        back = g.lemma in _RETURNS or (g.lemma in _PAYS and "return" in s.lowers[g.main : g.main + 4])
        if back and any(s.lowers[i] in _OTHERS for i in range(max(0, g.first - 5), g.first)):
            return g
    return None
