"""What the words beside a party, an office or "the country" tell of it, on the items of one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.annotations import PersonMention
from dragoman.reading.syntax.lexicon import ADV, BE, CONJ, MODAL, PREP, SUB
from dragoman.reading.syntax.postings import SENT
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "bracketed", "by_office_alone", "counterparts", "definite", "expletive", "holds", "nameless", "names_other", "of_body", "office_opening",
    "only_where", "owns_only", "sitting", "stranger_says", "stranger_told", "subject_of", "unnamed_office", "with_named",
]  # fmt: skip

_OFFICES = words("discourse", "offices")
_BEHIND = frozenset({",", "”", '"', "»"})
"""What stands between a quotation and who is named as saying it."""
_HELD = _OFFICES | {"vice president"}
_ENVOYS = words("discourse", "envoys")
_TOLD = words("discourse", "told_of_it")
_WEIGHED = words("discourse.cues", "weighed")
_SITTING = words("discourse", "sitting")


def bracketed(s: Sentence) -> frozenset[int]:
    """Items between round brackets."""
    if "(" not in s.forms:
        return frozenset()
    inside, depth = [], 0
    for i, low in enumerate(s.lowers):
        depth = max(0, depth + (low == "(") - (low == ")"))
        if depth:
            inside.append(i)
    return frozenset(inside)


def only_where(s: Sentence, i: int, before: str, here: Sequence[str]) -> bool:
    """Whether a party says where, not who: "In Moscow the two countries", "in Los Angeles, United States"."""
    if before in ("in", "at"):
        return getattr(s.refs[i], "form", "") == "capital" or len(set(here) - set(s.codes[i])) > 1
    return before == "," and i > 2 and s.kinds[i - 2] == "L" and s.lowers[i - 3] in ("in", "at", "from")


def owns_only(s: Sentence, i: int) -> bool:
    """Whether somebody is named only as whose a thing is that another verb's object or place holds: "marks Moyo's return"."""
    if s.lowers[i + 1 : i + 2] not in (["'s"], ["’s"]):
        return False
    return any(g.finite and g.main < i for g in s.groups)


def counterparts(s: Sentence, i: int) -> set[str]:
    """Parties that what "the country" owns is done with: "the country's main exports to China"."""
    out: set[str] = set()
    if i > 3 and s.lowers[i - 2] in ("to", "into") and s.kinds[i - 3] == "P" and s.lowers[i - 4] == "from":
        out.update(s.codes[i - 3])  # "the imports from Malta into the country"
    out.update(_owner_in(s, i))
    if i + 1 >= s.n or s.lowers[i + 1] not in ("'s", "’s"):
        return out
    for j in range(i + 2, min(s.n, i + 8)):
        if j in s.verb_at or s.kinds[j] == ".":
            break
        k = j - 1 if s.lowers[j - 1] != "the" else j - 2
        if s.kinds[j] == "P" and s.lowers[k] in ("to", "from", "with"):
            out.update(s.codes[j])
    return out


def _owner_in(s: Sentence, i: int) -> tuple[str, ...]:
    """Whose what lies "in the country" is: "Malta's projects in the country", "among its exports in the country"."""
    if i < 4 or s.lowers[i - 2 : i] != ["in", "the"]:
        return ()
    for j in range(i - 3, max(-1, i - 9), -1):
        if j in s.verb_at or s.kinds[j] == ".":
            return ()
        owns = s.lowers[j] in ("its", "their") or s.lowers[j + 1] in ("'s", "’s")
        if s.codes[j] and (owns or getattr(s.refs[j], "form", "") == "demonym"):
            return tuple(s.codes[j])
    return ()


def unnamed_office(s: Sentence) -> bool:
    """Whether the sentence opens with an office whose holder is not known: "The Vice President met"."""
    if s.n < 3 or s.lowers[0] != "the" or s.noun[1] not in _HELD:
        return False
    opens = any(g.first == 2 for g in s.groups)
    return opens and s.text[s.starts[1]].isupper()


def nameless(s: Sentence) -> PersonMention | None:
    """Whoever opens the sentence by office and country alone: "the Qatari diplomat praised", "Peru's envoy said"."""
    subject = next((m for m in s.mentions if m.cue == "subj"), None)
    if subject is None or subject.kind != "P" or len(subject.codes) != 1:
        return None
    if not subject.owner:
        return _officer_of(s, subject.item, subject.codes[0])
    head = subject.head_item
    verb = next((g for g in s.groups if g.finite), None)
    if verb is None or head >= verb.first or s.noun[head].rsplit(" ", 1)[-1] not in _ENVOYS:
        return None
    if any(s.kinds[i] == "H" or s.tags[i] & CONJ for i in range(head, verb.first)):
        return None
    if s.lowers[head].endswith("s") or any(not s.tags[i] & ADV for i in range(head + 1, verb.first)):
        return None
    name = s.words(subject.item, head + 1)
    return PersonMention(s.starts[head], s.ends[head], name, name, s.words(head, head + 1), subject.codes[0])


def _officer_of(s: Sentence, item: int, code: str) -> PersonMention | None:
    """Whoever opens the sentence as "the President of Chile", right before its verb, where "he" comes later or never."""
    at = item - 1 - (s.lowers[item - 1] == "the")
    if at < 2 or at > 4 or s.lowers[at] != "of" or s.noun[at - 1].rsplit(" ", 1)[-1] not in _HELD | _ENVOYS:
        return None
    if not any(g.first == item + 1 and g.finite and not g.passive for g in s.groups):
        return None
    if s.lowers[0] != "the" and s.kinds[0] != "D" and s.lowers[1] != "the":
        return None
    name = s.words(at - 1, item + 1)
    return PersonMention(s.starts[at - 1], s.ends[item], name, name, name, code)


def office_opening(s: Sentence, before: int) -> tuple[str, ...] | None:
    """The country of an officer who opens the sentence or clause by office alone: "China's ambassador in Oslo says that he"."""
    inner = s.clause[before] if before < len(s.clause) else 0
    start = s.clause.index(inner) if inner else 0
    verb = next((g.first for g in s.groups if g.finite and g.clause == inner), -1)
    if inner and not start < verb < before:
        start, verb = 0, next((g.first for g in s.groups if g.finite), -1)
    if not start < verb < before:
        return None
    for i in range(start, min(verb, start + 4)):
        if s.kinds[i] == "P" and len(s.codes[i]) == 1:
            after = range(i + 1, min(verb, i + 5))
            head = next((k for k in after if s.noun[k].rsplit(" ", 1)[-1] in _ENVOYS), -1)
            if head < 0 or s.lowers[head].endswith("s") or any(s.kinds[k] in "PH" for k in after if k < head):
                return None
            return s.codes[i]
    return None


def by_office_alone(person: PersonMention) -> bool:
    """Whether a person is known by office and country alone, as `nameless` gives them."""
    return bool(person.role) and person.name.casefold().endswith(str(person.role).casefold())


def sitting(s: Sentence, bodies: frozenset[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """The body whose ministers or leaders a sentence speaks of, none where it speaks of countries' own, else as ``before``."""
    now = before
    for m in s.mentions:
        head = s.noun[m.head_item] if m.owner and m.head_item >= 0 else ""
        if m.kind != "P":
            continue
        plural = head.rsplit(" ", 1)[-1] in _SITTING and s.lowers[m.head_item].endswith("s")
        if plural:
            now = m.codes if set(m.codes) <= bodies else ()
        elif m.governor >= 0 and m.cue == "of" and s.noun[m.governor].rsplit(" ", 1)[-1] in _SITTING:
            now = () if not set(m.codes) <= bodies else now
    return now


_LAPSE = 5
"""Items of a lapse up to "since": "been about 18 months since". assumed"""


def expletive(s: Sentence, i: int) -> bool:
    """Whether "it" stands for the clause behind its verb: "it should be noted that", "it was announced Chad had"."""
    j, be = i + 1, False
    while j < s.n and s.tags[j] & (BE | MODAL | ADV):
        be, j = be or bool(s.tags[j] & BE), j + 1
    if be and j < s.n and s.lowers[j] in _WEIGHED:
        return True
    if s.lowers[i + 2 : i + 3] == ["been"] and "since" in s.lowers[i + 3 : i + 3 + _LAPSE]:
        return True  # "it has been 18 months since Chad reopened its embassy"
    return (
        be and j + 1 < s.n and s.lowers[j + 1] != "to" and (s.lowers[j + 1] == "that" or s.lowers[j] in _TOLD)
    )


def struck(s: Sentence, i: int, here: Sequence[str], subject: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "it" means, if not the subject: who was struck ("an embargo on Chad, accusing it") or who says so."""
    g = s.verb_at.get(i - 1 - (s.lowers[i - 1] == "that")) if i > 1 else None
    if g is not None and g.lemma in _SAID and g.finite and not g.passive and g.first > 1:
        k = g.first - 1  # "the move came after Lima said it had cut ties": Lima had
        while k > 1 and s.kinds[k] == "w" and s.tags[k] & ADV and not s.noun[k]:
            k -= 1  # "Lima formally said it"
        if k > 1 and s.kinds[k - 1] == "P" and s.noun[k] in words("discourse.cues", "ruling"):
            k -= 1  # "the Peruvian government said it"
        at = k - 1 if s.lowers[k - 1] == "the" else k
        named = s.kinds[k] == "P" and len(s.codes[k]) == 1 and s.tags[at - 1] & (PREP | SUB) != PREP
        return s.codes[k] if named and s.lowers[i] == "it" else subject
    accusing = g is not None and g.gerund and g.lemma in words("roles", "blamed")
    return (here[-1],) if accusing and here and s.lowers[i] == "it" else subject


def starts_over(s: Sentence, i: int) -> bool:
    """Whether one party behind a break acts from there on; a name between commas only explains: "the envoy, Ann Reed, and"."""
    explains = (
        s.kinds[i] == "H" and s.lowers[i - 1] == "," and s.lowers[i + 1 : i + 2] in ([","], ["."], ["and"])
    )
    return len(s.codes[i]) == 1 and not (i and explains)


def planner(s: Sentence, i: int) -> tuple[str, ...]:
    """Whose plan it is to do something with "its" own: "protested Peru's decision to recall its envoy"; or nothing.

    So with "it" of what somebody said: "welcomed Peru's pledge that it would open an embassy".
    """
    g = s.verb_at.get(i - 1)
    k = g.first - 2 if g is not None and g.infinitive else -1
    if s.lowers[i] == "it" and i > 1:
        k = i - 2
    if (
        k < 2
        or s.lowers[k + 1] != ("that" if s.lowers[i] == "it" else "to")
        or s.lowers[k - 1] not in ("'s", "’s")
        or not s.noun[k]
    ):
        return ()
    return s.codes[k - 2] if s.kinds[k - 2] == "P" and len(s.codes[k - 2]) == 1 else ()


def names_other(s: Sentence, i: int) -> bool:
    """Whether two words in capitals that no list knows are the subject before item ``i``."""
    verb = next((g.first for g in s.groups if g.finite and g.main < i), -1)
    name = range(verb - 2, verb)
    return name.start >= 0 and all(
        s.kinds[k] == "w" and not s.tags[k] and s.text[s.starts[k]].isupper() for k in name
    )


_SAID = words("discourse.cues", "said")


def stranger_says(s: Sentence) -> bool:
    """Whether two words in capitals that no list knows say what the sentence tells: "..., Cheon Ho-seon said"."""
    for g in s.groups:
        name = range(g.first - 2, g.first)
        if g.lemma not in _SAID or not g.finite or name.start < 1 or s.lowers[name.start - 1] not in _BEHIND:
            continue
        if all(s.kinds[k] == "w" and not s.tags[k] and s.text[s.starts[k]].isupper() for k in name):
            return True
    return False


def stranger_told(s: Sentence) -> PersonMention | None:
    """Who said the sentence, by a name that no list knows: "Ama Karuzo Were said"; of no country, as the text tells none."""
    for g, who in reversed(s.said or ()):
        name = who.source.split()
        if who.type != "person" or not (who.person is None or who.person.country is None) or len(name) < 2:
            continue
        if any(not word[0].isupper() for word in name) or name[0] in ("The", "A", "An") or not g.finite:
            continue
        at = s.starts[who.first]
        return PersonMention(at, s.ends[who.last], who.source, who.source, None, None)
    return None


_GIVEN = words("discourse", "given")


def definite(s: Sentence, i: int) -> bool:
    """Whether "the" or "this" stands before a noun, with at most two adjectives between."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if s.lowers[j] in ("the", "this"):
            return True
        if s.kinds[j] != "w" or s.tags[j] or s.lowers[j] in ("which", "other"):
            return False
    return False


def of_body(s: Sentence, i: int) -> bool:
    """Whether "heads" are those of states whose body is named: "the Heads of State and Government of the Union"."""
    if s.lowers[i + 1 : i + 2] != ["of"]:
        return False
    for k in range(i + 3, min(s.n, i + 10)):
        if k in s.verb_at or s.kinds[k] not in "wP":
            return False
        if s.kinds[k] == "P" or s.text[s.starts[k]].isupper():
            before = k - 1 - (s.lowers[k - 1] == "the")
            if s.lowers[before] == "of" and before > i + 1:
                return True
    return False


_PREMIERS = ("premier", "prime minister")


def holds(role: str | None, office: str) -> bool:
    """Whether who holds a role may be called by an office: no prime minister is "the minister"."""
    held = (role or "").casefold()
    if office == "monarch":
        return any(crowned in held for crowned in ("king", "queen", "emir", "amir", "sultan", "emperor"))
    if office in ("envoy", "diplomat") and any(sent in held for sent in SENT):
        return True
    if office in _PREMIERS and any(premier in held for premier in _PREMIERS):
        return "deputy" not in held
    if office not in held:
        return False
    rank = {"minister": "prime", "president": "vice", "secretary": "press"}.get(office)
    return rank is None or rank not in held.split()


def _aid_of_one(s: Sentence, i: int) -> bool:
    """Whether "bilateral" tells of what one gives the other: "Swedish bilateral aid to Laos"."""
    if not i or s.lowers[i + 1 : i + 2] == [] or s.noun[i + 1].rpartition(" ")[2] not in _GIVEN:
        return False
    owned = s.kinds[i - 1] == "P" or (s.lowers[i - 1] in ("'s", "’s") and i > 1 and s.kinds[i - 2] == "P")
    return owned and any(
        s.lowers[k] in ("to", "for") and "P" in s.kinds[k + 1 : k + 3] for k in range(i + 2, min(s.n, i + 6))
    )


def with_named(s: Sentence, i: int) -> bool:
    """Whether a "bilateral" meeting is said to be with somebody: "a bilateral meeting with Dr. A, Minister of Peru"."""
    if _aid_of_one(s, i):
        return True
    verb = next(
        (g for g in s.groups if g.first > i and g.passive), None
    )  # "a bilateral accord was signed with Peru"
    passed = range(verb.first, verb.main + 1) if verb is not None else range(0)
    for j in range(i + 1, min(s.n, i + 5 + len(passed))):
        if s.lowers[j] == "with":
            behind = range(j + 1, min(s.n, j + 7))
            some = s.kinds[j + 1 : j + 2] == ["Q"] or s.lowers[j + 1 : j + 2] in (
                ["most"],
                ["many"],
                ["other"],
            )
            if some and not {"countries", "states", "nations"}.isdisjoint(s.lowers[k] for k in behind):
                return True  # "bilateral agreements with several countries": with none of those named
            return any(s.kinds[k] in "PH" for k in behind)
        if j in passed:
            continue
        if s.kinds[j] != "w" or j in s.verb_at or not s.noun[j]:
            return False
    return False


def subject_of(s: Sentence) -> tuple[str, ...]:
    """The one party that is the subject of the sentence's first verb; nobody where several are."""
    first = next((g.first for g in s.groups if g.finite), 0)
    lead = {m.codes for m in s.mentions if m.cue == "subj" and m.kind in "PHA" and m.item < first}
    return lead.pop() if len(lead) == 1 else ()
