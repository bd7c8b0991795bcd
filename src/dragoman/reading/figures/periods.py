"""The period that a figure measures, and the period that a change is measured against."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.model.periods import parse_period
from dragoman.reading.context import Context
from dragoman.reading.figures.headings import year_of_heading
from dragoman.reading.figures.neighbours import is_compared
from dragoman.reading.figures.present_amounts import is_present
from dragoman.reading.figures.respective_times import respective_times
from dragoman.reading.figures.scenes import Topic
from dragoman.reading.figures.told_periods import (
    behind_amount,
    day_told,
    gone_by,
    in_aside,
    own_year_behind,
    period_told,
)
from dragoman.reading.frames.statuses import after_document
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words
from dragoman.reading.word_lists import words as listed

__all__ = ["base_of", "period_of"]

# A number that is aimed at is not of the past period told with another.
_AHEAD = frozenset({"target", "forecast"})
_TIMES = words("figures.periods", "times")
_BASE_CUES = re.compile(
    r"\bas (?:much|many|high|large|big|low|little) as(?: in| during| for)?$"
    r"|\b(?:compar(?:ed|ison) (?:to|with)|versus|against|than(?: (?:(?:was|were|that|those|had been) )?(?:recorded|registered|reported|achieved|posted|seen|reached)| that| those)?(?: in| during| for| over| at)?|from|over|relative to|on|since|above|below|up on|down on)\s*(?:the\s*)?(?:year(?:\s+of)?\s*)?$"
)
_OF_FIGURE = re.compile(
    r"\b(?:figures?|levels?|volumes?|values?|results?|amounts?|that|those|total) (?:of|in|for)(?: the year)?$"
)
_AGAINST = frozenset({"against", "versus", "vs", "compared", "from", "than", "when"})
_YEAR_BACK = re.compile(
    r"\b(?:year (?:earlier|before|ago|prior)|(?:previous|preceding|prior) year|year-earlier|year back)\b",
    re.I,
)
_FULL_YEAR = re.compile(
    r"\b(?:for|over|in|during) the (?:(?:full|whole|entire) year\b(?! \d)|year as a whole\b)"
)
# "2022 - $1.31 billion, 2023 - $1.49 billion"
_LABELS = frozenset({"-", "–", "—", ":"})
_FLOWS = frozenset({"exports", "imports", "trade"})
_SAME_PERIOD = re.compile(
    r"\b(?:over|in|during|for|within) (?:the|this|that|same|the (?:same|said|reporting|reviewed|reported)) period\b(?! (?:of|last|a year|in|from))"
)
_ONCE = words("figures.periods", "once")
_NOWS = words("figures.periods", "nows")
# Items from a participle to its own time: "put into effect by the two countries in" (assumed).
_OWN_TIME = 8
# Numbers and times as many as these are paired without "respectively" (assumed).
_LIST = 3
_NOW = re.compile(r"\b(now|currently|today|at present|presently|to date|so far)\b")

# "a decrease compared to last year's corresponding period"
_AS_LAST_YEAR = re.compile(r"\bcompared (?:to|with) (?:the )?(?:last|previous|preceding) year ?['’]s$")
# "rose from 1.8 to 3.3 over the 2014-2019 period": no time compared with
_SPAN_OF_YEARS = re.compile(r"(\d{4})/(\d{4})")
_SAME_AS = re.compile(r"same (?:period|months?|quarter|time|half)(?: of| in)?$")
_NEXT = re.compile(r"\b(?:next|coming)\b", re.I)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-.*")

_BASE_NOUNS = frozenset(
    "period level levels percent % figure increase decrease rise fall drop decline growth jump gain up down".split()
)
_RUN = re.compile(
    r"(?i)(?:the )?(?:first )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven) months (?:of|in) "
)
_COMPARING = frozenset(
    {"against", "compared", "comparison", "same", "corresponding", "than", "versus", "vs", "level", "figure"}
)


def _is_base(s: Sentence, j: int) -> bool:
    """Whether a date names what is compared with: "compared to 2022", "the 2023 figure", "than in 2023"."""
    words = s.lowers[max(0, j - 4) : j]
    text = " ".join(words)
    if words[-1:] in (["over"], ["of"]) and _RUN.match(s.refs[j].text) and _COMPARING.isdisjoint(words):
        return False  # "$2.6 billion over nine months of 2019", "the results of nine months of 2019"
    if words[-1:] == ["on"] and _DAY.fullmatch(s.refs[j].edtf or ""):
        return False  # "lent $50 million on Monday", not "up 4 percent on 2019"
    if _BASE_CUES.search(text) and not ("over" in words and _years(s, j) > 1):
        if words[-2:] == ["than", "over"]:
            return True
        if words[-1:] == ["year"] and not {"compared", "comparison"}.isdisjoint(words):
            return True  # "compared to the year 2004"
        if words and words[-1] in ("from", "over", "on", "since", "of", "year"):
            if "from" in words and words[-1] in ("of", "year"):
                return "Q" in s.kinds[max(0, j - 6) : j]  # "up 107% from the year of 2005"
            return any(w in _BASE_NOUNS for w in words) or behind_amount(s, j - 1)
        return True
    if _SAME_AS.search(text) or _AS_LAST_YEAR.search(text):
        return True
    if _OF_FIGURE.search(text) and "Q" in s.kinds[max(0, j - 7) : j]:
        return True  # "four times the figure of 2023"
    if _since_change(s, j):
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


def _years(s: Sentence, j: int) -> int:
    """How many years lie between the first and the last of a span of years; 0 for any other time."""
    span = _SPAN_OF_YEARS.fullmatch(s.refs[j].edtf or "")
    return int(span[2]) - int(span[1]) if span else 0


def _over_years(s: Sentence, i: int, j: int, measure: str) -> bool:
    """Whether a span of years is no period of a level: "$90 million over the next two years", "4,300, up 9% over five years"."""
    if measure != "level" or _years(s, j) < 2 or "over" not in s.lowers[max(0, j - 3) : j]:
        return False
    if j > 1 and s.kinds[j - 2] == "Q" and _NEXT.search(s.refs[j].text):
        return s.lowers[i - 1] != "to"  # "raise trade to $1 billion over the next five years": at their end
    if "and" in s.lowers[i + 1 : j] and any(g.finite and g.first > j for g in s.groups):
        return True  # "averaged $3 million, and over the past three years it has grown"
    return any(s.kinds[k] == "Q" and s.refs[k].kind in ("percent", "multiple") for k in range(i + 1, j))


def _since_change(s: Sentence, j: int) -> bool:
    """Whether a time is since when something changed: "an increase of 65 percent since 2003"."""
    if not (s.refs[j].edtf or "").endswith("/.."):
        return False
    near = next((k for k in range(j - 1, max(-1, j - 4), -1) if s.kinds[k] == "Q"), -1)
    return (
        near >= 0
        and s.refs[near].kind in ("percent", "multiple")
        and any(w in listed("figures", "changes") for w in s.lowers[max(0, near - 4) : j])
    )


def _since_record(s: Sentence, j: int) -> bool:
    """Whether a time is only since when nothing was higher or lower: "$21 billion, the highest level since 2015"."""
    if not (s.refs[j].edtf or "").endswith("/.."):
        return False
    near = s.lowers[max(0, j - 4) : j]
    return any(
        w in ("highest", "lowest", "largest", "biggest", "smallest", "strongest", "weakest", "worst", "best")
        for w in near
    )


def period_of(
    s: Sentence,
    i: int,
    topic: Topic,
    ctx: Context,
    parties: set[str],
    *,
    origin: bool,
    status: str,
    measure: str = "level",
) -> tuple[str | None, str]:
    """(period, how): beside the number, in its clause, in the sentence, from the figure before."""
    dates = [
        j
        for j in s.dates
        if not _is_base(s, j)
        and not _since_record(s, j)
        and not _compares(s, j, measure)
        and not _multiplied(s, i, j, measure)
        and not _over_years(s, i, j, measure)
        and not _of_participle(s, j, topic)
        and not day_told(s, i, j)
    ]
    if i > 1 and s.lowers[i - 1] in _LABELS and i - 2 in dates and not own_year_behind(s, i):
        return s.refs[i - 2].edtf, f"{s.refs[i - 2].text!r} is its label"
    if i and s.lowers[i - 1] in _ONCE:
        return None, "some time before"
    if is_present(s, i) and "D" not in s.kinds[i + 1 : i + 3]:
        return (ctx.document.date or "")[:4] or None, "today"
    whole = _full_year(s, i, topic.date or topic.told)
    if whole is not None:
        return whole, "the full year of the period before"
    if origin and topic.told is None and (year := _told_later(s, i)) is not None:
        return year, "the year before the one that the data are for"
    if i > 1 and s.lowers[i - 1] == "(" and s.kinds[i - 2] == "D" and _is_base(s, i - 2):
        then = str(s.refs[i - 2].edtf)  # "11% up on the same period of 2016 ($4.8 billion)"
        return _same_part(topic.date or topic.told, then), "what the number before is compared with"
    dates = _of_brackets(s, i, dates)
    again = _same_years(s, i, ctx) if not dates else None
    if again is not None:
        return again, "the same place of the list of the sentence before"
    nth = _respective(s, i, dates)
    if nth is not None:
        return s.refs[nth].edtf, f"{s.refs[nth].text!r} in the same place of the list"
    dates = [j for j in dates if not _before_later_act(s, i, j)]
    after = [
        j
        for j in dates
        if j > i
        and (s.clause[j] == s.clause[i] or (origin and j - i < 12))
        and not any(s.kinds[k] == "Q" or s.lowers[k] == ";" for k in range(_past_bracket(s, i, j) + 1, j))
        and not _of_next(s, i, j)
    ]
    if after and (origin or after[0] - i <= 6):
        edtf = _year_back(s, after[0], topic.date or topic.told) or _two_years(s, after[0])
        return edtf, f"{s.refs[after[0]].text!r} behind the number"
    when = next((j for j in range(i) if s.clause[j] == s.clause[i] and s.lowers[j] == "when"), -1)
    if when > 1 and "D" in s.kinds[max(0, when - 2) : when]:
        j = max(k for k in range(max(0, when - 2), when) if s.kinds[k] == "D")
        return s.refs[j].edtf, f"{s.refs[j].text!r} before 'when'"
    if origin:
        began = _began_before(s, topic, ctx) or _start_of_span(s, i, dates)
        if began is not None:
            return began, "where the change before it started"
        return None, "where the change started: no period given"
    same = [
        j
        for j in dates
        if s.clause[j] == s.clause[i]
        and not _belongs_to_origin(s, j)
        and not _belongs_to_compared(s, i, j)
        and not (j < i and (_hangs_on_compared(s, j) or in_aside(s, i, j)))
        and not (j > i and (_of_next(s, i, j) or ";" in s.lowers[i:j]))
    ]
    if same:
        best = min(same, key=lambda j: (abs(j - i), j))
        return s.refs[best].edtf, f"{s.refs[best].text!r} in the clause"
    if any(s.lowers[k] in _NOWS and s.clause[k] == s.clause[i] for k in range(s.n)):
        year = (ctx.document.date or "")[:4] or None
        if any(str(s.refs[j].edtf)[:4] > (year or "9999") for j in dates):
            return year, "now, and not when it is to be"
    earlier = [
        j
        for j in dates
        if j < i and not (_belongs_to_origin(s, j) or _hangs_on_compared(s, j) or in_aside(s, i, j))
    ]
    if measure == "growth" and not earlier and (later := _of_sum_behind(s, i, dates)) >= 0:
        return s.refs[later].edtf, f"{s.refs[later].text!r} of the sum that it grew to"
    aimed = status in _AHEAD  # "was $345 million in 2023, and they want to raise it to $1 billion"
    if topic.date and not (aimed and not after_document(topic.date, ctx.document.date)):
        return topic.date, "the period of the figure before"
    if earlier and not (aimed and not after_document(s.refs[earlier[-1]].edtf, ctx.document.date)):
        return s.refs[earlier[-1]].edtf, f"{s.refs[earlier[-1]].text!r} earlier in the sentence"
    if i == 1 and s.lowers[0] == "the" and ctx.previous is not None:
        dated = ctx.previous.dates  # "... in January 2017. The 500 tonnes were"
        if len(dated) == 1:
            return ctx.previous.refs[dated[0]].edtf, "the date of the sentence before"
    if aimed or status in ("planned", "proposed"):
        return None, "no date given"
    if (year := year_of_heading(s)) is not None:
        return year, "the heading of the list"
    if _SAME_PERIOD.search(s.text[s.span[0] : s.span[1]].lower()):
        spoken = next((d.date for d in reversed(ctx.found[-10:]) if d.kind == "figure" and d.date), None)
        if spoken:
            return spoken, "the period spoken of before"
    if topic.mode in ("companies", "students", "projects", "jobs"):
        if (ctx.document.date and _NOW.search(s.lowered)) or topic.mode == "companies":
            return (ctx.document.date or "")[:4] or None, "the document's date"
        return None, "no time in the sentence"
    if topic.mode in _FLOWS:
        told = [
            d
            for d in ctx.found[-10:]
            if d.kind == "figure" and d.date and d.status == "actual" and d.mode in _FLOWS
            and {*d.actor, *d.recipient} == parties
        ]  # fmt: skip
        # of the last sentence's periods the latest: the others were only compared with
        near = [d.date for d in told if told[-1].start - d.start < 240 and d.date]
        if near and not gone_by(s, i, max(near), ctx.document.date):
            return _full_year(s, i, max(near)) or max(near), "the period of the figure before"
    if (before := period_told(s, topic, ctx, parties)) is not None:
        return before, "the period of the flow told before"
    return None, "no time in the sentence"


def _of_sum_behind(s: Sentence, i: int, dates: list[int]) -> int:
    """The one time of a sentence, behind the sum that a change led to: "grew by 33% and reached $20 million in 2023"; or -1."""
    if len(dates) != 1 or dates[0] < i:
        return -1
    sums = [k for k in range(i + 1, dates[0]) if s.kinds[k] == "Q"]
    joined = len(sums) == 1 and "and" in s.lowers[i + 1 : sums[0]] and s.refs[sums[0]].kind == "money"
    return dates[0] if joined and dates[0] - sums[0] <= _NEAR_SUM else -1


_NEAR_SUM = 3
"""Items between a sum and its time: "in", "the". assumed"""


def _began_before(s: Sentence, topic: Topic, ctx: Context) -> str | None:
    """Where the change told in the sentence before started, in a sentence without any time: "exports rose from 3.3 to 3.9"."""
    if topic.mode not in _FLOWS or any(s.kinds[j] == "D" for j in range(s.n)):
        return None
    told = [
        d for d in ctx.last if d.kind == "figure" and d.measure == "level" and d.mode in _FLOWS and d.date
    ]
    began = {d.date for d in told if d.because.get("status") == "where a change starts"}
    ended = {d.date for d in told} - began
    if len(began) != 1 or len(ended) != 1:
        return None
    first, last = str(*began), str(*ended)
    return first if first < last else None


def _start_of_span(s: Sentence, i: int, dates: list[int]) -> str | None:
    """The first year of the only span of years told: "between 2004 and 2019 rose from 2 to 9 billion"."""
    spans = {found.groups() for j in dates if (found := _SPAN_OF_YEARS.fullmatch(s.refs[j].edtf or ""))}
    if len(spans) != 1 or len(dates) != 1:
        return None
    first, last = spans.pop()
    return first if first < last and "to" in s.lowers[i + 1 : i + 4] else None


def _of_next(s: Sentence, i: int, j: int) -> bool:
    """Whether a time opens the next number: "at 118 and in the second quarter at 122", "$5 million (2021: $4 million)"."""
    if (
        j > i
        and s.lowers[j - 1] in ("(", ";")
        and s.kinds[j + 2 : j + 3] == ["Q"]
        and s.lowers[j + 1] in _LABELS
    ):
        return True
    if s.lowers[j - 2 : j] == [",", "in"] and s.kinds[j + 1 : j + 2] == ["Q"] and "D" in s.kinds[:i]:
        return True  # "in January goods worth $9 million to Peru, in February $8 million"
    if s.lowers[i + 1 : i + 2] not in (["and"], [","], [";"]) or "D" not in s.kinds[:i]:
        return False
    return any(s.kinds[k] == "Q" for k in range(j + 1, min(s.n, j + 5)))


def _full_year(s: Sentence, i: int, told: str | None) -> str | None:
    """The year of a part of it told before: "for the full year the figure was $502.6 million"."""
    words = " ".join(s.lowers[:i])
    if told is None or not _PART_OF_YEAR.fullmatch(told) or told[:4] != told.split("/")[-1][:4]:
        return None
    return told[:4] if _FULL_YEAR.search(words) else None


def _told_later(s: Sentence, i: int) -> str | None:
    """The year before the one at the end: "from $1.72 billion the previous year, data for 2024 show"."""
    back = [
        j for j in range(i + 1, min(s.n, i + 4)) if s.kinds[j] == "D" and _YEAR_BACK.search(s.refs[j].text)
    ]
    years = {
        str(s.refs[j].edtf) for j in range(s.n) if s.kinds[j] == "D" and j not in back and s.refs[j].edtf
    }
    if not back or len(years) != 1 or not re.fullmatch(r"\d{4}", next(iter(years))):
        return None
    return _year_before(next(iter(years)))


def _respective(s: Sentence, i: int, dates: list[int]) -> int | None:
    """The time in the same place as a number of a list: "in 2021 and 2022 exports were 61 and 74 respectively"."""
    if s.kinds[i] != "Q":
        return None
    if (told := respective_times(s).get(i)) is not None:
        return told
    if "respectively" not in s.lowers:
        last = max(
            dates, default=s.n
        )  # "1.2 in 2021, 2 in 2022 and 1.3 in 2023, while imports were 0.6, 1.2 and 0.9"
        again = [k for k in range(last, s.n) if s.kinds[k] == "Q" and s.refs[k].kind == s.refs[i].kind]
        paired = len(dates) >= _LIST or (
            len(again) == 2 and _each_dated(s, dates, s.refs[i].kind) and _joined(s, again)
        )
        return dates[again.index(i)] if i in again and len(again) == len(dates) and paired else None
    numbers = [k for k in range(s.n) if s.kinds[k] == "Q" and s.refs[k].kind == s.refs[i].kind]
    if len(numbers) > len(
        dates
    ):  # "64.7 in 2023 and 92.1 in 2024; imports amounted to 2.29 and 1.96 respectively"
        numbers = [k for k in numbers if s.clause[k] == s.clause[i] and k > max(dates, default=s.n)]
    paired = len(dates) == len(numbers) > 1 and (dates[-1] < numbers[0] or numbers[-1] < dates[0])
    return dates[numbers.index(i)] if paired and i in numbers else None


def _each_dated(s: Sentence, dates: list[int], kind: str) -> bool:
    """Whether each time has a number of its own: "2.9 in 2022 and 3.4 in 2023", "in 2022 2.9 and in 2023 3.4"."""
    kinds = "".join(
        s.kinds[k] for k in range(s.n) if s.kinds[k] == "D" or (s.kinds[k] == "Q" and s.refs[k].kind == kind)
    )
    return kinds.startswith(("QD" * len(dates), "DQ" * len(dates)))


def _joined(s: Sentence, numbers: list[int]) -> bool:
    """Whether numbers are a bare list: "1.9 billion and 3.2 billion"."""
    return all(s.lowers[a + 1 : b] in (["and"], [","], [",", "and"]) for a, b in pairwise(numbers))


def _of_brackets(s: Sentence, i: int, dates: list[int]) -> list[int]:
    """The times that a number in brackets can have: those in them, else those before them."""
    opened = next((k for k in range(i - 1, -1, -1) if s.lowers[k] in ("(", ")")), -1)
    if opened < 0 or s.lowers[opened] != "(":
        return [j for j in dates if not _dates_another(s, i, j)]
    closed = next((k for k in range(i + 1, s.n) if s.lowers[k] == ")"), s.n)
    inside = [j for j in dates if opened < j < closed]
    return inside or [j for j in dates if j < opened] or dates


def _dates_another(s: Sentence, i: int, j: int) -> bool:
    """Whether a time stands in brackets with an amount of its own: "$952 million (in 2020 – $907 million)"."""
    opened = next((k for k in range(j - 1, i, -1) if s.lowers[k] in ("(", ")")), -1)
    if opened <= i or s.lowers[opened] != "(" or s.kinds[i] != "Q":
        return False  # of a rank the bracket tells the amount
    closed = next((k for k in range(j + 1, s.n) if s.lowers[k] == ")"), s.n)
    return any(
        s.kinds[k] == "Q" and s.refs[k].kind == s.refs[i].kind and s.refs[k].unit == s.refs[i].unit
        for k in range(opened, closed)
    )


def _same_years(s: Sentence, i: int, ctx: Context) -> str | None:
    """The year in the same place of the last sentence's list: "imports were 412, 188 and 161 respectively"."""
    if s.kinds[i] != "Q":
        return None
    numbers = [k for k in range(s.n) if s.kinds[k] == "Q" and s.refs[k].kind == s.refs[i].kind]
    beside = _joined(s, numbers)
    if "respectively" not in s.lowers and not beside:
        return None
    told = [d.date for d in ctx.last if d.kind == "figure" and d.measure == "level" and d.date]
    if len(numbers) < 2 or len(told) != len(numbers) or len({*told}) != len(told):
        return None
    return told[numbers.index(i)]


def _before_later_act(s: Sentence, i: int, j: int) -> bool:
    """Whether a time is that of what came next: "slipped to 3.66 billion before jumping to 4.4 billion in 2024"."""
    return any(s.lowers[k] == "before" and k + 1 in s.verb_at for k in range(i + 1, j))


def _past_bracket(s: Sentence, i: int, j: int) -> int:
    """Where what is told of number ``i`` goes on to time ``j``: behind "$206 million (157 million euros)"."""
    if s.lowers[i + 1 : i + 2] != ["("]:
        return i
    return next((k for k in range(i + 2, min(j, i + 6)) if s.lowers[k] == ")"), i)


def _compares(s: Sentence, j: int, measure: str) -> bool:
    """Whether a time is only what a change is measured from: "four times the amount recorded the year before"."""
    return measure in ("growth", "multiple", "difference") and bool(_YEAR_BACK.search(s.refs[j].text))


def _multiplied(s: Sentence, i: int, j: int, measure: str) -> bool:
    """Whether a time is that of the number a multiple is of: "five times the $0.7 million of 2024"."""
    if measure != "multiple" or j <= i:
        return False
    of = next((k for k in range(i + 1, min(s.n, i + 4)) if s.kinds[k] == "Q"), -1)
    if of > 0 and s.lowers[of - 1] == "to" and s.lowers[i + 1] == ",":
        return False  # "doubled, to $1.2 billion, in 2022"
    return 0 < of < j <= of + 3


def _belongs_to_compared(s: Sentence, i: int, j: int) -> bool:
    """Whether a time behind number ``i`` hangs on a later number compared with: "303.6, against 27.3 a year earlier"."""
    for k in range(j - 1, i, -1):
        if s.kinds[k] == "Q":
            words = s.lowers[i + 1 : k]
            below = any(
                (a in ("below", "above") and b == "the") or (a == "compares" and b in ("with", "to"))
                for a, b in pairwise([*words, *s.lowers[k].split()])
            )
            return below or any(w in _AGAINST for w in words)
    return False


def _hangs_on_compared(s: Sentence, j: int) -> bool:
    """Whether a time is that of a number only compared with: "against $245.7 million in 2023"."""
    return any(
        s.kinds[k] == "Q" and (is_compared(s, k) or _of_a_multiple(s, k)) for k in range(max(0, j - 3), j)
    )


def _of_a_multiple(s: Sentence, k: int) -> bool:
    """Whether a number is one of which another is a multiple: "more than double the 2.6 billion of 2020"."""
    words = s.lowers[max(0, k - 3) : k]
    return "the" in words and (
        not _TIMES.isdisjoint(words)
        or any(s.kinds[i] == "Q" and s.refs[i].kind == "multiple" for i in range(max(0, k - 3), k))
    )


def _of_participle(s: Sentence, j: int, topic: Topic) -> bool:
    """Whether a time only says when something else was done: "under the deal signed in 2008, trade has reached"."""
    if topic.item <= j or topic.item < 0:
        return False
    g = next((g for g in reversed(s.groups) if g.main < j), None)
    if g is None or j - g.main > _OWN_TIME or "," in s.lowers[g.main : j]:
        return False
    if s.lowers[0] == "according to" and g.lemma in listed("figures.roles", "telling"):
        return (
            g.clause != s.clause[topic.item] or "," in s.lowers[j : topic.item]
        )  # "data released last week"
    if not g.reduced:
        return False
    return g.clause == s.clause[j] and s.lowers[j - 1] in ("in", "on", "since", "last", "of")


def _two_years(s: Sentence, j: int) -> str | None:
    """The time behind a number; two years on end where both are told: "two loans of 685 million yen in 2020 and 2021"."""
    first: str | None = s.refs[j].edtf
    joined = s.lowers[j + 1 : j + 2] == ["and"] and s.kinds[j + 2 : j + 3] == ["D"]
    then = str(s.refs[j + 2].edtf) if joined else ""
    if not (_YEAR.fullmatch(first or "") and _YEAR.fullmatch(then)) or _amounts(s) > 1:
        return first
    return f"{first}/{then}" if first and int(then) == int(first) + 1 else first


def _amounts(s: Sentence) -> int:
    """How many numbers of a sentence count no things."""
    return sum(s.kinds[k] == "Q" and s.refs[k].kind != "count" for k in range(s.n))


def _year_back(s: Sentence, j: int, told: str | None) -> str | None:
    """ "A year earlier" than the period told of, where that is a year; None for any other time."""
    if told is None or not re.fullmatch(r"\d{4}", told) or not _YEAR_BACK.search(s.refs[j].text):
        return None
    return _year_before(told)


def _belongs_to_origin(s: Sentence, j: int) -> bool:
    """Whether a date hangs on the number where a change started: "from $4.2 million in 2023"."""
    for k in range(j - 1, max(-1, j - 6), -1):
        if s.kinds[k] == "Q" and s.lowers[k - 1] == "(" and ")" in s.lowers[k:j]:
            continue  # "from $214 million (Sh27 billion) in 2010"
        if k < j - 3 and "(" not in s.lowers[k:j]:
            return False
        if s.kinds[k] == "Q":
            return k > 0 and s.lowers[k - 1] == "from"
    return False


def _of_multiple(s: Sentence, i: int, j: int) -> bool:
    """Whether a time is that of a multiple behind a change: "soared by 37%, more than three times the level of 2016"."""
    return s.refs[i].kind != "multiple" and any(
        s.kinds[k] == "Q" and s.refs[k].kind == "multiple" for k in range(i + 1, j)
    )


def _same_part(date: str | None, base: str) -> str:
    """A part of a year is measured against the same part of another: "in the first ten months, up 34% on the year before"."""
    if date is None or not re.fullmatch(r"\d{4}", base):
        return base
    part = re.fullmatch(r"(\d{4})(-\d\d)(?:/\1(-\d\d))?", date)
    if part is None:
        return base
    return base + part[2] + (f"/{base}{part[3]}" if part[3] else "")


def _year_before(edtf: str | None) -> str | None:
    if not edtf:
        return None
    return re.sub(r"\d{4}", lambda m: f"{int(m.group()) - 1:04d}", edtf) if ".." not in edtf else None


def _within_a_year(date: str) -> bool:
    """Whether months that run over a new year are twelve at most: "the year to March 2022"."""
    months = [12 * int(end[:4]) + int(end[5:]) for end in date.split("/") if _MONTH.fullmatch(end)]
    return len(months) == 2 and months[1] - months[0] < 12


def base_of(s: Sentence, i: int, measure: str, date: str | None, ctx: Context) -> str | None:
    """The period compared with, for growth, multiples and differences."""
    if measure not in ("growth", "multiple", "difference"):
        return None
    for j in s.dates:
        based = _is_base(s, j) or _compares(s, j, measure) or _multiplied(s, i, j, measure)
        if s.clause[j] == s.clause[i] and j > i and based and not _of_multiple(s, i, j):
            since = str(s.refs[j].edtf).removesuffix("/..")
            return _same_part(date, _year_back(s, j, date) or since)
    for j in s.dates:
        if j > i and _belongs_to_origin(s, j):
            return str(s.refs[j].edtf)
    against = next((k for k in range(i + 1, min(s.n, i + 7)) if s.kinds[k] == "Q"), -1)
    if against > 0 and is_compared(s, against):
        for j in range(against + 1, min(s.n, against + 4)):
            if s.kinds[j] == "D":
                return str(s.refs[j].edtf)  # "13 percent less than the record $8.2 billion of 2022"
    opening = next((j for j in s.dates if j < i), -1)
    if 0 < opening <= 4 and s.lowers[0] == "compared" and "Q" not in s.kinds[:i]:
        return str(s.refs[opening].edtf)  # "Compared with 2022 trade has shrunk by 43 percent"
    if (
        date
        and parse_period(date).first
        and "/.." not in date
        and (date[:4] == date.split("/")[-1][:4] or _within_a_year(date))
    ):
        return _year_before(date)
    return None
