"""Who acts and stands apart from the verb: helped to, named behind "to be", explained behind a comma."""

from __future__ import annotations

from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.pronouns import taken
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "antecedent_object",
    "antecedents_aside",
    "behind_which",
    "explained",
    "has_own_subject",
    "helped_to",
    "in_apposition",
    "owed_to",
    "said_behind",
]


def in_apposition(s: Sentence, m: Mention) -> bool:
    """Whether a party only says who the one before it is: "Germany, Peru's second investor, has put", "Egypt, a US ally"."""
    start = m.item - (m.owner == "adj" and s.lowers[m.item - 1] in ("a", "an", "the"))
    if not m.owner or start < 2 or s.lowers[start - 1] != "," or s.kinds[start - 2] not in "PH":
        return False
    goes_on = any(0 < g.first - m.head_item <= 4 and g.finite for g in s.groups)
    after = s.lowers[m.head_item + 1 : m.head_item + 3]
    return after[:1] == [","] and goes_on and after[1:] not in (["and"], ["or"])


def helped_to(s: Sentence, g: Group) -> list[Mention]:
    """Who is helped or let to do something, or seen doing it: "helped Chad accede to the union", "May saw A and B sign"."""
    sees = g.governor
    if sees is not None and sees.lemma == "see" and not sees.passive and s.lowers[g.first - 1] != "to":
        seen = [m for m in s.mentions if m.governor == sees.main and m.cue == "obj" and m.item < g.first]
        return [m for m in seen if not m.owner] if g.infinitive else []
    if s.kinds[g.first - 1] != "P" or g.lemma not in words("roles", "entering") or g.first < 2:
        return []
    helping = any(o.lemma in ("help", "let", "make") and o.main < g.first - 1 <= o.main + 2 for o in s.groups)
    return [m for m in s.mentions if m.item == g.first - 1 and not m.owner] if helping else []


def had_from(s: Sentence, g: Group) -> list[Mention]:
    """Those from whom a call or letter came that somebody had: "had a call from the king, thanking him"."""
    taking = taken(s, g)
    return [m for m in s.mentions if m.cue == "from" and taking.main < m.item < g.first] if taking else []


def said_behind(s: Sentence, g: Group) -> list[Mention]:
    """Whom "to be" names behind what was done: "the first country to recognise Chad was Norway"."""
    first = s.lowers[g.main - 3 : g.main - 1] == [
        "the",
        "first",
    ]  # "the first to recognise Chad were A and B"
    if not g.infinitive or g.first < 2 or not (first or s.noun[g.main - 2] in words("roles", "states")):
        return []
    told = next((o for o in s.groups if o.first > g.main and o.lemma == "be" and o.finite), None)
    return [m for m in s.mentions if told and m.governor == told.main and m.cue == "obj" and not m.owner]


def explained(s: Sentence, g: Group) -> list[Mention]:
    """Whose an unknown name behind "by" is: "built by Vitalab, the Brazilian institute, and Mexico's Sanamex"."""
    k = next((i for i in range(g.main + 1, s.n - 3) if s.lowers[i] == "by" and s.clause[i] == g.clause), -1)
    if k < 0 or s.kinds[k + 1] != "w" or s.tags[k + 1] or not s.text[s.starts[k + 1]].isupper():
        return []
    comma = next((i for i in range(k + 2, min(s.n, k + 6)) if s.lowers[i] == ","), -1)
    if comma < 0 or s.lowers[comma + 1] not in ("the", "a", "an"):
        return []
    return [
        m for m in s.mentions if m.item > comma and m.clause == g.clause and m.cue in ("none", "app", "subj")
    ]


def has_own_subject(s: Sentence, clause: int) -> bool:
    """Whether a relative clause tells what somebody else does to those it hangs on: "Oman, which Togo recognised"."""
    start = s.clause.index(clause)
    start += s.lowers[start] == ","
    verb = next((g.first for g in s.groups if g.clause == clause and g.finite), -1)
    if verb < 0 or s.lowers[start] not in ("which", "whom", "that"):
        return False
    return any(m.cue == "subj" and m.clause == clause and start < m.item < verb for m in s.mentions)


def antecedents_aside(s: Sentence, clause: int) -> list[Mention]:
    """The parties right before a relative clause."""
    start = s.clause.index(clause)
    before = start - 1 - (s.lowers[start - 1] == "," and s.lowers[start] != ",")
    return [m for m in s.mentions if m.item == before and not m.owner and m.kind in "PH"]


def behind_which(s: Sentence, cue: str, clause: int) -> list[Mention]:
    """Who stands before a preposition and its relative pronoun: "Oman, with which Togo signed", "Oman and Mali, with both of which"."""
    start = s.clause.index(clause)
    start += s.lowers[start] == ","
    which = next((k for k in range(start, min(s.n, start + 4)) if s.lowers[k] in ("which", "whom")), -1)
    if which < 2:
        return []
    prep = which - 1
    if s.lowers[which - 1] == "of" and s.lowers[which - 2] in ("both", "each", "all"):
        prep = which - 3
    if prep < 1 or s.lowers[prep] != cue:
        return []
    end = prep - 1 - (s.lowers[prep - 1] == ",")
    nearest = [m for m in s.mentions if m.item == end and not m.owner and m.kind in "PH"]
    return [*_listed_before(s, nearest[0]), *nearest] if nearest else []


def _listed_before(s: Sentence, m: Mention) -> list[Mention]:
    """Who else is listed right before a party: "Oman and Mali, with whom Togo signed"."""
    out: list[Mention] = []
    k = m.item - 1
    while k > 0 and s.lowers[k] in ("and", ","):
        other = next((o for o in s.mentions if o.item == k - 1 and o.kind == "P" and not o.owner), None)
        if other is None or (s.lowers[k] == "," and not out):
            break
        out.insert(0, other)
        k -= 2
    return out


def antecedent_object(s: Sentence, g: Group) -> list[Mention]:
    """Whom a relative clause with a subject of its own tells of: "Oman, which Togo recognised in 2014"."""
    if not g.relative or g.passive or not has_own_subject(s, g.clause):
        return []
    return antecedents_aside(s, g.clause)


def owed_to(s: Sentence, verb: Group, g: Group) -> list[Mention]:
    """Whom thanks are told to for what they did: "expressed gratitude to Chad for attending"."""
    for i in range(g.first - 1, verb.main, -1):
        if s.noun[i] in words("roles", "thanks") and s.lowers[i + 1 : i + 2] == ["to"]:
            return [m for m in s.mentions if i < m.item < g.first and m.cue == "to"]
    return []
