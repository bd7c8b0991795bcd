"""Whom "the minister" and "the premier" stand for, and which place "there" is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.reading.discourse.cues import definite, holds
from dragoman.reading.syntax.lexicon import BE, HAVE, MODAL
from dragoman.reading.syntax.sentences import Sentence

if TYPE_CHECKING:
    from dragoman.reading.discourse.discourse import Discourse

__all__ = ["office_meant", "there_meant"]


def office_meant(discourse: Discourse, s: Sentence, i: int, low: str) -> tuple[tuple[str, ...], str] | None:
    """ "The Vice President", "the minister": whoever of that office was named last."""
    following = s.lowers[i + 1] if i + 1 < s.n else ""
    if following == "," and s.kinds[i + 2 : i + 3] == ["H"]:
        return None  # "the president, Ann Reed, will": the name says who
    if following in ("of", "for") or (i + 1 < s.n and s.kinds[i + 1] == "H") or not definite(s, i):
        return None
    j = i - 1
    while j > 0 and s.lowers[j] not in ("the", "this"):
        if s.kinds[j] in "PHL":
            return None
        j -= 1
    office = s.words(j + 1, i + 1).casefold()
    behind = {s.refs[k].name for k in range(i + 1, s.n) if s.kinds[k] == "H"}
    spoken = [discourse.person] if discourse.person is not None and discourse.person.country else []
    own = {s.codes[k] for k in range(i) if s.kinds[k] == "P" and len(s.codes[k]) == 1}
    theirs = [
        p for p in reversed(discourse.known) if own == {(p.country,)}
    ]  # "Peru's government said the premier"
    for person in (*theirs, *spoken, *reversed(discourse.known)):
        if holds(person.role, office) and person.name not in behind:  # "the President thanked President A"
            return (person.country,), f"the {office}: {person.name}"
    if discourse.home and low in ("president", "vice president", "secretary"):
        return (discourse.home,), f"the {office}: of the country that publishes the text"
    return None


def there_meant(discourse: Discourse, s: Sentence, i: int) -> tuple[tuple[str, ...], str] | None:
    """ "Reopened its mission there": the last place named that is not of who does it."""
    if i < 2 or i in s.verb_at or (i + 1 < s.n and s.tags[i + 1] & (BE | HAVE | MODAL)):
        return None  # "there is", "there have been"
    verb = max((g.first for g in s.groups if g.first < i), default=-1)
    if verb < 0:
        return None
    acting = next((s.codes[j] for j in range(verb - 1, -1, -1) if s.kinds[j] in "PH"), discourse.subject)
    named = [
        s.codes[j]
        for j in range(i - 1, -1, -1)
        if s.kinds[j] in "PL"
        and len(s.codes[j]) == 1
        and not (j > verb and getattr(s.refs[j], "form", "") == "demonym")
    ]
    for codes in (*named, *((c,) for c in reversed(discourse.history[-6:]))):
        if not set(codes) & {*acting, *discourse.bodies}:
            return codes, "there: the place named last"
    return None
