"""What a number takes from the figure right before it, and what it must not take from it."""

from __future__ import annotations

from dragoman.reading.figures.measures import Measured
from dragoman.reading.figures.scenes import COUNTED, Scene, Topic
from dragoman.reading.syntax.lexicon import CONJ, PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "another_change",
    "bracketed_goods",
    "change_beside",
    "is_all",
    "is_compared",
    "is_own_total",
    "is_whole_before",
    "is_whole_of_share",
    "of_bracketed_goods",
    "past_mark",
    "set_against",
    "to_a_state",
    "towards_region",
]

_CHANGE_NOUNS = words("figures.neighbours", "change_nouns")
_UP_DOWN = words("figures.neighbours", "up_down")
_FILLERS = frozenset(
    {"a", "an", "of", "by", "about", "around", "nearly", "almost", "over", "more", "than", "some"}
)
_WORTH = frozenset(
    "exports imports trade turnover goods products worth of the a total value valued at".split()
)
_AGAINST = frozenset({"against", "versus", "vs"})
_STATES = words("figures.neighbours", "states")
_WHOLE = words("figures.neighbours", "whole")
_BOTH = words("figures.neighbours", "both")
# Words between a possessor and "total trade turnover" (assumed).
_NEAR = 6
_MARKS = words("figures.neighbours", "marks")


def change_beside(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of the amount that a change stands right behind: "imports $3.91 billion, a rise of 21.9%"."""
    s = scene.s
    if before is None or s.refs[i].kind not in ("percent", "multiple", "money"):
        return None
    if s.refs[i].kind == "money" and s.lowers[i - 1] != "of":
        return None
    j = i - 1
    while j > 0 and s.lowers[j] in _FILLERS:
        j -= 1
    if j < 2 or s.lowers[j] not in (_CHANGE_NOUNS | _UP_DOWN):
        return None
    k = j - 1
    while k > 0 and (s.lowers[k] in (*_FILLERS, ",", "(", "in") or s.kinds[k] == "D"):
        k -= 1
    people = before.mode in ("students", "visitors") and s.refs[i].kind == "percent"
    if s.kinds[k] != "Q" or k == j - 1 or not (s.refs[k].kind == "money" or people):
        return None
    return Topic(
        before.mode, before.item, "the amount right before it", before.actor, before.recipient,
        verb=before.verb, date=before.date, product=before.product, carried=True,
    )  # fmt: skip


def is_compared(s: Sentence, i: int) -> bool:
    """Whether a number is only what another is compared with: "against $245.7 million in 2023"."""
    return i > 0 and (
        s.lowers[i - 1] in _AGAINST
        or (i > 1 and s.lowers[i - 2] in ("compared", "compares") and s.lowers[i - 1] in ("with", "to"))
        or _after_than(s, i)
        or _against_worth(s, i)
    )


def _against_worth(s: Sentence, i: int) -> bool:
    """Whether "against" stands before what a number is the worth of: "against exports of $207 million in 2021"."""
    j = i - 1
    while j > max(0, i - 7) and s.lowers[j] in _WORTH:
        j -= 1
    return j < i - 1 and s.lowers[j] in _AGAINST


def _after_than(s: Sentence, i: int) -> bool:
    """Whether a change says what it is told against: "9 percent more than the $6.5 billion of 2023"."""
    if s.kinds[i - 1] == "Q" and s.lowers[i].startswith(
        ("more than", "less than", "higher than", "lower than")
    ):
        return True  # the words of the comparison were read as a bound of the amount
    j = i - 1
    while j > 0 and s.lowers[j] in ("the", "record", "peak", "some", "about"):
        j -= 1
    return (
        j > 1
        and s.lowers[j] == "than"
        and s.lowers[j - 1] in ("more", "less", "higher", "lower", "fewer")
        and s.kinds[j - 2] == "Q"
    )


def towards_region(scene: Scene, i: int) -> bool:
    """Whether a number has a region of its own: "6% to Malta, 45% to the Middle East"."""
    s = scene.s
    j = i + 1
    if s.lowers[j : j + 1] not in (["to"], ["from"], ["in"], ["for"]):
        return False
    if s.lowers[j + 1 : j + 2] == ["the"]:
        j += 1
    behind = s.lowers[j + 1 : j + 3]
    return bool(behind) and (behind[0] in scene.words.regions or " ".join(behind) in scene.words.regions)


def to_a_state(s: Sentence, item: int) -> bool:
    """Whether a flow goes to a state in other words: "its total exports to the North American nation"."""
    behind = s.lowers[item + 1 : item + 7]
    return behind[:1] in (["to"], ["from"], ["with"]) and any(w in _STATES for w in behind)


def is_own_total(scene: Scene, topic: Topic) -> bool:
    """Whether trade is all that one country has: "Georgia's total trade turnover", with nobody named beside it."""
    s = scene.s
    if topic.mode not in ("trade", "exports", "imports") or topic.carried or topic.item < 0:
        return False
    first = next((j + 1 for j in range(topic.item, 0, -1) if s.lowers[j] == ","), 0)
    near = " ".join(s.lowers[max(first, topic.item - _NEAR) : topic.item + 1]).split()
    if not _WHOLE & set(near) or s.says(_BOTH):
        return False
    if to_a_state(s, topic.item):
        return False
    owners = [m for m in s.mentions if m.owner and topic.item - _NEAR <= m.item < topic.item]
    return bool(owners) and all(set(m.codes) <= set(owners[0].codes) for m in s.mentions)


def is_all(s: Sentence, i: int) -> bool:
    """Whether a share is a rule or a mix, no figure: "100 per cent foreign ownership", "paid for with 70% debt"."""
    q = s.refs[i]
    if q.kind == "percent" and s.lowers[i + 1 : i + 2] and s.lowers[i + 1] in words("sums", "financing"):
        return True
    return (
        q.kind == "percent"
        and q.value == 100
        and s.lowers[i + 1 : i + 2] != ["of"]
        and s.lowers[i - 1] != "by"
    )


def is_whole_before(s: Sentence, i: int) -> bool:
    """Whether a number opens a sentence as the whole of what follows: "Of Georgia's $6.6 billion exports, ..."."""
    first = s.lowers[0]
    return (
        (first == "of" or (first == "out" and s.lowers[1:2] == ["of"]))
        and "Q" not in s.kinds[:i]
        and i <= _NEAR
        and s.lowers[i - 1] != ","  # "Of this, $12 million will be used"
    )


def is_whole_of_share(s: Sentence, i: int, topic: Topic) -> bool:
    """Whether an amount is all that a partner takes a share of: "Korea took 0.3% of Mongolia's exports of $15.8 billion"."""
    k = topic.item
    if topic.mode not in ("exports", "imports") or topic.carried or not 0 <= k < i <= k + 3:
        return False
    j = k - 1
    while j > 0 and s.lowers[j] != "of" and k - j < _NEAR and s.kinds[j] in "wP":
        j -= 1
    if j < 1 or s.lowers[j] != "of" or s.kinds[j - 1] != "Q" or s.refs[j - 1].kind != "percent":
        return False
    taken = any(m.cue == "subj" and m.clause == s.clause[i] and m.item < j for m in s.mentions)
    return taken and not any(m.item > k and m.cue in ("to", "from") for m in s.mentions)


def _closes(s: Sentence, i: int) -> bool:
    """Whether brackets end behind an amount, or behind its change: "(€9 million)", "(€9 million, up 4 percent)"."""
    if s.lowers[i + 1 : i + 2] == [")"]:
        return True
    if s.lowers[i + 1 : i + 2] != [","]:
        return False
    k = i + 3 if s.lowers[i + 2 : i + 3] in (["up"], ["down"], ["+"], ["-"]) else i + 2
    return s.kinds[k : k + 1] == ["Q"] and s.refs[k].kind == "percent" and s.lowers[k + 1 : k + 2] == [")"]


def of_bracketed_goods(scene: Scene, i: int) -> int:
    """The noun that an amount in brackets belongs to: "mainly of food ($150 million)"; -1 for none.

    Brackets behind a flow, a time or another amount explain that, and are read as before.
    """
    s = scene.s
    if i < 2 or s.lowers[i - 1] != "(" or s.refs[i].kind != "money" or not _closes(s, i):
        return -1
    k = i - 2 - (s.lowers[i - 2] in ("about", "around", "nearly", "over"))
    if s.noun[k] in words("figures.neighbours", "marks_told"):
        return -1  # "reached a record ($200 million)"
    return k if s.kinds[k] == "w" and s.noun[k] and scene.modes[k] is None and k not in s.verb_at else -1


def bracketed_goods(scene: Scene, i: int) -> str | None:
    """The goods of an amount in a list of goods with theirs: "oil seeds ($9 million), coffee ($7 million)"; None elsewhere."""
    s = scene.s
    k = of_bracketed_goods(scene, i)
    listed = [j for j in range(s.n) if s.kinds[j] == "Q" and of_bracketed_goods(scene, j) >= 0]
    if k < 0 or len(listed) < 2 or s.lowers[k] in _STATES | scene.words.regions or s.noun[k] in _STATES:
        return None
    first = k
    while (
        first > 0
        and s.kinds[first - 1] == "w"
        and not s.tags[first - 1] & (PREP | CONJ)
        and first - 1 not in s.verb_at
    ):
        if s.lowers[first - 1] in ("other", "mainly", "including", "such"):
            break
        first -= 1
    return s.words(first, k + 1).casefold()


def past_mark(s: Sentence, i: int, measured: Measured) -> Measured:
    """A round sum that is passed is a lower bound: "crossed the 300 million dollar mark"."""
    measure, value, _, _ = measured
    mark = next((j for j in range(i + 1, min(s.n, i + 3)) if s.lowers[j] in _MARKS), -1)
    names = (
        s.noun[mark + 1 : mark + 2] and s.noun[mark + 1] and mark + 1 not in s.verb_at
    )  # "a $3 million threshold grant"
    if measure == "level" and value is not None and mark > 0 and not names:
        return measure, value, value, None
    return measured


def another_change(s: Sentence, i: int, before: Topic | None, measured: Measured) -> Measured:
    """A second change in the words of the first: "rose by $55 million in 2024 and by $49 million in 2023"."""
    measure, value, low, high = measured
    if (
        measure == "level"
        and before is not None
        and before.measure == "difference"
        and s.lowers[i - 1] == "by"
    ):
        return "difference", value, low, high
    return measured


def set_against(s: Sentence, i: int, before: Topic) -> bool:
    """Whether a bare number is what a count was before: "compared with only 300,000 in 2017"."""
    if before.mode not in COUNTED:
        return False
    if (
        i + 1 < s.n
        and s.kinds[i + 1] not in ".D"
        and s.lowers[i + 1] not in ("in", "during", "for", "a", "the")
    ):
        return False
    j = i - 1
    while j > 1 and s.lowers[j] in ("only", "just", "about", "some", "around", "nearly", "almost"):
        j -= 1
    return s.lowers[j] in ("against", "versus") or (
        s.lowers[j] in ("with", "to") and s.lowers[j - 1] in ("compared", "opposed")
    )
