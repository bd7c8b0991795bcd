"""What gets killed, with a quick fake reader: runs of the reader, into a record or over shards; a server.

``python -m tests.faults.victims read ARTICLES RECORD``, ``... shards FOLDER OUT`` and
``... serve NOTE RECORD`` print a line for every step that is done: whoever kills them knows what must be there.
``... api - RECORD`` is ``dragoman api`` itself, and says on standard error where it listens.
"""

from __future__ import annotations

import sys
from itertools import count

from dragoman.desk.ingest import read_into
from dragoman.desk.shards import ShardOptions, read_shards
from dragoman.record import Review, open_store
from dragoman.runner import Local
from tests.faults.quick import OPTIONS

__all__ = ["main"]


def main(what: str, source: str, target: str) -> None:
    if what == "read":
        with open_store(target) as store:
            for step in read_into(store, [source], OPTIONS):
                print(step.documents, flush=True)
    elif what == "api":
        from dragoman.cli.app import app

        app(["api", target, "--port", "0", "--rate", "0"])
    elif what == "serve":
        with open_store(target) as store:
            for n in count(len(store.reviews())):
                store.add_review(Review(f"st_{n}", "accept", "aida", source))
                print(n, flush=True)
    else:
        with Local(2) as engine:
            print(*[guard._started().pid for guard in engine.guards], flush=True)
            for row in read_shards([source], target, engine, ShardOptions(OPTIONS, seconds=60)):
                print(row.shard, row.status, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
