"""What a number measures: the noun or verb that a quantity belongs to.

A topic is found, in this order: the noun that announces the number ("a loan of $5 million"), the
noun right behind it ("a $400 million loan"), the noun behind "in" or "worth of", the noun that it
is said to be ("94 million were exports"), the verb it is the object of ("invested $76.3 million"),
the subject of the clause ("exports ... rose to"), then the topic of the number before it.
"""

from __future__ import annotations

from dragoman.reading.clauses import Group
from dragoman.reading.figure_goods import VERB_MODES, goods_sent, goods_share, participle, share_of_flow
from dragoman.reading.figure_remittances import money_sent
from dragoman.reading.figure_scenes import COUNTED, Scene, Topic
from dragoman.reading.lexicon import CONJ, PREP, SUB
from dragoman.reading.sentences import Sentence

__all__ = ["topic_of"]

# A smaller bare number behind a count's verb may be a day or a place (assumed).
_FEWEST = 100
_DOMESTIC = -2  # the subject is a budget, an economy, a price


def _announced(scene: Scene, i: int) -> int:
    """The topic noun that announces a number, or the nearest one of the label before a colon; or -1."""
    s = scene.s
    k = scene.announcer(i)
    if k >= 0 and scene.modes[k]:
        return k
    if i > 3 and s.lowers[i - 1] == "of" and s.lowers[i - 2] == "," and s.lowers[i - 3] in scene.words.picks:
        return next((k for k in range(i - 4, -1, -1) if scene.modes[k]), -1)  # "the first, of $250 million"
    j = i - 1
    while j > 0 and s.lowers[j] in scene.words.amount_fillers:
        j -= 1
    if (k := _joined_flow(scene, j)) >= 0:
        return k
    if scene.modes[j] in ("exports", "imports", "trade"):
        return j  # "and imports $15 million"
    if s.lowers[j] == ",":
        while j > 0 and (s.kinds[j - 1] == "P" or s.lowers[j - 1] in ("from", "to", "with", "the")):
            j -= 1
        if scene.modes[j - 1] in ("exports", "imports", "trade") and not any(
            s.clause[g.main] == s.clause[i] and g.main > j - 4 for g in s.groups if g.main < i
        ):
            return j - 1  # "its import from Russia, 52 million"
        return -1
    if j > 0 and s.lowers[j] == ":":
        heads = [k for k in range(j) if scene.modes[k] and s.clause[k] >= s.clause[j] - 1]
        return heads[0] if heads else -1
    return -1


def _joined_flow(scene: Scene, j: int) -> int:
    """A second flow whose verb is left out: "and Canadian investment in Korea C$1.4 billion"; or -1."""
    s = scene.s
    if j < 3 or s.kinds[j] != "P":
        return -1
    k = j - 1
    while k > j - 3 and s.lowers[k] in ("from", "to", "in", "the"):
        k -= 1
    opens = k - 1
    while opens > 0 and (
        s.kinds[opens] == "P" or s.lowers[opens] in ("its", "their", "'s", "’s", "total", "direct")
    ):
        opens -= 1
    flow = scene.modes[k] in ("exports", "imports", "trade", "investment")
    return k if k < j - 1 and flow and s.lowers[opens] in ("and", ",", ";", "while") else -1


def _behind(scene: Scene, i: int) -> int:
    """The topic noun that a number stands before: "$400 million sovereign loan"."""
    s = scene.s
    start = i + 1
    if s.lowers[start : start + 1] == ["("]:  # "a $250 million (about Rs 1,870 crore) line of credit"
        start = next((j + 1 for j in range(start, min(s.n, i + 8)) if s.lowers[j] == ")"), start)
    for j in range(start, min(s.n, start + 5)):
        tag = s.tags[j]
        if s.kinds[j] in "DQ" or (s.kinds[j] == "." and s.lowers[j] != "-"):
            return -1
        if s.kinds[j] == "w" and ((tag & (PREP | CONJ | SUB) and not s.noun[j]) or j in s.verb_at):
            return -1
        if scene.modes[j]:
            return j
    return -1


def _behind_preposition(scene: Scene, i: int) -> int:
    """The topic noun of "$6 billion in investments", "worth of exports", "a 5% rise in trade"."""
    s = scene.s
    j = i + 1
    if s.lowers[j : j + 2] == [",", "or"] and s.kinds[j + 2 : j + 3] == ["Q"]:
        j += 3  # "4 million euros, or 64%, of total imports"
    if s.lowers[j : j + 2] == [",", "of"]:
        j += 1
    if j < s.n and s.refs[i].kind == "percent" and s.noun[j] in scene.words.change_nouns:
        j += 1
    if j < s.n and s.lowers[j] in ("was", "were") and s.lowers[j + 1 : j + 3] == ["obtained", "from"]:
        j += 2
    if j < s.n - 1 and s.kinds[j] == "D" and s.lowers[j + 1] == "from":
        j += 1
    if j < s.n and s.lowers[j] == "from":  # "earned $28 million from electricity exports"
        return next((k for k in range(j + 1, min(s.n, j + 6)) if scene.modes[k] == "exports"), -1)
    if j >= s.n or s.lowers[j] not in ("in", "of", "worth", "as", "for"):
        return -1
    for k in range(j + 1, min(s.n, j + 9)):
        counted = s.kinds[k] == "Q" and s.refs[k].kind == "count"  # "42 percent of Fiji's 870,000 visitors"
        if (s.kinds[k] in "DQ" and not counted) or (
            s.lowers[k] in (",", ";", ".", "(") and s.lowers[j] != "in"
        ):
            return -1
        if (k in s.verb_at and not s.verb_at[k].gerund and not scene.modes[k]) or scene.is_domestic(k):
            return -1
        if s.lowers[k] == "," and k + 1 in s.verb_at:
            return -1  # "by 18% in value, adding that imports"
        if scene.modes[k]:
            return k
    return -1


def _said_to_be(scene: Scene, i: int) -> int:
    """The topic noun of "94 million rials were Omani exports", or -1."""
    s = scene.s
    j = i + 1
    while j < s.n and j <= i + 2 and s.lowers[j] in ("of", "which"):
        j += 1
    g = s.verb_at.get(j)
    if g is None or g.lemma not in ("be", "represent", "constitute"):
        return -1
    for k in range(j + 1, min(s.n, j + 6)):
        if s.kinds[k] in "DQ.":
            return -1
        if scene.modes[k]:
            return k
    return -1


def _verb_of(s: Sentence, i: int) -> Group | None:
    """The verb group that a number follows in its clause."""
    told = [
        g for g in s.groups if not (g.reduced and g.lemma == "value")
    ]  # "goods, valued at $4 million, were"
    before = [g for g in told if g.main < i and s.clause[g.main] == s.clause[i]]
    if before:
        return before[-1]
    parted = [g for g in told if g.main + 1 < i and s.clause[g.main] == s.clause[i] - 1]
    if (
        parted
        and s.lowers[i - 1] == "," == s.lowers[parted[-1].main + 1]
        and s.tags[parted[-1].main + 2] & PREP
    ):
        return parted[-1]  # "will provide, through its agency, $64 million"
    # "about $400,000 were allocated": the number is the subject of a passive
    after = [g for g in told if g.first > i and s.clause[g.main] == s.clause[i]]
    return after[0] if after and after[0].passive else None


def _chain(g: Group | None) -> list[Group]:
    """The verb before the number and its governors, nearest first."""
    out: list[Group] = []
    while g is not None and len(out) < 3:
        out.append(g)
        g = g.governor
    return out


def _of_verb(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """The topic that a verb gives: "invested", "exported", "donated", "owes", "pays"."""
    s, q, words = scene.s, scene.s.refs[i], scene.words
    for v in _chain(g):
        classes = scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        if q.kind == "percent" and s.lowers[i + 1 : i + 2] in (["less"], ["more"], ["fewer"]) and v is g:
            mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in classes), None)
            if mode and not v.passive:  # "Egypt bought 55% less"
                return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
        if q.kind == "money":
            if v.lemma in words.debtors:
                return Topic("loan", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma in words.paying:
                return Topic("other", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "cost" and not any(m.cue == "obj" and m.governor == v.main for m in s.mentions):
                return Topic("investment", v.main, "the verb 'cost'", verb=v)
            if v.lemma == "send" and s.lowers[v.main + 1 : v.main + 2] == ["home"]:
                return None  # what workers earn abroad
            if v.lemma == "make" and "available" in (
                *s.lowers[v.main + 1 : v.main + 2],
                *s.lowers[i + 1 : i + 3],
            ):
                return Topic(_gift(scene, v, ()), v.main, "what is made available", verb=v)
            sold = {"goods", "products", "exports", "commodities"} & set(s.lowers[v.main + 1 : i])
            if v.lemma in words.getters and s.lowers[i - 1] == "worth" and sold:
                return Topic("exports", v.main, "goods received", verb=v)
            if v.lemma in ("take", "absorb") and s.lowers[i - 1] == "worth" and sold:
                return Topic("imports", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma in ("put", "sink") and s.lowers[i + 1 : i + 2] == ["into"] and not v.passive:
                return Topic("investment", v.main, f"the verb {v.lemma!r}", verb=v)
            taken = v.lemma in ("take over", "acquire") or (
                v.lemma == "take" and s.lowers[v.main + 1] == "over"
            )
            if taken and s.lowers[i - 1] in ("for", "at"):
                return Topic("investment", v.main, f"the verb {v.lemma!r}", verb=v)
            if v.lemma == "trade" and (
                v.passive or s.lowers[v.main + 1 : v.main + 2] in (["goods"], ["products"])
            ):
                return Topic("trade", v.main, "the verb 'trade'", verb=v)
            if v.lemma in words.getters and not v.passive and _from_party(scene, v, i):
                return Topic(_gift(scene, v, ("from",)), v.main, f"the verb {v.lemma!r}", verb=v)
            if s.lowers[i - 1] == "with" and v.lemma in words.supporters:
                return Topic("aid", v.main, f"the verb {v.lemma!r}", verb=v)
            if s.lowers[i - 1] == "for" and "build_v" in classes and not v.passive:
                return Topic("investment", v.main, f"the price of what is built ({v.lemma!r})", verb=v)
        for name, mode in VERB_MODES.items():
            if name not in classes:
                continue
            if mode == "aid":
                if v.lemma == "contribute" and v.gerund and "to" not in s.lowers[i + 1 : i + 4]:
                    continue  # "India followed with 12 percent, contributing $950 million"
                if q.kind == "money" and s.lowers[v.main + 1 : v.main + 2] == ["to"]:
                    continue  # "contributing to a rise of $5 million"
                if q.kind == "money" and (j := _adds_to(scene, i)) >= 0:
                    return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} it adds to", verb=v)
                if q.kind == "money" and _object_noun(scene, v, i) < 0:
                    return Topic(_gift(scene, v, ()), v.main, f"the verb {v.lemma!r}", verb=v)
                if q.kind == "physical" and _is_relief(scene, v):
                    return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
                continue
            if mode in ("exports", "imports"):
                if q.kind == "physical" and mode == "exports" and _is_relief(scene, v):
                    return Topic("aid", v.main, f"the verb {v.lemma!r}", verb=v)
                if q.kind in ("money", "physical"):
                    return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
            elif q.kind == "money":
                return Topic(mode, v.main, f"the verb {v.lemma!r}", verb=v)
    return None


def _gift(scene: Scene, v: Group, cues: tuple[str, ...]) -> str:
    """Money given is aid, from a bank a loan."""
    s = scene.s
    givers = [m for m in s.mentions if m.clause == v.clause and (m.cue in cues if cues else m.item < v.first)]
    givers = givers or [m for m in s.mentions if m.item < v.first]
    return "loan" if any(c in scene.words.lenders for m in givers for c in m.codes) else "aid"


def _from_party(scene: Scene, v: Group, i: int) -> bool:
    """Whether money got comes from a party named right behind: "received $1 billion from India"."""
    s = scene.s
    return v.main < i <= v.main + 3 and any(
        m.cue == "from" and i < m.item <= i + 8 and m.clause == v.clause for m in s.mentions
    )


def _adds_to(scene: Scene, i: int) -> int:
    """The exports that an amount is a part of: "contributed $2 billion to Uganda's export earnings"; or -1."""
    s = scene.s
    at = next((j for j in range(i + 1, min(s.n, i + 6)) if s.lowers[j] == "to"), -1)
    if at < 0:
        return -1
    return next(
        (j for j in range(at + 1, min(s.n, at + 6)) if scene.modes[j] in ("exports", "imports", "trade")), -1
    )


def _is_relief(scene: Scene, v: Group) -> bool:
    """Whether what is sent is a gift: the verb says so or the clause names what is given in need."""
    if v.lemma in scene.words.give_only:
        return True
    s = scene.s
    return "give_v" in scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset()) and any(
        s.lowers[j] in scene.words.relief for j in range(s.n) if s.clause[j] == s.clause[v.main]
    )


def _object_noun(scene: Scene, g: Group, i: int) -> int:
    """A loan, grant or investment named behind the verb in the number's clause, the nearest; or -1."""
    s, best = scene.s, -1
    for j in range(g.main + 1, s.n):
        if s.clause[j] != s.clause[i] or scene.modes[j] not in ("loan", "aid", "investment", "other"):
            continue
        if any(s.kinds[k] == "Q" and s.refs[k].kind == "money" for k in range(min(i, j) + 1, max(i, j))):
            continue
        if any(max(g.main, i) < v.main < j and v.infinitive for v in s.groups):
            continue  # "to provide assistance": the purpose, not what is given
        if best < 0 or abs(j - i) < abs(best - i):
            best = j
    return best


def _between(scene: Scene, g: Group | None, i: int) -> int:
    """The topic noun between verb and number: "increasing bilateral trade to USD 10 billion"."""
    s = scene.s
    if (
        g is None
        or not i
        or s.lowers[i - 1]
        not in ("to", "at", "of", "by", "from", "reach", "reaching", "up to", "beyond", "past")
    ):
        return -1
    for j in range(i - 1, g.main, -1):
        if s.kinds[j] == "Q":
            return -1
        if scene.modes[j]:
            return j
    return -1


def _shares_subject(scene: Scene, g: Group) -> bool:
    """Whether a verb has the subject of the one before it: "exports grew in 2024 and reached $5 billion"."""
    s, c = scene.s, scene.s.clause[g.first]
    opening = [j for j in range(g.first) if s.clause[j] == c]
    joined = bool(opening) and s.lowers[opening[0]] in ("and", "but") and len(opening) <= 2
    # The clause before must have moved something too: a noun there is its subject.
    return joined and any(v.main < opening[0] and s.clause[v.main] == c - 1 for v in s.groups)


def _subject(scene: Scene, g: Group | None, i: int) -> int:
    """The topic noun before the verb (or before the number) in the clause, the head of its phrase."""
    s, c = scene.s, scene.s.clause[i]
    loose = g is not None and (
        g.relative or g.reduced or g.gerund or g.infinitive or _shares_subject(scene, g)
    )
    if g is not None and g.first and s.clause[g.first - 1] != c and not s.tags[g.first - 1] & CONJ:
        loose = True  # the clause opens with its verb: what is told of stands before
    stop = g.first if g is not None else i
    best = -1
    if (
        g is not None
        and g.relative
        and scene.modes[stop - 1]
        and "which" in s.lowers[max(0, stop - 5) : stop]
    ):
        return stop - 1  # "of which Russian exports made up"
    if g is not None and g.relative and s.lowers[stop - 1] == "which":
        named = stop - 3 if s.lowers[stop - 2] == "," else stop - 2
        if named >= 0 and scene.modes[named]:
            return named  # "12% of bilateral trade, which amounted to"
    for j in range(stop - 1, -1, -1):
        if s.clause[j] != c and not (loose and s.clause[j] >= c - 1):
            break
        if s.noun[j] == "economy" and {"in", "to", "into"} & set(s.lowers[max(0, j - 4) : j]):
            continue  # "investments in the Uzbek economy", "exports to the strongest European economy"
        if scene.is_domestic(j) and s.kinds[j] == "w" and best < 0 and j not in s.verb_at:
            return _DOMESTIC
        if scene.modes[j]:
            best = j
            # the head of "exports of goods from X to Y" stands first: take a noun with no preposition before it
            k = j - 1
            while (
                k >= 0
                and s.kinds[k] in "wP"
                and not s.tags[k] & PREP
                and s.clause[k] == s.clause[j]
                and k not in s.verb_at
                and not (
                    s.tags[k] & CONJ and s.kinds[k - 1] == "P"
                )  # "in Uzbekistan and Turkish investments"
            ):
                k -= 1
            if k < 0 or not s.tags[k] & PREP or s.lowers[k] not in ("of", "in", "for", "through"):
                return j
    return best


def _counted(scene: Scene, i: int) -> Topic | None:
    """What is counted, as the annotator of quantities found it: "100 Bulgarian-capital companies"."""
    s, words = scene.s, scene.words
    span = s.refs[i].noun_span
    j = next((j for j in range(i + 1, s.n) if span and s.starts[j] <= span[0] < s.ends[j]), -1)
    if span is None and s.kinds[i + 1 : i + 2] == ["P"] and any(v.first == i + 2 for v in s.groups):
        j = i + 1  # "120,000 Thais"
    if j < 0:
        return None
    g = _verb_of(s, i) or next((v for v in s.groups if v.first > i and s.clause[v.main] == s.clause[i]), None)
    mode = scene.modes[j]
    how = f"the noun {s.lowers[j]!r} behind the number"
    after = next((v for v in s.groups if v.first in (j + 1, j + 2) and v.finite), None)
    if after is not None and after.lemma in (*words.visit_verbs, *words.study_verbs):
        g = after  # "officials said 205,000 Russians visited"
    if s.kinds[j] == "P" or s.noun[j] in words.people:
        if g is not None and g.lemma in words.employers and g.main < i and not g.passive:
            return Topic("jobs", j, how, verb=g)
        named = s.codes[j] or (s.codes[j - 1] if s.kinds[j - 1] == "P" else ())
        if not named or g is None or g.main < i:
            return None
        mode = (
            "visitors"
            if g.lemma in words.visit_verbs
            else "students"
            if g.lemma in words.study_verbs and (s.kinds[j] == "P" or g.lemma in ("study", "enrol", "enroll"))
            else None
        )
        return Topic(mode, j, how, named, verb=g) if mode else None
    if mode in COUNTED:
        return Topic(mode, _owned_one(scene, mode, i, j), how, verb=g)
    person = "person_group" in scene.ctx.lexicon.classes_of_noun.get(s.noun[j], ())
    if g is not None and g.main < i and g.lemma in words.give_only and _is_relief(scene, g) and not person:
        return Topic("aid", g.main, f"the verb {g.lemma!r}", verb=g)
    return None


def _owned_one(scene: Scene, mode: str, i: int, j: int) -> int:
    """Whose they are, where said before the number: "Indian tourists who came numbered 39,000 tourists"."""
    s = scene.s
    if any(m.owner and m.head_item == j for m in s.mentions) or "number" not in s.lowers[:i]:
        return j
    at = s.lowers.index("number")
    owned = [
        k
        for k in range(at, i)
        if scene.modes[k] == mode and any(m.owner and m.head_item == k for m in s.mentions)
    ]
    return owned[-1] if owned else j


def _levels(scene: Scene, g: Group) -> bool:
    """Whether a verb says how many there are or were: "arrivals were 34,671", "rose to 3,692"."""
    if g.lemma in ("be", "number"):
        return True
    return bool({"reach", "rise", "fall"} & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset()))


def _labelled_count(scene: Scene, i: int) -> Topic | None:
    """A bare number behind a label or a counting subject: "Maltese companies in Libya: 60"."""
    s = scene.s
    j = _announced(scene, i)
    if j >= 0 and scene.modes[j] in COUNTED:
        return Topic(scene.modes[j] or "", j, f"the label {s.lowers[j]!r}")
    g = _verb_of(s, i)
    if "number" not in s.lowers:
        j = _subject(scene, g, i) if g is not None and _levels(scene, g) else -1
        if j < 0 or scene.modes[j] not in ("visitors", "students") or (s.refs[i].value or 0) < _FEWEST:
            return None
        return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    j = _subject(scene, g, i)
    if j < 0 or scene.modes[j] not in COUNTED:  # "the number of tourists who visited Egypt hit 8,000"
        at = s.lowers.index("number")
        j = next((k for k in range(at + 1, min(i, at + 6)) if scene.modes[k]), -1)
        if s.lowers[at + 1 : at + 2] != ["of"]:
            j = -1
    if j >= 0 and scene.modes[j] in COUNTED and g is not None:
        return Topic(scene.modes[j] or "", j, f"the number of {s.lowers[j]!r}", verb=g)
    return None


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
    j = _subject(scene, g, i)
    tied = [
        m
        for m in s.mentions
        if m.clause == s.clause[i] and m.governor == j and m.cue in ("to", "from", "with")
    ]
    return j if j >= 0 and scene.modes[j] in ("exports", "imports", "trade", "investment") and tied else -1


def _of_a_change(s: Sentence, i: int) -> bool:
    """Whether a multiple compares with another change: "three times higher than the 16 percent increase for all"."""
    behind = s.lowers[i + 1 : i + 4]
    change = next((j for j in range(i + 1, min(s.n, i + 5)) if s.kinds[j] == "Q"), -1)
    than = "than" in " ".join(behind).split()
    return than and change > 0 and s.refs[change].kind == "percent"


def _compares(s: Sentence, i: int) -> bool:
    """Whether a multiple goes with the number just before it: "$7.8 million, almost twice as much as in 2022"."""
    following = s.lowers[i + 1 : i + 3]
    behind = any(s.kinds[k] == "Q" for k in range(max(0, i - 8), i))
    return behind and (
        following[:1] in (["as"], ["more"], ["less"], ["the"], ["what"]) or following[1:2] == ["as"]
    )


def topic_of(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The topic of the quantity at item ``i``; ``before`` is that of the number before it."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind == "count":
        return _counted(scene, i)
    if q.kind == "number":
        return _counted(scene, i) or _labelled_count(scene, i)
    if scene.domestic_near(i) or _of_all(s, i) or (q.kind == "multiple" and _of_a_change(s, i)):
        return None
    if q.kind == "multiple" and before is not None and _compares(s, i):
        return Topic(
            before.mode, before.item, "the figure before it", before.actor, before.recipient,
            verb=_verb_of(s, i), date=before.date, product=before.product, carried=True,
        )  # fmt: skip
    g = _verb_of(s, i)
    if _of_making(scene, i, g):
        return None
    if q.kind == "money" and s.lowers[i + 1 : i + 2] == ["as"] and (j := _behind_preposition(scene, i)) >= 0:
        if scene.modes[j] in ("loan", "aid", "investment"):
            return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} behind 'as'", verb=g)
    if q.kind == "percent" and (j := _part_of_whole(scene, i, g)) >= 0:
        return Topic(
            scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} that is a share, behind the number", verb=g
        )
    steps = ((_announced, "that announces the number"), (_behind, "behind the number"),
             (_behind_preposition, "behind the preposition"), (_said_to_be, "that it is said to be"))  # fmt: skip
    for find, how in steps:
        j = -1 if q.kind == "multiple" else find(scene, i)
        if j >= 0 and _fits(scene.modes[j] or "", q.kind, find is _behind):
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
    if found := money_sent(scene, i, g):
        return found
    if found := _of_verb(scene, i, g):
        return found
    levels = (
        g is not None and i - g.main < 4 and "reach" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, ())
    )
    if g is not None and q.kind == "money" and not (levels and _subject(scene, g, i) >= 0):
        j = _object_noun(scene, g, i)
        if j >= 0:
            return Topic(scene.modes[j] or "other", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    j = _between(scene, g, i)
    if j < 0:
        j = _subject(scene, g, i)
        if j == _DOMESTIC:
            return None
    if j < 0 and q.kind == "multiple":
        j = next((k for k in range(i + 1, min(s.n, i + 5)) if scene.modes[k]), -1)  # "doubled its aid"
    if j >= 0 and _fits(scene.modes[j] or "", q.kind, False):
        return Topic(scene.modes[j] or "other", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
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
    if before is not None and _goes_with(before.mode, q.kind):
        return Topic(
            before.mode, before.item, "the figure before it", before.actor, before.recipient,
            verb=g, date=before.date, product=before.product, carried=True,
        )  # fmt: skip
    return None


def _of_making(scene: Scene, i: int, g: Group | None) -> bool:
    """Whether a change is one of what is made at home: "and production will grow by 60%"."""
    s = scene.s
    if g is None or s.refs[i].kind != "percent" or g.main > i:
        return False
    subject = [j for j in range(g.first) if s.clause[j] == g.clause]
    made = any(s.noun[j] in scene.words.made for j in subject)
    return made and not any(scene.modes[j] for j in subject)


def _of_all(s: Sentence, i: int) -> bool:
    """Whether a number is one of all trade: "than the 16 percent increase for South Korean exports as a whole"."""
    stop = next((j for j in range(i + 1, s.n) if s.kinds[j] in "Q."), s.n)
    return any(s.lowers[j : j + 3] == ["as", "a", "whole"] for j in range(i + 1, stop))


def _asset(scene: Scene, i: int) -> int:
    """The thing built that a price stands before: "a $17 billion rail scheme"; or -1."""
    s = scene.s
    for j in range(i + 1, min(s.n, i + 6)):
        if s.kinds[j] != "w" or j in s.verb_at or (s.tags[j] & PREP and not s.noun[j]):
            return -1
        if s.noun[j] in scene.words.assets:
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
