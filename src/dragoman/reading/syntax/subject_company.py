"""Who else stands before a verb: companions of its subject act with it, the party of a line's label does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.mentions import Mention

__all__ = ["set_companions", "set_label_apart"]

_LABEL = 14
"""Items up to the colon that ends a label. assumed"""

_ASIDE = 7
"""Items from the start of a relative clause to who does along what it tells; assumed."""


def set_label_apart(s: Sentence, mentions: Sequence[Mention]) -> None:
    """A party in the label of a line does nothing there: "- Togo Roads Plan: Norway will lend $3 million"."""
    if ":" not in s.lowers[:_LABEL]:
        return
    colon = s.lowers.index(":")
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or verb.first < colon or not any(colon < m.item < verb.first for m in mentions):
        return
    for m in mentions:
        if m.item < colon and m.cue == "subj":
            m.cue = "none"


def set_companions(s: Sentence, mentions: Sequence[Mention]) -> None:
    """Who is named with a subject does what it does: "Chile, along with Oman and Togo, recognised Palau"."""
    company = words("syntax.subject_company", "company")
    if company.isdisjoint(s.forms):
        return
    for m in mentions:
        if m.cue not in company:
            continue
        verb = next((g for g in s.groups if g.finite and g.first > m.item and g.clause == m.clause), None)
        # "Together with Oman, Chile and Togo recognised Palau"
        opens = s.lowers[s.clause.index(m.clause)] in company
        leads = any(
            o.cue == "subj" and (opens or o.item < m.item) and o.clause == m.clause and not o.owner
            for o in mentions
            if verb is None or o.item < verb.first
        )
        first = s.clause.index(m.clause)
        # "the EU, which together with Norway signed a memorandum"
        leads = leads or (verb is not None and verb.relative and m.item - first < _ASIDE)
        before = any(g.finite and g.main < m.item and g.clause == m.clause for g in s.groups)
        if verb is not None and not verb.passive and leads and not before:
            m.cue = "subj"
