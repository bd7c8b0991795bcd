"""PLOVER 2.0 events, a JSON object a line (``data/exports/plover.yaml``, docs/exports.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, BinaryIO

from dragoman.codes import is_body
from dragoman.errors import RuleError
from dragoman.model.statements import KINDS, STATUSES, Statement, to_json
from dragoman.output.exports.bundles import Bundle, days_of, party_name

__all__ = ["Coding", "Event", "coded", "events", "load_coding", "write_plover"]

_WHERE = "data/exports/plover.yaml"
_KEYS = {
    "codebook", "version", "quads", "scores", "needs_recipient", "events", "left_out", "auxiliary", "actors", "body",
}  # fmt: skip
_ROW = {"kind", "modes", "status", "parties", "measure", "type", "mode", "contexts"}


@dataclass(frozen=True, slots=True)
class Coding:
    """The mapping from statements to events, as data."""

    rows: tuple[Mapping[str, Any], ...]
    quads: Mapping[str, int]
    scores: Mapping[str, float | None]
    needs_recipient: frozenset[str]
    left_out: Mapping[str, str]
    auxiliary: Mapping[str, str]
    actors: Mapping[str, str]
    body: str
    version: str


@lru_cache(maxsize=1)
def load_coding() -> Coding:
    """The mapping of the package.

    Raises
    ------
    RuleError
        It has an unknown key, kind, mode, status or type.
    """
    import yaml

    found = yaml.safe_load((files("dragoman") / _WHERE).read_text(encoding="utf-8"))
    if set(found) != _KEYS:
        raise RuleError(f"keys {sorted(found)}", where=_WHERE, remedy=f"they must be {sorted(_KEYS)}")
    quads = {type_: int(quad) for quad, types in found["quads"].items() for type_ in types}
    for row in found["events"]:
        kind = row.get("kind")
        wrong = set(row) - _ROW or kind not in KINDS or row.get("type") not in quads
        wrong = wrong or set(row.get("modes", ())) - set(KINDS[kind])
        if wrong or set(row.get("status", ())) - set(STATUSES):
            raise RuleError(
                f"row {row}", where=_WHERE, remedy="use kinds, modes, statuses and types of the model"
            )
    return Coding(
        tuple(found["events"]), quads, found["scores"], frozenset(found["needs_recipient"]), found["left_out"],
        found["auxiliary"], found["actors"], found["body"], str(found["version"]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A statement as an event: type, mode, contexts, parties and days.

    ``basis`` says what the date rests on: ``event``, or ``publication`` where only the document has one.
    """

    statement: Statement
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    first: date
    last: date
    basis: str
    quad: int
    score: float | None


def _fits(row: Mapping[str, Any], s: Statement) -> bool:
    return (
        row["kind"] == s.kind
        and s.mode in row.get("modes", (s.mode,))
        and s.status in row.get("status", (s.status,))
        and row.get("measure", s.measure) == s.measure
        and len({*s.actor, *s.recipient}) >= row.get("parties", 0)
    )


def coded(s: Statement, bundle: Bundle) -> Event | str:
    """The statement as an event, or why it is none."""
    coding = load_coding()
    row = next((r for r in coding.rows if _fits(r, s)), None)
    if row is None:
        return coding.left_out.get(s.kind, "its status has no type")
    actor, recipient = s.actor, s.recipient
    if not actor:
        return "nobody is named who acts"
    if row["type"] in coding.needs_recipient and not recipient:
        # A mutual act has all parties on both sides where the type asks for a recipient.
        if len(actor) < 2:
            return f"{row['type']} needs a recipient"
        recipient = actor
    first, last = days_of(s.date)
    basis = "event"
    if first is None or last is None:
        document = bundle.document_of(s)
        told = days_of(document.date if document else None)
        ends = [d for d in (first, last) if d is not None]
        if ends:
            first = last = ends[0]  # an open period is dated by the end that is known
        elif told[0] is not None and told[1] is not None:
            (first, last), basis = told, "publication"
        else:
            return "neither it nor its document has a date"
    mode = row.get("mode")
    type_ = row["type"]
    named = f"{type_}-{mode}" if mode else type_
    extra = [coding.auxiliary[s.status]] if s.status in coding.auxiliary else []
    assert first is not None and last is not None
    return Event(
        s, type_, mode, (*row.get("contexts", ()), *extra), actor, recipient, first, last, basis,
        coding.quads[type_], coding.scores.get(named, coding.scores.get(type_)),
    )  # fmt: skip


def events(bundle: Bundle, left_out: Counter[str]) -> Iterator[Event]:
    """Every statement that is an event; the others are counted by reason."""
    for s in bundle.statements:
        found = coded(s, bundle)
        if isinstance(found, str):
            left_out[found] += 1
        else:
            yield found


def party_code(code: str) -> str:
    """The code of a party in PLOVER: a state's, or the kind of body."""
    coding = load_coding()
    return coding.actors.get(code, coding.body if is_body(code) else code)


def _party(code: str) -> dict[str, str]:
    return {"code": party_code(code), "actor_text": party_name(code), "iso_or_body": code}


def _line(e: Event, bundle: Bundle) -> dict[str, Any]:
    s, d = e.statement, bundle.document_of(e.statement)
    out: dict[str, Any] = {
        "id": s.id,
        "date": e.first.isoformat(),
        "actor": [_party(code) for code in e.actor],
        "event": e.type,
    }
    if e.last != e.first:
        out["enddate"] = e.last.isoformat()
    if e.recipient:
        out["recipient"] = [_party(code) for code in e.recipient]
    if s.place:
        out["event_loc"] = {"name": s.place.name, "country": s.place.country, "locode": s.place.locode}
    out |= {"event_text": s.evidence.text, "quad_code": e.quad, "event_scale": e.score, "mode": e.mode}
    out |= {
        "context": list(e.contexts),
        "text": s.evidence.text,
        "text_info": {"start": s.evidence.start, "end": s.evidence.end},
        "cite_info": {
            "url": d.url if d else None,
            "title": d.title if d else None,
            "publication": d.outlet if d else None,
            "language": d.language if d else None,
            "date": d.date if d else None,
            "document": s.evidence.document,
            "coder": f"dragoman {bundle.version}",
            "codebook": "PLOVER",
            "version": load_coding().version,
        },
        "coder": f"dragoman {bundle.version}",
        "statement": {
            "kind": s.kind,
            "mode": s.mode,
            "status": s.status,
            "date_edtf": s.date,
            "date_basis": e.basis,
        },
        "rule": s.rule,
        "confidence": s.confidence,
    }
    if s.kind == "figure":
        whole = to_json(s)
        out["figure"] = {
            name: whole[name] for name in ("measure", "value", "low", "high", "unit", "base", "product")
        }
    return out


def write_plover(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """An event a line, in the order of the statements."""
    left_out: Counter[str] = Counter()
    for event in events(bundle, left_out):
        out.write(json.dumps(_line(event, bundle), ensure_ascii=False).encode() + b"\n")
    return left_out
