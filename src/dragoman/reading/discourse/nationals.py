"""People or firms of one country who act together: after "Turkish companies came early", "they" are Turkey's."""

from __future__ import annotations

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["acting_nationals"]

_OFFICES = frozenset({"ministers", "presidents", "leaders", "officials", "sides", "parties"})


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
