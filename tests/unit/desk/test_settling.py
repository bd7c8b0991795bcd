"""Findings that keep up: what changed is checked again, and comes to what checking everything gives."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.desk import workspace as workspaces
from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.desk.review import decide
from dragoman.desk.settling import changed, parties_of, places_of
from dragoman.desk.uploads import add_bundled
from dragoman.desk.workspace import Workspace
from dragoman.record import open_record
from tests.conftest import ROOT

ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())


def read(record: Path, articles: list[Path]) -> None:
    with open_record(record) as store:
        for _ in read_into(store, articles, ReadOptions(workers=1)):
            pass


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Ids of all findings of the examples with the official sample, everything reconciled at once."""
    record = tmp_path_factory.mktemp("whole") / "r.duckdb"
    read(record, ARTICLES)
    with Workspace.open(record) as w:
        add_bundled(w)
        return sorted(w.catalogue.found.ids)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record counts as large."""
    monkeypatch.setattr(workspaces, "_RECONCILED", 0)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "r.duckdb"


def settled(w: Workspace) -> list[str]:
    end = time.monotonic() + 60
    while w.findings_behind or not w.settling._mark.exists():
        assert time.monotonic() < end, w.settling.problem
        time.sleep(0.05)
    with w.settling._turn:  # what was taken off is also written
        return sorted(w.catalogue.found.ids)


def test_article_by_article_gives_what_all_at_once_gives(
    record: Path, large: None, expected: list[str]
) -> None:
    read(record, ARTICLES[:1])
    with Workspace.open(record) as w:
        w.settling.add(w.settling._left())
        w.settle()
        add_bundled(w)
        for article in ARTICLES[1:]:
            with w.writing() as store:
                for _ in read_into(store, [article], ReadOptions(workers=1)):
                    pass
            w.refresh()
            assert w.findings_behind
            w.settle()
            assert not w.findings_behind and not w.settling.problem
        assert sorted(w.catalogue.found.ids) == expected
        # And when a text goes, what rested on it goes.
        with w.writing() as store:
            store.forget(str(ARTICLES[0]), "licence ended")
        w.refresh()
        w.settle()
        left = set(w.catalogue.columns.ids)
        told = {s for f in w.store.findings() for s in f["statements"]}
        assert told <= left and w.catalogue.found.ids
        assert any(f["id"] not in expected for f in w.store.findings()) or len(w.catalogue.found.ids) < len(
            expected
        )


def test_what_was_read_elsewhere_is_found_in_the_background_when_it_is_opened(
    record: Path, expected: list[str]
) -> None:
    read(record, ARTICLES)
    with open_record(record) as store:
        from dragoman.statistics.bundled import bundled_observations

        store.add_observations(bundled_observations())
    with Workspace.open(record) as w:
        assert not w.catalogue.found.ids
        w.keep_up()
        found = settled(w)
        assert {f["id"] for f in w.store.findings() if f["statements"]} <= set(expected)
        assert sum(bool(f["statements"]) for f in w.store.findings()) > 20
        mark = json.loads(w.settling._mark.read_text())
    with Workspace.open(record) as w:  # it is known that nothing is left to do
        assert w.settling._left() == set()
        assert sorted(w.catalogue.found.ids) == found
    assert mark["until"] > 0


def test_another_version_of_the_checks_makes_the_findings_anew(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(record, ARTICLES[:2])
    with Workspace.open(record) as w:
        w.settle()
        made = sorted(w.catalogue.found.ids)
        with w.writing() as store:
            store.put_findings([], among=set(made[:3]))
    monkeypatch.setattr("dragoman.desk.settling.checks_version", lambda: "another")
    with Workspace.open(record) as w:
        assert len(w.catalogue.found.ids) == len(made) - 3
        w.keep_up()
        end = time.monotonic() + 60
        while "another" not in w.settling._mark.read_text():
            assert time.monotonic() < end, w.settling.problem
            time.sleep(0.05)
        assert settled(w) == made
    with Workspace.open(record) as w:
        assert w.settling._left() == set()


def test_a_record_that_was_reconciled_is_let_alone(record: Path, tmp_path: Path) -> None:
    read(record, ARTICLES[:2])
    with Workspace.open(record) as w:
        w.settle()
        before = w.catalogue.found.ids
    w.settling._mark.unlink()
    copy = tmp_path / "copy.duckdb"
    shutil.copy(record, copy)
    with Workspace.open(copy) as w:
        assert w.settling._left() == set() and w.catalogue.found.ids == before


def test_a_rejected_statement_proves_nothing_any_more(record: Path) -> None:
    read(record, ARTICLES)
    with Workspace.open(record) as w:
        w.settle()
        w.keep_up()
        conflict = next(f for f in w.store.findings() if f["verdict"] == "conflict" and f["statements"])
        victim = conflict["statements"][0]
        decide(w, victim, "reject", "aida")
        end = time.monotonic() + 60
        while any(victim in f["statements"] for f in w.store.findings()):
            assert time.monotonic() < end, w.settling.problem
            time.sleep(0.05)


def test_sets_of_parties_and_their_places(record: Path) -> None:
    read(record, ARTICLES)
    with Workspace.open(record) as w:
        c = w.catalogue
        everything = parties_of(c, c.newest)
        told = w.statements(range(len(c)))
        assert everything == {frozenset((*s.actor, *s.recipient)) for s in told} - {frozenset()}
        for parties in everything:
            at = {n for n, s in enumerate(told) if {*s.actor, *s.recipient} == parties}
            assert set(places_of(c, parties).tolist()) == at
        assert changed(c, c) == set()
        assert len(places_of(c, frozenset({"XXX", "KAZ"}))) == 0


def test_what_was_begun_when_the_process_ended_is_begun_again_by_the_next(record: Path) -> None:
    read(record, ARTICLES)
    with Workspace.open(record) as w:
        w.settling.add(w.settling._left())
        w.settling._stopped.set()  # as closing does while a check is under way
        w.settling.all_now()
        assert not w.settling._mark.exists()
    with Workspace.open(record) as w:
        assert w.settling._left()
