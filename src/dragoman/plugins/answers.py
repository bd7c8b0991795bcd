"""What a language model answered, held against the statement contract and the text.

Nothing is taken on trust: the passage must stand in the text word for word, codes must be in the
tables, numbers must be numbers, and the value of a figure must stand in its passage, scale words
aside. What does not pass is dropped with its reason.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from dragoman.codes import is_body, is_country
from dragoman.model.documents import Document
from dragoman.model.periods import is_period
from dragoman.model.statements import (
    KINDS,
    MEASURES,
    STATUSES,
    Attribution,
    Count,
    Evidence,
    Person,
    Place,
    Product,
    Statement,
)

__all__ = ["Dropped", "answered", "statements_of"]

_FENCE = re.compile(r"\A\s*```[a-z]*\n(.*?)\n?```\s*\Z", re.S)
_PRINTED = re.compile(r"\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|double[ds]?|doubling|"
    r"tripl(?:e[ds]?|ing)|quadruple[ds]?|half|halve[ds]?|third|quarter|twice|thrice|fold|first|second)",
    re.I,
)
_MOST = 2_000  # characters of a name or an object; more is no name
_TYPES = ("person", "institution", "document")


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that is no statement: why, and what it was."""

    why: str
    answer: str


class _Refused(ValueError):  # it never leaves this module
    """Why an answer is no statement."""


def answered(content: str) -> list[Any]:
    """The list of answers in a message: JSON, alone or in a fence, a list or an object with ``statements``.

    Raises
    ------
    ValueError
        It is nothing of the kind.
    """
    fenced = _FENCE.match(content)
    found = json.loads(fenced[1] if fenced else content, parse_float=Decimal)
    if isinstance(found, dict):
        found = found.get("statements")
    if not isinstance(found, list):
        raise ValueError("no list of statements")
    return found


def statements_of(
    answers: Sequence[Any], document: Document, rule: str, window: tuple[int, int] | None = None
) -> tuple[list[Statement], list[Dropped]]:
    """Statements in the order of their passages, and what was dropped.

    Parameters
    ----------
    window : (int, int), optional
        The part of the text that was shown [code points]; passages are looked for there.
    """
    kept: dict[str, Statement] = {}
    dropped: list[Dropped] = []
    used: dict[str, int] = {}
    for answer in answers:
        try:
            s = _statement(answer, document, rule, window or (0, len(document.text)), used)
        except _Refused as refused:
            dropped.append(Dropped(str(refused), json.dumps(answer, default=str, ensure_ascii=False)[:400]))
        else:
            kept.setdefault(s.id, s)
    return sorted(kept.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.id)), dropped


def _statement(
    answer: Any, document: Document, rule: str, window: tuple[int, int], used: dict[str, int]
) -> Statement:
    if not isinstance(answer, dict):
        raise _Refused("no object")
    kind, mode, status = answer.get("kind"), answer.get("mode"), answer.get("status", "actual")
    if not isinstance(kind, str) or not isinstance(mode, str) or mode not in KINDS.get(kind, ()):
        raise _Refused(f"no kind and mode {kind}/{mode}")
    if status not in STATUSES:
        raise _Refused(f"no status {status}")
    actor, recipient = _parties(answer, "actor"), _parties(answer, "recipient")
    if not actor and not recipient:
        raise _Refused("no party")
    date = _period(answer, "date")
    evidence = _evidence(answer, document, window, used)
    more = _figure(answer, evidence.text) if kind == "figure" else {}
    if kind == "composition":
        more = {"flow": mode, "products": _products(answer.get("products"))}
    seed = (document.id, kind, mode, actor, recipient, evidence.start, evidence.end, date, status,
            *(more.get(name) for name in ("measure", "value", "unit", "base")), rule)  # fmt: skip
    text = "\x00".join(map(str, seed)).encode("utf-8", "surrogatepass")
    return Statement(
        id="st_" + hashlib.sha256(text).hexdigest()[:16],
        kind=kind, mode=mode, actor=actor, recipient=recipient, date=date, status=status, evidence=evidence, rule=rule,
        # How often it is right has not been measured: zero says so.
        confidence=0.0,
        people=_people(answer.get("people")),
        organisations=tuple(_text(o, "organisation") for o in _list(answer.get("organisations"))),
        place=_place(answer.get("place")), object=_optional(answer.get("object"), "object"),
        count=_count(answer.get("count")), attribution=_attribution(answer.get("attribution")),
        **more,
    )  # fmt: skip


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > 100:
        raise _Refused("a list is none, or too long")
    return value


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _MOST:
        raise _Refused(f"{what} is no text")
    return value


def _optional(value: Any, what: str) -> str | None:
    return None if value is None or value == "" else _text(value, what)


def _mapping(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _Refused(f"{what} is no object")
    return value


def _code(value: Any) -> str:
    if not isinstance(value, str) or not (is_country(value) or is_body(value)):
        raise _Refused(f"no code {value!r}"[:80])
    return value


def _parties(answer: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_code(c) for c in _list(answer.get(name))))


def _period(answer: Mapping[str, Any], name: str) -> str | None:
    value = answer.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not is_period(value):
        raise _Refused(f"{name} is no EDTF: {value!r}"[:80])
    return value


def _evidence(
    answer: Mapping[str, Any], document: Document, window: tuple[int, int], used: dict[str, int]
) -> Evidence:
    passage = answer.get("quote")
    if not isinstance(passage, str) or not passage.strip():
        raise _Refused("no passage")
    passage = passage.strip()
    # The same words again: the next place where they stand, where there is one.
    start = document.text.find(passage, used.get(passage, window[0]), window[1])
    if start < 0:
        start = document.text.find(passage, *window)
    if start < 0:
        raise _Refused("the passage is not in the text word for word")
    used[passage] = start + 1
    return Evidence(document.name, start, start + len(passage), passage)


def _number(value: Any, what: str) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise _Refused(f"{what} is no number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise _Refused(f"{what} is no number") from None
    if not number.is_finite() or abs(number) >= Decimal("1e30"):
        raise _Refused(f"{what} is no number that figures have")
    return number


def _stands_in(value: Decimal, passage: str) -> bool:
    """Whether a number of the passage, with or without a scale, is the value; words are let pass.

    Scales are those of English, by powers of ten: "$375.2 million" is 375.2 times ten to the sixth.
    """
    printed = [_digits(m[0]) for m in _PRINTED.finditer(passage)]
    if not printed:
        return True
    wanted = abs(value).normalize().as_tuple()
    # A year stands beside "doubled", so a value in words cannot be told from one that is not there.
    in_words = bool(_IN_WORDS.search(passage))
    return in_words or any(n.normalize().as_tuple().digits == wanted.digits for n in printed)


def _digits(text: str) -> Decimal:
    """The number printed; a comma groups thousands, or is a decimal mark where it cannot."""
    plain = text.replace(" ", "").replace("\u00a0", "")
    grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain)
    return Decimal(plain.replace(",", "") if grouped else plain.replace(",", "."))


def _figure(answer: Mapping[str, Any], passage: str) -> dict[str, Any]:
    measure = answer.get("measure", "level")
    if measure not in MEASURES:
        raise _Refused(f"no measure {measure}")
    value, low, high = (_number(answer.get(name), name) for name in ("value", "low", "high"))
    if value is None and low is None and high is None:
        raise _Refused("a figure without a number")
    if value is not None and low is None and high is None:
        low = high = value
    ends = [n for n in (low, value, high) if n is not None]
    if ends != sorted(ends):
        raise _Refused("low, value and high are not in order")
    if value is not None and not _stands_in(value, passage):
        raise _Refused("the value does not stand in the passage")
    unit = _optional(answer.get("unit"), "unit")
    if unit is None:
        raise _Refused("a figure without a unit")
    product = answer.get("product")
    return {
        "measure": measure, "value": value, "low": low, "high": high, "unit": unit, "base": _period(answer, "base"),
        "product": None if product is None else _product(product),
    }  # fmt: skip


def _product(value: Any) -> Product:
    found = _mapping(value, "product")
    hs = _optional(found.get("hs"), "HS code")
    if hs is not None and not re.fullmatch(r"\d{2}(?:\d{2}){0,2}", hs):
        raise _Refused("no HS code")
    return Product(_text(found.get("text"), "product"), hs)


def _products(value: Any) -> tuple[Product, ...]:
    found = tuple(_product(p) for p in _list(value))
    if not found:
        raise _Refused("a composition without goods")
    return found


def _people(value: Any) -> tuple[Person, ...]:
    out = []
    for one in _list(value):
        p = _mapping(one, "person")
        country = p.get("country")
        out.append(
            Person(
                _text(p.get("name"), "name"),
                _optional(p.get("role"), "role"),
                None if country is None else _code(country),
            )
        )
    return tuple(out)


def _place(value: Any) -> Place | None:
    if value is None:
        return None
    p = _mapping(value, "place")
    country = p.get("country")
    return Place(_text(p.get("name"), "place"), None if country is None else _code(country), None)


def _count(value: Any) -> Count | None:
    if value is None:
        return None
    found = _mapping(value, "count")
    ends = (found.get("low"), found.get("high"))
    if any(e is not None and (isinstance(e, bool) or not isinstance(e, int) or e < 0) for e in ends):
        raise _Refused("count is no number")
    low, high = ends
    if low is not None and high is not None and low > high:
        raise _Refused("count is not in order")
    return Count(low, high)


def _attribution(value: Any) -> Attribution | None:
    if value is None:
        return None
    found = _mapping(value, "attribution")
    if found.get("type") not in _TYPES:
        raise _Refused("attribution of no type")
    return Attribution(_text(found.get("source"), "source"), found["type"], found.get("quoted") is True)
