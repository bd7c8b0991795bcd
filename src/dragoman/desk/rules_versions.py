"""Which rules read a text, and which check what was read: digests that change whenever their work might."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman import __version__

__all__ = ["checks_version", "rules_version"]

_PARTS = ("data/rules", "data/lexicon", "data/codes", "reading", "codes")
_CHECKS = ("data/reconciling", "reconciling")
_READ = (".py", ".yaml", ".yml", ".csv", ".json", ".toml", ".txt")


def rules_version(extra: Sequence[Path] = ()) -> str:
    """``VERSION+`` and 12 hexadecimal digits of all rules, lexicons and code that read (§I4)."""
    return _version(_PARTS, tuple(Path(p).absolute() for p in extra))


def checks_version() -> str:
    """The same of all that makes findings of statements and official figures."""
    return _version(_CHECKS, ())


@lru_cache(maxsize=4)
def _version(parts: tuple[str, ...], extra: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    package = resources.files("dragoman")
    for part in parts:
        for name, content in _files(package.joinpath(part), part):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    for folder in extra:
        for name, content in _files(folder, "extra"):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, inner)
        elif entry.name.endswith(_READ):
            yield inner, entry.read_bytes()
