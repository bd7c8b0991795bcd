"""Subjects behind the phrase that opens a sentence: "In the course of her visit, Swiss Councillor A met"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import ADV, ED, ING, PREP, SUB
from dragoman.reading.syntax.party_lists import enumerated
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["acts_behind_aside", "opens_behind_city", "opens_clause", "received_there", "unknown_name"]


def unknown_name(s: Sentence, i: int) -> bool:
    """Whether an item is a name that no list knows: "Lundin of Sweden", and not at a sentence's start."""
    return i > 0 and s.kinds[i] == "w" and not s.tags[i] and s.text[s.starts[i]].isupper()


_BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})


def opens_clause(s: Sentence, i: int, comma: int, groups_at: list[int], clause: int) -> bool:
    """Whether a phrase behind a comma is the clause's subject: no verb before it, one right after."""
    if i + 1 >= s.n or any(
        groups_at[k] >= 0 and s.clause[k] == clause and s.groups[groups_at[k]].finite for k in range(comma)
    ):
        return False  # a participle may go before: "Speaking in Kyiv, the Polish minister said"
    if _list_goes_on(s, i, comma, clause):
        return False
    alone = s.kinds[i] == "H" and s.lowers[i + 1] == "," and "and" not in s.lowers[comma:i]
    if alone and _closed_apposition(s, i + 1, groups_at):
        return True
    nxt = i + 1
    first = s.clause.index(clause)
    first += first + 1 < comma and s.kinds[first] == "." and s.lowers[first] in _BULLETS
    opening = s.tags[first] & (PREP | SUB | ADV | ING) or s.kinds[first] == "D"
    if "of" in s.lowers[first:comma]:
        opening = opening and _occasion(s, first, comma)
    # "In Oslo, | the prime ministers of Denmark and Peru met"
    several = s.kinds[i] in "PH" or (s.lowers[i + 1] in ("of", "from") and s.lowers[i].endswith("s"))
    listed = opening and several and "and" in s.lowers[i : i + 20]
    while nxt < min(s.n, i + (20 if listed else 9)) and groups_at[nxt] < 0:
        # "President A of Viet Nam visited", "Kenya's president visited"
        named = s.kinds[nxt] == "P" or s.lowers[nxt] in ("of", "from", "the", "'s", "’s")
        named = named or unknown_name(s, nxt)  # "Swiss Federal Councillor A met", whom no list knows
        if s.kinds[nxt] == "H" or (s.lowers[nxt] == "," and "H" in s.kinds[nxt - 1 : nxt + 2]):
            named = True  # "the President of Viet Nam, To Lam, paid"
        if listed and (s.lowers[nxt] in (",", "and", "also", "'s", "’s") or s.noun[nxt]):
            named = True  # "President A of Peru, President B and Prime Minister C of Cuba met"
        if opening and not listed and s.kinds[nxt] == "w" and s.lowers[nxt] in ("for", "on") and nxt < i + 5:
            named = True  # "Within the Council, a Moroccan plan for the territory has backing"
        adverb = s.kinds[nxt] == "w" and s.tags[nxt] & ADV and not s.tags[nxt] & PREP
        if not named and not adverb and not (s.kinds[nxt] == "w" and s.noun[nxt] and nxt < i + 4):
            break
        nxt += 1
    return nxt < s.n and groups_at[nxt] >= 0 and s.groups[groups_at[nxt]].finite


def acts_behind_aside(s: Sentence, i: int) -> bool:
    """Whether a party with an aside behind it is the subject of the verb that follows: "for it, and Peru, which left in May, will pay"."""
    if s.lowers[i + 1 : i + 2] != [","] or s.lowers[i + 2 : i + 3] not in (["which"], ["who"], ["whose"]):
        return False
    verb = next((g for g in s.groups if g.finite and g.first > i + 3 and s.lowers[g.first - 1] == ","), None)
    return verb is not None and not verb.relative


def _list_goes_on(s: Sentence, i: int, comma: int, clause: int) -> bool:
    """Whether a state goes on a list that a preposition opens and a comma closes: "On her tour of A, |B and C, the minister met"."""
    before = comma - 1
    opened = before - 1 - (s.lowers[before - 1] == "the")
    joint = s.lowers[comma + 1 : i]
    if (
        s.kinds[i] != "P"
        or joint not in ([], ["and"])
        or s.kinds[before] != "P"
        or opened < s.clause.index(clause)
    ):
        return False
    if not s.tags[opened] & PREP and s.lowers[opened] not in (",", "and"):
        return False
    last = next((k for k in enumerated(s, i) if "and" in s.lowers[k - 2 : k]), -1)
    if last < 0:
        return False
    behind = last + 1
    if s.lowers[behind : behind + 1] != [","] or behind + 1 >= s.n or s.tags[behind + 1] & SUB:
        return False
    return any(g.finite and g.first > behind + 1 and g.clause == clause for g in s.groups)


def opens_behind_city(s: Sentence, i: int, comma: int, groups_at: list[int], clause: int) -> bool:
    """Whether the state of a city named before a comma acts: "In a note issued in Rome, Italy and Malta condemned it".

    "At the summit in Rome, Italy, the ministers agreed" only says where Rome lies.
    """
    if (
        getattr(s.refs[i], "form", "") == "demonym"
        and i + 1 < s.n
        and (s.noun[i + 1] or s.kinds[i + 1] == "H")
    ):
        return True  # "meeting in Quito, Ecuadorian minister A and his guest agreed": no city lies in an adjective
    first = s.clause.index(clause)
    if first == comma and clause == s.clause[0] + 1:
        first = 0  # a participle before the comma makes a clause of its own
    if not s.tags[first] & (PREP | ING) or i + 1 >= s.n:
        return False
    before = {groups_at[k] for k in range(first, comma) if groups_at[k] >= 0}
    if any(
        s.groups[k].finite and not (s.groups[k].form & ED and s.noun[s.groups[k].first - 1]) for k in before
    ):
        return False  # a participle hangs on its noun: "a note issued in Rome"
    if groups_at[i + 1] >= 0:
        return s.groups[groups_at[i + 1]].finite
    if s.lowers[i + 1] not in ("and", "'s", "’s"):
        return False
    k = i + 2
    while k < min(s.n, i + _ACTING) and groups_at[k] < 0 and (s.kinds[k] in "PH" or s.noun[k]):
        k += 1
    return k < s.n and groups_at[k] >= 0 and s.groups[groups_at[k]].finite


_ACTING = 9
"""Items of a subject behind a city: "Italy and the Maltese foreign minister"; assumed."""


_OCCASIONS = words("syntax.openings", "occasions")


def _occasion(s: Sentence, first: int, comma: int) -> bool:
    """Whether the phrase up to a comma is closed there: "At the invitation of President A, B and C of Peru will"."""
    of = s.lowers.index("of", first, comma)
    behind = s.lowers[comma:]
    last = max((k for k, low in enumerate(behind[:20]) if low == "and"), default=0)
    verb = next((g.first - comma for g in s.groups if g.first > comma), len(behind))
    return s.noun[of - 1] in _OCCASIONS and last > 0 and "," not in behind[last:verb]


_REACH = 16
"""Items of the apposition behind a name: "A, then the second president of the Republic of Peru,". assumed"""


def _closed_apposition(s: Sentence, comma: int, groups_at: list[int]) -> bool:
    """Whether a name's apposition ends at a comma with a finite verb behind: "after the war, A, president of Peru, sought"."""
    if comma + 2 >= s.n or s.kinds[comma + 1] != "w":
        return False
    for k in range(comma + 2, min(s.n - 1, comma + _REACH)):
        if groups_at[k] >= 0:
            return False
        if s.lowers[k] == ",":
            verb = groups_at[k + 1]
            return verb >= 0 and s.groups[verb].finite
    return False


def received_there(s: Sentence, i: int, preposition: int, groups_at: list[int]) -> bool:
    """Whether a name or office behind a place is who is received there: "received today in his office Dr. A"."""
    if preposition < 2 or s.lowers[preposition] not in ("in", "at"):
        return False
    at = preposition - 1 - (s.kinds[preposition - 1] == "D")
    if groups_at[at] < 0:
        return False
    verb = s.groups[groups_at[at]]
    if verb.passive or verb.lemma not in words("clauses", "receiving"):
        return False
    between = range(preposition + 1, i)
    return any(s.noun[k].rpartition(" ")[2] in words("clauses", "seats") for k in between) and all(
        s.kinds[k] in "w.D" and s.lowers[k] != "," and k not in s.verb_at for k in between
    )
