"""What each tool answers: plain objects in which every claim comes with its passage and its verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dragoman.codes.parties import party
from dragoman.desk.citations import cited, plain
from dragoman.desk.findings import FindingFilter, list_findings, views
from dragoman.desk.ledger import row_json
from dragoman.desk.ledger_pages import ledger_page
from dragoman.desk.pledge_lists import PledgeFilter, dated, pledge_places
from dragoman.desk.routes import RouteQuestion, find_routes, moment, scenario_names
from dragoman.desk.search import Query, search
from dragoman.desk.texts import read_text
from dragoman.desk.workspace import Workspace
from dragoman.errors import UnknownCode, UsageError
from dragoman.model.periods import parse_period
from dragoman.model.statements import KINDS, STATUSES

__all__ = ["Answering"]

_MOST = 100
_LONGEST = 200_000


class Answering:
    """The tools over one record that is open for work."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def search_statements(
        self, words: str, countries: Sequence[str], kind: str, status: str, period: str, limit: int, skip: int
    ) -> dict[str, Any]:
        """Statements, the latest first; ``total`` is how many there are."""
        if kind and kind not in KINDS:
            raise UsageError(f"no kind {kind!r}", remedy=f"use one of {', '.join(KINDS)}")
        if status and status not in STATUSES:
            raise UsageError(f"no status {status!r}", remedy=f"use one of {', '.join(STATUSES)}")
        if period:
            parse_period(period)
        chosen = {"country": tuple(party(c) for c in countries)}
        chosen |= {
            name: (value,)
            for name, value in (("kind", kind), ("status", status), ("period", period))
            if value
        }
        found = search(self._workspace, Query(words[:400], chosen), facets=False)
        places = found.places[skip : skip + _bounded(limit)]
        told = cited(self._workspace, self._workspace.statements(places))
        return {"total": len(found.places), "statements": told}

    def pair(self, one: str, other: str, limit: int) -> dict[str, Any]:
        """What there is between two: counts, the latest statements, findings that contradict, pledges."""
        a, b = self._pair(one, other)
        c = self._workspace.catalogue
        places = c.of_pair(a, b)
        newest = c.newest[np.isin(c.newest, places)]
        kinds: dict[str, int] = {}
        for code in c.columns.kind[places].tolist():
            kind = c.columns.kinds[code].split("/")[0]
            kinds[kind] = kinds.get(kind, 0) + 1
        told = cited(self._workspace, self._workspace.statements(newest[: _bounded(limit)]))
        return {
            "pair": f"{a}-{b}",
            "total": len(places),
            "kinds": dict(sorted(kinds.items())),
            "statements": told,
            "contradictions": self.findings(a, b, "conflict", 5)["findings"],
            "pledges": self.pledges(a, b, "", 5)["pledges"],
        }

    def ledger(self, one: str, other: str, indicator: str, period: str) -> dict[str, Any]:
        """Figures by series and period, with the passages that the stated ones come from."""
        a, b = self._pair(one, other)
        if period:
            parse_period(period)
        page = ledger_page(self._workspace, a, b, indicator, period)
        rows = [row_json(r) for r in page.rows[:_MOST]]
        ids = sorted({id for r in rows for cell in _cells(r) for id in cell["statements"]})
        return {
            "pair": f"{a}-{b}",
            "derived_and_inferred": page.follows,
            "total": len(page.rows),
            "rows": rows,
            "passages": self._by_ids(ids),
        }

    def findings(self, one: str, other: str, verdict: str, limit: int) -> dict[str, Any]:
        """Findings, contradictions first, each with the passages of its proof."""
        pair = "-".join(self._pair(one, other)) if one and other else ""
        country = party(one or other) if (one or other) and not pair else ""
        places = list_findings(self._workspace, FindingFilter(verdict=verdict, pair=pair, country=country))
        found = [
            {**v.found, "state": v.state, "passages": cited(self._workspace, v.statements)}
            for v in views(self._workspace, places[: _bounded(limit)])
        ]
        return {"total": len(places), "findings": found}

    def pledges(self, one: str, other: str, state: str, limit: int) -> dict[str, Any]:
        """What was pledged, the next due first, and what became of it."""
        pair = "-".join(self._pair(one, other)) if one and other else ""
        country = party(one or other) if (one or other) and not pair else ""
        places = pledge_places(self._workspace, PledgeFilter(pair=pair, country=country))
        shown = dated(
            self._workspace, self._workspace.statements(places[: 2_000 if state else _bounded(limit)])
        )
        kept = [p for p in shown if state in ("", p.state)][: _bounded(limit)]
        told = cited(self._workspace, [p.statement for p in kept])
        return {
            "total": len(places),
            "pledges": [
                {"state": p.state, "due": p.due, "because": p.because, "statement": s}
                for p, s in zip(kept, told)
            ],
        }

    def routes(
        self,
        origin: str,
        destination: str,
        via: Sequence[str],
        avoid: Sequence[str],
        scenario: str,
        regime: str,
        limit: int,
    ) -> dict[str, Any]:
        """Routes, fastest first; every leg says where its time comes from."""
        if scenario and scenario not in scenario_names():
            raise UnknownCode(f"no scenario {scenario!r}", remedy=f"use one of {', '.join(scenario_names())}")
        question = RouteQuestion(
            origin, destination, tuple(via), tuple(avoid), scenario or None, regime, moment(None)
        )
        found = find_routes(question).to_json()
        return found | {"total": len(found["routes"]), "routes": found["routes"][: _bounded(limit)]}

    def read(self, text: str, date: str, title: str) -> dict[str, Any]:
        """What a text says; nothing of it is kept, so nothing has been checked against the record."""
        if len(text) > _LONGEST:
            raise UsageError(f"{len(text)} characters", remedy=f"send at most {_LONGEST}")
        found = read_text(text, date=date or None, title=title or None)
        d = found.document
        told = [plain(s) | {"verdicts": [], "review": "open"} for s in found.statements or ()]
        return {"date": d.date, "date_source": d.date_source, "total": len(told), "statements": told}

    def _pair(self, one: str, other: str) -> tuple[str, str]:
        a, b = sorted((party(one), party(other)))
        if a == b:
            raise UsageError(f"{one!r} and {other!r} are the same", remedy="name two different parties")
        return a, b

    def _by_ids(self, ids: Sequence[str]) -> dict[str, Any]:
        places = [p for id in ids if (p := self._workspace.catalogue.place(id)) is not None]
        return {s["id"]: s for s in cited(self._workspace, self._workspace.statements(places))}


def _cells(row: dict[str, Any]) -> list[dict[str, Any]]:
    every = [*row["stated"], row["derived"], row["inferred"], row["official"]]
    return [cell for cell in every if cell is not None]


def _bounded(limit: int) -> int:
    return max(1, min(limit, _MOST))
