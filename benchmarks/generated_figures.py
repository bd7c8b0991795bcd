"""Generated truth: flows between two countries by quarter, and articles that print figures of it.

Everything printed is true, with the interval of its printed precision, unless a slip is
planted. The linear program at the end is an oracle of its own: it knows quarters and goods
directly and shares no code with the package.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal

from dragoman.model.statements import Evidence, Product, Statement

YEARS = (2021, 2022, 2023, 2024)
PRODUCTS = (("", ""), ("oil", "27"), ("grain", "10"))
A, B = "AAA", "BBB"


@dataclass(frozen=True)
class Truth:
    """Flows by (direction, product or "" for the rest, year, quarter)."""

    cells: dict[tuple[str, str, int, int], Decimal]

    def value(self, flow: str, product: str, quarters: list[tuple[int, int]]) -> Decimal:
        ways = ("X", "M") if flow == "T" else (flow,)
        goods = [p for p, _ in PRODUCTS] if not product else [product]
        return sum((self.cells[w, g, y, q] for w in ways for g in goods for y, q in quarters), Decimal(0))


def truth(rng: random.Random) -> Truth:
    size = 10 ** rng.uniform(0.3, 3.3)
    cells = {}
    for flow in "XM":
        level = size * rng.uniform(0.2, 2)
        for y in YEARS:
            level *= rng.uniform(0.4, 2.5)
            for q in range(1, 5):
                for p, _ in PRODUCTS:
                    cells[flow, p, y, q] = Decimal(repr(level * rng.uniform(0.02, 1) / 12)) * 10**6
    return Truth(cells)


def periods() -> dict[str, list[tuple[int, int]]]:
    out: dict[str, list[tuple[int, int]]] = {}
    for y in YEARS:
        out[str(y)] = [(y, q) for q in range(1, 5)]
        for q in range(1, 5):
            out[f"{y}-{32 + q}"] = [(y, q)]
        out[f"{y}-01/{y}-09"] = [(y, q) for q in range(1, 4)]
        out[f"{y}-40"] = [(y, 1), (y, 2)]
    out["2021/2024"] = [(y, q) for y in YEARS for q in range(1, 5)]
    out["2022/2023"] = [(y, q) for y in (2022, 2023) for q in range(1, 5)]
    return out


PERIODS = periods()


def printed(value: Decimal, step: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    p = (value / step).to_integral_value() * step
    return p, p - step / 2, p + step / 2


@dataclass(frozen=True)
class Spec:
    """A figure in plain terms: what the oracle reads."""

    measure: str
    flow: str
    product: str
    period: str
    base: str | None
    value: Decimal
    low: Decimal | None
    high: Decimal | None


def spec(rng: random.Random, t: Truth, simple: bool = False) -> Spec:
    years = [str(y) for y in YEARS]
    flow = rng.choice("TXM")
    product = rng.choice(("", "", "oil", "grain")) if flow != "T" and not simple else ""
    kind = rng.choices(
        ("level", "growth", "multiple", "difference", "share", "open"),
        (60, 18, 8, 5, 6, 3) if not simple else (70, 20, 10, 0, 0, 0),
    )[0]
    if kind in ("level", "open"):
        period = rng.choice(years if rng.random() < 0.7 or simple else list(PERIODS))
        v = t.value(flow, product, PERIODS[period])
        digits = rng.choice((2, 3, 3, 4, 4))
        step = Decimal(10) ** (v.adjusted() - digits + 1)
        p, low, high = printed(v, step)
        if kind == "open":
            p = (v / step).to_integral_value(rounding="ROUND_FLOOR") * step
            return Spec("level", flow, product, period, None, p, p, None)
        return Spec("level", flow, product, period, None, p, low, high)
    if kind == "share":
        flow = rng.choice("XM")
        product = rng.choice(("oil", "grain"))
        period = rng.choice(years)
        v = 100 * t.value(flow, product, PERIODS[period]) / t.value(flow, "", PERIODS[period])
        return Spec(
            "share", flow, product, period, None, *printed(v, rng.choice((Decimal(1), Decimal("0.1"))))
        )
    i = rng.randrange(1, len(years))
    j = i - 1 if rng.random() < 0.8 else rng.randrange(i)
    now, then = (t.value(flow, product, PERIODS[years[k]]) for k in (i, j))
    if kind == "growth":
        v, step = (now / then - 1) * 100, rng.choice((Decimal(1), Decimal("0.1")))
    elif kind == "multiple":
        v, step = now / then, rng.choice((Decimal(1), Decimal("0.1")))
        if (v / step).to_integral_value() == 0:
            step = Decimal("0.01")
    else:
        v = now - then
        step = Decimal(10) ** (v.adjusted() - rng.choice((1, 2)))
    return Spec(kind, flow, product, years[i], years[j], *printed(v, step))


_MODES = {"T": "trade", "X": "exports", "M": "imports"}
_UNITS = {"level": "USD", "difference": "USD", "growth": "percent", "share": "percent", "multiple": "1"}


def statement(
    s: Spec, n: int, document: str, pair: tuple[str, str] = (A, B), turned: bool = False
) -> Statement:
    a, b = pair
    mode, actor, recipient = _MODES[s.flow], (a,), (b,)
    if s.flow == "T":
        actor, recipient = (a, b), ()
    elif turned:  # the same flow told from the other side
        mode = "imports" if mode == "exports" else "exports"
        actor, recipient = recipient, actor
    hs = dict(PRODUCTS).get(s.product)
    return Statement(
        f"st_{n:08d}", "figure", mode, actor, recipient, s.period, "actual",
        Evidence(document, n, n + 1, f"figure {n}"), "generated", 1.0,
        measure=s.measure, value=s.value, low=s.low, high=s.high, unit=_UNITS[s.measure], base=s.base,
        product=Product(s.product, hs) if s.product else None,
    )  # fmt: skip


def article(rng: random.Random, figures: int, simple: bool = False) -> list[Spec]:
    t = truth(rng)
    out: list[Spec] = []
    while len(out) < figures:
        s = spec(rng, t, simple)
        if s not in out:
            out.append(s)
    return out


def slip(rng: random.Random, specs: list[Spec], kind: str) -> tuple[list[Spec], int] | None:
    """The article with one slip planted, and where; None where it has no room for one."""
    order = list(range(len(specs)))
    rng.shuffle(order)
    for k in order:
        s = specs[k]
        bad = _slipped(rng, s, kind)
        if bad is not None and bad != s:
            return [*specs[:k], bad, *specs[k + 1 :]], k
    return None


def _times(s: Spec, factor: Decimal) -> Spec:
    return replace(
        s,
        value=s.value * factor,
        low=None if s.low is None else s.low * factor,
        high=None if s.high is None else s.high * factor,
    )


def _slipped(rng: random.Random, s: Spec, kind: str) -> Spec | None:
    if kind == "scale":
        if s.measure != "level":
            return None
        return _times(s, rng.choice((Decimal(1000), Decimal("0.001"), Decimal("0.000001"))))
    if kind == "direction":
        return replace(s, flow={"X": "M", "M": "X"}[s.flow]) if s.flow != "T" else None
    if kind == "period":
        if len(s.period) != 4:
            return None
        moved = str(int(s.period) + rng.choice((-1, 1)))
        if moved not in PERIODS or (s.base is not None and moved <= s.base):
            return None
        return replace(s, period=moved)
    if s.measure != "level" or s.high is None:
        return None
    digits = list(s.value.normalize().as_tuple().digits)
    i = rng.randrange(min(2, len(digits)))
    new = rng.choice([d for d in range(10) if d != digits[i] and (i or d)])
    exponent = s.value.normalize().as_tuple().exponent
    value = Decimal((0, (*digits[:i], new, *digits[i + 1 :]), exponent))
    half = (s.high - (s.low or Decimal(0))) / 2
    return replace(s, value=value, low=value - half, high=value + half)


def oracle_feasible(specs: list[Spec]) -> bool:
    """Whether some flows by quarter print all figures: one linear program, by HiGHS."""
    import highspy
    import numpy as np

    shifts = range(-2, 3)
    years = [YEARS[0] + d for d in range(min(shifts), len(YEARS) + 2)]
    cells = [(f, p, y, q) for f in "XM" for p, _ in PRODUCTS for y in years for q in range(1, 5)]
    at = {c: i for i, c in enumerate(cells)}
    levels = sorted(float(s.value) for s in specs if s.measure == "level" and s.value > 0)
    scale = 10.0 ** np.floor(np.log10(levels[len(levels) // 2])) if levels else 1.0
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("primal_feasibility_tolerance", 1e-9)
    for _ in cells:
        h.addVar(0.0, highspy.kHighsInf)

    def columns(flow: str, product: str, period: str) -> dict[int, float]:
        ways = ("X", "M") if flow == "T" else (flow,)
        goods = [p for p, _ in PRODUCTS] if not product else [product]
        return {at[w, g, y, q]: 1.0 for w in ways for g in goods for y, q in PERIODS[period]}

    def row(line: dict[int, float], low: float, high: float) -> None:
        index = np.array(sorted(line), dtype=np.int32)
        h.addRow(low, high, len(index), index, np.array([line[i] for i in sorted(line)]))

    inf = highspy.kHighsInf
    for s in specs:
        here = columns(s.flow, s.product, s.period)
        low = None if s.low is None else float(s.low)
        high = None if s.high is None else float(s.high)
        if s.measure == "level":
            row(here, -inf if low is None else low / scale, inf if high is None else high / scale)
            continue
        there = (
            columns(s.flow, "", s.period)
            if s.measure == "share"
            else columns(s.flow, s.product, s.base or "")
        )
        if s.measure == "difference":
            line = dict(here)
            for i, v in there.items():
                line[i] = line.get(i, 0.0) - v
            row(line, -inf if low is None else low / scale, inf if high is None else high / scale)
            continue
        for bound, upper in ((low, False), (high, True)):
            if bound is None:
                continue
            k = 1 + bound / 100 if s.measure == "growth" else bound / 100 if s.measure == "share" else bound
            line = dict(here)
            for i, v in there.items():
                line[i] = line.get(i, 0.0) - k * v
            row(line, -inf if upper else 0.0, 0.0 if upper else inf)
    h.run()
    return bool(h.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def replace_document(s: Statement, document: str) -> Statement:
    """The statement as another document would tell it."""
    return replace(s, id=f"{s.id}_{document}", evidence=replace(s.evidence, document=document))
