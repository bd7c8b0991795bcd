"""Datasette's pages over an exported record, run by an interpreter that has it:
``python pages_peer.py FILE.sqlite < addresses.json``.

Reads ``{name: [address, ...]}`` and prints ``{name: [milliseconds, ...]}``: each address once, in process,
one at a time, as `web.py` asks for ours; or says what is missing.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time


async def measured(file: str, asked: dict[str, list[str]]) -> dict[str, list[float]]:
    from datasette.app import Datasette

    served = Datasette([file], settings={"num_sql_threads": 1, "sql_time_limit_ms": 60_000})
    await served.invoke_startup()
    await served.client.get("/")
    out: dict[str, list[float]] = {}
    for name, addresses in asked.items():
        out[name] = []
        for address in addresses:
            began = time.perf_counter()
            answer = await served.client.get(address)
            out[name].append(1000 * (time.perf_counter() - began))
            if answer.status_code != 200:
                raise SystemExit(f"{address}: {answer.status_code} {answer.text[:200]}")
    return out


def main() -> None:
    try:
        import datasette  # noqa: F401
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return
    print(json.dumps(asyncio.run(measured(sys.argv[1], json.load(sys.stdin)))))


if __name__ == "__main__":
    main()
