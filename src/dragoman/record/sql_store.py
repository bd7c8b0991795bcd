"""What follows from statements, in a database that speaks SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from dragoman.model.findings import Finding, Observation, Series, finding_json, said_json
from dragoman.record.bulk import where_in
from dragoman.record.rows import Change, ClaimGroup, Fact, Review, Separation, Telling, row_id
from dragoman.record.sql_documents import SqlDocuments, aware

__all__ = ["SqlStore"]

_TIME = {"payload": "VARCHAR", "added": "TIMESTAMP"}
_FACTS = {"id": "VARCHAR", "kind": "VARCHAR", "report_count": "INTEGER", "event_count": "INTEGER", **_TIME}
_GROUPS = {"id": "VARCHAR", "because": "VARCHAR", **_TIME}
_FINDINGS = (
    dict.fromkeys(("id", "rule", "verdict", "indicator", "reporter", "partner", "period"), "VARCHAR") | _TIME
)
_OBSERVATIONS = {
    **dict.fromkeys(
        ("id", "source", "indicator", "reporter", "partner", "product", "unit", "period"), "VARCHAR"
    ),
    "value": "VARCHAR",
    "value_near": "DOUBLE",
    **dict.fromkeys(("as_of", "valuation", "status"), "VARCHAR"),
    **_TIME,
}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


class SqlStore(SqlDocuments):
    """The `Store` in SQL; a dialect adds how to reach the database."""

    def _put(
        self,
        what: str,
        table: str,
        columns: Mapping[str, str],
        rows: Sequence[Sequence[Any]],
        now: datetime,
        among: Iterable[str] | None = None,
    ) -> list[str]:
        """Make ``rows`` (id first, payload and time last) the table; the ids added or changed.

        With ``among``, rows of other ids are let alone.
        """
        wanted = {row[0]: row for row in rows}
        payload = len(columns) - 2
        gone: dict[str, list[str]] = {"revised": [], "withdrawn": []}
        sql, values = f"SELECT id, payload FROM {table}", []
        if among is not None:
            sql += f" WHERE {where_in('id')}"
            values = [sorted({*among, *wanted})]
        for id, before in self._rows(sql, values):
            if id not in wanted:
                gone["withdrawn"].append(id)
            elif wanted[id][payload] == before:
                del wanted[id]
            else:
                gone["revised"].append(id)
        for action, ids in gone.items():
            if ids:
                self._bury(
                    *(what, table, "id", "payload", where_in("id")), (action, "computed again", now, ids)
                )
        self._insert(table, columns, list(wanted.values()))
        return list(wanted)

    def put_facts(self, facts: Sequence[Fact]) -> None:
        """See `Store.put_facts`."""
        with self._transaction() as now:
            rows = [(f.id, f.kind, f.report_count, f.event_count, _fact_payload(f), now) for f in facts]
            changed = set(self._put("fact", "facts", _FACTS, rows, now))
            stale = "fact NOT IN (SELECT id FROM facts) OR " + where_in("fact")
            self._run(f"DELETE FROM tellings WHERE {stale}", [sorted(changed)])
            columns = dict.fromkeys(("fact", "statement", "because"), "VARCHAR")
            tellings = [(f.id, t.statement, t.because) for f in facts if f.id in changed for t in f.tellings]
            self._insert("tellings", columns, tellings)

    def facts(self) -> Iterator[Fact]:
        """See `Store.facts`."""
        sql = "SELECT id, kind, report_count, event_count, payload FROM facts ORDER BY id"
        for id, kind, reports, events, payload in self._stream(sql):
            found = json.loads(payload)
            tellings = tuple(Telling(*pair) for pair in found["tellings"])
            yield Fact(id, kind, tellings, reports, events, found["payload"])

    def separate(self, separation: Separation) -> None:
        """See `Store.separate`."""
        s = separation
        with self._transaction() as now:
            self._run(
                "INSERT INTO separations SELECT ?, ?, ?, ?, ?, ? "
                "WHERE NOT EXISTS (SELECT 1 FROM separations WHERE id = ?)",
                [s.id, s.statement, s.other, s.who, s.why, now, s.id],
            )

    def separations(self) -> list[Separation]:
        """See `Store.separations`."""
        sql = "SELECT statement, other, who, why FROM separations ORDER BY added, id"
        return [Separation(*row) for row in self._rows(sql)]

    def put_claim_groups(self, groups: Sequence[ClaimGroup]) -> None:
        """See `Store.put_claim_groups`."""
        with self._transaction() as now:
            rows = [(g.id, g.because, _json([g.because, *g.statements]), now) for g in groups]
            self._put("claims", "claim_groups", _GROUPS, rows, now)

    def claim_groups(self) -> list[ClaimGroup]:
        """See `Store.claim_groups`."""
        rows = self._rows("SELECT id, because, payload FROM claim_groups ORDER BY id")
        return [ClaimGroup(id, tuple(json.loads(payload)[1:]), because) for id, because, payload in rows]

    def put_findings(self, findings: Sequence[Finding], among: Iterable[str] | None = None) -> None:
        """See `Store.put_findings`."""
        with self._transaction() as now:
            rows = [_finding_row(f, now) for f in findings]
            self._put("finding", "findings", _FINDINGS, rows, now, among)

    def findings(self) -> Iterator[Mapping[str, Any]]:
        """See `Store.findings`."""
        for (payload,) in self._stream("SELECT payload FROM findings ORDER BY id"):
            found = json.loads(payload)
            found.pop("said", None)
            yield found

    def add_observations(self, observations: Sequence[Observation]) -> int:
        """See `Store.add_observations`."""
        with self._transaction() as now:
            wanted = {row[0]: row for row in (_observation_row(o, now) for o in observations)}
            before = self._rows(
                f"SELECT id, value, status FROM observations WHERE {where_in('id')}", [list(wanted)]
            )
            revised = []
            for id, value, status in before:
                if Decimal(value) == Decimal(wanted[id][8]) and status == wanted[id][12]:
                    del wanted[id]
                else:
                    revised.append(id)
            if revised:
                why = "the same source gives another value for the same vintage"
                self._bury(
                    *("observation", "observations", "id", "payload", where_in("id")),
                    ("revised", why, now, revised),
                )
            self._insert("observations", _OBSERVATIONS, list(wanted.values()))
        return len(wanted)

    def observations(
        self, *, reporter: str | None = None, partner: str | None = None, indicator: str | None = None
    ) -> Iterator[Observation]:
        """See `Store.observations`."""
        asked = {"reporter": reporter, "partner": partner, "indicator": indicator}
        given = {name: value for name, value in asked.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in given) or "true"
        sql = (
            "SELECT indicator, reporter, partner, product, unit, period, value, source, as_of, valuation, status "
            f"FROM observations WHERE {where} "
            "ORDER BY indicator, reporter, partner, product, unit, period, source, as_of, valuation"
        )
        for *series, period, value, source, as_of, valuation, status in self._stream(
            sql, list(given.values())
        ):
            yield Observation(Series(*series), period, Decimal(value), source, as_of, valuation, status)

    def add_review(self, review: Review) -> None:
        """See `Store.add_review`."""
        r = review
        with self._transaction() as now:
            id = row_id("re_", r.statement, r.verdict, r.who, r.note, now.isoformat())
            self._run(
                "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?)",
                [id, r.statement, r.verdict, r.who, r.note, now],
            )

    def reviews(self, statement: str | None = None) -> list[Review]:
        """See `Store.reviews`."""
        sql = (
            "SELECT statement, verdict, who, note, added FROM reviews "
            "WHERE ?::VARCHAR IS NULL OR statement = ? ORDER BY added, id"
        )
        rows = self._rows(sql, [statement, statement])
        return [Review(s, verdict, who, note, aware(added)) for s, verdict, who, note, added in rows]

    def changes(self, since: datetime | None = None) -> Iterator[Change]:
        """See `Store.changes`."""
        sql = "SELECT moment, what, id, action, why, before FROM changes"
        values: list[Any] = []
        if since is not None:
            sql += " WHERE moment >= ?"
            values = [since.astimezone(UTC).replace(tzinfo=None) if since.tzinfo else since]
        for at, what, id, action, why, before in self._stream(
            f"{sql} ORDER BY moment, what, id, action", values
        ):
            yield Change(aware(at), what, id, action, why, json.loads(before) if before else None)


def _fact_payload(f: Fact) -> str:
    tellings = [[t.statement, t.because] for t in f.tellings]
    counts = {"kind": f.kind, "report_count": f.report_count, "event_count": f.event_count}
    return _json({**counts, "tellings": tellings, "payload": dict(f.payload)})


def _finding_row(f: Finding, now: datetime) -> Sequence[Any]:
    s = f.series
    key = (f.id, f.rule, f.verdict, s.indicator, s.reporter, s.partner, f.period)
    said = said_json(f)
    # What the sentences were made of stands beside the finding, not in it: no answer to a program has it.
    payload = finding_json(f) | ({"said": said} if said else {})
    return (*key, _json(payload), now)


def _observation_row(o: Observation, now: datetime) -> Sequence[Any]:
    s = o.series
    key = (o.source, s.indicator, s.reporter, s.partner, s.product, s.unit, o.period, o.as_of, o.valuation)
    id = row_id("ob_", *(part or "" for part in key))
    payload = _json({"value": str(o.value), "source": o.source, "period": o.period, "as_of": o.as_of})
    return (
        *(id, o.source, s.indicator, s.reporter, s.partner, s.product, s.unit, o.period),
        *(str(o.value), float(o.value), o.as_of, o.valuation, o.status, payload, now),
    )
