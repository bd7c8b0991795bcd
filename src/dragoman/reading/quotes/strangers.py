"""Who says something and is in no list: "Westpac says", "Kenji Sato said", "the minister added".

They are sources of what they say; whose country they speak for the text does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.statements import Person
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, DET
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["Speaker", "inverted_stranger", "name_word", "named_in_aside", "unknown_speaker"]

_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 5
"""How many words a name or an office may have (assumed)."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something; ``first`` and ``last`` are the items of the naming phrase."""

    source: str
    type: str
    first: int
    last: int
    person: Person | None = None
    inverted: bool = False


def name_word(s: Sentence, i: int) -> bool:
    """Whether a word can be part of a name that no list knows."""
    return s.kinds[i] == "w" and not s.tags[i] and s.text[s.starts[i]].isupper()


def unknown_speaker(s: Sentence, first: int, last: int) -> Speaker | None:
    """The name or office that ends a subject phrase: "(Speaking at the forum,) Omer Bolat", "Westpac (in its update)", "the minister"."""
    if named := _owned(s, first, last):
        return named
    begin, end = _segment(s, first, last)
    if begin > end or end - begin >= _LONGEST:
        return None
    plain = [i for i in range(begin, end + 1) if s.lowers[i] not in _ARTICLES]
    if not plain:
        return None
    source = s.words(begin, end + 1)
    if all(name_word(s, i) for i in plain):
        person = len(plain) > 1 and not load_speech().institution.search(source)
        return Speaker(source, "person" if person else "institution", begin, last)
    held = s.lowers[begin] in _ARTICLES and s.noun[end] in load_speech().offices
    held = held and s.noun[end] == s.lowers[end]  # "the leaders noted" is what they do, not what they tell
    if held and all(s.kinds[i] == "w" for i in plain):
        return Speaker(source, "person", begin, last)
    return None


def _owned(s: Sentence, first: int, last: int) -> Speaker | None:
    """A name with its country alone: "Kenya's Isaac Mwaura", "Isaac Mwaura of Kenya"."""
    begin = last
    while begin > first and s.kinds[begin - 1] != "." and s.kinds[begin - 1] not in "DH":
        begin -= 1
    if begin + 3 > last:
        return None
    if s.kinds[begin] == "P" and s.lowers[begin + 1] in ("'s", "’s"):
        name, code = range(begin + 2, last + 1), s.codes[begin]
    elif s.kinds[last] == "P" and s.lowers[last - 1] == "of":
        name, code = range(begin, last - 1), s.codes[last]
    else:
        return None
    if not 2 <= len(name) <= _LONGEST - 2 or len(code) != 1 or not all(name_word(s, i) for i in name):
        return None
    source = s.words(name[0], name[-1] + 1)
    if load_speech().institution.search(source) or load_speech().firm.search(source):
        return None
    return Speaker(source, "person", begin, last, Person(source, None, code[0]))


def _segment(s: Sentence, first: int, last: int) -> tuple[int, int]:
    """The first and last item of the phrase: behind the last comma, else up to its first preposition."""
    begin = first
    for i in range(last, first - 1, -1):
        if s.lowers[i] == ",":
            begin = i + 1
            break
    while begin <= last and (s.kinds[begin] == "D" or (s.tags[begin] & ADV and not s.tags[begin] & DET)):
        begin += 1
    end = begin
    while end < last and (s.kinds[end + 1] == "w" and (not s.tags[end + 1] or s.noun[end + 1])):
        end += 1
    named = end > begin or (begin <= last and name_word(s, begin))
    return (begin, end) if named else (begin, begin - 1)


def inverted_stranger(s: Sentence, g: Group) -> int:
    """The last item of an unknown name right behind the verb: "said Kenji Sato", or 0."""
    last = g.main
    while last + 1 < s.n and last - g.main < _LONGEST and name_word(s, last + 1):
        last += 1
    told = g.first and s.lowers[g.first - 1] in (",", "”", '"', "»")
    return last if told and last - g.main > 1 else 0


def named_in_aside(s: Sentence, pronoun: int) -> Speaker | None:
    """Whom "he" means where an office names him in an aside: "a Maltese ministry spokesman, Paul Zamit, was firm: “...”, he said"."""
    for i in range(1, pronoun - 2):
        if s.lowers[i] != "," or s.noun[i - 1] not in load_speech().offices:
            continue
        if name_word(s, i + 1) and name_word(s, i + 2):
            codes = [s.codes[k] for k in range(max(0, i - 6), i) if len(s.codes[k] or ()) == 1]
            source = s.words(i + 1, i + 3)
            person = Person(source, None, codes[0][0]) if codes else None
            return Speaker(source, "person", pronoun, pronoun, person)
    return None
