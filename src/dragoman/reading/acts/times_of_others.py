"""Times that a sentence tells of something else: in an aside, behind a semicolon, in the title of a paper."""

from __future__ import annotations

import re

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "in_relative", "of_apposition", "of_next_sentence", "of_others", "of_paper_signed", "of_saying", "row_head", "saying_in",
    "term_of_paper",
]  # fmt: skip

_NAME = 6
"""Items of a paper's name before its noun: "Partnership and Cooperation". assumed"""
_YEAR_LONG = 4
_SUBJECTS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "this", "these"})


def of_apposition(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time ends what is said of a party between commas: "talks with Mali, a buyer of 5 tonnes in 2024, resume"."""
    if s.lowers[i + 1 : i + 2] != [","]:
        return False
    comma = next((k for k in range(i - 1, trigger, -1) if s.lowers[k] == "," or k in s.verb_at), -1)
    if comma < 0 or s.lowers[comma] != "," or s.lowers[comma + 1] not in ("a", "an", "one"):
        return False
    return s.kinds[comma - 1] in "PH" and any(g.finite and g.first > i for g in s.groups)


def of_next_sentence(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time stands behind a semicolon that opens a sentence of its own: "his last visit; his term ends in May"."""
    stop = next((k for k in range(i - 1, trigger, -1) if s.lowers[k] == ";"), -1)
    return 0 < stop < s.n - 2 and s.lowers[stop + 1] in _SUBJECTS and stop + 2 < i


def in_relative(s: Sentence, clause: int) -> bool:
    """Whether a clause only tells of a thing named before it: what was done where somebody went is no such aside."""
    first = s.clause.index(clause)
    first += s.lowers[first] == ","
    return s.lowers[first] in ("which", "whose", "that", "who", "whom")


def term_of_paper(s: Sentence, i: int) -> bool:
    """Whether years say how long a paper is for: "signed a cultural programme for 2023-2025", "a plan for the period 2023-2024"."""
    k = i - 1
    while k > 1 and s.lowers[k] in words("acts.act_dates", "spans"):
        k -= 1
    years = (s.refs[i].edtf or "").split("/")
    if k < 2 or s.lowers[k] != "for" or len(years) != 2 or any(len(y) != _YEAR_LONG for y in years):
        return False
    papers = words("clauses", "documents") | words("acts.act_dates", "papers")
    return any(s.noun[j].rpartition(" ")[2] in papers for j in range(k - 1, max(-1, k - _NAME), -1))


def of_others(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is that of something else than the act, however near it stands."""
    return _of_what_is_owed(s, i, trigger) or _of_what_came_before(s, i, trigger) or _of_a_first(s, i)


def of_saying(s: Sentence, clause: int, trigger: int) -> bool:
    """Whether the time that opens a sentence is when something was said that is still to come, or had been before.

    "On 6 May A said the two would sign a pact", and not "On Monday, A said, the two signed a pact".
    """
    said = s.groups[0]
    if not said.finite or said.clause or not clause or said.lemma not in words("frames", "saying"):
        return False
    if s.lowers[said.main + 1] == ",":
        return False
    verbs = [g for g in s.groups if g.finite and g.clause == clause and g.main > said.main]
    act = s.verb_at.get(trigger) or (verbs[0] if verbs else None)
    while act is not None and not act.finite and act.governor is not None:
        act = act.governor
    return act is not None and (act.perfect or act.modal in _TO_COME)


_SPAN = re.compile(
    r"in (?:(?:over|more than|nearly|almost|about|some|around) )?(?:\w+|the past \w+) (?:years|decades|months|century|decade|year)"
)
_FIRST = 14
"""Items from "the first" to its time: "the first leader of the country to do so in". assumed"""


def _of_a_first(s: Sentence, i: int) -> bool:
    """Whether a time is how long nothing of the kind had been: "the first by a Malian leader in 14 years"."""
    if not _SPAN.fullmatch(s.lowers[i]) and not (
        s.lowers[i - 1] == "in" and _SPAN.fullmatch("in " + s.lowers[i])
    ):
        return False
    return any(low in ("first", "only") for low in s.lowers[max(0, i - _FIRST) : i])


def _of_what_came_before(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is not that of a later event: "met in May ahead of the visit", "signed it in 2019, before the visit"."""
    for k in range(trigger - 1, max(-1, trigger - _EVENT), -1):
        if s.lowers[k] in _BEFORE:
            return i < k
        if k in s.verb_at or s.lowers[k] in (",", ";", "and"):
            return False
    return False


_BEFORE = frozenset({"ahead of", "before", "prior to", "in advance of", "in the run-up to"})
_EVENT = 7
"""Items from "ahead of" to the event: "President A's first official visit". assumed"""


def of_paper_signed(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is when a paper was signed that is only spoken of: "is there to discuss a pact, signed in May"."""
    told = next((o for o in reversed(s.groups) if o.main < i), None)
    if (
        told is None
        or not told.reduced
        or told.main < trigger
        or told.lemma not in words("frames", "signed_before")
    ):
        return False
    return s.lowers[told.first - 1] == "," and not any(
        s.lowers[k] == ";" or k in s.verb_at for k in range(told.main + 1, i)
    )


_TO_COME = frozenset({"will", "would", "shall", "should", "may", "might", "could", "'ll", "’ll"})


def _of_what_is_owed(s: Sentence, i: int, trigger: int) -> bool:
    """Whether a time is that of what somebody is thanked or blamed for: "thanked Chad for attending on 7 January"."""
    for o in s.groups:
        if not (o.gerund and trigger < o.first and o.main < i and s.lowers[o.first - 1] == "for"):
            continue
        up = o.governor
        owed = any(s.noun[k] in words("roles", "thanks") for k in range(max(0, o.first - _THANKED), o.first))
        if owed or (up is not None and up.lemma in words("roles", "blamed")):
            return True
    return False


_THANKED = 12
"""Items from thanks to what they are for: "gratitude to President A of Chad for". assumed"""


def row_head(s: Sentence, i: int) -> bool:
    """Whether a time is the second cell of a table's row, behind a country: "Russia | 1943 | ..."."""
    cell = 1 < i < 8 and s.lowers[i - 1] == "|" and s.lowers[i + 1 : i + 2] == ["|"]
    return cell and any(s.kinds[k] == "P" for k in range(i)) and not any(k in s.verb_at for k in range(i))


def saying_in(s: Sentence, i: int) -> bool:
    """Whether a month or a year follows a verb of saying: nobody dates by it when it was said."""
    return (
        s.lowers[i - 1] == "in"
        and i - 2 in s.verb_at
        and s.verb_at[i - 2].lemma in words("frames", "saying")
        and len(s.refs[i].edtf or "") <= 7
    )
