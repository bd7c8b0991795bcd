"""What the makers of statements know of the document they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.codes.products import ProductMention, find_products
from dragoman.model.documents import Document
from dragoman.model.statements import Person
from dragoman.reading.annotations import (
    OrganisationMention,
    PartyMention,
    PersonMention,
    Quantity,
    TimeExpression,
)
from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.drafts import Draft
from dragoman.reading.syntax.lexicon import Lexicon
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["Context"]


@dataclass(slots=True)
class Context:
    """One document with its annotations, and what was read of it so far."""

    document: Document
    lexicon: Lexicon
    discourse: Discourse
    marks: Sequence[Any]
    people: Sequence[PersonMention]
    dates: Sequence[TimeExpression]
    quantities: Sequence[Quantity]
    organisations: Sequence[OrganisationMention]
    titled: Sequence[PartyMention] = ()
    """The parties that the title names, in its order."""
    previous: Sentence | None = None
    found: list[Draft] = field(default_factory=list)
    last: list[Draft] = field(default_factory=list)
    flow: tuple[str, tuple[str, ...], tuple[str, ...]] | None = None
    two_sides: bool = True
    listing: Draft | None = None
    """What a sentence that ended in a colon said of the instruments listed behind it."""
    talks: tuple[int, list[Draft]] | None = None
    """The last dated contact or signing, with the number of its sentence."""
    readout: bool = False
    aside: bool = False
    """Whether the document has more words of another subject than of relations: then nobody is carried."""
    table: bool = False
    """Whether the lines read now are rows of a table of diplomatic relations."""
    visits: tuple[str, str] | None = None
    """Guest and host of the visits that the lines read now list."""
    visits_open: bool = False
    """Whether these lines tell themselves who goes where."""
    ties: tuple[str, str, bool, str] | None = None
    """The mode of the ties that lines now list, whose they are, whether those listed send them, the lines' mark."""
    host: tuple[str, ...] | None = None
    """Whose figures the document tells, worked out when first asked for; empty where nobody's."""
    starts: dict[int, list[int]] = field(default_factory=dict)
    goods: Sequence[ProductMention] | None = None

    @property
    def products(self) -> Sequence[ProductMention]:
        """Goods named in the document, looked for when first asked for: most news trades none."""
        if self.goods is None:
            self.goods = find_products(self.document.text)
        return self.goods

    def within(self, layer: Sequence[Any], start: int, end: int) -> list[Any]:
        """Annotations of a layer that lie wholly in [start, end)."""
        starts = self.starts.get(id(layer))
        if starts is None:  # layers are those of the document and live as long as it
            starts = self.starts[id(layer)] = [m.start for m in layer]
        lo = bisect_left(starts, start)
        return [m for m in layer[lo : bisect_left(starts, end, lo)] if m.end <= end]

    def people_in(self, start: int, end: int) -> tuple[Person, ...]:
        """Who is named in the passage, each once."""
        unique = {p.name: Person(p.name, p.role, p.country) for p in self.within(self.people, start, end)}
        return tuple(unique.values())

    def organisations_in(self, start: int, end: int) -> tuple[str, ...]:
        """Organisations named in the passage, each once."""
        return tuple(dict.fromkeys(o.name for o in self.within(self.organisations, start, end)))

    def remember(self, s: Sentence, drafts: list[Draft]) -> None:
        """Keep the last sentence and what it said, for ellipsis in the next."""
        self.previous, self.last = s, drafts
        self.found.extend(drafts)
        acts = [d for d in drafts if d.kind in ("contact", "instrument") and d.status == "actual"]
        if acts:
            parties = tuple(dict.fromkeys([*acts[-1].actor, *acts[-1].recipient]))
            if len(parties) > 1:
                self.discourse.participants = parties
            if len(parties) > 2:
                self.discourse.group = self.discourse.met = parties
        visits = [d for d in drafts if d.mode == "visit" and len(d.actor) == len(d.recipient) == 1]
        if visits:
            self.discourse.visit = (visits[0].actor[0], visits[0].recipient[0])
