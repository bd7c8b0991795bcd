"""Clients that upload without a pause to a server that is going to be killed.

Each body goes out in two parts with a pause between, so that at any moment some requests are half there.
"""

from __future__ import annotations

import http.client
import itertools
import random
import re
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.record import kept_beside

__all__ = ["Clients", "address_of", "drained"]

_CLIENTS = 4


class Clients:
    """Posts texts to a server until it is gone; knows what was sent and what was confirmed."""

    def __init__(self, at: random.Random) -> None:
        self._numbers = itertools.count()
        self._at = at
        self.sent: dict[str, str] = {}
        self.confirmed: set[str] = set()
        self.broken_off = 0
        self.refused: list[int] = []

    def begin(self, base: str, enough: int) -> list[threading.Thread]:
        """Begin to post; returns when so many more are confirmed, while more are on their way."""
        before = len(self.confirmed)
        seeds = [self._at.random() for _ in range(_CLIENTS)]
        threads = [threading.Thread(target=self._client, args=(base, seed), daemon=True) for seed in seeds]
        for thread in threads:
            thread.start()
        while len(self.confirmed) - before < enough and any(t.is_alive() for t in threads):
            time.sleep(0.001)
        return threads

    def _client(self, base: str, seed: float) -> None:
        at, where = random.Random(seed), urlsplit(base)
        while True:
            n = next(self._numbers)
            name, text = f"u{n:05}.txt", f"Upload {n}. The embassy saw ${n}.5 million. " * 3
            self.sent[name] = text
            try:
                self._post(where.netloc, f"{where.path}documents?name={name}", text.encode(), at)
            except (OSError, http.client.HTTPException):
                return
            self.confirmed.add(name)

    def _post(self, host: str, path: str, body: bytes, at: random.Random) -> None:
        connection = http.client.HTTPConnection(host, timeout=60)
        try:
            connection.putrequest("POST", path)
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders()
            cut = at.randrange(1, len(body))
            connection.send(body[:cut])
            try:
                time.sleep(at.uniform(0, 0.02))
                connection.send(body[cut:])
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException):
                self.broken_off += 1  # in the middle: not merely refused
                raise
            if answer.status != 202:
                self.refused.append(answer.status)
                raise http.client.HTTPException(f"answered {answer.status}")
        finally:
            connection.close()


def address_of(line: str) -> str | None:
    """The address of the API in what the server says of itself."""
    found = re.search(r"http://\S+/api/v1/", line)
    return found[0] if found else None


def drained(record: str | Path, patience: float) -> str:
    """What still waits to be read, or is left of a request, when patience ends; empty where nothing is."""
    beside = kept_beside(record)
    root = beside.with_name(beside.name + ".files")
    until = time.monotonic() + patience
    while time.monotonic() < until:
        waiting = [path.read_text() for path in (root / ".waiting").glob("*.json") if path.exists()]
        if not waiting:
            return ", ".join(str(path) for path in root.glob(".incoming-*"))
        time.sleep(0.05)
    return f"{len(waiting)} uploads wait: {waiting[:2]}"
