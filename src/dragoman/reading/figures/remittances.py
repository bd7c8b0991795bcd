"""Money that people working abroad send home: no exports, though it is "sent to" a country."""

from __future__ import annotations

from dragoman.reading.figures.nouns import verb_of
from dragoman.reading.figures.roles import codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group

__all__ = ["money_sent", "sent_home"]

# "$2 billion in remittances": so far behind the number at most (assumed).
_NEAR = 4
_NAMES = frozenset({"remittance", "remittances", "money transfer", "money transfers"})


def money_sent(scene: Scene, i: int, g: Group | None) -> Topic | None:
    """The topic of money that is itself what is sent: "$2 billion were transferred to Tajikistan from Russia".

    Money that only prices what is sent ("goods worth $2 billion"), or that is given in need, is left alone.
    """
    s, words = scene.s, scene.words
    if g is None or s.refs[i].kind != "money" or g.lemma not in words.senders:
        return None
    if g.passive and g.reduced and g.main < i:
        return None  # "remittances sent home reached $2 billion": told by the noun
    own = range(g.main + 1, i) if g.main < i else range(i + 1, g.first)
    if any(s.noun[j] and s.noun[j] not in words.units_of_money for j in own):
        return None
    if s.lowers[i + 1 : i + 2] in (["worth"], ["of"], ["in"]) or s.lowers[i - 1] in ("worth", "for"):
        return None
    clause = [j for j in range(s.n) if s.clause[j] == g.clause]
    if any(s.lowers[j] in words.relief for j in clause):
        return None
    sides = {c for m in s.mentions if m.cue in ("to", "from") for c in m.codes}
    told = any(w in s.lowered for w in words.remittances)
    if len(sides) < 2 and not told:
        return None
    return Topic("other", g.main, f"money that is sent ({g.lemma!r})", verb=g)


def sent_home(scene: Scene, i: int) -> Topic | None:
    """What people of one country who work in another send home: "remittances from Oman to Nepal totalled $2 billion"."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind not in ("money", "percent", "multiple"):
        return None
    g = verb_of(s, i)
    j = next((j for j in range(s.n) if _is_remittance(scene, j) and s.clause[j] == s.clause[i]), -1)
    home_sent = (
        g is not None and g.lemma in scene.words.senders and s.lowers[g.main + 1 : g.main + 2] == ["home"]
    )
    if j < 0 and not home_sent:
        return None
    if (j > i and j - i > _NEAR) or "average" in s.lowers:
        return None
    abroad = codes_of([m for m in s.mentions if m.cue in ("from", "in") and not m.owner])
    named = codes_of([m for m in s.mentions if m.clause == s.clause[i]]) or codes_of(s.mentions)
    if len(named) != 2 or len(abroad) != 1:
        return None
    item = j if j >= 0 else g.main if g is not None else i
    return Topic("other", item, "what is sent home", abroad, without(named, abroad), verb=g)


def _is_remittance(scene: Scene, j: int) -> bool:
    return scene.s.lowers[j] in _NAMES or scene.s.noun[j] in _NAMES
