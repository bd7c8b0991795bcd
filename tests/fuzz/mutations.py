"""Documents damaged in every way, the same for the same seed."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fakes.files import ARTICLE, html_page, pdf, warc, word, write_parquet

__all__ = ["mutants", "seeds"]

_STRANGE = [
    *(
        "$",
        "€",
        "%",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x0b",
        "\u2028",
        "İ",
        "ß",
        "ﬁ",
        "\U0001f1f0\U0001f1ff",
    ),
    *(
        "–",
        "“",
        "”",
        "…",
        "١٢٣",
        "1,000,000,000,000,000",
        "$" * 50,
        "(" * 50,
        "9" * 400,
        "-" * 100,
        "0.0.0",
        "1/0",
    ),
    *(
        " million",
        " times",
        " per cent",
        "this May",
        "February 30",
        "year 0000",
        "in 99999",
        "\n\n",
        "\r",
        "\t",
        ". ",
    ),
    *(
        "Tokayev said",
        "the two countries",
        "Kazakhstan",
        "and " * 30,
        "by " * 30,
        '"' * 9,
        "’s" * 9,
        "A" * 5000,
    ),
]
_STRANGE_BYTES = [
    b"\x00",
    b"\xff\xfe",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"<",
    b"<!--",
    b"&#x110000;",
    b"%PDF-",
    b"\xed\xa0\x80",
    b"endobj",
]


def seeds(folder: Path) -> dict[str, bytes]:
    """A small file of every format, by name."""
    text = "\n\n".join(ARTICLE)
    write_parquet(folder / "seed.parquet", [{"id": f"p{n}", "text": text} for n in range(3)])
    lines = "\n".join(
        json.dumps({"id": f"l{n}", "date": "2025-06-09", "text": p}) for n, p in enumerate(ARTICLE)
    )
    return {
        "a.txt": f"title: A\ndate: 2025-06-09\n\n{text}".encode(),
        "a.md": f"---\ntitle: A\n---\n\n# Ties\n\n> **{text}** [x](y)".encode(),
        "a.html": html_page(),
        "a.pdf": pdf([list(ARTICLE)], "/Title (A) /CreationDate (D:20250609)"),
        "a.docx": word(),
        "a.jsonl": lines.encode(),
        "a.parquet": (folder / "seed.parquet").read_bytes(),
        "a.warc": warc({"https://a.example/1": html_page()}),
        "a.warc.gz": warc({"https://a.example/1": html_page()}, gzip=True),
        "a.txt.gz": gzip.compress(text.encode(), mtime=0),
    }


def mutants(originals: dict[str, bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` damaged files as (name, bytes); text formats more often than packed ones."""
    chance = random.Random(seed)
    names = [
        name for name in sorted(originals) for _ in range(8 if name in ("a.txt", "a.jsonl", "a.md") else 1)
    ]
    for _ in range(count):
        name = chance.choice(names)
        data = originals[name]
        for _ in range(chance.randrange(1, 6)):
            data = chance.choice(_MUTATIONS)(data, chance)
        yield name, data


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(40) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randrange(1, 60)]
    return data[:start] + piece * chance.randrange(2, 30) + data[start:]


def _words(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_STRANGE).encode("utf-8", "surrogatepass") + data[at:]


def _bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_STRANGE_BYTES) + data[at:]


def _shuffle(data: bytes, chance: random.Random) -> bytes:
    parts = data.split(b" ")
    chance.shuffle(parts)
    return b" ".join(parts)


def _numbers(data: bytes, chance: random.Random) -> bytes:
    return bytes(
        chance.choice(b"0123456789.,") if 48 <= c <= 57 and chance.random() < 0.3 else c for c in data
    )


_MUTATIONS: list[Callable[[bytes, random.Random], bytes]] = [
    *(_flip, _cut, _drop, _repeat, _words, _words, _bytes, _shuffle, _numbers)
]
