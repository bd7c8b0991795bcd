"""Implied values: what nobody states and the figures leave no choice about.

Each comes with the claims it rests on, none to spare: without any of them the interval is
wider.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dragoman.model.findings import Finding
from dragoman.model.intervals import Interval
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts import has_cycle
from dragoman.reconciling.constraints import Row, System
from dragoman.reconciling.propagation import propagate
from dragoman.reconciling.sentences import Naming, claims_words, identity_words
from dragoman.reconciling.series import Node
from dragoman.reconciling.spoken import is_or_are, period_words
from dragoman.reconciling.wording import amount, series_words

__all__ = ["Implied", "implied_finding", "implied_of", "joint_bounds", "rule_of"]

# Above this many rows joint bounds stay with propagation, which is sound but may be wider.
_MOST_ROWS = 600
# A joint bound counts as tighter from this relative gain on.
_GAIN = Fraction(1, 10**9)


@dataclass(frozen=True, slots=True)
class Implied:
    """An interval of a quantity that no claim states, with its chain."""

    node: Node
    interval: Interval
    claims: tuple[Claim, ...]
    identities: frozenset[str]


def joint_bounds(
    rows: Sequence[Row], count: int, wanted: Sequence[int]
) -> dict[int, tuple[Interval, set[int], set[str]]]:
    """Exact bounds of quantities with claims and identities they rest on.

    Propagation first; where quantities hang together in a cycle, linear programs tighten, and
    what they find is proved in fractions.
    """
    b = propagate(rows, count)
    if b.clash is not None:
        return {}
    out = {v: (b.interval(v), *b.reasons(v)) for v in wanted}
    if len(rows) > _MOST_ROWS or (b.settled and not has_cycle(rows)):
        return out
    from dragoman.reconciling.programs import Program

    program = Program(rows)
    for v in wanted:
        if v not in program.position:
            continue
        interval, _, _ = out[v]
        low, high = interval.low, interval.high
        parts = [b.trace((b.low[v],)), b.trace((b.high[v],))]
        for upper in (False, True):
            proved = program.bound(v, upper)
            if proved is None:
                continue
            value, used = proved
            old = high if upper else low
            better = old is None or (old - value if upper else value - old) > _GAIN * abs(value)
            if better:
                claims = {rows[r].claim for r in used if rows[r].claim >= 0}
                parts[upper] = (claims, {rows[r].identity for r in used if rows[r].claim < 0})
                low, high = (low, value) if upper else (value, high)
        out[v] = (Interval(low, high), parts[0][0] | parts[1][0], parts[0][1] | parts[1][1])
    return out


def _no_spare(system: System, v: int, interval: Interval, claims: set[int]) -> set[int]:
    core = set(claims)
    for c in sorted(claims, key=lambda i: system.claims[i].id):
        trial = core - {c}
        rows = system.with_claims(trial)
        found = joint_bounds(rows, len(system.nodes), [v]).get(v)
        if found is not None and _as_tight(found[0], interval):
            core = trial
    return core


def _as_tight(found: Interval, wanted: Interval) -> bool:
    for a, b, sign in ((found.low, wanted.low, 1), (found.high, wanted.high, -1)):
        if b is not None and (a is None or sign * (b - a) > _GAIN * abs(b)):
            return False
    return True


def implied_of(system: System, keep: Sequence[int]) -> list[Implied]:
    """Quantities that no claim states, kept or not, and that have two finite bounds."""
    rows = system.with_claims(keep)
    stated = {c.node for c in system.claims if c.measure == "level"}
    wanted = [i for i, n in enumerate(system.nodes) if n not in stated]
    if not wanted or len(keep) < 2:
        return []
    out = []
    for v, (interval, claims, _) in joint_bounds(rows, len(system.nodes), wanted).items():
        if interval.high is None or not interval.low:
            continue
        core = _no_spare(system, v, interval, claims)
        used = system.with_claims(core)
        final = joint_bounds(used, len(system.nodes), [v])[v]
        ordered = tuple(system.claims[k] for k in sorted(core, key=lambda k: system.claims[k].id))
        out.append(Implied(system.nodes[v], final[0], ordered, frozenset(final[2])))
    return out


def implied_finding(i: Implied, naming: Naming) -> Finding:
    """The finding of an implied value."""
    family = i.claims[0].family
    series = naming.series(family, i.node)
    measures = {c.measure for c in i.claims}
    return Finding(
        rule_of(i.identities, measures),
        "implied",
        series,
        i.node.span.edtf,
        f"{series_words(series)} in {period_words(i.node.span)} {is_or_are(series, 'comes', 'come')} to "
        f"{amount(i.interval, i.node.unit)}: this follows from {claims_words(naming, i.claims)}"
        f"{identity_words(i.identities)}.",
        tuple(c.id for c in i.claims),
        None,
        i.interval,
    )


def rule_of(identities: frozenset[str], measures: set[str]) -> str:
    """The rule that names a proof: the identity it uses, else the link between periods."""
    for name, rule in (("sum", "sum"), ("cumulative", "cumulative")):
        if name in identities:
            return rule
    for measure in ("growth", "multiple", "share"):
        if measure in measures:
            return measure
    if "difference" in measures:
        return "growth"
    return "bound" if "part" in identities else "same"
