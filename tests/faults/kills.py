"""Kill -9 at random moments, then see that nothing is lost, nothing doubled and no file torn.

``python -m tests.faults.kills --count 500`` shares the kills among all scenarios and prints a line for
each; the suite runs a few of each with another seed. A scenario is killed and begun again until it
has been killed its share of times; what is on disk is checked after every kill, and once more when
the last run was let through.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.desk.ingest import read
from dragoman.errors import InputError, RecordError
from dragoman.model.documents import Document
from dragoman.output.statements import json_line
from dragoman.record import Store, open_store
from tests.fakes.postgres import Cluster, NoServer
from tests.fakes.reader import load
from tests.faults.posting import Clients, address_of, drained
from tests.faults.quick import OPTIONS

__all__ = ["SCENARIOS", "main", "scenario"]

ROOT = Path(__file__).resolve().parents[2]
_DOCUMENTS, _SHARDS = 600, 8


class Torn(AssertionError):
    """Something was lost, doubled or half written."""


@contextmanager
def victim(what: str, source: Path | str, target: Path | str) -> Iterator[subprocess.Popen[str]]:
    """A run in a process group of its own, ended when the block is left."""
    command = [sys.executable, "-m", "tests.faults.victims", what, str(source), str(target)]
    run = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ
        | {"DRAGOMAN_VICTIM": "1", "PYTHONPATH": os.pathsep.join(map(str, (ROOT / "src", ROOT)))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield run
    finally:
        run.kill()
        run.communicate()


def articles(path: Path) -> Path:
    """A file of documents."""
    lines = [
        {"id": f"d{n:04}", "text": f"Text {n}. The embassy saw ${n}.5 million and ${n + 1} million."}
        for n in range(_DOCUMENTS)
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def expected_of(source: Path) -> list[bytes]:
    """The statements that a run nobody disturbs writes."""
    return [
        json_line(s)
        for r in read([source], OPTIONS)
        if not isinstance(r, InputError)
        for s in r.statements or ()
    ]


def whole(store: Store) -> list[bytes]:
    """The record's statements, after seeing that each document has all of its own, and a source."""
    told: dict[str, list[bytes]] = {}
    for s in store.statements():
        told.setdefault(s.evidence.document, []).append(json_line(s))
    names = []
    for stored in store.documents():
        d = stored.document
        names.append(d.name)
        if told.pop(d.name, []) != [json_line(s) for s in _statements(d)] or len(stored.sources) != 1:
            raise Torn(f"{d.name} is there in part")
    if told or len(names) != len(set(names)):
        raise Torn(f"statements without a document: {sorted(told)[:3]}; or documents twice")
    return [json_line(s) for s in store.statements()]


def _statements(d: Document) -> list[object]:
    return load(())(d)  # type: ignore[no-any-return]


def _moment(run: subprocess.Popen[str], at: random.Random, steps: int) -> None:
    """Wait until a random step is done, and a little more; one time in four any, else one that is half way."""
    assert run.stdout is not None
    done = at.randrange(steps) if at.random() < 0.25 else at.randrange(1, max(2, steps * 2 // 3))
    for _ in range(done):
        if not run.stdout.readline():
            break
    time.sleep(at.uniform(0, 0.03))


def reader(folder: Path, count: int, at: random.Random, record: str | Path | None = None) -> int:
    """The reader, into a DuckDB file or a database; how many kills found the record partly written."""
    source = articles(folder / "in.jsonl")
    record = record or folder / "r.duckdb"
    expected, partial = expected_of(source), 0
    for _ in range(count):
        with victim("read", source, record) as run:
            _moment(run, at, _DOCUMENTS // 20)
        partial += _check(record, expected)
    with victim("read", source, record) as run:
        if run.wait():
            raise Torn(f"the run that nobody disturbed failed: {run.stderr and run.stderr.read()}")
    if _check(record, expected) or not _complete(record, expected):
        raise Torn("the last run did not complete the record")
    return partial


def _check(record: str | Path, expected: list[bytes]) -> bool:
    """Whether a whole record is there that has not everything yet."""
    if isinstance(record, Path) and not record.exists():
        return False
    try:
        with open_store(record, read_only=True) as store:
            return 0 < len(whole(store)) < len(expected)
    except RecordError as error:
        if "no record there" in str(error):
            return False
        raise


def _complete(record: str | Path, expected: list[bytes]) -> bool:
    with open_store(record, read_only=True) as store:
        return whole(store) == expected and {c.action for c in store.changes()} == {"added"}


def server(folder: Path, count: int, at: random.Random, record: str | Path | None = None) -> int:
    """What a server writes: every decision that it has confirmed is there, once."""
    record = record or folder / "s.duckdb"
    confirmed = -1
    for _ in range(count):
        with victim("serve", "note", record) as run:
            assert run.stdout is not None
            for _ in range(1 + at.randrange(40)):
                confirmed = max(confirmed, int(run.stdout.readline() or -1))
            time.sleep(at.uniform(0, 0.01))
            run.kill()
            rest = [line for line in run.stdout.read().splitlines() if line]
            confirmed = max([confirmed, *map(int, rest)])
        with open_store(record, read_only=True) as store:
            kept = [r.statement for r in store.reviews()]
        if len(kept) != len(set(kept)) or not {f"st_{n}" for n in range(confirmed + 1)} <= set(kept):
            raise Torn(f"{confirmed + 1} decisions were confirmed, {len(kept)} are kept")
        if len(kept) > confirmed + 2:
            raise Torn(f"{len(kept)} decisions are kept, {confirmed + 1} were confirmed")
        confirmed = len(kept) - 1
    return count


def uploads(folder: Path, count: int, at: random.Random, record: str | Path | None = None) -> int:
    """A server in the middle of requests: what it confirmed is read, what broke off leaves nothing."""
    record = record or folder / "u.duckdb"
    clients, partial = Clients(at), 0
    for _ in range(count):
        broken_off = clients.broken_off
        with victim("api", "-", record) as run:
            threads = clients.begin(_listens(run), at.randrange(12))
            time.sleep(at.uniform(0, 0.03))
            run.kill()
            for thread in threads:
                thread.join(60)
        unread = len(_uploaded(record, clients)) < len(clients.confirmed)
        partial += unread or clients.broken_off > broken_off
    with victim("api", "-", record) as run:
        _listens(run)
        if left := drained(record, 120):
            raise Torn(f"after a quiet while there is left: {left}")
        run.terminate()
        run.wait(30)
    if missing := clients.confirmed - _uploaded(record, clients):
        raise Torn(
            f"{len(missing)} of {len(clients.confirmed)} confirmed uploads are lost: {sorted(missing)[:3]}"
        )
    if clients.refused:
        raise Torn(f"uploads were answered {clients.refused[:5]}")
    return partial


def _listens(run: subprocess.Popen[str]) -> str:
    assert run.stderr is not None
    said = []
    while line := run.stderr.readline():
        said.append(line)
        if (address := address_of(line)) is not None:
            return address
    raise Torn(f"the server did not start: {''.join(said)[-400:]}")


def _uploaded(record: str | Path, clients: Clients) -> set[str]:
    """Names of the texts in the record, each whole, once, and as it was sent."""
    if isinstance(record, Path) and not record.exists():
        return set()
    with open_store(record, read_only=True) as store:
        whole(store)
        found = {s.document.name: s.document.text for s in store.documents()}
    unlike = [name for name, text in found.items() if text.strip() != clients.sent.get(name, "").strip()]
    if unlike:
        raise Torn(f"texts that nobody sent so: {unlike[:3]}")
    return set(found)


def _shards_in(folder: Path) -> tuple[Path, dict[str, bytes]]:
    """Shards, and what a run nobody disturbs makes of them."""
    source = folder / "in"
    source.mkdir()
    for n in range(_SHARDS):
        lines = [{"id": f"{n}-{m}", "text": f"{m}: The embassy got ${n} million. " * 20} for m in range(60)]
        (source / f"{n:02}.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with victim("shards", source, folder / "whole") as run:
        run.communicate()
    expected = _content(folder / "whole")
    if len(expected) != 3 * _SHARDS + 1:
        raise Torn(f"the run that nobody disturbed made {len(expected)} files")
    return source, expected


def _content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()} if folder.exists() else {}


def shard_runs(folder: Path, count: int, at: random.Random) -> int:
    """The process that hands out shards: finished outputs are whole, the next run makes the rest."""
    source, expected = _shards_in(folder)
    out, partial = folder / "out", 0
    for n in range(count):
        with victim("shards", source, out) as run:
            _moment(run, at, _SHARDS + 1)
        kept = {name: c for name, c in _content(out).items() if not name.endswith(".part")}
        if any(expected.get(name) != c for name, c in kept.items()):
            raise Torn(f"a torn file among {sorted(kept)}")
        partial += 0 < len(kept) < len(expected)
        if n % 4 == 3 or n == count - 1:
            with victim("shards", source, out) as run:
                run.communicate()
            if _content(out) != expected:
                raise Torn("the last run did not complete the shards")
            for path in out.iterdir():
                path.unlink()
    return partial


def shard_workers(folder: Path, count: int, at: random.Random) -> int:
    """A worker under a shard: the run completes all the same, its shard read once more."""
    source, expected = _shards_in(folder)
    landed = 0
    for n in range(count):
        out = folder / f"out{n}"
        with victim("shards", source, out) as run:
            assert run.stdout is not None
            workers = [int(pid) for pid in run.stdout.readline().split()]
            for _ in range(at.randrange(_SHARDS // 2)):
                run.stdout.readline()
            time.sleep(at.uniform(0, 0.05))
            try:
                os.kill(at.choice(workers), signal.SIGKILL)
                landed += 1
            except ProcessLookupError:
                pass
            _, complaints = run.communicate(timeout=120)
            if run.returncode or _content(out) != expected:
                unlike = sorted(
                    {k for k, c in _content(out).items() if expected.get(k) != c}
                    | {*expected} - {*_content(out)}
                )
                raise Torn(
                    f"the run did not outlive its worker: {run.returncode} {unlike} {complaints[-300:]}"
                )
        for path in out.iterdir():
            path.unlink()
    return landed


def database(folder: Path, count: int, at: random.Random) -> int:
    """The database under a reader: started again it has whole batches, and the next run completes them."""
    cluster = Cluster().start()
    try:
        source = articles(folder / "in.jsonl")
        expected, partial = expected_of(source), 0
        for _ in range(count):
            with victim("read", source, cluster.dsn) as run:
                _moment(run, at, _DOCUMENTS // 20)
                cluster.kill()
                _, complaints = run.communicate(timeout=60)
                if run.returncode and "RecordError" not in complaints:
                    raise Torn(f"the reader did not say what happened: {complaints[-400:]}")
            cluster.start()
            partial += _check(cluster.dsn, expected)
        with victim("read", source, cluster.dsn) as run:
            run.communicate()
        if not _complete(cluster.dsn, expected):
            raise Torn("the last run did not complete the record")
        return partial
    finally:
        cluster.stop()


def _on_database(inner: Callable[..., int]) -> Callable[[Path, int, random.Random], int]:
    def run(folder: Path, count: int, at: random.Random) -> int:
        cluster = Cluster().start()
        try:
            return inner(folder, count, at, cluster.dsn)
        finally:
            cluster.stop()

    return run


SCENARIOS: dict[str, Callable[[Path, int, random.Random], int]] = {
    "reader into DuckDB": reader,
    "reader into PostgreSQL": _on_database(reader),
    "database under a reader": database,
    "server on DuckDB": server,
    "server on PostgreSQL": _on_database(server),
    "uploads into DuckDB": uploads,
    "uploads into PostgreSQL": _on_database(uploads),
    "run over shards": shard_runs,
    "worker under a shard": shard_workers,
}


def scenario(name: str, folder: Path, count: int, seed: int) -> int:
    """Run one; how many kills came while work was half done.

    Raises
    ------
    Torn
        Something was lost, doubled or half written.
    """
    return SCENARIOS[name](folder, count, random.Random(seed))


def main() -> int:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="kills in all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=list(SCENARIOS))
    given = parser.parse_args()
    names = [given.only] if given.only else list(SCENARIOS)
    failed = 0
    for n, name in enumerate(names):
        count = given.count // len(names) + (n < given.count % len(names))
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="dragoman-kills-") as folder:
            try:
                said = f"{scenario(name, Path(folder), count, given.seed)} of them half way, nothing lost or doubled"
            except NoServer as reason:
                said = f"skipped: {reason}"
            except Torn as torn:
                said, failed = f"TORN: {torn}", failed + 1
        print(f"{name}: {count} kills, {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
