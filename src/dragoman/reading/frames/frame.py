"""What a rule found in a sentence, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.frames.rules import Rule
from dragoman.reading.syntax.clauses import Group

__all__ = ["Frame"]


@dataclass(slots=True)
class Frame:
    """What a rule found: a statement in the making, in item numbers."""

    rule: Rule
    mode: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    status: str
    first: int
    last: int
    trigger: int
    clause: int
    group: Group | None
    date: str | None = None
    because: dict[str, str] = field(default_factory=dict)
    object: str | None = None
    noun_item: int = -1
    listed: bool = False
    """One of several of a list ("a treaty (1938); an accord (1960)"): no repeat of the others."""
