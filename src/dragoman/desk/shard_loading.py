"""How do statements of shards get into a record? With the documents they were read from, digests checked.

Nothing is read again: documents come from the files that the shards were, statements from what was made
of them, and a shard whose files are not those of the manifest is left out and named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from dragoman.desk.places import Folder, digest_of, expand, fetched, is_remote
from dragoman.desk.plugins import import_input
from dragoman.desk.shards import MANIFEST, Row, shard_names
from dragoman.documents import Limits, find_inputs
from dragoman.errors import InputError, UnreadableFile, UsageError
from dragoman.model.documents import Document
from dragoman.model.statements import from_json
from dragoman.record import Added, Reading, Store

__all__ = ["Loaded", "load_shards"]

_BATCH = 256
_AGAIN = "run `dragoman shards` again with the same words, then import"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of one shard: how much went in, or why nothing did."""

    shard: str
    added: Added = field(default_factory=Added)
    documents: int = 0
    problem: InputError | None = None


def load_shards(store: Store, out: str, inputs: Iterable[str]) -> Iterator[Loaded]:
    """Write what shards hold into a record, a shard after the other; a text that it has is passed over.

    Parameters
    ----------
    out : str
        Folder or address that `dragoman.desk.shards.read_shards` wrote.
    inputs : iterable of str
        The files that were read, in the words used then; they may have moved together.

    Raises
    ------
    UsageError
        No such inputs, or a folder without a manifest.
    """
    sources = expand(inputs)
    named = dict(zip(shard_names(sources), sources))
    folder = Folder(out)
    for row in _manifest(folder):
        try:
            yield _loaded(store, row, folder, named)
        except InputError as problem:
            yield Loaded(row.shard, problem=problem)
    yield Loaded("", added=store.sweep())


def _manifest(folder: Folder) -> list[Row]:
    try:
        rows = [Row(**json.loads(line)) for line in folder.read(MANIFEST).splitlines()]
    except (ValueError, TypeError) as error:
        raise UsageError(f"{folder.name}/{MANIFEST} is not in order ({error})", remedy=_AGAIN) from error
    if not rows:
        raise UsageError(
            f"no {MANIFEST} in {folder.name}",
            remedy="give the folder that `dragoman shards` wrote; the manifest comes when a run ends",
        )
    return rows


def _loaded(store: Store, row: Row, folder: Folder, named: Mapping[str, str]) -> Loaded:
    if row.status != "done":
        raise UnreadableFile(f"the shard was {row.status} ({row.why})", where=row.shard, remedy=_AGAIN)
    if row.output is None or not row.output.endswith(".jsonl"):
        raise UnreadableFile(
            "Parquet leaves out what statements say of persons, places and goods",
            where=row.shard,
            remedy="run `dragoman shards` with --format jsonl into another folder",
        )
    if row.shard not in named:
        raise UnreadableFile(
            "the file it was read from is not among the inputs",
            where=row.shard,
            remedy="name after --from what `dragoman shards` was given",
        )
    for name, digest in ((row.output, row.output_digest), (row.index, row.index_digest)):
        if name is None or folder.digest(name) != digest:
            raise UnreadableFile(f"{name} is not what the manifest says", where=row.shard, remedy=_AGAIN)
    source = named[row.shard]
    total, count = Added(), 0
    with fetched(source) as path:
        if digest_of(path) != row.input_digest:
            raise UnreadableFile(f"{source} has changed since", where=row.shard, remedy=_AGAIN)
        readings = _readings(row, folder, path, source)
        while batch := list(islice(readings, _BATCH)):
            total, count = total + store.add(batch, row.rules), count + len(batch)
    return Loaded(row.shard, total, count)


def _readings(row: Row, folder: Folder, path: Path, source: str) -> Iterator[Reading]:
    """The documents of the shard's index in their order, each with as many statements as it counts."""
    here, place = str(path.absolute()), source if is_remote(source) else str(path.absolute())
    statements = _lines(folder, row.output)
    documents = _documents(path)
    for line in _lines(folder, row.index):
        told = json.loads(line)
        document = next(
            (d for d in documents if (d.name, d.digest) == (told["document"], told["digest"])), None
        )
        if document is None:
            raise UnreadableFile(
                f"{told['document']} is not in the file any more", where=row.shard, remedy=_AGAIN
            )
        yield Reading(
            replace(
                document,
                date=told["date"],
                date_source=told["date_source"],
                source=document.source.replace(here, place),
            ),
            tuple(from_json(s) for s in islice(statements, told["statements"])),
        )


def _documents(path: Path) -> Iterator[Document]:
    """What can be opened; what could not be then, or was rejected in reading, is not in the index."""
    for entry in find_inputs([path]):
        for item in () if isinstance(entry, InputError) else import_input(entry, Limits()):
            if isinstance(item, Document):
                yield item


def _lines(folder: Folder, name: str | None) -> Iterator[str]:
    for line in folder.read(name or "").splitlines() if name else ():
        yield line.decode("utf-8", "surrogatepass")
