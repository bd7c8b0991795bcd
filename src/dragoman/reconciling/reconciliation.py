"""The whole of reconciling: every check, findings worst first."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.findings import Finding, Observation
from dragoman.model.messages import capital, say
from dragoman.model.statements import Statement
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.bare_amounts import bare_amount_findings
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.closure import Closed, Closure, family_findings
from dragoman.reconciling.copies import twins_of
from dragoman.reconciling.doubts import doubted
from dragoman.reconciling.durations import duration_findings
from dragoman.reconciling.events import event_findings
from dragoman.reconciling.mirrors import mirror_findings
from dragoman.reconciling.official import official_findings, unchecked_findings
from dragoman.reconciling.sentences import Naming
from dragoman.reconciling.series import Family
from dragoman.reconciling.signatories import signatory_findings
from dragoman.reconciling.singles import single_findings
from dragoman.reconciling.superlatives import superlative_findings
from dragoman.reconciling.wording import listing

__all__ = ["Look", "Spread", "reconcile"]


_ORDER = {"conflict": 0, "unchecked": 3, "implied": 2, "holds": 1}


def reconcile(
    statements: Iterable[Statement],
    observations: Iterable[Observation] = (),
    closure: Closure | None = None,
    texts: Mapping[str, str] | None = None,
    spread: Spread = map,
) -> list[Finding]:
    """Findings about statements and official figures, worst first.

    Parameters
    ----------
    statements : iterable of Statement
        Of any kind; only those of status ``actual`` count as facts (§R11).
    observations : iterable of Observation
        Official figures.
    closure : Closure, optional
        One that already has the statements' figures; by default all are closed here.
    texts : mapping, optional
        Texts by document name, searched for trends that no statement carries.
    spread : callable, optional
        What calls a function on each family and gives the results in order; `map` does it here, another may do it
        in other processes, for no family needs to know of another.

    Returns
    -------
    list of Finding
        Conflicts first, then questions of reading, what holds, what follows, and what could not be checked.
    """
    # Millions of small tuples and hardly a cycle: the collector would only count them.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _reconciled(statements, observations, closure, texts, spread)
    finally:
        if collecting:
            gc.enable()


def _reconciled(
    statements: Iterable[Statement],
    observations: Iterable[Observation],
    closure: Closure | None,
    texts: Mapping[str, str] | None,
    spread: Spread,
) -> list[Finding]:
    told: dict[str, Statement] = {}
    for s in statements:
        told.setdefault(s.id, s)
    if closure is None:
        closure = Closure()
        closure.add(told.values())
    anchors = Anchors(observations)
    found: list[Finding] = []
    kept: list[Claim] = []
    families = closure.close()
    twins = twins_of(c.tellings for closed in families for c in closed.system.claims if len(c.tellings) > 1)
    for closed, more in zip(families, spread(Look(anchors, twins), families)):
        found.extend(more)
        kept.extend(closed.system.claims)
    naming = Naming(kept)
    found.extend(superlative_findings(told.values(), kept, anchors, naming, texts or {}))
    found.extend(single_findings(told.values()))
    found.extend(duration_findings(told.values()))
    found.extend(event_findings(told.values()))
    found.extend(signatory_findings(told.values(), texts or {}))
    found.extend(mirror_findings(anchors, naming))
    return _sorted(found)


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of one family by itself; it can be sent to another process."""

    anchors: Anchors
    twins: frozenset[frozenset[str]]

    def limited(self, families: Iterable[Family]) -> Look:
        """The same for some families only, without the official figures of the others."""
        return Look(self.anchors.only(families), self.twins)

    def __call__(self, closed: Closed) -> list[Finding]:
        """The findings of a family."""
        claims = list(closed.system.claims)
        naming = Naming(claims)
        found, implied = family_findings(closed, self.twins, self.anchors)
        accused = {r.statement for f in found for r in f.repairs if r.kind == "scale"}
        found.extend(bare_amount_findings(claims, naming, accused))
        found.extend(official_findings(claims, implied, self.anchors, naming))
        found.extend(unchecked_findings(claims, self.anchors, naming))
        found.extend(_two_units(claims, naming))
        return doubted(found, claims)


Spread = Callable[[Look, Sequence[Closed]], Iterable[list[Finding]]]


def _two_units(claims: Sequence[Claim], naming: Naming) -> list[Finding]:
    """Say where one series is told in two units: they are kept apart."""
    told: dict[tuple[str, str], dict[str, Claim]] = {}
    for c in claims:
        if c.measure == "level":
            told.setdefault((c.node.flow, c.node.product), {}).setdefault(c.node.unit, c)
    out = []
    for by_unit in told.values():
        if len(by_unit) < 2:
            continue
        ordered = [by_unit[u] for u in sorted(by_unit)]
        c = ordered[0]
        units = listing(sorted(by_unit))
        out.append(
            Finding(
                "same",
                "unchecked",
                naming.series(c.family, c.node),
                c.node.span.edtf,
                say(
                    "The series is told in {units}; the units are kept apart and not converted (§R12).",
                    units=units,
                ),
                tuple(d.id for d in ordered),
            )
        )
    return out


def _sorted(found: Iterable[Finding]) -> list[Finding]:
    """Worst first; one finding an id."""
    unique = {f.id: replace(f, because=capital(f.because)) for f in found}

    def order(f: Finding) -> tuple[object, ...]:
        s = f.series
        # A question with an answer to try (§R21) comes right behind the contradictions.
        first = 0.5 if f.verdict == "unchecked" and f.repairs else _ORDER[f.verdict]
        return (first, s.reporter, s.partner or "", s.indicator, f.period or "", f.rule, f.id)

    return sorted(unique.values(), key=order)
