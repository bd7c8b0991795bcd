"""Which row speaks about a leg or a node in a regime (§N2, §N3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from dragoman.routing.tables import Row

if TYPE_CHECKING:
    from dragoman.routing.networks import Link
    from dragoman.routing.places import Node

__all__ = ["Book", "leg_subjects", "node_subjects"]

REGIMES = ("official", "measured")


class Book:
    """Rows of one component by subject and regime."""

    def __init__(self, rows: Iterable[Row], column: str = "subject") -> None:
        self._pages: dict[str, dict[str, list[Row]]] = {}
        for row in rows:
            page = self._pages.setdefault(row.values[column], {})
            page.setdefault(row.values.get("regime") or "any", []).append(row)

    def __iter__(self) -> Iterator[tuple[str, Row]]:
        for subject, page in self._pages.items():
            for rows in page.values():
                for row in rows:
                    yield subject, row

    def rows(self, subjects: Iterable[str], regime: str = "any") -> tuple[list[Row], bool]:
        """Rows of the narrowest subject that has some, and whether they are of another regime (§N3)."""
        pages = [self._pages[s] for s in subjects if s in self._pages]
        for page in pages:
            for name in (regime, "any"):
                if name in page:
                    return page[name], False
        for page in pages:
            for rows in page.values():
                return rows, True
        return [], False


def leg_subjects(link: Link, nodes: Mapping[str, Node], *, forward: bool = True) -> list[str]:
    """Subjects that cover a leg in a direction, narrowest first (§N2)."""
    out = [link.id + (">" if forward else "<"), link.id]
    if link.service:
        out.append(f"service:{link.service}")
    country = nodes[link.from_].country
    if country == nodes[link.to].country:
        out.append(f"mode:{link.mode}@{country}")
    return [*out, f"mode:{link.mode}"]


def node_subjects(node: Node, prefix: str = "") -> list[str]:
    """Subjects that cover a node, narrowest first; ``prefix`` is ``node:`` in costs and capacities."""
    return [prefix + node.id, f"kind:{node.kind}@{node.country}", f"kind:{node.kind}"]
