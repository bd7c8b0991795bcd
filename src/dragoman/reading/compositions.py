"""Not written yet."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.drafts import Draft
from dragoman.reading.sentences import Sentence


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Nothing yet."""
    return []
