"""Plug-ins: the page of hooks, the package's own part, and somebody else's."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pluggy
import pytest

from dragoman import hookspecs
from dragoman.desk import plugins
from dragoman.desk.holdings import read_holdings
from dragoman.desk.ingest import ReadOptions
from dragoman.desk.reconcile import findings, gather
from dragoman.errors import UnreadableFile, UsageError
from dragoman.hookspecs import Check, Importer, Reader, StatisticsSource, hookimpl
from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Series
from dragoman.output.exports import Exporter
from tests.conftest import ROOT

# A name is a promise to those who ask for it: it may be added to, never taken away without a word in the changelog.
NAMES = {
    "readers": ["rules.v1", "openai.v1"],
    "importers": ["documents.v1"],
    "exporters": [
        "jsonl", "csv", "parquet", "tables", "plover", "polecat", "ftm", "sdmx-csv", "geojson", "jsonld", "icalendar",
        "bibtex", "sqlite",
    ],
    "statistics_sources": ["tables.v1"],
    "checks": ["figures.v1"],
}  # fmt: skip


class Theirs:
    """A team's plug-in with something for every hook."""

    @hookimpl
    def dragoman_readers(self) -> list[Reader]:
        return [Reader("silent.v2", "Reads nothing", lambda rules: lambda document: [])]

    @hookimpl
    def dragoman_importers(self) -> list[Importer]:
        def opened(entry: object, limits: object) -> Iterator[Document]:
            yield Document("secret", "Bulgaria opened its embassy in Kazakhstan in 1994.", date="2025")

        return [
            Importer("rot13.v1", "Text turned by 13", lambda entry: entry.name.endswith(".rot13"), opened)
        ]

    @hookimpl
    def dragoman_exporters(self) -> list[Exporter]:
        from collections import Counter

        def write(bundle: object, out: object) -> Counter[str]:
            out.write(b"count\n")  # type: ignore[attr-defined]
            return Counter()

        return [Exporter("count", ".txt", "text/plain", "How many", "a line", write)]

    @hookimpl
    def dragoman_statistics_sources(self) -> list[StatisticsSource]:
        refused = [UnreadableFile("not today", where="x.stats")]
        return [
            StatisticsSource(
                "stats.v1", "Own", lambda path: path.suffix == ".stats", lambda path: ([], refused)
            )
        ]

    @hookimpl
    def dragoman_checks(self) -> list[Check]:
        finding = Finding(
            "bound", "conflict", Series("x", "KAZ", None, None, "1"), None, "too many statements"
        )
        return [Check("many.v1", "Too many", lambda told, official, texts: [finding] if told else [])]


@pytest.fixture
def theirs() -> Iterator[pluggy.PluginManager]:
    manager = plugins.manager()
    plugin = Theirs()
    manager.register(plugin, "theirs")
    yield manager
    manager.unregister(plugin)


def test_names_that_were_given_out_stay() -> None:
    found: dict[str, list[str]] = {}
    for r in plugins.registered():
        if r.plugin == "dragoman":
            found.setdefault(r.hook, []).append(r.name)
    assert found == NAMES


def test_the_package_uses_every_hook_that_it_offers() -> None:
    offered = {name for name in dir(hookspecs) if name.startswith("dragoman_")}
    assert {f"dragoman_{hook}" for hook in plugins.HOOKS} == offered
    assert set(NAMES) == set(plugins.HOOKS)
    assert all(inspect.getdoc(getattr(hookspecs, name)) for name in offered)


def test_every_hook_and_name_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
    for hook, names in NAMES.items():
        assert f"dragoman_{hook}" in page
        if hook != "exporters":
            assert all(name in page for name in names)


def test_a_teams_reader_is_asked_for_by_name(theirs: object) -> None:
    for name in ("silent", "silent.v2"):
        options = ReadOptions(load=plugins.reader_named(name), reader=name)
        found = read_holdings([ROOT / "examples" / "articles" / "bulgaria-trade-2024.txt"], options)
        assert len(found.documents()) == 1 and len(found.statements()) == 0


def test_an_importer_opens_what_it_claims_before_the_packages_own(theirs: object, tmp_path: Path) -> None:
    (tmp_path / "x.rot13").write_text("Ohytnevn")
    (tmp_path / "y.txt").write_text("Bulgaria opened its embassy in Kazakhstan in 1994.")
    found = read_holdings([tmp_path])
    assert sorted(d.name for d in found.documents()) == ["secret", "y.txt"]


def test_an_export_format_is_asked_for_by_name(theirs: object) -> None:
    from dragoman.desk.exports import exporter

    assert exporter("count").title == "How many"


def test_a_source_of_statistics_loads_what_it_claims(theirs: object, tmp_path: Path) -> None:
    (tmp_path / "x.stats").write_text("1")
    found = gather([], [tmp_path / "x.stats"])
    assert [p.what for p in found.problems] == ["not today"]


def test_loading_into_a_record_asks_the_same_sources(theirs: object, tmp_path: Path) -> None:
    from dragoman.desk.statistics import load

    (tmp_path / "x.stats").write_text("1")
    (tmp_path / "y.csv").write_text(
        "reporter,partner,flow,period,value,unit,source,as_of\nKAZ,BGR,X,2024-Q1,5,USD,BNS,\n"
    )
    found = load([tmp_path / "x.stats", tmp_path / "y.csv"])
    assert [p.what for p in found.problems] == ["not today"]
    assert [o.period for o in found.observations] == ["2024-33"]


def test_a_check_adds_its_findings_in_order(theirs: object) -> None:
    holdings = read_holdings([ROOT / "examples" / "articles"])
    found = findings(holdings.gathered())
    assert "too many statements" in {f.because for f in found}
    verdicts = [f.verdict for f in found]
    assert verdicts == sorted(verdicts, key=["conflict", "implied", "unchecked", "holds"].index)


def test_two_of_one_name_are_refused() -> None:
    class Again:
        @hookimpl
        def dragoman_readers(self) -> list[Reader]:
            return [Reader("rules.v1", "Not ours", lambda rules: lambda document: [])]

    plugin = Again()
    plugins.manager().register(plugin, "again")
    try:
        with pytest.raises(UsageError, match=r"rules\.v1 comes from"):
            plugins.readers()
    finally:
        plugins.manager().unregister(plugin)


def test_a_name_that_nobody_has_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"rules\.v1"):
        plugins.reader_named("gliner")


def test_a_plugin_that_breaks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, group: str) -> int:
        raise ImportError("no module named theirs")

    monkeypatch.setattr(pluggy.PluginManager, "load_setuptools_entrypoints", broken)
    with pytest.raises(UsageError, match="no module named theirs"):
        plugins.manager.__wrapped__()
