"""The first page of a briefing: the state of relations, and who met whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.desk.brief_drafts import Draft
from dragoman.desk.brief_facts import Act, act_sentence, acts, filled
from dragoman.desk.brief_figures import headline_sentences
from dragoman.model.statements import Statement
from dragoman.output.briefings import Items, Paragraph, Section, Sentence
from dragoman.output.date_words import date_words

__all__ = ["contacts", "relations"]

_STANDING = (
    "diplomatic_relations",
    "recognition",
    "embassy",
    "mission",
    "consulate",
    "partnership",
    "membership",
)
_MOST_TIES, _MOST_CONTACTS = 10, 8


def relations(draft: Draft) -> Section:
    """Standing ties, the main figures and what the record holds, as one paragraph each."""
    told = draft.dossier.statements
    ties = acts(
        s for s in told if s.kind == "tie" and s.mode in _STANDING and s.status in ("actual", "ended")
    )
    ties.sort(key=lambda a: (a.best.mode != "diplomatic_relations", a.date is None, min(a.dates, default="")))
    paragraphs = [
        Paragraph(tuple(_standing(draft, ties))),
        Paragraph(tuple(headline_sentences(draft))),
        Paragraph((_record(draft),)),
    ]
    return Section("relations", "State of relations", tuple(p for p in paragraphs if p.sentences))


def _standing(draft: Draft, ties: Sequence[Act]) -> Iterable[Sentence]:
    """A sentence for each tie; what is told of one again, without its date, is a source of it and no sentence."""
    told: dict[str, list[Statement]] = {}
    for act in sorted(ties, key=lambda a: a.date is None):
        text = act_sentence(act)
        same = next((t for t in told if t == text or t.startswith(text.rstrip(".") + " ")), text)
        told.setdefault(same, []).extend(act.witnesses)
    first = [act_sentence(act) for act in ties]
    shown = sorted(told.items(), key=lambda item: first.index(item[0]))[:_MOST_TIES]
    return [draft.sentence(text, draft.cite(witnesses)) for text, witnesses in shown]


def _sentence(draft: Draft, act: Act) -> Sentence:
    return draft.sentence(act_sentence(act), draft.cite(act.witnesses))


def _record(draft: Draft) -> Sentence:
    told = draft.dossier.statements
    dates = draft.dossier.gathered.dates
    names = {s.evidence.document for s in told}
    known = sorted(dates[name] for name in names if name in dates)
    span = date_words(known[0]) if known else ""
    if known and known[0] != known[-1]:
        span += f" to {date_words(known[-1])}"
    text = filled(
        "record", statements=len(told), documents=len(names), span=span, conflicts=len(draft.conflicts)
    )
    return draft.sentence(text, draft.cite_record())


def contacts(draft: Draft) -> Section | None:
    """Visits, meetings, sessions and calls that took place, the latest first."""
    told = [
        s for s in draft.dossier.statements if s.kind == "contact" and s.status == "actual" and draft.fresh(s)
    ]
    found = acts(told)
    # Undated meetings last: nobody can tell where they belong.
    dated = sorted((a for a in found if a.date), key=lambda a: a.date or "", reverse=True)
    chosen = [*dated, *(a for a in found if not a.date)][:_MOST_CONTACTS]
    if not chosen:
        return None
    items = tuple((date_words(a.date) if a.date else "undated", _sentence(draft, a)) for a in chosen)
    return Section("contacts", "Contacts", (Items(items),))
