"""Findings that keep up with statements: what is new is checked again, its pairs only, and in the background.

Every finding rests on statements of one and the same set of parties, or on official figures of a pair;
so after a change only the sets of parties that it touches are reconciled, in another process, some at a
time. What is still waiting survives the process: how far findings reach is kept beside the record.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from dragoman.desk.catalogue import Catalogue
from dragoman.desk.reconcile import findings
from dragoman.desk.rules_versions import checks_version
from dragoman.model.findings import Finding, Observation
from dragoman.record.browsing import Numbers
from dragoman.runner import Guarded

if TYPE_CHECKING:
    from dragoman.desk.workspace import Workspace

__all__ = ["Parties", "Settling", "changed", "parties_of", "places_of"]

Parties = frozenset[str]
# Statements reconciled at a time: at some 1,500 figures a second (docs/quality.md) a few seconds.
_AT_A_TIME = 5_000
# Most time for those [s]; contradictory figures of one pair take longest (assumed generous).
_PATIENCE = 900.0
# Seconds before what changed is begun: who changed a small record sees to it by himself at once.
_PAUSE = 0.5
# Seconds between two looks at whether somebody else wrote to the record.
_LOOK = 2.0


def parties_of(c: Catalogue, places: Numbers) -> set[Parties]:
    """The sets of parties of the statements at these places; those without any are left out."""
    at, codes = c.columns.parties
    names = c.columns.party_codes
    low, high = np.searchsorted(at, places), np.searchsorted(at, places, side="right")
    return {frozenset(names[k] for k in codes[i:j].tolist()) for i, j in zip(low, high) if j > i}


def places_of(c: Catalogue, parties: Parties) -> Numbers:
    """Places of the statements with exactly these parties."""
    codes = c.columns.party_codes
    try:
        wanted = [codes.index(p) for p in parties]
    except ValueError:
        return np.zeros(0, np.int64)
    places: Numbers = c.parties.places(wanted[0])
    for code in wanted[1:]:
        places = np.intersect1d(places, c.parties.places(code), assume_unique=True)
    exactly: Numbers = places[c.party_counts[places] == len(wanted)]
    return exactly


def changed(before: Catalogue, after: Catalogue) -> set[Parties]:
    """The sets of parties of statements that came, went, or were revised."""
    at = before.at_keys(after.columns.keys)
    known = at >= 0
    came = ~known
    came[known] = before.columns.added[at[known]] != after.columns.added[known]
    gone = after.at_keys(before.columns.keys) < 0
    return parties_of(after, np.flatnonzero(came)) | parties_of(before, np.flatnonzero(gone))


class Settling:
    """What waits to be reconciled in a workspace, and the thread that sees to it.

    Without `start` nothing happens by itself; `all_now` works off what waits.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._waiting: dict[Parties, None] = {}
        self._at_work = 0
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._wake, self._stopped = threading.Event(), threading.Event()
        self._guard = Guarded()
        self._thread: threading.Thread | None = None
        self._mark = workspace.path.with_name(workspace.path.name + ".settled")
        self.problem = ""
        """Why the last attempt failed; empty where it did not."""

    @property
    def waiting(self) -> int:
        """Sets of parties whose findings are behind."""
        return len(self._waiting) + self._at_work

    def add(self, parties: Iterable[Parties]) -> None:
        """These changed: reconcile them as soon as may be."""
        with self._lock:
            self._waiting.update(dict.fromkeys(sorted(parties, key=sorted)))
        self._wake.set()

    def forget(self) -> None:
        """All findings were just made anew."""
        with self._lock:
            self._waiting.clear()
        self._keep_mark()

    def start(self) -> None:
        """Work in the background from now on, beginning with what an earlier process left."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="settling", daemon=True)
            self._thread.start()

    @property
    def running(self) -> bool:
        """Whether there is a thread for it."""
        return self._thread is not None

    def close(self) -> None:
        """Stop; what waits is taken up by the next process."""
        self._stopped.set()
        self._wake.set()
        self._guard.close()
        if self._thread is not None:
            self._thread.join(10)

    def all_now(self) -> None:
        """Reconcile all that waits, here and now, and show what was found."""
        with self._turn:
            done = False
            try:
                while (chosen := self._next()) and not self._stopped.is_set():
                    self._settle(chosen)
                    done = True
                if done:
                    self._workspace.refind()
            finally:
                self._at_work = 0
            # Stopped in the middle, the last were taken off and not written: the next process begins with them.
            if not self._waiting and not self._stopped.is_set():
                self._keep_mark()

    def _run(self) -> None:
        self.add(self._left())
        while not self._stopped.is_set():
            if self._waiting and not self._stopped.wait(_PAUSE):
                try:
                    self.all_now()
                except Exception as error:
                    # The record was closed under the thread, or its database is away: what waits is kept.
                    if self._stopped.is_set():
                        return
                    self.problem = f"{type(error).__name__}: {error}"
                    self._stopped.wait(30)
            self._wake.wait(_LOOK)
            self._wake.clear()
            with suppress(Exception):  # a database that is away is asked again at the next look
                self._workspace.heed_others()

    def _next(self) -> list[Parties]:
        """Some of what waits, taken off: together not much more than is reconciled at a time."""
        c, total = self._workspace.catalogue, 0
        chosen: list[Parties] = []
        with self._lock:
            while self._waiting and total < _AT_A_TIME:
                parties = next(iter(self._waiting))
                total += len(places_of(c, parties))
                if chosen and total > 2 * _AT_A_TIME:
                    break
                del self._waiting[parties]
                chosen.append(parties)
                self._at_work += 1
        return chosen

    def _settle(self, chosen: Sequence[Parties]) -> None:
        w = self._workspace
        c, wanted = w.catalogue, set(chosen)
        corrected = [id for id, s in w.decided.corrected.items() if _set_of(s.actor, s.recipient) in wanted]
        more = [p for p in map(c.place, corrected) if p is not None]
        places = np.unique(np.concatenate([*(places_of(c, p) for p in chosen), np.array(more, np.int64)]))
        gathered = w.gathered(places, observations=list(_official(w, wanted)))
        outcome = self._guard.call(findings, gathered, _PATIENCE)
        if self._stopped.is_set():
            return
        if outcome.error is not None:
            self.problem = outcome.error
            return
        self.problem = ""
        found: list[Finding] = outcome.value
        with w.writing() as store:
            store.put_findings(found, among=_before(c, places, wanted))

    def _left(self) -> set[Parties]:
        """What changed since findings were last complete, as far as can be told."""
        c = self._workspace.catalogue
        try:
            mark = json.loads(self._mark.read_text(encoding="utf-8"))
            # Another version of the package may find other things in the same statements.
            until = int(mark["until"]) if mark.get("checks") == checks_version() else -1
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            if len(c.found.ids):
                self._keep_mark()  # somebody reconciled it; from here on it is kept up
                return set()
            until = -1
        return parties_of(c, np.flatnonzero(c.columns.added > until))

    def _keep_mark(self) -> None:
        added = self._workspace.catalogue.columns.added
        until = int(added.max()) if len(added) else -1
        part = self._mark.with_name(self._mark.name + ".part")
        with suppress(OSError):  # without it the next process checks more than it must
            part.write_text(json.dumps({"until": until, "checks": checks_version()}), encoding="utf-8")
            part.replace(self._mark)


def _set_of(*codes: Iterable[str]) -> Parties:
    return frozenset(code for several in codes for code in several)


def _official(w: Workspace, wanted: set[Parties]) -> Iterator[Observation]:
    """Official figures of the pairs and the countries."""
    for reporter in sorted({p for parties in wanted if len(parties) <= 2 for p in parties}):
        for o in w.store.observations(reporter=reporter):
            if frozenset(code for code in (o.series.reporter, o.series.partner) if code) in wanted:
                yield o


def _before(c: Catalogue, places: Numbers, wanted: set[Parties]) -> set[str]:
    """Ids of the findings that rest on these statements, on these parties' official figures, or on what is gone."""
    links, keys = c.found.statements
    at = c.at_keys(keys)
    touched = np.zeros(len(c) + 1, bool)
    touched[places] = True
    touched[-1] = True  # where ``at`` is -1, the statement is gone
    out = {c.found.ids[n] for n in np.unique(links[touched[at]]).tolist()}
    pairs = zip(c.found.ids, c.found.reporters, c.found.partners)
    return out | {id for id, a, b in pairs if frozenset(code for code in (a, b) if code) in wanted}
