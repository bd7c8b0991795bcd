"""Reads damaged documents and checks what must hold of any of them.

By hand, for as long as one likes::

    python -m tests.fuzz.runs --count 100000 --seed 1
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.desk.document_dates import dated
from dragoman.documents import Input, Limits, import_file
from dragoman.errors import InputError
from dragoman.model.documents import Document
from dragoman.model.periods import parse_period
from dragoman.model.statements import KINDS, STATUSES, Statement
from dragoman.output.statements import json_line
from tests.fuzz.mutations import mutants, seeds

__all__ = ["check", "run"]

Reads = Callable[[Document], Sequence[Statement]]
# A document of some kilobytes that takes longer [s of processor time, so that a busy machine is no fault]
# hangs for all a user can tell.
_HANGS = 20.0


def check(document: Document, reads: Reads) -> int:
    """Read one document twice; the number of statements.

    Raises
    ------
    AssertionError
        An offset, a date, a kind or the order of bytes is not as the contract has it.
    """
    document.text.encode()
    first, second = list(reads(document)), list(reads(document))
    assert [json_line(s) for s in first] == [json_line(s) for s in second], "two readings differ"
    for s in first:
        e = s.evidence
        assert document.text[e.start : e.end] == e.text, f"offsets {e.start}-{e.end} are wrong"
        assert e.start < e.end, "an empty passage"
        assert e.document == document.name
        assert s.mode in KINDS[s.kind], f"{s.kind}/{s.mode}"
        assert s.status in STATUSES
        for period in (s.date, s.base):
            if period is not None:
                parse_period(period)
        json.loads(json_line(s))
    assert len({s.id for s in first}) == len(first), "one id twice"
    return len(first)


def run(count: int, seed: int, reads: Reads, keep: Path | None = None) -> dict[str, int]:
    """Read ``count`` mutants; how many documents, errors and statements came of them.

    A mutant that breaks something is written to ``keep`` before the error goes on.
    """
    found = {"documents": 0, "errors": 0, "statements": 0}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, (file, data) in enumerate(mutants(seeds(folder), count, seed)):
            path = folder / file
            path.write_bytes(data)
            started = time.process_time()
            try:
                for item in import_file(Input(path, file, file), Limits(text=1_000_000)):
                    if isinstance(item, InputError):
                        assert "\n" not in str(item)
                        found["errors"] += 1
                    else:
                        found["documents"] += 1
                        found["statements"] += check(dated(item), reads)
                assert time.process_time() - started < _HANGS, "hangs"
            except BaseException:
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{number}-{file}").write_bytes(data)
                raise
    return found


def main() -> None:
    """Run from the command line with the real reader."""
    from dragoman.reading.reader import load_reader

    parser = argparse.ArgumentParser(description="Read damaged documents.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--keep", type=Path, default=Path("build/fuzz"), help="where a breaking input is kept"
    )
    arguments = parser.parse_args()
    started = time.perf_counter()
    found = run(arguments.count, arguments.seed, load_reader().read, arguments.keep)
    print(found, f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
