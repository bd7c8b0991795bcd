"""Reconciling a large record on several processes or a cluster.

No identity reaches from one family of figures to another: families are the connected components of a
record, and each is looked at alone. What looks across them (copies, superlatives, events) stays
here, so the findings are those of one process, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dragoman.desk.reconcile import Gathered
from dragoman.errors import DragomanError
from dragoman.model.findings import Finding
from dragoman.reconciling import Closed, Look, Spread
from dragoman.runner import Engine, Local

__all__ = ["findings_on", "findings_with"]

# Families to a batch: small enough that no worker waits long for the last one (assumed).
_BATCH = 25


def findings_on(gathered: Gathered, engine: Engine) -> list[Finding]:
    """As `dragoman.desk.reconcile.findings`, families shared out among the workers of an engine.

    Raises
    ------
    DragomanError
        A batch was lost twice, or its computation failed.
    """
    from dragoman.reconciling import reconcile

    return reconcile(
        gathered.statements, gathered.observations, texts=gathered.texts, spread=_spread_on(engine)
    )


def findings_with(gathered: Gathered, workers: int = 1) -> list[Finding]:
    """The findings of all checks, the package's own on several processes where more than one is asked for.

    Raises
    ------
    DragomanError
        A batch was lost twice, or its computation failed.
    """
    from dragoman.desk.plugins import checked

    if workers <= 1:
        return checked(gathered.statements, gathered.observations, gathered.texts)
    with Local(workers) as engine:
        own = findings_on(gathered, engine)
    return checked(gathered.statements, gathered.observations, gathered.texts, own=own)


def _spread_on(engine: Engine) -> Spread:
    def spread(look: Look, families: Sequence[Closed]) -> Iterator[list[Finding]]:
        # Each batch takes along the official figures of its own families, not those of all.
        tasks = (
            (n, look.limited(c.family for c in batch), batch) for n, batch in enumerate(_batches(families))
        )
        found: dict[int, list[list[Finding]]] = {}
        for task, outcome in engine.run(_look, tasks):
            if outcome.error is not None:
                raise DragomanError(
                    f"reconciling failed on a worker ({outcome.error})", remedy="run again on one process"
                )
            found[task[0]] = outcome.value
        for n in sorted(found):
            yield from found[n]

    return spread


def _batches(families: Sequence[Closed]) -> Iterator[list[Closed]]:
    waiting = iter(families)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _look(task: tuple[int, Look, list[Closed]]) -> list[list[Finding]]:
    """On a worker: the findings of each family of a batch."""
    _, look, batch = task
    return [look(closed) for closed in batch]
