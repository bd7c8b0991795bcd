"""What an analyst asks of flows: what fits, where it jams, what more capacity is worth."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import UsageError, reason_of

if TYPE_CHECKING:
    from dragoman.model.statements import Statement
    from dragoman.routing.flows import Bottleneck, FlowAnswer
    from dragoman.routing.networks import Demand, Network

__all__ = ["CARGOES", "FlowReport", "flow_lines", "flows"]


@dataclass(frozen=True, slots=True)
class FlowReport:
    """Flows of what is counted in tonnes and of gas, each None where nothing of it is wanted."""

    scenario: str | None
    regime: str
    network: Network
    demand: tuple[Demand, ...]
    tonnes: FlowAnswer | None
    gas: FlowAnswer | None

    @property
    def feasible(self) -> bool:
        """Whether all demand fits."""
        return all(answer.feasible for answer in (self.tonnes, self.gas) if answer)

    def to_json(self) -> dict[str, Any]:
        """What ``dragoman flows`` prints."""
        return {
            "scenario": self.scenario,
            "regime": self.regime,
            "feasible": self.feasible,
            "demand": [self._demand(d) for d in self.demand],
            "flows": [
                flow
                for answer, gas in ((self.tonnes, False), (self.gas, True))
                if answer
                for flow in self._flows(answer, gas=gas)
            ],
            "bottlenecks": [
                _capacity(self.network, b, gas=gas)
                for answer, gas in ((self.tonnes, False), (self.gas, True))
                if answer
                for b in answer.bottlenecks
            ],
            "shortfalls": [
                _capacity(self.network, b, gas=gas)
                for answer, gas in ((self.tonnes, False), (self.gas, True))
                if answer
                for b in answer.shortfalls
            ],
            "cost_usd_per_year": {
                "tonnes": round(self.tonnes.cost, 2) if self.tonnes else None,
                "gas": None,
            },
            "gap": max((a.gap for a in (self.tonnes, self.gas) if a), default=0.0),
            "untariffed": [c for a in (self.tonnes, self.gas) if a for c in a.untariffed],
        }

    def _demand(self, d: Demand) -> dict[str, Any]:
        names = (self.network.nodes[d.from_].name, self.network.nodes[d.to].name)
        return {
            "from": names[0],
            "to": names[1],
            "cargo": d.cargo,
            "class": d.class_ or None,
            **_amount(d.value, gas=d.cargo == "gas"),
            "source": d.source,
            "assumed": d.assumed,
        }

    def _flows(self, answer: FlowAnswer, *, gas: bool) -> list[dict[str, Any]]:
        out = []
        for flow in answer.legs:
            link = self.network.links[flow.link]
            out.append(
                {
                    "link": flow.link,
                    "from": self.network.nodes[flow.from_].name,
                    "to": self.network.nodes[flow.to].name,
                    "mode": link.mode,
                    "service": link.service or None,
                    "cargo": flow.cargo,
                    **_amount(flow.amount, gas=gas),
                }
            )
        return out


def _amount(value: float, *, gas: bool) -> dict[str, Any]:
    return {"value": round(value, 6), "unit": "bcm/y"} if gas else {"value": round(value, 1), "unit": "t/y"}


def _capacity(network: Network, b: Bottleneck, *, gas: bool) -> dict[str, Any]:
    from dragoman.routing.bottlenecks import subject_words

    # No tariff of gas is public: what a further bcm saves is told in km of its way, not in money.
    price, per = (round(100 * b.price, 2), "km a bcm") if gas else (round(b.price, 4), "USD/t")
    return {
        "at": b.name,
        "place": subject_words(network, b.name),
        "capacity": _amount(b.limit, gas=gas),
        "used": round(b.used, 6 if gas else 1),
        "over": round(b.over, 6 if gas else 1),
        "shadow_price": {"value": price, "unit": per},
        "worth_of_a_tenth_more_usd_per_year": None
        if b.worth_of_tenth is None
        else round(b.worth_of_tenth, 2),
        "source": b.capacity.source,
        "assumed": b.capacity.assumed,
    }


def flows(
    *,
    scenario: str | None = None,
    regime: str = "official",
    demand: Path | None = None,
    statements: Sequence[str] = (),
    folders: Sequence[Path] = (),
) -> FlowReport:
    """Send a demand over the network at least cost within its capacities.

    Parameters
    ----------
    scenario : str, optional
        A bundled scenario or a file.
    regime : str
        ``official`` or ``measured``; times count where the demand has a value of time.
    demand : Path, optional
        A table as ``demand.csv`` (§N1) instead of the demand of the network.
    statements : sequence of str
        Records and files of statements whose amounts are the demand instead.
    folders : sequence of Path
        Network folders of the user.

    Raises
    ------
    UsageError
        No demand, or a table that cannot be read.
    NoRoute
        A demand that no route serves, with the cut.
    """
    from dragoman.desk.routes import network_for
    from dragoman.routing.flows import assign

    network, name = network_for(regime, scenario, folders)
    if statements:
        wanted: Sequence[Demand] = _told(network, statements)
    else:
        wanted = network.demand if demand is None else _demand_of(network, demand)
    if not wanted:
        raise UsageError("no demand to send", remedy="give a table with --demand")
    tonnes = [d for d in wanted if d.cargo != "gas"]
    gas = [d for d in wanted if d.cargo == "gas"]
    return FlowReport(
        name,
        regime,
        network,
        tuple(wanted),
        assign(network, tonnes) if tonnes else None,
        assign(network, gas, gas=True) if gas else None,
    )


def _demand_of(network: Network, path: Path) -> list[Demand]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows: list[Mapping[str, Any]] = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"cannot be read ({reason_of(error)})", where=str(path), remedy="give a UTF-8 CSV file"
        ) from error
    changed = network.changed({"demand": rows}, str(path))
    keys = {
        (
            changed.find(str(row["from"])).id,
            changed.find(str(row["to"])).id,
            row.get("cargo") or "container",
            row.get("class") or "",
        )
        for row in rows
    }
    return [d for d in changed.demand if (d.from_, d.to, d.cargo, d.class_) in keys]


def _told(network: Network, inputs: Sequence[str]) -> list[Demand]:
    """Demand from statements: yearly amounts between two places or through an asset, the latest year of each."""
    from dragoman.desk.reconcile import gather
    from dragoman.routing.networks import Demand

    latest: dict[tuple[str, str, str], tuple[str, Demand]] = {}
    for s in gather(inputs).statements:
        found = _yearly(network, s)
        if found is None:
            continue
        start, end, cargo, amount = found
        row = Demand(start, end, cargo, "", amount, source=f"{s.id} ({s.evidence.document})")
        known = latest.get((start, end, cargo))
        if known is None or known[0] < (s.date or ""):
            latest[(start, end, cargo)] = (s.date or "", row)
    return [row for _, row in latest.values()]


def _yearly(network: Network, s: Statement) -> tuple[str, str, str, float] | None:
    from dragoman.desk.corridor_claims import named_places
    from dragoman.routing.drafts import mentioned_assets

    whole_year = s.date is not None and len(s.date) == 4 and s.date.isdigit()
    plain = s.kind == "figure" and s.mode in ("cargo", "energy") and s.measure == "level"
    if not (plain and whole_year and s.status == "actual" and s.value and s.unit in ("t", "TEU", "bcm")):
        return None
    places = named_places(network, s.evidence.text)
    assets, _ = mentioned_assets(network, s.evidence.text)
    # A line by its own name comes before the towns in that name; a corridor only where nothing else is named.
    lines = [a for a in assets if len(a.places) > 1]
    asset = next((a for a in lines if not a.corridor), None)
    if asset is None and len(places) < 2:
        asset = next(iter(lines), None)
    if asset:
        ends = [asset.places[0], asset.places[-1]]
    elif len(places) >= 2:
        ends = places[:2]
    else:
        return None
    cargo = asset.cargo if asset and asset.cargo != "container" else "bulk"
    cargo = {"TEU": "container", "bcm": "gas"}.get(s.unit, cargo)
    scale = network.number("tonnes_per_teu", 10.0) if s.unit == "TEU" else 1.0
    return ends[0], ends[1], cargo, float(s.value) * scale


# Colours of the map follow this order.
CARGOES = ("container", "bulk", "oil", "gas")


def flow_lines(report: FlowReport) -> tuple[list[Any], list[Any]]:
    """The flows as lines and points for a map, wider where more passes."""
    from dragoman.desk.route_pictures import base_shapes
    from dragoman.output.maps import MapLine, MapPoint

    places = {node.id: (node.lon, node.lat) for node in report.network.nodes.values()}
    lines, points = [], {}
    for answer, gas in ((report.tonnes, False), (report.gas, True)):
        most = max((flow.amount for flow in answer.legs), default=1.0) if answer else 1.0
        for flow in answer.legs if answer else ():
            link = report.network.links[flow.link]
            shape = base_shapes().get(flow.link) or (places[link.from_], places[link.to])
            told = {
                "leg": flow.link,
                "from": report.network.nodes[flow.from_].name,
                "to": report.network.nodes[flow.to].name,
                "cargo": flow.cargo,
                **_amount(flow.amount, gas=gas),
            }
            lines.append(
                MapLine(shape, told, CARGOES.index(flow.cargo), max(0.05, (flow.amount / most) ** 0.5))
            )
    for d in report.demand:
        for end in (d.from_, d.to):
            points[end] = MapPoint(*places[end], report.network.nodes[end].name)
    return lines, list(points.values())
