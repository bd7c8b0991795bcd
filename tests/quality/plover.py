"""The outside event test: hand-coded sentences of PLOVER, mapped to what our statements say.

    python -m tests.quality.plover           # scores a type
    python -m tests.quality.plover --show    # with every miss and every extra

A sentence has one gold root. It is hit when that root is among the roots of the statements read
from the sentence alone (no title, the placeholder date left out); every other cooperative root read
counts as false. The sentences stay in the shared folder under their own licence.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.model.documents import Document
from dragoman.model.statements import Statement

__all__ = ["COOPERATIVE", "Score", "load_cases", "roots_of", "score"]

COOPERATIVE = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")
# Names of PLOVER 0.5 in the test, of 2.0 with us.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
_STANCES = {
    "support": "SUPPORT", "interest": "AGREE", "offer": "AGREE", "invitation": "AGREE",
    "request": "REQUEST", "criticism": "ACCUSE",
}  # fmt: skip
_DONE = {"contact": "CONSULT", "instrument": "SUPPORT", "tie": "SUPPORT", "project": "COOPERATE"}
_FLOWS = {"investment": "COOPERATE", "aid": "AID", "loan": "AID"}
_PROMISED = frozenset({"planned", "proposed", "target"})


def roots_of(statement: Statement) -> frozenset[str]:
    """The roots a statement may be coded as; more than one where PLOVER leaves it open, none for the rest."""
    kind, mode, status = statement.kind, statement.mode, statement.status
    if kind == "stance":
        if status == "ended":  # help that is cut off
            return frozenset({"SANCTION"})
        return frozenset({_STANCES[mode]}) if status != "denied" else frozenset({"REJECT"})
    if kind == "figure" and mode not in _FLOWS:
        return frozenset()
    if kind in _DONE or kind == "figure":
        if status == "denied":
            return frozenset({"REJECT"})
        if status == "ended":
            return frozenset({"SANCTION"})
        if status in _PROMISED:
            return frozenset({"AGREE"})
        if (kind, mode) == ("project", "supply"):  # relief is AID, trade in goods COOPERATE
            return frozenset({"AID", "COOPERATE"})
        return frozenset({_FLOWS[mode] if kind == "figure" else _DONE[kind]})
    return frozenset()


@dataclass(slots=True)
class Score:
    """Right, missed and false of each cooperative root, and the sentences behind them."""

    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    parties_right: int = 0
    told: list[str] = field(default_factory=list)

    def row(self, names: Sequence[str] = COOPERATIVE) -> tuple[float, float, float]:
        """Precision, recall and F1 over the named roots."""
        right = sum(self.right[n] for n in names)
        found = right + sum(self.false[n] for n in names)
        gold = right + sum(self.missed[n] for n in names)
        p, r = (right / found if found else 0.0), (right / gold if gold else 0.0)
        return p, r, (2 * p * r / (p + r) if p + r else 0.0)

    def add(self, case: dict[str, Any], statements: Sequence[Statement]) -> None:
        """Count one sentence."""
        gold = RENAMED.get(case["event"], case["event"])
        sets = [roots_of(s) for s in statements]
        hit = any(gold in roots for roots in sets)
        false = {min(roots) for roots in sets if roots and gold not in roots} & set(COOPERATIVE)
        self.false.update(false)
        if gold in COOPERATIVE:
            (self.right if hit else self.missed)[gold] += 1
            if hit and _codes(case) <= {c for s in statements for c in (*s.actor, *s.recipient)}:
                self.parties_right += 1
        if false or (gold in COOPERATIVE and not hit):
            what = "missed" if gold in COOPERATIVE and not hit else "extra "
            read = "; ".join(
                f"{s.kind}/{s.mode} {s.status} {s.actor}>{s.recipient} {s.rule}" for s in statements
            )
            self.told.append(f"{what} {case['event']:<10} {case['text']}\n       read: {read or 'nothing'}")


_SLIPS = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}  # named in the README of the test data


def _codes(case: dict[str, Any]) -> set[str]:
    """Countries of source and target; bodies have no code of their own there."""
    actors = [a for side in ("source", "target") for a in (case.get(side) or ()) if isinstance(a, dict)]
    codes = {_SLIPS.get(a["code"], a["code"]) for a in actors if a.get("code")}
    return {c for c in codes if len(c) == 3 and c not in ("IGO", "NGO", "IMG", "ISM")}


def load_cases(shared: Path) -> list[dict[str, Any]]:
    """The coded sentences, the record that describes the file left out."""
    path = shared / "data" / "reading" / "plover_gsr" / "PLOVER_GSR_CAMEO.json"
    return [c for c in json.loads(path.read_text(encoding="utf-8")) if c["event"] != "DOCUMENT"]


def score(cases: Iterable[dict[str, Any]], reads: Callable[[Document], Sequence[Statement]]) -> Score:
    """Read every sentence as a document of its own."""
    total = Score()
    for case in cases:
        text = case["text"].strip().strip("{}").replace("\\$", "$")
        total.add(case, list(reads(Document(text=text, name=case["id"]))))
    return total


def main(argv: list[str] | None = None) -> int:
    """Print the scores."""
    from dragoman.reading import load_reader
    from tests.quality.corpora import shared_folder

    parser = argparse.ArgumentParser(description="The outside event test.")
    parser.add_argument("--show", action="store_true", help="list misses and extras")
    args = parser.parse_args(argv)
    shared = shared_folder()
    if shared is None:
        print("no shared folder beside the repository", file=sys.stderr)
        return 1
    total = score(load_cases(shared), load_reader().read)
    if args.show:
        print("\n".join(sorted(total.told)))
    for name in COOPERATIVE:
        p, r, f1 = total.row((name,))
        print(f"{name:<10} right {total.right[name]:>3} missed {total.missed[name]:>3}"
              f" false {total.false[name]:>3}  P {p:.2f} R {r:.2f} F1 {f1:.2f}")  # fmt: skip
    p, r, f1 = total.row()
    print(f"all five   P {p:.3f} R {r:.3f} F1 {f1:.3f}; parties complete in {total.parties_right} of "
          f"{sum(total.right.values())} hits")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
