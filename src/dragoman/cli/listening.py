"""What all commands that listen share: their options, the socket, the token, the names, the loop."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from starlette.types import ASGIApp

__all__ = [
    "Door",
    "HostOption",
    "NameOption",
    "PortOption",
    "RecordArgument",
    "TokenOption",
    "door",
    "record_of",
]

RecordArgument = Annotated[
    str | None,
    typer.Argument(
        help="The record, a file or postgresql://...; made where there is none. Default: DRAGOMAN_RECORD, or record.duckdb here."
    ),
]
HostOption = Annotated[
    str, typer.Option("--host", help="Address to listen on; other than loopback needs a token.")
]
PortOption = Annotated[int, typer.Option("--port", help="Port; 0 takes any that is free.")]
TokenOption = Annotated[
    str | None,
    typer.Option(
        "--token",
        help="Token that every request must bring, besides those of `dragoman tokens`; made up where one is needed.",
    ),
]
NameOption = Annotated[
    list[str] | None, typer.Option("--name", help="Further name by which the server may be called.")
]


def record_of(given: str | None) -> str:
    """The record given, or the one that is meant where none is."""
    return given or os.environ.get("DRAGOMAN_RECORD") or "record.duckdb"


@dataclass(frozen=True, slots=True)
class Door:
    """A socket that is bound, and who may come in by it.

    ``token`` is empty where none is needed; ``made_up`` says that nobody knows it yet. ``names`` are
    further names of the server, ``base`` is its address for people.
    """

    listening: socket.socket
    host: str
    port: int
    token: str
    made_up: bool
    names: tuple[str, ...]

    @property
    def base(self) -> str:
        """``http://name:port``."""
        from dragoman.desk.hosts import is_loopback

        shown = "localhost" if is_loopback(self.host) else self.names[0] if self.names else self.host
        return f"http://{shown}:{self.port}"

    def open(self, told: str, application: ASGIApp) -> None:
        """Say that it is open, and serve until interrupted."""
        import uvicorn

        # From here on whoever calls is heard, at the latest when the loop below has begun.
        self.listening.listen(2048)
        typer.echo(f"dragoman: {told}  (end with Ctrl-C)", err=True)
        config = uvicorn.Config(
            application,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=3,
        )
        uvicorn.Server(config).run(sockets=[self.listening])


@contextmanager
def door(host: str, port: int, token: str | None, names: Sequence[str] | None) -> Iterator[Door]:
    """Bind an address; a token is made up where others can reach it and none was given.

    Raises
    ------
    UsageError
        The address cannot be bound.
    """
    from dragoman.desk.hosts import is_loopback

    with _bound(host, port) as listening:
        own = () if is_loopback(host) else _own_names(listening)
        needed = token or ("" if is_loopback(host) else secrets.token_urlsafe(24))
        bound = int(listening.getsockname()[1])
        yield Door(listening, host, bound, needed, bool(needed and not token), (*(names or ()), *own))


def _bound(host: str, port: int) -> socket.socket:
    """The operating system chooses the port where it is 0."""
    from dragoman.errors import UsageError

    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"cannot listen on {host}:{port} ({error})",
            remedy="give another --port, or 0 for any that is free",
        ) from error
    return listening


def _own_names(listening: socket.socket) -> tuple[str, ...]:
    """Names of this machine, where it listens to others."""
    address = str(listening.getsockname()[0])
    return (socket.gethostname(), *([address] if address not in ("0.0.0.0", "::") else []))
