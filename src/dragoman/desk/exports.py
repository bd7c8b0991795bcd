"""How do I take it elsewhere? Holdings or a record out as a file of a known format, with its codebook."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from dragoman.desk.holdings import Holdings
from dragoman.errors import UsageError
from dragoman.model.findings import finding_json
from dragoman.output.exports import Bundle, Exporter, codebook

__all__ = ["Exported", "bundle_of", "export_to", "exporter", "exporters", "whole_file", "write_export"]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files, how many statements there were, how many were left out and why."""

    files: tuple[Path, ...]
    statements: int
    left_out: Counter[str] = field(default_factory=Counter)


def exporters() -> dict[str, Exporter]:
    """Every format by name."""
    from dragoman.desk.plugins import plugin_exporters

    return plugin_exporters()


def exporter(name: str) -> Exporter:
    """The format of this name.

    Raises
    ------
    UsageError
        There is none.
    """
    found = exporters().get(name)
    if found is None:
        raise UsageError(f"no export format {name!r}", remedy=f"use one of {', '.join(exporters())}")
    return found


@lru_cache(maxsize=1)
def _coordinates() -> dict[str | tuple[str, str], tuple[float, float]]:
    """Positions of places that the network of routes has, by UN/LOCODE, and by country with each name."""
    from dragoman.routing.networks import load_network

    out: dict[str | tuple[str, str], tuple[float, float]] = {}
    for node in load_network().nodes.values():
        if node.locode:
            out.setdefault(node.locode, (node.lon, node.lat))
        for name in (node.name, *node.aliases):
            out.setdefault((node.country, name), (node.lon, node.lat))
    return out


def bundle_of(holdings: Holdings, pair: Sequence[str] = (), *, with_findings: bool = False) -> Bundle:
    """Everything of the holdings, or of a pair, as values to export."""
    told = holdings.statements(pair)
    named = {s.evidence.document for s in told}
    documents = {d.name: d for d in holdings.documents() if not pair or d.name in named}
    official = holdings.gathered(pair).observations if pair else holdings.observations()
    found = []
    if with_findings:
        ids = {s.id for s in told}
        found = [finding_json(f) for f in holdings.findings() if not pair or set(f.statements) & ids]
    return Bundle(told, documents, tuple(official), found, _coordinates())


# Formats that have a place for findings; others are spared the reconciling.
_WITH_FINDINGS = ("tables", "sqlite")


def write_export(name: str, holdings: Holdings, out: BinaryIO, pair: Sequence[str] = ()) -> Counter[str]:
    """Write holdings to a stream; how many statements were left out, by reason.

    Raises
    ------
    UsageError
        There is no such format.
    """
    chosen = exporter(name)
    return chosen.write(bundle_of(holdings, pair, with_findings=name in _WITH_FINDINGS), out)


def export_to(
    name: str, holdings: Holdings, path: Path, pair: Sequence[str] = (), *, sidecar: bool = True
) -> Exported:
    """Write a file, and beside it ``FILE.codebook.json``; both appear only when they are whole.

    Raises
    ------
    UsageError
        There is no such format, or the file cannot be written.
    """
    chosen = exporter(name)
    bundle = bundle_of(holdings, pair, with_findings=name in _WITH_FINDINGS)
    with whole_file(path) as (draft, stream):
        left_out = chosen.write(bundle, stream)
        stream.flush()
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
    files = [path]
    if sidecar:
        beside = path.with_name(path.name + ".codebook.json")
        with whole_file(beside) as (_, stream):
            stream.write(codebook(chosen, bundle, left_out, digest).encode())
        files.append(beside)
    return Exported(tuple(files), len(bundle.statements), left_out)


@contextmanager
def whole_file(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file that appears under its name only when it is whole."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror})", remedy="check the folder") from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield draft, stream
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
