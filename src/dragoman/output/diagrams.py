"""The time-distance and cost-distance diagram of a corridor, as UNESCAP draws it.

Distance from the origin runs to the right, time (or cost) upward. A moving leg is a sloped line, flatter
where it is faster; a stop is a vertical jump with its name. Competing routes lie over each other. A band from p10 to
p90 (cost: low to high) lies round one or two of them; of more, bands would hide each other, so that only the first
has one. A bar at the right edge tells the ends of every one. Marks along the line tell assumed numbers from published ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from dragoman.errors import UsageError
from dragoman.model.routes import Leg, Route

__all__ = ["Curve", "DiagramStyle", "curve_of_route", "png_of_svg", "time_distance_svg"]

# Colours of Okabe and Ito that the colour-blind tell apart.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_MOST_BANDS = 2
# Mean width [px] of a letter of the names of stops.
_LETTER = 5.4
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A corner of the line: distance [km], middle, low and high value."""

    km: float
    middle: float
    low: float
    high: float
    label: str = ""
    assumed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A route as the diagram draws it."""

    name: str
    points: tuple[Point, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class DiagramStyle:
    """Size [px] and words of a diagram."""

    width: int = 1100
    height: int = 700
    title: str = ""
    measure: str = "time"


def curve_of_route(route: Route, name: str, measure: str = "time") -> Curve:
    """The corners of a route.

    The medians of single legs do not add up to the median of the whole: the line is scaled so that it ends at the
    route's own p50, and the band opens from the origin to the route's own p10 and p90.

    Parameters
    ----------
    route : Route
        A member of the Pareto set.
    name : str
        Shown in the legend.
    measure : str
        ``time`` [days] or ``cost`` [USD per FEU].

    Raises
    ------
    UsageError
        Another measure, or a route without cost.
    """
    if measure not in ("time", "cost"):
        raise UsageError(f"measure {measure!r}", remedy="use time or cost")
    if measure == "cost" and route.usd_per_feu is None:
        raise UsageError(f"route {route.id} has no cost", remedy="draw its time")
    values = _hours(route.legs) if measure == "time" else _costs(route.legs)
    end = _ends(route, measure)
    sums = [sum(v[i] for v in values) for i in range(3)]
    scales = [e / s if s else 0.0 for e, s in zip(end, sums)]
    km, at = 0.0, [0.0, 0.0, 0.0]
    points = [Point(0.0, 0.0, 0.0, 0.0, route.legs[0].from_ if route.legs else "")]
    for leg, value in zip(route.legs, values):
        km += leg.km
        at = [a + v * s for a, v, s in zip(at, value, scales)]
        points.append(
            Point(km, at[1], min(at[0], at[1]), max(at[2], at[1]), _label(leg), *_told(leg, measure))
        )
    return Curve(name, tuple(points), _total(route, measure))


def _hours(legs: Sequence[Leg]) -> list[tuple[float, float, float]]:
    return [(leg.hours.p10 / 24, leg.hours.p50 / 24, leg.hours.p90 / 24) for leg in legs]


def _costs(legs: Sequence[Leg]) -> list[tuple[float, float, float]]:
    bands = [leg.usd_per_feu for leg in legs]
    return [(b.low, b.middle, b.high) if b else (0.0, 0.0, 0.0) for b in bands]


def _ends(route: Route, measure: str) -> tuple[float, float, float]:
    if measure == "time":
        return route.hours.p10 / 24, route.hours.p50 / 24, route.hours.p90 / 24
    assert route.usd_per_feu is not None
    return route.usd_per_feu.low, route.usd_per_feu.middle, route.usd_per_feu.high


def _told(leg: Leg, measure: str) -> tuple[bool, str]:
    """Whether the number of a leg is assumed, and its source; a leg knows these of its time, not of its cost."""
    return (leg.assumed, leg.source) if measure == "time" else (False, "")


def _label(leg: Leg) -> str:
    if leg.link:
        return ""
    what = leg.service if leg.mode in ("wait", "transfer") and leg.service else leg.mode
    return f"{leg.from_}: wait for {what}" if leg.mode == "wait" else f"{leg.from_}: {what}"


def _total(route: Route, measure: str) -> str:
    if measure == "time":
        h = route.hours
        return f"{h.p50 / 24:.1f} d ({h.p10 / 24:.1f} to {h.p90 / 24:.1f})"
    assert route.usd_per_feu is not None
    return f"{route.usd_per_feu.low:,.0f} to {route.usd_per_feu.high:,.0f} USD/FEU"


def time_distance_svg(curves: Sequence[Curve], style: DiagramStyle | None = None) -> str:
    """The diagram as an SVG document.

    Parameters
    ----------
    curves : sequence of Curve
        Competing routes, the first one labelled.
    style : DiagramStyle, optional
        Size and title.

    Raises
    ------
    UsageError
        No curve.
    """
    if not curves:
        raise UsageError("no route to draw", remedy="give at least one")
    style = style or DiagramStyle()
    frame = _Frame(style, curves)
    parts = [_head(style), *frame.axes()]
    for number, curve in enumerate(curves[: len(curves) if len(curves) <= _MOST_BANDS else 1]):
        parts += _band(curve, frame, _COLOURS[number % len(_COLOURS)])
    for number, curve in enumerate(curves):
        parts += _bar(curve, frame, number)
    # The first route lies on top, and its stops have their names first.
    for number, curve in reversed(list(enumerate(curves))):
        parts += _line(curve, frame, _COLOURS[number % len(_COLOURS)])
    taken: list[Box] = []
    for number, curve in enumerate(curves):
        parts += _labels(curve, frame, "" if number == 0 else _COLOURS[number % len(_COLOURS)], taken)
    parts += _legend(curves, frame)
    return "\n".join([*parts, "</svg>", ""])


class _Frame:
    """Where data lie on the paper."""

    left, right, top, bottom = 70.0, 45.0, 60.0, 130.0

    def __init__(self, style: DiagramStyle, curves: Sequence[Curve]) -> None:
        self.style = style
        self.km = max(p.km for c in curves for p in c.points) or 1.0
        self.value = max(p.high for c in curves for p in c.points) or 1.0

    def x(self, km: float) -> float:
        return self.left + km / self.km * (self.style.width - self.left - self.right)

    def y(self, value: float) -> float:
        bottom = self.style.height - self.bottom
        return bottom - value / self.value * (bottom - self.top)

    def axes(self) -> list[str]:
        style, out = self.style, []
        base, end = self.y(0), style.width - self.right
        unit = "days" if style.measure == "time" else "USD per FEU"
        for value in _ticks(self.value):
            y = self.y(value)
            out.append(f'<line x1="{self.left:.1f}" y1="{y:.1f}" x2="{end:.1f}" y2="{y:.1f}" class="grid"/>')
            out.append(f'<text x="{self.left - 8:.1f}" y="{y + 4:.1f}" class="end">{_number(value)}</text>')
        for km in _ticks(self.km):
            x = self.x(km)
            out.append(f'<line x1="{x:.1f}" y1="{base:.1f}" x2="{x:.1f}" y2="{base + 5:.1f}" class="axis"/>')
            out.append(f'<text x="{x:.1f}" y="{base + 20:.1f}" class="middle">{km:,.0f}</text>')
        out.append(f'<line x1="{self.left}" y1="{base:.1f}" x2="{end:.1f}" y2="{base:.1f}" class="axis"/>')
        out.append(f'<line x1="{self.left}" y1="{self.top}" x2="{self.left}" y2="{base:.1f}" class="axis"/>')
        middle = (self.left + end) / 2
        out.append(
            f'<text x="{middle:.1f}" y="{base + 40:.1f}" class="middle">distance from the origin, km</text>'
        )
        out.append(f'<text x="{self.left:.1f}" y="{self.top - 10:.1f}" class="start">{unit}</text>')
        return out


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:g}"


def _ticks(top: float) -> list[float]:
    """Five to ten round values from 0 to ``top``."""
    step = 10 ** math.floor(math.log10(top / 5)) if top > 0 else 1.0
    for factor in (1, 2, 5, 10):
        if top / (step * factor) <= 10:
            step *= factor
            break
    return [i * step for i in range(int(top / step + 1e-9) + 1)]


def _head(style: DiagramStyle) -> str:
    w, h = style.width, style.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img">'
        f"<title>{escape(style.title)}</title>"
        "<style>text{font:12px sans-serif;fill:#222}.title{font-size:16px;font-weight:bold}"
        ".small{font-size:10px;fill:#444;paint-order:stroke;stroke:white;stroke-width:2px;stroke-opacity:0.7}.end{text-anchor:end}.middle{text-anchor:middle}"
        ".grid{stroke:#ddd}.axis{stroke:#444}.line{fill:none;stroke-width:2}.stop{stroke-width:2}"
        ".assumed{stroke-dasharray:5 3}</style>"
        f'<rect width="{w}" height="{h}" fill="white"/>'
        f'<text x="{_Frame.left:g}" y="28" class="title">{escape(style.title)}</text>'
    )


def _path(points: Sequence[Point], frame: _Frame, value: Callable[[Point], float]) -> list[str]:
    return [f"{frame.x(p.km):.1f},{frame.y(value(p)):.1f}" for p in points]


def _band(curve: Curve, frame: _Frame, colour: str) -> list[str]:
    up = _path(curve.points, frame, lambda p: p.high)
    down = _path(curve.points, frame, lambda p: p.low)[::-1]
    return [f'<polygon points="{" ".join(up + down)}" fill="{colour}" fill-opacity="0.12"/>']


def _bar(curve: Curve, frame: _Frame, number: int) -> list[str]:
    """From low to high of the whole route, right of the plot, with a dot in the middle."""
    colour, last = _COLOURS[number % len(_COLOURS)], curve.points[-1]
    x = frame.style.width - frame.right + 9 + 8 * number
    low, middle, high = (frame.y(v) for v in (last.low, last.middle, last.high))
    told = f"<title>{escape(curve.total)}</title>"
    ends = f'x1="{x:.1f}" y1="{low:.1f}" x2="{x:.1f}" y2="{high:.1f}"'
    return [
        f'<line {ends} stroke="{colour}" class="stop">{told}</line>',
        f'<circle cx="{x:.1f}" cy="{middle:.1f}" r="3" fill="{colour}"/>',
    ]


def _line(curve: Curve, frame: _Frame, colour: str) -> list[str]:
    out = []
    for a, b in zip(curve.points, curve.points[1:]):
        xy = [frame.x(a.km), frame.y(a.middle), frame.x(b.km), frame.y(b.middle)]
        mark = " assumed" if b.assumed else ""
        out.append(
            f'<line x1="{xy[0]:.1f}" y1="{xy[1]:.1f}" x2="{xy[2]:.1f}" y2="{xy[3]:.1f}" '
            f'stroke="{colour}" class="line{mark}"><title>{escape(b.source)}</title></line>'
        )
    return out


def _labels(curve: Curve, frame: _Frame, colour: str, taken: list[Box]) -> list[str]:
    """Names of the stops that take long, where they cover no other; those of further routes in their colour."""
    out = []
    # What a stop takes, scaled as the axis is, decides whether its name is worth the room.
    worth = frame.value / (20 if colour else 45)
    for a, b in zip(curve.points, curve.points[1:]):
        if not b.label or b.middle - a.middle < worth:
            continue
        x, y = frame.x(b.km), (frame.y(a.middle) + frame.y(b.middle)) / 2 + 3
        wide = _LETTER * len(b.label)
        for left, end in ((x + 6, "start"), (x - 6 - wide, "end")):
            box = (left, y - 9, left + wide, y + 2)
            inside = frame.left < box[0] and box[2] < frame.style.width - frame.right
            if not inside or any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            at = x + 6 if end == "start" else x - 6
            fill = f' style="fill:{colour}"' if colour else ""
            out.append(f'<text x="{at:.1f}" y="{y:.1f}" class="{end} small"{fill}>{escape(b.label)}</text>')
            break
    return out


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _legend(curves: Sequence[Curve], frame: _Frame) -> list[str]:
    out = []
    top = frame.style.height - 68
    for number, curve in enumerate(curves[:4]):
        y, colour = top + number * 15, _COLOURS[number % len(_COLOURS)]
        out.append(f'<line x1="70" y1="{y:.0f}" x2="100" y2="{y:.0f}" stroke="{colour}" stroke-width="3"/>')
        words = escape(f"{curve.name}: {curve.total}")
        out.append(f'<text x="108" y="{y + 4:.0f}" class="small">{words}</text>')
    note = "band and bars: p10 to p90; dashed: assumed numbers; point at a line for its source"
    if frame.style.measure == "cost":
        note = "band and bars: low to high of the sources"
    end = frame.style.width - frame.right
    out.append(f'<text x="{end:.0f}" y="{frame.style.height - 8}" class="end small">{note}</text>')
    return out


def png_of_svg(svg: str) -> bytes:
    """The picture as PNG, drawn without a network.

    Raises
    ------
    UsageError
        The optional package that draws it is not installed.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError(
            "PNG needs the package vl-convert-python", remedy="install it, or write .svg instead"
        ) from error
    picture: bytes = vl_convert.svg_to_png(svg)
    return picture
