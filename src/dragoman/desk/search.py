"""Which statements and documents are about this? Words and facets in, places and counts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

import numpy as np

from dragoman.codes import country
from dragoman.codes.products import hs_chapters
from dragoman.desk.catalogue import DECISIONS, VERDICTS, Catalogue, Mask
from dragoman.desk.fulltext import MOST
from dragoman.desk.workspace import Workspace
from dragoman.errors import BadPeriod, UnknownCode
from dragoman.model.periods import parse_period
from dragoman.record.browsing import NO_DAY, Listed, Numbers

__all__ = ["FACETS", "Facet", "FacetValue", "Found", "Query", "newest_additions", "query_from", "search"]

FACETS = ("country", "kind", "mode", "status", "period", "product", "source", "verdict", "review")
_SHOWN = 30
_DOCUMENTS = 50
_SORTS = ("-date", "date", "-added")


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: words, chosen values of facets, the order.

    Values of one facet are alternatives, but countries: a statement must have all of them.
    ``period`` values are years, EDTF dates, or ``2022..2024``.
    """

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "-date"

    def encoded(self, **changes: Any) -> str:
        """The query as in an address, in one order whatever way it was made."""
        pairs = [("q", self.words)] if self.words else []
        pairs += [(name, value) for name in FACETS for value in self.chosen.get(name, ())]
        if self.sort != "-date":
            pairs.append(("sort", self.sort))
        pairs += [(name, str(value)) for name, value in changes.items() if value is not None]
        return urlencode(pairs)

    def with_value(self, facet: str, value: str) -> Query:
        """The query with one value more, or without it where it has it."""
        have = self.chosen.get(facet, ())
        new = tuple(v for v in have if v != value) if value in have else (*have, value)
        return Query(self.words, {**self.chosen, facet: new}, self.sort)

    @property
    def empty(self) -> bool:
        """Whether everything is asked for."""
        return not self.words and not any(self.chosen.values())


def query_from(pairs: Iterable[tuple[str, str]] | str) -> Query:
    """The query of an address; what it does not know is left out."""
    if isinstance(pairs, str):
        pairs = parse_qsl(pairs)
    words, sort = "", "-date"
    chosen: dict[str, list[str]] = {}
    for name, value in pairs:
        value = value.strip()
        if name == "q":
            words = value[:400]
        elif name == "sort" and value in _SORTS:
            sort = value
        elif name in FACETS and value:
            value = value.upper() if name == "country" else value
            if value not in chosen.setdefault(name, []):
                chosen[name].append(value)
    return Query(words, {name: tuple(values) for name, values in chosen.items()}, sort)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, how many statements have it, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its most frequent values; ``more`` are left out."""

    name: str
    values: tuple[FacetValue, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Found:
    """Places of statements in the order asked for, counts, and documents that have the words.

    Of ``documents_total`` documents the latest are in ``documents``; ``capped`` says that more
    matched than are counted; ``suggestions`` are countries that the words name, as (code, name).
    """

    places: Numbers
    facets: tuple[Facet, ...]
    documents: tuple[Listed, ...]
    documents_total: int
    capped: bool
    suggestions: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    behind: int


def search(workspace: Workspace, query: Query, *, facets: bool = True) -> Found:
    """Find statements; an empty query finds all."""
    c = workspace.catalogue
    mask, problems = _chosen(c, query)
    capped = False
    documents = c.newest[:0]
    if query.words:
        keys = workspace.fulltext.statements(query.words)
        capped = len(keys) > MOST
        with_words = np.zeros(len(c), bool)
        at = c.at_keys(keys)
        with_words[at[at >= 0]] = True
        mask = with_words if mask is None else mask & with_words
        if not any(query.chosen.values()):
            # Facets are of statements; documents stand beside a search by words alone.
            documents = c.dated_documents(workspace.fulltext.documents(query.words))
    places = _ordered(c, mask, query.sort)
    return Found(
        places,
        tuple(_facets(c, mask, query)) if facets else (),
        tuple(c.documents[n] for n in documents[:_DOCUMENTS].tolist()),
        len(documents),
        capped,
        _suggestions(query),
        tuple(problems),
        workspace.fulltext.behind,
    )


def newest_additions(workspace: Workspace, query: Query, most: int) -> list[tuple[datetime, int]]:
    """When the newest statements of a search came into the record, and their places."""
    found = search(workspace, Query(query.words, query.chosen, "-added"), facets=False)
    added = workspace.catalogue.columns.added
    return [(datetime.fromtimestamp(added[p] / 1e6, UTC), int(p)) for p in found.places[:most]]


def _chosen(c: Catalogue, query: Query) -> tuple[Mask | None, list[str]]:
    mask, problems = None, []
    for name, values in query.chosen.items():
        if not values:
            continue
        one = np.ones(len(c), bool) if name == "country" else np.zeros(len(c), bool)
        for value in values:
            these = _of_value(c, name, value)
            if these is None:
                problems.append(value)
                these = np.zeros(len(c), bool)
            one = one & these if name == "country" else one | these
        mask = one if mask is None else mask & one
    return mask, problems


def _of_value(c: Catalogue, facet: str, value: str) -> Mask | None:
    """Where a facet has a value; None where the record has no such value."""
    columns = c.columns
    if facet == "country":
        return c.parties.mask([columns.party_codes.index(value)]) if value in columns.party_codes else None
    if facet == "product":
        return (
            c.products.mask([columns.product_codes.index(value)]) if value in columns.product_codes else None
        )
    if facet == "verdict":
        return c.verdicts.mask([VERDICTS.index(value)]) if value in VERDICTS else None
    if facet == "review":
        return _equal(c.decisions, DECISIONS, value)
    if facet == "source":
        names, of = c.outlets
        return _equal(of, names, value)
    if facet == "period":
        return _in_period(c, value)
    if facet == "status":
        return _equal(columns.status, columns.statuses, value)
    part = 0 if facet == "kind" else 1
    codes = [n for n, name in enumerate(columns.kinds) if name.split("/")[part] == value]
    return np.isin(columns.kind, codes) if codes else None


def _equal(codes: Numbers, names: Sequence[str], value: str) -> Mask | None:
    return np.equal(codes, names.index(value)) if value in names else None


def _in_period(c: Catalogue, value: str) -> Mask | None:
    """Where the date shares a day with the period."""
    if value == "undated":
        return np.equal(c.years, 0)
    try:
        period = parse_period(value.replace("..", "/", 1) if ".." in value and "/" not in value else value)
    except BadPeriod:
        return None
    first = period.first.toordinal() if period.first else 0
    last = period.last.toordinal() if period.last else 10**7
    columns = c.columns
    begins = np.where(columns.first == NO_DAY, 0, columns.first)
    ends = np.where(columns.last == NO_DAY, 10**7, columns.last)
    out: Mask = (c.years != 0) & (begins <= last) & (ends >= first)
    return out


def _ordered(c: Catalogue, mask: Any, sort: str) -> Numbers:
    order = c.newest if sort != "-added" else np.lexsort((np.arange(len(c)), -c.columns.added))
    out = order if mask is None else order[mask[order]]
    return out[::-1] if sort == "date" else out


def _facets(c: Catalogue, mask: Any, query: Query) -> Iterable[Facet]:
    columns = c.columns

    def counted(values: Numbers, size: int) -> Numbers:
        return np.bincount(values if mask is None else values[mask], minlength=size)

    yield _facet(
        query, "country", columns.party_codes, c.parties.counts(mask, len(columns.party_codes)), _country
    )
    by_kind = dict(zip(columns.kinds, counted(columns.kind, len(columns.kinds)).tolist()))
    for part, name in enumerate(("kind", "mode")):
        sums: dict[str, int] = {}
        for key, count in by_kind.items():
            sums[key.split("/")[part]] = sums.get(key.split("/")[part], 0) + count
        yield _facet(query, name, list(sums), list(sums.values()), lambda v: v.replace("_", " "))
    yield _facet(query, "status", columns.statuses, counted(columns.status, len(columns.statuses)), str)
    years = counted(c.years, 1)
    present = np.flatnonzero(years)[::-1]
    names = [str(y) if y else "undated" for y in present]
    yield _facet(query, "period", names, years[present], str, in_order=True)
    products = c.products.counts(mask, len(columns.product_codes))
    yield _facet(query, "product", columns.product_codes, products, _product)
    outlets, of = c.outlets
    yield _facet(query, "source", outlets, counted(of, len(outlets)), str)
    yield _facet(query, "verdict", VERDICTS, c.verdicts.counts(mask, len(VERDICTS)), str)
    yield _facet(query, "review", DECISIONS, counted(c.decisions, len(DECISIONS)), str)


def _facet(
    query: Query,
    name: str,
    values: Sequence[str],
    counts: Sequence[int] | Numbers,
    label: Any,
    in_order: bool = False,
) -> Facet:
    chosen = query.chosen.get(name, ())
    rows = [(v, int(n)) for v, n in zip(values, counts) if n or v in chosen]
    if not in_order:
        rows.sort(key=lambda row: (row[0] not in chosen, -row[1], row[0]))
    shown = tuple(FacetValue(v, label(v), n, v in chosen) for v, n in rows[:_SHOWN])
    return Facet(name, shown, max(0, len(rows) - _SHOWN))


def _country(code: str) -> str:
    try:
        return country(code).name
    except UnknownCode:
        return code


def _product(chapter: str) -> str:
    return f"{chapter} {hs_chapters().get(chapter, '')}".strip()


def _suggestions(query: Query) -> tuple[tuple[str, str], ...]:
    out = {}
    for word in [query.words, *query.words.split()]:
        if len(word) < 3:
            continue
        try:
            found = country(word)
        except UnknownCode:
            continue
        if found.alpha3 not in query.chosen.get("country", ()):
            out[found.alpha3] = found.name
    return tuple(out.items())
