"""What every endpoint needs: the workspace, settings, codes as the tables have them, the problems it may answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request

from dragoman.desk.pair import pair_key
from dragoman.desk.reconcile import codes_named, country_codes
from dragoman.desk.workspace import Workspace
from dragoman.rest.problems import MEDIA_TYPE
from dragoman.rest.schemas import Problem
from dragoman.rest.settings import ApiSettings

__all__ = [
    "PROBLEMS",
    "Asked",
    "Country",
    "Id",
    "PairCode",
    "Set",
    "codes_of",
    "pair_of",
]


def _workspace(request: Request) -> Workspace:
    found: Workspace = request.app.state.workspace
    return found


def _settings(request: Request) -> ApiSettings:
    found: ApiSettings = request.app.state.settings
    return found


Asked = Annotated[Workspace, Depends(_workspace)]
Set = Annotated[ApiSettings, Depends(_settings)]
Country = Annotated[
    list[str] | None,
    Query(
        description="ISO 3166-1 alpha-3, the acronym of a body, or a name; again for each that all must have.",
        examples=[["KAZ", "BGR"]],
        max_length=12,
    ),
]
PairCode = Annotated[
    str, Path(description="Two codes, such as BGR-KAZ.", max_length=60, examples=["BGR-KAZ"])
]
Id = Annotated[str, Path(max_length=400)]

_WHY = {
    400: "An argument makes no sense", 401: "No valid token", 403: "The token's role does not reach, or a foreign page asks",
    404: "Nothing there", 413: "Too large", 415: "The body is of a type that is not taken", 421: "Another name than the server's", 422: "Not in order", 429: "Too many requests",
    500: "A fault of ours", 503: "The record is in use",
}  # fmt: skip
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": why,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, why in _WHY.items()
}
"""Errors that every operation may answer; their schema is `Problem`."""

assert Problem.__name__ == "Problem"


def codes_of(given: Sequence[str] | None) -> tuple[str, ...]:
    """Codes of countries and bodies as people write them: KAZ, kaz, Kazakhstan.

    Raises
    ------
    UnknownCode
        Nobody is called so; the message has the nearest names.
    """
    return tuple(dict.fromkeys(codes_named(given or ())))


def pair_of(text: str) -> tuple[str, str]:
    """The two parties, in alphabetical order.

    Raises
    ------
    UsageError, UnknownCode
        There are not two different ones, or one is in no table.
    """
    one, other = pair_key(text)
    country_codes([one, other])
    return one, other
