"""What the words beside a party, an office or "the country" tell of it, on the items of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.grammar import words
from dragoman.reading.sentences import Sentence

__all__ = [
    "bracketed", "counterparts", "definite", "holds", "names_other", "only_where", "unnamed_office",
]  # fmt: skip

_OFFICES = words("discourse", "offices")


def bracketed(s: Sentence) -> frozenset[int]:
    """Items between round brackets."""
    if "(" not in s.lowers:
        return frozenset()
    inside, depth = [], 0
    for i, low in enumerate(s.lowers):
        depth = max(0, depth + (low == "(") - (low == ")"))
        if depth:
            inside.append(i)
    return frozenset(inside)


def only_where(s: Sentence, i: int, before: str, here: Sequence[str]) -> bool:
    """Whether a party says where, not who: "In Moscow the two countries", "in Los Angeles, United States"."""
    if before in ("in", "at"):
        return getattr(s.refs[i], "form", "") == "capital" or len(set(here) - set(s.codes[i])) > 1
    return before == "," and i > 2 and s.kinds[i - 2] == "L" and s.lowers[i - 3] in ("in", "at", "from")


def counterparts(s: Sentence, i: int) -> set[str]:
    """Parties that what "the country" owns is done with: "the country's main exports to China"."""
    if i + 1 >= s.n or s.lowers[i + 1] not in ("'s", "’s"):
        return set()
    out: set[str] = set()
    for j in range(i + 2, min(s.n, i + 8)):
        if j in s.verb_at or s.kinds[j] == ".":
            break
        if s.kinds[j] == "P" and s.lowers[j - 1] in ("to", "from", "with"):
            out.update(s.codes[j])
    return out


def unnamed_office(s: Sentence) -> bool:
    """Whether the sentence opens with an office whose holder is not known: "The Vice President met"."""
    if s.n < 3 or s.lowers[0] != "the" or s.noun[1] not in _OFFICES | {"vice president"}:
        return False
    opens = any(g.first == 2 for g in s.groups)
    return opens and s.text[s.starts[1]].isupper()


def names_other(s: Sentence, i: int) -> bool:
    """Whether two words in capitals that no list knows are the subject before item ``i``."""
    verb = next((g.first for g in s.groups if g.finite and g.main < i), -1)
    name = range(verb - 2, verb)
    return name.start >= 0 and all(
        s.kinds[k] == "w" and not s.tags[k] and s.text[s.starts[k]].isupper() for k in name
    )


def definite(s: Sentence, i: int) -> bool:
    """Whether "the" or "this" stands before a noun, with at most two adjectives between."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if s.lowers[j] in ("the", "this"):
            return True
        if s.kinds[j] != "w" or s.tags[j] or s.lowers[j] in ("which", "other"):
            return False
    return False


def holds(role: str | None, office: str) -> bool:
    """Whether who holds a role may be called by an office: no prime minister is "the minister"."""
    held = (role or "").casefold()
    if office not in held:
        return False
    rank = {"minister": "prime", "president": "vice", "secretary": "press"}.get(office)
    return rank is None or rank not in held.split()
