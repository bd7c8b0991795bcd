"""Parameters that an address does not have, or has once: refused, as an answer without them would mislead."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError

__all__ = ["only_described"]


def only_described(request: Request) -> None:
    """Refuse what the description of the API does not have.

    Raises
    ------
    RequestValidationError
        A parameter has no such name, or comes twice where one value is taken.
    """
    given = Counter(name for name, _ in request.query_params.multi_items())
    if not given:
        return
    known = _described(request)
    wrong: list[dict[str, Any]] = []
    for name, times in given.items():
        if name not in known:
            wrong.append(_error(name, f"no parameter {name[:80]!r} here; {_meant(name, known)}", "unknown"))
        elif times > 1 and not known[name]:
            wrong.append(_error(name, f"{name!r} is given {times} times; it takes one value", "repeated"))
    if wrong:
        raise RequestValidationError(wrong)


def _described(request: Request) -> dict[str, bool]:
    """Names of the parameters of an operation, and whether each may be given again."""
    route = request.scope["route"]
    operation = request.app.openapi()["paths"].get(route.path_format, {}).get(request.method.lower(), {})
    return {
        p["name"]: any(kind.get("type") == "array" for kind in p["schema"].get("anyOf", [p["schema"]]))
        for p in operation.get("parameters", ())
        if p["in"] == "query"
    }


def _meant(name: str, known: dict[str, bool]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known) or 'none'}"


def _error(name: str, detail: str, code: str) -> dict[str, Any]:
    return {"loc": ("query", name[:80]), "msg": detail, "type": code}
