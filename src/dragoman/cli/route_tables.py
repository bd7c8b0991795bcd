"""Routes and scenarios as tables for people."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.cli.tables import console, plain_table, print_rows
from dragoman.model.findings import Finding
from dragoman.model.routes import Band, HoursQuantiles, Route, RouteAnswer

if TYPE_CHECKING:
    from dragoman.desk.flows import FlowReport
    from dragoman.desk.routes import ScenarioAnswer
    from dragoman.routing.comparisons import Comparison, Outcome

__all__ = ["print_claims", "print_flows", "print_routes", "print_scenario"]


# Piped output gets this much room.
_PIPED = 132


def _days(hours: HoursQuantiles) -> str:
    mean = f", mean {hours.mean / 24:.1f}" if hours.mean is not None else ""
    return f"{hours.p50 / 24:.1f} d ({hours.p10 / 24:.1f}-{hours.p90 / 24:.1f}{mean})"


def _band(band: Band | None) -> str:
    if band is None:
        return "not known"
    low, high = f"{band.low:,.0f}", f"{band.high:,.0f}"
    return low if low == high else f"{low}-{high}"


_SCOPES = {"WTW": "well to wheel", "TTW": "tank to wheel", "CO2": "CO2 alone"}


def _many(routes: int) -> str:
    return "1 route" if routes == 1 else f"{routes} routes"


def print_routes(answer: RouteAnswer, *, shown: int = 1) -> None:
    """A table of the routes, then the legs of the first ``shown``."""
    from rich.text import Text

    into = console(_PIPED)
    where = f", scenario {answer.scenario}" if answer.scenario else ""
    into.print(
        Text(f"{answer.from_} to {answer.to} ({answer.regime}{where}): {_many(len(answer.routes))} to weigh")
    )
    rows = [
        (
            str(number),
            _way(route),
            f"{route.km:,.0f}",
            _days(route.hours),
            _band(route.usd_per_feu),
            _band(route.kgco2e_per_teu),
            f"{route.buffer_index:.2f}",
        )
        for number, route in enumerate(answer.routes, start=1)
    ]
    columns = ("", "way", "km", "days p50 (p10-p90)", "USD/FEU", "kg CO2e/TEU", "buffer")
    print_rows(columns, rows, 2, piped=_PIPED)
    if answer.emission_scope in _SCOPES:
        into.print(
            Text(f"CO2e {_SCOPES[answer.emission_scope]}, 10 t a TEU unless the network says otherwise.")
        )
    for number, route in enumerate(answer.routes[:shown], start=1):
        into.print(Text(f"Route {number} leg by leg (* assumed, ~ of the other regime):"))
        _print_legs(route)


def _way(route: Route) -> str:
    """Stops of interest: where mode or service changes."""
    out: list[str] = []
    last = None
    for leg in route.legs:
        if not leg.link:
            continue
        name = leg.service or leg.mode
        if name != last:
            out.append(f"{leg.from_} ({name})")
        last = name
    end = next(leg.to for leg in reversed(route.legs) if leg.link)
    return " > ".join([*out, end])


def _print_legs(route: Route) -> None:
    rows = []
    for leg in route.legs:
        mark = ("*" if leg.assumed else "") + ("~" if leg.fallback else "")
        hours = f"{leg.hours.p50:.1f} ({leg.hours.p10:.1f}-{leg.hours.p90:.1f}){mark}"
        to = "" if not leg.link else leg.to
        km = f"{leg.km:,.0f}" if leg.link else ""
        rows.append((leg.from_, to, leg.mode, leg.service, km, hours, _short(leg.source)))
    columns = ("from", "to", "mode", "service", "km", "hours p50 (p10-p90)", "source")
    print_rows(columns, rows, 6, piped=_PIPED)


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def print_scenario(answer: ScenarioAnswer) -> None:
    """The changes, then a table of the pairs."""
    from rich.text import Text

    into = console(_PIPED)
    s = answer.scenario
    into.print(Text(f"{s.name} ({answer.regime}): {s.title}"))
    into.print(Text(f"source: {s.source}"))
    if s.evidence:
        into.print(Text(f"statement: “{s.evidence['text']}”"))
    if s.open or s.close:
        into.print(Text(f"opens {', '.join(s.open) or 'nothing'}; closes {', '.join(s.close) or 'nothing'}"))
    for component, rows in s.rows.items():
        for row in rows:
            into.print(Text(f"sets in {component}: {_told(row)}"))
    for item in s.scale:
        into.print(Text(f"times {item['factor']:g}: {item['component']} of {item['subject']}"))
    if answer.lacking:
        into.print(Text(f"the network lacks: {', '.join(answer.lacking)}"))
    for note in s.notes:
        into.print(Text(f"note: {note}"))
    columns = ("pair", "", "way", "days p50 (p10-p90)", "USD/FEU", "kg CO2e/TEU", "capacity and where")
    print_rows(columns, [row for c in answer.comparisons for row in _rows(c)], 3, piped=_PIPED)


def _told(row: Mapping[str, Any]) -> str:
    """A row in words: its subject and its numbers."""
    first = str(next(iter(row.values())))
    kept = ("value", "typical", "departures", "unit", "period_unit", "status", "regime")
    return " ".join([first, *(f"{key} {row[key]}" for key in kept if key in row)])


def _rows(c: Comparison) -> list[tuple[str, ...]]:
    pair = f"{c.from_} to {c.to}"
    if c.pair.cargo != "container":
        pair += f" ({c.pair.cargo})"
    if not c.changed:
        return [(pair, "same", *_outcome(c.after))]
    return [(pair, "before", *_outcome(c.before)), ("", "after", *_outcome(c.after))]


def _outcome(outcome: Outcome | None) -> tuple[str, ...]:
    if outcome is None:
        return ("no route", "", "", "", "")
    route, limit = outcome.route, outcome.bottleneck
    capacity = "not known" if limit is None else f"{limit.value:,.1f} {limit.unit} at {limit.subject}"
    return (
        " > ".join(outcome.way) + (f" (+{outcome.alternatives} others)" if outcome.alternatives else ""),
        _days(route.hours),
        _band(route.usd_per_feu),
        _band(route.kgco2e_per_teu),
        capacity,
    )


def _number(value: float) -> str:
    """Thousands apart, and no ``.0`` behind a whole number."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def print_flows(report: FlowReport) -> None:
    """What jams, then where the demand passes."""
    from rich.text import Text

    told, into = report.to_json(), console(_PIPED)
    where = f", scenario {report.scenario}" if report.scenario else ""
    fits = "all demand fits" if report.feasible else "the demand does not fit"
    into.print(Text(f"Flows ({report.regime}{where}): {fits}"))
    for b in told["shortfalls"]:
        limit = b["capacity"]
        into.print(
            Text(
                f"too little at {b['place']}: {_number(limit['value'])} {limit['unit']}, "
                f"{_number(b['over'])} more is wanted"
            )
        )
    # Where the demand does not fit, prices are of the overrun and say nothing about what capacity is worth.
    if told["bottlenecks"] and report.feasible:
        columns = ("at", "capacity", "a further unit saves", "a tenth more is worth, USD a year", "source")
        jams = [_jam(b) for b in told["bottlenecks"]]
        print_rows(columns, jams, 1, piped=_PIPED, title="Bottlenecks")
    table = plain_table("Flows")
    for name in ("from", "to", "by", "cargo", "amount"):
        table.add_column(name, overflow="fold")
    for flow in told["flows"]:
        amount = f"{_number(flow['value'])} {flow['unit']}"
        table.add_row(flow["from"], flow["to"], flow["service"] or flow["mode"], flow["cargo"], amount)
    into.print(table)


def _jam(b: Mapping[str, Any]) -> tuple[str, ...]:
    worth = b["worth_of_a_tenth_more_usd_per_year"]
    return (
        b["place"],
        f"{_number(b['capacity']['value'])} {b['capacity']['unit']}",
        f"{_number(b['shadow_price']['value'])} {b['shadow_price']['unit']}",
        "" if worth is None else f"{worth:,.0f}",
        _short(b["source"]),
    )


def print_claims(findings: Sequence[Finding]) -> None:
    """Findings about corridors, one a row; without any a word of that beside the output."""
    if not findings:
        print("dragoman: no claims about corridors that the network can be asked about", file=sys.stderr)
        return
    rows = [(f.verdict, f.rule, f.period or "", " ".join(f.statements), f.because) for f in findings]
    print_rows(("verdict", "rule", "period", "statements", "because"), rows, 4, piped=_PIPED)
