"""Posts that a page on two countries names on lines of their own: "- Consulates-General in Sydney and Melbourne", "Embassy: Lima"."""

from __future__ import annotations

import re

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["read"]

_POST = re.compile(
    r"\W{0,4}(?:(?:Resident |Permanent |Honorary )?(?P<embassy>Embassy|High Commission)"
    r"|(?P<consulate>(?:Honorary |Hon\. )?(?:Vice[- ])?Consul(?:ate)?s?(?:[- ]General)?)"
    r"|(?P<mission>(?:Trade|Liaison|Representative|Commercial) (?:Commission|Office|Mission)s?|Legation))"
    r"(?: of [A-Z][\w. ]{2,30}?)?(?:,| in| at|:| [–-])[ ]",
    re.IGNORECASE,
)
_LINE = 14
"""Items of such a line, at most. assumed"""
_RULES = {
    "embassy": "tie.embassy.on_line.v1",
    "consulate": "tie.consulate.on_line.v1",
    "mission": "tie.mission.on_line.v1",
}


def read(s: Sentence, ctx: Context, found: list[Draft]) -> list[Draft]:
    """The post of a line without a verb whose town lies in one of the two countries; the other's it is."""
    pair = ctx.discourse.pair
    if (
        found
        or s.groups
        or s.n > _LINE
        or len(pair) != 2
        or not (ctx.discourse.titled or ctx.discourse.anchor in pair)
    ):
        return []
    start, end = s.span
    head = _POST.match(s.text, start, end)
    if head is None or (start and s.text[:start].rstrip(" \t-–•*")[-1:] not in ("\n", "")):
        return []
    towns = [
        i
        for i in range(s.n)
        if s.kinds[i] == "L" or (s.kinds[i] == "P" and getattr(s.refs[i], "form", "") == "capital")
    ]
    hosts = {c for i in towns for c in s.codes[i]}
    if len(hosts) != 1 or not hosts <= set(pair):
        return []
    mode = next(m for m in _RULES if head[m])
    sender = tuple(c for c in pair if c not in hosts)
    last = max(towns)
    first = next(i for i in range(s.n) if s.kinds[i] != ".")
    because = {
        "actor": "the other of the two countries",
        "recipient": "where the town lies",
        "status": "a page tells what there is",
    }
    return [
        Draft(
            "tie",
            mode,
            sender,
            tuple(hosts),
            "actual",
            s.starts[first],
            s.ends[last],
            _RULES[mode],
            because=because,
        )
    ]
