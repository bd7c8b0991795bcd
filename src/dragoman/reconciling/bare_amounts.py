"""Amounts of money that lack their scale word: "exports rose to $303.6." (§R18)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from dragoman.model.findings import Finding, Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.conflicts import refute
from dragoman.reconciling.constraints import build
from dragoman.reconciling.repairs import SCALES, with_scale
from dragoman.reconciling.sentences import Naming, claim_words, told_words
from dragoman.reconciling.wording import amount

__all__ = ["bare_amount_findings"]

_CURRENCY = re.compile(r"[A-Z]{3}")
# A scale word went missing only where related amounts are at least this many times larger (assumed).
_LARGER = 1000


def _bare(c: Claim) -> bool:
    """Money with one decimal, or three and more: never so many dollars and cents."""
    value = c.tellings[0].value
    if c.measure != "level" or value is None or not _CURRENCY.fullmatch(c.node.unit) or c.node.unit == "TEU":
        return False
    exponent = int(value.normalize().as_tuple().exponent)
    return exponent == -1 or exponent < -2


def bare_amount_findings(claims: Sequence[Claim], naming: Naming, known: set[str]) -> list[Finding]:
    """A finding for each bare amount beside amounts of the same parties in thousands or more.

    Parameters
    ----------
    known : set of str
        Statements that a conflict already accuses; these are left to it.
    """
    out = []
    for k, c in enumerate(claims):
        if not _bare(c) or c.id in known or not c.high:
            continue
        larger = [
            d
            for d in claims
            if d.measure == "level" and d.node.unit == c.node.unit and d.low and d.low >= _LARGER * c.high
        ]
        if not larger:
            continue
        whole = min(larger, key=lambda d: (d.node.span != c.node.span, d.node.flow != "T", d.id))
        repairs = _repairs(claims, k, whole)
        out.append(
            Finding(
                "bound",
                "conflict",
                naming.series(c.family, c.node),
                c.node.span.edtf,
                say(
                    "{told} beside {claim}: money is not printed with such decimals unless a scale word follows (§R18).",
                    told=told_words(naming, c),
                    claim=claim_words(naming, whole),
                ),
                (c.id, whole.id),
                c.interval,
                Interval(Fraction(0), whole.high),
                (),
                repairs,
            )
        )
    return out


def _repairs(claims: Sequence[Claim], k: int, whole: Claim) -> tuple[Repair, ...]:
    c = claims[k]
    value = c.tellings[0].value
    assert value is not None
    ranked = []
    for factor, word in SCALES:
        if factor < 1:
            continue
        changed = with_scale(c, factor)
        system = build([changed if d is c else d for d in claims])
        if refute(system, range(len(system.claims))) is not None:
            continue
        why = say(
            "with the scale word {word} it fits beside {amount}",
            word=repr(word),
            amount=amount(whole.interval, c.node.unit),
        )
        assert changed.high is not None and whole.high is not None
        near = max(changed.high / whole.high, whole.high / changed.high)
        ranked.append(
            (near, Repair(c.id, "scale", plain_number(value), plain_number(Fraction(value) * factor), why))
        )
    return tuple(r for _, r in sorted(ranked, key=lambda x: x[0]))
