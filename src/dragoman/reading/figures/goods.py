"""Figures of goods that a verb tells: a share of what is sold, an amount of what was exported."""

from __future__ import annotations

from dragoman.reading.figures.neighbours import bracketed_goods
from dragoman.reading.figures.roles import codes_of, doers_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import SUB
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "ANY_GOODS",
    "VERB_MODES",
    "goods_before",
    "goods_sent",
    "goods_share",
    "is_contraband",
    "of_services",
    "participle",
    "share_bought",
    "share_of_flow",
    "told_by_verb",
]

_ALL_GOODS = words("figures.goods", "all_goods")
_GETTING = words("figures.goods", "getting")
_SUPPLYING = words("figures.goods", "supplying")
_USING = words("figures.goods", "using")
_NEEDS = words("figures.goods", "needs")
# Behind a share its user stands no further (assumed).
_FAR_USER = 9
_YEARLY = words("figures.goods", "yearly")
VERB_MODES = {
    "export_v": "exports",
    "import_v": "imports",
    "invest_v": "investment",
    "lend_v": "loan",
    "give_v": "aid",
}

ANY_GOODS = words("figures.goods", "any_goods")


def of_services(s: Sentence, item: int) -> bool:
    """Whether a trade is one in services: "services trade", "trade in services"; none of goods."""
    if item < 0:
        return False
    return (
        "services" in s.lowers[item]
        or (item > 0 and s.lowers[item - 1] in ("services", "service"))
        or (s.lowers[item + 1 : item + 3] == ["in", "services"] and s.lowers[item + 3 : item + 4] != ["and"])
    )


def goods_before(scene: Scene, item: int) -> str | None:
    """Goods that no list of products has, right before the flow: "garment exports"."""
    s = scene.s
    if item < 1 or s.noun[item] not in ("export", "import") or s.kinds[item - 1] != "w":
        return None
    noun = s.noun[item - 1]
    known = "energy_goods" in scene.ctx.lexicon.classes_of_noun.get(noun, ())
    return s.lowers[item - 1] if known and noun not in ANY_GOODS else None


def share_bought(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """A share of one country's goods that another sells it: "buys 40 percent of its wheat from Chad", "supplied 13 percent of the oil that Peru burns"."""
    s = scene.s
    if g is None or g.passive or s.lowers[i + 1 : i + 2] != ["of"] or not 0 < i - g.main < 5:
        return None
    doer = codes_of(doers_of(scene, g, i))
    if len(doer) != 1 or not _goods_behind(scene, i):
        return None
    classes = scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
    how = "a share of goods, behind the number"
    if "import_v" in classes or g.lemma in _GETTING:
        seller = without(codes_of([m for m in s.mentions if m.item > i and m.cue == "from"][:1]), doer)
        return Topic("imports", g.main, how, doer, seller, verb=g) if seller else None
    if "export_v" in classes or g.lemma in _SUPPLYING:
        buyer = without(codes_of(_users(scene, i)), doer)
        return Topic("exports", g.main, how, doer, buyer, verb=g) if len(buyer) == 1 else None
    return None


def _goods_behind(scene: Scene, i: int) -> bool:
    """Whether goods, or the need of them, are what a share is of."""
    s = scene.s
    stop = next((j for j in range(i + 2, min(s.n, i + 10)) if s.kinds[j] in "QD."), min(s.n, i + 10))
    if any(s.noun[j].rpartition(" ")[2] in _NEEDS for j in range(i + 2, stop)):
        return True
    return bool(scene.ctx.within(scene.ctx.products, s.starts[i], s.ends[stop - 1])) or any(
        "energy_carrier" in scene.ctx.lexicon.classes_of_noun.get(s.noun[j], ()) for j in range(i + 2, stop)
    )


def _users(scene: Scene, i: int) -> list[Mention]:
    """Whose goods a share is of: "Peru's gas", "US crude imports", "the oil Peru burns", "the gas used in Peru"."""
    s = scene.s
    behind = [m for m in s.mentions if i < m.item <= i + _FAR_USER and m.kind == "P"]
    uses = [v for v in s.groups if v.main > i and v.lemma in _USING]
    owners = [m for m in behind if m.owner]
    users = [m for m in behind for v in uses if (not v.passive or v.reduced) and 0 < v.first - m.item < 3]
    places = [m for m in behind for v in uses if m.item > v.main and m.cue in ("in", "by")]
    return (owners or users or places)[:1]


def goods_share(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """A share of one country's goods that another takes: "takes 40 percent of Honduran shrimp"."""
    s = scene.s
    if g is not None and not g.passive and s.lowers[i + 1 : i + 2] == ["of"] and i - g.main < 4:
        sells = "export_v" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, ())
        own = s.lowers[i + 2 : i + 3] in (["its"], ["their"])
        if sells and own and any(m.cue == "to" and m.item > i for m in s.mentions):
            return Topic("exports", g.main, "a share of its goods, behind the number", verb=g)
    if (
        i + 2 >= s.n
        or s.lowers[i + 1] != "of"
        or g is None
        or g.lemma not in ("take", "buy", "purchase", "import", "absorb")
    ):
        return None
    sold = next((v for v in s.groups if v.first > i + 2 and v.main <= i + 6), None)
    if sold is not None and s.lowers[i + 2] in _ALL_GOODS and s.kinds[sold.first - 1] == "P":
        if "export_v" in scene.ctx.lexicon.classes_of_verb.get(
            sold.lemma, ()
        ):  # "of everything that Chad sells"
            return Topic("exports", sold.main, "a share of goods", s.codes[sold.first - 1], verb=g)
    for m in s.mentions:
        if (
            m.owner
            and i + 1 < m.item <= i + 3
            and scene.ctx.within(scene.ctx.products, s.starts[m.item], s.ends[min(s.n - 1, m.item + 4)])
        ):
            return Topic("exports", m.item, "a share of goods", m.codes, verb=g)
    return None


def goods_sent(scene: Scene, i: int) -> Topic | None:
    """A share of one country's goods that goes abroad: "99 percent of Mongolian coal is exported to China"."""
    s = scene.s
    v = next((v for v in s.groups if v.first > i and v.clause == s.clause[i]), None)
    if v is None or not v.passive or s.lowers[i + 1 : i + 2] != ["of"]:
        return None
    owner = next((m for m in s.mentions if m.owner and i < m.item < v.first), None)
    sends = {"export_v"} & scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
    if not sends or not any(m.cue == "to" and m.item > v.main for m in s.mentions):
        return None
    return Topic(
        "exports", v.main, "a share of goods, behind the number", owner.codes if owner else (), verb=v
    )


def share_of_flow(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """A share of what is bought or sold: "its share in the gas imported by Turkey stood at 12 percent"."""
    s = scene.s
    if g is None or not any(s.noun[j] == "share" for j in range(g.first) if s.clause[j] == g.clause):
        return None
    for v in s.groups:
        classes = scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in classes), None)
        if mode and v.reduced and v.main < g.first:
            return Topic(mode, v.main, f"the verb {v.lemma!r} of the whole", verb=v)
    return None


def told_by_verb(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """The flow that a verb before the amount's own told: "the products that Chad exported were ore ($9 million)", "imported beans, which amounted to"."""
    s = scene.s
    classes = scene.ctx.lexicon.classes_of_verb
    told = (
        g is not None
        and g.relative
        and s.lowers[g.first - 1] == "which"
        and "reach" in classes.get(g.lemma, ())
    )
    if not told and bracketed_goods(scene, i) is None:
        return None
    stop = g.first if told and g is not None else i
    for v in reversed([v for v in s.groups if v.main < stop and v is not g]):
        mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in classes.get(v.lemma, ())), None)
        if mode:
            summed = told and any(s.kinds[k] == "Q" and s.refs[k].kind == "money" for k in range(stop))
            return None if summed else Topic(mode, v.main, f"the verb {v.lemma!r} before it", verb=v)
    return None


def _earned(scene: Scene, i: int) -> Topic | None:
    """What is earned by selling: "earned $20 million by exporting gas to Chad"."""
    s, k = scene.s, i + 1
    while k < s.n and (s.kinds[k] == "D" or s.lowers[k] in _YEARLY):
        k += 1
    v = s.verb_at.get(k + 1) if s.lowers[k : k + 1] in (["by"], ["from"], ["through"]) else None
    if v is None or not v.gerund or s.refs[i].kind != "money":
        return None
    sells = "export_v" in scene.ctx.lexicon.classes_of_verb.get(v.lemma, ())
    earns = next((g for g in reversed(s.groups) if g.main < i), None)
    if not sells or earns is None or earns.lemma not in scene.words.earners:
        return None
    return Topic("exports", v.main, f"what {v.lemma!r} earns", verb=earns)


def participle(scene: Scene, i: int) -> Topic | None:
    """What is said of the goods behind the number: "$41 billion worth of products exported to China"."""
    s = scene.s
    if (earned := _earned(scene, i)) is not None:
        return earned
    if s.lowers[i + 1 : i + 2] not in (["worth"], ["of"], ["in"]):
        return None
    for j in range(i + 2, min(s.n, i + 8)):
        if s.kinds[j] in "DQ" or s.lowers[j] in (",", ";", "(") or s.tags[j] & SUB:
            return None
        v = s.verb_at.get(j)
        if v is None:
            continue
        classes = scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        mode = next((VERB_MODES[c] for c in ("export_v", "import_v") if c in classes), None)
        bare = v.first == v.main and s.kinds[j - 1] == "w" and s.noun[j - 1]
        return (
            Topic(mode, v.main, f"the verb {v.lemma!r} behind the number", verb=v) if mode and bare else None
        )
    return None


def is_contraband(s: Sentence) -> bool:
    """Whether a sentence tells of what is smuggled: "found 40 kilos of heroin shipped from Peru"."""
    return not words("roles", "contraband").isdisjoint(s.lowers)
