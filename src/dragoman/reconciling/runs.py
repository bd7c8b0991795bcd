"""Runs of rises and falls against a series: "fell for the third year in a row", "the first decline since 2020" (§R15)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from dragoman.reconciling.lexicons import NUMBER_WORDS
from dragoman.reconciling.periods import Span, shifted_or_none, year_of

__all__ = ["Run", "run_of", "verdict_on"]

_DOWN = re.compile(r"^(?:f[ae]ll|declin|drop|decreas|shr[aiu]nk|contract|slid|slump|down|lower|reduc)", re.I)


@dataclass(frozen=True, slots=True)
class Run:
    """What a phrase says of yearly changes that end with a period.

    ``same`` changes go in its direction, the latest first; ``before`` changes behind these go the
    other way. None of ``before`` where nothing is said of them.
    """

    falls: bool
    same: int
    before: int


def run_of(match: re.Match[str], kind: str, span: Span) -> Run | None:
    """The run that a phrase tells of a period; None where it names no number of years."""
    groups = match.groupdict()
    verb = groups.get("verb") or groups.get("verb2") or ""
    falls = bool(_DOWN.search(verb))
    word = (groups.get("n") or groups.get("n2") or "").casefold()
    number = NUMBER_WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
    if kind == "run":
        return Run(falls, number, 0) if number > 1 else None
    since = groups.get("since") or groups.get("since2")
    years = year_of(span)[1] - int(since) if since else number
    return Run(falls, 1, years - 1) if years > 1 else None


def verdict_on(
    run: Run, line: Mapping[Span, Fraction], span: Span
) -> tuple[str, list[tuple[Span, Span, Fraction]]]:
    """What one source says of a run: a verdict, and the yearly changes that it rests on.

    Returns
    -------
    verdict : str
        ``conflict`` where one change goes the wrong way, ``holds`` where all are there and go the right
        way, else ``unchecked``.
    changes : list of (from, to, ratio)
        Those that contradict; all that are known where none does.
    """
    known: list[tuple[Span, Span, Fraction]] = []
    wrong: list[tuple[Span, Span, Fraction]] = []
    complete = True
    for k in range(run.same + run.before):
        here, last = shifted_or_none(span, -k), shifted_or_none(span, -k - 1)
        if here is None or last is None or here not in line or not line.get(last):
            complete = False
            continue
        ratio = line[here] / line[last]
        known.append((last, here, ratio))
        # What stays the same neither rises nor falls, and refutes nobody.
        fell = ratio < 1
        if ratio != 1 and fell != (run.falls if k < run.same else not run.falls):
            wrong.append((last, here, ratio))
    if wrong:
        return "conflict", wrong
    return ("holds" if complete and known else "unchecked"), known
