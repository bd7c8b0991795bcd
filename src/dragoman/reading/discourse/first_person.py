"""Whose "I" and "we" are: the country of whoever a quotation is from.

Worked out on items alone, before parties have their grammatical places, since "I" is one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.reading.discourse.quotations import opens_inside
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["first_persons", "in_quotation", "publisher"]

_FIRST = words("discourse", "first_person")
_OF_PAGE = frozenset({"our", "i", "me", "my", "we"})
_ONE_SIDED = words("discourse.first_person", "one_sided")
"""What a government says of itself alone: "we condemn", where "we discussed" is said with whom it met."""
_FEELING = words("discourse.first_person", "feeling")
_GOING_ON = words("discourse.first_person", "going_on")
_TOGETHER = words("discourse.first_person", "together")
_OPENING, _CLOSING = frozenset('“«"‘'), frozenset('”»"’')
_NEAR = 5
"""Items behind "we" within which its verb begins (assumed)."""
_REACH = 9
"""Items behind or before a verb of saying within which its subject is looked for (assumed)."""


def first_persons(s: Sentence, person: Any) -> dict[int, str]:
    """Country of each "I", "my", "we", "our" in quotation marks, by item; ``person`` spoke last before.

    "Our" before what two sides share ("our two countries") is left to the pair.
    """
    if _FIRST.isdisjoint(s.forms):
        return {}
    quoted = in_quotation(s)
    asked = [i for i in range(s.n) if quoted[i] and s.lowers[i] in _FIRST]
    if not asked:
        return {}
    code = _speaker(s, quoted) or _pronoun(s, quoted, person)
    if code is None and all(quoted[i] or s.kinds[i] == "." for i in range(s.n)):
        code = person.country if person is not None else None
    return dict.fromkeys(asked, code) if code else {}


def publisher(discourse: Discourse, s: Sentence, i: int) -> str | None:
    """Whose "our" and "I" are on the page of a state's own office: "our Ambassador paid a visit", "I will travel to".

    None in quotations: they are another's words.
    """
    home = discourse.home
    if home is None or s.lowers[i] not in _OF_PAGE or (discourse.titled and home not in discourse.pair):
        return None
    if s.lowers[i] not in ("our", "we"):
        return None if in_quotation(s)[i] else home
    behind = s.lowers[i + 1 : i + 3]
    if s.lowers[i] == "we":
        return home if discourse.speaks_alone and _says_alone(s, i) and not in_quotation(s)[i] else None
    shared = {"two", "both", "mutual", "common"}.intersection(behind)
    shared |= words("discourse", "plural_heads").intersection(behind)
    return None if shared or in_quotation(s)[i] else home


def _says_alone(s: Sentence, i: int) -> bool:
    """Whether "we" are the government whose page it is, nobody with it: "we strongly condemn", not "we both"."""
    if _TOGETHER.intersection(s.lowers[max(0, i - 2) : i + 4]):
        return False
    for g in s.groups:
        if (
            g.main > i
        ):  # the verb that "we" are the subject of, or what they go on to do: "we continue to support"
            if g.negated or g.first > i + _NEAR:
                return False
            said = g.lemma.partition(" ")[0]
            if said in ("be", "remain"):
                return not _FEELING.isdisjoint(s.lowers[g.main + 1 : g.main + 4])
            if said not in _GOING_ON:
                return said in _ONE_SIDED
    return False


def _pronoun(s: Sentence, quoted: list[bool], person: Any) -> str | None:
    """The country of "he" beside a verb of saying: "..., he told reporters"."""
    said = (g for g in s.groups if not quoted[g.main] and g.lemma in load_speech().bare_clause)
    if person is None:
        return None
    role = (person.role or "").casefold()
    for g in said:
        if g.first and s.lowers[g.first - 1] in ("he", "she"):
            return str(person.country) if person.country else None
        behind = g.main + 2
        if s.lowers[g.main + 1 : behind] == ["the"] and behind < s.n and s.lowers[behind] in role.split():
            return str(person.country) if person.country else None  # "added the minister"
    return None


def in_quotation(s: Sentence) -> list[bool]:
    """For every item, whether it stands between quotation marks."""
    out, inside = [False] * s.n, opens_inside(s)
    if not inside and _OPENING.isdisjoint(s.forms):
        return out
    for i, low in enumerate(s.lowers):
        if s.kinds[i] == "." and low in _OPENING and not inside:
            inside = True
        elif s.kinds[i] == "." and low in _CLOSING and inside:
            inside = False
        out[i] = inside
    return out


def _speaker(s: Sentence, quoted: list[bool]) -> str | None:
    """The one party of the phrase beside a verb of saying outside the quotation."""
    speech = load_speech()
    for g in s.groups:
        if quoted[g.main] or g.negated or g.passive or g.lemma not in speech.bare_clause:
            continue
        turned = g.first > 0 and s.kinds[g.first - 1] == "."
        behind = range(g.main + 1, min(s.n, g.main + _REACH))
        before = range(g.first - 1, max(-1, g.first - _REACH), -1)
        aside = _name_aside(s, g.first, quoted)
        beside = range(aside - 1, max(-1, aside - _REACH), -1) if aside else range(0)
        for reach in (behind, before, beside) if turned else (before, beside):
            for i in reach:
                if quoted[i] or s.lowers[i] in (",", ";", "(") or i in s.verb_at:
                    break
                if s.kinds[i] in "PH" and len(s.codes[i]) == 1:
                    where = i and s.tags[i - 1] & PREP and s.lowers[i - 1] not in ("of", "by")
                    if not where:
                        return str(s.codes[i][0])
    return None


def _name_aside(s: Sentence, first: int, quoted: list[bool]) -> int:
    """Where a name between commas before a verb begins: "the Chilean president, Gabriel Boric, said"; 0 for none."""
    if first < 4 or s.lowers[first - 1] != "," or quoted[first - 1]:
        return 0
    for i in range(first - 2, max(0, first - 6), -1):
        if s.lowers[i] == ",":
            return i
        if s.kinds[i] not in "wH" or not s.text[s.starts[i]].isupper():
            return 0
    return 0
