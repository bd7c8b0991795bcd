"""Contradictions that rather lie in the reading than in the writing: said, but not as contradictions (§R21).

A text that takes over a period or the parties of one figure for the next leaves them to the
reader, and nobody's pen slips in what is not written. A contradiction that only holds while
such a slot is as it was taken, and that no slip of the pen explains, is a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.model.findings import Finding, Repair
from dragoman.model.messages import say
from dragoman.model.statements import Statement
from dragoman.reconciling.claims import Claim
from dragoman.reconciling.inferred import SLOTS, Inferred, inferred_of
from dragoman.reconciling.wording import listing

__all__ = ["doubted"]

_SLOT_WORDS = {
    "date": say("period"),
    "direction": say("direction"),
    "partner": say("parties"),
    "mode": say("what is measured"),
}


def doubted(found: Iterable[Finding], claims: Sequence[Claim]) -> list[Finding]:
    """The findings, contradictions that rest on the reading told as `unchecked`.

    Parameters
    ----------
    found : iterable of Finding
        Of one family, conflicts with their repairs.
    claims : sequence of Claim
        The claims of the family.
    """
    found = [*found]
    if not any(f.verdict == "conflict" for f in found):
        return found
    told = {s.id: s for c in claims for s in c.tellings}
    inferred = {id: slots for id, s in told.items() if (slots := inferred_of(s))}
    if not inferred:
        return found
    conflicts = [f for f in found if f.verdict == "conflict"]
    misread = {r.statement for f in conflicts if (r := _best(f, inferred)) and _unprinted(r, inferred)}
    return [_asked(f, told, inferred, misread) if f.verdict == "conflict" else f for f in found]


def _unprinted(repair: Repair, inferred: Mapping[str, Sequence[Inferred]]) -> bool:
    """Whether a change is one of a slot that was not printed."""
    slots = {i.slot for i in inferred.get(repair.statement, ())}
    return bool(slots & {*SLOTS.get(repair.kind, ())})


def _best(f: Finding, inferred: Mapping[str, Sequence[Inferred]]) -> Repair | None:
    """The best change that other figures confirm; of several of its kind one of a slot that was not printed."""
    if not f.repairs or not f.repairs[0].confirmed:
        return None
    alike = [r for r in f.repairs if r.confirmed and r.kind == f.repairs[0].kind]
    return next((r for r in alike if _unprinted(r, inferred)), alike[0])


def _asked(
    f: Finding,
    told: Mapping[str, Statement],
    inferred: Mapping[str, Sequence[Inferred]],
    misread: set[str],
) -> Finding:
    resting = [i for i in f.statements if i in inferred]
    if not resting or (_best(f, inferred) is not None and not misread & {*f.statements}):
        return f
    words = listing(
        [
            say(
                "{slot_words} of {quoted} from {means}",
                slot_words=_SLOT_WORDS[slot.slot],
                quoted=_quoted(told[i]),
                means=say(slot.means),
            )
            for i in resting
            for slot in inferred[i][:1]
        ]
    )
    because = say(
        "{because} Not all of it is printed: it takes the {words}. Check the reading first (§R21).",
        because=f.because,
        words=words,
    )
    return replace(f, verdict="unchecked", because=because)


def _quoted(s: Statement) -> str:
    text = " ".join(s.evidence.text.split())
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57].rstrip()}...'"
