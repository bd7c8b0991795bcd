"""The question: which routes lead from one place to another, and how sure are their times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import count
from weakref import WeakKeyDictionary

from dragoman.model.routes import Band, HoursQuantiles, Leg, Route
from dragoman.routing.conditions import conditions
from dragoman.routing.cuts import no_route
from dragoman.routing.graphs import Graph, graph_of
from dragoman.routing.kernels import is_compiled
from dragoman.routing.networks import Arc, Network, Priced
from dragoman.routing.reliability import Draws, Step, simulate
from dragoman.routing.searches import Found, Query, Searcher
from dragoman.routing.stops import Stop

__all__ = ["routes"]


def routes(
    network: Network,
    origin: str,
    destination: str,
    *,
    via: Sequence[str] = (),
    avoid: Sequence[str] = (),
    depart: datetime | None = None,
    cargo: str = "container",
    draws: int = 4096,
) -> list[Route]:
    """The exact Pareto set over expected time, cost and CO2, fastest first, with reliability.

    Parameters
    ----------
    network : Network
        From :func:`dragoman.routing.networks.load_network`, or changed by a scenario.
    origin, destination : str
        Names or codes of places.
    via : sequence of str
        Places to pass, in this order; a route goes on from one and turns back only where going on takes long.
    avoid : sequence of str
        Places, countries (alpha-3) or modes to stay out of; every route returned does.
    depart : datetime, optional
        Departure; without it the answer is an average over departures (§N6).
    cargo : str
        ``container``, ``bulk``, ``oil`` or ``gas``.
    draws : int
        Monte Carlo draws a route.

    Raises
    ------
    UnknownCode
        A place, country or mode that the network does not know, with the nearest names.
    NoRoute
        Nothing joins the places under the conditions; the message names the cut.
    """
    asked = conditions(network, origin, destination, via, avoid)
    network = network.for_trip(network.nodes[asked.origin], network.nodes[asked.destination])
    graph = graph_of(network, cargo)
    with _searcher(network, graph, cargo, depart) as searcher:
        found = _past(searcher, asked.query(network, graph))
    if not found:
        raise no_route(network, asked, cargo)
    streams = _streams(draws, network.leg_correlation)
    return [_route(network, graph, one, streams, depart) for one in found]


# A way on from a place to pass that takes longer than this many times the way back is not what was meant (§N11).
_DETOUR = 1.5


def _past(searcher: Searcher, query: Query) -> list[Found]:
    """The routes that go on from the places to pass; those that turn back where that is a long detour."""
    turning = searcher.run(query)
    if not query.via or not turning:
        return turning
    onward = searcher.run(replace(query, onward=True))
    return onward if onward and onward[0].seconds <= _DETOUR * turning[0].seconds else turning


# Questions of one process after which compiled code pays for itself: loading it takes as long as a hundred of them.
_COMPILE_AFTER = 64
_KEPT_SEARCHERS = 8
_ASKED = count(1)
_IDLE: WeakKeyDictionary[Network, list[tuple[tuple[object, ...], Searcher]]] = WeakKeyDictionary()


@contextmanager
def _searcher(network: Network, graph: Graph, cargo: str, depart: datetime | None) -> Iterator[Searcher]:
    """A searcher for one question; its arrays and memory are kept for the next one.

    Taken out of the shelf while in use, as a searcher serves one thread at a time.
    """
    fast = is_compiled() or next(_ASKED) > _COMPILE_AFTER
    kind = (cargo, depart, fast)
    shelf = _IDLE.setdefault(network, [])
    kept = next((entry for entry in tuple(shelf) if entry[0] == kind), None)
    if kept is not None:
        try:
            shelf.remove(kept)
        except ValueError:  # another thread took it first
            kept = None
    searcher = kept[1] if kept else Searcher(graph, depart, fast)
    yield searcher
    # Put back only after an answer: what an error left half written is not used again.
    shelf.append((kind, searcher))
    del shelf[:-_KEPT_SEARCHERS]


@lru_cache(maxsize=2)
def _streams(draws: int, correlation: float) -> Draws:
    """Streams for all questions: they depend on names alone, so a leg drawn once is drawn for all."""
    return Draws(draws, correlation=correlation)


@dataclass(frozen=True, slots=True)
class _Part:
    """A step of a trip together with how answers show it."""

    step: Step
    arc: Arc | None
    place: str
    mode: str
    service: str
    cost: Priced | None = None
    co2: Priced | None = None


def _route(network: Network, graph: Graph, found: Found, draws: Draws, depart: datetime | None) -> Route:
    parts = list(_parts(graph, found))
    whole, single = simulate(tuple(part.step for part in parts), draws, depart)
    legs = tuple(_leg(network, part, one.hours) for part, one in zip(parts, single))
    cost = _total(part.cost for part in parts) if graph.priced else None
    co2 = _total(part.co2 for part in parts) if graph.weighed else None
    name = ">".join(part.arc.link.id for part in parts if part.arc)
    digest = hashlib.blake2b(f"{network.regime}:{name}".encode(), digest_size=6).hexdigest()
    return Route(
        f"rt_{digest}",
        legs,
        sum(leg.km for leg in legs),
        whole.hours,
        found.seconds / 3600,
        whole.buffer_index,
        cost,
        co2,
    )


def _parts(graph: Graph, found: Found) -> Iterable[_Part]:
    for number in found.arcs:
        arc = graph.arcs[graph.source_arc[number]]
        for stop in graph.stops[number]:
            yield _stop(stop, arc.tail)
        key = arc.link.id + (">" if arc.forward else "<")
        if arc.calendar and arc.calendar.mean_wait:
            step = Step(key, calendar=arc.calendar)
            yield _Part(step, None, arc.tail, "wait", arc.link.service or arc.link.mode)
        step = Step(arc.time.luck or key, time=arc.time)
        yield _Part(step, arc, arc.tail, arc.link.mode, arc.link.service, arc.cost, arc.co2)
    last = found.arcs[-1]
    for stop in graph.finish_stops[graph.head[last]]:
        yield _stop(stop, graph.arcs[graph.source_arc[last]].head)


def _stop(stop: Stop, node: str) -> _Part:
    service = "" if stop.process in (stop.mode, "dwell") else stop.process
    return _Part(Step(f"{node}:{stop.process}", time=stop.time), None, node, stop.mode, service, stop.cost)


def _leg(network: Network, part: _Part, hours: HoursQuantiles) -> Leg:
    arc = part.arc
    end = arc.head if arc else part.place
    told = part.step.time or part.step.calendar
    assert told is not None
    return Leg(
        network.nodes[part.place].name,
        network.nodes[end].name,
        part.mode,
        part.service,
        arc.link.km if arc else 0.0,
        hours,
        told.source,
        told.assumed,
        told.fallback,
        arc.link.id if arc else "",
        part.place,
        end,
        part.cost.band if part.cost else None,
        part.co2.band if part.co2 else None,
        arc.link.km_source if arc else "",
    )


def _total(prices: Iterable[Priced | None]) -> Band:
    bands = [price.band for price in prices if price]
    return Band(sum(band.low for band in bands), sum(band.high for band in bands))
