"""Calls of tools as the assistant should have them: compact answers, and errors that say what to send instead."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent
from mcp.types import Tool as Described
from pydantic import ValidationError

from dragoman.errors import DragomanError

__all__ = ["Server", "several", "told"]

P = ParamSpec("P")


def told(tool: Callable[P, dict[str, Any]]) -> Callable[P, CallToolResult]:
    """The answer of a tool on one line, as an assistant pays for blanks; errors of ours as errors of the tool."""

    @wraps(tool)
    def guarded(*given: P.args, **named: P.kwargs) -> CallToolResult:
        try:
            answer = tool(*given, **named)
        except DragomanError as error:
            remedy = f"; {error.remedy}" if error.remedy else ""
            raise ToolError(f"{error.code}: {error.what}{remedy}") from error
        text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=answer)

    return guarded


def several(given: object) -> object:
    """A list where one word, or words with commas between, came in its place."""
    if not isinstance(given, str):
        return given
    return [word.strip() for word in given.split(",") if word.strip()]


class Server(MCPServer[Any]):
    """The SDK's server; an argument that a tool does not have is refused, as an answer without it would mislead."""

    async def list_tools(self) -> list[Described]:
        """The tools, whose schemas say that there are no other arguments."""
        return [
            tool.model_copy(update={"input_schema": tool.input_schema | {"additionalProperties": False}})
            for tool in await super().list_tools()
        ]

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool by name.

        Raises
        ------
        ToolError
            There is no such tool, an argument is wrong, or the tool says so.
        """
        schemas = {tool.name: tool.input_schema for tool in await super().list_tools()}
        if name not in schemas:
            raise ToolError(f"not-found: no tool {name[:80]!r}; {_meant(name, schemas)}")
        known = schemas[name]["properties"]
        for argument in arguments:
            if argument not in known:
                raise ToolError(
                    f"request-invalid: {name} takes no {argument[:80]!r}; {_meant(argument, known)}"
                )
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(f"request-invalid: {_wrong(error.__cause__)}") from error.__cause__
            raise


def _meant(name: str, known: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"


def _wrong(error: ValidationError) -> str:
    """Every argument at fault, what is wrong with it, and what came."""
    out = []
    for e in error.errors(include_url=False)[:5]:
        where = ".".join(str(part) for part in e["loc"])
        came = "" if e["type"] == "missing" else f", not {str(e['input'])[:60]!r}"
        out.append(f"{where}: {e['msg'][:1].lower()}{e['msg'][1:]}{came}")
    return "; ".join(out)
