"""What an analyst asks of routes: how to get there, and what a change would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError
from dragoman.model.routes import RouteAnswer

if TYPE_CHECKING:
    from dragoman.routing.comparisons import Comparison
    from dragoman.routing.networks import Network
    from dragoman.routing.scenarios import Pair, Scenario

__all__ = [
    "RouteQuestion",
    "ScenarioAnswer",
    "find_routes",
    "moment",
    "network_for",
    "scenario_effects",
    "scenario_from_statement",
    "scenario_names",
    "scenario_titles",
]

_CARGOES = ("container", "bulk", "oil", "gas")


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """How to get from one place to another.

    Attributes
    ----------
    origin, destination : str
        Names or UN/LOCODEs.
    via, avoid : tuple of str
        Places to pass, in order; places, countries (alpha-3) or modes to stay out of.
    scenario : str or None
        Name of a bundled scenario or a file.
    regime : str
        ``official`` or ``measured``.
    depart : datetime or None
        Departure; None is an average over departures.
    cargo : str
        ``container``, ``bulk``, ``oil`` or ``gas``.
    folders : tuple of Path
        Network folders of the user, laid over that of the package.
    """

    origin: str
    destination: str
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    scenario: str | None = None
    regime: str = "official"
    depart: datetime | None = None
    cargo: str = "container"
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioAnswer:
    """What ``dragoman scenario`` prints: the changes and every pair before and after."""

    scenario: Scenario
    regime: str
    comparisons: tuple[Comparison, ...]
    assets: tuple[str, ...] = ()
    lacking: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """One object."""
        s = self.scenario
        out: dict[str, Any] = {
            "scenario": s.name,
            "title": s.title,
            "regime": self.regime,
            "source": s.source,
            "assumed": s.assumed,
            "changes": {
                "open": list(s.open),
                "close": list(s.close),
                "set": {component: [dict(row) for row in rows] for component, rows in s.rows.items()},
                "scale": [dict(item) for item in s.scale],
            },
            "notes": list(s.notes),
            "pairs": [c.to_json() for c in self.comparisons],
        }
        if s.evidence:
            out |= {"evidence": dict(s.evidence), "assets": list(self.assets), "lacking": list(self.lacking)}
        return out


def moment(text: str | None) -> datetime | None:
    """A departure from ``2025-11-03`` or ``2025-11-03T08:00``; without a zone it is UTC.

    Raises
    ------
    UsageError
        Not such a date.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"departure {text!r} is no date", remedy="write a date such as 2025-11-03 or 2025-11-03T08:00"
        ) from error
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def network_for(
    regime: str, scenario: str | None = None, folders: Sequence[Path] = ()
) -> tuple[Network, str | None]:
    """The network of a regime with a scenario laid over it, and the scenario's name."""
    from dragoman.routing.networks import load_network
    from dragoman.routing.scenarios import changed_network, find_scenario

    network = load_network(tuple(folders), regime)
    if scenario is None:
        return network, None
    found = find_scenario(scenario)
    return changed_network(network, found), found.name


def find_routes(question: RouteQuestion) -> RouteAnswer:
    """The Pareto set over time, cost and CO2 with the reliability of each route, fastest first.

    Raises
    ------
    UnknownCode
        A place, country, mode or scenario that nobody knows, with the nearest names.
    NoRoute
        Nothing joins the places under the conditions; the message names the cut.
    """
    from dragoman.routing.journeys import routes

    if question.cargo not in _CARGOES:
        raise UsageError(f"cargo {question.cargo!r}", remedy=f"use one of {', '.join(_CARGOES)}")
    network, name = network_for(question.regime, question.scenario, question.folders)
    found = routes(
        network,
        question.origin,
        question.destination,
        via=question.via,
        avoid=question.avoid,
        depart=question.depart,
        cargo=question.cargo,
    )
    ends = (network.find(question.origin).name, network.find(question.destination).name)
    scope = network.parameters.get("emission_scope", "") if found[0].kgco2e_per_teu else ""
    return RouteAnswer(*ends, name, question.regime, tuple(found), scope)


def scenario_names() -> tuple[str, ...]:
    """Names of the bundled scenarios."""
    from dragoman.routing.scenarios import bundled_scenarios

    return bundled_scenarios()


def scenario_titles() -> dict[str, str]:
    """What each bundled scenario is about, by name."""
    from dragoman.routing.scenarios import find_scenario

    return {name: find_scenario(name).title for name in scenario_names()}


def scenario_effects(
    name: str,
    *,
    regime: str = "official",
    depart: datetime | None = None,
    folders: Sequence[Path] = (),
    pairs: Sequence[Pair] = (),
) -> ScenarioAnswer:
    """What a scenario changes against the base, pair by pair.

    Parameters
    ----------
    name : str
        A bundled scenario or a file.
    regime : str
        ``official`` or ``measured``.
    depart : datetime, optional
        Departure of both; without it an average over departures.
    folders : sequence of Path
        Network folders of the user.
    pairs : sequence of Pair
        Instead of the pairs of the scenario.
    """
    from dragoman.routing.scenarios import find_scenario

    scenario = find_scenario(name)
    if pairs:
        scenario = replace(scenario, pairs=tuple(pairs), hubs=False)
    return _effects(scenario, regime, depart, folders)


def scenario_from_statement(
    statement_id: str,
    inputs: Sequence[str],
    *,
    regime: str = "official",
    depart: datetime | None = None,
    folders: Sequence[Path] = (),
) -> ScenarioAnswer:
    """The draft scenario of a ``project`` statement, and what it would change.

    Parameters
    ----------
    statement_id : str
        ``st_…``.
    inputs : sequence of str
        Records and files of statements; none for the record of the environment.

    Raises
    ------
    UsageError
        No such statement, not a project, or nothing named that the network has.
    """
    from dragoman.desk.reconcile import default_inputs, gather
    from dragoman.routing.drafts import draft_scenario
    from dragoman.routing.networks import load_network

    gathered = gather(default_inputs(list(inputs) or None))
    statement = next((s for s in gathered.statements if s.id == statement_id), None)
    if statement is None:
        if gathered.problems and not gathered.statements:
            raise gathered.problems[0]
        raise UsageError(
            f"no statement {statement_id!r} among {len(gathered.statements)}",
            remedy="name the record or file of statements that has it",
        )
    draft = draft_scenario(load_network(tuple(folders), regime), statement)
    answer = _effects(draft.scenario, regime, depart, folders)
    return replace(answer, assets=tuple(a.name for a in draft.assets), lacking=draft.lacking)


def _effects(
    scenario: Scenario, regime: str, depart: datetime | None, folders: Sequence[Path]
) -> ScenarioAnswer:
    from dragoman.routing.comparisons import compare, hub_pairs
    from dragoman.routing.networks import load_network
    from dragoman.routing.scenarios import changed_network

    before = load_network(tuple(folders), regime)
    after = changed_network(before, scenario)
    tried = hub_pairs(before, scenario.avoid) if scenario.hubs else ()
    found = compare(before, after, scenario.pairs, tried=tried, depart=depart)
    return ScenarioAnswer(scenario, regime, tuple(found))
