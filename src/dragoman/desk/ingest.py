"""What do these documents say? Paths in, documents with their statements out, into a record too."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

from dragoman.desk.document_dates import dated
from dragoman.desk.plugins import import_input
from dragoman.desk.rules_versions import rules_version
from dragoman.documents import Input, Limits, find_inputs, holds_many, in_time
from dragoman.errors import InputError, PartlyRead, UnreadableFile
from dragoman.model.documents import Document
from dragoman.model.periods import parse_period
from dragoman.model.statements import Statement
from dragoman.record import Added, Reading, Store
from dragoman.runner import Processes

__all__ = ["Ingested", "Loader", "ReadOptions", "Reads", "load_rules", "read", "read_into"]

Item = Document | InputError
Result = Reading | InputError
# Assumed: starting processes and loading rules in each costs more than reading this many bytes.
_SMALL = 4_000_000
_TASK = 200_000  # characters to a task
_BATCH = 4_000_000  # characters to a transaction
_MOST = 256  # documents to either


Reads = Callable[[Document], Sequence[Statement]]
Loader = Callable[[tuple[Path, ...]], Reads]


def load_rules(rules: tuple[Path, ...]) -> Reads:
    """The package's own reader with a team's rules laid over it."""
    from dragoman.reading.reader import load_reader

    return load_reader(rules).read


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Parameters
    ----------
    date : str or None
        EDTF date of all documents; goes before what they say of themselves.
    rules : tuple of Path
        Folders of a team's own rules and names, laid over the package's.
    workers : int or None
        Processes; None for one, or for all cores where the input is large.
    limits : Limits
        What is too large.
    load : callable
        From rule folders to what reads a document; of a module's top level, so that worker
        processes find it.
    reader : str
        Name of what ``load`` loads where it is not the package's rules; a text counts as unread by another reader.
    """

    date: str | None = None
    rules: tuple[Path, ...] = ()
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    load: Loader = load_rules
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Ingested:
    """A step of writing a record: what was done with some documents, or why one could not be read."""

    documents: int = 0
    unchanged: int = 0
    added: Added = field(default_factory=Added)
    readings: tuple[Reading, ...] = ()
    error: InputError | None = None


def read(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Result]:
    """Each document with its statements; each input that cannot be read as its error.

    Behind a document of which some sentences cannot be read stands the error that names them.

    The order is that of the documents' names, and neither it nor any byte depends on the
    order of the paths or the number of workers (§I5).

    Raises
    ------
    BadPeriod
        ``options.date`` is no EDTF.
    RuleError
        A rule folder has a wrong file.
    """
    options = options or ReadOptions()
    inputs = _inputs(paths, options)
    with Processes(_workers(inputs, options)) as processes:
        yield from _readings(_imported(inputs, options, processes), options, processes)


def read_into(
    store: Store, paths: Iterable[str | Path], options: ReadOptions | None = None
) -> Iterator[Ingested]:
    """Read into a record, a transaction for every batch; texts read before are passed over.

    Killed at any moment, the record has whole batches only, and the next run goes on where
    this one stopped (§I6). Withdrawals come last: a text that only moved is not withdrawn.
    """
    options = options or ReadOptions()
    inputs = _inputs(paths, options)
    rules = rules_version(options.rules) + (f"+{options.reader}" if options.reader else "")
    with Processes(_workers(inputs, options)) as processes:
        for batch in _batches(_imported(inputs, options, processes), _BATCH):
            yield from _written(store, batch, rules, options, processes)
    yield Ingested(added=store.sweep())


def _inputs(paths: Iterable[str | Path], options: ReadOptions) -> list[Input | InputError]:
    if options.date:
        parse_period(options.date)
    options.load(options.rules)  # wrong rules are said before anything is read
    return list(find_inputs(paths))


def _workers(inputs: Sequence[Input | InputError], options: ReadOptions) -> int:
    if options.workers is not None:
        return max(1, options.workers)
    size = 0
    for entry in inputs:
        if isinstance(entry, Input) and entry.path is not None:
            try:
                size += entry.path.stat().st_size
            except OSError:
                continue
    return 1 if size < _SMALL else os.cpu_count() or 1


def _imported(
    inputs: Sequence[Input | InputError], options: ReadOptions, processes: Processes
) -> Iterator[Item]:
    """Documents in order, dated; files of one document are opened in the workers."""
    imports = partial(_import, limits=options.limits, date=options.date)
    for kind, group in groupby(inputs, key=partial(_group, apart=processes.workers > 1)):
        if kind == "error":
            yield from (entry for entry in group if isinstance(entry, InputError))
            continue
        entries = [entry for entry in group if isinstance(entry, Input)]
        if kind == "here":
            for entry in entries:
                for item in import_input(entry, options.limits):
                    yield item if isinstance(item, InputError) else _dated(item, options.date)
        else:
            for items in processes.map(imports, entries):
                yield from items


def _group(entry: Input | InputError, apart: bool) -> str:
    if isinstance(entry, InputError):
        return "error"
    return "apart" if apart and not holds_many(entry) else "here"


def _import(entry: Input, limits: Limits, date: str | None) -> list[Item]:
    items = import_input(entry, limits)
    return [item if isinstance(item, InputError) else _dated(item, date) for item in items]


def _dated(document: Document, date: str | None) -> Item:
    try:
        return dated(document, date)
    except Exception as error:  # a fault of ours must not cost the user the other documents
        return _failed(document, error)


def _failed(document: Document, error: Exception) -> InputError:
    return UnreadableFile(
        f"reading failed ({type(error).__name__}: {error})",
        where=document.source,
        remedy="this is a fault of dragoman: please report it with the text",
    )


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    batch: list[Item] = []
    total = 0
    for item in items:
        batch.append(item)
        total += len(item.text) if isinstance(item, Document) else 0
        if total >= size or len(batch) >= _MOST:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _readings(batch: Iterable[Item], options: ReadOptions, processes: Processes) -> Iterator[Result]:
    tasks = _batches(batch, _TASK if processes.workers > 1 else 1)
    reads = partial(_read, rules=options.rules, load=options.load, seconds=options.limits.seconds)
    for results in processes.map(reads, tasks):
        yield from results


def _read(
    items: list[Item], rules: tuple[Path, ...], load: Loader, seconds: float | None = None
) -> list[Result]:
    reads = load(rules)
    results: list[Result] = []
    for item in items:
        if isinstance(item, InputError):
            results.append(item)
            continue
        try:
            with in_time(item.source, seconds):
                results.append(Reading(item, tuple(reads(item))))
        except PartlyRead as error:
            results += [Reading(item, error.statements), error]
            error.statements = ()  # they are told once
        except InputError as error:
            results.append(error)
        except Exception as error:
            results.append(_failed(item, error))
    return results


def _written(
    store: Store, batch: list[Item], rules: str, options: ReadOptions, processes: Processes
) -> Iterator[Ingested]:
    documents = [item for item in batch if isinstance(item, Document)]
    statuses = dict(zip(map(id, documents), store.status(documents, rules)))
    fresh = [item for item in batch if isinstance(item, InputError) or statuses[id(item)] == "new"]
    readings: list[Reading] = []
    for result in _readings(fresh, options, processes):
        if isinstance(result, InputError):
            yield Ingested(error=result)
        else:
            readings.append(result)
    links = [Reading(d, None) for d in documents if statuses[id(d)] == "known"]
    added = store.add([*readings, *links], rules)
    # A text may have been withdrawn by another writer between `status` and `add`: then it is read after all.
    gone = [r.document for r, s in zip(links, store.status([r.document for r in links], rules)) if s == "new"]
    for result in _readings(gone, options, processes):
        if isinstance(result, InputError):
            yield Ingested(error=result)
        else:
            readings.append(result)
            added += store.add([result], rules)
    unchanged = sum(status == "same" for status in statuses.values())
    yield Ingested(len(documents), unchanged, added, tuple(readings))
