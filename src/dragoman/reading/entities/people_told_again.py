"""Who a name is: the full name, office and country that the text gave before, or lists know; then bare surnames."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache

from dragoman.codes.bodies import is_body
from dragoman.codes.tables import read_rows
from dragoman.reading.annotations import PersonMention
from dragoman.reading.entities.occurrences import occurrences
from dragoman.reading.entities.people_pages import Found, Page
from dragoman.reading.entities.people_partners import met_by, received_by
from dragoman.reading.entities.titles import CAPITALS

__all__ = ["resolved"]

_NEAR = 120
"""Characters within which a "counterpart" has the office of the person named before. assumed"""
_WORDS = re.compile(rf"[{CAPITALS}][\w'-]*")


def resolved(text: str, page: Page, people: list[Found]) -> list[PersonMention]:
    """Mentions with full names; then every bare surname of somebody whose full name the document has."""
    titles = page.titles
    full: dict[str, PersonMention] = {}
    out: list[PersonMention] = []
    _without_guesses(page, people)
    leaders = {(m.start, m.end): m.codes[0] for m in page.leaders}
    inside = sorted(leaders)
    for person in people:
        printed = text[person.start : person.end]
        country = (
            person.country or _office_of(printed, person.role, page) or _leader_in(person, inside, leaders)
        )
        role = person.role
        if person.peer and out and person.start - out[-1].end < _NEAR:
            role = out[-1].role
        mention = PersonMention(
            person.start, person.end, printed, _usual_case(printed), role, country or person.usual
        )
        known = full.get(mention.name.replace("’", "'"))
        if known is not None:
            usual = country is None  # only guessed from what the text is mostly about
            if (usual and known.country) or _introduced(known, mention):
                country = known.country
            mention = _filled(
                mention, known.name, mention.role or known.role, country or mention.country or known.country
            )
        keys = (
            [mention.name, *titles.short_form(mention.name, mention.country), *_with_article(mention.name)]
            if " " in mention.name
            else [mention.name]
        )
        for key in keys:
            old = full.get(key.replace("’", "'"))
            if old is None or (" " in mention.name and " " not in old.name):
                full[key.replace("’", "'")] = mention
            elif old.name == mention.name and (old.role is None or old.country is None):
                full[key.replace("’", "'")] = replace(
                    old, role=old.role or mention.role, country=old.country or mention.country
                )
        out.append(mention)
    out = [_completed(m, full) for m in out]
    return _with_bare(text, page, out, full)


_ARTICLE = re.compile(r" [Aa]l[- ]([A-Z][\w'’-]+)\Z")


def _with_article(name: str) -> list[str]:
    """The ways in which papers write a family name with an article: "al-Sabah", "Al-Sabah", "Al Sabah"."""
    family = _ARTICLE.search(name)
    return [f"{article}{family[1]}" for article in ("al-", "Al-", "Al ")] if family else []


def _without_guesses(page: Page, people: list[Found]) -> None:
    """Take back the country that somebody was only thought to be of where the text lets them meet that side."""
    if not any(p.usual for p in people):
        return
    met: dict[str, set[str]] = {}
    for p in people:
        if p.role and not p.country:
            sides = met_by(page.text, p.start, p.end, page.mentions, page.starts)
            met.setdefault(page.text[p.start : p.end].rsplit(" ", 1)[-1], set()).update(sides)
    for name in {page.text[p.start : p.end].rsplit(" ", 1)[-1] for p in people if p.usual and p.role}:
        at = page.text.find(name)
        while at >= 0:  # told again by surname alone: "Ruto thanked the people of Malta"
            sides = met_by(page.text, at, at + len(name), page.mentions, page.starts)
            met.setdefault(name, set()).update(sides)
            at = page.text.find(name, at + len(name))
    for p in people:
        if p.usual and received_by(page.text, p.start):
            p.usual = None  # the host of whom the text spoke
        if p.usual in met.get(page.text[p.start : p.end].rsplit(" ", 1)[-1], ()):
            p.usual = None


def _usual_case(printed: str) -> str:
    """The name with a family name in capitals made ordinary: "ISHIBA Shigeru" is "Ishiba Shigeru"."""
    words = printed.split()
    if sum(w.isupper() and len(w) > 2 and "." not in w for w in words) == len(words):
        return " ".join(words)
    shouted = (w.isupper() and len(w) > 3 and w.isalpha() for w in words)
    return " ".join(w.capitalize() if loud else w for w, loud in zip(words, shouted, strict=True))


@lru_cache(maxsize=1)
def _offices() -> dict[tuple[str, str], str]:
    return {
        (name, row["role"]): row["code"]
        for row in read_rows("leaders.csv")
        for name in (row["name"], *row["variants"].split(";"))
        if name
    }


@lru_cache(maxsize=1)
def _surnames() -> dict[tuple[str, str], str]:
    """The country whose leaders alone bear a surname in an office: ("Bush", "President")."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in read_rows("leaders.csv"):
        found.setdefault((row["name"].split()[-1], row["role"]), set()).add(row["code"])
    return {key: codes.pop() for key, codes in found.items() if len(codes) == 1}


def _office_of(printed: str, role: str | None, page: Page) -> str | None:
    """The country that a known leader served in that office: Mark Rutte as Prime Minister, not as Secretary General.

    A surname alone tells it where the text names that country: "President Bush" beside "the United States".
    """
    if role is None:
        return None
    surname = _surnames().get((printed, role))
    named = surname is not None and any(surname in m.codes for m in page.states)
    return _offices().get((printed, role)) or (surname if named else None)


def _leader_in(
    person: Found, inside: list[tuple[int, int]], leaders: dict[tuple[int, int], str]
) -> str | None:
    i = bisect_left(inside, (person.start, 0))
    if i < len(inside) and inside[i][1] <= person.end:
        return leaders[inside[i]]
    # "King Mohammed VI" is listed with his title
    return leaders[inside[i - 1]] if i and inside[i - 1][1] == person.end else None


def _completed(mention: PersonMention, full: dict[str, PersonMention]) -> PersonMention:
    known = full.get(mention.name.replace("’", "'"))
    if known is None or (" " in mention.name and known.name != mention.name):
        return mention
    country = mention.country or known.country
    if mention.country and known.country and mention.country != known.country:
        if _introduced(known, mention):
            country = known.country
        elif not is_body(known.country):
            return mention
    return _filled(mention, known.name, mention.role or known.role, country)


def _introduced(known: PersonMention, later: PersonMention) -> bool:
    """Whether the text named somebody with an office before: that tells the country, not the list of leaders."""
    given = known.role is not None and known.country is not None and known.start < later.start
    return given and later.role is None


def _filled(mention: PersonMention, name: str, role: str | None, country: str | None) -> PersonMention:
    """The mention with this name, role and country: itself where it has them, as most have."""
    if (mention.name, mention.role, mention.country) == (name, role, country):
        return mention
    return replace(mention, name=name, role=role, country=country)


def _with_bare(
    text: str, page: Page, people: list[PersonMention], full: dict[str, PersonMention]
) -> list[PersonMention]:
    if not full:
        return people
    forms = sorted(k for k in full if (len(k) > 1 and k[0].isupper()) or " " in k or k.startswith("al-"))
    if not forms:
        return people
    taken = sorted((p.start, p.end) for p in people)
    added: list[PersonMention] = []
    for number, start, end in occurrences(page.text, forms):
        i = bisect_left(taken, (start, 0))
        if (i < len(taken) and taken[i][0] < end) or (i and taken[i - 1][1] > start):
            continue
        if not _stands_alone(page, start, end):
            continue
        known = full[forms[number]]
        added.append(PersonMention(start, end, text[start:end], known.name, known.role, known.country))
    return sorted([*people, *added], key=lambda p: p.start)


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Whether a surname is no part of a longer name ("Nazarbayev University", "Sara Tokayeva")."""
    text = page.text
    if (start and (text[start - 1].isalnum() or text[start - 1] in "-_")) or text[end : end + 1].isalnum():
        return False
    if page.party_at(start) is not None:
        return False
    after = _WORDS.match(text, end + 1) if text[end : end + 1] == " " else None
    return after is None or after.group() not in page.titles.portfolios
