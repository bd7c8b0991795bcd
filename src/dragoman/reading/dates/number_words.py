"""Numbers in words, as far as dates use them: "twenty-first", "nineteen seventy eight"."""

from __future__ import annotations

from dragoman.reading.dates.grammar import Cascade, Tokens
from dragoman.reading.dates.tokens import Token

__all__ = ["add_number_rules"]


def _evaluate(values: list[int]) -> tuple[str, int] | None:
    """Class and value of a run of number words; None where it is no single number."""
    if len(values) == 1:
        return ("n", values[0]) if values[0] < 100 else None
    if 1000 not in values and 100 not in values:
        head, rest = values[0], values[1:]
        tail = _below_hundred(rest)
        if 10 <= head <= 20 and tail is not None and tail >= 10:
            return "Y", head * 100 + tail
        whole = _below_hundred(values)
        return None if whole is None else ("n", whole)
    total, part = 0, 0
    for value in values:
        if value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif value == 100:
            part = max(part, 1) * 100
        else:
            part += value
    total += part
    return ("Y", total) if 1000 <= total <= 2199 else ("X", total)


def _below_hundred(values: list[int]) -> int | None:
    if len(values) == 1:
        return values[0] if values[0] < 100 else None
    tens, one = (values[0], values[1]) if len(values) == 2 else (0, 0)
    return tens + one if tens >= 20 and tens % 10 == 0 and 0 < one < 10 else None


def add_number_rules(cascade: Cascade) -> None:
    """Join number words into one token."""

    @cascade.rule(r"n(?:-?n|&n)*(?:-?[OC])?", need="n")
    def words(t: Tokens, _all: Tokens, _at: int) -> Token | Tokens | None:
        numbers = [x for x in t if x.cls == "n"]
        if has_bare_and(t):
            return _split_at_and(t)
        last = t[-1]
        values = [x.value for x in numbers]
        if last.cls == "O":
            return _ordinal(t, values, last)
        if last.cls == "C":
            if len(values) == 1 and 10 <= values[0] <= 21 and last.value < 100:
                return Token(t[0].start, last.end, "C", values[0] * 100 + last.value)
            return None
        if len(t) == 1:
            return None
        made = _evaluate(values)
        return Token(t[0].start, last.end, made[0], made[1]) if made else _peel(t)

    def has_bare_and(t: Tokens) -> bool:
        return any(x.cls == "&" and t[i - 1].value not in (100, 1000) for i, x in enumerate(t))

    def _split_at_and(t: Tokens) -> Tokens | None:
        # "nine and ten" are two numbers.
        out: Tokens = []
        run: Tokens = []
        for x in [*t, None]:
            if x is None or (x.cls == "&" and run and run[-1].value not in (100, 1000)):
                made = words(run, run, 0) if run else None
                out += [made] if isinstance(made, Token) else (made or run)
                out += [x] if x is not None else []
                run = []
            else:
                run.append(x)
        return out

    def _ordinal(t: Tokens, values: list[int], last: Token) -> Token | Tokens | None:
        if len(values) == 1 and values[0] >= 20 and values[0] % 10 == 0 and last.value < 10:
            return Token(t[0].start, last.end, "O", values[0] + last.value)
        return None

    def _peel(t: Tokens) -> Tokens | None:
        # "twenty five ... nineteen": the longest front part that is a number, then the rest.
        for cut in range(len(t) - 1, 0, -1):
            made = _evaluate([x.value for x in t[:cut] if x.cls == "n"])
            if made is not None and t[cut - 1].cls == "n":
                head = Token(t[0].start, t[cut - 1].end, made[0], made[1])
                rest = t[cut:]
                tail = words(rest, rest, 0) if rest[0].cls == "n" else None
                return [head, *([tail] if isinstance(tail, Token) else tail or rest)]
        return None
