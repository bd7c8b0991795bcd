"""Claims: what statements say in figures, as constraints on latent quantities.

A claim has one or more tellings. Tellings that print the same figure are one claim, not
several confirmations (§R10).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from dragoman.model.intervals import Interval
from dragoman.model.statements import BALANCES, Statement
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.precision import interval_of
from dragoman.reconciling.series import (
    FISCAL,
    GOODS,
    WITH_SERVICES,
    Family,
    Node,
    family_of,
    flow_of,
    natures,
    product_key,
    scope_key,
)

__all__ = ["Claim", "Figure", "claims_of", "figure_of", "figures_of", "merge_tellings", "set_aside"]

_RATIOS = ("growth", "multiple", "share")
_OF_TRADE = re.compile(
    r"\bof (?:the |its |their |all |total |bilateral |mutual |overall )*(?:trade|turnover)", re.I
)
# "2023-24", "the 2023/24 financial year", "FY2024", "the past year": twelve months that start nobody here knows when.
_TWO_YEARS = re.compile(r"(\d{4})/(\d{4})")
_FISCAL = re.compile(
    r"\b\d{4}\s?[-–/]\s?\d{2}\b(?![-–/\d])|\b(?:fiscal|financial)\b|\bFY|\b(?:past|last) (?:year|(?:12|twelve) months)\b",
    re.I,
)
# Which fiscal year it is, in figures: "the previous fiscal year" may have been given the date of another.
_FISCAL_NAMED = re.compile(
    r"\b\d{4}\s?[-–/]\s?\d{2}\b(?![-–/\d])|\b(?:FY|(?:fiscal|financial) (?:year )?(?:of )?)\s?['’]?\d{2}",
    re.I,
)
# A part of such a year, or twelve months up to now, has no place in it that is known here.
_PART = re.compile(r"\b(?:months?|quarters?|half|(?:past|last) year)\b", re.I)
_WITH_SERVICES = re.compile(r"\b(?:goods|merchandise) and services\b|\bservices and goods\b", re.I)
_GOODS_ALONE = re.compile(r"\b(?:goods|merchandise|services)\b", re.I)
_BALANCE = re.compile(r"\b(?:net|balance|surplus|deficit)\b", re.I)


class Figure(NamedTuple):
    """One statement of a figure, its series worked out but for the unit of a ratio."""

    statement: Statement
    family: Family
    flow: str
    product: str
    unit: str | None
    span: Span
    measure: str
    base: Span | None
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A constraint with the statements that say it.

    ``low`` and ``high`` bound ``node`` (level), ``node / base`` (growth, multiple, share, as
    a factor) or ``node - base`` (difference; balance, of two flows of one period).
    """

    family: Family
    node: Node
    measure: str
    low: Fraction | None
    high: Fraction | None
    base: Node | None
    tellings: tuple[Statement, ...] = field(compare=False)

    @property
    def id(self) -> str:
        """The id of the telling that stands for all."""
        return self.tellings[0].id

    @property
    def interval(self) -> Interval:
        """Both bounds."""
        return Interval(self.low, self.high)


def set_aside(s: Statement) -> str | None:
    """Why a figure takes no part in the arithmetic, or None where it does."""
    if s.kind != "figure":
        return "no figure"
    if s.status != "actual":
        return "no fact (§R11)"
    if s.mode == "duration":
        return "a duration"
    if s.measure not in ("level", "growth", "multiple", "difference", "share"):
        return "a rank or trend"
    if s.value is None and s.low is None and s.high is None:
        return "no number"
    if not {*s.actor, *s.recipient} or set(s.actor) == set(s.recipient):
        return "no parties"
    if span_of(s.date) is None:
        return "no closed period (§R12)"
    if _fiscal(s) and not _named_fiscal(s.evidence.text):
        return "a fiscal year that is not named, or part of one (§R12)"
    if s.measure in ("growth", "multiple", "difference") and span_of(s.base) is None:
        return "no base period (§R7)"
    netted = s.object in BALANCES or _BALANCE.search(s.evidence.text)
    if netted and s.mode in ("trade", "investment") and not _held(s):
        return "a net amount or balance (§R20)"
    return None


def _held(s: Statement) -> bool:
    """Whether a surplus or deficit is of the first of two parties: then it binds exports and imports (§R20)."""
    return s.mode == "trade" and s.measure == "level" and s.object in BALANCES and len(s.actor) == 2


def _fiscal(s: Statement) -> bool:
    """Whether the period is told as a fiscal year, which no calendar year refutes."""
    return "~" in (s.date or "") or (_over_two_years(s) and bool(_FISCAL.search(s.evidence.text)))


def _named_fiscal(text: str) -> bool:
    return bool(_FISCAL_NAMED.search(text)) and not _PART.search(text)


def _over_two_years(s: Statement) -> bool:
    years = _TWO_YEARS.fullmatch(s.date or "")
    return bool(years and int(years[2]) == int(years[1]) + 1)


def figure_of(s: Statement) -> Figure | None:
    """The figure of a statement, or None where `set_aside` gives a reason."""
    if set_aside(s):
        return None
    span = span_of(s.date)
    assert span is not None and s.measure is not None
    interval = interval_of(s)
    low, high = interval.low, interval.high
    if s.measure == "growth":
        low = None if low is None else 1 + low / 100
        high = None if high is None else 1 + high / 100
    elif s.measure == "share":
        low = None if low is None else low / 100
        high = None if high is None else high / 100
    if s.measure != "difference":
        if high is not None and high < 0:
            return None
        low = max(low or Fraction(0), Fraction(0))
    family = family_of(s)
    unit = (s.unit or "1") if s.measure in ("level", "difference") else None
    base = span if s.measure == "share" else span_of(s.base)
    if s.measure in ("growth", "multiple", "difference") and base == span:
        return None
    product = product_key(s.product) + scope_key(s)
    if s.measure == "share" and not product and not _OF_TRADE.search(s.evidence.text):
        return None
    if _held(s):
        gains = s.actor[BALANCES.index(s.object or "")]
        flow = "X" if gains == family.a else "M"
        return Figure(s, family, flow, product, unit, span, "balance", span, low, high)
    flow = flow_of(s, family)
    return Figure(s, family, flow, product, unit, span, s.measure, base, low, high)


def figures_of(statements: Iterable[Statement]) -> list[Figure]:
    """The figures of statements; where a document tells of a pair's goods and services, these are kept apart (§R22).

    Each pair by itself, so that it does not matter which other pairs of the document are looked at.
    """
    statements = [*statements]
    # A total behind "in 2022-23" is of that fiscal year too where its date was taken over.
    fiscal = {_dated(s) for s in statements if s.kind == "figure" and _fiscal(s)}
    return [_in_fiscal_years(f, fiscal) for f in _by_scope(statements)]


def _dated(s: Statement) -> tuple[str, frozenset[str], str | None]:
    """Document, parties and date: each pair by itself, as others may not be looked at."""
    return s.evidence.document, frozenset((*s.actor, *s.recipient)), s.date


def _in_fiscal_years(f: Figure, fiscal: set[tuple[str, frozenset[str], str | None]]) -> Figure:
    """A figure of a fiscal year, kept with those of its document: the next one may begin its years elsewhere (§R12)."""
    if _dated(f.statement) not in fiscal:
        return f
    scope = f"{f.family.scope} {FISCAL} {f.statement.evidence.document}".strip()
    return f._replace(family=f.family._replace(scope=scope))


def _by_scope(statements: Iterable[Statement]) -> list[Figure]:
    found = [f for s in statements if (f := figure_of(s)) is not None]
    counting = {_telling(f): False for f in found if _counts_services(f)}
    if not counting:
        return found
    out = []
    for f in sorted(found, key=lambda f: (f.statement.evidence.document, f.statement.evidence.start)):
        told = _telling(f)
        if told in counting and f.family.group == GOODS:
            text = f.statement.evidence.text
            if _counts_services(f):
                counting[told] = True
            elif f.product or _GOODS_ALONE.search(text):
                counting[told] = False
            if counting[told] and not f.family.scope:
                product = "" if f.product.endswith("|services") else f.product
                f = f._replace(family=f.family._replace(scope=WITH_SERVICES), product=product)
        out.append(f)
    return out


def _telling(f: Figure) -> tuple[str, str, str]:
    return f.statement.evidence.document, f.family.a, f.family.b


def _counts_services(f: Figure) -> bool:
    return f.family.group == GOODS and bool(_WITH_SERVICES.search(f.statement.evidence.text))


def _unit_for(figure: Figure, levels: Sequence[Figure]) -> str:
    """The unit that a ratio is about: that of the nearest level of its document (§R7)."""
    near = [f for f in levels if f.statement.evidence.document == figure.statement.evidence.document]
    same = [f for f in near if f.flow == figure.flow and f.product == figure.product]
    pool = same or near or levels
    at = figure.statement.evidence.start
    best = min(
        pool, key=lambda f: (abs(f.statement.evidence.start - at), f.unit or "", f.statement.id), default=None
    )
    return (best.unit or "1") if best else "?"


def claims_of(figures: Iterable[Figure]) -> list[Claim]:
    """The claims of one family's figures, in an order that does not depend on theirs."""
    ordered = sorted(figures, key=lambda f: f.statement.id)
    levels = [f for f in ordered if f.unit is not None]
    units = {f.unit for f in levels}
    only = next(iter(units)) if len(units) == 1 else None
    out = []
    for f in ordered:
        unit = f.unit or only or _unit_for(f, levels)
        node = Node(f.flow, f.product, unit, f.span)
        base: Node | None = None
        if f.measure == "share":
            # A share with a product is of all goods of the flow; one without is of turnover (§R6).
            base = Node(f.flow, "", unit, f.span) if f.product else Node("T", "", unit, f.span)
            if base == node:
                continue
        elif f.measure == "balance":
            base = Node("M" if f.flow == "X" else "X", f.product, unit, f.span)
        elif f.base is not None:
            base = Node(f.flow, f.product, unit, f.base)
        out.append(Claim(f.family, node, f.measure, f.low, f.high, base, (f.statement,)))
    return merge_tellings(out)


def merge_tellings(claims: Iterable[Claim]) -> list[Claim]:
    """Claims with equal meaning merged into one with several tellings; sorted by id."""
    groups: dict[tuple[Node, Node | None], list[Claim]] = {}
    for c in claims:
        groups.setdefault((c.node, c.base), []).append(c)
    merged: list[Claim] = []
    for alike in groups.values():
        if len(alike) == 1:
            merged.extend(alike)
            continue
        told: dict[tuple[str, Fraction | None, Fraction | None], list[Claim]] = {}
        for c in alike:
            # Growth and multiple are both a ratio of two periods.
            kind = "ratio" if c.measure in _RATIOS else c.measure
            told.setdefault((kind, c.low, c.high), []).append(c)
        for same in told.values():
            first = same[0]
            if len(same) > 1:
                tellings = sorted((s for c in same for s in c.tellings), key=lambda s: s.id)
                first = replace(first, tellings=tuple(tellings))
            merged.append(first)
    return sorted(merged, key=lambda c: c.id)


def by_family(statements: Iterable[Statement]) -> Mapping[Family, list[Figure]]:
    """Figures by family."""
    out: dict[Family, list[Figure]] = {}
    for f in figures_of(statements):
        out.setdefault(f.family, []).append(f)
    return out


def nature_of(claim: Claim) -> str:
    """``flow``, ``stock`` or ``single``."""
    return "flow" if claim.family.group == GOODS else natures().get(claim.family.group, "single")
