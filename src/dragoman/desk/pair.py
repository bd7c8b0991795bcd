"""Two countries: what passed between them, what is said of their figures, what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dragoman.desk.catalogue import Catalogue
from dragoman.desk.findings import FindingFilter, FindingView, list_findings, views
from dragoman.desk.ledger import LedgerRow
from dragoman.desk.ledger_pages import LedgerPage, ledger_page
from dragoman.desk.pledge_lists import DatedPledge, PledgeFilter, dated, pledge_places
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.model.statements import Statement
from dragoman.record.browsing import NO_DAY, Listed, Numbers

__all__ = ["TIMELINE", "NamedPerson", "PairView", "near_pairs", "pair_key", "pair_view"]

TIMELINE = ("contact", "instrument", "tie", "project")
_MONEY = ("figure/investment", "figure/loan", "figure/aid")
_TRADE = ("trade", "exports", "imports")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody named in what is shown, with the roles given and how often [1]."""

    name: str
    roles: tuple[str, ...]
    country: str | None
    times: int
    statement: str


@dataclass(frozen=True, slots=True)
class PairView:
    """A page's worth of a pair; ``totals`` counts all that the record has, by kind."""

    one: str
    other: str
    total: int
    totals: dict[str, int]
    years: tuple[int, int] | None
    timeline: tuple[Statement, ...]
    timeline_total: int
    first: int
    trade: tuple[LedgerRow, ...]
    ledger: LedgerPage
    compositions: tuple[Statement, ...]
    investments: tuple[Statement, ...]
    pledges: tuple[DatedPledge, ...]
    pledges_total: int
    people: tuple[NamedPerson, ...]
    quotes: tuple[Statement, ...]
    sources: tuple[tuple[Listed, int], ...]
    sources_total: int
    findings: tuple[FindingView, ...]
    findings_total: int
    conflicts_open: int


def pair_key(text: str) -> tuple[str, str]:
    """The two parties of ``KAZ-BGR``, in alphabetical order.

    Raises
    ------
    UsageError
        There are not two different parties.
    """
    parts = text.upper().split("-")
    if len(parts) != 2 or not all(parts) or parts[0] == parts[1]:
        raise UsageError(f"{text!r} is no pair", remedy="write two codes such as BGR-KAZ")
    return (min(parts), max(parts))


def near_pairs(catalogue: Catalogue, one: str, other: str, most: int = 8) -> list[tuple[str, str, int]]:
    """Pairs that the record has and that share a party with the one asked for."""
    return [p for p in catalogue.pair_counts() if {one, other} & {p[0], p[1]}][:most]


def pair_view(workspace: Workspace, one: str, other: str, first: int = 0, most: int = 30) -> PairView | None:
    """What the record has on a pair; None where it has nothing."""
    c = workspace.catalogue
    places = c.of_pair(one, other)
    if not len(places) and (one, other) not in c.finding_pairs[1]:
        return None
    newest = _newest(c, places)
    story = c.of_kinds(newest, *TIMELINE)
    timeline = workspace.statements(story[first : first + most])
    quotes = workspace.statements(c.of_kinds(newest, "quote")[:6])
    promised = pledge_places(workspace, PledgeFilter(pair=f"{one}-{other}"))
    found = list_findings(workspace, FindingFilter(pair=f"{one}-{other}"))
    told_of = [n for n in found if c.found.verdicts[n] != "unchecked"]
    page = ledger_page(workspace, one, other)
    sources, counts = np.unique(c.columns.document[places], return_counts=True)
    order = np.lexsort((sources, -counts))
    documents = sorted(
        ((c.documents[int(sources[n])], int(counts[n])) for n in order[:12]),
        key=lambda d: d[0].date or "",
        reverse=True,
    )
    return PairView(
        one, other, len(places), _totals(c, places), _years(c, places),
        tuple(timeline), len(story), first,
        tuple(r for r in page.rows if r.series.indicator in _TRADE and not r.series.product), page,
        tuple(workspace.statements(c.of_kinds(newest, "composition")[:8])),
        tuple(workspace.statements(c.of_kinds(newest, *_MONEY)[:8])),
        tuple(dated(workspace, workspace.statements(promised[:8]))), len(promised),
        tuple(_people([*timeline, *quotes], (one, other))), tuple(quotes),
        tuple(documents), len(sources),
        tuple(views(workspace, told_of[:6])), len(found),
        sum(c.found.verdicts[n] == "conflict" and workspace.decided.finding_state(c.found.ids[n]) == "open" for n in found),
    )  # fmt: skip


def _newest(c: Catalogue, places: Numbers) -> Numbers:
    """The places by date, the latest first; undated ones last."""
    day = np.where(c.columns.first[places] != NO_DAY, c.columns.first[places], c.columns.last[places])
    return places[np.lexsort((places, -day))]


def _totals(c: Catalogue, places: Numbers) -> dict[str, int]:
    counts = np.bincount(c.columns.kind[places], minlength=len(c.columns.kinds))
    out: dict[str, int] = {}
    for name, count in zip(c.columns.kinds, counts.tolist()):
        kind = name.split("/")[0]
        out[kind] = out.get(kind, 0) + count
    return {kind: n for kind, n in out.items() if n}


def _years(c: Catalogue, places: Numbers) -> tuple[int, int] | None:
    years = c.years[places]
    years = years[years > 0]
    return (int(years.min()), int(years.max())) if len(years) else None


def _people(told: Iterable[Statement], pair: Sequence[str]) -> list[NamedPerson]:
    """People of what is shown, those of the two countries first, then the most often named."""
    found: dict[str, dict[str, Any]] = {}
    for s in told:
        for p in s.people:
            one = found.setdefault(p.name, {"roles": [], "country": None, "times": 0, "statement": s.id})
            one["times"] += 1
            one["country"] = one["country"] or p.country
            if p.role and p.role not in one["roles"]:
                one["roles"].append(p.role)
    people = [
        NamedPerson(name, tuple(p["roles"]), p["country"], p["times"], p["statement"])
        for name, p in found.items()
    ]
    return sorted(people, key=lambda p: (p.country not in pair, -p.times, p.name))[:24]
