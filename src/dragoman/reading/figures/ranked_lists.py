"""Partners ranked by a list's order: "its largest market is A, followed by B and C", "are, in order, A, B and C"."""

from __future__ import annotations

import re

from dragoman.reading.syntax.sentences import Sentence

__all__ = ["IN_ORDER", "next_in_rank"]

IN_ORDER = re.compile(
    r",? \(?in (?:that |this |descending )?order(?: of (?:size|importance|value|volume))?\b"
)
_FOLLOWED = re.compile(r"\b(?:followed|trailed) (?:closely )?by\b")
_STOP = re.compile(r"(?<!\bu\.s)[.;](?!\d)")
_BETWEEN = frozenset(
    {
        ",",
        "and",
        "the",
        "(",
        ")",
        "then",
        "in",
        "in order",
        "order",
        "by",
        "that",
        "descending",
        "at",
        "with",
        "of",
        "&",
    }
)


def next_in_rank(
    s: Sentence, first: str, start: int, taken: frozenset[str], bodies: frozenset[str]
) -> list[tuple[str, int]]:
    """The partners behind the first of a ranked list, each with the end of its passage.

    Parameters
    ----------
    s
        The sentence.
    first : str
        The partner that ranks first.
    start : int
        Where the ranked noun ends, in the sentence's lowered text.
    taken : frozenset of str
        The holder of the ranking: no partner of itself.
    """
    lowered = s.lowered
    followed = _FOLLOWED.search(lowered, start)
    if followed is not None and not _STOP.search(lowered, start, followed.start()):
        opens = s.span[0] + followed.end()
        begin = next((i for i in range(s.n) if s.starts[i] >= opens), s.n)
    elif IN_ORDER.search(lowered, start):
        begin = next((i + 1 for i in range(s.n) if s.kinds[i] == "P" and s.codes[i] == (first,)), s.n)
    else:
        return []
    out: list[tuple[str, int]] = []
    for i in range(begin, s.n):
        if s.kinds[i] == "P":
            known = {first, *taken, *(code for code, _ in out)}
            if len(s.codes[i]) != 1 or s.codes[i][0] in known or s.codes[i][0] in bodies:
                break
            out.append((s.codes[i][0], s.ends[i]))
        elif s.kinds[i] != "Q" and s.lowers[i] != "%" and s.lowers[i] not in _BETWEEN:
            break
    return out
