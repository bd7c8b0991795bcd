"""Nothing that a model answers is taken on trust."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.documents import Document
from dragoman.model.statements import KINDS, from_json, to_json
from dragoman.plugins.answers import answered, statements_of

TEXT = (
    "Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024. Bulgaria opened its embassy in 1994. "
    "Trade doubled in 2024. Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024."
)
DOCUMENT = Document("a.txt", TEXT, date="2025-06-09")
FIGURE: dict[str, Any] = {
    "kind": "figure", "mode": "trade", "status": "actual", "actor": ["KAZ", "BGR"], "recipient": [], "date": "2024",
    "quote": "Trade between Kazakhstan and Bulgaria reached $375.2 million in 2024", "measure": "level",
    "value": Decimal("375200000"), "low": 375150000, "high": 375250000, "unit": "USD",
}  # fmt: skip


def _one(**changes: Any) -> tuple[list[Any], list[Any]]:
    return statements_of([{**FIGURE, **changes}], DOCUMENT, "model:test")


def test_an_answer_in_order_is_a_statement() -> None:
    [s], dropped = _one()
    assert not dropped
    assert (s.rule, s.confidence, s.value) == ("model:test", 0.0, Decimal("375200000"))
    assert TEXT[s.evidence.start : s.evidence.end] == s.evidence.text
    assert from_json(json.dumps(to_json(s))) == s


def test_the_same_answer_has_the_same_id_and_another_model_another() -> None:
    [a], _ = _one()
    [b], _ = _one()
    [c], _ = statements_of([FIGURE], DOCUMENT, "model:other")
    assert a.id == b.id != c.id


def test_a_passage_told_twice_is_found_at_both_places() -> None:
    found, _ = statements_of([FIGURE, FIGURE], DOCUMENT, "model:test")
    assert len({s.evidence.start for s in found}) == 2


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"quote": "Trade between Kazakhstan and Bulgaria reached $375 million"}, "word for word"),
        ({"quote": "trade between kazakhstan"}, "word for word"),
        ({"quote": ""}, "no passage"),
        ({"quote": None}, "no passage"),
        ({"kind": "war"}, "no kind"),
        ({"kind": ["figure"]}, "no kind"),
        ({"mode": "embassy"}, "no kind and mode"),
        ({"status": "likely"}, "no status"),
        ({"actor": ["Kazakhstan"]}, "no code"),
        ({"actor": "KAZ"}, "list"),
        ({"actor": []}, "no party"),
        ({"date": "last year"}, "no EDTF"),
        ({"value": "a lot"}, "no number"),
        ({"value": float("nan")}, "no number"),
        ({"value": True}, "no number"),
        ({"value": 1e40}, "no number"),
        ({"value": 376_000_000, "high": None}, "does not stand"),
        ({"low": 400_000_000}, "not in order"),
        ({"value": None, "low": None, "high": None}, "without a number"),
        ({"unit": None}, "without a unit"),
        ({"measure": "size"}, "no measure"),
        ({"product": {"text": "oil", "hs": "27a"}}, "no HS code"),
        ({"people": [{"name": "X", "country": "Bulgarian"}]}, "no code"),
        ({"people": {"name": "X"}}, "list"),
        ({"place": "Sofia"}, "no object"),
        ({"count": {"low": 3, "high": 1}}, "not in order"),
        ({"attribution": {"source": "X", "type": "rumour"}}, "no type"),
        ({"object": "x" * 5000}, "no text"),
        ({"kind": "composition", "mode": "exports"}, "without goods"),
    ],
)
def test_an_answer_that_is_not_in_order_is_dropped_with_its_reason(changes: dict[str, Any], why: str) -> None:
    kept, [dropped] = _one(**changes)
    assert kept == [] and why in dropped.why


def test_numbers_in_words_are_let_pass() -> None:
    kept, dropped = _one(quote="Trade doubled in 2024", measure="multiple", value=2, low=2, high=2, unit="1")
    assert len(kept) == 1 and not dropped


@pytest.mark.parametrize(
    "content",
    ['{"statements": []}', "[]", '```json\n{"statements": []}\n```', "```\n[]\n```", ' {"statements": [] } '],
)
def test_lists_come_alone_in_an_object_or_in_a_fence(content: str) -> None:
    assert answered(content) == []


@pytest.mark.parametrize(
    "content", ["", "Sure! Here are", '{"statement": []}', "null", "12", '{"statements": {}}']
)
def test_what_is_no_list_is_refused(content: str) -> None:
    with pytest.raises(ValueError):
        answered(content)


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["KAZ", "BGR", "2024"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "text", "low", "source"]), inner, max_size=3)
    ),
    max_leaves=6,
)
_answers = st.lists(
    _json
    | st.fixed_dictionaries(
        {
            "kind": st.sampled_from(list(KINDS)),
            "mode": st.sampled_from(sorted({m for modes in KINDS.values() for m in modes})),
            "quote": st.sampled_from([TEXT[:69], TEXT[70:106], "Trade", "nowhere"]),
            "actor": st.just(["KAZ"]),
        },
        optional=dict.fromkeys(("recipient", "date", "value", "low", "high", "people", "place", "product", "count"), _json),
    ),
    max_size=4,
)  # fmt: skip


@given(_answers)
def test_whatever_is_answered_each_is_kept_in_order_or_dropped(answers: list[Any]) -> None:
    kept, dropped = statements_of(answers, DOCUMENT, "model:test")
    assert len(kept) + len(dropped) <= len(answers)
    for s in kept:
        assert TEXT[s.evidence.start : s.evidence.end] == s.evidence.text
        assert s.mode in KINDS[s.kind] and s.rule == "model:test"
        assert from_json(json.dumps(to_json(s), allow_nan=False)).id == s.id
