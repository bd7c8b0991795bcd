"""The annotated corpora that the reader is measured on, and their digests."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.documents import Input, import_file
from dragoman.model.documents import Document
from dragoman.model.statements import Statement, to_json
from tests.quality.compile_devset import DEVSET, body_of

__all__ = ["CORPORA", "Corpus", "corpus", "load_gold", "read_statements", "shared_folder"]

SILENCE = DEVSET.parent / "silence"
CORPORA = ("seeds", "real", "devset", "held-out", "silence", "silence-held-out")


def shared_folder() -> Path | None:
    """The folder of shared references, where there is one."""
    root = DEVSET.parents[2]
    path = Path(os.environ.get("DRAGOMAN_SHARED", root.parent / "shared"))
    return path if (path / "STATEMENTS.md").exists() else None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pairs of (text file, gold file), in the order of their names."""

    name: str
    files: tuple[tuple[Path, Path], ...]

    @property
    def digest(self) -> str:
        """SHA-256 over the names and bytes of every text and gold file."""
        total = hashlib.sha256()
        for pair in self.files:
            for path in pair:
                total.update(path.name.encode() + b"\x00" + path.read_bytes() + b"\x00")
        return total.hexdigest()


def _pairs(texts: Path, golds: Path, stems: set[str] | None = None) -> tuple[tuple[Path, Path], ...]:
    found = sorted(golds.glob("*.jsonl"))
    return tuple((texts / f"{gold.stem}.txt", gold) for gold in found if stems is None or gold.stem in stems)


def corpus(name: str) -> Corpus | None:
    """A corpus by name; None for the shared ones where the shared folder is absent."""
    if name in ("seeds", "real"):
        shared = shared_folder()
        if shared is None:
            return None
        texts = shared / "seeds" if name == "seeds" else shared / "gold" / "real" / "texts"
        return Corpus(name, _pairs(texts, shared / "gold" / name))
    base = SILENCE if name.startswith("silence") else DEVSET
    held = set((DEVSET / "held_out.txt").read_text(encoding="utf-8").split())
    every = {path.stem for path in base.glob("*.jsonl")}
    stems = every & held if name.endswith("held-out") else every - held
    return Corpus(name, _pairs(base / "texts", base, stems))


def load_gold(path: Path) -> list[dict[str, Any]]:
    """The gold statements of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _document(path: Path) -> Document:
    """The document as the importer reads it; its text is that which the gold's offsets count in."""
    (document,) = import_file(Input(path, path.name, str(path)))
    if isinstance(document, Exception):
        raise document
    if document.text.strip() != body_of(path.read_text(encoding="utf-8")).strip():
        raise AssertionError(f"{path.name} is imported with another text than its gold was written for")
    return document


def read_statements(chosen: Corpus, reader: Any) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    """Each gold file of a corpus with what the reader finds in its text."""
    for text, gold in chosen.files:
        found: list[Statement] = list(reader.read(_document(text)))
        yield gold, [to_json(statement) for statement in found]
