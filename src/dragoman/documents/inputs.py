"""Paths as given, to the files that are to be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import InputError, UnreadableFile

__all__ = ["Input", "find_inputs"]


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; ``path`` is None for standard input.

    ``name`` is the path below the folder given, or the file's own name: the same on every
    machine (§I1). ``source`` is the absolute path: which file it was on this one (§I2).
    """

    path: Path | None
    name: str
    source: str


def find_inputs(paths: Iterable[str | Path]) -> Iterator[Input | InputError]:
    """The files of the paths, each once, in the order of their names; hidden ones left out.

    The order does not depend on that of the paths (§I5). Folders are walked to the bottom;
    a link to a folder is not followed, so that no walk goes in circles.
    """
    found: dict[str, Input] = {}
    errors: dict[str, InputError] = {}
    for given in paths:
        if str(given) == "-":
            found["-"] = Input(None, "-", "-")
            continue
        path = Path(given)
        if path.is_dir():
            inputs = list(_walk(path, errors))
            if not inputs:
                errors[str(path)] = UnreadableFile(
                    "a folder without files", where=str(path), remedy="give a folder with documents in it"
                )
            for entry in inputs:
                found.setdefault(entry.source, entry)
        elif path.exists() or path.is_symlink():
            entry = Input(path, path.name, _absolute(path))
            found[entry.source] = entry  # a file given by itself goes by its own name
        else:
            errors[str(path)] = UnreadableFile(
                "no such file or folder", where=str(path), remedy="check the path"
            )
    yield from (errors[key] for key in sorted(errors))
    yield from sorted(found.values(), key=lambda entry: (entry.name, entry.source))


def _absolute(path: Path) -> str:
    # Not `resolve`: a link is the source that the user named, wherever it points today.
    return os.path.abspath(path)  # noqa: PTH100


def _walk(root: Path, errors: dict[str, InputError]) -> Iterator[Input]:
    def refused(error: OSError) -> None:
        where = str(error.filename)
        errors[where] = UnreadableFile(
            f"cannot open the folder ({error.strerror})", where=where, remedy="check its permissions"
        )

    for folder, folders, files in os.walk(root, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(folder, name)
            if name.startswith(".") or not _is_regular(path):
                continue
            yield Input(path, path.relative_to(root).as_posix(), _absolute(path))


def _is_regular(path: Path) -> bool:
    """Sockets and pipes in a folder would block; broken links are named when opened."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True
