"""Claims and proofs in sentences that a person can check with pencil and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.series import GOODS, Family, Node, series_of
from dragoman.reconciling.wording import amount, factor, listing, percent, series_words

__all__ = ["IDENTITIES", "Naming", "claim_words", "identity_words", "in_units", "measured", "series_for"]

IDENTITIES = {
    "sum": "turnover is exports plus imports (§R4)",
    "cumulative": "a period contains its parts (§R5)",
    "part": "parts do not exceed the whole (§R6)",
}


class Naming:
    """How the texts name the flows of a family: as exports, or from the buyer's side as imports.

    A flow is named imports where more claims say imports than exports.
    """

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        votes: dict[tuple[Family, str], int] = {}
        for c in claims:
            if c.family.group == GOODS and c.node.flow in "XM":
                key = (c.family, c.node.flow)
                for s in c.tellings:
                    votes[key] = votes.get(key, 0) + (1 if s.mode == "imports" else -1)
        self._imports = {key for key, n in votes.items() if n > 0}

    def series(self, family: Family, node: Node) -> Series:
        """The series of a latent quantity, named as the texts do."""
        return series_of(family, node, as_imports=(family, node.flow) in self._imports)


def series_for(naming: Naming, claim: Claim) -> Series:
    """The series of a claim; a ratio is in per cent or times, not in the unit of its levels."""
    series = naming.series(claim.family, claim.node)
    unit = {"growth": "percent", "share": "percent", "multiple": "1"}.get(claim.measure, series.unit)
    return Series(series.indicator, series.reporter, series.partner, series.product, unit)


def in_units(claim: Claim, i: Interval) -> Interval:
    """An interval of a claim's ratio in the units that a text prints: per cent where it does."""
    if claim.measure == "growth":
        return Interval(*(None if x is None else (x - 1) * 100 for x in (i.low, i.high)))
    if claim.measure == "share":
        return Interval(*(None if x is None else x * 100 for x in (i.low, i.high)))
    return i


def measured(claim: Claim, i: Interval) -> str:
    """An interval of what a claim is about, in the words of its measure."""
    if claim.measure == "growth":
        return percent(i, 2)
    if claim.measure == "multiple":
        return factor(i)
    if claim.measure == "share":
        return percent(Interval(*(None if x is None else x + 1 for x in (i.low, i.high))), 2).replace("+", "")
    return amount(i, claim.node.unit)


def claim_words(naming: Naming, c: Claim) -> str:
    """One claim in words, its interval spelled out."""
    what = series_words(naming.series(c.family, c.node))
    told = measured(c, c.interval)
    if c.measure == "level":
        return f"{what} in {c.node.span.edtf} at {told}"
    assert c.base is not None
    if c.measure == "growth":
        return f"{what} in {c.node.span.edtf} {told} on {c.base.span.edtf}"
    if c.measure == "multiple":
        return f"{what} in {c.node.span.edtf} {told} those of {c.base.span.edtf}"
    if c.measure == "difference":
        return f"{what} in {c.node.span.edtf} {told} above {c.base.span.edtf}"
    whole = series_words(naming.series(c.family, c.base))
    return f"{what} in {c.node.span.edtf} {told} of {whole}"


def identity_words(names: Iterable[str]) -> str:
    """The identities that a proof uses, as a clause; empty where it uses none."""
    known = [IDENTITIES[n] for n in sorted(names) if n in IDENTITIES]
    return f", as {listing(known)}" if known else ""


def claims_words(naming: Naming, claims: Sequence[Claim]) -> str:
    """Several claims as a list."""
    return listing([claim_words(naming, c) for c in claims])
