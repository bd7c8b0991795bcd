"""Labels that lead a line and carry a party: a table row's country, a heading, a dateline's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.syntax.sentences import Sentence

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["take_label"]


def take_label(discourse: Discourse, s: Sentence) -> None:
    """Take a leading label out of the sentence: the country of a table row, a dateline's place.

    "Kosovo | ..." sets the other party for the entry; "RABAT, October 28 - ..." names none.
    """
    if 0 < s.n <= 5 and _is_heading(discourse, s):
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
        discourse.pair = (discourse.anchor, *label)
        discourse.subject = (discourse.anchor,)
        discourse.group, discourse.participants = (), ()
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
    discourse.pair = (discourse.anchor, *label)
    discourse.subject = (discourse.anchor,)
    discourse.group, discourse.participants = (), ()
    return True
