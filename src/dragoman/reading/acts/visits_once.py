"""One visit is one statement: who arrives is also welcomed, "landed in Lima on Monday, where he was met by A"."""

from __future__ import annotations

import re

from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["told_once"]

# Rules that tell a visit by what went on there.
_BY_THE_WAY = ("contact.visit.receive", "contact.visit.received", "contact.visit.attending")
# "was met at the airport by the vice-president": a welcome, no talks.
_MET_AT_GATE = re.compile(
    r"\bmet (?:\w+ ){0,2}?(?:on|upon|at) (?:\w+ ){0,3}(?:arrival|airport|station|border)\b"
)


def told_once(s: Sentence, found: list[Draft]) -> list[Draft]:
    """``found`` without the welcomes of visits and of talks that the sentence tells besides."""
    contacts = [d for d in found if d.kind == "contact" and d.mode in ("visit", "meeting")]
    if len(contacts) < 2:
        return found
    dropped = [d for d in contacts if any(_tells_more(s, o, d) for o in contacts if o is not d)]
    return [d for d in found if d not in dropped]


def _tells_more(s: Sentence, other: Draft, d: Draft) -> bool:
    """Whether ``d`` is but the welcome of what another tells."""
    if other.status != d.status or {*other.actor, *other.recipient} != {*d.actor, *d.recipient}:
        return False
    if d.mode == "meeting":
        gate = _MET_AT_GATE.search(s.text, d.start, d.end + 40)
        return gate is not None and (other.rule != d.rule or other.start > gate.end())
    return (
        other.mode == "visit"
        and d.rule.startswith(_BY_THE_WAY)
        and not other.rule.startswith(_BY_THE_WAY)
        and other.actor == d.actor
        and d.date in (None, other.date)
    )
