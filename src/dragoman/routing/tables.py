"""The tables of a network: read, overlaid, every cell checked against the attribute table (§N1, §N9)."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from dragoman.errors import NetworkTableError
from dragoman.routing.cells import parse_cell

__all__ = ["Attribute", "Row", "Tables", "attributes", "read_tables"]

# Components whose overlay rows may leave cells empty to keep the earlier value (§N9).
_PATCHED = frozenset({"nodes", "legs"})
# Components of which a row may be of certain trips only.
_OF_TRIPS = ("leg_times", "node_times")


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column: one row of ``attributes.csv``."""

    component: str
    name: str
    type: str
    unit: str
    default: str
    description: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """A parsed row; ``where`` is its file and row number. Cells left empty are None."""

    values: Mapping[str, Any]
    where: str

    def fault(self, column: str, what: str, remedy: str) -> NetworkTableError:
        """The error to raise about a cell of this row."""
        return NetworkTableError(what, where=f"{self.where}, column {column}", remedy=remedy)


@lru_cache(maxsize=1)
def attributes() -> dict[str, dict[str, Attribute]]:
    """Component -> column -> attribute, in the order of ``attributes.csv``."""
    text = files("dragoman").joinpath("data/network/attributes.csv").read_text(encoding="utf-8")
    out: dict[str, dict[str, Attribute]] = {}
    for row in csv.DictReader(text.splitlines()):
        name = row["attribute"]
        out.setdefault(row["component"], {})[name] = Attribute(
            row["component"],
            name,
            row["type"],
            row["unit"],
            row["default"],
            row["description"],
            row["status"],
        )
    return out


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of a network by component and key; immutable, overlays give new ones."""

    rows: Mapping[str, Mapping[tuple[Any, ...], Row]]

    def __getitem__(self, component: str) -> Iterable[Row]:
        return self.rows.get(component, {}).values()

    @property
    def trips(self) -> frozenset[tuple[str, ...]]:
        """The groups of countries whose trips have rows of their own (§N3)."""
        return frozenset(
            row.values["ends_in"] for name in _OF_TRIPS for row in self[name] if row.values["ends_in"]
        )

    def for_trips(self, groups: frozenset[tuple[str, ...]]) -> Tables:
        """The tables for trips of some of the groups in :attr:`trips`: their rows stand before those of all trips."""
        rows = dict(self.rows)
        for name in _OF_TRIPS:
            keys = [a.name for a in attributes()[name].values() if a.status == "key"]
            at = keys.index("ends_in")
            own = {
                key[:at] + key[at + 1 :]
                for key, row in self.rows.get(name, {}).items()
                if row.values["ends_in"] in groups
            }
            rows[name] = {
                key: row
                for key, row in self.rows.get(name, {}).items()
                if (row.values["ends_in"] or ()) in groups
                or (not row.values["ends_in"] and key[:at] + key[at + 1 :] not in own)
            }
        return Tables(rows)

    def overlaid(self, changes: Mapping[str, Sequence[Mapping[str, Any]]], where: str) -> Tables:
        """The tables with further rows laid over them (§N9).

        Parameters
        ----------
        changes : mapping
            Component -> rows as column -> cell text (or number).
        where : str
            Named in errors, for instance the scenario file.

        Raises
        ------
        NetworkTableError
            Unknown component or column, bad cell, number without a source.
        """
        rows = {name: dict(old) for name, old in self.rows.items()}
        for component, new in changes.items():
            if component not in attributes():
                raise NetworkTableError(
                    f"no table {component!r}", where=where, remedy=f"use one of {', '.join(attributes())}"
                )
            parsed = [
                _parse(component, cells, f"{where}, {component} row {i + 2}") for i, cells in enumerate(new)
            ]
            _lay(rows, component, parsed)
        return _sound(rows)


def read_tables(folders: Sequence[Path] = (), *, base: bool = True) -> Tables:
    """Read the folders in order, each laid over the ones before.

    Parameters
    ----------
    folders : sequence of Path
        Folders of CSV and GeoJSON files (§N1).
    base : bool
        Whether the network of the package comes first.

    Raises
    ------
    NetworkTableError
        No folder, no table in it, or a bad file, column or cell; nothing is half-read.
    """
    rows: dict[str, dict[tuple[Any, ...], Row]] = {}
    if base:
        root = files("dragoman").joinpath("data/network")
        for component in attributes():
            file = root.joinpath(f"{component}.csv")
            if file.is_file():
                text = file.read_text(encoding="utf-8")
                _lay(rows, component, _read_csv(component, text, f"network/{component}.csv"))
    for folder in folders:
        _read_folder(rows, Path(folder))
    return _sound(rows)


def _read_folder(rows: dict[str, dict[tuple[Any, ...], Row]], folder: Path) -> None:
    if not folder.is_dir():
        raise NetworkTableError("no such folder", where=str(folder), remedy="give a folder of network tables")
    found = False
    for component in attributes():
        path = folder / f"{component}.csv"
        if path.is_file():
            found = True
            _lay(rows, component, _read_csv(component, _text(path), f"{folder.name}/{path.name}"))
        path = folder / f"{component}.geojson"
        if component in _PATCHED and path.is_file():
            found = True
            for name, parsed in _read_geojson(component, _text(path), f"{folder.name}/{path.name}").items():
                _lay(rows, name, parsed)
    if not found:
        names = ", ".join(f"{name}.csv" for name in attributes())
        raise NetworkTableError("no table of a network", where=str(folder), remedy=f"name the files {names}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NetworkTableError(
            f"not UTF-8 at byte {error.start}", where=str(path), remedy="save the file as UTF-8"
        ) from error


def _read_csv(component: str, text: str, where: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(reader, [])]
    if not header:
        raise NetworkTableError("the file is empty", where=where, remedy="begin with a header row")
    _check_columns(component, header, f"{where}, row 1")
    out = []
    for number, cells in enumerate(reader, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise NetworkTableError(
                f"{len(cells)} cells under {len(header)} columns",
                where=f"{where}, row {number}",
                remedy="put cells that hold a comma in double quotes",
            )
        out.append(_parse(component, dict(zip(header, cells)), f"{where}, row {number}"))
    return out


def _check_columns(component: str, names: Iterable[str], where: str) -> None:
    known = attributes()[component]
    for name in names:
        if name not in known:
            raise NetworkTableError(f"unknown column {name!r}", where=where, remedy=f"use {', '.join(known)}")


def _parse(component: str, cells: Mapping[str, Any], where: str) -> Row:
    known = attributes()[component]
    _check_columns(component, cells, where)
    values: dict[str, Any] = dict.fromkeys(known)
    for name, cell in cells.items():
        text = "" if cell is None else str(cell).strip()
        if text:
            attribute = known[name]
            values[name] = parse_cell(attribute.type, text, f"{where}, column {name}", attribute.unit)
    return Row(values, where)


def _lay(rows: dict[str, dict[tuple[Any, ...], Row]], component: str, new: Iterable[Row]) -> None:
    known = attributes()[component]
    keys = [name for name, attribute in known.items() if attribute.status == "key"]
    table = rows.setdefault(component, {})
    fresh: dict[tuple[Any, ...], Row] = {}
    for row in new:
        key = tuple(_key_cell(known[name], row) for name in keys)
        if key in fresh:
            raise row.fault(
                keys[0],
                f"the key {' '.join(str(k) for k in key if k)} is already in {fresh[key].where}",
                "keep one of the two rows",
            )
        if component in _PATCHED and key in table:
            old = table[key].values
            merged = {name: old[name] if value is None else value for name, value in row.values.items()}
            fresh[key] = Row(merged, row.where)
        else:
            fresh[key] = row
    table.update(fresh)


def _key_cell(attribute: Attribute, row: Row) -> Any:
    value = row.values[attribute.name]
    return attribute.default if value is None else value


def _sound(rows: Mapping[str, Mapping[tuple[Any, ...], Row]]) -> Tables:
    """Fill defaults and refuse rows that lack a required cell."""
    out: dict[str, dict[tuple[Any, ...], Row]] = {}
    for component, table in rows.items():
        known = attributes()[component]
        filled = out.setdefault(component, {})
        for key, row in table.items():
            values = dict(row.values)
            for name, attribute in known.items():
                if values[name] is not None:
                    continue
                if attribute.default:
                    place = f"{row.where}, column {name}"
                    values[name] = parse_cell(attribute.type, attribute.default, place, attribute.unit)
                elif attribute.status == "required" or name in ("id", "subject", "node", "from", "to"):
                    what, remedy = _missing(component, name)
                    raise row.fault(name, what, remedy)
            filled[key] = Row(values, row.where)
    return Tables(out)


def _missing(component: str, name: str) -> tuple[str, str]:
    if name == "source":
        return "a number without a source", "name the source, or set assumed to yes and give the reasoning"
    if name == "typical":
        return "a time is missing", "give the typical time; low and high may stay empty"
    return "the cell is empty", f"give {name} ({attributes()[component][name].description})"


def _read_geojson(component: str, text: str, where: str) -> dict[str, list[Row]]:
    """Points as nodes, lines as legs; ``hours_*`` or ``speed_kmh`` of a line become its running time."""
    try:
        features = json.loads(text)["features"]
        if not isinstance(features, list):
            raise TypeError
    except (ValueError, KeyError, TypeError) as error:
        raise NetworkTableError(
            "not a GeoJSON FeatureCollection", where=where, remedy="export it as GeoJSON, WGS84"
        ) from error
    out: dict[str, list[Row]] = {component: [], "leg_times": []}
    for number, feature in enumerate(features, start=1):
        place = f"{where}, feature {number}"
        points = _coordinates(feature, "Point" if component == "nodes" else "LineString", place)
        cells = {k: v for k, v in (feature.get("properties") or {}).items() if v is not None}
        if component == "nodes":
            if not points:
                raise NetworkTableError("no point", where=place, remedy="give a Point geometry")
            cells.setdefault("lon", points[0])
            cells.setdefault("lat", points[1])
        else:
            times = {k: cells.pop(k) for k in [*_HOURS, "speed_kmh"] if k in cells}
            source = cells.pop("source", None)
            if "km" not in cells and len(points) > 1:
                cells["km"] = round(_line_km(points), 3)
                cells.setdefault("km_source", "drawn line")
            cells.setdefault("km_source", source)
            if times:
                row = {"subject": cells.get("id"), "source": source} | _as_time(times)
                out["leg_times"].append(_parse("leg_times", row, place))
        out[component].append(_parse(component, cells, place))
    return out


def _coordinates(feature: Any, wanted: str, place: str) -> Any:
    """Coordinates of a geometry of the wanted type; none where the feature has no geometry."""
    if not isinstance(feature, dict):
        raise NetworkTableError("not a feature", where=place, remedy="export it as GeoJSON, WGS84")
    geometry = feature.get("geometry")
    if not geometry:
        return []
    kind = geometry.get("type") if isinstance(geometry, dict) else type(geometry).__name__
    points = geometry.get("coordinates") if kind == wanted else None
    ends = [points] if wanted == "Point" else points
    if not isinstance(ends, list) or not all(_is_position(p) for p in ends):
        raise NetworkTableError(
            f"geometry {kind!r} where a {wanted} of numbers is wanted",
            where=place,
            remedy=f"give a {wanted} of longitude and latitude, WGS84",
        )
    return points


def _is_position(point: Any) -> bool:
    return isinstance(point, list) and len(point) >= 2 and all(isinstance(x, (int, float)) for x in point[:2])


_HOURS = {"hours_low": "low", "hours_typical": "typical", "hours_high": "high"}


def _as_time(times: Mapping[str, Any]) -> dict[str, Any]:
    if "speed_kmh" in times:
        return {"typical": times["speed_kmh"], "unit": "km/h"}
    return {_HOURS[name]: value for name, value in times.items()}


def _line_km(points: Sequence[Sequence[float]]) -> float:
    """Length of a line of lon, lat [km], great circles on a sphere of 6371.0088 km (IUGG mean radius)."""
    total = 0.0
    for (lon1, lat1, *_), (lon2, lat2, *_) in pairwise(points):
        a = math.sin(math.radians(lat2 - lat1) / 2) ** 2
        a += (
            math.cos(math.radians(lat1))
            * math.cos(math.radians(lat2))
            * math.sin(math.radians(lon2 - lon1) / 2) ** 2
        )
        total += 2 * 6371.0088 * math.asin(math.sqrt(min(1.0, a)))
    return total
