"""What a number is before it is asked what it measures: a share, money whose unit was said before, a whole."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.reading.annotations import Quantity
from dragoman.reading.figures.scenes import Scene
from dragoman.reading.quantities import find_quantities
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["as_share", "in_unit_of", "is_whole", "unbounded"]

_ADDING = words("figures.numbers", "adding")
_SCALE_WORD = re.compile(r"\b(?:million|billion|trillion|bn|mln|bln|trn)\b")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_SIGN = re.compile(r"[$€£]")
_CURRENCY = re.compile(r"[A-Z]{3}")


def in_unit_of(scene: Scene, i: int, q: Quantity) -> Quantity:
    """Money whose unit was said just before: "for 12 billion euros, of which Moscow lends 10 billion"."""
    s = scene.s
    if q.kind == "money" and q.unit == "DEM" and (sign := _SIGN.search(q.text)):
        return replace(q, unit=_SIGNS[sign.group()])  # "the $300 million mark" is no German mark
    if (
        q.kind == "number"
        and s.lowers[i + 1 : i + 2] == ["and"]
        and s.kinds[i + 2 : i + 3] == ["Q"]
        and s.refs[i + 2].kind == "percent"
        and "respectively" in s.lowers
    ):
        return replace(q, kind="percent", unit="percent")  # "26 and 43 percent, respectively"
    if q.kind != "number" or not q.value or q.value < 1_000_000 or not _SCALE_WORD.search(q.text):
        return q
    following = s.lowers[i + 1] if i + 1 < s.n else "."
    if s.kinds[i + 1 : i + 2] == ["w"] and following not in (
        "of",
        "to",
        "in",
        "from",
        "for",
        "by",
        "and",
        "so",
        "was",
        "were",
        "between",
    ):
        return q
    sums = [s.refs[j] for j in range(i) if s.kinds[j] == "Q"]
    if sums:
        return (
            replace(q, kind="money", unit=sums[-1].unit, text=sums[-1].text)
            if sums[-1].kind == "money"
            else q
        )
    verbs = {c for g in s.groups for c in scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())}
    told = [d.unit for d in scene.ctx.last if d.kind == "figure" and d.unit and _CURRENCY.fullmatch(d.unit)]
    if not told or not verbs & {"lend_v", "give_v", "invest_v"}:
        return q
    return replace(q, kind="money", unit=told[-1])


# "well below the 75.8% share of its exports to Mali": that share is told exactly
_THAN_THE = re.compile(
    r"(?i)(?:(?:well|far|just|slightly) )?(?:below|above|under|over|(?:more|less|higher|lower) than) the (?=\d)"
)


def unbounded(s: Sentence, i: int) -> Quantity:
    """An amount whose bound is a word of something else: "34.8% less than the $432 million", "added up to $5 million"."""
    q: Quantity = s.refs[i]
    definite = _THAN_THE.match(q.text)
    if definite and s.lowers[i + 1 : i + 2] not in (["mark"], ["level"], ["threshold"], ["barrier"]):
        bare = next((f for f in find_quantities(q.text[definite.end() :]) if f.value == q.value), None)
        return q if bare is None else replace(q, low=bare.low, high=bare.high)
    if q.kind != "money" or not i:
        return q
    compared = s.kinds[i - 1] == "Q" and s.refs[i - 1].kind in ("percent", "multiple", "money")
    words = ("less than", "more than") if compared else ("up to",) if s.lowers[i - 1] in _ADDING else ()
    if not s.lowers[i].startswith(words or ("\0",)):
        return q
    skip = len("less than") if compared else len("up to")
    bare = next((f for f in find_quantities(q.text[skip:]) if f.kind == "money" and f.value == q.value), None)
    return q if bare is None else replace(q, low=bare.low, high=bare.high)


def as_share(s: Sentence, i: int) -> Quantity:
    """A fraction of something is a share in per cent: "a quarter of its exports"."""
    q: Quantity = s.refs[i]
    if (
        q.text.endswith("quarter")
        and i
        and s.lowers[i - 1] in ("consecutive", "straight", "successive", "running")
    ):
        return q  # three months, no fourth part
    part = q.kind in ("number", "multiple") and q.value is not None and 0 < q.value < 1
    if (
        not part
        or q.value is None
        or (
            s.lowers[i + 1 : i + 2] != ["of"]
            and (not i or s.lowers[i - 1] != "by")
            and not _share_before(s, i)
        )
    ):
        return q
    low, high = (None if v is None else v * 100 for v in (q.low, q.high))
    return replace(q, kind="percent", value=q.value * 100, low=low, high=high, unit="percent")


def _share_before(s: Sentence, i: int) -> bool:
    """Whether a fraction is set against a share: "almost half of its exports, up from a tenth"."""
    if not i or s.lowers[i - 1] not in ("from", "to"):
        return False
    return any(s.kinds[j] == "Q" and s.refs[j].kind == "percent" for j in range(i))


def is_whole(s: Sentence, i: int, reach: int = 7) -> bool:
    """Whether a number is what a share is of: "42 percent of Fiji's 870,309 visitors"."""
    k = next((k for k in range(i - 1, max(-1, i - reach), -1) if s.kinds[k] == "Q"), -1)
    return (
        k >= 0
        and s.refs[k].kind == "percent"
        and s.lowers[k + 1] == "of"
        and not any(j in s.verb_at for j in range(k, i))
    )
