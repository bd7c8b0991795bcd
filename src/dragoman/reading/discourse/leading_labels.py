"""Labels that lead a line and carry a party: a table row's country, a heading, a dateline's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.syntax.party_lists import enumerated
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["dated_heading", "take_label"]

_RELATIONS = words("discourse.leading_labels", "relations")
_REFERRING = words("discourse.leading_labels", "referring")
_ROW = 12
"""Items of the first cells of a row; assumed."""
_OF_HEADINGS = _REFERRING | _RELATIONS | {"also", "article", "information", "the", "and", "between"}


def take_label(discourse: Discourse, s: Sentence) -> None:
    """Take a leading label out of the sentence: the country of a table row, a dateline's place.

    "Kosovo | ..." sets the other party for the entry; "RABAT, October 28 - ..." names none.
    """
    if 0 < s.n <= 5 and _is_heading(discourse, s):
        return
    if dated_heading(s, discourse.anchor) is not None:
        _begin_section(discourse, (discourse.anchor or "", *s.codes[0]))
        return
    if 1 < s.n <= 7 and (two := _pair_of_heading(s)):
        _begin_section(discourse, two)
        return
    if discourse.titled and (two := _pair_defined(s)) and set(two) != set(discourse.pair):
        _begin_section(discourse, two)
        return
    if s.n < 3 or s.kinds[0] != "P":
        return
    dash = next(
        (i for i in range(1, min(s.n, 9)) if s.lowers[i] in ("—", "–", "|", "-", ":") and s.kinds[i] == "."),
        -1,
    )
    if dash < 0 or any(g.first < dash for g in s.groups):
        return
    label = s.codes[0]
    between = [
        k
        for i, k in enumerate(s.kinds[1:dash], 1)
        if k != "." and s.lowers[i] not in ("reuters", "ap", "afp")
    ]
    if dash == 1 and s.lowers[1] == "-" and s.starts[1] == s.ends[0]:
        return
    capital = dash == 1 and not s.index and getattr(s.refs[0], "form", "") == "capital"
    if capital and s.lowers[dash] == ":":
        s.codes[0] = ()  # "New Delhi: Nepal on Friday exported": a dateline
        return
    if s.lowers[dash] == ":" and (dash > 1 or not discourse.anchor or label == (discourse.anchor,)):
        return
    if (
        dash == 1
        and discourse.anchor
        and len(label) == 1
        and label[0] != discourse.anchor
        and not s.text[s.starts[0] : s.ends[0]].isupper()
    ):
        _begin_section(discourse, (discourse.anchor, *label))
    elif any(k not in "DLP" for k in between) and not s.text[s.starts[0] : s.ends[0]].isupper():
        return
    for i in range(dash):
        if s.kinds[i] == "P":
            s.codes[i] = ()


def _is_heading(discourse: Discourse, s: Sentence) -> bool:
    """Whether the line is a heading that names the other party of what follows: "Croatia", "== Fiji =="."""
    named = [i for i in range(s.n) if s.kinds[i] == "P"]
    plain = all(
        (s.kinds[i] in "P." and s.lowers[i] in ("=", "*", "#", "•", "")) or i in named for i in range(s.n)
    )
    if len(named) != 1 or not plain or not discourse.anchor:
        return False
    label = s.codes[named[0]]
    if len(label) != 1 or label[0] == discourse.anchor or label[0] in discourse.bodies:
        return False
    _begin_section(discourse, (discourse.anchor, *label))
    return True


def dated_heading(s: Sentence, anchor: str | None) -> str | None:
    """The time of a row's first cells, where a line has them: "Croatia 12 June 1961 See Croatia–Fiji relations"."""
    if s.n < 2 or s.n > _ROW or anchor is None or s.kinds[0] != "P" or s.kinds[1] != "D":
        return None
    if len(s.codes[0]) != 1 or s.codes[0][0] == anchor or not s.text[s.starts[0]].isupper():
        return None
    if getattr(s.refs[0], "form", "") in ("demonym", "capital") or "," in s.forms:
        return None
    refers = s.lowers[2:3] and s.lowers[2] in _REFERRING
    rest = all(s.lowers[i] in _OF_HEADINGS or s.kinds[i] in "P." for i in range(2, s.n))
    return s.refs[1].edtf if (s.n == 2 or refers) and rest else None


def _pair_of_heading(s: Sentence) -> tuple[str, ...]:
    """The two of a line that refers to an article on them: "See Malta–Turkey relations", "Main article: ..."."""
    if s.lowers[0] not in _REFERRING or not s.says(_RELATIONS):
        return ()
    if any(k not in "Pw." or (k == "w" and low not in _OF_HEADINGS) for k, low in zip(s.kinds, s.lowers)):
        return ()
    named = tuple(dict.fromkeys(c for i in range(s.n) if s.kinds[i] == "P" for c in s.codes[i]))
    return named if len(named) == 2 else ()


def _pair_defined(s: Sentence) -> tuple[str, ...]:
    """The two whose relations a sentence sets out to tell: "Greek-Georgian relations are foreign relations between"."""
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or verb.lemma not in ("be", "exist", "refer") or not 0 < verb.first < 6:
        return ()
    if s.noun[verb.first - 1].rpartition(" ")[2] != "relation" or "between" not in s.forms:
        return ()
    k = s.lowers.index("between")
    if not verb.main < k < verb.main + 8 or (
        s.noun[k - 1].rpartition(" ")[2] != "relation" and k != verb.main + 1
    ):
        return ()
    codes = [c for i in enumerated(s, k + 1) for c in s.codes[i]]
    return tuple(codes) if len(set(codes)) == 2 else ()


def _begin_section(discourse: Discourse, pair: tuple[str, ...]) -> None:
    """What follows is of these two, seen from the country of the article where it is one of them."""
    if discourse.anchor == pair[1]:
        pair = (pair[1], pair[0])
    discourse.pair, discourse.subject = pair, pair[:1]
    discourse.group, discourse.participants = (), ()
