"""FollowTheMoney entities, a JSON object a line: articles, parties, people, and what happened.

Contacts, instruments and ties are events, projects are projects with participants, loans debts,
aid and investment payments. What FtM has no place for (periods, growth, shares, compositions) is
left out and counted; the tidy tables have it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from dragoman.codes import country, is_country
from dragoman.model.documents import Document
from dragoman.model.periods import parse_period
from dragoman.model.statements import Statement
from dragoman.output.exports.bundles import Bundle, days_of, party_name
from dragoman.output.statements import exact_number

__all__ = ["write_ftm"]

Entity = dict[str, Any]
# Characters that FtM takes, by property; others 1024.
_LONGEST = {"name": 384, "location": 250, "description": 65_000, "summary": 65_000}


def _id(*parts: str) -> str:
    return "dragoman-" + hashlib.sha1("\x00".join(parts).encode(), usedforsecurity=False).hexdigest()


def _entity(id: str, schema: str, **properties: str | Sequence[str | None] | None) -> Entity:
    kept = {}
    for name, values in properties.items():
        every = [values] if isinstance(values, str) or values is None else values
        if known := [v[: _LONGEST.get(name, 1024)] for v in every if v]:
            kept[name] = known
    return {"id": id, "schema": schema, "properties": kept}


def _alpha2(code: str | None) -> str | None:
    """The code in FtM; it has others for states that are no more, which are left out."""
    if not code or not is_country(code) or country(code).kind == "former":
        return None
    return country(code).alpha2.lower()


def _iso_date(edtf: str | None, end: bool = False) -> str | None:
    """A date that FtM knows: as precise as was said, an end of a period where it has two."""
    first, last = days_of(edtf)
    if not edtf or any(day is not None and not 1000 <= day.year < 3000 for day in (first, last)):
        return None
    whole = edtf.split("/")[-1 if end else 0] if "/" in edtf else edtf
    if len(whole) in (4, 7, 10) and whole.replace("-", "").isdigit() and whole[5:7] <= "12":
        return whole
    day = last if end else first
    return day.isoformat() if day else None


class _Writer:
    """Writes each entity once."""

    def __init__(self, bundle: Bundle, out: BinaryIO) -> None:
        self.bundle, self._out = bundle, out
        self._written: set[str] = set()

    def put(self, entity: Entity) -> str:
        if entity["id"] not in self._written:
            self._written.add(entity["id"])
            self._out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
        return str(entity["id"])

    def party(self, code: str) -> str:
        schema = "PublicBody" if is_country(code) else "Organization"
        named = _entity(_id("party", code), schema, name=party_name(code), country=_alpha2(code))
        return self.put(named)

    def people(self, s: Statement) -> list[str]:
        found = []
        for p in s.people:
            id = _id("person", p.name, p.country or "")
            found.append(
                self.put(_entity(id, "Person", name=p.name, position=p.role, country=_alpha2(p.country)))
            )
        return found

    def organisations(self, s: Statement) -> list[str]:
        return [
            self.put(_entity(_id("organisation", name), "Organization", name=name))
            for name in s.organisations
        ]

    def document(self, s: Statement) -> str:
        d = self.bundle.document_of(s) or Document(s.evidence.document, "")
        return self.put(
            _entity(
                _id("document", d.name, d.digest), "Article",
                fileName=d.name, title=d.title, author=d.author, publishedAt=_iso_date(d.date),
                sourceUrl=d.url if d.url and d.url.startswith(("http://", "https://")) else None,
                publisher=d.outlet,
            )
        )  # fmt: skip


def _common(s: Statement, proof: str) -> dict[str, Any]:
    e = s.evidence
    return {
        "description": e.text,
        "summary": f"{s.id}: {s.kind}/{s.mode}, {s.status}; {e.document} characters {e.start}-{e.end}; rule {s.rule}",
        "recordId": s.id,
        "proof": proof,
    }


def _dates(s: Statement) -> dict[str, str | None]:
    if not s.date or days_of(s.date) == (None, None):
        return {}
    if "/" not in s.date and _iso_date(s.date) == s.date:
        return {"date": s.date}
    period = parse_period(s.date)
    start = _iso_date(s.date) if period.first else None
    return {"startDate": start, "endDate": _iso_date(s.date, end=True) if period.last else None}


def _title(s: Statement) -> str:
    who = ", ".join(party_name(c) for c in s.actor)
    whom = ", ".join(party_name(c) for c in s.recipient)
    what = s.object or s.mode.replace("_", " ")
    state = "" if s.status == "actual" else f" ({s.status})"
    return f"{what}: {who}{' → ' + whom if whom else ''}{state}"


def _event(s: Statement, w: _Writer) -> Iterable[Entity]:
    proof = w.document(s)
    # Everybody concerned; PLOVER's direction is kept: whoever acts organises.
    involved = [*(w.party(c) for c in (*s.actor, *s.recipient)), *w.people(s), *w.organisations(s)]
    names = _common(s, proof) | {"sourceUrl": _url(s, w)}
    names.pop("summary")
    yield _entity(
        _id("statement", s.id), "Event",
        name=_title(s), **names, summary=_common(s, proof)["summary"],
        **_dates(s), location=s.place.name if s.place else None,
        country=_alpha2(s.place.country) if s.place else None,
        organizer=[w.party(c) for c in s.actor] if s.recipient else None, involved=involved,
        keywords=[s.kind, s.mode, s.status],
    )  # fmt: skip


def _url(s: Statement, w: _Writer) -> str | None:
    d = w.bundle.document_of(s)
    return d.url if d and d.url and d.url.startswith(("http://", "https://")) else None


def _project(s: Statement, w: _Writer) -> Iterable[Entity]:
    proof = w.document(s)
    id = _id("statement", s.id)
    yield _entity(
        id, "Project", name=_title(s), status=s.status, phase=s.mode, **_common(s, proof), **_dates(s),
        country=[_alpha2(c) for c in s.recipient],
    )  # fmt: skip
    for role, codes in (("actor", s.actor), ("recipient", s.recipient)):
        for code in codes:
            yield _entity(
                _id("participant", s.id, role, code), "ProjectParticipant",
                project=id, participant=w.party(code), role=role, proof=proof,
            )  # fmt: skip
    for name in w.organisations(s):
        yield _entity(
            _id("participant", s.id, name), "ProjectParticipant", project=id, participant=name, role="named",
            proof=proof,
        )  # fmt: skip


def _money(s: Statement, w: _Writer) -> Iterable[Entity]:
    proof, amount = w.document(s), exact_number(s.value) if s.value is not None else None
    values = {
        "amount": amount,
        "amountUsd": amount if s.unit == "USD" else None,
        "currency": s.unit,
        **_common(s, proof),
        **_dates(s),
    }
    payer, receiver = [w.party(c) for c in s.actor], [w.party(c) for c in s.recipient]
    id = _id("statement", s.id)
    if s.mode == "loan":
        yield _entity(id, "Debt", creditor=payer, debtor=receiver, **values)
    else:
        yield _entity(id, "Payment", payer=payer, beneficiary=receiver, purpose=s.object or s.mode, **values)


def _quote(s: Statement, w: _Writer) -> Iterable[Entity]:
    speakers = w.people(s) or [w.party(c) for c in s.actor]
    values = _common(s, w.document(s))
    values.pop("recordId")
    yield _entity(_id("statement", s.id), "Note", entity=speakers, name=s.mode + " quotation", **values)


def _makes(s: Statement) -> Any:
    """What makes entities of a statement, or why nothing does."""
    if s.kind in ("contact", "instrument", "tie", "stance"):
        return _event
    if s.kind == "project":
        return _project
    if s.kind == "quote":
        return _quote
    if s.kind == "figure" and s.mode in ("loan", "aid", "investment") and s.measure == "level":
        if not s.actor or not s.recipient:
            return "money without both giver and receiver has no schema"
        if s.status != "actual":
            return "money not yet given has no schema"
        return _money
    return (
        "no schema for periods, changes and shares" if s.kind == "figure" else "no schema for lists of goods"
    )


def write_ftm(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """An entity a line; what an entity refers to comes before it."""
    writer = _Writer(bundle, out)
    left_out: Counter[str] = Counter()
    for s in bundle.statements:
        makes = _makes(s)
        if isinstance(makes, str):
            left_out[makes] += 1
            continue
        for entity in makes(s, writer):
            writer.put(entity)
    return left_out
