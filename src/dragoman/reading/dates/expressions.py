"""Time expressions of a document: found, read and resolved to EDTF.

The text is cut into tokens near words that can carry a time, a cascade of rules reduces the
tokens to times, and a pass in the order of the text resolves each against the document's date
or the time before it. Conventions: docs/design/periods.md.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dragoman.model.periods import Period, is_period, parse_period
from dragoman.reading.annotations import TimeExpression
from dragoman.reading.dates.arithmetic import bounds, precision
from dragoman.reading.dates.atoms import NAMED_BEFORE, Atom, Context
from dragoman.reading.dates.bare_years import add_bare_rules
from dragoman.reading.dates.compositions import add_composition_rules
from dragoman.reading.dates.grammar import Cascade
from dragoman.reading.dates.literals import add_literal_rules
from dragoman.reading.dates.number_words import add_number_rules
from dragoman.reading.dates.ranges import add_range_rules
from dragoman.reading.dates.relative_dates import add_duration_rules, add_relative_rules
from dragoman.reading.dates.relative_weekdays import add_named_rules
from dragoman.reading.dates.running_months import add_running_month_rules
from dragoman.reading.dates.tenses import SENTENCE_END, tense_at
from dragoman.reading.dates.tokens import Token, blocks, fold, tokenize

__all__ = ["find_dates"]

# How far back [characters] an expression may look for the one that it refers to (§P6).
_MEMORY = 600
_DAY_FIRST = re.compile(r"(?<![\d/.-])(1[3-9]|2\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d(?!\d)")
_MONTH_FIRST = re.compile(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])[/-](1[3-9]|2\d|3[01])[/-](?:19|20)\d\d(?!\d)")


def find_dates(text: str, on: str | date | None = None) -> list[TimeExpression]:
    """Every time expression of a document, in order, none overlapping.

    Parameters
    ----------
    text : str
        The whole document: expressions may refer to earlier ones.
    on : str, date or None
        The document's date, EDTF of a year, month, day or span. Without it, what refers to it
        has no EDTF.

    Returns
    -------
    list of TimeExpression
        ``edtf`` is None for durations, sets, and times that cannot be known.

    Raises
    ------
    BadPeriod
        ``on`` is no EDTF of the accepted part.

    Examples
    --------
    >>> [(e.text, e.edtf) for e in find_dates("It opened in 1994; Sofia followed a decade later.")]
    [('1994', '1994'), ('a decade later', '2004')]
    """
    period = _period(on)
    folded = fold(text)
    day_first = _is_day_first(text)
    found: list[TimeExpression] = []
    reader = _Resolver(text, folded, period, found)
    for start, end in blocks(text):
        part = text[start:end]
        for token in _read(part, folded[start:end], day_first):
            reader.add(token, start)
    return found


def _is_day_first(text: str) -> bool:
    """Whether the document's own numeric dates put the day first (§P8)."""
    if not any(mark in text for mark in ("/19", "/20", "-19", "-20")):
        return False
    return _DAY_FIRST.search(text) is not None and _MONTH_FIRST.search(text) is None


def _period(on: str | date | None) -> Period | None:
    if on is None:
        return None
    return parse_period(on.isoformat() if isinstance(on, date) else on)


@lru_cache(maxsize=2)
def _cascades(day_first: bool) -> tuple[Cascade, Cascade]:
    """The rules that do not depend on the text: before and after bare years and months."""
    literals, rest = Cascade(), Cascade()
    add_number_rules(literals)
    add_literal_rules(literals, day_first=day_first)
    add_duration_rules(rest)
    add_relative_rules(rest)
    add_named_rules(rest)
    add_composition_rules(rest)
    add_running_month_rules(rest)
    add_range_rules(rest)
    return literals, rest


@lru_cache(maxsize=2)
def _read(text: str, folded: str, day_first: bool) -> list[Token]:
    """The times of a stretch, unresolved; kept, since the document's own date is looked for in them first."""
    tokens = tokenize(text, folded)
    if len(tokens) < 2:
        return []
    literals, rest = _cascades(day_first)
    tokens = literals.reduce(tokens)
    bare = Cascade()
    add_bare_rules(bare, text)
    tokens = rest.reduce(bare.reduce(tokens))
    return [token for token in tokens if token.cls in "ABE"]


# What opens an aside that a time ends; what it tells is no time of the sentence that goes on behind it.
_ASIDE = re.compile(r"(?:, (?:who|whose|which|where|when|as|itself|himself|herself)\b|\()[^,;()]*$")


# "his first visit since he took office in 2013, it came after talks in May": the month is of the visit's year.
_SINCE = re.compile(r"\bsince (?:[^,;.()]* )?$")


def _due(atom: Atom) -> str:
    """What "by May" and "until May" look to where no verb says otherwise: ahead."""
    return "future" if atom.relation in ("by", "until") else ""


class _Resolver:
    """Resolves times in the order of the text, remembering the last one."""

    def __init__(self, text: str, folded: str, on: Period | None, found: list[TimeExpression]) -> None:
        self.text, self.folded, self.on, self.found = text, folded, on, found
        self._last: TimeExpression | None = None

    def add(self, token: Token, offset: int) -> None:
        """Resolve a token and keep it as an expression."""
        start, end = token.start + offset, token.end + offset
        while end > start and not self.text[end - 1].isalnum() and self.text[end - 1] not in ")'’":
            end -= 1
        span = self.text[start:end]
        if token.cls != "A":
            kind = "duration" if token.cls == "B" else "set"
            self.found.append(TimeExpression(start, end, span, None, kind))
            return
        atom: Atom = token.value
        try:
            edtf, anchor = atom.resolve(self._context(start, end, atom))
        except (OverflowError, ValueError):
            # Steps from the first or last years of the calendar leave it.
            edtf, anchor = None, "beyond the calendar"
        if edtf is not None and not is_period(edtf):
            edtf = None
        if edtf is None and anchor == "a duration":
            self.found.append(TimeExpression(start, end, span, None, "duration"))
            return
        kind = "date" if atom.relative is None else "relative"
        made = TimeExpression(start, end, span, edtf, kind, anchor, atom.relation, atom.part)
        self.found.append(made)
        if edtf is not None:
            self._last = made

    def _context(self, start: int, end: int, atom: Atom) -> Context:
        last = self._last
        near = last is not None and start - last.end <= _MEMORY
        previous = last.edtf if near and last is not None else None
        context = Context(self.on, previous)
        if atom.make is not None or atom.relative is not None:
            context.tense = tense_at(self.text, self.folded, start, end) or _due(atom)
        if atom.make is not None and last is not None and near:
            context.carried = self._carried(last, start)
            if context.carried is not None and " would " in self.folded[last.end : start]:
                context.tense = ""  # "in 2018 they said it would open in March": ahead of then, not of now
            context.story = self._story(last, start)
        return context

    def _story(self, last: TimeExpression, start: int) -> Period | None:
        """The day or month of a year that the sentence before told: "It was signed on 3 May 2019. In June, they met" (§P3)."""
        between = self.text[last.end : start]
        told = last.edtf is not None and last.kind == "date" and not last.anchor and last.relation == "in"
        if not told or "\n" in between or len(SENTENCE_END.findall(between)) != 1 or self._aside(last):
            return None
        assert last.edtf is not None
        return parse_period(last.edtf) if precision(last.edtf) in ("day", "month") else None

    def _aside(self, time: TimeExpression) -> bool:
        """Whether a time ends an aside on somebody: "the premier, who took office in 2018, came in March"."""
        closes = self.text[time.end : time.end + 1]
        return closes in (",", ")") and bool(_ASIDE.search(self.text, max(0, time.start - 90), time.start))

    def _carried(self, last: TimeExpression, start: int) -> int | None:
        """The year that the same sentence has named just before, for a day or month without one (§P3)."""
        between = self.text[last.end : start]
        if (
            len(between) > 90
            or ";" in between
            or SENTENCE_END.search(between)
            or last.edtf is None
            or last.relation != "in"
            or self._aside(last)
            or _SINCE.search(self.text, max(0, last.start - 60), last.start)
        ):
            return None
        low, high = bounds(last.edtf)
        if low is None or high is None or low.year != high.year or last.kind != "date":
            return None
        if last.anchor and last.anchor != NAMED_BEFORE.format(low.year):
            return None  # "in January 2024 ..., in February ... and in March" all are of the one year
        if self.on is not None and self.on.last is not None and precision(last.edtf) == "year":
            # "In 2024 trade grew, and in May the presidents met" leaves the year open.
            return low.year if low.year < self.on.last.year - 1 else None
        return low.year
