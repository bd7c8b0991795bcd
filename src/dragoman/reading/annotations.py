"""What the annotators find in a text: typed spans that rules then combine.

Offsets are code points into the document's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = [
    "OrganisationMention",
    "PartyMention",
    "PersonMention",
    "PlaceMention",
    "Quantity",
    "TimeExpression",
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as an interval.

    Parameters
    ----------
    start, end, text
        The span, hedge ("nearly", "over") included.
    kind : str
        ``money``, ``percent``, ``points`` (percentage points), ``multiple`` ("48 times",
        "doubled"), ``rank`` ("third largest"), ``count``, ``physical`` or ``number``.
    value, low, high : Decimal or None
        As printed, scaled; and what printed precision and hedge leave open (None: unbounded).
    unit : str
        ISO 4217, ``percent``, ``1``, ``t``, ``km``, ... ``1`` where the text gives none.
    hedge : str or None
        The hedge word, lower-cased.
    noun : str or None
        For a count: the noun counted, lower-cased ("companies").
    alternative : tuple of Decimal or None
        A second reading as (low, high): "increased by 11 times" is 11 or 12 times.
    noun_span : tuple of int or None
        Where the counted noun stands.
    role : str or None
        ``from`` or ``to`` for the two ends of a change ("from 20% to 30%").
    """

    start: int
    end: int
    text: str
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: str | None = None
    noun: str | None = None
    alternative: tuple[Decimal | None, Decimal | None] | None = None
    noun_span: tuple[int, int] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date, span or relative time, resolved.

    ``kind`` is ``date`` (a point or span in time), ``relative`` (resolved against the
    document's date or another expression), ``duration`` ("33 years": no EDTF) or ``set``.
    ``anchor`` says in words what a relative one was resolved against. ``relation`` is ``in``,
    ``since``, ``from``, ``by``, ``until``, ``before`` or ``after``: "by 2030" is 2030 with ``by``.
    ``part`` is ``early``, ``mid``, ``late``, ``start`` or ``end`` of the period that ``edtf`` gives.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str = "date"
    anchor: str | None = None
    relation: str = "in"
    part: str | None = None


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A country, territory, bloc or body named in the text.

    ``form`` is ``name``, ``demonym`` (adjective or people: "Bulgarian"), ``capital``,
    ``seat`` ("the Kremlin"), ``person`` (a leader's name), ``alias`` ("the former Yugoslav
    republic"), ``pair`` ("the two countries", all codes), ``acronym``. ``codes`` has one code
    but for pairs and compounds ("Kazakh-Turkish"), whose form is ``compound``, or ``capitals``
    where each part is one ("the Belgrade-Sarajevo road"); ``affiliate`` is an
    organisation whose name shows its country ("Turkish Airlines").
    """

    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Somebody named: full name where the document gives one, role, country (alpha-3)."""

    start: int
    end: int
    text: str
    name: str
    role: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A company, ministry, bank, commission or forum named in the text."""

    start: int
    end: int
    text: str
    name: str
    type: str
    country: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A city or port named in the text: alpha-3 country and UN/LOCODE (None where not sure)."""

    start: int
    end: int
    text: str
    name: str
    country: str
    locode: str | None
