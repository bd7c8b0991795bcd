"""What would an aide hand over on two countries? A briefing composed from statements, each sentence with its source."""

from __future__ import annotations

from dataclasses import replace

from dragoman.desk.brief_corridor import corridor
from dragoman.desk.brief_drafts import BriefQuestion, Draft
from dragoman.desk.brief_figures import contradictions, key_figures
from dragoman.desk.brief_promises import agreements, calendar
from dragoman.desk.brief_relations import contacts, relations
from dragoman.desk.dossiers import Dossier
from dragoman.errors import UsageError
from dragoman.output.briefings import Briefing
from dragoman.output.date_words import date_words

__all__ = ["BriefQuestion", "briefing"]


def briefing(dossier: Dossier, question: BriefQuestion | None = None) -> Briefing:
    """Compose the briefing of a pair.

    Parameters
    ----------
    dossier : Dossier
        From :func:`dragoman.desk.dossiers.dossier`.
    question : BriefQuestion, optional
        Dates, places of the annex, what to leave out.

    Raises
    ------
    UsageError
        Nothing is known about the two.
    """
    question = question or BriefQuestion()
    total = len(dossier.statements)
    draft = Draft(_few(dossier), question)
    one, other = draft.names.values()
    if not dossier.statements and not dossier.gathered.observations:
        raise UsageError(
            f"nothing on {one} and {other}",
            remedy="read documents about them into a record: dragoman read PATH --into FILE",
        )
    parts = (
        relations(draft),
        contacts(draft),
        key_figures(draft),
        agreements(draft),
        contradictions(draft),
        calendar(draft),
        corridor(draft),
    )
    sections, references = draft.sources.finished([p for p in parts if p is not None and p.blocks])
    subtitle = f"Briefing, state of the record on {date_words(draft.day)}" if draft.day else "Briefing"
    return Briefing(
        f"{one} and {other}",
        subtitle,
        (dossier.one, dossier.other),
        draft.day,
        dossier.digest,
        _filters(draft, total),
        sections,
        references,
    )


# Of a pair that is told of very often so many are weighed (assumed: more than an aide would go through). Figures
# that contradict each other take longest: 200 some two seconds, 350 eight (measured).
_FIGURES, _TIES, _OTHERS = 200, 200, 1_000


def _few(dossier: Dossier) -> Dossier:
    """The dossier, of a pair told of very often only the latest of it, and of ties the first too."""
    whole = dossier.gathered
    dated = sorted(whole.statements, key=lambda s: (s.date or "", s.id))
    ties = [s for s in dated if s.kind == "tie"]
    figures = [s for s in dated if s.kind == "figure"]
    others = [s for s in dated if s.kind not in ("tie", "figure")]
    if len(figures) <= _FIGURES and len(ties) <= 2 * _TIES and len(others) <= _OTHERS:
        return dossier
    few = {s.id for s in (*ties[:_TIES], *ties[-_TIES:], *figures[-_FIGURES:], *others[-_OTHERS:])}
    told = [s for s in whole.statements if s.id in few]
    names = {s.evidence.document for s in told}
    texts = {name: text for name, text in whole.texts.items() if name in names}
    return replace(dossier, gathered=replace(whole, statements=told, texts=texts))


def _filters(draft: Draft, total: int) -> tuple[tuple[str, str], ...]:
    from dragoman import __version__

    d, q = draft.dossier, draft.question
    since = (
        f"{date_words(q.since)} or later, by the date of the document or the act; standing ties and figures are whole"
        if q.since
        else "everything in the record"
    )
    shown: list[tuple[str, str]] = [
        ("Countries", f"{draft.names[d.one]} ({d.one}), {draft.names[d.other]} ({d.other})"),
        ("Since", since),
        ("Day", date_words(draft.day)),
        ("Record", f"SHA-256 {d.digest}"),
        (
            "Statements",
            f"{total} in {len(d.documents) or len({s.evidence.document for s in d.statements})} documents",
        ),
        ("Official figures", f"{len(d.gathered.observations)}" if d.gathered.observations else "none loaded"),
        ("Rules", ", ".join(d.rules) or "not recorded"),
        ("Made by", f"Dragoman {__version__}; every sentence comes from a template filled with statements"),
    ]
    if total > len(d.statements):
        shown.insert(
            5, ("Weighed", f"{len(d.statements)} of them: the latest, and the first and the latest ties")
        )
    if q.avoid:
        shown.insert(3, ("Annex stays out of", ", ".join(q.avoid)))
    return tuple(shown)
