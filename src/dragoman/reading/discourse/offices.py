"""Who is meant by office alone ("the Vice President", "the minister" of somebody named before), and which place "there" is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dragoman.reading.annotations import PersonMention
from dragoman.reading.discourse.cues import definite, holds
from dragoman.reading.syntax.lexicon import BE, HAVE, MODAL
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = [
    "OF_PAGE",
    "SECRETARIES",
    "last_teller",
    "leading_officer",
    "of_the_other",
    "secretary_general",
    "the_office",
    "there_meant",
]

OF_PAGE = "of the country that publishes the text"
_HEADS = words("discourse.offices", "heads")


def the_office(
    s: Sentence,
    i: int,
    person: PersonMention | None,
    known: Sequence[PersonMention],
    home: str | None,
    own: Collection[str] = (),
    *,
    opening: bool = False,
) -> tuple[tuple[str, ...], str] | None:
    """ "The Vice President", "the minister" at item ``i``: whoever of that office was spoken of last.

    Parameters
    ----------
    s, i
        The sentence and the item of the office.
    person : PersonMention or None
        Whom "he" would mean.
    known : sequence of PersonMention
        Everybody named before with an office and a country, in the order of the text.
    home : str or None
        The country whose government publishes the text.
    own : collection of str
        Offices that the text has by now told of as those of that country.
    opening : bool
        Whether nothing was told before: who opens such a text by office alone is its publisher's.
    """
    following = s.lowers[i + 1] if i + 1 < s.n else ""
    if following == "," and s.kinds[i + 2 : i + 3] == ["H"]:
        return None  # "the president, Ann Reed, will": the name says who
    if following == "of" or _of_portfolio(s, i) or (i + 1 < s.n and s.kinds[i + 1] == "H"):
        return None
    if not definite(s, i):
        return None
    j = i - 1
    while j > 0 and s.lowers[j] not in ("the", "this"):
        if s.kinds[j] in "PHL":
            return None
        j -= 1
    office = s.words(j + 1, i + 1).casefold()
    if home and (office in own or (opening and j == 0 and office in _HEADS)):
        return (home,), f"the {office}: {OF_PAGE}"
    behind = {s.refs[k].name for k in range(i + 1, s.n) if s.kinds[k] == "H"}
    if j > 0 and j - 1 in s.verb_at:  # "Minister A invited the minister": nobody does it to himself
        behind |= {s.refs[k].name for k in range(j) if s.kinds[k] == "H"}
    for one in _holders(s, i, person, known):
        if one.country and holds(one.role, office) and one.name not in behind:
            return (one.country,), f"the {office}: {one.name}"  # not of "the President thanked President A"
    if home and s.lowers[i] in ("president", "vice president", "secretary"):
        return (home,), f"the {office}: {OF_PAGE}"
    return None


def of_the_other(s: Sentence, i: int, pair: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """An office that opens a clause and deals with one of the text's two: "The Minister spoke with Peru's envoy".

    Nobody telephones, receives or urges his own: whoever does it is of the other of the two.
    """
    start = next((k for k in range(i - 1, max(-1, i - _LEAD - 1), -1) if s.lowers[k] == "the"), -1)
    opens = start == 0 or (start > 0 and s.lowers[start - 1] in (",", ";", "and", "while", "that"))
    if len(pair) != 2 or not opens or any(s.kinds[k] in "PHL" for k in range(start, i + 1)):
        return None
    office = s.words(start + 1, i + 1).casefold()
    if office not in _HEADS or s.lowers[i + 1 : i + 2] in (["of"], ["for"], [","]):
        return None
    g = next((g for g in s.groups if g.first > i), None)
    if (
        g is None
        or not g.finite
        or g.passive
        or g.first > i + 2
        or g.lemma not in words("discourse.offices", "dealing")
    ):
        return None
    named = {c for k in range(g.main + 1, s.n) if s.kinds[k] == "P" for c in s.codes[k]} & {*pair}
    if len(named) != 1:
        return None
    return tuple(c for c in pair if c not in named), f"the {office}: of the other of the text's two"


_LEAD = 3
"""Items of an office from its article on: "the Federal Foreign Minister". assumed"""


def _of_portfolio(s: Sentence, i: int) -> bool:
    """Whether "for" goes on the office: "the Minister for Foreign Affairs", not "thanked the Minister for his help"."""
    if s.lowers[i + 1 : i + 2] != ["for"] or i + 2 >= s.n:
        return False
    k = i + 3 if s.lowers[i + 2] == "the" and i + 3 < s.n else i + 2
    return s.text[s.starts[k]].isupper() and not s.codes[k] and s.kinds[k] == "w"


SECRETARIES = frozenset({"secretary-general", "secretary general"})


_WITH_SECRETARY = frozenset({
    "ASEAN", "BSEC", "CARICOM", "CIS", "COE", "COMMONWEALTH", "CSTO", "D8", "ECO", "EFTA", "GCC", "LAS", "NATO",
    "OAS", "OECD", "OIC", "OIF", "OPEC", "OSCE", "OTS", "PIF", "SAARC", "SCO", "UN",
})  # fmt: skip
"""Bodies that a secretary-general heads."""


def secretary_general(
    s: Sentence, i: int, known: Sequence[PersonMention], named: Sequence[str]
) -> tuple[tuple[str, ...], str] | None:
    """ "The Secretary-General": of the body named last that has one; where the text names none, of the UN.

    Parameters
    ----------
    s, i
        The sentence and the item of the office.
    known : sequence of PersonMention
        Everybody named before with an office and a country or body.
    named : sequence of str
        The parties of the text so far, in its order.
    """
    following = s.lowers[i + 1] if i + 1 < s.n else ""
    if i < 1 or s.lowers[i - 1] != "the" or following in ("of", "for") or s.kinds[i + 1 : i + 2] == ["H"]:
        return None
    if not s.text[s.starts[i]].isupper():
        return None
    for one in reversed(known):
        role = (one.role or "").casefold()
        if one.country and "secretary" in role and "general" in role:
            return (one.country,), f"the secretary-general: {one.name}"
    last = next((c for c in reversed(named) if c in _WITH_SECRETARY), "UN")
    return (last,), "the secretary-general: of the body spoken of"


def last_teller(s: Sentence, named: Sequence[int]) -> PersonMention | None:
    """Who says something last in a sentence: "Receiving Envoy A, President B said it would; C added"; None where one alone is named."""
    if len(named) < 2:
        return None
    told = (g.first - 1 for g in reversed(s.groups) if g.finite and g.lemma in words("frames", "saying"))
    return next((s.refs[i] for i in told if i in named), None)


def leading_officer(s: Sentence, known: Sequence[PersonMention]) -> PersonMention | None:
    """Whoever opens a sentence by office alone, told before by name: "the minister will then receive Mr. A"."""
    lead = next((m for m in s.mentions if m.cue == "subj"), None)
    if lead is None or lead.kind != "A" or not lead.how.startswith("the ") or ": " not in lead.how:
        return None
    name = lead.how.partition(": ")[2]
    return next((p for p in reversed(known) if p.name == name), None)


def _holders(
    s: Sentence, i: int, person: PersonMention | None, known: Sequence[PersonMention]
) -> list[PersonMention]:
    """Who "the president" at item ``i`` may be, best first: of the state that opens the sentence, then "he", then any."""
    latest = list(reversed(known))
    opening = next((k for k in range(min(i, 3)) if s.kinds[k] == "P"), -1)
    if opening >= 0 and all(s.lowers[k] == "the" for k in range(opening)):
        latest.sort(key=lambda p: p.country not in s.codes[opening])
        return latest
    own = {s.codes[k] for k in range(i) if s.kinds[k] == "P" and len(s.codes[k]) == 1}
    theirs = [p for p in latest if own == {(p.country,)}]  # "Peru's government said the premier"
    spoken = [person] if person is not None and person.country else []
    return [*theirs, *spoken, *latest]


def there_meant(discourse: Discourse, s: Sentence, i: int) -> tuple[tuple[str, ...], str] | None:
    """ "Reopened its mission there": the last place named that is not of who does it."""
    if i < 2 or i in s.verb_at or (i + 1 < s.n and s.tags[i + 1] & (BE | HAVE | MODAL)):
        return None  # "there is", "there have been"
    verb = max((g.first for g in s.groups if g.first < i), default=-1)
    if verb < 0:
        return None
    acting = next((s.codes[j] for j in range(verb - 1, -1, -1) if s.kinds[j] in "PH"), discourse.subject)
    named = [
        s.codes[j]
        for j in range(i - 1, -1, -1)
        if s.kinds[j] in "PL"
        and len(s.codes[j]) == 1
        and not (j > verb and getattr(s.refs[j], "form", "") == "demonym")
    ]
    for codes in (*named, *((c,) for c in reversed(discourse.history[-6:]))):
        if not set(codes) & {*acting, *discourse.bodies}:
            return codes, "there: the place named last"
    return None
