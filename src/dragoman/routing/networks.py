"""The network: nodes, links, arcs with time, calendar, cost and emissions in one regime (§N)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.model.routes import Band
from dragoman.routing.calendars import Calendar
from dragoman.routing.durations import Duration
from dragoman.routing.places import Gazetteer, Node
from dragoman.routing.stops import StopRules
from dragoman.routing.tables import Row, Tables, read_tables

__all__ = ["REGIMES", "Arc", "Capacity", "Demand", "Link", "Network", "Priced", "load_network"]

REGIMES = ("official", "measured")


@dataclass(frozen=True, slots=True)
class Link:
    """A row of ``legs.csv``: a stretch between two nodes, both ways unless ``both`` is False."""

    id: str
    from_: str
    to: str
    mode: str
    service: str
    km: float
    both: bool = True
    gauge: int | None = None
    cargo: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    status: str = "open"
    km_source: str = ""
    year: str = ""
    assumed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Priced:
    """An interval with its source: USD per FEU or kg CO2e per TEU for a whole leg or stop."""

    band: Band
    source: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Arc:
    """A link in one direction with its numbers; ``forward`` is the direction as written."""

    link: Link
    tail: str
    head: str
    forward: bool
    time: Duration
    calendar: Calendar | None = None
    cost: Priced | None = None
    co2: Priced | None = None


@dataclass(frozen=True, slots=True)
class Capacity:
    """A capacity [t/y; bcm/y for gas] on one subject, shared by the arcs that it covers."""

    subject: str
    cargo: str
    value: float
    low: float | None
    high: float | None
    stated: str
    each: bool
    source: str = ""
    year: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand [t/y; bcm/y for gas] between two nodes; ``usd_per_h`` is the value of time [USD/FEU/h]."""

    from_: str
    to: str
    cargo: str
    class_: str
    value: float
    usd_per_h: float = 0.0
    source: str = ""
    assumed: bool = False


class Network:
    """A whole, checked network in one regime; immutable.

    Attributes
    ----------
    regime : str
        ``official`` or ``measured``.
    nodes : mapping
        Node id -> :class:`Node`.
    links : mapping
        Link id -> :class:`Link`, whatever its status.
    arcs : tuple of Arc
        Open links in each direction.
    stops : StopRules
        What happens at nodes between two legs.
    capacities, demand : tuple
        Rows of the tables of that name, in t/y or bcm/y.
    parameters : mapping
        Name -> value as text.
    tables : Tables
        Where it was built from; lay changes over it for a scenario.
    """

    def __init__(
        self,
        regime: str,
        nodes: Mapping[str, Node],
        links: Mapping[str, Link],
        arcs: tuple[Arc, ...],
        stops: StopRules,
        capacities: tuple[Capacity, ...] = (),
        demand: tuple[Demand, ...] = (),
        parameters: Mapping[str, str] | None = None,
        tables: Tables | None = None,
    ) -> None:
        self.regime, self.nodes, self.links, self.arcs, self.stops = regime, nodes, links, arcs, stops
        self.capacities, self.demand = capacities, demand
        self.parameters = dict(parameters or {})
        self.tables = tables or Tables({})

        self._by_trips: dict[frozenset[tuple[str, ...]], Network] = {}

    @cached_property
    def _groups(self) -> frozenset[tuple[str, ...]]:
        return self.tables.trips

    def for_trip(self, origin: Node, destination: Node) -> Network:
        """The network with the times of trips that begin and end there (§N3); built once for each group of countries."""
        ends = {origin.country, destination.country}
        trips = frozenset(group for group in self._groups if not ends.isdisjoint(group))
        if not trips:
            return self
        if trips not in self._by_trips:
            from dragoman.routing.building import build_network

            self._by_trips[trips] = build_network(self.tables, self.regime, trips)
        return self._by_trips[trips]

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Finds nodes by name or code."""
        return Gazetteer(self.nodes)

    def find(self, place: str) -> Node:
        """The node of a name or code; UnknownCode with the nearest names otherwise."""
        return self.gazetteer.find(place)

    def number(self, name: str, default: float) -> float:
        """A parameter as a number."""
        return float(self.parameters.get(name, default))

    @property
    def leg_correlation(self) -> float:
        """What the times of one trip have in common in this regime, 0 to 1 (§N10)."""
        return self.number(f"leg_correlation:{self.regime}", self.number("leg_correlation", 0.0))

    def changed(self, changes: Mapping[str, Sequence[Mapping[str, object]]], where: str) -> Network:
        """The network with table rows laid over it: a scenario (§N9).

        Parameters
        ----------
        changes : mapping
            Component -> rows (column -> cell), as :meth:`Tables.overlaid` takes them.
        where : str
            Named in errors.
        """
        from dragoman.routing.building import build_network

        return build_network(self.tables.overlaid(changes, where), self.regime)

    def row(self, component: str, key: str) -> Row | None:
        """The first row of a table whose first key column is ``key``."""
        return next((r for k, r in self.tables.rows.get(component, {}).items() if k[0] == key), None)


def load_network(
    folders: Sequence[Path | str] = (), regime: str = "official", *, base: bool = True
) -> Network:
    """Read, overlay and check network folders.

    Parameters
    ----------
    folders : sequence of Path
        Folders of tables laid over the network of the package, in order.
    regime : str
        ``official`` or ``measured`` (§N3).
    base : bool
        False to leave out the network of the package.

    Returns
    -------
    Network
        Whole and checked.

    Raises
    ------
    NetworkTableError
        The first fault, with file, row, column and remedy; nothing is half-loaded.
    UsageError
        An unknown regime.

    Examples
    --------
    >>> load_network(regime="fast")
    Traceback (most recent call last):
    ...
    dragoman.errors.UsageError: no regime 'fast'; use official or measured
    """
    if regime not in REGIMES:
        raise UsageError(f"no regime {regime!r}", remedy=f"use {' or '.join(REGIMES)}")
    if not folders and base:
        return _base_network(regime)
    from dragoman.routing.building import build_network

    return build_network(read_tables([Path(f) for f in folders], base=base), regime)


@lru_cache(maxsize=len(REGIMES))
def _base_network(regime: str) -> Network:
    from dragoman.routing.building import build_network

    return build_network(read_tables(), regime)
