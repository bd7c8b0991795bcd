"""What every store must do with odd text, and with clocks that run backwards."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.model.documents import Document
from dragoman.record import Reading, Status, Store
from dragoman.record.postgres_texts import marked, unmarked
from tests.fakes.reader import load

from .conftest import Clock, Opener, document, statement

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1)


@pytest.mark.parametrize(
    "text", ["a\x00b", "\ufdd0", "\ufdd0\x00\ufdd1\ufdd2", "100 % ? 'x'; DROP TABLE statements; --", "😀 ь"]
)
def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    doc = document(name=f"{text}.txt", text=text, title=text, meta={"k": text})
    store.add([Reading(doc, (statement(doc, object=text),))], "r")
    stored = store.document(doc.name)
    assert stored is not None
    assert stored.document == doc
    assert [s.object for s in store.statements(document=doc.id)] == [text]
    store.forget(doc.source, text)
    assert list(store.documents()) == []


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_marking_loses_nothing_and_leaves_no_zero(text: str) -> None:
    assert unmarked(marked(text)) == text
    assert "\x00" not in marked(text)


def test_names_sort_by_code_point(store: Store) -> None:
    names = ["Z.txt", "a.txt", "_.txt", "ä.txt", "A.txt", "я.txt", "a b.txt"]
    store.add([Reading(document(n, f"Text of {n}"), ()) for n in names], "r")
    assert [d.document.name for d in store.documents()] == sorted(names)


def test_a_very_long_name_and_source_are_kept(store: Store) -> None:
    doc = document("n" * 9000, "Text.", "/s/" + "x" * 9000)
    store.add([Reading(doc, ())], "r")
    assert store.status([doc], "r") == ["same"]


def test_times_never_run_backwards_though_the_clock_does(opener: Opener, clock: Clock) -> None:
    with opener() as store:
        store.add([Reading(document("a.txt", "One."), ())], "r")
        clock.now -= timedelta(days=400)
        store.add([Reading(document("b.txt", "Two."), ())], "r")
    clock.now = datetime(1999, 1, 1, tzinfo=UTC)
    with opener() as store:
        store.add([Reading(document("c.txt", "Three."), ())], "r")
        moments = {c.why: c.at for c in store.changes() if c.what == "document"}
        assert moments["a.txt"] <= moments["b.txt"] <= moments["c.txt"]
        seen = moments["b.txt"]
        assert "c.txt" in {c.why for c in store.changes(seen)}


def test_threads_of_one_store_read_while_another_writes(
    opener: Opener, request: pytest.FixtureRequest
) -> None:
    if "duckdb" in request.node.callspec.params.values():
        pytest.skip("never: one DuckDB connection serves one thread; the workspace takes turns")
    with opener() as store:

        def write(n: int) -> None:
            for m in range(10):
                doc = document(f"{n}-{m}.txt", f"Text {n} {m}")
                store.add([Reading(doc, (statement(doc, actor=(f"A{n}",)),))], "r")
                list(store.statements(parties=[f"A{n}"]))

        threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(list(store.statements())) == 60
        assert len(list(store.documents())) == 60


def test_two_writers_of_one_text_keep_it_once(opener: Opener, request: pytest.FixtureRequest) -> None:
    if "duckdb" in request.node.callspec.params.values():
        pytest.skip("never: a DuckDB file has one writer")
    doc = document()
    reading = Reading(doc, (statement(doc), statement(doc, 1)))
    with opener() as one, opener() as two:
        threads = [
            threading.Thread(target=s.add, args=([reading], "r")) for s in (one, two) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(list(one.statements())) == 2
        assert [c.action for c in two.changes()].count("revised") == 0


def test_a_text_that_another_writer_withdraws_meanwhile_is_read_after_all(
    opener: Opener, tmp_path: Path
) -> None:
    options = ReadOptions(load=load, workers=1)
    (tmp_path / "a.txt").write_text("The embassy.")
    (tmp_path / "b.txt").write_text("The embassy.")
    with opener() as store:
        list(read_into(store, [tmp_path / "a.txt"], options))

        def status(documents: Sequence[Document], rules: str) -> list[Status]:
            found = type(store).status(store, documents, rules)
            vars(store).pop("status")  # only the first time
            store.forget(str(tmp_path / "a.txt"), "withdrawn by another")
            return found

        vars(store)["status"] = status
        list(read_into(store, [tmp_path / "b.txt"], options))
        assert [d.document.name for d in store.documents()] == ["b.txt"]
        assert len(list(store.statements())) == 1
