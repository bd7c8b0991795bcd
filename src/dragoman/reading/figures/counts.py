"""What is counted: people, companies, projects, by the noun behind the number or the subject before it."""

from __future__ import annotations

from dragoman.reading.figures.gifts import goods_received, is_relief
from dragoman.reading.figures.nouns import announced, subject_noun, verb_of
from dragoman.reading.figures.partner_rows import opens_row
from dragoman.reading.figures.people import people_helped, places_to_learn
from dragoman.reading.figures.residents import community, residents
from dragoman.reading.figures.roles import codes_of, cued, doers_of, owners_of, without
from dragoman.reading.figures.scenes import COUNTED, Scene, Topic
from dragoman.reading.frames.agents import patients_of
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words as listed

__all__ = ["counted", "labelled_count"]

# A smaller bare number behind a count's verb may be a day or a place (assumed).
_FEWEST = 100
# Fewer visits or trips are those of officials (assumed).
_MANY = 1000
# Items between two sorts of companies (assumed).
_SORTS = 5
# So many at most are told of one by one before they are "the three" (assumed).
_FEW = 12


def counted(scene: Scene, i: int) -> Topic | None:
    """What is counted, as the annotator of quantities found it: "100 Bulgarian-capital companies"."""
    s, words = scene.s, scene.words
    span = s.refs[i].noun_span
    j = next((j for j in range(i + 1, s.n) if span and s.starts[j] <= span[0] < s.ends[j]), -1)
    if span is None and s.kinds[i + 1 : i + 2] == ["P"] and any(_follows(s, i + 2, v) for v in s.groups):
        j = i + 1  # "120,000 Thais"
    if j < 0:
        return None
    g = verb_of(s, i) or next((v for v in s.groups if v.first > i and s.clause[v.main] == s.clause[i]), None)
    mode = scene.modes[j]
    how = f"the noun {s.lowers[j]!r} behind the number"
    after = next((v for v in s.groups if v.first in (j + 1, j + 2) and v.finite), None)
    if after is not None and after.lemma in (*words.visit_verbs, *words.study_verbs):
        g = after  # "officials said 205,000 Russians visited"
    if (found := people_helped(scene, i, j, g) or residents(scene, i, j, g)) is not None:
        return found
    if (
        found := _trips(scene, i, j, g)
        or _flow_in_trips(scene, i, j, g)
        or goods_received(scene, i, j)
        or (community(scene, i) if s.noun[j] in words.people else None)
    ):
        return found
    if places_to_learn(scene, i, j, g):
        return Topic("students", j, f"{how}, places to learn", verb=g)
    if s.noun[j] in words.people and g is not None and g.main < i and _levels(scene, g):
        k = subject_noun(scene, g, i)  # "the tourist flow from Malta amounted to 5,000 people"
        if k >= 0 and scene.modes[k] in ("visitors", "students"):
            return Topic(scene.modes[k] or "", k, f"the noun {s.lowers[k]!r} of the clause", verb=g)
    if s.kinds[j] == "P" or s.noun[j] in words.people:
        if g is not None and _hires(scene, j, g) and g.main < i and not g.passive:
            return Topic("jobs", j, how, verb=g)
        named = s.codes[j] or (s.codes[j - 1] if s.kinds[j - 1] == "P" else ())
        if not named and s.lowers[j + 1 : j + 2] == ["from"]:
            named = s.codes[j + 2] if s.kinds[j + 2 : j + 3] == ["P"] else ()  # "people from Peru visited"
        if (
            named
            and g is not None
            and g.main < i
            and g.passive
            and g.lemma == "visit"
            and s.lowers[i - 1] == "by"
        ):
            return Topic("visitors", j, how, named, codes_of(patients_of(s, g)), verb=g)
        if not named or g is None or g.main < i:
            return None
        mode = (
            "visitors"
            if g.lemma in words.visit_verbs
            else "students"
            if g.lemma in words.study_verbs and (s.kinds[j] == "P" or g.lemma in ("study", "enrol", "enroll"))
            else None
        )
        if mode == "visitors" and any(
            n.rpartition(" ")[2] in listed("counts", "grants") for n in s.noun[g.main :]
        ):
            mode = "students"  # "eighteen Chadians go to Peru on scholarships"
        return Topic(mode, j, how, named, verb=g) if mode else None
    if g is not None and g.main < i and not g.passive and _hands_over(scene, g, j):
        return Topic("aid", g.main, f"the verb {g.lemma!r}", verb=g)
    if mode == "companies" and (whose := _of_joined_sorts(s, i, j)):
        return Topic(mode, j, how, whose, verb=g)
    if mode == "companies" and g is not None and g.lemma in listed("counts", "knowing"):
        return None  # "few people could name three Peruvian companies"
    if mode == "companies" and (_of_no_country(scene, i, j) or _attend(s, i) or _only_says_what(s, i)):
        return None
    if mode in ("visitors", "students") and g is not None and g.passive and g.lemma in words.harming:
        return None  # "three tourists from Peru were injured"
    if mode in COUNTED:
        return Topic(mode, _owned_one(scene, mode, i, j), how, verb=g)
    person = "person_group" in scene.ctx.lexicon.classes_of_noun.get(s.noun[j], ())
    if g is not None and g.main < i and g.lemma in words.give_only and is_relief(scene, g) and not person:
        return Topic("aid", g.main, f"the verb {g.lemma!r}", verb=g)
    return None


def _attend(s: Sentence, i: int) -> bool:
    """Whether firms counted only come with a delegation or to an event, and are not said to be at work in a country."""
    if any(g.lemma in listed("attending", "coming") and s.clause[i] == g.clause for g in s.groups):
        if any(n.rpartition(" ")[2] in listed("attending", "events") for n in s.noun):
            return True
    if not listed("attending", "verbs").isdisjoint(g.lemma for g in s.groups):
        return not listed("attending", "gatherings").isdisjoint(s.noun)
    verb = next((g for g in s.groups if g.finite and i < g.first <= i + _TO_VERB), None)
    if verb is not None:
        behind = s.noun[verb.main + 1 : verb.main + 4]
        if verb.lemma in listed("attending", "bidding") or not listed("attending", "bids").isdisjoint(behind):
            return True
    return s.lowers[i - 1] == "of" and s.noun[i - 2].rpartition(" ")[2] in listed("attending", "groups")


_TO_VERB = 6
"""Items from counted firms to what they do: "35 firms from Peru have". assumed"""


def _number_of_nationals(scene: Scene, i: int) -> Topic | None:
    """People named by their country alone: "the number of Poles visiting Peru rose to 5,000", "Number of Poles living in Peru: 700"."""
    s, words = scene.s, scene.words
    at = next(
        (k for k in range(min(i, s.n)) if s.lowers[k] == "number" and s.lowers[k + 1 : k + 2] == ["of"]), -1
    )
    if at < 0 or s.kinds[at + 2 : at + 3] != ["P"] or getattr(s.refs[at + 2], "form", "") != "demonym":
        return None
    act = next((g for g in s.groups if g.first in (at + 3, at + 4) and g.main < i), None)
    if act is None or any(s.kinds[k] == "Q" and s.refs[k].kind == "count" for k in range(at, i)):
        return None
    mode = (
        "visitors" if act.lemma in words.visit_verbs else "students" if act.lemma in words.study_verbs else ""
    )
    mode = mode or ("other" if act.lemma in words.dwelling else "")
    who = tuple(s.codes[at + 2])
    near = [m for m in s.mentions if act.main < m.item < i and not set(m.codes) & set(who)]
    there = codes_of(near[:1])
    how = f"the number of {s.lowers[at + 2]!r} who {act.lemma}"
    return Topic(mode, at + 2, how, who, there, verb=act) if mode and there else None


def _trips(scene: Scene, i: int, j: int, g: Group | None) -> Topic | None:
    """Journeys counted by the thousand: "Australians made 250,000 trips to Fiji", "80,000 visits from Peru"."""
    s = scene.s
    if (s.refs[i].value or 0) < _MANY or s.noun[j].removesuffix("s") not in scene.words.trips:
        return None
    from_there = codes_of(
        [
            m
            for m in s.mentions
            if m.item > j and s.lowers[m.item - 1] in ("from", "by") and opens_row(s, m) < 0
        ][:1]
    ) or codes_of(owners_of(s, j))
    who = from_there or (
        codes_of(doers_of(scene, g, j)) if g is not None and g.lemma in ("make", "take", "spend") else ()
    )
    there = without(codes_of(cued(s, j, g, "to", "in")), who)
    if not there and g is not None and g.main < i and from_there:
        there = without(codes_of(doers_of(scene, g, j)), who)
    return Topic("visitors", j, f"the {s.lowers[j]!r} made", who, there, verb=g) if who and there else None


def _flow_in_trips(scene: Scene, i: int, j: int, g: Group | None) -> Topic | None:
    """The flow of guests that so many trips are: "the tourist flow from Malta rose 3.7 times to 651,000 trips"."""
    if g is None or g.main > i or scene.s.noun[j].removesuffix("s") not in scene.words.trips:
        return None
    moved = {"rise", "fall"} & scene.ctx.lexicon.classes_of_verb.get(g.lemma, frozenset())
    k = subject_noun(scene, g, i) if moved or _levels(scene, g) else -1
    if k < 0 or scene.modes[k] != "visitors" or (moved and scene.s.lowers[i - 1] != "to"):
        return None
    return Topic("visitors", k, f"the noun {scene.s.lowers[k]!r} of the clause", verb=g)


def _follows(s: Sentence, at: int, v: Group) -> bool:
    """Whether a verb stands at an item, or right behind an adverb there: "500,000 Peruvians currently live"."""
    return v.first == at or (v.first == at + 1 and bool(s.tags[at] & ADV))


def _hands_over(scene: Scene, g: Group, j: int) -> bool:
    """Whether things are given in need: "handed over 20 ambulances", "delivered 2 million doses"."""
    noun, words = scene.s.noun[j], scene.words
    one = {noun, noun.removesuffix("s")}
    if g.lemma in words.presenting and one & words.equipment:
        return True
    return g.lemma in words.handing_over and bool(one & words.handed_over)


def _of_joined_sorts(s: Sentence, i: int, j: int) -> tuple[str, ...]:
    """Whose companies of several sorts are: "80 Maltese multinational and small-scale companies"."""
    m = next((m for m in s.mentions if m.item == i + 1 and m.owner == "adj" and m.head_item < j), None)
    if m is None or m.head_item < 0 or j - m.head_item > _SORTS or "and" not in s.lowers[m.head_item : j]:
        return ()
    return m.codes if all(s.kinds[k] == "w" and k not in s.verb_at for k in range(m.head_item, j)) else ()


def _only_says_what(s: Sentence, i: int) -> bool:
    """Whether a few companies are those named right before a comma: "Acme Motors and Delta, two leading firms in Peru, signed"."""
    if i < 4 or s.lowers[i - 1] != "," or (s.refs[i].value or 0) > _FEW:
        return False
    named = [
        k for k in range(max(0, i - _NAMES), i - 1) if s.text[s.starts[k]].isupper() or s.kinds[k] == "P"
    ]
    return bool(named) and named[-1] == i - 2 and "and" in s.lowers[max(0, i - _NAMES) : i - 1]


_NAMES = 10
"""Items before a comma in which the companies stand by name; assumed."""


def _of_no_country(scene: Scene, i: int, j: int) -> bool:
    """Whether companies are those told of before or of nobody in particular: "the three companies", "five international firms"."""
    s = scene.s
    if _counts_their_states(s, i, j):
        return True
    if any(m.owner and m.head_item == j for m in s.mentions) or s.lowers[j + 1 : j + 2] == ["from"]:
        return False
    told = s.lowers[i - 1 : i] == ["the"] and (s.refs[i].value or 0) <= _FEW
    return told or any(s.lowers[k] in ("international", "multinational", "global") for k in range(i + 1, j))


def _counts_their_states(s: Sentence, i: int, j: int) -> bool:
    """Whether the number is of the states that own the companies: "the two countries' firms", "both nations' banks"."""
    owners = listed("figures.counts", "states")
    return any(
        s.lowers[k] in owners and s.lowers[k + 1] in ("'", "’", "'s", "’s")
        for k in range(i + 1, min(j, s.n - 1))
    )


def _hires(scene: Scene, j: int, g: Group) -> bool:
    """Whether a verb gives people work: "employs 900 people", "supports 80 workers"; not "supports 900 people"."""
    s = scene.s
    if g.lemma not in scene.words.employers:
        return False
    return (
        g.lemma in ("employ", "hire", "recruit")
        or s.noun[j] in ("worker", "employee", "staff", "labourer")
        or any(scene.modes[k] == "jobs" or s.lowers[k] == "work" for k in range(g.main + 1, j))
    )  # "provide jobs to 7,000 people"


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


def labelled_count(scene: Scene, i: int) -> Topic | None:
    """A bare number behind a label or a counting subject: "Maltese companies in Libya: 60"."""
    s = scene.s
    if (found := community(scene, i)) is not None:
        return found
    if (found := _number_of_nationals(scene, i)) is not None:
        return found
    j = announced(scene, i)
    if j >= 0 and scene.modes[j] in COUNTED:
        return Topic(scene.modes[j] or "", j, f"the label {s.lowers[j]!r}")
    g = verb_of(s, i)
    if "number" not in s.lowers:
        j = subject_noun(scene, g, i) if g is not None and _levels(scene, g) else -1
        if j < 0 or scene.modes[j] not in ("visitors", "students") or (s.refs[i].value or 0) < _FEWEST:
            return None
        return Topic(scene.modes[j] or "", j, f"the noun {s.lowers[j]!r} of the clause", verb=g)
    j = subject_noun(scene, g, i)
    if j < 0 or scene.modes[j] not in COUNTED:  # "the number of tourists who visited Egypt hit 8,000"
        at = s.lowers.index("number")
        j = next((k for k in range(at + 1, min(i, at + 6)) if scene.modes[k]), -1)
        if s.lowers[at + 1 : at + 2] != ["of"]:
            j = -1
    if j >= 0 and scene.modes[j] in COUNTED and g is not None:
        return Topic(scene.modes[j] or "", j, f"the number of {s.lowers[j]!r}", verb=g)
    return None
