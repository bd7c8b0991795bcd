"""How fast documents are read: ``python benchmarks/reading.py [--peers PYTHON] [--markdown]``.

The whole way from text to statements on one core, in words a second of processor time: relevant
prose (development set, seeds and real texts where the shared folder is there, examples), general news
(``general_news.py``), memory against the number of documents, and the share of general news that
passes each gate. ``--peers`` is the interpreter of an environment with ``requirements-reading.in``:
spaCy's English pipeline and quantulum3 then read the same relevant prose in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.documents import Input, import_file
from dragoman.model.documents import Document
from dragoman.reading.reader import Reader, load_reader
from dragoman.reading.topics import speaks_of_relations

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(Path(__file__).parent), str(ROOT)]

from general_news import documents as general_news
from tests.quality.corpora import shared_folder

ROUNDS = 5


def say(**fields: object) -> None:
    print(json.dumps(fields), flush=True)


def imported(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.iterdir()):
        if path.is_file():
            for item in import_file(Input(path, path.name, str(path))):
                if isinstance(item, Document):
                    yield item


def relevant() -> dict[str, list[Document]]:
    """Relevant prose by origin."""
    found = {
        "devset": list(imported(ROOT / "tests" / "quality" / "devset" / "texts")),
        "examples": list(imported(ROOT / "examples" / "articles")),
    }
    shared = shared_folder()
    if shared is not None:
        found["seeds"] = list(imported(shared / "seeds"))
        found["real"] = list(imported(shared / "gold" / "real" / "texts"))
    return found


def words_of(documents: Sequence[Document]) -> int:
    return sum(len(d.text.split()) for d in documents)


def speed(reader: Reader, documents: Sequence[Document]) -> float:
    """Words a second of processor time, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in documents:
            reader.read(document)
        best = min(best, time.process_time() - start)
    return words_of(documents) / best


def gates(reader: Reader, news: Sequence[Document]) -> dict[str, float]:
    """Which share of the documents is still there behind each gate."""
    named = [d for d in news if reader.gazetteer.mentions(d.text)]
    ours = [d for d in named if speaks_of_relations("", d.text, 0)]
    read = [d for d in ours if reader.context(d) is not None]
    telling = [d for d in read if reader.read(d)]
    return {
        "a party named": len(named) / len(news),
        "and of relations": len(ours) / len(news),
        "and two sides or money given": len(read) / len(news),
        "with a statement": len(telling) / len(news),
    }


def memory(reader: Reader, prose: Sequence[Document]) -> None:
    """Peak memory after ever more documents, none of them read twice."""
    peaks = {}
    read = 0
    for goal in (500, 2000, 8000):
        while read < goal:
            document = prose[read % len(prose)]
            reader.read(
                replace(document, name=f"{document.name}-{read}", text=f"{document.text}\nNo. {read}")
            )
            read += 1
        peaks[goal] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    say(measure="peak memory in MB after so many documents", **{str(k): v for k, v in peaks.items()})


def peers(python: str | None, prose: Sequence[Document], ours: float) -> None:
    texts = json.dumps([d.text for d in prose])
    script = str(Path(__file__).with_name("reading_peers.py"))
    for peer in ("spacy", "quantulum3"):
        if python is None:
            say(measure=f"peer: {peer}", result="not installed")
            continue
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        run = subprocess.run([python, script, peer], input=texts, capture_output=True, text=True, env=environment, check=False)  # fmt: skip
        told = (
            json.loads(run.stdout.splitlines()[-1]) if run.stdout.strip() else {"missing": run.stderr[-200:]}
        )
        rate = told.get("words_a_second")
        if rate is None:
            say(measure=f"peer: {peer}", result="not installed", because=told["missing"])
        else:
            say(
                measure=f"peer: {peer}",
                words_a_second=round(rate),
                dragoman_is_faster_by=round(ours / rate, 1),
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="interpreter of an environment that has the peers")
    parser.add_argument("--news", type=int, default=1000, help="how many articles of general news")
    parser.add_argument("--no-memory", action="store_true")
    args = parser.parse_args()
    reader = load_reader()
    prose = relevant()
    for name, documents in prose.items():
        say(measure=f"relevant prose: {name}", documents=len(documents), words=words_of(documents),
            words_a_second=round(speed(reader, documents)))  # fmt: skip
    every = [d for documents in prose.values() for d in documents]
    ours = speed(reader, every)
    say(
        measure="relevant prose: all", documents=len(every), words=words_of(every), words_a_second=round(ours)
    )
    news = list(general_news(args.news))
    open_reader = Reader(gated=False)
    say(measure="general news", documents=len(news), words=words_of(news), words_a_second=round(speed(reader, news)),
        without_the_gate_of_sides=round(speed(open_reader, news)))  # fmt: skip
    say(
        measure="general news: share left behind each gate",
        **{k: round(v, 3) for k, v in gates(reader, news).items()},
    )
    peers(args.peers, every, ours)
    if not args.no_memory:
        memory(reader, every)


if __name__ == "__main__":
    main()
