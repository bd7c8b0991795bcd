"""Claims and proofs in sentences that a person can check with pencil and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.model.findings import Series
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.series import GOODS, Family, Node, series_of
from dragoman.reconciling.spoken import is_or_are, party_words, period_words, since_words
from dragoman.reconciling.wording import amount, factor, listing, percent, series_words, told_at

__all__ = [
    "IDENTITIES",
    "Naming",
    "about_words",
    "claim_words",
    "flow_words",
    "identity_words",
    "in_units",
    "measured",
    "series_for",
    "told_words",
]

IDENTITIES = {
    "sum": say("turnover is exports plus imports (§R4)"),
    "cumulative": say("a period contains its parts (§R5)"),
    "part": say("parts do not exceed the whole (§R6)"),
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
    if claim.measure == "balance":
        return _balance_series(claim)
    unit = {"growth": "percent", "share": "percent", "multiple": "1"}.get(claim.measure, series.unit)
    return Series(series.indicator, series.reporter, series.partner, series.product, unit)


def _balance_series(claim: Claim) -> Series:
    """Exports less imports of the side whose exports the claim's first quantity is."""
    sells = series_of(claim.family, claim.node)
    return Series("balance", sells.reporter, sells.partner, sells.product, sells.unit)


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
        return percent(Interval(*(None if x is None else x + 1 for x in (i.low, i.high))), 2, signed=False)
    return amount(i, claim.node.unit)


def flow_words(family: Family, flow: str) -> str:
    """A flow of a pair by itself: ``turnover``, ``exports of Kazakhstan to Bulgaria``."""
    if flow == "T":
        return say("turnover")
    seller, buyer = (family.a, family.b) if flow == "X" else (family.b, family.a)
    return say("exports of {party} to {party2}", party=party_words(seller), party2=party_words(buyer))


def about_words(naming: Naming, c: Claim) -> str:
    """What a claim is about, without its figure: ``the change of exports ... from 2023 to 2024``."""
    what = series_words(naming.series(c.family, c.node))
    if c.measure == "level":
        return say("{what} in {period}", what=what, period=period_words(c.node.span))
    assert c.base is not None
    if c.measure == "multiple":
        return say(
            "the ratio of {what} in {period} to {period2}",
            what=what,
            period=period_words(c.node.span),
            period2=period_words(c.base.span),
        )
    if c.measure == "share":
        whole = naming.series(c.family, c.base)
        return say(
            "the share of {what} in {series} in {period}",
            what=what,
            series=series_words(whole),
            period=period_words(c.node.span),
        )
    if c.measure == "balance":
        return say(
            "{balance} in {period}",
            balance=series_words(_balance_series(c)),
            period=period_words(c.node.span),
        )
    return say("the change of {what} {since}", what=what, since=since_words(c.base.span, c.node.span))


def claim_words(naming: Naming, c: Claim) -> str:
    """One claim in words, its interval spelled out."""
    return say("{what} {told}", what=about_words(naming, c), told=told_at(measured(c, c.interval)))


def told_words(naming: Naming, c: Claim) -> str:
    """One claim as the beginning of a sentence: ``exports of ... in 2024 are told at ...``."""
    series = naming.series(c.family, c.node)
    verb = is_or_are(series) if c.measure == "level" else say("is")
    told = measured(c, c.interval)
    how = say("to be {told}", told=told) if told.startswith("at ") else say("at {told}", told=told)
    return say("{about} {verb} told {how}", about=about_words(naming, c), verb=verb, how=how)


def identity_words(names: Iterable[str]) -> str:
    """The identities that a proof uses, as a clause; empty where it uses none."""
    known = [IDENTITIES[n] for n in sorted(names) if n in IDENTITIES]
    return say(", as {listed}", listed=listing(known)) if known else ""


def claims_words(naming: Naming, claims: Sequence[Claim]) -> str:
    """Several claims as a list."""
    return listing([claim_words(naming, c) for c in claims])
