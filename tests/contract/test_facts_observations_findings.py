"""What every store must do with what follows from statements."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model.findings import Finding, Observation, Series
from dragoman.record import ClaimGroup, Fact, Review, Separation, Store, Telling

SERIES = Series("exports", "KAZ", "BGR", None, "USD")


def fact(*statements: str, reports: int = 1) -> Fact:
    tellings = tuple(Telling(s, "same value and year") for s in statements)
    return Fact("fa_1", "figure/trade", tellings, reports, 1, {"period": "2024"})


def observed(value: str, as_of: str | None = "2025-01", **more: str) -> Observation:
    return Observation(
        SERIES, "2024", Decimal(value), more.get("source", "BNS"), as_of, more.get("valuation")
    )


def history(store: Store, what: str) -> list[str]:
    return [c.action for c in store.changes() if c.what == what]


def test_facts_keep_their_tellings_with_reasons(store: Store) -> None:
    store.put_facts([fact("st_1", "st_2")])
    assert list(store.facts()) == [fact("st_1", "st_2")]
    store.put_facts([fact("st_1", "st_2")])
    assert history(store, "fact") == ["added"]


def test_a_changed_fact_is_a_revision_and_a_lost_one_a_withdrawal(store: Store) -> None:
    store.put_facts([fact("st_1", "st_2")])
    store.put_facts([fact("st_1", "st_2", "st_3", reports=2)])
    assert [f.report_count for f in store.facts()] == [2]
    store.put_facts([])
    assert history(store, "fact") == ["added", "revised", "withdrawn"]


def test_a_merge_can_be_revoked_once_and_for_all(store: Store) -> None:
    apart = Separation("st_1", "st_2", "analyst", "two embassies")
    store.separate(apart)
    store.separate(Separation("st_2", "st_1", "another", "so do I"))
    assert store.separations() == [apart]


def test_vintages_stand_side_by_side(store: Store) -> None:
    assert store.add_observations([observed("303.6"), observed("304.1", "2025-06")]) == 2
    assert store.add_observations([observed("303.60")]) == 0
    assert [o.value for o in store.observations(reporter="KAZ")] == [Decimal("303.6"), Decimal("304.1")]
    assert list(store.observations(reporter="TUR")) == []


def test_another_value_for_one_vintage_is_a_revision_with_history(store: Store) -> None:
    store.add_observations([observed("303.6")])
    assert store.add_observations([observed("310")]) == 1
    assert [o.value for o in store.observations()] == [Decimal("310")]
    [old] = [c for c in store.changes() if c.action == "revised"]
    assert old.before is not None
    assert old.before["value"] == "303.6"


def test_valuations_and_sources_are_kept_apart(store: Store) -> None:
    store.add_observations(
        [observed("1", valuation="FOB"), observed("2", valuation="CIF"), observed("3", source="IMF")]
    )
    assert len(list(store.observations(indicator="exports", partner="BGR"))) == 3


def test_findings_are_replaced_with_history(store: Store) -> None:
    finding = Finding("sum", "holds", SERIES, "2024", "1 + 1 = 2", ("st_1",))
    store.put_findings([finding])
    assert [f["id"] for f in store.findings()] == [finding.id]
    store.put_findings([])
    assert history(store, "finding") == ["added", "withdrawn"]


def test_reviews_stand_beside_each_other(store: Store) -> None:
    store.add_review(Review("st_1", "accept", "a"))
    store.add_review(Review("st_1", "reject", "b", "wrong year"))
    store.add_review(Review("st_2", "accept", "a"))
    assert [(r.verdict, r.who, r.note) for r in store.reviews("st_1")] == [
        ("accept", "a", ""),
        ("reject", "b", "wrong year"),
    ]
    assert len(store.reviews()) == 3
    assert all(r.at is not None for r in store.reviews())


def test_near_duplicates_are_grouped(store: Store) -> None:
    group = ClaimGroup("cl_1", ("st_1", "st_2"), "same words")
    store.put_claim_groups([group])
    assert store.claim_groups() == [group]
