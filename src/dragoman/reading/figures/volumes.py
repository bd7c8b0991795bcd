"""Numbers with a physical unit: energy, freight, what can be carried, and years of relations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.reading.annotations import Quantity
from dragoman.reading.figures.lines import length
from dragoman.reading.figures.parties import parties_of
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.topics import topic_of
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["in_the_ground", "volume"]

_ENERGY_UNITS = frozenset({"bcm", "bbl/d", "bbl", "kWh", "MWh", "GWh", "TWh", "mcm"})
_POWER_UNITS = frozenset({"MW", "GW", "kW"})
_CARGO_UNITS = frozenset({"t", "kg", "TEU", "FEU", "kt", "Mt"})
_SENT = words("figures.volumes", "sent")
_CARRYING = words("figures.volumes", "carrying")
_LIQUID_UNITS = frozenset({"l", "hl"})
_TIME_UNITS = frozenset({"day", "h", "month", "week", "min", "s"})


def volume(scene: Scene, i: int, q: Quantity, before: Topic | None) -> Topic | None:
    s, words = scene.s, scene.words
    if q.unit in ("a", "year"):
        return _years_of_relations(scene, i)
    if q.unit in ("km", "mi"):
        return length(scene, i)
    if q.unit in _TIME_UNITS or scene.domestic_near(i) or _made_at_home(scene, i):
        return None
    clause = [s.lowers[j] for j in range(s.n) if s.clause[j] == s.clause[i]]
    sized = any(w in words.capacity_words for w in clause)
    known = before if before is not None and before.unit == q.unit else None
    if known is not None and not sized and "sentence before" in known.how:
        named = {c for m in s.mentions for c in m.codes}
        if named <= {*known.actor, *known.recipient}:
            return known
        if len(named) == 1 and s.mentions[0].cue in ("to", "into") and known.actor:
            return replace(known, recipient=tuple(named))  # "20 bcm were supplied to Peru"
    found: Topic | None = None
    if known is not None and "and" not in s.lowers[max(0, i - 3) : i]:
        found = topic_of(scene, i, known) or known
        if found is not None and not found.carried and found.mode not in ("exports", "imports", "cargo"):
            found = known
    if q.unit in _ENERGY_UNITS:
        mode = "capacity" if sized else "energy"
    elif q.unit in _POWER_UNITS:
        g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
        traded = g is not None and (
            g.lemma in _CARRYING
            or {"export_v", "import_v", "transit_v"}
            & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
        )
        power = any(s.lowers[j] in words.power_goods for j in range(i + 1, min(s.n, i + 5)))
        ways = any(m.item > i and m.cue in ("to", "from") for m in s.mentions)
        given = traded and (
            ways or any(g is not None and m.governor == g.main and m.cue == "obj" for m in s.mentions)
        )
        moved = (power and (traded or ways)) or given
        if (
            given and g is not None and sized
        ):  # "a capacity of 6,000 MW, allowing us to export 2,000 MW to Chad"
            stop = next((j for j in range(i + 1, s.n) if s.kinds[j] == "Q"), s.n)
            sized = any(w in words.capacity_words for w in s.lowers[g.main : stop - 4])
        mode = "energy" if moved and not sized else "capacity"
    elif q.unit == "m3" and _of_gas(scene):
        mode = "capacity" if sized else "energy"
    elif q.unit in _CARGO_UNITS:
        if sized:
            mode = "capacity"
        else:
            found = found or topic_of(scene, i, None) or _changed_to(scene, i, before)
            if found is not None:
                found.unit = q.unit
                return found
            mode = "cargo"
    elif q.unit in _LIQUID_UNITS:  # "shipments grew to 4.8 million litres"; a tank's litres are nobody's
        found = found or topic_of(scene, i, None)
        return found if found is not None and found.mode in ("exports", "imports") else None
    else:
        return None
    verb = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    goods = next((j for j in range(i + 1, min(s.n, i + 5)) if s.lowers[j] in words.power_goods), i)
    if (
        mode == "energy"
        and verb is not None
        and "import_v" in scene.ctx.lexicon.classes_of_verb.get(verb.lemma, frozenset())
    ):
        return Topic("energy", i, f"the unit {q.unit}, bought", *_bought(scene, verb), verb=verb, unit=q.unit)
    told = next(
        (
            m.head_item
            for m in s.mentions
            if m.owner and m.head in _SENT and m.item < m.head_item < i and not s.verb_at.get(i)
        ),
        -1,
    )
    if (
        mode == "energy" and told >= 0 and verb is not None and told < verb.first
    ):  # "Peru's supplies amounted to 82 bcm"
        return Topic("energy", told, f"the unit {q.unit}", verb=verb, unit=q.unit)
    owned = any(m.owner and i < m.item < goods for m in s.mentions)
    return Topic(mode, goods if owned else i, f"the unit {q.unit}", verb=verb, unit=q.unit)


def _changed_to(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """The flow whose change was just told: "having raised wheat imports by 4.9% to 3.9 million tonnes"."""
    s = scene.s
    if before is None or before.mode not in ("exports", "imports") or s.lowers[i - 1] != "to":
        return None
    low = next((k for k in range(i - 2, max(i - 5, -1), -1) if s.kinds[k] == "Q"), -1)
    told = low >= 0 and s.refs[low].kind in ("percent", "multiple") and before.at <= low
    return replace(before, carried=True) if told else None


_IN_THE_GROUND = frozenset({"reserves", "deposits"})
_NEAR_GROUND = 7
"""Items from reserves to how much there is: "reserves, estimated by experts at". assumed"""


def in_the_ground(s: Sentence, i: int) -> bool:
    """Whether an amount is of what lies in the ground: "its gas reserves, estimated at 13 trillion cubic metres"."""
    near = s.lowers[max(0, i - _NEAR_GROUND) : i]
    return s.refs[i].kind == "physical" and any(w.rpartition(" ")[2] in _IN_THE_GROUND for w in near)


def _made_at_home(scene: Scene, i: int) -> bool:
    """Whether a number tells what is produced or used: "companies in Peru produced 21 bcm", "production by 6 bcm"."""
    s, words = scene.s, scene.words
    after = next((v for v in s.groups if v.first > i and v.clause == s.clause[i]), None)
    if after is not None and after.passive and after.lemma in words.making:
        return True  # "when 2 million tons were produced"
    told = scene.announcer(i)
    if told >= 0 and s.noun[told] in words.made:
        return True  # "against a domestic demand of 2,300 MW"
    g = next((v for v in reversed(s.groups) if v.main < i and v.clause == s.clause[i]), None)
    if g is None:
        return False
    moved = any(
        {"export_v", "import_v", "transit_v"} & scene.ctx.lexicon.classes_of_verb.get(v.lemma, frozenset())
        for v in s.groups
        if v.main > i and v.first - i < 8
    )
    if g.lemma in words.making and not g.passive:
        return not moved
    subject = [j for j in range(g.first) if s.clause[j] == g.clause]
    return not moved and any(s.noun[j] in words.made and j not in s.verb_at for j in subject)


def _of_gas(scene: Scene) -> bool:
    """Whether cubic metres are of gas: the sentence says so, or the figures just before were of energy."""
    named = any("gas" in w.split() or w == "lng" for w in scene.s.lowers)  # "natural gas" is one item
    return named or any(d.kind == "figure" and d.mode == "energy" for d in scene.ctx.last)


def _bought(scene: Scene, verb: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(seller, buyer) of energy that is imported: the flow is told from its source."""
    buyer, seller, how = parties_of(Topic("imports", verb.main, "the verb", verb=verb), scene)
    if how.get("recipient") != "from":  # "buys 4 bcm a year from Gazprom"
        s = scene.s
        at = next((j for j in range(verb.main, s.n) if s.lowers[j] == "from"), s.n)
        sellers = [
            o.country
            for o in scene.ctx.within(scene.ctx.organisations, s.starts[min(at, s.n - 1)], s.span[1])
        ]
        seller = (sellers[0],) if at < s.n and sellers and sellers[0] and sellers[0] not in buyer else seller
    return (seller, buyer) if seller and buyer else ((), ())


def _years_of_relations(scene: Scene, i: int) -> Topic | None:
    """ "marked 33 years of diplomatic relations", "the 30th year since"; ages and spans of anything else are not."""
    s, words = scene.s, scene.words
    behind = range(i + 1, min(s.n, i + 9))
    if not any(s.noun[j] and s.noun[j].split()[-1] in words.counted_relations for j in behind):
        return None
    if i + 1 < s.n and s.lowers[i + 1] not in ("of", "since", "anniversary", "'", "’"):
        return None
    left = [s.verb[j] or s.lowers[j] for j in range(max(0, i - 10), i)]
    if not any(
        w in words.anniversary_verbs or w in ("past", "last", "after", "over", "anniversary", "for")
        for w in left
    ):
        return None
    return Topic("duration", i, "years of relations")
