"""One frame for each of several that an act is told of: recipients, partners, envoys, parties with times of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.frames.dated_series import OF_SERIES, by_dated_party, by_dated_topic, respective_times
from dragoman.reading.frames.frame import Frame
from dragoman.reading.frames.gapped_works import with_gapped
from dragoman.reading.frames.instrument_lists import by_partner
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["split"]


def split(f: Frame, s: Sentence, bodies: frozenset[str]) -> list[Frame]:
    """One frame for each recipient where the rule says so, each with its own date where each has one."""
    if f.rule.kind in ("tie", "instrument") and (series := by_dated_party(f, s, bodies)):
        return series
    if f.mode == "membership":
        f.recipient = tuple(c for c in f.recipient if c in bodies)
        f.actor = tuple(c for c in f.actor if c not in f.recipient)
        f.actor = tuple(c for c in f.actor if c not in bodies) or f.actor
        if not f.recipient or not f.actor:
            return []
    if f.rule.pairs and len(f.actor) > 2:
        own = _own_dates(f, s, f.actor[1:])
        return [
            replace(f, actor=(f.actor[0], other), date=own.get(other, f.date), because=dict(f.because))
            for other in f.actor[1:]
        ]
    if f.mode == "diplomatic_relations" and len(f.actor) > 2:
        return _by_twos(f, s)
    if f.mode == "recognition" and len(f.actor) == 1 and len(f.recipient) > 1:
        # "recognised Mali in 1961 and Peru in 1962" may be two that did
        return _by_recipient(f, _own_dates(f, s, f.recipient) if len(f.recipient) > 2 else {})
    if f.mode == "meeting" and len(f.actor) > 2:
        return _by_host(f, s) or _by_envoy(f, s)
    if f.rule.kind == "instrument":
        return by_partner(f, s) or by_dated_topic(f, s) or _by_partner_apart(f, s) or [f]
    if f.rule.kind == "project":
        return with_gapped(f, s)
    several = f.rule.kind == "tie" and f.noun_item >= 0 and s.lowers[f.noun_item].endswith("s")
    if len(f.recipient) < 2 or not (f.rule.each or several):
        return [f]
    own = _own_dates(f, s, f.recipient)
    return _by_recipient(f, own) if f.rule.each or own else [f]


def _by_recipient(f: Frame, own: dict[str, str | None]) -> list[Frame]:
    """One frame for each recipient, each with its own time where the words give each one."""
    told = {"date": OF_SERIES} if own else {}
    return [
        replace(f, recipient=(code,), date=own.get(code, f.date), because={**f.because, **told})
        for code in f.recipient
    ]


def _by_partner_apart(f: Frame, s: Sentence) -> list[Frame]:
    """One frame for each partner of several instruments: "has free trade agreements with A, B and C"; none for one of all."""
    noun = f.noun_item
    if len(f.actor) < 3 or noun < 0 or not s.lowers[noun].endswith(("s", "memoranda")):
        return []
    partners = tuple(
        dict.fromkeys(
            c
            for m in s.mentions
            if m.cue == "with" and m.item > noun and m.clause == f.clause and not m.owner
            for c in m.codes
            if c in f.actor
        )
    )
    own = tuple(c for c in f.actor if c not in partners)
    if len(own) != 1 or len(partners) < 2:
        return []
    dates = _own_dates(f, s, partners)
    return [
        replace(f, actor=(own[0], code), date=dates.get(code, f.date), because=dict(f.because))
        for code in partners
    ]


def _by_host(f: Frame, s: Sentence) -> list[Frame]:
    """One meeting for each envoy who presents credentials where all are posted: "the A-ian envoy to C and the envoy of B to C"."""
    posted = {c for m in s.mentions if m.posted for c in m.codes if c in f.actor}
    if not f.rule.id.startswith("contact.credentials") or len(posted) != 1:
        return []
    host = posted.pop()
    return [replace(f, actor=(code, host), because=dict(f.because)) for code in f.actor if code != host]


def _by_envoy(f: Frame, s: Sentence) -> list[Frame]:
    """One meeting for each envoy told one by one: "met the ambassador of A, Ann Reed, and the ambassador of B"."""
    met = [
        m.codes[0] for m in s.mentions
        if m.item > f.trigger and len(m.codes) == 1 and m.codes[0] in f.actor and _one_envoy(s, m.item)
    ]  # fmt: skip
    own = [c for c in f.actor if c not in met]
    if len(set(met)) < 2 or len(own) != 1:
        return [f]
    return [replace(f, actor=(own[0], code), because=dict(f.because)) for code in dict.fromkeys(met)]


def _one_envoy(s: Sentence, i: int) -> bool:
    """Whether a country is whose single envoy is named: "the ambassador of A"."""
    k = i - 1 - (s.lowers[i - 1] == "the")
    return k > 0 and s.lowers[k] == "of" and s.lowers[k - 1] in words("roles", "envoys")


def _by_twos(f: Frame, s: Sentence) -> list[Frame]:
    """Relations are of two: one frame for each that one state broke or opened them "with", or the other way round."""
    met = tuple(
        dict.fromkeys(
            c
            for m in s.mentions
            if m.cue in ("with", "including", "like") and m.owner != "poss" and m.clause == f.clause
            for c in m.codes
            if c in f.actor
        )
    )
    own = tuple(c for c in f.actor if c not in met)
    if not met or not own or min(len(met), len(own)) > 1:
        return [f]
    dates = _own_dates(f, s, met)
    return [
        replace(f, actor=(a, b), date=dates.get(b, f.date), because=dict(f.because)) for a in own for b in met
    ]


_FROM_TIME = 3
"""Items between the last party of a group and its time: "in", "on", "early". assumed"""


def _by_groups(s: Sentence, order: Sequence[int]) -> dict[int, str | None]:
    """The time behind each group of a list, for all who stand in it: "A and B in 2021 and C in 2023"; none if one has none."""
    times = [i for i in range(order[0], s.n) if s.kinds[i] == "D" and s.refs[i].edtf and s.lowers[i] != "now"]
    out: dict[int, str | None] = {}
    for item in order:
        ends = next((i for i in times if i > item), -1)
        last = max((o for o in order if o < ends), default=-1)
        if last < 0 or ends - last > _FROM_TIME:
            return {}
        out[item] = s.refs[ends].edtf
    return out


def _own_dates(f: Frame, s: Sentence, codes: Sequence[str]) -> dict[str, str | None]:
    """The time behind each of several recipients: "of the World Bank in 1946 and NATO in 1949"."""
    items = {m.codes[0]: m.item for m in s.mentions if m.item > f.trigger and m.codes[0] in codes}
    order = sorted(items.values())
    own: dict[str, str | None] = {}
    for code, item in items.items():
        stop = next((i for i in order if i > item), s.n)
        times = [i for i in range(item + 1, min(stop, item + 9)) if s.kinds[i] == "D" and s.refs[i].edtf]
        times = [i for i in times if s.lowers[i] != "now"]
        if times:
            own[code] = s.refs[times[0]].edtf
    if len(own) == len(items) > 1:
        return own
    if len(own) > 1 and (grouped := _by_groups(s, order)):
        return {code: grouped[item] for code, item in items.items()}
    return respective_times(s, [code for code, _ in sorted(items.items(), key=lambda kv: kv[1])])
