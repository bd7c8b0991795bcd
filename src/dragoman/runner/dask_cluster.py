"""The engine of a cluster: dask.distributed, at an address or started here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from threading import local
from types import TracebackType
from typing import Any, TypeVar

from dragoman.errors import DragomanError, MissingExtra, UsageError
from dragoman.runner.guarded import Guarded
from dragoman.runner.outcomes import Outcome

__all__ = ["Dask"]

A = TypeVar("A")
# Items handed to the scheduler ahead of the results, for each thread of the cluster (assumed enough).
_AHEAD = 4


class Dask:
    """See `dragoman.runner.Engine`.

    Parameters
    ----------
    address : str or None
        Of the scheduler, ``tcp://host:8786``; None starts a cluster on this machine. Its workers
        need dragoman in the same version.
    workers : int or None
        Processes of the cluster started here [1]; None for one a core.

    Raises
    ------
    MissingExtra
        dask.distributed is not installed.
    UsageError
        Nobody answers at the address.
    """

    def __init__(self, address: str | None = None, workers: int | None = None) -> None:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError as error:
            raise MissingExtra(
                "this engine needs dask.distributed", remedy="pip install 'dragoman[cluster]'"
            ) from error
        self.cluster: Any = None
        # A worker may be lost once under an item; at a second loss the item is to blame.
        dask.config.set({"distributed.scheduler.allowed-failures": 1})
        if address is None:
            self.cluster = LocalCluster(
                n_workers=max(1, workers or os.cpu_count() or 1),
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",
                silence_logs=50,  # logging.CRITICAL: a lost worker is ours to report
            )
        try:
            self._client = Client(self.cluster or address, timeout=20)
        except (OSError, ValueError) as error:
            raise UsageError(
                f"no scheduler at {address} ({error})",
                remedy="give the address that `dask scheduler` printed",
            ) from error

    def run(
        self, function: Callable[[A], Any], items: Iterable[A], limit: float | None = None
    ) -> Iterator[tuple[A, Outcome]]:
        """See `Engine.run`."""
        from distributed import as_completed

        waiting = iter(items)
        running: dict[str, tuple[Any, A]] = {}

        def submit(count: int) -> list[Any]:
            futures = []
            for item in islice(waiting, count):
                future = self._client.submit(_call, function, item, limit, pure=False)
                running[future.key] = (future, item)
                futures.append(future)
            return futures

        threads = sum(self._client.nthreads().values()) or 1
        done = as_completed(submit(_AHEAD * threads))
        try:
            for future in done:
                _, item = running.pop(future.key)
                yield item, _outcome(future)
                for more in submit(1):
                    done.add(more)
        finally:
            for future, _ in running.values():
                future.cancel()

    def close(self) -> None:
        """Leave the cluster; one that was started here ends."""
        self._client.close()
        if self.cluster is not None:
            self.cluster.close()

    def __enter__(self) -> Dask:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_here = local()


def _call(function: Callable[[A], Any], item: A, limit: float | None) -> Outcome:
    """On the worker: in a process beside it, one a thread, which may crash or hang."""
    if not hasattr(_here, "guard"):
        _here.guard = Guarded()
    guard: Guarded = _here.guard
    return guard.call(function, item, limit)


def _outcome(future: Any) -> Outcome:
    from distributed import KilledWorker

    try:
        found: Outcome = future.result()
    except KilledWorker as error:
        return Outcome(error=f"its worker was lost each time ({error})", lost=True, tries=2)
    except DragomanError:
        raise
    except Exception as error:
        return Outcome(error=f"{type(error).__name__}: {error}")
    return found
