"""What every store must do with documents and their statements."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from dragoman.model.documents import Document
from dragoman.record import Added, Reading, Store

from .conftest import Clock, Opener, document, statement


def reading(doc: Document, count: int = 2, **more: object) -> Reading:
    return Reading(doc, tuple(statement(doc, n, **more) for n in range(count)))


def ids(store: Store) -> list[str]:
    return [s.id for s in store.statements()]


def test_what_is_written_comes_back_equal(store: Store) -> None:
    doc = document(title="T", date="2025", date_source="header", meta={"licence": "CC0"}, author="A")
    store.add([reading(doc)], "r1")
    stored = store.document(doc.id)
    assert stored is not None
    assert (stored.document, stored.rules, stored.sources) == (doc, "r1", (doc.source,))
    assert list(store.statements()) == [statement(doc, 0), statement(doc, 1)]
    assert dict(next(store.statements()).because) == {"value": "printed"}


def test_numbers_stay_exact(store: Store) -> None:
    doc = document()
    value = Decimal("12345678901234567890.123456789012345678")
    store.add([reading(doc, 1, value=value, low=Decimal("0.1"), high=Decimal("1E+3"))], "r1")
    [found] = store.statements()
    assert (found.value, found.low, found.high) == (value, Decimal("0.1"), Decimal("1000"))


def test_reading_again_changes_nothing(store: Store) -> None:
    doc = document()
    store.add([reading(doc)], "r1")
    before = list(store.changes())
    assert store.status([doc], "r1") == ["same"]
    assert store.add([reading(doc)], "r1") == Added()
    assert store.sweep() == Added()
    assert list(store.changes()) == before


def test_a_changed_document_replaces_its_own_statements_and_no_others(store: Store) -> None:
    old, other = document(text="Trade rose."), document("b.txt", "Trade fell.")
    store.add([reading(old), reading(other)], "r1")
    new = document(text="Trade rose, at last.")
    assert store.status([new], "r1") == ["new"]
    store.add([reading(new, 1)], "r1")
    store.sweep()
    assert ids(store) == [statement(new).id, statement(other).id, statement(other, 1).id]
    assert store.document(old.id) is None


def test_what_was_withdrawn_leaves_a_tombstone(store: Store) -> None:
    old = document(text="Trade rose.")
    store.add([reading(old)], "r1")
    store.add([reading(document(text="Trade fell."))], "r1")
    store.sweep()
    assert store.statement(statement(old).id) is None
    gone = store.withdrawn_statement(statement(old).id)
    assert gone is not None
    assert gone[0] == statement(old)
    [tomb] = [c for c in store.changes() if c.action == "withdrawn" and c.what == "document"]
    assert tomb.before is not None
    assert tomb.before["text"] == "Trade rose."


def test_lines_that_move_within_a_file_lose_nothing(store: Store) -> None:
    first, second = document("x", "One.", "/f#1"), document("y", "Two.", "/f#2")
    store.add([reading(first), reading(second)], "r1")
    moved = [document("z", "New.", "/f#1"), document("x", "One.", "/f#2"), document("y", "Two.", "/f#3")]
    assert store.status(moved, "r1") == ["new", "known", "known"]
    store.add([reading(moved[0]), Reading(moved[1], None), Reading(moved[2], None)], "r1")
    assert store.sweep() == Added()
    assert {s.document.text for s in store.documents()} == {"One.", "Two.", "New."}


def test_the_same_text_at_two_sources_is_one_document(store: Store) -> None:
    one, two = document("a.txt"), document("b.txt")
    assert store.status([one, two], "r1") == ["new", "known"]
    store.add([reading(one), Reading(two, None)], "r1")
    [stored] = store.documents()
    assert stored.sources == (one.source, two.source)
    assert len(ids(store)) == 2
    store.forget(one.source, "licence ended")
    assert len(ids(store)) == 2
    store.forget(two.source, "licence ended")
    assert ids(store) == []


def test_copies_in_one_batch_are_read_once_though_both_were_sent(store: Store) -> None:
    one, two = document("a.txt"), document("b.txt")
    store.add([reading(one), reading(two)], "r1")
    assert [s.evidence.document for s in store.statements()] == ["a.txt", "a.txt"]


def test_other_rules_read_a_text_again(store: Store) -> None:
    doc = document()
    store.add([Reading(doc, (statement(doc, 0), statement(doc, 1), statement(doc, 2)))], "r1")
    assert store.status([doc], "r2") == ["new"]
    changed = statement(doc, 1, mode="exports")
    added = store.add([Reading(doc, (statement(doc, 0), changed))], "r2")
    assert (added.statements, added.withdrawn) == (1, 2)
    by_action = {(c.action, c.id) for c in store.changes() if c.what == "statement" and c.action != "added"}
    assert by_action == {("revised", changed.id), ("withdrawn", statement(doc, 2).id)}
    arrivals = [c.id for c in store.changes() if c.what == "statement" and c.action == "added"]
    assert sorted(arrivals) == sorted(statement(doc, n).id for n in range(3))


def test_a_better_known_date_reads_a_text_again_and_a_worse_known_one_does_not(store: Store) -> None:
    header = document(date="2025", date_source="header")
    store.add([reading(header)], "r1")
    inferred = document(date="2024", date_source="inferred")
    given = document(date="2023", date_source="option")
    assert store.status([inferred], "r1") == ["same"]
    assert store.status([given], "r1") == ["new"]
    store.add([reading(given)], "r1")
    [stored] = store.documents()
    assert stored.document.date == "2023"


def test_statements_are_found_by_kind_parties_and_document(store: Store) -> None:
    doc, other = document(), document("b.txt", "Other.")
    store.add(
        [reading(doc, 1), reading(other, 1, kind="tie", mode="embassy", actor=("KAZ",), recipient=("TUR",))],
        "r",
    )
    assert [s.kind for s in store.statements(kind="tie")] == ["tie"]
    assert [s.kind for s in store.statements(parties=["TUR", "KAZ"])] == ["tie"]
    assert [s.kind for s in store.statements(parties=["KAZ", "BGR"])] == ["figure"]
    assert [s.kind for s in store.statements(document=other.id)] == ["tie"]


def test_changes_start_at_the_time_asked(store: Store, clock: Clock) -> None:
    store.add([reading(document(), 1)], "r1")
    later: datetime = clock()
    store.add([reading(document("b.txt", "Other."), 1)], "r1")
    assert {c.what for c in store.changes(later)} == {"document", "source", "statement"}
    assert len(list(store.changes(later))) == 3
    assert len(list(store.changes())) == 6


def test_a_record_opened_again_has_everything(opener: Opener) -> None:
    with opener() as first:
        first.add([reading(document())], "r1")
    with opener() as second:
        assert len(ids(second)) == 2


def test_writing_goes_on_while_statements_are_read(store: Store) -> None:
    store.add([reading(document(text=f"Text {n}.", name=f"{n:03}.txt"), 3) for n in range(500)], "r1")
    seen = 0
    for n, _ in enumerate(store.statements()):
        seen += 1
        if n == 10:
            store.add([reading(document(text="Late.", name="late.txt"))], "r1")
    assert seen == 1500
