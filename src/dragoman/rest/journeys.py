"""Routes and bundled scenarios."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from dragoman.desk.routes import (
    RouteQuestion,
    find_routes,
    moment,
    scenario_effects,
    scenario_names,
    scenario_titles,
)
from dragoman.errors import UnknownCode
from dragoman.rest.answering import answer
from dragoman.rest.schemas import RoutesAnswer, ScenarioItem, ScenarioWhole

__all__ = ["router"]

router = APIRouter(tags=["routes"])
_PLACE = "Name or UN/LOCODE."
Place = Annotated[str, Query(description=_PLACE, min_length=1, max_length=80, examples=["Varna", "BGVAR"])]
Via = Annotated[
    list[str] | None, Query(description="A place to pass; again for more, in order.", max_length=8)
]
Avoid = Annotated[
    list[str] | None,
    Query(
        description="A place, a country (alpha-3) or a mode to stay out of; again for more.",
        max_length=8,
        examples=[["RUS", "IRN"]],
    ),
]
Regime = Literal["official", "measured"]
Name = Annotated[str | None, Query(description="A bundled scenario of /scenarios.", max_length=80)]


def _bundled(name: str | None) -> str | None:
    """A scenario by name only: a path would read files of the server."""
    if name is not None and name not in scenario_names():
        raise UnknownCode(f"no scenario {name!r}", remedy=f"use one of {', '.join(scenario_names())}")
    return name


@router.get("/routes", response_model=RoutesAnswer)
def get_routes(
    request: Request,
    origin: Annotated[
        str,
        Query(alias="from", description=_PLACE, min_length=1, max_length=80, examples=["Almaty", "KZALA"]),
    ],
    to: Place,
    via: Via = None,
    avoid: Avoid = None,
    scenario: Name = None,
    regime: Regime = "official",
    depart: Annotated[str | None, Query(description="Such as 2025-11-03.", max_length=40)] = None,
    cargo: Literal["container", "bulk", "oil", "gas"] = "container",
) -> Response:
    """The routes worth weighing between two places, by time, cost and CO2."""
    question = RouteQuestion(
        origin, to, tuple(via or ()), tuple(avoid or ()), _bundled(scenario), regime, moment(depart), cargo
    )
    return answer(request, find_routes(question).to_json())


@router.get("/scenarios", response_model=list[ScenarioItem])
def list_scenarios(request: Request) -> Response:
    """The bundled scenarios."""
    return answer(request, [{"name": name, "title": title} for name, title in _titles().items()])


@router.get("/scenarios/{name}", response_model=ScenarioWhole)
def get_scenario(
    request: Request, name: Annotated[str, Path(max_length=80)], regime: Regime = "official"
) -> Response:
    """What a scenario changes against the base network, pair by pair."""
    return answer(request, _effects(_bundled(name) or name, regime))


_titles = lru_cache(maxsize=1)(scenario_titles)


@lru_cache(maxsize=64)
def _effects(name: str, regime: str) -> dict[str, Any]:
    return scenario_effects(name, regime=regime).to_json()
