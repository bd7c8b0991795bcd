"""Whether those who act are others than the parties we know: strangers, counted states, larger circles.

Where one of these is so, neither the sentence nor the document's pair may fill a place.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.frames.agents_unlisted import counted_subject, named_stranger, with_stranger
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, BASE, CONJ, NOUN, PREP
from dragoman.reading.syntax.mentions import Mention
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = [
    "between_others",
    "foreigner",
    "larger_circle",
    "office_alone",
    "officer",
    "posted_to",
    "stranger_acts",
    "stranger_behind",
    "unknown_agent",
    "unnamed_person",
    "visitor_of_pair",
    "with_others",
    "with_own",
    "with_some",
]

_BARE = words("frames.strangers", "bare")
_MANY = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def unknown_agent(s: Sentence, g: Group | None) -> bool:
    """Whether somebody whose country is not known is the subject: "she", "Ms. Calloway", "The Vice President"."""
    if g is None or g.passive:
        return False
    if counted_subject(s, g) or named_stranger(s, g) or (g.gerund and with_stranger(s, g)):
        return True
    top = g
    while top.governor is not None and not top.finite:
        top = top.governor
    if _unnamed_subject(s, top) or (top.first and s.tags[top.first - 1] & CONJ and _unnamed_before(s, top)):
        return True
    if _goes_on_with_stranger(s, top):
        return True
    if top.first and s.kinds[top.first - 1] == "Q" and getattr(s.refs[top.first - 1], "kind", "") == "count":
        return True  # "ten states recognise Chad and six recognise Mali"
    if top.first and s.kinds[top.first - 1] == "Q" and s.lowers[top.first - 1] in _BARE:
        return True
    for i in range(top.first - 1, -1, -1):
        if s.clause[i] != top.clause:
            return False
        if (s.kinds[i] == "H" and not s.codes[i]) or s.lowers[i] in ("he", "she"):
            return True
        if s.kinds[i] == "w" and s.noun[i] in words("roles", "no_states") and i not in s.verb_at:
            return True
        if i and s.lowers[i - 1] in words("roles", "regional") and s.noun[i] in words("roles", "states"):
            return True  # "Western nations have accused"
        if (
            i
            and s.lowers[i - 1] in words("discourse", "regional")
            and s.lowers[i] in words("discourse", "singular_heads")
        ):
            return not any(m.item == i for m in s.mentions)  # "the Andean nation": nobody named before
        if s.kinds[i] == "w" and s.noun[i] in words("roles", "offices") and s.text[s.starts[i]].isupper():
            return True
    return False


def _unnamed_subject(s: Sentence, g: Group) -> bool:
    """Whether "we" or "others" stand before a verb: "we strongly urge"."""
    k = g.first - 1
    while k > 0 and s.tags[k] & ADV and not s.tags[k] & (PREP | CONJ):
        k -= 1
    return k >= 0 and s.lowers[k] in words("roles", "unnamed")


def _unnamed_before(s: Sentence, g: Group) -> bool:
    """Whether a second verb has such a subject from the first: "We stand with A and commend"."""
    before = [o for o in s.groups if o.finite and not o.relative and o.main < g.first]
    return bool(before) and _unnamed_subject(s, before[-1])


def _goes_on_with_stranger(s: Sentence, g: Group) -> bool:
    """Whether a second verb has the subject of a first that is no party: "Experts reviewed the crisis in Haiti and urged"."""
    k = g.first - 1
    if k < 2 or not s.tags[k] & CONJ or not g.finite:
        return False
    before = [o for o in s.groups if o.finite and not o.relative and o.main < k]
    if not before or before[0].first == 0 or before[0].first > _OPENING:
        return False
    subject = range(before[0].first)
    head = before[0].first - 1
    if any(m.item in subject for m in s.mentions) or any(s.kinds[i] != "w" for i in subject):
        return False
    return bool(s.noun[head]) and s.lowers[head].endswith("s") and s.noun[head] != s.lowers[head]


_OPENING = 5
"""Items of a plural subject that opens a sentence: "Experts of the agency"; assumed."""


def stranger_acts(s: Sentence, g: Group | None) -> bool:
    """Whether a verb is done by a person of no known country, and by no party: "after meeting A of Mali and B of Chad"."""
    top = g
    while top is not None and top.governor is not None and not top.finite:
        top = top.governor
    if g is None or top is None or g.passive:
        return False
    if not top.finite:  # "Staffan de Mistura issued a statement after meeting"
        before = [o for o in s.groups if o.finite and o.main < top.main]
        top = before[-1] if before else top
    return foreigner(s, top) and not any(
        (m.cue == "subj" or len(m.codes) > 1) and m.clause == top.clause and m.item < top.first
        for m in s.mentions
    )


def stranger_behind(s: Sentence, g: Group | None) -> bool:
    """Whether a verb's object is no party: "called on Hamas to accept", "encouraged more tourists to visit Fiji"."""
    if g is None or g.passive or g.main + 2 >= s.n:
        return False
    i = g.main + 1
    to = next((j for j in range(i + 1, min(s.n, i + 6)) if s.lowers[j] == "to" and s.tags[j + 1 : j + 2]), -1)
    if (
        to > 0
        and s.tags[to + 1] & BASE
        and all(s.kinds[j] == "w" and j not in s.verb_at for j in range(i, to))
    ):
        plain = not any(s.codes[j] or any(m.item == j for m in s.mentions) for j in range(i, to))
        if (
            plain
            and (s.tags[to - 1] & NOUN or not s.tags[to - 1])
            and s.noun[to - 1] not in words("discourse", "plural_heads")
        ):
            return s.noun[to - 1] not in words("roles", "states")
    name = s.kinds[i] == "w" and not s.tags[i] and s.text[s.starts[i]].isupper()
    return name and bool(s.tags[i + 1] & (PREP | CONJ) or s.kinds[i + 1] == ".")


def foreigner(s: Sentence, g: Group | None) -> bool:
    """Whether the verb's subject is a person by name alone: "Sam Nujoma has visited Cuba"."""
    if g is None or g.passive or not g.finite:
        return False
    start = s.clause.index(g.clause)
    if any(s.kinds[i] == "H" and not s.codes[i] for i in range(max(start, g.first - 6), g.first)):
        return True
    name = range(g.first - 2, g.first)  # two words in capitals that no list knows
    if g.first > 2 and s.lowers[g.first - 2] in words("roles", "name_particles"):
        name = range(g.first - 3, g.first)  # "Staffan de Mistura"
    return name[0] >= start and all(
        s.lowers[i] in words("roles", "name_particles")
        or (
            s.kinds[i] == "w"
            and not s.tags[i]
            and s.text[s.starts[i]].isupper()
            and not s.text[s.starts[i] : s.ends[i]].isupper()
        )
        for i in name
    )


def unnamed_person(s: Sentence, g: Group | None) -> bool:
    """Whether somebody is named behind the verb whose country the text does not say: "called Dr. Haugen"."""
    return g is not None and any(
        s.kinds[i] == "H" and not s.codes[i] and s.clause[i] == g.clause for i in range(g.main + 1, s.n)
    )


def between_others(s: Sentence) -> bool:
    """Whether a document is between some who are no parties: "a deal between the clubs"."""
    for i in range(1, s.n - 2):
        if s.lowers[i] == "between" and s.noun[i - 1] in words("clauses", "documents"):
            behind = range(i + 1, min(s.n, i + 8))
            return s.kinds[i + 1] == "w" and not any(m.item in behind for m in s.mentions)
    return False


def with_others(s: Sentence, g: Group | None) -> bool:
    """Whether the verb is done "with" somebody who is counted, not named: "with three countries"."""
    if g is None:
        return False
    for i in range(g.main + 1, s.n - 2):
        if s.clause[i] == g.clause and s.lowers[i] == "with":
            k = i + 2 if s.lowers[i + 1] == "the" else i + 1
            named = s.kinds[k] == "w" and not s.tags[k] and s.text[s.starts[k]].isupper()
            if named and (
                s.tags[k + 1 : k + 2] == [] or s.kinds[k + 1] == "." or s.tags[k + 1] & (PREP | CONJ)
            ):
                return True  # "talks with Hamas"
            counted = s.kinds[i + 1] == "Q" or s.lowers[i + 1] in (
                "several",
                "many",
                "most",
                "all",
                "other",
                "some",
            )
            if _of_some_states(s, i):
                return True
            return counted and s.lowers[i + 2] in (
                "countries",
                "states",
                "nations",
                "other",
                "european",
                "african",
                "members",
            )
    return False


def with_some(s: Sentence, clause: int) -> bool:
    """Whether papers or ties in a clause are with states that nobody names: "agreements with several countries"."""
    return any(
        s.clause[i] == clause
        and (s.lowers[i] == "with" or (s.lowers[i] == "to" and s.lowers[i - 1] in ("relations", "ties")))
        and _of_some_states(s, i)
        for i in range(1, s.n - 1)
    )


def _of_some_states(s: Sentence, i: int) -> bool:
    """Whether those behind "with" are of states that nobody names: "with officials of South American countries"."""
    for k in range(i + 1, min(s.n, i + 9)):
        if s.kinds[k] not in "wQ" or k in s.verb_at:
            return False
        if s.lowers[k] in ("countries", "states", "nations", "republics"):
            return s.lowers[k - 1] not in ("two", "both", "the") and not any(m.item == k for m in s.mentions)
    return False


def larger_circle(s: Sentence, clause: int) -> bool:
    """Whether three or more are spoken of whom nobody names: "the four partners met" is no pair's meeting."""
    for i in range(1, s.n):
        if s.clause[i] != clause or s.lowers[i] not in words("discourse", "plural_heads"):
            continue
        if any(m.item == i for m in s.mentions):
            continue
        for k in range(max(0, i - 3), i):
            value = getattr(s.refs[k], "value", None) if s.kinds[k] == "Q" else _MANY.get(s.lowers[k])
            if value is not None and value > 2 and s.clause[k] == clause:
                return True
        if s.lowers[i] in ("trio", "quartet"):
            return True
    return False


def officer(s: Sentence, g: Group) -> bool:
    """Whether the subject is a person by office and name whose country the text does not say: "PM Costa"."""
    return not g.passive and any(_unplaced_officer(s, i) and s.clause[i] == g.clause for i in range(g.first))


def office_alone(s: Sentence, g: Group) -> bool:
    """Whether the subject is an office without name and country: "the then Commerce Secretary", "a team led by the Minister"."""
    if g.passive:
        return False
    held = False
    for i in range(g.first):
        if s.clause[i] != g.clause:
            continue
        if s.codes[i] or s.kinds[i] in "LH":
            return False
        held = held or (
            s.kinds[i] == "w"
            and s.noun[i].rpartition(" ")[2] in words("roles", "offices")
            and s.text[s.starts[i]].isupper()
        )
    return held


def visitor_of_pair(
    s: Sentence, g: Group | None, pair: Sequence[str], host: Sequence[str]
) -> tuple[str, ...]:
    """Whose officer visits one of the two that the title names: "PM Costa visited India" in "India-Portugal relations"."""
    if g is None or len(host) != 1 or host[0] not in pair or not (officer(s, g) or office_alone(s, g)):
        return ()
    return tuple(c for c in pair if c != host[0])


def _unplaced_officer(s: Sentence, i: int) -> bool:
    """Whether an item is a person by office and name whose country the text does not say."""
    return s.kinds[i] == "H" and not s.codes[i] and bool(s.refs[i].role)


def posted_to(s: Sentence, g: Group, found: Sequence[Mention]) -> str | None:
    """Whose the host is that no country is told of: "the State Minister met the Ambassador of Slovenia to Ethiopia".

    An envoy is received where he is posted, by an office of that country.
    """
    known = {c for m in found for c in m.codes}
    sent = [m for m in s.mentions if m.posted and m.item < g.first and set(m.codes).isdisjoint(known)]
    if len(sent) == 1 and any(
        _unplaced_officer(s, i) and s.clause[i] == g.clause for i in range(g.main, s.n)
    ):
        return sent[0].codes[0]  # "the ambassador of Malta to Chad called on Minister A"
    if not officer(s, g):
        return None
    for m in s.mentions:
        if m.cue != "to" or m.item < g.main or len(m.codes) != 1 or m.codes[0] in known:
            continue
        near = range(max(g.main, m.item - 8), m.item)
        if any(s.noun[i] in words("roles", "envoys") for i in near):
            return m.codes[0]
    return None


def with_own(s: Sentence, actor: tuple[str, ...]) -> bool:
    """Whether those who act deal with others of their own country: "Peru's Minera signed a contract with Peru's navy"."""
    if len(actor) != 1:
        return False
    named = [m for m in s.mentions if m.kind == "P" and m.form != "capital"]
    acting = [m for m in named if m.cue == "subj" and m.codes == actor]
    for m in named if acting else ():
        if (
            m.cue == "with"
            and m.codes == actor
            and any(a.clause == m.clause and a.item < m.item for a in acting)
        ):
            return m.owner != "poss" or s.noun[m.head_item] not in words("roles", "beyond_borders")
    return False
