"""What was planned, proposed or targeted, when it is due, and what became of it.

Outcomes: ``kept`` (something later says it was done), ``overdue`` (its time has passed and
nothing says so), ``superseded`` (a later target for the same series), ``unknown``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from dragoman.desk.due_dates import due_of, reach_of, written_from
from dragoman.desk.fulfilments import Acts, day_of, fulfils, parties_of
from dragoman.desk.reconcile import Gathered
from dragoman.model.intervals import Interval
from dragoman.model.messages import capital, say
from dragoman.model.statements import Statement

__all__ = ["Pledge", "pledge_json", "pledges"]

OPEN = ("planned", "proposed", "target", "forecast")
_LATE = re.compile(
    r"\b(?:delay(?:ed|s)?|missed|beyond the (?:\w+ )*deadline|postponed|overdue)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One thing pledged, with its outcome.

    ``required`` and ``achieved`` are growth a year [%]: what the target needs from the latest
    figure to its due date, and what the series did; None where one of them is not known.
    ``denied_by``: what says that it has not been done.
    """

    statement: Statement
    due: str | None
    outcome: str
    because: str
    fulfilled_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    required: float | None = None
    achieved: float | None = None


def pledges(gathered: Gathered, parties: Sequence[str] = (), on: str | None = None) -> list[Pledge]:
    """All pledges between the parties, or of everybody, those that went wrong first.

    Parameters
    ----------
    on : str, optional
        EDTF day against which due dates are held; by default the latest that any document or
        statement of fact has.
    """
    told = sorted(gathered.statements, key=lambda s: s.id)
    today = day_of(on) if on else reach_of(told, gathered.dates)
    written = written_from(told, gathered.dates)
    wanted = [s for s in told if s.status in OPEN and set(parties) <= parties_of(s)]
    figures = _Figures(gathered)
    done, denied = (Acts(s for s in told if s.status == status) for status in ("actual", "denied"))
    targets = [s for s in wanted if s.kind == "figure"]
    out = [
        _figure(s, due_of(s, written), targets, figures, today, gathered)
        if s.kind == "figure"
        else _act(s, due_of(s, written), (done.near(s), denied.near(s)), today, gathered.dates)
        for s in wanted
    ]
    order = {"overdue": 0, "superseded": 1, "unknown": 2, "kept": 3}
    return sorted(out, key=lambda p: (order[p.outcome], p.due or "9999", p.statement.id))


def _words(edtf: str) -> str:
    from dragoman.reconciling.spoken import period_words

    return period_words(edtf)


def _due_words(due: str | None) -> str:
    return say("due {due}", due=_words(due)) if due else say("no date given")


def _untold(s: Statement, due: str | None) -> str:
    """That nothing is known of a pledge, with the day it was made where that is all the time it has."""
    if due is None and s.date:
        return say("Made {made}, no due date given, and nothing says what became of it.", made=_words(s.date))
    return say("{due}, and nothing says what became of it.", due=capital(_due_words(due)))


def _act(
    s: Statement,
    due: str | None,
    told: tuple[Sequence[Statement], Sequence[Statement]],
    today: int | None,
    dates: dict[str, str],
) -> Pledge:
    """What became of an act; ``told`` is what was done and what was denied."""
    # The day a promise was made says nothing about when it is kept; that of a meeting tells which one it is.
    asked = s if s.kind == "contact" else replace(s, date=due)
    done, denied = (next((a for a in acts if fulfils(asked, a, dates)), None) for acts in told)
    text: str
    if done is not None:
        when = _words(done.date) if done.date else say("no date")
        text = say("{document} tells it as done ({when}): {short}.", document=done.evidence.document, when=when, short=_short(done))  # fmt: skip
        return Pledge(s, due, "kept", text, (done.id,))
    last = day_of(due)
    late = last is not None and today is not None and last < today
    if denied is not None:
        named = denied.evidence.document
        told_on = denied.date or dates.get(named)
        when = _words(told_on) if told_on else say("no date")
        text = say("{document} tells it as not done ({when}): {short}.", document=named, when=when, short=_short(denied))  # fmt: skip
    elif late:
        day = _words(date.fromordinal(today or 0).isoformat())
        text = say(
            "Due {due}, and nothing up to {day} says that it was done.", due=_words(due or ""), day=day
        )
    else:
        text = _untold(s, due)
    against = (denied.id,) if denied is not None else ()
    return Pledge(s, due, "overdue" if late else "unknown", text, denied_by=against)


def _short(s: Statement) -> str:
    text = " ".join(s.evidence.text.split())
    return f"“{text if len(text) <= 120 else text[:117] + '…'}”"


class _Figures:
    """What is known of the series that targets are about: official figures, else stated ones."""

    def __init__(self, gathered: Gathered) -> None:
        from dragoman.reconciling import Anchors, Closure

        self.anchors = Anchors(gathered.observations)
        self.closure = Closure()
        self.closure.add(gathered.statements)

    def line(self, s: Statement) -> tuple[str, dict[str, Interval]]:
        """Source and values by year of the series that a target is about."""
        from dragoman.reconciling.joint import joint_bounds
        from dragoman.reconciling.periods import Span
        from dragoman.reconciling.series import Node, family_of, flow_of, product_key

        family = family_of(s)._replace(scope="")
        flow, product = flow_of(s, family), product_key(s.product)
        year = Span(date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal())
        node = Node(flow, product, s.unit or "1", year)
        official = {}
        sources: set[str] = set()
        for span in self.anchors.spans(family, node):
            anchor = self.anchors.at(family, node._replace(span=span))
            if anchor is not None and len(span.edtf) == 4:
                official[span.edtf] = anchor.hull
                sources |= {o.source for o in anchor.observations}
        if official:
            return ", ".join(sorted(sources)), official
        told = {}
        for closed in self.closure.close([family]):
            nodes = closed.system.nodes
            years = [
                v
                for v, n in enumerate(nodes)
                if (n.flow, n.product, n.unit) == (flow, product, node.unit) and len(n.span.edtf) == 4
            ]
            found = joint_bounds(closed.system.with_claims(closed.keep), len(nodes), years)
            for v, (i, _, _) in found.items():
                if i.low and i.high:
                    told[nodes[v].span.edtf] = i
        return say("what is stated"), told


# How far after a target its text may say that it is late [characters] (assumed: the next sentence).
_REACH = 400


def _late(s: Statement, texts: Mapping[str, str]) -> bool:
    """Whether the passage, or the text right after it, says that the target is late."""
    after = texts.get(s.evidence.document, "")[s.evidence.end : s.evidence.end + _REACH].split("\n")[0]
    return bool(_LATE.search(s.evidence.text) or _LATE.search(after))


def _figure(
    s: Statement,
    due: str | None,
    targets: Sequence[Statement],
    figures: _Figures,
    today: int | None,
    gathered: Gathered,
) -> Pledge:
    from dragoman.reconciling.precision import interval_of
    from dragoman.reconciling.wording import amount

    goal = interval_of(s)
    aim = Fraction(s.value) if s.value is not None else goal.low
    if s.measure != "level" or aim is None:
        return _act(s, due, ((), ()), today, gathered.dates)
    name = amount(aim, s.unit or "1")
    source, line = figures.line(s)
    reached = [y for y, i in sorted(line.items()) if i.low is not None and i.low >= (goal.low or aim)]
    if reached and s.status in ("target", "planned", "proposed"):
        y = reached[0]
        text = say(
            "{name}, {due}: reached in {year} with {amount} ({source}).",
            name=name,
            due=_due_words(due),
            year=y,
            amount=amount(line[y], s.unit or "1"),
            source=source,
        )
        if due is None or y <= due.split("/")[-1][:4]:
            return Pledge(s, due, "kept", text)
    required, achieved, words = _growth(aim, due, source, line, s.unit or "1")
    later = _superseding(s, aim, targets)
    if later is not None:
        text = say(
            "{name}, {due}: {document} has a later target, {short}{words}.",
            name=name,
            due=_due_words(due),
            document=later.evidence.document,
            short=_short(later),
            words=words,
        )
        return Pledge(s, due, "superseded", text, (later.id,), (), required, achieved)
    last = day_of(due)
    late = _late(s, gathered.texts)
    if late or (last is not None and today is not None and last < today):
        why = say("its text says it is late") if late else say("not reached by {due}", due=_words(due or ""))
        return Pledge(
            s,
            due,
            "overdue",
            say("{name}, {due}: {why}{words}.", name=name, due=_due_words(due), why=why, words=words),
            required=required,
            achieved=achieved,
        )
    return Pledge(
        s,
        due,
        "unknown",
        say("{name}, {due}{words}.", name=name, due=_due_words(due), words=words),
        required=required,
        achieved=achieved,
    )


def _growth(
    aim: Fraction, due: str | None, source: str, line: dict[str, Interval], unit: str
) -> tuple[float | None, float | None, str]:
    """Growth a year [%] that the target needs and that the series had, with words for both."""
    from dragoman.reconciling.wording import amount, percent

    if not line:
        return None, None, say("; no figure of the series is known")
    years = sorted(line)
    latest = line[years[-1]]
    if not latest.low or not latest.high:
        return None, None, ""
    now = (latest.low + latest.high) / 2
    if aim <= now:
        return None, None, ""
    words = say(
        "; {amount} in {year} ({source})",
        amount=amount(latest, unit) if latest.low != latest.high else amount(now, unit),
        year=years[-1],
        source=source,
    )
    words += say(" needs {percent}", percent=percent(aim / now))
    required = achieved = None
    if due:
        left = int(due.split("/")[-1][:4]) - int(years[-1])
        if left > 0:
            required = (math.pow(float(aim / now), 1 / left) - 1) * 100
            words += say(", {required}% a year for {left} years", required=f"{required:.1f}", left=left)
    first = line[years[0]]
    apart = int(years[-1]) - int(years[0])
    if apart and first.low and first.high:
        achieved = (math.pow(float(now / ((first.low + first.high) / 2)), 1 / apart) - 1) * 100
        words += say(
            "; from {first} to {last} it was {achieved}% a year",
            first=years[0],
            last=years[-1],
            achieved=f"{achieved:+.1f}",
        )
        if required is None and achieved > 0:
            words += say(
                ", at which pace it takes {number} years",
                number=f"{math.log(float(aim / now)) / math.log1p(achieved / 100):.0f}",
            )
    return required, achieved, words


def _superseding(s: Statement, aim: Fraction, targets: Sequence[Statement]) -> Statement | None:
    """A target of the same series that is due later; of equal ones none is."""
    for other in targets:
        same = other.kind == "figure" and (other.mode, other.unit, other.measure) == (
            s.mode,
            s.unit,
            s.measure,
        )
        if not same or other.id == s.id or parties_of(other) != parties_of(s) or other.value is None:
            continue
        if s.mode != "trade" and other.actor != s.actor:
            continue
        if other.date and s.date and other.date > s.date and Fraction(other.value) != aim:
            return other
    return None


def pledge_json(p: Pledge) -> dict[str, Any]:
    """A pledge as a JSON object."""
    s = p.statement
    return {
        "statement": s.id,
        "kind": s.kind,
        "mode": s.mode,
        "status": s.status,
        "actor": list(s.actor),
        "recipient": list(s.recipient),
        "due": p.due,
        "due_text": p.due or "no date given",
        "outcome": p.outcome,
        "because": p.because,
        "fulfilled_by": list(p.fulfilled_by),
        "required_percent_a_year": p.required,
        "achieved_percent_a_year": p.achieved,
        "evidence": {
            "document": s.evidence.document,
            "start": s.evidence.start,
            "end": s.evidence.end,
            "text": s.evidence.text,
        },
    }
