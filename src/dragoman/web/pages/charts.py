"""The chart of a pair's trade: one specification, as a picture for the page and as JSON for notebooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.desk.ledger_pages import ledger_page
from dragoman.desk.pair import pair_key
from dragoman.desk.pair_charts import trade_chart
from dragoman.errors import UsageError
from dragoman.output.charts import figure_spec
from dragoman.output.pictures import render_svg
from dragoman.web.requests import not_found, settings_of, words_of, workspace_of

__all__ = ["specification", "trade"]


def _spec(request: Request, theme: str, stacked: bool = False) -> dict[str, Any] | None:
    try:
        one, other = pair_key(request.path_params["pair"])
    except UsageError:
        return None
    chart = trade_chart(ledger_page(workspace_of(request), one, other).rows, one, other)
    return (
        figure_spec(
            chart, theme=theme, stacked=stacked, height=140 if stacked else 190, translate=_translate(request)
        )
        if chart.marks
        else None
    )


def _translate(request: Request) -> Callable[..., str] | None:
    """What translates, for pages that are not in English."""
    return None if settings_of(request).language == "en" else words_of(request)


def trade(request: Request) -> Response:
    """``/pairs/BGR-KAZ/trade.svg?theme=dark&narrow=1``."""
    theme = "dark" if request.query_params.get("theme") == "dark" else "light"
    spec = _spec(request, theme, bool(request.query_params.get("narrow")))
    if spec is None:
        return not_found(
            request, words_of(request)("Nothing to draw."), [("/pairs", words_of(request)("all pairs"))]
        )
    return Response(render_svg(spec).encode(), media_type="image/svg+xml")


def specification(request: Request) -> Response:
    """``/pairs/BGR-KAZ/trade.json``: the Vega-Lite specification with its data."""
    spec = _spec(request, "light")
    if spec is None:
        return not_found(
            request, words_of(request)("Nothing to draw."), [("/pairs", words_of(request)("all pairs"))]
        )
    return JSONResponse(spec)
