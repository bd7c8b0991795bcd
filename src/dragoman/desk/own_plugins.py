"""What comes with the package, registered through the same hooks as everybody's plug-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.hookspecs import Check, Importer, Reader, StatisticsSource, hookimpl

if TYPE_CHECKING:
    from dragoman.documents import Input, Limits
    from dragoman.errors import InputError
    from dragoman.model.documents import Document
    from dragoman.model.findings import Finding, Observation
    from dragoman.model.statements import Statement
    from dragoman.output.exports import Exporter

__all__ = ["OWN", "OWN_CHECK"]


def _rules(rules: tuple[Path, ...]) -> Callable[[Document], Sequence[Statement]]:
    from dragoman.reading.reader import load_reader

    return load_reader(rules).read


def _model(rules: tuple[Path, ...]) -> Callable[[Document], Sequence[Statement]]:
    from dragoman.plugins.openai_reader import reader_from_environment

    return reader_from_environment().read


def _documents(entry: Input, limits: Limits) -> Iterator[Document | InputError]:
    from dragoman.documents import import_file

    return import_file(entry, limits)


def _tables(path: Path) -> tuple[Sequence[Observation], Sequence[InputError]]:
    from dragoman.statistics.tables import read_tables

    return read_tables([path])


def _figures(
    statements: Sequence[Statement], observations: Sequence[Observation], texts: Any
) -> Sequence[Finding]:
    from dragoman.reconciling import reconcile

    return reconcile(statements, observations, texts=texts)


OWN_CHECK = "figures.v1"
"""The name of the package's own check."""


class _Own:
    """The package's own part of every hook."""

    @hookimpl
    def dragoman_readers(self) -> list[Reader]:
        """The rules, and the adapter to a language model."""
        return [
            Reader("rules.v1", "The package's rules and those of your folders", _rules),
            Reader("openai.v1", "A language model behind an OpenAI-compatible chat endpoint", _model),
        ]

    @hookimpl(trylast=True)
    def dragoman_importers(self) -> list[Importer]:
        """All formats of documents that the package knows; it sniffs, so it claims every file."""
        title = "Text, Markdown, HTML, PDF, Word, JSON Lines, Parquet, WARC, gzip"
        return [Importer("documents.v1", title, lambda entry: True, _documents)]

    @hookimpl
    def dragoman_exporters(self) -> list[Exporter]:
        """The formats of docs/exports.md."""
        from dragoman.output.exports.formats import EXPORTERS

        return list(EXPORTERS)

    @hookimpl(trylast=True)
    def dragoman_statistics_sources(self) -> list[StatisticsSource]:
        """Plain tables, SDMX-CSV, and files of UN Comtrade; known by their headings."""
        title = "Plain tables, SDMX-CSV, UN Comtrade"
        return [StatisticsSource("tables.v1", title, lambda path: True, _tables)]

    @hookimpl(tryfirst=True)
    def dragoman_checks(self) -> list[Check]:
        """Sums, growth, multiples, shares, durations, mirrors, superlatives."""
        return [Check(OWN_CHECK, "Figures and dates against each other and official series", _figures)]


OWN = _Own()
