"""Conflicts: smallest sets of claims that exclude each other, each proved in fractions.

Propagation refutes most systems and its derivation is the proof; where quantities hang
together in a cycle, a linear program names the rows and the proof is made from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dragoman.reconciling.claims import Claim
from dragoman.reconciling.constraints import Row, System
from dragoman.reconciling.programs import refuting_rows
from dragoman.reconciling.propagation import propagate

__all__ = ["Conflict", "conflicts_of", "has_cycle", "refute", "smallest"]


# From this many rows on only those near the claims in question are gone through (measured: below, choosing
# them costs more than it spares).
_LARGE = 200


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that exclude each other, none to spare.

    ``identities`` are the names of identities in the proof; ``culprits`` those claims each of
    which, taken away, leaves the rest of the family consistent.
    """

    claims: tuple[int, ...]
    identities: frozenset[str]
    culprits: tuple[int, ...]


def has_cycle(rows: Sequence[Row]) -> bool:
    """Whether quantities hang together in more than one way.

    The two sides of one ratio count as one constraint. Without a cycle the fixed point of
    propagation is consistent, and the linear program can be spared.
    """
    parent: dict[object, object] = {}

    def find(x: object) -> object:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    pairs: set[tuple[int, ...]] = set()
    for r, row in enumerate(rows):
        if len(row.terms) < 2:
            continue
        variables = tuple(sorted(v for v, _ in row.terms))
        if row.claim >= 0:
            key = (row.claim, *variables)
            if key in pairs:
                continue
            pairs.add(key)
        me = find(("row", r))
        for v in variables:
            there = find(v)
            if there == me:
                return True
            parent[there] = me
    return False


def refute(system: System, keep: Sequence[int]) -> tuple[set[int], set[str]] | None:
    """Claims among those kept, and identities, that exclude each other; None where consistent."""
    if len(system.rows) > _LARGE:
        rows = _numbered(system.near(keep))
        count = 1 + max((v for row in rows for v, _ in row.terms), default=-1)
    else:
        rows, count = system.with_claims(keep), len(system.nodes)
    bounds = propagate(rows, count)
    if bounds.clash is not None:
        return bounds.trace(bounds.clash)
    if bounds.settled and not has_cycle(rows):
        return None
    found = refuting_rows(rows)
    if found is None:
        return None
    claims = {rows[r].claim for r in found if rows[r].claim >= 0}
    return claims, {rows[r].identity for r in found if rows[r].claim < 0}


def _numbered(rows: Sequence[Row]) -> list[Row]:
    """The rows with their quantities counted from nought in their old order: few rows need no long lists."""
    names = {v: n for n, v in enumerate(sorted({v for row in rows for v, _ in row.terms}))}
    return [row._replace(terms=tuple((names[v], a) for v, a in row.terms)) for row in rows]


def _looseness(claim: Claim) -> tuple[int, Fraction, str]:
    """Claims to try leaving out first: ratios before levels, wide before narrow."""
    width = Fraction(10**9)
    if claim.low is not None and claim.high:
        width = (claim.high - claim.low) / claim.high
    return (0 if claim.measure != "level" else 1, -width, claim.id)


def smallest(system: System, claims: set[int]) -> tuple[tuple[int, ...], set[str]]:
    """The set made irreducible: taking any claim away leaves a consistent set."""
    core, names = set(claims), set[str]()
    for c in sorted(claims, key=lambda i: _looseness(system.claims[i])):
        if c not in core:
            continue
        found = refute(system, sorted(core - {c}))
        if found is not None:
            core, names = found
    if not names:
        found = refute(system, sorted(core))
        names = found[1] if found else names
    return tuple(sorted(core, key=lambda i: system.claims[i].id)), names


def _culprits(
    system: System, keep: Sequence[int], core: Sequence[int], known: dict[tuple[int, ...], bool]
) -> Iterator[int]:
    """Those of a conflict's claims each of which, taken away, leaves all others kept consistent.

    ``known`` remembers which claims of a part are consistent: parts of other conflicts are asked about once.
    """
    parts: dict[int, list[int]] = {}
    for k in keep:
        parts.setdefault(system.part(k), []).append(k)
    inside = parts.pop(system.part(core[0]))
    for members in map(tuple, parts.values()):
        if members not in known:
            known[members] = refute(system, members) is None
        if not known[members]:
            return
    yield from (c for c in core if refute(system, [k for k in inside if k != c]) is None)


def conflicts_of(system: System) -> tuple[list[Conflict], list[int]]:
    """All conflicts of a family found one after the other, and the claims that remain consistent.

    Where single claims could each be to blame, the others stay and the conflict names all of
    them; where two faults lie across each other, the claims of the first conflict are set
    aside whole to find the next.
    """
    keep = list(range(len(system.claims)))
    out: list[Conflict] = []
    known: dict[tuple[int, ...], bool] = {}
    while True:
        found = refute(system, keep)
        if found is None:
            return out, keep
        core, names = smallest(system, found[0])
        if not core:
            return out, keep
        culprits = tuple(_culprits(system, keep, core, known))
        out.append(Conflict(core, frozenset(names), culprits))
        gone = set(core)
        keep = [k for k in keep if k not in gone]
