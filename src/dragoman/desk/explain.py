"""Why does it say so? A statement with its sentence, its rule, and where each slot came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.desk.ingest import ReadOptions, read
from dragoman.errors import InputError, UsageError
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.record import is_address, open_store

__all__ = ["Explanation", "explain", "is_record"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement in its place; ``withdrawn`` says why it is no longer held, where it is not."""

    statement: Statement
    document: Document | None
    before: str
    passage: str
    after: str
    withdrawn: str | None = None


def is_record(path: str | Path) -> bool:
    """Whether it is the address of a database, or a file that DuckDB made."""
    if is_address(path):
        return True
    try:
        with Path(path).open("rb") as stream:
            return stream.read(12)[8:] == b"DUCK"
    except OSError:
        return False


def explain(id: str, targets: Sequence[str | Path], options: ReadOptions | None = None) -> Explanation:
    """The statement with this id, found in a record or by reading documents again.

    Raises
    ------
    UsageError
        No such statement there.
    """
    for target in targets:
        found = _in_record(id, target) if is_record(target) else _in_documents(id, target, options)
        if found is not None:
            return found
    where = ", ".join(map(str, targets))
    raise UsageError(
        f"no statement {id} in {where}",
        remedy="ids are in the output of `dragoman read --format jsonl`; give the same paths and options",
    )


def _in_record(id: str, path: str | Path) -> Explanation | None:
    with open_store(path, read_only=True) as store:
        statement, why = store.statement(id), None
        if statement is None:
            gone = store.withdrawn_statement(id)
            if gone is None:
                return None
            statement, why = gone
        stored = store.document(statement.evidence.document)
    return _explained(statement, stored.document if stored else None, why)


def _in_documents(id: str, path: str | Path, options: ReadOptions | None) -> Explanation | None:
    for result in read([path], options):
        if isinstance(result, InputError):
            continue
        for statement in result.statements or ():
            if statement.id == id:
                return _explained(statement, result.document, None)
    return None


def _explained(statement: Statement, document: Document | None, withdrawn: str | None) -> Explanation:
    from dragoman.reading.syntax.sentences import sentence_spans

    e = statement.evidence
    if document is None or document.text[e.start : e.end] != e.text:
        return Explanation(statement, document, "", e.text, "", withdrawn)
    spans = [(a, b) for a, b in sentence_spans(document.text) if a < e.end and b > e.start]
    first = min([e.start, *(a for a, _ in spans)])
    last = max([e.end, *(b for _, b in spans)])
    before, after = document.text[first : e.start], document.text[e.end : last]
    return Explanation(statement, document, before, e.text, after, withdrawn)
