"""What one country trades or takes in altogether, and its partners' parts: "exports reached $9 billion, of which Peru took 30 percent".

The whole passes between no two, whatever party stands with a part; each part has the party beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.reading.figures.scenes import MUTUAL, Scene, Topic
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["PART", "Parts", "parts_of"]

PART = "a part of the whole before it"
_SHIPPED = frozenset({"exports", "imports", "trade"})
_TAKEN_IN = frozenset({"visitors", "students", "investment", "companies", "projects"})
_COUNTS = frozenset({"count", "number"})
_NEAR = 6
"""Items from a part to its partner; assumed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The item of the whole (-1 if none) and the topic of each part by the item of its number."""

    whole: int = -1
    topics: dict[int, Topic] = field(default_factory=dict)


_NONE = Parts()


def parts_of(scene: Scene) -> Parts:
    """The parts that a relative clause gives to partners of the one country told before it."""
    s = scene.s
    mark = next((j for j in range(1, s.n - 2) if _is_mark(s, j)), -1)
    whole = max((j for j in range(mark) if s.kinds[j] == "Q" and s.refs[j].kind != "percent"), default=-1)
    if whole < 0:
        return _NONE
    teller = _teller(s, mark)
    item = _flow(scene, whole, mark)
    mode = scene.modes[item] if item >= 0 else _verb_mode(scene, whole)
    way = _way(s, mark) if mode == "energy" else mode
    if teller is None or mode is None or way is None or way not in _SHIPPED | _TAKEN_IN:
        return _NONE
    topics: dict[int, Topic] = {}
    for i, m in _partners(s, whole, mark, teller).items():
        sides = _sides(s, way, teller, m)
        if sides is None:
            return _NONE
        if mode == "energy" and way == "imports":
            sides = sides[1], sides[0]  # of energy the one who sends it acts
        measure = "share" if s.refs[i].kind == "percent" else None
        topics[i] = Topic(
            mode, item if item >= 0 else i, PART, *sides, unit=None, carried=True, measure=measure
        )
    return Parts(whole, topics) if topics else _NONE


def _is_mark(s: Sentence, j: int) -> bool:
    """Where the parts begin: "of which", ", with Peru accounting for"."""
    if s.lowers[j] == "," and s.lowers[j + 1] == "with":
        shares = (s.verb_at.get(k) for k in range(j + 2, min(s.n, j + 7)))
        return any(
            g is not None and g.gerund and g.lemma in words("figures.parts_of_wholes", "makes_up")
            for g in shares
        )
    return s.lowers[j] in ("of", "among") and s.lowers[j + 1] in ("which", "whom")


def _teller(s: Sentence, mark: int) -> Mention | None:
    """The one country that the words before the parts name."""
    named = [m for m in s.mentions if m.item < mark and m.kind in "PL" and m.codes]
    if not named or len({m.codes for m in named}) > 1 or len(named[0].codes) > 1:
        return None
    return named[0]


def _flow(scene: Scene, whole: int, mark: int) -> int:
    """The noun of what the whole measures: right behind its number, else the last before it, else further on; or -1."""
    near = [j for j in range(whole + 1, min(mark, whole + 5)) if scene.modes[j]]
    ahead = [j for j in range(whole - 1, -1, -1) if scene.modes[j]]
    return next(iter([*near, *ahead, *(j for j in range(whole + 5, mark) if scene.modes[j])]), -1)


def _way(s: Sentence, mark: int) -> str | None:
    """Which way energy goes by the nouns of the whole: "gas exports", "imports of power"; None where they do not say."""
    ways = {f"{w}s" for n in s.noun[:mark] for w in ("export", "import") if n.rpartition(" ")[2] == w}
    return ways.pop() if len(ways) == 1 else None


def _verb_mode(scene: Scene, whole: int) -> str | None:
    """The flow that a verb before the whole tells: "Ghana imported goods worth"."""
    for g in scene.s.groups:
        if g.main < whole and not g.passive:
            classes = scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
            if "import_v" in classes or "export_v" in classes:
                return "imports" if "import_v" in classes else "exports"
    return None


def _partners(s: Sentence, whole: int, mark: int, teller: Mention) -> dict[int, Mention]:
    """The partner beside each number behind the mark: before all of them, or behind all of them."""
    stop = next(
        (j for j in range(mark + 2, s.n) if s.lowers[j] in words("figures.parts_of_wholes", "ends")), s.n
    )
    kinds = {"percent", *(_COUNTS if s.refs[whole].kind in _COUNTS else (s.refs[whole].kind,))}
    numbers = [i for i in range(mark + 2, stop) if s.kinds[i] == "Q" and s.refs[i].kind in kinds]
    by_item = {m.item: m for m in s.mentions if m.kind == "P" and len(m.codes) == 1}
    if not numbers:
        return {}
    before = any(j in by_item for j in range(mark + 2, numbers[0]))
    found: dict[int, Mention] = {}
    for last, i, after in zip([mark + 1, *numbers], numbers, [*numbers[1:], stop], strict=False):
        reach: Sequence[int] = (
            range(i - 1, max(last, i - 1 - _NEAR), -1) if before else range(i + 1, min(after, i + 1 + _NEAR))
        )
        m = _first(s, by_item, reach)
        if m is None or m.codes == teller.codes:
            break
        found[i] = m
    return found


def _first(s: Sentence, by_item: dict[int, Mention], reach: Sequence[int]) -> Mention | None:
    """The first party that nothing but words of shares and journeys parts from a number."""
    for j in reach:
        if j in by_item:
            return by_item[j]
        verb = s.verb_at.get(j)
        if verb is not None and verb.lemma.partition(" ")[0] not in words("figures.parts_of_wholes", "verbs"):
            return None
        if verb is None and s.lowers[j] not in words("figures.parts_of_wholes", "fillers"):
            return None
    return None


def _sides(
    s: Sentence, mode: str, teller: Mention, m: Mention
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(actor, recipient) of a part; None where the words do not say whose the whole is, or go against it."""
    j = m.item - (2 if s.lowers[m.item - 1] == "the" else 1)
    prep = s.lowers[j] if j >= 0 else ""
    if mode in MUTUAL:
        return (*teller.codes, *m.codes), ()
    if mode in _SHIPPED:
        wrong = ("from",) if mode == "exports" else ("to", "into")
        return (teller.codes, m.codes) if prep not in wrong else None
    if prep in ("to", "into") or (prep == "in" and mode != "students"):
        return teller.codes, m.codes
    verb = next((g for g in s.groups if g.finite and g.first > teller.item), None)
    takes = (
        teller.cue == "subj"
        and verb is not None
        and verb.lemma in words("figures.parts_of_wholes", "takes_in")
    )
    if prep == "with":
        return None  # "80 projects, of which 20 were with Peru": either may have started them
    reached = s.verb_at.get(teller.governor)
    if (
        teller.cue == "obj"
        and reached is not None
        and reached.lemma in words("figures.parts_of_wholes", "goes_to")
    ):
        takes = True  # "students who came to India"
    if takes or s.lowers[teller.item - 1] in ("in", "to", "into"):
        return m.codes, teller.codes
    return None
