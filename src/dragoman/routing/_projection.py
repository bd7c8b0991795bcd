"""The compiled part of :mod:`dragoman.routing.equilibrium`."""

from __future__ import annotations

from typing import Any

import numpy as np

from dragoman.routing._heap import push, sink
from dragoman.routing.kernels import jit

__all__ = ["solve"]

# Rounds over the paths at hand between two searches for new paths; found by timing.
_SWEEPS = 8


@jit
def _time(a: int, v: float, free: Any, b: Any, capacity: Any, power: Any) -> float:
    x = v / capacity[a]
    p = power[a]
    rise = x * x * x * x if p == 4.0 else x**p
    out: float = free[a] * (1.0 + b[a] * rise)
    return out


@jit
def _slope(a: int, v: float, free: Any, b: Any, capacity: Any, power: Any) -> float:
    p = power[a]
    if p == 0.0 or b[a] == 0.0:
        return 0.0
    x = v / capacity[a]
    rise = x * x * x if p == 4.0 else x ** (p - 1.0)
    out: float = free[a] * b[a] * p * rise / capacity[a]
    return out


@jit
def _tree(
    origin: int, first: Any, head: Any, time: Any, through: int, dist: Any, into: Any, keys: Any, items: Any
) -> None:
    """Shortest paths from an origin: ``dist`` and the last link of each, by a binary heap."""
    dist[:] = np.inf
    into[:] = -1
    dist[origin] = 0.0
    keys[0] = 0.0
    items[0] = origin
    size = 1
    while size > 0:
        key, node = keys[0], items[0]
        size -= 1
        sink(keys, items, size)
        if key > dist[node] or (node < through and node != origin):
            continue
        for a in range(first[node], first[node + 1]):
            d = key + time[a]
            n = head[a]
            if d < dist[n]:
                dist[n] = d
                into[n] = a
                push(keys, items, size, d, n)
                size += 1


@jit
def _balance(
    od: int, paths: Any, count: int, begin: Any, length: Any, links: Any, amount: Any, flow: Any, time: Any,
    slope: Any, mark: Any, stamp: int, free: Any, b: Any, capacity: Any, power: Any,
) -> tuple[int, int]:  # fmt: skip
    """Move flow of one pair from dearer paths to the cheapest; returns paths left and the stamp."""
    best, low = -1, np.inf
    for k in range(count):
        p = paths[od, k]
        total = 0.0
        for i in range(begin[p], begin[p] + length[p]):
            total += time[links[i]]
        if total < low:
            low, best = total, k
    base = paths[od, best]
    k = 0
    while k < count:
        p = paths[od, k]
        if p == base:
            k += 1
            continue
        # Links of the one path but not of the other, and the difference of time over them.
        stamp += 1
        for i in range(begin[p], begin[p] + length[p]):
            mark[links[i]] = stamp
        steep = 0.0
        gain = 0.0
        stamp += 1
        for i in range(begin[base], begin[base] + length[base]):
            a = links[i]
            if mark[a] == stamp - 1:
                mark[a] = stamp
            else:
                steep += slope[a]
                gain -= time[a]
        for i in range(begin[p], begin[p] + length[p]):
            a = links[i]
            if mark[a] != stamp:
                steep += slope[a]
                gain += time[a]
        move = min(amount[p], gain / steep if steep > 0.0 else amount[p])
        if gain > 0.0 and move > 0.0:
            for i in range(begin[p], begin[p] + length[p]):
                a = links[i]
                if mark[a] != stamp:
                    flow[a] = max(0.0, flow[a] - move)
                    time[a] = _time(a, flow[a], free, b, capacity, power)
                    slope[a] = _slope(a, flow[a], free, b, capacity, power)
                    mark[a] = 0
            for i in range(begin[base], begin[base] + length[base]):
                a = links[i]
                if mark[a] != stamp:
                    flow[a] += move
                    time[a] = _time(a, flow[a], free, b, capacity, power)
                    slope[a] = _slope(a, flow[a], free, b, capacity, power)
            amount[base] += move
            amount[p] -= move
        if amount[p] <= 0.0:
            count -= 1
            paths[od, k] = paths[od, count]
            if paths[od, k] == base:
                best = k
        else:
            k += 1
    return count, stamp


@jit
def solve(
    first: Any, head: Any, free: Any, b: Any, capacity: Any, power: Any, through: int, trips: Any, gap: float,
    most: int,
) -> tuple[Any, float, int, int]:  # fmt: skip
    """Flows, relative gap, rounds, and a pair that no path joins (-1 for none)."""
    zones, arcs, nodes = trips.shape[0], len(head), len(first) - 1
    tail = np.empty(arcs, np.int64)
    for n in range(nodes):
        tail[first[n] : first[n + 1]] = n
    flow = np.zeros(arcs)
    time = free.copy()
    slope = np.zeros(arcs)
    dist, into = np.empty(nodes), np.empty(nodes, np.int64)
    keys, items = np.empty(arcs + 1), np.empty(arcs + 1, np.int64)
    width = 64
    paths = np.zeros((zones * zones, width), np.int64)
    counts = np.zeros(zones * zones, np.int64)
    begin, length = np.empty(1 << 12, np.int64), np.empty(1 << 12, np.int64)
    amount = np.empty(1 << 12)
    links = np.empty(1 << 16, np.int64)
    made = used = 0
    mark = np.zeros(arcs, np.int64)
    stamp = 1
    # With b = 0 or a power of 0 a link's time never changes; the slope then is nothing.
    reached = np.inf
    rounds = 0
    while rounds < most:
        rounds += 1
        for a in range(arcs):
            time[a] = _time(a, flow[a], free, b, capacity, power)
            slope[a] = _slope(a, flow[a], free, b, capacity, power)
        for origin in range(zones):
            if trips[origin].sum() <= 0.0:
                continue
            _tree(origin, first, head, time, through, dist, into, keys, items)
            for target in range(zones):
                amount_wanted = trips[origin, target]
                if amount_wanted <= 0.0:
                    continue
                if dist[target] == np.inf:
                    return flow, reached, rounds, origin * zones + target
                od = origin * zones + target
                cheapest = np.inf
                for k in range(counts[od]):
                    p = paths[od, k]
                    total = 0.0
                    for i in range(begin[p], begin[p] + length[p]):
                        total += time[links[i]]
                    cheapest = min(cheapest, total)
                if counts[od] == 0 or (dist[target] < cheapest * (1 - 1e-14) and counts[od] < width):
                    hops = 0
                    node = target
                    while node != origin:
                        hops += 1
                        node = tail[into[node]]
                    if made >= len(begin):
                        begin, length = _grown(begin), _grown(length)
                        amount = _grown_float(amount)
                    while used + hops > len(links):
                        links = _grown(links)
                    begin[made], length[made] = used, hops
                    amount[made] = amount_wanted if counts[od] == 0 else 0.0
                    node = target
                    for i in range(used + hops - 1, used - 1, -1):
                        links[i] = into[node]
                        node = tail[into[node]]
                        if counts[od] == 0:
                            a = links[i]
                            flow[a] += amount_wanted
                    if counts[od] == 0:
                        for i in range(used, used + hops):
                            a = links[i]
                            time[a] = _time(a, flow[a], free, b, capacity, power)
                            slope[a] = _slope(a, flow[a], free, b, capacity, power)
                    used += hops
                    paths[od, counts[od]] = made
                    counts[od] += 1
                    made += 1
                if counts[od] > 1:
                    counts[od], stamp = _balance(
                        od, paths, counts[od], begin, length, links, amount, flow, time, slope, mark, stamp,
                        free, b, capacity, power,
                    )  # fmt: skip
        for _ in range(_SWEEPS):
            for od in range(zones * zones):
                if counts[od] > 1:
                    counts[od], stamp = _balance(
                        od, paths, counts[od], begin, length, links, amount, flow, time, slope, mark, stamp,
                        free, b, capacity, power,
                    )  # fmt: skip
        # Summed afresh from the paths, so that rounding does not pile up.
        flow[:] = 0.0
        for od in range(zones * zones):
            for k in range(counts[od]):
                p = paths[od, k]
                for i in range(begin[p], begin[p] + length[p]):
                    flow[links[i]] += amount[p]
        reached = _gap(
            first, head, free, b, capacity, power, through, trips, flow, time, dist, into, keys, items
        )
        if reached <= gap:
            break
    return flow, reached, rounds, -1


@jit
def _gap(
    first: Any, head: Any, free: Any, b: Any, capacity: Any, power: Any, through: int, trips: Any, flow: Any,
    time: Any, dist: Any, into: Any, keys: Any, items: Any,
) -> float:  # fmt: skip
    spent = shortest = 0.0
    for a in range(len(head)):
        time[a] = _time(a, flow[a], free, b, capacity, power)
        spent += time[a] * flow[a]
    for origin in range(trips.shape[0]):
        if trips[origin].sum() > 0.0:
            _tree(origin, first, head, time, through, dist, into, keys, items)
            for target in range(trips.shape[0]):
                if trips[origin, target] > 0.0:
                    shortest += dist[target] * trips[origin, target]
    return (spent - shortest) / spent if spent > 0.0 else 0.0


@jit
def _grown(x: Any) -> Any:
    out = np.empty(2 * len(x), np.int64)
    out[: len(x)] = x
    return out


@jit
def _grown_float(x: Any) -> Any:
    out = np.empty(2 * len(x))
    out[: len(x)] = x
    return out
