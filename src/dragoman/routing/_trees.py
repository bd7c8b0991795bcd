"""The compiled part of :mod:`dragoman.routing.flows`: everything on shortest paths, by origin and class."""

from __future__ import annotations

from typing import Any

import numpy as np

from dragoman.routing._heap import push, sink
from dragoman.routing.kernels import jit

__all__ = ["load"]


@jit
def load(
    first: Any, head: Any, cost: Any, demand: Any, origins: Any, begin: int, end: int, flow: Any, total: Any
) -> int:
    """Send each demand along its cheapest path.

    Parameters
    ----------
    first, head : array of int
        Arcs sorted by tail.
    cost : array (classes, arcs)
        Cost of an arc to a class, prices included.
    demand : array (origins, classes, nodes)
        Amounts by destination.
    origins : array of int
        Nodes.
    begin, end : int
        Which of the origins to do.
    flow : array (origins, arcs)
        Filled with the sums over classes.
    total : array (origins,)
        Filled with cost times amount at ``cost``.

    Returns
    -------
    int
        -1, or origin number * nodes + destination of a demand that no path serves.
    """
    nodes, arcs, classes = len(first) - 1, len(head), cost.shape[0]
    tail = np.empty(arcs, np.int64)
    for n in range(nodes):
        tail[first[n] : first[n + 1]] = n
    dist, into = np.empty(nodes), np.empty(nodes, np.int64)
    keys, items = np.empty(arcs + 1), np.empty(arcs + 1, np.int64)
    order = np.empty(nodes, np.int64)
    through = np.empty(nodes)
    for o in range(begin, end):
        flow[o, :] = 0.0
        total[o] = 0.0
        for k in range(classes):
            if demand[o, k].max() <= 0.0:
                continue
            settled = _settle(origins[o], first, head, cost[k], dist, into, keys, items, order)
            for n in range(nodes):
                q = demand[o, k, n]
                through[n] = q
                if q > 0.0:
                    if dist[n] == np.inf:
                        return o * nodes + n
                    total[o] += q * dist[n]
            for i in range(settled - 1, 0, -1):
                n = order[i]
                q = through[n]
                if q > 0.0:
                    a = into[n]
                    flow[o, a] += q
                    through[tail[a]] += q
    return -1


@jit
def _settle(
    origin: int, first: Any, head: Any, cost: Any, dist: Any, into: Any, keys: Any, items: Any, order: Any
) -> int:
    """Dijkstra; nodes in ``order`` as they are settled, their number returned."""
    dist[:] = np.inf
    dist[origin] = 0.0
    keys[0] = 0.0
    items[0] = origin
    size = 1
    settled = 0
    while size > 0:
        key, node = keys[0], items[0]
        size -= 1
        sink(keys, items, size)
        if key > dist[node]:
            continue
        order[settled] = node
        settled += 1
        for a in range(first[node], first[node + 1]):
            d = key + cost[a]
            n = head[a]
            if d < dist[n]:
                dist[n] = d
                into[n] = a
                push(keys, items, size, d, n)
                size += 1
    return settled
