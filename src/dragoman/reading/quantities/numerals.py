"""Tokens -> numerals: "three and a half million", "one hundred and twenty-three", "1 1/2"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from dragoman.reading.quantities.tokens import Page, Token

__all__ = ["Numeral", "read_numeral"]

_JOINS = {"", " ", "-", "  ", "   ", " - ", "- ", " -"}
_ANDS = {" and ", " & ", "-and-", ", ", " - and - "}
_AND_A = {" and a ", " and an ", "-and-a-", " & a ", " and one-"}
_OF_A = {" ", "-", " a ", " of a ", " of one ", " an ", "-a-"}
_TENTH = Decimal("0.1")
_ZERO, _ONE = Decimal(0), Decimal(1)
_FAR = Decimal(10) ** 40
# "nine hundred and ninety-nine billion ... and ninety-nine" has fewer; more is noise.
_MOST_TOKENS = 30


@dataclass(slots=True)
class Numeral:
    """A number as printed.

    ``step`` is the weight of its last printed digit (§Q2), ``scale`` the last scale word (1 where
    none), ``form`` one of ``digits``, ``words``, ``fraction``, ``ordinal``; ``plain`` marks bare
    digits, which may be a year or a label.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: Decimal
    form: str
    plain: bool = False


def read_numeral(
    page: Page, tokens: list[Token], at: int, *, joined: bool = True
) -> tuple[Numeral | None, int]:
    """Read the numeral that starts with token ``at``; the index after it.

    ``joined=False`` keeps "and" from joining groups (after "between").
    """
    token = tokens[at]
    if token.kind in "gq":
        return Numeral(token.start, token.end, token.value, _TENTH, _ONE, "fraction"), at + 1
    if token.kind == "f":
        numeral, after = _fraction_alone(page, tokens, at)
        return numeral, after
    if token.kind in "utd" and (at + 1 == len(tokens) or tokens[at + 1].start - token.end > 10):
        # Nothing near enough to join: most numbers of ordinary prose.
        step = printed_step(token.value, token.decimals)
        form = "digits" if token.kind == "d" else "words"
        return Numeral(token.start, token.end, token.value, step, _ONE, form, token.plain), at + 1
    cardinal, after = _cardinal(page, tokens, at, joined)
    if cardinal is None:
        return None, at + 1
    return _with_fraction(page, tokens, at, cardinal, after)


def _gap(page: Page, tokens: list[Token], k: int) -> str:
    """The text between token k-1 and token k; a long gap is cut, nothing matches it anyway."""
    start, end = tokens[k - 1].end, tokens[k].start
    return page.low[start : min(end, start + 12)]


def printed_step(value: Decimal, decimals: int) -> Decimal:
    """Weight of the last printed digit; of trailing zeros the first counts as printed (§Q2)."""
    if decimals:
        return _ONE.scaleb(-decimals)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0")) if value else 0
    return _ONE.scaleb(max(zeros - 1, 0))


class _Sum:
    """The running sum of a cardinal: whole groups in ``total``, the open one in ``group``."""

    __slots__ = ("addend", "decimals", "digits", "group", "last", "step", "total")

    def __init__(self) -> None:
        self.total, self.addend = _ZERO, _ZERO
        self.last, self.step, self.decimals, self.digits = _FAR, _ONE, 0, False
        self.group: Decimal | None = None

    def copy(self) -> _Sum:
        other = _Sum()
        for name in self.__slots__:
            setattr(other, name, getattr(self, name))
        return other

    def value(self) -> Decimal:
        return self.total + (self.group or _ZERO)

    def smallest(self) -> Decimal:
        """Weight of the last printed digit."""
        if self.group is None:
            return _ONE if self.last == 12 else self.step * self.last
        return printed_step(self.group, self.decimals)


def _cardinal(page: Page, tokens: list[Token], at: int, joined: bool) -> tuple[Numeral | None, int]:
    state, k = _Sum(), at
    mark: tuple[_Sum, int] | None = None
    while k < len(tokens) and k - at < _MOST_TOKENS:
        token = tokens[k]
        gap = "" if k == at else _gap(page, tokens, k)
        anded = gap in _ANDS
        if k > at and not (gap in _JOINS or (anded and joined)):
            break
        if anded and k > at and _opens_fraction(page, tokens, k):
            break
        saved = state.copy() if anded else None
        if anded and _archaic(page, tokens, k) and state.group is not None:
            state.group += token.value
            k += 1
            continue
        if not _add(state, tokens, k, at, gap, anded):
            # "between two thousand and three thousand": the scale belongs to the second number.
            if mark is not None and token.kind == "s" and k == mark[1] + 1:
                state, k = mark
            break
        if saved is not None:
            mark = (saved, k)
        k += 1
    if k == at:
        return None, at + 1
    if tokens[k - 1].kind == "v" and k - 1 == at:
        return None, at + 1
    end = tokens[k - 1].end
    only = tokens[at]
    plain = k == at + 1 and only.plain
    scale = state.last if state.last != _FAR and state.group is None else _ONE
    form = "digits" if state.digits else "words"
    numeral = Numeral(only.start, end, state.value(), state.smallest(), scale, form, plain)
    return numeral, k


def _archaic(page: Page, tokens: list[Token], k: int) -> bool:
    """ "twenty and three and three fifths"."""
    if (
        tokens[k - 1].kind != "t"
        or tokens[k].kind != "u"
        or not 1 <= tokens[k].value <= 9
        or k + 1 >= len(tokens)
    ):
        return False
    return _gap(page, tokens, k + 1) == " and " and _opens_fraction(page, tokens, k + 1)


def _opens_fraction(page: Page, tokens: list[Token], k: int) -> bool:
    """ "million and three fifths": the three is no part of the million's sum."""
    after = k + 1
    if tokens[k].kind != "u" or after >= len(tokens) or _gap(page, tokens, after) not in _JOINS:
        return False
    return tokens[after].kind == "f" or (tokens[after].kind == "p" and 2 < tokens[after].value < 100)


def _add(state: _Sum, tokens: list[Token], k: int, at: int, gap: str, anded: bool) -> bool:
    """Add token k to the sum; False where it cannot join."""
    token, first = tokens[k], k == at
    before = tokens[k - 1].kind if not first else ""
    if token.kind == "d":
        return _add_digits(state, tokens, k, first, before, anded)
    if gap == ", " and before != "s":
        return False
    if token.kind in "ut":
        return _add_word(state, token, first, before, anded)
    if token.kind == "s" or (token.kind == "v" and not first):
        return not anded and _add_scale(state, token, first, before, gap)
    return False


def _add_digits(state: _Sum, tokens: list[Token], k: int, first: bool, before: str, anded: bool) -> bool:
    token = tokens[k]
    if not first:
        # "4 thousand 3 hundred and 21": smaller digits after a scale, itself scaled or after "and".
        follows = k + 1 < len(tokens) and tokens[k + 1].kind == "s" and tokens[k + 1].start == token.end + 1
        hundreds = (
            anded and before == "s" and tokens[k - 1].value == 100 and token.plain and token.value < 100
        )
        smaller = follows and token.value * tokens[k + 1].value < state.last and token.plain
        hundreds = hundreds or (
            not anded and state.last == 1000 and token.plain and 100 <= token.value < 1000
        )
        if before != "s" or not state.digits or not ((hundreds and not follows) or smaller):
            return False
    state.group = (state.group or _ZERO) + token.value
    state.decimals, state.digits = token.decimals, True
    return True


def _add_word(state: _Sum, token: Token, first: bool, before: str, anded: bool) -> bool:
    group = state.group
    if first:
        state.group = token.value
        return True
    if before == "s":
        if state.digits and not (anded and group is not None and group % 100 == 0 and token.value < 100):
            return False
        if group is None or (group % 100 == 0 and group > 0):
            state.group = (group or _ZERO) + token.value
            return state.last > state.group
        return False
    if before == "t" and token.kind == "u" and 1 <= token.value <= 9 and not anded and group is not None:
        state.group = group + token.value
        return True
    return False


def _add_scale(state: _Sum, token: Token, first: bool, before: str, gap: str) -> bool:
    value, group = token.value, state.group
    if value == 100:
        if group is None and not first:
            return False
        if group is not None and (group >= 100 or group == 0):
            return False
        state.group = (group or _ONE) * 100
        if state.decimals:
            state.decimals = max(state.decimals - 2, 0)
        return True
    if group is None and not first:
        if before != "s" or gap not in _JOINS or token.kind == "v" or state.last > 10**12:
            return False
        # "three lakh crore", "thousand million"
        state.total = state.total - state.addend + state.addend * value
        state.addend *= value
        state.last *= value
        return True
    if value >= state.last:
        return False
    amount = _ONE if group is None else group
    state.step = printed_step(amount, state.decimals)
    state.addend = amount * value
    state.total += state.addend
    state.group, state.last, state.decimals = None, value, 0
    return True


def _fraction_alone(page: Page, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
    """ "half", "a quarter of a million", "half a dozen", "quarter million"."""
    token = tokens[at]
    plural = page.low[token.start : token.end].endswith("s")
    if plural:
        return None, at + 1
    numeral = Numeral(token.start, token.end, _ONE / token.value, _TENTH, _ONE, "fraction")
    return _scaled(page, tokens, numeral, at + 1)


def _scaled(page: Page, tokens: list[Token], numeral: Numeral, k: int) -> tuple[Numeral, int]:
    """Multiply a fraction by the scale word that follows it."""
    if k < len(tokens) and tokens[k].kind == "s" and _gap(page, tokens, k) in _OF_A:
        scale = tokens[k].value
        scaled = replace(
            numeral, end=tokens[k].end, value=numeral.value * scale, step=numeral.step * scale, scale=scale
        )
        return scaled, k + 1
    return numeral, k


def _is_part(page: Page, tokens: list[Token], k: int) -> bool:
    """Whether token k can be a denominator: quarter, third(s), twenty-fifths, not first, second."""
    return k < len(tokens) and (tokens[k].kind == "f" or (tokens[k].kind in "op" and tokens[k].value > 2))


def _with_fraction(
    page: Page, tokens: list[Token], at: int, cardinal: Numeral, k: int
) -> tuple[Numeral | None, int]:
    if k >= len(tokens):
        return cardinal, k
    gap, token = _gap(page, tokens, k), tokens[k]
    if token.kind == "g" and gap in {"", " "}:
        return _plus(cardinal, token.value, token.end), k + 1
    if token.kind == "q" and gap.strip(" ") == "" and gap and cardinal.plain:
        return _plus(cardinal, token.value, token.end), k + 1
    if gap in _AND_A and _is_part(page, tokens, k) and token.kind != "p":
        return _plus_part(page, tokens, cardinal, _ONE / token.value, k + 1)
    if gap == " and " and token.kind in "ud" and _is_part(page, tokens, k + 1):
        if _gap(page, tokens, k + 1) in _JOINS and token.value < tokens[k + 1].value:
            return _plus_part(page, tokens, cardinal, token.value / tokens[k + 1].value, k + 2)
    if gap in _JOINS:
        return _numerator(page, tokens, at, cardinal, k)
    if gap == " point " and cardinal.form == "words" and token.kind in "ut":
        return _pointed(page, tokens, cardinal, k)
    return _divided(page, tokens, cardinal, k, gap)


def _plus(numeral: Numeral, part: Decimal, end: int) -> Numeral:
    return replace(
        numeral,
        end=end,
        value=numeral.value + part * numeral.scale,
        step=_TENTH * numeral.scale,
        form="fraction",
        plain=False,
    )


def _plus_part(
    page: Page, tokens: list[Token], cardinal: Numeral, part: Decimal, k: int
) -> tuple[Numeral, int]:
    """ "three million and a half", "three and a half million", "one billion and a half million"."""
    summed = _plus(cardinal, part, tokens[k - 1].end)
    if k < len(tokens) and tokens[k].kind == "s" and _gap(page, tokens, k) in {" ", "-"}:
        scale, end = tokens[k].value, tokens[k].end
        if cardinal.scale == 1:
            value = (cardinal.value + part) * scale
        elif scale < cardinal.scale:
            value = cardinal.value + part * scale
        else:
            return summed, k
        return replace(summed, end=end, value=value, step=_TENTH * scale, scale=scale), k + 1
    return summed, k


def _numerator(
    page: Page, tokens: list[Token], at: int, cardinal: Numeral, k: int
) -> tuple[Numeral | None, int]:
    """ "two thirds", "one eighth", "thirty-two fifths"; "twenty-first" is an ordinal."""
    token = tokens[k]
    if token.kind == "f" and cardinal.form != "digits":
        part = replace(
            cardinal,
            end=token.end,
            value=cardinal.value / token.value,
            step=_TENTH,
            form="fraction",
            plain=False,
        )
        return _scaled(page, tokens, part, k + 1)
    if token.kind == "t" and k + 1 < len(tokens) and tokens[k + 1].kind == "p" and tokens[k + 1].value < 10:
        return _over(cardinal, token.value + tokens[k + 1].value, tokens[k + 1].end), k + 2
    if token.kind == "p" and token.value > 2 and cardinal.form == "words":
        last = tokens[k - 1]
        if last.kind == "t" and token.value < 10 and k - 1 > at and last.value < cardinal.value:
            numerator = cardinal.value - last.value
            return _over(replace(cardinal, value=numerator), last.value + token.value, token.end), k + 1
        if token.value >= 100 and cardinal.value > token.value:
            # "two hundred and fifty-four hundredths" is 200.54
            rest = cardinal.value % token.value
            whole = replace(cardinal, value=cardinal.value - rest, scale=_ONE)
            return _plus(whole, rest / token.value, token.end), k + 1
        return _over(cardinal, token.value, token.end), k + 1
    if token.kind == "u" and cardinal.value == 1 and cardinal.form == "words":
        # "one one hundred fifth"
        other, after = _cardinal(page, tokens, k, joined=True)
        if other is not None and after < len(tokens) and tokens[after].kind == "o" and other.value >= 100:
            if _gap(page, tokens, after) in _JOINS:
                return _over(cardinal, other.value + tokens[after].value, tokens[after].end), after + 1
    if token.kind == "o" and cardinal.form == "words":
        if cardinal.value == 1 and token.value > 2:
            return _over(cardinal, token.value, token.end), k + 1
        last = tokens[k - 1]
        value = cardinal.value * token.value if token.value >= 100 else cardinal.value + token.value
        if last.kind in "ts" or token.value >= 100:
            return replace(cardinal, end=token.end, value=value, form="ordinal"), k + 1
    return cardinal, k


def _over(numeral: Numeral, denominator: Decimal, end: int) -> Numeral:
    step = _TENTH if denominator < 100 else _ZERO
    value = numeral.value / denominator
    return replace(numeral, end=end, value=value, step=step, scale=_ONE, form="fraction", plain=False)


def _pointed(page: Page, tokens: list[Token], cardinal: Numeral, k: int) -> tuple[Numeral, int]:
    """ "nine point nought four", "two hundred point seventy-one", "two point five million"."""
    digits, start = "", k
    while k < len(tokens) and (k == start or _gap(page, tokens, k) in {" ", "-"}):
        token = tokens[k]
        single = token.kind == "u" and token.value < 10 and tokens[k - 1].kind == "u"
        if k == start or single:
            if token.kind not in "ut":
                break
            digits += str(int(token.value))
        elif token.kind == "u" and tokens[k - 1].kind == "t" and k - 1 == start:
            digits = str(int(tokens[start].value + token.value))
        else:
            break
        k += 1
        if len(digits) > 20:
            break
    part = Decimal(int(digits)).scaleb(-len(digits))
    step = _ONE.scaleb(-len(digits))
    numeral = replace(cardinal, end=tokens[k - 1].end, value=cardinal.value + part, step=step)
    return (
        _scaled(page, tokens, numeral, k)
        if k < len(tokens) and _gap(page, tokens, k) == " "
        else (numeral, k)
    )


def _divided(
    page: Page, tokens: list[Token], cardinal: Numeral, k: int, gap: str
) -> tuple[Numeral | None, int]:
    """ "one out of three", "1 over three" with nothing counted after it."""
    of_few = gap == " in " and cardinal.form == "words" and cardinal.value < 10 and tokens[k].kind in "ut"
    if not of_few and (gap not in {" out of ", " over "} or tokens[k].kind not in "dut"):
        return cardinal, k
    other, after = _cardinal(page, tokens, k, joined=True)
    if other is None or other.value == 0 or other.value != other.value.to_integral_value():
        return cardinal, k
    if gap == " over " and page.low[other.end : other.end + 2].strip(" ")[:1].isalnum():
        return cardinal, k
    if gap != " over " and cardinal.value >= other.value:
        return cardinal, k
    if of_few and page.flat.startswith((" month", " day", " year", " week", " hour"), other.end):
        return cardinal, k
    value = cardinal.value / other.value
    return replace(
        cardinal, end=other.end, value=value, step=_ZERO, scale=_ONE, form="fraction", plain=False
    ), after
