"""Everything that a plug-in can add, on one page.

A plug-in is a module, or any object, whose functions are marked with `hookimpl` and named as below; an installed
package makes itself known by an entry point of the group ``dragoman``. What comes with the package is
registered through the same hooks (`dragoman.desk.own_plugins`).

Names are versioned (``rules.v1``), unique for each hook, and shown by `dragoman plugins`. The part before the
version is enough to ask for one.

>>> class Shouting:
...     @hookimpl
...     def dragoman_readers(self):
...         return [Reader("shouting.v1", "Reads capitals only", lambda rules: lambda document: [])]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from dragoman.documents import Input, Limits
    from dragoman.errors import InputError
    from dragoman.model.documents import Document
    from dragoman.model.findings import Finding, Observation
    from dragoman.model.statements import Statement
    from dragoman.output.exports import Exporter

__all__ = [
    "Check",
    "Importer",
    "Reader",
    "StatisticsSource",
    "dragoman_checks",
    "dragoman_exporters",
    "dragoman_importers",
    "dragoman_readers",
    "dragoman_statistics_sources",
    "hookimpl",
]

hookspec = pluggy.HookspecMarker("dragoman")
hookimpl = pluggy.HookimplMarker("dragoman")


@dataclass(frozen=True, slots=True)
class Reader:
    """Something that reads statements from documents.

    Parameters
    ----------
    name, title : str
        Versioned name, and what it is.
    load : callable
        From folders of a team's rules (which it may ignore) to a function from a document to its statements.
        Called once in each process. Evidence must be a passage of the document's text, ``rule`` must say who
        read it.
    """

    name: str
    title: str
    load: Callable[[tuple[Path, ...]], Callable[[Document], Sequence[Statement]]]


@dataclass(frozen=True, slots=True)
class Importer:
    """Something that makes documents of a file.

    Parameters
    ----------
    name, title : str
        Versioned name, and what it is.
    claims : callable
        Whether a file is one of its own; asked of every file, so it must be quick.
    open : callable
        The documents of a file, or an error for each that cannot be read. It fetches nothing.
    """

    name: str
    title: str
    claims: Callable[[Input], bool]
    open: Callable[[Input, Limits], Iterator[Document | InputError]]


@dataclass(frozen=True, slots=True)
class StatisticsSource:
    """A form of tables of official figures: which files are such, and their observations with what was wrong."""

    name: str
    title: str
    claims: Callable[[Path], bool]
    load: Callable[[Path], tuple[Sequence[Observation], Sequence[InputError]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check of statements against each other and against official figures: findings, worst first.

    ``find`` gets the statements, the observations, and the texts of documents by name.
    """

    name: str
    title: str
    find: Callable[[Sequence[Statement], Sequence[Observation], Any], Iterable[Finding]]


@hookspec
def dragoman_readers() -> Iterable[Reader]:
    """Readers that `dragoman read --reader NAME` can use."""
    return ()


@hookspec
def dragoman_importers() -> Iterable[Importer]:
    """Importers of file formats; the first that claims a file opens it, the package's own come last."""
    return ()


@hookspec
def dragoman_exporters() -> Iterable[Exporter]:
    """Formats of `dragoman export FORMAT`; here the name is the format's, without a version."""
    return ()


@hookspec
def dragoman_statistics_sources() -> Iterable[StatisticsSource]:
    """Forms of tables that `--statistics FILE` takes; the first that claims a file loads it."""
    return ()


@hookspec
def dragoman_checks() -> Iterable[Check]:
    """Checks that `dragoman reconcile` runs besides its own."""
    return ()
