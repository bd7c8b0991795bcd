"""What is left out before the dear annotators run holds no statement (docs/design/reading.md, §L1)."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from dragoman.documents import Input, import_file
from dragoman.model.documents import Document
from dragoman.output.statements import json_line
from dragoman.reading.reader import Reader
from tests.quality.corpora import CORPORA, corpus
from tests.quality.plover import load_cases

WITHOUT = Reader(gated=False)
WITH = Reader()


def documents(name: str) -> Iterator[Document]:
    chosen = corpus(name)
    if chosen is None:
        pytest.skip("no shared references beside the repository")
    for text, _ in chosen.files:
        for document in import_file(Input(text, text.name, str(text))):
            assert isinstance(document, Document)
            yield document


def lines(reader: Reader, document: Document) -> list[str]:
    return [json_line(s) for s in reader.read(document)]


@pytest.mark.parametrize("name", CORPORA)
def test_corpora_read_the_same_with_and_without_the_gate(name: str) -> None:
    for document in documents(name):
        assert lines(WITH, document) == lines(WITHOUT, document), document.name


def test_sentences_of_the_corpora_alone_read_the_same_with_and_without_the_gate() -> None:
    for name in ("devset", "silence"):
        for document in documents(name):
            for number, line in enumerate(document.text.split(". ")):
                alone = Document(name=f"{document.name}-{number}", text=line, date=document.date)
                assert lines(WITH, alone) == lines(WITHOUT, alone), line


def test_outside_events_read_the_same_with_and_without_the_gate(shared) -> None:
    for case in load_cases(shared):
        alone = Document(name=case["id"], text=case["text"])
        assert lines(WITH, alone) == lines(WITHOUT, alone), case["id"]


SIDES = (
    "Kenya", "the Kenyan government", "Nairobi", "President William Ruto", "Gazprom", "Varna", "the Pope", "the Secretary of State",
    "the World Bank", "the EU", "the minister", "it", "the two countries", "both sides", "African countries",
)  # fmt: skip
DEEDS = (
    "signed a memorandum with", "visited", "opened an embassy in", "pledged $30 million in aid to", "lent 5 million euros to", "met",
    "exports oil, gas and wheat to", "is the largest trading partner of", "invested $2 billion in", "said that the talks went well with",
    "welcomed", "has a bilateral trade of $1.2 billion with", "supplies gas to", "received a grant of 4 million dollars from",
)  # fmt: skip


def test_generated_sentences_read_the_same_with_and_without_the_gate() -> None:
    rng = random.Random(5)
    found = left = 0
    for number in range(600):
        told = ". ".join(
            f"{rng.choice(SIDES)} {rng.choice(DEEDS)} {rng.choice(SIDES)} in 2023" for _ in range(2)
        )
        document = Document(name=f"g{number}", text=f"{told}.", date="2024-05-01")
        read = lines(WITHOUT, document)
        assert lines(WITH, document) == read, told
        found += bool(read)
        left += WITH.context(document) is None
    assert found > 50 and left > 20
