"""Whose figures a text tells: the one country whose exports, investors or visitors are set out by partner."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from dragoman.reading.annotations import PartyMention
from dragoman.reading.context import Context
from dragoman.reading.figures.words import figure_words

__all__ = ["HOSTED", "host_of"]

# What is told of one country by partner.
HOSTED = frozenset(
    {"trade", "exports", "imports", "visitors", "students", "investment", "companies", "energy"}
)

# A country is told about where nouns or verbs are its, and twice as many as of any other (assumed).
_CLEAR = 2
# Of fewer countries a text tells the figures of a pair; a title that names two is right for two more (assumed).
_MANY = 3
# One act of trade ("Chad imported") makes no host but of the country that a text names first (assumed).
_TOLD = 2
# "Exports to Uganda grow": the title's one country is not the one that tells.
_OF_PARTNER = re.compile(r"\b(?:exports?|imports?|shipments|sales) (?:to|from) ")
_FAR_SIDE = re.compile(
    r"\b(?:trade|exports?|imports?|shipments|sales|turnover|volume) (?:to|with|from) (?:the )?$"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind the name of whoever owns a flow or acts, and before it: "Kenya's exports", "Kenya exported", "visitors to Kenya"."""
    words = figure_words()
    nouns = "|".join(sorted(map(re.escape, words.hosted), key=len, reverse=True))
    verbs = "|".join(sorted(map(re.escape, words.host_verbs), key=len, reverse=True))
    changes = "|".join(sorted(map(re.escape, words.host_changes), key=len, reverse=True))
    moved = rf"(?:{changes}) (?:its )?(?:\w+ ){{0,2}}(?:exports|imports)"
    return (
        re.compile(rf"(?:[’']s?)? (?:[\w-]+ ){{0,3}}?({nouns})\b", re.IGNORECASE),
        re.compile(rf" (?:has |have |had |also |only )?(?:{verbs}|{moved})\b", re.IGNORECASE),
        re.compile(
            r"\b(?:arrivals|visitors|tourists|investors|investments?|inflows) (?:to|in|into) (?:the )?$"
            r"|\b(?:foreign trade|trade turnover) of (?:the )?$|\b(?:export market|supplier|trad(?:e|ing) partner)s? (?:of|for) (?:the )?$"
        ),
    )


@lru_cache(maxsize=1)
def _institution() -> re.Pattern[str]:
    """What counts a country's trade and guests behind its name: "Fiji Bureau of Statistics"."""
    names = "|".join(sorted(map(re.escape, figure_words().institutions), key=len, reverse=True))
    return re.compile(rf"(?:[’']s?)? (?:[A-Z]\w+ )?(?:{names})\b", re.IGNORECASE)


def host_of(ctx: Context) -> tuple[str, ...]:
    """The country that the document tells the figures of; empty where it tells of a pair or of nobody in particular."""
    if ctx.host is None:
        ctx.host = _found(ctx)
    return ctx.host


def _found(ctx: Context) -> tuple[str, ...]:
    d = ctx.discourse
    text = ctx.document.text
    parties = [m for m in ctx.marks if isinstance(m, PartyMention) and len(m.codes) == 1]
    states = [m for m in parties if m.codes[0] not in d.bodies]
    if len({m.codes[0] for m in states}) < _MANY + 2 * d.titled and (
        len({m.codes[0] for m in parties}) < _MANY
        or len({m.codes[0] for m in parties if _is_partner(text, m)}) < _MANY
    ):
        return ()
    if len(d.cast) > 2 and (seller := _sells_to_several(ctx)):
        return seller
    owned = Counter[str]()
    first = states[0].codes[0] if states else ""
    for m in states:
        acts = not d.titled or m.codes[0] not in d.pair
        owned[m.codes[0]] += _is_told(text, m, acts=acts)
    ranked = owned.most_common(2)
    partner = bool(_OF_PARTNER.search((ctx.document.title or "").casefold()))
    if d.anchor and ranked and ranked[0][0] != d.anchor and not partner:
        return ()  # the title's one country has the first claim
    clear = _CLEAR if d.titled or len(d.pair) != 2 else 2 * _CLEAR  # of a pair both own flows
    told = ranked and (ranked[0][1] >= _TOLD or ranked[0][0] == first)
    if told and ranked[0][1] and (len(ranked) < 2 or ranked[0][1] >= clear * ranked[1][1]):
        return (ranked[0][0],)
    return ()


def _sells_to_several(ctx: Context) -> tuple[str, ...]:
    """The country that a title of several opens with: "Ethiopia earns more from power exports to Sudan and Djibouti"."""
    way = _OF_PARTNER.search((ctx.document.title or "").casefold())
    first = ctx.titled[0] if ctx.titled else None
    if way is None or first is None or len(first.codes) != 1 or first.end > way.start():
        return ()
    return first.codes


def _is_partner(text: str, m: PartyMention) -> bool:
    """Whether a country or bloc is the far side of a flow: "exports to the EU", "trade with Malta"."""
    before = text[max(0, m.start - 28) : m.start].casefold()
    return before.endswith(("to ", "with ", "from ", "the ")) and bool(_FAR_SIDE.search(before))


def _is_told(text: str, m: PartyMention, *, acts: bool) -> int:
    """2 where a party owns a flow here, 1 where it gets or sends one; a name alone owns nothing."""
    owner, verb, towards = _patterns()
    owns = text[m.end : m.end + 1] in ("’", "'")
    told = owner.match(text, m.end) if owns or m.form == "demonym" else None
    if told and (owns or told.group(1).casefold() not in figure_words().come):
        return 2  # "Kenyan exports"; "Kenyan tourists" are those of another
    goes_on = owns or text[m.end : m.end + 1] == " "  # neither pattern begins otherwise
    if goes_on and _institution().match(text, m.end):
        return 2
    if goes_on and acts and verb.match(text, m.end):
        return 1
    before = text[max(0, m.start - 32) : m.start].casefold()
    return (
        2 if before.endswith(("to ", "in ", "into ", "of ", "for ", "the ")) and towards.search(before) else 0
    )
