"""Commands of routing: routes, scenarios, flows."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["register"]

_FORMATS = ("json", "table")

_Regime = Annotated[str, typer.Option("--regime", help="official (published) or measured (observed).")]
_Format = Annotated[str, typer.Option("--format", help="json or table.")]
_Depart = Annotated[
    str | None, typer.Option("--depart", help="Departure, e.g. 2025-11-03; without it an average.")
]
_Folders = Annotated[
    list[Path] | None,
    typer.Option("--network", help="A folder of network tables laid over the package's; repeatable."),
]


def _checked(form: str) -> str:
    from dragoman.errors import UsageError

    # JSON Lines of one object is the object.
    form = "json" if form == "jsonl" else form
    if form not in _FORMATS:
        raise UsageError(f"--format is {form!r}", remedy=f"use one of {', '.join(_FORMATS)}")
    return form


def _print_json(answer: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _write(path: Path, content: str | bytes) -> None:
    from dragoman.errors import UsageError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write: {error}", where=str(path), remedy="name another file") from error
    print(f"dragoman: wrote {path}", file=sys.stderr)


def _route(
    origin: Annotated[str, typer.Argument(metavar="FROM", help="A place: name or UN/LOCODE.")],
    destination: Annotated[str, typer.Argument(metavar="TO", help="A place.")],
    via: Annotated[
        list[str] | None, typer.Option("--via", help="A place to pass; repeatable, in order.")
    ] = None,
    avoid: Annotated[
        list[str] | None,
        typer.Option("--avoid", help="A place, country (alpha-3) or mode to stay out of; repeatable."),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option("--scenario", help="A bundled scenario or a file of changes.")
    ] = None,
    regime: _Regime = "official",
    depart: _Depart = None,
    cargo: Annotated[str, typer.Option("--cargo", help="container, bulk, oil or gas.")] = "container",
    network: _Folders = None,
    format: _Format = "table",
    diagram: Annotated[
        Path | None, typer.Option("--diagram", help="Write the time-distance diagram (.svg or .png).")
    ] = None,
    measure: Annotated[
        str, typer.Option("--measure", help="What the diagram shows against distance: time or cost.")
    ] = "time",
    map_: Annotated[Path | None, typer.Option("--map", help="Write a map (.geojson or .svg).")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Legs of every route, not of the first alone.")
    ] = False,
    brief: Annotated[bool, typer.Option("--brief", help="No legs, the routes alone.")] = False,
) -> None:
    """Find the routes worth weighing between two places, by time, cost and CO2, with their reliability."""
    from dragoman.desk.routes import RouteQuestion, find_routes, moment

    form = _checked(format)
    question = RouteQuestion(
        origin,
        destination,
        tuple(via or ()),
        tuple(avoid or ()),
        scenario,
        regime,
        moment(depart),
        cargo,
        tuple(network or ()),
    )
    answer = find_routes(question)
    # Files before the print: who reads the output may stop early, as head does.
    if diagram or map_:
        from dragoman.desk.route_pictures import route_diagram, route_map

        if diagram:
            _write(diagram, route_diagram([answer], diagram.suffix, measure=measure))
        if map_:
            _write(map_, route_map(answer, question, map_.suffix))
    if form == "json":
        _print_json(answer.to_json())
    else:
        from dragoman.cli.route_tables import print_routes

        print_routes(answer, shown=0 if brief else len(answer.routes) if full else 1)


def _scenario(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME|FILE",
            help="A bundled scenario or a file; with --from, records or files of statements.",
        ),
    ] = None,
    statement: Annotated[
        str | None, typer.Option("--from", help="Id of a project statement to draft a scenario from.")
    ] = None,
    pair: Annotated[
        list[str] | None, typer.Option("--pair", help="FROM:TO to compare instead; repeatable.")
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option("--avoid", help="With --pair: stay out of it; repeatable.")
    ] = None,
    regime: _Regime = "official",
    depart: _Depart = None,
    network: _Folders = None,
    format: _Format = "table",
    diagram: Annotated[
        Path | None,
        typer.Option("--diagram", help="Write the first pair before and after as a diagram (.svg or .png)."),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", help="Write the scenario as a file to edit, a draft for instance."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the bundled scenarios.")] = False,
) -> None:
    """Show what a set of changes does against the base network, pair by pair."""
    from dragoman.desk.routes import moment, scenario_effects, scenario_from_statement
    from dragoman.errors import UsageError

    form = _checked(format)
    if list_:
        _list_scenarios(form)
        return
    folders, day = tuple(network or ()), moment(depart)
    if statement is not None:
        answer = scenario_from_statement(statement, sources or [], regime=regime, depart=day, folders=folders)
    elif len(sources or ()) == 1:
        assert sources is not None
        pairs = tuple(_pair(text, tuple(avoid or ())) for text in pair or ())
        answer = scenario_effects(sources[0], regime=regime, depart=day, folders=folders, pairs=pairs)
    else:
        raise UsageError(
            "one scenario is wanted", remedy="name it, or list them with: dragoman scenario --list"
        )
    if save:
        from dragoman.routing.scenarios import scenario_text

        _write(save, scenario_text(answer.scenario))
    if diagram:
        from dragoman.desk.route_pictures import scenario_diagram

        _write(diagram, scenario_diagram(answer, diagram.suffix))
    if form == "json":
        _print_json(answer.to_json())
    else:
        from dragoman.cli.route_tables import print_scenario

        print_scenario(answer)


def _pair(text: str, avoid: tuple[str, ...]) -> Any:
    from dragoman.errors import UsageError
    from dragoman.routing.scenarios import Pair

    ends = [end.strip() for end in text.split(":")]
    if len(ends) != 2 or not all(ends):
        raise UsageError(f"--pair is {text!r}", remedy="write FROM:TO")
    return Pair(ends[0], ends[1], avoid=avoid)


def _list_scenarios(form: str) -> None:
    from dragoman.routing.scenarios import bundled_scenarios, find_scenario

    for name in bundled_scenarios():
        title = find_scenario(name).title
        if form == "json":
            _print_json({"scenario": name, "title": title})
        else:
            print(f"{name:26}{title}")


def _flows(
    scenario: Annotated[
        str | None, typer.Option("--scenario", help="A bundled scenario or a file of changes.")
    ] = None,
    demand: Annotated[
        Path | None, typer.Option("--demand", help="A table of demand instead of the network's own.")
    ] = None,
    statements: Annotated[
        list[str] | None,
        typer.Option("--statements", help="A record or file of statements whose amounts are the demand."),
    ] = None,
    regime: _Regime = "official",
    network: _Folders = None,
    format: _Format = "table",
    map_: Annotated[Path | None, typer.Option("--map", help="Write a map (.geojson or .svg).")] = None,
) -> None:
    """Send demand over the network at least cost: what passes where, what jams, what more capacity is worth."""
    from dragoman.desk.flows import CARGOES, flow_lines, flows
    from dragoman.errors import UsageError

    form = _checked(format)
    report = flows(
        scenario=scenario,
        regime=regime,
        demand=demand,
        statements=tuple(statements or ()),
        folders=tuple(network or ()),
    )
    if map_:
        from dragoman.output.basemaps import load_basemap
        from dragoman.output.maps import geojson, map_svg

        if map_.suffix not in (".geojson", ".json", ".svg"):
            raise UsageError(f"no map as {map_.suffix!r}", remedy="write .geojson or .svg")
        lines, points = flow_lines(report)
        if map_.suffix == ".svg":
            land = load_basemap().land()
            picture = map_svg(lines, points, title="Flows a year", legend=CARGOES, land=land)
        else:
            picture = geojson(lines, points)
        _write(map_, picture)
    if form == "json":
        _print_json(report.to_json())
    else:
        from dragoman.cli.route_tables import print_flows

        print_flows(report)


def _claims(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Records (*.duckdb) or files of statements (JSON Lines).")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="jsonl or table.")] = "table",
) -> None:
    """Hold claims about corridors (times, amounts, capacities, speeds) against the network; conflicts first."""
    from dragoman.desk.corridor_claims import corridor_findings
    from dragoman.desk.reconcile import default_inputs, gather
    from dragoman.model.findings import finding_json

    form = _checked(format)
    gathered = gather(default_inputs(paths))
    found = corridor_findings(gathered.statements)
    if form == "json":
        for finding in found:
            _print_json(finding_json(finding))
    elif found or not gathered.problems:
        from dragoman.cli.route_tables import print_claims

        print_claims(found)
    for problem in gathered.problems:
        print(f"dragoman: {problem}", file=sys.stderr)
    if gathered.problems:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("route")(_route)
    app.command("scenario")(_scenario)
    app.command("flows")(_flows)
    app.command("claims")(_claims)
