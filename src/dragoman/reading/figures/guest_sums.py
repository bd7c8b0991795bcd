"""Guests by country where the text told before who was visited: "Most came from Malta (14,000)", "Chad topped the list with 9,000 arrivals"."""

from __future__ import annotations

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["GUEST_SUM", "guest_sum"]

GUEST_SUM = "the guests of the country beside the number"
# A smaller number counts days or places (assumed).
_FEWEST = 100
# A total of guests told further back is of another passage (assumed).
_REACH = 330
_LINKS = frozenset({"(", "with", ",", ":", "–", "—", "-", "at"})


def guest_sum(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The guests of one country, towards the country whose guests the sentence or the one before tells of."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind not in ("number", "count") or (q.value or 0) < _FEWEST or scene.ctx.previous is None:
        return None
    if any(m not in (None, "visitors", "trade", "exports") for m in scene.modes) or not _of_people(s, i):
        return None
    again = before is not None and before.how == GUEST_SUM
    there, date = (before.recipient, before.date) if before is not None and again else _visited(scene)
    if len(there) != 1:
        return None
    who = [m for m in _whence(scene, i, again=again) if not set(m.codes) & set(there)]
    if len(who) != 1 or len(who[0].codes) != 1:
        return None
    verb = next((g for g in reversed(s.groups) if g.clause == s.clause[i] and g.finite), None)
    return Topic("visitors", i, GUEST_SUM, who[0].codes, there, verb=verb, date=None if s.dates else date)


def _of_people(s: Sentence, i: int) -> bool:
    """Whether a number stands without a noun of its own, or with one of guests."""
    if s.refs[i].kind == "number" and s.refs[i].noun_span is None:
        return True
    return any(
        s.noun[j].rpartition(" ")[2] in words("figures", "guest_nouns")
        for j in range(i + 1, min(s.n, i + 4))
        if s.noun[j]
    )


def _whence(scene: Scene, i: int, *, again: bool) -> list[Mention]:
    """The party that a number of guests is of: before it in a list, the subject of its verb, or behind "from" before the verb."""
    s, j = scene.s, i - 1
    turns = words("figures", "in_turn")
    while j > 0 and (s.lowers[j] in _LINKS or s.lowers[j] in turns or s.lowers[j] == "for"):
        j -= 1
    if 0 <= j < i - (not again) and s.kinds[j] == "P":
        return [m for m in s.mentions if m.item == j]
    low = max((k for k in range(i) if s.kinds[k] == "Q"), default=-1)
    here = [m for m in s.mentions if low < m.item < i and m.kind == "P"]
    g = next((g for g in reversed(s.groups) if low < g.main < i and g.finite), None)
    if (
        g is None
        or len(here) != 1
        or g.lemma not in words("figures", "guest_verbs")
        or here[0].item > g.first
    ):
        return []
    m = here[0]
    inverted = m.cue == "from" and g.lemma in ("come", "arrive")
    return [m] if inverted or (m.cue == "subj" and not m.owner) or m.owner == "adj" else []


def _visited(scene: Scene) -> tuple[tuple[str, ...], str | None]:
    """(country, period) whose guests were told: with the last figure of guests, else in the sentence before, else by the text."""
    ctx, begin = scene.ctx, scene.s.span[0]
    for d in reversed(ctx.found[-4:]):
        if d.kind == "figure" and begin - d.start < _REACH:
            return (d.recipient, d.date) if d.mode == "visitors" else ((), None)
    before = ctx.previous
    if before is None or not _on_guests(scene, before):
        return (), None
    named = {m.codes for m in before.mentions if m.kind in "PL"}
    dates = [str(before.refs[j].edtf) for j in before.dates]
    date = dates[0] if len(dates) == 1 else None
    one = named.pop() if len(named) == 1 else ()
    return (one if len(one) == 1 else host_of(ctx)), date


def _on_guests(scene: Scene, before: Sentence) -> bool:
    """Whether the sentence before counts a country's guests: "Jordan received 4 million visitors", "5 million people visited Jordan"."""
    if "Q" not in before.kinds:
        return False
    return any(n and n.rpartition(" ")[2] in words("figures", "guest_nouns") for n in before.noun) or any(
        v in scene.words.visit_verbs for v in before.verb if v
    )
