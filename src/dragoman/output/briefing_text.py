"""Briefings as Markdown and as a page of HTML that stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from dragoman.output.briefings import Briefing, briefing_json
from dragoman.output.citations import citation

__all__ = ["briefing_html", "briefing_markdown", "briefing_values"]

_SIGNS = re.compile(r"([\\`*_\[\]<>|~#])")


def briefing_values(briefing: Briefing) -> dict[str, Any]:
    """The briefing as JSON values with each reference in citation form."""
    values = briefing_json(briefing)
    for shown, reference in zip(values["references"], briefing.references):
        shown["citation"] = citation(reference)
    return values


def _md(text: str) -> str:
    """Text that Markdown shows as it is; an ampersand would begin an entity."""
    return _SIGNS.sub(r"\\\1", text.replace("&", "&amp;"))


def _cite(numbers: Sequence[int]) -> str:
    return f" \\[{', '.join(map(str, numbers))}\\]" if numbers else ""


def _render(name: str, values: Mapping[str, Any], *, escaped: bool) -> str:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    source = files("dragoman").joinpath("data", "briefings", name).read_text(encoding="utf-8")
    environment = Environment(autoescape=escaped, undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters.update(md=_md, cite=_cite, drawing=lambda svg: Markup(_drawing(svg)))
    return environment.from_string(source).render(b=values)


def briefing_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown; pictures are their words, as their values are in the tables."""
    text = _render("brief.md.jinja", briefing_values(briefing), escaped=False)
    return re.sub(r"\n{3,}", "\n\n", text)


def briefing_html(briefing: Briefing) -> str:
    """The briefing as one page without scripts and without anything to load."""
    return _render("brief.html.jinja", briefing_values(briefing), escaped=True)


def _drawing(svg: str) -> str:
    """A drawing of ours inside a page: its rules of style apply to itself alone."""
    scoped = re.sub(
        r"<style>(.*?)</style>", lambda m: f"<style>@scope {{{m[1]}}}</style>", svg, flags=re.DOTALL
    )
    return re.sub(r'(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r'\1 width="100%"', scoped, count=1)
