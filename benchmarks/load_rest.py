"""REST under load: ``python benchmarks/load_rest.py [ADDRESS] [--clients 200] [--seconds 600]``.

ADDRESS is an empty PostgreSQL database or schema (a path of a new DuckDB file works too); without one a
PostgreSQL server of its own is started for the run, where the programs are installed. Articles are
read into it, ``dragoman api`` is started on it, and so many clients at once ask for statements,
documents, pairs and findings, one request in fifty uploading an article. At the end every upload that
was confirmed must be in the record, once. Prints one JSON line: requests, errors, losses, percentiles, and
how long after the last request the last upload was in the record.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from httpx2 import AsyncClient

sys.path.insert(0, str(Path(__file__).parent))

from scale import mixed

from dragoman.desk.ingest import load_rules
from dragoman.model.documents import Document
from dragoman.record import Reading, open_store

_BATCH = 256


def fill(address: str, articles: int) -> None:
    """Articles and their statements, so that there is something to ask for."""
    reads = load_rules(())
    readings = []
    for name, text in mixed(articles):
        d = Document(name=name, text=text, source=f"/load/{name}")
        readings.append(Reading(d, tuple(reads(d))))
    with open_store(address) as store:
        for at in range(0, len(readings), _BATCH):
            store.add(readings[at : at + _BATCH], "load")


class Load:
    """What clients did and how long each request took [s]."""

    def __init__(self) -> None:
        self.took: list[float] = []
        self.answers: Counter[int] = Counter()
        self.faults: Counter[str] = Counter()
        self.uploaded: list[str] = []

    async def client(self, session: AsyncClient, seed: int, until: float, ids: list[str]) -> None:
        """One client, asking without a pause until the time is over."""
        choose = random.Random(seed)
        n = 0
        while time.monotonic() < until:
            n += 1
            await self.ask(session, *self.request(choose, ids, f"{seed}-{n}"))

    def request(self, choose: random.Random, ids: list[str], label: str) -> tuple[str, str, bytes | None]:
        """Method, address and body of the next request."""
        if choose.random() < 0.02:
            text = f"Kazakhstan exported goods worth $3{choose.randrange(100)}.6 million to Bulgaria in 2024. No. {label}."
            return "POST", f"documents?name=load-{label}.txt", text.encode()
        asked = (
            f"statements/{choose.choice(ids)}",
            f"statements?limit=20&country={choose.choice(('KAZ', 'BGR', 'TUR'))}",
            "documents?limit=20",
            "pairs?limit=20",
            "pairs/KAZ-BGR",
            "findings?limit=20",
            "",
        )
        return "GET", choose.choice(asked), None

    async def ask(self, session: AsyncClient, method: str, where: str, body: bytes | None) -> None:
        """Send one request and note what came of it."""
        began = time.perf_counter()
        try:
            answer = await session.request(method, where, content=body)
        except Exception as error:
            self.faults[type(error).__name__] += 1
            return
        self.took.append(time.perf_counter() - began)
        self.answers[answer.status_code] += 1
        if body is not None and answer.status_code in (200, 202):
            self.uploaded.append(body.decode())


async def load(base: str, clients: int, seconds: float) -> Load:
    """All clients at once."""
    import httpx2

    done = Load()
    limits = httpx2.Limits(max_connections=clients, max_keepalive_connections=clients)
    async with httpx2.AsyncClient(base_url=base, timeout=120, limits=limits) as session:
        first = (await session.get("statements?limit=200")).json()
        ids = [item["id"] for item in first["items"]]
        until = time.monotonic() + seconds
        await asyncio.gather(*(done.client(session, n, until, ids) for n in range(clients)))
    return done


def lost(address: str, uploaded: list[str], patience: float) -> int:
    """Confirmed uploads whose text is not in the record, or not once, when no more come for so long [s]."""
    until, before = time.monotonic() + patience, -1
    while True:
        with open_store(address, read_only=True) as store:
            kept = Counter(d.document.text.strip() for d in store.documents())
        missing = sum(kept[text] != 1 for text in set(uploaded))
        if missing != before:  # the server still reads what it has taken
            until, before = time.monotonic() + patience, missing
        if not missing or time.monotonic() > until:
            return missing
        time.sleep(2)


@contextmanager
def server_for(address: str | None) -> Iterator[str]:
    """The address given, or that of a server of our own, which ends with the run."""
    if address is not None:
        yield address
        return
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from tests.fakes.postgres import Cluster

    cluster = Cluster().start()
    try:
        yield cluster.dsn
    finally:
        cluster.stop()


def run(address: str, clients: int, seconds: float, articles: int) -> dict[str, Any]:
    """Fill the record, serve it, load it, look whether all is there; what was measured."""
    fill(address, articles)
    command = [sys.executable, "-c", "from dragoman.cli.app import main; main()", "api", address]
    shared, missing, drained = address.startswith("postgres"), -1, 0.0
    with subprocess.Popen(
        [*command, "--port", "0", "--rate", "0"], stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        try:
            found = None
            while found is None and (line := server.stderr.readline()):
                found = re.search(r"http://\S+/api/v1/", line)
            if found is None:
                sys.exit("the server did not start")
            done = asyncio.run(load(found[0], clients, seconds))
            began = time.monotonic()
            if shared:
                missing = lost(address, done.uploaded, 60)
                drained = time.monotonic() - began
        finally:
            server.terminate()
    if not shared:
        missing = lost(address, done.uploaded, 0)
    took = sorted(done.took) or [0.0]
    at = {f"p{p}_ms": round(1000 * took[min(len(took) - 1, len(took) * p // 100)], 1) for p in (50, 95, 99)}
    refused = sum(n for status, n in done.answers.items() if status >= 400)
    return {
        "clients": clients, "seconds": seconds, "requests": len(done.took),
        "errors": refused + sum(done.faults.values()),
        "answers": {str(status): n for status, n in sorted(done.answers.items())}, "faults": dict(done.faults),
        "uploads": len(done.uploaded), "lost_or_doubled": missing, **at,
        "requests_a_second": round(len(done.took) / seconds, 1), "last_upload_in_record_after_s": round(drained, 1),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--articles", type=int, default=2000)
    given = parser.parse_args()
    with server_for(given.address) as address:
        said = run(address, given.clients, given.seconds, given.articles)
    print(json.dumps(said))
    sys.exit(1 if said["errors"] or said["lost_or_doubled"] else 0)


if __name__ == "__main__":
    main()
