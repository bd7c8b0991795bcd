"""Whether something later is plainly what was pledged, and which acts are worth comparing with a pledge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.model.statements import Statement

__all__ = ["Acts", "day_of", "fulfils", "parties_of"]

# Acts that can fulfil each other: a visit that was announced is told as a meeting.
_ALIKE = (
    {"visit", "meeting", "session", "forum"},
    {"agreement", "treaty", "memorandum", "declaration", "protocol"},
)
# A body that sits has been formed.
_BODY, _SITTING = "body", "session"
_WORD = re.compile(r"\w{4,}")
# Words that an act must share with a pledge, beside parties and kind.
_SHARED = 3
# A visit or meeting announced without a date is told as held within so many days (assumed).
_SOON = 731


def parties_of(s: Statement) -> frozenset[str]:
    """Actors and recipients."""
    return frozenset((*s.actor, *s.recipient))


def day_of(edtf: str | None) -> int | None:
    """The last day of a date, as an ordinal."""
    from dragoman.reconciling.periods import span_of

    span = span_of(edtf)
    return None if span is None else span.last


class Acts:
    """Acts by what a pledge must share with the one that fulfils it, so that few are compared."""

    def __init__(self, done: Iterable[Statement]) -> None:
        self._by: dict[tuple[str, frozenset[str], str], list[Statement]] = {}
        for s in done:
            marks = {*_marks(s), *(("dated",) if s.date else ())}
            for word in marks:
                self._by.setdefault((s.kind, parties_of(s), word), []).append(s)
            for word in _content(s) if s.mode == _SITTING else ():
                self._by.setdefault(("tie", parties_of(s), word), []).append(s)

    def near(self, pledge: Statement) -> list[Statement]:
        """Acts of the same kind and parties that share a word with it, or a surname, or a date; by id."""
        found: dict[str, Statement] = {}
        marks = set(_marks(pledge))
        if pledge.kind == "contact" and pledge.date:
            # Where a date has no two ends, no overlap can be asked for.
            marks.add("open" if _span(pledge.date) else "dated")
        for word in marks:
            for s in self._by.get((pledge.kind, parties_of(pledge), word), ()):
                found[s.id] = s
        return [found[id] for id in sorted(found)]


def _marks(s: Statement) -> Set[str]:
    """What two statements of one act have in common, at least one of (see `fulfils`)."""
    if s.kind != "contact":
        return _content(s)
    surnames = {f"name {name}" for name in _surnames(s)}
    span = _span(s.date) if s.date else None
    if span is None:
        return surnames | ({"open"} if s.date else set())
    years = range(date.fromordinal(span.first).year, date.fromordinal(span.last).year + 1)
    return surnames | {f"year {y}" for y in years[:_MOST_YEARS]}


# An act told of a longer span than this is found by its first years only (assumed: none is).
_MOST_YEARS = 60


def fulfils(pledge: Statement, act: Statement, dates: dict[str, str]) -> bool:
    """Whether an act is plainly what was pledged: same parties and kind, a shared name or words."""
    sits = pledge.mode == _BODY and act.mode == _SITTING
    if (act.kind != pledge.kind and not sits) or parties_of(act) != parties_of(pledge):
        return False
    same = sits or act.mode == pledge.mode or any({act.mode, pledge.mode} <= group for group in _ALIKE)
    directed = pledge.recipient and act.recipient and pledge.mode == act.mode
    if directed and set(pledge.actor) != set(act.actor):
        return False  # a street named by the one is not the street promised by the other
    if not same or act.evidence.document == pledge.evidence.document:
        return False
    told, then = dates.get(pledge.evidence.document), act.date or dates.get(act.evidence.document)
    if told and then and (day_of(then) or 0) < _first_day(told):
        return False
    if pledge.date and act.date:
        due, when = _span(pledge.date), _span(act.date)
        if due and when and not due.overlaps(when):
            return False
    if pledge.kind == "contact":
        surnames, seen = _surnames(pledge), _surnames(act)
        # Two who were to meet must both have met, where so many are named.
        if surnames and len(surnames & seen) < max(1, min(2, len(surnames), len(seen))):
            return False
        if pledge.date and act.date:
            return True
        # Without a date on either side, people alone must tell the visit from earlier and much later ones.
        late = (day_of(then) or 0) - (day_of(told) or 0) > _SOON if told and then else False
        return bool(surnames) and not late
    return len(_content(pledge) & _content(act)) >= _SHARED


def _first_day(edtf: str) -> int:
    """The first day of a date: what a document of 2025 tells may come true in 2025."""
    span = _span(edtf)
    return 0 if span is None else int(span.first)


def _surnames(s: Statement) -> frozenset[str]:
    return frozenset(p.name.split()[-1].casefold() for p in s.people)


def _content(s: Statement) -> frozenset[str]:
    """Words of a passage that tell one act from another of the same parties: not their names, nor "between"."""
    return _words(f"{s.evidence.text} {s.object or ''}") - _common(parties_of(s))


@lru_cache(maxsize=20_000)
def _common(parties: frozenset[str]) -> frozenset[str]:
    named = {w for form, code in _forms() if code in parties for w in _words(form)}
    return _closed() | named


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, str], ...]:
    from dragoman.codes.tables import read_rows

    rows = read_rows("party_forms.csv")
    # A capital tells where something is: a street in Astana is not any street of Kazakhstan.
    return tuple((row["form"], row["code"]) for row in rows if row["kind"] in ("name", "demonym"))


@lru_cache(maxsize=1)
def _closed() -> frozenset[str]:
    import yaml

    text = (
        files("dragoman").joinpath("data", "lexicon", "en", "function_words.yaml").read_text(encoding="utf-8")
    )
    # Not "safe": it takes the word "no" for a truth value.
    return frozenset().union(
        *(_words(w) for words in yaml.load(text, Loader=yaml.BaseLoader)["tags"].values() for w in words)
    )


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


@lru_cache(maxsize=20_000)
def _span(edtf: str) -> Any:
    from dragoman.reconciling.periods import span_of

    return span_of(edtf)
