"""Unit costs of reading at scale: ``python benchmarks/scale.py [--articles N] [--postgres ADDRESS]``.

Prints one JSON line a measurement; docs/scale.md builds its plan on them. Processor time is told beside
wall time, for machines are shared. The mix: nine general news articles to one on relations (the bundled
examples, told again with other names of documents).
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).parent))

from general_news import documents as general_news

from dragoman.desk.ingest import load_rules
from dragoman.desk.shards import read_shards
from dragoman.documents import find_inputs, import_file
from dragoman.errors import InputError
from dragoman.model.documents import Document
from dragoman.record import Reading, open_store
from dragoman.runner import ENGINES, engine


# Characters of an article; near the mean of the news sites we looked at (assumed).
_LENGTH = 3000


def say(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


def examples() -> list[Document]:
    """The bundled articles on relations."""
    found = []
    for entry in find_inputs([ROOT / "examples" / "articles"]):
        if not isinstance(entry, InputError):
            found.extend(d for d in import_file(entry) if not isinstance(d, InputError))
    return found


def long_enough(texts: Iterator[str]) -> str:
    """As many texts, one after another, as make an article of the usual length."""
    told = ""
    while len(told) < _LENGTH:
        told += next(texts) + "\n\n"
    return told


def mixed(count: int) -> Iterator[tuple[str, str]]:
    """Name and text: every tenth on relations."""
    dense = cycle(d.text for d in examples())
    news = cycle([d.text for d in general_news(5000)])
    for n in range(count):
        yield f"a{n:07}", f"{long_enough(dense if n % 10 == 0 else news)}No. {n}."


def reading(count: int) -> None:
    """Processor time of reading an article, of either kind and of the mix."""
    reads = load_rules(())
    both = [Document(name=n, text=t, source=n) for n, t in mixed(count // 2)]
    kinds = {"relations": both[::10], "general": [d for n, d in enumerate(both) if n % 10], "mix": both}
    for kind, documents in kinds.items():
        for d in documents[:5]:
            reads(d)
        began = time.process_time()
        statements = sum(len(reads(d)) for d in documents)
        spent = time.process_time() - began
        size = sum(len(d.text.encode()) for d in documents)
        say(
            measure=f"read {kind}",
            articles=len(documents),
            bytes_each=round(size / len(documents)),
            statements_each=round(statements / len(documents), 2),
            cpu_ms_each=round(1000 * spent / len(documents), 2),
        )


def shards(count: int, folder: Path) -> None:
    """Whole runs over shards: wall and processor time, one worker and two, either engine."""
    source, size = folder / "in", max(1, count // 8)
    source.mkdir()
    lines = [json.dumps({"id": name, "text": text}) for name, text in mixed(count)]
    for n in range(0, count, size):
        (source / f"{n:07}.jsonl").write_text("\n".join(lines[n : n + size]))
    for name in ENGINES:
        for workers in (1, 2):
            out = folder / f"{name}{workers}"
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            began = time.perf_counter()
            with engine(name, workers) as opened:
                rows = list(read_shards([str(source)], str(out), opened))
            wall = time.perf_counter() - began
            if any(row.status != "done" for row in rows):
                sys.exit(f"shards were not read: {rows[0].why}")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            say(
                measure=f"shards {name}",
                workers=workers,
                articles=sum(r.documents for r in rows),
                seconds=round(wall, 1),
                articles_a_second=round(count / wall),
                cpu_ms_each=round(1000 * spent / count, 2),
                bytes_in_each=round(sum(p.stat().st_size for p in source.iterdir()) / count),
                bytes_out_each=round(sum(p.stat().st_size for p in out.glob("*.jsonl")) / count),
            )


def stores(count: int, folder: Path, address: str | None) -> None:
    """Writing into a record, batches of 256 documents as the reader writes them, and its size."""
    reads = load_rules(())
    documents = [Document(name=n, text=t, source=n) for n, t in mixed(count)]
    readings = [Reading(d, tuple(reads(d))) for d in documents]
    statements = sum(len(r.statements or ()) for r in readings)
    targets = {"duckdb": str(folder / "r.duckdb")} | ({"postgres": address} if address else {})
    for name, target in targets.items():
        with open_store(target) as store:
            began = time.perf_counter()
            for at in range(0, count, 256):
                store.add(readings[at : at + 256], "bench")
            spent = time.perf_counter() - began
        size = (folder / "r.duckdb").stat().st_size if name == "duckdb" else _size(str(address))
        say(
            measure=f"write {name}",
            articles=count,
            statements=statements,
            seconds=round(spent, 2),
            articles_a_second=round(count / spent),
            statements_a_second=round(statements / spent),
            bytes_an_article=round(size / count),
        )


def _size(address: str) -> int:
    import psycopg

    with psycopg.connect(address) as connection:
        row = connection.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' "
            "AND relnamespace = current_schema()::regnamespace"
        ).fetchone()
    return int(row[0]) if row else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--postgres", help="address of an empty database or schema to write to")
    given = parser.parse_args()
    reading(given.articles)
    with tempfile.TemporaryDirectory(prefix="dragoman-scale-") as folder:
        shards(given.articles, Path(folder))
        stores(given.articles, Path(folder), given.postgres)


if __name__ == "__main__":
    main()
