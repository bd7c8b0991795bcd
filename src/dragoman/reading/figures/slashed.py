"""Two flows and two amounts told with strokes: "Turkish exports/imports: 10.5/2.3 million USD"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["with_slashed_flows"]

_FLOWS = frozenset({"exports", "imports", "export", "import"})
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "mn": 10**6, "bn": 10**9, "m": 10**6}
_AMOUNTS = re.compile(
    r"\s*(?:[:=]|(?:was|were|is|are|stood at|amounted to|totall?ed)\b)?\s*(?:[A-Z]{2,3} ?)?[$€£]?\s?"
    r"(?P<first>\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?![\d.,]*\d)\s?/\s?(?:[A-Z]{2,3} ?)?[$€£]?\s?(?P<second>\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?)(?![\d.,]*\d)\s?"
    r"(?P<scale>thousand|million|billion|mn|bn|m)?\b"
)


def with_slashed_flows(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The figures of a sentence with those of a pair of flows: what was read of the pair otherwise is dropped."""
    if "/" not in s.forms:
        return found
    at = next((i for i in range(1, s.n - 1) if s.lowers[i] == "/" and _flows_at(s, i)), -1)
    if at < 0:
        return found
    told = _AMOUNTS.match(s.text, s.ends[at + 1], s.span[1])
    teller = next((m for m in s.mentions if m.head_item in (at - 1, at + 1) and len(m.codes) == 1), None)
    if told is None or teller is None:
        return found
    other = ctx.discourse.other(teller.codes)
    unit = _unit(s, found, at)
    if len(other) != 1 or not unit:
        return found
    kept = [d for d in found if d.start < s.starts[at - 1] and d.end <= told.end()]
    kept = [d for d in kept if d.unit != unit or d.mode == "trade"]
    return [*kept, *_pair(s, at, told, (teller.codes, other, unit), kept)]


def _flows_at(s: Sentence, i: int) -> bool:
    return {s.lowers[i - 1], s.lowers[i + 1]} <= _FLOWS and s.lowers[i - 1] != s.lowers[i + 1]


def _unit(s: Sentence, found: list[Draft], at: int) -> str:
    """The currency printed with the pair, else that of what is told before it."""
    behind = (s.refs[i].unit for i in range(at, s.n) if s.kinds[i] == "Q" and s.refs[i].kind == "money")
    return next(behind, "") or next((d.unit or "" for d in reversed(found)), "")


def _pair(
    s: Sentence,
    at: int,
    told: re.Match[str],
    who: tuple[tuple[str, ...], tuple[str, ...], str],
    kept: list[Draft],
) -> list[Draft]:
    scale = _SCALES.get(told["scale"] or "", 1)
    days = [s.refs[i].edtf for i in s.dates]
    date = next((d.date for d in reversed(kept)), days[0] if len(days) == 1 else None)
    one = Draft(
        kind="figure", mode="exports", actor=who[0], recipient=who[1], status="actual", start=s.starts[at - 1],
        end=told.end(), rule="figure.exports.slashed.v1", date=date, measure="level", unit=who[2],
        because={"mode": "two flows with a stroke", "actor": "whose they are", "recipient": "the other of the pair"},
    )  # fmt: skip
    out = []
    for word, printed in ((s.lowers[at - 1], told["first"]), (s.lowers[at + 1], told["second"])):
        mode = word.rstrip("s") + "s"
        digits = printed.replace(",", "")
        value = Decimal(digits) * scale
        half = Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale / 2
        rule = f"figure.{mode}.slashed.v1"
        out.append(replace(one, mode=mode, rule=rule, value=value, low=value - half, high=value + half))
    return out
