"""Parties beside the noun of a tie: before an apposition, in an institute's name, as owners behind "of"."""

from __future__ import annotations

from functools import lru_cache

from dragoman.reading.frames.line_ends import line_ends
from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.party_lists import enumerated
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import lists_of

__all__ = ["CUES", "beside", "first_joined", "with_unlisted"]

CUES = frozenset(
    {
        "active_in", "ahead", "antecedent", "apposed", "before_noun", "ends", "enumerated", "institute", "label",
        "listed", "of_which", "owner_behind", "taken_in",
    }
)  # fmt: skip
_TURNS = frozenset(
    {"after", "before", "when", "while", "although", "though", "but", "which", "who", ";", "as"}
)
"""Words behind which another matter is told."""
_REACH = 9
"""Items between the comma of an apposition and its noun: "one of the nine founding members". assumed"""


def beside(s: Sentence, cue: str, at: int, clause: int) -> list[Mention]:
    """The parties at one of the places of this module; ``at`` is the item of the noun, else of the verb."""
    if cue == "apposed":
        return _opened(s, at) if s.lowers[0] in ("as", "a", "an", "both") else _before_comma(s, at)
    if cue == "ends":
        return line_ends(s, clause)
    if cue == "ahead":
        return _ahead(s, at)
    if cue == "institute":
        code = _institutes().get(s.noun[at])
        return [Mention(at, (code,), "institute", clause=clause, how="the institute's name")] if code else []
    if cue == "antecedent":
        return _antecedent(s, clause)
    if cue == "before_noun":
        return _before_noun(s, at)
    if cue == "listed":
        return _listed(s, at)
    if cue == "enumerated":
        return _enumerated(s, at)
    if cue == "active_in":
        active = next((i for i in range(at + 1, s.n - 2) if s.lowers[i] == "active"), s.n)
        return _enumerated(s, active)
    if cue == "taken_in":  # "participates actively in the OSCE"
        into = next((i for i in range(at + 1, min(s.n, at + 4)) if s.lowers[i] in ("in", "within")), s.n)
        return _enumerated(s, into - 1)
    if cue == "of_which":  # "the Union, of which both are members", "to which it was admitted"
        which = next((i for i in range(at - 1, 1, -1) if s.lowers[i] == "which"), -1)
        end = (
            which - 2 - (s.lowers[which - 2] == ",")
            if which > 2 and s.lowers[which - 1] in ("of", "to")
            else -1
        )
        return [m for m in s.mentions if m.item == end and m.kind == "P" and not m.owner]
    if cue == "label":  # "Malta: embassy in Accra"
        first = next((m for m in s.mentions if m.kind == "P" and not m.owner), None)
        marked = first is not None and s.lowers[first.item + 1 : first.item + 2] in (
            [":"],
            ["–"],
            ["—"],
            ["-"],
            ["|"],
        )
        return [first] if first is not None and marked and first.item + 1 < at < first.item + 5 else []
    # "recognition of Armenia's independence"
    return [m for m in s.mentions if m.owner == "poss" and m.cue == "of" and m.governor == at]


@lru_cache(maxsize=1)
def _institutes() -> dict[str, str]:
    return {name: code for code, names in lists_of("institutes").items() for name in names}


def with_unlisted(s: Sentence, at: int) -> bool:
    """Whether a name that no list knows stands behind "with": "its engagement with the Creditor Committee"."""
    for i in range(max(at, 0) + 1, s.n - 1):
        if s.lowers[i] != "with":
            continue
        j = i + 1 + (s.lowers[i + 1] in ("the", "its", "their"))
        if j < s.n and s.kinds[j] in "wL" and not s.codes[j] and s.text[s.starts[j]].isupper():
            here = range(j, min(s.n, j + 10))
            if not any(m.item in here for m in s.mentions):
                return True
    return False


def _ahead(s: Sentence, at: int) -> list[Mention]:
    """Those named in the rest of what is hoped or wanted: "hoped that the talks would mend ties with Peru"."""
    if with_unlisted(s, at):
        return []
    stop = next((i for i in range(at + 1, s.n) if s.lowers[i] in _TURNS), s.n)
    return [m for m in s.mentions if at < m.item < stop and m.kind in "PHA"]


def first_joined(s: Sentence, found: list[Mention]) -> list[Mention]:
    """The first of several parties and those joined to it: "A and B", not "A for the sake of B"."""
    out = found[:1]
    for m in found[1:]:
        between = range(out[-1].item + 1, m.item)
        if not all(s.lowers[i] in (",", "and", "the", "with", "or") for i in between):
            break
        out.append(m)
    return out


def _before_comma(s: Sentence, at: int) -> list[Mention]:
    """Whom an apposition is about: "Oman, a member of", "A and B, both members of"."""
    for i in range(at - 1, max(0, at - _REACH), -1):
        if s.lowers[i] == ",":
            return _coordinated(s, i - 1)
        if s.kinds[i] not in "wQDP" or i in s.verb_at or (s.tags[i] & PREP and s.lowers[i] != "of"):
            return []
    return []


def _opened(s: Sentence, at: int) -> list[Mention]:
    """Whom an apposition that opens the sentence is about: "As a member of C, A supports B", "A member of C since"."""
    comma = s.lowers.index(",") if "," in s.forms else -1
    if comma < at or at > _REACH or any(i in s.verb_at for i in range(comma)):
        return []
    acting = [m for m in s.mentions if m.item > comma and not m.owner and m.kind == "P"]
    verb = next((g.first for g in s.groups if g.first > comma), s.n)
    return [m for m in acting if m.item < verb]


def _coordinated(s: Sentence, last: int) -> list[Mention]:
    """The party at an item and those joined to it: "A, B and C"."""
    by_item = {m.item: m for m in s.mentions if m.kind == "P" and not m.owner and len(m.codes) == 1}
    found: list[Mention] = []
    i = last
    while i in by_item:
        found.insert(0, by_item[i])
        i -= 1 + (i > 0 and s.lowers[i - 1] == "the")
        joined = i > 0 and (s.lowers[i] == "," or bool(s.tags[i] & CONJ))
        if not joined:
            break
        i -= 1 + (s.lowers[i] == "and" and s.lowers[i - 1] == ",")
    # "while Mali backs Chad, Oman, though a member,": a comma alone joins nobody
    return found if any(s.tags[k] & CONJ for k in range(i + 1, last)) else found[-1:]


_OF = frozenset({"of", "in", "to", "at", "within"})
_LISTING = frozenset({"such as", "such", "like", "including", "namely", ":", "them", "e.g.", "notably"})


def _opens_list(s: Sentence, i: int) -> bool:
    """Whether a word opens the list that spells a noun out: "such as", ", with A and B being among them"."""
    return s.lowers[i] in _LISTING or (s.lowers[i] == "with" and s.lowers[i - 1] == ",")


def _listed(s: Sentence, at: int) -> list[Mention]:
    """The parties that a noun in the plural is spelt out as: "members of organisations such as A and B"."""
    start = next((i for i in range(at + 1, min(s.n, at + _REACH + 4)) if _opens_list(s, i)), -1)
    if start < 0:
        return []
    stop = next((g.first for g in s.groups if g.first > start), s.n)
    return [m for m in s.mentions if start < m.item < stop and m.kind == "P" and m.owner != "poss"]


def _enumerated(s: Sentence, at: int) -> list[Mention]:
    """The parties of a list behind a noun and its preposition, names of no party among them passed over."""
    if at + 2 >= s.n or s.lowers[at + 1] not in _OF:
        return []
    items = enumerated(s, at + 2 + (s.lowers[at + 2] == ":"), strangers=True)
    return [m for m in s.mentions if m.item in items and m.kind == "P"]


def _before_noun(s: Sentence, at: int) -> list[Mention]:
    """The party whose name stands right before a noun: "a NATO member", "an African Union (AU) member"."""
    k = at - 1
    if k > 2 and s.lowers[k] == ")" and s.lowers[k - 2] == "(":
        k -= 3
    if k < 0 or s.kinds[k] != "P":
        return []
    return [Mention(k, s.codes[k], "before_noun", clause=s.clause[k], how="right before the noun")]


def _antecedent(s: Sentence, clause: int) -> list[Mention]:
    """Whom a relative clause with a subject of its own is about: "Kosovo, which Serbia does not recognise"."""
    start = s.clause.index(clause)
    at = start + (s.lowers[start] == ",")
    if start < 1 or at >= s.n or s.lowers[at] not in ("which", "whom", "that"):
        return []
    if not any(m.cue == "subj" and m.clause == clause for m in s.mentions):
        return []
    end = start - 1 if s.lowers[start - 1] != "," else start - 2
    return [m for m in s.mentions if m.item == end and m.kind == "P" and not m.owner]
