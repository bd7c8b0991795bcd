"""The system of a family: latent quantities, and the rows that claims and identities put on them.

All quantities are amounts not below zero (§R4). A row is ``low <= sum of coefficient times
quantity <= high``, with the index of its claim, or -1 and the name of an identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product as combinations
from typing import NamedTuple

from dragoman.reconciling.claims import Claim, nature_of
from dragoman.reconciling.periods import Span, clusters, segments
from dragoman.reconciling.series import GOODS, Node

__all__ = ["Row", "System", "build"]

ONE, ZERO = Fraction(1), Fraction(0)
# At most this many ways to pick one of several wordings for each HS chapter (assumed).
_MOST_COMBINATIONS = 16


class Row(NamedTuple):
    """One linear constraint."""

    terms: tuple[tuple[int, Fraction], ...]
    low: Fraction | None
    high: Fraction | None
    claim: int
    identity: str


@dataclass(slots=True)
class System:
    """Latent quantities and rows of one family, frozen once built."""

    claims: Sequence[Claim]
    nodes: list[Node] = field(default_factory=list)
    index: dict[Node, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    _parts: tuple[list[int], list[list[int]]] | None = None

    def var(self, node: Node) -> int:
        """The index of a quantity, made where new."""
        i = self.index.get(node)
        if i is None:
            i = self.index[node] = len(self.nodes)
            self.nodes.append(node)
        return i

    def identity(
        self, name: str, terms: Iterable[tuple[Node, int]], low: int | None = 0, high: int | None = 0
    ) -> None:
        """Add a row that no statement says."""
        self.rows.append(
            Row(
                tuple((self.var(n), ONE if k == 1 else Fraction(k)) for n, k in terms),
                None if low is None else ZERO,
                None if high is None else ZERO,
                -1,
                name,
            )
        )

    def with_claims(self, keep: Iterable[int]) -> list[Row]:
        """Rows of the identities and of the claims kept."""
        kept = set(keep)
        return [r for r in self.rows if r.claim < 0 or r.claim in kept]

    def part(self, claim: int) -> int:
        """The part of the system that a claim belongs to; no row links two parts."""
        return self._apart()[0][claim]

    def near(self, keep: Iterable[int]) -> list[Row]:
        """`with_claims` without the identities of parts that none of the claims is in: they say nothing there."""
        kept = set(keep)
        of_claim, rows = self._apart()
        # In the old order: it decides which of several conflicts is found first.
        parts = {of_claim[k] for k in kept} - {-1}
        numbers = sorted(n for part in parts for n in rows[part])
        near = (self.rows[n] for n in numbers)
        return [r for r in near if r.claim < 0 or r.claim in kept]

    def _apart(self) -> tuple[list[int], list[list[int]]]:
        """The part of each claim, -1 where it says nothing, and the places of the rows of each part."""
        if self._parts is None:
            parent = list(range(len(self.nodes)))

            def find(x: int) -> int:
                while parent[x] != x:
                    parent[x] = parent[parent[x]]
                    x = parent[x]
                return x

            for row in self.rows:
                for v, _ in row.terms[1:]:
                    parent[find(v)] = find(row.terms[0][0])
            of_claim, rows, numbers = [-1] * len(self.claims), list[list[int]](), dict[int, int]()
            for n, row in enumerate(self.rows):
                part = numbers.setdefault(find(row.terms[0][0]), len(numbers))
                if part == len(rows):
                    rows.append([])
                rows[part].append(n)
                if row.claim >= 0:
                    of_claim[row.claim] = part
            self._parts = (of_claim, rows)
        return self._parts


def _claim_rows(system: System, i: int, c: Claim) -> None:
    v = system.var(c.node)
    if c.measure == "level":
        system.rows.append(Row(((v, ONE),), c.low, c.high, i, ""))
        return
    assert c.base is not None
    b = system.var(c.base)
    if c.measure in ("difference", "balance"):
        system.rows.append(Row(((v, ONE), (b, -ONE)), c.low, c.high, i, ""))
        return
    if c.low:
        system.rows.append(Row(((v, ONE), (b, -c.low)), ZERO, None, i, ""))
    if c.high is not None:
        terms = ((v, ONE), (b, -c.high)) if c.high else ((v, ONE),)
        system.rows.append(Row(terms, None, ZERO, i, ""))


def build(claims: Sequence[Claim]) -> System:
    """The system of one family's claims, with every identity that can bear on them."""
    system = System(claims)
    for i, c in enumerate(claims):
        _claim_rows(system, i, c)
    if not claims:
        return system
    nature = nature_of(claims[0])
    goods = claims[0].family.group == GOODS
    if nature != "flow":
        _products(system, system.nodes)
        return system
    by_unit: dict[str, list[Node]] = {}
    for node in system.nodes:
        by_unit.setdefault(node.unit, []).append(node)
    for unit, nodes in by_unit.items():
        present: dict[Span, list[Node]] = {}
        for n in nodes:
            present.setdefault(n.span, []).append(n)
        for cluster in clusters(present):
            _cluster(system, unit, cluster, present, goods)
    return system


def _cluster(
    system: System, unit: str, cluster: list[Span], present: Mapping[Span, list[Node]], goods: bool
) -> None:
    """Identities among quantities whose periods overlap."""
    # What is told anywhere in the cluster: goods by the flows that have them.
    labels = {(n.flow, n.product) for span in cluster for n in present[span]}
    flows: dict[str, set[str]] = {}
    for flow, goods_key in labels:
        flows.setdefault(goods_key, set()).add(flow)
    if len(flows) > 1 and "" in flows and goods:
        for key, sides in flows.items():
            if key:
                flows[""] |= sides  # goods of a flow are part of all goods of that flow
    full = {key: set("TXM") if goods and len(sides) > 1 else set(sides) for key, sides in flows.items()}
    if len(cluster) == 1:
        _cell(system, unit, cluster[0], full)
        return
    pieces = segments(cluster)
    for piece in pieces:
        _cell(system, unit, piece, full)
    for span in cluster:
        parts = [p for p in pieces if span.covers(p)]
        if len(parts) == 1:
            continue
        told = {(n.flow, n.product) for n in present[span]}
        for key, flows_of in full.items():
            if not flows_of & {f for f, k in told if k == key}:
                continue
            for flow in sorted(flows_of):
                whole = Node(flow, key, unit, span)
                system.identity("cumulative", [(whole, -1), *((Node(flow, key, unit, p), 1) for p in parts)])
        _cell(system, unit, span, {k: f for k, f in full.items() if any(x == k for _, x in told)})


def _cell(system: System, unit: str, span: Span, flows: Mapping[str, set[str]]) -> None:
    """Identities within one period: turnover is exports plus imports, parts do not exceed wholes."""
    for key in sorted(flows):
        told = flows[key]
        if {"T", "X", "M"} <= told:
            t, x, m = (Node(f, key, unit, span) for f in "TXM")
            system.identity("sum", [(t, -1), (x, 1), (m, 1)])
    keys = [k for k in sorted(flows) if k]
    if keys:
        for flow in sorted(set().union(*flows.values())):
            wholes = [Node(flow, k, unit, span) for k in keys if flow in flows[k]]
            if "" in flows and flow in flows[""]:
                wholes.append(Node(flow, "", unit, span))
            _products(system, wholes)


def _products(system: System, nodes: Sequence[Node]) -> None:
    """Parts do not exceed wholes, by HS code; different chapters add up (§R6)."""
    groups: dict[tuple[str, str, Span], list[Node]] = {}
    for n in nodes:
        groups.setdefault((n.flow, n.unit, n.span), []).append(n)
    for members in groups.values():
        whole = next((n for n in members if not n.product), None)
        parts = [n for n in members if n.product]
        codes = {n: n.product.split("|", 1)[0] for n in parts}
        for n in parts:
            for wider in parts:
                if codes[wider] and codes[n] != codes[wider] and codes[n].startswith(codes[wider]):
                    system.identity("part", [(wider, -1), (n, 1)], low=None)
        if whole is None:
            continue
        for n in parts:
            system.identity("part", [(whole, -1), (n, 1)], low=None)
        chapters: dict[str, list[Node]] = {}
        for n in parts:
            if len(codes[n]) == 2:
                chapters.setdefault(codes[n], []).append(n)
        if len(chapters) > 1:
            picks = combinations(*(chapters[c] for c in sorted(chapters)))
            for _, pick in zip(range(_MOST_COMBINATIONS), picks):
                system.identity("part", [(whole, -1), *((n, 1) for n in pick)], low=None)
