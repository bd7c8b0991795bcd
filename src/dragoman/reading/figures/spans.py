"""Changes told over a span: "doubled between 2020 and 2024 to $291.5 million", "after falling 17% a year earlier"."""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["over_span"]

_SPAN = re.compile(r"(\d{4})/(\d{4})")
_SINCE = re.compile(r"(\d{4})/\.\.")
_YEAR = re.compile(r"\d{4}")
_CHANGES = frozenset({"growth", "multiple", "difference"})
_AVERAGE = words("figures.spans", "average")
_REACHES = words("figures.spans", "reaches")
# "grown two and a half times in a decade"
_IN_YEARS = re.compile(r"\b(?:in|over|within) (?:just |only )?(?:a (decade)|(\w+) years)\b(?! ago)", re.I)
_AFTER = frozenset({"after", "following"})
_EARLIER = re.compile(
    r"\b(?:year (?:earlier|before|ago|prior)|(?:previous|preceding|prior) year|year-earlier)\b", re.I
)
# Items between "after" and the number, and between the number and "a year earlier" (assumed).
_NEAR = 5


def over_span(
    s: Sentence, i: int, measure: str, date: str | None, base: str | None, told: str | None, ctx: Context
) -> tuple[str | None, str | None]:
    """Period and base of a number where the change is told over a span, or of the year before; else as they were.

    Parameters
    ----------
    told : str or None
        The period of the number before it in the sentence.
    """
    if measure == "multiple" and _of_other_flow(s, i):
        return date, None
    clause = [s.lowers[j] for j in range(s.n) if s.clause[j] == s.clause[i]]
    if measure == "growth" and told and _YEAR.fullmatch(told) and _of_year_before(s, i):
        year = int(told) - 1
        return str(year), str(year - 1)
    if date is None or _AVERAGE & set(clause):
        return date, base
    if measure in _CHANGES and _YEAR.fullmatch(base or "") and _YEAR.fullmatch(date) and str(base) > date:
        return base, date  # "doubled in 2022, more than halved to $188 million in 2023"
    if measure in _CHANGES and _since_then(s, i) and base == _year_before(date):
        return date, _told_before(date, ctx)
    if measure in _CHANGES and base == _year_before(date) and (length := _in_years(s, i)) is not None:
        return date, str(int(date) - length) if length and _YEAR.fullmatch(date) else None
    if measure in _CHANGES and _YEAR.fullmatch(date) and base == str(int(date) - 1):
        return date, _started(s, i, date) or base
    span = _SPAN.fullmatch(date)
    if span is not None and int(span[2]) == int(span[1]) + 1 and not _said_as_span(s, date):
        return date, f"{int(span[1]) - 1}/{span[1]}" if measure in _CHANGES and base is None else base
    if span is not None and span[1] < span[2] and not _given_for(s, i, date):
        if measure in _CHANGES and base is None:
            return span[2], span[1]
        if measure in ("level", "share") and i and s.lowers[i - 1] in _REACHES and _moves(s, i, ctx):
            return span[2], None
    since = _SINCE.fullmatch(date)
    if since is not None and base is None and measure in _CHANGES:
        years = [str(s.refs[j].edtf) for j in range(s.n) if s.kinds[j] == "D" and s.refs[j].edtf]
        later = [y for y in years if _YEAR.fullmatch(y) and y > since[1]]
        if len(set(later)) == 1:
            return later[0], since[1]
    return date, base


def _since_then(s: Sentence, i: int) -> bool:
    """Whether a change is told from the time spoken of before: "it has since fallen by a third"."""
    return any(
        s.lowers[j] == "since" and j + 1 in s.verb_at and s.lowers[j - 1] in ("has", "have", "had")
        for j in range(max(1, i - 2 * _NEAR), i)
    ) or ("since" in s.lowers[i - 1 : i + 2] and "then" in s.lowers[i : i + 3])


def _told_before(date: str, ctx: Context) -> str | None:
    """The year of the last figure told, where that is before ``date``."""
    told = next((d.date for d in reversed(ctx.last) if d.kind == "figure" and d.date), None)
    return told if told is not None and _YEAR.fullmatch(told) and told < date else None


def _year_before(date: str) -> str | None:
    return str(int(date) - 1) if _YEAR.fullmatch(date) else None


def _given_for(s: Sentence, i: int, date: str) -> bool:
    """Whether a sum is for a span, and not one that was come to at its end: "raised aid to $90 million for 2024-2029"."""
    return any(
        s.refs[j].edtf == date and s.lowers[j - 1] == "for" and "Q" not in s.kinds[i + 1 : j]
        for j in range(i + 1, s.n)
        if s.kinds[j] == "D"
    )


_SPANNED = re.compile(r"\b(?:from|between|since|to|until|and|years)\b", re.I)


def _said_as_span(s: Sentence, date: str) -> bool:
    """Whether words tell two years as ends, and not one year that begins in the first: "fiscal 2022/23"."""
    told = [s.refs[j].text for j in range(s.n) if s.kinds[j] == "D" and s.refs[j].edtf == date]
    return any(map(_SPANNED.search, told)) if told else "years" in s.forms  # "over the same two years"


def _of_other_flow(s: Sentence, i: int) -> bool:
    """Whether a multiple compares two flows and no two times: "21 times larger than its imports"."""
    behind = s.lowers[i + 1 : i + 1 + _NEAR]
    if behind[:1] and behind[0] in ("its", "their", "the", "what"):
        j = i  # "eight times its imports"
    elif "than" in behind:
        j = i + 1 + behind.index("than")
    else:
        return False
    if behind[:1] == ["what"]:  # "2.6 times what it bought there"
        return not any(s.kinds[k] == "D" for k in range(j + 1, min(s.n, j + 2 * _NEAR)))
    k = next((k for k in range(j + 1, min(s.n, j + 4)) if s.lowers[k] in ("imports", "exports")), -1)
    own = next((n for n in reversed(s.lowers[:i]) if n in ("imports", "exports")), "")
    return k >= 0 and (
        own not in ("", s.lowers[k]) or not any(s.kinds[d] == "D" for d in range(k, min(s.n, j + _NEAR)))
    )


def _started(s: Sentence, i: int, date: str) -> str | None:
    """The year that a sum told just before started from: "from $127 million in 2020 to ..., a 40-fold rise"."""
    for k in range(1, i):
        if s.kinds[k] != "Q" or s.lowers[k - 1] != "from":
            continue
        for j in range(k + 1, min(i, k + 4)):
            year = str(s.refs[j].edtf) if s.kinds[j] == "D" else ""
            if _YEAR.fullmatch(year) and year < date:
                return year
    return None


def _of_year_before(s: Sentence, i: int) -> bool:
    """Whether a change is that of the year before: "rebounded by 42% after falling 17% a year earlier"."""
    before = s.lowers[max(0, i - _NEAR) : i]
    return bool(_AFTER & set(before)) and any(
        s.kinds[j] == "D" and _EARLIER.search(s.refs[j].text) for j in range(i + 1, min(s.n, i + _NEAR))
    )


def _moves(s: Sentence, i: int, ctx: Context) -> bool:
    """Whether the number's clause has a verb of rising or falling, or a multiple, before it."""
    verbs = ctx.lexicon.classes_of_verb
    return any(
        g.main < i
        and s.clause[g.main] == s.clause[i]
        and ({"rise", "fall"} & verbs.get(g.lemma, frozenset()) or g.lemma in ("double", "triple", "treble"))
        for g in s.groups
    ) or any(s.kinds[j] == "Q" and s.refs[j].kind in ("multiple", "percent") for j in range(i))


def _in_years(s: Sentence, i: int) -> int | None:
    """Over how many years a change is told, 0 where the words leave that open; None where they say nothing of it."""
    told = _IN_YEARS.search(s.text, s.ends[i], s.span[1])
    if told is None or "first time" in s.text[s.ends[i] : told.start()]:
        return None
    return 10 if told[1] else int(told[2]) if told[2].isdecimal() and len(told[2]) < 3 else 0
