"""How well statements read agree with gold ones: the metric of the shared ``score.py``, in the repository.

A found statement meets a gold one when kind, mode and the set of parties agree, and for a
figure measure, unit and value (within 0.5 %), for a quote the speaker's surname. Pairs are one
to one, best agreement of slots first; retellings count neither way; optional gold costs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["SLOTS", "Pairing", "Tally", "describe", "pair_statements"]

Line = Mapping[str, Any]
SLOTS = ("date", "status", "direction", "attribution")
_TRADE = frozenset({("figure", "exports"), ("figure", "imports")})


def _parties(s: Line) -> frozenset[str]:
    return frozenset(s.get("actor") or ()) | frozenset(s.get("recipient") or ())


def _readings(gold: Line) -> frozenset[tuple[str, str]]:
    """Every (kind, mode) under which a gold statement may be found."""
    own = {(gold["kind"], mode) for mode in (gold["mode"], *gold.get("also", ()))}
    other = {(kind, mode) for kind, _, mode in (r.partition("/") for r in gold.get("also_kind", ()))}
    # Exports of one are imports of the other: either word may name the flow.
    trade = _TRADE if gold["kind"] == "figure" and gold["mode"] in ("exports", "imports") else frozenset()
    return frozenset(own | other) | trade


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 0.005 * max(abs(a), abs(b), 1e-12)


def _speaker(s: Line) -> str:
    if s.get("people"):
        return str(s["people"][0].get("name", "")).split()[-1].casefold()
    return str((s.get("attribution") or {}).get("source") or "").split(" ")[-1].casefold()


def _flow(s: Line) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From and to; imports are turned round, for they are the partner's exports."""
    actor, recipient = tuple(sorted(s.get("actor") or ())), tuple(sorted(s.get("recipient") or ()))
    return (recipient, actor) if s["mode"] == "imports" else (actor, recipient)


def _meets(gold: Line, readings: frozenset[tuple[str, str]], parties: frozenset[str], found: Line) -> bool:
    if (found["kind"], found["mode"]) not in readings or parties != _parties(found):
        return False
    if found["kind"] == "figure":
        same_unit = (gold.get("unit") or "1") == (found.get("unit") or "1")
        same_measure = gold.get("measure", "level") == found.get("measure", "level")
        return same_unit and same_measure and _close(gold.get("value"), found.get("value"))
    return found["kind"] != "quote" or _speaker(gold) == _speaker(found)


def _date_agreement(gold: str | None, found: str | None) -> float:
    if gold == found:
        return 1.0
    if not gold or not found:
        return 0.0
    return 0.5 if gold.startswith(found) or found.startswith(gold) else 0.0


def _slots(gold: Line, found: Line) -> dict[str, float]:
    """Agreement, 0 to 1, of each slot that the gold statement settles."""
    out: dict[str, float] = {}
    if "date" in gold:
        out["date"] = _date_agreement(gold["date"], found.get("date"))
    if gold.get("status"):
        out["status"] = float(gold["status"] == found.get("status"))
    if gold.get("recipient"):
        out["direction"] = float(_flow(gold) == _flow(found))
    source = str((gold.get("attribution") or {}).get("source") or "").casefold()
    if source:
        said = str((found.get("attribution") or {}).get("source") or "").casefold()
        out["attribution"] = float(bool(said) and (said in source or source in said))
    return out


@dataclass(frozen=True, slots=True)
class Pairing:
    """One document's outcome: pairs with their slots, gold missed, statements extra (indices)."""

    pairs: tuple[tuple[int, int, Mapping[str, float]], ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]


def pair_statements(golds: Sequence[Line], founds: Sequence[Line]) -> Pairing:
    """Pair gold with found statements of one document."""
    candidates = []
    for g, gold in enumerate(golds):
        readings, parties = _readings(gold), _parties(gold)
        for f, found in enumerate(founds):
            if _meets(gold, readings, parties, found):
                agreed = _slots(gold, found)
                candidates.append((-sum(agreed.values()), bool(gold.get("optional")), g, f, agreed))
    candidates.sort(key=lambda c: c[:4])
    pairs: dict[int, tuple[int, Mapping[str, float]]] = {}
    gold_of: dict[int, int] = {}
    for _, _, g, f, agreed in candidates:
        if g not in pairs and f not in gold_of:
            pairs[g], gold_of[f] = (f, agreed), g
    retold_f = {f for _, _, g, f, _ in candidates if g in pairs and f not in gold_of}
    retold_g = {g for _, _, g, f, _ in candidates if f in gold_of and _same_act(golds, g, gold_of[f])}
    return Pairing(
        tuple((g, f, agreed) for g, (f, agreed) in sorted(pairs.items())),
        tuple(
            g
            for g, gold in enumerate(golds)
            if g not in pairs and g not in retold_g and not gold.get("optional")
        ),
        tuple(f for f in range(len(founds)) if f not in gold_of and f not in retold_f),
    )


def _same_act(golds: Sequence[Line], one: int, other: int) -> bool:
    a, b = golds[one], golds[other]
    return a["mode"] == b["mode"] and a.get("date") == b.get("date")


@dataclass(slots=True)
class Tally:
    """Counts by kind over documents, and sums of slot agreement."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    slot_sum: dict[str, float] = field(default_factory=dict)
    slot_n: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    documents_with_extra: int = 0

    def add(self, golds: Sequence[Line], founds: Sequence[Line]) -> Pairing:
        """Count one document; its pairing is returned so that a report can show it."""
        outcome = pair_statements(golds, founds)
        self.documents += 1
        self.documents_with_extra += bool(outcome.extra)
        for g, _, agreed in outcome.pairs:
            if golds[g].get("optional"):
                continue
            self.right[golds[g]["kind"]] += 1
            for slot, agreement in agreed.items():
                self.slot_sum[slot] = self.slot_sum.get(slot, 0.0) + agreement
                self.slot_n[slot] += 1
        self.missed.update(golds[g]["kind"] for g in outcome.missed)
        self.extra.update(founds[f]["kind"] for f in outcome.extra)
        return outcome

    def rows(self) -> dict[str, dict[str, float]]:
        """A row a kind, ``all`` last: right, missed, extra, precision, recall, f1."""
        kinds = sorted({*self.right, *self.missed, *self.extra})
        return {kind: self._row([kind]) for kind in kinds} | {"all": self._row(kinds)}

    def _row(self, kinds: Iterable[str]) -> dict[str, float]:
        kinds = list(kinds)
        tp, fn, fp = (sum(c[kind] for kind in kinds) for c in (self.right, self.missed, self.extra))
        precision = tp / (tp + fp) if tp + fp else 1.0
        recall = tp / (tp + fn) if tp + fn else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            "right": tp,
            "missed": fn,
            "extra": fp,
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(f1, 3),
        }

    def slots(self) -> dict[str, float]:
        """Mean agreement of each slot over the statements that met."""
        return {
            slot: round(self.slot_sum[slot] / self.slot_n[slot], 3) for slot in SLOTS if self.slot_n[slot]
        }


def describe(s: Line) -> str:
    """A statement on one line: kind, parties, value, date, status, words."""
    value = f" {s.get('measure')} {s.get('value')} {s.get('unit')}" if s["kind"] == "figure" else ""
    who = f"{'+'.join(s.get('actor') or ())}>{'+'.join(s.get('recipient') or ())}"
    words = " ".join(((s.get("evidence") or {}).get("text") or "").split())[:100]
    rule = f" [{s['rule']}]" if s.get("rule") else ""
    return f"{s['kind']}/{s['mode']} {who}{value} {s.get('date')} {s.get('status')}{rule} | {words}"
