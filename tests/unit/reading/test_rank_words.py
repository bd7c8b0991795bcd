"""The wording of ranks is data: its examples are read, its counter-examples are not, a wrong file is named."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.errors import RuleError
from dragoman.model.documents import Document
from dragoman.reading import load_reader
from dragoman.reading.figures.rank_words import parse_rank_words
from dragoman.reading.yaml_files import parse_yaml

TEXT = (files("dragoman.data") / "lexicon/en/ranks.yaml").read_text("utf-8")
DATA = parse_yaml(TEXT)


def _ranks(text: str) -> list[str]:
    out = []
    for s in load_reader().read(Document("t.txt", text, source="t.txt", date="2024-11-20")):
        if s.kind == "figure" and s.measure == "rank":
            parties = ">".join(("+".join(sorted(s.actor)), *s.recipient))
            out.append(f"{s.mode} {parties} {s.value}")
    return out


@pytest.mark.parametrize("example", DATA["examples"], ids=lambda e: e["text"][:60])
def test_an_example_is_read(example: dict[str, object]) -> None:
    assert _ranks(str(example["text"])) == example["expect"]


@pytest.mark.parametrize("text", DATA["not"])
def test_a_counter_example_is_no_rank(text: str) -> None:
    assert _ranks(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (TEXT.replace("bare_nouns:", "others:"), "missing list 'bare_nouns'"),
        (TEXT.replace("trad(?:e|ing) partners?", "trad(?:e"), "patterns"),
        (TEXT.replace("  strict:", "  loose:"), "patterns"),
        ("[]", "missing list"),
    ],
)
def test_a_wrong_file_is_named(text: str, what: str) -> None:
    with pytest.raises(RuleError, match=what):
        parse_rank_words(text)
