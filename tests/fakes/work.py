"""Functions for workers: they answer, raise, crash, hang, and count how often they were begun."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

__all__ = ["begun", "crash_once", "square", "trouble"]


def square(n: int) -> int:
    print("noise on standard output", flush=True)
    return n * n


def begun(folder: Path, name: str) -> int:
    """How often a task was begun."""
    return len(list(folder.glob(f"{name}-*")))


def _note(folder: Path, name: str) -> int:
    (folder / f"{name}-{os.getpid()}-{time.monotonic_ns()}").touch()
    return begun(folder, name)


def trouble(task: tuple[str, str]) -> str:
    """``raise``, ``crash``, ``hang`` always; ``crash-once``, ``hang-once`` the first time; else answer."""
    folder, name = Path(task[0]), task[1]
    times = _note(folder, name)
    what, _, once = name.partition("-")
    if once != "once" or times == 1:
        if what == "raise":
            raise ValueError("planted")
        if what == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang":
            time.sleep(600)
        if what == "exit":
            os._exit(3)
    return name


def crash_once(task: tuple[str, str]) -> str:
    return trouble((task[0], "crash-once"))
