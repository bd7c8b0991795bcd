"""What is asked of an official service: pairs of areas and periods, and what came back (§S10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.errors import FetchError, InputError, UsageError
from dragoman.statistics.loaded import Loaded, joined

__all__ = ["Fetched", "Query", "chunks", "gather", "parse_periods"]

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_MOST = 600


@dataclass(frozen=True, slots=True)
class Query:
    """Reporters, partners (none is the world) and periods, all of them years or all months.

    Parameters
    ----------
    mirror : bool
        Ask for the other side's reports as well.
    """

    reporters: tuple[str, ...]
    partners: tuple[str | None, ...]
    periods: tuple[str, ...]
    mirror: bool = True

    @property
    def monthly(self) -> bool:
        """Whether the periods are months."""
        return len(self.periods[0]) > 4

    def sides(self) -> list[tuple[str, str | None]]:
        """Every (reporter, partner) to ask for, each once."""
        out: list[tuple[str, str | None]] = []
        for reporter in self.reporters:
            for partner in self.partners:
                if reporter != partner:
                    out.append((reporter, partner))
                    if self.mirror and partner is not None:
                        out.append((partner, reporter))
        return list(dict.fromkeys(out))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What arrived, and the refusals; each says how to go on."""

    loaded: Loaded
    refusals: tuple[FetchError, ...] = ()


def parse_periods(text: str) -> tuple[str, ...]:
    """Years or months from ``2024``, ``2020/2024``, ``2022,2024`` or ``2024-01/2024-06``.

    Raises
    ------
    UsageError
        The text is none of these, mixes years and months, or spans too many.

    Examples
    --------
    >>> parse_periods("2022/2024"), parse_periods("2023-11/2024-01")
    (('2022', '2023', '2024'), ('2023-11', '2023-12', '2024-01'))
    """
    out: list[str] = []
    for part in text.split(","):
        first, _, last = part.strip().partition("/")
        one, other = _count(first), _count(last or first)
        if one is None or other is None or one[1] != other[1] or not 0 <= other[0] - one[0] < _MOST:
            raise UsageError(
                f"--period {text!r}", remedy="write 2024, 2020/2024, 2022,2024 or 2024-01/2024-06"
            )
        out.extend(_period(n, one[1]) for n in range(one[0], other[0] + 1))
    if len({len(p) for p in out}) > 1:
        raise UsageError(
            f"--period {text!r} mixes years and months", remedy="ask for them one after the other"
        )
    return tuple(dict.fromkeys(out))


def _count(text: str) -> tuple[int, bool] | None:
    if _YEAR.fullmatch(text):
        return int(text), False
    m = _MONTH.fullmatch(text)
    return (int(m[1]) * 12 + int(m[2]) - 1, True) if m else None


def _period(n: int, monthly: bool) -> str:
    return f"{n // 12}-{n % 12 + 1:02d}" if monthly else str(n)


def gather(steps: Iterable[Callable[[], Loaded]], most_refusals: int = 1) -> Fetched:
    """Take step after step; stop at a refusal, keep what arrived.

    A service that refused once is not asked on: the next run starts there.
    """
    parts: list[Loaded] = []
    refusals: list[FetchError] = []
    for step in steps:
        try:
            parts.append(step())
        except FetchError as refusal:
            refusals.append(refusal)
            if len(refusals) >= most_refusals:
                break
        except InputError as problem:
            parts.append(Loaded(problems=(problem,)))
    return Fetched(joined(parts), tuple(refusals))


def chunks(periods: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Periods in groups of at most ``size``."""
    return [tuple(periods[i : i + size]) for i in range(0, len(periods), size)]
