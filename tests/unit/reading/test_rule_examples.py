"""Every rule's own examples must match, its counter-examples must not."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader
from dragoman.reading.frames.rules import Rule, load_rules

EXAMPLES = [(rule, example) for rule in load_rules() for example in rule.examples]
COUNTER = [(rule, text) for rule in load_rules() for text in rule.counter]


def _read(text: str, title: str | None = None, date: str | None = None) -> list[dict[str, object]]:
    document = Document("example", text, title=title, date=date)
    return [
        {
            "rule": s.rule, "mode": s.mode, "actor": list(s.actor), "recipient": list(s.recipient),
            "status": s.status, "date": s.date,
        }
        for s in load_reader().read(document)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.id}-{i}" for i, (r, _) in enumerate(EXAMPLES)]
)
def test_example_is_read_by_its_rule(rule: Rule, example: dict[str, object]) -> None:
    found = _read(str(example["text"]), example.get("title"), example.get("on"))  # type: ignore[arg-type]
    own = [s for s in found if s["rule"] == rule.id]
    expect: dict[str, object] = example.get("expect") or {}  # type: ignore[assignment]
    fits = [
        s for s in own
        if all(sorted(s[k]) == sorted(v) if isinstance(v, list) else s[k] == v for k, v in expect.items())  # type: ignore[type-var]
    ]  # fmt: skip
    assert fits, f"{rule.id} read {own or found} from {example['text']!r}, expected {expect}"


@pytest.mark.parametrize(("rule", "text"), COUNTER, ids=[f"{r.id}-{i}" for i, (r, _) in enumerate(COUNTER)])
def test_counter_example_is_left_alone_by_its_rule(rule: Rule, text: str) -> None:
    assert [s for s in _read(text) if s["rule"] == rule.id] == []


def test_every_rule_has_an_example() -> None:
    assert [rule.id for rule in load_rules() if not rule.examples] == []
