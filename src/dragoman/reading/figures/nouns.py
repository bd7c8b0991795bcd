"""The noun that a number belongs to by its place: before it, behind it, the subject or object of its verb."""

from __future__ import annotations

from dragoman.reading.figures.scenes import COUNTED, Scene
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "DOMESTIC",
    "announced",
    "noun_behind",
    "noun_behind_preposition",
    "noun_between",
    "object_noun",
    "said_to_be",
    "subject_noun",
    "verb_of",
]

# Verbs that are read as part of the number they stand before, and those whose clause such a number is not in.
_PASSING = ("exceed", "surpass", "topped", "tops")
_SHOWING = words("figures.nouns", "showing")
_MAKING_UP = words("figures.nouns", "making_up")
_PORTIONS = words("figures.nouns", "portions")
# Items from "made up", "accounted for" to the amount (assumed).
_TO_PART = 4
_RELATIVES = frozenset({"which", "who", "where", "whose"})
_ASIDE = frozenset({",", "–", "—", "-"})
DOMESTIC = -2  # the subject is a budget, an economy, a price


def announced(scene: Scene, i: int) -> int:
    """The topic noun that announces a number, or the nearest one of the label before a colon; or -1."""
    s = scene.s
    k = scene.announcer(i)
    if k >= 0 and scene.modes[k]:
        return k
    if (k := _before_party(scene, i)) >= 0:
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
    if j > 2 and s.lowers[j] in ("—", "–") and (k := _dashed_flow(scene, j)) >= 0:
        return k
    if j > 0 and s.lowers[j] == ":":
        heads = [k for k in range(j) if scene.modes[k] and s.clause[k] >= s.clause[j] - 1]
        opens = max((k for k in range(j) if _is_sum(s, k) or s.lowers[k] in ("(", ";")), default=-1)
        own = [
            k for k in heads if k > opens
        ]  # "came to $9 million (exports from Chad: $5 million, imports: $4 million)"
        return own[0] if own else heads[0] if heads else -1
    return -1


_OPENING = frozenset({"after", "having", "despite", "following", "since"})
_NOTED = frozenset("record register observe note report see post log witness mark achieve".split())


def _is_sum(s: Sentence, k: int) -> bool:
    return s.kinds[k] == "Q" and s.refs[k].kind == "money"


def _before_party(scene: Scene, i: int) -> int:
    """The loan, grant or contract whose worth is told behind its party: "a loan agreement with Chad worth $5 million"; or -1."""
    s, j = scene.s, i - 1
    while j > 0 and s.lowers[j] in scene.words.amount_fillers:
        j -= 1
    if s.lowers[j] not in ("worth", "valued", "totalling", "totaling", "amounting"):
        return -1
    k = j - 1
    while k > 0 and (s.kinds[k] == "P" or s.lowers[k] in ("the", "government", "of", "'s", "’s", ",")):
        k -= 1
    if k == j - 1 or s.lowers[k] not in ("with", "to", "for", "from", "in"):
        return -1
    return k - 1 if scene.modes[k - 1] in ("loan", "aid", "investment", "other") else -1


def _dashed_flow(scene: Scene, dash: int) -> int:
    """The flow right before a dash: "export of goods to Malta — $132 million", "imports — by 8 percent"; or -1."""
    s, j = scene.s, dash - 1
    while j > 0 and (
        s.kinds[j] == "P"
        or s.lowers[j] in ("to", "from", "of", "in", "into", "for", "goods", "products", "the")
    ):
        j -= 1
    return j if scene.modes[j] in ("exports", "imports", "trade", "investment", "aid", "loan") else -1


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


def noun_behind(scene: Scene, i: int) -> int:
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


def _part_of_trade(scene: Scene, i: int) -> bool:
    """Whether an amount is what a flow makes up of a sum: "exports to Mali accounted for $2 million of that"."""
    s = scene.s
    g = next((g for g in reversed(s.groups) if g.main < i), None)
    if s.refs[i].kind != "money" or g is None or not g.finite or i - g.main > _TO_PART:
        return False
    told = any(scene.modes[k] in ("exports", "imports") and s.clause[k] == g.clause for k in range(g.first))
    return told and g.lemma in words("figures.products", "partaking")


def noun_behind_preposition(scene: Scene, i: int) -> int:
    """The topic noun of "$6 billion in investments", "worth of exports", "a 5% rise in trade"."""
    s = scene.s
    j = i + 1
    if s.lowers[j : j + 2] == [",", "or"] and s.kinds[j + 2 : j + 3] == ["Q"] and not _of_flow(scene, i):
        j += 3  # "4 million euros, or 64%, of total imports"
    if (
        s.lowers[j : j + 1] == ["("] and s.refs[i].kind == "percent"
    ):  # "40 percent (5 billion euros) of its exports"
        j = next((k + 1 for k in range(j, min(s.n, j + 4)) if s.lowers[k] == ")"), j)
    elif s.refs[i].kind == "money" and s.lowers[j : j + 1] in (["("], [")"]):
        j = _behind_equivalent(s, i)
    if s.lowers[j : j + 2] == [",", "of"] and s.lowers[j + 2 : j + 3] not in (["which"], ["whom"], ["these"]):
        j += 1  # never "was worth $390 million, of which exports"
    if j < s.n and s.refs[i].kind == "percent" and s.noun[j] in scene.words.change_nouns | _PORTIONS:
        j += 1
    if j < s.n and s.lowers[j] in ("was", "were") and s.lowers[j + 1 : j + 3] == ["obtained", "from"]:
        j += 2
    if (v := s.verb_at.get(j + 1)) is not None and v.first == j and v.passive and v.lemma in _NOTED:
        j += 2  # "an increase of 30% was recorded in exports"
    if j < s.n - 1 and s.kinds[j] == "D" and s.lowers[j + 1] == "from":
        j += 1
    if j < s.n and s.lowers[j] == "from":  # "earned $28 million from electricity exports"
        stop = next((k for k in range(j + 1, min(s.n, j + 6)) if s.kinds[k] == "Q"), min(s.n, j + 6))
        return next((k for k in range(j + 1, stop) if scene.modes[k] == "exports"), -1)
    if j >= s.n or s.lowers[j] not in ("in", "in total", "of", "worth", "as", "for"):
        return -1
    if s.lowers[j] == "of" and _part_of_trade(scene, i):
        return -1  # "Chadian exports made up $2 million of the turnover": what made it up is told
    if s.lowers[j] == "as" and s.refs[i].kind == "percent":
        return -1  # "exports fell by 2 percent as fewer tourists came"
    for k in range(j + 1, min(s.n, j + 9)):
        counted = s.kinds[k] == "Q" and s.refs[k].kind == "count"  # "42 percent of Fiji's 870,000 visitors"
        if (s.kinds[k] in "DQ" and not counted) or (
            s.lowers[k] in (",", ";", ".", "(") and s.lowers[j] != "in"
        ):
            return -1
        if (k in s.verb_at and not s.verb_at[k].gerund and not scene.modes[k]) or scene.is_domestic(k):
            return -1
        if s.clause[k] != s.clause[i] and s.lowers[k] in ("but", "while", "whereas", "although"):
            return -1  # "sold $83 million in goods to B, but imports"
        if s.lowers[k] == "," and k + 1 in s.verb_at:
            return -1  # "by 18% in value, adding that imports"
        if scene.modes[k]:
            return k
    return -1


def _behind_equivalent(s: Sentence, i: int) -> int:
    """The item behind a sum and the same sum in another currency: "RM170 billion (US$38 billion) | in investments"."""
    opens = i + 1 if s.lowers[i + 1 : i + 2] == ["("] else -1
    if opens < 0 and s.lowers[i + 1 : i + 2] == [")"]:
        opens = next((k for k in range(i - 1, max(0, i - 3), -1) if s.lowers[k] == "("), -1)
        if opens < 1 or s.kinds[opens - 1] != "Q" or s.refs[opens - 1].kind != "money":
            return i + 1
    if opens < 0:
        return i + 1
    close = next((k for k in range(opens, min(s.n, opens + 4)) if s.lowers[k] == ")"), -1)
    inside = [k for k in range(opens, close) if s.kinds[k] == "Q"]
    same = len(inside) == 1 and s.refs[inside[0]].kind == "money"
    return close + 1 if same and s.lowers[close + 1 : close + 2] in (["in"], ["worth"], ["of"]) else i + 1


def _of_flow(scene: Scene, i: int) -> bool:
    """Whether a number is of the flow its clause opens with: "exports to Chad were worth €302m, or 30% of total trade"."""
    g = verb_of(scene.s, i)
    return g is not None and g.main < i and subject_noun(scene, g, i) >= 0


def said_to_be(scene: Scene, i: int) -> int:
    """The topic noun of "94 million rials were Omani exports", or -1."""
    s = scene.s
    j = i + 1
    while j < s.n and j <= i + 2 and s.lowers[j] in ("of", "which"):
        j += 1
    g = s.verb_at.get(j)
    form = s.lowers[j + 1 : j + 4] == ["the", "form", "of"]  # "$5 million took the form of loans"
    if g is None or g.passive or not (g.lemma in _MAKING_UP or form):
        return -1
    for k in range(j + 1, min(s.n, j + 6)):
        if s.kinds[k] in "DQ.":
            return -1
        if scene.modes[k]:
            return k
    return -1


def verb_of(s: Sentence, i: int) -> Group | None:
    """The verb group that a number follows in its clause."""
    told = [
        g for g in s.groups if not (g.reduced and g.lemma == "value")
    ]  # "goods, valued at $4 million, were"
    if s.kinds[i] == "Q" and s.lowers[i].startswith(_PASSING):  # "data show that trade exceeded $5 million"
        told = [g for g in told if g.lemma not in _SHOWING or g.main > i]
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


def object_noun(scene: Scene, g: Group, i: int) -> int:
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


def noun_between(scene: Scene, g: Group | None, i: int) -> int:
    """The topic noun between verb and number: "increasing bilateral trade to USD 10 billion"."""
    s, at = scene.s, i - 1
    while at > 0 and s.lowers[at] in words("figures.nouns", "sizing"):
        at -= 1  # "from the current $2 billion"
    if (
        g is None
        or not i
        or s.lowers[at]
        not in ("to", "at", "of", "by", "from", "reach", "reaching", "up to", "beyond", "past")
    ):
        return -1
    for j in range(i - 1, g.main, -1):
        if s.kinds[j] == "Q" and s.refs[j].kind != "count":  # "between the two countries at"
            if s.lowers[at] == "to" and j == at - 1 and s.lowers[j - 1] == "from":
                continue  # "raise trade from $10 billion to $15 billion"
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


def _before_aside(s: Sentence, g: Group | None) -> int:
    """Where an aside parts a verb from its subject: "exports to Chad, which was hit by floods, fell"; or -1."""
    if g is None or not g.finite or g.relative or not g.first or s.lowers[g.first - 1] not in _ASIDE:
        return -1
    for j in range(g.first - 2, 1, -1):
        if s.kinds[j] == "Q":
            return -1
        if s.lowers[j] in _RELATIVES and s.lowers[j - 1] == s.lowers[g.first - 1]:
            told = any(v.finite and v.main < j - 1 and v.clause == s.clause[j - 2] for v in s.groups)
            named = "P" in s.kinds[s.clause.index(s.clause[j - 2]) : j]
            return j - 1 if named and not told else -1
    return -1


def _behind_gerund(scene: Scene, i: int) -> int:
    """The flow that the next clause opens with: "After falling 20% in 2020, exports to Chad recovered"; or -1."""
    s = scene.s
    comma = next((j for j in range(i + 1, min(s.n, i + 6)) if s.lowers[j] == ","), -1)
    if comma < 0 or any(scene.modes[j] for j in range(i)):
        return -1
    stop = next((g.first for g in s.groups if g.finite and g.first > comma), comma)
    return next((j for j in range(comma + 1, stop) if scene.modes[j] in ("trade", "exports", "imports")), -1)


def _told_of_which(scene: Scene, g: Group) -> int:
    """The flow between "of which" and its verb: "of which Oman's exports to Chad made up"; or -1."""
    s = scene.s
    for j in range(g.first - 1, max(1, g.first - 12), -1):
        if s.lowers[j] == "which":
            named = [k for k in range(j + 1, g.first) if scene.modes[k]] if s.lowers[j - 1] == "of" else []
            return named[0] if named else -1
        if s.kinds[j] == "Q":
            return -1
    return -1


def _in_aside(s: Sentence, j: int, stop: int) -> bool:
    """Whether a participle between commas stands before a noun, with no flow before it of which it tells."""
    if "," not in s.lowers[j:stop]:
        return False
    g = next((g for g in reversed(s.groups) if g.first < j), None)
    if (
        g is None
        or not g.reduced
        or g.first < 2
        or s.lowers[g.first - 1] != ","
        or "," in s.lowers[g.first : j]
    ):
        return False
    return s.lowers[g.main + 1 : g.main + 2] == ["by"]


def subject_noun(scene: Scene, g: Group | None, i: int) -> int:
    """The topic noun before the verb (or before the number) in the clause, the head of its phrase."""
    s, c = scene.s, scene.s.clause[i]
    aside = _before_aside(s, g)
    loose = g is not None and (
        g.relative or g.reduced or g.gerund or g.infinitive or _shares_subject(scene, g)
    )
    if g is not None and g.first and s.clause[g.first - 1] != c and not s.tags[g.first - 1] & CONJ:
        loose = True  # the clause opens with its verb: what is told of stands before
    stop = g.first if g is not None else i
    if aside > 0:
        stop, c, loose = aside, s.clause[aside - 1], False
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
    if g is not None and g.gerund and s.lowers[0] in _OPENING and (ahead := _behind_gerund(scene, i)) >= 0:
        return ahead
    if g is not None and g.relative and (told := _told_of_which(scene, g)) >= 0:
        return told
    for j in range(stop - 1, -1, -1):
        if s.clause[j] != c and not (loose and s.clause[j] >= c - 1):
            break
        if s.noun[j] == "economy" and {"in", "to", "into"} & set(s.lowers[max(0, j - 4) : j]):
            continue  # "investments in the Uzbek economy", "exports to the strongest European economy"
        if scene.is_domestic(j) and s.kinds[j] == "w" and best < 0 and j not in s.verb_at:
            return DOMESTIC
        if scene.modes[j] and _in_aside(s, j, stop):
            continue  # "its economy, buoyed by exports to Chad, grew by 5%"
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
            if k > 0 and s.lowers[k] == "on" and scene.is_domestic(k - 1):
                return DOMESTIC  # "the tariff on exports was cut to 5%"
            doers = k > 0 and s.lowers[k] == "by" and scene.modes[j] in COUNTED  # "sales by Polish firms"
            if not doers and (
                k < 0 or not s.tags[k] & PREP or s.lowers[k] not in ("of", "in", "for", "through")
            ):
                return j
    return best
