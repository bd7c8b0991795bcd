"""Names behind a phrase that opens their clause without a comma: "under the deal | Chad will supply", "during the visit | President A met"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import ADV, CONJ, DET, PREP, PRON, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["behind_setting", "is_destination", "plain_noun"]

_SETTING = 6
"""Items of a phrase that opens a clause, from its preposition to who acts. assumed"""


def plain_noun(s: Sentence, i: int) -> bool:
    """Whether an item is a common noun: no other noun phrase can begin inside its own."""
    return s.kinds[i] == "w" and bool(s.noun[i]) and not s.tags[i] & (PREP | CONJ | SUB | DET | PRON)


def behind_setting(s: Sentence, i: int) -> bool:
    """Whether a name stands between a phrase that opens its clause and its verb: "under the deal | Chad will supply"."""
    at = _office_before(s, i) if s.kinds[i] == "H" else i
    if at == i and (s.kinds[i] != "P" or getattr(s.refs[i], "form", "") not in ("name", "acronym")):
        return False
    verb = next((g for g in s.groups if i < g.first <= i + 2), None)
    if at < 3 or verb is None or not verb.finite or verb.clause != s.clause[i] or not plain_noun(s, at - 1):
        return False
    if verb.first == i + 2 and not s.tags[i + 1] & ADV and s.kinds[i + 1] != "D":
        return False
    k = at - 1
    while k > at - _SETTING and k > 0 and plain_noun(s, k):
        k -= 1
    opens = k > 0 and bool(s.tags[k] & DET) and bool(s.tags[k - 1] & PREP) and s.clause[k - 1] == s.clause[i]
    return opens and (k == 1 or s.lowers[k - 2] in (",", ";") or s.clause[k - 2] != s.clause[i])


def _office_before(s: Sentence, name: int) -> int:
    """Where the office in capitals before a name begins: "during the visit |President Tan met"; else the name itself."""
    k = name
    while k > 1 and plain_noun(s, k - 1) and s.text[s.starts[k - 1]].isupper():
        k -= 1
    return k


def is_destination(s: Sentence, head: int) -> bool:
    """Whether a part of a country is where a verb leads: "travelled to the southern region of Peru", "arrived in the capital of Peru"."""
    if head < 0 or not {s.noun[head], s.lowers[head].removesuffix("s")} & (
        words("roles", "regions") | {"capital"}
    ):
        return False
    for k in range(head - 1, max(-1, head - 5), -1):
        if s.lowers[k] in ("to", "into", "towards"):
            return True
        if s.lowers[k] == "in":
            g = s.verb_at.get(k - 1)
            return g is not None and g.lemma in words("syntax.settings_before", "leading")
        if s.kinds[k] != "w" or s.tags[k] & (PREP | CONJ):
            return False
    return False
