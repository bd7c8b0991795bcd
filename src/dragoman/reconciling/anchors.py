"""Official figures as a set: sources, reporters and vintages side by side (§R13).

"Official" is plural. A flow has a hull: the least and greatest value that any source has for
it, from either side. A stated figure is refuted only outside the hull widened by a revision
band.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from dragoman.model.findings import Observation
from dragoman.model.intervals import Interval
from dragoman.reconciling.periods import Span, span_of
from dragoman.reconciling.series import GOODS, Family, Node
from dragoman.reconciling.spoken import party_words

__all__ = ["ASSUMED_BAND", "CIF_BAND", "Anchor", "Anchors", "Edition"]

# Preliminary against final editions differed by 0 to 5.7% in the cases seen: the imports of
# Kazakhstan from Bulgaria for 2024 went from 71.6 (June 2025) to 75.7 million USD. Assumed
# where a source's own vintages do not teach better.
ASSUMED_BAND = Fraction(6, 100)
# Imports CIF over exports FOB: freight and insurance add 0 to 20%, the range to which Harvard
# Growth Lab clips its estimates; the IMF's Direction of Trade Statistics uses 1.06 (2017 yearbook).
CIF_BAND = Interval(Fraction(1), Fraction(6, 5))
# Revised (series, period) pairs of a source from which its own band is learnt (assumed).
_ENOUGH = 8


class Anchor(NamedTuple):
    """What official sources leave open for a quantity, and the observations it rests on."""

    hull: Interval
    observations: tuple[Observation, ...]
    band: Fraction
    learnt: bool
    mirrored: Interval | None = None

    @property
    def widened(self) -> Interval:
        """The hull with the revision band on both sides.

        Where only the other side reports the flow, freight and insurance come in as well (§R14).
        """
        return (self.mirrored or self.hull).widened(self.band)

    def seen_from(self, reporter: str) -> Anchor:
        """The same for a figure told from one side: its own figures, else the mirror with freight."""
        if not self.hull.low or any(o.series.reporter == reporter for o in self.observations):
            return self
        kinds = {o.series.indicator for o in self.observations}
        if kinds == {"imports"}:  # bought CIF by the other side; sold FOB it is less
            return self._replace(mirrored=self.hull | self.hull.over(CIF_BAND))
        if kinds == {"exports"}:
            return self._replace(mirrored=self.hull | self.hull.times(CIF_BAND))
        return self


class Edition(NamedTuple):
    """What a source had for a quantity from a day on (``as_of``, empty where it says none)."""

    name: str
    as_of: str
    value: Fraction


class Anchors:
    """Observations indexed by flow and period."""

    def __init__(self, observations: Iterable[Observation] = ()) -> None:
        self._lines: dict[tuple[Family, str, str, str], dict[Span, list[Observation]]] = {}
        self._all: list[Observation] = []
        for o in observations:
            span = span_of(o.period)
            if span is None:
                continue
            self._all.append(o)
            family, flow = _place(o)
            product = f"|{o.series.product.casefold()}" if o.series.product else ""
            line = self._lines.setdefault((family, flow, product, o.series.unit), {})
            line.setdefault(span, []).append(o)
        self.band, self.learnt = _learnt_band(self._all)

    def __bool__(self) -> bool:
        return bool(self._lines)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self._all)

    def only(self, families: Iterable[Family]) -> Anchors:
        """The official figures of some families, with the revision band learnt from all."""
        wanted = {Family(f.group, f.a, f.b) for f in families}
        out = Anchors()
        out._lines = {key: line for key, line in self._lines.items() if key[0] in wanted}
        out._all = [o for line in out._lines.values() for told in line.values() for o in told]
        out.band, out.learnt = self.band, self.learnt
        return out

    def at(self, family: Family, node: Node) -> Anchor | None:
        """The official hull of a quantity; None where no source has it."""
        family = Family(family.group, family.a, family.b)
        if node.flow == "T":
            own = self._value(family, node)
            if own:
                return own
            x = self._value(family, node._replace(flow="X"))
            m = self._value(family, node._replace(flow="M"))
            if x is None or m is None:
                return None
            return Anchor(x.hull + m.hull, x.observations + m.observations, self.band, self.learnt)
        return self._value(family, node)

    def _line(
        self, family: Family, flow: str, product: str, unit: str
    ) -> dict[Span, list[Observation]] | None:
        """The periods of a flow; a ratio told without any level is about the only unit there is."""
        if unit == "?":
            known = sorted({u for f, w, p, u in self._lines if (f, w, p) == (family, flow, product)})
            if len(known) != 1:
                return None
            unit = known[0]
        return self._lines.get((family, flow, product, unit))

    def _value(self, family: Family, node: Node) -> Anchor | None:
        line = self._line(family, node.flow, node.product, node.unit)
        if not line:
            return None
        spans = [node.span] if node.span in line else _tiling(line, node.span)
        if not spans:
            return None
        hull, used = Interval(Fraction(0), Fraction(0)), []
        for span in spans:
            values = [Fraction(o.value) for o in line[span]]
            hull = hull + Interval(min(values), max(values))
            used.extend(line[span])
        return Anchor(hull, tuple(used), self.band, self.learnt)

    def spans(self, family: Family, node: Node) -> list[Span]:
        """Periods of the same length for which official figures are there, in order."""
        family = Family(family.group, family.a, family.b)
        flows = ("T", "X", "M") if node.flow == "T" else (node.flow,)
        spans: set[Span] = set()
        for flow in flows:
            spans |= set(self._line(family, flow, node.product, node.unit) or ())
        return sorted(s for s in spans if abs(s.days - node.span.days) <= _LEAP)

    def parts(self, family: Family, node: Node) -> list[Span]:
        """Shorter official periods within a period, in order."""
        family = Family(family.group, family.a, family.b)
        flows = ("T", "X", "M") if node.flow == "T" else (node.flow,)
        spans = {s for flow in flows for s in self._line(family, flow, node.product, node.unit) or ()}
        return sorted(s for s in spans if node.span.covers(s) and s != node.span)

    def around(self, family: Family, node: Node) -> tuple[Span, Anchor] | None:
        """The official figure of the shortest period that holds this one and is longer."""
        family = Family(family.group, family.a, family.b)
        flows = ("T", "X", "M") if node.flow == "T" else (node.flow,)
        spans = {s for flow in flows for s in self._line(family, flow, node.product, node.unit) or ()}
        for span in sorted((s for s in spans if s.covers(node.span)), key=lambda s: (s.days, s.first)):
            found = self.at(family, node._replace(span=span)) if span != node.span else None
            if found is not None:
                return span, found
        return None

    def units(self, family: Family, flow: str, product: str) -> list[str]:
        """Units in which a flow is officially told."""
        family = Family(family.group, family.a, family.b)
        flows = "TXM" if flow == "T" else flow
        return sorted({u for f, w, p, u in self._lines if f == family and w in flows and p == product})

    def by_source(self, family: Family, node: Node) -> dict[str, dict[Span, Fraction]]:
        """The latest vintage of each source and reporter by period: values to compare with each other."""
        out: dict[str, dict[Span, Fraction]] = {}
        for span in self.spans(family, node):
            for e in self.editions(family, node._replace(span=span)):
                out.setdefault(e.name, {})[span] = e.value  # editions come oldest first
        return out

    def editions(self, family: Family, node: Node) -> list[Edition]:
        """What each source and reporter had for a quantity at each time that it published, oldest first.

        Turnover is that of one edition: exports and imports as they stood on the same day.
        """
        anchor = self.at(family, node)
        if anchor is None:
            return []
        told: dict[str, list[Observation]] = {}
        for o in anchor.observations:
            told.setdefault(f"{o.source} ({party_words(o.series.reporter)})", []).append(o)
        out = []
        for name, every in told.items():
            for day, known in _as_they_stood(every):
                if node.flow == "T" and {o.series.indicator for o in known} not in _WHOLE:
                    continue
                out.append(Edition(name, day, sum((Fraction(o.value) for o in known), Fraction(0))))
        return sorted(out, key=lambda e: (e.as_of, e.name))

    def ratio(self, family: Family, node: Node, base: Node) -> tuple[Interval, Anchor, Anchor] | None:
        """The official ratio of two quantities: hull over sources and editions, then widened by the band.

        Both quantities of a ratio are taken as they stood on the same day.
        """
        now, then = self.at(family, node), self.at(family, base)
        if now is None or then is None or not then.hull.low:
            return None
        ratios = [top.value / bottom.value for top, bottom in self.paired(family, node, base)]
        hull = Interval(min(ratios), max(ratios)) if ratios else now.hull.over(then.hull)
        return hull.widened(self.band), now, then

    def paired(self, family: Family, node: Node, base: Node) -> list[tuple[Edition, Edition]]:
        """Editions of two quantities by one source that stood on the same day."""
        tops, bottoms = self.editions(family, node), self.editions(family, base)
        out = []
        for name in sorted({e.name for e in tops} & {e.name for e in bottoms}):
            mine, other = [e for e in tops if e.name == name], [e for e in bottoms if e.name == name]
            for day in sorted({e.as_of for e in (*mine, *other)}):
                top = next((e for e in reversed(mine) if e.as_of <= day), None)
                bottom = next((e for e in reversed(other) if e.as_of <= day), None)
                if top is not None and bottom is not None and bottom.value:
                    out.append((top, bottom))
        return list(dict.fromkeys(out))

    def partners(self, reporter: str, unit: str, span: Span) -> dict[str, Fraction]:
        """Turnover of a reporter by partner in one period, by its own latest figures."""
        latest: dict[tuple[str, str], Observation] = {}
        for o in sorted(self._all, key=lambda o: o.as_of or ""):
            s = o.series
            if s.reporter == reporter and s.unit == unit and s.partner and span_of(o.period) == span:
                latest[s.partner, s.indicator] = o
        out: dict[str, Fraction] = {}
        for (partner, indicator), o in latest.items():
            if indicator in ("exports", "imports"):
                out[partner] = out.get(partner, Fraction(0)) + Fraction(o.value)
        return out

    def pairs(self) -> list[tuple[Family, str, str, Span]]:
        """Every (family, flow, unit, period) of goods with figures from both sides."""
        out = []
        for (family, flow, product, unit), line in self._lines.items():
            if family.group != GOODS or product:
                continue
            for span, told in line.items():
                if len({o.series.reporter for o in told}) > 1:
                    out.append((family, flow, unit, span))
        return sorted(out)


# Years and months of different length are still years and months [days].
_LEAP = 3


def _place(o: Observation) -> tuple[Family, str]:
    s = o.series
    partner = s.partner or ""
    if s.indicator in ("exports", "imports", "trade"):
        a, b = sorted((s.reporter, partner))
        if s.indicator == "trade":
            return Family(GOODS, a, b), "T"
        seller = s.reporter if s.indicator == "exports" else partner
        return Family(GOODS, a, b), "X" if seller == a else "M"
    return Family(s.indicator, s.reporter, partner), "V"


# What makes turnover whole: told as such, or both ways.
_WHOLE = ({"trade"}, {"exports", "imports"})


def _as_they_stood(told: Iterable[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    """The newest value of each part on each day of publishing, from the day on that none is missing."""
    ordered = sorted(told, key=lambda o: o.as_of or "")
    parts = {(o.series.indicator, o.period) for o in ordered}
    known: dict[tuple[str, str], Observation] = {}
    for k, o in enumerate(ordered):
        known[o.series.indicator, o.period] = o
        last = k + 1 == len(ordered) or (ordered[k + 1].as_of or "") != (o.as_of or "")
        if last and len(known) == len(parts):
            yield o.as_of or "", list(known.values())


def _tiling(line: dict[Span, list[Observation]], whole: Span) -> list[Span]:
    """Periods that follow each other without gap and fill a longer one; empty where none do."""
    inside = sorted((s for s in line if whole.covers(s)), key=lambda s: (s.first, -s.days))
    out: list[Span] = []
    at = whole.first
    for s in inside:
        if s.first == at:
            out.append(s)
            at = s.last + 1
    return out if at == whole.last + 1 else []


def _learnt_band(observations: Sequence[Observation]) -> tuple[Fraction, bool]:
    """The largest revision between first and last vintage, where enough are there to learn from."""
    told: dict[tuple[object, ...], list[Observation]] = {}
    for o in observations:
        told.setdefault((o.source, o.series, o.period), []).append(o)
    moves = []
    for versions in told.values():
        if len({o.as_of for o in versions}) > 1:
            values = [Fraction(o.value) for o in sorted(versions, key=lambda o: o.as_of or "")]
            if values[0] and values[-1]:
                moves.append(abs(values[-1] / values[0] - 1))
    if len(moves) < _ENOUGH:
        return ASSUMED_BAND, False
    return max(moves), True
