"""The date of a document: from its dateline or label, or inferred from what it says (§P11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from dragoman.errors import RuleError
from dragoman.reading.annotations import TimeExpression
from dragoman.reading.dates.arithmetic import bounds, precision
from dragoman.reading.dates.expressions import find_dates
from dragoman.reading.dates.tenses import SENTENCE_END, tense_at
from dragoman.reading.dates.tokens import fold, windows_of

__all__ = ["datelines", "document_date", "filed_in"]

_FILE = "data/lexicon/en/datelines.yaml"
_LISTS = ("labels", "present", "measured", "ties")
# Lines and characters of the top and the foot of a document where a date line may stand.
_TOP, _FOOT, _LINE = 8, 4, 200
# What may stand before the date in a dateline: places, an agency, an outlet, a byline.
_PLACE = re.compile(r"[^\W\d_a-z][\w .,'’`()/|&·•:\-–]{0,78}|\([^)\n]{2,30}\)[\s\-–—]*|")
_AGENCY = re.compile(r"[\s,.]*(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/|\[[^\]\n]{2,40}\])?[\s,.]*(?:[-–—:]|$)")
# "8 July 2025. Kazinform - The head of state": the agency after the date; "KYIV, 12 May 2025."
_NAMED = re.compile(r"[\s,./|]*[^\W\d_a-z][\w/ ]{2,24}\s*[-–—]\s")
_SHOUTED = re.compile(r"(?<!\w)[^\W\d_a-z]{3,}(?!\w)")
# "the 2023 summit": a year that names something says little of when a text was written.
_NAMING = re.compile(r"\s+[^\W\d_]")
_ANNIVERSARY = re.compile(r"(\d{1,3})(?:st|nd|rd|th) (?:anniversary|year) of")
_YEARS_OF = re.compile(r"(?<![\d.,])(\d{1,3})[ -]years? of ")
_SINCE = re.compile(
    r"(?:established|establishment|began|begun|founded|independence|recogni[sz]ed|since|dating)\b"
)
# What began, or happened for the last time, in the year behind it; how far behind (assumed).
_ORIGIN = re.compile(
    r"\b(?:since|established|founded|dating|last (?:\w+ ){1,4}in|took office in|independence)\b[^.]*$"
)
_NEAR = 45
# "to" and a verb in as many characters before "by August 2011" leave open whether it came (assumed).
_CLAUSE = 120
_TO_DO = re.compile(r"\bto (?!\d)[a-z]+")
# What looks back on a completed year from the one after it.
_LATER = re.compile(
    r"\bthis (?:january|february|march|april|may|june|july|august|september|october|november|week|month|spring|summer)\b"
    r"|\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\blast year\b|\bthis year\b|\bso far\b|\bcompared (?:to|with)\b"
)
# A document is not dated more than this many years after the last year it names (assumed).
_LAG = 2
# A dateline heads one of as many first lines (assumed).
_LEADING = 12
# A date as datelines print it is shorter than this, weekday and "on the morning of" included (assumed).
_LONGEST = 60
# An agency or a dash stands within as many characters behind it; a line of its own is shorter than that.
_SIGNED, _SHORT = 50, 110
_DIGIT_OR_MONTH = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LABEL = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+){0,3}\s?:")
_SMALL = frozenset({"the", "of", "and", "by", "on", "de", "in", "for", "at"})


@dataclass(frozen=True, slots=True)
class _Words:
    labels: re.Pattern[str]
    present: re.Pattern[str]
    measured: tuple[str, ...]
    ties: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    import yaml

    data = yaml.safe_load(resources.files("dragoman").joinpath(_FILE).read_text("utf-8"))
    missing = [name for name in _LISTS if not isinstance(data.get(name), list) or not data[name]]
    if missing:
        raise RuleError(
            f"the list {missing[0]!r} is missing", where=_FILE, remedy="add it, one word an entry"
        )
    alternatives = {name: "|".join(re.escape(word) for word in data[name]) for name in _LISTS}
    return _Words(
        re.compile(rf"^\W{{0,4}}({alternatives['labels']})\b\s*[:\-–|]?\s*", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{alternatives['present']})(?!\w)"),
        tuple(data["measured"]),
        re.compile(rf"(?<!\w)(?:{alternatives['ties']})(?!\w)"),
    )


def document_date(text: str) -> tuple[str | None, str]:
    """The date of a document by its own words.

    Returns
    -------
    tuple of (str or None, str)
        EDTF, no finer than the text allows (an inferred date is a year), and how: ``dateline``,
        ``inferred``, or ``unknown`` with None.

    Examples
    --------
    >>> document_date("ASTANA, June 9, 2025 — The presidents met.")
    ('2025-06-09', 'dateline')
    """
    stated = _stated(text)
    if stated is not None and stated[1]:
        return stated[0], "dateline"
    year = _inferred_year(text, dated=stated is not None)
    if stated is not None and year is not None:
        resolved = f"{year:04d}{stated[0]}"
        if bounds(resolved)[0]:
            return resolved, "dateline"
    return (f"{year:04d}", "inferred") if year is not None else (None, "unknown")


_SHOUT = r"[^\W\d_a-z]{3,}(?:[ '’.\-][^\W\d_a-z]+){0,3}"
_TITLED = r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+){0,2}"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?"
_DAY = (
    rf"(?i:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:,? \d{4})?"
)
# "Jan 13-15: The minister visits A.": several such lines are a chronicle and no dateline (assumed).
_ENTRY = re.compile(rf"^[ \t]*{_DAY}(?:\s?[-–]\s?\d{{1,2}})?\s?[:–—-]\s", re.M)
_ENTRIES, _HEAD = 2, 4000
_SOURCE = r"\s*[,.]?\s*(?:\([^)\n]{2,60}\)|/[^/\n]{2,30}/|\[[^\]\n]{2,40}\])"
_SIGN = r"\s*(?:[–—:]|--?(?=\s))\s*"
_REGION = r"(?:, [^\n:()–—-]{2,30}?)?"
_LEADS = tuple(
    re.compile(pattern)
    for pattern in (
        # SKOPJE, July 15 (Agency) -- ; Skopje, North Macedonia – ; SKOPJE — July 15, 2025 —
        rf"(?:\([^)\n]{{2,20}}\)\s*)?(?:{_SHOUT}|{_TITLED},[^\n(]{{3,24}}?){_REGION}(?:{_SOURCE})*{_SIGN}(?:{_DAY}{_SIGN})?",
        # SKOPJE. July 15. AGENCY –
        rf"{_SHOUT}\. (?:{_DAY}\.? )?{_SHOUT}{_SIGN}",
        # Skopje, Jul 15 (Agency) with no sign behind it
        rf"(?:{_SHOUT}|{_TITLED}){_REGION},? {_DAY}{_SOURCE}\s+",
        rf"{_SHOUT} \((?=[^)\n]*\d)[^)\n]{{6,60}}\)\s+",
        # 15 July 2025, Skopje –
        rf"{_DAY}(?:,| \|) (?:{_SHOUT}|{_TITLED})(?:{_SOURCE})?{_SIGN}",
        # (SKOPJE) – ; [Skopje, 15 July]
        rf"\((?:{_SHOUT}|{_TITLED})(?:, [^)\n]{{2,40}})?\){_SIGN}",
        rf"\[ ?(?:{_SHOUT}|{_TITLED})(?:, [^\]\n]{{2,40}})?\](?:{_SIGN}|\s+)",
    )
)


def datelines(text: str) -> list[tuple[int, int]]:
    """(start, end) of what heads a line with place, agency and date: "KYIV, May 5 (Agency) - ".

    A passage begins behind it: where and when a text was filed is not what it says.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text[:6000].splitlines(keepends=True)[:_LEADING]:
        lead = next((found for lead in _LEADS if (found := lead.match(line))), None)
        if lead is not None and len(line) > lead.end() + _SHORT // 2:
            spans.append((at, at + lead.end()))
        at += len(line)
    return spans


_FILED = re.compile(rf"{_SHOUT}{_REGION},? {_DAY}(?:\.\s|\s*\n)")
"""A place and a day that a full stop or the end of the line sets off: "BAKU, Azerbaijan, May 1. "."""


def filed_in(text: str) -> int:
    """Where the dateline ends that opens a text, 0 where none does."""
    line = text[:_LINE]
    ends = (found.end() for lead in (*_LEADS, _FILED) if (found := lead.match(line)))
    return next(ends, 0)


def _stated(text: str) -> tuple[str, bool] | None:
    """EDTF and True of a date line with its year; ``-06-09`` and False where it lacks the year."""
    lines = _edge_lines(text)
    best: tuple[int, str] | None = None
    for line in lines:
        found = _labelled(line)
        if found is not None and (best is None or found[0] < best[0]):
            best = found
    if best is not None:
        return best[1], True
    if len(_ENTRY.findall(text, 0, _HEAD)) >= _ENTRIES:
        return None
    for line in lines[:_TOP]:
        dated = _dateline(line)
        if dated is not None:
            return dated
    return None


def _edge_lines(text: str) -> list[str]:
    top: list[str] = []
    start = 0
    while len(top) < _TOP and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + _LINE)].strip()
        if line:
            top.append(line)
        start = end + 1
    foot = [line.strip() for line in text[-800:].split("\n")[-_FOOT:] if 0 < len(line.strip()) < _LINE]
    return top + [""] * (_TOP - len(top)) + foot


def _labelled(line: str) -> tuple[int, str] | None:
    """Rank of the label and EDTF of "Published: 8 July 2025"."""
    match = _words().labels.match(line)
    if match is None:
        return None
    found = [e for e in find_dates(line[match.end() : match.end() + 60]) if e.edtf and e.start <= 12]
    if not found or precision(found[0].edtf or "") not in ("day", "month"):
        return None
    between = line[match.end() : match.end() + found[0].start]
    if _OTHER_LABEL.search(between) and not _words().labels.match(between):
        return None  # "Date started: 1975-11-20" tells of something in the text
    rank = 1 if match[1].lower().startswith(("last", "updated", "modified")) else 0
    return rank, found[0].edtf or ""


def _dateline(line: str) -> tuple[str, bool] | None:
    """A line such as "ASTANA, June 9 -", "(Reuters) - Sept 3", "The Astana Times, 8 July 2025"."""
    names = _names_end(line)
    head = line[: names + _LONGEST + _SIGNED]
    if (
        len(line) >= _SHORT
        and not any(sign in head for sign in "-–—:(")
        and not _SHOUTED.search(line, 0, names)
    ):
        return None
    if not _may_have_day(line[: min(140, names + _LONGEST)]):
        return None
    for expression in find_dates(line[:140], "2000"):
        edtf = expression.edtf
        if (
            edtf is None
            or precision(edtf) != "day"
            or expression.kind != "date"
            or expression.relation != "in"
        ):
            continue
        before, after = line[: expression.start], line[expression.end :]
        whole = len(line) < _SHORT and not after.strip(" |.,:;()-–—0123456789apmAPMGTUC+•·")
        if not _PLACE.fullmatch(before.strip() + " " if before.strip() else ""):
            return None
        signed = (
            _AGENCY.match(after)
            or _NAMED.match(after)
            or (_SHOUTED.search(before) and after.startswith("."))
            or before.startswith("(")
            or (before.rfind("(") > before.rfind(")") and after.startswith(")"))
        )
        if not _is_title(before) or not (whole or signed):
            return None
        closed = expression.anchor is None
        return (edtf, True) if closed else (edtf[4:], False)
    return None


def _is_title(before: str) -> bool:
    """Whether what stands before the date is names only: no lower-case word but small ones."""
    words = re.findall(r"[^\W\d_]+", before)
    return len(words) <= 9 and all(word[0].isupper() or word in _SMALL for word in words)


def _names_end(line: str) -> int:
    """Where the names end that a line begins with; a dateline's date begins there at the latest."""
    for match in _WORD.finditer(line):
        word = match.group()
        if not word[0].isupper() and word not in _SMALL:
            return match.start()
    return len(line)


def _may_have_day(text: str) -> bool:
    """Whether a day of the calendar may stand in a text: it has a digit, a month or a holiday."""
    folded = fold(text)
    windows, holidays = windows_of(folded)
    return bool(windows) and bool(any(end > 0 for end in holidays.values()) or _DIGIT_OR_MONTH.search(folded))


def _inferred_year(text: str, *, dated: bool) -> int | None:
    """The year of writing that the text's own years, verbs and anniversaries point to.

    ``dated``: a date line without its year shows that the text is news.
    """
    folded = fold(text)
    found = [e for e in find_dates(text) if e.edtf]
    years = [(year, e) for e in found if (year := _last_year(e)) is not None]
    latest = _latest_past(text, folded, years)
    if latest is None:
        return None
    told = [e for year, e in years if year == latest and not _ahead(text, folded, e)]
    by_age = _by_anniversary(folded, found, latest)
    if by_age is not None:
        return by_age
    opening = SENTENCE_END.search(text)
    lead = opening.end() if opening else len(text)
    if any(precision(e.edtf or "") == "day" and e.start < lead for e in told):
        return latest
    if not dated and all(_is_origin(folded, e) for e in told):
        return None  # "the first visit since 1993" was not written in 1993
    if not dated and (
        not (_words().present.search(folded) or _LATER.search(folded)) or all(_names(text, e) for e in told)
    ):
        return None
    completed = all(_is_whole(e.edtf or "") and _measured(folded, e) for e in told)
    return latest + 1 if completed and (dated or _LATER.search(folded)) else latest


def _latest_past(text: str, folded: str, years: list[tuple[int, TimeExpression]]) -> int | None:
    """The latest year that does not lie ahead of the text; the verbs are asked from the last year back."""
    for year, e in sorted(years, key=lambda found: -found[0]):
        if not _ahead(text, folded, e):
            return year
    return None


def _is_origin(folded: str, expression: TimeExpression) -> bool:
    """Whether a time is when something began or last happened: "since 2014", "last visited in 2014"."""
    if (expression.edtf or "").endswith("/.."):
        return True
    near = folded[max(0, expression.start - _NEAR) : expression.start]
    return _ORIGIN.search(near) is not None


def _names(text: str, expression: TimeExpression) -> bool:
    before = text[max(0, expression.start - 4) : expression.start].lower()
    return before.endswith("the ") and _NAMING.match(text, expression.end) is not None


def _is_whole(edtf: str) -> bool:
    """Whether a value is whole years: 2024, 2005/2024."""
    return all(len(end.rstrip("~")) == 4 for end in edtf.split("/"))


def _ahead(text: str, folded: str, expression: TimeExpression) -> bool:
    if expression.relation == "by" and _reached(text, folded, expression):
        return False
    if expression.relation in ("by", "until", "before"):
        return expression.part is None or tense_at(text, folded, expression.start, expression.end) == "future"
    return tense_at(text, folded, expression.start, expression.end) == "future"


def _reached(text: str, folded: str, expression: TimeExpression) -> bool:
    """Whether a month or day with "by" is when something was counted: "capitalised at $864 million by August 2011"."""
    if precision(expression.edtf or "") not in ("month", "day"):
        return False
    floor = max(0, expression.start - _CLAUSE)
    low = max(floor, folded.rfind(". ", floor, expression.start), folded.rfind("\n", floor, expression.start))
    return (
        tense_at(text, folded, expression.start, expression.end) == "past"
        and _TO_DO.search(folded, low, expression.start) is None
        and _measured(folded, expression)
    )


def _last_year(expression: TimeExpression) -> int | None:
    low, high = bounds(expression.edtf)
    if expression.edtf is not None and "X" in expression.edtf:
        return None
    day = high or low
    return day.year if day is not None and 1900 <= day.year <= 2100 else None


def _measured(folded: str, expression: TimeExpression) -> bool:
    """Whether the sentence gives a figure: "In 2024, trade reached $375 million"."""
    floor, limit = max(0, expression.start - 300), expression.end + 300
    low = max(folded.rfind(sign, floor, expression.start) for sign in (". ", "\n")) + 1
    ends = [end for sign in (". ", "\n") if (end := folded.find(sign, expression.end, limit)) >= 0]
    sentence = folded[max(low, floor) : min([*ends, limit])]
    return any(word in sentence for word in _words().measured)


def _by_anniversary(folded: str, found: list[TimeExpression], latest: int) -> int | None:
    """An age: "33 years of ties" and "established in 1992" make 2025, if no later year is named."""
    origins = [
        year
        for e in found
        if (year := _last_year(e)) is not None
        and precision(e.edtf or "") in ("year", "month", "day")
        and _SINCE.search(folded, max(0, e.start - 80), e.start)
    ]
    for count in _ages(folded):
        for origin in origins:
            if latest <= origin + count <= latest + _LAG and count > 0:
                return origin + count
    return None


def _ages(folded: str) -> list[int]:
    ties = _words().ties
    ages: list[int] = []
    if "year" not in folded and "anniversary" not in folded:
        return ages
    for match in _YEARS_OF.finditer(folded):
        if ties.search(folded, match.end(), match.end() + 40):
            ages.append(int(match[1]))
    for match in _ANNIVERSARY.finditer(folded):
        if ties.search(folded, match.end(), match.end() + 60):
            ages.append(int(match[1]))
    return ages
