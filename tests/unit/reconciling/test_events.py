"""Contradictions that are not sums."""

from __future__ import annotations

from tests.unit.reconciling.told import figure, found, one, tie


def test_two_dates_for_one_embassy_contradict() -> None:
    told = [
        tie(
            "embassy",
            "KAZ>MKD",
            "2024",
            "Kazakhstan opened its first embassy in 2024",
            document="a",
            id="st_a",
        ),
        tie("embassy", "KAZ>MKD", "2018", "the embassy opened in 2018", document="b", id="st_b"),
    ]
    f = one(told, rule="same", verdict="conflict")
    assert set(f.statements) == {"st_a", "st_b"} and "2024" in f.because and "2018" in f.because
    assert f.repairs[0].kind == "reading"


def test_a_day_within_the_year_agrees() -> None:
    told = [
        tie("diplomatic_relations", "KAZ,TUR", "1992-03-02", document="a"),
        tie("diplomatic_relations", "TUR,KAZ", "1992", document="b"),
    ]
    assert one(told, rule="same").verdict == "holds"


def test_embassies_of_either_side_have_dates_of_their_own() -> None:
    told = [
        tie("embassy", "BGR>KAZ", "1994"),
        tie("embassy", "KAZ>BGR", "2019"),
        tie("mission", "KAZ>BGR", "2004"),
    ]
    assert not found(told, rule="same")


def test_two_firsts_to_recognise_contradict() -> None:
    told = [
        tie(
            "recognition", "USA>KAZ", "1991-12-25", "the United States was the first to recognize Kazakhstan"
        ),
        tie("recognition", "TUR>KAZ", "1991-12-16", "Türkiye was the first country to recognise Kazakhstan"),
        tie("recognition", "DEU>KAZ", "1991-12-31", "Germany was among the first to recognise Kazakhstan"),
    ]
    f = one(told, rule="same", verdict="conflict")
    assert "United States" in f.because and "Türkiye" in f.because and "Germany" not in f.because


def test_counts_that_differ_in_their_words_too_are_unchecked_with_the_reading_under_which_both_hold() -> None:
    told = [
        figure(
            "companies", "BGR>KAZ", "2025", 100, 100, unit="1", text="Over 100 companies are now registered"
        ),
        figure(
            "companies",
            "BGR>KAZ",
            "2025-06",
            60,
            55,
            65,
            unit="1",
            text="some 60 companies operating",
            document="b",
        ),
    ]
    f = one(told, rule="same", verdict="unchecked")
    assert f.repairs[0].kind == "reading" and "registered" in f.because and "operating" in f.because


def test_firms_with_foreign_capital_and_accredited_offices_are_two_counts() -> None:
    told = [
        figure(
            "companies", "LVA>UZB", "2014", 21, 21, 21, unit="1", text="21 enterprises with Latvian capital"
        ),
        figure(
            "companies", "LVA>UZB", "2014", 19, 19, 19, unit="1", text="19 Latvian firms accredited offices"
        ),
    ]
    f = one(told, rule="same")
    assert f.verdict == "unchecked"
    assert "the one may count those with foreign capital, the other those accredited" in f.because


def test_counts_of_one_period_contradict_in_the_arithmetic_once() -> None:
    told = [
        figure("companies", "BGR>KAZ", "2025", 100, 100, unit="1", text="Over 100 companies"),
        figure("companies", "BGR>KAZ", "2025", 60, 55, 65, unit="1", text="some 60 companies", document="b"),
    ]
    assert len(found(told, verdict="conflict")) == 1


def test_undated_counts_that_differ_are_unchecked() -> None:
    told = [
        figure("companies", "BGR>KAZ", None, 100, 100, unit="1"),
        figure("companies", "BGR>KAZ", None, 60, 55, 65, unit="1", document="b"),
    ]
    assert one(told, rule="same").verdict == "unchecked"


def test_counted_ties_that_differ_are_shown() -> None:
    told = [
        tie("centre", "KAZ>BGR", "2025", "three cultural centers", count=(3, 3)),
        tie("centre", "KAZ>BGR", "2025", "five cultural centers", count=(5, 5), document="b"),
    ]
    assert one(told, rule="same").verdict == "conflict"


def test_relations_that_were_resumed_have_two_dates() -> None:
    told = [
        tie("diplomatic_relations", "ALB,JPN", "1922-04", "relations were established in April 1922"),
        tie("diplomatic_relations", "ALB,JPN", "1981-03", "they were re-established in March 1981"),
    ]
    assert not found(told, rule="same")
