"""The stations of a journey that no verb of visiting tells.

"Besides Ghana and Togo, the Polish premier also visited Mali" tells three visits, "Her next stop is Mali" one.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["read"]

_BESIDES = words("acts.journeys", "besides")
_STATIONS = words("acts.journeys", "stations")
_WHICH = words("acts.journeys", "which")
_WHERE = frozenset({"in", "to", "at", "the", ","})
_NEAR = 1500
"""Characters from a visit to the next station of its journey. assumed"""


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Further visits of whoever is on a journey."""
    return _besides(s, ctx, found) or _next_stop(s, ctx, found) or _is_stop(s, ctx, found)


def _besides(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """Those visited besides: "In addition to Ghana and Togo, the premier visited Mali"; their time is not told."""
    visits = [d for d in found if d.mode == "visit" and len(d.recipient) == 1]
    if not visits or s.lowers[0] not in _BESIDES:
        return []
    verb = next((g.first for g in s.groups if g.finite), 0)
    named = [m for m in s.mentions if m.cue == s.lowers[0] and m.item < verb and len(m.codes) == 1]
    hosts = dict.fromkeys(m.codes[0] for m in named)
    guest = visits[0]
    if not hosts or any(m.owner or m.kind not in "PL" or m.codes[0] in ctx.discourse.bodies for m in named):
        return []  # "Besides the Malian premier, the minister met"
    told = {d.recipient[0] for d in visits} | set(guest.actor)
    return [
        replace(
            guest, recipient=(c,), date=None, start=s.span[0], rule="contact.visit.besides.v1", place=None, object=None,
            count=None, because={"actor": "who visited another besides", "recipient": "named as visited besides"},
        )
        for c in hosts if c not in told
    ]  # fmt: skip


def _next_stop(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The station that is said to come next or last: "Her next stop is Mali", "The last leg will be in Mali"."""
    at = next((i for i in range(1, s.n) if _station(s, i)), -1)
    verb = next((g for g in s.groups if g.main > at and g.finite), None) if at > 0 else None
    if verb is None or verb.lemma not in ("be", "take") or any(g.finite and g.main < at for g in s.groups):
        return []
    host = next((i for i in range(verb.main + 1, s.n) if s.kinds[i] == "P" and len(s.codes[i]) == 1), -1)
    if host < 0 or any(
        s.lowers[i] not in _WHERE | {"him", "her", "them"} for i in range(verb.main + 1, host)
    ):
        return []
    guest = _guest(s, ctx, at)
    to = s.codes[host][0]
    if not guest or guest == to or to in ctx.discourse.bodies:
        return []
    if any(d.mode == "visit" and d.recipient == (to,) for d in found):
        return []
    times = [i for i in s.dates if s.refs[i].edtf]
    start, end = s.starts[0], s.ends[-1]
    return [
        Draft(
            kind="contact", mode="visit", actor=(guest,), recipient=(to,), status="actual" if verb.past else "planned",
            start=start, end=end, rule="contact.visit.next_stop.v1",
            date=s.refs[times[0]].edtf if len(times) == 1 else None, people=ctx.people_in(start, end),
            because={"actor": "whose journey it is", "recipient": "the next station", "status": f"verb {verb.lemma!r}"},
        )
    ]  # fmt: skip


def _is_stop(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The country that is said to be a station: "Mali marked his third and final stop, following visits to Togo and Ghana"."""
    at = next((i for i in range(2, s.n) if _station(s, i)), -1)
    verb = next((g for g in s.groups if g.finite), None) if at > 0 else None
    if verb is None or verb.lemma not in _MAKING or verb.main > at or verb.negated or verb.first < 1:
        return []
    host = verb.first - 1
    if (
        s.kinds[host] != "P"
        or len(s.codes[host]) != 1
        or host > 2
        or any(s.tags[k] & PREP for k in range(host))
    ):
        return []
    to = s.codes[host][0]
    his = not _HIS.isdisjoint(s.lowers[verb.main + 1 : min(s.n, at + 6)])
    person = ctx.discourse.person if his else None
    guest = (person.country if person is not None else None) or ""
    guest = guest if guest not in ("", to) else _guest(s, ctx, at, to)  # "his" is not the host's
    others = [d for d in found if d.kind == "contact" and d.mode == "visit" and d.actor == (to,)]
    if not guest or guest == to or to in ctx.discourse.bodies:
        if his:
            found[:] = [d for d in found if d not in others]  # whoever travels, it is not who is visited
        return []
    because = {"actor": "whose journey it is", "recipient": "a station of it"}
    found[:] = [
        replace(d, actor=(guest,), because={**d.because, **because})
        if d in others and d.recipient != (guest,)
        else d
        for d in found
    ]
    if any(d.mode == "visit" and d.recipient == (to,) for d in found):
        return []
    times = [i for i in s.dates if s.refs[i].edtf and i < at + _BEHIND]
    told = [d for d in ctx.found if d.mode == "visit" and (d.actor, d.recipient) == ((guest,), (to,))]
    if told and not times:
        return []
    start, end = s.starts[0], s.ends[-1]
    return [
        Draft(
            kind="contact", mode="visit", actor=(guest,), recipient=(to,),
            status="planned" if verb.modal in ("will", "shall") else "actual", start=start, end=end,
            rule="contact.visit.is_stop.v1", date=s.refs[times[0]].edtf if len(times) == 1 else None,
            people=ctx.people_in(start, end), because=because,
        )
    ]  # fmt: skip


_MAKING = frozenset({"be", "become", "constitute", "form", "make", "mark", "represent"})
_HIS = frozenset({"his", "her", "their"})
_BEHIND = 4
"""Items from a station to when it was: "his last stop this week". assumed"""


def _station(s: Sentence, i: int) -> bool:
    """Whether a noun is one station of a journey: "her next stop", "the final leg of his tour", not "the bus stop"."""
    which, _, noun = s.noun[i].rpartition(" ")  # "final stop" may be one item
    near = {which, *s.lowers[max(0, i - 3) : i]}
    return noun in _STATIONS and s.kinds[i] == "w" and not _WHICH.isdisjoint(near)


def _guest(s: Sentence, ctx: Context, at: int, to: str = "") -> str:
    """Whose journey it is: who is named as its owner, else who made the last visit told shortly before; not ``to``."""
    owners = [m for m in s.mentions if m.item < at and m.owner == "poss" and len(m.codes) == 1]
    visits = [d for d in ctx.found if d.mode == "visit" and s.span[0] - d.end < _NEAR and len(d.actor) == 1]
    owners, visits = [m for m in owners if m.codes[0] != to], [d for d in visits if d.actor[0] != to]
    if owners:
        return owners[-1].codes[0]
    return visits[-1].actor[0] if visits else ""
