"""Spans between two times, open spans, and relations such as by and until (§P7)."""

from __future__ import annotations

import re

from dragoman.reading.dates import arithmetic as calendar
from dragoman.reading.dates.atoms import Atom, joined
from dragoman.reading.dates.grammar import Cascade, Tokens, first, reduced
from dragoman.reading.dates.tokens import Token

__all__ = ["add_range_rules", "last_day", "open_from", "open_until"]

# The first months of a year, not all of it.
_MONTHS_OF_YEAR = re.compile(r"(\d{4})-01/\1-(?:0[2-9]|1[01])")


def add_range_rules(cascade: Cascade) -> None:
    """Spans between two times, open spans, and relations such as by and until."""

    @cascade.rule(r"A,A", need=",")
    def day_and_year(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """5/7, 2020."""
        day, year = t[0].value, t[2].value
        if day.make is None or day.unit != "day" or year.unit != "year" or year.edtf is None or not year.bare:
            return None
        edtf = day.make(int(year.edtf)) if year.edtf.isdigit() else None
        return reduced(t, Atom("day", edtf=edtf)) if edtf else None

    @cascade.rule(r"[rws]i?h?A(?:[tu&]i?|-)h?A|Ai?[tu\-]h?A", need="A tu&-")
    def span(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """From May to July 2024; between 2005 and 2024; Jan-Feb 2017."""
        if t[0].cls in "rs" and first(t, "&") is not None:
            return None
        atoms = [x.value for x in t if x.cls == "A"]
        left, right = atoms[0], atoms[1]
        if left.edtf and right.edtf and calendar.interval(left.edtf, right.edtf) is None:
            return None
        if "/" in (left.edtf or "") and "/" in (right.edtf or "") and left.unit == "range":
            return None
        if left.part == "end":
            left = left.mapped(_next_unit)
        made = joined(left, right)
        return reduced(t, made)

    @cascade.rule(
        r"h?(?:sA|(?:z[jri]?)h?A|rh?Aj|rh?AL|rh?A&?j?L|A&l(?!_))|[zP]jh?A|sih?A|sh?A", need="A szrPl"
    )
    def since(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Since 2019; from 2014 onwards; 2012 or later; starting next week."""
        atom: Atom = (first(t, "A") or t[0]).value
        if t[0].cls == "P" and t[0].value != "start":
            return reduced(t, atom) if atom.unit == "day" else None  # "late on Monday"
        later = first(t, "l")
        if later is not None and atom.unit == "range":
            return None
        if later is not None and later.value < 0:
            made = atom.mapped(open_until)
            return reduced(t, made.said("until"))
        verb = first(t, "z")
        if (
            verb is not None
            and atom.edtf is None
            and atom.make is None
            and atom.unit not in ("week", "day", "month", "year")
        ):
            return None
        made = atom.mapped(open_from)
        return reduced(t, made.said("since"))

    @cascade.rule(r"uh?A", need="u")
    def until(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Until 2019."""
        atom: Atom = t[-1].value
        return reduced(t, atom.mapped(open_until).said("until"))

    @cascade.rule(r"(?:l_)h?A", need="l")
    def later_than(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """Later than 2020; no later than 1 January 2010."""
        if t[1].value != "than":
            return None
        atom: Atom = t[-1].value
        negated = at > 0 and tokens[at - 1].value in ("no", "not")
        if negated:
            change, relation = (open_until, "until") if t[0].value > 0 else (open_from, "since")
        else:
            change, relation = (_after, "after") if t[0].value > 0 else (_strictly_before, "before")
        return reduced(t, atom.mapped(change).said(relation))

    @cascade.rule(r"A(?:,A)*,?&A", need="&")
    def shared_year(t: Tokens, _all: Tokens, _at: int) -> Tokens | None:
        """May and June 2024: both of 2024."""
        last: Atom = t[-1].value
        others = [x for x in t[:-1] if x.cls == "A"]
        if last.edtf is None or last.unit not in ("day", "month", "quarter"):
            return None
        if any(x.value.make is None or x.value.unit != last.unit for x in others):
            return None
        end = calendar.bounds(last.edtf)[0]
        if end is None:
            return None
        out: Tokens = []
        for x in t:
            edtf = x.value.make(end.year) if x.cls == "A" and x.value.make else None
            out.append(Token(x.start, x.end, "A", Atom(x.value.unit, edtf=edtf)) if edtf else x)
        return out

    @cascade.rule(r"Rth?A", need="R t A")
    def prior_to(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """Prior to 2015."""
        if t[0].value[1] != "prior":
            return None
        atom: Atom = t[-1].value
        return reduced(t, atom.mapped(_strictly_before).said("before"))

    @cascade.rule(r"[bf]h?A", need="bf A")
    def before_after(t: Tokens, tokens: Tokens, at: int) -> Token | None:
        """Before 2018 (../2017); after 2016 (2017/..)."""
        atom: Atom = t[-1].value
        if len(t) == 3 and at + 3 < len(tokens) and tokens[at + 3].cls == "_":
            return None  # after the 2019 summit
        if atom.part is not None and atom.part != "end":
            change, relation = (open_from, "after") if t[0].cls == "f" else (open_until, "before")
        elif t[0].cls == "b":
            change, relation = (open_until if atom.part == "end" else _strictly_before), "before"
        else:
            change, relation = _after_months, "after"
        return reduced(t, atom.mapped(change).said(relation))

    @cascade.rule(r"yh?A", need="y")
    def by(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """By 2030: the date itself, with the relation (§P7)."""
        atom: Atom = t[-1].value
        return reduced(t, atom.said("by"))

    @cascade.rule(r"rh?A", need="r")
    def from_(t: Tokens, _all: Tokens, _at: int) -> Token | None:
        """From 2014, with no end given: the date itself, with the relation."""
        atom: Atom = t[-1].value
        return Token(t[-1].start, t[-1].end, "A", atom.said("from"))


def last_day(edtf: str) -> str | None:
    last = calendar.bounds(edtf)[1]
    return last.isoformat() if last else None


def _next_unit(edtf: str) -> str | None:
    """A span "from the end of March" begins with April (§P7)."""
    last = calendar.bounds(edtf)[1]
    if last is None or "/" in edtf:
        return edtf
    return calendar.unit_around(last, calendar.precision(edtf), 1)


def open_from(edtf: str) -> str | None:
    return f"{edtf.split('/')[0].rstrip('~')}/.."


def open_until(edtf: str) -> str | None:
    end = edtf.split("/")[-1].rstrip("~")
    return f"../{end}" if end != ".." else None


def _after_months(edtf: str) -> str | None:
    """What "after eleven months of 2023" tells of is those months; else from the unit after."""
    return edtf if _MONTHS_OF_YEAR.fullmatch(edtf) else _after(edtf)


def _after(edtf: str) -> str | None:
    """From the unit after; a day counts itself, as its hours may come after what is meant (§P7)."""
    end = edtf.split("/")[-1]
    last = calendar.bounds(end)[1]
    if last is None:
        return None
    unit = calendar.precision(end.rstrip("~"))
    if unit == "day":
        return f"{last.isoformat()}/.."
    following = calendar.unit_around(last, unit if unit != "range" else "day", 1)
    return f"{following}/.." if following else None


def _strictly_before(edtf: str) -> str | None:
    start = edtf.split("/")[0]
    low = calendar.bounds(start)[0]
    if low is None:
        return None
    unit = calendar.precision(start.rstrip("~"))
    previous = calendar.unit_around(low, unit if unit != "range" else "day", -1)
    return f"../{previous}" if previous else None
