"""Neighbouring amounts that are one: ranges, dollars and cents, double bounds (§Q7)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dragoman.reading.quantities.drafts import Draft
from dragoman.reading.quantities.multiples import grew_before
from dragoman.reading.quantities.tokens import Page

__all__ = ["merged"]

_DASHES = {"-", "–", "—", "−", " - ", " – ", "- ", "–to–", "~", " ~ ", " −", " -"}
_TO = {" to ", " through ", "- to ", "-to-", " up to ", " till ", " until "}
_CHANGE_WORD = re.compile(
    r"\b(?:increas|ris|rose|grow|grew|fell|fall|drop|declin|decreas|reduc|rais|lower|cut|expand|chang|mov|jump|surg|climb|doubl|tripl|soar"
    r"|boost|up$|up |down|went|go|going|goes|slump|shr[aiu]nk|bring|brought|upgrad|shift|edge|slip|revis|adjust|swell|push|lift|elevat|enhanc|scal"
    r"|ramp|driv|drove|propel|multipl|accelerat|strengthen|hik|plung|tumbl|plummet|dwindl|skyrocket|rocket|leap|swung|swing|narrow|widen"
    r"|recover|rebound|halv|quadrupl|quintupl|tak(?:e|es|ing) (?:[a-z]+ ){0,2}(?:trade|turnover|exports|imports|it|them)\b)[a-z]*\b(?:[^.;]|\.(?=\d)){0,60}$"
)
# Right before a sum these say by how much it moved: "dropped $4 million to $9 million".
_MOVED = re.compile(
    r"\b(?:rose|risen|fell|fallen|grew|grown|shed|lost|gained|added|(?:dropp|declin|decreas|dipp|slipp|shrink|plung|slump|tumbl|plummet|contract"
    r"|climb|increas|jump|surg|soar|swell|widen|expand|narrow)ed) (?:another |a further |an additional |a )?$"
)
# "from ", "from the current level of ", "from a mere "
_FROM = re.compile(
    r"\bfrom (?:(?:a|an|the|its|their|current|present|existing|initial|previous|earlier|original|annual|total|level|levels|volume|figure|value"
    r"|amount|of|about|around|nearly|almost|roughly|some|practically|virtually|effectively|barely|scarcely|hardly|little more than|close to|just|only|merely|mere|modest|meag(?:er|re)|paltry|low|high|record) ){0,6}$"
)
_BETWEEN = re.compile(r"\bbetween $")
_ENDS = re.compile(r"[.,;:!?)]|$| (?:more|each|per|for|in|and)\b|\n")
_CENTS_GAPS = {" and ", " ", ", "}


def merged(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Join neighbours; what stays apart stays in order."""
    out: list[Draft] = []
    for draft in drafts:
        while out:
            joined = _join(page, out[-1], draft)
            if joined is None:
                out.append(draft)
                break
            out.pop()
            if len(joined) == 1:
                draft = joined[0]
                continue
            out.extend(joined)
            break
        else:
            out.append(draft)
    return out


def _join(page: Page, a: Draft, b: Draft) -> list[Draft] | None:
    """One draft, two changed ones, none at all ([]), or None: leave them."""
    if b.core - a.end > 48 or (a.value is None and a.interval is None):
        return None
    gap = page.low[a.end : b.core]
    if a.kind == "rank" or b.kind == "rank" or a.value is None or b.value is None:
        return None
    cents = _cents(page, a, b, gap)
    if cents is not None:
        return [cents]
    both = _both_bounds(page, a, b)
    if both is not None:
        return [both]
    return _range(page, a, b, gap)


def _cents(page: Page, a: Draft, b: Draft, gap: str) -> Draft | None:
    """ "thirteen dollars and forty-five cents", "15 dollars 50", "5 feet and 2 inches"."""
    if a.value is None or b.value is None or a.bare or gap not in _CENTS_GAPS:
        return None
    if a.unit == "ft" and b.unit == "in" and gap != ", ":
        return replace(a, end=b.end, value=a.value + b.value / 12, step=Decimal("0.01"))
    if a.kind != "money" or (a.scale != 1 and a.parts == 1):
        return None
    if b.kind == "money" and b.parts > 1 and a.parts == 1 and (b.unit == a.unit or b.unit == "USD"):
        return replace(
            a, end=b.end, value=a.value + b.value, step=Decimal("0.01"), parts=b.parts, scale=Decimal(1)
        )
    if (
        gap == " "
        and b.kind in {"number", "count"}
        and b.bare
        and b.scale == 1
        and b.value == b.value.to_integral_value()
    ):
        if (
            _ENDS.match(page.low, b.end)
            and a.value == a.value.to_integral_value()
            and a.parts == 1
            and 10 <= b.value <= 99
            and not b.noun
        ):
            return replace(a, end=b.end, value=a.value + b.value / 100, step=Decimal("0.01"))
        if a.parts == 10 and b.value < 10 and a.step == Decimal("0.01"):
            return replace(a, end=b.end, value=a.value + b.value / 100)
    return None


def _both_bounds(page: Page, a: Draft, b: Draft) -> Draft | None:
    """ "more than 10 and less than 40"."""
    gap = page.low[a.end : b.start]
    if gap not in {" and ", " but ", ", but ", ", and "} or not _same_unit(a, b):
        return None
    if a.bound == "lower" and b.bound == "upper":
        low, high = a.value, b.value
    elif a.bound == "upper" and b.bound == "lower":
        low, high = b.value, a.value
    else:
        return None
    if low is None or high is None or low >= high:
        return None
    return _span(a, b, low, high)


def _same_unit(a: Draft, b: Draft) -> bool:
    return a.unit == b.unit or a.unit == "1" or b.unit == "1"


def _opens_line(page: Page, a: Draft) -> bool:
    return page.low[: a.core].rstrip(" ").endswith("\n") or not page.low[: a.core].strip()


def _range(page: Page, a: Draft, b: Draft, gap: str) -> list[Draft] | None:
    left = page.low[max(0, a.core - 9) : a.core]
    between = gap == " and " and _BETWEEN.search(page.low[max(0, a.start - 9) : a.start]) is not None
    dashed = gap in _DASHES
    if not (dashed or gap in _TO or between or (gap == " or " and a.bare)):
        return None
    if dashed and gap.endswith(" ") and b.kind == "money" and a.kind == "number" and _opens_line(page, a):
        return None  # "2- ¥339,000": the second of a list
    low, high = _ends(a, b)
    if low is None or high is None:
        return None
    if (
        dashed
        and low >= high
        and a.kind in {"number", "count"}
        and b.kind in {"number", "count"}
        and gap in {"-", "–"}
    ):
        # A score ("won 3-1"), a label: no amount.
        return [] if a.form == "digits" and b.form == "digits" else None
    if low > high and (between or "ranged from " in page.low[max(0, a.core - 12) : a.core]):
        a, b, low, high = a, b, high, low
    if low >= high or (a.noun and a.noun != b.noun and not between) or a.parts != b.parts:
        return None
    if gap == " or " and not (
        b.value is not None and a.value is not None and b.value - a.value <= max(a.step, Decimal(1))
    ):
        return None
    if gap in _TO and (start := _FROM.search(page.low[max(0, a.start - 50) : a.core])):
        return _change(page, a, b, low, high, a.core - len(start[0]))
    by = "by " in (left[-3:], page.low[max(0, a.start - 3) : a.start])  # "by a third", "by nearly a third"
    if gap in _TO and by and a.kind == b.kind == "money":
        return None  # "rose by $400 million to $3.1 billion"
    if gap in _TO and a.kind == b.kind == "money" and a.scale != 1 != b.scale:
        if _MOVED.search(page.low[max(0, a.start - 28) : a.start]):
            return None
    if gap in _TO and by and (not a.bare or a.form == "fraction" != b.form):
        return None
    return [_span(_from_between(a) if between else a, b, low, high)]


def _from_between(a: Draft) -> Draft:
    return replace(a, start=a.core - len("between ") if a.start == a.core else a.start - len("between "))


def _change(page: Page, a: Draft, b: Draft, low: Decimal, high: Decimal, at: int) -> list[Draft]:
    if _CHANGE_WORD.search(page.low[max(0, at - 70) : at]) or grew_before(page, at):
        scaled = a
        if a.bare and a.kind != "money" and a.unit == "1":
            scaled = replace(
                a, value=low if low != a.value else a.value, unit=b.unit, kind=b.kind, noun=b.noun
            )
        if low != a.value and a.value is not None:
            scaled = replace(scaled, value=low, step=a.step * low / a.value if a.value else a.step)
        return [replace(scaled, role="from"), replace(b, role="to")]
    return [_span(replace(a, start=at), b, low, high)]


def _ends(a: Draft, b: Draft) -> tuple[Decimal | None, Decimal | None]:
    """Both values, the first with the scale and unit of the second where it has none of its own."""
    if a.value is None or b.value is None:
        return None, None
    if a.kind == "multiple" or (a.kind in {"percent", "points", "physical"} and a.unit != b.unit):
        return (a.value, b.value) if a.unit == b.unit and a.kind == b.kind else (None, None)
    if a.kind == "money" and b.kind == "money" and a.unit != b.unit:
        return None, None
    if a.kind == "money" and b.kind not in {"money", "number", "count"}:
        return None, None
    if a.kind in {"number", "count"} and not a.bare:
        return None, None
    low = a.value
    # "$5-7 billion": five billion; "$500 to $1 million" keeps its five hundred.
    if (
        a.scale == 1
        and b.scale not in (0, 1)
        and a.bare
        and abs(a.value * b.scale) < abs(b.value)
        and a.value
    ):
        low = a.value * b.scale
    return low, b.value


def _span(a: Draft, b: Draft, low: Decimal, high: Decimal) -> Draft:
    owner = b if b.unit != "1" or a.unit == "1" else a
    kind = owner.kind
    return replace(
        owner,
        start=a.start,
        core=a.core,
        end=b.end,
        value=None,
        kind=kind,
        interval=(low, high),
        hedge=a.hedge,
        bound=a.bound,
        noun=b.noun or owner.noun,
        noun_span=b.noun_span or owner.noun_span,
        alternative=None,
    )
