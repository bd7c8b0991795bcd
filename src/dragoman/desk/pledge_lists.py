"""Pledges as a list to work through: which are due, overdue, kept, superseded, undated; and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from dragoman.desk.pledges import OPEN, Pledge, pledges
from dragoman.desk.reconcile import Gathered
from dragoman.desk.workspace import Workspace
from dragoman.errors import BadPeriod
from dragoman.model.periods import parse_period
from dragoman.model.statements import Statement
from dragoman.record.browsing import Numbers

__all__ = [
    "STATES",
    "DatedPledge",
    "PledgeFilter",
    "calendar",
    "due_soon",
    "list_pledges",
    "pledges_of",
    "state_of",
]

STATES = ("overdue", "due", "undated", "superseded", "kept", "unchecked")
"""``unchecked``: what became of it is still being looked for."""

# Assumed: so many statements of a pair are gone through while somebody waits (a tenth of a second).
_AT_ONCE = 150
# Beyond this many statements of a pair outcomes are not looked for: 13,600 take three and a half seconds of
# another process (measured on a busy machine).
_AT_ALL = 15_000
# Most pledges whose states are all looked up to list those in one state.
_LISTED = 1_500


@dataclass(frozen=True, slots=True)
class DatedPledge:
    """A pledge with its state on a day; ``pledge`` is None while its outcome is not known yet."""

    statement: Statement
    state: str
    due: str | None
    because: str
    pledge: Pledge | None


@dataclass(frozen=True, slots=True)
class PledgeFilter:
    """Which pledges; an empty value is all."""

    state: str = ""
    country: str = ""
    pair: str = ""
    kind: str = ""


def pledge_places(workspace: Workspace, chosen: PledgeFilter) -> Numbers:
    """Places of everything planned, proposed, targeted or forecast, the next due first, undated last."""
    return workspace.answers.now(("pledge-places", chosen), lambda: _places(workspace, chosen))


def _places(workspace: Workspace, chosen: PledgeFilter) -> Numbers:
    c = workspace.catalogue
    one, _, other = chosen.pair.partition("-")
    if chosen.pair:
        places = c.of_pair(one, other)
    elif chosen.country:
        codes = c.columns.party_codes
        places = c.parties.places(codes.index(chosen.country)) if chosen.country in codes else c.newest[:0]
    else:
        places = c.newest
    places = c.of_status(places, *OPEN)
    if chosen.kind:
        places = c.of_kinds(places, chosen.kind)
    last = c.columns.last[places]
    today = date.today().toordinal()
    # Those due from today on first, then the latest of those past, then those without a date.
    turn = np.where(last < 0, 2, np.where(last >= today, 0, 1))
    return places[np.lexsort((places, np.where(turn == 0, last, -last), turn))]


def list_pledges(
    workspace: Workspace, chosen: PledgeFilter, first: int, most: int
) -> tuple[list[DatedPledge], int]:
    """A page of pledges, and how many there are.

    A state can only be asked for where all outcomes are known; on a large record the state is
    looked up for what is shown, pair by pair.
    """
    places = pledge_places(workspace, chosen)
    if chosen.state and len(places) <= _LISTED:
        every = [p for p in dated(workspace, workspace.statements(places)) if p.state == chosen.state]
        return every[first : first + most], len(every)
    shown = dated(workspace, workspace.statements(places[first : first + most]))
    if chosen.state:
        shown = [p for p in shown if p.state == chosen.state]
    return shown, len(places)


def dated(workspace: Workspace, told: Iterable[Statement]) -> list[DatedPledge]:
    """Each pledge with its state, as far as outcomes are known."""
    out = []
    left, seen = _AT_ONCE, set()
    for s in told:
        parties = sorted({*s.actor, *s.recipient})
        known = pledges_of(workspace, parties[0], parties[1], left) if len(parties) > 1 else None
        if known is not None and tuple(parties) not in seen:
            seen.add(tuple(parties))
            left -= len(workspace.catalogue.of_pair(parties[0], parties[1]))
        found = known.get(s.id) if known is not None else None
        state = state_of(s, found)
        because = found.because if found else ""
        out.append(DatedPledge(s, state, s.date, because, found))
    return out


def pledges_of(
    workspace: Workspace, one: str, other: str, at_once: int = _AT_ONCE
) -> dict[str, Pledge] | None:
    """Pledges of a pair by statement; None while they are computed, or where there are too many.

    Pairs of at most ``at_once`` statements are computed at once.
    """
    places = workspace.catalogue.of_pair(one, other)
    if len(places) > _AT_ALL:
        return None

    def gathered() -> tuple[Gathered, str, str]:
        return workspace.gathered(places, (one, other)), one, other

    question = ("pledges", one, other)
    if len(places) <= at_once:
        return workspace.answers.now(question, lambda: _outcomes(*gathered()))
    return workspace.answers.later(question, gathered, _outcomes)


def _outcomes(gathered: Gathered, one: str, other: str) -> dict[str, Pledge]:
    return {p.statement.id: p for p in pledges(gathered, (one, other))}


def state_of(s: Statement, found: Pledge | None, today: date | None = None) -> str:
    """Its state on a day: today, where none is given."""
    if found is not None and found.outcome in ("kept", "superseded", "overdue"):
        return found.outcome
    last = _last_day(s.date)
    if last is None:
        return "undated"
    if last < (today or date.today()):
        return "overdue" if found is not None else "unchecked"
    return "due"


def _last_day(edtf: str | None) -> date | None:
    try:
        return parse_period(edtf).last if edtf else None
    except BadPeriod:
        return None


def due_soon(workspace: Workspace, most: int = 8) -> list[DatedPledge]:
    """The pledges that fall due next."""
    places = pledge_places(workspace, PledgeFilter())[: most * 3]
    today = date.today().toordinal()
    coming = [p for p in places if workspace.catalogue.columns.last[p] >= today][:most]
    return dated(workspace, workspace.statements(coming))


def calendar(found: Sequence[DatedPledge], link: str) -> str:
    """Pledges with a due date as iCalendar (RFC 5545), an all-day event on the last day of each.

    ``link`` is the address of a statement without its id.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Pledges//EN", "CALSCALE:GREGORIAN"]
    for p in found:
        day = _last_day(p.due)
        if day is None:
            continue
        s = p.statement
        who = " ".join((*s.actor, *(("→", *s.recipient) if s.recipient else ())))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{s.id}@dragoman",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_ical(f'{who}: {s.mode} ({s.status}, due {p.due})')}",
            f"DESCRIPTION:{_ical(s.evidence.text)} {_ical(p.because)}",
            f"URL:{_ical(link + s.id)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _ical(text: str) -> str:
    clean = " ".join(text.replace("\x00", "").split())
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterable[str]:
    """Lines of at most 75 octets, continued ones behind a space (RFC 5545, 3.1)."""
    part = ""
    for sign in line:
        if len((part + sign).encode("utf-8", "replace")) > 74:
            yield part
            part = " "
        part += sign
    yield part
