"""One statement at a time: accept, reject, correct, skip, undo; and what that says of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np

from dragoman.codes import is_body, is_country
from dragoman.desk.catalogue import DECISIONS
from dragoman.desk.search import Query, search
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.model.periods import parse_period
from dragoman.model.statements import KINDS, MEASURES, STATUSES, Statement, to_json
from dragoman.record import Review
from dragoman.record.casework import Correction

__all__ = ["DECIDABLE", "Queue", "RuleQuality", "corrected", "decide", "gold_lines", "quality", "queue"]

DECIDABLE = ("accept", "reject", "correct", "skip", "undo")


@dataclass(frozen=True, slots=True)
class Queue:
    """The next statement to look at, how many wait after it, and the one decided on last."""

    statement: Statement | None
    waiting: int
    decided: int
    last: str | None


def queue(workspace: Workspace, query: Query, after: str | None = None) -> Queue:
    """What is to be looked at next among the statements of a search; doubtful ones stand first.

    ``after`` is a statement to go on behind, so that skipped ones are not shown again at once.
    """
    c = workspace.catalogue
    places = search(workspace, query, facets=False).places
    decided = c.decisions[places] != 0
    waiting = places[~decided]
    # Statements that a contradiction rests on are worth the most.
    doubtful = c.verdicts.mask([0])[waiting]
    waiting = np.concatenate([waiting[doubtful], waiting[~doubtful]])
    if after is not None and (place := c.place(after)) is not None and place in waiting:
        at = int(np.flatnonzero(waiting == place)[0])
        waiting = np.concatenate([waiting[at + 1 :], waiting[: at + 1]])
    statement = next(iter(workspace.statements(waiting[:1])), None)
    return Queue(statement, len(waiting), int(decided.sum()), _last(workspace))


def _last(workspace: Workspace) -> str | None:
    """The statement that was decided on last and whose decision still holds."""
    moments = [
        (reviews[-1].at, id)
        for id, reviews in workspace.decided.reviews.items()
        if reviews[-1].at is not None and id in workspace.decided.verdicts
    ]
    return max(moments)[1] if moments else None


def decide(
    workspace: Workspace,
    id: str,
    verdict: str,
    who: str,
    note: str = "",
    changes: Mapping[str, str] | None = None,
) -> None:
    """Note a decision on a statement; ``changes`` are the fields of a correction as text.

    Raises
    ------
    UsageError
        No such statement or decision, nothing to undo, or a field with a value that makes no sense.
    """
    place = workspace.catalogue.place(id)
    read = next(iter(workspace.statements([place], as_read=True)), None) if place is not None else None
    if read is None or place is None:
        raise UsageError(f"no statement {id}", remedy="it may have been withdrawn; go back to the queue")
    if verdict not in DECIDABLE:
        raise UsageError(f"no decision {verdict!r}", remedy=f"use one of {', '.join(DECIDABLE)}")
    if verdict == "undo" and id not in workspace.decided.verdicts:
        raise UsageError("there is nothing to undo", remedy="decide first")
    with workspace.writing() as store:
        if verdict == "correct":
            after = corrected(read, changes or {})
            if to_json(after) == to_json(read):
                raise UsageError("nothing is changed", remedy="change a field, or accept the statement")
            document = workspace.catalogue.documents[int(workspace.catalogue.columns.document[place])]
            workspace.casework.correct(Correction(document.digest, read, after, who, note))
        before = workspace.decided.verdicts.get(id)
        store.add_review(Review(id, verdict, who, note[:4000]))
        workspace.redecide()
        if {before, workspace.decided.verdicts.get(id)} & {"reject", "correct"}:
            workspace.reconsider([place])


def corrected(s: Statement, changes: Mapping[str, str]) -> Statement:
    """The statement with fields as typed into a form; an empty field is nothing.

    Raises
    ------
    UsageError
        A value makes no sense; the message names the field.
    """
    out: dict[str, Any] = {}
    for name, text in changes.items():
        text = text.strip()
        if name in ("actor", "recipient"):
            out[name] = tuple(_party(code, name) for code in text.replace(",", " ").split())
        elif name in ("date", "base"):
            if text:
                parse_period(text)
            out[name] = text or None
        elif name in ("value", "low", "high"):
            out[name] = _decimal(text, name)
        elif name == "status":
            out[name] = _one_of(text, STATUSES, name)
        elif name == "measure":
            out[name] = _one_of(text, MEASURES, name)
        elif name == "kind":
            kind, _, mode = text.partition("/")
            if mode not in KINDS.get(kind, ()):
                raise UsageError(f"kind is {text!r}", remedy="choose one of the list")
            out |= {"kind": kind, "mode": mode}
        elif name in ("unit", "object"):
            out[name] = text or None
    after = replace(s, **out)
    if not after.actor:
        raise UsageError("actor is empty", remedy="give at least one country or body")
    if after.kind != "figure":
        return replace(
            after, measure=None, value=None, low=None, high=None, unit=None, base=None, product=None
        )
    return after


def _party(code: str, field: str) -> str:
    upper = code.upper()
    if not (is_country(upper) or is_body(upper)):
        raise UsageError(
            f"{field} is {code!r}", remedy="give ISO 3166-1 alpha-3 codes such as KAZ BGR, or EU"
        )
    return upper


def _one_of(text: str, words: tuple[str, ...], field: str) -> str:
    if text not in words:
        raise UsageError(f"{field} is {text!r}", remedy=f"use one of {', '.join(words)}")
    return text


def _decimal(text: str, field: str) -> Decimal | None:
    if not text:
        return None
    try:
        value = Decimal(text.replace(" ", "").replace(",", ""))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise UsageError(f"{field} is {text!r}", remedy="write a number, unscaled, such as 375200000")
    return value


@dataclass(frozen=True, slots=True)
class RuleQuality:
    """How a rule fared under review; ``right`` is the share accepted of those judged [-]."""

    rule: str
    statements: int
    accepted: int
    corrected: int
    rejected: int

    @property
    def right(self) -> float | None:
        """None where nobody has judged."""
        judged = self.accepted + self.corrected + self.rejected
        return self.accepted / judged if judged else None


def quality(workspace: Workspace) -> list[RuleQuality]:
    """Every rule with its decisions, most judged first."""
    c = workspace.catalogue
    size = len(c.columns.rules)
    total = np.bincount(c.columns.rule, minlength=size)

    def count(verdict: str) -> np.ndarray[Any, Any]:
        return np.bincount(c.columns.rule[c.decisions == DECISIONS.index(verdict)], minlength=size)

    accepted, mended, rejected = count("accept"), count("correct"), count("reject")
    rows = [
        RuleQuality(rule, int(total[n]), int(accepted[n]), int(mended[n]), int(rejected[n]))
        for n, rule in enumerate(c.columns.rules)
    ]
    return sorted(rows, key=lambda r: (-(r.accepted + r.corrected + r.rejected), -r.statements, r.rule))


def gold_lines(workspace: Workspace) -> Iterator[str]:
    """Accepted and corrected statements as lines of JSON, by document and passage."""
    c = workspace.catalogue
    kept = np.flatnonzero(np.isin(c.decisions, [DECISIONS.index("accept"), DECISIONS.index("correct")]))
    told = workspace.statements(kept)
    for s in sorted(told, key=lambda s: (s.evidence.document, s.evidence.start, s.evidence.end, s.id)):
        line = to_json(s)
        for name in ("because", "confidence"):
            line.pop(name, None)
        line["review"] = workspace.decided.verdicts.get(s.id)
        yield json.dumps(line, ensure_ascii=False)
