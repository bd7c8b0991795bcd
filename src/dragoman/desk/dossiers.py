"""All that is known about a pair of countries: statements, official figures, the documents they stand in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.desk.reconcile import Gathered, gather
from dragoman.errors import UnreadableFile
from dragoman.model.documents import Document
from dragoman.model.findings import Observation
from dragoman.model.statements import Statement

if TYPE_CHECKING:
    from dragoman.desk.workspace import Workspace
    from dragoman.record import Store

__all__ = ["Dossier", "dossier", "dossier_of", "name_of"]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The pair's part of some records.

    Attributes
    ----------
    documents : mapping
        Name -> document with its particulars, text left out; empty where statements came from a file alone.
    digest : str
        SHA-256 over statements, documents and official figures of the pair, as hexadecimal digits.
    date : str or None
        EDTF day of the newest document of the pair.
    rules : tuple of str
        Versions of the rules that read the documents.
    """

    one: str
    other: str
    gathered: Gathered
    documents: Mapping[str, Document]
    digest: str
    date: str | None
    rules: tuple[str, ...] = ()

    @property
    def statements(self) -> list[Statement]:
        """The pair's statements, by document and place."""
        return self.gathered.statements


def name_of(code: str) -> str:
    """Short English name of a country or body; the code where no table knows it."""
    from dragoman.codes import body, country, is_body, is_country

    if is_country(code):
        return country(code).name
    return body(code).name if is_body(code) else code


def dossier(one: str, other: str, inputs: Sequence[str], statistics: Sequence[Path] = ()) -> Dossier:
    """Gather what records and files of statements have on two countries or bodies.

    Parameters
    ----------
    one, other : str
        Codes, as `dragoman.desk.reconcile.country_codes` gives them.
    inputs : sequence of str
        Records (``*.duckdb``) and files of statements.
    statistics : sequence of Path
        Tables of official figures beside those of the records.
    """
    from dragoman.record import names_record

    pair = {one, other}
    records = [path for path in inputs if names_record(path)]
    whole = gather([path for path in inputs if path not in records], statistics)
    documents: dict[str, Document] = {}
    rules: set[str] = set()
    for path in records:
        _from_record(path, pair, whole, documents, rules)
    return _dossier(one, other, whole, documents, rules)


def dossier_of(workspace: Workspace, one: str, other: str) -> Dossier:
    """The same from a record that is open for work, with people's decisions heeded.

    Corrected statements are as corrected, rejected ones left out.
    """
    whole = workspace.gathered(workspace.catalogue.of_pair(one, other), (one, other))
    documents: dict[str, Document] = {}
    rules: set[str] = set()
    _add_documents(workspace.store, whole, documents, rules)
    return _dossier(one, other, whole, documents, rules)


def _dossier(
    one: str, other: str, whole: Gathered, documents: dict[str, Document], rules: set[str]
) -> Dossier:
    pair = {one, other}
    told = [s for s in whole.statements if pair <= {*s.actor, *s.recipient}]
    told.sort(key=lambda s: (s.evidence.document, s.evidence.start, s.evidence.end, s.id))
    figures = [o for o in whole.observations if {o.series.reporter, o.series.partner} == pair]
    names = {s.evidence.document for s in told}
    newest = max((d for name, d in whole.dates.items() if name in names), default=None)
    kept = Gathered(told, figures, whole.problems, whole.dates, whole.texts)
    digest = _digest(told, documents, figures)
    return Dossier(one, other, kept, documents, digest, newest, tuple(sorted(rules)))


def _from_record(
    path: str, pair: set[str], into: Gathered, documents: dict[str, Document], rules: set[str]
) -> None:
    """Read the pair's part of a record, not the whole of it, with people's decisions heeded."""
    from dragoman.desk.decisions import decided_from
    from dragoman.record import is_there, open_store
    from dragoman.record.casework import Casework

    if not is_there(path):
        raise UnreadableFile(
            "no such record", where=str(path), remedy="make one with: dragoman read PATH --into FILE"
        )
    one, other = sorted(pair)
    with open_store(path, read_only=True) as record:
        decided = decided_from(record, Casework(record))
        into.statements.extend(decided.heeded(record.statements(parties=(one, other))))
        for reporter, partner in ((one, other), (other, one)):
            into.observations.extend(record.observations(reporter=reporter, partner=partner))
        _add_documents(record, into, documents, rules)


def _add_documents(record: Store, into: Gathered, documents: dict[str, Document], rules: set[str]) -> None:
    """The documents of the statements, their texts apart: trends are read in them."""
    for stored in record.documents_named(sorted({s.evidence.document for s in into.statements})):
        d = stored.document
        name = d.name
        if name in documents:
            continue  # of two texts of one name the first, as `Store.document` gives it
        documents[name] = replace(d, text="", meta={"id": d.id, "digest": d.digest})
        rules.add(stored.rules)
        into.texts[name] = d.text
        if d.date:
            into.dates[name] = d.date


def _digest(
    statements: Sequence[Statement], documents: Mapping[str, Document], figures: Sequence[Observation]
) -> str:
    lines = [s.id for s in statements]
    lines += [f"{name} {d.meta['digest']} {d.date or ''}" for name, d in documents.items()]
    lines += [f"{o.source} {o.series} {o.period} {o.value} {o.as_of}" for o in figures]
    return hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogatepass")).hexdigest()
