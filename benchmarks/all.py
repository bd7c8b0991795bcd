"""Everything in one table: ``python benchmarks/all.py [--full] [--peers PYTHON] [--page FILE]``.

Reading, reconciling, routing, pages, REST, and scaling out from one worker to two; each with its peer in
the same run, on the same machine, where the peer is installed: in this environment, or in the one whose
interpreter ``--peers`` names (``requirements-peers.in``). Without ``--full`` everything is small and done in some
minutes. ``--only NAME`` runs one subject. ``--page`` writes the table as a page of the documentation.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import multiprocessing
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT)]


@dataclass(frozen=True)
class Row:
    """One measurement and its peer's; ``better`` says whether more of the unit is better or less."""

    subject: str
    measure: str
    unit: str
    better: str
    ours: float
    peer: str = ""
    theirs: float | None = None

    @property
    def ratio(self) -> str:
        """How many times as good as the peer."""
        if not self.theirs or not self.ours:
            return ""
        times = self.ours / self.theirs if self.better == "more" else self.theirs / self.ours
        return f"{times:.2g} x" if times < 10 else f"{times:.0f} x"

    def cells(self) -> list[str]:
        """As the table has it."""
        theirs = "not installed" if self.peer and self.theirs is None else _number(self.theirs)
        unit = f"{self.unit} ({self.better} is better)"
        return [self.subject, self.measure, unit, _number(self.ours), self.peer, theirs, self.ratio]


@dataclass(frozen=True)
class Size:
    """How much of everything: articles, pairs of figures, statements, seconds."""

    articles: int
    pairs: int
    statements: int
    seconds: float
    clients: int
    nodes: int


SMALL = Size(articles=800, pairs=500, statements=30_000, seconds=8, clients=50, nodes=2_000)
FULL = Size(articles=4_000, pairs=5_000, statements=1_000_000, seconds=60, clients=200, nodes=10_000)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if value and abs(value) < 10:
        return f"{value:.3g}"
    return f"{value:,.0f}"


def _ask(python: str | None, script: str, *words: str, given: Any) -> dict[str, Any]:
    """What a peer's script prints; nothing where there is no interpreter for it."""
    if python is None:
        return {}
    run = subprocess.run(
        [python, str(HERE / script), *words],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        check=False,
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
    if run.returncode or not lines:
        print(f"{script} {' '.join(words)}: {run.stderr.strip()[-300:]}", file=sys.stderr)
        return {}
    return dict(json.loads(lines[-1]))


def reading(size: Size, python: str | None) -> Iterator[Row]:
    """From text to statements on one core."""
    from general_news import documents as general_news
    from reading import relevant, speed

    from dragoman.reading.reader import load_reader

    reader = load_reader()
    prose = [d for documents in relevant().values() for d in documents]
    ours = speed(reader, prose)
    for peer, script in (("spaCy en_core_web_sm, full pipeline", "spacy"), ("quantulum3", "quantulum3")):
        told = _ask(python, "reading_peers.py", script, given=[d.text for d in prose])
        theirs = told.get("words_a_second")
        yield Row("reading", "prose on relations", "words/s of one core", "more", ours, peer, theirs)
    news = list(general_news(size.articles // 2))
    yield Row("reading", "general news", "words/s of one core", "more", speed(reader, news))


def reconciling(size: Size, python: str | None) -> Iterator[Row]:
    """Closing a record, beside one linear program over all of it that only says whether it can be true."""
    from reconciling import record

    from dragoman.reconciling import Closure, reconcile
    from dragoman.reconciling.claims import claims_of
    from dragoman.reconciling.constraints import build
    from dragoman.reconciling.programs import Program

    told = record(size.pairs, 20, random.Random(1), slips=0.01)
    import highspy  # noqa: F401  imported before the clock runs

    warm = Closure()
    warm.add(record(80, 20, random.Random(2)))
    warm.close()
    began = time.perf_counter()
    closure = Closure()
    closure.add(told)
    closure.close()
    ours = time.perf_counter() - began
    rows, offset = [], 0
    began = time.perf_counter()
    for family in closure.families:
        system = build(claims_of(closure.figures(family)))
        rows.extend(r._replace(terms=tuple((v + offset, a) for v, a in r.terms)) for r in system.rows)
        offset += len(system.nodes)
    Program(rows).feasible()
    theirs = time.perf_counter() - began
    what = f"{len(told):,} figures: bounds and conflicts"
    yield Row("reconciling", what, "s", "less", ours, "HiGHS, one program, feasibility alone", theirs)
    began = time.perf_counter()
    reconcile(told)
    yield Row(
        "reconciling", "all findings in words", "figures/s", "more", len(told) / (time.perf_counter() - began)
    )


def routing(size: Size, python: str | None) -> Iterator[Row]:
    """Exact Pareto sets, and the one question that others answer too."""
    from dataclasses import replace

    import networkx as nx
    from random_networks import random_network
    from routing import timed

    from dragoman.routing.graphs import graph_of
    from dragoman.routing.searches import Query, Searcher

    rng = random.Random(1)
    graph = graph_of(random_network(300, 1000, 1), "container")
    searcher = Searcher(graph, None, fast=True)
    queries = [Query(*rng.sample(range(300), 2)) for _ in range(200)]
    timed(searcher.run, queries[:50])
    ms, _ = timed(searcher.run, queries)
    what = "Pareto set of time, cost and CO2, 300 places"
    yield Row("routing", what, "ms, median", "less", statistics.median(ms))
    graph = graph_of(random_network(size.nodes, 3 * size.nodes, 1, scheduled=0.0), "container")
    zero = [0] * len(graph.tail)
    searcher = Searcher(replace(graph, cost=zero, co2=zero), fast=True)
    pairs = [rng.sample(range(size.nodes), 2) for _ in range(60)]
    searcher.run(Query(*pairs[0]))
    ours, found = timed(searcher.run, [Query(*pair) for pair in pairs])
    g = nx.DiGraph()
    for a, b, w in zip(graph.tail, graph.head, (x + y for x, y in zip(graph.before, graph.run))):
        if not g.has_edge(a, b) or g[a][b]["weight"] > w:
            g.add_edge(a, b, weight=w)
    states = [(graph.start_of[a], graph.start_of[b]) for a, b in pairs]
    theirs, same = timed(lambda p: nx.bidirectional_dijkstra(g, *p)[0], states)
    if [paths[0].seconds for paths in found] != same:
        sys.exit("networkx and Dragoman disagree on a shortest path")
    what, peer = f"fastest way alone, {size.nodes:,} places", "networkx bidirectional_dijkstra"
    yield Row("routing", what, "ms, median", "less", statistics.median(ours), peer, statistics.median(theirs))


def pages(size: Size, python: str | None) -> Iterator[Row]:
    """Server time of pages, each asked for the first time; Datasette over the same record as SQLite."""
    from generated_record import generate
    from starlette.testclient import TestClient
    from web import measure

    from dragoman.desk.exports import export_to
    from dragoman.desk.holdings import holdings_of
    from dragoman.desk.workspace import Workspace
    from dragoman.web.app import create_app

    with tempfile.TemporaryDirectory(prefix="dragoman-pages-") as folder:
        record, exported = Path(folder, "r.duckdb"), Path(folder, "r.sqlite")
        generate(record, size.statements)
        rng = random.Random(7)
        with Workspace.open(record) as workspace:
            workspace._indexing.join()
            c = workspace.catalogue
            ids = [c.columns.ids[rng.randrange(len(c))] for _ in range(10)]
            documents = [rng.choice(c.documents) for _ in range(10)]
            pairs = [f"{a}-{b}" for a, b, _ in rng.sample(c.pair_counts(), 10)]
            words = ["meeting", "visit", "agreement", "embassy", "told", "person"]
            asked = {
                "statement": [f"/statements/{id}" for id in ids],
                "document": [f"/documents/{d.id}" for d in documents],
                "words": [f"/search?q={word}" for word in words],
                "pair": [f"/pairs/{pair}" for pair in pairs],
            }
            with TestClient(create_app(workspace), base_url="http://localhost:8117") as client:
                ours = {name: measure(client, addresses) for name, addresses in asked.items()}
        theirs: dict[str, Any] = {}
        if python is not None:
            export_to("sqlite", holdings_of(record), exported, [], sidecar=False)
            theirs = _ask(python, "pages_peer.py", str(exported), given=_datasette(ids, words, pairs))
        what = {
            "statement": "one statement",
            "document": "a document with its statements marked",
            "words": "search by words, with facets",
            "pair": "a pair: chart, ledger, timeline, pledges, findings",
        }
        for name, ms in ours.items():
            there = theirs.get(name)
            peer = {
                "statement": "Datasette, the row",
                "words": "Datasette, _search with three facets",
                "pair": "Datasette, the pair's rows with one facet",
            }.get(name, "")
            measured = f"{what[name]}, {size.statements:,} statements"
            yield Row(
                "pages", measured, "ms, median", "less", statistics.median(ms), peer, there and statistics.median(there)
            )  # fmt: skip


def _datasette(ids: Sequence[str], words: Sequence[str], pairs: Sequence[str]) -> dict[str, list[str]]:
    """The nearest that Datasette has to our pages."""
    facets = "&_facet=kind&_facet=mode&_facet=status"
    among = "statement+in+(select+statement+from+parties+where+code+%3D+%27{}%27)"
    both = "/r/statements?_where=" + among + "&_where=" + among + "&_facet=kind"
    return {
        "statement": [f"/r/statements/{id}" for id in ids],
        "words": [f"/r/statements?_search={word}{facets}" for word in words],
        "pair": [both.format(*pair.split("-")) for pair in pairs],
    }


def rest(size: Size, python: str | None) -> Iterator[Row]:
    """Many clients at once over PostgreSQL, uploads among the requests; Datasette's JSON without any."""
    from load_rest import run, server_for

    from dragoman.desk.exports import export_to
    from dragoman.desk.holdings import holdings_of
    from tests.fakes.postgres import NoServer

    theirs: dict[str, float] = {}
    try:
        with server_for(None) as address, tempfile.TemporaryDirectory(prefix="dragoman-rest-") as folder:
            told = run(address, size.clients, size.seconds, size.articles)
            if told["errors"] or told["lost_or_doubled"]:
                sys.exit(f"REST under load: {told}")
            if python is not None:
                file = Path(folder, "r.sqlite")
                export_to("sqlite", holdings_of(address), file, [], sidecar=False)
                theirs = _datasette_load(python, file, size)
    except NoServer as reason:
        print(f"REST is left out: {reason}", file=sys.stderr)
        return
    what, peer = f"{size.clients} clients, PostgreSQL, 2 % uploads", "Datasette JSON, SQLite, no uploads"
    yield Row(
        "REST", what, "requests/s", "more", told["requests_a_second"], peer, theirs.get("requests_a_second")
    )
    yield Row("REST", what, "ms, median", "less", told["p50_ms"], peer, theirs.get("p50_ms"))
    yield Row("REST", what, "ms, 95th percentile", "less", told["p95_ms"], peer, theirs.get("p95_ms"))


def _datasette_load(python: str, file: Path, size: Size) -> dict[str, float]:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "datasette", "serve", str(file), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            return asyncio.run(_clients(f"http://127.0.0.1:{port}/", size, server))
        finally:
            server.terminate()


async def _clients(base: str, size: Size, server: subprocess.Popen[bytes]) -> dict[str, float]:
    import httpx2

    took: list[float] = []
    limits = httpx2.Limits(max_connections=size.clients, max_keepalive_connections=size.clients)
    async with httpx2.AsyncClient(base_url=base, timeout=120, limits=limits) as session:
        for _ in range(100):
            with contextlib.suppress(Exception):
                if (await session.get("r.json")).status_code == 200:
                    break
            if server.poll() is not None:
                return {}
            await asyncio.sleep(0.2)
        ids = [
            row["statement"] for row in (await session.get("r/statements.json?_size=100&_shape=array")).json()
        ]
        until = time.monotonic() + size.seconds

        async def client(seed: int) -> None:
            choose = random.Random(seed)
            lists = ("statements", "documents", "findings", "figures", "parties")
            while time.monotonic() < until:
                where = f"{choose.choice(lists)}.json?_size=20"
                one = f"statements/{choose.choice(ids)}.json"
                began = time.perf_counter()
                (await session.get("r/" + (one if choose.random() < 0.15 else where))).raise_for_status()
                took.append(time.perf_counter() - began)

        await asyncio.gather(*(client(n) for n in range(size.clients)))
    took.sort()
    at = {p: 1000 * took[min(len(took) - 1, len(took) * p // 100)] for p in (50, 95)}
    return {"requests_a_second": len(took) / size.seconds, "p50_ms": at[50], "p95_ms": at[95]}


def scaling(size: Size, python: str | None) -> Iterator[Row]:
    """Two workers against one: our engine with its guards and digests, dask, and a bare pool of processes."""
    from scale import mixed

    from dragoman.desk.shards import read_shards
    from dragoman.runner import engine

    rates: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="dragoman-all-") as folder:
        source = Path(folder, "in")
        source.mkdir()
        lines = [json.dumps({"id": name, "text": text}) for name, text in mixed(size.articles)]
        for n in range(8):
            (source / f"{n}.jsonl").write_text("\n".join(lines[n::8]))
        for name in ("local", "dask"):
            for workers in (1, 2):
                with contextlib.suppress(ImportError), engine(name, workers) as opened:
                    few = [str(source / f"{n}.jsonl") for n in range(workers)]  # rules are loaded by then
                    warm = [*read_shards(few, f"{folder}/w{name}{workers}", opened)]
                    began = time.perf_counter()
                    rows = list(read_shards([str(source)], f"{folder}/{name}{workers}", opened))
                    took = time.perf_counter() - began
                    if any(row.status != "done" for row in (*warm, *rows)):
                        sys.exit(f"shards were not read: {rows[0].why}")
                    rates.setdefault(name, []).append(size.articles / took)
        files = sorted(str(path) for path in source.iterdir())
        for workers in (1, 2):
            with multiprocessing.get_context("spawn").Pool(workers, _load) as pool:
                pool.map(_pooled, files[:workers])
                began = time.perf_counter()
                pool.map(_pooled, files, chunksize=1)
                rates.setdefault("pool", []).append(size.articles / (time.perf_counter() - began))
    ours = rates["local"]
    for name, peer in (("pool", "multiprocessing.Pool, reading alone"), ("dask", "dask.distributed")):
        there = rates.get(name)
        yield Row(
            "scaling out", "shards, one worker", "articles/s", "more", ours[0], peer, there and there[0]
        )
        yield Row(
            "scaling out", "two workers over twice one", "share of the ideal", "more",
            ours[1] / ours[0] / 2, peer, there and there[1] / there[0] / 2,
        )  # fmt: skip


_reader: Any = None


def _load() -> None:
    global _reader
    from dragoman.reading.reader import load_reader

    _reader = load_reader()


def _pooled(path: str) -> int:
    from dragoman.model.documents import Document

    told = 0
    for line in Path(path).read_text().splitlines():
        found = json.loads(line)
        told += len(_reader.read(Document(name=found["id"], text=found["text"], source=path)))
    return told


SUBJECTS: dict[str, Callable[[Size, str | None], Iterator[Row]]] = {
    "reading": reading,
    "reconciling": reconciling,
    "routing": routing,
    "pages": pages,
    "rest": rest,
    "scaling": scaling,
}
HEAD = ["subject", "what", "unit", "Dragoman", "peer", "the peer", "as good as"]


def table(rows: Sequence[Row]) -> str:
    """Markdown."""
    lines = [HEAD, ["---"] * len(HEAD), *(row.cells() for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def page(rows: Sequence[Row], full: bool, load: tuple[float, float]) -> str:
    """The table as a page of the documentation, with what must be known to read it."""
    command = f"python benchmarks/all.py{' --full' if full else ''} --peers PYTHON --page docs/benchmarks.md"
    return f"""# All benchmarks in one table

Written by `{command}` on {datetime.now(UTC):%d %B %Y}: {os.cpu_count()} cores, {platform.machine()}, Python
{platform.python_version()}, load {load[0]:.1f} when it began and {load[1]:.1f} when it ended (other work on the machine makes
times longer and the last two rows worse; read ratios). Every peer ran in the same run on the same input. "As good
as" is how many times as good as the peer: below 1 the peer is better.

{table(rows)}
What the peers do is not the same: spaCy tags and parses and reads no statements; quantulum3 finds quantities alone; HiGHS
only says whether all figures can be true together; Datasette shows rows, without passages, ledgers or verdicts, and
takes in nothing while it is asked; the pool has no digests, no resuming, and dies with a worker.
Longer tables: [reading](benchmarks-reading.md), [routing](benchmarks-routing.md), [scale](scale.md).
"""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="as large as the documentation tells of")
    parser.add_argument("--peers", help="interpreter of an environment with requirements-peers.in")
    parser.add_argument("--only", choices=list(SUBJECTS), action="append")
    parser.add_argument("--page", type=Path, help="write the table as a page of the documentation")
    parser.add_argument("--json", action="store_true", help="a line of JSON for each row")
    given = parser.parse_args()
    rows: list[Row] = []
    before = os.getloadavg()[0]
    for name in given.only or SUBJECTS:
        began = time.monotonic()
        for row in SUBJECTS[name](FULL if given.full else SMALL, given.peers):
            rows.append(row)
            if given.json:
                print(json.dumps(dict(zip(HEAD, row.cells()))), flush=True)
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    if not given.json:
        print(table(rows))
    if given.page:
        given.page.write_text(page(rows, given.full, (before, os.getloadavg()[0])), encoding="utf-8")


if __name__ == "__main__":
    main()
