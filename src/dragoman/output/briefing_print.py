"""Briefings as tagged PDF, set by Typst with its own fonts: the same briefing gives the same bytes on any machine."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from dragoman.errors import UsageError
from dragoman.model.periods import parse_period
from dragoman.output.briefing_text import briefing_values
from dragoman.output.briefings import Briefing, shortened

__all__ = ["briefing_pages", "briefing_pdf"]

_FONT = "Libertinus Serif"


def briefing_pdf(briefing: Briefing) -> bytes:
    """The briefing as PDF; its date is the briefing's day, not that of printing.

    Raises
    ------
    UsageError
        The layout cannot be set.
    """
    pdf = _compiled(briefing, "pdf")
    assert isinstance(pdf, bytes)
    return pdf


def briefing_pages(briefing: Briefing, *, ppi: float = 110.0) -> list[bytes]:
    """The pages of the same as PNG."""
    pages = _compiled(briefing, "png", ppi=ppi)
    return [pages] if isinstance(pages, bytes) else list(pages)


def _compiled(briefing: Briefing, form: str, **options: Any) -> bytes | list[bytes]:
    import typst

    # One call for both forms: the overloads of the library are a form each.
    compiled: Any = typst.compile
    layout = files("dragoman").joinpath("data", "briefings", "brief.typ").read_bytes()
    day = _day(briefing)
    moment = int(datetime(*(day or (1970, 1, 1)), tzinfo=UTC).timestamp())
    try:
        result: bytes | list[bytes] = compiled(
            layout,
            format=form,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_values(briefing, day), ensure_ascii=False)},
            timestamp=moment,
            **options,
        )
    except typst.TypstError as error:
        raise UsageError(
            f"the briefing cannot be set: {error}", remedy="write .md or .html instead"
        ) from error
    return result


def _day(briefing: Briefing) -> tuple[int, int, int] | None:
    last = parse_period(briefing.date).last if briefing.date else None
    return (last.year, last.month, last.day) if last else None


def _values(briefing: Briefing, day: tuple[int, int, int] | None) -> dict[str, Any]:
    values = briefing_values(briefing)
    values["day"] = day
    for section in values["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "picture":
                block["svg"] = _lettered(block["svg"])
    for reference in values["references"]:
        for passage in reference["passages"]:
            # Statistics and networks have one line that must stay whole.
            most = 170 if passage["start"] is not None else 1000
            passage["short"] = shortened(passage["text"], most)
    return values


def _lettered(svg: str) -> str:
    """A drawing with the letters of the page: no other font is at hand when printing."""
    svg = re.sub(r"font-family=\"[^\"]*\"", f'font-family="{_FONT}"', svg)
    return re.sub(r"(font:[^;}]*?)sans-serif", rf"\1{_FONT}", svg)
