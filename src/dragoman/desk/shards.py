"""What do a million documents say? A map over shards: one file of documents in, one of statements out.

Each shard stands alone: its output, its rejects and a row that says what was made from what (digests
of input and output, version of the rules). A row is written last, so a shard without a row that fits
is read again, and a run that was killed goes on where it stopped. No byte of it depends on where the
code ran.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

from dragoman.desk.ingest import Loader, ReadOptions, Reads, read
from dragoman.desk.places import Folder, digest_of, expand, fetched
from dragoman.desk.rules_versions import rules_version
from dragoman.documents import Limits, no_hurry
from dragoman.errors import DragomanError, InputError, PartlyRead, UnreadableFile, UsageError
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.record import Reading
from dragoman.runner import Engine, Guarded, Outcome

__all__ = ["DOCUMENT_SECONDS", "FORMATS", "MANIFEST", "Row", "ShardOptions", "read_shards", "shard_names"]

FORMATS = ("jsonl", "parquet")
MANIFEST = "manifest.jsonl"
# Fifty million characters, the most that a document may have, are eight million words: at the 30,000
# words a second of docs/quality.md they take 280 seconds.
DOCUMENT_SECONDS = 300.0
# Twice as a whole and twice document by document.
_TRIES = 4
# Most time for loading rules [s]; a second and a half were measured.
_WARMING = 60.0


@dataclass(frozen=True, slots=True)
class ShardOptions:
    """How shards are read.

    Parameters
    ----------
    reading : ReadOptions
        As for any document; ``workers`` is not heeded, the engine has them. A document that takes
        longer than ``limits.seconds`` is rejected: by default `DOCUMENT_SECONDS`.
    format : str
        Of the output, one of `FORMATS`.
    seconds : float
        Most time for one shard [s]; an hour is assumed generous for the sizes advised in
        docs/scale.md.
    """

    reading: ReadOptions = field(default_factory=lambda: ReadOptions(limits=Limits(seconds=DOCUMENT_SECONDS)))
    format: str = "jsonl"
    seconds: float | None = 3600.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the manifest: what was made from one shard.

    ``status`` is ``done``; ``rejected`` where nothing could be read of it; ``failed`` where its output
    could not be kept. Only what is ``done`` is passed over by the next run. ``again`` is true
    where it was, and is not written.
    """

    shard: str
    status: str
    input_digest: str | None
    rules: str
    options: str
    output: str | None = None
    output_digest: str | None = None
    index: str | None = None
    index_digest: str | None = None
    rejects: str | None = None
    rejects_digest: str | None = None
    documents: int = 0
    statements: int = 0
    rejected: int = 0
    why: str = ""
    again: bool = False

    def line(self) -> bytes:
        """As the manifest has it."""
        fields = asdict(self)
        del fields["again"]
        return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class _Task:
    shard: str
    source: str
    out: str
    rules: str
    options: ShardOptions
    apart: bool = False


def read_shards(
    inputs: Iterable[str], out: str, engine: Engine, options: ShardOptions | None = None
) -> Iterator[Row]:
    """Read every shard that is not read already; a row each, as they are done, and a manifest at the end.

    Parameters
    ----------
    inputs : iterable of str
        Paths, folders, patterns or addresses of files that `dragoman read` reads, Parquet and WARC
        among them.
    out : str
        Folder or address for ``SHARD.jsonl`` (or ``.parquet``), ``SHARD.rejects.jsonl`` and
        ``manifest.jsonl``.

    Raises
    ------
    UsageError
        No such input, a folder that cannot be written, or a format that is none.
    NotWritten
        The manifest could not be written.
    """
    options = options or ShardOptions()
    if options.format not in FORMATS:
        raise UsageError(f"no format {options.format!r}", remedy=f"formats are {', '.join(FORMATS)}")
    sources = expand(inputs)
    folder = Folder(out)
    folder.make()
    rules = rules_version(options.reading.rules)
    options.reading.load(options.reading.rules)  # wrong rules are said before anything is read
    names = shard_names(sources)
    tasks = [_Task(name, source, out, rules, options) for name, source in zip(names, sources)]
    rows: list[Row] = []
    lost: list[_Task] = []
    for task, outcome in engine.run(_read_shard, tasks, options.seconds):
        if outcome.lost:
            lost.append(replace(task, apart=True))
            continue
        row = outcome.value if outcome.error is None else _given_up(task, outcome, folder)
        rows.append(row)
        yield row
    # What cost its worker twice is read once more, each document in a process of its own.
    for task, outcome in engine.run(_read_shard, lost, options.seconds):
        row = outcome.value if outcome.error is None else _given_up(task, outcome, folder)
        rows.append(row)
        yield row
    folder.clear()
    _put(folder, MANIFEST, (row.line() for row in sorted(rows, key=lambda row: row.shard)))


def shard_names(sources: Sequence[str]) -> list[str]:
    """Names of shards: their paths below the folder that they share, on every machine the same."""
    parents = [source.split("/")[:-1] for source in sources]
    # Of the first and the last in order, what they share is what all share.
    lowest, highest = min(parents), max(parents)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lowest, highest)))
    return ["__".join(source.split("/")[shared:]) for source in sources]


def _read_shard(task: _Task) -> Row:
    """On a worker: one shard to its output, unless that is there."""
    folder = Folder(task.out)
    row = Row(task.shard, "done", None, task.rules, _said(task.options.reading))
    if rules_version(task.options.reading.rules) != task.rules:
        return replace(
            row, status="failed", why="this worker has another version of dragoman or of the rules"
        )
    try:
        with fetched(task.source) as path:
            row = replace(row, input_digest=digest_of(path))
            before = _row_of(folder, task)
            if before is not None and _stands(before, row, folder):
                return replace(before, again=True)
            return _written(task, row, path, folder)
    except OSError as error:
        return _reject(task, row, folder, "file-unreadable", error.strerror or str(error))
    except InputError as error:
        return _reject(task, row, folder, error.code, error.what)
    except DragomanError as error:
        return replace(row, status="failed", why=error.message)


def _said(reading: ReadOptions) -> str:
    """All options that a reading depends on, besides the rules: other options, another reading."""
    values = {name: getattr(reading, name) for name in reading.__dataclass_fields__}
    load = f"{reading.load.__module__}.{reading.load.__qualname__}"
    kept = {name: str(v) for name, v in values.items() if name not in ("rules", "workers", "load") and v}
    return json.dumps(kept | {"load": load}, sort_keys=True)


def _row_name(shard: str) -> str:
    return f"{shard}.row.json"


def _row_of(folder: Folder, task: _Task) -> Row | None:
    try:
        fields: dict[str, Any] = json.loads(folder.read(_row_name(task.shard)) or b"null") or {}
        return Row(**fields)
    except (ValueError, TypeError, OSError):
        return None


def _stands(before: Row, now: Row, folder: Folder) -> bool:
    """Whether what an earlier run made of the same input by the same rules is there and whole."""
    return (
        before.status == "done"
        and (before.input_digest, before.rules, before.options) == (now.input_digest, now.rules, now.options)
        and before.output is not None
        and before.index is not None
        and folder.digest(before.output) == before.output_digest
        and folder.digest(before.index) == before.index_digest
        and (before.rejects is None or folder.digest(before.rejects) == before.rejects_digest)
    )


def _written(task: _Task, row: Row, path: Path, folder: Folder) -> Row:
    from dragoman.output.statements import write_jsonl, write_parquet

    documents = told = rejected = 0
    name, rejects = f"{task.shard}.{task.options.format}", f"{task.shard}.rejects.jsonl"
    index = f"{task.shard}.documents.jsonl"
    guard = Guarded()
    reading = replace(task.options.reading, workers=1)
    if task.apart:
        reading = replace(reading, load=partial(_load_apart, guard=guard, given=task.options.reading))
    with closing(guard), tempfile.TemporaryDirectory(prefix="dragoman-shard-") as scratch:
        output, bad, listed = (Path(scratch, what) for what in ("output", "rejects", "documents"))
        with output.open("wb") as out, bad.open("wb") as refused, listed.open("wb") as known:

            def statements() -> Iterator[Statement]:
                nonlocal documents, told, rejected
                for result in read([path], reading):
                    if isinstance(result, InputError):
                        rejected += 1
                        refused.write(_refusal(result, path, task.shard))
                        continue
                    documents += 1
                    told += len(result.statements or ())
                    known.write(_listed(result))
                    yield from result.statements or ()

            (write_parquet if task.options.format == "parquet" else write_jsonl)(statements(), out)
        folder.put(name, output)
        folder.put(index, listed)
        row = replace(row, index=index, index_digest=digest_of(listed))
        row = replace(row, documents=documents, statements=told, rejected=rejected)
        row = replace(row, output=name, output_digest=digest_of(output))
        if rejected:
            folder.put(rejects, bad)
            row = replace(row, rejects=rejects, rejects_digest=digest_of(bad))
        else:
            folder.remove(rejects)
    _put(folder, _row_name(task.shard), [row.line()])
    return row


def _load_apart(rules: tuple[Path, ...], guard: Guarded, given: ReadOptions) -> Reads:
    """A reader whose documents are each read in a process that may crash or hang."""
    limit = given.limits.seconds or DOCUMENT_SECONDS

    def read_apart(document: Document) -> Sequence[Statement]:
        no_hurry()  # a clock here would cut an answer of the other process in two
        # Rules take a moment to load in a process that has just begun.
        guard.call(_warmed, (rules, given.load), _WARMING)
        outcome = guard.call(_read_one, (document, rules, given.load), limit + 1, tries=1)
        if outcome.lost:
            raise UnreadableFile(
                f"reading it ended or stopped its process ({outcome.error})",
                where=document.source,
                remedy="this is a fault of dragoman: please report it with the text",
            )
        if outcome.error is not None:
            raise RuntimeError(outcome.error)
        if isinstance(outcome.value, PartlyRead):
            raise outcome.value
        found: Sequence[Statement] = outcome.value
        return found

    return read_apart


def _warmed(task: tuple[tuple[Path, ...], Loader]) -> None:
    rules, load = task
    load(rules)


def _read_one(task: tuple[Document, tuple[Path, ...], Loader]) -> tuple[Statement, ...] | PartlyRead:
    document, rules, load = task
    try:
        return tuple(load(rules)(document))
    except PartlyRead as error:  # raised it would come back as its words alone, without the statements
        return error


def _listed(reading: Reading) -> bytes:
    """A line of the index: which document, and how many of the statements are its own."""
    d = reading.document
    fields = {"document": d.name, "digest": d.digest, "date": d.date, "date_source": d.date_source}
    told = fields | {"statements": len(reading.statements or ())}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _refusal(error: InputError, path: Path, shard: str) -> bytes:
    """A line of the rejects: the place without this machine's path."""
    where = error.where.replace(str(path.absolute()), shard).replace(str(path), shard)
    fields = {"where": where, "code": error.code, "what": error.what, "remedy": error.remedy}
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def _reject(task: _Task, row: Row, folder: Folder, code: str, why: str) -> Row:
    """A shard of which nothing could be read: one line of rejects, and nothing of an earlier run."""
    fields = {"where": task.shard, "code": code, "what": why, "remedy": "see to the file, then run again"}
    line = json.dumps(fields, ensure_ascii=False).encode() + b"\n"
    rejects = f"{task.shard}.rejects.jsonl"
    digest = _put(folder, rejects, [line])
    for made in (task.options.format, "documents.jsonl"):
        folder.remove(f"{task.shard}.{made}")
    row = replace(row, status="rejected", rejects=rejects, rejects_digest=digest, rejected=1, why=why)
    _put(folder, _row_name(task.shard), [row.line()])
    return row


def _given_up(task: _Task, outcome: Outcome, folder: Folder) -> Row:
    """Its worker was lost or hung each time, or the function itself failed."""
    row = Row(task.shard, "failed", None, task.rules, _said(task.options.reading), why=str(outcome.error))
    if not outcome.lost:
        return row
    return _reject(task, row, folder, "shard-given-up", f"begun {_TRIES} times: {outcome.error}")


def _put(folder: Folder, name: str, lines: Iterable[bytes]) -> str:
    with tempfile.TemporaryDirectory(prefix="dragoman-shard-") as scratch:
        local = Path(scratch, "lines")
        local.write_bytes(b"".join(lines))
        folder.put(name, local)
        return digest_of(local)
