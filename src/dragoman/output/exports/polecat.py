"""POLECAT's 40 columns, tab-separated, of the same events as the PLOVER export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, BinaryIO

from dragoman.codes.cow import cow_number
from dragoman.output.exports.bundles import Bundle, party_name
from dragoman.output.exports.plover import Event, events, party_code

__all__ = ["POLECAT", "write_polecat"]

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
"""The header, as loaders of the data set quote it."""

# Spaces of all kinds that would break a row; everything else stays as it is.
_BREAKS = str.maketrans(dict.fromkeys("\t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))


def _side(codes: Sequence[str], titles: Sequence[str]) -> list[str]:
    """Name, country, COW number, sectors (not known), title, raw name and Wikipedia page (not known)."""
    names = "; ".join(party_name(code) for code in codes)
    numbers = "; ".join(cow_number(code) or "" for code in codes).strip("; ")
    return [names, "; ".join(party_code(c) for c in codes), numbers, "", "", "; ".join(titles), names, ""]


def _row(e: Event, bundle: Bundle) -> list[Any]:
    s, d, place = e.statement, bundle.document_of(e.statement), e.statement.place
    where = bundle.position(place)
    titles = {
        side: [p.role for p in s.people if p.role and p.country in side] for side in (e.actor, e.recipient)
    }
    return [
        s.id, e.first.isoformat(), e.type, e.mode or "", "" if e.score is None else f"{e.score:g}", e.quad,
        "; ".join(e.contexts), *_side(e.actor, titles[e.actor]), *_side(e.recipient, titles[e.recipient]),
        place.name if place else "", place.name if place else "", "", "", (place.country or "") if place else "",
        f"{where[1]:g}" if where else "", f"{where[0]:g}" if where else "", "", place.name if place else "", "",
        (d.outlet or d.url or d.name) if d else s.evidence.document, (d.date or "") if d else "",
        "; ".join(p.name for p in s.people), "; ".join(s.organisations), place.name if place else "",
        (d.language or "") if d else "", f"dragoman {bundle.version}",
    ]  # fmt: skip


def write_polecat(bundle: Bundle, out: BinaryIO) -> Counter[str]:
    """An event a row; what is not known is empty. No cell has a tab or a line break."""
    left_out: Counter[str] = Counter()
    out.write(("\t".join(POLECAT) + "\n").encode())
    for event in events(bundle, left_out):
        cells = (str(cell).translate(_BREAKS).replace('"', "'") for cell in _row(event, bundle))
        out.write(("\t".join(cells) + "\n").encode())
    return left_out
