"""Figures of a briefing: the chart, the table with verdicts, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from dragoman.desk.brief_drafts import Draft
from dragoman.desk.brief_facts import filled, listed
from dragoman.desk.ledger import Cell as LedgerCell
from dragoman.desk.ledger import LedgerRow
from dragoman.desk.pair_charts import trade_chart
from dragoman.model.findings import Finding, Series
from dragoman.model.intervals import Interval
from dragoman.output.briefings import Cell, Grid, Items, Picture, Section, Sentence
from dragoman.output.date_words import date_words, when_words

__all__ = ["contradictions", "headline_sentences", "key_figures"]

_ORDER = ("trade", "exports", "imports", "balance", "investment", "companies", "projects", "cargo", "energy", "students",
          "visitors", "loan", "aid", "jobs", "capacity", "economy")  # fmt: skip
_MOST_ROWS, _MOST_OF_SERIES, _MOST_HEADLINES, _MOST_CONFLICTS = 15, 3, 6, 8


def _words(draft: Draft, s: Series) -> str:
    from dragoman.reconciling.wording import series_words

    return draft.named(series_words(_flow(s)))


def _flow(s: Series) -> Series:
    """Imports of one from the other are exports of the other to the one: one flow, one name."""
    if s.indicator == "imports" and s.partner:
        return Series("exports", s.partner, s.reporter, s.product, s.unit)
    return s


def _rank(row: LedgerRow) -> int:
    indicator = _flow(row.series).indicator
    return _ORDER.index(indicator) if indicator in _ORDER else len(_ORDER)


def _known(draft: Draft) -> list[LedgerRow]:
    """Rows that something is stated or official of, series by series, the latest period first."""
    rows = [r for r in draft.rows if r.stated or r.official]
    rows.sort(key=lambda r: r.period, reverse=True)
    return sorted(
        rows, key=lambda r: (_rank(r), r.series.product or "", _flow(r.series).reporter != draft.dossier.one)
    )


def _stated(draft: Draft, row: LedgerRow) -> str:
    return listed(list(dict.fromkeys(_value(draft, c, row.series.unit) for c in row.stated)))


def _value(draft: Draft, cell: LedgerCell, unit: str) -> str:
    """What was printed, where the interval is no more than its rounding; else the interval."""
    from dragoman.reconciling.wording import amount

    s = next((draft.by_id[i] for i in cell.statements if i in draft.by_id), None)
    low, high = cell.interval.low, cell.interval.high
    if s is not None and s.value is not None and s.unit == unit and low is not None and high is not None:
        if low <= Fraction(s.value) <= high and Fraction(s.value) * 2 == low + high:
            return amount(Fraction(s.value), unit)
    return amount(cell.interval, unit)


def _disputed(row: LedgerRow) -> bool:
    return any(not c.interval.meets(d.interval) for c in row.stated for d in row.stated)


def _told_by(draft: Draft, row: LedgerRow) -> tuple[int, ...]:
    return tuple(n for cell in row.stated for n in draft.cite_ids(cell.statements))


def _official(row: LedgerRow) -> str:
    """The official figure to four digits: readers of a briefing want its size."""
    from dragoman.reconciling.wording import amount

    if row.official is None:
        return "–"
    ends = [_four_digits(x) for x in (row.official.interval.low, row.official.interval.high) if x is not None]
    one = len(ends) == 2 and ends[0] == ends[1]
    return amount(ends[0] if one else row.official.interval, row.series.unit)


def _four_digits(value: Fraction) -> Fraction:
    return Fraction(f"{float(value):.4g}")


def headline_sentences(draft: Draft) -> list[Sentence]:
    """A sentence for the latest period of each main series."""
    out: list[Sentence] = []
    seen: set[Series] = set()
    verdicts = _verdicts(draft)
    for row in _known(draft):
        if _flow(row.series) in seen or len(out) == _MOST_HEADLINES or row.series.product:
            continue
        if row.series.indicator == "balance":  # the sentences before it tell both sides of it
            continue
        seen.add(_flow(row.series))
        key = (
            "figure.both"
            if row.official and row.stated
            else "figure.official"
            if row.official
            else "figure.stated"
        )
        text = filled(
            key,
            series=_words(draft, row.series),
            period=when_words(row.period).strip(),
            stated=_stated(draft, row),
            contradicted=_verdict(row, verdicts, Fraction(0))[0] == "contradicted",
            official=_official(row),
        )
        sources = _told_by(draft, row) + (draft.cite_official(row.official.why) if row.official else ())
        if sources:
            out.append(draft.sentence(text, sources))
    return out


def key_figures(draft: Draft) -> Section | None:
    """The trade chart and the table of figures with what reconciling says of each."""
    rows = _chosen(_known(draft))
    if not rows:
        return None
    from dragoman.reconciling.wording import amount

    verdicts, band = _verdicts(draft), _band(draft)
    body = []
    for row in rows:
        unit = row.series.unit
        other = row.derived or row.inferred
        verdict, tone = _verdict(row, verdicts, band)
        body.append(
            (
                Cell(_capital(_words(draft, row.series))),
                Cell(date_words(row.period)),
                Cell(_stated(draft, row) or "–", _told_by(draft, row)),
                Cell(
                    amount(other.interval, unit) if other else "–",
                    draft.cite_ids(other.statements) if other else (),
                ),
                Cell(_official(row), draft.cite_official(row.official.why) if row.official else ()),
                Cell(verdict, (), tone),
            )
        )
    head = ("series", "period", "stated", "follows from others", "official", "verdict")
    grid = Grid("Figures by series and period", head, tuple(body), (24, 9, 23, 20, 12, 12))
    picture = _picture(draft)
    return Section("figures", "Key figures", (picture, grid) if picture else (grid,))


def _chosen(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    counts: dict[Series, int] = {}
    out: list[LedgerRow] = []
    for row in rows:
        series = _flow(row.series)
        counts[series] = counts.get(series, 0) + 1
        if counts[series] <= _MOST_OF_SERIES and len(out) < _MOST_ROWS:
            out.append(row)
    return out


def _verdicts(draft: Draft) -> dict[str, str]:
    """The worst verdict by statement."""
    worst: dict[str, str] = {}
    for rank in ("unchecked", "holds", "conflict"):
        for f in draft.findings:
            if f.verdict == rank:
                worst.update(dict.fromkeys(f.statements, rank))
    return worst


def _band(draft: Draft) -> Fraction:
    from dragoman.reconciling import Anchors

    return Anchors(draft.dossier.gathered.observations).band


def _verdict(row: LedgerRow, verdicts: dict[str, str], band: Fraction) -> tuple[str, str]:
    """What is known of a figure, and its tone; official figures are revised by up to ``band``."""
    told = {verdicts.get(i, "unchecked") for c in row.stated for i in c.statements}
    if not row.stated:
        return _unstated(row, band)
    if _disputed(row) or "conflict" in told:
        return "contradicted", "bad"
    if "holds" in told:
        return "holds", "good"
    return "one source, unchecked" if len(row.stated) == 1 else "unchecked", ""


def _unstated(row: LedgerRow, band: Fraction) -> tuple[str, str]:
    """What follows from texts, against the official figure: the one may refute what the texts say of another."""
    follows, official = row.derived or row.inferred, row.official
    if follows is None or official is None:
        return "official only" if official else "follows only", ""
    low, high = official.interval.low, official.interval.high
    slack = band * max(abs(x) for x in (low, high, Fraction(0)) if x is not None)
    around = Interval(None if low is None else low - slack, None if high is None else high + slack)
    return ("official agrees", "good") if around.meets(follows.interval) else ("official differs", "bad")


def _picture(draft: Draft) -> Picture | None:
    from dragoman.output.charts import chart_words, figure_spec
    from dragoman.output.pictures import render_svg

    chart = trade_chart(draft.rows, draft.dossier.one, draft.dossier.other)
    if not chart.marks:
        return None
    svg = render_svg(figure_spec(chart, height=150))
    caption = (
        "Official figures are a line with points; what texts say a diamond, with a cross where others contradict it; "
        "squares follow by sums, triangles by growth or bounds. The values are in the table below."
    )
    return Picture("trade", caption, chart_words(chart), svg)


def contradictions(draft: Draft) -> Section | None:
    """Contradictions with the passages of both sides and the first repair that would settle each."""
    found = [f for f in draft.conflicts if any(i in draft.by_id for i in f.statements)]
    items = [_contradiction(draft, f) for f in found[:_MOST_CONFLICTS]]
    if not items:
        return None
    if len(found) > _MOST_CONFLICTS:
        rest = found[_MOST_CONFLICTS:]
        text = f"{len(rest)} more contradictions are in the record, on {_topics(draft, rest)}."
        items.append(("more", draft.sentence(text, draft.cite_record())))
    return Section("contradictions", "Open contradictions", (Items(tuple(items)),))


def _contradiction(draft: Draft, f: Finding) -> tuple[str, Sentence]:
    text = _exclusive(draft, f) or draft.named(f.because)
    # Another value, or a year that nothing is known of, always repairs: it says nothing.
    repair = next(
        (r for r in f.repairs if r.kind in ("scale", "vintage", "reading") or " it fits" in r.why), None
    )
    if repair is not None:
        text = f"{text.rstrip('.')}. One repair ({repair.kind}): {draft.named(repair.why)}."
    return date_words(f.period) if f.period else "", draft.sentence(
        text, draft.cite_ids(f.statements) + draft.cite_observations(f.observations)
    )


def _exclusive(draft: Draft, f: Finding) -> str | None:
    """The short sentence for values that exclude each other or the official figure."""
    from dragoman.reconciling.wording import amount

    told = [draft.by_id[i] for i in f.statements if i in draft.by_id]
    plain_levels = all(s.measure == "level" and s.value is not None and s.unit == f.series.unit for s in told)
    if not told or not plain_levels or len(told) < len(f.statements):
        return None
    official = next(
        (o for o in f.observations if o.period == f.period and o.series.unit == f.series.unit), None
    )
    alike = official is not None and official.series.indicator == f.series.indicator
    if not (f.rule == "official" and alike) and not (f.rule == "same" and len(told) > 1):
        return None
    values = list(
        dict.fromkeys(amount(Fraction(s.value), f.series.unit) for s in told if s.value is not None)
    )
    return filled(
        f"contradiction.{f.rule}",
        series=_words(draft, f.series),
        period=when_words(f.period).strip(),
        plural=f.series.indicator in ("exports", "imports", "companies", "projects", "students", "jobs"),
        stated=" and as ".join(values),
        official=amount(_four_digits(Fraction(official.value)), f.series.unit) if official else "",
    )


def _topics(draft: Draft, found: Iterable[Finding]) -> str:
    return ", ".join(dict.fromkeys(f.series.indicator.replace("_", " ") for f in found))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
