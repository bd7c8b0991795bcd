"""Compile the hand-written gold notation of the development set into lines of JSON.

``devset/notation/NAME.gold`` holds one statement a line beside ``devset/texts/NAME.txt``::

    contact/visit FRA>MAR @2024-10-28/2024-10-30 by="Emmanuel Macron|President|FRA" :: the evidence
    ? figure/loan EIB>SRB @2023 level=75m:EUR also=aid :: a loan of 75 million euros

The left part is split as a shell would. First the kind and mode, then the parties
(``A+B>C``; all on the left of ``>`` where the act is mutual). A leading ``?`` makes it
optional. The rest in any order: a status word (``actual`` if none); ``@EDTF`` or ``@null``;
``level= growth= multiple= difference= share= rank=`` with a value, a scale letter
(k, m, bn, trn) and ``:UNIT``; ``base=EDTF``; ``also=``, ``also_kind=`` (comma separated);
``by="name|role|country"`` for each person; ``src="who"`` with ``srctype=`` (``institution``
if none); ``count=3`` or ``count=15..``; ``obj=``; ``product="text|hs"``; ``org=``; ``#2`` for
the second place where the evidence stands. Evidence is a passage of the text, word for word.

Run ``python -m tests.quality.compile_devset`` to rewrite every ``NAME.jsonl``.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from dragoman.model.statements import MEASURES, STATUSES

__all__ = ["DEVSET", "body_of", "compile_line", "compile_passage", "main"]

DEVSET = Path(__file__).resolve().parent / "devset"
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9, "trn": 10**12}
_VALUE = re.compile(r"(-?[\d.]+)(k|m|bn|trn)?")
_UNITS = {"growth": "percent", "share": "percent"}
_HEADER = re.compile(r"[a-z_]+: .*")


def body_of(raw: str) -> str:
    """The text after the header of ``key: value`` lines, where there is one."""
    head, blank, rest = raw.partition("\n\n")
    if blank and all(_HEADER.fullmatch(line) for line in head.splitlines()):
        return rest
    return raw


def _measured(name: str, text: str) -> dict[str, Any]:
    amount, _, unit = text.partition(":")
    out: dict[str, Any] = {"measure": name, "value": None, "unit": unit or _UNITS.get(name, "1")}
    if amount != "null":
        match = _VALUE.fullmatch(amount)
        if not match:
            raise ValueError(f"{amount!r} is no value")
        value = Decimal(match[1]) * _SCALES[match[2] or ""]
        out["value"] = int(value) if value == value.to_integral_value() else float(value)
    return out


def _count(text: str) -> dict[str, int | None]:
    low, dots, high = text.partition("..")
    return {"low": int(low), "high": (int(high) if high else None) if dots else int(low)}


def _keyed(key: str, value: str, out: dict[str, Any]) -> None:
    if key in MEASURES:
        out |= _measured(key, value)
    elif key == "base":
        out["base"] = value
    elif key in ("also", "also_kind"):
        out[key] = value.split(",")
    elif key == "by":
        name, role, country = (part or None for part in value.split("|"))
        out.setdefault("people", []).append({"name": name, "role": role, "country": country})
    elif key == "src":
        out["attribution"] = {"source": value, "type": "institution"}
    elif key == "srctype":
        out["attribution"]["type"] = value
    elif key == "count":
        out["count"] = _count(value)
    elif key == "obj":
        out["object"] = value
    elif key == "product":
        text, _, hs = value.partition("|")
        out["product"] = {"text": text, "hs": hs or None}
    elif key == "org":
        out.setdefault("organisations", []).append(value)
    else:
        raise ValueError(f"unknown key {key!r}")


def compile_line(line: str, text: str, document: str) -> dict[str, Any]:
    """One line of notation as a gold statement with offsets into ``text``."""
    left, colons, evidence = line.partition(" :: ")
    if not colons:
        raise ValueError("no ' :: ' before the evidence")
    tokens = shlex.split(left)
    optional = tokens[0] == "?"
    kind_mode, parties, *rest = tokens[optional:]
    kind, mode = kind_mode.split("/")
    actor, _, recipient = parties.partition(">")
    out: dict[str, Any] = {
        "kind": kind,
        "mode": mode,
        "actor": [code for code in actor.split("+") if code],
        "recipient": [code for code in recipient.split("+") if code],
        "status": "actual",
    }
    nth = 1
    for token in rest:
        if token in STATUSES:
            out["status"] = token
        elif token.startswith("@"):
            out["date"] = None if token == "@null" else token[1:]
        elif token.startswith("#"):
            nth = int(token[1:])
        else:
            key, _, value = token.partition("=")
            _keyed(key, value, out)
    if optional:
        out["optional"] = True
    start = -1
    for _ in range(nth):
        start = text.find(evidence, start + 1)
        if start < 0:
            raise ValueError(f"the text does not say {evidence!r}")
    out["evidence"] = {"document": document, "start": start, "end": start + len(evidence), "text": evidence}
    return out


def compile_passage(notation: Path) -> list[dict[str, Any]]:
    """Every gold statement of one passage; a bad line is named with its number."""
    source = notation.parent.parent / "texts" / (notation.stem + ".txt")
    text = body_of(source.read_text(encoding="utf-8"))
    out = []
    for number, line in enumerate(notation.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("//"):
            continue
        try:
            out.append(compile_line(line, text, source.name))
        except (ValueError, IndexError, KeyError, TypeError) as error:
            raise ValueError(f"{notation.name}:{number}: {error}") from error
    return out


def main() -> int:
    """Rewrite ``NAME.jsonl`` for every ``notation/NAME.gold``; name what is wrong."""
    wrong = 0
    for notation in sorted((DEVSET / "notation").glob("*.gold")):
        try:
            statements = compile_passage(notation)
        except ValueError as error:
            print(error, file=sys.stderr)
            wrong += 1
            continue
        lines = [json.dumps(s, ensure_ascii=False) + "\n" for s in statements]
        (DEVSET / f"{notation.stem}.jsonl").write_text("".join(lines), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
