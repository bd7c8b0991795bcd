"""Finds people: an office beside a name, a courtesy title, a known leader, then bare surnames.

"Bulgarian President Rumen Radev", "Kassym-Jomart Tokayev, the President of the Republic of
Kazakhstan," and "the Secretary General of the Cabinet of the President of North Macedonia,
Gorgi Bozinov" all give name, role and country; "Radev" later is the same person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from dragoman.codes.bodies import is_body
from dragoman.reading.annotations import PartyMention, PersonMention
from dragoman.reading.entities.parties import plain_text
from dragoman.reading.entities.people_appositions import (
    before_letters,
    long_complement,
    ministry_before,
    peer_before,
    small_portfolio,
)
from dragoman.reading.entities.people_own_state import speaking_for
from dragoman.reading.entities.people_pages import Found, Page
from dragoman.reading.entities.people_told_again import resolved
from dragoman.reading.entities.titles import CAPITALS, Titles, load_titles
from dragoman.reading.word_lists import words

__all__ = ["find_people"]

_OF = re.compile(r" (?:of|for|to|on|at|in charge of)(?: the| its| our)? ")
_AND = re.compile(r"(?:,? (?:and|&|of|for|on|the|of the|and the|for the|in the)|,)(?: the)? (?=[A-Z])")
_NEXT_WORD = re.compile(r"H\. ?E\. |(?:H(?:is|er) )?[\w.'’]+ ")
_WORDS = re.compile(rf"[{CAPITALS}][\w'-]*")
_NATION = words("entities.people", "nation")
_COMMON = words("entities.people", "common")
_RANKS = words("entities.people", "ranks")
_RANKED = words("entities.people", "ranked")
_INFORMING = words("entities.people", "informing")
_STYLES = words("entities.people", "styles")
_LEFT_SERVICE = re.compile(r"\s*\((?:Retd?|retd?|Retired|retired)\.?\)\s*")
_THE_HONOURABLE = re.compile(r"[Tt]he (?=(?:Right |Rt\.? )?Hon)")
_OF_STATE = words("entities.people", "of_state")
_MODIFIERS, _LONGEST = 12, 240
"""Words before and characters after the head of a title: bound the work on hostile text."""
_DEFINITE = re.compile(r"(?:[Tt]he |(?:[.!?–—-] |\n|\A))\Z")
"""What stands before an office whose holder follows behind a comma: "The premier, A,"; "Foreign Minister, A, who"."""
_ACRONYM = re.compile(r" \([A-Z]{2,8}\)(?= [A-Z])")
_PEER = words("entities.people", "peer")
_BEHIND_NAME = re.compile(
    r" \([^()]{1,20}\)|[,.;)]|\Z| (?:has|had|is|was|will|said|says|told|met|held|paid|made|went|took|gave|spoke|flew|came|left|led|"
    r"began|meets|visits|holds|[a-z]{2,}ed)\b"
)
"""What goes on behind a name in apposition; most have a comma."""
"""What stands before who said the sentence: "Latvia will close it, Minister A said", "Latvia will close it, said Minister A"."""
_CHOSEN = re.compile(r"-(?:elect|designate|delegate|in-waiting)\b")
_VERB_BEFORE = re.compile(r"\b(\w+) (?:the |visiting )?\Z")
_OFFICE_BEFORE = re.compile(r"([\w'’-]+)[ -]\Z")


@lru_cache(maxsize=1)
def _head_finder() -> tuple[Any, list[str]]:
    import ahocorasick_rs

    titles = load_titles()
    forms = sorted({*titles.heads, *titles.plurals, *titles.honorifics})
    finder = ahocorasick_rs.AhoCorasick(
        forms,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
    )
    return finder.find_matches_as_indexes, forms


def find_people(text: str, mentions: Sequence[PartyMention], *, listed: bool = False) -> list[PersonMention]:
    """People named in a text, sorted and without overlaps.

    Parameters
    ----------
    text : str
        The document's text.
    mentions : sequence of PartyMention
        Its parties, from `dragoman.reading.entities.parties.Gazetteer.mentions`.
    listed : bool
        Whether the text is on one country and goes from partner to partner: the state named first is any of them.

    Returns
    -------
    list of PersonMention
        ``name`` is the full name where the document gives one, else as printed; ``role`` the
        office as printed without its country; ``country`` from the office, the demonym before
        it, the table of leaders, an earlier mention, else None.
    """
    page = Page(_lines_kept(text), mentions, listed=listed)
    found: dict[int, Found] = {}
    for start, end, head in _heads(page.text):
        for person in _around(page, start, end, head):
            known = found.get(person.start)
            if known is None or _says_more(person, known):
                found[person.start] = person
    for m in page.leaders:
        found.setdefault(m.start, Found(m.start, m.end, None, m.codes[0]))
    people = _without_overlaps(sorted(found.values(), key=lambda f: (f.start, -f.end)), page)
    return resolved(text, page, people)


def _says_more(person: Found, known: Found) -> bool:
    """Whether an office tells more of somebody than what was found: "Ambassador A, Foreign Minister of Kenya"."""
    if known.role is None:
        return person.role is not None
    return (
        (known.role in _RANKS or known.role in ("Deputy", "MP"))
        and known.country is None
        and person.country is not None
    )


_BULLET = re.compile(
    r"^[ \t]*(?:[*\u2022\u00b7] [^\n]*|(?:\d{1,2}[.)]|\(\d{1,2}\)|[IVX]{1,4}\.) {1,4}[A-Z][^\n.;:!?]{2,80})(\n)",
    re.M,
)


_FORMER = re.compile(r"\b(then|ex|Ex)-(?=[A-Z])")
"""What dashes an office of the past: "then-Vice President A"; the space keeps the offsets."""


def _lines_kept(text: str) -> str:
    """The plain text, in which the line of a bullet and a numbered heading end.

    No office or country at its end is of the name that opens the next: "2. Aid to Chad", "Minister Rojas said".
    """
    plain = _FORMER.sub(lambda m: f"{m[1]} ", plain_text(text))
    if "\n" not in text:
        return plain
    ends = [m.start(1) for m in _BULLET.finditer(text)]
    if not ends:
        return plain
    letters = list(plain)
    for i in ends:
        letters[i] = "\n"
    return "".join(letters)


def _heads(text: str) -> list[tuple[int, int, str]]:
    find, forms = _head_finder()
    honorifics = load_titles().honorifics
    out: list[tuple[int, int, str]] = []
    for number, start, end in find(text):
        form = forms[number]
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            continue
        if form[-1].isalnum() and text[end : end + 1].isalnum():
            continue
        if out and out[-1][1] + 1 == start and text[start - 1] == " ":
            if form in honorifics or (form in _RANKS and out[-1][2].lower() in _RANKED):
                continue  # "Prime Minister Sir Keir", "Minister Prince Faisal": the office before it names him
            # "Deputy" in "Deputy Prime Minister" is a part of the office that follows it
            if out[-1][2] not in honorifics:
                out.pop()
        out.append((start, end, form))
    return out


def _around(page: Page, start: int, end: int, head: str) -> list[Found]:
    """The people that an office or courtesy title names, after it or before it."""
    text, titles = page.text, page.titles
    if head in titles.honorifics:
        name = _name_after(page, end)
        return [Found(*name, None, peer_before(page, start))] if name else []
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        chosen = _CHOSEN.match(text, end)
        if chosen is None:
            return []
        end = chosen.end()
    begin = _office_start(page, start)
    stop, inner, complement = _complement(page, end)
    before = _party_before(page, begin)
    names = _names_beside(page, begin, end, stop, head)
    if not names:
        names, inner = _names_far_behind(page, end, inner or before)
        if not names:
            return []
    role = _role(page, begin, end, complement)
    behind = (
        _party_behind(page, begin, names[0][1])
        if head not in titles.plurals and head.lower() in _OF_STATE
        else None
    )
    country = inner or before or behind or peer_before(page, begin)
    usual = page.usual_of(titles.own.get(role or "") or titles.own.get(text[begin:end]))
    peer = head.lower() in _PEER
    if head in titles.plurals:
        role = text[begin:end].removesuffix("s")
        owners = _parties_between(page, end, names[0][0], len(names)) or _parties_before(page, begin)
        if len(owners) not in (1, len(names)):
            owners = [None]
        owners = owners * len(names) if len(owners) == 1 else owners
        return [Found(*n, role, c, None, peer) for n, c in zip(names, owners, strict=True)]
    if country is None and head.lower() in _OF_STATE:
        usual = usual or speaking_for(page, begin, names[-1][1])
    return [Found(*name, role, country, usual, peer) for name in names]


def _party_behind(page: Page, begin: int, end: int) -> str | None:
    """The state behind the name of its minister: "Foreign Minister Ana Rojas of Chile"."""
    at = end + 4 if page.text.startswith(" of ", end) else 0
    at += 4 if at and page.text.startswith("the ", at) else 0
    party = page.party_at(at) if at else None
    if party is None or len(party.codes) != 1:
        return None
    told = _VERB_BEFORE.search(page.text, max(0, begin - 40), begin)
    if told and told[1] in _INFORMING and page.text.startswith("'s ", party.end):
        return None  # "assured President Rojas of Ghana's support": of what, not of where
    return party.codes[0]


def _parties_before(page: Page, begin: int) -> list[str | None]:
    """The countries co-ordinated before a plural: "the Kazakh and Bulgarian presidents"."""
    owners: list[str | None] = []
    at = begin
    while len(owners) < _MODIFIERS:
        party = next(
            (
                page.by_end[at - n]
                for n in (1, 3, 5, 2, 7, 4)
                if at - n in page.by_end and _joint(page.text, at - n, at)
            ),
            None,
        )
        if party is None or len(party.codes) != 1:
            break
        owners.insert(0, party.codes[0])
        at = party.start
    return owners or [None]


def _joint(text: str, start: int, end: int) -> bool:
    return text[start:end] in (" ", "'s ", ", ", " and ", "'s and ", "'s, ")


def _parties_between(page: Page, start: int, end: int, names: int) -> list[str | None]:
    """The countries of several officers, told in the order of their names: "the ministers of Peru and Chad, A and B"."""
    if not page.text.startswith(" of ", start) or names < _TWO:
        return []
    inside = [m for m in page.mentions[bisect_left(page.starts, start) :] if m.end <= end]
    codes = [m.codes[0] for m in inside if len(m.codes) == 1]
    return list(codes) if len(codes) == len(inside) == names == len(set(codes)) else []


_TWO = 2


def _names_beside(page: Page, begin: int, end: int, stop: int, head: str) -> list[tuple[int, int]]:
    """The name (names, after a plural) that a title from ``begin`` to ``end``, or its complement's ``stop``, goes with."""
    text, titles = page.text, page.titles
    if head in titles.plurals:
        return _names_after(page, stop)
    name = _name_after(page, stop)
    if name is None and stop != end:
        name = _name_after(page, end)
    name = name or page.leader_at(stop + 2)
    front = None if name else _name_in_front(page, begin)
    name = name or front
    if name and not (front and stop != end and _titled(page, front[0])):
        return [name]
    definite = bool(_DEFINITE.search(text, max(0, begin - 4), begin)) and head.lower() in _OF_STATE
    if text[stop : stop + 2] == ", " and (stop != end or definite or _party_before(page, begin)):
        at = _behind_ranks(page, stop + 2)
        tail = titles.name_at(text, at, min(len(text), page.next_party(at)))
        if tail and " " in text[at:tail] and _BEHIND_NAME.match(text, tail):
            return [(at, tail)]
    return [name] if name else []


def _names_far_behind(page: Page, end: int, owner: str | None) -> tuple[list[tuple[int, int]], str | None]:
    """The full name behind a comma after an office and its place, and the country whose office it is."""
    behind = long_complement(page, end)
    if behind is None or not (owner or behind[1]):
        return [], None
    name = _name_after(page, behind[0] + 1)
    if name is None or " " not in page.text[slice(*name)] or not _BEHIND_NAME.match(page.text, name[1]):
        return [], None
    return [name], behind[1] or owner


def _titled(page: Page, start: int) -> bool:
    """Whether an office stands right before a name: then the next office behind it is another's.

    "The Mongolian president, A, the head of the office of Kyrgyzstan, B, said".
    """
    word = re.search(r"([\w-]+),? \Z", page.text[max(0, start - 30) : start])
    return word is not None and (word[1] in page.titles.heads or word[1] in page.titles.honorifics)


def _office_start(page: Page, start: int) -> int:
    """Where the title begins: "Deputy Foreign" in "Deputy Foreign Minister" belongs to it."""
    text, portfolios = page.text, page.titles.portfolios
    lower = text[start : start + 1].islower()
    for _ in range(_MODIFIERS):
        if start - 1 in page.by_end:
            return start
        short = _SHORT.search(text, max(0, start - 12), start)
        if short is not None and _OFFICE_BEFORE.search(text, max(0, short.start() - 39), short.start() + 1):
            start = short.start() + 1  # "National Assembly (NA) Chairwoman"
        match = _OFFICE_BEFORE.search(text, max(0, start - 40), start)
        if match is None:
            return start
        word = match.group(1)
        if word == "and":
            if not _linked(page, match.start(1)):
                return start
        elif word in _NATION or not (
            word in portfolios or (lower and word.capitalize() in portfolios and word not in _COMMON)
        ):
            return start
        start = match.start(1)
    return start


_SHORT = re.compile(r" \([A-Z]{2,5}\) (?:\Z|(?=\w))")


def _linked(page: Page, start: int) -> bool:
    """Whether the word before an "and" is a portfolio too: "Trade and Integration Minister"."""
    match = _OFFICE_BEFORE.search(page.text, max(0, start - 40), start)
    return match is not None and match.group(1) in page.titles.portfolios and match.group(1)[0].isupper()


def _complement(page: Page, end: int) -> tuple[int, str | None, list[tuple[int, int]]]:
    """What follows a title: (its end, the country in it, the spans that belong to the role)."""
    text, titles = page.text, page.titles
    country: str | None = None
    spans: list[tuple[int, int]] = []
    at = end
    match = _OF.match(text, at)
    while match and at < end + _LONGEST and len(spans) < _MODIFIERS:
        abroad = match.group().startswith(" to")
        at_word, took = match.end(), False
        piece: list[tuple[int, int]] = []
        while at_word < end + _LONGEST:
            party = page.party_at(at_word)
            if party is not None:
                if not abroad and (country is None or (is_body(country) and not is_body(party.codes[0]))):
                    country = party.codes[0]  # "Minister of Foreign and EU Affairs of Malta" is Malta's
                at_word, took = party.end, True
                if text[at_word : at_word + 2] == "'s":
                    at_word += 2
            else:
                word = _WORDS.match(text, at_word)
                if word is None and (small := small_portfolio(text, at_word, titles)):
                    piece.append((at_word, small))
                    at_word, took = small, True
                    break
                if word is None or not _in_office(word.group(), titles):
                    break
                piece.append(word.span())
                at_word, took = word.end(), True
            joint = _AND.match(text, at_word)
            if text[at_word : at_word + 1] == " " and text[at_word + 1 : at_word + 2].isupper():
                at_word += 1
            elif joint and _goes_on(page, joint.end()):
                if party is None:
                    piece.append((joint.start(), joint.end()))
                at_word = joint.end()
            else:
                break
        if not took:
            break
        while text[at_word - 1] in " ," and at_word > at:
            at_word -= 1
        if not abroad:
            spans.append((match.start(), match.end()))
            spans.extend(piece)
        at = at_word
        match = _OF.match(text, at)
    return at, country, spans


def _in_office(word: str, titles: Titles) -> bool:
    return any(word in some for some in (titles.portfolios, titles.heads, titles.plurals, titles.regions))


def _goes_on(page: Page, start: int) -> bool:
    word = _WORDS.match(page.text, start)
    if word is None:
        return False
    if word.group() in page.titles.portfolios or word.group() in page.titles.regions:
        return True
    party = page.party_at(start)
    return party is not None and page.text[party.end : party.end + 1] in ",. "


def _role(page: Page, begin: int, end: int, complement: list[tuple[int, int]]) -> str | None:
    """The office as printed, its country left out: "Secretary of the National Security Council"."""
    text, titles = page.text, page.titles
    words = " ".join(text[s:e].strip() for s, e in complement)
    inner = [w for w in words.split() if w in titles.heads]
    base = _SHORT.sub(" ", text[begin:end])
    if base.lower() in _PEER:
        return None
    tail = " ".join(words.split()).replace(" ,", ",")
    tail = _LOOSE_END.sub("", _FORM_OF_STATE.sub(r"\1", tail))
    if inner or not tail or not any(w[0].isupper() for w in tail.split()):
        return base
    return f"{base} {tail.strip()}"


_FORM_OF_STATE = re.compile(
    r"^(of|for|at)(?: the)? (?:Republic|Kingdom|State|Government|Sultanate|Emirate) of(?: the)?\b"
)
_LOOSE_END = re.compile(
    r"(?:^|[ ,]+)(?:of(?: the)? (?:Republic|Kingdom|Government|Federation))?(?:[ ,]*\b(?:of|for|at|and|the|its|in charge of))*[ ,]*$"
)
_SMALL_WORD = re.compile(r"(?:\A|[ ])([a-z-]+) \Z")
_WORD_IN_FRONT = re.compile(r"(?:(?<=[ (])|\A)([\w'’-]+?)\.?(?:'s)? \Z")


def _party_before(page: Page, begin: int) -> str | None:
    """The country right before a title: "Kazakhstan's", "Kazakh", "Maldives", with loose words between."""
    text = page.text
    at = begin
    for _ in range(3):
        tail = text[max(0, at - 24) : at]
        for gap in ("'s ", "' ", " ", "-"):
            if tail.endswith(gap):
                party = page.by_end.get(at - len(gap))
                if party is not None:
                    owned = text[party.start - 3 : party.start] in ("'s ", "’s ")
                    owner = page.by_end.get(party.start - 3) if owned and is_body(party.codes[0]) else None
                    party = owner or party  # "Serbia's EU affairs minister" is Serbia's
                    return party.codes[0] if len(party.codes) == 1 else None
        match = _SMALL_WORD.search(tail)
        if match is None or match.group(1) not in page.titles.loose or match.group(1) in ("the", "a", "an"):
            ministry = ministry_before(page, at)
            if ministry is None:
                return None
            at = ministry
        else:
            at = at - len(match.group(1)) - 1
    return None


def _name_after(page: Page, end: int) -> tuple[int, int] | None:
    """The name right after a title: "Minister Vasilenko", "President, Rumen Radev"."""
    text = page.text
    if acronym := _ACRONYM.match(text, end):
        end = acronym.end()  # "Secretary of Foreign Affairs (MFAI) Tepa Teariki"
    start = end + 1
    if text[end : end + 1] != " ":
        return None
    start = _behind_ranks(page, start)
    party = page.party_at(start)
    if party is not None and party.form not in ("name", "capital"):
        return None
    limit = page.next_party(start + 1) if party is None else len(text)
    stop = page.titles.name_at(text, start, min(len(text), limit))
    if stop is None or (party is not None and stop <= party.end):
        return None
    return (start, stop) if stop - start > 1 else None


def _behind_ranks(page: Page, start: int) -> int:
    """Where a name begins behind courtesy titles and ranks: "H.E. Mr. ", "His Royal Highness Prince ", "the Hon. "."""
    text = page.text
    start += 4 if _THE_HONOURABLE.match(text, start) else 0
    for _ in range(_MODIFIERS):
        word = _NEXT_WORD.match(text, start, start + 24)
        if word is None:
            return start
        title = word.group().strip().removeprefix("His ").removeprefix("Her ")
        if title not in page.titles.honorifics and title not in _RANKS and title not in _STYLES:
            return start
        start = word.end()
        if (left := _LEFT_SERVICE.match(text, start)) is not None:
            start = left.end()  # "Gen. (Retd.) Joseph"
    return start


def _names_after(page: Page, end: int) -> list[tuple[int, int]]:
    """The names after a plural title: "Presidents Biden and Lourenço"."""
    out = []
    # "the two presidents, A and B, met"
    name = _name_after(page, end + 1) if page.text[end : end + 2] == ", " else _name_after(page, end)
    while name:
        out.append(name)
        joint = re.match(r",? and|,", page.text[name[1] : name[1] + 5])
        name = _name_after(page, name[1] + joint.end()) if joint else None
    return out if len(out) > 1 else []


def _name_in_front(page: Page, begin: int) -> tuple[int, int] | None:
    """The name before a title in apposition: "Kassym-Jomart Tokayev, the President"."""
    text = page.text
    at = begin
    for _ in range(5):
        match = _WORD_IN_FRONT.search(text[max(0, at - 30) : at])
        party = next((page.by_end[at - n] for n in (1, 3, 2) if at - n in page.by_end), None)
        if party is not None:
            at = party.start
        elif match is not None and match.group(1).lower() in page.titles.loose:
            at -= len(match.group())
        else:
            break
    opening = text[max(0, at - 2) : at]
    end = at - 2
    if text[max(0, at - 4) : at] == " as " and at < begin:
        end = at - 4  # "the appointment of Ana Soto as Peru's ambassador"
    elif opening not in (", ", " (", "— ", "– "):
        return None
    while end and text[end - 1] == " ":
        end -= 1
    end = before_letters(text, end)
    i = bisect_left(page.ends, end + 1)
    floor = page.ends[i - 1] if i else 0
    start = page.titles.name_before(text, end, floor)
    if start is None or " " not in text[start:end]:
        return None
    return start, end


def _without_honorifics(person: Found, page: Page) -> None:
    while True:
        first, space, _ = page.text[person.start : person.end].partition(" ")
        if not space or first not in page.titles.honorifics:
            return
        person.start += len(first) + 1


def _without_overlaps(people: list[Found], page: Page) -> list[Found]:
    out: list[Found] = []
    for person in people:
        _without_honorifics(person, page)
        if out and person.start < out[-1].end:
            last = out[-1]
            if last.role is None and person.role is not None and person.end >= last.end:
                out[-1] = person
            elif last.country is None:
                last.country = person.country
            continue
        out.append(person)
    return out
