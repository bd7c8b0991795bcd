"""iCalendar (RFC 5545): dated acts and due dates as all-day events."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import BinaryIO

from dragoman.model.statements import Statement
from dragoman.output.exports.bundles import Bundle, days_of, party_name

__all__ = ["write_icalendar"]

_KINDS = ("contact", "instrument", "tie", "project")
_OPEN = ("planned", "proposed", "target", "forecast")
_STATUS = {"actual": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE", "target": "TENTATIVE",
           "forecast": "TENTATIVE", "ended": "CONFIRMED", "denied": "CANCELLED"}  # fmt: skip
_LONGEST = 75  # octets of a line without its break, RFC 5545 3.1


def _text(value: str) -> str:
    """Escaped as RFC 5545 3.3.11 asks; control characters, which it forbids, become spaces."""
    value = "".join(
        c if c == "\n" or (c >= " " and c != "\x7f") else " " for c in value.replace("\r\n", "\n")
    )
    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(mark, escaped)
    return value


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, never cut inside a character."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        code = character.encode()
        if len(piece) + len(code) > _LONGEST - (1 if pieces else 0):
            pieces.append(piece)
            piece = b""
        piece += code
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _why_not(s: Statement) -> str | None:
    if s.kind not in _KINDS and not (s.kind == "figure" and s.status in _OPEN):
        return "no act and no due date"
    first, last = days_of(s.date)
    if first is None and last is None:
        return "no date"
    return None


def _lines(s: Statement, bundle: Bundle) -> list[str]:
    first, last = days_of(s.date)
    start, end = first or last, last or first
    assert start is not None and end is not None
    due = s.status in _OPEN and start != end
    if due:
        start = end  # what is open until the end of a period falls due on its last day
    d = bundle.document_of(s)
    stamp = days_of(d.date if d else None)[0] or start
    who = ", ".join(party_name(c) for c in (*s.actor, *s.recipient))
    what = f"{'due: ' if due else ''}{s.mode.replace('_', ' ')}{': ' + s.object if s.object else ''} ({who})"
    lines = ["BEGIN:VEVENT", f"UID:{s.id}@dragoman", f"DTSTAMP:{stamp:%Y%m%d}T000000Z"]
    lines += [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}"]
    lines += [
        f"SUMMARY:{_text(what)}",
        f"DESCRIPTION:{_text(s.evidence.text)}",
        f"STATUS:{_STATUS[s.status]}",
    ]
    if s.place:
        lines.append(f"LOCATION:{_text(s.place.name)}")
    lines += [f"CATEGORIES:{_text(s.kind)},{_text(s.status)}", "TRANSP:TRANSPARENT"]
    lines += [f"X-DRAGOMAN-EDTF:{_text(s.date or '')}", f"X-DRAGOMAN-DOCUMENT:{_text(s.evidence.document)}"]
    return [*lines, "END:VEVENT"]


def write_icalendar(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """An event for every dated act, planned or done, and for every dated target."""
    left_out: Counter[str] = Counter()
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Dragoman//{bundle.version}//EN",
        "CALSCALE:GREGORIAN",
    ]
    for line in head:
        out.write(_folded(line))
    for s in bundle.statements:
        why = _why_not(s)
        first, last = days_of(s.date)
        end = last or first
        if why is None and end is not None and end.year >= 9999:
            why = "no date that a calendar has"
        if why:
            left_out[why] += 1
            continue
        for line in _lines(s, bundle):
            out.write(_folded(line))
    out.write(_folded("END:VCALENDAR"))
    return left_out
