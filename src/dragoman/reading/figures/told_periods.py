"""The period of a flow that a text told just before of the same country, where the sentence names none of its own."""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.figures.scenes import Topic
from dragoman.reading.syntax.lexicon import CONJ
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["behind_amount", "day_told", "gone_by", "in_aside", "own_year_behind", "period_told"]

_MODES = frozenset({"trade", "exports", "imports", "energy", "cargo", "visitors"})
_FLOWS = _MODES - {"visitors"}
# So many figures back, and so far, a period is carried (assumed).
_BACK = 6
_REACH = 330


def behind_amount(s: Sentence, at: int) -> bool:
    """Whether a word stands behind an amount or what that measures: "rose 8 percent over", "rose 21 percent by value over"."""
    if at > 2 and s.lowers[at - 2] in ("by", "in") and s.noun[at - 1].rpartition(" ")[2] in _MEASURED:
        at -= 2
    return at > 1 and "Q" in (s.kinds[at - 1], s.kinds[at - 2] if s.lowers[at - 1] in (")", ",") else "")


_MEASURED = frozenset({"value", "volume", "quantity", "term", "terms", "tonnage", "weight"})


def period_told(s: Sentence, topic: Topic, ctx: Context, parties: set[str]) -> str | None:
    """The last period told of a flow of one of the parties; only what is told as past goes on about it."""
    if topic.mode not in _MODES or s.dates or not _past(s, topic):
        return None
    begin = s.span[0]
    told = [
        d
        for d in ctx.found[-_BACK:]
        if d.kind == "figure" and d.date and d.status == "actual" and _same_sort(d.mode, topic.mode)
        and begin - d.start < _REACH and parties & {*d.actor, *d.recipient}
    ]  # fmt: skip
    if told:
        near = [d.date for d in told if told[-1].start - d.start < _REACH // 2 and d.date and _plain(d.date)]
        return max(near, default=None)
    return _period_before(topic, ctx, parties)


def gone_by(s: Sentence, i: int, edtf: str, today: str | None) -> bool:
    """Whether a clause tells what has come since a period long over: "In 2008 trade was $3 million. It has since reached"."""
    if (
        today is None
        or not edtf[:4].isdigit()
        or int(today[:4]) - int(edtf[-4:] if _SPAN.fullmatch(edtf) else edtf[:4]) < _LONG
    ):
        return False
    if any(low in words("figures.told_periods", "since") for low in s.lowers[:i]):
        return True
    g = next((g for g in reversed(s.groups) if g.finite and g.main < i and g.clause == s.clause[i]), None)
    return g is not None and (g.perfect or not g.past) and g.modal is None and s.lowers[g.first] != "had"


def in_aside(s: Sentence, i: int, j: int) -> bool:
    """Whether a time ends what a subject was before: "its exports, just $3 million in 2010, have reached $40 million"."""
    if _in_relative(s, i, j):
        return True
    if s.lowers[j + 1 : j + 2] != [","]:
        return False
    g = next((g for g in s.groups if g.finite and j + 1 < g.first <= j + 3), None)
    if g is None or g.main > i or not (g.perfect or not g.past) or g.modal:
        return False
    opens = next((k for k in range(j - 1, 0, -1) if s.lowers[k] == "," or k in s.verb_at), 0)
    return opens > 0 and s.lowers[opens] == ","


def _in_relative(s: Sentence, i: int, j: int) -> bool:
    """Whether a time is of a relative clause within the number's own: "Chad, which joined in 2008, gave $5 million"."""
    comma = next((k for k in range(j + 1, i) if s.lowers[k] == ","), -1)
    if comma < 0 or comma + 1 not in s.verb_at or not s.verb_at[comma + 1].finite:
        return False
    return any(g.first > 1 and s.lowers[g.first - 1] in ("which", "who") and g.main < j for g in s.groups)


_LONG = 2
"""Years after which what "has" become of a sum is told of today, not of the period told before. assumed"""


def _same_sort(one: str, other: str) -> bool:
    return (one in _FLOWS) == (other in _FLOWS)


def _plain(edtf: str) -> bool:
    """Whether a period is one that flows are counted for: no day, nothing open."""
    return not edtf.endswith("/..") and edtf[:1].isdigit() and _one_year(edtf)


def _one_year(edtf: str) -> bool:
    first, _, last = edtf.partition("/")
    return len(first) < len("2022-01-01") and (not last or first[:4] == last[:4])


def _past(s: Sentence, topic: Topic) -> bool:
    """Whether the clause of the number is told as past: what "is" or "has been" has no period told before."""
    at = topic.at if 0 <= topic.at < s.n else topic.item
    g = next((g for g in reversed(s.groups) if g.finite and g.clause == s.clause[at]), None)
    if g is None:
        return not any(g.finite for g in s.groups)  # "Main buyers: Chad ($5 million)"
    return g.past and not g.perfect and g.modal is None


def _period_before(topic: Topic, ctx: Context, parties: set[str]) -> str | None:
    """The one period of a sentence on one country's whole trade or guests, of which no figure between two was read."""
    before = ctx.previous
    if before is None or "Q" not in before.kinds or len(before.dates) != 1:
        return None
    named = {c for m in before.mentions if m.kind in "PL" for c in m.codes}
    if named and not named & parties:
        return None
    classes = ctx.lexicon.classes_of_noun
    sorts = {c for n in before.noun if n for c in classes.get(n, ())}
    verbs = {c for v in before.verb if v for c in ctx.lexicon.classes_of_verb.get(v, ())}
    flows = sorts & {"trade", "exports", "imports"} or verbs & {"export_v", "import_v"}
    guests = "visitors" in sorts or "visit" in before.verb
    if not (guests if topic.mode == "visitors" else flows):
        return None
    edtf = str(before.refs[before.dates[0]].edtf)
    return edtf if _plain(edtf) else None


_SPAN = re.compile(r"(\d{4})/(\d{4})")
# Items from a number to a year behind it: "million tonnes of wheat in" (assumed).
_TO_YEAR = 6


def own_year_behind(s: Sentence, i: int) -> bool:
    """Whether the first number behind a span of years has a year of it: "3.2 million over 2021-2023: 0.9 million in 2021"."""
    span = _SPAN.fullmatch(str(s.refs[i - 2].edtf))
    behind = next((j for j in range(i + 1, min(s.n, i + _TO_YEAR)) if s.kinds[j] in ("D", "Q")), -1)
    if span is None or behind < 0 or s.kinds[behind] != "D":
        return False
    return span[1] <= str(s.refs[behind].edtf) <= span[2]


_FROM_VERB = 6
"""Items from a verb of saying to the day it was said: "told reporters on Tuesday". assumed"""
_DAY = len("2024-05-14")


def day_told(s: Sentence, i: int, j: int) -> bool:
    """Whether a day is that on which the figure at item ``i`` was told: "said on Tuesday that", ", he told reporters on Tuesday"."""
    if len(str(s.refs[j].edtf)) != _DAY:
        return False
    g = next((g for g in reversed(s.groups) if g.main < j), None)
    if g is None or j - g.main > _FROM_VERB or not g.finite or g.passive:
        return False
    if g.lemma not in words("frames", "saying") and g.lemma not in words("syntax.clauses", "telling"):
        return False
    if i > j:
        return s.clause[i] != g.clause
    return "," in s.lowers[i : g.first] and not any(
        s.tags[k] & CONJ for k in range(i, g.first) if s.kinds[k] == "w"
    )
