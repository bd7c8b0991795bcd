"""Exact time-dependent label setting over three criteria (§N11).

Written once in the part of Python that numba compiles: :mod:`dragoman.routing.kernels` runs it
compiled on arrays for many queries, or plain on lists for one (no compiler to wait for).
All criteria are whole numbers (seconds, cents, grams), so that dominance is exact.

Labels leave the queue in lexicographic order of (time, cost, CO2) plus a lower bound to the
target. At one state times therefore never fall, and a new label is dominated exactly if an
earlier one costs and emits no more: the test is two-dimensional, on a staircase.
"""

from __future__ import annotations

from typing import Any

__all__ = ["BIG", "bounds", "leave", "search", "unwind"]

BIG = 1 << 60


def leave(cal: Any, t: int, cals: Any, waits: Any, opens: Any, months: Any, offsets: Any) -> int:
    """When a consignment that is ready at ``t`` departs [s].

    ``cals`` holds five numbers a calendar: period, first and count of offsets, constant wait, spare.
    ``waits`` is the weather wait by (calendar, month from the first), -1 when closed all month;
    ``opens`` the earliest departure when waiting for a later month. Never falls as ``t`` grows.
    """
    n = len(months)
    m = 0
    while m + 1 < n and months[m + 1] <= t:
        m += 1
    w = waits[cal * n + m]
    ready: int = min(t + w if w >= 0 else BIG, opens[cal * n + m])
    if ready >= BIG:
        return BIG
    period, first, count = cals[cal * 4], cals[cal * 4 + 1], cals[cal * 4 + 2]
    if count == 0:
        ready += cals[cal * 4 + 3]
        return ready
    while True:
        base = (ready // period) * period
        found: int = base + period + offsets[first]
        for i in range(first, first + count):
            if base + offsets[i] >= ready:
                found = base + offsets[i]
                break
        while m + 1 < n and months[m + 1] <= found:
            m += 1
        if waits[cal * n + m] >= 0:
            return found
        # The next sailing falls into a closed month: the first one after reopening.
        while m + 1 < n and waits[cal * n + m] < 0:
            m += 1
        if waits[cal * n + m] < 0:
            return BIG
        ready = months[m]


def bounds(
    weight: Any,
    finish: Any,
    ok: Any,
    tail: Any,
    head: Any,
    rev_first: Any,
    rev_arc: Any,
    node_of: Any,
    advance: Any,
    target: int,
    stages: int,
    out: Any,
    heap: Any,
) -> None:
    """Least sum of one criterion from every (stage, state) to the end, by Dijkstra backwards.

    ``advance`` is the stage after entering a node at a stage (places to pass, in order);
    ``finish`` what the end adds by arrival state. ``out`` is BIG where the end is out of reach.
    The heap holds key and item in one number, so it moves half as much.
    """
    states = len(node_of)
    nodes = len(advance) // stages
    last = stages - 1
    for i in range(stages * states):
        out[i] = BIG
    size = 0
    for s in range(states):
        if node_of[s] != target:
            continue
        for r in range(rev_first[s], rev_first[s + 1]):
            a = rev_arc[r]
            if not ok[a]:
                continue
            w = weight[a] + finish[s]
            for j in range(stages):
                item = j * states + tail[a]
                if advance[j * nodes + target] == last and w < out[item]:
                    out[item] = w
                    size = _push(heap, size, (w << 20) | item)
    while size > 0:
        key, item = heap[0] >> 20, heap[0] & 0xFFFFF
        size = _pop(heap, size)
        if key > out[item]:
            continue
        if stages == 1:
            if node_of[item] == target:
                continue
            for r in range(rev_first[item], rev_first[item + 1]):
                a = rev_arc[r]
                d = key + weight[a]
                if d < out[tail[a]] and ok[a]:
                    out[tail[a]] = d
                    size = _push(heap, size, (d << 20) | tail[a])
            continue
        k, s = item // states, item % states
        n = node_of[s]
        if n == target and k == last:
            continue
        for r in range(rev_first[s], rev_first[s + 1]):
            a = rev_arc[r]
            if not ok[a]:
                continue
            d = key + weight[a]
            for j in range(k + 1):
                item2 = j * states + tail[a]
                if advance[j * nodes + n] == k and d < out[item2]:
                    out[item2] = d
                    size = _push(heap, size, (d << 20) | item2)


def _push(heap: Any, size: int, entry: int) -> int:
    i = size
    while i > 0:
        up = (i - 1) >> 1
        if heap[up] <= entry:
            break
        heap[i] = heap[up]
        i = up
    heap[i] = entry
    return size + 1


def _pop(heap: Any, size: int) -> int:
    size -= 1
    entry = heap[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= entry:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = entry
    return size


def _before(x: int, y: int, ft: Any, fc: Any, fe: Any) -> bool:
    if ft[x] != ft[y]:
        return bool(ft[x] < ft[y])
    if fc[x] != fc[y]:
        return bool(fc[x] < fc[y])
    return bool(fe[x] < fe[y])


def _enqueue(heap: Any, size: int, label: int, ft: Any, fc: Any, fe: Any) -> int:
    i = size
    while i > 0:
        up = (i - 1) >> 1
        if not _before(label, heap[up], ft, fc, fe):
            break
        heap[i] = heap[up]
        i = up
    heap[i] = label
    return size + 1


def _dequeue(heap: Any, size: int, ft: Any, fc: Any, fe: Any) -> int:
    size -= 1
    label = heap[size]
    i = 0
    while True:
        child = 2 * i + 1
        if child >= size:
            break
        if child + 1 < size and _before(heap[child + 1], heap[child], ft, fc, fe):
            child += 1
        if not _before(heap[child], label, ft, fc, fe):
            break
        heap[i] = heap[child]
        i = child
    heap[i] = label
    return size


def _covered(cost: int, co2: int, at: int, count: int, step_c: Any, step_e: Any) -> bool:
    """Whether a staircase (cost rising, CO2 falling) has a step that costs and emits no more."""
    low, high = at, at + count
    while low < high:
        mid = (low + high) >> 1
        if step_c[mid] <= cost:
            low = mid + 1
        else:
            high = mid
    return bool(low > at and step_e[low - 1] <= co2)


def _insert(cost: int, co2: int, at: int, count: int, step_c: Any, step_e: Any) -> int:
    """Put a step that is not covered into a staircase; returns the new count."""
    i = at
    while i < at + count and step_c[i] < cost:
        i += 1
    j = i
    while j < at + count and step_e[j] >= co2:
        j += 1
    gone = j - i
    if gone == 0:
        for k in range(at + count, i, -1):
            step_c[k] = step_c[k - 1]
            step_e[k] = step_e[k - 1]
    elif gone > 1:
        for k in range(j, at + count):
            step_c[k - gone + 1] = step_c[k]
            step_e[k - gone + 1] = step_e[k]
    step_c[i] = cost
    step_e[i] = co2
    return count + 1 - gone


def search(
    start: int,
    target: int,
    stages: int,
    depart: int,
    out_first: Any,
    head: Any,
    before: Any,
    run: Any,
    cost: Any,
    co2: Any,
    cal: Any,
    ok: Any,
    node_of: Any,
    finish_t: Any,
    finish_c: Any,
    advance: Any,
    slots: int,
    slot_of: Any,
    slot_from: Any,
    slot_stage: Any,
    bound_t: Any,
    bound_c: Any,
    bound_e: Any,
    cals: Any,
    waits: Any,
    opens: Any,
    months: Any,
    offsets: Any,
    item_of: Any,
    ts: Any,
    cs: Any,
    es: Any,
    ft: Any,
    fc: Any,
    fe: Any,
    parent: Any,
    via_arc: Any,
    heap: Any,
    steps: Any,
    step_c: Any,
    step_e: Any,
    found: Any,
) -> int:
    """All Pareto-optimal labels at the target, fastest first, into ``found``.

    With ``slots`` a label that has completed a place to pass does not come again to the node from which it reached
    that place, until the next one. Such labels are items of their own, one a slot (arrival and stage) and
    state: what is forbidden to one of them is not to another, so none may cover the other.

    Returns
    -------
    int
        Their number; -1 when the label arrays, -2 when the staircases, -3 when ``found`` is full
        (the caller tries again with more room).
    """
    states = len(node_of)
    nodes = len(advance) // stages
    last = stages - 1
    end = stages * states
    extra = end + 1
    items = extra + slots * states
    room = len(ts)
    width = len(step_c) // items
    for i in range(items):
        steps[i] = 0
    first_item = advance[node_of[start]] * states + start
    if bound_t[first_item] >= BIG:
        return 0
    item_of[0] = first_item
    ts[0] = depart
    cs[0] = 0
    es[0] = 0
    ft[0] = depart
    fc[0] = 0
    fe[0] = 0
    parent[0] = -1
    via_arc[0] = -1
    heap[0] = 0
    size = 1
    made = 1
    answers = 0
    while size > 0:
        x = heap[0]
        size = _dequeue(heap, size, ft, fc, fe)
        item = item_of[x]
        if _covered(fc[x], fe[x], end * width, steps[end], step_c, step_e):
            continue
        if _covered(cs[x], es[x], item * width, steps[item], step_c, step_e):
            continue
        if steps[item] + 1 >= width:
            return -2
        steps[item] = _insert(cs[x], es[x], item * width, steps[item], step_c, step_e)
        if item == end:
            if answers >= len(found):
                return -3
            found[answers] = x
            answers += 1
            continue
        k, s, at, back = item // states, item % states, 0, -1
        if item >= extra:
            slot, s = (item - extra) // states, (item - extra) % states
            k, at, back = slot_stage[slot], extra + slot * states, slot_from[slot]
        t, c, e = ts[x], cs[x], es[x]
        for a in range(out_first[s], out_first[s + 1]):
            if not ok[a]:
                continue
            s2 = head[a]
            n2 = node_of[s2]
            if n2 == back:
                continue
            k2 = advance[k * nodes + n2]
            t2 = t + before[a]
            if cal[a] >= 0:
                t2 = leave(cal[a], t2, cals, waits, opens, months, offsets)
                if t2 >= BIG:
                    continue
            t2 += run[a]
            c2 = c + cost[a]
            e2 = e + co2[a]
            if n2 == target and k2 == last:
                item2 = end
                t2 += finish_t[s2]
                c2 += finish_c[s2]
                t3, c3, e3 = t2, c2, e2
            else:
                item2 = k2 * states + s2
                if bound_t[item2] >= BIG:
                    continue
                t3 = t2 + bound_t[item2]
                c3 = c2 + bound_c[item2]
                e3 = e2 + bound_e[item2]
                if slots > 0 and k2 > k:
                    item2 = extra + slot_of[a * stages + k2] * states + s2
                elif at > 0:
                    item2 = at + s2
                if _covered(c2, e2, item2 * width, steps[item2], step_c, step_e):
                    continue
            if _covered(c3, e3, end * width, steps[end], step_c, step_e):
                continue
            if made >= room:
                return -1
            item_of[made] = item2
            ts[made] = t2
            cs[made] = c2
            es[made] = e2
            ft[made] = t3
            fc[made] = c3
            fe[made] = e3
            parent[made] = x
            via_arc[made] = a
            size = _enqueue(heap, size, made, ft, fc, fe)
            made += 1
    return answers


def unwind(found: Any, count: int, parent: Any, via_arc: Any, out: Any, ends: Any) -> int:
    """Write the arcs of each answer, last first, into ``out``; ``ends`` says where each stops.

    Returns the number written, or -1 when ``out`` is full.
    """
    at = 0
    for i in range(count):
        x = found[i]
        while parent[x] >= 0:
            if at >= len(out):
                return -1
            out[at] = via_arc[x]
            at += 1
            x = parent[x]
        ends[i] = at
    return at
