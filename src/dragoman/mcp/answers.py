"""What each tool answers: plain objects in which every claim comes with its passage and its verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from dragoman.codes.parties import party
from dragoman.desk.citations import cited, plain
from dragoman.desk.findings import FindingFilter, list_findings, views
from dragoman.desk.ledger import row_json
from dragoman.desk.ledger_pages import ledger_page
from dragoman.desk.pledge_lists import PledgeFilter, list_pledges
from dragoman.desk.routes import RouteQuestion, find_routes, moment, scenario_names
from dragoman.desk.search import Query, search
from dragoman.desk.texts import read_text
from dragoman.desk.workspace import Workspace
from dragoman.errors import UnknownCode, UsageError
from dragoman.model.periods import parse_period
from dragoman.model.statements import KINDS

__all__ = ["Answering"]

_BESIDE = 5
_LONGEST = 200_000


class Answering:
    """The tools over one record that is open for work."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def pairs(self, country: str, limit: int, skip: int) -> dict[str, Any]:
        """What the record holds, and its pairs, those with most statements first."""
        c = self._workspace.catalogue
        wanted = party(country) if country else ""
        found = [p for p in c.pair_counts() if wanted in ("", p[0], p[1])]
        holds = {"documents": len(c.documents), "statements": len(c), "findings": len(c.found.ids)}
        shown = [
            {"pair": "-".join(sorted((one, other))), "statements": count}
            for one, other, count in found[skip : skip + limit]
        ]
        return {"record": holds, **_part(len(found), skip, limit), "pairs": shown}

    def search_statements(
        self, words: str, countries: Sequence[str], one_of: Mapping[str, str], limit: int, skip: int
    ) -> dict[str, Any]:
        """Statements, the latest first; ``one_of`` are the values of facets such as ``kind``, empty for any."""
        chosen: dict[str, tuple[str, ...]] = {name: (value,) for name, value in one_of.items() if value}
        if "mode" in chosen:
            _known("mode", one_of["mode"], sorted({m for modes in KINDS.values() for m in modes}))
        if "period" in chosen:
            parse_period(one_of["period"])
        chosen["country"] = tuple(party(c) for c in countries)
        found = search(self._workspace, Query(words[:400], chosen), facets=False)
        told = cited(self._workspace, self._workspace.statements(found.places[skip : skip + limit]))
        return {**_part(len(found.places), skip, limit), "statements": told}

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
        told = cited(self._workspace, self._workspace.statements(newest[:limit]))
        contradictions = self.findings(a, b, "conflict", _BESIDE, 0)
        pledged = self.pledges(a, b, "", _BESIDE, 0)
        return {
            "pair": f"{a}-{b}",
            "total": len(places),
            "kinds": dict(sorted(kinds.items())),
            "statements": told,
            "contradictions_total": contradictions["total"],
            "contradictions": contradictions["findings"],
            "pledges_total": pledged["total"],
            "pledges": pledged["pledges"],
        }

    def ledger(
        self, one: str, other: str, indicator: str, period: str, limit: int, skip: int
    ) -> dict[str, Any]:
        """Figures by series and period, with the passages that the stated ones come from."""
        a, b = self._pair(one, other)
        if period:
            parse_period(period)
        if indicator == "turnover":
            indicator = "trade"
        if indicator:
            _known("indicator", indicator, [*KINDS["figure"], "balance"])
        page = ledger_page(self._workspace, a, b, indicator, period)
        rows = [row_json(r) for r in page.rows[skip : skip + limit]]
        ids = sorted({id for r in rows for cell in _cells(r) for id in cell["statements"]})
        return {
            "pair": f"{a}-{b}",
            "derived_and_inferred": page.follows,
            "indicators": dict(page.indicators),
            **_part(len(page.rows), skip, limit),
            "rows": rows,
            "passages": self._by_ids(ids),
        }

    def findings(self, one: str, other: str, verdict: str, limit: int, skip: int) -> dict[str, Any]:
        """Findings, contradictions first, each with the passages of its proof."""
        pair = "-".join(self._pair(one, other)) if one and other else ""
        country = party(one or other) if (one or other) and not pair else ""
        places = list_findings(self._workspace, FindingFilter(verdict=verdict, pair=pair, country=country))
        found = [
            {**v.found, "state": v.state, "passages": cited(self._workspace, v.statements)}
            for v in views(self._workspace, places[skip : skip + limit])
        ]
        return {**_part(len(places), skip, limit), "findings": found}

    def pledges(self, one: str, other: str, state: str, limit: int, skip: int) -> dict[str, Any]:
        """What was pledged, the next due first, and what became of it."""
        pair = "-".join(self._pair(one, other)) if one and other else ""
        country = party(one or other) if (one or other) and not pair else ""
        shown, total = list_pledges(
            self._workspace, PledgeFilter(state=state, pair=pair, country=country), skip, limit
        )
        told = cited(self._workspace, [p.statement for p in shown])
        pledged = [
            {"state": p.state, "due": p.due, "because": p.because, "statement": s}
            for p, s in zip(shown, told)
        ]
        return {**_part(total, skip, limit), "pledges": pledged}

    def document(self, document: str, start: int, length: int) -> dict[str, Any]:
        """A stretch of a document's text, by id or name."""
        held, at = self._workspace.document(document), self._workspace.catalogue.document_place.get(document)
        if held is None or at is None:
            raise UsageError(
                f"no document {document[:200]!r}", remedy="give source.document of a statement of this record"
            )
        d, text = self._workspace.catalogue.documents[at], held.document.text
        end = min(len(text), start + length)
        told: dict[str, Any] = {
            "document": d.id,
            "name": d.name,
            "title": d.title,
            "outlet": d.outlet,
            "date": d.date,
        }
        told |= {"url": d.url, "characters": len(text), "statements": len(held.statements)}
        return told | {
            "start": start,
            "next_start": end if end < len(text) else None,
            "text": text[start:end],
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
        skip: int,
    ) -> dict[str, Any]:
        """Routes, fastest first; every leg names the entry of ``sources`` that its time comes from."""
        if scenario:
            _known("scenario", scenario, scenario_names())
        question = RouteQuestion(
            origin, destination, tuple(via), tuple(avoid), scenario or None, regime, moment(None)
        )
        found = find_routes(question).to_json()
        routes = found.pop("routes")
        return found | _part(len(routes), skip, limit) | _with_sources(routes[skip : skip + limit])

    def read(self, text: str, date: str, title: str, limit: int, skip: int) -> dict[str, Any]:
        """What a text says; nothing of it is kept, so nothing has been checked against the record."""
        if len(text) > _LONGEST:
            raise UsageError(
                f"{len(text)} characters", remedy=f"send at most {_LONGEST}, such as a part at a time"
            )
        found = read_text(text, date=date or None, title=title or None)
        d = found.document
        told = found.statements or ()
        shown = [plain(s) | {"verdicts": [], "review": "open"} for s in told[skip : skip + limit]]
        dates = {"date": d.date, "date_source": d.date_source}
        return dates | _part(len(told), skip, limit) | {"statements": shown}

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


def _part(total: int, skip: int, limit: int) -> dict[str, Any]:
    """How many there are, and where to go on; null where there is no more."""
    return {"total": total, "next_skip": skip + limit if skip + limit < total else None}


def _known(what: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise UnknownCode(f"no {what} {value[:80]!r}", remedy=f"use one of {', '.join(known)}")


def _with_sources(routes: list[dict[str, Any]]) -> dict[str, Any]:
    """The routes, and apart from them each source once: legs have many in common, and some are long."""
    sources: dict[str, str] = {}
    for route in routes:
        for leg in route["legs"]:
            if leg["source"]:
                leg["source"] = sources.setdefault(leg["source"], f"s{len(sources) + 1}")
    return {"sources": {key: text for text, key in sources.items()}, "routes": routes}
