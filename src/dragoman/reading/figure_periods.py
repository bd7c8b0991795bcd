"""The period that a figure measures, and the period that a change is measured against."""

from __future__ import annotations

import re

from dragoman.model.periods import parse_period
from dragoman.reading.context import Context
from dragoman.reading.figure_topics import Topic
from dragoman.reading.sentences import Sentence

__all__ = ["base_of", "period_of"]

_BASE_CUES = re.compile(
    r"\b(?:compared (?:to|with)|versus|against|than(?: in)?|from|over|relative to|on|since)\s*(?:the\s*)?$"
)
_FLOWS = frozenset({"exports", "imports", "trade"})
_NOW = re.compile(r"\b(now|currently|today|at present|presently|to date|so far)\b")


def _is_base(s: Sentence, j: int) -> bool:
    """Whether a date names what is compared with: "compared to 2022", "the 2023 figure", "than in 2023"."""
    words = s.lowers[max(0, j - 4) : j]
    text = " ".join(words)
    if _BASE_CUES.search(text):
        if words and words[-1] in ("from", "over", "on", "since", "of"):
            return any(
                w in ("period", "level", "levels", "percent", "%", "figure", "increase", "rise", "up", "down")
                for w in words
            ) or (j >= 3 and "Q" in (s.kinds[j - 2], s.kinds[j - 3] if s.lowers[j - 2] == ")" else ""))
        return True
    if re.search(r"same (?:period|months?|quarter|time|half)(?: of| in)?$", text):
        return True
    following = s.lowers[j + 1 : j + 2]
    return bool(following) and following[0] in (
        "figure",
        "figures",
        "level",
        "levels",
        "volume",
        "result",
        "results",
        "amount",
        "total",
    )


def _dates(s: Sentence) -> list[int]:
    return [
        j
        for j in range(s.n)
        if s.kinds[j] == "D" and s.refs[j].edtf and s.refs[j].kind not in ("duration", "set")
    ]


def period_of(
    s: Sentence, i: int, topic: Topic, ctx: Context, parties: set[str], *, origin: bool, status: str
) -> tuple[str | None, str]:
    """(period, how): beside the number, in its clause, in the sentence, from the figure before."""
    dates = [j for j in _dates(s) if not _is_base(s, j)]
    after = [
        j
        for j in dates
        if j > i and s.clause[j] == s.clause[i] and not any(s.kinds[k] == "Q" for k in range(i + 1, j))
    ]
    if after and (origin or after[0] - i <= 6):
        return s.refs[after[0]].edtf, f"{s.refs[after[0]].text!r} behind the number"
    if origin:
        return None, "where the change started: no period given"
    same = [j for j in dates if s.clause[j] == s.clause[i] and not _belongs_to_origin(s, j)]
    if same:
        best = min(same, key=lambda j: (abs(j - i), j))
        return s.refs[best].edtf, f"{s.refs[best].text!r} in the clause"
    earlier = [j for j in dates if j < i and not _belongs_to_origin(s, j)]
    if topic.date:
        return topic.date, "the period of the figure before"
    if earlier:
        return s.refs[earlier[-1]].edtf, f"{s.refs[earlier[-1]].text!r} earlier in the sentence"
    if i == 1 and s.lowers[0] == "the" and ctx.previous is not None:
        dated = _dates(ctx.previous)  # "... in January 2017. The 500 tonnes were"
        if len(dated) == 1:
            return ctx.previous.refs[dated[0]].edtf, "the date of the sentence before"
    if status in ("target", "planned", "proposed", "forecast"):
        return None, "no date given"
    if topic.mode in ("companies", "students", "projects", "jobs"):
        if (
            ctx.document.date and _NOW.search(s.text[s.span[0] : s.span[1]].lower())
        ) or topic.mode == "companies":
            return (ctx.document.date or "")[:4] or None, "the document's date"
        return None, "no time in the sentence"
    if topic.mode in _FLOWS:
        for d in reversed(ctx.found[-10:]):
            told = d.kind == "figure" and d.date and d.status == "actual" and d.mode in _FLOWS
            if told and {*d.actor, *d.recipient} == parties:
                return d.date, "the period of the figure before"
    return None, "no time in the sentence"


def _belongs_to_origin(s: Sentence, j: int) -> bool:
    """Whether a date hangs on the number where a change started: "from $4.2 million in 2023"."""
    for k in range(j - 1, max(-1, j - 4), -1):
        if s.kinds[k] == "Q":
            return k > 0 and s.lowers[k - 1] == "from"
    return False


def _year_before(edtf: str | None) -> str | None:
    if not edtf:
        return None
    return re.sub(r"\d{4}", lambda m: f"{int(m.group()) - 1:04d}", edtf) if ".." not in edtf else None


def base_of(s: Sentence, i: int, measure: str, date: str | None, ctx: Context) -> str | None:
    """The period compared with, for growth, multiples and differences."""
    if measure not in ("growth", "multiple", "difference"):
        return None
    for j in _dates(s):
        if s.clause[j] == s.clause[i] and j > i and _is_base(s, j):
            return str(s.refs[j].edtf)
    for j in _dates(s):
        if j > i and _belongs_to_origin(s, j):
            return str(s.refs[j].edtf)
    if (
        date
        and parse_period(date).first
        and "/.." not in date
        and not ("/" in date and date[:4] != date.split("/")[1][:4])
    ):
        return _year_before(date)
    return None
