"""Where names that a document has given occur in it again."""

from __future__ import annotations

__all__ = ["occurrences"]

_FEW = 24
"""As many names are looked for one by one; building an automaton for them takes longer."""


def occurrences(text: str, forms: list[str]) -> list[tuple[int, int, int]]:
    """(number, start, end) of every form in a text, leftmost first and longest of those that begin together."""
    if len(forms) > _FEW:
        import ahocorasick_rs

        finder = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        found: list[tuple[int, int, int]] = finder.find_matches_as_indexes(text)
        return found
    hits: list[tuple[int, int, int]] = []
    for number, form in enumerate(forms):
        at = text.find(form)
        while at >= 0:
            hits.append((at, -len(form), number))
            at = text.find(form, at + 1)
    out: list[tuple[int, int, int]] = []
    for start, size, number in sorted(hits):
        if not out or start >= out[-1][2]:
            out.append((number, start, start - size))
    return out
