"""The name set behind an office and its place with a comma, and whose the office is.

"Kenya's ambassador in Oslo, Amos Kiprop, said", "the minister for trade and development of Malta,
Mr Pawlu Zammit,", "the Deputy Head of Mission at the Kenyan Embassy in Norway, Asha Were".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from dragoman.reading.annotations import PartyMention
from dragoman.reading.entities.people_pages import Page
from dragoman.reading.entities.titles import Titles
from dragoman.reading.word_lists import words

__all__ = ["before_letters", "long_complement", "ministry_before", "peer_before", "small_portfolio"]

_SMALL = frozenset({"of", "for", "at", "in", "to", "and", "the", "on", "its", "charge"})
_ORGANS = words("entities.people_appositions", "organs")
_LONGEST = 160
_COMPLEMENT = re.compile(r"(?:,? [\w.'-]+){1,12}?(?=, (?:[A-Z]))")
_WORD = re.compile(r"[\w.'-]+")
_SMALL_PORTFOLIO = re.compile(
    r"[a-z][\w-]+(?:,? (?:and |& )?[a-z][\w-]+){0,6}(?= [A-Z][\w'-]+ (?:[A-Z]|[a-z]{1,4} ))"
)
_VERBS = re.compile(r"\b(?:is|was|are|were|has|had|who|which|that|said|to|by|from|with|in|on|at|of)\b")
_MINISTRY = re.compile(
    r"(?:(?:Ministry|Department|Office) (?:of|for)(?: the)? [A-Z][\w]+(?:,? (?:and |of )?[A-Z][\w]+){0,4}|Foreign Office|Embassy|High Commission|Presidency|Cabinet)(?:'s|')? \Z"
)
_LETTERS = re.compile(r",? \(?(?:M\.?P|MLA|MEP|MNA|TD|QC|KC|SC|EGH|CBE|OBE|PhD|Ph\.D)\b\.?\)?\Z")
_PEER = re.compile(r" (?:counterpart|colleague|opposite number|homologue)(?:,| from)?(?: the)? \Z")


def before_letters(text: str, end: int) -> int:
    """Where a name ends before its bearer's seat or honours: "Rosa Diaz MP, Minister of Trade", "Daniel Okello, M.P.,"."""
    letters = _LETTERS.search(text, max(0, end - 12), end)
    return letters.start() if letters else end


def small_portfolio(text: str, start: int, titles: Titles) -> int | None:
    """Where a portfolio in small letters ends before a name: "minister for territorial administration Ali Bah"."""
    match = _SMALL_PORTFOLIO.match(text, start, start + _LONGEST // 2)
    if match is None:
        return None
    last = match.group().rpartition(" ")[2]
    if last.capitalize() not in titles.portfolios or _VERBS.search(match.group()):
        return None
    return match.end()


def long_complement(page: Page, end: int) -> tuple[int, str | None] | None:
    """The comma that ends an office's place and portfolio, and the country that they give; None where no comma does."""
    match = _COMPLEMENT.match(page.text, end, min(len(page.text), end + _LONGEST))
    if match is None or not _plain(page, end, match.end()):
        return None
    return match.end(), _owner(page, end, match.end())


def _plain(page: Page, start: int, end: int) -> bool:
    """Whether words are of an office's place and portfolio only: no verb, no second office."""
    for word in _WORD.finditer(page.text, start, end):
        low = word.group()
        if low in page.titles.heads:
            return False
        if low[0].isupper() or low in _SMALL or low in _ORGANS or low.capitalize() in page.titles.portfolios:
            continue
        return False
    return True


def _owner(page: Page, start: int, end: int) -> str | None:
    """The country whose organ or office it is: "of Malta", "at the Kenyan Embassy in Norway"."""
    for party in page.mentions[bisect_left(page.starts, start) :]:
        if party.end > end:
            return None
        if len(party.codes) == 1 and _owns(page, party):
            return party.codes[0]
    return None


def _owns(page: Page, party: PartyMention) -> bool:
    before = page.text[: party.start].removesuffix("the ").rstrip()
    if before.endswith((" in", " to", " with")):
        return False
    behind = _WORD.search(
        page.text, party.end + 2 * (page.text[party.end : party.end + 2] == "'s"), party.end + 24
    )
    return before.endswith(" of") or (behind is not None and behind.group().casefold() in _ORGANS)


def ministry_before(page: Page, begin: int) -> int | None:
    """Where the ministry begins that owns an office: "the Kenyan Ministry of Foreign Affairs' spokesperson"."""
    match = _MINISTRY.search(page.text, max(0, begin - 90), begin)
    return match.start() if match else None


def peer_before(page: Page, begin: int) -> str | None:
    """The country of a counterpart named behind a comma or by office: "his Kenyan counterpart, President A"."""
    match = _PEER.search(page.text, max(0, begin - 24), begin)
    party = page.by_end.get(match.start()) if match else None
    return party.codes[0] if party is not None and len(party.codes) == 1 else None
