"""A change told partner by partner with the sum it came to: "to Chad by 3 percent to $20 million", "from Peru 2.6-fold to 11,000"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.parts_of_wholes import PART
from dragoman.reading.figures.scenes import COUNTED, MUTUAL, Scene, Topic
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["ROW", "next_share", "opens_row", "row_of_partner", "share_of_next"]

ROW = "the flow told before, with the partner of the row"
_MODES = frozenset({"trade", "exports", "imports", "energy", "cargo", "visitors", "students", "investment"})
_PREPS = frozenset({"to", "from", "with", "in"})
_OPENS = frozenset({",", "and", ";", "while"})
# Between a partner and the numbers of its row.
_FILLERS = frozenset(
    "by to - – — up down about around nearly almost over roughly some approximately year-on-year and , ( ) or reaching totalling totaling".split()
)
# Items from the partner of a row to its last number (assumed).
_ROW = 9
# Items from a share to its flow: "of fresh apple imports" (assumed).
_SHARED = 6


def opens_row(s: Sentence, m: Mention) -> int:
    """The item of the preposition that opens a row of numbers with its partner; -1 where none does."""
    at = m.item - 1 - (s.lowers[m.item - 1] == "the")
    if at < 3 or m.owner or s.lowers[at] not in _PREPS or s.lowers[at - 1] not in _OPENS:
        return -1
    ahead = next((k for k in range(m.item + 1, min(s.n, m.item + 4)) if s.lowers[k] not in _FILLERS), s.n)
    if s.kinds[ahead : ahead + 1] != ["Q"] or s.lowers[m.item + 1] in (",", "and", "or"):
        return -1
    return at if "Q" in s.kinds[max(0, at - _ROW) : at] else -1


def _row(s: Sentence, i: int) -> Mention | None:
    """The partner whose row a number stands in."""
    numbers = 0
    for j in range(i - 1, max(-1, i - _ROW), -1):
        if s.kinds[j] == "P":
            m = next((m for m in s.mentions if m.item == j), None)
            return m if m is not None and opens_row(s, m) >= 0 else None
        numbers += s.kinds[j] == "Q"
        if numbers > 1 or (s.kinds[j] != "Q" and s.lowers[j] not in _FILLERS):
            return None
    return None


def row_of_partner(scene: Scene, i: int, before: Topic | None, out: list[Draft]) -> Topic | None:
    """The flow of the number before with the next partner in the place of the last."""
    s, q = scene.s, scene.s.refs[i]
    if before is None or before.mode not in _MODES or not before.actor:
        return None
    m = _row(s, i)
    if m is None or (q.kind in ("number", "count") and before.mode not in COUNTED and not before.unit):
        return None
    both = _sides(s, m, before)
    if both is None:
        return None
    return replace(
        before, how=ROW, actor=both[0], recipient=both[1], carried=False, of=None,
        measure=_measure(before, out) if q.kind == "percent" else None,
    )  # fmt: skip


def next_share(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The next share of the same two: "71 percent of Malta's plum imports, 58 percent of grape imports"."""
    s = scene.s
    if before is None or before.mode not in ("exports", "imports") or before.measure != "share":
        return None
    if s.refs[i].kind != "percent" or s.lowers[i + 1 : i + 2] != ["of"] or not before.recipient:
        return None
    j = next((k for k in range(i + 2, min(s.n, i + _SHARED)) if scene.modes[k] or s.kinds[k] in "QPD"), -1)
    last = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), i)
    between = range(last + 1, i)
    if j < 0 or scene.modes[j] != before.mode or s.kinds[j] != "w" or s.lowers[i - 1] not in _OPENS:
        return None
    if any(k in s.verb_at for k in between) or s.clause[last] != s.clause[i]:
        return None
    how = "the next share of the flow before it, behind the number"
    return replace(before, item=j, how=how, product=None, carried=True)


def share_of_next(scene: Scene, i: int, before: Topic | None, out: list[Draft]) -> Topic | None:
    """The share of the next partner: "9% of Malta's exports, while India had 4.5% and Brazil only 0.4%", "India's share was 7%"."""
    s = scene.s
    if before is None or before.mode not in ("exports", "imports") or not out or out[-1].measure != "share":
        return None
    if (
        s.refs[i].kind != "percent"
        or s.lowers[i + 1 : i + 2] == ["of"]
        or len(out[-1].actor + out[-1].recipient) != 2
    ):
        return None
    if s.noun[i + 1 : i + 2] and s.noun[i + 1] in scene.words.change_nouns:
        return None  # "while India had 4.5% growth"
    last = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), -1)
    m = next((m for m in reversed(s.mentions) if last < m.item < i and m.kind == "P"), None)
    if last < 0 or m is None or len(m.codes) != 1 or set(m.codes) & {*out[-1].actor, *out[-1].recipient}:
        return None
    for k in range(m.item + 1, i):
        g = s.verb_at.get(k)
        if g is not None and g.lemma not in words("figures.partner_rows", "verbs"):
            return None
        if g is None and s.lowers[k] not in words("figures.partner_rows", "fillers"):
            return None
    if not any(s.lowers[k] in words("figures.partner_rows", "next") for k in range(last + 1, m.item)):
        return None
    return replace(
        before,
        how=PART,
        actor=out[-1].actor,
        recipient=m.codes,
        product=None,
        carried=True,
        measure="share",
    )


def _sides(s: Sentence, m: Mention, before: Topic) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who stands on either side once the partner of the row has taken the place of the one before it."""
    at = opens_row(s, m)
    if before.how == ROW and m.codes in (before.actor, before.recipient):
        return before.actor, before.recipient  # the second number of the row
    if set(m.codes) & {*before.actor, *before.recipient}:
        if before.mode in MUTUAL and before.how == ROW and set(m.codes) <= {*before.actor}:
            return before.actor, ()
        return None
    last = next((o for o in reversed(s.mentions) if o.item < at and s.lowers[at] in _behind(s, o)), None)
    if last is None:
        return None
    if before.mode in MUTUAL:
        rest = tuple(c for c in (*before.actor, *before.recipient) if c not in last.codes)
        return ((*rest, *m.codes), ()) if len(rest) == 1 else None
    if before.recipient == last.codes:
        return before.actor, m.codes
    return (m.codes, before.recipient) if before.actor == last.codes else None


def _behind(s: Sentence, m: Mention) -> list[str]:
    """The one or two words before a party, of which one may be its preposition."""
    return (
        s.lowers[m.item - 1 : m.item] if s.lowers[m.item - 1] != "the" else s.lowers[m.item - 2 : m.item - 1]
    )


def _measure(before: Topic, out: list[Draft]) -> str:
    """What the last per cent of the flow measured."""
    told = [d.measure for d in out if d.mode == before.mode and d.unit == "percent" and d.measure]
    return str(told[-1]) if told else "growth"
