"""Offsets of evidence, whatever the text and however it is packed."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import Input, Limits, import_file
from dragoman.documents.texts import from_markdown, from_text
from dragoman.errors import InputError
from dragoman.model.documents import Document
from tests.fakes.reader import load

_WORDS = st.sampled_from(
    ["$375.2 million", "$4 million", "embassy", "Türkiye’s", "\U0001f1f0\U0001f1ff", "é", "e\u0301", " ", "\t", "\n", "\r\n", "\n\n", "Note: x"]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, min_size=1, max_size=30).map("".join).filter(lambda t: t.strip())
_HEADERS = st.sampled_from(
    ["", "title: A\n\n", "date: 2025\r\nlicence: CC0\r\n\r\n", "Outlet: X\nauthor:\n \n"]
)


def passages_are_right(document: Document) -> bool:
    return all(
        document.text[s.evidence.start : s.evidence.end] == s.evidence.text for s in load(())(document)
    )


@given(_HEADERS, _TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_offsets_count_from_the_text_after_the_header(header: str, text: str, encoding: str) -> None:
    document = from_text((header + text).encode(encoding), "a.txt", "a.txt")
    assert document.text == text or (not header and text.endswith(document.text))
    assert passages_are_right(document)


@given(_TEXTS)
def test_offsets_in_markdown_are_those_of_its_own_text(text: str) -> None:
    try:
        document = from_markdown(f"# Title\n\n> **{text}**".encode(), "a.md", "a.md")
    except InputError:
        return
    assert passages_are_right(document)


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_any_strings_survive_json_lines_in_length(tmp_path_factory, texts: list[str]) -> None:  # type: ignore[no-untyped-def]
    path: Path = tmp_path_factory.getbasetemp() / "lines.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts))
    items = list(import_file(Input(path, "lines.jsonl", "lines.jsonl"), Limits()))
    assert len(items) == len(texts)
    for item, text in zip(items, texts):
        assert isinstance(item, InputError) == (not text.strip())
        if isinstance(item, Document):
            assert len(item.text) == len(text)
