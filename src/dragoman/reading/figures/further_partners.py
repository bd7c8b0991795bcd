"""One country's flow with a further partner: "Kenya's exports to Uganda grew. Exports to Chad, however, fell 7 percent"."""

from __future__ import annotations

from dragoman.reading.figures.scenes import Scene

__all__ = ["teller_before"]

_FLOWS = frozenset({"exports", "imports"})
# So many figures back it may have been told whose flow it is (assumed).
_BACK = 6


def teller_before(mode: str, known: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """Who told the same flow to another partner just before, where all flows told so far are of that one.

    Empty where the partner named now is one of those two, so that what it says of that pair stays open.
    """
    told = [d for d in scene.ctx.found[-_BACK:] if d.kind == "figure" and d.mode in _FLOWS]
    if mode not in _FLOWS or len(known) != 1 or not any(d.mode == mode for d in told):
        return ()
    tellers = {d.actor for d in told}
    if len(tellers) != 1:
        return ()
    teller = tellers.pop()
    partners = {c for d in told for c in d.recipient}
    if len(teller) != 1 or not partners or {*known} & {*teller, *partners}:
        return ()
    if {c for m in scene.s.mentions for c in m.codes} - {*known, *teller}:
        return ()  # the sentence names somebody whose flow it may be
    return teller
