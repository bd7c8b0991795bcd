"""Debts and who forgives them: "Italy cancelled $5 million of debt owed by Somalia", "Spain forgave $2 million"."""

from __future__ import annotations

from dragoman.reading.figures.roles import Parties, codes_of, doers_of, owners_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.figures.told import beneficiary
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["debt_sides", "forgiven"]

_DEBTS = frozenset({"debt", "external debt"})
# "of debt", "worth of its debts": so many words from a sum to what it is of (assumed).
_NEAR = 6
# A debt told further back is of another passage (assumed).
_REACH = 450


def _relieves(g: Group) -> bool:
    return g.lemma in words("figures", "relieving")


def _spoken_of(scene: Scene) -> bool:
    """Whether the text speaks of debts here or just before."""
    before = scene.ctx.previous
    nouns = [*scene.s.noun, *(before.noun if before is not None else [])]
    return any(n.rpartition(" ")[2] in _DEBTS for n in nouns if n)


def forgiven(scene: Scene, i: int) -> Topic | None:
    """Money that a state forgives, or is owed, in a clause that says no "debt": "Spain forgave $2 million in May"."""
    s = scene.s
    if s.refs[i].kind != "money":
        return None
    g = next((g for g in reversed(s.groups) if g.main < i and g.clause == s.clause[i]), None)
    if (
        g is None
        or g.negated
        or i - g.main > _NEAR
        or any(scene.modes[j] for j in range(s.n) if s.clause[j] == g.clause)
    ):
        return None
    if _relieves(g) and not g.passive and s.lowers[i - 1] not in ("by", "to", "from"):
        givers = codes_of(doers_of(scene, g, -1)[:2])
        near = [
            m
            for m in s.mentions
            if g.main < m.item < i or (m.item > i and m.cue in ("of", "to") and m.item - i <= _NEAR)
        ]
        named = without(codes_of([m for m in near if m.clause == g.clause]), givers)
        debtor = named or (
            beneficiary(givers, scene.ctx) if _spoken_of(scene) or g.lemma == "forgive" else ()
        )
        if (
            givers
            and len(debtor) == 1
            and (s.lowers[g.main] == "forgave" or _spoken_of(scene) or g.lemma == "forgive")
        ):
            return Topic("loan", g.main, f"the verb {g.lemma!r}", givers, debtor, verb=g)
        return None
    if g.lemma == "owe" and g.passive:  # "Russia, which is owed 684 million dollars, agreed"
        owed = codes_of(_before(s, g))
        by = codes_of([m for m in s.mentions if m.cue == "by" and m.clause == g.clause and m.item > g.main])
        debtor = by or beneficiary(owed, scene.ctx)
        if len(owed) == 1 and len(debtor) == 1:
            return Topic("loan", g.main, "what is owed", owed, without(debtor, owed), verb=g)
    return None


def _before(s: Sentence, g: Group) -> list[Mention]:
    """The party that a verb or its "which" follows."""
    return [
        m for m in s.mentions if m.item < g.first and m.kind == "P" and not m.owner and g.first - m.item <= 4
    ][-1:]


def debt_sides(topic: Topic, scene: Scene) -> Parties | None:
    """Creditor and debtor of a sum of debt that is forgiven or put off: "cancelled $5 million of debt owed by Somalia"."""
    s, item = scene.s, topic.item
    if topic.mode != "loan" or item < 0 or s.noun[item].rpartition(" ")[2] not in _DEBTS:
        return None
    g = next((g for g in s.groups if _relieves(g) and _has_object(s, g, item)), None)
    debtor = _debtor(s, item)
    owed = codes_of(
        [m for m in s.mentions if m.cue == "to" and _behind_owed(s, m.item) and _beside(s, item, m)]
    )
    if g is None or g.negated:
        return (owed, debtor, {"actor": "who is owed", "recipient": "who owes"}) if owed and debtor else None
    if g.passive:
        giver = (
            codes_of(
                [m for m in s.mentions if m.cue == "by" and m.item > g.main and not _behind_owed(s, m.item)]
            )
            or owed
        )
    else:
        giver = codes_of(doers_of(scene, g, -1))
    debtor = without(debtor or _owners(s, item), giver)
    if not giver or set(giver) & set(debtor):
        return None
    debtor = debtor or without(scene.ctx.discourse.other(giver), giver)
    return (giver, debtor, {"actor": "who forgives", "recipient": "whose debt"}) if debtor else None


def _has_object(s: Sentence, g: Group, item: int) -> bool:
    """Whether what a verb lets go is the debt: "wrote off $5 million of debts", "debts of $5 million were forgiven"."""
    if g.clause not in (s.clause[item], s.clause[item] - 1, s.clause[item] + 1):
        return False
    return item < g.first if g.passive else 0 < item - g.main <= 2 * _NEAR


def _owners(s: Sentence, item: int) -> tuple[str, ...]:
    """Whose debt: "Somali debt", "the debt of Somalia"."""
    return codes_of(owners_of(s, item)) or codes_of(
        [m for m in s.mentions if m.cue == "of" and m.governor == item]
    )


def _debtor(s: Sentence, item: int) -> tuple[str, ...]:
    """Who owes: "debt owed by Somalia", "debt that Somalia owes", "Somalia's debt"."""
    by = [m for m in s.mentions if m.cue == "by" and _behind_owed(s, m.item) and _beside(s, item, m)]
    owes = [g for g in s.groups if g.lemma == "owe" and not g.passive and not g.reduced and g.first > item]
    who = [m for g in owes for m in s.mentions if item < m.item < g.first]
    return codes_of(by[:1] or who[-1:]) or _owners(s, item)


def _beside(s: Sentence, item: int, m: Mention) -> bool:
    """Whether a party stands so near behind a debt that it is its: "debt owed to China by Chad"."""
    return item < m.item <= item + 2 * _NEAR and not any(
        s.lowers[k] in (",", ";") for k in range(item, m.item)
    )


def _behind_owed(s: Sentence, item: int) -> bool:
    """Whether a party stands right behind "owed by" or "owed to"."""
    return any(s.lowers[k] == "owed" for k in range(max(0, item - 4), item))
