"""The record as one system: families of figures, closed one by one and only where touched.

No identity reaches from one family to another, so a document that comes in or goes out
re-closes its own families and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from dragoman.model.findings import Finding, Repair
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.checks import checks_of
from dragoman.reconciling.claims import Claim, Figure, claims_of, figures_of
from dragoman.reconciling.conflicts import Conflict, conflicts_of, refute
from dragoman.reconciling.constraints import System, build
from dragoman.reconciling.implied import Implied, implied_finding, implied_of, rule_of
from dragoman.reconciling.propagation import Bounds, LazyBounds, propagate
from dragoman.reconciling.repairs import expected_of, repairs_of
from dragoman.reconciling.sentences import (
    Naming,
    about_words,
    claims_words,
    identity_words,
    in_units,
    measured,
    series_for,
)
from dragoman.reconciling.series import Family

__all__ = ["Closed", "Closure", "family_findings"]


@dataclass(frozen=True, slots=True)
class Closed:
    """One family, closed: its conflicts, and bounds from the claims that remain consistent."""

    family: Family
    system: System
    conflicts: tuple[Conflict, ...]
    keep: tuple[int, ...]
    bounds: Bounds | LazyBounds

    @property
    def kept(self) -> list[Claim]:
        """The claims that contradict nothing."""
        return [self.system.claims[k] for k in self.keep]


@dataclass(slots=True)
class Closure:
    """All families of a record, in memory.

    Examples
    --------
    >>> closure = Closure()
    >>> closure.add([])
    set()
    >>> closure.close()
    []
    """

    _figures: dict[Family, dict[str, Figure]] = field(default_factory=dict)
    _closed: dict[Family, Closed] = field(default_factory=dict)
    _documents: dict[str, set[tuple[Family, str]]] = field(default_factory=dict)

    def add(self, statements: Iterable[Statement]) -> set[Family]:
        """Take statements in; the families that they touch."""
        touched = set()
        for f in figures_of(statements):
            s = f.statement
            self._figures.setdefault(f.family, {})[s.id] = f
            self._documents.setdefault(s.evidence.document, set()).add((f.family, s.id))
            self._closed.pop(f.family, None)
            touched.add(f.family)
        return touched

    def withdraw(self, document: str) -> set[Family]:
        """Take all statements of a document out; the families that they touched."""
        touched = set()
        for family, statement in self._documents.pop(document, set()):
            figures = self._figures.get(family, {})
            figures.pop(statement, None)
            if not figures:
                self._figures.pop(family, None)
            self._closed.pop(family, None)
            touched.add(family)
        return touched

    @property
    def families(self) -> list[Family]:
        """All families, sorted."""
        return sorted(self._figures)

    def figures(self, family: Family) -> Sequence[Figure]:
        """The figures of a family."""
        return list(self._figures.get(family, {}).values())

    def close(self, families: Iterable[Family] | None = None) -> list[Closed]:
        """Close families, all by default; those closed before and not touched since cost nothing."""
        wanted = self.families if families is None else sorted(families)
        stale = [f for f in wanted if f not in self._closed and f in self._figures]
        if len(stale) > _MANY:
            from dragoman.reconciling.sweeps import close_many

            self._closed.update(close_many({f: self.figures(f) for f in stale}))
        else:
            for f in stale:
                self._closed[f] = close_family(f, self.figures(f))
        return [self._closed[f] for f in wanted if f in self._closed]


# From this many families on they are swept together in arrays before any is looked at alone.
_MANY = 64


def close_family(family: Family, figures: Iterable[Figure]) -> Closed:
    """Close one family exactly."""
    system = build(claims_of(figures))
    conflicts, keep = conflicts_of(system)
    return settle(family, system, conflicts, keep)


def settle(family: Family, system: System, conflicts: Sequence[Conflict], keep: Sequence[int]) -> Closed:
    """The closed family with as many claims kept as stay consistent.

    A conflict with one culprit loses that claim only; else what can be put back is, narrow
    claims first, so that the outcome does not depend on the order of statements.
    """
    kept = sorted(keep)
    if conflicts:
        removed = [k for k in range(len(system.claims)) if k not in set(kept)]
        blamed = {c.culprits[0] for c in conflicts if len(c.culprits) == 1}
        for k in sorted(removed, key=lambda k: (k in blamed, system.claims[k].id)):
            # What is kept hangs together; only where the claim bears on it can it do harm.
            beside = [j for j in kept if system.part(j) == system.part(k)]
            if k not in blamed and refute(system, sorted([*beside, k])) is None:
                kept = sorted([*kept, k])
    bounds = propagate(system.with_claims(kept), len(system.nodes))
    return Closed(family, system, tuple(conflicts), tuple(kept), bounds)


def _uncontested(closed: Closed, repairs: Sequence[tuple[Repair, ...]]) -> list[int]:
    """Claims to build upon: those of no conflict, and of a conflict all but the one to blame.

    One is to blame where it alone could be, or where all changes that the other figures
    confirm are changes of it. Where nobody knows, nothing is built on any of them.
    """
    by_id = {c.id: k for k, c in enumerate(closed.system.claims)}
    keep = _common_ground(closed)
    for conflict, offered in zip(closed.conflicts, repairs):
        blamed = set(conflict.culprits) if len(conflict.culprits) == 1 else set()
        if not blamed:
            confirmed = takewhile(lambda r: r.confirmed and r.kind != "vintage", offered)
            blamed = {by_id[r.statement] for r in confirmed}
        if len(blamed) == 1:
            keep.extend(k for k in conflict.claims if k not in blamed)
    keep = sorted(set(keep))
    return keep if refute(closed.system, keep) is None else _common_ground(closed)


def family_findings(
    closed: Closed, twins: frozenset[frozenset[str]] = frozenset(), anchors: Anchors | None = None
) -> tuple[list[Finding], list[Implied]]:
    """Conflicts with repairs, what holds, and what follows, of one family."""
    system = closed.system
    naming = Naming(system.claims)
    base = _common_ground(closed)
    repairs = [repairs_of(system, c, base, anchors) for c in closed.conflicts]
    out = [_conflict(system, c, r, naming) for c, r in zip(closed.conflicts, repairs)]
    keep = _uncontested(closed, repairs) if closed.conflicts else list(closed.keep)
    out.extend(checks_of([system.claims[k] for k in keep], naming, twins))
    implied = implied_of(system, keep)
    out.extend(implied_finding(i, naming) for i in implied)
    return out, implied


def _common_ground(closed: Closed) -> list[int]:
    """Claims of no conflict."""
    inside = {k for c in closed.conflicts for k in c.claims}
    return [k for k in range(len(closed.system.claims)) if k not in inside]


def _conflict(system: System, conflict: Conflict, repairs: tuple[Repair, ...], naming: Naming) -> Finding:
    claims = [system.claims[k] for k in conflict.claims]
    by_id = {c.id: c for c in claims}
    focus = by_id[repairs[0].statement] if repairs else _focus(claims)
    others = [c for c in claims if c is not focus]
    expected = expected_of(focus, others)
    shown = in_units(focus, expected)
    left, told = measured(focus, expected), measured(focus, focus.interval)
    rest = say("the other leaves") if len(others) == 1 else say("the others leave")
    sentence = say(
        "{claims} exclude each other{identity}: for {about} {rest} {left}, and {told} is told.",
        claims=claims_words(naming, claims),
        identity=identity_words(conflict.identities),
        about=about_words(naming, focus),
        rest=rest,
        left=left,
        told=told,
    )
    return Finding(
        rule_of(conflict.identities, {c.measure for c in claims}),
        "conflict",
        series_for(naming, focus),
        focus.node.span.edtf,
        sentence,
        tuple(c.id for c in claims),
        in_units(focus, focus.interval),
        shown,
        (),
        repairs,
    )


def _focus(claims: Sequence[Claim]) -> Claim:
    return min(claims, key=lambda c: (c.measure != "level", c.node.flow != "T", c.id))
