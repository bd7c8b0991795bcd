"""The bundled articles can be imported, and those that are built are built from their sources."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.documents import find_inputs, import_file
from dragoman.model.documents import Document

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_documents", EXAMPLES / "build_documents.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    found = [document for entry in find_inputs([EXAMPLES / "articles"]) for document in import_file(entry)]
    assert all(isinstance(document, Document) for document in found), found
    return found


def test_at_least_ten_articles_in_several_formats(documents: list[Document]) -> None:
    assert len(documents) >= 10
    suffixes = {path.suffix for path in (EXAMPLES / "articles").iterdir()}
    assert suffixes >= {".txt", ".md", ".html", ".docx", ".pdf", ".jsonl"}


def test_every_article_has_title_date_and_text(documents: list[Document]) -> None:
    for document in documents:
        dated = document.date or document.meta.get("created")
        assert document.title and dated and len(document.text.split()) > 40, document.name


def test_menus_and_footers_are_no_part_of_an_article(documents: list[Document]) -> None:
    assert not any("Archive" in document.text for document in documents)


@pytest.mark.parametrize("name", sorted(_builder().FORMATS))
def test_built_article_says_what_its_source_says(name: str, documents: list[Document]) -> None:
    _, paragraphs = _builder().read_source(EXAMPLES / "sources" / f"{name}.txt")
    text = next(document.text for document in documents if document.name.startswith(name))
    assert re.sub(r"\s+", " ", " ".join(paragraphs)) in re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", sorted(_builder().FORMATS))
def test_built_article_is_fresh(name: str) -> None:
    suffix = _builder().FORMATS[name]
    assert _builder().build(name) == (EXAMPLES / "articles" / f"{name}.{suffix}").read_bytes()
