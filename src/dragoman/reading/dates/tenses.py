"""Past or future: what the words around a time say (§P3)."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.reading.dates.lexicon import load_date_lexicon

__all__ = ["SENTENCE_END", "tense_at"]

SENTENCE_END = re.compile(r"[.!?]\s+(?=[^a-z\s])|\n\s*\n")
# How far [characters] a sentence is searched.
_BEFORE, _AFTER = 240, 80
_RESOLVED = frozenset("agreed decided resolved planned pledged promised committed vowed intended".split())
_ASKED = frozenset(
    "asked urged told invited instructed tasked ordered directed scheduled slated poised prepared".split()
)
"""Whoever is asked "to conclude talks by April" or set "to arrive on Thursday" has not done it."""
_AT = frozenset("in on at since during".split())
_SET = frozenset({"set", "likely"})
_BOUND = frozenset("leaving departing heading travelling traveling flying embarking convening".split())
"""What somebody "is leaving" for on Tuesday is still to come."""
_WORD = re.compile(r"[a-z']+")
_CLAUSE = re.compile(
    r";|,? (?:and|but|while|whereas|after which) "
    r"|, (?:as|who|whose|which|where|when|after|before|since|although|though|because|following) "
)
_SUBJECT = re.compile(r"(?:he|she|it|they|we|i)\b")
_TELLER = re.compile(r",[”\"’']? [^,;]{0,60}\b(?:said|told|added|noted|reported|announced)\b.*", re.DOTALL)
_STOP = re.compile(r"[.!?](?:\s|$)|\n")


def tense_at(text: str, folded: str, start: int, end: int) -> str:
    """``future`` or ``past`` by the nearest telling word of the sentence, else empty.

    Parameters
    ----------
    text, folded : str
        The text, and the same in lower case with equal offsets.
    start, end : int
        The time expression.
    """
    low = max(0, start - _BEFORE)
    ends = [match.end() for match in SENTENCE_END.finditer(text, low, start)]
    before = folded[ends[-1] if ends else low : start]
    after = folded[end : end + _AFTER]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    after = _TELLER.sub("", after)  # "is due on Friday, the ministry said"
    if after.startswith(",") and (told := _own_phrase(before)):
        return told
    # what another clause of the sentence tells says nothing where the time's own clause does
    own = before[before.rfind("; ") + 1 :]
    parts = _CLAUSE.split(after, maxsplit=1)
    if said := _nearest(_WORD.findall(own)[::-1], _WORD.findall(parts[0])):
        return said
    if len(parts) > 1 and _SUBJECT.match(parts[1]):
        after = parts[0]  # "her first trip after the April vote, and she will visit Peru"
    return _nearest(_WORD.findall(before)[::-1], _WORD.findall(after))


def _own_phrase(before: str) -> str:
    """What the phrase says that a time ends: "under the pact signed by Mali and Togo on 3 May|, experts will go"."""
    phrase = _WORD.findall(before[max(before.rfind(","), before.rfind(";")) + 1 :])
    if "and" in phrase[-_JOINED:] or "but" in phrase[-_JOINED:]:
        return ""  # "The king arrived in Lima and on Friday, 3 May, will meet"
    cue = _first_cue(phrase[::-1], backwards=True)
    return "past" if cue is not None and cue[1] == "past" else ""


_AHEAD = frozenset({"will", "could", "may", "might", "can", "shall", "should"})
_JOINED = 2
"""Words before a time among which "and" may join what it is the time of. assumed"""


def _awaited(before: list[str]) -> bool:
    """Whether a time lies in a clause with "when" behind a "will" or "could": "will resume when he takes office on August 7"."""
    for i, word in enumerate(before):
        if word in ("when", "once", "until") and i + 1 < len(before):
            return not _AHEAD.isdisjoint(before[i + 1 :]) and not any(
                w in load_date_lexicon().cues["past"] for w in before[:i]
            )
    return False


def _nearest(before: list[str], after: list[str]) -> str:
    """What the nearest telling word says; of two as near the one before the time, where words run backwards."""
    if _awaited(before):
        return "future"
    left, right = _first_cue(before, backwards=True), _first_cue(after, backwards=False)
    if left is not None and right is not None and left[0] == 1 and before[0] in _AT and left[1] == "past":
        return left[1]  # "the pact that Peru and Chile reached in April will enter into force"
    if left is not None and (right is None or left[0] <= right[0]):
        return left[1]
    return right[1] if right is not None else ""


def _first_cue(words: list[str], *, backwards: bool) -> tuple[int, str] | None:
    for i, word in enumerate(words):
        if backwards and word == "to" and words[i - 1 : i] in (["a"], ["an"], ["the"]):
            continue  # "agreed to a ceasefire on Sunday"
        if backwards and word == "to" and i + 1 < len(words) and words[i + 1] in _RESOLVED:
            return i, "future"  # "agreed to meet in October"
        if backwards and word == "to" and i + 1 < len(words) and words[i + 1] in _ASKED:
            return i, "future"
        if backwards and word == "to" and words[i + 1 : i + 2] in (["is"], ["are"]) and i:
            return i, "future"  # "is to meet in Accra in June"
        if backwards and word in _SET and words[i + 1 : i + 2] in (["is"], ["are"]):
            return i, "future"  # "is set to arrive on Thursday"
        if backwards and word in _BOUND and i + 1 < len(words) and words[i + 1] in ("is", "are"):
            return i, "future"
        if word == "plan" and (words[i - 1 : i] if backwards else words[i + 1 : i + 2]) != ["to"]:
            continue  # "signed an action plan on Monday", not "they plan to sign on Monday"
        told = _told_by(word)
        if word == "followed" and words[i + 1 : i + 2] == ["by"] and not backwards:
            continue  # "will visit Peru on 3 May, followed by Chile": whoever comes next tells no tense
        if told == "past" and backwards and words[i + 1 : i + 2] in (["be"], ["to"]):
            continue  # "will be held from 6 June"
        if told:
            return i, told
    return None


@lru_cache(maxsize=8192)
def _told_by(word: str) -> str:
    """``future``, ``past`` or empty: what a word alone says."""
    cues = load_date_lexicon().cues
    if word in cues["future"] or word.endswith("'ll"):
        return "future"
    past = word in cues["past"] or (len(word) > 4 and word.endswith("ed") and word not in cues["untold"])
    return "past" if past else ""
