"""People or firms of one country who act together: after "Turkish companies came early", "they" are Turkey's."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["acting_nationals", "nationals_before"]

_OFFICES = words("discourse.nationals", "offices")


def acting_nationals(s: Sentence) -> tuple[str, ...]:
    """The one country whose people or firms are the plural subject of a sentence; empty where there is none."""
    lead = [m for m in s.mentions if m.cue == "subj" and m.kind == "P"]
    if not lead or len(lead[0].codes) != 1 or len({c for m in lead for c in m.codes}) > 1:
        return ()
    first = lead[0]
    if first.owner != "adj" or first.head_item <= first.item:
        plural = first.form == "demonym" and s.lowers[first.item].endswith("s")
        return first.codes if plural and not s.lowers[first.item].endswith("ss") else ()
    head = s.lowers[first.head_item]
    plural = head.endswith("s") and s.noun[first.head_item] != head
    return first.codes if plural and head not in _OFFICES else ()


def nationals_before(s: Sentence, i: int) -> tuple[str, ...]:
    """The one country whose people or firms open the sentence of a pronoun: "26 Peruvian firms work in Chad, where they"."""
    k = next((k for k in range(i) if s.kinds[k] == "P"), -1)
    if k < 0 or len(s.codes[k]) != 1 or getattr(s.refs[k], "form", "") != "demonym":
        return ()
    if any(g.finite and g.main < k for g in s.groups):
        return ()
    head = next((j for j in range(k + 1, min(i, k + 4)) if s.noun[j] and s.lowers[j] != s.noun[j]), -1)
    plural = head > 0 and s.lowers[head].endswith("s") and all(s.kinds[j] == "w" for j in range(k + 1, head))
    return tuple(s.codes[k]) if plural and s.lowers[head] not in _OFFICES else ()
