"""Where code runs: nothing else knows."""

from __future__ import annotations

from dragoman.errors import UsageError
from dragoman.runner.guarded import Guarded
from dragoman.runner.local import Local
from dragoman.runner.outcomes import Engine, Outcome
from dragoman.runner.processes import Processes

__all__ = ["ENGINES", "Engine", "Guarded", "Local", "Outcome", "Processes", "engine"]

ENGINES = ("local", "dask")


def engine(name: str, workers: int | None = None, address: str | None = None) -> Engine:
    """An engine by its name, one of `ENGINES`.

    Raises
    ------
    UsageError
        No such engine, or an address for one that has none.
    MissingExtra
        It needs a package that is not installed.
    """
    if name == "dask":
        from dragoman.runner.dask_cluster import Dask

        return Dask(address, workers)
    if name != "local":
        raise UsageError(f"no engine {name!r}", remedy=f"engines are {', '.join(ENGINES)}")
    if address is not None:
        raise UsageError("an address for the local engine", remedy="add --engine dask")
    return Local(workers)
