"""Reads road networks and trip tables in the TNTP format of the TransportationNetworks collection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import NetworkTableError

__all__ = ["RoadNetwork", "read_flows", "read_network", "read_trips"]


@dataclass(frozen=True, slots=True)
class RoadNetwork:
    """Links with travel times that rise with flow: t = free (1 + b (flow / capacity)^power).

    Attributes
    ----------
    zones, nodes, first_through : int
        Zones are nodes 0 to zones-1; no path passes through a node below ``first_through``.
    tail, head : array of int
        Nodes, counted from 0.
    free, b, capacity, power : array of float
        Parameters of each link, in the file's units.
    """

    zones: int
    nodes: int
    first_through: int
    tail: Any
    head: Any
    free: Any
    b: Any
    capacity: Any
    power: Any


def _lines(path: Path) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """Header fields, and the numbered lines after it without comments."""
    header: dict[str, str] = {}
    body = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        field = re.match(r"\s*<([^>]+)>\s*(.*)", line)
        if field:
            header[field[1].strip().upper()] = field[2].strip()
        elif line.strip() and not line.lstrip().startswith("~"):
            body.append((number, line.split("~")[0]))
    return header, body


def _fault(path: Path, number: int, what: str, remedy: str) -> NetworkTableError:
    return NetworkTableError(what, where=f"{path.name}, row {number}", remedy=remedy)


def read_network(path: Path) -> RoadNetwork:
    """Read a ``*_net.tntp`` file.

    Raises
    ------
    NetworkTableError
        A header field or a number is missing, or a link ends at no node.
    """
    import numpy as np

    header, body = _lines(path)
    try:
        zones, nodes, through = (
            int(header[name]) for name in ("NUMBER OF ZONES", "NUMBER OF NODES", "FIRST THRU NODE")
        )
    except (KeyError, ValueError) as error:
        raise _fault(
            path, 1, f"no usable header field {error}", "give <NUMBER OF ZONES> and the rest"
        ) from None
    rows = []
    for number, line in body:
        try:
            row = [float(cell) for cell in line.replace(";", " ").split()[:7]]
        except ValueError:
            raise _fault(path, number, "a cell is no number", "give ten numbers and ';'") from None
        if len(row) < 7:
            raise _fault(
                path, number, f"{len(row)} numbers", "give tail, head, capacity, length, time, b, power"
            )
        if not (1 <= row[0] <= nodes and 1 <= row[1] <= nodes):
            raise _fault(path, number, "a link ends at no node", f"number nodes from 1 to {nodes}")
        if row[4] < 0 or row[5] < 0 or row[6] < 0 or row[2] <= 0:
            raise _fault(path, number, "a negative time, b or power, or no capacity", "correct the number")
        rows.append(row)
    data = np.array(rows, dtype=np.float64).reshape(-1, 7)
    ends = data[:, :2].astype(np.int64) - 1
    columns = [np.ascontiguousarray(data[:, i]) for i in (4, 5, 2, 6)]
    tail, head = np.ascontiguousarray(ends[:, 0]), np.ascontiguousarray(ends[:, 1])
    return RoadNetwork(zones, nodes, through - 1, tail, head, *columns)


def read_trips(path: Path, zones: int) -> Any:
    """Read a ``*_trips.tntp`` file: trips by (origin, destination), both counted from 0."""
    import numpy as np

    _, body = _lines(path)
    trips = np.zeros((zones, zones))
    origin = -1
    for number, line in body:
        if line.split()[0].lower() == "origin":
            origin = int(line.split()[1]) - 1
            continue
        for part in line.split(";"):
            if not part.strip():
                continue
            try:
                destination, value = part.split(":")
                trips[origin, int(destination) - 1] += float(value)
            except (ValueError, IndexError):
                raise _fault(path, number, f"{part.strip()!r}", "write destination : trips;") from None
    return trips


def read_flows(path: Path) -> Any:
    """Read a ``*_flow.tntp`` file: the volume of each link in the order of the file."""
    import numpy as np

    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return np.array([float(line.split()[2]) for line in lines if line.strip()])
