"""Places of a network: nodes, and how a name or code finds one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.errors import UnknownCode

__all__ = ["Gazetteer", "Node", "folded"]

# Dotless i and other letters that have no decomposition.
_LETTERS = str.maketrans("ıəƏøłđ", "iaaold")


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the network; one row of ``nodes.csv``."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    kind: str = "city"
    locode: str = ""
    aliases: tuple[str, ...] = ()
    gauge: str = ""
    part_of: str = ""
    source: str = ""


def folded(name: str) -> str:
    """A name without case, accents and punctuation, for comparison."""
    plain = name.translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain.casefold()).strip()


class Gazetteer:
    """Finds nodes by id, UN/LOCODE, name or alias, in that order."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._codes: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for node in nodes.values():
            if node.locode:
                self._codes.setdefault(node.locode.upper(), node.id)
            self._names.setdefault(folded(node.name), node.id)
        for node in nodes.values():
            self._codes[node.id.upper()] = node.id
            for alias in node.aliases:
                self._names.setdefault(folded(alias), node.id)

    def find(self, place: str) -> Node:
        """The node that a name or code means.

        Raises
        ------
        UnknownCode
            No node has it; the message lists the nearest names with their codes.
        """
        text = place.strip()
        found = self._codes.get(text.upper().replace(" ", "")) or self._names.get(folded(text))
        if found is None:
            raise UnknownCode(
                f"no place {place!r} in the network",
                remedy=f"did you mean {self.nearest(text)}?" if self._nodes else "the network is empty",
            )
        return self._nodes[found]

    def knows(self, place: str) -> bool:
        """Whether :meth:`find` would answer."""
        text = place.strip()
        return text.upper().replace(" ", "") in self._codes or folded(text) in self._names

    def parts(self, node: Node) -> frozenset[str]:
        """Ids of the node and of all nodes that belong to it (§N8)."""
        out = {node.id}
        grown = True
        while grown:
            more = {n.id for n in self._nodes.values() if n.part_of in out} - out
            out |= more
            grown = bool(more)
        return frozenset(out)

    def nearest(self, place: str, count: int = 5) -> str:
        """The names most like ``place``, each with its code."""
        names = get_close_matches(folded(place), self._names, n=count * 2, cutoff=0.3)
        codes = get_close_matches(place.strip().upper(), self._codes, n=2, cutoff=0.75)
        ids = list(dict.fromkeys([*(self._names[n] for n in names), *(self._codes[c] for c in codes)]))
        if not ids:
            ids = sorted(self._nodes, key=lambda i: self._nodes[i].name)
        return _listed(self._nodes[i] for i in ids[:count])


def _listed(nodes: Iterable[Node]) -> str:
    return ", ".join(f"{node.name} ({node.locode or node.id})" for node in nodes)
