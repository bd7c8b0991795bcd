"""What was agreed, what became of it, and what comes: agreements, pledges and the calendar of a briefing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from dragoman.desk.brief_drafts import Draft
from dragoman.desk.brief_facts import Act, act_sentence, acts
from dragoman.desk.pledges import Pledge
from dragoman.model.statements import Statement
from dragoman.output.briefings import Cell, Grid, Items, Section, Sentence, plain, quoted
from dragoman.output.date_words import date_words

__all__ = ["agreements", "calendar"]

_TIES = ("body", "sister_city", "honour", "centre", "link", "partnership", "membership")
_MOST_ACTS, _MOST_PLEDGES, _MOST_DATES = 8, 10, 10
_TONES = {"kept": "good", "overdue": "bad"}
# Assumed: an aide looks two years ahead, and notices a round number of five years.
_AHEAD, _ROUND = 2, 5


def agreements(draft: Draft) -> Section | None:
    """Instruments and other acts that were done, then each pledge with its outcome."""
    blocks: list[Items | Grid] = []
    done = [a for a in acts(_acts(draft)) if a.best.status in ("actual", "denied", "ended")]
    dated = sorted((a for a in done if a.date), key=lambda a: a.date or "", reverse=True)
    chosen = [*dated, *(a for a in done if not a.date)][:_MOST_ACTS]
    if chosen:
        blocks.append(Items(tuple((_label(a), _sentence(draft, a)) for a in chosen)))
    pledged = _grid(draft)
    if pledged:
        blocks.append(pledged)
    return Section("agreements", "What was agreed, and what became of it", tuple(blocks)) if blocks else None


def _label(act: Act) -> str:
    return date_words(act.date) if act.date else "undated"


def _sentence(draft: Draft, act: Act) -> Sentence:
    return draft.sentence(act_sentence(act), draft.cite(act.witnesses))


def _acts(draft: Draft) -> Iterable[Statement]:
    """Acts of agreement, one for each passage; a passage that is about a figure is told with the figures."""
    told = draft.dossier.statements
    seen = {(s.evidence.document, s.evidence.start) for s in told if s.kind == "figure"}
    for s in told:
        agreed = s.kind in ("instrument", "project") or (s.kind == "tie" and s.mode in _TIES)
        place = (s.evidence.document, s.evidence.start)
        if agreed and draft.fresh(s) and place not in seen:
            seen.add(place)
            yield s


def _grid(draft: Draft) -> Grid | None:
    # One pledge, however often it is printed, and one target in whatever words.
    found: dict[Hashable, list[Pledge]] = {}
    for p in draft.pledges:
        found.setdefault(_told(p), []).append(p)
    rows = [_row(draft, same) for same in list(found.values())[:_MOST_PLEDGES]]
    if not rows:
        return None
    head = ("pledged", "told on", "due", "outcome", "because")
    left = len(found) - len(rows)
    caption = "Pledges and their outcome" + (f" ({left} more in the record)" if left > 0 else "")
    return Grid(caption, head, tuple(rows), (33, 11, 11, 12, 33))


def _told(p: Pledge) -> Hashable:
    """What two tellings of one pledge have in common."""
    s = p.statement
    if s.kind == "figure" and s.value is not None and s.mode == "trade":
        return (s.mode, s.measure, s.value, s.unit, s.product, s.date, p.because)
    return plain(s.evidence.text).casefold()


def _row(draft: Draft, same: Sequence[Pledge]) -> tuple[Cell, ...]:
    p = same[0]
    told = draft.dossier.gathered.dates.get(p.statement.evidence.document)
    return (
        Cell(quoted(p.statement.evidence.text, 130), draft.cite([q.statement for q in same])),
        Cell(date_words(told)),
        Cell(date_words(p.due)),
        Cell(p.outcome, (), _TONES.get(p.outcome, "")),
        Cell(
            draft.named(p.because),
            draft.cite_ids(p.fulfilled_by + p.denied_by) + draft.cite_official(p.because),
        ),
    )


def calendar(draft: Draft) -> Section:
    """What is announced for after the day of the briefing, and round anniversaries."""
    day = draft.day or ""
    found: dict[str, tuple[str, str, Sentence]] = {}
    for s in draft.dossier.statements:
        if s.status not in ("planned", "proposed", "target", "forecast") or not s.date or not draft.fresh(s):
            continue
        last = s.date.split("/")[-1]
        # An open end or an end within the day's own year or month is still to come.
        if (
            last in ("..", "")
            or last > day[: len(last)]
            or (len(last) < len(day) and last == day[: len(last)])
        ):
            text = f"{quoted(s.evidence.text)} ({s.status})."
            found.setdefault(
                plain(s.evidence.text).casefold(),
                (last, date_words(s.date), draft.sentence(text, draft.cite([s]))),
            )
    dated = [*found.values(), *_anniversaries(draft, day)]
    items = tuple((label, sentence) for _, label, sentence in sorted(dated, key=lambda x: x[0])[:_MOST_DATES])
    if not items:
        text = (
            f"The record announces nothing for after {date_words(day)}."
            if day
            else "The record announces nothing."
        )
        items = (("", draft.sentence(text, draft.cite_record())),)
    return Section("calendar", "Calendar", (Items(items),))


def _anniversaries(draft: Draft, day: str) -> Iterable[tuple[str, str, Sentence]]:
    if not day[:4].isdigit():
        return
    now = int(day[:4])
    once = [s for s in draft.dossier.statements if s.kind == "tie" and s.mode == "diplomatic_relations"]
    for act in acts(s for s in once if s.status == "actual"):
        if not act.date or not act.date[:4].isdigit() or len(act.dates) > 1:
            continue
        year = int(act.date[:4])
        for at in range(now, now + _AHEAD + 1):
            exact = f"{at}{act.date[4:]}" if "/" not in act.date else str(at)
            if at > year and (at - year) % _ROUND == 0 and (exact > day or len(exact) < len(day)):
                text = f"{at - year} years of diplomatic relations, established in {year}."
                yield exact, date_words(exact), draft.sentence(text, draft.cite(act.witnesses))
