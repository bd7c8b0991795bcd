"""A run that is killed leaves a whole record, and the next one completes it."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.desk import ingest
from dragoman.desk.ingest import ReadOptions, read_into
from dragoman.output.statements import json_line
from dragoman.record import Store, open_record
from tests.fakes.reader import load

ROOT = Path(__file__).resolve().parents[3]
_RUN = """
import sys
from dragoman.desk import ingest
from dragoman.record import open_record
from tests.fakes.reader import load
ingest._MOST = 20
ingest.rules_version = lambda extra: "fake"
if __name__ == "__main__":
    with open_record(sys.argv[2]) as store:
        for step in ingest.read_into(store, [sys.argv[1]], ingest.ReadOptions(load=load, workers=int(sys.argv[3]))):
            print(step.documents, flush=True)
"""


def contents(store: Store) -> list[bytes]:
    return [json_line(s) for s in store.statements()]


def is_whole(store: Store) -> bool:
    """Every document has all its statements and a source, and nothing is there besides."""
    statements = {}
    for s in store.statements():
        statements.setdefault(s.evidence.document, []).append(s)
    documents = {d.document.name: d for d in store.documents()}
    expected = {name: load(())(d.document) for name, d in documents.items()}
    return statements == {name: found for name, found in expected.items() if found} and all(
        d.sources for d in documents.values()
    )


def test_killed_at_any_moment_the_record_is_whole_and_a_rerun_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "rules_version", lambda extra: "fake")
    lines = [
        {"id": f"d{n:04}", "text": f"Text {n}. The embassy saw ${n}.5 million and ${n + 1} million."}
        for n in range(1500)
    ]
    articles, record = tmp_path / "in.jsonl", tmp_path / "r.duckdb"
    articles.write_text("\n".join(map(json.dumps, lines)))
    script = tmp_path / "run.py"
    script.write_text(_RUN)
    with open_record(tmp_path / "whole.duckdb") as store:
        for _ in read_into(store, [articles], ReadOptions(load=load, workers=1)):
            pass
        expected = contents(store)
    moments = random.Random(7)
    partial = 0
    for attempt in range(6):
        command = [sys.executable, str(script), str(articles), str(record), "2" if attempt == 5 else "1"]
        with subprocess.Popen(
            command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        ) as run:
            assert run.stdout is not None
            for _ in range(moments.randrange(12)):
                run.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            run.kill()
        if record.exists():
            with open_record(record, read_only=True) as store:
                assert is_whole(store)
                partial += 0 < len(contents(store)) < len(expected)
    with open_record(record) as store:
        for _ in read_into(store, [articles], ReadOptions(load=load, workers=1)):
            pass
        assert partial > 0
        assert contents(store) == expected
        assert is_whole(store)
        assert [c for c in store.changes() if c.action != "added"] == []
