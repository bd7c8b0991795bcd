"""What a sentence names without saying that it happened: conditions, demands, hopes, advice."""

from __future__ import annotations

from dragoman.reading.frames.statuses import seizes
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, ING, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "conditional", "demanded", "meets_thing", "named_gathering", "only_advised", "only_alleged", "only_discussed", "only_hoped", "only_in_case",
    "only_way",
    "sits_alone", "told_as_untrue",
]  # fmt: skip


def meets_thing(s: Sentence, g: Group) -> bool:
    """Whether a demand, a target or the like is met, not a person: "until its demands are met", "met Mali's terms"."""
    if g.lemma == "confer" and g.passive:
        return True  # "was conferred with the keys"
    reach = range(max(0, g.first - 7), g.first) if g.passive else range(g.main + 1, min(s.n, g.main + 8))
    for i in reach:
        if not g.passive and (s.tags[i] & PREP or s.kinds[i] in ".H"):
            return False
        if s.kinds[i] == "w" and s.clause[i] == g.clause and s.noun[i] in words("frames", "met_things"):
            if not _names_whom(s, i):
                return True
    return False


def _names_whom(s: Sentence, i: int) -> bool:
    """Whether a thing only tells what somebody met is of: "met the opposition leader Ann Reed"."""
    return i + 1 < s.n and (
        s.kinds[i + 1] == "H" or s.noun[i + 1].rpartition(" ")[2] in words("discourse", "offices")
    )


def sits_alone(s: Sentence, g: Group) -> bool:
    """Whether an organ of no party meets: "the council met behind closed doors", "the court met"."""
    head = g.first - 1
    return (
        head > 0 and s.noun[head] in words("frames", "organs") and not any(m.item == head for m in s.mentions)
    )


def only_discussed(s: Sentence, g: Group | None, noun: int) -> bool:
    """Whether a noun is what was talked about: "discussed the consultation between Peru and the Andean bloc"."""
    return (
        g is not None
        and g.lemma in ("discuss", "review", "address")
        and g.main < noun
        and s.noun[noun] == "consultation"
    )


def named_gathering(s: Sentence, noun: int) -> bool:
    """Whether a meeting has a name of its own that tells whose it is: "ahead of the European Council meeting"."""
    k = noun - 1
    return (
        k > 1
        and s.kinds[k] == "w"
        and s.text[s.starts[k]].isupper()
        and not any(m.item == k for m in s.mentions)
    )


def only_way(s: Sentence, g: Group | None) -> bool:
    """Whether an act is one that ways are sought to do or that is possible: "ways to support", "it is possible to ask"."""
    if g is None or not g.infinitive or seizes(s, g):
        return False
    to = next((i for i in range(g.first - 1, max(-1, g.first - 4), -1) if s.lowers[i] == "to"), -1)
    return to > 0 and s.lowers[to - 1] in words("frames", "ways")


_WANTED = words("frames.unrealised", "wanted")
_PHRASE = 8
"""Items of the phrase between "for" and "to". assumed"""


def _needed_of_others(s: Sentence, g: Group) -> bool:
    """Whether others than the subject are to do something: "agreed on the need for Chad's leaders to sign"."""
    if not g.infinitive:
        return False
    at = g.first if s.lowers[g.first] == "to" else g.first - 1
    for k in range(at - 2, max(0, at - _PHRASE), -1):
        if k in s.verb_at or s.lowers[k] in (",", ";", ":"):
            return False
        if s.lowers[k] == "for":
            phrase = range(k + 1, at)
            mutual = any(m.item in phrase and len(m.codes) > 1 for m in s.mentions)
            return s.lowers[k - 1] in _WANTED and not mutual
    return False


def only_alleged(g: Group | None) -> bool:
    """Whether an act is what somebody is accused of: "accused Peru of supporting the rebels"."""
    return (
        g is not None
        and g.gerund
        and g.governor is not None
        and g.governor.lemma in ("accuse", "blame", "suspect")
    )


def only_hoped(s: Sentence, noun: int) -> bool:
    """Whether a noun is only what somebody is for: "voiced support for talks between A and B", "the need for talks"."""
    i = noun - 1
    while i > 0 and s.kinds[i] in "wQ" and i not in s.verb_at and not s.tags[i] & (PREP | CONJ):
        i -= 1
    if i > 1 and s.tags[i] & ING and i in s.verb_at and s.lowers[i - 1] == "of":
        return s.noun[i - 2] in words("frames", "merits")  # "noted the importance of continuing talks"
    return i > 0 and s.lowers[i] == "for" and s.noun[i - 1] in words("frames", "hopes")


def only_in_case(s: Sentence, noun: int) -> bool:
    """Whether an act is only supposed: "in case of signing contracts", "in the event of the ratification"."""
    before = s.lowers[max(0, noun - 4) : noun]
    return "of" in before and any(
        low in words("frames", "cases") and before[k + 1 : k + 2] == ["of"] for k, low in enumerate(before)
    )


def only_advised(g: Group) -> bool:
    """Whether a stance is what somebody should take or might: "Chad should support Mali"."""
    top = g
    while top.governor is not None and top.infinitive:
        top = top.governor
    return top.modal in ("must", "should", "may", "might", "could") and not top.negated


def conditional(s: Sentence, clause: int) -> bool:
    """Whether the clause is a condition: "if talks reach a settlement"."""
    first = s.clause.index(clause)
    opening = words("frames", "conditions")
    return s.lowers[first] in opening or (
        first + 1 < s.n
        and s.lowers[first] in (",", "and", "only", "even", "but")
        and s.lowers[first + 1] in opening
    )


def demanded(s: Sentence, g: Group | None, trigger: int) -> bool:
    """Whether the act is only asked for: "demanded a meeting", "insists that it withdraw"."""
    demanding = words("frames", "demanding")
    if g is None:
        return False
    if (g.main < trigger and g.lemma in demanding and not g.negated) or _needed_of_others(s, g):
        return True
    top = g
    while top.governor is not None and (top.infinitive or top.gerund):
        top = top.governor
        if top.lemma in demanding:
            return True  # "rejected a proposal for signing", "insisted on being received"
    if top.modal == "must":
        return True
    clause = g.clause
    start = s.clause.index(clause)
    if clause and s.lowers[start] == "that" and s.lowers[start - 1] != "so":
        return any(o.clause == clause - 1 and o.lemma in demanding for o in s.groups)
    return False


def _denied_right_before(s: Sentence, g: Group) -> bool:
    """Whether a verb follows "deny" with nothing but its subject between: "denied it had sold arms", "denied having"."""
    said = next((o for o in reversed(s.groups) if o.main < g.first), None)
    if said is None or said.lemma != "deny" or said.negated or said.passive:
        return False
    between = s.lowers[said.main + 1 : g.first]
    return not between or between in (["it"], ["they"], ["he"], ["she"], ["ever"])


def told_as_untrue(s: Sentence, g: Group | None) -> bool:
    """Whether an act is what somebody says did not happen: "denied a report that it had sold", "denied having sold"."""
    if g is None:
        return False
    denying = words("frames", "disclaiming")
    top = g
    while top.governor is not None and (top.infinitive or top.gerund):
        top = top.governor
        if top.lemma == "deny" and g.gerund:
            return not top.negated
    if _denied_right_before(s, top):
        return True
    start = s.clause.index(top.clause)
    if start < 2 or s.lowers[start] != "that":
        return False
    said = s.verb_at.get(start - 1)
    if said is not None:
        return said.lemma == "deny" and not said.negated
    if s.noun[start - 1] not in words("frames", "claims"):
        return False
    before = [o for o in s.groups if o.finite and o.main < start]
    return bool(before) and before[-1].lemma in denying and not before[-1].negated
