"""Charts of figures by year as Vega-Lite specifications: one specification for page, notebook and print.

Official figures are a line with points; what texts state is a diamond with the interval that its words leave open;
derived and inferred ranges are bars; what is contradicted is a cross. Kind is told by shape as well as by colour, so
that a chart can be read without seeing colours, and `chart_table` says all of it in words.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.model.messages import render

__all__ = ["KINDS", "SCALE_WORDS", "Chart", "ChartTable", "Mark", "chart_table", "chart_words", "figure_spec"]

KINDS = ("official", "stated", "contradicted", "derived", "inferred")
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# Okabe and Ito's colours; each has contrast of at least 3 to 1 with white and with #16191d.
_COLOURS = {
    "official": "#0072B2",
    "stated": "#5B6B7B",
    "contradicted": "#D55E00",
    "derived": "#009E73",
    "inferred": "#B07D00",
}
_SHAPES = {
    "official": "circle",
    "stated": "diamond",
    "contradicted": "cross",
    "derived": "square",
    "inferred": "triangle-up",
}
INK = {"light": "#1b1f24", "dark": "#e8eaed"}
GRID = {"light": "#d5dae0", "dark": "#3a4149"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"))
SCALE_WORDS = tuple(word for _, word in _SCALES)
# Neighbours of one year stand this far apart [years].
_STEP = 0.13
# All panels beside each other are this wide, with so much between two of them; a year's label takes so much [px].
_WIDTH, _BETWEEN, _LABEL = 628, 14, 29
# The width of panels below one another [px].
_STACKED = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a chart.

    Attributes
    ----------
    panel : str
        The series, in words; each has a panel of its own.
    year : int
        Calendar year.
    kind : str
        One of `KINDS`.
    low, high : float or None
        The interval in units of the chart; None is unbounded.
    value : float
        Where the mark stands: the printed or middle value.
    why : str
        Where it comes from.
    """

    panel: str
    year: int
    kind: str
    low: float | None
    high: float | None
    value: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks of one unit with a title; ``panels`` gives their order."""

    title: str
    unit: str
    panels: tuple[str, ...]
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The twin of a chart for who does not see it: a row a mark."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def _scale(marks: Sequence[Mark]) -> tuple[float, str]:
    size = max((abs(v) for m in marks for v in (m.low, m.high, m.value) if v is not None), default=0.0)
    return next(((n, word) for n, word in _SCALES if size >= n), (1.0, ""))


def _translated(chart: Chart, translate: Callable[..., str]) -> Chart:
    marks = tuple(
        replace(m, panel=render(m.panel, translate), why=render(m.why, translate)) for m in chart.marks
    )
    panels = tuple(render(p, translate) for p in chart.panels)
    return Chart(render(chart.title, translate), chart.unit, panels, marks, render(chart.note, translate))


def _unit_words(chart: Chart, translate: Callable[..., str] | None = None) -> str:
    scale = _scale(chart.marks)[1]
    if translate is not None and scale:
        scale = translate(scale)
    return " ".join(word for word in (scale, "" if chart.unit == "1" else chart.unit) if word) or "number"


def _number(value: float) -> str:
    size = abs(value)
    # Four digits of what is below one, three places below a thousand, one above.
    places = 1 if size >= 1000 else 3 if size >= 1 or not size else min(3 - math.floor(math.log10(size)), 12)
    return f"{value:,.{places}f}".rstrip("0").rstrip(".")


def _range(mark: Mark, scale: float) -> str:
    if mark.low is None or mark.high is None:
        bound = mark.high if mark.low is None else mark.low
        return f"{'at most' if mark.low is None else 'at least'} {_number((bound or 0.0) / scale)}"
    low, high = mark.low / scale, mark.high / scale
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def chart_words(chart: Chart) -> str:
    """What the chart shows, in one paragraph, for screen readers."""
    if not chart.marks:
        return f"{chart.title}. Nothing to show."
    scale, unit = _scale(chart.marks)[0], _unit_words(chart)
    years = [m.year for m in chart.marks]
    parts = [f"{chart.title}, {min(years)} to {max(years)}, in {unit}."]
    for panel in chart.panels:
        own = [m for m in chart.marks if m.panel == panel]
        told = [
            f"{sum(m.kind == kind for m in own)} {kind}" for kind in KINDS if any(m.kind == kind for m in own)
        ]
        if own:
            values = [m.value for m in own if m.kind != "contradicted"] or [m.value for m in own]
            ends = f"{_number(min(values) / scale)} to {_number(max(values) / scale)}"
            parts.append(f"{panel}: {', '.join(told)}; from {ends}.")
    return " ".join(parts)


def chart_table(chart: Chart) -> ChartTable:
    """Every mark as a row, by panel and year."""
    scale = _scale(chart.marks)[0]
    order = {panel: i for i, panel in enumerate(chart.panels)}
    rows = tuple(
        (m.panel, str(m.year), m.kind, _range(m, scale), m.why)
        for m in sorted(chart.marks, key=lambda m: (order[m.panel], m.year, KINDS.index(m.kind), m.value))
    )
    return ChartTable(
        f"{chart.title}, in {_unit_words(chart)}", ("series", "year", "kind", "value", "from"), rows
    )


def figure_spec(
    chart: Chart,
    *,
    theme: str = "light",
    height: int = 190,
    stacked: bool = False,
    translate: Callable[..., str] | None = None,
) -> dict[str, Any]:
    """The chart as a Vega-Lite 6 specification that carries its data.

    Parameters
    ----------
    chart : Chart
        What to draw; panels without marks are left out.
    theme : str
        ``light`` or ``dark``.
    height : int
        Of one panel [px]; beside each other they are as wide as a page leaves them.
    stacked : bool
        One panel below the other, for narrow screens.
    translate : callable, optional
        What says messages, kinds and scale words in another language.

    Returns
    -------
    dict
        A specification without any address to load from.
    """
    legend = {}
    if translate is not None:
        chart, legend = _translated(chart, translate), {k: translate(k) for k in KINDS}
    scale, unit = _scale(chart.marks)[0], _unit_words(chart, translate)
    panels = [p for p in chart.panels if any(m.panel == p for m in chart.marks)]
    years = [m.year for m in chart.marks] or [2000]
    kinds = [k for k in KINDS if any(m.kind == k for m in chart.marks)]
    beside = 1 if stacked else max(1, len(panels))
    width = _STACKED if stacked else (_WIDTH - _BETWEEN * (beside - 1)) // beside
    ink, grid = INK[theme], GRID[theme]
    return {
        "$schema": _SCHEMA,
        "description": chart_words(chart),
        "title": {"text": chart.title, "anchor": "start", "subtitle": chart.note},
        "data": {"name": "figures", "values": _rows(chart, scale)},
        "facet": {
            "row" if stacked else "column": {
                "field": "panel",
                "type": "nominal",
                "sort": panels,
                "title": None,
                "header": {"labelFontWeight": "bold", "labelLimit": width, "labelOrient": "top", "labelAngle": 0},
            }
        },
        "spacing": _BETWEEN,
        "spec": {"width": width, "height": height, "layer": _layers(unit, years, kinds, width, legend)},
        "config": {
            "background": None if theme == "light" else "#16191d",
            "font": "sans-serif",
            "view": {"stroke": grid},
            "title": {"color": ink, "subtitleColor": ink, "fontSize": 13, "subtitleFontSize": 11},
            "header": {"labelColor": ink, "titleColor": ink, "labelFontSize": 11},
            "axis": {"labelColor": ink, "titleColor": ink, "gridColor": grid, "domainColor": ink, "tickColor": ink, "labelFontSize": 10},
            "legend": {"labelColor": ink, "titleColor": ink, "orient": "bottom", "columns": 3 if stacked else 5, "labelFontSize": 11, "symbolSize": 80},
        },
    }  # fmt: skip


def _rows(chart: Chart, scale: float) -> list[dict[str, Any]]:
    """A row a mark; what stands in the same year is moved a little to the side."""
    beside: dict[tuple[str, int], int] = {}
    rows = []
    for m in sorted(
        chart.marks, key=lambda m: (chart.panels.index(m.panel), m.year, KINDS.index(m.kind), m.value)
    ):
        place = 0 if m.kind == "official" else beside.get((m.panel, m.year), 0) + 1
        if place:
            beside[m.panel, m.year] = place
        # To the right, then to the left, and so on, away from the official point on the year itself.
        side = _STEP * ((place + 1) // 2) * (1 if place % 2 else -1) if place else 0.0
        row: dict[str, Any] = {
            "panel": m.panel,
            "year": m.year,
            "x": round(m.year + side, 3),
            "kind": m.kind,
            "value": round(m.value / scale, 6),
            "low": None if m.low is None else round(m.low / scale, 6),
            "high": None if m.high is None else round(m.high / scale, 6),
            "label": f"{m.panel}, {m.year}, {m.kind}: {_range(m, scale)}" + (f" ({m.why})" if m.why else ""),
        }
        rows.append(row)
    return rows


def _layers(
    unit: str, years: Sequence[int], kinds: Sequence[str], width: int, legend: Mapping[str, str]
) -> list[Mapping[str, Any]]:
    first, last = min(years), max(years)
    step = max(1, math.ceil((last - first + 1) * _LABEL / width))
    x = {
        "field": "x",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [first - 0.5, last + 0.5], "nice": False, "zero": False},
        "axis": {"values": list(range(first, last + 1, step)), "format": "d", "grid": False},
    }
    y = {"field": "value", "type": "quantitative", "title": unit, "scale": {"zero": True}}
    colour: dict[str, Any] = {
        "field": "kind",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(kinds), "range": [_COLOURS[k] for k in kinds]},
    }
    if legend:
        colour["legend"] = {"labelExpr": f"({json.dumps(dict(legend))})[datum.label]"}
    shape = {**colour, "scale": {"domain": list(kinds), "range": [_SHAPES[k] for k in kinds]}}
    told = {"field": "label", "type": "nominal"}
    # Only the marks make the legend: bars and lines would mix their faintness into its colours. They are coloured
    # without the scale, for a scale without a legend in one layer has none in the others either.
    quiet: dict[str, Any] = {
        "condition": [{"test": f"datum.kind === '{k}'", "value": _COLOURS[k]} for k in KINDS[:-1]],
        "value": _COLOURS[KINDS[-1]],
    }

    def interval(kinds: str, size: float, opacity: float) -> dict[str, Any]:
        return {
            "transform": [{"filter": f"{kinds} && datum.low !== null && datum.high !== null"}],
            "mark": {"type": "rule", "size": size, "opacity": opacity, "aria": False},
            "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": quiet},
        }

    return [
        {
            "transform": [{"filter": "datum.kind === 'official'"}],
            "mark": {"type": "line", "size": 1.5, "aria": False},
            "encoding": {"x": x, "y": y, "color": quiet},
        },
        interval("(datum.kind === 'derived' || datum.kind === 'inferred')", 7, 0.45),
        interval("datum.kind !== 'derived' && datum.kind !== 'inferred'", 1.5, 1.0),
        # An open end is an arrow from the bound.
        {
            "transform": [{"filter": "datum.low === null || datum.high === null"}],
            "mark": {"type": "point", "filled": True, "size": 45, "yOffset": -9, "shape": "arrow", "aria": False},
            "encoding": {"x": x, "y": y, "color": quiet, "angle": {"condition": {"test": "datum.low === null", "value": 180}, "value": 0}},
        },
        {
            "mark": {"type": "point", "filled": True, "size": 55, "opacity": 1},
            "encoding": {"x": x, "y": y, "color": colour, "shape": shape, "tooltip": told, "description": told},
        },
    ]  # fmt: skip
