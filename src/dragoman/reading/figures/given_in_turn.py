"""Sums that one gives to several in turn: "gave Laos $9 million and Peru $5 million", "$9 million in the form of loans"."""

from __future__ import annotations

from dragoman.reading.figures.roles import codes_of, doers_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["form_of_gift", "given_in_turn"]

# Items between who is given to and the sum: "with a grant of", "with loans worth". assumed
_BETWEEN = 5
_JOINING = frozenset({"and", ",", ";", "while"})
_GIVEN = frozenset({"aid", "loan"})


def given_in_turn(scene: Scene, i: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(who gives, whom) of a sum that stands behind its taker, as another of the same verb does; None elsewhere."""
    s = scene.s
    taker = _taker(s, i)
    if taker < 0:
        return None
    giving = _verb(scene, taker)
    if giving is None:
        return None
    takers = [
        t
        for k in range(giving.main + 1, s.n)
        if s.kinds[k] == "Q" and s.refs[k].kind == "money" and (t := _taker(s, k)) >= 0
    ]
    if len(takers) < 2 or len({s.codes[t] for t in takers}) != len(takers):
        return None
    firsts = [t for t in takers if _first_item(s, t) - 1 == giving.main]
    if firsts != takers[:1] or not all(s.lowers[_first_item(s, t) - 1] in _JOINING for t in takers[1:]):
        return None
    givers = tuple(c for c in codes_of(doers_of(scene, giving, i)) if c not in s.codes[taker])
    return (givers, s.codes[taker]) if givers else None


def _verb(scene: Scene, taker: int) -> Group | None:
    """The active verb of giving that the takers are objects of."""
    before = [g for g in scene.s.groups if g.main < taker and not g.reduced]
    if not before or before[-1].passive:
        return None
    gives = {"give_v", "lend_v"} & scene.ctx.lexicon.classes_of_verb.get(before[-1].lemma, frozenset())
    return before[-1] if gives or before[-1].lemma in words("figures.given_in_turn", "lending") else None


def _first_item(s: Sentence, taker: int) -> int:
    return taker - 1 if taker and s.lowers[taker - 1] == "the" else taker


def _taker(s: Sentence, i: int) -> int:
    """The item of the state right before a sum, with no more between than what sort of gift it is; or -1."""
    for j in range(i - 1, max(-1, i - 2 - _BETWEEN), -1):
        if s.kinds[j] == "P":
            owner = s.lowers[j + 1] in ("'s", "’s") or (
                j + 1 < i
                and s.kinds[j + 1] == "w"
                and s.noun[j + 1]
                and not s.tags[j + 1]
                and s.lowers[j + 1] not in words("figures.given_in_turn", "sorts")
            )
            return -1 if owner or len(s.codes[j]) != 1 else j
        if s.kinds[j] != "w" or j in s.verb_at or s.lowers[j] not in words("figures.given_in_turn", "sorts"):
            return -1
    return -1


def form_of_gift(scene: Scene, i: int, topic: Topic) -> str:
    """Aid or loan, where the words behind a sum say so: "$5 million to Peru in the form of loans", "as a grant"; else nothing."""
    s = scene.s
    if topic.mode not in _GIVEN:
        return ""
    for j in range(i + 1, min(s.n - 1, i + 5)):
        if s.kinds[j] == "Q" or j in s.verb_at or s.lowers[j] in (",", ";", "and"):
            return ""
        if s.lowers[j] in ("in", "as"):
            k = j + 1
            while k < min(s.n - 1, j + 5) and s.lowers[k] in (
                "the",
                "a",
                "an",
                "form",
                "forms",
                "of",
                "concessional",
                "soft",
                "non-refundable",
            ):
                k += 1
            mode = scene.modes[k] if k < s.n else None
            return mode if mode in _GIVEN and s.noun[k] in ("grant", "loan", "credit") else ""
    return ""
