"""Maps with countries as SVG: for the page without scripts, for print, and as the picture behind a live map.

A map is plain values in and SVG out. Colours are attributes that a page's style sheet may override by class; nothing
in the picture needs a style element, so a strict content security policy holds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import numpy as np
from numpy.typing import NDArray

from dragoman.output.basemaps import Basemap
from dragoman.output.projections import Projection, natural_earth, plate

__all__ = ["CLASSES", "Atlas", "Dot", "Frame", "Path", "atlas_svg", "class_of", "frame_of"]

Points = NDArray[np.float64]
CLASSES = ("#dfe3e7", "#c3d9ec", "#97c0e0", "#64a3d0", "#2b7ab5", "#0a4f86")
"""Fills by class, from nothing to most; lightness alone tells them apart."""
_LINES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
_KINDS = {"rail": "#6b7683", "road": "#a9b1ba", "sea": "#7fb4d8", "pipeline": "#8a5a00", "visit": "#CC79A7"}
_SEA, _EDGE = "#f5f8fa", "#ffffff"
_MARGIN = 40.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the world is shown [deg], and how wide [px]."""

    west: float = -180.0
    south: float = -58.0
    east: float = 180.0
    north: float = 84.0
    width: int = 1000

    @property
    def whole(self) -> bool:
        """Whether it is so much of the world that the world's projection suits it."""
        return self.east - self.west > 200


@dataclass(frozen=True, slots=True)
class Path:
    """A line of lon, lat [deg]; ``group`` numbers what is compared, ``kind`` names a layer; one of both."""

    points: tuple[tuple[float, float], ...]
    title: str
    kind: str = ""
    group: int | None = None
    width: float = 1.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with a name; ``kind`` is ``port``, ``mission``, ``place`` or another layer."""

    lon: float
    lat: float
    name: str
    title: str
    kind: str
    size: float = 3.0
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is on a map.

    Attributes
    ----------
    counts : mapping
        Code -> number by which a country is filled; absent is none.
    titles, links : mapping
        Code -> what is told when it is pointed at, and the address that it leads to.
    """

    counts: Mapping[str, int]
    titles: Mapping[str, str]
    links: Mapping[str, str]
    paths: tuple[Path, ...] = ()
    dots: tuple[Dot, ...] = ()
    named: Mapping[str, str] | None = None


def class_of(count: int, most: int) -> int:
    """The class of a count: 0 for none, then 1 to 5 on a logarithmic scale up to the most."""
    if count <= 0 or most <= 0:
        return 0
    return 1 + min(4, int(5 * math.log1p(count) / math.log1p(most) - 1e-9))


def frame_of(atlas: Atlas, *, width: int = 1000) -> Frame:
    """The part of the world that paths and dots lie in, with room around; the whole where there are none."""
    ends = [p for path in atlas.paths for p in path.points] + [(d.lon, d.lat) for d in atlas.dots]
    if not ends:
        return Frame(width=width)
    lons, lats = [p[0] for p in ends], [p[1] for p in ends]
    pad = max(3.0, (max(lons) - min(lons)) * 0.07)
    west, east = max(min(lons) - pad, -180.0), min(max(lons) + pad, 180.0)
    south, north = max(min(lats) - pad * 0.8, -58.0), min(max(lats) + pad * 0.8, 84.0)
    # Never flatter than 2.4 to 1: a strip shows no neighbours.
    narrow = math.cos(math.radians((south + north) / 2))
    lacking = (east - west) * narrow / 2.4 - (north - south)
    if lacking > 0:
        south, north = max(south - lacking / 2, -58.0), min(north + lacking / 2, 84.0)
    # Whole degrees, so that maps that differ little are drawn once.
    found = Frame(math.floor(west), math.floor(south), math.ceil(east), math.ceil(north), width)
    return Frame(width=width) if found.whole else found


class _Paper:
    """Where degrees lie on the paper."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        # Outlines are drawn in whole numbers of this unit [px]: short to send, and finer than the eye in a part of the world.
        self.grid = 0.8 if frame.whole else 0.5
        self.project: Projection = natural_earth if frame.whole else plate((frame.south + frame.north) / 2)
        lons = np.linspace(frame.west, frame.east, 9)
        lats = np.linspace(frame.south, frame.north, 9)
        grid = self.project(np.array([(lon, lat) for lon in lons for lat in lats]))
        self.low, high = grid.min(axis=0), grid.max(axis=0)
        self.scale = frame.width / (high[0] - self.low[0])
        self.height = round((high[1] - self.low[1]) * self.scale)

    def place(self, points: Points) -> Points:
        """Pixels, y downward, a hand's breadth outside the paper at most."""
        xy = (self.project(points) - self.low) * self.scale
        xy[:, 1] = self.height - xy[:, 1]
        low, high = -_MARGIN, (self.frame.width + _MARGIN, self.height + _MARGIN)
        clipped: Points = np.clip(xy, low, high)
        return clipped

    def line(self, points: Points) -> Points:
        """The same in whole units of the grid, with what falls on the same place left out."""
        xy = np.round(self.place(points) / self.grid)
        keep = np.ones(len(xy), dtype=bool)
        keep[1:] = (xy[1:] != xy[:-1]).any(axis=1)
        kept: Points = xy[keep]
        return kept

    def sees(self, xy: Points) -> bool:
        """Whether something of a line is on the paper."""
        low, high = xy.min(axis=0) * self.grid, xy.max(axis=0) * self.grid
        return bool((high >= 0).all() and low[0] <= self.frame.width and low[1] <= self.height)


def _d(xy: Points, closed: bool = False) -> str:
    """A line of whole numbers as path data, each corner told from the one before."""
    first, steps = xy[0].astype(int), np.diff(xy, axis=0).astype(int)
    rest = " ".join(f"{x} {y}" for x, y in steps.tolist()).replace(" -", "-")
    return f"M{first[0]} {first[1]}l{rest}" + ("Z" if closed else "")


@lru_cache(maxsize=24)
def _land(
    basemap: Basemap, frame: Frame
) -> tuple[dict[str, str], dict[bool, str], dict[str, tuple[float, float]]]:
    """Outlines by code, borders by whether they are dashed, and places for names."""
    paper = _Paper(frame)
    outlines: dict[str, str] = {}
    names: dict[str, tuple[float, float]] = {}
    for code, polygons in basemap.shapes.items():
        parts: list[str] = []
        largest = 0.0
        for polygon in polygons:
            outer = [paper.line(part) for part in basemap.flat(polygon[0])]
            seen = [ring for ring in outer if paper.sees(ring)]
            whole = [ring for ring in seen if len(ring) > 2]
            if not whole:
                # What is smaller than a pixel still gets one: an island state must not vanish.
                if seen and not parts and len(polygons) < 40:
                    x, y = seen[0][0]
                    parts.append(f"M{x - 1:.0f} {y:.0f}h2v2h-2Z")
                continue
            holes = [paper.line(basemap.ring(hole)) for hole in polygon[1:]]
            parts += [_d(ring, closed=True) for ring in (*whole, *holes) if len(ring) > 2]
            largest_part = max(whole, key=len)
            area, centre = _centroid((largest_part * paper.grid).clip(0, (frame.width, paper.height)))
            if area > largest:
                largest, names[code] = area, centre
        if parts:
            outlines[code] = "".join(parts)
        if largest < 350:
            names.pop(code, None)
    borders = {
        dashed: "".join(
            _d(xy)
            for b in basemap.borders
            if b.dashed == dashed and len(xy := paper.line(b.line)) > 1 and paper.sees(xy)
        )
        for dashed in (False, True)
    }
    return outlines, borders, names


def _centroid(ring: Points) -> tuple[float, tuple[float, float]]:
    x, y = ring[:, 0], ring[:, 1]
    x2, y2 = np.roll(x, -1), np.roll(y, -1)
    cross = x * y2 - x2 * y
    area = cross.sum() / 2
    if abs(area) < 1e-9:
        return 0.0, (float(x[0]), float(y[0]))
    centre = (((x + x2) * cross).sum() / (6 * area), ((y + y2) * cross).sum() / (6 * area))
    return abs(float(area)), (float(centre[0]), float(centre[1]))


def atlas_svg(
    basemap: Basemap, atlas: Atlas, frame: Frame, *, title: str, words: str, live: bool = True
) -> str:
    """The map as SVG.

    Parameters
    ----------
    basemap : Basemap
        Outlines and policy.
    atlas : Atlas
        What is shown.
    frame : Frame
        What part of the world.
    title, words : str
        Name and description, read out to who does not see it.
    live : bool
        Whether countries lead to their addresses.
    """
    paper = _Paper(frame)
    outlines, borders, names = _land(basemap, frame)
    w, h = frame.width, paper.height
    scaled = f'transform="scale({paper.grid})"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" class="atlas" role="group" '
        f'aria-label="{escape(title)}" font-family="sans-serif"><title>{escape(title)}</title>'
        f'<desc>{escape(words)}</desc><rect class="atlas-sea" width="{w}" height="{h}" fill="{_SEA}"/>'
    )
    lines = (
        f'<path class="atlas-border" d="{borders[False]}" stroke="{_EDGE}" stroke-width="{0.7 / paper.grid:.2f}"/>'
        f'<path class="atlas-border atlas-dashed" d="{borders[True]}" stroke="#56606b" '
        f'stroke-width="{0.9 / paper.grid:.2f}" stroke-dasharray="5 4"/>'
    )
    out = [
        head,
        f'<g class="atlas-land" {scaled} stroke="none">',
        *_countries(outlines, atlas, live),
        f'</g><g fill="none" {scaled}>',
        lines,
        *_paths(paper, atlas.paths),
        "</g>",
        *_names(names, atlas),
        *_dots(paper, atlas.dots),
        "</svg>\n",
    ]
    return "".join(out)


def _countries(outlines: Mapping[str, str], atlas: Atlas, live: bool) -> list[str]:
    most = max(atlas.counts.values(), default=0)
    out = []
    for code, d in outlines.items():
        k = class_of(atlas.counts.get(code, 0), most)
        told = atlas.titles.get(code, code)
        shape = (
            f'<path class="atlas-country atlas-{k}" data-code="{escape(code)}" d="{d}" fill="{CLASSES[k]}" '
            f'fill-rule="evenodd"><title>{escape(told)}</title></path>'
        )
        link = atlas.links.get(code) if live else None
        out.append(f'<a href="{escape(link)}" aria-label="{escape(told)}">{shape}</a>' if link else shape)
    return out


def _paths(paper: _Paper, paths: Sequence[Path]) -> list[str]:
    # What is compared lies above the layers, and of it the first on top.
    order = sorted(paths, key=lambda p: (p.group is not None, -(p.group or 0)))
    out = []
    for p in order:
        colour = _LINES[p.group % len(_LINES)] if p.group is not None else _KINDS.get(p.kind, "#6b7683")
        xy = paper.line(np.asarray(p.points, dtype=np.float64))
        if len(xy) < 2 or not paper.sees(xy):
            continue
        name = (
            f"atlas-route atlas-route-{p.group}"
            if p.group is not None
            else f"atlas-line atlas-{escape(p.kind)}"
        )
        dash = ' stroke-dasharray="8 6"' if p.dashed else ""
        d = _d(xy)
        if p.group is not None:
            # A light edge keeps the line apart from a dark country.
            wide = (p.width + 2) / paper.grid
            out.append(
                f'<path class="atlas-casing" d="{d}" stroke="#fff" stroke-opacity="0.75" stroke-width="{wide:.2f}"/>'
            )
        out.append(
            f'<path class="{name}" d="{d}" stroke="{colour}" stroke-width="{p.width / paper.grid:.2f}"{dash} '
            f'stroke-linejoin="round" stroke-linecap="round"><title>{escape(p.title)}</title></path>'
        )
    return out


def _names(places: Mapping[str, tuple[float, float]], atlas: Atlas) -> list[str]:
    return [
        f'<text class="atlas-name" x="{places[code][0]:.0f}" y="{places[code][1]:.0f}" text-anchor="middle" '
        f'font-size="11" fill="#27313a" stroke="#fff" stroke-width="2.5" stroke-opacity="0.85" paint-order="stroke" pointer-events="none">{escape(name)}</text>'
        for code, name in (atlas.named or {}).items()
        if code in places
    ]


def _dots(paper: _Paper, dots: Sequence[Dot]) -> list[str]:
    out: list[str] = []
    taken: list[tuple[float, float]] = []
    for dot in sorted(dots, key=lambda d: (d.labelled, d.size)):
        x, y = paper.place(np.array([[dot.lon, dot.lat]]))[0]
        if not (0 <= x <= paper.frame.width and 0 <= y <= paper.height):
            continue
        square = dot.kind == "mission"
        head = f'class="atlas-dot atlas-{escape(dot.kind)}" stroke="#fff" stroke-width="0.8"'
        told = f"<title>{escape(dot.title)}</title>"
        if square:
            s = dot.size * 1.8
            out.append(
                f'<rect {head} x="{x - s / 2:.1f}" y="{y - s / 2:.1f}" width="{s:g}" height="{s:g}" fill="#8a2f6b">{told}</rect>'
            )
        else:
            out.append(
                f'<circle {head} cx="{x:.1f}" cy="{y:.1f}" r="{dot.size:g}" fill="#1b1f24">{told}</circle>'
            )
        if dot.labelled:
            # A name gives way downward where another one stands.
            at = y - 5
            while any(abs(at - b) < 12 and abs(x - a) < 80 for a, b in taken):
                at += 12
            taken.append((x, at))
            end = x > paper.frame.width - 90
            out.append(
                f'<text class="atlas-label" x="{x - 6 if end else x + 6:.1f}" y="{at:.1f}" font-size="12" '
                f'text-anchor="{"end" if end else "start"}" fill="#1b1f24" stroke="#fff" stroke-width="2.5" '
                f'paint-order="stroke">{escape(dot.name)}</text>'
            )
    return out
