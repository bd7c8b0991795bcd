"""The numbered sources of a briefing: every passage, table and network that a sentence leans on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model.statements import Statement
from dragoman.output.briefings import (
    Block,
    Cell,
    Grid,
    Items,
    Paragraph,
    Passage,
    Reference,
    Section,
    Sentence,
    plain,
)

__all__ = ["SourceList"]

_ORDER = {"document": 0, "statistics": 1, "network": 2, "record": 3}


@dataclass(slots=True)
class _Entry:
    number: int
    text: str
    start: int | None
    end: int | None
    statements: dict[str, None]


class SourceList:
    """Sources as sentences cite them, numbered at first use; `finished` numbers them anew by where they stand."""

    def __init__(self) -> None:
        self._references: dict[str, Reference] = {}
        self._entries: dict[str, dict[tuple[int | None, int | None, str], _Entry]] = {}
        self._count = 0

    def passages(self, reference: Reference, statements: Iterable[Statement]) -> tuple[int, ...]:
        """The numbers of the passages of statements that stand in one document."""
        out = []
        for s in statements:
            e = s.evidence
            out.append(self._number(reference, plain(e.text), e.start, e.end, (s.id,)))
        return tuple(dict.fromkeys(out))

    def line(self, reference: Reference, text: str) -> tuple[int, ...]:
        """The number of a line on a source that has no passages."""
        return (self._number(reference, text, None, None, ()),)

    def _number(
        self, reference: Reference, text: str, start: int | None, end: int | None, ids: Sequence[str]
    ) -> int:
        self._references.setdefault(reference.key, reference)
        own = self._entries.setdefault(reference.key, {})
        entry = own.get((start, end, text))
        if entry is None:
            self._count += 1
            entry = own[start, end, text] = _Entry(self._count, text, start, end, {})
        entry.statements.update(dict.fromkeys(ids))
        return entry.number

    def finished(self, sections: Sequence[Section]) -> tuple[tuple[Section, ...], tuple[Reference, ...]]:
        """Sections and references with final numbers: reference by reference, passage by passage."""
        new: dict[int, int] = {}
        references = []
        first = {key: min(e.number for e in own.values()) for key, own in self._entries.items()}
        for key in sorted(first, key=lambda k: (_ORDER[self._references[k].kind], first[k])):
            passages = []
            entries = self._entries[key].values()
            for entry in sorted(entries, key=lambda e: (e.start is None, e.start or 0, e.end or 0, e.number)):
                new[entry.number] = len(new) + 1
                passages.append(
                    Passage(new[entry.number], entry.text, entry.start, entry.end, tuple(entry.statements))
                )
            references.append(replace(self._references[key], passages=tuple(passages)))
        renumbered = tuple(replace(s, blocks=tuple(_block(b, new) for b in s.blocks)) for s in sections)
        return renumbered, tuple(references)


def _numbers(old: Sequence[int], new: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(sorted({new[n] for n in old}))


def _sentence(s: Sentence, new: Mapping[int, int]) -> Sentence:
    return Sentence(s.text, _numbers(s.sources, new))


def _block(block: Block, new: Mapping[int, int]) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(tuple(_sentence(s, new) for s in block.sentences))
    if isinstance(block, Items):
        return Items(tuple((label, _sentence(s, new)) for label, s in block.items))
    if isinstance(block, Grid):
        rows = tuple(tuple(Cell(c.text, _numbers(c.sources, new), c.tone) for c in row) for row in block.rows)
        return replace(block, rows=rows)
    return block
