"""Visitors counted by where they came from: "the biggest group, numbering 4 million, came from Malta"."""

from __future__ import annotations

from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.sentences import Sentence

__all__ = ["arrivals", "is_whole_of_guests"]

# A smaller number counts days or places (assumed).
_FEWEST = 100
# Words between a part of the guests and where they are from: "of them coming from" (assumed).
_PART = 5
_WHOLE = ("them", "those", "these", "whom", "which")
# A row of a list has no more items than this (assumed).
_ROW = 12
_LABELS = frozenset({"–", "—", "-", ":", "("})


def arrivals(scene: Scene, i: int) -> Topic | None:
    """The topic of a bare number of people who "came from" a country, where visitors are spoken of."""
    s, ctx = scene.s, scene.ctx
    q = s.refs[i]
    if (found := _guest_row(scene, i) or _of_whom(scene, i) or _part_of_guests(scene, i)) is not None:
        return found
    if q.kind not in ("number", "count") or (q.value or 0) < _FEWEST or q.noun_span is not None:
        return None
    came = next(
        (
            g
            for g in s.groups
            if (g.lemma in scene.words.visit_verbs or (g.lemma == "be" and g.first == i + 1))
            and s.lowers[g.main + 1 : g.main + 2] == ["from"]
        ),
        None,
    )
    beside = s.lowers[i + 1 : i + 2] == ["from"] and "P" in s.kinds[i + 2 : i + 4]
    if not (came or beside) or not _visitors_spoken_of(scene):
        return None
    stop = next((j for j in range(i + 1, s.n) if s.kinds[j] == "Q"), s.n)
    source = next(
        (m for m in s.mentions if i < m.item < stop and s.lowers[m.item - 1] in ("from", "the")), None
    )
    there = {c for m in s.mentions if m.cue in ("to", "in", "obj") for c in m.codes}
    last = next((d.recipient for d in reversed(ctx.last) if d.mode == "visitors"), ())
    to = tuple(there) if len(there) == 1 else last or host_of(ctx) or _only_one_before(scene)
    if source is None or not to or set(to) & set(source.codes):
        return None
    return Topic("visitors", i, "who came from there", source.codes, to, verb=came)


def _guest_row(scene: Scene, i: int) -> Topic | None:
    """A row of a list of guests or students by country: "- Malta – 59,733 visitors", "• 8,854 from Malta", "• Maltese: 3,068"."""
    s, ctx = scene.s, scene.ctx
    if (
        s.n > _ROW
        or s.refs[i].kind not in ("number", "count")
        or (s.refs[i].value or 0) < _FEWEST
        or s.groups
    ):
        return None
    behind = i > 1 and s.lowers[i - 1] in _LABELS and s.kinds[i - 2] == "P" and i - 2 <= 1
    ahead = i <= 1 and s.lowers[i + 1 : i + 2] == ["from"] and s.kinds[i + 2 : i + 3] == ["P"]
    if not (behind or ahead):
        return None
    who = tuple(s.codes[i - 2 if behind else i + 2])
    row = next((d for d in reversed(ctx.last) if d.mode in ("visitors", "students") and d.recipient), None)
    if row is not None and not set(row.recipient) & set(who) and row.because.get("mode") == "a row of guests":
        return Topic(row.mode, i, "a row of guests", who, row.recipient, date=row.date)
    if ctx.previous is None or not _visitors_spoken_of(scene):
        return None
    there = {c for m in ctx.previous.mentions if m.cue in ("to", "in", "obj") for c in m.codes}
    to = tuple(there) if len(there) == 1 else host_of(ctx)
    return Topic("visitors", i, "a row of guests", who, to) if to and not set(to) & set(who) else None


def _of_whom(scene: Scene, i: int) -> Topic | None:
    """Part of a country's people who went somewhere: "6 million Maltese travelled, of whom 3% or 180,000 went to Peru"."""
    s = scene.s
    opens = next((j for j in range(i - 1, max(-1, i - 7), -1) if s.lowers[j] in ("which", "whom")), -1)
    if opens < 1 or s.lowers[opens - 1] != "of":
        return None
    goes = next((g for g in s.groups if 0 < g.first - i <= 4), None)
    if goes is not None and goes.lemma.partition(" ")[0] not in scene.words.visit_verbs:
        goes = None
    if goes is None:
        return None
    there = next((m for m in s.mentions if goes.main < m.item <= goes.main + 4), None)
    home = [m for m in s.mentions if m.item < opens and (m.owner == "adj" or s.kinds[m.item - 1] == "Q")]
    if there is None or not home or set(home[-1].codes) & set(there.codes):
        return None
    how = "the part of them that went there, behind the number"
    return Topic("visitors", i, how, home[-1].codes, there.codes, verb=goes)


def _home_of_part(s: Sentence, i: int) -> int:
    """The item of the country that a part of the guests is from: "with 30,600 of them coming from Serbia"; or -1."""
    if s.lowers[i + 1 : i + 2] != ["of"] or s.lowers[i + 2 : i + 3] not in [[w] for w in _WHOLE]:
        return -1
    near = range(i + 3, min(s.n, i + 3 + _PART))
    at = next((j for j in near if s.lowers[j] == "from" or s.kinds[j] == "Q" or s.lowers[j] == ","), -1)
    if at < 0 or s.lowers[at] != "from":
        return -1
    return next((j for j in range(at + 1, min(s.n, at + 3)) if s.kinds[j] == "P"), -1)


def _part_of_guests(scene: Scene, i: int) -> Topic | None:
    """Those of the guests just counted who are from one country: "588,000 tourists, 30,600 of them from Serbia"."""
    s, ctx = scene.s, scene.ctx
    if s.refs[i].kind not in ("number", "count") or (s.refs[i].value or 0) < _FEWEST:
        return None
    home = _home_of_part(s, i)
    if home < 0 or not _visitors_spoken_of(scene) or s.codes[home] is None:
        return None
    here = [m for m in s.mentions if m.item < i and m.cue in ("subj", "obj", "to", "in") and not m.owner]
    to = here[-1].codes if len({m.codes for m in here}) == 1 else host_of(ctx)
    if not to or set(to) & set(s.codes[home]):
        return None
    return Topic("visitors", i, "the part of the guests from there", tuple(s.codes[home]), to)


def is_whole_of_guests(s: Sentence, i: int, topic: Topic) -> bool:
    """Whether guests are all who came, of whom a part is told behind: no country's own."""
    if topic.mode != "visitors" or any(i < m.item <= i + 2 for m in s.mentions):
        return False
    return any(s.kinds[k] == "Q" and _home_of_part(s, k) >= 0 for k in range(i + 1, s.n))


def _only_one_before(scene: Scene) -> tuple[str, ...]:
    """The one country of the sentence before: "Norway welcomed 588,000 tourists. Of these, 30,600 were from Gabon"."""
    before = scene.ctx.previous
    named = {c for m in before.mentions for c in m.codes} if before is not None else set()
    return tuple(named) if len(named) == 1 else ()


def _visitors_spoken_of(scene: Scene) -> bool:
    if "visitors" in scene.modes:
        return True
    before, classes = scene.ctx.previous, scene.ctx.lexicon.classes_of_noun
    return before is not None and any("visitors" in classes.get(noun, ()) for noun in before.noun if noun)
