"""One flow told with partner after partner: "exports to A fell 3 percent, those to B 5 percent, and C took 7"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.roles import codes_of, doers_of, without
from dragoman.reading.figures.scenes import COUNTED, Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["counted_again", "next_partner"]

_WAYS = frozenset({"exports", "imports", "energy"})
_MAKES = words("figures.successions", "makes")
_GUESTS = frozenset({"visitors", "students"})
_MOVED = frozenset({"rise", "fall"})
# Between an amount and the share that it is: "$3 billion last year, which is equivalent to 9 percent of".
_COMES_TO = frozenset(
    ", ( or in at which is was are were that equal equivalent to representing accounting for constituting making up about nearly almost over corresponds correspond corresponding to".split()
)
# Items from a share to the flow it is one of (assumed).
_WHOLE_NEAR = 8
# A smaller bare number may be a day or a place in a list (assumed).
_FEWEST = 100


def next_partner(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The same flow with the partner that the number's own clause names where it names no flow of its own."""
    s = scene.s
    if (shared := _next_guests(scene, i, before) or _its_share(scene, i, before)) is not None:
        return shared
    if (
        before is None
        or before.mode not in _WAYS
        or s.refs[i].kind not in ("percent", "money", "multiple", "physical")
    ):
        return None
    if not (before.actor and before.recipient) or any(
        scene.modes[j] for j in range(s.n) if s.clause[j] == s.clause[i] and j != before.item
    ):
        return None
    low = max((k for k in range(i) if s.kinds[k] == "Q"), default=0)
    named = [m for m in s.mentions if low < m.item < i and m.kind == "P" and not m.owner]
    if not named and "with the next partner" in before.how and s.clause[i] == s.clause[before.at]:
        return replace(before, carried=True)  # "those to Peru fell by 2 percent, to 9 bcm"
    if len(named) != 1 or set(named[0].codes) & {*before.actor, *before.recipient}:
        return None
    if not (_of_those(scene, named[0]) or _moves(scene, named[0], i)):
        return None
    return Topic(
        before.mode, before.item, "the flow before it, with the next partner", before.actor, named[0].codes,
        verb=before.verb, date=before.date, carried=True, measure=before.measure,
    )  # fmt: skip


def _its_share(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """What share the flow before it came to: "sold goods worth $9 million to Malta, to account for 11 percent of exports"."""
    s = scene.s
    if before is not None and _of_same_flow(scene, i, before):
        return replace(before, how="the share of the flow before it, behind the number", carried=True)
    g = next((g for g in reversed(s.groups) if g.main < i and g.clause == s.clause[i]), None)
    if (
        before is None
        or g is None
        or not g.infinitive
        or g.lemma not in ("account", "account for", "represent")
    ):
        return None
    if before.mode not in _WAYS or s.refs[i].kind != "percent" or not before.recipient:
        return None
    return Topic(
        before.mode, before.item, "the share of the flow before it, behind the number", before.actor, before.recipient,
        verb=g, date=before.date, carried=True,
    )  # fmt: skip


def _of_same_flow(scene: Scene, i: int, before: Topic) -> bool:
    """Whether a share stands beside its amount: "were worth $40 million last year, equal to 12 percent of its total exports"."""
    s = scene.s
    if (
        s.refs[i].kind != "percent"
        or s.lowers[i + 1 : i + 2] != ["of"]
        or before.mode not in (*_WAYS, "investment")
    ):
        return False
    if not (before.actor and before.recipient):
        return False
    j = i - 1
    while j > 0 and (s.lowers[j] in _COMES_TO or s.kinds[j] == "D"):
        j -= 1
    if s.kinds[j] != "Q" or s.refs[j].kind not in ("money", "physical") or j == i - 1:
        return False
    whole = next((k for k in range(i + 2, min(s.n, i + _WHOLE_NEAR)) if scene.modes[k]), -1)
    return whole >= 0 and scene.modes[whole] == before.mode and "Q" not in s.kinds[i + 1 : whole]


def _next_guests(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The share of one country's people among guests: "Maltese made up nearly a quarter of arrivals", "Chad accounts for 7% of foreigners studying in Peru"."""
    s = scene.s
    if s.refs[i].kind != "percent":
        return None
    g = next((g for g in reversed(s.groups) if g.main < i and g.clause == s.clause[i]), None)
    if g is None or g.passive or not g.first or not _takes_share(scene, g):
        return None
    mode = _guests_behind(scene, i)
    who = (
        s.codes[g.first - 1]
        if s.kinds[g.first - 1] == "P"
        else codes_of(doers_of(scene, g, i))
        if mode
        else ()
    )
    last = next((d for d in reversed(scene.ctx.last) if d.mode in _GUESTS and d.recipient), None)
    told = before if before is not None and before.mode in _GUESTS else last
    there = without(codes_of(_places(scene, i)), who) if mode else ()
    if not there and told is not None:
        there = told.recipient
    mode = mode or (told.mode if told is not None else "")
    there = there or host_of(scene.ctx)
    if mode not in _GUESTS or len(there) != 1 or len(who) != 1 or set(there) & set(who):
        return None
    return Topic(mode, i, "the share of the next people, behind the number", who, there, verb=g, carried=True)


def _takes_share(scene: Scene, g: Group) -> bool:
    return g.lemma in _MAKES or g.lemma in scene.words.list_takers


def _guests_behind(scene: Scene, i: int) -> str:
    """Whom a share behind its number is of: "of foreign visitors", "of the student population", "of foreigners studying in"."""
    s = scene.s
    if s.lowers[i + 1 : i + 2] not in (["of"], ["among"]):
        return next((m for j in range(i + 1, min(s.n, i + 6)) if (m := scene.modes[j]) in _GUESTS), "")
    for j in range(i + 2, min(s.n, i + 8)):
        if scene.modes[j] in _GUESTS:
            return scene.modes[j] or ""
        if s.noun[j].startswith("student ") or s.lowers[j] == "enrolments":
            return "students"
        v = s.verb_at.get(j)
        if v is not None and v.lemma in scene.words.study_verbs:
            return "students"
        if v is not None and v.lemma in scene.words.visit_verbs:
            return "visitors"
    return ""


def _places(scene: Scene, i: int) -> list[Mention]:
    """Where guests are, behind a share of them: "of tourists in Peru", "of Peru's visitors"."""
    stop = next((k for k in range(i + 1, scene.s.n) if scene.s.kinds[k] == "Q"), scene.s.n)
    return [m for m in scene.s.mentions if i < m.item < stop and (m.cue in ("in", "to", "at") or m.owner)][:1]


def _of_those(scene: Scene, m: Mention) -> bool:
    """Whether a party stands behind "those to" or "those from"."""
    s, j = scene.s, m.item - 1
    if s.lowers[j] == "the":
        j -= 1
    return j > 0 and s.lowers[j] in ("to", "from") and s.lowers[j - 1] in ("those", "that")


def _moves(scene: Scene, m: Mention, i: int) -> bool:
    """Whether a party is the subject of the change: "and the EU fell by 5.9%"."""
    s = scene.s
    g = next((g for g in s.groups if g.first == m.item + 1 and g.main < i and not g.passive), None)
    return g is not None and bool(_MOVED & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset()))


def counted_again(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """A bare number of those counted before, at another time: "34,134 in 2021-22", "which went up to 25,149"."""
    s = scene.s
    q = s.refs[i]
    if before is None or before.mode not in COUNTED or q.kind != "number" or (q.value or 0) < _FEWEST:
        return None
    behind = [j for j in range(i + 1, min(s.n, i + 4)) if s.kinds[j] == "D"]
    dated = bool(behind) and s.lowers[i + 1] in ("in", "for", "during", "by")
    if not dated or before.date is None or not (before.actor and before.recipient):
        return None
    return Topic(
        before.mode,
        before.item,
        "those counted before",
        before.actor,
        before.recipient,
        verb=before.verb,
        carried=True,
    )
