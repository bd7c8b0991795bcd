"""The figures of a pair of countries by series and year: stated, derived, inferred, official.

The four are never mixed in one column. Derived is what other levels of the same period give
by sums; inferred rests on growth, multiples or bounds as well; each cell says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dragoman.desk.ledger_balances import balance_rows
from dragoman.desk.ledger_cells import COLUMNS, Cell, LedgerRow
from dragoman.desk.reconcile import Gathered
from dragoman.model.findings import Series, plain_number
from dragoman.model.messages import say

__all__ = ["COLUMNS", "Cell", "LedgerRow", "ledger", "row_cells", "row_json"]


def _of_pair(a: str, b: str, one: str, other: str) -> bool:
    return {a, b} == {one, other}


def ledger(gathered: Gathered, one: str, other: str) -> list[LedgerRow]:
    """The ledger of a pair, by indicator, direction, product and period."""
    from dragoman.reconciling import Anchors, Closure

    closure = Closure()
    closure.add(gathered.statements)
    anchors = Anchors(gathered.observations)
    rows: list[LedgerRow] = []
    families = [f for f in closure.families if _of_pair(f.a, f.b, one, other)]
    for closed in closure.close(families):
        rows.extend(_family_rows(closed, anchors))
    rows.extend(_official_only(anchors, one, other, {(r.series, r.period) for r in rows}))

    def order(r: LedgerRow) -> tuple[str, str, str, str, str]:
        return (r.series.indicator, r.series.reporter, r.series.product or "", r.series.unit, r.period)

    return sorted(rows, key=order)


def _family_rows(closed: Any, anchors: Any) -> Iterable[LedgerRow]:
    from dragoman.reconciling.sentences import Naming

    system = closed.system
    naming = Naming(system.claims)
    told: dict[Any, list[int]] = {}
    for k, c in enumerate(system.claims):
        if c.measure == "level":
            told.setdefault(c.node, []).append(k)
    rows: dict[Any, LedgerRow] = {}
    for v, node in enumerate(system.nodes):
        own = told.get(node, [])
        stated = tuple(_stated(system.claims[k], k in closed.keep) for k in own)
        others = [k for k in closed.keep if k not in own]
        levels = [
            k
            for k in others
            if system.claims[k].measure == "level" and system.claims[k].node.span == node.span
        ]
        derived = _follows(system, v, levels, naming)
        inferred = _follows(system, v, others, naming)
        if derived is not None and inferred is not None and inferred.interval == derived.interval:
            inferred = None
        official = _official(closed.family, node, anchors)
        if stated or derived or inferred or official:
            series = naming.series(closed.family, node)
            rows[node] = LedgerRow(series, node.span.edtf, stated, derived, inferred, official)
    yield from rows.values()
    if closed.family.a:
        balances = {
            k: _stated(c, k in closed.keep) for k, c in enumerate(system.claims) if c.measure == "balance"
        }
        yield from balance_rows(closed, rows, balances, naming)


def _stated(claim: Any, kept: bool) -> Cell:
    from dragoman.reconciling.copies import copied_words

    documents = ", ".join(sorted({s.evidence.document for s in claim.tellings}))
    why = say("told in {documents}", documents=documents)
    if len(claim.tellings) > 1:
        why += say(": {copied}", copied=copied_words(claim.tellings))
    if not kept:
        why += say("; contradicted, see dragoman reconcile")
    return Cell(claim.interval, why, tuple(s.id for s in claim.tellings), not kept)


def _follows(system: Any, v: int, claims: Sequence[int], naming: Any) -> Cell | None:
    from dragoman.reconciling.joint import joint_bounds
    from dragoman.reconciling.sentences import claims_words, identity_words

    if not claims:
        return None
    rows = system.with_claims(claims)
    found = joint_bounds(rows, len(system.nodes), [v]).get(v)
    if found is None:
        return None
    interval, used, names = found
    if interval.high is None or not interval.low:
        return None
    chain = sorted((system.claims[k] for k in used), key=lambda c: c.id)
    why = say("from {claims}{identity}", claims=claims_words(naming, chain), identity=identity_words(names))
    return Cell(interval, why, tuple(c.id for c in chain))


def _official(family: Any, node: Any, anchors: Any) -> Cell | None:
    from dragoman.reconciling.spoken import party_words

    anchor = anchors.at(family, node)
    if anchor is None:
        return None
    parts = [
        say(
            "{source}{as_of}: {indicator} of {reporter} {number} {unit}",
            source=o.source,
            as_of=say(", as of {date}", date=o.as_of) if o.as_of else "",
            indicator=say(o.series.indicator.replace("_", " ")),
            reporter=party_words(o.series.reporter),
            number=plain_number(o.value),
            unit=o.series.unit,
        )
        for o in anchor.observations
    ]
    told = parts[0]
    for part in parts[1:]:
        told = say("{told}; {more}", told=told, more=part)
    return Cell(anchor.hull, told)


def _official_only(anchors: Any, one: str, other: str, known: set[tuple[Series, str]]) -> Iterable[LedgerRow]:
    """Official figures of the pair in periods that no statement is about."""
    from dragoman.reconciling.periods import Span
    from dragoman.reconciling.series import GOODS, Family, Node, series_of

    a, b = sorted((one, other))
    family = Family(GOODS, a, b)
    units = sorted({o.series.unit for o in anchors if {o.series.reporter, o.series.partner} == {a, b}})
    year = Span(date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal())
    # The same flow may be named from either side; a row under one name is enough.
    seen = {(_flow(s, a), s.product, s.unit, p) for s, p in known}
    for unit in units:
        for flow in "TXM":
            node = Node(flow, "", unit, year)
            for span in anchors.spans(family, node):
                at = node._replace(span=span)
                cell = _official(family, at, anchors)
                if cell is not None and (flow, None, unit, span.edtf) not in seen:
                    yield LedgerRow(series_of(family, at), span.edtf, (), None, None, cell)


def _flow(s: Series, a: str) -> str:
    if s.indicator == "trade":
        return "T"
    seller = s.reporter if s.indicator == "exports" else s.partner
    return "X" if seller == a else "M"


def _cell(c: Cell | None) -> dict[str, Any] | None:
    if c is None:
        return None
    return {
        "low": plain_number(c.interval.low),
        "high": plain_number(c.interval.high),
        "why": c.why,
        "statements": list(c.statements),
    }


def row_json(r: LedgerRow) -> dict[str, Any]:
    """A row as a JSON object."""
    s = r.series
    return {
        "series": {
            "indicator": s.indicator,
            "reporter": s.reporter,
            "partner": s.partner,
            "product": s.product,
            "unit": s.unit,
        },
        "period": r.period,
        "stated": [_cell(c) for c in r.stated],
        "derived": _cell(r.derived),
        "inferred": _cell(r.inferred),
        "official": _cell(r.official),
    }


def row_cells(r: LedgerRow) -> list[str]:
    """A row as text, by the columns of `COLUMNS`."""
    from dragoman.reconciling.wording import amount, series_words

    unit = r.series.unit
    single = ["" if c is None else amount(c.interval, unit) for c in (r.derived, r.inferred, r.official)]
    why = [c.why for c in (*r.stated, r.derived, r.inferred, r.official) if c is not None]
    stated = "\n".join(amount(c.interval, unit) for c in r.stated)
    return [series_words(r.series), r.period, stated, *single, "\n".join(why)]
