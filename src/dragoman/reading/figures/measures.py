"""What kind of number a figure is: level, growth, multiple, difference or share; and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dragoman.codes import currency, default_for
from dragoman.reading.annotations import Quantity
from dragoman.reading.context import Context
from dragoman.reading.figures.gapped_changes import FALLING, GAPPED
from dragoman.reading.figures.partner_rows import ROW
from dragoman.reading.figures.parts_of_wholes import PART
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.quantities.lexicon import load_quantity_lexicon
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["Measured", "measure_of", "unit_of", "up_or_down"]

Measured = tuple[str, Decimal | None, Decimal | None, Decimal | None]
_THAN = ("more than", "less than", "higher than", "lower than", "above the", "below the")
_FAR = 99
_FLOWS = frozenset({"trade", "exports", "imports"})
_PLANS = frozenset({"plan", "target", "goal", "quota", "forecast"})
_EXCEEDING = words("figures.measures", "exceeding")
_HEDGES = frozenset("about almost around by nearly over roughly some".split())
_MOVED_DOWN = frozenset(
    "fell fallen lost shed dropped declined decreased dipped slipped shrank plunged slumped tumbled plummeted contracted sank slid collapsed diminished eased".split()
)
_MOVED = _MOVED_DOWN | frozenset(
    "gained added rose risen grew grown climbed increased jumped surged soared swelled leapt expanded spiked advanced ballooned".split()
)
# Verbs that "up" tells the way of; with any other it is part of the verb.
_UPWARD = frozenset(
    "go be shoot edge inch creep tick pick move push nudge jump bounce trend rocket come climb stay remain stand".split()
)
_FURTHER = frozenset(
    "a an another further additional extra measly mere modest whopping massive staggering".split()
)
_SCALES = frozenset(
    "million billion trillion thousand hundred crore lakh mn bn m b k tn mln bln nearly over about some more than almost around up to at least approximately roughly an average of and a half".split()
)
_BESIDE = frozenset(
    "and or by in volume value terms of quantity weight as compared with to against from versus respectively per cent".split()
)
_WORD = re.compile(r"[^\W\d_]+\.?|[^\w\s.,-]")


_AGAIN = frozenset({"a", "an", "another", "further", "additional", "extra", "some", "about", "around"})


def _left(s: Sentence, i: int, reach: int) -> Iterator[int]:
    """Items before a number, nearest first, to the number before it or a strong break."""
    for j in range(i - 1, max(-1, i - 1 - reach), -1):
        if s.kinds[j] == "Q" or s.lowers[j] in (";", "•"):
            return
        yield j


def _right(s: Sentence, i: int, reach: int) -> Iterator[int]:
    for j in range(i + 1, min(s.n, i + 1 + reach)):
        if s.kinds[j] == "Q" or s.lowers[j] in (";", ",", ")"):
            return
        yield j


def _distance(s: Sentence, i: int, words: frozenset[str], left: int = 9, right: int = 5) -> int:
    """How many items away the nearest of the words stands; ``_FAR`` where none."""
    best = next((i - j for j in _left(s, i, left) if s.lowers[j] in words and not _phrasal(s, j)), _FAR)
    return min(
        best, next((j - i for j in _right(s, i, right) if s.lowers[j] in words and not _phrasal(s, j)), _FAR)
    )


def _phrasal(s: Sentence, j: int) -> bool:
    """Whether "up" belongs to "made up", "set up" or "up to"; "more" without "than" compares nothing."""
    if s.lowers[j] == "up":
        return (j > 0 and (j - 1) in s.verb_at and s.verb_at[j - 1].lemma not in _UPWARD) or s.lowers[j - 1 if j else 0] in (
            "make", "made", "makes", "making", "set", "took", "takes", "taking") or s.lowers[j + 1 : j + 2] == ["to"]  # fmt: skip
    return s.lowers[j] in ("more", "less") and s.lowers[j + 1 : j + 2] not in (["than"], ["compared"])


def measure_of(scene: Scene, i: int, q: Quantity, topic: Topic) -> Measured | None:
    """(measure, value, low, high) of a quantity in its place, or None where it measures nothing."""
    s, words = scene.s, scene.words
    if q.kind == "percent" and topic.how in (GAPPED, FALLING):
        return _signed("growth", q, falls=topic.how == FALLING)
    if topic.how == PART:
        return _signed("share" if q.kind == "percent" else "level", q, falls=False)
    if (less := _against_base(s, i)) is not None:
        return _signed("growth" if q.kind == "percent" else "difference", q, falls=less)
    if q.kind == "money" and (falls := up_or_down(s, i)) is not None:
        return _signed("difference", q, falls=falls)
    if q.kind == "money" and s.lowers[i - 2 : i] in (
        ["was", "up"],
        ["were", "up"],
        ["was", "down"],
        ["were", "down"],
    ):
        return _signed("difference", q, falls=s.lowers[i - 1] == "down")  # "exports were up $3 million"
    if topic.how == "more than those counted before":
        falls = any(w in ("less", "fewer", "lower") for w in s.lowers[i + 1 : i + 4])
        return _signed("growth" if q.kind == "percent" else "difference", q, falls=falls)
    if q.kind == "percent" and topic.how == ROW and topic.measure in ("growth", "share"):
        moved = next((w for w in reversed(s.lowers[:i]) if w in words.up | words.down), "")
        return _signed(topic.measure, q, falls=topic.measure == "growth" and moved in words.down)
    if q.kind == "percent":
        return _percent(scene, i, q, topic)
    if q.kind == "points":
        return ("difference", q.value, q.low, q.high)
    if q.kind == "multiple":
        return ("multiple", q.value, q.low, q.high)
    if topic.measure == "difference" and _equivalent(s, i):  # "rose by 2 billion rupees ($24 million)"
        outer = measure_of(scene, i - 2, s.refs[i - 2], topic)
        if outer is not None and outer[0] == "difference":
            return _signed("difference", q, falls=bool(outer[1] is not None and outer[1] < 0))
    if _in_brackets_behind_growth(scene, i, q, topic):
        return _signed("difference", q, falls=any(w in words.down for w in s.lowers[max(0, i - 5) : i]))
    if (
        q.kind == "money"
        and s.lowers[i + 2 : i + 3] == ["than"]
        and s.lowers[i + 1] in ("more", "less", "higher", "lower", "fewer")
    ):
        return _signed("difference", q, falls=s.lowers[i + 1] in ("less", "lower", "fewer"))
    if q.kind == "money" and topic.measure == "growth" and s.lowers[i - 1] in ("additional", "extra"):
        return _signed("difference", q, falls=False)  # "climbed by 34%, or an additional €649 million"
    if q.kind == "money" and topic.measure == "growth" and _told_with_percent(s, i):
        return _signed("difference", q, falls=any(w in words.down for w in s.lowers[max(0, i - 8) : i]))
    if q.kind == "money" and _is_change(scene, i) and (topic.mode in _FLOWS or _changes_sum(topic, s, i)):
        return _signed("difference", q, falls=any(s.lowers[j] in words.down for j in _right(s, i, 3)))
    moved = _mover(s, i)
    summed = s.lowers[i].startswith("up to")  # "added up to $5 million"
    earns = moved == "gained" and s.lowers[i + 1 : i + 2] in (
        ["from"],
        ["and"],
    )  # "gained $3 million from exports"
    if q.kind == "money" and moved in _MOVED and not (summed or earns) and topic.mode in _FLOWS:
        return _signed("difference", q, falls=moved in _MOVED_DOWN)  # "imports gained $13.6 million"
    if (
        i > 1
        and q.kind == "money"
        and s.lowers[i - 1] == "of"
        and s.noun[i - 2] in words.change_nouns
        and (topic.carried or topic.mode in _FLOWS)
    ):
        falls = any(w in words.down for w in s.lowers[max(0, i - 3) : i])
        return _signed("difference", q, falls=falls)  # "rose to €1.65 billion, an increase of €130 million"
    if _by_how_much(scene, i):
        return None
    if s.lowers[max(0, i - 2) : i] == ["(", "by"] and s.kinds[i - 3 : i - 2] == ["Q"]:
        falls = any(
            w in words.down for w in s.lowers[max(0, i - 8) : i]
        )  # "fell by 2.5% (by 29 million kWh)"
        return _signed("difference", q, falls=falls)
    by = i - 1
    while by > 0 and s.lowers[by] in ("an", "a", "additional", "further", "another", "extra"):
        by -= 1
    if i and s.lowers[by] == "by" and q.kind in ("money", "physical", "count", "number"):
        down, up = _distance(s, i, words.down, right=0), _distance(s, i, words.up, right=0)
        if min(up, down) < _FAR:
            return _signed("difference", q, falls=down < up)
    return ("level", q.value, q.low, q.high)


def _against_base(s: Sentence, i: int) -> bool | None:
    """Whether a change beside its amount in brackets falls: "16 percent (or $56 million) more than in 2009"; None if it is none."""
    if s.refs[i].kind not in ("percent", "money"):
        return None
    shut = next((k for k in range(i + 1, min(s.n, i + 5)) if s.lowers[k] == ")"), -1)
    opened = next((k for k in range(max(0, i - 3), min(s.n, i + 2)) if s.lowers[k] == "("), -1)
    if shut < 0 or opened < 0 or s.lowers[shut + 2 : shut + 3] != ["than"]:
        return None
    more = s.lowers[shut + 1]
    return (
        more != "more" and more != "higher" if more in ("more", "higher", "less", "lower", "fewer") else None
    )


def _equivalent(s: Sentence, i: int) -> bool:
    """Whether a sum in brackets is the one right before them in another currency."""
    return (
        i > 1
        and s.lowers[i - 1] == "("
        and s.lowers[i + 1 : i + 2] == [")"]
        and s.kinds[i - 2] == "Q"
        and s.refs[i].kind == s.refs[i - 2].kind == "money"
    )


def up_or_down(s: Sentence, i: int) -> bool | None:
    """Whether a sum is by how much the one before it fell: "reached $16 million in 2012, down $2 million"; None if it is no change."""
    at = i - 1
    while at > 1 and s.lowers[at] in _FURTHER | _HEDGES:
        at -= 1
    if at < 2 or s.lowers[at] not in ("up", "down") or s.lowers[at - 1] not in (",", "(", "–", "—"):
        return None
    return s.lowers[at] == "down" if any(s.kinds[k] == "Q" for k in range(at)) else None


def _mover(s: Sentence, i: int) -> str:
    """The verb that a number stands right behind: "surged $3 million", "shed a further $2 million"; or none."""
    j = i - 1
    while j > 0 and s.lowers[j] in _FURTHER:
        j -= 1
    if j not in s.verb_at or (j < i - 1 and s.lowers[j] == "added"):
        return ""  # "added another $5 million"
    return s.lowers[j]


def _told_with_percent(s: Sentence, i: int) -> bool:
    """Whether an amount says the change before it once more: "an increase of 2.8% or £6 million"."""
    return s.lowers[i - 1] == "or" and s.kinds[i - 2] == "Q" and s.refs[i - 2].kind == "percent"


def _is_change(scene: Scene, i: int) -> bool:
    """Whether an amount is the size of a change behind it: "a $100 million rise", "a $7 billion (10 percent) increase"."""
    s, j = scene.s, i + 1
    if s.lowers[j : j + 1] == ["("]:
        j = next((k + 1 for k in range(j, min(s.n, j + 4)) if s.lowers[k] == ")"), s.n)
    return j < s.n and s.noun[j] in scene.words.change_nouns and j not in s.verb_at


def _changes_sum(topic: Topic, s: Sentence, i: int) -> bool:
    """Whether money given changed by an amount: "a $60 million increase", and no "$60 million expansion of the port"."""
    return topic.mode in ("aid", "loan", "investment") and not _SUM_CHANGES.isdisjoint(s.noun[i + 1 : i + 6])


_SUM_CHANGES = frozenset({"increase", "rise", "decrease", "reduction", "decline", "drop"})


def _by_how_much(scene: Scene, i: int) -> bool:
    """Whether an amount is how much one flow is larger than another: "exports exceeded imports by half a billion"."""
    s = scene.s
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    if g is None or g.lemma not in _EXCEEDING or s.lowers[i - 1] != "by":
        return False
    return any(scene.modes[j] in ("exports", "imports") for j in range(g.main + 1, i))


def _in_brackets_behind_growth(scene: Scene, i: int, q: Quantity, topic: Topic) -> bool:
    """An amount in brackets behind a change in per cent is that change: "down 13.1 percent ($1.5 billion)"."""
    s = scene.s
    if (
        q.kind != "money"
        or i < 3
        or topic.measure == "share"
        or s.lowers[i - 1] != "("
        or s.lowers[i + 1 : i + 2] != [")"]
    ):
        return False
    back = i - 3 if s.noun[i - 2] in scene.words.change_nouns else i - 2
    return s.kinds[back] == "Q" and s.refs[back].kind == "percent"


def _by_as_much_again(scene: Scene, i: int) -> bool | None:
    """Whether a change told with two times falls: "dropped by half in 2022 and by another 20 percent in 2023"; None if it is none."""
    s, by = scene.s, i - 1
    while by > 0 and s.lowers[by] in _AGAIN:
        by -= 1
    if by < 1 or s.lowers[by] != "by" or s.lowers[by - 1] not in ("and", ",", "then"):
        return None
    moved = [j for j in range(by) if s.lowers[j] in scene.words.up | scene.words.down and not _phrasal(s, j)]
    return s.lowers[moved[-1]] in scene.words.down if moved else None


def _grown_since(scene: Scene, i: int) -> bool | None:
    """Whether a second change told with its own base falls: "up 9 percent on the year before and 31 percent from 2020"."""
    s = scene.s
    if s.lowers[i - 1] != "and" or s.lowers[i + 1 : i + 2] not in (
        ["from"],
        ["on"],
        ["over"],
        ["compared"],
        ["versus"],
        ["since"],
    ):
        return None
    last = next((k for k in range(i - 2, max(-1, i - 12), -1) if s.kinds[k] == "Q"), -1)
    if last < 0 or s.refs[last].kind != "percent" or any(k in s.verb_at for k in range(last + 1, i)):
        return None
    moved = [w for w in s.lowers[max(0, last - 5) : last] if w in scene.words.up | scene.words.down]
    return moved[-1] in scene.words.down if moved else None


def _percent(scene: Scene, i: int, q: Quantity, topic: Topic) -> Measured | None:
    s, words = scene.s, scene.words
    following = s.lowers[i + 1] if i + 1 < s.n else ""
    if _by_how_much(scene, i) or (s.lowers[i - 1] == "of" and s.noun[i - 2] in words.balances):
        return None  # "a surplus of 5.7 percent"
    if following == "of" and any(s.noun[j] in _PLANS for j in range(i + 2, min(s.n, i + 5))):
        return None  # "achieved 92 percent of its plan"
    if s.kinds[i + 1 : i + 2] == ["Q"] and following.startswith(_THAN):
        return _signed("growth", q, falls=following.startswith(("less", "lower", "below")))
    bracketed = s.lowers[i - 1] == "(" and s.kinds[i - 2 : i - 1] == ["Q"]
    if topic.measure == "difference" and (
        bracketed or (s.lowers[i - 1] == "or" and "Q" in s.kinds[i - 3 : i - 1])
    ):
        falls = any(
            w in words.down for w in s.lowers[max(0, i - 9) : i]
        )  # "expanded by $34 billion, or 10 percent"
        return _signed("growth", q, falls=falls)
    goods = i + 2 < s.n and s.kinds[i + 2] == "w" and s.lowers[i + 2] != "than"
    if following in ("more", "less", "fewer") and (i + 2 >= s.n or s.kinds[i + 2] == "." or goods):
        return _signed("growth", q, falls=following != "more")  # "bought 55% less"
    if s.lowers[max(0, i - 2) : i] == ["contract", "by"]:
        return _signed("growth", q, falls=True)
    joined = _joined(s, i)
    if joined is not None and topic.measure in ("share", "growth"):
        falls = any(w in words.down for w in s.lowers[max(0, joined - 6) : joined])
        return _signed(topic.measure, q, falls=topic.measure == "growth" and falls)
    if (moved := _mover(s, i)) in _MOVED and following != "of":
        return _signed("growth", q, falls=moved in _MOVED_DOWN)  # "exports added 12%"
    whence = s.lowers[i - 1] == "from" and s.lowers[max(0, i - 2)] in words.up | words.down
    if whence and topic.measure in (
        "share",
        "growth",
    ):
        return _signed(topic.measure, q, falls=False)  # "almost half of its exports, up from a tenth"
    if (again := _by_as_much_again(scene, i)) is not None:
        return _signed("growth", q, falls=again)
    if following not in ("share", "stake") and _share_moves(scene, i):
        return ("share", q.value, q.low, q.high)
    up, down = _distance(s, i, words.up), _distance(s, i, words.down)
    change = min(up, down)
    if s.lowers[i - 1] == "by" and s.lowers[i - 2] in (
        "–",
        "—",
        "-",
    ):  # "exports grew by 8%, imports — by 9%"
        moved = next((w for w in reversed(s.lowers[:i]) if w in words.up | words.down), "")
        return _signed("growth", q, falls=moved in words.down)
    if (since := _grown_since(scene, i)) is not None and topic.measure == "growth":
        return _signed("growth", q, falls=since)
    if s.lowers[i - 1] == "of" and s.lowers[max(0, i - 3) : i - 2] == ["negative"]:
        return _signed("growth", q, falls=True)  # "a negative growth of 9 percent"
    sign = q.text[:1] if q.text[:1] in "+-−–" else s.lowers[i - 1] if i > 1 and s.lowers[i - 2] == "(" else ""
    if sign and sign in "+-−–":
        return _signed("growth", q, falls=sign != "+")
    if any(s.noun[j] in words.change_nouns for j in _right(s, i, 3)):
        return _signed("growth", q, falls=down < up)
    if following in ("share", "stake") or (
        following == "of" and s.lowers[i - 1 if i else 0] != "by" and change > 2
    ):
        return None if _of_something_else(scene, i) else ("share", q.value, q.low, q.high)
    if "behind the number" in topic.how:
        return ("share", q.value, q.low, q.high)
    share = _distance(s, i, words.share)
    if change < _FAR and change <= share:
        return _signed("growth", q, falls=down < up)
    if share < _FAR and topic.mode in (
        "trade",
        "exports",
        "imports",
        "investment",
        "loan",
        "aid",
        "energy",
        "cargo",
        "visitors",
        "students",
    ):
        return ("share", q.value, q.low, q.high)
    if change < _FAR or following in ("year-on-year", "year-over-year", "compared") or "annually" in s.lowers:
        return _signed("growth", q, falls=down < up)
    if topic.measure in ("share", "growth") and "list" in topic.how:
        return (topic.measure, q.value, q.low, q.high)  # as the number before it in the list
    if topic.carried and s.verb[i + 1 : i + 2] in (["consist"], ["comprise"]):
        return (
            "share",
            q.value,
            q.low,
            q.high,
        )  # "33 percent of the imports were cars and 20 percent consisted of ore"
    if topic.carried and s.lowers[i - 1] == "for" and any(g.lemma in words.list_takers for g in s.groups):
        return (
            "share",
            q.value,
            q.low,
            q.high,
        )  # "cars accounted for 40 percent of exports, metals for 22 percent"
    if _share_in_brackets(scene, i, topic):
        return ("share", q.value, q.low, q.high)
    grown = [j for j in range(i) if s.noun[j] in words.change_nouns and s.clause[j] == s.clause[i]]
    if grown:  # "the growth in the value of trade was put at 12 %"
        return _signed("growth", q, falls=s.noun[grown[-1]] in words.down)
    if topic.mode in ("trade", "exports", "imports", "investment") and not topic.carried:
        return ("share", q.value, q.low, q.high)
    return None


def _share_in_brackets(scene: Scene, i: int, topic: Topic) -> bool:
    """Whether a per cent in brackets behind an amount is its share of the whole: "$2.2 billion (7.5 percent)"."""
    s = scene.s
    if topic.mode not in ("trade", "exports", "imports", "investment") or s.lowers[i + 1 : i + 2] != [")"]:
        return False
    if s.lowers[i - 1] == "or" and s.lowers[i - 3] == "(":  # "($2.2 billion or 7.5 percent)"
        return s.kinds[i - 2] == "Q" and s.refs[i - 2].kind == "money"
    return s.lowers[i - 1] == "(" and s.kinds[i - 2] == "Q" and s.refs[i - 2].kind in ("money", "physical")


def _joined(s: Sentence, i: int) -> int | None:
    """The number in per cent that this one is put beside: "by 20% in volume and by 18% in value", "7% against 6%"."""
    for j in range(i - 1, max(-1, i - 9), -1):
        if s.kinds[j] == "Q":
            return j if s.refs[j].kind == "percent" and j + 1 < i else None
        if s.lowers[j] not in _BESIDE and s.kinds[j] != "P" and s.lowers[j] not in (",", "the"):
            return None
    return None


def _share_moves(scene: Scene, i: int) -> bool:
    """Whether the number is where a share went from or to: "its share went up from 4.3 to 6.6 percent"."""
    s = scene.s
    if not i or s.lowers[i - 1] not in ("from", "to"):
        return False
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    return g is not None and any(
        s.noun[j] in ("share", "proportion") and s.clause[j] == g.clause for j in range(g.first)
    )


def _of_something_else(scene: Scene, i: int) -> bool:
    """A share of a GDP, of a population and the like."""
    s = scene.s
    return any(
        scene.is_domestic(j) and s.kinds[j] == "w"
        for j in range(i + 2, min(s.n, i + 7))
        if s.clause[j] == s.clause[i]
    )


def _signed(measure: str, q: Quantity, *, falls: bool) -> Measured:
    """A fall is a negative change."""
    if not falls:
        return (measure, q.value, q.low, q.high)
    value, low, high = (None if v is None else -abs(v) for v in (q.value, q.high, q.low))
    if low is not None and high is not None and low > high:
        low, high = high, low  # printed with its own minus: "(-17%)"
    return (measure, value, low, high)


def _of_central_africa(parties: Sequence[str]) -> bool:
    """Whether the francs of a figure can only be those of Central Africa."""
    used = (currency("XAF").used_in, currency("XOF").used_in)
    return not set(parties).isdisjoint(used[0]) and set(parties).isdisjoint(used[1])


def _home(unit: str) -> str:
    return currency(unit).home or ""


def _of_page(parties: Sequence[str], home: str | None) -> str | None:
    """The dollar of the government that publishes the text, where it writes a bare sign for its own and counts."""
    own = default_for("dollar", home) if home in parties else None
    return own if own in load_quantity_lexicon().pages else None


def unit_of(q: Quantity, parties: Sequence[str], ctx: Context) -> str:
    """The unit; a shared currency word ("rials", "Rs") means a party's own money of that name."""
    if q.kind == "points":
        return "percent"
    if q.kind != "money":
        return q.unit
    if q.unit == "XOF" and "cfa" in q.text.casefold() and _of_central_africa(parties):
        return "XAF"  # both are called CFA francs
    words = [w.rstrip(".") for w in _WORD.findall(q.text) if w == "K" or w.casefold() not in _SCALES]
    if words and words[0] in ("/", "Sh", "Shs"):
        words = ["shillings"]  # "300/-", "Shs300": of whichever country of East Africa
    if len(words) == 1 and words[0].casefold() in ("$", "dollar", "dollars") and q.unit == "USD":
        return _of_page(parties, ctx.discourse.home) or q.unit
    if (
        len(words) != 1
        or words[0].upper() == q.unit
        or words[0].casefold().rstrip("s") in ("dollar", "$", "usd", "euro")
    ):
        return q.unit
    for code in parties:  # who reports counts in its own money first
        own = default_for(words[0], code)
        if own is not None and (own == q.unit or own != default_for(words[0])) and _home(own) in parties:
            return own
    return q.unit
