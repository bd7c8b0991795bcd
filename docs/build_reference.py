"""Write docs/commands.md from the command line's own help: ``python docs/build_reference.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HEAD = """# Commands

Made from the commands' own help by `python docs/build_reference.py`; a test compares. What a script may
rely on is said in the pages of each part; everything else here may change.
"""


def _section(name: str, command: Any) -> str:
    lines = [f"## `dragoman {name}`", "", (command.help or "").strip(), ""]
    rows = []
    for parameter in command.params:
        if parameter.name in ("help", "version"):
            continue
        option = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
        label = option if option.startswith("`-") else f"`{parameter.metavar or parameter.name}`"
        rows.append(f"| {label} | {(getattr(parameter, 'help', None) or '').strip()} |")
    if rows:
        lines += ["| option | meaning |", "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def reference() -> str:
    """The whole page."""
    import typer.main

    from dragoman.cli.app import app

    root: Any = typer.main.get_command(app)
    parts = [HEAD]
    for name in sorted(root.commands):
        command = root.commands[name]
        parts.append(_section(name, command))
        if hasattr(command, "commands"):
            parts += [_section(f"{name} {sub}", command.commands[sub]) for sub in sorted(command.commands)]
    return "\n".join(parts)


if __name__ == "__main__":
    (HERE / "commands.md").write_text(reference(), "utf-8")
