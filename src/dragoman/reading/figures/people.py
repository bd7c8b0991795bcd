"""People that one state sends to another, treats or trains: "300 Cuban doctors work in Kenya", "trained 80 Malians"."""

from __future__ import annotations

from dragoman.reading.figures.roles import codes_of, cued, doers_of, owners_of, without
from dragoman.reading.figures.scenes import Scene, Topic
from dragoman.reading.syntax.clauses import Group

__all__ = ["people_helped", "places_to_learn"]


def people_helped(scene: Scene, i: int, j: int, g: Group | None) -> Topic | None:
    """The topic of a count of people (head noun at ``j``) who are sent, at work abroad, cared for or trained."""
    if g is None or scene.s.refs[i].value is None:
        return None
    return _sent(scene, i, j, g) or _cared_for(scene, i, j, g) or _trained(scene, i, j, g)


def _sent(scene: Scene, i: int, j: int, g: Group) -> Topic | None:
    """Doctors, teachers, experts: sent by whoever acts, or of the country whose they are where they work."""
    s, words = scene.s, scene.words
    if not _in(s.noun[j] or s.lowers[j], words.experts) and not (
        s.noun[j] in ("worker", "workers", "staff", "personnel")
        and {"health", "medical", "aid"} & set(s.lowers[i + 1 : j])
    ):
        return None
    how = f"the {s.lowers[j]!r} who are sent"
    home = codes_of(owners_of(s, j)) or codes_of(
        [m for m in s.mentions if m.cue == "from" and m.governor == j]
    )
    gives = g.lemma in words.dispatching
    if g.main < i and gives and not g.passive:
        sender = home or _doers(scene, g, j)
        there = codes_of(cued(s, j, g, "to", "in", "across", "into", "for"))
    elif home and g.main > j and (g.lemma in words.serving if not g.passive else gives):
        sender, there = (
            home,
            codes_of([m for m in s.mentions if m.item > g.main and m.cue in ("to", "in", "at", "across")]),
        )
    elif home and g.lemma == "be" and g.main < i and "there" in s.lowers[max(0, g.first - 1) : g.main + 1]:
        sender, there = (
            home,
            codes_of([m for m in s.mentions if m.item > j and m.cue in ("in", "at", "across")]),
        )
    else:
        return None
    if not sender:
        return None
    there = without(there, sender)
    rest = without(codes_of(s.mentions), sender)  # "sent 500 teachers to the island"
    other = there or (rest if len(rest) == 1 else scene.ctx.discourse.other(sender))
    return Topic("aid", j, how, sender, other, verb=g) if other else None


def _in(noun: str, names: frozenset[str]) -> bool:
    return noun in names or (noun.endswith("s") and noun[:-1] in names)


def _cared_for(scene: Scene, i: int, j: int, g: Group) -> Topic | None:
    """People of one country to whom another gives care: "free eye care to 30,000 Jamaicans", "treated 900 Haitians"."""
    s, words = scene.s, scene.words
    if g.main > i or g.passive:
        return None
    named = _nation(scene, i, j)
    giver = without(_doers(scene, g, j), named)
    if not named or not giver:
        return None
    here = [k for k in range(g.main + 1, s.n) if s.clause[k] == s.clause[i]]
    gives = "give_v" in scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
    if g.lemma in words.treating or (gives and any(s.lowers[k] in words.care for k in here)):
        return Topic("aid", j, f"the people whom the verb {g.lemma!r} helps", giver, named, verb=g)
    return None


def _nation(scene: Scene, i: int, j: int) -> tuple[str, ...]:
    """Whose the counted people are: "900 Haitians", "80 Malian officers", "32 Malawi defence officials"."""
    s = scene.s
    if s.kinds[j] == "P":
        return tuple(s.codes[j])
    return codes_of(owners_of(s, j)) or (tuple(s.codes[i + 1]) if s.kinds[i + 1] == "P" else ())


def _doers(scene: Scene, g: Group, j: int) -> tuple[str, ...]:
    """Who does it: of a verb put beside another it is who does that one, "for treating A and sending 50 doctors"."""
    s = scene.s
    before = next((v for v in reversed(s.groups) if v.main < g.first), None)
    joined = g.first > 0 and s.lowers[g.first - 1] in ("and", ",") and before is not None
    if (
        joined
        and before is not None
        and s.lowers[g.main].endswith("ing")
        and s.lowers[before.main].endswith("ing")
    ):
        return codes_of(doers_of(scene, before, j))
    if found := codes_of(doers_of(scene, g, j)):
        return found
    return codes_of(doers_of(scene, before, j)) if joined and before is not None else ()


def _trained(scene: Scene, i: int, j: int, g: Group) -> Topic | None:
    """People of one country whom another trains: "32 Malian officers have been trained in Spain", "trained 80 Malians"."""
    s = scene.s
    named = _nation(scene, i, j)
    if g.main > j and not g.passive and g.lemma in scene.words.undergoing and named:
        taught = any(w in s.lowers[g.main + 1 : g.main + 5] for w in ("training", "courses", "course"))
        return Topic("students", j, "those who are trained", named, verb=g) if taught else None
    if g.lemma not in scene.words.training:
        return None
    if not named or (g.main < j and g.passive) or (g.main > j and not g.passive):
        return None
    if g.main < j and not without(_doers(scene, g, j), named):
        return None
    return Topic("students", j, "those who are trained", named, verb=g)


def places_to_learn(scene: Scene, i: int, j: int, g: Group | None) -> bool:
    """Whether "slots", "seats" or "places" that one state gives another are for learning: "130 training slots"."""
    s, words = scene.s, scene.words
    if g is None or not _in(s.noun[j], words.places_to_learn):
        return False
    if not {"give_v"} & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset()) and g.lemma not in (
        "avail",
        "utilise",
        "utilize",
        "receive",
        "get",
    ):
        return False
    return any(s.lowers[k] in words.learning for k in range(s.n))
