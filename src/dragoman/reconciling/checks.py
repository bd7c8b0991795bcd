"""What holds: every identity whose terms are all stated, and figures told more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from dragoman.model.findings import Finding
from dragoman.model.intervals import Interval
from dragoman.model.messages import say
from dragoman.reconciling.claims import Claim, nature_of
from dragoman.reconciling.copies import copied_words
from dragoman.reconciling.sentences import (
    Naming,
    about_words,
    claim_words,
    in_units,
    series_for,
    told_words,
)
from dragoman.reconciling.series import Node
from dragoman.reconciling.spoken import period_words
from dragoman.reconciling.wording import amount, factor, listing, percent, series_words

__all__ = ["checks_of"]


def checks_of(
    claims: Sequence[Claim], naming: Naming, twins: frozenset[frozenset[str]] = frozenset()
) -> list[Finding]:
    """Findings of verdict ``holds`` among claims that do not contradict each other.

    Parameters
    ----------
    twins : set of pairs
        Documents that print several figures alike, see `dragoman.reconciling.copies.twins_of`.
    """
    levels: dict[Node, list[Claim]] = {}
    for c in claims:
        if c.measure == "level":
            levels.setdefault(c.node, []).append(c)
    best = {node: min(told, key=_width) for node, told in levels.items()}
    out = [*_told_again(claims, levels, naming, twins), *_sums(best, naming)]
    out.extend(_ratios(claims, best, naming))
    out.extend(_parts(best, naming))
    out.extend(_spans(best, naming))
    return out


# Measures that are one amount less another, with the rule that their findings name.
_LESS = {"difference": "growth", "balance": "sum"}


def _width(c: Claim) -> tuple[Fraction, str]:
    if c.low is None or c.high is None:
        return Fraction(10) ** 30, c.id
    return c.high - c.low, c.id


def _told_again(
    claims: Sequence[Claim], levels: dict[Node, list[Claim]], naming: Naming, twins: frozenset[frozenset[str]]
) -> Iterator[Finding]:
    for c in claims:
        if len(c.tellings) > 1:
            documents = sorted({s.evidence.document for s in c.tellings})
            yield Finding(
                "same",
                "holds",
                series_for(naming, c),
                c.node.span.edtf,
                say(
                    "{told} in {listed}: {copied}.",
                    told=told_words(naming, c),
                    listed=listing(documents),
                    copied=copied_words(c.tellings, twins),
                ),
                tuple(s.id for s in c.tellings),
                in_units(c, c.interval),
                in_units(c, c.interval),
            )
    for told in levels.values():
        ordered = sorted(told, key=_width)
        for other in ordered[1:]:
            c = ordered[0]
            yield Finding(
                "same",
                "holds",
                series_for(naming, c),
                c.node.span.edtf,
                say(
                    "{told}, inside the {amount} told elsewhere: one value at two precisions (§R1).",
                    told=told_words(naming, c),
                    amount=amount(other.interval, c.node.unit),
                ),
                (c.id, other.id),
                other.interval,
                c.interval,
            )


def _sums(best: dict[Node, Claim], naming: Naming) -> Iterator[Finding]:
    for node, t in best.items():
        if node.flow != "T":
            continue
        x, m = best.get(node._replace(flow="X")), best.get(node._replace(flow="M"))
        if x is None or m is None:
            continue
        total = x.interval + m.interval
        unit = node.unit
        yield Finding(
            "sum",
            "holds",
            naming.series(t.family, node),
            node.span.edtf,
            say(
                "{series} and {series2} in {period} of {amount} and {amount2} add up to {amount3}, and turnover is told at {amount4} (§R4).",
                series=series_words(naming.series(x.family, x.node)),
                series2=series_words(naming.series(m.family, m.node)),
                period=period_words(node.span),
                amount=amount(x.interval, unit),
                amount2=amount(m.interval, unit),
                amount3=amount(total, unit),
                amount4=amount(t.interval, unit),
            ),
            (t.id, x.id, m.id),
            t.interval,
            total,
        )


def _ratios(claims: Sequence[Claim], best: dict[Node, Claim], naming: Naming) -> Iterator[Finding]:
    for c in claims:
        if c.base is None:
            continue
        now, then = best.get(c.node), best.get(c.base)
        if now is None or then is None:
            continue
        yield _ratio(c, now, then, naming)
        if c.measure == "share":
            continue
        left = now.interval - c.interval if c.measure in _LESS else now.interval.over(c.interval)
        if _narrower(left, then.interval):
            yield Finding(
                _LESS.get(c.measure, c.measure),
                "holds",
                naming.series(c.family, c.base),
                c.base.span.edtf,
                say(
                    "{told}; with {claim} and {claim2} this narrows to {amount}.",
                    told=told_words(naming, then),
                    claim=claim_words(naming, now),
                    claim2=claim_words(naming, c),
                    amount=amount(left & then.interval, c.node.unit),
                ),
                (then.id, now.id, c.id),
                then.interval,
                left,
            )


def _narrower(found: Interval, stated: Interval) -> bool:
    if found.low is not None and (stated.low is None or found.low > stated.low):
        return True
    return found.high is not None and (stated.high is None or found.high < stated.high)


def _ratio(c: Claim, now: Claim, then: Claim, naming: Naming) -> Finding:
    unit = c.node.unit
    if c.measure in _LESS:
        expected = now.interval - then.interval
        shown, told = amount(expected, unit), amount(c.interval, unit)
    else:
        expected = now.interval.over(then.interval)
        if c.measure == "growth":
            shown, told = percent(expected), percent(c.interval, 2)
        elif c.measure == "share":
            one = Fraction(1)
            shown = percent(expected + Interval(one, one), 2, signed=False)
            told = percent(c.interval + Interval(one, one), 2, signed=False)
        else:
            shown, told = factor(expected), factor(c.interval)
    point = _point(c, now, then)
    return Finding(
        _LESS.get(c.measure, c.measure),
        "holds",
        series_for(naming, c),
        c.node.span.edtf,
        say(
            "{subject}: {amount} against {amount2} is {shown}{point}, and {told} is told.",
            subject=_subject(c, naming),
            amount=amount(now.interval, unit),
            amount2=amount(then.interval, unit),
            shown=shown,
            point=point,
            told=told,
        ),
        (c.id, now.id, then.id),
        in_units(c, c.interval),
        in_units(c, expected),
    )


def _subject(c: Claim, naming: Naming) -> str:
    """The series and the two periods, or the part and the whole, that a ratio compares."""
    what = series_words(naming.series(c.family, c.node))
    if c.base is None or c.measure in ("share", "balance"):
        return about_words(naming, c)
    return say(
        "{what} in {period} and {period2}",
        what=what,
        period=period_words(c.node.span),
        period2=period_words(c.base.span),
    )


def _point(c: Claim, now: Claim, then: Claim) -> str:
    """What arithmetic on the printed numbers gives, where that lies outside what is printed."""
    a, b = now.tellings[0].value, then.tellings[0].value
    if c.measure != "growth" or a is None or not b:
        return ""
    ratio = Fraction(a) / Fraction(b)
    return "" if ratio in c.interval else say(" ({percent} on the printed numbers)", percent=percent(ratio))


def _parts(best: dict[Node, Claim], naming: Naming) -> Iterator[Finding]:
    for node, part in best.items():
        whole = best.get(node._replace(product="")) if node.product else None
        if whole is None or whole.high is None or part.high is None:
            continue
        share = part.interval.over(whole.interval)
        one = Fraction(1)
        yield Finding(
            "bound",
            "holds",
            naming.series(part.family, node),
            node.span.edtf,
            say(
                "{told}, within the {amount} of all goods: {percent} of it (§R6).",
                told=told_words(naming, part),
                amount=amount(whole.interval, node.unit),
                percent=percent(share + Interval(one, one), signed=False),
            ),
            (part.id, whole.id),
            part.interval,
            Interval(Fraction(0), whole.high),
        )


def _spans(best: dict[Node, Claim], naming: Naming) -> Iterator[Finding]:
    lines: dict[tuple[str, str, str], list[Node]] = {}
    for node in best:
        lines.setdefault((node.flow, node.product, node.unit), []).append(node)
    for nodes in lines.values():
        for whole in nodes:
            parts = list(_disjoint(n for n in nodes if n.span != whole.span and whole.span.covers(n.span)))
            if not parts or nature_of(best[whole]) != "flow":
                continue
            total = Interval(Fraction(0), Fraction(0))
            for n in parts:
                total = total + best[n].interval
            if sum(n.span.days for n in parts) < whole.span.days:
                total = Interval(total.low, None)
            c = best[whole]
            yield Finding(
                "cumulative",
                "holds",
                naming.series(c.family, whole),
                whole.span.edtf,
                say(
                    "{told}; {listed} within it {word} {amount} (§R5).",
                    told=told_words(naming, c),
                    listed=listing([period_words(n.span) for n in parts]),
                    word=say("makes") if len(parts) == 1 else say("make"),
                    amount=amount(total, whole.unit),
                ),
                (c.id, *(best[n].id for n in parts)),
                c.interval,
                total,
            )


def _disjoint(nodes: Iterable[Node]) -> Iterator[Node]:
    """Longest parts first where some overlap, then in order of time."""
    chosen: list[Node] = []
    for n in sorted(nodes, key=lambda n: (-n.span.days, n.span.first)):
        if not any(n.span.overlaps(m.span) for m in chosen):
            chosen.append(n)
    yield from sorted(chosen, key=lambda n: n.span.first)
