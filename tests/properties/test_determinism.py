"""Same bytes out for same bytes in: hash seed, order of files, workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXTS = {
    "a.txt": "date: 2025-06-10\n\nPresident Rumen Radev of Bulgaria visited Astana on June 9. Kazakhstan and Bulgaria "
    "signed a memorandum on transport. Bilateral trade reached $375.2 million in 2024, nearly four times more "
    "than in 2023, and over 100 Bulgarian companies operate in Kazakhstan, the ministry said.",
    "b.txt": "ANKARA, July 29 — Kazakhstan and Türkiye plan to raise trade to $10 billion. Exports to Türkiye rose by "
    "54 percent. “We will open a trade centre,” Foreign Minister Hakan Fidan said. Croatia, Serbia and Hungary "
    "agreed to build a rail line; the EU lent Serbia €120 million.",
    "c.txt": "The team won the match 3-1 in front of 20,000 spectators.",
}
_CODE = "from dragoman.cli.app import main\nif __name__ == '__main__': main()\n"


def output(folder: Path, *arguments: str, seed: str = "0") -> bytes:
    script = folder.parent / "run.py"
    script.write_text(_CODE)
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, str(script), "read", *arguments, "--format", "jsonl"]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_bytes_do_not_depend_on_hash_seed_order_or_workers(folder: Path) -> None:
    first = output(folder, str(folder))
    assert first.count(b"\n") >= 3
    backwards = [str(folder / name) for name in sorted(TEXTS, reverse=True)]
    assert output(folder, *backwards, seed="12345") == first
    assert output(folder, str(folder), "--workers", "2", seed="7") == first
