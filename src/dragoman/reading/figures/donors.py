"""Who gives where two sign for a grant and the text leaves it open: the usual giver of the two."""

from __future__ import annotations

from functools import lru_cache

from dragoman.codes.tables import read_rows
from dragoman.reading.annotations import Quantity
from dragoman.reading.figures.roles import Parties
from dragoman.reading.figures.scenes import OTHER_OF_CLAUSE, Scene, Topic

__all__ = ["kind_of_grant", "usual_giver"]

# How the sides were found where no verb and no preposition says who gives.
_OPEN = frozenset(
    {"agent", "the parties of the clause", "owner and with", "the subject before it", "the figure before it"}
)

_TAKING = frozenset({"to", "for", "in", "patient"})
# "the 10.5 million dollar rural schools grant": so many items between a sum and its noun (assumed).
_NEAR = 4


def kind_of_grant(scene: Scene, i: int, q: Quantity, topic: Topic) -> str:
    """Aid or loan, where the noun right behind a sum says so: "agreements for 20 million dollar grant"; else nothing."""
    if (
        q.kind != "money"
        or topic.mode not in ("other", "projects", "investment")
        or topic.how.startswith("the verb")
    ):
        return ""
    s = scene.s
    for j in range(i + 1, min(s.n, i + 1 + _NEAR)):
        if s.kinds[j] != "w" or not s.noun[j] or j in s.verb_at or not s.lowers[j][0].isalpha():
            return ""
        if scene.modes[j] in ("aid", "loan") and (j + 1 == s.n or not s.noun[j + 1] or s.kinds[j + 1] != "w"):
            return scene.modes[j] or ""
    return ""


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    return {row["code"]: row["role"] for row in read_rows("donors.csv")}


def usual_giver(scene: Scene, topic: Topic, sides: Parties) -> Parties:
    """The sides of a grant, from the usual giver to the usual taker where nothing in the text says so.

    "Malawi and Norway signed two agreements for a $5 million grant" is aid of Norway.
    """
    actor, recipient, how = sides
    if topic.mode == "loan" and _taken_by_bank(scene, actor, how):
        return sides
    if topic.mode == "loan" and _from_bank(scene, actor, recipient):
        return recipient, actor, {**how, "actor": "the bank of the two", "recipient": "the state"}
    if topic.mode == "loan" and len(actor) == 1 and actor[0] in recipient[1:]:
        recipient = tuple(c for c in recipient if c not in actor)  # "between B and the bank, which lends"
        return actor, recipient, how
    if topic.mode == "loan" and how.get("actor") == OTHER_OF_CLAUSE and _lent_before(scene, recipient, actor):
        return recipient, actor, {**how, "actor": "who lent before"}
    if topic.mode != "aid" or how.get("actor", "") not in _OPEN:
        return sides
    if how.get("recipient", "") in _TAKING:
        return sides
    two = tuple(dict.fromkeys([*actor, *recipient]))
    if len(two) != 2 or _gives(scene, topic):
        return sides
    roles = _roles()
    givers = tuple(c for c in two if roles.get(c) == "gives")
    takers = tuple(c for c in two if roles.get(c) == "gets")
    if len(givers) != 1 or len(takers) != 1 or (actor, recipient) == (givers, takers):
        return sides
    return givers, takers, {**how, "actor": "the usual giver of the two"}


def _lent_before(scene: Scene, lender: tuple[str, ...], taker: tuple[str, ...]) -> bool:
    """Whether the text has told that one of the two lends to the other, and never the other way round."""
    lent = [(d.actor, d.recipient) for d in scene.ctx.found if d.kind == "figure" and d.mode == "loan"]
    return bool(lender and taker) and (lender, taker) in lent and (taker, lender) not in lent


def _taken_by_bank(scene: Scene, actor: tuple[str, ...], how: dict[str, str]) -> bool:
    """Whether a bank is said to take the loan: "the bank secured a $66 million loan from Norway" to refill its fund."""
    taken = how.get("actor") == "from" and how.get("recipient", "").startswith("who ")
    return taken and any(m.cue == "from" and set(m.codes) & set(actor) for m in scene.s.mentions)


def _from_bank(scene: Scene, actor: tuple[str, ...], recipient: tuple[str, ...]) -> bool:
    """Whether a state was taken for the lender of a bank: "Malawi and the AfDB signed an agreement to provide a loan of"."""
    lenders = scene.words.lenders
    return bool(actor) and len(recipient) == 1 and recipient[0] in lenders and lenders.isdisjoint(actor)


def _gives(scene: Scene, topic: Topic) -> bool:
    """Whether a verb of the sentence says that somebody gives."""
    classes = scene.ctx.lexicon.classes_of_verb
    return any("give_v" in classes.get(g.lemma, frozenset()) for g in scene.s.groups)
