"""A verb said once for two works: "the school was built by Turkey and the clinic by Japan"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.reading.frames.frame import Frame
from dragoman.reading.syntax.lexicon import CONJ, DET
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["with_gapped"]

_CUES = ("by", "to", "in", "for", "with", "from")


def _thing(s: Sentence, a: Mention, b: Mention, nouns: frozenset[str]) -> int:
    """The noun of a second thing between two parties, behind "and" and with no verb of its own, or -1."""
    joined = next((k for k in range(a.item + 1, b.item) if s.tags[k] & CONJ or s.lowers[k] == "while"), -1)
    if joined < 0 or any(k in s.verb_at for k in range(a.item + 1, b.item)):
        return -1
    opens = s.tags[joined + 1] & DET or s.kinds[joined + 1] == "Q" or s.noun[joined + 1] in nouns
    plain = [k for k in range(joined + 1, b.item) if s.kinds[k] == "w" and s.noun[k]]
    found = [k for k in plain if s.noun[k] in nouns] or ([] if nouns else plain)
    return found[-1] if opens and found else -1


def _times(s: Sentence, a: Mention, b: Mention) -> tuple[str, str] | None:
    """The times of two sales told with one verb: "sold gas to Jordan since 2017 and to Egypt since 2020"."""
    between = [k for k in range(a.item + 1, b.item) if s.kinds[k] == "D" and s.refs[k].edtf]
    behind = [k for k in range(b.item + 1, min(s.n, b.item + 4)) if s.kinds[k] == "D" and s.refs[k].edtf]
    again = s.lowers[b.item - 1] == b.cue and bool(s.tags[b.item - 2] & CONJ)
    if not between or not behind or not again:
        return None
    return s.refs[between[0]].edtf, s.refs[behind[0]].edtf


def with_gapped(f: Frame, s: Sentence) -> list[Frame]:
    """The frame, and one more for each further thing with its own party that leaves the verb out."""
    if f.rule.kind != "project" or f.rule.mutual or f.group is None:
        return [f]
    out: list[Frame] = []
    # Each pair of parties counts once: a party told twice ("to X, to Y and again to X") would else lead back for ever.
    taken: set[tuple[int, int]] = set()
    while (found := _parted(f, s, taken)) is not None:
        first, f, more = found
        out.append(first)
        if not more:
            break
    return [*out, f]


def _parted(f: Frame, s: Sentence, taken: set[tuple[int, int]]) -> tuple[Frame, Frame, bool] | None:
    """The frame without the next thing's party, the frame of that thing, and whether more may follow."""
    for cue in _CUES:
        told = [m for m in s.mentions if m.cue == cue and m.item > f.trigger and m.owner != "poss"]
        for a, b in pairwise(told):
            if (a.item, b.item) in taken:
                continue
            side = next((r for r in ("recipient", "actor") if set(a.codes) <= set(getattr(f, r))), "")
            noun = _thing(s, a, b, f.rule.object) if side and a.codes != b.codes else -1
            times = _times(s, a, b) if side == "recipient" and noun < 0 and len(f.recipient) > 1 else None
            if times is not None:
                rest = tuple(c for c in f.recipient if c not in b.codes)
                first = replace(f, recipient=rest, date=times[0])
                return first, replace(f, recipient=b.codes, date=times[1], because=dict(f.because)), False
            if noun < 0 or set(b.codes) & set(f.actor if side == "recipient" else f.recipient):
                continue
            taken.add((a.item, b.item))
            own = replace(f, noun_item=noun, listed=True, because=dict(f.because))
            rest = tuple(c for c in getattr(f, side) if c not in b.codes)
            if side == "actor":
                return replace(f, actor=rest), replace(own, actor=b.codes), True
            return replace(f, recipient=rest), replace(own, recipient=b.codes), True
    return None
