"""The two sides of a frame while they are being filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.frames.agents import codes_of, role_of
from dragoman.reading.frames.beside import with_unlisted
from dragoman.reading.frames.rules import Rule
from dragoman.reading.frames.works import without_lines
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["Sides", "of_the_two"]


@dataclass(slots=True)
class Sides:
    """Actor and recipient so far, with what they are sought in. Each step of `directed_parties` changes them."""

    rule: Rule
    s: Sentence
    g: Group | None
    noun: int
    clause: int
    d: Discourse
    because: dict[str, str]
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    used: list[Mention] = field(default_factory=list)
    # Whence goods or a line come, where the sentence says so.
    origin: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
        return self.actor, self.recipient, self.used

    def at(self, cue: str) -> list[Mention]:
        """The parties at a place of the sentence, lines that only bear their names left out."""
        found = role_of(self.s, cue, self.g, self.noun, self.clause, self.d)
        return without_lines(self.rule, self.s, found) if found else found

    def codes_at(self, cue: str) -> tuple[str, ...]:
        return codes_of(role_of(self.s, cue, self.g, self.noun, self.clause, self.d))

    def in_clause(self) -> list[Mention]:
        return [m for m in self.s.mentions if m.clause == self.clause]

    @staticmethod
    def others(codes: tuple[str, ...], than: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(c for c in codes if c not in than)


def of_the_two(s: Sentence, d: Discourse, named: tuple[str, ...], at: int) -> bool:
    """Whether the document is about two parties, one of them the only one named, and the sentence has no third."""
    if len(named) > 1 or len(d.pair) != 2 or not set(named) <= set(d.pair) or not (d.titled or d.closed):
        return False
    mentioned = {c for m in s.mentions for c in m.codes}
    # the other one, where the sentence names it, stands in a place of its own
    alone = mentioned <= ({*named} if named else {*d.pair})
    return alone and not with_unlisted(s, at)
