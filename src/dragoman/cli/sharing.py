"""Commands for a record that several people share: migrate, tokens, audit."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["register"]


class Role(StrEnum):
    """What a token lets do; each role may do what those before it may."""

    read = "read"
    review = "review"
    admin = "admin"


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    jsonl = "jsonl"


Record = Annotated[str, typer.Argument(help="The record, a file or postgresql://...", metavar="RECORD")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(
        help="Tokens of a record: who may read, review or administer it over the network.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command("issue")(_issue)
    group.command("list")(_list)
    group.command("revoke")(_revoke)
    app.add_typer(group, name="tokens")
    app.command("audit")(_audit)
    app.command("migrate")(_migrate)


def _issue(
    record: Record,
    who: Annotated[str, typer.Option(help="Whose it is.", metavar="NAME")],
    role: Annotated[Role, typer.Option(help="What it lets do.")] = Role.read,
    until: Annotated[
        str | None, typer.Option(help="First day on which it is no good.", metavar="DATE")
    ] = None,
) -> None:
    """Give out a token; its secret is printed once and kept nowhere."""
    from dragoman.desk.access import issue

    token, secret = issue(record, who, role.value, until)
    print(f"dragoman: token {token.id} for {token.who}, role {token.role}; keep the secret", file=sys.stderr)
    print(secret)


def _list(record: Record) -> None:
    """List tokens, those that are no longer good too."""
    from dragoman.desk.access import tokens

    for t in tokens(record):
        ends = (
            f"revoked {t.revoked:%Y-%m-%d}"
            if t.revoked
            else f"until {t.expires:%Y-%m-%d}"
            if t.expires
            else ""
        )
        print(f"{t.id}  {t.role:6}  {t.who}  issued {t.issued:%Y-%m-%d}  {ends}".rstrip())


def _revoke(record: Record, token: Annotated[str, typer.Argument(help="Id of the token, to_...")]) -> None:
    """Make a token worthless."""
    from dragoman.desk.access import revoke

    revoke(record, token)


def _audit(
    record: Record,
    since: Annotated[
        str | None, typer.Option(help="Only from this day or time on (UTC).", metavar="DATE")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write them.")] = Format.table,
) -> None:
    """List who did what with a record, and who was refused."""
    from dragoman.desk.access import audit

    for a in audit(record, since):
        row = {
            "at": a.at.isoformat(),
            "outcome": a.outcome,
            "action": a.action,
            "target": a.target,
            "who": a.who,
            "token": a.token,
            "detail": a.detail,
        }
        if format is Format.jsonl:
            print(json.dumps(row, ensure_ascii=False))
        else:
            print("  ".join(str(value or "-") for value in row.values()))


def _migrate(record: Record) -> None:
    """Bring a record that an older version made up to date."""
    from dragoman.desk.access import migrate

    migrate(record)
