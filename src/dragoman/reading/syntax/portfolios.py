"""Whose place a party takes that an office or a group is of: "the Minister of Trade of Panama", "a delegation led by Oman"."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["beside_portfolio", "led_group", "portfolio_holder"]

_LONGEST = 12
"""Items of a portfolio: "Minister for Foreign Affairs, International Business and Diaspora Affairs of"; assumed."""
_HOLDERS = words("syntax.portfolios", "holders")


def portfolio_holder(s: Sentence, head: int, people: Collection[str]) -> int:
    """The item of the office whose portfolio ends at ``head``, or -1 where no office of several words does."""
    if head < 2 or s.kinds[head] != "w" or s.noun[head] in people:
        return -1
    for k in range(head - 1, max(-1, head - _LONGEST), -1):
        if s.kinds[k] not in "w." or k in s.verb_at or (s.kinds[k] == "." and s.lowers[k] != ","):
            return -1
        holder = s.noun[k].rpartition(" ")[2] in _HOLDERS and s.noun[k] in people
        if holder and s.lowers[k + 1] in ("of", "for"):
            return k
        if s.lowers[k] in ("to", "with", "from", "by", "between", "in"):
            return -1
    return -1


def beside_portfolio(s: Sentence, of: int, i: int) -> bool:
    """Whether a party is named beside an office, no part of its portfolio: "the Department of Health and |the EU agency"."""
    if s.lowers[of] != "of" or s.noun[of - 1].rpartition(" ")[2] not in _HOLDERS:
        return False
    opens = i - 2
    if opens <= of + 1 or s.lowers[opens:i] != ["and", "the"]:
        return False
    return all(
        s.kinds[k] == "w" or s.lowers[k] in ("(", ")", ",") or s.lowers[k - 1] == "("
        for k in range(of + 1, opens)
    )


def led_group(s: Sentence, by: int) -> int:
    """The item of the group that is led by whom "by" names: "received a |delegation headed by Oman's minister"; or -1."""
    if by < 2 or s.lowers[by] != "by" or s.lowers[by - 1] not in words("syntax.portfolios", "led"):
        return -1
    for k in range(by - 2, max(-1, by - _FAR), -1):
        if s.noun[k].rpartition(" ")[2] in words("syntax.portfolios", "groups"):
            return k
        if s.kinds[k] == "." or k in s.verb_at:
            return -1
    return -1


_FAR = 8
"""Items from a group to the "by" of who leads it: "a delegation of ten firms and two banks led by". assumed"""
