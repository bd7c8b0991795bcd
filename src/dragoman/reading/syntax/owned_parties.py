"""Parties in apposition to a noun that another owns: "Serbia's neighbours Montenegro and Macedonia" are not Serbia."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.mentions import Mention

__all__ = ["set_owners_apart"]


def set_owners_apart(s: Sentence, mentions: Sequence[Mention]) -> None:
    """Take from owners of allies and neighbours the place of those whom the words behind name."""
    kin = words("mentions", "kin")
    for owner in mentions:
        if owner.owner != "poss" or not kin & {owner.head, owner.head.removesuffix("s")}:
            continue
        behind = owner.head_item + 1
        if s.lowers[behind : behind + 1] == [","]:
            continue  # "Serbia's neighbour, Montenegro, said": read as such
        if any(m.item == behind and m.kind == "P" and not set(m.codes) & set(owner.codes) for m in mentions):
            owner.cue = "of"
