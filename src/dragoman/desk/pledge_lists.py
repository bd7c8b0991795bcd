"""Pledges as a list to work through: which are due, overdue, kept, superseded, undated; and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import numpy as np

from dragoman.desk.due_dates import due_of, written_from
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
# Most documents whose texts are looked through for one pair (assumed).
_MOST_TEXTS = 200
# Most pledges whose states are all looked up to list those in one state.
_LISTED = 1_500
# And most that are all looked up to put those without a due date last.
_SORTED = 300


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
    if len(places) <= (_LISTED if chosen.state else _SORTED):
        every = dated(workspace, workspace.statements(places))
        # Those whose time turned out to be that of making them come behind those that are due.
        every = sorted((p for p in every if chosen.state in ("", p.state)), key=lambda p: p.due is None)
        return every[first : first + most], len(every)
    shown = dated(workspace, workspace.statements(places[first : first + most]))
    if chosen.state:
        shown = [p for p in shown if p.state == chosen.state]
    return shown, len(places)


def in_state(workspace: Workspace, places: Numbers, state: str, most: int) -> list[tuple[int, DatedPledge]]:
    """The first pledges of these places that are in a state now, with their places; looked up batch by batch."""
    out: list[tuple[int, DatedPledge]] = []
    for at in range(0, len(places), _SORTED):
        batch = [int(place) for place in places[at : at + _SORTED]]
        now = {p.statement.id: p for p in dated(workspace, workspace.statements(batch))}
        known = [(place, now.get(workspace.catalogue.columns.ids[place])) for place in batch]
        out += [(place, p) for place, p in known if p is not None and p.state == state]
        if len(out) >= most:
            break
    return out[:most]


def dated(workspace: Workspace, told: Iterable[Statement]) -> list[DatedPledge]:
    """Each pledge with its state, as far as outcomes are known."""
    told = list(told)
    dates = workspace.catalogue.dates
    of_these = {d: dates[d] for s in told if (d := s.evidence.document) in dates}
    written = written_from((), of_these)
    out = []
    left, seen = _AT_ONCE, set()
    for s in told:
        parties = tuple(sorted({*s.actor, *s.recipient})[:2])
        known = pledges_of(workspace, *parties, at_once=left) if parties else None
        if known is not None and parties not in seen:
            seen.add(parties)
            left -= len(_places_of(workspace, parties))
        found = known.get(s.id) if known is not None else None
        due = found.due if found else due_of(s, written)
        because = found.because if found else ""
        out.append(DatedPledge(s, state_of(due, found), due, because, found))
    return out


def _places_of(workspace: Workspace, parties: Sequence[str]) -> Numbers:
    """Places of what two parties have with each other, or of all that one has."""
    c = workspace.catalogue
    if len(parties) > 1:
        return c.of_pair(parties[0], parties[1])
    codes = c.columns.party_codes
    # A correction may name a party that nothing in the record has.
    return c.parties.places(codes.index(parties[0])) if parties[0] in codes else c.newest[:0]


def pledges_of(workspace: Workspace, *parties: str, at_once: int = _AT_ONCE) -> dict[str, Pledge] | None:
    """Pledges of a pair, or of one party, by statement; None while they are computed, or where there are too many.

    Parties of at most ``at_once`` statements are computed at once.
    """
    places = _places_of(workspace, parties)
    if len(places) > _AT_ALL:
        return None

    def gathered() -> tuple[Gathered, tuple[str, ...]]:
        # Official series have a reporter and a partner: none is about one party.
        found = workspace.gathered(places, parties, None if len(parties) > 1 else [])
        return replace(found, texts=_texts(workspace, found.statements)), parties

    question = ("pledges", *parties)
    if len(places) <= at_once:
        return workspace.answers.now(question, lambda: _outcomes(*gathered()))
    return workspace.answers.later(question, gathered, _outcomes)


def _texts(workspace: Workspace, told: Iterable[Statement]) -> dict[str, str]:
    """The texts of targets, which may say right behind them that they are late."""
    names = dict.fromkeys(s.evidence.document for s in told if s.kind == "figure" and s.status in OPEN)
    held = {name: workspace.document(name) for name in list(names)[:_MOST_TEXTS]}
    return {name: h.document.text for name, h in held.items() if h is not None}


def _outcomes(gathered: Gathered, parties: tuple[str, ...]) -> dict[str, Pledge]:
    return {p.statement.id: p for p in pledges(gathered, parties)}


def state_of(due: str | None, found: Pledge | None, today: date | None = None) -> str:
    """The state of what is due then, on a day: today, where none is given."""
    if found is not None and found.outcome in ("kept", "superseded", "overdue"):
        return found.outcome
    last = _last_day(due)
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
