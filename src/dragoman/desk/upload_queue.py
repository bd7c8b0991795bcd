"""Which uploads were accepted and not yet read: kept on disk, so that none is lost with the process."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

__all__ = ["UploadQueue", "Waiting"]

_FOLDER = ".waiting"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An upload: its files as (folder below the root, name), and how often reading it was begun."""

    id: str
    files: tuple[tuple[str, str], ...]
    begun: int = 0


class UploadQueue:
    """A file for each upload that is accepted, gone when the upload is dealt with."""

    def __init__(self, root: Path) -> None:
        self._folder = root / _FOLDER

    def put(self, waiting: Waiting) -> None:
        """Keep an upload, whole or not at all.

        Raises
        ------
        OSError
            There is no room or no right; what was kept of it before still is.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{waiting.id}.json"
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as out:
            json.dump(asdict(waiting), out)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)

    def remove(self, id: str) -> None:
        """The upload is dealt with."""
        with suppress(OSError):
            (self._folder / f"{id}.json").unlink()

    def left(self) -> Sequence[Waiting]:
        """Uploads that an earlier process left, oldest first; what is no such file is passed over."""
        out: list[tuple[int, Waiting]] = []
        for path in self._folder.glob("*.json"):
            with suppress(OSError, ValueError, KeyError, TypeError):
                told = json.loads(path.read_text(encoding="utf-8"))
                files = tuple((str(folder), str(name)) for folder, name in told["files"])
                out.append((path.stat().st_mtime_ns, Waiting(path.stem, files, int(told["begun"]))))
        return [waiting for _, waiting in sorted(out, key=lambda pair: (pair[0], pair[1].id))]
