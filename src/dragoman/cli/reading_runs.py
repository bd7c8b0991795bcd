"""One run of `dragoman read`: what goes where, messages, progress, exit status."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.status import Status

from dragoman.cli.reading import Format
from dragoman.cli.statement_tables import console_for, print_document
from dragoman.desk.ingest import ReadOptions, read, read_into
from dragoman.errors import InputError, UsageError
from dragoman.model.documents import Document
from dragoman.output.statements import write_csv, write_jsonl, write_parquet
from dragoman.record import Added, Reading, open_store, shown

__all__ = ["Run"]

_WRITERS = {Format.jsonl: write_jsonl, Format.csv: write_csv, Format.parquet: write_parquet}
_SUFFIXES = {
    ".jsonl": Format.jsonl,
    ".ndjson": Format.jsonl,
    ".csv": Format.csv,
    ".parquet": Format.parquet,
    ".txt": Format.table,
}


class _StoppedError(Exception):
    """The first fault under --strict."""


class Run:
    """Reads paths and writes statements; messages go to standard error only."""

    def __init__(self, paths: Iterable[str], options: ReadOptions, *, strict: bool) -> None:
        self.paths, self.options, self.strict = list(paths), options, strict
        self.status = 0
        self._documents = self._statements = 0
        self._messages = Console(stderr=True, highlight=False, soft_wrap=True)
        self._progress: Status | None = None

    def show(self, format: Format | None, output: Path | None) -> None:
        """Write statements to standard output or a file."""
        with self._watched():
            self._write(self._results(), _format(format, output), output)

    def keep(self, record: str | Path, format: Format | None, output: Path | None) -> None:
        """Write a record, and statements too where a format or a file was asked for."""
        with self._watched():
            if format is None and output is None:
                for _ in self._kept(record):
                    pass
            else:
                self._write(self._kept(record), _format(format, output), output)

    def _write(self, results: Iterable[Reading], format: Format, output: Path | None) -> None:
        with _opened(output) as out:
            if format is Format.table:
                console = console_for(out)
                for reading in results:
                    print_document(console, reading.document, reading.statements or ())
            else:
                _WRITERS[format]((s for reading in results for s in reading.statements or ()), out)

    def _results(self) -> Iterator[Reading]:
        for result in read(self.paths, self.options):
            if isinstance(result, InputError):
                self._fault(result)
            else:
                self._heed(result.document)
                self._count(1, len(result.statements or ()))
                yield result

    def _kept(self, record: str | Path) -> Iterator[Reading]:
        total, unchanged = Added(), 0
        with open_store(record) as store:
            for step in read_into(store, self.paths, self.options):
                if step.error is not None:
                    self._fault(step.error)
                for reading in step.readings:
                    self._heed(reading.document)
                total, unchanged = total + step.added, unchanged + step.unchanged
                self._count(step.documents, step.added.statements)
                yield from step.readings
        self._say(
            f"{shown(record)}: {total.documents} documents read, {unchanged} as before; "
            f"{total.statements} statements added, {total.withdrawn} rows withdrawn"
        )

    def _fault(self, error: InputError) -> None:
        self.status = 1
        self._say(str(error))
        if self.strict:
            raise _StoppedError

    def _heed(self, document: Document) -> None:
        for notice in document.notices:
            self._say(f"{document.source}: {notice}")
            if self.strict:
                self.status = 1
                raise _StoppedError

    def _say(self, message: str) -> None:
        self._messages.print(f"dragoman: {message}", markup=False)

    def _count(self, documents: int, statements: int) -> None:
        self._documents += documents
        self._statements += statements
        if self._progress is not None:
            self._progress.update(f"{self._documents} documents, {self._statements} statements")

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """A line of progress on a terminal, and a word on being stopped."""
        try:
            if self._messages.is_terminal and not sys.stdout.isatty():
                with self._messages.status("reading") as self._progress:
                    yield
            else:
                yield
        except _StoppedError:
            self._say("stopped at the first fault, as --strict asks")
        except KeyboardInterrupt:
            self._say("interrupted; what a record has is whole, run again to go on")
            self.status = 130


def _format(format: Format | None, output: Path | None) -> Format:
    if format is None and output is not None:
        found = _SUFFIXES.get(output.suffix.lower())
        if found is None:
            record = f"give --into {output} for a record; else " if output.suffix.lower() == ".duckdb" else ""
            raise UsageError(
                f"-o {output} does not tell the format",
                remedy=f"{record}add --format jsonl, csv, parquet or table",
            )
        return found
    if format is Format.parquet and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal", remedy="add -o FILE.parquet")
    return format or Format.table


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that appears only when it is whole."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{output.name}-", dir=output.parent)
    except OSError as error:
        raise UsageError(f"cannot write {output} ({error.strerror})", remedy="check the folder") from error
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)
