"""Who takes part in an act, told by the verb beside it: "travels to Oslo to meet the premier", not "with Oslo objecting"."""

from __future__ import annotations

from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["journeyed_to", "meanwhile"]


def meanwhile(s: Sentence, m: Mention) -> bool:
    """Whether somebody takes no part in what is told: "A and B set up relations, with C accusing both", "rather than through C"."""
    if "than" in s.forms and s.lowers[m.item - 2 : m.item - 1] == ["than"] and m.item > 1:
        return True
    if m.cue != "with" or m.governor < 0 or s.lowers[m.governor] != ",":
        return False
    verb = s.verb_at.get(max(m.item, m.head_item) + 1)
    return verb is not None and verb.gerund and not verb.finite


def journeyed_to(s: Sentence, clause: int) -> str:
    """Whither one travels to do what a clause tells: "after Chile, he will travel to Peru to meet the premier", or ""."""
    travelling = load_lexicon().verb_classes["travel"]
    for g in s.groups:
        up = g.governor
        if g.clause != clause or not g.infinitive or up is None or up.lemma not in travelling:
            continue
        there = [
            m for m in s.mentions
            if m.governor == up.main and m.cue in ("to", "in", "into") and not m.owner and m.item < g.first
            and len(m.codes) == 1
        ]  # fmt: skip
        if there:
            return there[-1].codes[0]
    return ""
