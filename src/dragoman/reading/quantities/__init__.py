"""Quantities: every amount in a text as an interval (docs/design/quantities.md).

Cheap tokens first (digits and number words), then a numeral from neighbouring tokens, then what
stands on either side of it, then ranges out of neighbours. Every step looks at a bounded window,
so time grows with the length of the text and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, Decimal, localcontext

from dragoman.reading.annotations import Quantity
from dragoman.reading.quantities.amounts import amount_of, with_hedges
from dragoman.reading.quantities.drafts import Draft, finished
from dragoman.reading.quantities.merging import merged
from dragoman.reading.quantities.multiples import read_multiple_word
from dragoman.reading.quantities.numerals import Numeral, read_numeral
from dragoman.reading.quantities.ranks import rank_at
from dragoman.reading.quantities.tokens import Page, Token, tokens_of, without_dates, without_soup
from dragoman.reading.quantities.vague import read_few, read_plural

__all__ = ["find_quantities"]

# Numbers have at most 30 digits and scales at most 10^40: nothing printed is ever rounded.
_EXACT = Context(prec=120)
# Characters read at once: memory stays flat on huge texts.
_CHUNK = 100_000
_FRACTION_DIGITS = Decimal(1).scaleb(-15)


def find_quantities(text: str, dates: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Find every amount in a text.

    Parameters
    ----------
    text : str
        A whole document, or a line of one.
    dates : sequence of (start, end)
        Where dates stand, in order and not overlapping: their days and years are not looked at.

    Returns
    -------
    list of Quantity
        In order, not overlapping; offsets are code points into ``text``, the hedge included.

    Examples
    --------
    >>> [(q.text, q.value, q.low, q.high, q.unit) for q in find_quantities("over $5.2 billion")]
    [('over $5.2 billion', Decimal('5200000000'), Decimal('5200000000'), None, 'USD')]
    """
    with localcontext(_EXACT):
        if len(text) <= _CHUNK:
            return _read(text, dates)
        found: list[Quantity] = []
        for start, end in _chunks(text):
            found.extend(replace(q, start=q.start + start, end=q.end + start, noun_span=_moved(q.noun_span, start))
                         for q in _read(text[start:end], [(a - start, b - start) for a, b in dates if a < end and b > start]))  # fmt: skip
        return found


def _read(text: str, dates: Sequence[tuple[int, int]]) -> list[Quantity]:
    page = Page(text)
    tokens = without_soup(tokens_of(page))
    drafts = merged(page, _drafts(page, without_dates(tokens, dates) if dates else tokens))
    return _apart([finished(page, draft) for draft in drafts])


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces of bounded size, cut where a paragraph, a line, a sentence or at least a word ends."""
    start = 0
    while len(text) - start > _CHUNK:
        stop = start + _CHUNK
        for mark in ("\n\n", "\n", ". ", " "):
            cut = text.rfind(mark, start + _CHUNK // 2, stop)
            if cut >= 0:
                stop = cut + len(mark)
                break
        yield start, stop
        start = stop
    yield start, len(text)


def _moved(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return None if span is None else (span[0] + by, span[1] + by)


def _drafts(page: Page, tokens: list[Token]) -> list[Draft]:
    drafts: list[Draft] = []
    k = 0
    while k < len(tokens):
        draft, after = _draft_at(page, tokens, k, drafts[-1].end if drafts else -1)
        if draft is not None and not (drafts and draft.core < drafts[-1].end):
            if drafts and draft.start < drafts[-1].end:
                draft.start = draft.core
            drafts.append(draft)
        k = after
        # A currency or unit may have swallowed tokens ("75 USD million", "5 seconds").
        while draft is not None and k < len(tokens) and tokens[k].start < draft.end:
            k += 1
    return drafts


def _draft_at(page: Page, tokens: list[Token], k: int, previous_end: int) -> tuple[Draft | None, int]:
    token = tokens[k]
    kind = token.kind
    if kind in "jp":
        return None, k + 1
    if kind == "m":
        draft = read_multiple_word(page, token)
        return (with_hedges(page, draft) if draft else None), k + 1
    if kind == "v":
        return read_plural(page, tokens, k)
    if kind == "w":
        return read_few(page, tokens, k)
    if kind == "o":
        return _ordinal(page, tokens, k, previous_end)
    between = page.low.startswith("between ", token.start - 8)
    numeral, after = read_numeral(page, tokens, k, joined=not between)
    if numeral is None:
        return None, after
    if numeral.form == "ordinal":
        part = _ordinal_part(page, numeral.start, numeral.end, numeral.value, previous_end)
        return rank_at(page, numeral.start, numeral.end, numeral.value) or part, after
    if numeral.form == "digits" and numeral.plain:
        suffix = page.low[numeral.end : numeral.end + 2]
        if suffix in {"st", "nd", "rd", "th"} and not page.low[numeral.end + 2 : numeral.end + 3].isalnum():
            return rank_at(page, numeral.start, numeral.end + 2, numeral.value), after
    if numeral.form == "fraction":
        numeral.value = _rounded(numeral.value)
    return amount_of(page, numeral, previous_end), after


def _rounded(value: Decimal) -> Decimal:
    """Thirds and sevenths to fifteen places; halves and quarters stay exact."""
    return value.quantize(_FRACTION_DIGITS) if value.as_tuple().exponent < -15 else value  # type: ignore[operator]


def _ordinal(page: Page, tokens: list[Token], k: int, previous_end: int) -> tuple[Draft | None, int]:
    """ "a third of", "a fifth": a fraction; "third largest": a rank; else nothing."""
    token = tokens[k]
    rank = rank_at(page, token.start, token.end, token.value)
    return rank or _ordinal_part(page, token.start, token.end, token.value, previous_end), k + 1


def _ordinal_part(page: Page, start: int, end: int, value: Decimal, previous_end: int) -> Draft | None:
    low = page.low
    article = 2 if low.startswith("a ", start - 2) else 3 if low.startswith("an ", start - 3) else 0
    alone = start == article or not low[start - article - 1 : start - article].isalnum()
    if start < article or not article or not alone or value < 3:
        return None
    changed = _CHANGED_BY.search(low[max(0, start - article - 12) : start - article]) and _CHANGE_ENDS.match(
        low, end
    )
    if not changed and not _part_follows(low, end):
        return None
    part = Numeral(start - article, end, _rounded(1 / value), Decimal("0.1"), Decimal(1), "fraction")
    return amount_of(page, part, previous_end)


_CHANGED_BY = re.compile(r"\b(?:by|up|down|rose|fell|grew|from|to) (?:about |almost |nearly |over |some )?$")
_CHANGE_ENDS = re.compile(
    r" (?:to|in|on|last|this|from|against|compared|over|between|since|during|year|a year)\b"
)


def _part_follows(low: str, end: int) -> bool:
    rest = low[end : end + 9]
    return (
        rest.startswith((" of ", " less", " more", " higher", " lower", " off"))
        or not rest.strip()
        or rest[0] in ".,;:)!?"
    )


def _apart(quantities: list[Quantity]) -> list[Quantity]:
    """Drop what still overlaps the quantity before it."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if quantity.end > quantity.start and not (kept and quantity.start < kept[-1].end):
            kept.append(quantity)
    return kept
