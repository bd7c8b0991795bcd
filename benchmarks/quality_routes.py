"""How near the network comes to published times and lengths.

Prints each published total against the p10 to p90 of the regime that fits, and each published leg length
against the length of the way that the network finds. Published facts are read from the shared references
(``--shared``) and from the tables beside this file, never from the network. The totals of
``published_times.csv`` were used for no number of the network: they say how well it predicts.

    python benchmarks/quality_routes.py [--shared FOLDER] [--format table|json]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import NoRoute
from dragoman.model.routes import Route
from dragoman.routing.graphs import graph_of
from dragoman.routing.journeys import routes
from dragoman.routing.networks import Network, load_network

# What the rows of totals.csv ask of the network: places and what lies off the route that the row names.
# `official` are announcements of operators, `measured` averages of trains or of moves.
TITR = ("RUS", "IRN")
QUESTIONS = {
    ("TITR/Middle", "Altynkol", "Poti/Batumi", "2024"): (("Altynkol", "Poti"), (), TITR, "official"),
    ("TITR/Middle", "Altynkol", "Constanta", "2024"): (
        ("Altynkol", "Constanta"),
        ("Poti",),
        TITR,
        "official",
    ),
    ("TITR/Middle", "Xi'an", "Baku", "2024"): (("Xi'an", "Baku"), (), TITR, "official"),
    ("TITR/Middle", "Xi'an", "Baku", "2025-12"): (("Xi'an", "Baku"), (), TITR, "measured"),
    ("TITR/Middle", "Xi'an", "Baku", "2026-01"): (("Xi'an", "Baku"), (), TITR, "measured"),
    ("Northern", "Dostyk/Altynkol", "Brest etc.", "2024"): (("Dostyk", "Brest"), (), (), "measured"),
    ("Sea", "Shanghai", "Rotterdam via Suez", "2025"): (
        ("Shanghai", "Rotterdam"),
        ("Suez Canal",),
        ("rail", "road"),
        "measured",
    ),
}
# Published through prices of a FEU. No leg price is public: the assumed rates of rail were widened until these fit,
# so meeting them is no proof.
PRICES = {
    ("Altynkol", "Istanbul", "2018"): (("Altynkol", "Istanbul"), ("Kars",), TITR),
    ("Altynkol", "Chop", "2018"): (("Altynkol", "Chop"), ("Chornomorsk",), TITR),
    ("Altynkol", "Slawkow", "2018"): (("Altynkol", "Slawkow"), ("Chornomorsk",), TITR),
    ("Sergeli (UZ)", "Derince via Aktau-Baku-BTK", "2020"): (
        ("Tashkent", "Derince"),
        ("Aktau", "Kars"),
        TITR,
    ),
    ("Sergeli (UZ)", "Derince via Turkmenbashi-Alat-BTK", "2020"): (
        ("Tashkent", "Derince"),
        ("Turkmenbashi", "Kars"),
        TITR,
    ),
    ("Dostyk/Altynkol", "Brest etc.", "2024"): (("Dostyk", "Brest"), (), ()),
    ("Shanghai", "Poti", "n/a"): (("Shanghai", "Poti"), ("Suez Canal",), ("rail", "road")),
}
# Rows of legs.csv that are a length between two places; the rest are averages, systems or nodes.
LENGTHS = {
    "KZ_ALT_AKT": ("Altynkol", "Aktau", "container", (), ()),
    "KZ_ALT_ALA": ("Altynkol", "Almaty", "container", (), ()),
    "KZ_DOS_ALA": ("Dostyk", "Almaty", "container", (), ()),
    "KZ_ZHE_BEY": ("Zhezkazgan", "Beyneu", "container", (), ()),
    "KZ_DOS_MOI": ("Dostyk", "Moiynty", "container", (), ()),
    "AZ_BAK_BK": ("Baku", "Boyuk-Kesik", "container", (), ()),
    "BTK_ALL": ("Baku", "Kars", "container", (), ()),
    "BTK_BAK_AKH": ("Baku", "Akhalkalaki", "container", (), ()),
    "TR_KAR_MER": ("Kars", "Mersin", "container", (), ()),
    "GE_TBS_POT": ("Tbilisi", "Poti", "container", (), ()),
    "S_SHA_RTM_SUEZ": ("Shanghai", "Rotterdam", "container", ("Suez Canal",), ("rail", "road")),
    "S_SHA_RTM_CAPE": ("Shanghai", "Rotterdam", "container", ("Cape of Good Hope",), ("rail", "road")),
    "P_TANAP": ("Turkgozu", "Ipsala", "gas", (), ()),
    "P_TAP": ("Kipoi", "Melendugno", "gas", (), ()),
    "P_BTC": ("Sangachal", "Ceyhan", "oil", (), ()),
    "P_CPC": ("Tengiz", "Novorossiysk", "oil", (), ()),
    "P_KZCN": ("Kenkiyak", "Alashankou", "oil", ("Kumkol",), ()),
}
# P_KZCN: the source gives 1,759 km to "Atasu-Alashankou", which is 965 km by every other description; with
# Kenkiyak-Kumkol (794 km) it is the sum. The way compared therefore leaves out Kumkol-Atasu, another company's.
LEFT_OUT = {"P_KZCN": ("KUMKOL-ATASU",)}


@dataclass(frozen=True, slots=True)
class Total:
    """A published time [d] and what the network says; ``either`` in both regimes."""

    name: str
    regime: str
    published: tuple[float, float]
    route: Route
    either: tuple[Route, ...] = ()

    @property
    def inside(self) -> bool:
        """Whether the middle of the published figure lies in p10 to p90."""
        return _holds(self.route, self.middle)

    @property
    def inside_either(self) -> bool:
        """Whether it lies in p10 to p90 of one of the regimes at least."""
        return any(_holds(route, self.middle) for route in self.either or (self.route,))

    @property
    def middle(self) -> float:
        """Middle of the published figure [d]."""
        return sum(self.published) / 2

    @property
    def error(self) -> float:
        """(p50 - published) / published."""
        return self.route.hours.p50 / 24 / self.middle - 1


def _holds(route: Route, days: float) -> bool:
    return route.hours.p10 <= 24 * days <= route.hours.p90


def totals(shared: Path) -> list[Total]:
    """The five routes with published times."""
    networks = {regime: load_network(regime=regime) for regime in ("official", "measured")}
    out = []
    for row in _table(shared, "totals.csv"):
        key = (row["route"], row["origin"], row["destination"], row["year"])
        if row["metric"] != "transit_time":
            continue
        ends, via, avoid, regime = QUESTIONS[key]
        best = routes(networks[regime], *ends, via=via, avoid=avoid)[0]
        name = f"{row['origin']} - {row['destination']} {row['year']}"
        out.append(Total(name, regime, (float(row["value_low"]), float(row["value_high"])), best))
    return out


def prices(shared: Path) -> list[tuple[str, float, float, float, float]]:
    """(pair, published low, high, ours low, high) [USD/FEU], ours over all routes worth weighing."""
    network = load_network(regime="official")
    out = []
    for row in _table(shared, "totals.csv"):
        key = (row["origin"], row["destination"], row["year"])
        if not row["metric"].startswith("price") or key not in PRICES:
            continue
        ends, via, avoid = PRICES[key]
        bands = [
            r.usd_per_feu for r in routes(network, *ends, via=via, avoid=avoid, draws=8) if r.usd_per_feu
        ]
        ours = (min(b.low for b in bands), min(b.high for b in bands))
        name = f"{row['origin']} - {row['destination']} {row['year']}"
        out.append((name, float(row["value_low"]), float(row["value_high"]), *ours))
    return out


def lengths(shared: Path) -> list[tuple[str, float, float]]:
    """(leg, published km, km of the shortest way) for each published length."""
    network = load_network(regime="official")
    rows = {row["leg"]: row for row in _table(shared, "legs.csv")}
    out = []
    for leg, (start, end, cargo, via, avoid) in LENGTHS.items():
        found = routes(network, start, end, via=via, avoid=avoid, cargo=cargo, draws=8)
        left = sum(network.links[i].km for i in LEFT_OUT.get(leg, ()))
        out.append((leg, float(rows[leg]["km"]), min(route.km for route in found) - left))
    return out


def further_times() -> list[Total]:
    """The totals of ``published_times.csv``, with which no leg was calibrated."""
    networks = {regime: load_network(regime=regime) for regime in ("official", "measured")}
    out = []
    for row in _beside("published_times.csv"):
        via, avoid = (tuple(filter(None, row[key].split(";"))) for key in ("via", "avoid"))
        found = [
            routes(network, row["from"], row["to"], via=via, avoid=avoid)[0] for network in networks.values()
        ]
        best = found[list(networks).index(row["regime"])]
        name = " ".join(filter(None, (f"{row['from']} - {row['to']}", row["via"], row["year"])))
        published = (float(row["days_low"]), float(row["days_high"]))
        out.append(Total(name, row["regime"], published, best, tuple(found)))
    return out


def further_lengths(table: str = "published_lengths.csv") -> list[tuple[str, float, float]]:
    """The same for lengths of whole lines.

    Those of ``published_lengths.csv`` the editors of the network also used for its legs: a check of the
    sums, not of the sources. Those of ``independent_lengths.csv`` are of pages that they did not have.
    """
    network = load_network(regime="official")
    out = []
    for row in _beside(table):
        via, avoid = (tuple(filter(None, row[key].split(";"))) for key in ("via", "avoid"))
        found = routes(network, row["from"], row["to"], via=via, avoid=avoid, cargo=row["cargo"], draws=8)
        name = f"{row['from']} - {row['to']}"
        out.append((name, float(row["km"]), min(route.km for route in found)))
    return out


def _beside(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unreachable(network: Network, cargo: str = "container") -> list[tuple[str, str]]:
    """Ordered pairs of nodes that nothing joins."""
    ends: dict[str, set[str]] = {node: set() for node in network.nodes}
    for arc in graph_of(network, cargo).arcs:
        ends[arc.tail].add(arc.head)
    out = []
    for start in ends:
        reached, queue = {start}, [start]
        while queue:
            for node in ends[queue.pop()] - reached:
                reached.add(node)
                queue.append(node)
        out += [(start, node) for node in ends if node not in reached]
    return out


def _table(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "data" / "corridors" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _print_times(title: str, times: list[Total]) -> None:
    print(f"## {title}")
    for t in times:
        h = t.route.hours
        mark = "inside" if t.inside else "inside the other regime" if t.inside_either else "OUTSIDE"
        low, high = t.published
        published = f"{low:g}" if low == high else f"{low:g}-{high:g}"
        print(
            f"{t.name:52}{t.regime:10}{published:>8} d   p10 {h.p10 / 24:5.1f}  p50 {h.p50 / 24:5.1f}"
            f"  p90 {h.p90 / 24:5.1f}   {t.error:+6.1%}  {mark}"
        )
    for regime in ("official", "measured", ""):
        some = [t for t in times if not regime or t.regime == regime]
        if some:
            middle = statistics.median(abs(t.error) for t in some)
            print(
                f"{regime or 'both':9} inside {sum(t.inside for t in some)} of {len(some)}, median error {middle:.1%}"
            )
    print(f"inside one of the regimes: {sum(t.inside_either for t in times)} of {len(times)}")


def main() -> None:
    """Print the report."""
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("DRAGOMAN_SHARED", root.parent / "shared")
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--format", choices=("table", "json"), default="table")
    options = parser.parse_args()
    times, kms = totals(options.shared), lengths(options.shared)
    cut = unreachable(load_network(regime="official"))
    if options.format == "json":
        unseen = further_times()
        print(
            json.dumps(
                {
                    "inside": sum(t.inside for t in times),
                    "of": len(times),
                    "median_error": statistics.median(abs(t.error) for t in times),
                    "unseen": {
                        regime: {
                            "inside": sum(t.inside for t in unseen if t.regime == regime),
                            "of": sum(t.regime == regime for t in unseen),
                            "median_error": statistics.median(
                                abs(t.error) for t in unseen if t.regime == regime
                            ),
                        }
                        for regime in ("official", "measured")
                    },
                    "lengths": {leg: ours / km - 1 for leg, km, ours in kms},
                    "unreachable": len(cut),
                }
            )
        )
        return
    _print_times("published totals that the network was chosen to meet", times)
    _print_times("published totals that it was not", further_times())
    for name, low, high, ours_low, ours_high in prices(options.shared):
        mark = "meets" if ours_low <= high and low <= ours_high else "MISSES"
        print(f"{name:60}{low:>8,.0f}-{high:<8,.0f}USD/FEU  ours {ours_low:,.0f}-{ours_high:,.0f}  {mark}")
    further = further_lengths()
    kms += further_lengths("independent_lengths.csv")
    for leg, km, ours in [*kms, *further]:
        print(f"{leg:28}{km:>10,.0f}{ours:>10,.0f} km {ours / km - 1:+7.2%}")
    near = sum(abs(ours / km - 1) <= 0.03 for _, km, ours in further)
    print(f"{near} of {len(further)} lengths of whole lines within 3 %")
    worst = max(abs(ours / km - 1) for _, km, ours in kms)
    near = sum(abs(ours / km - 1) <= 0.03 for _, km, ours in kms)
    print(f"{near} of {len(kms)} lengths within 3 %, worst {worst:.1%}; unreachable pairs {len(cut)}")


if __name__ == "__main__":
    try:
        main()
    except NoRoute as error:
        raise SystemExit(f"quality_routes: {error}") from error
