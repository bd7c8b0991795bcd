"""A numeral and its surroundings -> one amount: money, per cent, multiple, physical, count."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.reading.quantities.context import (
    abbreviation_at,
    hedge_after,
    hedge_before,
    last_word,
    money_before,
    signed,
    unit_at,
)
from dragoman.reading.quantities.drafts import Draft, changed
from dragoman.reading.quantities.exclusions import glued, is_clock_time, is_date_or_label, is_pronoun, is_year
from dragoman.reading.quantities.lexicon import Money, Unit
from dragoman.reading.quantities.multiples import by_factor, factor_after, second_reading, times_kind
from dragoman.reading.quantities.nouns import counted_noun
from dragoman.reading.quantities.numerals import Numeral
from dragoman.reading.quantities.precision import hedged
from dragoman.reading.quantities.ranks import number_one_before, top_before
from dragoman.reading.quantities.tokens import Page
from dragoman.reading.word_lists import words

__all__ = ["amount_of", "with_hedges"]

_PERCENT = re.compile(
    r"[ -]?(?:%|％|per ?cents?\b|percents?\b|percentage\b|percentages\b|pct\b\.?)|(?<=[0-9])pc\b(?!\.)| p\.c\."
)
_POINTS = re.compile(
    r"[ -]?(?:(?:percentage|percent|per cent|%|pct)?[ -]?points?(?= of| higher| lower|\b)|pp\b|p\.p\.|ppts?\b|p\.?pts?\b)"
)
_POINTS_SURE = re.compile(r"[ -]?(?:(?:percentage|percent|per cent|%|pct)[ -]points?\b|pp\b|p\.p\.|ppts?\b)")
# What the three begin with behind a space or a hyphen.
_PERCENT_SIGNS = frozenset("%％pb")
_BASIS = re.compile(r"[ -]?(?:basis[ -]points?\b|bps?\b)")
_PERCENT_OF = re.compile(
    r"(?<![0-9%] )(?<![a-z]-)\b(?:percent|per cent|percentage|percents|per cents)s? of $"
)
_SCALE_AFTER = re.compile(
    r"[ -]?(?:(hundred|thousand|million|billion|trillion|lakh|crore)s?|(mn|mln|bn|bln|trn|tn|tln|m|b|k))\b(?![ -]?(?:[$€£¥]|[0-9]))"
)
_SCALE_VALUES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7,
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "trn": 10**12, "tn": 10**12, "tln": 10**12, "m": 10**6, "b": 10**9, "k": 10**3,
}  # fmt: skip
_ACCOUNTING = re.compile(r"\b(?:is|was|of|to|at|by|were|loss|deficit|balance)[ :=]\($|[:=] ?\($")
_WEIGHING = re.compile(r"\b(?:weigh|weight|heavy|ton|tons|kg|baby|kilogram|ounces|lbs|bag|fish|meat|rice)")
_HALF_TIME = re.compile(
    r"\b(?:first|second|latter|last|other|1st|2nd|this|that|previous|next|third|fourth|current|past|each|every|the|per|same)[ -]$"
)
_HALF_NOT = re.compile(
    r"[ -](?:year|yearly|century|time|back|brother|sister|way|mast|hearted|life|of (?:the )?(?:year|month|century|decade|(?:19|20)[0-9]{2}))\b|'s"
)
_LASTING = re.compile(
    r"\b(?:for|after|of|spanning|lasting|lasted|took|taken|takes|take|last|spans|be|is|are|was|were|to|lasts|been|within|than) $"
)
_LEAD = re.compile(
    r"\b(?:a further|an additional|a record|another|a combined|a total of|the equivalent of|an|a|its|the|additional|a whopping|a mere|a modest|a staggering|just|only) $"
)
_HALF_MORE = re.compile(r" and an? (half|quarter)\b")
_NUMBER_NEXT = re.compile(
    r" ?([0-9]++(?:[.,][0-9]++)*+)( ?(?:k|m|mn|mln|bn|trn|million|billion|trillion|thousand|crore|lakh)\b)?"
)
_TIME_UNITS = {"a", "month", "week", "day", "h", "min", "s"}
_ONE, _ZERO = Decimal(1), Decimal(0)
_OF_A_UNIT = re.compile(r"(?: of)? an? (?=[a-z])")
# "800 million [US] dollars": which dollars, in an editor's brackets
_GLOSS = re.compile(r" [\[(](?:us|u\.s\.|usd)[\])] (?=dollars?\b)")
_UNIT_AND = re.compile(
    r"\b(?:an?|one) (year|month|week|day|hour|decade|century|mile|kilometre|kilometer|tonne|ton) and $"
)
_HALVING = re.compile(
    r"\b(?:cut|reduced?|reducing|slash|slashed|fell|fall|dropped|drop|shrank|shrunk|decreased|declined|down) (?:by|in) $"
)
_SIGNS = set("$€£¥₸₹₽₺₴₾₼₩₦₱฿₫")
_COMPARING = ("than", "greater", "less", "over", "under", "more", "above", "below")
_NUMBER_COMES = re.compile(r" (?:than )?[0-9]")
_LEAD_WORDS = words("quantities.amounts", "lead_words")


_THOUSAND = Decimal(1000)
_CODE_BEFORE = re.compile(r"(?:^|[\s(])(?:[A-Z]{2,4}|Rs\.?|Dh|Sh|Tk) \Z")
"""A currency as letters before a number in words: "KD nine million", "Rs five crore"."""


def amount_of(page: Page, numeral: Numeral, previous_end: int) -> Draft | None:
    """Read the amount around a numeral; None where the number is no amount (§Q8).

    ``previous_end`` is where the amount before ends, so that "5-7" is not taken for a name.
    """
    start = _with_article(page, numeral)
    if numeral.form == "fraction" and page.low.endswith(" and ", 0, start):
        whole = _UNIT_AND.search(page.low[max(0, start - 24) : start])
        if whole:
            return _unit_and_part(
                page, numeral, start - (len(page.low[max(0, start - 24) : start]) - whole.start())
            )
    sure = numeral.scale != 1 or not numeral.plain
    digits = numeral.form == "digits" or (numeral.form == "fraction" and page.low[start].isdigit())
    minus = page.text[start - 1 : start] in {"-", "−"} and page.text[start - 2 : start - 1] in {
        "$",
        "€",
        "£",
        "¥",
    }
    money = None
    if (
        digits
        or page.low[max(0, start - 2) : start].strip(" ")[-1:] in _SIGNS
        or (numeral.scale >= _THOUSAND and _CODE_BEFORE.search(page.text, max(0, start - 6), start))
    ):
        money = money_before(page, start - 1 if minus else start, sure=sure or _scaled(page, numeral.end))
    if money is None and page.low[max(0, start - 2) : start] in {" -", " −"}:
        # "USD -5 million"
        before = money_before(page, start - 1, sure=True)
        if before is not None and page.text[before.start : start - 2].isupper():
            money, minus = before, True
    if money is not None and money.start < previous_end:
        money = None
    if money is None:
        minus = False
        joined = previous_end == start - 1 and page.low[start - 1 : start] in {"-", "/"}
        if digits and not joined and glued(page, start):
            return None
    draft = Draft(
        start, money.start if money else start, numeral.end, numeral.value, numeral.step, numeral.scale, "number", "1",
        form=numeral.form, bare=True,
    )  # fmt: skip
    if money:
        factor = money.factor / money.money.parts if money.money else _ONE
        draft = _times(draft, factor)
        draft = changed(draft, kind="money", unit=money.money.code if money.money else "1", start=draft.core)
    if digits and numeral.scale == 1 and numeral.form != "fraction":
        draft = _abbreviated(page, draft, spaced=money is not None)
    found = _right(page, draft, numeral, sure)
    if found is None:
        return None
    if (
        numeral.form == "words"
        and page.low[numeral.start : numeral.end] in _SCALE_VALUES
        and start == numeral.start
    ):
        return _without_number(page, found)
    draft = _negative(page, found, minus)
    return with_hedges(page, draft)


def _without_number(page: Page, draft: Draft) -> Draft | None:
    """ "hundred dollars" is a hundred, "multi-billion-dollar" at least two billion, a lone "million" nothing."""
    if draft.kind not in {"money", "physical", "multiple", "percent"} or draft.value is None:
        return None
    if page.low[max(0, draft.start - 5) : draft.start] in {
        "multi",
        "ulti-",
        "multi-",
        " mult",
    } or page.low.endswith("multi-", 0, draft.start):
        start = draft.start - (6 if page.low.endswith("multi-", 0, draft.start) else 5)
        return changed(
            draft,
            start=start,
            core=start,
            value=None,
            interval=(2 * draft.value, None),
            hedge="multi",
            bound="lower",
        )
    return with_hedges(page, draft)


def _unit_and_part(page: Page, numeral: Numeral, start: int) -> Draft | None:
    """ "a year and a half"."""
    found = unit_at(page, page.low.index(" ", start), guarded=False)
    if found is None or not isinstance(found.meaning, Unit):
        return None
    factor = found.meaning.factor
    value, step = (1 + numeral.value) * factor, numeral.step * factor
    draft = Draft(
        start, start, numeral.end, value, step, factor, "physical", found.meaning.id, form="fraction"
    )
    return with_hedges(page, draft)


_SMALL_LETTERS = re.compile(r"[a-z]+")


def _with_article(page: Page, numeral: Numeral) -> int:
    """ "a hundred", "a third", "an eighth" start at the article."""
    low, start = page.low, numeral.start
    word = low[start : start + 12]
    if word[0].isdigit():
        return start
    first = _SMALL_LETTERS.match(word)
    if first and (
        first[0]
        in {
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "lakh",
            "crore",
            "dozen",
            "half",
            "quarter",
        }
    ):
        for article in ("a ", "an "):
            if (
                low.startswith(article, start - len(article))
                and not low[start - len(article) - 1 : start - len(article)].isalnum()
            ):
                return start - len(article)
    return start


def _scaled(page: Page, end: int) -> bool:
    return abbreviation_at(page, end, money=True) is not None


def _times(draft: Draft, factor: Decimal) -> Draft:
    if factor == 1 or draft.value is None:
        return draft
    return changed(draft, value=draft.value * factor, step=draft.step * factor, scale=draft.scale * factor)


def _abbreviated(page: Page, draft: Draft, *, spaced: bool) -> Draft:
    found = abbreviation_at(page, draft.end, money=spaced)
    if found is None:
        return draft
    end, scale = found
    return changed(_times(draft, scale), end=end)


def _is_passed(low: str, draft: Draft) -> bool:
    """Whether a "mark" is a level and no German money: "passed the $2 billion mark", "nears the 10 million mark"."""
    return draft.kind == "money" or low[: draft.start].rstrip(" $€£¥").endswith((" the", "us"))


def _right(page: Page, draft: Draft, numeral: Numeral, sure: bool) -> Draft | None:
    """Attach what follows; None where it shows that the number is no amount."""
    low, end = page.low, draft.end
    if draft.kind != "money":
        percent = _percent(page, draft)
        if percent is not None:
            return percent
        stop = factor_after(page, end)
        if stop is not None:
            return _multiple(page, draft, stop)
        if is_clock_time(page, numeral):
            return None
    if numeral.form == "fraction" and numeral.scale == 1 and draft.kind != "money":
        # "half an hour", "a quarter of a mile"
        match = _OF_A_UNIT.match(low, end)
        part = unit_at(page, match.end() - 1, guarded=False) if match else None
        if part is not None and isinstance(part.meaning, Money):
            return _money(page, draft, part.meaning, part.end, part.factor)
        if part is not None and isinstance(part.meaning, Unit):
            return _physical(page, draft, part.meaning.id, part.meaning.factor, part.end, numeral)
    if draft.scale >= 1000 and low.startswith(" of ", end):  # "350 million of euros", in translations
        part = unit_at(page, end + 3, guarded=False)
        if part is not None and isinstance(part.meaning, Money):
            return _money(page, draft, part.meaning, part.end, part.factor)
    if gloss := _GLOSS.match(low, end):
        end = gloss.end() - 1
    unit = unit_at(page, end, guarded=sure or (draft.value or _ZERO) >= 100 or draft.scale != 1)
    if unit is not None and isinstance(unit.meaning, Money) and _belongs_right(page, unit.end, numeral):
        unit = None
    if unit is not None and low[end : unit.end].strip(" -") == "mark" and _is_passed(low, draft):
        unit = None
    if unit is not None and draft.kind == "money" and low[end] == "/":  # "Rs 500/-"
        return changed(draft, end=unit.end, bare=True)
    if unit is not None:
        if isinstance(unit.meaning, Money):
            return _money(page, draft, unit.meaning, unit.end, unit.factor)
        if draft.kind != "money":
            return _physical(page, draft, unit.meaning.id, unit.meaning.factor, unit.end, numeral)
    if draft.kind == "money":
        return changed(draft, bare=True)
    if low[end : end + 1].isalpha() or low[end : end + 1] == "_":
        return None
    return _plain(page, draft, numeral)


def _percent(page: Page, draft: Draft) -> Draft | None:
    low, end = page.low, draft.end
    if low[end : end + 2].lstrip(" -")[:1] not in _PERCENT_SIGNS:
        return None
    match = _POINTS_SURE.match(low, end)
    if match:
        return changed(draft, kind="points", unit="percentage_point", end=match.end(), bare=False)
    match = _BASIS.match(low, end)
    if match:
        return changed(
            _times(draft, Decimal("0.01")),
            kind="points",
            unit="percentage_point",
            end=match.end(),
            bare=False,
        )
    match = _PERCENT.match(low, end)
    if match and not low[match.end() : match.end() + 1].isdigit():
        return changed(draft, kind="percent", unit="percent", end=match.end(), bare=False)
    return None


def _multiple(page: Page, draft: Draft, stop: int) -> Draft:
    kind = times_kind(page, draft.core, stop)
    if kind == "count":
        return changed(draft, kind="count", end=stop - 6 if page.low[stop - 6] in " -" else stop, noun="times",
                       noun_span=(stop - 5, stop), bare=False)  # fmt: skip
    return changed(draft, kind="multiple", end=stop, bare=False)


def _belongs_right(page: Page, end: int, numeral: Numeral) -> bool:
    """ "in 2024 USD 6.3 billion", "in 2010 $ 30 million": the currency goes with the number after it."""
    match = _NUMBER_NEXT.match(page.low, end)
    if match is None:
        return False
    if page.low[end - 1] in "$€£¥":
        return not re.match(r" ?[$€£¥]", page.low[match.end() : match.end() + 2])
    return match[2] is not None or bool(match[1].strip("0123456789")) or is_year(page, numeral)


def _money(page: Page, draft: Draft, money: Money, end: int, factor: Decimal) -> Draft:
    if money.code == "GBP" and money.parts == 1 and draft.kind != "money" and _is_weight(page, draft, end):
        return changed(draft, kind="physical", unit="lb", end=end, bare=False)
    if draft.kind == "money" and money.parts > 1:
        return draft
    draft = _times(draft, factor / money.parts)
    match = _SCALE_AFTER.match(page.low, end) if draft.scale == 1 and money.parts == 1 else None
    if match:
        word = match[1] or match[2]
        draft, end = _times(draft, Decimal(_SCALE_VALUES[word])), match.end()
    return changed(draft, kind="money", unit=money.code, end=end, parts=money.parts, bare=False)


def _is_weight(page: Page, draft: Draft, end: int) -> bool:
    low = page.low
    word = low[draft.end : end].strip(" -")
    if not word.startswith("pound") or "sterling" in low[end : end + 10] or draft.scale != 1:
        return False
    if low.startswith(" of ", end) or (word == "pound" and draft.value != 1):
        return True
    return _WEIGHING.search(low[max(0, draft.start - 40) : end + 24]) is not None


def _physical(
    page: Page, draft: Draft, unit: str, factor: Decimal, end: int, numeral: Numeral
) -> Draft | None:
    low = page.low
    if unit in _TIME_UNITS and (
        low.startswith(("-old", " old", "s old"), end) and low[draft.end : draft.end + 1] == "-"
    ):
        return None
    if unit == "m3" and factor == 1 and draft.scale == 10**9 and draft.value is not None:
        draft, unit = _times(draft, Decimal("1e-9")), "bcm"
    draft = changed(_times(draft, factor), kind="physical", unit=unit, end=end, bare=False)
    more = _HALF_MORE.match(low, end) if draft.value == draft.value else None
    if more and draft.value is not None and unit in _TIME_UNITS | {"km", "mi", "t"}:
        part = Decimal("0.5") if more[1] == "half" else Decimal("0.25")
        draft = changed(
            draft, value=draft.value + part * factor, step=Decimal("0.1") * factor, end=more.end()
        )
    return draft


def _plain(page: Page, draft: Draft, numeral: Numeral) -> Draft | None:
    """A number with no unit: a year, a label, a rank, a count or a mere number."""
    low, end = page.low, draft.end
    if numeral.value == numeral.value.to_integral_value():
        rank = number_one_before(page, draft.core, end, numeral.value) or top_before(
            page, draft.core, end, numeral.value
        )
        if rank is not None:
            return rank
    if numeral.plain and draft.scale == 1 and (is_year(page, numeral) or is_date_or_label(page, numeral)):
        return None
    if numeral.form != "digits" and is_pronoun(page, numeral):
        return None
    if numeral.form == "fraction" and _is_period(page, draft):
        return None
    if numeral.form == "fraction" and _HALVING.search(low[max(0, draft.core - 24) : draft.core]):
        return changed(draft, kind="multiple", bare=False)
    if by_factor(page, draft.core):
        return changed(draft, kind="multiple", bare=False)
    match = _PERCENT_OF.search(low[max(0, draft.core - 16) : draft.core])
    if match and not low[end : end + 2].strip(" ").isalpha():
        start = max(0, draft.core - 16) + match.start()
        return changed(draft, kind="percent", unit="percent", core=start, start=start, bare=False)
    if numeral.form == "fraction" and numeral.scale == 1:
        return draft
    noun = counted_noun(page, end, single=numeral.value == 1 or low[end : end + 1] == "-")
    if noun is None:
        return draft
    return changed(draft, kind="count", noun=noun[0], noun_span=noun[1:])


def _is_period(page: Page, draft: Draft) -> bool:
    """ "the first half of 2024", "half-year", "the third quarter"."""
    low = page.low
    word = low[draft.core : draft.end]
    if "half" not in word and "quarter" not in word and "third" not in word:
        return False
    left = low[max(0, draft.core - 12) : draft.core]
    if _HALF_TIME.search(left) and not re.search(r"(?:about|than|nearly|almost|over) the $", left):
        return not (
            word == "half" and left.endswith(("the ", "each ")) and low.startswith(" of", draft.end)
        ) or bool(_HALF_NOT.match(low, draft.end))
    return _HALF_NOT.match(low, draft.end) is not None


def _negative(page: Page, draft: Draft, minus: bool) -> Draft:
    if draft.value is None or draft.kind == "rank":
        return draft
    if minus:
        return changed(draft, value=-draft.value)
    start = signed(page, draft.core)
    if start is not None:
        return changed(draft, value=-draft.value, core=start, start=start)
    low = page.low
    if low[draft.core - 1 : draft.core] == "(" and low[draft.end : draft.end + 1] == ")" and draft.scale == 1:
        left = low[max(0, draft.core - 12) : draft.core]
        if draft.kind in {"money", "number", "percent"} and draft.step < 1 and _ACCOUNTING.search(left):
            return changed(
                draft, value=-draft.value, core=draft.core - 1, start=draft.core - 1, end=draft.end + 1
            )
    return draft


def with_hedges(page: Page, draft: Draft) -> Draft:
    """Take in the hedge on either side."""
    if draft.kind == "rank" or (draft.noun == "times" and draft.kind == "count"):
        return draft
    after = hedge_after(page, draft.end)
    if after is not None and after[1].words.endswith(_COMPARING) and _NUMBER_COMES.match(page.low, after[0]):
        # "200 or greater than 190": the words belong to the next number.
        after = None
    if after is not None and draft.noun_span and after[0] > draft.noun_span[0]:
        after = None
    draft = _hedged_before(page, draft)
    if after is not None and draft.bound in {None, "around", "exact"}:
        draft = changed(draft, end=after[0], hedge=after[1].words, bound=after[1].bound)
        if after[1].bound == "around" and draft.bound is None:
            draft = changed(draft, bound="around")
    if draft.kind == "multiple":
        draft = _with_second_reading(page, draft)
    return draft


def _hedged_before(page: Page, draft: Draft) -> Draft:
    found = hedge_before(page, draft.start)
    if found is None:
        if last_word(page.low, draft.start) not in _LEAD_WORDS:
            return draft
        lead = _LEAD.search(page.low[max(0, draft.start - 20) : draft.start])
        if lead is None:
            return draft
        found = hedge_before(page, draft.start - len(lead[0]))
        if found is None or found[1].bound == "exact" or (draft.noun and not draft.noun_span):
            return draft
    start, hedge = found
    if draft.unit in _TIME_UNITS and hedge.words in {"over", "within", "around"}:
        if not _LASTING.search(page.low[max(0, start - 12) : start]) and start > 0:
            return draft
    draft = changed(draft, start=start, hedge=hedge.words, bound=hedge.bound)
    if hedge.bound in {"around", "exact"}:
        outer = hedge_before(page, start)
        if outer is not None and outer[1].bound in {"lower", "upper"}:
            draft = changed(draft, start=outer[0], hedge=outer[1].words, bound=outer[1].bound)
    return draft


def _with_second_reading(page: Page, draft: Draft) -> Draft:
    if draft.value is None:
        return draft
    if draft.value < 1 and draft.bound in {"lower", "below"}:
        # "more than halved" is less than a half; "nearly halved" somewhat more.
        band = Decimal("0.05")
        interval = (
            (draft.value - 2 * band, draft.value)
            if draft.bound == "lower"
            else (draft.value, draft.value + band)
        )
        return changed(draft, interval=interval)
    if not page.low.startswith("times", draft.end - 5):
        return draft
    low, high = hedged(draft.value, draft.step, draft.bound, "multiple")
    return changed(draft, alternative=second_reading(page, draft.start, low, high))
