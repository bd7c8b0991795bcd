"""What all parts of a briefing share while it is being written: the question, the dossier, the sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from dragoman.desk.brief_sources import SourceList
from dragoman.desk.dossiers import Dossier, name_of
from dragoman.desk.ledger import LedgerRow, ledger
from dragoman.desk.pledges import Pledge, pledges
from dragoman.desk.reconcile import findings
from dragoman.model.findings import Finding, Observation
from dragoman.model.statements import Statement
from dragoman.output.briefings import Reference, Sentence, plain
from dragoman.output.date_words import date_words

__all__ = ["BriefQuestion", "Draft"]

_MOST_SOURCES = 4


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """What a briefing is asked for.

    Attributes
    ----------
    since : str or None
        EDTF day; contacts, agreements, contradictions and the calendar heed it, standing ties and figures do not.
    on : str or None
        EDTF day that the briefing speaks of; by default that of the newest document.
    origin, destination : str or None
        Places of the corridor annex; by default the capitals.
    avoid : tuple of str
        Places, countries or modes that the second route of the annex stays out of.
    corridor : bool
        Whether there is an annex.
    folders : tuple of Path
        Network folders of the user.
    """

    since: str | None = None
    on: str | None = None
    origin: str | None = None
    destination: str | None = None
    avoid: tuple[str, ...] = ()
    corridor: bool = True
    folders: tuple[Path, ...] = field(default=())


class Draft:
    """A briefing in the making."""

    def __init__(self, dossier: Dossier, question: BriefQuestion) -> None:
        self.dossier, self.question = dossier, question
        self.sources = SourceList()
        self.day = question.on or dossier.date
        self.by_id = {s.id: s for s in dossier.statements}
        self.names = {code: name_of(code) for code in (dossier.one, dossier.other)}

    @cached_property
    def rows(self) -> list[LedgerRow]:
        """The pair's ledger."""
        return ledger(self.dossier.gathered, self.dossier.one, self.dossier.other)

    @cached_property
    def findings(self) -> list[Finding]:
        """Findings on the pair's statements, worst first."""
        return findings(self.dossier.gathered)

    @cached_property
    def conflicts(self) -> list[Finding]:
        """Contradictions in which a statement takes part that ``since`` lets in."""
        return [
            f
            for f in self.findings
            if f.verdict == "conflict"
            and any(self.fresh(self.by_id[i]) for i in f.statements if i in self.by_id)
        ]

    @cached_property
    def pledges(self) -> list[Pledge]:
        """Pledges between the two, those that went wrong first, as ``since`` lets them in."""
        found = pledges(self.dossier.gathered, (self.dossier.one, self.dossier.other), self.day)
        return [p for p in found if self.fresh(p.statement) or any(self.fresh_id(i) for i in p.fulfilled_by)]

    def fresh_id(self, statement: str) -> bool:
        """Whether ``since`` lets a statement in."""
        return statement in self.by_id and self.fresh(self.by_id[statement])

    def fresh(self, s: Statement) -> bool:
        """Whether the statement's document or act is of ``since`` or later; without dates it is not known to be."""
        since = self.question.since
        if since is None:
            return True
        told = self.dossier.gathered.dates.get(s.evidence.document)
        return any(date is not None and date >= since for date in (told, s.date))

    def cite(self, statements: Iterable[Statement], most: int = _MOST_SOURCES) -> tuple[int, ...]:
        """Numbers of the passages of the first statements; a sentence told often needs not all of them."""
        out: tuple[int, ...] = ()
        for s in list(statements)[:most]:
            out += self.sources.passages(self._document(s.evidence.document), [s])
        return tuple(dict.fromkeys(out))

    def cite_ids(self, ids: Iterable[str]) -> tuple[int, ...]:
        """The same by ids; those of other pairs are left out."""
        return self.cite([self.by_id[i] for i in ids if i in self.by_id])

    def _document(self, name: str) -> Reference:
        d = self.dossier.documents.get(name)
        date = (d.date if d else None) or self.dossier.gathered.dates.get(name)
        title = plain((d.title if d else None) or name)
        words = (plain(x) if x else None for x in (d.outlet, d.author, d.url)) if d else (None, None, None)
        outlet, author, url = words
        return Reference(f"document {name}", "document", title, plain(name), (), outlet, author, date, url)

    def cite_official(self, text: str) -> tuple[int, ...]:
        """Numbers of the official tables that a text names, such as why a cell of the ledger has its value."""
        return self.cite_observations([o for o in self.dossier.gathered.observations if o.source in text])

    def cite_observations(self, observations: Iterable[Observation]) -> tuple[int, ...]:
        """Numbers of the tables that official figures stand in."""
        out: tuple[int, ...] = ()
        for o in observations:
            source = plain(o.source)
            reference = Reference(f"statistics {o.source}", "statistics", source, source, ())
            out += self.sources.line(reference, self._table(o))
        return tuple(dict.fromkeys(out))

    def _table(self, o: Observation) -> str:
        own = [
            p for p in self.dossier.gathered.observations if (p.source, p.as_of) == (o.source, o.as_of)
        ] or [o]
        periods = sorted(p.period for p in own)
        what = sorted({p.series.indicator for p in own})
        as_of = f", as of {o.as_of}" if o.as_of else ""
        span = periods[0] if periods[0] == periods[-1] else f"{periods[0]} to {periods[-1]}"
        return f"{' and '.join(what)} between {' and '.join(self.names.values())}, {span}{as_of}"

    def cite_record(self) -> tuple[int, ...]:
        """The number of the record itself, for sentences that count what it has."""
        d = self.dossier
        reference = Reference("record", "record", "The record as used for this briefing", "record", ())
        return self.sources.line(
            reference,
            f"{len(d.statements)} statements on {' and '.join(self.names.values())}, SHA-256 {d.digest}",
        )

    def sentence(self, text: str, sources: Sequence[int]) -> Sentence:
        """A sentence with its numbers."""
        return Sentence(text, tuple(sources))

    def named(self, text: str) -> str:
        """Words of findings for readers: names for codes, titles for files, no paragraphs of our conventions."""
        for name in sorted({s.evidence.document for s in self.dossier.statements}, key=len, reverse=True):
            text = text.replace(f" ({name})", "").replace(name, f"“{self._document(name).title}”")
        text = re.sub(r" \(§[^)]*\)|, §\w+", "", text)
        text = re.sub(r"\b\d{4}-\d{2}(?:-\d{2})?\b", lambda found: date_words(found[0]), text)
        for code, name in self.names.items():
            text = name.join(re.split(rf"\b{code}\b", text))
        return plain(text)
