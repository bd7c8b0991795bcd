"""Implied values: what nobody states and the figures leave no choice about.

Each comes with the claims it rests on, none to spare: without any of them the interval is
wider.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.findings import Finding
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.constraints import System
from dragoman.reconciling.joint import MOST_ROWS, Hints, hinted, joint_bounds
from dragoman.reconciling.sentences import Naming, claims_words, identity_words
from dragoman.reconciling.series import Node
from dragoman.reconciling.spoken import is_or_are, period_words
from dragoman.reconciling.wording import amount, series_words

__all__ = ["Implied", "implied_finding", "implied_of", "rule_of"]

_LIMITED = say(
    "; more than {most_rows} constraints hang together here, so the interval may be wider than need be",
    most_rows=MOST_ROWS,
)
# Bounds that differ by less than this share are the same (far above the rounding of doubles).
_SAME = 1e-7


@dataclass(frozen=True, slots=True)
class Implied:
    """An interval of a quantity that no claim states, with its chain.

    ``limited`` where so many rows hang together that propagation alone was asked (§R19).
    """

    node: Node
    interval: Interval
    claims: tuple[Claim, ...]
    identities: frozenset[str]
    limited: bool = False


def _no_spare(system: System, v: int, ends: tuple[float, float], claims: set[int]) -> set[int]:
    """The claims without which the interval is wider."""
    core = set(claims)

    def wide(found: Hints) -> bool:
        return not _as_tight(found.ends(v), ends)

    for c in sorted(claims, key=lambda i: system.claims[i].id):
        trial = core - {c}
        if _as_tight(hinted(system.with_claims(trial), (v,), wide).ends(v), ends):
            core = trial
    return core


def _as_tight(found: tuple[float, float], wanted: tuple[float, float]) -> bool:
    low, high = wanted
    return found[0] >= low * (1 - _SAME) and found[1] <= high * (1 + _SAME)


def implied_of(system: System, keep: Sequence[int]) -> list[Implied]:
    """Quantities that no claim states, kept or not, and that have two finite bounds.

    Floats say which, and from which claims; the interval is derived in fractions from these alone.
    """
    stated = {c.node for c in system.claims if c.measure == "level"}
    wanted = [i for i, n in enumerate(system.nodes) if n not in stated]
    if not wanted or len(keep) < 2:
        return []
    hints = hinted(system.with_claims(keep), wanted)
    out = []
    for v in wanted:
        low, high = hints.ends(v)
        if not math.isfinite(high) or low <= 0:
            continue
        core = _no_spare(system, v, (low, high), hints.reasons(v))
        found = joint_bounds(system.with_claims(core), len(system.nodes), [v]).get(v)
        if found is None or found[0].high is None or not found[0].low:
            continue
        ordered = tuple(system.claims[k] for k in sorted(core, key=lambda k: system.claims[k].id))
        out.append(Implied(system.nodes[v], found[0], ordered, frozenset(found[2]), v in hints.limited))
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
        say(
            "{series} in {period} {verb} to {amount}: this follows from {claims}{identity}{word}.",
            series=series_words(series),
            period=period_words(i.node.span),
            verb=is_or_are(series, "comes", "come"),
            amount=amount(i.interval, i.node.unit),
            claims=claims_words(naming, i.claims),
            identity=identity_words(i.identities),
            word=_LIMITED if i.limited else "",
        ),
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
    if "balance" in measures:
        return "sum"
    return "bound" if "part" in identities else "same"
