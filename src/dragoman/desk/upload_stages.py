"""Folders in which uploads arrive, and how those that broke off are told from those under way."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # where there is no such lock, what broke off stays lying about
    _LOCKS = False
else:
    _LOCKS = True

__all__ = ["begin_stage", "clear_broken_off"]

_INCOMING = ".incoming-"
_HELD = ".held"


def begin_stage(root: Path) -> tuple[Path, BinaryIO]:
    """A folder for an upload to arrive in, and the file in it that says that somebody works there.

    Who clears up may come between the folder, the file and its lock, and take the folder away: then another.
    """
    while True:
        stage = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=root))
        with suppress(FileExistsError, FileNotFoundError):
            held = (stage / _HELD).open("xb")
            ours = not _LOCKS or _hold(held)
            if ours and (stage / _HELD).exists():
                return stage, held
            held.close()


def clear_broken_off(root: Path) -> None:
    """Take away what processes that are gone had of uploads that never came to their end.

    A process may have ended before it could say that it works in a folder, or after it took that back:
    the file is made here then, so that whoever still lives sees that the folder is taken.
    """
    if not _LOCKS:
        return
    for folder in root.glob(f"{_INCOMING}*"):
        with suppress(OSError), (folder / _HELD).open("ab") as held:
            if _hold(held):  # nobody else does: a process lets go when it ends, however it ends
                shutil.rmtree(folder, ignore_errors=True)


def _hold(file: BinaryIO) -> bool:
    """Hold a file until it is closed; whether nobody held it already."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
