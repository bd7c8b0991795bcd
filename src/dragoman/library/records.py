"""What has been read, and the questions that it answers."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.codes.parties import party
from dragoman.desk.holdings import Holdings, RecordFile, read_holdings
from dragoman.desk.ingest import ReadOptions
from dragoman.desk.ledger import LedgerRow, ledger
from dragoman.desk.pledges import Pledge, pledges
from dragoman.errors import InputError, UsageError
from dragoman.library import shapes
from dragoman.library.given import one_or_more
from dragoman.library.rows import Rows
from dragoman.model.documents import Document
from dragoman.model.findings import Finding, Observation
from dragoman.model.periods import parse_period
from dragoman.model.statements import KINDS, Statement

__all__ = ["Pair", "Record", "open", "read"]


class Record:
    """What has been read: statements, documents, official figures, and what follows from them."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    @property
    def problems(self) -> Sequence[InputError]:
        """What could not be read; the rest was."""
        return tuple(self._holdings.problems)

    @property
    def documents(self) -> Rows[Document]:
        """The documents, by name."""
        return Rows(self._holdings.documents(), shapes.DOCUMENTS)

    @property
    def observations(self) -> Rows[Observation]:
        """Official figures."""
        return Rows(self._holdings.observations(), shapes.OBSERVATIONS)

    def statements(self, *parties: str, kind: str | None = None) -> Rows[Statement]:
        """Statements that have all of these parties, of one kind where it is given.

        Raises
        ------
        UsageError
            There is no such kind.
        UnknownCode
            There is no such party.
        """
        if kind is not None and kind not in KINDS:
            raise UsageError(f"kind is {kind!r}", remedy=f"use one of {', '.join(KINDS)}")
        found = self._holdings.statements([party(p) for p in parties], kind)
        return Rows(found, shapes.STATEMENTS)

    def statement(self, id: str) -> Statement | None:
        """The statement with this id."""
        return next((s for s in self._holdings.statements() if s.id == id), None)

    def pairs(self) -> list[tuple[str, str, int]]:
        """Every pair of parties with the number of statements on it, most first."""
        counts: Counter[tuple[str, str]] = Counter()
        for s in self._holdings.statements():
            parties = sorted({*s.actor, *s.recipient})
            counts.update((a, b) for n, a in enumerate(parties) for b in parties[n + 1 :])
        return [(a, b, n) for (a, b), n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))]

    def pair(self, one: str, other: str) -> Pair:
        """What there is between two countries or bodies, by code or name.

        Raises
        ------
        UnknownCode
            There is no such country or body.
        UsageError
            Both are the same.
        """
        a, b = party(one), party(other)
        if a == b:
            raise UsageError(f"{one!r} and {other!r} are the same", remedy="name two different parties")
        return Pair(self._holdings, a, b)

    def findings(self, verdict: str | None = None, rule: str | None = None) -> Rows[Finding]:
        """What holds, contradicts or follows, worst first."""
        found = self._holdings.findings()
        kept = [f for f in found if verdict in (None, f.verdict) and rule in (None, f.rule)]
        return Rows(kept, shapes.FINDINGS)

    def ledger(self, one: str, other: str) -> Rows[LedgerRow]:
        """Figures of a pair by series and period: stated, derived, inferred, official."""
        return self.pair(one, other).ledger()

    def pledges(self, *parties: str, on: str | None = None) -> Rows[Pledge]:
        """What was planned, proposed or targeted, and what became of it by a day (EDTF).

        Raises
        ------
        BadPeriod
            The day is none.
        """
        codes = [party(p) for p in parties]
        _checked(on)
        return Rows(pledges(self._holdings.gathered(), codes, on), shapes.PLEDGES)

    def save(self, path: str | Path) -> None:
        """Keep documents and statements in a record file; those that are there stay.

        Raises
        ------
        UsageError
            It comes from a record or from statements alone, without their documents.
        RecordError
            The file is no record or is in use.
        """
        from dragoman.desk.holdings import Taken
        from dragoman.desk.rules_versions import rules_version
        from dragoman.record import Reading, open_store

        if not isinstance(self._holdings, Taken) or self._holdings.loose:
            raise UsageError("only what was just read can be saved", remedy="copy the record's file instead")
        readings = [Reading(document, tuple(told)) for document, told in self._holdings.taken]
        with open_store(path) as store:
            store.add(readings, rules_version(()))
            store.add_observations(list(self._holdings.observations()))

    def __len__(self) -> int:
        return len(self._holdings.statements())

    def __repr__(self) -> str:
        failed = f", {len(self.problems)} not read (see problems)" if self.problems else ""
        return f"<Record: {len(self.documents)} documents, {len(self)} statements{failed}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{html.escape(a)}-{html.escape(b)}</td><td>{n}</td></tr>"
            for a, b, n in self.pairs()[:20]
        )
        head = "<thead><tr><th scope='col'>pair</th><th scope='col'>statements</th></tr></thead>"
        return f"<table><caption>{html.escape(repr(self)[1:-1])}</caption>{head}<tbody>{rows}</tbody></table>"


class Pair:
    """What there is between two parties; each kind of statement is an attribute."""

    def __init__(self, holdings: Holdings, one: str, other: str) -> None:
        self._holdings, self.one, self.other = holdings, one, other

    def _of(self, kind: str | None) -> Rows[Statement]:
        return Rows(self._holdings.statements((self.one, self.other), kind), shapes.STATEMENTS)

    @property
    def statements(self) -> Rows[Statement]:
        """All statements that have both parties."""
        return self._of(None)

    @property
    def contacts(self) -> Rows[Statement]:
        """Visits, meetings, calls, sessions, forums."""
        return self._of("contact")

    @property
    def instruments(self) -> Rows[Statement]:
        """Agreements, treaties, memoranda and the like."""
        return self._of("instrument")

    @property
    def ties(self) -> Rows[Statement]:
        """Relations, embassies, partnerships, links and the like."""
        return self._of("tie")

    @property
    def figures(self) -> Rows[Statement]:
        """Figures: turnover, exports, investment and the like."""
        return self._of("figure")

    @property
    def compositions(self) -> Rows[Statement]:
        """What goods are sold."""
        return self._of("composition")

    @property
    def stances(self) -> Rows[Statement]:
        """Support, offers, requests, criticism."""
        return self._of("stance")

    @property
    def projects(self) -> Rows[Statement]:
        """Construction, supply, transit, ventures."""
        return self._of("project")

    @property
    def quotes(self) -> Rows[Statement]:
        """What was said, and who said it."""
        return self._of("quote")

    def ledger(self) -> Rows[LedgerRow]:
        """Figures by series and period: stated, derived, inferred, official."""
        gathered = self._holdings.gathered((self.one, self.other))
        return Rows(ledger(gathered, self.one, self.other), shapes.LEDGER)

    def findings(self, verdict: str | None = None) -> Rows[Finding]:
        """Findings whose series is of this pair, worst first."""
        pair = {self.one, self.other}
        kept = [
            f
            for f in self._holdings.findings()
            if {f.series.reporter, f.series.partner} == pair and verdict in (None, f.verdict)
        ]
        return Rows(kept, shapes.FINDINGS)

    def pledges(self, on: str | None = None) -> Rows[Pledge]:
        """What the two planned, proposed or targeted, and what became of it by a day (EDTF).

        Raises
        ------
        BadPeriod
            The day is none.
        """
        _checked(on)
        gathered = self._holdings.gathered((self.one, self.other))
        return Rows(pledges(gathered, (self.one, self.other), on), shapes.PLEDGES)

    def __repr__(self) -> str:
        return f"<Pair {self.one}-{self.other}: {len(self.statements)} statements>"

    def _repr_html_(self) -> str:
        return self.statements._repr_html_()


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    date: str | None = None,
    rules: str | Path | Sequence[str | Path] = (),
    statistics: str | Path | Sequence[str | Path] = (),
    workers: int | None = None,
) -> Record:
    """Read documents into memory.

    Parameters
    ----------
    paths : path or iterable of paths
        Files or folders.
    date : str, optional
        EDTF date of all of them; goes before what they say of themselves.
    rules : path or sequence of path
        Folders of your own rules and names, laid over the package's.
    statistics : path or sequence of path
        Tables of official figures; ``bundled`` for those of the package.
    workers : int, optional
        Processes; by default as many as the input is worth.

    Returns
    -------
    Record
        What could not be read is in its ``problems``.

    Raises
    ------
    BadPeriod, RuleError
        The date or a rule is not in order.
    """
    options = ReadOptions(date, tuple(Path(r) for r in one_or_more(rules)), workers)
    return Record(read_holdings(one_or_more(paths), options, one_or_more(statistics)))


def _checked(on: str | None) -> None:
    if on is not None:
        parse_period(on)


def open(path: str | Path) -> Record:
    """Open a record that `dragoman read --into` or `Record.save` made.

    The file is opened for each question and never held, so that others may write to it.

    Raises
    ------
    UnreadableFile, RecordError, RecordHeld, RecordTooNew
        It is not there, no record, in use, or of a newer version.
    """
    return Record(RecordFile(path))
