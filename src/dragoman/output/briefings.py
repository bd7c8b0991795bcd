"""A briefing as values: sections of sentences, tables and pictures, each sentence with the numbers of its sources.

What makes a briefing is in `dragoman.desk.brief`; how it looks in `briefing_text`, `briefing_print` and
`briefing_word`. The text of a sentence never changes after it was made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = [
    "Block",
    "Briefing",
    "Cell",
    "Grid",
    "Items",
    "Paragraph",
    "Passage",
    "Picture",
    "Reference",
    "Section",
    "Sentence",
    "briefing_json",
    "plain",
    "quoted",
    "shortened",
    "untraced",
]


# A full stop at the end of a passage, within its own quotation mark or not.
_STOP = re.compile(r"\.(?=’?$)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of the passages or tables that say it."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Sentences one below the other, each with a short label in front (a date, an outcome) or none."""

    items: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``tone`` is ``bad``, ``good`` or empty."""

    text: str
    sources: tuple[int, ...] = ()
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``widths`` are shares of the page width, one a column."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the words that stand for it; ``svg`` has no address to load from."""

    name: str
    caption: str
    words: str
    svg: str
    width: int = 100


Block = Paragraph | Items | Grid | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered source: a place in a document, or a line on a table that has no passages."""

    number: int
    text: str
    start: int | None = None
    end: int | None = None
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Where passages stand: a document, a table of statistics, the network, or the record itself."""

    key: str
    kind: str
    title: str
    name: str
    passages: tuple[Passage, ...]
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole.

    Attributes
    ----------
    date : str or None
        EDTF day of the newest document that was used; the day the briefing speaks of.
    digest : str
        SHA-256 over all that went in, as 64 hexadecimal digits.
    filters : tuple of (name, value)
        What was asked and what was left out.
    """

    title: str
    subtitle: str
    parties: tuple[str, ...]
    date: str | None
    digest: str
    filters: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]


# Directions of text and invisible signs can make a page say another thing than its source.
_HIDDEN = {"Cf", "Cc", "Cs", "Co", "Cn"}
_KEPT = {"\u200c", "\u200d"}


def plain(text: str) -> str:
    """Text on one line without control signs, overrides of direction and unpaired surrogates."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(c for c in spaced if c in _KEPT or unicodedata.category(c) not in _HIDDEN).strip()


def shortened(text: str, most: int = 170) -> str:
    """`plain` text of at most ``most`` characters, cut between words."""
    text = plain(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > most // 2 else text[: most - 1]).rstrip(" ,;:.") + "…"


def quoted(text: str, most: int = 170) -> str:
    """`shortened` in quotation marks; its own ones are single, and its full stop is left to the sentence around it.

    Examples
    --------
    >>> quoted("They agreed on the “early conclusion of a treaty.”")
    '“They agreed on the ‘early conclusion of a treaty’”'
    """
    inner = shortened(text, most).replace("“", "‘").replace("”", "’")
    return f"“{_STOP.sub('', inner)}”"


def untraced(briefing: Briefing) -> list[str]:
    """Sentences and tables' rows that no source is given for; empty for a sound briefing."""
    known = {p.number for r in briefing.references for p in r.passages}

    def lacks(numbers: Sequence[int]) -> bool:
        return not numbers or not set(numbers) <= known

    out: list[str] = []
    for section in briefing.sections:
        for block in section.blocks:
            out += [text for text, numbers in _told(block) if lacks(numbers)]
    return out


def _told(block: Block) -> Iterable[tuple[str, Sequence[int]]]:
    if isinstance(block, Paragraph):
        yield from ((s.text, s.sources) for s in block.sentences)
    elif isinstance(block, Items):
        yield from ((s.text, s.sources) for _, s in block.items)
    elif isinstance(block, Grid):
        for row in block.rows:
            yield " | ".join(cell.text for cell in row), [n for cell in row for n in cell.sources]


def briefing_json(briefing: Briefing) -> dict[str, Any]:
    """The briefing as JSON values, for the layout of print."""
    return {
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "parties": list(briefing.parties),
        "date": briefing.date,
        "digest": briefing.digest,
        "filters": [list(pair) for pair in briefing.filters],
        "sections": [
            {"id": s.id, "title": s.title, "blocks": [_block(b) for b in s.blocks]} for s in briefing.sections
        ],
        "references": [_reference(r) for r in briefing.references],
    }


def _block(block: Block) -> Mapping[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "sentences": [_sentence(s) for s in block.sentences]}
    if isinstance(block, Items):
        return {"kind": "items", "items": [{"label": label, **_sentence(s)} for label, s in block.items]}
    if isinstance(block, Picture):
        return {
            "kind": "picture",
            "name": block.name,
            "caption": block.caption,
            "words": block.words,
            "svg": block.svg,
            "width": block.width,
        }
    rows = [[{"text": c.text, "sources": list(c.sources), "tone": c.tone} for c in row] for row in block.rows]
    return {
        "kind": "grid",
        "caption": block.caption,
        "head": list(block.head),
        "rows": rows,
        "widths": list(block.widths),
    }


def _sentence(s: Sentence) -> dict[str, Any]:
    return {"text": s.text, "sources": list(s.sources)}


def _reference(r: Reference) -> dict[str, Any]:
    return {
        "key": r.key,
        "kind": r.kind,
        "title": r.title,
        "name": r.name,
        "outlet": r.outlet,
        "author": r.author,
        "date": r.date,
        "url": r.url,
        "passages": [
            {
                "number": p.number,
                "text": p.text,
                "start": p.start,
                "end": p.end,
                "statements": list(p.statements),
            }
            for p in r.passages
        ],
    }
