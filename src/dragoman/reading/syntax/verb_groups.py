"""A verb group of a sentence: its place, its form, and what governs it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BREAKS", "RELATIVE", "Group"]

RELATIVE = frozenset({"which", "who", "that", "whom", "whose", "where"})
BREAKS = frozenset({";", "—", "–", ":", "(", ")", "“", "”", '"'})


@dataclass(slots=True, eq=False)
class Group:
    """A verb group: auxiliaries and a main verb.

    ``first`` and ``main`` are item numbers; ``form`` is the main verb's tag bits as printed;
    ``governor`` is the group that an infinitive or gerund depends on.
    """

    first: int
    main: int
    lemma: str
    form: int
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    modal: str | None = None
    negated: bool = False
    infinitive: bool = False
    gerund: bool = False
    reduced: bool = False
    governor: Group | None = None
    clause: int = 0
    relative: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group can head a clause of its own."""
        return not (self.infinitive or self.gerund or self.reduced)
