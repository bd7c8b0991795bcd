"""What a number measures: the noun or verb that a quantity belongs to.

A topic is found, in this order: the noun that announces the number ("a loan of $5 million"), the
noun right behind it ("a $400 million loan"), the noun behind "in" or "worth of", the noun that it
is said to be ("94 million were exports"), the verb it is the object of ("invested $76.3 million"),
the subject of the clause ("exports ... rose to"), then the topic of the number before it.
"""

from __future__ import annotations

from dragoman.reading.figures.counts import counted, labelled_count
from dragoman.reading.figures.dealings import (
    changing_hands,
    exchanged,
    goods_going,
    shipped_goods,
    spent_on_goods,
)
from dragoman.reading.figures.gifts import (
    adds_to,
    announced_for,
    announced_to_help,
    brings,
    from_party,
    gets_as_others_did,
    gift_mode,
    is_relief,
    sends_relief,
    spends_abroad,
)
from dragoman.reading.figures.goods import (
    VERB_MODES,
    goods_sent,
    goods_share,
    participle,
    share_bought,
    share_of_flow,
    told_by_verb,
)
from dragoman.reading.figures.lines import price_of_line
from dragoman.reading.figures.measures import up_or_down
from dragoman.reading.figures.nouns import (
    DOMESTIC,
    announced,
    noun_behind,
    noun_behind_preposition,
    noun_between,
    object_noun,
    said_to_be,
    subject_noun,
    verb_of,
)
from dragoman.reading.figures.parts_of_wholes import PART
from dragoman.reading.figures.remittances import money_sent, sent_home
from dragoman.reading.figures.residents import as_many_elsewhere
from dragoman.reading.figures.scenes import COUNTED, Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import PREP
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["topic_of"]


_NEAR = 7
"""Items between "lends" and its sum, whom it is lent to among them: "will lend the Kenyan government". assumed"""
# Behind the branch that a part of an investment goes into.
_ENDING = frozenset({",", ".", ";", ")", "and", "while", "with", "sector", "sectors"})
_ADDING = words("figures.topics", "adding")
_AIDED = words("figures.topics", "aided")
_SOLD = words("figures.topics", "sold")


def _chain(g: Group | None) -> list[Group]:
    """The verb before the number and its governors, nearest first."""
    out: list[Group] = []
    while g is not None and len(out) < 3:
        out.append(g)
        g = g.governor
    return out


def _of_verb(scene: Scene, i: int, g: Group | None, before: Topic | None) -> Topic | None:
    """The topic that a verb gives: "invested", "exported", "donated", "owes", "pays"."""
    s, q, words = scene.s, scene.s.refs[i], scene.words
    for v in _chain(g):
        classes = scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        if q.kind == "percent" and s.lowers[i + 1 : i + 2] in (["less"], ["more"], ["fewer"]) and v is g:
            mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in classes), None)
            if mode and not v.passive:  # "Egypt bought 55% less"
                return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
        if q.kind == "money":
            if v.lemma in words.debtors or (v.lemma == "pay" and s.lowers[v.main + 1] == "back"):
                return Topic("loan", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma in words.paying:
                return Topic("other", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "cost" and not any(m.cue == "obj" and m.governor == v.main for m in s.mentions):
                return Topic("investment", v.main, "the verb 'cost'", verb=v)
            if v.lemma == "send" and s.lowers[v.main + 1 : v.main + 2] == ["home"]:
                return None  # what workers earn abroad
            if v.lemma == "make available" or (
                v.lemma == "make"
                and "available" in (*s.lowers[v.main + 1 : v.main + 2], *s.lowers[i + 1 : i + 3])
            ):
                return Topic(gift_mode(scene, v, ()), v.main, "what is made available", verb=v)
            sold = _SOLD & set(s.lowers[v.main + 1 : i])
            worth_of = s.lowers[i + 1 : i + 3] == ["worth", "of"] and _SOLD & set(s.lowers[i + 3 : i + 6])
            if v.lemma in words.getters and ((s.lowers[i - 1] == "worth" and sold) or worth_of):
                return Topic("exports", v.main, "goods received", verb=v)
            if v.lemma in ("take", "absorb") and s.lowers[i - 1] == "worth" and sold:
                return Topic("imports", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma in ("put", "sink") and s.lowers[i + 1 : i + 2] == ["into"] and not v.passive:
                return Topic("investment", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "borrow" and not v.passive and v.main < i:
                return Topic("loan", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "spend" and (found := spends_abroad(scene, v, i)):
                return found
            if announced_for(scene, v, i):
                return Topic(gift_mode(scene, v, ()), v.main, f"the verb {v.lemma!r}", verb=v)
            if brings(scene, v, i):
                return Topic("investment", v.main, f"the verb {v.lemma!r}", verb=v)
            taken = v.lemma in ("take over", "acquire") or (
                v.lemma == "take" and s.lowers[v.main + 1] == "over"
            )
            if taken and s.lowers[i - 1] in ("for", "at"):
                return Topic("investment", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "trade" and v.passive:
                return Topic("trade", v.main, "the verb 'trade'", verb=v)
            if v.lemma in words.getters and not v.passive and from_party(scene, v, i):
                return Topic(gift_mode(scene, v, ("from",)), v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma in words.getters and not v.passive and v.main < i <= v.main + 3:
                if given := gets_as_others_did(scene, v, before):
                    return given
            works = any(s.noun[j].rpartition(" ")[2] in _AIDED for j in range(v.main + 1, i))
            worth = s.lowers[i - 1] == "worth" and works and v.lemma not in ("finance", "fund")
            if v.lemma in words.supporters and (worth or s.lowers[i - 1] == "with"):
                return Topic("aid", v.main, f"the verb {v.lemma!r}", verb=v)
            if s.lowers[i - 1] == "for" and "build_v" in classes and not v.passive:
                return Topic("investment", v.main, f"the price of what is built ({v.lemma!r})", verb=v)
        for name, mode in VERB_MODES.items():
            if name not in classes:
                continue
            if mode == "aid":
                if v.lemma == "contribute" and v.gerund and "to" not in s.lowers[i + 1 : i + 4]:
                    continue  # "India followed with 12 percent, contributing $950 million"
                behind = s.kinds[v.main + 2 : v.main + 4]
                adds = s.lowers[v.main + 1 : v.main + 2] == ["to"] and "P" not in behind
                if q.kind == "money" and v.main < i and adds:
                    continue  # "contributing to a rise of $5 million"
                if q.kind == "money" and v.lemma in _ADDING and _to_own_economy(scene, v, i):
                    continue  # "tourists contributed $3 million to its economy"
                if q.kind == "money" and (j := adds_to(scene, i)) >= 0:
                    return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} it adds to", verb=v)
                if q.kind == "money" and object_noun(scene, v, i) < 0:
                    return Topic(gift_mode(scene, v, ()), v.main, f"the verb {v.lemma!r}", verb=v)
                if q.kind == "physical" and is_relief(scene, v):
                    return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
                continue
            if mode in ("exports", "imports"):
                if mode == "exports" and (is_relief if q.kind == "physical" else sends_relief)(scene, v):
                    return Topic("aid", v.main, f"the verb {v.lemma!r}", verb=v)
                if (
                    q.kind == "money"
                    and (j := object_noun(scene, v, i)) >= 0
                    and scene.modes[j] in ("loan", "aid")
                ):
                    return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} of the clause", verb=v)
                if q.kind in ("money", "physical"):
                    return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
            elif q.kind == "money":
                return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
    return None


def _to_own_economy(scene: Scene, v: Group, i: int) -> bool:
    """Whether an amount is what guests or trade add to what a country makes: "to the Fijian economy"."""
    s = scene.s
    if any(scene.modes[j] in ("students", "visitors") for j in range(v.first) if s.clause[j] == v.clause):
        return True
    if s.lowers[i + 1 : i + 2] != ["to"]:
        return False
    return any(
        s.noun[j] in ("economy", "gdp", "GDP", "growth", "coffer", "revenue")
        for j in range(i + 2, min(s.n, i + 6))
    )


def _part_of_whole(scene: Scene, i: int, g: Group | None) -> int:
    """The flow that is said to be a share of a whole: "exports to Poland made up 2% of Norway's trade"; or -1."""
    s = scene.s
    if (
        s.lowers[i + 1 : i + 2] != ["of"]
        or g is None
        or g.passive
        or s.lowers[g.main] not in scene.words.share
    ):
        return -1
    if g.reduced or g.gerund or g.infinitive or g.relative:
        return -1
    j = subject_noun(scene, g, i)
    tied = [
        m
        for m in s.mentions
        if m.clause == s.clause[i] and m.governor == j and m.cue in ("to", "from", "with")
    ]
    return j if j >= 0 and scene.modes[j] in ("exports", "imports", "trade", "investment") and tied else -1


def _of_people(scene: Scene, i: int) -> bool:
    """Whether a per cent is one of a people: "40% of Kenyans support ties with Chad"."""
    s = scene.s
    j = i + 2 + (s.lowers[i + 2 : i + 3] in (["the"], ["all"]))
    if s.lowers[i + 1 : i + 2] != ["of"] or s.kinds[j : j + 1] != ["P"]:
        return False
    comes = j + 1 in s.verb_at and s.verb_at[j + 1].lemma in scene.words.visit_verbs
    return getattr(s.refs[j], "form", "") == "demonym" and s.lowers[j].endswith("s") and not comes


def _than_other_flow(scene: Scene, i: int) -> bool:
    """Whether a per cent sets one flow against the other: "exported 21% more than it imported"."""
    s = scene.s
    if s.lowers[i + 1 : i + 3] not in (["more", "than"], ["less", "than"]):
        return False
    near = [s.verb_at[j].lemma for j in range(i + 3, min(s.n, i + 7)) if j in s.verb_at]
    classes = scene.ctx.lexicon.classes_of_verb
    return any({"import_v", "export_v"} & classes.get(lemma, frozenset()) for lemma in near)


def _of_a_change(s: Sentence, i: int) -> bool:
    """Whether a multiple compares with another change: "three times higher than the 16 percent increase for all"."""
    behind = s.lowers[i + 1 : i + 4]
    change = next((j for j in range(i + 1, min(s.n, i + 5)) if s.kinds[j] == "Q"), -1)
    than = "than" in " ".join(behind).split()
    return than and change > 0 and s.refs[change].kind == "percent"


def _compares(s: Sentence, i: int) -> bool:
    """Whether a multiple goes with the number just before it: "$7.8 million, almost twice as much as in 2022"."""
    following = s.lowers[i + 1 : i + 3]
    behind = any(s.kinds[k] == "Q" for k in range(max(0, i - 14), i))
    return behind and (
        following[:1] in (["as"], ["more"], ["less"], ["the"], ["what"]) or following[1:2] == ["as"]
    )


def topic_of(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of the quantity at item ``i``; ``before`` is that of the number before it."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind == "count":
        return counted(scene, i) or _as_many_to(scene, i, before) or as_many_elsewhere(scene, i, before)
    if q.kind == "number":
        more = _as_many_to(scene, i, before) or as_many_elsewhere(scene, i, before)
        return more or counted(scene, i) or labelled_count(scene, i)
    if (sector := _of_sector(scene, i, before)) is not None:
        return sector
    if q.kind == "percent" and (_than_other_flow(scene, i) or _of_people(scene, i)):
        return None
    if found := sent_home(scene, i):
        return found
    if any(g.lemma == "differ" and g.main < i for g in s.groups):
        return None  # "the data differ by 144 million"
    if s.n > 3 and any(n in ("discrepancy", "difference", "mismatch") for n in s.noun[: min(4, i)]):
        return None  # "the difference in exports data is 25 million"
    if scene.domestic_near(i) or _of_all(s, i) or (q.kind == "multiple" and _of_a_change(s, i)):
        return None
    change = (
        q.kind == "money" and up_or_down(s, i) is not None
    )  # "reached $16 million, up $2 million from 2011"
    if before is not None and (change or (q.kind == "multiple" and _compares(s, i))):
        return Topic(
            before.mode, before.item, "the figure before it", before.actor, before.recipient,
            verb=verb_of(s, i), date=before.date, product=before.product, carried=True,
        )  # fmt: skip
    g = verb_of(s, i)
    if _of_making(scene, i, g) or _moves_own(scene, i):
        return None
    if q.kind == "percent" and (found := share_bought(scene, i, g)):
        return found
    if (
        q.kind == "money"
        and s.lowers[i + 1 : i + 2] == ["as"]
        and (j := noun_behind_preposition(scene, i)) >= 0
        and not ((k := scene.announcer(i)) >= 0 and scene.modes[k])
    ):
        if scene.modes[j] in ("loan", "aid", "investment"):
            return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} behind 'as'", verb=g)
    if q.kind == "percent" and (j := _part_of_whole(scene, i, g)) >= 0:
        return Topic(
            scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} that is a share, behind the number", verb=g
        )
    if q.kind == "money" and (found := _lent(scene, i, g)):
        return found
    steps = ((announced, "that announces the number"), (noun_behind, "behind the number"),
             (noun_behind_preposition, "behind the preposition"), (said_to_be, "that it is said to be"))  # fmt: skip
    for find, how in steps:
        j = -1 if q.kind == "multiple" else find(scene, i)
        if j >= 0 and _fits(scene.modes[j] or "", q.kind, find is noun_behind):
            topic = Topic(scene.modes[j] or "other", j, f"the noun {s.lowers[j]!r} {how}", verb=g)
            if (
                q.kind == "percent"
                and before is not None
                and not before.carried
                and before.mode in ("energy", "cargo")
            ):
                topic.of = before  # "21 bcm, about 31 percent of Italian imports"
            return topic
    if q.kind == "percent" and (found := goods_share(scene, i, g) or goods_sent(scene, i)):
        return found
    if q.kind in ("money", "physical") and (found := participle(scene, i)):
        return found
    if found := money_sent(scene, i, g) or exchanged(scene, i, g) or spent_on_goods(scene, i, g):
        return found
    if found := _of_verb(scene, i, g, before):
        return found
    levels = (
        g is not None and i - g.main < 4 and "reach" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, ())
    )
    if g is not None and q.kind == "money" and not (levels and subject_noun(scene, g, i) >= 0):
        j = object_noun(scene, g, i)
        if j >= 0:
            return Topic(scene.modes[j] or "other", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    j = noun_between(scene, g, i)
    if j < 0:
        j = _worth(scene, i)
    if j < 0:
        j = subject_noun(scene, g, i)
        if j == DOMESTIC:
            return None
    if j < 0 and q.kind == "multiple":
        j = next((k for k in range(i + 1, min(s.n, i + 5)) if scene.modes[k]), -1)  # "doubled its aid"
    if j >= 0 and _fits(scene.modes[j] or "", q.kind, False):
        return Topic(scene.modes[j] or "other", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    if j < 0 and (found := shipped_goods(scene, g) or changing_hands(scene, i) or goods_going(scene, i)):
        return found
    if found := price_of_line(scene, i):
        return found
    if q.kind == "money" and (j := _asset(scene, i)) >= 0:
        return Topic("investment", j, f"the cost of the {s.lowers[j]!r}", verb=g)
    if q.kind == "percent" and (found := share_of_flow(scene, i, g)):
        return found
    if (
        q.kind == "percent"
        and before is None
        and s.noun[i + 1 : i + 2]
        and s.noun[i + 1] in scene.words.change_nouns
    ):
        j = next((k for k in range(i - 1, -1, -1) if scene.modes[k] and s.clause[k] == s.clause[i] - 1), -1)
        if j >= 0:  # "traffic with China grows, with a 30 percent increase recorded"
            return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} before it", verb=g)
    if q.kind == "money" and (found := announced_to_help(scene, i, g) or told_by_verb(scene, i, g)):
        return found
    if before is not None and _goes_with(before.mode, q.kind):
        return Topic(
            before.mode, before.item, "the figure before it", before.actor, before.recipient,
            verb=g, date=before.date, product=before.product, carried=True,
        )  # fmt: skip
    return None


def _of_sector(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """A part of an investment that goes into a branch named like a figure: "75% in mining and 15% in trade", "40% to energy"."""
    s = scene.s
    if before is None or before.mode != "investment" or s.refs[i].kind not in ("percent", "money"):
        return None
    at = i + 1
    while at < s.n and at <= i + _NEAR and (s.lowers[at] in words("figures.topics", "placing")):
        at += 1
    if at + 2 >= s.n or s.lowers[at] not in ("in", "into", "to") or s.kinds[at + 1] != "w":
        return None
    branch = s.lowers[at + 1] in words("figures.topics", "branches")
    named = bool(s.noun[at + 1]) or s.lowers[at + 1].endswith("ing")
    placed = at > i + 1 and named and scene.modes[at + 1] is None and at + 1 not in s.verb_at
    if not (branch or placed) or s.lowers[at + 2] not in _ENDING:
        return None
    return Topic(
        before.mode, before.item, PART, before.actor, before.recipient, verb=before.verb, date=before.date, carried=True
    )  # fmt: skip


def _lent(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """Money lent, whatever it is for; money of an agreement "for a $5 million loan" is the loan's."""
    s = scene.s
    if g is not None and not g.passive and g.main < i <= g.main + _NEAR:
        if "lend_v" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, ()):
            return Topic("loan", g.main, f"the verb {g.lemma!r}", verb=g)
    if s.lowers[i - 1] in ("a", "an") and s.lowers[i - 2] in ("for", "on"):
        j = noun_behind(scene, i)
        if j >= 0 and scene.modes[j] in ("loan", "aid"):
            return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} behind the number", verb=g)
    return None


def _worth(scene: Scene, i: int) -> int:
    """The flow that "worth" or "exceeding" tells of: "to exports of pumps from Chad worth $4 billion"; or -1."""
    s = scene.s
    beyond = s.lowers[i].split(" ", 1)[0] in words("figures.topics", "exceeding")
    if not i or (s.lowers[i - 1] not in ("worth", "valued", "totalling", "totaling") and not beyond):
        return -1
    start = i - 1 - (not beyond)
    for j in range(start, max(-1, start - _NEAR), -1):
        joint = s.lowers[j] == "and" and s.kinds[j - 1] == s.kinds[j + 1] == "P"
        if j in s.verb_at or s.kinds[j] in "QD" or (s.lowers[j] in (",", ";", "and") and not joint):
            return -1
        if scene.modes[j] in ("exports", "imports", "trade", "loan", "aid"):
            return j
    return -1


def _as_many_to(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The same given to the next country: "20,000 masks to Chad and 10,000 to Niger"."""
    s = scene.s
    if before is None or before.mode != "aid" or s.refs[i].kind not in ("number", "count"):
        return None
    if s.lowers[i - 1] not in ("and", ",") or s.lowers[i + 1 : i + 2] not in (["to"], ["for"]):
        return None
    m = next((m for m in s.mentions if i + 1 < m.item <= i + 3 and not m.owner), None)
    if m is None or not before.actor or set(m.codes) & {*before.actor, *before.recipient}:
        return None
    return Topic(
        "aid", before.item, "as many to the next", before.actor, m.codes, verb=before.verb, carried=True
    )


def _of_making(scene: Scene, i: int, g: Group | None) -> bool:
    """Whether a change is one of what is made at home: "and production will grow by 60%"."""
    s = scene.s
    if g is None or s.refs[i].kind != "percent" or g.main > i:
        return False
    subject = [j for j in range(g.first) if s.clause[j] == g.clause]
    made = any(s.noun[j] in scene.words.made for j in subject)
    return made and not any(scene.modes[j] for j in subject)


def _moves_own(scene: Scene, i: int) -> bool:
    """Whether an amount is by how much a state moves what it spends at home: "will raise its health spending by $18 million"."""
    s = scene.s
    if s.lowers[i - 1] != "by" or i < 3:
        return False
    j = i - 2
    spent = s.lowers[j] in _SPENT or scene.is_domestic(j)
    return spent and any(s.lowers[k] in _OWNING for k in range(max(0, j - 5), j))


_SPENT = words("figures.topics", "spent")
_OWNING = frozenset({"its", "their", "his", "her", "'s", "’s"})


def _of_all(s: Sentence, i: int) -> bool:
    """Whether a number is one of all trade: "than the 16 percent increase for South Korean exports as a whole"."""
    stop = next((j for j in range(i + 1, s.n) if s.kinds[j] in "Q."), s.n)
    return any(s.lowers[j : j + 3] == ["as", "a", "whole"] for j in range(i + 1, stop))


_NAMED = 9
"""Items from a price to the thing built, with the places that name it: "$2 billion Lagos-Kano-Maradi railway". assumed"""


def _asset(scene: Scene, i: int) -> int:
    """The thing built that a price stands before: "a $17 billion rail scheme"; or -1."""
    s = scene.s
    for j in range(i + 1, min(s.n, i + _NAMED)):
        if s.kinds[j] in "PL-" or s.lowers[j] in ("-", "–", "—") or (s.kinds[j] == "H" and j > i + 1):
            continue  # "the $300 million Malaba-Kampala road"
        if s.kinds[j] != "w" or j in s.verb_at or (s.tags[j] & PREP and not s.noun[j]):
            return -1
        built = "infrastructure" in scene.ctx.lexicon.classes_of_noun.get(s.noun[j], ())
        if s.noun[j] in scene.words.assets or built:
            return j
    return -1


def _goes_with(mode: str, kind: str) -> bool:
    """Whether an amount of this kind can go on about the figure before it."""
    if mode in ("capacity", "energy", "cargo", "duration"):
        return kind == "multiple" or (kind == "percent" and mode != "capacity") or kind == "physical"
    return mode not in COUNTED or kind in ("percent", "multiple")


def _fits(mode: str, kind: str, adjacent: bool) -> bool:
    """Whether an amount of this kind can measure that mode."""
    if kind == "money":
        return mode not in COUNTED or mode == "projects"
    if kind == "physical":
        return mode not in ("loan", "aid", "investment", "other", "jobs", "companies", "students", "visitors")
    if kind == "percent" and adjacent:
        return mode in ("investment", "loan", "aid")
    return mode != "other"
