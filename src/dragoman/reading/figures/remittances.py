"""Money that people working abroad send home: no exports, though it is "sent to" a country."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.drafts import Draft
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.figures.nouns import verb_of
from dragoman.reading.figures.roles import codes_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.word_lists import words

__all__ = ["money_sent", "sent_again", "sent_home"]

# "$2 billion in remittances": so far behind the number at most (assumed).
_NEAR = 4
_NAMES = words("figures.remittances", "names")
_LOOSE = words("figures.remittances", "loose")
_HOW = "what is sent home"
_FLOWS = frozenset({"trade", "exports", "imports", "investment", "loan"})
_WORKERS = words("figures.remittances", "workers")
# "Qatar up 16.4 percent", "from Oman by 3%": between a source and its number stands no more (assumed).
_BESIDE = 3


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


def sent_again(scene: Scene, i: int, before: Topic | None) -> Topic | None:
    """More of the money told of before: "which was $40 million more than in 2018", "and $2.4 billion in 2020"."""
    s = scene.s
    if before is None or "is sent" not in before.how or not (before.actor and before.recipient):
        return None
    if s.refs[i].kind not in ("money", "percent") or any(scene.modes[j] in _FLOWS for j in range(s.n)):
        return None
    low = next((k for k in range(i - 1, -1, -1) if s.kinds[k] == "Q"), i)
    if any(s.kinds[j] == "P" and j > before.at and s.lowers[j - 1] == "in" for j in range(low, i)):
        return None  # "and those in Malaysia $800 million"
    if any(low < m.item < i and not set(m.codes) & {*before.actor, *before.recipient} for m in s.mentions):
        return None
    others = [m for m in s.mentions if m.item > i and not set(m.codes) & {*before.actor, *before.recipient}]
    return None if others else replace(before, carried=True)


def sent_home(scene: Scene, i: int) -> Topic | None:
    """What people of one country who work in another send home: "remittances from Oman to Nepal totalled $2 billion"."""
    s, q = scene.s, scene.s.refs[i]
    if q.kind not in ("money", "percent", "multiple") or not s.mentions or "average" in s.lowers:
        return None
    g = verb_of(s, i)
    last = _told_before(scene)
    spoken_of = last is not None or "remittance" in s.lowered or _spoken_of_before(scene)
    spoken_of = spoken_of or s.says(_WORKERS)
    j = next((j for j in range(s.n) if _is_remittance(scene, j, spoken_of=spoken_of)), -1)
    if j < 0 and not _sends_home(scene, g, i):
        return None
    if j > i and j - i > _NEAR:
        return None
    clause = [k for k in range(s.n) if s.clause[k] == s.clause[i] and s.noun[k] not in _LOOSE]
    if any(scene.modes[k] in _FLOWS for k in clause):
        return None
    abroad = _source(scene, i)
    home = _home(scene, i, abroad, last) if len(abroad) == 1 else ()
    if len(home) != 1:
        return None
    item = j if j >= 0 else g.main if g is not None else i
    return Topic("other", item, _HOW, abroad, home, verb=g)


def _sends_home(scene: Scene, g: Group | None, i: int) -> bool:
    """Whether a verb is one of what workers do with their pay: "sent home", "sent $3 million home", "remitted"."""
    if g is None or g.lemma not in scene.words.senders:
        return False
    lowers = scene.s.lowers
    home = g.main < i and (lowers[i + 1 : i + 2] == ["home"] or lowers[i + 1 : i + 3] == ["back", "home"])
    return g.lemma == "remit" or home or lowers[g.main + 1 : g.main + 2] == ["home"]


def _spoken_of_before(scene: Scene) -> bool:
    before = scene.ctx.previous
    return before is not None and "remittance" in before.lowered


def _told_before(scene: Scene) -> Draft | None:
    """The last remittance of the text."""
    return next((d for d in reversed(scene.ctx.found[-12:]) if d.because.get("mode") == _HOW), None)


def _source(scene: Scene, i: int) -> tuple[str, ...]:
    """Where the money comes from: the country beside the number, else the one that the sentence says it is sent from."""
    s = scene.s
    low = max(
        (k for k in range(i) if s.kinds[k] == "Q" and s.lowers[i - 1] not in ("to", "from", "(")), default=-1
    )
    near = [m for m in s.mentions if low < m.item < i and _is_abroad(m)]
    near = [m for m in near if m.cue == "from"] or near  # "from Malta to banks in Chad"
    beside = [m for m in s.mentions if low < m.item < i and i - m.item <= _BESIDE and not m.owner]
    behind = [m for m in s.mentions if m.item > i and m.cue == "from" and not m.owner]
    behind = behind if not any(s.kinds[k] == "Q" for m in behind[:1] for k in range(i + 1, m.item)) else []
    every = [m for m in s.mentions if _is_abroad(m)]
    every = [m for m in every if m.cue == "from"] or every
    one = every if len({m.codes for m in every}) == 1 else []
    return (
        codes_of(near[-1:])
        or codes_of(behind[:1])
        or (codes_of(beside[-1:]) if low >= 0 else ())
        or codes_of(one[:1])
    )


def _is_abroad(m: Mention) -> bool:
    if m.owner and m.head == "share":
        return True  # "Russia's share in remittances fell to 78%"
    return m.cue in ("from", "in") and not m.owner and m.form != "demonym"


def _home(scene: Scene, i: int, abroad: tuple[str, ...], last: Draft | None) -> tuple[str, ...]:
    """Whose people send it: where it goes, whose workers they are, who got it before, whose figures the text tells."""
    s = scene.s
    to = without(codes_of([m for m in s.mentions if m.cue == "to" and not m.owner]), abroad)
    people = [m for m in s.mentions if m.form == "demonym" or m.owner]
    sent_from = any(m.cue == "from" and set(m.codes) & set(abroad) for m in s.mentions)
    named = without(
        codes_of(
            [m for m in s.mentions if m.item < i and m.cue != "from" and (sent_from or not _is_abroad(m))]
        ),
        abroad,
    )
    for found in (to, without(codes_of(people), abroad), named):
        if len(found) == 1:
            return found
    if named:
        return ()
    if last is not None and not set(last.recipient) & set(abroad):
        return last.recipient
    if scene.ctx.previous is not None:
        told = scene.ctx.previous.mentions
        for near in (
            [m for m in told if m.cue == "to" and not m.owner],
            [m for m in told if m.form == "demonym" or m.owner],
        ):
            if len(earners := without(codes_of(near), abroad)) == 1:
                return earners
    return without(host_of(scene.ctx), abroad)


def _is_remittance(scene: Scene, j: int, *, spoken_of: bool) -> bool:
    s = scene.s
    if s.lowers[j] in _NAMES or s.noun[j] in _NAMES or s.noun[j].endswith(" remittance"):
        return True
    loose = s.lowers[j] in _LOOSE or s.noun[j] in _LOOSE
    behind = s.lowers[j + 1 : j + 4]
    worth = s.lowers[j] in ("transfers", "transfer") and not {
        "worth",
        "reached",
        "totalled",
        "totaled",
    }.isdisjoint(behind)
    return spoken_of and loose and (worth or "from" in behind or behind[:1] == ["sent"])
