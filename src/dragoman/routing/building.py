"""Tables in, a checked network out: the first fault refuses it whole (§N9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dragoman.errors import NetworkTableError
from dragoman.model.routes import Band
from dragoman.routing.calendars import CLOSURE_HOURS, Calendar
from dragoman.routing.durations import Z90, Duration
from dragoman.routing.networks import Arc, Capacity, Demand, Link, Network, Priced
from dragoman.routing.places import Gazetteer, Node, folded
from dragoman.routing.stops import StopRule, StopRules
from dragoman.routing.subjects import Book, leg_subjects
from dragoman.routing.tables import Row, Tables
from dragoman.routing.units import annual, hours_per, usd_per_feu

__all__ = ["build_network"]

# §N4 and §N7, assumed where `parameters.csv` says nothing.
_SPREAD_LOW, _SPREAD_HIGH, _TONNES_PER_TEU = 0.85, 1.40, 10.0
# Expected range of n normal draws in standard deviations: Tippett 1925 (Biometrika 17), the d2 of control charts.
_RANGES = {3: 1.693, 4: 2.059, 5: 2.326, 6: 2.534, 7: 2.704}
_ENERGY = {"pipeline_oil": {"oil"}, "tanker": {"oil"}, "pipeline_gas": {"gas"}}


def build_network(tables: Tables, regime: str, trips: frozenset[tuple[str, ...]] = frozenset()) -> Network:
    """The network of checked tables in one regime, for trips of some of the groups in ``tables.trips`` (§N3).

    Raises
    ------
    NetworkTableError
        A dangling or isolated node, a leg without a time, a calendar that never sails, a row
        about nothing, costs for some legs of a cargo only.
    """
    return _Builder(tables, regime, trips).network()


class _Builder:
    """Keeps the books of one build; every method checks what it reads."""

    def __init__(self, tables: Tables, regime: str, trips: frozenset[tuple[str, ...]]) -> None:
        self.all, self.tables, self.regime = tables, tables.for_trips(trips), regime
        self.parameters = {row.values["name"]: row.values["value"] for row in tables["parameters"]}
        self.nodes = _nodes(tables)
        self.links = _links(tables, self.nodes)
        self.book = {
            name: Book(self.tables[name])
            for name in ("leg_times", "calendars", "costs", "emissions", "capacities")
        }

        scope = self.parameters.get("emission_scope", "WTW")
        self.emissions = Book(r for r in tables["emissions"] if r.values["scope"] == scope)

    def network(self) -> Network:
        self._check_subjects()
        self._check_trips()
        arcs = [
            self._arc(link, forward=forward)
            for link in self.links.values()
            for forward in ((True, False) if link.both else (True,))
        ]
        _check_mixture(arcs, self.tables)
        stops = StopRules(self._stop_rules(), self._stop_costs(), self.regime)
        return Network(
            self.regime,
            self.nodes,
            self.links,
            tuple(arc for arc in arcs if arc.link.status == "open"),
            stops,
            tuple(self._capacity(row) for row in self.tables["capacities"]),
            tuple(self._demands()),
            self.parameters,
            self.all,
        )

    def _number(self, name: str, default: float) -> float:
        try:
            return float(self.parameters.get(name, default))
        except ValueError:
            row = next(r for r in self.tables["parameters"] if r.values["name"] == name)
            raise row.fault("value", f"{row.values['value']!r} is no number", "write digits") from None

    @property
    def tonnes_per_teu(self) -> float:
        return self._number("tonnes_per_teu", _TONNES_PER_TEU)

    def _check_subjects(self) -> None:
        modes = {link.mode for link in self.links.values()}
        services = {link.service for link in self.links.values()}
        kinds = {node.kind for node in self.nodes.values()}
        every = {**self.book, "leg_times": Book(self.all["leg_times"])}
        for component, book in every.items():
            for subject, row in book:
                head, _, rest = subject.partition(":")
                known = {
                    "mode": rest.partition("@")[0] in modes
                    or component in ("costs", "emissions", "leg_times"),
                    "service": rest in services,
                    "node": rest in self.nodes,
                    "kind": rest.partition("@")[0] in kinds or component == "costs",
                }.get(head, subject.rstrip("<>") in self.links)
                if not known:
                    raise row.fault(
                        "subject",
                        f"nothing is called {subject!r}",
                        "use a leg id, service:NAME, mode:MODE or node:ID",
                    )
        for row in self.all["node_times"]:
            subject = row.values["node"]
            if not subject.startswith("kind:") and subject not in self.nodes:
                raise row.fault("node", f"no node {subject!r}", "add it to nodes.csv or correct the id")

    def _check_trips(self) -> None:
        """Rows of some trips only are checked with the network of all trips, before any trip asks for them."""
        countries = {node.country for node in self.nodes.values()}
        for name in ("leg_times", "node_times"):
            for row in self.all[name]:
                ends = row.values["ends_in"] or ()
                for country in ends:
                    if country not in countries:
                        raise row.fault(
                            "ends_in", f"no node lies in {country}", "correct the code or leave it out"
                        )
                if ends:
                    self._duration(row, row.values.get("process") or "", 1.0)

    def _arc(self, link: Link, *, forward: bool) -> Arc:
        subjects = leg_subjects(link, self.nodes, forward=forward)
        tail, head = (link.from_, link.to) if forward else (link.to, link.from_)
        return Arc(
            link,
            tail,
            head,
            forward,
            self._time(link, subjects),
            self._calendar(subjects),
            self._cost(link, subjects),
            self._co2(link, subjects),
        )

    def _time(self, link: Link, subjects: list[str]) -> Duration:
        rows, fallback = self.book["leg_times"].rows(subjects, self.regime)
        if not rows:
            row = self.tables.rows["legs"][(link.id,)]
            raise row.fault(
                "id",
                f"leg {link.id} has no running time",
                f"add a row for {link.id} or mode:{link.mode} to leg_times.csv",
            )
        time = self._duration(rows[0], link.mode, link.km, fallback=fallback)
        return replace(time, luck=rows[0].values["subject"])

    def _duration(self, row: Row, mode: str, km: float, *, fallback: bool = False) -> Duration:
        v = row.values
        low, typical, high = v["low"], v["typical"], v["high"]
        for name, other in (("low", low), ("high", high)):
            wrong = other is not None and (other > typical if name == "low" else other < typical)
            if wrong:
                raise row.fault(
                    name, f"{name} {other:g} against typical {typical:g}", "order low, typical, high"
                )
        low, high = _of_few(row, low, typical, high)
        factor = hours_per(v["unit"])
        if factor is None:
            if not typical or low == 0:
                raise row.fault("typical", "a speed of zero", "close the leg in legs.csv instead")
            low, typical, high = (
                km / high if high else None,
                km / typical,
                km / low if low else None,
            )
        else:
            if typical == 0 and not v["note"]:
                # A time of nothing is nearly always an empty cell that became a number.
                raise row.fault("typical", "a time of zero", "give the time, or say in note why it is zero")
            low, typical, high = (x * factor if x is not None else None for x in (low, typical, high))
        assert typical is not None
        if low is None:
            low = typical * self._spread("low", mode, _SPREAD_LOW)
        if high is None:
            high = typical * self._spread("high", mode, _SPREAD_HIGH)
        return Duration(low, typical, high, v["source"], bool(v["assumed"]), fallback)

    def _spread(self, end: str, mode: str, default: float) -> float:
        return self._number(f"spread_{end}:{mode}", self._number(f"spread_{end}", default))

    def _calendar(self, subjects: list[str]) -> Calendar | None:
        rows, fallback = self.book["calendars"].rows(subjects, self.regime)
        return _calendar(rows[0], fallback) if rows else None

    def _cost(self, link: Link, subjects: list[str]) -> Priced | None:
        rows, _ = self.book["costs"].rows(subjects)
        rows = [row for row in rows if not row.values["process"]]
        return self._priced(rows, link.km) if rows else None

    def _priced(self, rows: list[Row], km: float) -> Priced:
        tonnes = self._number("tonnes_per_feu", 2 * self.tonnes_per_teu)
        low = high = 0.0
        for row in rows:
            v = row.values
            top = v["low"] if v["high"] is None else v["high"]
            if top < v["low"]:
                raise row.fault("high", f"high {top:g} under low {v['low']:g}", "order low, high")
            factor = usd_per_feu(v["unit"], km, tonnes)
            low, high = low + v["low"] * factor, high + top * factor
        sources = "; ".join(dict.fromkeys(row.values["source"] for row in rows))
        return Priced(Band(low, high), sources, any(row.values["assumed"] for row in rows))

    def _co2(self, link: Link, subjects: list[str]) -> Priced | None:
        rows, _ = self.emissions.rows(subjects)
        if not rows:
            return None
        v = rows[0].values
        factor = (0.001 if v["unit"] == "g/tkm" else 1.0) * link.km * self.tonnes_per_teu
        high = v["low"] if v["high"] is None else v["high"]
        if high < v["low"]:
            raise rows[0].fault("high", f"high {high:g} under low {v['low']:g}", "order low, high")
        return Priced(Band(v["low"] * factor, high * factor), v["source"], bool(v["assumed"]))

    def _stop_rules(self) -> Iterable[StopRule]:
        for row in self.tables["node_times"]:
            v = row.values
            conditions = (v["from_mode"], v["to_mode"], v["from_country"], v["to_country"])
            time = self._duration(row, v["process"], 0.0)
            yield StopRule(v["node"], v["process"], *conditions, v["regime"], time)

    def _stop_costs(self) -> Mapping[tuple[str, str], Priced]:
        rows: dict[tuple[str, str], list[Row]] = {}
        for row in self.tables["costs"]:
            v = row.values
            of_node = v["subject"].startswith(("node:", "kind:"))
            if of_node != bool(v["process"]):
                raise row.fault(
                    "process", "a node's cost names a process, a leg's names none", "fill or empty the cell"
                )
            if of_node:
                rows.setdefault((v["subject"], v["process"]), []).append(row)
        return {key: self._priced(group, 0.0) for key, group in rows.items()}

    def _capacity(self, row: Row) -> Capacity:
        v = row.values
        value, low, high = (
            None if v[name] is None else annual(v[name], v["unit"], self.tonnes_per_teu)
            for name in ("value", "low", "high")
        )
        assert value is not None
        stated = f"{v['value']:g} {v['unit']}"
        each = v["direction"] == "each"
        year, assumed = v["year"] or "", bool(v["assumed"])
        return Capacity(v["subject"], v["cargo"], value, low, high, stated, each, v["source"], year, assumed)

    def _demands(self) -> Iterable[Demand]:
        gazetteer = Gazetteer(self.nodes)
        for row in self.tables["demand"]:
            v = row.values
            for column in ("from", "to"):
                if not gazetteer.knows(v[column]):
                    near = gazetteer.nearest(v[column])
                    raise row.fault(column, f"no place {v[column]!r}", f"did you mean {near}?")
            ends = (gazetteer.find(v["from"]).id, gazetteer.find(v["to"]).id)
            amount = annual(v["value"], v["unit"], self.tonnes_per_teu)
            yield Demand(
                *ends, v["cargo"], v["class"] or "", amount, v["usd_per_h"], v["source"], bool(v["assumed"])
            )


def _nodes(tables: Tables) -> dict[str, Node]:
    out: dict[str, Node] = {}
    names: dict[str, Row] = {}
    for row in tables["nodes"]:
        v = row.values
        name = folded(v["name"])
        if name in names:
            raise row.fault(
                "name", f"{v['name']!r} is also in {names[name].where}", "give each node its own name"
            )
        names[name] = row
        if not (-90 <= v["lat"] <= 90 and -180 <= v["lon"] <= 180):
            raise row.fault("lat", f"{v['lat']}, {v['lon']} is not on the globe", "give degrees, WGS84")
        out[v["id"]] = Node(
            **{
                k: v[k] or ""
                for k in ("id", "name", "country", "kind", "locode", "gauge", "part_of", "source")
            },
            lat=v["lat"],
            lon=v["lon"],
            aliases=v["aliases"] or (),
        )
    used = {row.values[end] for row in tables["legs"] for end in ("from", "to")}
    for row in tables["nodes"]:
        v = row.values
        if v["part_of"] and v["part_of"] not in out:
            raise row.fault("part_of", f"no node {v['part_of']!r}", "add it to nodes.csv or empty the cell")
        if v["id"] not in used:
            raise row.fault("id", f"no leg touches {v['id']}", "join it by a leg in legs.csv or take it out")
    if not out:
        raise NetworkTableError("no node", where="nodes.csv", remedy="give at least two nodes and a leg")
    return out


def _links(tables: Tables, nodes: Mapping[str, Node]) -> dict[str, Link]:
    out = {}
    for row in tables["legs"]:
        v = row.values
        for end in ("from", "to"):
            if v[end] not in nodes:
                raise row.fault(end, f"no node {v[end]!r}", "add it to nodes.csv or correct the id")
        if v["from"] == v["to"]:
            raise row.fault("to", "the leg ends where it begins", "stops belong in node_times.csv")
        out[v["id"]] = _link(v)
    return out


def _link(v: Mapping[str, Any]) -> Link:
    mode = v["mode"]
    cargo = frozenset(v["cargo"] or _ENERGY.get(mode, ("container", "bulk")))
    return Link(
        v["id"],
        v["from"],
        v["to"],
        mode,
        v["service"] or "",
        v["km"],
        v["bidirectional"],
        v["gauge"],
        cargo,
        frozenset(v["countries"] or ()),
        v["status"],
        v["km_source"] or "",
        v["year"] or "",
        bool(v["assumed"]),
        v["note"] or "",
    )


def _of_few(
    row: Row, low: float | None, typical: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Ends as far out as p10 and p90 of one time more, where few times are told (§N4)."""
    told, firm = row.values.get("told"), row.values.get("firm")
    if told is None:
        return low, high
    if told < 2 or not low or not typical or not high:
        raise row.fault("told", f"{told} times with ends {low} and {high}", "give two or more, and both ends")
    # Of two the range says too little: they count as three (assumed).
    n = max(told, 3)
    if n not in _RANGES or low == high:
        return low, high
    # What the range of the logarithms lacks, half of it at each end.
    wider = (high / low) ** ((2 * Z90 * (1 + 1 / n) ** 0.5 / _RANGES[n] - 1) / 2)
    return (low if firm == "low" else low / wider, high if firm == "high" else high * wider)


def _calendar(row: Row, fallback: bool) -> Calendar:
    v = row.values
    shares = v["closure_share"]
    if len(shares) == 1:
        shares = shares * 12
    if len(shares) != 12 or any(s > 1 for s in shares):
        raise row.fault(
            "closure_share", "neither one share nor twelve, each 0 to 1", "give 0.2 or twelve of them"
        )
    hours = hours_per(v["period_unit"])
    assert hours is not None
    period = v["period"] * hours
    offsets = tuple(sorted(v["offsets"] or ()))
    departures = float(len(offsets)) if v["kind"] == "timetable" else v["departures"] or 0.0
    if v["kind"] == "always":
        period = departures = 0.0
    elif period <= 0:
        raise row.fault("period", "a period of nothing", "give its length, for instance 1 week")
    if offsets and offsets[-1] >= period:
        raise row.fault(
            "offsets", f"{offsets[-1]:g} h lies after the period of {period:g} h", "count from its start"
        )
    if v["kind"] != "timetable":
        offsets = ()
    months = v["months"]
    closure = CLOSURE_HOURS if v["closure_hours"] is None else v["closure_hours"]
    out = Calendar(
        period, offsets, departures, months, shares, closure, v["source"], bool(v["assumed"]), fallback
    )
    if not out.sails or (v["kind"] != "always" and not departures):
        column = (
            "offsets" if v["kind"] == "timetable" else "departures" if not departures else "closure_share"
        )
        raise row.fault(
            column, "the calendar never sails", "give departures in at least one open month, or close the leg"
        )
    return out


def _check_mixture(arcs: list[Arc], tables: Tables) -> None:
    """Refuse costs or emissions that only some legs of a cargo have (§N7)."""
    for name, file in (("cost", "costs.csv"), ("co2", "emissions.csv")):
        for cargo in sorted({c for arc in arcs for c in arc.link.cargo}):
            group = [arc for arc in arcs if cargo in arc.link.cargo]
            without = [arc for arc in group if getattr(arc, name) is None]
            if without and len(without) < len(group):
                link = without[0].link
                raise tables.rows["legs"][(link.id,)].fault(
                    "id",
                    f"leg {link.id} has no {name} while others for {cargo} have one",
                    f"add a row for {link.id} or mode:{link.mode} to {file}",
                )
