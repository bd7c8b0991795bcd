"""Specifications of charts to pictures: SVG for pages and print, PNG for documents; no browser, no network."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from dragoman.errors import UsageError
from dragoman.output.charts import GRID, INK

__all__ = ["inline_svg", "render_png", "render_svg", "warm"]

_VEGA_LITE = "6.4"
_HEAD = re.compile(r"<svg\b([^>]*)>")


def render_svg(spec: Mapping[str, Any]) -> str:
    """A specification as an SVG document; the same specification gives the same bytes.

    Raises
    ------
    UsageError
        The specification cannot be drawn.
    """
    return _svg(json.dumps(spec, sort_keys=True))


def warm() -> None:
    """Start what draws, so that the first picture does not wait half a second for it."""
    render_svg({"data": {"values": [{"x": 1}]}, "mark": "point", "encoding": {"x": {"field": "x"}}})


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    import vl_convert

    try:
        svg: str = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE, allowed_base_urls=[])
    except ValueError as error:
        raise UsageError(
            f"a chart that cannot be drawn: {error}", remedy="check its specification"
        ) from error
    return svg


def render_png(spec: Mapping[str, Any], *, scale: float = 2.0) -> bytes:
    """A specification as PNG, ``scale`` times its size in pixels.

    Raises
    ------
    UsageError
        The specification cannot be drawn.
    """
    import vl_convert

    picture: bytes = vl_convert.svg_to_png(render_svg(spec), scale=scale)
    return picture


def inline_svg(spec: Mapping[str, Any], *, title: str = "") -> str:
    """A picture to stand inside a page: it takes the page's text colour, light or dark, and scales to its width.

    Parameters
    ----------
    spec : mapping
        Of the light theme.
    title : str
        Short name; the description of the specification is read out after it.
    """
    svg = render_svg(spec)
    svg = re.sub(rf'(fill|stroke)="{INK["light"]}"', r'\1="currentColor"', svg)
    svg = re.sub(rf'stroke="{GRID["light"]}"', 'stroke="currentColor" stroke-opacity="0.18"', svg)
    words = f"<title>{escape(title)}</title><desc>{escape(str(spec.get('description', '')))}</desc>"

    def head(found: re.Match[str]) -> str:
        size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', found[1])
        box = f'viewBox="0 0 {size[1]} {size[2]}"' if size else ""
        return f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" {box} width="100%" role="img">{words}'

    return _HEAD.sub(head, svg, count=1)
