"""Lines between countries: whom a railway, cable or pipeline joins, how long it is and what it costs."""

from __future__ import annotations

from dragoman.reading.context import Context
from dragoman.reading.figures.nouns import verb_of
from dragoman.reading.figures.roles import NO_SIDE, codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic, scene_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, CONJ, PREP, SUB
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["joined_by", "length", "line_at", "line_behind", "price_of_line"]

_LENGTHS = frozenset({"km", "mi"})
# Between a length and the line it is of: "1,200 km-long", "80 kilometres of".
_FILLERS = frozenset({"-", "long", "of", "length", "worth", "'s", "’s", "stretch", "section"})
# Words between a length and its line, at most (assumed).
_REACH = 8
# Behind "connect" what is joined is named within so many words (assumed).
_FAR = 20
# A line joins two states, now and then three or four; more are those who spoke of it (assumed).
_MOST = 4
_WAY = frozenset({"between", "through", "across", "via"})
_BEFORE_PRICE = frozenset(
    {"at", "worth", "valued", "costing", "around", "about", ",", "estimated", "which", "is", "(", "to", "be"}
)
_PRICED = words("figures.lines", "priced")


def line_at(scene: Scene, j: int) -> bool:
    """Whether the item names something built from place to place."""
    s = scene.s
    if s.kinds[j] != "w" or not s.noun[j] or j in s.verb_at:
        return False
    classes = scene.ctx.lexicon.classes_of_noun.get(s.noun[j], frozenset())
    return bool({"line_noun", "grid_noun"} & classes) or s.noun[j] in scene.words.lines


def line_behind(scene: Scene, i: int) -> int:
    """The line that a number stands before: "a 730 kilometre-long link", "80 km of gas pipeline"; or -1."""
    s = scene.s
    start = i + 1
    if s.lowers[start : start + 1] == ["("]:  # "a 498-kilometre (309 mi) cable"
        start = next((j + 1 for j in range(start, min(s.n, start + 5)) if s.lowers[j] == ")"), start)
    for j in range(start, min(s.n, start + _REACH)):
        if line_at(scene, j):
            return j
        if s.lowers[j] in _FILLERS or s.kinds[j] == "P" or s.kinds[j] == "Q":
            continue
        if s.kinds[j] in "D." or j in s.verb_at or (s.tags[j] & (PREP | CONJ | SUB) and not s.noun[j]):
            return -1
    return -1


def length(scene: Scene, i: int) -> Topic | None:
    """The length of a line between countries: "the 1,443-kilometre pipeline from Uganda to Tanzania"."""
    s = scene.s
    if s.refs[i].unit not in _LENGTHS or _other_unit(scene, i):
        return None
    j = line_behind(scene, i)
    if j < 0:
        j = _measured_line(scene, i)
    if j < 0:
        return None
    parties = _its_parties(scene, j)
    if not parties:
        return None
    verb = next((v for v in s.groups if v.clause == s.clause[i] and v.finite), None)
    return Topic("other", j, f"the length of the {s.lowers[j]!r}", parties, verb=verb)


def _other_unit(scene: Scene, i: int) -> bool:
    """Whether a length is the one before it in another unit: "1,443 km (897 miles)"."""
    s = scene.s
    if i < 2 or s.lowers[i - 1] not in ("(", "/", "or"):
        return False
    return s.kinds[i - 2] == "Q" or (i > 2 and s.kinds[i - 3] == "Q")


def _measured_line(scene: Scene, i: int) -> int:
    """The line that is said to be so long: "the pipeline stretches 400 km", "a cable with a length of 80 km"; or -1."""
    s = scene.s
    if s.lowers[i + 1 : i + 2] in (
        ["in"],
        ["from"],
        ["away"],
        ["off"],
        ["north"],
        ["south"],
        ["east"],
        ["west"],
    ):
        at = s.lowers[i + 1] == "in" and s.lowers[i + 2 : i + 3] == ["length"]
        route = s.lowers[i + 1] == "from" and any(s.lowers[j] == "to" for j in range(i + 2, min(s.n, i + 12)))
        if not at and not route:
            return -1  # "437 km in Ethiopia" is a part of it
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    told = s.lowers[i - 1] == "of" and "length" in s.lowers[max(0, i - 4) : i]
    is_long = s.lowers[i + 1 : i + 2] == ["long"] or s.lowers[i + 1 : i + 3] == ["in", "length"]
    runs = g is not None and i - g.main <= 2 and g.lemma in scene.words.stretching and not g.passive
    if not (told or is_long or runs):
        return -1
    stop = g.first if g is not None and (runs or is_long) else i
    return next(
        (j for j in range(stop - 1, -1, -1) if line_at(scene, j) and s.clause[j] >= s.clause[i] - 1), -1
    )


def _its_parties(scene: Scene, j: int) -> tuple[str, ...]:
    """The countries that a line is of: those the sentence says it joins, else those just told of, else the title's two."""
    s, d = scene.s, scene.ctx.discourse
    here = codes_of(
        [m for m in s.mentions if m.clause == s.clause[j] and m.cue not in NO_SIDE and not _at_border(s, m)]
    )
    here = without(here, tuple(d.bodies))
    if joined := joined_by(scene, j):
        return joined
    if any(g.lemma in scene.words.joining and not _joins(scene, g, j) for g in s.groups):
        return ()  # what something else joins
    if here:
        return here if len(here) == 2 else ()
    before = joined_before(scene.ctx)
    if before:
        return before
    if "three" in s.lowers:
        return ()  # "the three signed a road map for the 573-km line"
    return tuple(d.pair) if d.titled and len(d.pair) == 2 else ()


def _at_border(s: Sentence, m: Mention) -> bool:
    """Whether a country only begins where a line ends: "300 km of line up to the border with Chad"."""
    return any(s.lowers[k] in ("border", "frontier") for k in range(max(0, m.item - 4), m.item))


def joined_before(ctx: Context) -> tuple[str, ...]:
    """The two or more countries that the sentence before joined by a line; empty where it joined none."""
    if ctx.previous is None:
        return ()
    earlier = scene_of(ctx.previous, ctx)
    line = next((j for j in range(earlier.s.n) if line_at(earlier, j)), -1)
    joined = joined_by(earlier, line) if line >= 0 else ()
    named = {c for m in earlier.s.mentions for c in m.codes}
    return joined if named <= set(joined) else ()


def joined_by(scene: Scene, j: int) -> tuple[str, ...]:
    """The states that the sentence says a line runs between: "from A to B", "linking A and B", "the A-B railway"."""
    s, bodies = scene.s, scene.ctx.discourse.bodies
    ends = [m for m in s.mentions if not set(m.codes) & bodies and _is_end(scene, m, j)]
    codes = codes_of(ends)
    builder = {c for m in s.mentions if m.cue in ("subj", "by") and m.clause == s.clause[j] for c in m.codes}
    if builder and not builder & {*codes, *bodies}:
        return ()  # "a Danish firm is laying the 500-km cable from Malta to Libya": whose it is, is not said
    if not 2 <= len(codes) <= _MOST:
        return ()
    return codes


def _is_end(scene: Scene, m: Mention, j: int) -> bool:
    """Whether a line starts, ends or passes there."""
    s = scene.s
    if m.cue in _WAY or (m.owner and m.head_item == j and len(m.codes) > 1):
        return True
    g = s.verb_at.get(m.governor)
    if g is not None and m.cue == "in" and g.lemma in ("lie", "run", "pass"):
        return True  # "of which 312 km lie in Peru"
    if m.cue == "obj" and g is not None:
        return _joins(scene, g, j)
    if m.cue in ("with", "to", "and") and g is not None and _joins(scene, g, j):
        return True
    if m.cue in ("from", "to", "into"):
        cues = {o.cue for o in s.mentions}
        return "from" in cues and bool(cues & {"to", "into"})
    # "link U.K. and Norwegian grids", "connect a station in A with one in B": whose or where what is joined is
    joins = any(_joins(scene, v, j) and 0 < m.item - v.main <= _FAR for v in s.groups)
    return joins and (bool(m.owner) or m.cue in ("in", "at", "with", "to"))


def _joins(scene: Scene, g: Group, j: int) -> bool:
    """Whether a verb says what the line joins; not "the line is part of a corridor, which links A with B"."""
    s = scene.s
    if g.lemma not in scene.words.joining:
        return False
    k = g.first - 1
    if k < 1 or s.lowers[k] not in ("which", "that"):
        return True
    k -= 2 if s.lowers[k - 1] == "," else 1
    return k == j or line_at(scene, k)


def price_of_line(scene: Scene, i: int) -> Topic | None:
    """What a line between countries costs: "the $900 million cable will link A and B", "the line, valued at €70 million"."""
    s = scene.s
    if s.refs[i].kind != "money":
        return None
    j = line_behind(scene, i)
    if j < 0 and _PRICED & set(s.lowers[max(0, i - 5) : i]):
        j = _priced(scene, i)
    if j < 0:
        return None
    parties = joined_by(scene, j) if "P" in s.kinds else joined_before(scene.ctx)
    how = f"the price of the {s.lowers[j]!r}"
    return Topic("investment", j, how, parties, verb=verb_of(s, i), carried=True) if parties else None


def _priced(scene: Scene, i: int) -> int:
    """The line, or what stands for it, whose worth is told: "the cable, valued at", "it is estimated to be worth"; or -1."""
    s, j = scene.s, i - 1
    while j > 0 and (s.lowers[j] in _BEFORE_PRICE or j in s.verb_at or s.tags[j] & ADV):
        j -= 1
    return j if line_at(scene, j) or ("P" not in s.kinds and s.lowers[j] in scene.words.built) else -1
