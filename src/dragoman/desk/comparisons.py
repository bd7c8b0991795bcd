"""How do two readers differ? Their statements of the same documents, matched and compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.model.statements import Statement, to_json

__all__ = ["COMPARED", "Comparison", "Match", "compare", "match_json"]

COMPARED = ("mode", "actor", "recipient", "date", "status", "measure", "value", "low", "high", "unit", "base")
"""Fields in which matched statements may differ."""


@dataclass(frozen=True, slots=True)
class Match:
    """Statements of two readers on the same passage; one of them is None where only the other has it.

    ``overlap`` is the share of characters that their passages have in common [0 to 1].
    """

    one: Statement | None
    other: Statement | None
    differs: tuple[str, ...] = ()
    overlap: float = 0.0

    @property
    def outcome(self) -> str:
        """``same``, ``differs``, ``only_first`` or ``only_second``."""
        if self.other is None:
            return "only_first"
        if self.one is None:
            return "only_second"
        return "differs" if self.differs else "same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All matches, by document and passage, and counts of outcomes by kind."""

    matches: tuple[Match, ...]

    def counts(self) -> dict[str, Counter[str]]:
        """Outcome to how often, by kind, with all kinds together under ``all``."""
        out: dict[str, Counter[str]] = defaultdict(Counter)
        for m in self.matches:
            told = m.one or m.other
            assert told is not None
            out[told.kind][m.outcome] += 1
            out["all"][m.outcome] += 1
        return dict(out)

    def agreement(self, kind: str = "all") -> float | None:
        """Matched statements as a share of all [0 to 1], F1 with either side as the truth; None for none."""
        counts = self.counts().get(kind, Counter())
        both = counts["same"] + counts["differs"]
        total = 2 * both + counts["only_first"] + counts["only_second"]
        return 2 * both / total if total else None


def compare(first: Iterable[Statement], second: Iterable[Statement]) -> Comparison:
    """Match statements of the same document and kind whose passages overlap, the most alike first."""
    sides: list[dict[tuple[str, str], list[Statement]]] = [defaultdict(list), defaultdict(list)]
    for side, told in zip(sides, (first, second)):
        for s in told:
            side[s.evidence.document, s.kind].append(s)
    matches: list[Match] = []
    for key in sides[0].keys() | sides[1].keys():
        matches.extend(_matched(sides[0].get(key, []), sides[1].get(key, [])))

    def order(m: Match) -> tuple[str, int, int, str, str]:
        s = m.one or m.other
        assert s is not None
        return (s.evidence.document, s.evidence.start, s.evidence.end, s.kind, s.id)

    return Comparison(tuple(sorted(matches, key=order)))


def _matched(first: Sequence[Statement], second: Sequence[Statement]) -> Iterable[Match]:
    pairs = []
    later = sorted(second, key=lambda s: s.evidence.start)
    for one in first:
        for other in later:
            if other.evidence.start >= one.evidence.end:
                break
            overlap = _overlap(one, other)
            if overlap > 0 and _alike(one, other):
                differs = _differs(one, other)
                pairs.append((len(differs), -overlap, one.id, other.id, one, other, differs))
    pairs.sort(key=lambda p: p[:4])
    taken: set[int] = set()
    for _, overlap, _, _, one, other, differs in pairs:
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            yield Match(one, other, differs, -overlap)
    yield from (Match(s, None) for s in first if id(s) not in taken)
    yield from (Match(None, s) for s in second if id(s) not in taken)


def _overlap(one: Statement, other: Statement) -> float:
    a, b = one.evidence, other.evidence
    common = min(a.end, b.end) - max(a.start, b.start)
    return max(0, common) / max(1, max(a.end, b.end) - min(a.start, b.start))


def _alike(one: Statement, other: Statement) -> bool:
    """Whether the two can be one: the same mode, or a party in common; figures of the same measure or value."""
    shared = {*one.actor, *one.recipient} & {*other.actor, *other.recipient}
    if one.kind == "figure" and one.measure != other.measure:
        return one.value is not None and one.value == other.value
    return one.mode == other.mode or bool(shared)


def _differs(one: Statement, other: Statement) -> tuple[str, ...]:
    out = []
    for name in COMPARED:
        a, b = getattr(one, name), getattr(other, name)
        if name in ("actor", "recipient"):
            a, b = set(a), set(b)
        if a != b:
            out.append(name)
    return tuple(out)


def match_json(m: Match) -> dict[str, Any]:
    """A match as a JSON object."""
    plain = [None if s is None else to_json(s) for s in (m.one, m.other)]
    for found in plain:
        if found:
            found.pop("because", None)
    return {
        "outcome": m.outcome,
        "differs": list(m.differs),
        "overlap": round(m.overlap, 3),
        "first": plain[0],
        "second": plain[1],
    }
