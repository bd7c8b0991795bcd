"""Which statements are there, by country, kind, time and the rest: a record's columns in memory.

A page must answer at once on a record of a million statements, so everything that is filtered,
counted or sorted by is kept as small integers; rows themselves are fetched for what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from dragoman.desk.fulltext import text_key
from dragoman.record.browsing import NO_DAY, Browsing, Columns, FindingColumns, Listed, Numbers

__all__ = ["DECISIONS", "NO_DAY", "VERDICTS", "Catalogue", "Mask", "Postings", "load_catalogue", "outlet_of"]

Mask = npt.NDArray[np.bool_]
VERDICTS = ("conflict", "implied", "holds", "unchecked")
DECISIONS = ("open", "accept", "reject", "correct", "skip")
# Assumed: an act with more parties than this is no matter of pairs.
_MOST_PARTIES = 12


class Postings:
    """Places by code, and codes by place, of something that a statement has any number of."""

    def __init__(self, places: Numbers, codes: Numbers, total: int) -> None:
        order = np.lexsort((places, codes))
        self._codes, self._places = codes[order], places[order]
        self.total = total

    def places(self, code: int) -> Numbers:
        """Places that have the code, ascending."""
        low, high = np.searchsorted(self._codes, (code, code + 1))
        return self._places[low:high]

    def mask(self, codes: Iterable[int]) -> Mask:
        """Where any of the codes is."""
        out = np.zeros(self.total, bool)
        for code in codes:
            out[self.places(code)] = True
        return out

    def counts(self, mask: Mask | None, size: int) -> Numbers:
        """How many places of the mask have each code."""
        codes = self._codes if mask is None else self._codes[mask[self._places]]
        return np.bincount(codes, minlength=size)

    def codes(self) -> tuple[Numbers, Numbers]:
        """The distinct codes, and how many places each has."""
        found, counts = np.unique(self._codes, return_counts=True)
        return found, counts


@dataclass(frozen=True)
class Catalogue:
    """The columns of a record with their postings; replaced as a whole when the record changes."""

    documents: Sequence[Listed]
    columns: Columns
    found: FindingColumns
    decided: Mapping[str, str]
    """Statement to the decision in force on it."""

    def warm(self) -> None:
        """Make everything that is otherwise made when first asked for, so that no page waits for it."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def __len__(self) -> int:
        return len(self.columns.ids)

    @cached_property
    def parties(self) -> Postings:
        """By party."""
        return Postings(*self.columns.parties, len(self))

    @cached_property
    def party_counts(self) -> Numbers:
        """How many parties each statement has."""
        return np.bincount(self.columns.parties[0], minlength=len(self))

    @cached_property
    def products(self) -> Postings:
        """By HS chapter."""
        return Postings(*self.columns.products, len(self))

    @cached_property
    def pairs(self) -> Postings:
        """By pair of parties, coded as in `pair_code`."""
        places, codes = _pairs(*self.columns.parties, len(self.columns.party_codes))
        return Postings(places, codes, len(self))

    @cached_property
    def by_document(self) -> Postings:
        """By place of the document."""
        return Postings(np.arange(len(self)), self.columns.document, len(self))

    @cached_property
    def outlets(self) -> tuple[list[str], Numbers]:
        """Names of outlets, and the outlet's place for every statement."""
        names = [outlet_of(d) for d in self.documents]
        distinct = sorted(set(names))
        place = {name: n for n, name in enumerate(distinct)}
        of_document = np.array([place[name] for name in names] or [0], np.int64)
        return distinct, of_document[self.columns.document] if len(self) else np.zeros(0, np.int64)

    @cached_property
    def years(self) -> Numbers:
        """The year in which each statement's date ends, or begins where it is open; 0 for none."""
        c = self.columns
        day = np.where(c.last != NO_DAY, c.last, c.first)
        out = np.zeros(len(self), np.int64)
        has = day > 0
        # Ordinal 1 is 0001-01-01; numpy counts days from 1970-01-01, ordinal 719163.
        out[has] = (day[has] - 719163).astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
        return out

    @cached_property
    def verdicts(self) -> Postings:
        """By verdict of the findings that rest on a statement."""
        links, keys = self.found.statements
        code = np.array([VERDICTS.index(v) for v in self.found.verdicts] or [0], np.int64)
        at = self._at_keys(keys)
        known = at >= 0
        both = (
            np.unique(np.stack([at[known], code[links[known]]]), axis=1)
            if known.any()
            else np.zeros((2, 0), int)
        )
        return Postings(both[0], both[1], len(self))

    @cached_property
    def findings_of(self) -> Postings:
        """Places of findings by place of statement."""
        links, keys = self.found.statements
        at = self._at_keys(keys)
        return Postings(links[at >= 0], at[at >= 0], len(self.found.ids))

    @cached_property
    def finding_pairs(self) -> tuple[list[tuple[str, str]], Mapping[tuple[str, str], list[int]]]:
        """Pair of each finding, and places of findings by pair."""
        pairs = [tuple(sorted((r or "", p or ""))) for r, p in zip(self.found.reporters, self.found.partners)]
        by: dict[tuple[str, str], list[int]] = {}
        for n, (a, b) in enumerate(pairs):
            by.setdefault((a, b), []).append(n)
        return [(a, b) for a, b in pairs], by

    @cached_property
    def finding_place(self) -> Mapping[str, int]:
        """Place of a finding by id."""
        return {id: n for n, id in enumerate(self.found.ids)}

    @cached_property
    def document_place(self) -> Mapping[str, int]:
        """Place of a document by id, digest and name."""
        out: dict[str, int] = {}
        for n, d in enumerate(self.documents):
            out.setdefault(d.name, n)
            out[d.digest] = out[d.id] = n
        return out

    def document_of(self, id: str) -> Listed | None:
        """The document that a statement was read from: by its place, as two documents may have one name."""
        place = self.place(id)
        return None if place is None else self.documents[int(self.columns.document[place])]

    @cached_property
    def dates(self) -> Mapping[str, str]:
        """Date of a document by name."""
        return {d.name: d.date for d in self.documents if d.date}

    @cached_property
    def _text_keys(self) -> tuple[Numbers, Numbers, Numbers]:
        """What `FullText.documents` knows documents by, ascending, their places, and their turn by date."""
        keys = np.fromiter((text_key(d.digest) for d in self.documents), np.int64, len(self.documents))
        order = np.argsort(keys, kind="stable")
        by_date = sorted(range(len(keys)), key=lambda n: self.documents[n].date or "", reverse=True)
        turn = np.empty(len(keys), np.int64)
        turn[by_date] = np.arange(len(keys))
        return keys[order], order, turn

    def dated_documents(self, keys: Numbers) -> Numbers:
        """Places of the documents with these keys of `FullText`, the latest dated first."""
        known, order, turn = self._text_keys
        if not len(known) or not len(keys):
            return np.zeros(0, np.int64)
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        places: Numbers = order[at[known[at] == keys]]
        return np.take(places, np.argsort(turn[places]))

    @cached_property
    def newest_documents(self) -> Sequence[int]:
        """Places of documents, those read last first."""
        return sorted(
            range(len(self.documents)),
            key=lambda n: (self.documents[n].added, self.documents[n].name),
            reverse=True,
        )

    @cached_property
    def finding_order(self) -> Sequence[int]:
        """Places of findings: contradictions first, then by period, the latest first."""
        f = self.found
        out = sorted(range(len(f.ids)), key=lambda n: f.periods[n] or "", reverse=True)
        return sorted(out, key=lambda n: VERDICTS.index(f.verdicts[n]))

    @cached_property
    def finding_turn(self) -> Numbers:
        """Where each finding stands in `finding_order`."""
        out = np.empty(len(self.finding_order), np.int64)
        out[self.finding_order] = np.arange(len(out))
        return out

    @cached_property
    def decisions(self) -> Numbers:
        """Place in `DECISIONS` of the decision in force on every statement."""
        out = np.zeros(len(self), np.int64)
        for id, verdict in self.decided.items():
            at = self.place(id)
            if at is not None and verdict in DECISIONS:
                out[at] = DECISIONS.index(verdict)
        return out

    @cached_property
    def newest(self) -> Numbers:
        """All places, those with the latest date first, undated last."""
        c = self.columns
        return np.lexsort((np.arange(len(self)), -np.where(c.last != NO_DAY, c.last, c.first)))

    @cached_property
    def _sorted_keys(self) -> tuple[npt.NDArray[np.uint64], Numbers]:
        order = np.argsort(self.columns.keys, kind="stable")
        return self.columns.keys[order], order

    def _at_keys(self, keys: npt.NDArray[np.uint64]) -> Numbers:
        known, order = self._sorted_keys
        if not len(known):
            return np.full(len(keys), -1, np.int64)
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        return np.where(known[at] == keys, order[at], -1)

    def at_keys(self, keys: npt.NDArray[np.uint64]) -> Numbers:
        """Place of the statement with each key, -1 where none has it."""
        return self._at_keys(keys)

    def place(self, id: str) -> int | None:
        """Place of the statement with this id."""
        from hashlib import md5

        digest = md5(id.encode("utf-8", "replace"), usedforsecurity=False).digest()
        # DuckDB's md5_number_lower is the last eight bytes, little end first.
        at = self._at_keys(np.array([int.from_bytes(digest[8:], "little")], np.uint64))[0]
        return int(at) if at >= 0 and self.columns.ids[at] == id else None

    def pair_code(self, one: str, other: str) -> int:
        """The code of a pair in `pairs`; -1 where a party is unknown."""
        try:
            a, b = sorted(self.columns.party_codes.index(code) for code in (one, other))
        except ValueError:
            return -1
        return a * len(self.columns.party_codes) + b

    def pair_counts(self) -> list[tuple[str, str, int]]:
        """Every pair with its number of statements, most first."""
        codes, counts = self.pairs.codes()
        names = self.columns.party_codes
        order = np.argsort(-counts, kind="stable")
        return [
            (names[int(code) // len(names)], names[int(code) % len(names)], int(count))
            for code, count in zip(codes[order], counts[order])
        ]

    def of_pair(self, one: str, other: str) -> Numbers:
        """Places of the statements that have both parties, ascending."""
        return self.pairs.places(self.pair_code(one, other))

    def of_kinds(self, places: Numbers, *kinds: str) -> Numbers:
        """Those of the places whose kind (or kind/mode) is one of these."""
        codes = [
            n for n, name in enumerate(self.columns.kinds) if name in kinds or name.split("/")[0] in kinds
        ]
        return places[np.isin(self.columns.kind[places], codes)]

    def of_status(self, places: Numbers, *statuses: str) -> Numbers:
        """Those of the places whose status is one of these."""
        codes = [n for n, name in enumerate(self.columns.statuses) if name in statuses]
        return places[np.isin(self.columns.status[places], codes)]


def outlet_of(d: Listed) -> str:
    """Where a document was published: its outlet, else the host of its address, else not given."""
    if d.outlet:
        return d.outlet
    try:
        return urlsplit(d.url or "").hostname or "not given"
    except ValueError:
        return "not given"


def load_catalogue(browsing: Browsing, decided: Mapping[str, str]) -> Catalogue:
    """Read the columns of a record."""
    documents = browsing.documents()
    return Catalogue(documents, browsing.columns(documents), browsing.findings(), decided)


def _pairs(places: Numbers, codes: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """All pairs of codes of the same place; ``places`` ascends, and codes ascend within a place."""
    outs, pairs = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    counts = np.bincount(places) if len(places) else np.zeros(0, np.int64)
    many = np.flatnonzero(counts > _MOST_PARTIES)
    skip = np.isin(places, many) if len(many) else np.zeros(len(places), bool)
    for apart in range(1, _MOST_PARTIES):
        if apart >= len(places):
            break
        same = (places[apart:] == places[:-apart]) & ~skip[apart:]
        if not same.any():
            break
        outs.append(places[apart:][same])
        pairs.append(codes[:-apart][same] * size + codes[apart:][same])
    return np.concatenate(outs), np.concatenate(pairs)
