"""What contradicts, what holds, and what became of it: findings with their passages and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.desk.catalogue import VERDICTS
from dragoman.desk.decisions import OPEN_FINDING
from dragoman.desk.workspace import Workspace
from dragoman.errors import UsageError
from dragoman.model.messages import capital, message_of
from dragoman.model.statements import Statement
from dragoman.record.casework import Decision

__all__ = [
    "ACTIONS",
    "FindingFilter",
    "FindingView",
    "decide",
    "finding",
    "findings_of",
    "list_findings",
    "open_conflicts",
]

ACTIONS = ("accept", "dismiss", "assign", "comment", "reopen")
_ORDER = {verdict: n for n, verdict in enumerate(VERDICTS)}
_MOST_NOTE = 4000


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with the statements that it rests on and what people decided."""

    found: Mapping[str, Any]
    statements: tuple[Statement, ...]
    state: str
    assignee: str
    history: tuple[Decision, ...]

    @property
    def id(self) -> str:
        """``fi_…``."""
        return str(self.found["id"])


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings; an empty value is all."""

    verdict: str = ""
    rule: str = ""
    state: str = ""
    country: str = ""
    pair: str = ""
    assignee: str = ""


def list_findings(workspace: Workspace, chosen: FindingFilter) -> list[int]:
    """Places of findings: contradictions first, then by period, the latest first."""
    c = workspace.catalogue
    f, decided = c.found, workspace.decided
    _, by_pair = c.finding_pairs
    wanted: Sequence[int] = c.finding_order
    if chosen.pair or chosen.country:
        one, _, other = chosen.pair.partition("-")
        here = {(min(one, other), max(one, other))} if chosen.pair else set(by_pair)
        if chosen.country:
            here = {pair for pair in here if chosen.country in pair}
        wanted = sorted((n for pair in here for n in by_pair.get(pair, ())), key=c.finding_turn.__getitem__)
    if chosen.verdict:
        wanted = [n for n in wanted if f.verdicts[n] == chosen.verdict]
    if chosen.rule:
        wanted = [n for n in wanted if f.rules[n] == chosen.rule]
    if chosen.state:
        # Only what somebody has touched can be anything but open.
        touched = {id: decided.finding_state(id) for id in decided.findings}
        wanted = [n for n in wanted if touched.get(f.ids[n], OPEN_FINDING) == chosen.state]
    if chosen.assignee:
        wanted = [n for n in wanted if decided.assignee(f.ids[n]) == chosen.assignee]
    return list(wanted)


def open_conflicts(workspace: Workspace) -> dict[tuple[str, str], int]:
    """How many contradictions nobody has settled, by pair."""

    def count() -> dict[tuple[str, str], int]:
        c = workspace.catalogue
        pairs, _ = c.finding_pairs
        out: dict[tuple[str, str], int] = {}
        for n, verdict in enumerate(c.found.verdicts):
            if verdict == "conflict" and workspace.decided.finding_state(c.found.ids[n]) == "open":
                out[pairs[n]] = out.get(pairs[n], 0) + 1
        return out

    return workspace.answers.now("open-conflicts", count)


def finding(workspace: Workspace, id: str) -> FindingView | None:
    """One finding by id."""
    place = workspace.catalogue.finding_place.get(id)
    return None if place is None else next(iter(views(workspace, [place])), None)


def views(workspace: Workspace, places: Sequence[int]) -> list[FindingView]:
    """Findings at places, each with its statements."""
    c, decided = workspace.catalogue, workspace.decided
    payloads = workspace.browsing.finding_payloads(
        [c.found.rowids[n] for n in places], [c.found.ids[n] for n in places]
    )
    for found in payloads:
        _speak(found)
    wanted = {id for found in payloads for id in found["statements"][:12]}
    at = {id: place for id in wanted if (place := c.place(id)) is not None}
    told = {s.id: s for s in workspace.statements(at.values())}
    return [
        FindingView(
            found,
            tuple(told[id] for id in found["statements"][:12] if id in told),
            decided.finding_state(found["id"]),
            decided.assignee(found["id"]),
            tuple(decided.findings.get(found["id"], ())),
        )
        for found in payloads
    ]


def _speak(found: dict[str, Any]) -> None:
    """Put the messages that a record keeps beside its sentences in their places, to be said in any language."""
    said = found.pop("said", None)
    if said is None:
        return  # written before sentences were kept that way: English only
    found["because"] = capital(message_of(said["because"]))
    for repair, words in zip(found["repairs"], said["repairs"]):
        repair.update({name: message_of(word) for name, word in words.items()})


def findings_of(workspace: Workspace, statement: str) -> list[FindingView]:
    """Findings that rest on a statement, contradictions first."""
    place = workspace.catalogue.place(statement)
    if place is None:
        return []
    found = views(workspace, [int(n) for n in workspace.catalogue.findings_of.places(place)][:50])
    return sorted(found, key=lambda v: (_ORDER[v.found["verdict"]], v.id))


def decide(workspace: Workspace, id: str, verdict: str, who: str, note: str = "", assignee: str = "") -> None:
    """Note what somebody makes of a finding.

    Raises
    ------
    UsageError
        No such finding or decision, or it lacks what it needs.
    """
    if id not in workspace.catalogue.finding_place:
        raise UsageError(f"no finding {id}", remedy="open the list of findings")
    if verdict not in ACTIONS:
        raise UsageError(f"no decision {verdict!r}", remedy=f"use one of {', '.join(ACTIONS)}")
    if verdict == "assign" and not assignee.strip():
        raise UsageError("nobody is named", remedy="say to whom the finding is assigned")
    if verdict == "comment" and not note.strip():
        raise UsageError("the comment is empty", remedy="write what there is to say")
    with workspace.writing():
        workspace.casework.decide(
            Decision(id, verdict, who, note.strip()[:_MOST_NOTE], assignee.strip()[:200])
        )
        workspace.redecide()
