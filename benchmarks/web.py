"""Server time of every page: ``python benchmarks/web.py RECORD``; the record of `generated_record.py`.

Each page is asked for with many different subjects (pairs, documents, searches ...), every one
of them for the first time, then all once more. Milliseconds, one request at a time, in process:
what is measured is the server's work without the network. ``--json`` prints a line for each page;
``--cpu`` counts processor time of all threads in place of time on the wall, for a machine that others use.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.desk.workspace import Workspace
from dragoman.output.pictures import warm
from dragoman.web.app import create_app

_WORDS = (
    "meeting",
    "visit 2021",
    "planned exports",
    '"number 123"',
    "agreement million",
    "embassy",
    "told",
    "person",
)


def subjects(workspace: Workspace, rng: random.Random, n: int) -> dict[str, list[str]]:
    """Addresses of every page, chosen at random but for the pairs most told of, which come first."""
    c = workspace.catalogue
    pairs = [f"{a}-{b}" for a, b, _ in c.pair_counts()]
    chosen = [*pairs[:5], *rng.sample(pairs, min(n, len(pairs)))][:n]
    ids = [c.columns.ids[rng.randrange(len(c))] for _ in range(n)]
    codes = [rng.choice(c.columns.party_codes) for _ in range(n)]
    years = [str(rng.randint(2010, 2025)) for _ in range(n)]
    return {
        "home": ["/"] * 5,
        "pairs": ["/pairs", *[f"/pairs?country={code}" for code in codes]],
        "pair": [f"/pairs/{p}" for p in chosen],
        "chart": [f"/pairs/{p}/trade.svg" for p in chosen],
        "ledger": [f"/ledger/{p}" for p in chosen],
        "documents": [f"/documents?first={rng.randrange(len(c.documents))}" for _ in range(n)],
        "document": [f"/documents/{rng.choice(c.documents).id}" for _ in range(n)],
        "statement": [f"/statements/{id}" for id in ids],
        "findings": ["/findings", *[f"/findings?verdict=conflict&country={code}" for code in codes]],
        "finding": [f"/findings/{rng.choice(c.found.ids)}" for _ in range(n)],
        "pledges": ["/pledges", *[f"/pledges?country={code}" for code in codes]],
        "search": [
            "/search",
            *[f"/search?q={rng.choice(_WORDS)}&country={a}&period={y}" for a, y in zip(codes, years)],
        ],
        "search words": [f"/search?q={word}" for word in _WORDS],
        "review": ["/review", *[f"/review?country={a}&period={y}" for a, y in zip(codes, years)]],
        "quality": ["/review/quality"] * 3,
    }


def measure(
    client: TestClient, addresses: list[str], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Milliseconds for each address, asked for one after the other."""
    out = []
    for address in addresses:
        start = clock()
        answer = client.get(address)
        out.append((clock() - start) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    return out


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--each", type=int, default=25, help="subjects of a page")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cpu", action="store_true", help="processor time, not time on the wall")
    options = parser.parse_args()
    clock = time.process_time if options.cpu else time.perf_counter
    start = time.perf_counter()
    with Workspace.open(options.record) as workspace:
        opened = time.perf_counter() - start
        workspace._indexing.join()
        warm()
        with TestClient(create_app(workspace), base_url="http://localhost:8117") as client:
            print(f"{len(workspace.catalogue)} statements, opened in {opened:.1f} s", file=sys.stderr)
            for name, addresses in subjects(workspace, random.Random(7), options.each).items():
                cold, again = measure(client, addresses, clock), measure(client, addresses, clock)
                row = {
                    "page": name,
                    "n": len(addresses),
                    "first_median_ms": round(statistics.median(cold)),
                    "first_p95_ms": round(sorted(cold)[min(len(cold) - 1, int(len(cold) * 0.95))]),
                    "first_worst_ms": round(max(cold)),
                    "again_median_ms": round(statistics.median(again)),
                    "again_p95_ms": round(sorted(again)[min(len(again) - 1, int(len(again) * 0.95))]),
                }
                print(
                    json.dumps(row) if options.json else "  ".join(f"{k}={v}" for k, v in row.items()),
                    flush=True,
                )


if __name__ == "__main__":
    main()
