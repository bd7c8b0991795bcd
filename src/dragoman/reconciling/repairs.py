"""Repairs: single changes of one statement after which nothing contradicts it (§R19).

Each candidate is tried on the whole family and kept only where the family then has a
solution. Better ones first: a change whose result the other figures pin down says more than
one that moves the figure to where nobody looks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from dragoman.model.findings import Repair, plain_number
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.anchors import Anchors
from dragoman.reconciling.claims import Claim, nature_of
from dragoman.reconciling.conflicts import Conflict, refute
from dragoman.reconciling.constraints import System, build
from dragoman.reconciling.misprints import other_percentage
from dragoman.reconciling.periods import shifted_or_none
from dragoman.reconciling.precision import POINT_MOVED, scale_words
from dragoman.reconciling.propagation import propagate
from dragoman.reconciling.sentences import flow_words, in_units, measured
from dragoman.reconciling.series import GOODS
from dragoman.reconciling.spoken import party_words, period_words
from dragoman.reconciling.wording import amount, percent

__all__ = ["SCALES", "direction_of", "expected_of", "reading_of", "repairs_of", "with_scale"]

SCALES = (
    (Fraction(10**6), "million"),
    (Fraction(10**3), "thousand"),
    (Fraction(10**9), "billion"),
    (Fraction(1, 10**3), say("a thousand times less")),
    (Fraction(1, 10**6), say("a million times less")),
)
_SHIFTS = (-1, 1, -2, 2)
# Preliminary and final figures differ by up to this share (§R13).
VINTAGE_SHARE = Fraction(6, 100)
_BY_TIMES = re.compile(
    r"\b(?:by|increase[ds]?|rose|grew|grow[ns]?|up|jump(?:ed|ing)?|more)\b.*\b(?:times|fold)\b", re.I
)
# Order of kinds when equally well supported (§R19).
_ORDER = {"scale": 0, "direction": 1, "reading": 2, "period": 3, "vintage": 4, "value": 5}
# Powers of ten from the middle level of a family from which on a figure is out of line, and
# below which it is in line (assumed).
_OUT_OF_LINE, _IN_LINE = 1.5, 1.0
# A scale word that moves a figure so many more powers of ten out of line is not offered (assumed).
_ABSURD = 3.0
# A figure is pinned down when what the others leave open is narrower than this share of it.
_PINNED = Fraction(1, 4)
# Narrower than this it is no chance that an amount with one other digit fits (assumed).
_SHARP = Fraction(1, 20)
# Between a vintage and any other value.
_DIGIT = 4.5
# What is told already is seldom told again by another name: behind a slip of one digit.
_TOLD_ALREADY = 4.75
_MOST_DIGITS = 12


class _Candidate(NamedTuple):
    kind: str
    claim: Claim
    before: Any
    after: Any
    what: str
    newer: bool = False


def with_scale(c: Claim, k: Fraction) -> Claim:
    """The claim with its amount a factor larger."""
    return replace(c, low=None if c.low is None else c.low * k, high=None if c.high is None else c.high * k)


def _value(c: Claim) -> Any:
    value = c.tellings[0].value
    return plain_number(value) if value is not None else [plain_number(c.low), plain_number(c.high)]


def _scales(c: Claim) -> Iterator[_Candidate]:
    if c.measure not in ("level", "difference", "balance"):
        return
    value = c.tellings[0].value
    # Ten times more or less is a misplaced point rather than a scale word.
    for k in (*(k for k, _ in SCALES), Fraction(10), Fraction(1, 10)):
        after = None if value is None else Fraction(value) * k
        if c.node.unit == "1" and after is not None and after.denominator != 1:
            continue  # what is counted comes whole
        shown = None if after is None else plain_number(after)
        yield _Candidate("scale", with_scale(c, k), _value(c), shown, scale_words(c.tellings[0], k))


def _periods(c: Claim) -> Iterator[_Candidate]:
    for years in _SHIFTS:
        span = shifted_or_none(c.node.span, years)
        base = None if c.base is None else shifted_or_none(c.base.span, years)
        if span is None or (c.base is not None and base is None):
            continue
        node = c.node._replace(span=span)
        if c.base is None or c.base.span == c.node.span:
            moved = replace(c, node=node, base=None if c.base is None else c.base._replace(span=span))
            yield _Candidate(
                "period", moved, c.node.span.edtf, span.edtf, say("for {period}", period=period_words(span))
            )
            continue
        assert base is not None
        options = (
            (node, c.base._replace(span=base)),
            (c.node, c.base._replace(span=base)),
            (node, c.base),
        )
        for new, old in options:
            if new.span == old.span:
                continue
            before = say("{period} on {base}", period=c.node.span.edtf, base=c.base.span.edtf)
            after = say("{period} on {base}", period=new.span.edtf, base=old.span.edtf)
            words = say(
                "for {period} on {period2}", period=period_words(new.span), period2=period_words(old.span)
            )
            yield _Candidate("period", replace(c, node=new, base=old), before, after, words)


def direction_of(c: Claim) -> tuple[Claim, str, str] | None:
    """The claim with its goods going the other way, and both ways in words; None for turnover."""
    swap = {"X": "M", "M": "X"}
    if c.node.flow not in swap or not c.family.a:
        return None
    flow = swap[c.node.flow]
    base = None if c.base is None else c.base._replace(flow=swap.get(c.base.flow, c.base.flow))
    moved = replace(c, node=c.node._replace(flow=flow), base=base)
    ab, ba = (
        say("{one} to {other}", one=c.family.a, other=c.family.b),
        say("{one} to {other}", one=c.family.b, other=c.family.a),
    )
    before, after = (ab, ba) if c.node.flow == "X" else (ba, ab)
    return moved, before, after


def _directions(c: Claim) -> Iterator[_Candidate]:
    found = direction_of(c)
    if found is None:
        return
    one, other = found[2].split(" to ")
    if c.measure == "balance":
        what = say("as a surplus of {party} with {party2}", party=party_words(one), party2=party_words(other))
    else:
        what = say("as goods from {party} to {party2}", party=party_words(one), party2=party_words(other))
    yield _Candidate("direction", *found, what)


def reading_of(c: Claim) -> Iterator[tuple[Claim, Any, Any, str]]:
    """Other readings of a ratio's words, with what changes: "by k times" (§R8), a fall for a rise."""
    if c.measure == "multiple" and _BY_TIMES.search(c.tellings[0].evidence.text):
        for step, word in ((1, say("times more")), (-1, say("times as much"))):
            if step < 0 and (c.low is None or c.low < 1):
                continue
            low = None if c.low is None else c.low + step
            high = None if c.high is None else c.high + step
            before = [plain_number(c.low), plain_number(c.high)]
            after = [plain_number(low), plain_number(high)]
            yield replace(c, low=low, high=high), before, after, say("read as {word} (§R8)", word=word)
    if c.measure == "growth" and c.low is not None and c.high is not None and c.low > 1 and c.high < 2:
        fall = Interval(2 - c.high, 2 - c.low)
        yield (
            replace(c, low=fall.low, high=fall.high),
            percent(c.interval),
            percent(fall),
            say("read as a fall"),
        )
    if c.measure == "growth" and c.low is not None and c.high is not None and c.high < 1:
        rise = Interval(2 - c.high, 2 - c.low)
        yield (
            replace(c, low=rise.low, high=rise.high),
            percent(c.interval),
            percent(rise),
            say("read as a rise"),
        )


def _readings(c: Claim) -> Iterator[_Candidate]:
    for claim, before, after, what in reading_of(c):
        yield _Candidate("reading", claim, before, after, what)


def _other_flows(c: Claim) -> Iterator[_Candidate]:
    """Turnover told as one way of it, or one way told as turnover."""
    if c.family.group != GOODS or not c.family.a or c.measure in ("share", "balance"):
        return
    told = flow_words(c.family, c.node.flow)
    for flow in "T" if c.node.flow != "T" else "XM":
        base = None if c.base is None else c.base._replace(flow=flow)
        name = flow_words(c.family, flow)
        yield _Candidate(
            "reading",
            replace(c, node=c.node._replace(flow=flow), base=base),
            told,
            name,
            say("as {name}", name=name),
        )


def _fits(system: System) -> bool:
    return refute(system, range(len(system.claims))) is None


def expected_of(claim: Claim, others: Sequence[Claim]) -> Interval:
    """What other claims leave open for the quantity or ratio that a claim is about."""
    system = build(list(others))
    nodes = [claim.node] if claim.base is None else [claim.node, claim.base]
    if any(n not in system.index for n in nodes):
        # Build the identities around the quantity with a claim that says nothing.
        system = build([*others, replace(claim, low=None, high=None)])
        if any(n not in system.index for n in nodes):
            return Interval(Fraction(0), None)
    bounds = propagate(system.rows, len(system.nodes))
    here = bounds.interval(system.index[nodes[0]])
    if claim.base is None:
        return here
    there = bounds.interval(system.index[nodes[1]])
    return here - there if claim.measure in ("difference", "balance") else here.over(there)


def _pinned(i: Interval) -> bool:
    return i.low is not None and i.high is not None and i.high > 0 and i.high - i.low <= _PINNED * i.high


def _sharp(i: Interval) -> bool:
    return i.low is not None and i.high is not None and i.high - i.low <= _SHARP * i.high


def _sentence(c: _Candidate, expected: Interval, supported: bool, in_line: bool) -> str:
    if supported:
        return say(
            "{what} it fits: the other figures leave {measured}",
            what=c.what,
            measured=measured(c.claim, expected),
        )
    if in_line:
        return say("{what} it is of the size of the others, and nothing contradicts it", what=c.what)
    return say("{what} nothing contradicts it, and nothing confirms it", what=c.what)


def _editions(c: Claim, anchors: Anchors | None) -> Iterator[_Candidate]:
    """The figure as another edition of an official source has it, where one edition has what is told."""
    if anchors is None or c.measure != "level" or c.low is None or c.high is None:
        return
    editions = anchors.editions(c.family, c.node)
    half = (c.high - c.low) / 2
    unit = c.node.unit
    for told in editions:
        if told.value not in c.interval:
            continue
        for other in editions:
            if other.name != told.name or other.value in c.interval:
                continue
            claim = replace(c, low=max(other.value - half, Fraction(0)), high=other.value + half)
            what = say(
                "as the edition of {as_of} of {name}, {amount}, in place of that of {as_of2}, {amount2},",
                as_of=other.as_of or say("no date"),
                name=other.name,
                amount=amount(other.value, unit),
                as_of2=told.as_of or say("no date"),
                amount2=amount(told.value, unit),
            )
            newer = other.as_of > told.as_of
            yield _Candidate("vintage", claim, _value(c), plain_number(other.value), what, newer)


def repairs_of(
    system: System, conflict: Conflict, keep: Sequence[int], anchors: Anchors | None = None
) -> tuple[Repair, ...]:
    """Every single change of one claim of the conflict that restores consistency, best first.

    Parameters
    ----------
    keep : sequence of int
        Claims outside other conflicts; those of this conflict are put back in.
    anchors : Anchors, optional
        Official figures: a preliminary one beside final ones is repaired by the source's own editions.
    """
    ground = sorted({*keep, *conflict.claims})
    # With other faults across this one nothing restores all: then these statements alone count.
    for field in (ground, list(conflict.claims)):
        found = [r for k in conflict.claims for r in _of_claim(system, k, field, anchors)]
        if found:
            found.extend(_two_counts([system.claims[k] for k in conflict.claims]))
            return tuple(r for _, r in sorted(found, key=lambda x: x[0]))
    return ()


def _two_counts(claims: Sequence[Claim]) -> list[tuple[tuple[Any, ...], Repair]]:
    """Two counts of companies or students may count different ones (§R17)."""
    if len(claims) != 2 or nature_of(claims[0]) != "stock" or any(c.measure != "level" for c in claims):
        return []
    c = claims[-1]
    mode = c.tellings[0].mode
    why = say("if the one counts those registered and the other those operating, both are true")
    repair = Repair(
        c.id, "reading", mode, say("{mode}: registered or operating", mode=say(mode.replace("_", " "))), why
    )
    return [((0, False, -1, 0.0, Fraction(0), c.id, ""), repair)]


def _of_claim(
    system: System, k: int, field: Sequence[int], anchors: Anchors | None = None
) -> list[tuple[tuple[Any, ...], Repair]]:
    """The changes of one claim after which the field is consistent, with their rank."""
    claim = system.claims[k]
    rest = [i for i in field if i != k]
    others = [system.claims[i] for i in rest]
    ranked: list[tuple[tuple[Any, ...], Repair]] = []
    consistent = refute(system, rest) is None
    candidates = (
        *_editions(claim, anchors), *_scales(claim), *_directions(claim), *_readings(claim), *_other_flows(claim),
        *_periods(claim),
    )  # fmt: skip
    for c in candidates:
        if not consistent and c.kind not in ("scale", "direction"):
            continue
        around = others
        loose = not consistent or not _fits(build([*others, c.claim]))
        if loose:
            # A scale word goes missing beside preliminary and final figures too (§R13).
            if c.kind not in ("scale", "direction"):
                continue
            around = [_loosened(o) for o in others]
            if not _fits(build([*around, c.claim])):
                continue
        expected = expected_of(c.claim, around)
        supported = _pinned(expected)
        other_flow = c.kind == "reading" and c.claim.node.flow != claim.node.flow
        if not supported and (loose or other_flow):
            continue
        far = in_line = 0.0
        if c.kind == "scale":
            before, far = _outlying(claim, system), _outlying(c.claim, system)
            in_line = before >= _OUT_OF_LINE and far < _IN_LINE
            if not supported and far > before + _ABSURD:
                continue  # from one improbable size to another
        # A source's own other edition says more than any guess, and the newer one more than the older.
        order: float = -1 - c.newer if c.kind == "vintage" else _ORDER[c.kind]
        if other_flow and any(o.measure == "level" and o.node == c.claim.node for o in others):
            order = _TOLD_ALREADY
        rank = (
            0 if supported or in_line else 2, loose, order, far, _nearness(c, expected), claim.id, str(c.after)
        )  # fmt: skip
        why = _sentence(c, expected, supported, bool(in_line))
        if loose:
            why += say(
                ", allowing revisions of {percent} in them (§R13)", percent=f"{float(VINTAGE_SHARE):.0%}"
            )
        # With a point one place off every tenth pair of vague amounts fits by chance.
        chance = c.what == POINT_MOVED and (loose or not _sharp(c.claim.interval))
        confirmed = rank[0] == 0 and not chance
        ranked.append((rank, Repair(claim.id, c.kind, c.before, c.after, why, confirmed)))
    if consistent:
        ranked.extend(_values(claim, others))
    return ranked


def _loosened(c: Claim) -> Claim:
    """A level as far off as preliminary figures are from final ones."""
    if c.measure != "level":
        return c
    i = c.interval.widened(VINTAGE_SHARE)
    return replace(c, low=i.low, high=i.high)


def _outlying(changed: Claim, system: System) -> float:
    """Powers of ten between a level and the middle one of its family; for ranking only.

    Of two figures a thousand times apart the one out of line with the rest is the likelier slip.
    """
    own = _middle(changed.interval)
    levels = sorted(
        m
        for c in system.claims
        if c.measure == "level" and c.id != changed.id and c.node.unit == changed.node.unit
        and (m := _middle(c.interval))
    )  # fmt: skip
    if not own or not levels:
        return 0.0
    return abs(math.log10(own / levels[len(levels) // 2]))


def _nearness(c: _Candidate, expected: Interval) -> Fraction:
    """How far the changed figure lies from the upper end of what is left open; for ties."""
    if expected.high is None or not c.claim.high:
        return Fraction(10**6)
    return (
        max(expected.high / c.claim.high, c.claim.high / expected.high) if expected.high else Fraction(10**6)
    )


def _values(claim: Claim, others: Sequence[Claim]) -> list[tuple[tuple[Any, ...], Repair]]:
    expected = expected_of(claim, others)
    before = _value(claim)
    out: list[tuple[tuple[Any, ...], Repair]] = []
    middle = _middle(claim.interval)
    goal = _middle(expected)
    if middle and goal and _pinned(expected) and claim.measure == "level":
        if abs(middle - goal) <= VINTAGE_SHARE * goal:
            why = say(
                "{measured} is within {percent} of what the others leave: a preliminary figure beside a final one (§R13)",
                measured=measured(claim, claim.interval),
                percent=f"{float(VINTAGE_SHARE):.0%}",
            )
            after = [plain_number(expected.low), plain_number(expected.high)]
            out.append(
                (
                    (1, False, _ORDER["vintage"], 0.0, Fraction(0), claim.id, ""),
                    Repair(claim.id, "vintage", before, after, why),
                )
            )
    if (digit := _other_digit(claim, expected)) is not None:
        fitting = plain_number(digit)
        swapped = middle and sorted(_digits(digit)) == sorted(_digits(middle))
        why = say(
            "with {word}, {amount}, it fits: the other figures leave {measured}",
            word=say("two digits swapped") if swapped else say("one other digit"),
            amount=amount(digit, claim.node.unit),
            measured=measured(claim, expected),
        )
        rank = (0, False, _DIGIT, 0.0, abs(1 - digit / (middle or digit)), claim.id, str(fitting))
        out.append((rank, Repair(claim.id, "value", before, fitting, why, confirmed=True)))
    if (found := other_percentage(claim, expected)) is not None:
        meant, slip = found
        why = say(
            "with {word}, {percent}, it fits: the other figures leave {measured}",
            word=slip,
            percent=f"{float(meant):g}%",
            measured=measured(claim, expected),
        )
        rank = (0, False, _DIGIT, 0.0, Fraction(0), claim.id, str(plain_number(meant)))
        out.append((rank, Repair(claim.id, "value", before, plain_number(meant), why, confirmed=True)))
    shown = in_units(claim, expected)
    ends = [plain_number(shown.low), plain_number(shown.high)]
    why = say(
        "in place of {measured} the other figures leave {measured2}",
        measured=measured(claim, claim.interval),
        measured2=measured(claim, expected),
    )
    out.append(
        (
            (1, False, _ORDER["value"], 0.0, Fraction(0), claim.id, ""),
            Repair(claim.id, "value", before, ends, why),
        )
    )
    return out


def _other_digit(c: Claim, expected: Interval) -> Fraction | None:
    """The nearest amount with one other digit, or two neighbours swapped, that the others leave; None for none.

    Where much is left open some such amount fits by chance, and it says nothing.
    """
    value = c.tellings[0].value
    if c.measure != "level" or value is None or value <= 0 or None in (c.low, c.high):
        return None
    if not _sharp(expected):
        return None
    assert c.low is not None and c.high is not None
    unit = c.high - c.low
    printed = Fraction(value) / unit if unit else Fraction(0)
    if not unit or printed.denominator != 1 or printed >= 10**_MOST_DIGITS:
        return None
    digits = str(printed)
    # The misprint may stand anywhere in the figure; its rounding is that of the printed one.
    fitting = [
        v * unit
        for v in {int("".join(d)) for d in _misprints(digits)}
        if Interval(v * unit - unit / 2, v * unit + unit / 2).meets(expected)
    ]
    return min(fitting, key=lambda v: (abs(v - Fraction(value)), v), default=None)


def _digits(x: Fraction) -> str:
    """The digits of a number without its point and the zeros at its ends."""
    return str(Fraction(x * 10**6).numerator).strip("0")


def _misprints(digits: str) -> Iterator[str]:
    for k, d in enumerate(digits):
        yield from (digits[:k] + x + digits[k + 1 :] for x in "0123456789" if x != d and (k or x != "0"))
        if digits[k : k + 1] != digits[k + 1 : k + 2] != "":
            yield digits[:k] + digits[k + 1] + d + digits[k + 2 :]


def _middle(i: Interval) -> Fraction | None:
    if i.low is None or i.high is None:
        return i.low if i.high is None else i.high
    return (i.low + i.high) / 2
