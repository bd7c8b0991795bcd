"""Where do we stand? Pairs, what changed, what contradicts, what falls due."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.desk.findings import FindingFilter, FindingView, list_findings, open_conflicts, views
from dragoman.desk.pledge_lists import DatedPledge, due_soon
from dragoman.desk.workspace import Workspace
from dragoman.record.browsing import Gone, Listed

__all__ = ["HomeView", "PairCount", "home_view", "pair_counts"]


@dataclass(frozen=True, slots=True)
class PairCount:
    """A pair with its numbers of statements and of open contradictions [1], and its latest year."""

    one: str
    other: str
    statements: int
    conflicts: int
    latest: int | None

    @property
    def key(self) -> str:
        """``BGR-KAZ``."""
        return f"{self.one}-{self.other}"


@dataclass(frozen=True, slots=True)
class HomeView:
    """A page's worth of a record."""

    statements: int
    documents: int
    pairs: tuple[PairCount, ...]
    pairs_total: int
    recent: tuple[tuple[Listed, int], ...]
    gone: tuple[Gone, ...]
    conflicts: tuple[FindingView, ...]
    conflicts_total: int
    due: tuple[DatedPledge, ...]


def pair_counts(workspace: Workspace) -> list[PairCount]:
    """All pairs, those most told of first."""

    def count() -> list[PairCount]:
        c, conflicts = workspace.catalogue, open_conflicts(workspace)
        out = []
        for one, other, n in c.pair_counts():
            years = c.years[c.of_pair(one, other)]
            out.append(PairCount(one, other, n, conflicts.get((one, other), 0), int(years.max()) or None))
        return out

    return workspace.answers.now("pairs", count)


def home_view(workspace: Workspace) -> HomeView:
    """What somebody who opens the record in the morning wants to know."""
    c = workspace.catalogue
    pairs = pair_counts(workspace)
    latest = c.newest_documents[:8]
    open_ = workspace.answers.now(
        "open-list", lambda: list_findings(workspace, FindingFilter(verdict="conflict", state="open"))
    )
    return HomeView(
        len(c),
        len(c.documents),
        tuple(pairs[:24]),
        len(pairs),
        tuple((c.documents[n], len(c.by_document.places(n))) for n in latest),
        tuple(workspace.answers.now("gone", lambda: workspace.browsing.gone(8))),
        tuple(views(workspace, open_[:5])),
        len(open_),
        tuple(due_soon(workspace)),
    )
