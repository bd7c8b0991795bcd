"""What pages see of a record is the same whatever keeps it."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from dragoman.desk.workspace import Workspace
from dragoman.model.findings import Finding, Series
from dragoman.model.statements import Product
from dragoman.record import Reading, Review, Store, open_store
from dragoman.record.postgres_browsing import browsing_of

from .conftest import Clock, document, statement


def fill(store: Store) -> None:
    one, two = document("a.txt", "One text.", date="2025-05"), document("b.txt", "Two texts.", title="T")
    more = [
        statement(one, 0),
        statement(
            one, 1, kind="tie", mode="embassy", actor=("KAZ",), recipient=("TUR",), date=None, product=None
        ),
    ]
    composed = statement(
        two,
        1,
        kind="composition",
        mode="exports",
        product=None,
        products=(Product("oil", "2709"), Product("x", None)),
    )
    store.add([Reading(one, tuple(more)), Reading(two, (composed,))], "r")
    series = Series("exports", "KAZ", "BGR", None, "USD")
    store.put_findings([Finding("sum", "holds", series, "2024", "1 + 1 = 2", (more[0].id, composed.id))])
    store.forget("/in/b.txt", "licence ended")
    store.add([Reading(two, (composed,))], "r")


@pytest.fixture
def both(tmp_path: Path, postgres: str) -> tuple[str, str]:
    """The same record in a file and in a database."""
    names = (str(tmp_path / "r.duckdb"), postgres)
    for name in names:
        with open_store(name, clock=Clock()) as store:
            fill(store)
    return names


def seen(name: str) -> dict[str, object]:
    with open_store(name) as store:
        b = browsing_of(store)
        listed = b.documents()
        c = b.columns(listed)
        order = np.argsort(c.ids)
        place = {int(old): new for new, old in enumerate(order)}
        found = b.findings()
        return {
            "documents": [(d.id, d.name, d.date, d.length) for d in listed],
            "whole": [(w.document, w.sources) for d in listed if (w := b.document(d))],
            "columns": [
                [getattr(c, what)[n] for n in order] for what in ("ids", "keys", "document", "first", "last")
            ],
            "coded": [
                [getattr(c, what + "s")[getattr(c, what)[n]] for n in order] for what in ("kind", "rule")
            ],
            "statuses": [c.statuses[c.status[n]] for n in order],
            "parties": sorted((place[int(n)], c.party_codes[code]) for n, code in zip(*c.parties)),
            "products": sorted((place[int(n)], c.product_codes[code]) for n, code in zip(*c.products)),
            "statements": b.statements([c.rowids[n] for n in order], [c.ids[n] for n in order]),
            "findings": (found.ids, found.verdicts, found.reporters, found.periods),
            "links": sorted((int(n), int(k)) for n, k in zip(*found.statements)),
            "payloads": b.finding_payloads(found.rowids, found.ids),
            "passages": sorted(
                (d, key, words.split()) for d, key, words in b.passages([d.digest for d in listed])
            ),
            "texts": sorted(b.texts([d.digest for d in listed])),
            "gone": [(g.what, g.id, g.action, g.why) for g in b.gone(10)],
        }


def test_a_file_and_a_database_look_the_same(both: tuple[str, str]) -> None:
    of_file, of_database = map(seen, both)
    for what, value in of_file.items():
        assert of_database[what] == value, what
    products = of_file["products"]
    assert isinstance(products, list) and len(products) == 2


def test_an_empty_database_can_be_looked_through(postgres: str) -> None:
    with open_store(postgres) as store:
        b = browsing_of(store)
        assert b.columns(b.documents()).ids == []
        assert b.findings().ids == []


def test_a_workspace_works_on_a_database(
    both: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Workspace.open(both[1]) as w:
        assert len(w.catalogue) == 3
        told = w.statements(range(3))
        assert {s.kind for s in told} == {"figure", "tie", "composition"}
        with w.writing() as store:
            store.add_review(Review(told[0].id, "reject", "aida"))
        w.redecide()
        assert w.decided.verdicts[told[0].id] == "reject"
        w.settle()
    assert not list(tmp_path.glob("*postgres*"))


def test_an_open_workspace_sees_what_another_process_writes(
    both: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with Workspace.open(both[1]) as w:
        assert w.heed_others() is False
        with open_store(both[1]) as other:
            late = document("late.txt", "Three texts.")
            other.add([Reading(late, (statement(late, 0),))], "r")
            other.add_review(Review(w.catalogue.columns.ids[0], "reject", "aida"))
        assert w.heed_others() is True
        assert len(w.catalogue) == 4 and w.catalogue.columns.ids[0] in w.decided.verdicts
        assert any(d.name == "late.txt" for d in w.catalogue.documents)
        assert w.heed_others() is False
    with Workspace.open(both[1]) as w:  # and by itself, soon
        w.keep_up()
        with open_store(both[1]) as other:
            later = document("later.txt", "Four texts.")
            other.add([Reading(later, (statement(later, 0),))], "r")
        end = time.monotonic() + 30
        while len(w.catalogue) < 5:
            assert time.monotonic() < end
            time.sleep(0.05)


def test_findings_among_some_are_replaced_and_the_others_let_alone(store: Store) -> None:
    def finding(rule: str, because: str) -> Finding:
        return Finding(rule, "holds", Series("exports", "KAZ", "BGR", None, "USD"), "2024", because)

    a, b, c = finding("sum", "1 + 1 = 2"), finding("growth", "up"), finding("share", "half")
    store.put_findings([a, b])
    store.put_findings([c], among=[b.id])
    assert {f["id"] for f in store.findings()} == {a.id, c.id}
    store.put_findings([], among=[c.id, "fi_unknown"])
    assert [f["id"] for f in store.findings()] == [a.id]
    store.put_findings([a], among=[])
    assert [f["id"] for f in store.findings()] == [a.id]
    store.put_findings([b])
    assert [f["id"] for f in store.findings()] == [b.id]
