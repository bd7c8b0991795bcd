"""Figures: every quantity that measures something between countries, as an interval."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from dragoman.codes import default_for
from dragoman.model.statements import Product
from dragoman.reading import statuses
from dragoman.reading.annotations import Quantity
from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.figure_periods import base_of, period_of
from dragoman.reading.figure_topics import MUTUAL, Topic, parties_of, topic_of
from dragoman.reading.lexicon import PREP
from dragoman.reading.sentences import Sentence

__all__ = ["read"]

_UP = re.compile(
    r"\b(increas\w*|ris(?:e|es|en|ing)|rose|grew|grow(?:n|th|ing|s)?|jump\w*|climb\w*|surg\w*|soar\w*|expan\w*|up|higher|more than in|gain\w*|boost\w*|rocket\w*|leap\w*|leapt|accelerat\w*|doubl\w*|improv\w*|hike)\b"
)
_DOWN = re.compile(
    r"\b(decreas\w*|declin\w*|fell|fall(?:s|en|ing)?|drop\w*|down|lower|shr[aiu]nk\w*|slump\w*|plung\w*|contract(?:ed|ion|ing)|dip\w*|plummet\w*|reduc\w*|slid\w*|tumbl\w*|less than in|cut)\b"
)
_SHARE = re.compile(
    r"\b(share|account\w*|of (?:the )?(?:total|all|overall|country|its|their)|represent\w*|constitut\w*|compris\w*|made up|makes up|make up|stake|portion|proportion|equivalent to .{0,20}of|of [A-Z]\w+[’']s)\b"
)
_TARGET = re.compile(
    r"\b(target\w*|goal|objective|aim\w*|bring(?:ing)? (?!the total).{0,60}\bto\b|ambition)\b"
)
_FORECAST = re.compile(
    r"\b(forecast\w*|project(?:ed|s|ions?)|expect(?:ed|s)|anticipat\w*|predict\w*|could reach|estimated to reach)\b"
)
_MARKED = re.compile(
    r"\b(mark\w*|celebrat\w*|commemorat\w*|anniversary|past|last|after|have had|maintained?|over)\b"
)
_RELATIONS = re.compile(r"\b(ties|relations|relationship|friendship|cooperation|partnership|diplomatic)\b")
_SCALES = frozenset(
    "million billion trillion thousand hundred crore lakh mn bn m b k tn mln bln nearly over about some more than almost around up to at least approximately roughly an average of and a half".split()
)
_ENERGY_UNITS = frozenset({"bcm", "bbl/d", "bbl", "kWh", "MWh", "GWh", "TWh", "mcm"})
_POWER_UNITS = frozenset({"MW", "GW", "kW"})
_CARGO_UNITS = frozenset({"t", "TEU", "FEU", "kt", "Mt"})
_CAPACITY = re.compile(r"\b(capacity|capable of|handl\w+ up to|design(?:ed)?)\b")


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Figures of one sentence, in the order printed."""
    out: list[Draft] = []
    before: Topic | None = None
    for i in range(s.n):
        if s.kinds[i] != "Q":
            continue
        q: Quantity = s.refs[i]
        topic = _topic(s, i, q, ctx, before)
        if topic is None:
            continue
        actor, recipient, how = parties_of(topic, s, ctx)
        if (
            topic.mode == "other"
            and len({c for m in s.mentions for c in m.codes if c in {*actor, *recipient}}) < 2
        ):
            continue
        if len({*actor, *recipient}) < 2:
            if not (topic.mode in ("investment", "aid") and q.kind == "money" and actor and _certain(topic)):
                continue
        measure, value, low, high = _measure(s, i, q, topic)
        if measure is None:
            continue
        draft = _draft(s, i, q, topic, actor, recipient, how, measure, value, low, high, ctx)
        before = topic
        before.actor, before.recipient = actor, recipient
        if draft.date:
            before.date = draft.date if not _origin(s, i) else before.date
        out.append(draft)
    return out


def _certain(topic: Topic) -> bool:
    return "noun" in topic.how


def _topic(s: Sentence, i: int, q: Quantity, ctx: Context, before: Topic | None) -> Topic | None:
    if q.kind == "number":
        return None
    if q.unit in ("a", "year") and q.kind == "physical":
        tail = s.text[q.end : q.end + 60].lower()
        left = s.text[max(0, q.start - 60) : q.start].lower()
        if (
            _MARKED.search(left)
            and re.match(r"\s*(?:years?|anniversary)?\s*(?:of|since|anniversary)", tail)
            and _RELATIONS.search(tail)
        ):
            return Topic("duration", i, "years of relations")
        return None
    if q.unit in ("day", "h", "month", "week", "min", "s"):
        return None
    if q.kind == "physical":
        if q.unit in _ENERGY_UNITS:
            return Topic("energy", i, f"the unit {q.unit}")
        if q.unit in _POWER_UNITS or (
            q.unit in _CARGO_UNITS and _CAPACITY.search(s.text[s.span[0] : s.span[1]].lower())
        ):
            return Topic("capacity", i, f"the unit {q.unit}")
        if q.unit in _CARGO_UNITS:
            found = topic_of(s, i, ctx, None)
            return found or Topic("cargo", i, f"the unit {q.unit}")
        return None
    if q.kind == "count":
        found = topic_of(s, i, ctx, None)
        if found is None or found.mode not in (
            "companies",
            "students",
            "visitors",
            "jobs",
            "projects",
            "cargo",
        ):
            return None
        return found if "behind the number" in found.how else None
    return topic_of(s, i, ctx, before)


def _window(s: Sentence, i: int, left: int, right: int) -> tuple[str, str]:
    """Lower-cased text beside a quantity, cut at the quantities next to it."""
    a = i
    while a > 0 and i - a < left and s.kinds[a - 1] != "Q":
        a -= 1
    b = i
    while b + 1 < s.n and b - i < right and s.kinds[b + 1] != "Q":
        b += 1
    return s.words(a, i).lower(), s.words(i + 1, b + 1).lower()


def _measure(
    s: Sentence, i: int, q: Quantity, topic: Topic
) -> tuple[str | None, Decimal | None, Decimal | None, Decimal | None]:
    """(measure, value, low, high) of a quantity in its place."""
    left, right = _window(s, i, 8, 6)
    if q.kind == "percent":
        if _SHARE.search(left) or re.match(r"\s*(?:of|share|stake)\b", right):
            return "share", q.value, q.low, q.high
        up, down = _nearest(_UP, left, right), _nearest(_DOWN, left, right)
        if down < up:
            return "growth", *_negated(q)
        if up < 999 or re.search(r"year[- ](?:on|over)[- ]year|compared (?:to|with)", left + right):
            return "growth", q.value, q.low, q.high
        return (
            ("share", q.value, q.low, q.high)
            if topic.mode in ("trade", "exports", "imports", "investment")
            and "figure before" not in topic.how
            else (None, None, None, None)
        )
    if q.kind == "points":
        return "difference", q.value, q.low, q.high
    if q.kind == "multiple":
        return "multiple", q.value, q.low, q.high
    near = s.lowers[i - 1] if i else ""
    if near == "by" and q.kind == "money" and (_UP.search(left) or _DOWN.search(left)):
        if _nearest(_DOWN, left, "") < _nearest(_UP, left, ""):
            return "difference", *_negated(q)
        return "difference", q.value, q.low, q.high
    return "level", q.value, q.low, q.high


def _negated(q: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """A fall is a negative change."""
    return tuple(None if v is None else -abs(v) for v in (q.value, q.high, q.low))  # type: ignore[return-value]


def _nearest(pattern: re.Pattern[str], left: str, right: str) -> int:
    """Distance in characters to the nearest match, 999 where none."""
    a = [len(left) - m.end() for m in pattern.finditer(left)]
    b = [m.start() for m in pattern.finditer(right)]
    return min([*a, *b], default=999)


def _origin(s: Sentence, i: int) -> bool:
    """Whether the number is where a change started: "from $4.2 million"."""
    return i > 0 and s.lowers[i - 1] == "from"


def _status(s: Sentence, i: int, topic: Topic, ctx: Context) -> tuple[str, str]:
    left, right = _window(s, i, 14, 5)
    near = left[-110:]
    g = topic.verb
    by = statuses.of_group(g, s, ctx.lexicon)
    if _TARGET.search(near) and not re.search(r"exceed|surpass|achieved|reached the", near):
        return "target", "target word"
    if _FORECAST.search(near):
        return "forecast", "forecast word"
    if by in ("planned", "proposed", "denied"):
        if (
            topic.mode in ("trade", "exports", "imports")
            and by == "proposed"
            and g is not None
            and g.infinitive
        ):
            return "target", "wished"
        if topic.mode in ("trade", "exports", "imports") and by == "planned":
            return ("target" if g is not None and g.infinitive else "forecast"), "future"
        return by, "verb"
    if topic.mode in ("investment", "loan", "aid", "capacity", "projects", "jobs"):
        planned = any(
            v.lemma in ("announce", "pledge", "promise", "commit", "plan", "earmark", "offer")
            for v in s.groups
            if v.main < i and abs(i - v.main) < 14
        )
        if planned and not (g is not None and g.perfect):
            return "planned", "promised"
    return "actual", "verb"


def _draft(
    s: Sentence, i: int, q: Quantity, topic: Topic, actor: tuple[str, ...], recipient: tuple[str, ...], how: dict[str, str],
    measure: str, value: Decimal | None, low: Decimal | None, high: Decimal | None, ctx: Context,
) -> Draft:  # fmt: skip
    status, why = _status(s, i, topic, ctx)
    date, date_how = period_of(s, i, topic, ctx, {*actor, *recipient}, origin=_origin(s, i), status=status)
    base = base_of(s, i, measure, date, ctx)
    first, last = _extent(s, i, topic)
    start, end = s.starts[first], s.ends[last]
    mutual = topic.mode in MUTUAL
    return Draft(
        kind="figure", mode=topic.mode, actor=tuple(dict.fromkeys([*actor, *(recipient if mutual else ())])),
        recipient=() if mutual else recipient, status=status, start=start, end=end,
        rule=f"figure.{topic.mode}.{measure}.v1", date=date, measure=measure, value=value, low=low, high=high,
        unit=_unit(q, {*actor, *recipient}, ctx), base=base, product=_product(s, topic, ctx),
        people=ctx.people_in(start, end), organisations=ctx.organisations_in(start, end),
        because={"mode": topic.how, **how, "status": why, "date": date_how},
    )  # fmt: skip


def _unit(q: Quantity, parties: set[str], ctx: Context) -> str:
    """The unit; a shared currency word ("rials", "Rs") means a party's own money of that name."""
    if q.kind == "points":
        return "percent"
    if q.kind != "money":
        return q.unit
    words = [w for w in re.findall(r"[^\W\d_]+\.?|[^\w\s.,-]", q.text) if w.casefold() not in _SCALES]
    if (
        len(words) != 1
        or words[0].casefold().rstrip("s") in ("dollar", "$", "usd", "euro")
        or words[0].upper() == q.unit
    ):
        return q.unit
    for code in sorted(parties):
        own = default_for(words[0], code)
        if own is not None and own != q.unit and own != default_for(words[0]):
            return own
    return q.unit


def _product(s: Sentence, topic: Topic, ctx: Context) -> Product | None:
    if topic.mode not in ("exports", "imports", "energy", "cargo"):
        return None
    found: Any = topic.product or _product_beside(s, topic.item, ctx)
    topic.product = found
    return Product(found.text, found.hs) if found is not None else None


def _product_beside(s: Sentence, item: int, ctx: Context) -> Any:
    """The goods named with the noun: "oil exports", "exports of copper"."""
    if s.kinds[item] == "Q":
        near = ctx.within(ctx.products, s.ends[item], s.ends[min(s.n - 1, item + 5)])
        return near[0] if near else None
    a = item
    while a > 0 and s.kinds[a - 1] == "w" and not s.tags[a - 1] & PREP and (a - 1) not in s.verb_at:
        a -= 1
    before = ctx.within(ctx.products, s.starts[a], s.starts[item])
    if before:
        return before[-1]
    if item + 1 < s.n and s.lowers[item + 1] == "of":
        after = ctx.within(ctx.products, s.starts[item], s.ends[min(s.n - 1, item + 6)])
        return after[0] if after else None
    return None


def _extent(s: Sentence, i: int, topic: Topic) -> tuple[int, int]:
    """Items of the evidence: from the topic (or the clause's start) to the number and its period."""
    first = min(i, topic.item if topic.item >= 0 and "before" not in topic.how else i)
    while first > 0 and s.clause[first - 1] == s.clause[first] and s.kinds[first - 1] != ".":
        first -= 1
    last = i
    while last + 1 < s.n and s.kinds[last + 1] not in ".Q" and s.clause[last + 1] == s.clause[i]:
        last += 1
    return first, last
