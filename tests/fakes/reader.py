"""A reader that knows embassies and dollars only: enough to test what surrounds a reader."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from dragoman.errors import PartlyRead
from dragoman.model.documents import Document
from dragoman.model.statements import Evidence, Statement

__all__ = ["Reader", "load", "load_hanging", "load_reader", "load_slowly"]

_FOUND = re.compile(r"\$(\d+(?:\.\d+)?) million|embassy")


class Reader:
    def read(self, document: Document) -> list[Statement]:
        if "CRASH" in document.text:
            raise ZeroDivisionError("planted")
        found = [self._statement(document, m) for m in _FOUND.finditer(document.text)]
        if "STUMBLE" in document.text:
            raise PartlyRead("a sentence is too much", where=document.source, statements=found)
        return found

    def _statement(self, d: Document, m: re.Match[str]) -> Statement:
        value = Decimal(m[1]) * 1_000_000 if m[1] else None
        seed = f"{d.id} {m.start()}"
        return Statement(
            id="st_" + hashlib.sha256(seed.encode()).hexdigest()[:16],
            kind="figure" if m[1] else "tie",
            mode="trade" if m[1] else "embassy",
            actor=("BGR", "KAZ") if m[1] else ("BGR",),
            recipient=() if m[1] else ("KAZ",),
            date=d.date,
            status="actual",
            evidence=Evidence(d.name, m.start(), m.end(), m[0]),
            rule="fake.v1",
            confidence=0.5,
            measure="level" if m[1] else None,
            value=value,
            low=value,
            high=value,
            unit="USD" if m[1] else None,
            because={"mode": "the word itself"},
        )


def load_reader(extra: Sequence[Path] = ()) -> Reader:
    return Reader()


def load(rules: tuple[Path, ...]):  # type: ignore[no-untyped-def]
    return load_reader(rules).read


def load_hanging(rules: tuple[Path, ...]):  # type: ignore[no-untyped-def]
    """A reader that hangs on HANG and is killed by KILL, as a fault in a library might."""
    reads = load_reader(rules).read

    def read(document: Document) -> list[Statement]:
        if "HANG" in document.text:
            time.sleep(600)
        if "DEAF" in document.text:
            signal.pthread_sigmask(
                signal.SIG_BLOCK, [signal.SIGALRM]
            )  # as inside a library that never comes back
            time.sleep(600)
        if "KILL" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return reads(document)

    return read


def load_slowly(rules: tuple[Path, ...]):  # type: ignore[no-untyped-def]
    """A reader that never gets ready in a worker; the process of the tests has it at once."""
    if os.environ.get("PYTEST_CURRENT_TEST") and "pytest" not in sys.modules:
        time.sleep(600)
    return load(rules)
