"""Reading: a document in, typed statements out, each with its passage and its rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.reading.reader import Reader

__all__ = ["load_reader"]


def load_reader(extra: Sequence[Path] = ()) -> Reader:
    """A reader with the package's rules and those of a team's folders laid over them.

    Raises
    ------
    RuleError
        A rule or lexicon file has an unknown key or value; the message names file and rule.
    """
    from dragoman.reading.reader import load_reader as load

    return load(extra)
