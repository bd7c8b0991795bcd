"""Routes and scenarios as tables for people."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.model.findings import Finding
from dragoman.model.routes import Band, HoursQuantiles, Route, RouteAnswer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dragoman.desk.flows import FlowReport
    from dragoman.desk.routes import ScenarioAnswer
    from dragoman.routing.comparisons import Comparison, Outcome

__all__ = ["print_claims", "print_flows", "print_routes", "print_scenario"]


def _console() -> Console:
    from rich.console import Console

    # Piped output gets room; a terminal its own width.
    return Console(width=None if sys.stdout.isatty() else 132, highlight=False)


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
    from rich.table import Table
    from rich.text import Text

    console = _console()
    where = f", scenario {answer.scenario}" if answer.scenario else ""
    console.print(
        Text(f"{answer.from_} to {answer.to} ({answer.regime}{where}): {_many(len(answer.routes))} to weigh")
    )
    table = Table(pad_edge=False)
    for name in ("", "way", "km", "days p50 (p10-p90)", "USD/FEU", "kg CO2e/TEU", "buffer"):
        table.add_column(name, overflow="fold")
    for number, route in enumerate(answer.routes, start=1):
        table.add_row(
            str(number),
            _way(route),
            f"{route.km:,.0f}",
            _days(route.hours),
            _band(route.usd_per_feu),
            _band(route.kgco2e_per_teu),
            f"{route.buffer_index:.2f}",
        )
    console.print(table)
    if answer.emission_scope in _SCOPES:
        console.print(
            Text(f"CO2e {_SCOPES[answer.emission_scope]}, 10 t a TEU unless the network says otherwise.")
        )
    for number, route in enumerate(answer.routes[:shown], start=1):
        console.print(Text(f"Route {number} leg by leg (* assumed, ~ of the other regime):"))
        console.print(_legs(route))


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


def _legs(route: Route) -> object:
    from rich.table import Table

    table = Table(pad_edge=False)
    for name in ("from", "to", "mode", "service", "km", "hours p50 (p10-p90)", "source"):
        table.add_column(name, overflow="fold")
    for leg in route.legs:
        mark = ("*" if leg.assumed else "") + ("~" if leg.fallback else "")
        hours = f"{leg.hours.p50:.1f} ({leg.hours.p10:.1f}-{leg.hours.p90:.1f}){mark}"
        to = "" if not leg.link else leg.to
        km = f"{leg.km:,.0f}" if leg.link else ""
        table.add_row(leg.from_, to, leg.mode, leg.service, km, hours, _short(leg.source))
    return table


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def print_scenario(answer: ScenarioAnswer) -> None:
    """The changes, then a table of the pairs."""
    from rich.table import Table
    from rich.text import Text

    console = _console()
    s = answer.scenario
    console.print(Text(f"{s.name} ({answer.regime}): {s.title}"))
    console.print(Text(f"source: {s.source}"))
    if s.evidence:
        console.print(Text(f"statement: “{s.evidence['text']}”"))
    if s.open or s.close:
        console.print(
            Text(f"opens {', '.join(s.open) or 'nothing'}; closes {', '.join(s.close) or 'nothing'}")
        )
    for component, rows in s.rows.items():
        for row in rows:
            console.print(Text(f"sets in {component}: {_told(row)}"))
    for item in s.scale:
        console.print(Text(f"times {item['factor']:g}: {item['component']} of {item['subject']}"))
    if answer.lacking:
        console.print(Text(f"the network lacks: {', '.join(answer.lacking)}"))
    for note in s.notes:
        console.print(Text(f"note: {note}"))
    table = Table(pad_edge=False)
    for name in ("pair", "", "way", "days p50 (p10-p90)", "USD/FEU", "kg CO2e/TEU", "capacity and where"):
        table.add_column(name, overflow="fold")
    for c in answer.comparisons:
        _rows(table, c)
    console.print(table)


def _told(row: Mapping[str, Any]) -> str:
    """A row in words: its subject and its numbers."""
    first = str(next(iter(row.values())))
    kept = ("value", "typical", "departures", "unit", "period_unit", "status", "regime")
    return " ".join([first, *(f"{key} {row[key]}" for key in kept if key in row)])


def _rows(table: Table, c: Comparison) -> None:
    pair = f"{c.from_} to {c.to}"
    if c.pair.cargo != "container":
        pair += f" ({c.pair.cargo})"
    if not c.changed:
        table.add_row(pair, "same", *_outcome(c.after))
        return
    for name, outcome in ((pair, c.before), ("", c.after)):
        table.add_row(name, "before" if name else "after", *_outcome(outcome))


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


def print_flows(report: FlowReport) -> None:
    """What jams, then where the demand passes."""
    from rich.table import Table
    from rich.text import Text

    told, console = report.to_json(), _console()
    where = f", scenario {report.scenario}" if report.scenario else ""
    fits = "all demand fits" if report.feasible else "the demand does not fit"
    console.print(Text(f"Flows ({report.regime}{where}): {fits}"))
    for b in told["shortfalls"]:
        limit = b["capacity"]
        console.print(
            Text(f"too little at {b['at']}: {limit['value']:,} {limit['unit']}, {b['over']:,} more is wanted")
        )
    # Where the demand does not fit, prices are of the overrun and say nothing about what capacity is worth.
    if told["bottlenecks"] and report.feasible:
        table = Table(pad_edge=False, title="Bottlenecks", title_justify="left")
        for name in ("at", "capacity", "a further unit saves", "a tenth more is worth, USD a year", "source"):
            table.add_column(name, overflow="fold")
        for b in told["bottlenecks"]:
            worth = b["worth_of_a_tenth_more_usd_per_year"]
            table.add_row(
                b["at"],
                f"{b['capacity']['value']:,} {b['capacity']['unit']}",
                f"{b['shadow_price']['value']:,} {b['shadow_price']['unit']}",
                "" if worth is None else f"{worth:,.0f}",
                _short(b["source"]),
            )
        console.print(table)
    table = Table(pad_edge=False, title="Flows", title_justify="left")
    for name in ("from", "to", "by", "cargo", "amount"):
        table.add_column(name, overflow="fold")
    for flow in told["flows"]:
        amount = f"{flow['value']:,} {flow['unit']}"
        table.add_row(flow["from"], flow["to"], flow["service"] or flow["mode"], flow["cargo"], amount)
    console.print(table)


def print_claims(findings: Sequence[Finding]) -> None:
    """Findings about corridors, one a row."""
    from rich.table import Table
    from rich.text import Text

    table = Table(pad_edge=False)
    for name in ("verdict", "rule", "period", "statements", "because"):
        table.add_column(name, overflow="fold")
    for f in findings:
        table.add_row(f.verdict, f.rule, f.period or "", " ".join(f.statements), Text(f.because))
    _console().print(table)
