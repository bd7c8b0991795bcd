"""Sentences of findings are messages: no f-string with words in it is left where they are made."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import dragoman

_HOME = Path(dragoman.__file__).parent
_FILES = [*sorted((_HOME / "reconciling").glob("*.py")), _HOME / "desk/pledges.py", _HOME / "desk/ledger.py"]
_WORDS = re.compile(r"[a-z]{2,} +[a-z]{2,}|[a-z]{2,} +$|^ +[a-z]{2,}")


def _worded(node: ast.AST) -> Iterator[ast.JoinedStr]:
    """F-strings with words, but those of errors."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Raise):
            continue
        if isinstance(child, ast.JoinedStr):
            parts = [v.value for v in child.values if isinstance(v, ast.Constant)]
            if any(_WORDS.search(str(part)) for part in parts):
                yield child
        yield from _worded(child)


def test_no_sentence_is_put_together_past_the_catalogue() -> None:
    found = [
        f"{path.name}:{node.lineno}: write say('... {{name}} ...', name=...) (docs/design/architecture.md)"
        for path in _FILES
        for node in _worded(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_the_test_finds_what_it_looks_for() -> None:
    assert list(_worded(ast.parse('x = f"{a} is told"\nraise E(f"no such {b}")'))) != []
    assert list(_worded(ast.parse('x = f"{a}/{b}"\nraise E(f"no such {b}")'))) == []
