"""Lists of parties told one behind the other: "in Ghana (also for Togo), Kenya and Zambia"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.mentions import Mention

__all__ = ["counted_states", "enumerated", "list_around", "share_head"]

_JOINING = frozenset({",", "and", "as well as", "&", ";", "plus", "along with", "together with"})
_BEFORE = frozenset({"the", "in", "to", "of", "at", "with", "both", "also", "from"})
_BEFORE_TIME = frozenset({"in", "on", "since", "from"})
_COUNTED = words("syntax.party_lists", "counted")
_IN_NAMES = frozenset({"of", "for", "the", "on", "'s", "’s"})
_BRACKET = 60
"""Items that a bracket within a list may have. assumed"""


def counted_states(s: Sentence, i: int) -> bool:
    """Whether states counted, not named, stand right behind a preposition: "with 97 states, the Holy See and the EU"."""
    return (
        bool(s.tags[i] & PREP)
        and s.kinds[i + 1 : i + 2] == ["Q"]
        and not _COUNTED.isdisjoint(s.lowers[i + 2 : i + 3])
    )


def enumerated(s: Sentence, first: int, *, strangers: bool = False) -> list[int]:
    """Items of the parties of the list that begins at an item; what stands in brackets is passed over.

    Parameters
    ----------
    first : int
        Where the list begins: at its first name or at an article before it.
    strangers : bool
        Whether names of no party ("the Rio Group") may be among them.
    """
    out: list[int] = []
    i, open_for_name = first, True
    while i < s.n:
        low = s.lowers[i]
        if low == "(":
            i = _behind_bracket(s, i)
        elif out and low in _BEFORE_TIME and i + 1 < s.n and s.kinds[i + 1] == "D":
            i += 2  # "the OECD in 1961 and NATO in 1949"
        elif low in _JOINING:
            open_for_name, i = True, i + 1
        elif open_for_name and low in _BEFORE:
            i += 1
        elif open_for_name and s.kinds[i] == "P" and len(s.codes[i]) == 1 and not _owns(s, i):
            out.append(i)
            open_for_name, i = False, i + 1
        elif strangers and open_for_name and s.kinds[i] == "L":
            open_for_name, i = False, i + 1  # "in Washington, New York and London"
        elif strangers and open_for_name and (end := _name_end(s, i)) > i:
            open_for_name, i = False, end
        else:
            break
    return out


def list_around(s: Sentence, item: int) -> list[int]:
    """Items of the parties of the list in which a party stands, itself among them."""
    first = item
    while (k := _before(s, first)) >= 0:
        first = k
    return enumerated(s, first)


def _before(s: Sentence, item: int) -> int:
    """The party of a list before another, or -1."""
    k = item - 1
    while k >= 0 and s.lowers[k] in _BEFORE:
        k -= 1
    joined = False
    while k >= 0 and s.lowers[k] in _JOINING:
        joined, k = True, k - 1
    return k if joined and k >= 0 and s.kinds[k] == "P" and len(s.codes[k]) == 1 else -1


def _behind_bracket(s: Sentence, i: int) -> int:
    """The item behind a bracket that opens at one; the end of the sentence where nothing closes it."""
    return next((k + 1 for k in range(i, min(s.n, i + _BRACKET)) if s.lowers[k] == ")"), s.n)


def _owns(s: Sentence, i: int) -> bool:
    """Whether a party only owns or qualifies what follows: "the UN's council", "the EU mission"."""
    nxt = i + 1
    if nxt >= s.n or s.kinds[nxt] != "w":
        return False
    return s.lowers[nxt] in ("'s", "’s") or (bool(s.noun[nxt]) and not s.tags[nxt])


def _name_end(s: Sentence, i: int) -> int:
    """The item behind a name in capitals that is no party: "the Latin Union", "the Bank for Trade"."""
    k = i
    while k < s.n and (_capital(s, k) or (k > i and s.lowers[k] in _IN_NAMES and _capital(s, k + 1))):
        k += 1
    return k


def _capital(s: Sentence, k: int) -> bool:
    """Whether a word in capitals stands at an item, a people's name within a longer one among them."""
    if k >= s.n or not s.text[s.starts[k]].isupper():
        return False
    if s.kinds[k] == "w":
        return True
    if s.kinds[k] != "P":
        return False
    k += 2 if s.lowers[k + 1 : k + 2] in (["'s"], ["’s"]) else 1  # "NATO's Partnership for Peace"
    return k < s.n and s.kinds[k] == "w" and s.text[s.starts[k]].isupper()


def share_head(s: Sentence, out: Sequence[Mention], m: Mention) -> None:
    """Give the noun of the last demonym to those joined before it: "Kyrgyz and Tajik power"."""
    at = m.item
    for before in reversed(out):
        between = range(before.item + 1, at)
        joined = between and all(s.lowers[k] == "," or s.tags[k] & CONJ for k in between)
        if before.form != "demonym" or before.owner or not joined:
            return
        before.owner, before.head, before.head_item, at = "adj", m.head, m.head_item, before.item
