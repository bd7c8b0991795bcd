"""Floors of quality, pinned with a digest of each corpus in ``floors.json``.

A floor may rise at any time. It falls only with a sentence that says why; the sentence is kept.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.quality.scoring import Tally

__all__ = ["FLOORS", "breaches", "load_floors", "measured", "pin"]

FLOORS = Path(__file__).resolve().parent / "floors.json"


def load_floors() -> dict[str, dict[str, Any]]:
    """By corpus: ``digest``, ``at_least`` (scores), ``documents_with_extra`` (a ceiling), ``because``."""
    return dict(json.loads(FLOORS.read_text(encoding="utf-8")))


def measured(tally: Tally) -> dict[str, Any]:
    """What a floor may hold of one corpus; scores are cut to two decimals."""
    rows = tally.rows()
    at_least = {f"{kind} f1": row["f1"] for kind, row in rows.items()}
    at_least |= {"precision": rows["all"]["precision"], "recall": rows["all"]["recall"]}
    at_least |= {f"slot {slot}": rate for slot, rate in tally.slots().items()}
    at_least = {name: math.floor(score * 100) / 100 for name, score in at_least.items()}
    return {"at_least": at_least, "documents_with_extra": tally.documents_with_extra}


def breaches(name: str, floor: Mapping[str, Any], digest: str, scores: Mapping[str, Any]) -> list[str]:
    """A sentence for everything that does not hold; empty when all does."""
    if floor["digest"] != digest:
        what = 'run python -m tests.quality.report --pin --because "what changed in it"'
        return [f"The corpus {name} is not the one that its floors were pinned on: {what}."]
    out = []
    for score, least in floor["at_least"].items():
        now = scores["at_least"].get(score, 0.0)
        if now < least:
            out.append(f"On {name}, {score} is {now:.3f}, below its floor of {least:.3f}.")
    ceiling, now = floor["documents_with_extra"], scores["documents_with_extra"]
    if now > ceiling:
        out.append(f"On {name}, {now} documents have a statement not in the gold; the ceiling is {ceiling}.")
    return out


def pin(scores: Mapping[str, tuple[str, Mapping[str, Any]]], because: str | None) -> int:
    """Write scores as floors. Refuses to lower one, or to change a corpus, without a sentence."""
    floors = load_floors() if FLOORS.exists() else {}
    for name, (digest, now) in scores.items():
        falls = breaches(name, floors[name], digest, now) if name in floors else []
        if falls and not because:
            print("\n".join([*falls, "Say why with --because; nothing is written."]), file=sys.stderr)
            return 1
        said = because or floors.get(name, {}).get("because") or "first measured"
        floors[name] = {"digest": digest, **now, "because": said}
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0
