"""Two readers' statements, matched passage by passage."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dragoman.desk.comparisons import compare, match_json
from dragoman.desk.texts import read_text
from dragoman.model.statements import Evidence, Statement

FOUND = (
    read_text(
        "Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024. Bulgaria opened its embassy in Kazakhstan "
        "in 1994. The presidents of Kazakhstan and Bulgaria met in Astana in May 2025.",
        date="2025-06-09",
    ).statements
    or ()
)


def _with(s: Statement, **changes: object) -> Statement:
    return replace(s, id="st_other" + s.id, rule="model:x", **changes)  # type: ignore[arg-type]


def test_a_reader_agrees_with_itself() -> None:
    found = compare(FOUND, FOUND)
    assert len(FOUND) >= 3 and {m.outcome for m in found.matches} == {"same"}
    assert found.agreement() == 1.0


def test_rule_and_id_are_no_difference_and_order_of_parties_is_none() -> None:
    others = [_with(s, actor=tuple(reversed(s.actor))) for s in FOUND]
    assert {m.outcome for m in compare(FOUND, others).matches} == {"same"}


def test_what_differs_is_named() -> None:
    figure = next(s for s in FOUND if s.kind == "figure")
    found = compare([figure], [_with(figure, value=Decimal(1), status="target")])
    assert [m.differs for m in found.matches] == [("status", "value")]


def test_what_one_alone_has_stands_alone() -> None:
    found = compare(FOUND, FOUND[1:])
    assert [m.outcome for m in found.matches].count("only_first") == 1
    assert [m.outcome for m in compare(FOUND[1:], FOUND).matches].count("only_second") == 1
    assert found.agreement() == 2 * (len(FOUND) - 1) / (2 * len(FOUND) - 1)


def test_passages_apart_are_never_matched() -> None:
    s = FOUND[0]
    moved = _with(s, evidence=Evidence(s.evidence.document, 9_000, 9_010, s.evidence.text))
    elsewhere = _with(s, evidence=replace(s.evidence, document="other"))
    assert {m.outcome for m in compare([s], [moved]).matches} == {"only_first", "only_second"}
    assert {m.outcome for m in compare([s], [elsewhere]).matches} == {"only_first", "only_second"}


def test_the_most_alike_are_matched_first() -> None:
    figure = next(s for s in FOUND if s.kind == "figure")
    near, far = _with(figure), replace(_with(figure, value=Decimal(7)), id="st_a")
    found = compare([figure], [far, near])
    assert [(m.outcome, m.other.id if m.other else "") for m in found.matches if m.one] == [("same", near.id)]


def test_nothing_against_nothing_has_no_agreement() -> None:
    assert compare([], []).agreement() is None


def test_a_match_is_plain_json() -> None:
    found = match_json(compare(FOUND, FOUND).matches[0])
    assert list(found) == ["outcome", "differs", "overlap", "first", "second"]
    assert found["first"] == found["second"] and "because" not in found["first"]
