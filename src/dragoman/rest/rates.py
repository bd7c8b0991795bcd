"""How often may a client ask? A bucket of tokens for each, refilled by the clock."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Buckets"]

_CLIENTS = 10_000


class Buckets:
    """Buckets by client; those that asked longest ago are forgotten first.

    Parameters
    ----------
    rate : float
        Requests a second [1/s]; 0 for no limit.
    burst : int
        Requests at once [1].
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, float(max(1, burst)), clock
        self._lock = threading.Lock()
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Take one; 0 where there was one, else how long until there is [s]."""
        if self._rate <= 0:
            return 0.0
        now = self._clock()
        with self._lock:
            held, at = self._held.pop(client, (self._burst, now))
            held = min(self._burst, held + (now - at) * self._rate)
            short = max(0.0, 1.0 - held)
            self._held[client] = (held if short else held - 1.0, now)
            while len(self._held) > _CLIENTS:
                self._held.popitem(last=False)
        return short / self._rate
